"""What rolling finds in a line: what is changed, and what only the author can decide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thads_dsl.source import Passage, SourceText, canonical

COMMENT = "# cần xem:"  # how a mark begins; comments are not printed


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Put `text` in place of the folded characters from `start` to `end` of a line."""

    start: int
    end: int
    text: str

    def moved(self, by: int) -> Edit:
        """The same further on in a line."""
        return Edit(self.start + by, self.end + by, self.text)


@dataclass(frozen=True, slots=True)
class Change:
    """Edits of one form of a line; the form, from `start` to `end`, is what the author is shown."""

    start: int
    end: int
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that is left as it is because only the author knows: what (a quotation in “…”), and what to look at."""

    about: str
    why: str

    @property
    def text(self) -> str:
        """The mark as the author reads it."""
        return f"{self.about}: {self.why}"


Found = Change | Mark


def edited(source: SourceText, passage: Passage, edits: Iterable[Edit], start: int = 0, end: int | None = None) -> str:
    """The author's characters of `passage[start:end]` (not stripped) with the edits made; all edits lie inside."""
    whole = passage.span(start, end)
    line, at, pieces = source.lines[whole.line - 1], whole.start, []
    for edit in sorted(edits):
        span = passage.span(edit.start, edit.end)
        pieces += [line[at : span.start], edit.text]
        at = span.end
    return "".join([*pieces, line[at : whole.end]])


def quoted(text: str) -> str:
    """Words of the plan as marks quote them."""
    return f"“{canonical(text)}”"


def replaced(start: int, end: int, text: str) -> Change:
    """One form as a whole becomes another text."""
    return Change(start, end, (Edit(start, end, text),))


def changes(found: Sequence[Found]) -> list[Change]:
    """The changes among what was found."""
    return [each for each in found if isinstance(each, Change)]
