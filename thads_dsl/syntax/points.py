"""A pipe table of points as written: parts, criteria and the total, cut into cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from itertools import zip_longest

from thads_dsl.source import Passage, plain
from thads_dsl.syntax.cells import cells
from thads_dsl.syntax.grammar import heading_words
from thads_dsl.syntax.lexer import lex
from thads_dsl.syntax.names import NameTable
from thads_dsl.syntax.written_forms import Figure

_HEADINGS = ("number", "criterion", "points", "scoring")  # kinds of headings; all but the number go on as they like
_TOTAL = re.compile(r"tong(?: cong| so| diem)*(?: ?[(\d:].*)?|cong|tong(?: cong| so)? diem .*|tong cong .*")
_STYLES = (r"[IVX]+", r"[A-ZĐ]", r"\d+", r"\d+\.\d+", r"\d+(?:\.\d+){2,}", r"[a-zđ]")
_NUMBERS = ("SCORE", "NUMBER")
_LETTERS_BEFORE_I = frozenset("ABCDEFGH")


class RowKind(Enum):
    """What a row of the table says."""

    PART = "phần"
    CRITERION = "tiêu chí"
    TOTAL = "tổng"


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """One row below the heading; a row with another number of cells than the heading has `whole` False.

    `cited` is the number with those of the parts around it, where the number alone stands for several rows (“II.1.a”), or is a dash.
    `beside` are the cells of all other columns, in the order of their headings.
    """

    kind: RowKind
    number: Passage
    title: Passage
    points: Passage
    scoring: Passage
    row: Passage
    whole: bool = True
    cited: str = ""
    beside: tuple[Passage, ...] = ()

    @property
    def name(self) -> str:
        """What the row is called by: its own number, or that with the parts around it."""
        return self.cited or self.own

    @property
    def own(self) -> str:
        """The number without its punctuation: “3” of “3.”, “1” of “01”, “A” of “Phần A”."""
        text = re.sub(r"^(?:phần|mục)\s+", "", self.number.text.strip(" .)("), flags=re.IGNORECASE)
        return re.sub(r"\b0+(?=\d)", "", text)

    def figure(self, names: NameTable) -> Figure | None:
        """What the points column holds, where that is one number, rightly spelt or not."""
        lexemes = lex(self.points, names)
        figure = lexemes[0].value if len(lexemes) == 1 and lexemes[0].terminal in _NUMBERS else None
        return figure if isinstance(figure, Figure) else None

    @property
    def texts(self) -> tuple[str, ...]:
        """The cells as they are printed."""
        return (self.number.text, self.title.text, self.points.text, self.scoring.text)

    @property
    def style(self) -> int:
        """How the number is written: Roman, letter, figure, …; by it rows nest in the order of first use."""
        if self.own in _LETTERS_BEFORE_I:
            return 1
        return next((style for style, pattern in enumerate(_STYLES) if re.fullmatch(pattern, self.own)), len(_STYLES))


@dataclass(frozen=True, slots=True)
class WrittenTable:
    """A points table: its rows in order, the heading left out; `beside` are the headings of the columns that give no points."""

    heading: Passage
    rows: tuple[WrittenRow, ...]
    beside: tuple[Passage, ...] = ()

    @property
    def criteria(self) -> tuple[WrittenRow, ...]:
        """The rows that give points."""
        return tuple(row for row in self.rows if row.kind is RowKind.CRITERION)


def written_table(rows: tuple[Passage, ...]) -> WrittenTable | None:
    """The points table that these pipe rows are; None if their heading is not that of one."""
    heading = [plain(cell.text) for cell in cells(rows[0])] if rows else []
    places = {kind: next((at for at, cell in enumerate(heading) if _heads(kind).fullmatch(cell)), None) for kind in _HEADINGS}
    if places["number"] is None and heading[:1] == [""] and 0 not in places.values():
        places["number"] = 0  # “| | Tiêu chí | Điểm | …”
    if places["points"] is None or places["scoring"] is None or places["criterion"] is None:
        return None
    body = [(row, cells(row)) for row in rows[1:] if row.text.strip("|-: ")]
    read = [_row(row, found, places, len(heading)) for row, found in body]
    beside = tuple(cell for at, cell in enumerate(cells(rows[0])) if at not in places.values())
    return WrittenTable(rows[0], tuple(_cited(_with_kinds(read))), beside)


@cache
def _heads(kind: str) -> re.Pattern[str]:
    """The headings of a kind of column."""
    words = "|".join(re.escape(plain(each)) for each in heading_words(kind))
    return re.compile(rf"(?:{words})" if kind == "number" else rf"(?:{words})\b.*")


def _row(row: Passage, found: tuple[Passage, ...], places: dict[str, int | None], width: int) -> WrittenRow:
    empty = row.cut(0, 0)
    taken = {name: found[at] if at is not None and at < len(found) else empty for name, at in places.items()}
    scored = bool(taken["scoring"].text) and taken["number"].text.isdigit()  # “Tổng cộng tác viên” is the name of a criterion
    total = not scored and any(_TOTAL.fullmatch(plain(taken[cell].text)) for cell in ("criterion", "number"))
    kind = RowKind.TOTAL if total else RowKind.CRITERION
    number, title, points, scoring = (taken[name] for name in _HEADINGS)
    beside = tuple(cell for at, cell in enumerate(found) if at not in places.values())
    return WrittenRow(kind, number, title, points, scoring, row, whole=len(found) == width, beside=beside)


def _with_kinds(rows: list[WrittenRow]) -> list[WrittenRow]:
    """A row without a way of scoring that has rows of another style below it is a part."""
    found = []
    for row, below in zip_longest(rows, rows[1:]):
        opens = below is not None and below.kind is not RowKind.TOTAL and below.style != row.style
        is_part = row.kind is RowKind.CRITERION and not row.scoring.text and opens
        found.append(replace(row, kind=RowKind.PART) if is_part else row)
    return found


_DASHES = frozenset("-–—+*•·")


def _cited(rows: list[WrittenRow]) -> Iterator[WrittenRow]:
    """The rows, those numbered anew in each part (“a” twice) called by their number and the parts around them."""
    counts = Counter((row.kind, row.own) for row in rows)
    anew = {(row.kind, row.style) for row in rows if counts[row.kind, row.own] > 1}
    dashes = Counter[tuple[str, ...]]()
    for row, around in zip(rows, _around(rows), strict=True):
        path = tuple(part.own for part in around)
        if row.own in _DASHES:
            dashes[path] += 1
            yield replace(row, cited=f"{_joined(path)}-{dashes[path]}" if path else str(dashes[path]))
        else:
            yield replace(row, cited=_joined((*path, row.own))) if (row.kind, row.style) in anew and path and row.own else row


def _joined(path: tuple[str, ...]) -> str:
    """“I.2.2.a” of I, 2, 2.2, a."""
    steps: list[str] = []
    for step in path:
        steps[-1 if steps and step.startswith(f"{steps[-1]}.") else len(steps) :] = [step]
    return ".".join(steps)


def parts_of(table: WrittenTable) -> tuple[tuple[WrittenRow, ...], ...]:
    """For each row the parts around it, the outermost first."""
    return _around(table.rows)


def _around(rows: Sequence[WrittenRow]) -> tuple[tuple[WrittenRow, ...], ...]:
    found = []
    open_parts: list[WrittenRow] = []
    for row in rows:
        same = next((at for at, part in enumerate(open_parts) if part.style == row.style), None)
        if same is not None:
            del open_parts[same:]
        if row.kind is RowKind.TOTAL:
            open_parts.clear()
        found.append(tuple(open_parts))
        if row.kind is RowKind.PART:
            open_parts.append(row)
    return tuple(found)
