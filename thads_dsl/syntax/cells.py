"""A line of a pipe table, cut into its cells."""

from itertools import pairwise

from thads_dsl.source import Passage


def cells(row: Passage) -> tuple[Passage, ...]:
    """The cells of a pipe row, each with its place."""
    text = row.text.rstrip()
    ends = [at for at, char in enumerate(text) if char == "|"]
    if not text.endswith("|"):
        ends.append(len(text))
    return tuple(row.cut(start + 1, end) for start, end in pairwise(ends))
