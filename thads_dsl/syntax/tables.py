"""A pipe table of targets → the sentences that its cells stand for: rows say who and which band, columns what of.

“| Đơn vị | Về việc | Về tiền |” over “| Chi cục A | 76% | từ 39% trở lên |” says two targets of Chi cục A.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import cast

from thads_dsl.source import Passage, plain
from thads_dsl.syntax import tree
from thads_dsl.syntax.cells import cells
from thads_dsl.syntax.lexer import Lexeme, lex
from thads_dsl.syntax.names import Name, NameTable
from thads_dsl.syntax.sentences import ReadText, Sentence, read_tokens

_NUMBERS = frozenset({"stt", "tt", "so tt", "so thu tu"})
_WHO = frozenset(
    ["don vi", "ten don vi", "doi tuong", "nhom", "nhom don vi", "tap the", "ca nhan", "ten", "ho va ten", "chi cuc", "phong", "muc"]
)
_LABEL = re.compile(r"(?:nhóm|cụm|khối)\s+\w+\s*:\s*", re.IGNORECASE)  # “Nhóm 1: Chấp hành viên có …”: what follows says who
# What the heading of a column of goals may consist of.
_SAYING = frozenset(
    {"CASES", "MONEY", "QUANTITY", "SUBJECT", "WAVE", "INCREASE", "DECREASE", "THE_TARGETS", "COMMA", "AND", "LPAR", "RPAR"}
)


@dataclass(frozen=True, slots=True)
class _Column:
    """What the heading of a column says; `who` and `band` columns say for whom a row is, `skipped` ones nothing."""

    lexemes: tuple[Lexeme, ...] = ()
    who: bool = False
    band: Lexeme | None = None
    skipped: bool = False

    def first(self, *terminals: str) -> Lexeme | None:
        """The first word of one of these kinds."""
        return next((lexeme for lexeme in self.lexemes if lexeme.terminal in terminals), None)


def read_table(rows: tuple[Passage, ...], names: NameTable) -> ReadText | None:
    """The targets of a table, a sentence for each cell; None where its heading is not that of such a table."""
    data = [cells(row) for row in rows[1:] if row.text.strip("|-: ")]
    columns = [_column(cell, [row[at] for row in data if at < len(row)], names) for at, cell in enumerate(cells(rows[0]))] if rows else []
    known = [column for column in columns if column is not None]
    heads = [column for column in known if column.who or column.band is not None]
    if len(known) < len(columns) or not data or not heads or len(heads) + sum(column.skipped for column in known) == len(known):
        return None
    return ReadText(None, False, tuple(sentence for row in _filled(data, known) for sentence in _row(row, known, names)))


def _column(heading: Passage, below: list[Passage], names: NameTable) -> _Column | None:
    words = plain(heading.text)
    if words in _NUMBERS:
        return _Column(skipped=True)
    lexemes = tuple(lexeme for lexeme in lex(heading, names) if lexeme.text != "%")
    alone = lexemes[0] if len(lexemes) == 1 else None
    if words in _WHO or (alone is not None and alone.terminal == "SUBJECT" and any(_whom(cell, None, names) for cell in below)):
        return _Column(who=True)
    if alone is not None and alone.terminal == "QUANTITY" and any(_is_band(alone, cell, names) for cell in below):
        return _Column(band=alone)
    if lexemes and all(lexeme.terminal in _SAYING for lexeme in lexemes):
        return _Column(lexemes)
    return None


def _name(lexeme: Lexeme) -> tree.NameRef:
    assert isinstance(lexeme.value, Name), lexeme
    return tree.NameRef(kind=lexeme.terminal, canonical=lexeme.value.canonical, facet=lexeme.value.facet, span=lexeme.span)


def _is_band(quantity: Lexeme, cell: Passage, names: NameTable) -> bool:
    """Bands have bound words; a bare figure is a goal."""
    lexemes = lex(cell, names)
    return len(lexemes) > 1 and _having(quantity, lexemes) is not None


def _having(quantity: Lexeme, lexemes: tuple[Lexeme, ...]) -> tree.Having | None:
    """“dưới 500 việc” under “Tổng số giải quyết” is “có tổng số giải quyết dưới 500 việc”."""
    read = read_tokens((replace(quantity, terminal="HAVING"), quantity, *lexemes), ("context",))
    return read.having if isinstance(read, tree.Context) else None


def _filled(data: list[tuple[Passage, ...]], columns: list[_Column]) -> Iterator[tuple[Passage, ...]]:
    """Rows whose empty heads are those of the row above: cells that were merged in Word."""
    above: tuple[Passage, ...] = ()
    for row in data:
        filled = tuple(
            before if before is not None and not cell.text and (column.who or column.band is not None) else cell
            for cell, before, column in zip_longest(row[: len(columns)], above, columns[: len(row)])
            if cell is not None and column is not None
        )
        above = filled
        yield filled


def _row(row: tuple[Passage, ...], columns: list[_Column], names: NameTable) -> Iterator[Sentence]:
    whom: list[tree.Context] = []
    for cell, column in zip(row, columns, strict=False):
        if column.who or column.band is not None:
            found = _whom(cell, column.band, names)
            if found is None:
                yield Sentence(cell, lex(cell, names), None)
                return
            whom.append(found)
    for cell, column in zip(row, columns, strict=False):
        if not (column.skipped or column.who or column.band is not None):
            lexemes = lex(cell, names)
            yield Sentence(cell, lexemes, _target(lexemes, column, whom))


def _whom(cell: Passage, band: Lexeme | None, names: NameTable) -> tree.Context | None:
    """Whom a head cell names, or which band of the column's statistic."""
    if label := _LABEL.match(cell.text):
        cell = cell.cut(label.end())
    lexemes = lex(cell, names)
    if band is not None and lexemes:
        having = _having(band, lexemes)
        return tree.Context(having=having, span=cell.span()) if having else None
    read = read_tokens(lexemes, ("context",)) if lexemes else None
    return read if isinstance(read, tree.Context) and (read.subjects or read.having) else None


def _target(lexemes: tuple[Lexeme, ...], column: _Column, whom: list[tree.Context]) -> tree.Target | None:
    """A cell read as a goal, with what its row and its column say; “không áp dụng” too."""
    if [lexeme.terminal for lexeme in lexemes] == ["EXEMPT"]:
        at = lexemes[0].span
        read = tree.Target(subjects=(), having=None, wanted=tree.Goals(quantity=None, facet="", goals=(), span=at), span=at)
    else:
        found = read_tokens(lexemes, ("target",)) if lexemes else None
        if not isinstance(found, tree.Target):
            return None
        read = found
    subject = column.first("SUBJECT")
    across = (tree.Subject(name=_name(subject), span=subject.span),) if subject else ()
    havings = [context.having for context in whom if context.having is not None]
    bands = tuple(banded for having in havings for banded in having.bands)
    joined = " và ".join(having.written for having in havings)
    every = all(having.every for having in havings)
    whole = tree.Having(bands=bands, every=every, written=joined, span=havings[0].span) if len(havings) > 1 else None
    having = whole or next(iter(havings), None)
    wave = column.first("WAVE")
    return replace(
        read,
        subjects=(*(subject for context in whom for subject in context.subjects), *across),
        having=having,
        wanted=_of_column(read.wanted, column) if read.wanted else None,
        waves=tree.Waves(ordinals=(cast(int, wave.value),), span=wave.span) if wave else read.waves,
    )


def _of_column(goals: tree.Goals, column: _Column) -> tree.Goals:
    quantity, facet = column.first("QUANTITY"), column.first("CASES", "MONEY")
    turn = column.first("INCREASE", "DECREASE")
    word = "" if turn is None else "tăng" if turn.terminal == "INCREASE" else "giảm"
    side = "" if facet is None else "về việc" if facet.terminal == "CASES" else "về tiền"
    return replace(
        goals,
        quantity=goals.quantity or (_name(quantity) if quantity else None),
        facet=goals.facet or side,
        goals=tuple(replace(goal, kind=goal.kind or word) for goal in goals.goals),
    )
