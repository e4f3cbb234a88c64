"""The parts of a plan as its outline has them, and how they lie in each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from thads_dsl.source import Passage
from thads_dsl.syntax.line_slips import Slip
from thads_dsl.syntax.lines import LineToken
from thads_dsl.syntax.tabbed import TabbedRow

BULLETS = ("-", "·", "+", "*")


@dataclass(frozen=True, slots=True)
class Key:
    """One line of the front matter; a key that is not known has the name ``""``, one that is misspelt the name that is meant."""

    name: str
    value: Passage
    line: Passage
    slip: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """`Hiểu là:`, `Đề xuất hiểu là:` or `Đính chính:` under a line; `terms` is what stands in brackets before the colon."""

    kind: str
    terms: Passage
    text: Passage
    line: Passage


@dataclass(slots=True)
class Item:
    """A line of the body.

    `rank` orders markers from the outermost (0) inwards; a paragraph has none and belongs to the open item, its parent.
    `end` is the index after the last item inside this one; `steps` is its place.
    """

    line: Passage
    marker: str
    text: Passage
    aside: bool
    notes: tuple[Note, ...]
    rank: int | None = None
    parent: int | None = None
    end: int = 0
    steps: tuple[str, ...] = ()
    rows: tuple[Passage, ...] = ()  # a table has its rows here, and no text
    document: int = 0  # of which document of the file: 0 is the first, 1 the one that is attached to it first
    spoken: bool = False  # a table whose rows are sentences, which follow as items
    of_table: bool = False  # such a sentence: the document prints its table

    @property
    def number(self) -> int:
        """Its line in the file."""
        return self.line.line


@dataclass(frozen=True, slots=True)
class Example:
    """One VÍ DỤ: its heading, and its steps and rows in order."""

    heading: Passage
    lines: tuple[LineToken, ...]

    @property
    def tables(self) -> tuple[tuple[Passage, ...], ...]:
        """The rows that follow one another; an example has one table at most, but for a slip between two."""
        runs = groupby(self.lines, key=lambda line: line.is_row)
        return tuple(tuple(line.passage for line in lines) for is_row, lines in runs if is_row)

    @property
    def rows(self) -> tuple[Passage, ...]:
        """Those of its table."""
        return tuple(line.passage for line in self.lines if line.is_row)


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the part that is not printed: its heading and its items."""

    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Attached:
    """A document that `Kèm theo:` attaches: its keys (the first, `tên loại`, is what stands behind the colon) and its recipients."""

    keys: tuple[Key, ...]
    recipients: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """The file by its parts; `keys` and `recipients` are those of the first document, `items` are those of all."""

    keys: tuple[Key, ...]
    items: tuple[Item, ...]
    recipients: tuple[Passage, ...]
    sections: tuple[Section, ...]
    examples: tuple[Example, ...]
    strays: tuple[Passage, ...]  # lines that fit nowhere
    orphans: tuple[Note, ...]  # notes without a line above them
    attached: tuple[Attached, ...] = ()
    slips: tuple[Slip, ...] = ()  # of lines that were read as they are meant
    tabbed: tuple[tuple[TabbedRow, ...], ...] = ()  # tables whose cells tabs part, read as they are meant

    @property
    def every_key(self) -> tuple[Key, ...]:
        """The keys of all documents."""
        return (*self.keys, *(key for each in self.attached for key in each.keys))

    @property
    def every_recipient(self) -> tuple[Passage, ...]:
        """The recipients of all documents."""
        return (*self.recipients, *(passage for each in self.attached for passage in each.recipients))


def end_of_document(items: tuple[Item, ...], index: int) -> int:
    """The index after the last item of the document that an item is in."""
    return next((at for at in range(index, len(items)) if items[at].document != items[index].document), len(items))


def file_named(key: Key) -> str:
    """The name of the file in “Quyết định số … (tệp bang-tieu-chi.plan)”; a value without one is taken whole."""
    found = re.search(r'[^\s()"]+\.plan\b', key.value.text)
    return found[0] if found else key.value.text


def ancestors(items: tuple[Item, ...], index: int | None) -> Iterator[int]:
    """The item itself and those around it, from the inside outwards."""
    while index is not None:
        yield index
        index = items[index].parent
