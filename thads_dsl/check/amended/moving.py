"""P13: a criterion that is moved, renamed or put in the place of another: the changes of the table that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from thads_dsl.check.amended.merging import numbers_said
from thads_dsl.check.amended.rows import points_in
from thads_dsl.check.amended.table import AmendedTable
from thads_dsl.diagnostics import Way
from thads_dsl.model.units import two_digits
from thads_dsl.source import canonical, plain
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.points import WrittenRow
from thads_dsl.syntax.written_forms import figure_value

_MOVES = re.compile(r"(?:chuyen|doi|dua|thay|dieu chuyen|di chuyen)\b")
_POINTS_MOVE = re.compile(r"(?:chuyen|dieu chuyen) \d[\d,]* diem\b")
_PLACE = re.compile(r"\b(?:len )?(?P<side>truoc|sau)(?: cua)? tieu chi ")


def moving_ways(amended: AmendedTable, lexemes: Sequence[Lexeme]) -> Iterator[Way]:
    """“Chuyển tiêu chí 4 lên trước tiêu chí 2”, “Đổi tên tiêu chí 4 thành “…””: dropped where it was, added where or as it shall be."""
    words = plain(" ".join(lexeme.text for lexeme in lexemes))
    numbers = list(numbers_said(lexemes))
    row = next((row for row in amended.written.criteria if numbers and amended.old.get(row.name) == numbers[0]), None)
    if row is None or not _MOVES.match(words):
        return
    titles = [str(lexeme.value) for lexeme in lexemes if lexeme.terminal == "QUOTED"]
    new = next((title for title in titles if plain(title) != plain(row.title.text)), "")
    if _POINTS_MOVE.match(words):
        yield from _points_to_new(amended, row, new, lexemes) if len(numbers) == 1 else ()
    elif (place := _PLACE.search(words)) is not None and len(numbers) == 2:
        where = f"{'vào trước' if place['side'] == 'truoc' else 'vào sau'} tiêu chí {numbers[1]}"
        yield _again(amended, row, canonical(row.title.text), _points(row), where)
    elif new and len(numbers) == 1:
        said = [lexeme.text for lexeme in lexemes if lexeme.terminal == "SCORE"]
        yield _again(amended, row, new, said[0] if said else _points(row), _beside(amended, row), words.startswith("thay"))


def _beside(amended: AmendedTable, row: WrittenRow) -> str:
    """The place of a row, said by the one before it, or else behind it."""
    rows = [each for each in amended.written.criteria if each.name in amended.old]
    at = rows.index(row)
    other, side = (rows[at - 1], "sau") if at else (rows[min(1, len(rows) - 1)], "trước")
    return f"vào {side} tiêu chí {amended.old[other.name]}"


def _points(row: WrittenRow) -> str:
    return f"{two_digits(points_in(row))} điểm"


def _called(amended: AmendedTable, row: WrittenRow) -> str:
    return f"tiêu chí {amended.old[row.name]} “{canonical(row.title.text)}”"


def _again(amended: AmendedTable, row: WrittenRow, title: str, points: str, where: str, anew: bool = False) -> Way:
    """The criterion dropped, and added with a title, points and a place; `anew` with another way of scoring."""
    scoring = canonical(row.scoring.text).rstrip(" .;") if points == _points(row) and not anew else "…"
    added = f"Bổ sung tiêu chí “{title}” {points} {where}: {scoring}."
    return Way("Viết thành hai câu:", f"Bỏ {_called(amended, row)}. {added}")


def _points_to_new(amended: AmendedTable, row: WrittenRow, new: str, lexemes: Sequence[Lexeme]) -> Iterator[Way]:
    """“Chuyển 05 điểm từ tiêu chí 3 sang tiêu chí mới “…””."""
    score = next(lexeme.text for lexeme in lexemes if lexeme.terminal == "SCORE")
    left = points_in(row) - (figure_value(score).value or 0)
    if left > 0:
        added = f"Bổ sung tiêu chí “{new or '…'}” {score} vào sau tiêu chí {amended.old[row.name]}: …."
        kept = f"Sửa điểm và cách chấm {_called(amended, row)} thành {two_digits(left)} điểm: …."
        yield Way("Viết thành hai câu, điền các cách chấm:", f"{kept} {added}")
