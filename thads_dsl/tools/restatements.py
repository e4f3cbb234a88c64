"""Quotations in `Hiểu là:` and `Đính chính:` → the same words of the changed line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from thads_dsl.source import Passage
from thads_dsl.tools.findings import Change, Edit, Found, changes

_QUOTED = re.compile(r'"([^"]*)"')
_COUNT = re.compile(r"(\d{1,4})(?:\s+năm)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation of the line above, from `start` to `end` of the note, and its change (None: that part of the line stays)."""

    start: int
    end: int
    change: Change | None

    def covers(self, change: Change) -> bool:
        """Whether a change lies in the quotation, and so is made already."""
        return self.start <= change.start and change.end <= self.end


def image(note: Passage, owner: Passage, found: Sequence[Found], years: int) -> list[Quotation]:
    """Every quotation of the note that stands in the line above once (or it would not say where), with the edits of that line.

    A bare figure that is put in the place of one that moved by so many `years` moves with it: “77 năm” thành “78 năm”.
    """
    quotations: list[Quotation] = []
    for quoted in _QUOTED.finditer(note.text):
        words = quoted[1].strip()
        start = quoted.start(1) + quoted[1].find(words)
        before = quotations[-1] if quotations else None
        if words and owner.text.count(words) == 1:
            quotations += _same_words(start, owner.text.index(words), words, found)
        elif before and before.change and (count := _COUNT.fullmatch(words)):
            edit = Edit(start, start + len(count[1]), str(int(count[1]) + years))
            quotations.append(Quotation(start, start + len(words), Change(start, start + len(words), (edit,))))
    return quotations


def _same_words(start: int, at: int, words: str, found: Sequence[Found]) -> list[Quotation]:
    """The quotation at `start` of the words at `at` in the line above; none where an edit of that line lies across an end of them."""
    edits = [edit for change in changes(found) for edit in change.edits if at < edit.end and edit.start < at + len(words)]
    if not all(at <= edit.start and edit.end <= at + len(words) for edit in edits):
        return []
    inside = tuple(edit.moved(start - at) for edit in edits)
    return [Quotation(start, start + len(words), Change(start, start + len(words), inside) if inside else None)]
