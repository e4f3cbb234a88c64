"""VÍ DỤ theo bảng: one example a row; columns are figures, the last one, Kết quả, is what must come of them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from thads_dsl.check import Draft
from thads_dsl.source import Passage, plain
from thads_dsl.syntax import example_tree, tree
from thads_dsl.syntax.cells import cells
from thads_dsl.syntax.families import read_tokens
from thads_dsl.syntax.lexer import Lexeme, lex
from thads_dsl.syntax.names import Name

_RESULT = plain("Kết quả")
_FACETS = {"việc": "về việc", "đồng": "về tiền"}


@dataclass(frozen=True, slots=True)
class ReadRow:
    """What one row supposes, column by column, and expects."""

    given: tuple[example_tree.GivenFigures, ...]
    outcome: example_tree.TargetOutcome


def table_subject(draft: Draft, heading: Passage) -> tree.Subject | None:
    """The first subject that the heading names."""
    return next((named_subject(lexeme) for lexeme in lex(heading, draft.names) if lexeme.terminal == "SUBJECT"), None)


def unknown_titles(draft: Draft, heading: Passage) -> Iterator[tuple[Passage, str]]:
    """Cells of the heading row that name no figure, or not the result; each with what is wrong."""
    *titles, last = cells(heading) or [heading]
    if plain(last.text) != _RESULT:
        yield last, "cột cuối của bảng phải là “Kết quả”"
    for cell in titles:
        if _title(draft, cell) is None:
            yield cell, f"máy chưa biết cột “{cell.text}”"


def read_rows(draft: Draft, rows: tuple[Passage, ...], subject: tree.Subject) -> Iterator[tuple[Passage, ReadRow | None]]:
    """Each row below the heading row, or None where it says something else."""
    header = cells(rows[0])
    titles = [_title(draft, cell) for cell in header[:-1]]
    for row in rows[1:]:
        if row.text.strip("|-: "):
            yield row, _row(draft, row, titles, subject)


def _row(draft: Draft, row: Passage, titles: list[tuple[Lexeme, ...] | None], subject: tree.Subject) -> ReadRow | None:
    values = cells(row)
    if len(values) != len(titles) + 1:
        return None
    given = [_given(draft, title, cell) for title, cell in zip(titles, values[:-1], strict=True)]
    known = [each for each in given if each is not None]
    outcome = _outcome(draft, values[-1])
    if outcome is None or len(known) < len(given) or not known:
        return None
    of_whom = replace(known[0], subjects=(subject,))
    facet = outcome.facet or _FACETS.get(known[0].facts[0].figure.unit, "")
    return ReadRow((of_whom, *known[1:]), replace(outcome, facet=facet))


def named_subject(lexeme: Lexeme) -> tree.Subject:
    """The subject that a name stands for."""
    assert isinstance(lexeme.value, Name)
    name = tree.NameRef(kind=lexeme.terminal, canonical=lexeme.value.canonical, span=lexeme.span)
    return tree.Subject(name=name, span=lexeme.span)


def _title(draft: Draft, cell: Passage) -> tuple[Lexeme, ...] | None:
    """The tokens of a heading as a step would say them: “Chuyển kỳ sau (năm 2022)” is “năm 2022 có chuyển kỳ sau”."""
    lexemes = lex(cell, draft.names)
    signs = [lexeme.terminal for lexeme in lexemes]
    if "QUANTITY" not in signs or "WORD" in signs:
        return None
    if "LPAR" not in signs or signs[-1] != "RPAR":
        return lexemes
    opens = signs.index("LPAR")
    return (*lexemes[opens + 1 : -1], *lexemes[:opens])


def _given(draft: Draft, title: tuple[Lexeme, ...] | None, cell: Passage) -> example_tree.GivenFigures | None:
    figure = lex(cell, draft.names)
    if title is None or len(figure) != 1:
        return None
    found = read_tokens((replace(title[0], terminal="SUPPOSE"), *title, figure[0]), ("given",))
    if not isinstance(found, example_tree.GivenFigures) or found.subjects:
        return None
    return replace(found, facts=tuple(replace(fact, span=cell.span()) for fact in found.facts), span=cell.span())


def _outcome(draft: Draft, cell: Passage) -> example_tree.TargetOutcome | None:
    """“đạt 77%” is “Thì đạt chỉ tiêu 77%”, “đạt giảm 6%” is “Thì đạt chỉ tiêu giảm 6%”."""
    lexemes = lex(cell, draft.names)
    if not lexemes:
        return None
    then, targets = (replace(lexemes[0], terminal=terminal) for terminal in ("THEN", "THE_TARGETS"))
    said = lexemes[1:] if len(lexemes) > 1 and lexemes[1].terminal in ("THE_TARGETS", "ASSIGNED") else (targets, *lexemes[1:])
    found = read_tokens((then, lexemes[0], *said), ("outcome",))
    return found if isinstance(found, example_tree.TargetOutcome) else None
