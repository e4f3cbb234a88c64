"""The lines of a pipe table, cut into its heading, its rows, their cells, and the lines of a cell."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from thads_dsl.source import Passage
from thads_dsl.syntax.grammar import heading_words


def ends_of_cells(row: Passage) -> tuple[tuple[int, int], ...]:
    """Where the cells of a pipe row begin and end in its text, the spaces around their words included."""
    text = row.text.rstrip()
    ends = [at for at, char in enumerate(text) if char == "|"]
    if not text.endswith("|"):
        ends.append(len(text))
    return tuple((start + 1, end) for start, end in pairwise(ends))


def cells(row: Passage) -> tuple[Passage, ...]:
    """The cells of a pipe row, each with its place."""
    return tuple(row.cut(start, end) for start, end in ends_of_cells(row))


def is_ruled(row: Passage) -> bool:
    """Whether a row is the line `|---|---|`, which says nothing."""
    return not row.text.strip("|-: ")


def uneven(rows: tuple[Passage, ...]) -> tuple[int, tuple[Passage, ...]]:
    """How many columns a table has, by most of its rows, and the rows that have more or fewer cells.

    Of two rows the longer one counts: cells are rather left out than added.
    """
    counts = {row: len(cells(row)) for row in rows if not is_ruled(row)}
    columns = max(Counter(counts.values()).items(), key=lambda each: (each[1], each[0]), default=(0, 0))[0]
    return columns, tuple(row for row, count in counts.items() if count != columns)


def heading_and_rows(rows: tuple[Passage, ...]) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """The rows of the heading, and those below it, without ruled ones and those that have more or fewer cells than the heading.

    A heading has a second row where cells of its first one are merged: they are left empty, and so is the first cell below.
    """
    said = [row for row in rows if not is_ruled(row)]
    count = 1
    while count < len(said) and _has_merged(said[count - 1]) and not cells(said[count])[:1][0].text:
        count += 1
    return tuple(said[:count]), tuple(row for row in said[count:] if len(cells(row)) == len(cells(said[0])))


def _has_merged(row: Passage) -> bool:
    return any(not cell.text for cell in cells(row)[1:])


def cell_at(rows: tuple[Passage, ...], line: int, column: int) -> tuple[int, int] | None:
    """The row (from 1, below the heading) and column (from 1) of the cell at a column of the author's line; None where it is none."""
    _, below = heading_and_rows(rows)
    row = next((at for at, row in enumerate(below) if row.line == line), None)
    if row is None:
        return None
    ends = ends_of_cells(below[row])
    found = (at for at, (start, end) in enumerate(ends) if below[row].span(start, end).start <= column <= below[row].span(start, end).end)
    return next(((row + 1, at + 1) for at in found), None)


# What parts the lines of a cell that Word wrote as paragraphs: <br>, or a bullet at its beginning, behind a stop or before a capital.
_LINE = re.compile(r"\s*<[bB][rR]\s*/?>\s*(?:[-+·*]\s*)?|(?:^|(?<=[;.]))\s*[-+·*]\s*(?=[^\W\d])|(?<=\w)\s+[-+·*]\s+(?=[A-ZÀ-ỸĐ])")
_SHORT = re.compile(r"(?<![\d.,])(\d{1,3}(?:,\d+)?)\s?đ(?!\w)")  # “0,5đ” is points; “500.000đ” is money


def _joins(text: str, dash: re.Match[str]) -> bool:
    """Whether a dash stands inside of a name: “Hội đồng Thi đua - Khen thưởng”."""
    before, after = text[: dash.start()].casefold(), text[dash.end() :].casefold()
    names = (name.split(" - ") for name in heading_words("dashed"))
    return any(before.endswith(first) and after.startswith(second) for first, second in names)


def lines_of_cell(cell: Passage) -> Iterator[Passage]:
    """The lines of a cell, without their bullets, and with “10đ” spelled out."""
    parted = (found.span() for found in _LINE.finditer(cell.text) if not _joins(cell.text, found))
    starts = [(0, 0), *parted, (len(cell.text), len(cell.text))]
    for (_, begin), (end, _) in pairwise(starts):
        line = cell.cut(begin, end)
        for found in reversed(list(_SHORT.finditer(line.text))):
            line = line.replaced(found.end(1), found.end(), " điểm")
        if line.text:
            yield line
