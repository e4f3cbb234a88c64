"""P13: criteria that are merged or split: the changes of the table that say so, ready but for the new cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from thads_dsl.check.amended.table import AmendedTable
from thads_dsl.diagnostics import Way
from thads_dsl.model.units import two_digits
from thads_dsl.source import canonical, plain
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.points import WrittenRow, parts_of
from thads_dsl.syntax.written_forms import Figure, figure_value

_MERGES = re.compile(r"(?:gop|nhap|hop nhat|sap nhap|chuyen|ghep|long ghep)\b")
_SPLITS = re.compile(r"(?:tach|chia)\b")


def merging_ways(amended: AmendedTable, lexemes: Sequence[Lexeme]) -> Iterator[Way]:
    """“Gộp tiêu chí 4 và 5 thành …”, “Tách tiêu chí 4 …”: drop what was, add what shall be, in its place."""
    words = plain(" ".join(lexeme.text for lexeme in lexemes))
    rows = [row for row in amended.written.criteria if amended.old.get(row.name) in set(numbers_said(lexemes))]
    titles = [str(lexeme.value) for lexeme in lexemes if lexeme.terminal == "QUOTED"]
    new = [title for title in titles if plain(title) not in {plain(row.title.text) for row in rows}]
    splits = _SPLITS.match(words) is not None
    if not rows or not (splits or (_MERGES.match(words) and len(rows) > 1)):
        return
    dropped = " ".join(f"Bỏ tiêu chí {amended.old[row.name]} “{canonical(row.title.text)}”." for row in rows)
    said = [lexeme.text for lexeme in lexemes if lexeme.terminal == "SCORE"]
    points = "…" if splits else two_digits(sum((figure_value(row.points.text).value or Fraction(0) for row in rows), Fraction(0)))
    score = said[0] if len(said) == 1 and not splits else f"{points} điểm"
    where = _beside(amended, rows)
    added = " ".join(f"Bổ sung tiêu chí “{title}” {score} {where}: …." for title in (new or ["…"] * (1 + splits)))
    yield Way("Viết thành các câu, điền cách chấm của tiêu chí mới:", f"{dropped} {added}")


def numbers_said(lexemes: Sequence[Lexeme]) -> Iterator[str]:
    """“tiêu chí 4 và 5”: the numbers of all of them."""
    listed = False
    for lexeme in lexemes:
        if lexeme.terminal == "CRITERION":
            yield str(lexeme.value)
        elif listed and lexeme.terminal == "NUMBER" and isinstance(lexeme.value, Figure) and lexeme.value.value is not None:
            yield str(lexeme.value.value)
        listed = lexeme.terminal in ("CRITERION", "AND", "COMMA", "NUMBER")


def _beside(amended: AmendedTable, rows: Sequence[WrittenRow]) -> str:
    """The place of the first of these rows, said by a row of its part that stays in the table, or by the part."""
    around = dict(zip(map(id, amended.written.rows), parts_of(amended.written), strict=True))
    inside = [row for row in amended.written.criteria if around[id(row)] == around[id(rows[0])]]
    at = inside.index(rows[0])
    if before := [row for row in inside[:at] if row.name in amended.old]:
        return f"vào sau tiêu chí {amended.old[before[-1].name]}"
    after = next((row for row in inside[at:] if row not in rows and row.name in amended.old), None)
    if after is not None:
        return f"vào trước tiêu chí {amended.old[after.name]}"
    return f"vào phần {around[id(rows[0])][-1].name}" if around[id(rows[0])] else "vào sau tiêu chí …"
