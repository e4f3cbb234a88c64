"""A text that is put together from lines of several files, and knows of each where it was written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from thads_dsl.source import SourceText, Span


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a line was written: behind its first `prefix` characters stands what `source` has at `span`.

    With `whole` the line says in other words what stands there: all of it is about all of that.
    """

    source: SourceText
    span: Span
    prefix: int = 0
    whole: bool = False

    def of(self, start: int, end: int) -> Span:
        """The place of a part of the line."""
        if self.whole:
            return self.span
        width = self.span.end - self.span.start
        first, last = (self.span.start + min(max(0, column - self.prefix), width) for column in (start, end))
        return Span(self.span.line, first, last)


Line = tuple[str, Origin]


@dataclass(frozen=True, slots=True)
class Text:
    """The text, line by line with its origins."""

    source: SourceText
    origins: tuple[Origin, ...]

    @classmethod
    def written(cls, source: SourceText) -> Text:
        """A file as it is."""
        return cls(source, tuple(Origin(source, Span(number, 0, len(line))) for number, line in enumerate(source.lines, 1)))

    @classmethod
    def of(cls, path: str, lines: Iterable[Line]) -> Text:
        """What lines make together."""
        texts, origins = zip(*lines, strict=True)
        return cls(SourceText.read(path, "\n".join(texts)), origins)

    def line(self, number: int) -> Line:
        """A line, counted from 1."""
        return self.source.lines[number - 1], self.origins[number - 1]

    def lines_of(self, source: SourceText, numbers: Iterable[int]) -> tuple[int, ...]:
        """Those of some lines that stand in a file as they are there, by their numbers in it."""
        origins = (self.origins[number - 1] for number in numbers)
        return tuple(origin.span.line for origin in origins if origin.source is source and not origin.whole)

    def origin(self, span: Span) -> tuple[SourceText, Span]:
        """The file and the place in it that a place of the text is from."""
        found = self.origins[span.line - 1]
        return found.source, found.of(span.start, span.end)
