"""A line of a pipe table, cut into its cells."""

import re
from collections.abc import Iterator
from itertools import pairwise

from thads_dsl.source import Passage


def cells(row: Passage) -> tuple[Passage, ...]:
    """The cells of a pipe row, each with its place."""
    text = row.text.rstrip()
    ends = [at for at, char in enumerate(text) if char == "|"]
    if not text.endswith("|"):
        ends.append(len(text))
    return tuple(row.cut(start + 1, end) for start, end in pairwise(ends))


# What parts the lines of a cell that Word wrote as paragraphs: <br>, or a bullet at its beginning, behind a stop or before a capital.
_LINE = re.compile(r"\s*<[bB][rR]\s*/?>\s*(?:[-+·*]\s*)?|(?:^|(?<=[;.]))\s*[-+·*]\s*(?=[^\W\d])|(?<=\w)\s+[-+·*]\s+(?=[A-ZÀ-ỸĐ])")
_SHORT = re.compile(r"(?<![\d.,])(\d{1,3}(?:,\d+)?)\s?đ(?!\w)")  # “0,5đ” is points; “500.000đ” is money


def lines_of_cell(cell: Passage) -> Iterator[Passage]:
    """The lines of a cell, without their bullets, and with “10đ” spelled out."""
    starts = [(0, 0), *((found.start(), found.end()) for found in _LINE.finditer(cell.text)), (len(cell.text), len(cell.text))]
    for (_, begin), (end, _) in pairwise(starts):
        line = cell.cut(begin, end)
        for found in reversed(list(_SHORT.finditer(line.text))):
            line = line.replaced(found.end(1), found.end(), " điểm")
        if line.text:
            yield line
