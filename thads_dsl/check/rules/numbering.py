"""TH904: numbers follow one another."""

import re
from collections.abc import Iterator

from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label
from thads_dsl.diagnostics.codes import TH904
from thads_dsl.source import Span
from thads_dsl.syntax.outline_tree import BULLETS

# Điểm letters follow the Vietnamese alphabet (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 5).
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMANS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def numbering(facts: Facts) -> Iterator[Diagnostic]:
    """Each marker that does not follow the one before it in its list; the first of a list must be the first number."""
    last: dict[tuple[int, int | None, int | None], int] = {}
    for line in facts.draft.lines:
        item = line.item
        if not item.marker or item.marker in BULLETS or (number := _number(item.marker)) is None:
            continue
        before = last.get((item.document, item.parent, item.rank), 0)
        last[item.document, item.parent, item.rank] = number
        if number != before + 1:
            start = item.line.span().start
            yield Diagnostic(
                code=TH904,
                message=f"“{item.marker}” không tiếp theo mục phía trên" if before else f"“{item.marker}” đứng đầu danh sách",
                at=Label(Span(item.number, start, start + len(item.marker))),
                why="Số, chữ của các mục cùng cấp phải liền nhau."
                if before
                else "Mục đầu của một danh sách mang số, chữ đầu tiên: 1, I, a.",
            )


def _number(marker: str) -> int | None:
    """The last number of a marker: 3 for “2.3.”, 4 for “IV.” and “(iv)”, 5 for “đ)”."""
    plain = marker.strip("().").rpartition(".")[2]
    plain = plain.upper() if marker.startswith("(") else plain
    if plain.isdigit():
        return int(plain)
    if re.fullmatch(r"[IVXLC]+", plain):
        values = [_ROMANS[sign] for sign in plain]
        return sum(-value if value < later else value for value, later in zip(values, [*values[1:], 0], strict=True))
    return _LETTERS.index(plain) + 1 if len(plain) == 1 and plain in _LETTERS else None
