"""“Bỏ tiêu chí 3 và 4”, “Sửa điểm tiêu chí 1, 2 thành 20 điểm”: several criteria in one sentence, as a sentence of each (TH629)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thads_dsl.check.amended.table import AmendedTable
from thads_dsl.diagnostics import Way
from thads_dsl.source import canonical, plain
from thads_dsl.syntax.literals import CRITERION_NUMBER
from thads_dsl.syntax.points import WrittenRow

_LIST = re.compile(
    rf"tiêu chí (?P<first>{CRITERION_NUMBER})(?P<more>(?:(?:,| và|, và) (?:tiêu chí )?{CRITERION_NUMBER}(?! ?điểm))+)", re.IGNORECASE
)
_DROPS = re.compile(r"(?:bai )?bo (?:cac )?tieu chi\b")
_BY = re.compile(r"\b(?:them|bot)\b|(?:tang|giam)(?!.*\b(?:len|xuong|con|thanh)\b)")
_POINTS = re.compile(r"(\d+(?:,\d+)?) điểm")


def several_ways(amended: AmendedTable, written: str) -> Iterator[Way]:
    """One line for each criterion of a list; nothing where the sentence has no list, or names one that the base does not have."""
    found = _LIST.search(written)
    if found is None:
        return
    rows = {amended.old[row.name]: row for row in amended.written.criteria if row.name in amended.old}
    numbers = [found["first"], *re.findall(CRITERION_NUMBER, found["more"])]
    if not all(number in rows for number in numbers):
        return
    lines = [_line(number, rows[number], written) for number in numbers]
    yield Way("Mỗi tiêu chí một câu:", "\n".join(f"- {line}" for line in lines))


def _line(number: str, row: WrittenRow, written: str) -> str:
    called = f"tiêu chí {number} “{canonical(row.title.text)}”"
    words, points = plain(written), _POINTS.findall(written)
    if _DROPS.match(words):
        return f"Bỏ {called}."
    new = f"{points[0]} điểm" if len(points) == 1 and not _BY.search(words) else "… điểm"
    return f"Sửa điểm {called} thành {new}."
