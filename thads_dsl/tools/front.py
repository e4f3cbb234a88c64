"""The front matter of a new draft: no number, no day, not issued."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thads_dsl.source import Passage, plain
from thads_dsl.syntax.lines import line_patterns
from thads_dsl.tools.findings import Change, Edit, Found, replaced
from thads_dsl.tools.years import Move, cited_document

_DRAFT = "dự thảo"
_BLANK = "…"
_DAY = re.compile(r"ngày\s+(\S+)\s+tháng\s+(\S+)(?:\s+năm\s+(\S+))?", re.IGNORECASE)
_FIGURES_OF_DAY = re.compile(r"(?:ngày\s+)?\d{1,2}\s*[/.]\s*\d{1,2}\s*[/.]\s*(\d{4})", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?=\s*/)")
# Keys that name other documents, which stay what they are.
CITING = frozenset({"căn cứ", "nguồn", "trên cơ sở", "sửa đổi"})


def key_of(line: Passage) -> tuple[str, int]:
    """The name of a key of the front matter (lower case; empty if it is not known), and where its value begins."""
    known = line_patterns()["KEY"].fullmatch(line.text)
    at = line.text.index(":") + 1
    return known[1].casefold() if known else "", at + len(line.text[at:]) - len(line.text[at:].lstrip())


def reset(line: Passage, move: Move) -> tuple[Found, ...] | None:
    """What a new draft makes of a line of the front matter; None where it is like any other line."""
    name, at = key_of(line)
    value = line.text[at:]
    match name:
        case "tình trạng":
            return (replaced(at, len(line.text), _DRAFT),) if plain(value) != plain(_DRAFT) else ()
        case "số, ký hiệu":
            number = _NUMBER.search(value)
            return (replaced(at + number.start(), at + number.end(), _BLANK),) if number else ()
        case "địa danh, thời gian":
            return tuple(_without_day(value, at, move))
        case _ if name in CITING:
            return (cited_document(value, move),) if move.by and re.search(r"\d", value) else ()
    return None


def _without_day(value: str, at: int, move: Move) -> Iterator[Found]:
    """“A, ngày 20 tháng 3 năm 2024” → “A, ngày … tháng … năm 2025”."""
    if day := _DAY.search(value):
        groups = [(group, _BLANK) for group in (1, 2) if day[group][0].isdigit()]
        if (day[3] or "").isdigit() and move.by:
            groups.append((3, str(int(day[3]) + move.by)))
        if groups:
            edits = (Edit(at + day.start(group), at + day.end(group), text) for group, text in groups)
            yield Change(at + day.start(), at + day.end(), tuple(edits))
    elif day := _FIGURES_OF_DAY.search(value):
        yield replaced(at + day.start(), at + day.end(), f"ngày {_BLANK} tháng {_BLANK} năm {int(day[1]) + move.by}")
