"""VÍ DỤ theo bảng: one example a row; columns are figures, the last one, Kết quả, is what must come of them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from thads_dsl.check import Draft
from thads_dsl.source import Passage, plain
from thads_dsl.syntax import tree
from thads_dsl.syntax.cells import cells
from thads_dsl.syntax.lexer import Lexeme, lex
from thads_dsl.syntax.names import Name
from thads_dsl.syntax.parts import figure_of
from thads_dsl.syntax.sentences import read_tokens

_RESULT = plain("Kết quả")
_FACETS = {"việc": "về việc", "đồng": "về tiền"}


@dataclass(frozen=True, slots=True)
class ReadRow:
    """What one row supposes and expects."""

    given: tree.GivenFigures
    outcome: tree.TargetOutcome


def table_subject(draft: Draft, heading: Passage) -> tree.Subject | None:
    """The first subject that the heading names."""
    return next((named_subject(lexeme) for lexeme in lex(heading, draft.names) if lexeme.terminal == "SUBJECT"), None)


def read_rows(draft: Draft, rows: tuple[Passage, ...], subject: tree.Subject) -> Iterator[tuple[Passage, ReadRow | None]]:
    """Each row below the heading row, or None where it says something else."""
    header = cells(rows[0])
    has_result = bool(header) and plain(header[-1].text) == _RESULT
    names: list[tree.NameRef | None] = [_quantity(draft, cell) for cell in header[:-1]] if has_result else [None]
    for row in rows[1:]:
        if row.text.strip("|-: "):
            yield row, _row(draft, row, names, subject)


def _row(draft: Draft, row: Passage, names: list[tree.NameRef | None], subject: tree.Subject) -> ReadRow | None:
    values = cells(row)
    if len(values) != len(names) + 1 or any(name is None for name in names):
        return None
    facts = [_fact(draft, name, cell) for name, cell in zip(names, values[:-1], strict=True) if name is not None]
    known = [fact for fact in facts if fact is not None]
    outcome = _outcome(draft, values[-1])
    if outcome is None or len(known) < len(facts) or not known:
        return None
    given = tree.GivenFigures(subjects=(subject,), facts=tuple(known), span=row.span())
    return ReadRow(given, replace(outcome, facet=outcome.facet or _FACETS.get(known[0].figure.unit, "")))


def named_subject(lexeme: Lexeme) -> tree.Subject:
    """The subject that a name stands for."""
    assert isinstance(lexeme.value, Name)
    name = tree.NameRef(kind=lexeme.terminal, canonical=lexeme.value.canonical, span=lexeme.span)
    return tree.Subject(name=name, span=lexeme.span)


def _quantity(draft: Draft, cell: Passage) -> tree.NameRef | None:
    lexemes = lex(cell, draft.names)
    if len(lexemes) != 1 or lexemes[0].terminal != "QUANTITY" or not isinstance(lexemes[0].value, Name):
        return None
    return tree.NameRef(kind="QUANTITY", canonical=lexemes[0].value.canonical, span=lexemes[0].span)


def _fact(draft: Draft, name: tree.NameRef, cell: Passage) -> tree.Fact | None:
    lexemes = lex(cell, draft.names)
    if len(lexemes) != 1 or lexemes[0].terminal not in ("MEASURE", "NUMBER"):
        return None
    return tree.Fact(quantity=name, facet="", figure=figure_of(lexemes[0]), span=cell.span())


def _outcome(draft: Draft, cell: Passage) -> tree.TargetOutcome | None:
    """“đạt 77%” is “Thì đạt chỉ tiêu 77%”."""
    lexemes = lex(cell, draft.names)
    if not lexemes:
        return None
    then, targets = (replace(lexemes[0], terminal=terminal) for terminal in ("THEN", "THE_TARGETS"))
    found = read_tokens((then, lexemes[0], targets, *lexemes[1:]), ("outcome",))
    return found if isinstance(found, tree.TargetOutcome) else None
