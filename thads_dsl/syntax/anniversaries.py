"""Anniversaries and feasts as they are written: “kỷ niệm 79 năm Ngày Quốc khánh (02/9/1945 - 02/9/2024)”, “Quốc khánh 2/9”,
“Đại hội lần thứ 14”.

Their figures have a place wherever they stand, so a form takes no day that something else is due by: between its words and a day
without brackets stands no comma, and no word of anniversaries.txt that is busy with another day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from thads_dsl.syntax.grammar import anniversary_words
from thads_dsl.syntax.written_forms import DAY, MONTH, SPELLED, DateText, date_value

End = tuple[int, int, int]  # day, month, year; 0 for what is left out


@dataclass(frozen=True, slots=True)
class Anniversary:
    """“kỷ niệm N năm X (first - last; first - last)”; None for years that are not told and for a last day that is not."""

    years: int | None
    spans: tuple[tuple[End, End | None], ...]


_HONOURS, _KEEPS, _FEAST, _EVENT, _MEETING = map(anniversary_words, ("honours", "keeps", "feast", "event", "meeting"))
_NAMED = rf"(?:(?:ngày\s+)?{_FEAST}|ngày(?=\s+(?-i:[A-ZĐÂÔ])))"  # “Quốc khánh”, “Ngày Pháp luật Việt Nam”
_COUNT = r"\d{1,4}(?![\d/]|[.,]\d)"
_HONOURED = rf"{_HONOURS}\s+(?:(?:lần thứ\s+)?{_COUNT}\s+năm(?!\w)|lần thứ\s+{_COUNT})"
_COUNTED = rf"{_COUNT}\s+năm(?=\s+(?:{_FEAST}|{_EVENT}))"
_DATED = rf"(?:(?:(?:ngày|tháng)\s+)?(?:{DAY}|{MONTH})|(?:ngày\s+)?{SPELLED})(?![/\d])"
_END = rf"(?:{_DATED}|(?:năm\s+)?\d{{4}}(?![/\d]))"
_TO = r"(?:\s*-\s*|\s+(?:/|đến)\s+)"
_SPANS = rf"(?:từ\s+)?{_END}(?:{_TO}(?:{_END}|nay))?"
_DAY = r"\d{1,2}/\d{1,2}(?![/\d]|\.\d|\s+(?:tổng\s+)?số\s)"  # “2/9”; “2/3 số đơn vị” is a share
_DAYS = rf"(?:ngày\s+)?{_DAY}(?:(?:,\s*|\s+và\s+)(?:ngày\s+)?{_DAY})*"
# what is kept: “năm 1975”, “mùa Xuân 1975”, “Tháng 8” belong to its name
_WORD = r"(?:(?<=năm )\d{4}|(?<=xuân )\d{4}|(?<=cách mạng tháng )8|[^\d;.()])"
_WORDS = rf"\s+{_WORD}{{0,200}}"
_BETWEEN = rf"(?:(?!(?<!\w){anniversary_words('busy')})(?!,){_WORD}){{0,200}}"
_QUIET = rf"\s+{_BETWEEN}"
_YEARLY = rf"(?:\(\s*{_DAYS}\s*\)|{_DAYS})"

FORMS: tuple[str, ...] = (
    rf"(?:{_HONOURED}|{_COUNT}\s+năm){_WORDS}(?:{_YEARLY}\s*)?\((?:từ\s+)?{_DATED}{_TO}{_DATED}(?:(?:\s*[,;]|\s+và)\s*{_SPANS})*\)",
    # “từ … đến …”, “5 năm (2021-2025)”, or one end alone, is a length of time elsewhere
    rf"{_HONOURED}{_WORDS}\({_SPANS}(?:(?:\s*[,;]|\s+và)\s*{_SPANS})*\)",
    rf"(?:{_FEAST}\s+|ngày\s+[^\W\d])[^\d;.()]{{0,200}}\({_DATED}{_TO}{_DATED}\)",
    rf"(?:{_HONOURED}|{_COUNTED}){_QUIET},?\s*{_END}{_TO}{_END}",
    rf"{_KEEPS}{_QUIET}{_DATED}{_TO}{_DATED}",
    rf"(?:{_HONOURED}|{_COUNTED}){_QUIET}(?:{_YEARLY}|{_DATED}(?!\s*-))",
    rf"{_KEEPS}\s+(?=[^\W\d]){_BETWEEN}{_YEARLY}",
    rf"{_NAMED}{_QUIET}{_YEARLY}",
    rf"{_FEAST}\s+(?:{_DATED}|\({_DATED}\))",
    rf"{_MEETING}\s+[^\d;.(),]{{0,200}}lần thứ\s+{_COUNT}",
    _HONOURED,
    rf"kỷ niệm\s+(?:lần thứ\s+)?{_COUNT}",
    _COUNTED,
)


_BARE_END = rf"{DAY}|{SPELLED}|{MONTH}|\d{{4}}"
# groups: the first day or year, the last
SPAN = re.compile(rf"({_BARE_END})(?:{_TO}(?:(?:ngày|tháng|năm)\s+)?({_BARE_END}))?", re.IGNORECASE)
_FEAST_DAY = re.compile(r"(?<![\d/.-])\d{1,2}/\d{1,2}(?![/\d])")


def feasts_within(text: str) -> list[tuple[int, int, DateText]]:
    """The days without a year inside a form: (start, end, day)."""
    return [(each.start(), each.end(), date_value(each[0])) for each in _FEAST_DAY.finditer(text)]


def anniversary_value(written: str) -> Anniversary:
    """What a form of `FORMS` counts, and between which days."""
    counted = re.match(rf"(?:{_HONOURS}\s+)?(?:lần thứ\s+)?({_COUNT})", written, re.IGNORECASE)
    bracket = written.rfind("(")
    told = written[bracket + 1 :] if bracket >= 0 else written[counted.end() if counted else 0 :]
    spans = tuple((_end(each[1]), _end(each[2]) if each[2] else None) for each in SPAN.finditer(told))
    return Anniversary(int(counted[1]) if counted else None, spans)


def _end(written: str) -> End:
    numbers = [0, 0, *(int(digits) for digits in re.findall(r"\d+", written))]
    return numbers[-3], numbers[-2], numbers[-1]
