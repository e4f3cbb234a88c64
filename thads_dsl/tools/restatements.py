"""Quotations in `Hiểu là:` and `Đính chính:` → the same words of the changed line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from thads_dsl.source import Passage
from thads_dsl.tools.findings import Change, Found, changes

_QUOTED = re.compile(r'"([^"]*)"')


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation of the line above, from `start` to `end` of the note, and its change (None: that part of the line stays)."""

    start: int
    end: int
    change: Change | None

    def covers(self, change: Change) -> bool:
        """Whether a change lies in the quotation, and so is made already."""
        return self.start <= change.start and change.end <= self.end


def image(note: Passage, owner: Passage, found: Sequence[Found]) -> list[Quotation]:
    """Every quotation of the note that stands in the line above once (or it would not say where), with the edits of that line."""
    quotations = []
    for quoted in _QUOTED.finditer(note.text):
        words = quoted[1].strip()
        if not words or owner.text.count(words) != 1:
            continue
        start = quoted.start(1) + quoted[1].index(words)
        at = owner.text.index(words)
        edits = [edit for change in changes(found) for edit in change.edits if at < edit.end and edit.start < at + len(words)]
        if all(at <= edit.start and edit.end <= at + len(words) for edit in edits):
            inside = tuple(edit.moved(start - at) for edit in edits)
            change = Change(start, start + len(words), inside) if inside else None
            quotations.append(Quotation(start, start + len(words), change))
    return quotations
