"""A pipe table of classes → the sentences that its rows, or its columns, stand for.

“| Hạng | Điểm | Điều kiện | Số lượng tối đa |” over “| A | từ 90 | đạt các chỉ tiêu | 20%, làm tròn xuống |” says
“Hạng A: từ 90 điểm và đạt các chỉ tiêu” and “Không quá 20% số đơn vị xếp Hạng A, làm tròn xuống”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from thads_dsl.source import Passage, plain
from thads_dsl.syntax.cells import cells, is_ruled, uneven
from thads_dsl.syntax.grammar import heading_words
from thads_dsl.syntax.headings import is_nothing

_KINDS = ("number", "remark", "class", "class_points", "condition", "class_share")
_IN_BRACKETS = re.compile(r"\s*\(([^()]*)\)$")
_NAMED = re.compile(r"(?:xếp\s+)?(?:hạng|loại)\s|.*nhiệm vụ$", re.IGNORECASE)
_ON_SCORE = re.compile(r"điểm(?!\s*(?:phần trăm|%))", re.IGNORECASE)
_BETWEEN = re.compile(r"(\d[\d,]*) - (?=(?:dưới )?\d)", re.IGNORECASE)
_SIGN = re.compile(r"[<>≤≥=]")  # complained about where it stands
_LAST_FIGURE = re.compile(r"\d(?:[\d.,]*\d)?(?!.*\d)")
_JOINED = re.compile(r"(?:và|đồng thời|thêm điều kiện)\s+", re.IGNORECASE)
_SHARE = re.compile(
    r"(?:không (?:vượt )?quá |tối đa |nhiều nhất )?(?P<percent>\d+(?:,\d+)?\s*%)"
    r"(?: (?:tổng )?(?:số )?(?P<of>[^,;(]+?))?(?:[,;]\s*(?P<end>.+?)|\s*\((?P<inside>[^()]+)\))?",
    re.IGNORECASE,
)
_NO_LIMIT = re.compile(r"không (?:giới hạn|hạn chế|khống chế)(?: số lượng)?|còn lại", re.IGNORECASE)
_ANY_UNIT = frozenset({"đơn vị", "các đơn vị", "đơn vị được xếp hạng", "đơn vị được xếp loại"})


def class_sentences(rows: tuple[Passage, ...]) -> tuple[Passage, ...] | None:
    """The sentences of a table of classes, each a passage of a line of it; None where its heading is not that of such a table."""
    _, wrong = uneven(rows)
    grid = [cells(row) for row in rows if not is_ruled(row) and row not in wrong]
    for turned in (grid, list(_turned(grid))):
        kinds = _kinds(turned[0]) if turned else []
        if len(turned) > 1 and kinds:
            own = [dict(zip(kinds, row, strict=True)) for row in turned]
            points = tuple(_points(row, own[0]) for row in own[1:])
            return (*points, *(share for row in own[1:] if (share := _share(row, own[0])) is not None))
    return None


def _kinds(heading: tuple[Passage, ...]) -> list[str]:
    """What the columns of a table of classes hold; empty where it is not the heading of one."""
    kinds = [_kind(cell.text) for cell in heading]
    whole = all(kinds) and kinds.count("class") == kinds.count("class_points") == 1 and len(set(kinds)) == len(kinds)
    return kinds if whole else []


def parted(rows: tuple[Passage, ...]) -> Iterator[tuple[Passage, ...]]:
    """A table with one of classes right below it, without a line between them, as the two that they are."""
    begins = next((at for at, row in enumerate(rows) if at and not is_ruled(row) and _kinds(cells(row))), len(rows))
    yield rows[:begins]
    if begins < len(rows):
        yield rows[begins:]


_LISTED = re.compile(
    r"(?P<joint>[:;,]) *(?P<name>(?-i:[A-E]|I{1,3}|IV|V)|xuất sắc|tốt|khá|trung bình|yếu|kém)"
    r"(?: *:? *\((?P<inside>(?:từ|dưới|trên|đến) [^()]*\d điểm[^()]*)\)|(?= *:? *(?:từ|dưới|trên|đến) [^;:()]*\d điểm))",
    re.IGNORECASE,
)


def with_classes_named(line: Passage) -> Passage:
    """“Xếp loại: A từ 90 điểm trở lên, B (dưới 90 điểm)” as “Xếp loại: Loại A từ 90 điểm trở lên; Loại B: dưới 90 điểm”."""
    heading = line.text.partition(":")[0]
    if len(heading) == len(line.text) or _kind(heading) != "class":
        return line
    for found in reversed(list(_LISTED.finditer(line.text, len(heading)))):
        joint = ":" if found["joint"] == ":" else ";"
        points = f": {found['inside']}" if found["inside"] else ""
        line = line.replaced(found.start(), found.end(), f"{joint} {_called(found['name'], heading)}{points}")
    return line


def _turned(grid: list[tuple[Passage, ...]]) -> Iterator[tuple[Passage, ...]]:
    """The columns as rows: classes across the top."""
    yield from zip(*grid, strict=True)


def _kind(heading: str) -> str:
    words = plain(_IN_BRACKETS.sub("", heading))
    return next((kind for kind in _KINDS if words in _known(kind)), "")


@cache
def _known(kind: str) -> frozenset[str]:
    return frozenset(plain(words) for words in heading_words(kind))


def _class(row: dict[str, Passage], heading: dict[str, Passage]) -> str:
    """“Hạng A” of “A” under “Xếp hạng”, “Loại Tốt” of “Tốt” under “Xếp loại”; “Hạng A” as it stands."""
    return _called(row["class"].text, heading["class"].text)


def _called(name: str, heading: str) -> str:
    return name if _NAMED.match(name) else f"{'Hạng' if 'hang' in plain(heading) else 'Loại'} {name}"


def _points(row: dict[str, Passage], heading: dict[str, Passage]) -> Passage:
    """“Hạng A: từ 90 điểm trở lên và đạt các chỉ tiêu”; the words stand where its points are written."""
    said = row.get("class_points", row["class"])
    if not said.text or said is row["class"]:
        return row["class"].replaced(0, len(row["class"].text), f"{_class(row, heading)}: … điểm")  # is told that it is not read
    if (between := _BETWEEN.match(said.text)) is not None:
        said = said.replaced(0, between.end(), f"từ {between[1]} đến ")
    figure = None if _ON_SCORE.search(said.text) or _SIGN.search(said.text) else _LAST_FIGURE.search(said.text)
    if figure is not None:
        said = said.replaced(figure.end(), figure.end(), " điểm")
    condition = row.get("condition")
    if condition is not None and condition.text and not is_nothing(condition):
        words = _JOINED.sub("", condition.text.rstrip(" .;"), count=1)
        said = said.replaced(len(said.text), len(said.text), f" và {words[0].lower()}{words[1:]}")
    return said.replaced(0, 0, f"{_class(row, heading)}: ")


def _share(row: dict[str, Passage], heading: dict[str, Passage]) -> Passage | None:
    """“Không quá 20% số đơn vị xếp Hạng A, làm tròn xuống”; None where a class has no limit."""
    cell = row.get("class_share")
    if cell is None or not cell.text or is_nothing(cell) or _NO_LIMIT.fullmatch(cell.text):
        return None
    said = _SHARE.fullmatch(cell.text.rstrip(" .;"))
    named = _class(row, heading)
    if said is None:
        return cell.replaced(0, 0, f"Số đơn vị xếp {named}: ")
    units = said["of"] or "đơn vị"
    of = "số đơn vị" if units.casefold() in _ANY_UNIT else f"tổng số {units}"
    above = _IN_BRACKETS.search(heading["class_share"].text)
    end = said["end"] or said["inside"] or (above[1] if above is not None else "")
    return cell.replaced(0, len(cell.text), f"Không quá {said['percent']} {of} xếp {named}{f', {end}' if end else ''}")
