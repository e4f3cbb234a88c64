"""A pipe table of targets → the sentences that its cells stand for: rows and columns say who, which band, what of and which wave.

“| Đơn vị | Về việc | Về tiền |” over “| Chi cục A | 76% | từ 39% trở lên |” says two targets of Chi cục A.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import zip_longest

from thads_dsl.source import Passage, Span, plain
from thads_dsl.syntax import tree
from thads_dsl.syntax.cells import cells, heading_and_rows
from thads_dsl.syntax.families import read_tokens
from thads_dsl.syntax.grammar import heading_words
from thads_dsl.syntax.headings import Heading, head_of, is_none_of, is_nothing, joined, read_heading
from thads_dsl.syntax.lexer import Lexeme, lex
from thads_dsl.syntax.names import NameTable
from thads_dsl.syntax.sentences import ReadText, Sentence

_LABEL = re.compile(r"\d{1,2}|[IVX]{1,4}|[A-Z]")


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: of heads that say of what a row is, of goals, or of neither."""

    heading: Heading
    head: bool = False
    skipped: bool = False
    mixed: bool = False  # rates both downwards and upwards that are no two halves: goals of which one flips, behind a column of bands
    may_be_bands: bool = False  # “từ 80% trở lên” under a statistic: a band left of bands or beside no other head, else a goal

    @property
    def goals(self) -> bool:
        """Whether its cells are goals."""
        return not self.head and not self.skipped


def read_table(rows: tuple[Passage, ...], names: NameTable) -> ReadText | None:
    """The targets of a table, a sentence for each cell; None where its heading is not that of such a table."""
    columns = _columns(rows, names)
    known = [column for column in columns.values() if column is not None]
    if len(known) < len(columns) or not any(each.head for each in known) or not any(each.goals for each in known):
        return None
    data = [cells(row) for row in heading_and_rows(rows)[1]]
    return ReadText(None, False, tuple(sentence for row in _filled(data, known) for sentence in _row(row, known, names)))


def headings_not_read(rows: tuple[Passage, ...], names: NameTable) -> tuple[Passage, ...]:
    """The headings that say nothing that the cells of a table of targets could be about."""
    headings = list(_merged(heading_and_rows(rows)[0]))
    return tuple(headings[at] for at, column in _columns(rows, names).items() if column is None)


def _columns(rows: tuple[Passage, ...], names: NameTable) -> dict[int, _Column | None]:
    """The columns by their place; one whose heading is not understood is None."""
    if not rows:
        return {}
    above, below = heading_and_rows(rows)
    data = [cells(row) for row in below]
    columns = {at: _column(heading, [row[at] for row in data if at < len(row)], names) for at, heading in enumerate(_merged(above))}
    heads = [at for at, column in columns.items() if column is not None and column.head]
    columns |= {at: replace(column, head=False) for at, column in columns.items() if column and column.mixed and at > min(heads)}
    # What says of what a row is stands before its goals: a bound left of bands is one too, though it never changes.
    last = max((at for at, column in columns.items() if column and column.head and column.heading.band is not None), default=-1)
    columns |= {at: replace(column, head=True) for at, column in columns.items() if column and column.may_be_bands and at < last}
    if not any(column is not None and column.head for column in columns.values()):
        first = next(((at, column) for at, column in columns.items() if column is not None and column.may_be_bands), None)
        columns |= {first[0]: replace(first[1], head=True)} if first is not None else {}
    return columns


def remarks(rows: tuple[Passage, ...]) -> Iterator[Passage]:
    """The cells of columns of prose (“Ghi chú”)."""
    above, below = heading_and_rows(rows)
    places = [at for at, heading in enumerate(cells(above[0])) if _is(heading.text, "remark")] if above else []
    for row in map(cells, below):
        yield from (row[at] for at in places if at < len(row) and row[at].text)


def _merged(above: tuple[Passage, ...]) -> Iterator[Passage]:
    """The headings of the columns; one over several columns is that of each, before what stands below it."""
    lines = [cells(row) for row in above]
    last: list[Passage | None] = [None] * len(lines)  # the cell with words before this column, row by row
    for at in range(max(map(len, lines), default=0)):
        own = [line[at] if at < len(line) else None for line in lines]
        parts: list[Passage] = []
        for depth, cell in enumerate(own):
            wider = cell is not None and not cell.text and any(below is not None and below.text for below in own[depth + 1 :])
            part = (last[depth] if wider else None) or cell
            parts += [part] if part is not None and part.text else []
        last = [cell if cell is not None and cell.text else before for cell, before in zip(own, last, strict=True)]
        yield _written_together(parts, lines[0][0])


def _written_together(parts: list[Passage], empty: Passage) -> Passage:
    whole = parts[0] if parts else empty.cut(0, 0)
    for part in parts[1:]:
        whole = whole.replaced(len(whole.text), len(whole.text), f", {part.text}")
    return whole


def _is(words: str, *kinds: str) -> bool:
    return plain(words) in _known(kinds)


@cache
def _known(kinds: tuple[str, ...]) -> frozenset[str]:
    return frozenset(plain(words) for kind in kinds for words in heading_words(kind))


def _column(text: Passage, below: list[Passage], names: NameTable) -> _Column | None:
    heading = read_heading(text, names)
    if _is(text.text, "number", "remark"):
        return _Column(heading, skipped=True)
    if _is(text.text, "who") and below and all(_LABEL.fullmatch(cell.text) for cell in below):
        return _Column(heading, skipped=True)  # rows that are numbered: another column says of whom they are
    different = {cell.text: cell for cell in below if cell.text and not is_nothing(cell)}.values()
    found = [head_of(cell, heading, names) for cell in different]
    heads = [head for head in found if head is not None]
    if _is(text.text, "who") or (heads and (heading.who or _is(text.text, "what"))):
        return _Column(heading, head=True)
    if heading.band is not None and heads:
        havings = [head.having for head in heads if head.having is not None]
        sure = _are_bands(havings)
        mixed = sure and not _are_bands(havings, by_ends=False) and len(different) > 2 and all("%" in cell.text for cell in different)
        return _Column(heading, head=sure, mixed=mixed, may_be_bands=not sure)
    return _Column(heading) if heading.said is not None else None


def _are_bands(havings: list[tree.Having], by_ends: bool = True) -> bool:
    """What no goals are: between two figures, `by_ends` both downwards and upwards, or what is left."""
    bands = [banded.band for having in havings for banded in having.bands]
    ends = {(band.low is None, band.high is None) for band in bands}
    return any(having.rest for having in havings) or (False, False) in ends or (by_ends and len(ends) > 1)


def _filled(data: list[tuple[Passage, ...]], columns: list[_Column]) -> Iterator[tuple[Passage, ...]]:
    """Rows whose empty heads are those of the row above: cells that were merged in Word.

    Behind “Còn lại” they stay empty: it is what is left whatever these say.
    """
    above: tuple[Passage, ...] = ()
    for row in data:
        rest = next((at for at, (cell, column) in enumerate(zip(row, columns, strict=False)) if column.head and _is_rest(cell)), len(row))
        filled = tuple(
            before if before is not None and not cell.text and column.head and at < rest else cell
            for at, (cell, before, column) in enumerate(zip_longest(row[: len(columns)], above, columns[: len(row)]))
            if cell is not None and column is not None
        )
        above = filled
        yield filled


def _is_rest(cell: Passage) -> bool:
    return plain(cell.text).endswith("con lai")


def _row(row: tuple[Passage, ...], columns: list[_Column], names: NameTable) -> Iterator[Sentence]:
    heads: list[tree.Context] = []
    for cell, column in zip(row, columns, strict=False):
        if column.head and (cell.text or not any(head.having and head.having.rest for head in heads)):
            found = head_of(cell, column.heading, names)
            if found is None:
                yield Sentence(cell, lex(cell, names), None)
                return
            heads.append(found)
    for cell, column in zip(row, columns, strict=False):
        if column.goals:
            lexemes = lex(column.heading.cell(cell), names)
            yield Sentence(cell, lexemes, _target(cell, lexemes, column.heading, heads))


def _target(cell: Passage, lexemes: tuple[Lexeme, ...], heading: Heading, heads: list[tree.Context]) -> tree.Target | None:
    """A cell read as a goal, with what its row and its column say; “không áp dụng” too."""
    said = joined((*heads, heading.said)) if heading.said is not None else None
    if said is None:
        return None
    at = cell.span()
    if is_nothing(cell) or [lexeme.terminal for lexeme in lexemes] == ["EXEMPT"]:
        read = _alone(at)
    elif is_none_of(cell) and not said.turn:
        read = _alone(at, tree.Goal(kind="không có", comparison=None, facet="", span=at))
    else:
        found = read_tokens(lexemes, ("target",)) if lexemes else None
        if not isinstance(found, tree.Target):
            return None
        read = found
    return replace(
        read,
        subjects=said.subjects,
        having=said.having,
        wanted=_of_column(read.wanted, said, heading.monthly) if read.wanted else None,
        waves=said.waves or read.waves,
    )


def _alone(at: Span, *goals: tree.Goal) -> tree.Target:
    """A cell that says goals of nothing by itself; without any it leaves out of the target."""
    return tree.Target(subjects=(), having=None, wanted=tree.Goals(quantity=None, facet="", goals=goals, span=at), span=at)


def _of_column(goals: tree.Goals, said: tree.Context, monthly: bool) -> tree.Goals:
    return replace(
        goals,
        quantity=goals.quantity or said.quantity,
        facet=goals.facet or said.facet,
        goals=tuple(_goal(goal, said, monthly) for goal in goals.goals),
    )


def _goal(goal: tree.Goal, said: tree.Context, monthly: bool) -> tree.Goal:
    versus = goal.versus or (said.versus if goal.comparison is not None and (goal.kind or said.turn) in ("tăng", "giảm") else None)
    goal = replace(goal, kind=goal.kind or said.turn, versus=versus)
    if not monthly or goal.kind or goal.comparison is None:
        return goal
    figure = goal.comparison.figure
    unit = figure.unit if not figure.unit or "/" in figure.unit else f"{figure.unit}/tháng"
    return replace(goal, kind="bình quân", comparison=replace(goal.comparison, figure=replace(figure, unit=unit)))
