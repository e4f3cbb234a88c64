"""Bytes of a plan → lines that are folded for recognition and still know the author's columns."""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from thads_dsl.source.fold import INVISIBLE, fold_same_length

_INVISIBLE = frozenset(INVISIBLE)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one line: the line counts from 1, columns are the author's code points from 0."""

    line: int
    start: int
    end: int

    def meets(self, other: Span) -> bool:
        """Whether the two have a character in common."""
        return self.line == other.line and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Passage:
    """Folded text of one line, or of a part of it; `columns[i]` is the author's column of `text[i]`.

    `columns` has one entry more than the text, for its end.
    """

    text: str
    line: int
    columns: Sequence[int] = field(hash=False)  # a range, or a list where the author's characters are not the folded ones

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The author's place of `text[start:end]`."""
        end = len(self.text) if end is None else end
        return Span(self.line, self.columns[start], max(self.columns[start], self.columns[end]))

    def cut(self, start: int, end: int | None = None) -> Passage:
        """The part `text[start:end]`, without the spaces around it."""
        end = len(self.text) if end is None else end
        while start < end and self.text[start] == " ":
            start += 1
        while end > start and self.text[end - 1] == " ":
            end -= 1
        return Passage(self.text[start:end], self.line, self.columns[start : end + 1])

    def replaced(self, start: int, end: int, by: str) -> Passage:
        """The same passage reading `by` instead of `text[start:end]`; what is new points at what it replaces."""
        columns = [*self.columns[:start], *[self.columns[start]] * len(by), *self.columns[end:]]
        return Passage(self.text[:start] + by + self.text[end:], self.line, columns)

    def followed_by(self, joint: str, other: Passage) -> Passage:
        """This passage, a joint and another one of the same line; the joint points at the end of this one."""
        last = self.columns[len(self.text)]
        columns = [*self.columns[: len(self.text)], *[last] * len(joint), *other.columns]
        return Passage(self.text + joint + other.text, self.line, columns)


@dataclass(frozen=True, slots=True)
class SourceText:
    """The author's lines, and the same lines folded."""

    path: str
    lines: tuple[str, ...]
    folded: tuple[Passage, ...]
    undecodable: int | None = None  # the first line with bytes that are no text

    @classmethod
    def read(cls, path: str, raw: bytes | str) -> SourceText:
        """The only way in: any of UTF-8 (with or without BOM) and UTF-16 with BOM, any kind of newline."""
        text, undecodable = (raw, None) if isinstance(raw, str) else _decode(raw)
        text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        lines = tuple(text.split("\n"))
        folded = tuple(_passage(line, number) for number, line in enumerate(lines, 1))
        return cls(path, lines, folded, undecodable)

    def row(self, line: int) -> Passage:
        """The folded line of a number, counted from 1."""
        return self.folded[line - 1]

    def quote(self, span: Span) -> str:
        """The author's characters at a place."""
        return self.lines[span.line - 1][span.start : span.end]


def _decode(raw: bytes) -> tuple[str, int | None]:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = raw.decode("utf-16", errors="replace")
        bad = text.find("\ufffd")
        return text, None if bad < 0 else text.count("\n", 0, bad) + 1
    try:
        return raw.decode("utf-8"), None
    except UnicodeDecodeError as failure:
        return raw.decode("utf-8", errors="replace"), raw.count(b"\n", 0, failure.start) + 1


def _passage(line: str, number: int) -> Passage:
    if unicodedata.is_normalized("NFC", line) and _INVISIBLE.isdisjoint(line):
        return Passage(fold_same_length(line), number, range(len(line) + 1))
    text: list[str] = []
    columns: list[int] = []
    for start, end in _clusters(line):
        composed = unicodedata.normalize("NFC", line[start:end])
        text.append(composed)
        columns += [start] * len(composed)
    columns.append(len(line))
    return Passage(fold_same_length("".join(text)), number, columns)


def _clusters(line: str) -> list[tuple[int, int]]:
    """Places of each base character with its combining marks; invisible characters belong to none."""
    found: list[tuple[int, int]] = []
    for index, char in enumerate(line):
        if char in _INVISIBLE:
            continue
        if found and unicodedata.combining(char) and found[-1][1] == index:
            found[-1] = (found[-1][0], index + 1)
        else:
            found.append((index, index + 1))
    return found
