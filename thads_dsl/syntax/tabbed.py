"""Tables pasted from Word or Excel: their cells are parted by tabs. Read as the table that is meant, and told (TH123)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from thads_dsl.source import Passage, SourceText

# So many rows make a table of two columns: a line with a tab in it, and another one, may be no table.
_FEWEST_OF_TWO = 3
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class TabbedRow:
    """A line with tabs: its place, and the same as a row with strokes."""

    written: Passage
    row: Passage


def tabbed_tables(source: SourceText) -> tuple[tuple[TabbedRow, ...], ...]:
    """The tables that are written so: lines right below each other with as many tabs."""
    return tuple(_tables(source))


def _tables(source: SourceText) -> Iterator[tuple[TabbedRow, ...]]:
    for count, group in groupby(source.folded, key=lambda passage: _count(source.lines[passage.line - 1])):
        rows = list(group) if count else []
        indent = min((_indent(source, passage) for passage in rows), default=0)
        if count > indent and len(rows) >= (_FEWEST_OF_TWO if count - indent == 1 else _FEWEST):
            yield tuple(_row(source, passage, indent) for passage in rows)


def _count(line: str) -> int:
    """How many tabs a line has; none if it is a row with strokes already or has a comment."""
    return 0 if "|" in line or "#" in line else line.count("\t")


def _tabs(source: SourceText, passage: Passage) -> list[int]:
    line = source.lines[passage.line - 1]
    return [index for index, column in enumerate(passage.columns[:-1]) if line[column] == "\t"]


def _indent(source: SourceText, passage: Passage) -> int:
    """How many tabs stand before its first word."""
    first = len(passage.text) - len(passage.text.lstrip())
    return sum(tab < first for tab in _tabs(source, passage))


def _row(source: SourceText, passage: Passage, indent: int) -> TabbedRow:
    tabs = _tabs(source, passage)
    start = tabs[indent - 1] + 1 if indent else 0
    row = passage
    for tab in reversed(tabs[indent:]):
        row = row.replaced(tab, tab + 1, " | ")
    row = row.replaced(len(row.text), len(row.text), " |").replaced(start, start, "| ")
    return TabbedRow(passage.cut(0), row.cut(0))
