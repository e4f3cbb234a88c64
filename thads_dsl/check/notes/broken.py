"""A note that is not read as one (TH114) would have said what is wrong with the line above it."""

from collections.abc import Iterable
from dataclasses import replace

from thads_dsl.check.draft import Draft
from thads_dsl.diagnostics import Diagnostic, Label
from thads_dsl.diagnostics.codes import TH114


def beside_broken_notes(draft: Draft, found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The complaints; those about a line with such a note below it name the note too."""
    every = list(found)
    broken = {each.at.span.line: each.at for each in every if each.code is TH114 and each.at.source is None}
    notes = dict[int, list[Label]]()
    above = 0
    for line in draft.lines:
        if line.item.number in broken:
            notes.setdefault(above, []).append(broken[line.item.number])
        else:
            above = line.item.number
    return [
        replace(each, also=(*each.also, *notes[each.at.span.line])) if each.at.source is None and each.at.span.line in notes else each
        for each in every
    ]
