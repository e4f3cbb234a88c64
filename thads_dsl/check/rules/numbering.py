"""TH904: numbers follow one another, of the marked lines and of the rows of a table."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH904
from thads_dsl.source import Passage, Span, canonical, plain
from thads_dsl.syntax.cells import cells, heading_and_rows, is_ruled
from thads_dsl.syntax.grammar import heading_words
from thads_dsl.syntax.outline_tree import BULLETS, Item
from thads_dsl.syntax.points import written_table
from thads_dsl.syntax.times import NUMBER_WORDS, ORDINALS

# Điểm letters follow the Vietnamese alphabet (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 5).
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMANS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN = re.compile(r"[IVXLC]+")
_THROUGHOUT = ("điều", "chương", "phần")  # numbered through the whole document, whatever they lie in


@dataclass(frozen=True, slots=True)
class _Number:
    """A marker: of which style, the numbers before its last one (“2” of “2.3.”), and the last one."""

    style: str
    before: str
    last: int


def numbering(facts: Facts) -> Iterator[Diagnostic]:
    """Each marker that does not follow the one before it in its list; the first of a list must be the first number."""
    yield from _without_dash(facts)
    last: dict[tuple[int, int | None, str], tuple[int, Span]] = {}
    items = facts.draft.outline.items
    for line in facts.draft.lines:
        item = line.item
        if facts.draft.amended is None:  # rows that are added go on from those of the base
            yield from _rows(item.rows)
        number = _number(item.marker) if item.marker and item.marker not in BULLETS else None
        if number is None:
            continue
        start = item.line.span().start
        at = Span(item.number, start, start + len(item.marker))
        list_of = (item.document, None if number.style in _THROUGHOUT else item.parent, number.style)
        before, above = last.get(list_of, (0, None))
        if number.style == "phần":
            last.pop((item.document, None, "chương"), None)
        last[list_of] = (number.last, at)
        if number.last != before + 1:
            told = _out_of_order(item.marker, at, above)
            yield replace(told, also=(*told.also, *_unmarked(facts, line, above)))
        elif number.before and (outer := _outer(items, item)) and number.before != outer:
            yield _of_another(item.marker, at, outer)


def _without_dash(facts: Facts) -> Iterator[Diagnostic]:
    """A rule without a dash between two items of one list: its place is that of the item above."""
    plain_lines = (line for line in facts.draft.lines if not line.item.marker and not line.item.aside and line.sentences_with_rules)
    for line in plain_lines:
        around = facts.draft.lines[max(line.index - 1, 0)], facts.draft.lines[min(line.index + 1, len(facts.draft.lines) - 1)]
        above, below = (each.item for each in around)
        listed = above.marker in BULLETS and above.marker == below.marker and above.parent == below.parent and not line.item.of_table
        if listed and _first(line.item) in (_first(above), _first(below)):  # other lines say more of the item above
            yield Diagnostic(
                code=TH904,
                message=f"dòng này không có dấu “{above.marker}”, dòng trên và dòng dưới đều có",
                at=Label(line.item.line.span()),
                also=(Label(above.line.span()), Label(below.line.span())),
                why="Máy coi dòng này là phần tiếp của mục phía trên, nên các gạch đầu dòng phía dưới đếm lại.",
                ways=(Way("Nếu là một mục của danh sách:", f"{above.marker} {canonical(line.item.text.text)}"),),
            )


def _first(item: Item) -> str:
    """The word that a line begins with."""
    return plain(item.text.text).partition(" ")[0]


def _unmarked(facts: Facts, line: Line, above: Span | None) -> Iterator[Label]:
    """The line between a number and the one above it, or before the first, that may have lost the missing one."""
    between = [each.item for each in facts.draft.lines[: line.index] if above is None or each.item.number > above.line]
    lost = [item for item in between if not item.marker and not item.rows and item.document == line.item.document]
    yield from (Label(item.line.span()) for item in lost[-1:])


def _outer(items: tuple[Item, ...], item: Item) -> str:
    """The number of the item around a “2.3.”, where that has one of the same kind."""
    marker = items[item.parent].marker.rstrip(".") if item.parent is not None else ""
    return marker if re.fullmatch(r"\d+(\.\d+)*", marker) else ""


def _out_of_order(marker: str, at: Span, above: Span | None) -> Diagnostic:
    return Diagnostic(
        code=TH904,
        message=f"“{marker}” không tiếp theo mục phía trên" if above else f"“{marker}” đứng đầu danh sách",
        at=Label(at),
        also=(Label(above),) if above else (),
        why="Số, chữ của các mục cùng cấp phải liền nhau." if above else "Mục đầu của một danh sách mang số, chữ đầu tiên: 1, I, a.",
    )


def _of_another(marker: str, at: Span, outer: str) -> Diagnostic:
    return Diagnostic(
        code=TH904,
        message=f"“{marker}” nằm trong mục {outer}",
        at=Label(at),
        why=f"Số của mục nhỏ bắt đầu bằng số của mục lớn: {outer}.1, {outer}.2 …",
    )


def _number(marker: str) -> _Number | None:
    """3 below 2 for “2.3.”, 4 for “IV.”, “(iv)”, “Chương IV”, “Bốn là,”, “Phần thứ tư”, 5 for “đ)”."""
    first, *others = marker.casefold().split()
    if first in _THROUGHOUT:
        word = others[-1].strip(".:")
        ordinal = ORDINALS.index(word) + 1 if len(others) > 1 and word in ORDINALS else None
        found = ordinal if len(others) > 1 else _last(word.upper())
        return None if found is None else _Number(first, "", found)
    if others:
        return _Number("là", "", NUMBER_WORDS[first])
    before, _, end = marker.strip("().").rpartition(".")
    style = "(" * marker.startswith("(") + "." * before.count(".") + ("." if before else "")
    found = _last(end.upper() if marker.startswith("(") else end)
    return None if found is None else _Number(f"{style}{_style(end)}", before, found)


def _style(end: str) -> str:
    return "1" if end.isdigit() else "I" if end.isupper() else "a"


def _last(end: str) -> int | None:
    if end.isdigit():
        return int(end)
    if _ROMAN.fullmatch(end):
        values = [_ROMANS[sign] for sign in end]
        return sum(-value if value < later else value for value, later in zip(values, [*values[1:], 0], strict=True))
    return _LETTERS.index(end) + 1 if len(end) == 1 and end in _LETTERS else None


# ---- rows of a table

_LABEL = re.compile(r"(?:\d{1,2}|[IVX]{1,4}|[A-ZĐ]|[a-zđ])")


def _rows(rows: tuple[Passage, ...]) -> Iterator[Diagnostic]:
    """Labels of the first column that do not follow those above; below a label of another style, a list goes on or begins anew.

    A doubled number of a points table is an error of its own.
    """
    heading, _ = heading_and_rows(rows)
    data = [row for row in rows[len(heading) :] if not is_ruled(row)]
    if not heading or plain(cells(heading[0])[0].text) not in {plain(words) for words in heading_words("number")}:
        return
    told = written_table(rows) is not None
    last: dict[str, tuple[int, Span]] = {}
    doubled: set[str] = set()  # styles of which a number is told to stand twice: the next one follows what either should be
    fresh: set[str] = set()  # styles below which a label of another style stood since
    first = [cells(row)[0] for row in data]
    letters = any(cell.text in ("A", "B") for cell in first)
    for cell in first:
        label = cell.text.strip(" .)")
        if not _LABEL.fullmatch(label):
            continue
        style = "A" if letters and label.isupper() and len(label) == 1 and label not in "IVX" else _style(label)
        found = "ABCDĐEGHIKLMNOPQRSTUVXY".index(label) + 1 if style == "A" else _last(label)
        if found is None:
            continue
        before, above = last.get(style, (0, None))
        doubled |= {style} if found == before and told else set()
        follows = found == before + 1 or (found == 1 and style in fresh) or (style in doubled and found in (before, before + 2))
        if not follows:
            yield _out_of_order(label, cell.span(), above)
        last[style] = (found, cell.span())
        fresh = (fresh | set(last)) - {style}
