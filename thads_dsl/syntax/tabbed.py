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
    counted = (
        (passage, 0 if {"|", "#"} & set(line) else line.count("\t")) for passage, line in zip(source.folded, source.lines, strict=True)
    )
    for count, group in groupby(counted, key=lambda each: each[1]):
        rows = [passage for passage, _ in group]
        indent = min(_indent(source, passage) for passage in rows)
        if count > indent and len(rows) >= (_FEWEST_OF_TWO if count - indent == 1 else _FEWEST):
            yield tuple(_row(source, passage, indent) for passage in rows)


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
