"""Intervals back into the words of bands, and the ready lines that change one band of a plan into another."""

from collections.abc import Mapping
from dataclasses import replace

from thads_dsl.check.facts import Facts
from thads_dsl.check.notes.cell_ways import of_cell
from thads_dsl.check.notes.written import phrase_note
from thads_dsl.diagnostics import Edit, Way
from thads_dsl.model.intervals import Bound, Interval
from thads_dsl.model.regions import Band
from thads_dsl.model.rules import Target
from thads_dsl.model.units import DONG, Amount, Unit
from thads_dsl.source import Passage, Span, canonical
from thads_dsl.syntax.outline_tree import Item


def band_phrase(interval: Interval, unit: Unit) -> str:
    """The official phrase for an interval: “từ 1.000 việc đến dưới 1.500 việc”."""
    low, high = interval.low, interval.high
    if low is None:
        assert high is not None  # a band has a bound
        return f"đến {_text(high, unit)}" if high.closed else f"dưới {_text(high, unit)}"
    if high is None:
        return f"từ {_text(low, unit)} trở lên" if low.closed else f"trên {_text(low, unit)}"
    begin = f"từ {_text(low, unit)}" if low.closed else f"từ trên {_text(low, unit)}"
    return f"{begin} {f'đến {_text(high, unit)}' if high.closed else f'đến dưới {_text(high, unit)}'}"


def figures_text(interval: Interval, unit: Unit) -> str:
    """“đúng 1.500 việc”, “từ 1.000 việc đến 1.199 việc”, “từ 2 tỷ đồng đến dưới 3 tỷ đồng”, “trên 60% đến dưới 61%”."""
    low, high = interval.low, interval.high
    least, greatest = (None, None) if unit.step is None else interval.on_grid(unit.step)
    if least is not None and least == greatest:
        return f"đúng {Amount(least, unit)}"
    if low is not None and high is not None and low.value == high.value:
        return f"đúng {Amount(low.value, unit)}"
    return band_phrase(without_last_dong(interval, unit), unit)


def without_last_dong(interval: Interval, unit: Unit) -> Interval:
    """“từ 2 tỷ đồng đến dưới 3 tỷ đồng”, not “đến 2.999.999.999 đồng”."""
    high = interval.high
    odd = unit == DONG and high is not None and high.closed and (high.value + 1) % 1000 == 0
    return Interval(interval.low, Bound(high.value + 1, False)) if odd and high is not None else interval


def _text(bound: Bound, unit: Unit) -> str:
    return str(Amount(bound.value, unit))


def own_band(target: Target) -> Band:
    """The one band of a row that is known to have one."""
    band = target.region.alone if target.region else None
    assert band is not None, target.id
    return band


def beginning_after(target: Target, below: Target) -> Interval:
    """The band of `target` beginning exactly where that of `below` ends."""
    end = own_band(below).interval.high
    assert end is not None
    return replace(own_band(target).interval, low=Bound(end.value, not end.closed))


def ending_before(target: Target, above: Target) -> Interval:
    """The band of `target` ending exactly where that of `above` begins."""
    begin = own_band(above).interval.low
    assert begin is not None
    return replace(own_band(target).interval, high=Bound(begin.value, not begin.closed))


def item_of(facts: Facts, target: Target) -> Item:
    """The line, or the table, that a target is of."""
    return facts.draft.by_number[target.line].item


def written_row(facts: Facts, target: Target) -> Passage:
    """The line that a target is written in; of a table its row."""
    item = item_of(facts, target)
    at = facts.bands.get(target.id, facts.spans[target.id]).line
    if item.rows and at == item.rows[0].line:  # two bands of a row are joined under the heading
        at = facts.spans[target.id].line
    return next((row for row in item.rows if row.line == at), item.line)


def in_row(facts: Facts, target: Target, phrase: str, part: int | None = None) -> str | None:
    """The line of a row with another band; None where its band does not stand there in these words (a note has put it so).

    `part`: of a row with several bands, the place of the one meant.
    """
    assert target.region is not None
    line, (at, words) = written_row(facts, target), _said(facts, target, part)
    within = [index for index in range(len(line.text)) if at.start <= line.columns[index] < at.end]
    if line.line != at.line or not within or canonical(line.text[within[0] : within[-1] + 1]) != words:
        return None
    return canonical(f"{line.text[: within[0]]}{phrase}{line.text[within[-1] + 1 :]}")


def with_parts(facts: Facts, target: Target, phrases: Mapping[int, str]) -> str | None:
    """The line of a row with other words for several of its bands, by their places; None where one does not stand there."""
    line = written_row(facts, target)
    text = line.text
    for at in sorted(phrases, key=lambda at: facts.parts[target.id][at].span.start, reverse=True):
        span, words = _said(facts, target, at)
        within = [index for index in range(len(line.text)) if span.start <= line.columns[index] < span.end]
        if line.line != span.line or not within or canonical(line.text[within[0] : within[-1] + 1]) != words:
            return None
        text = f"{text[: within[0]]}{phrases[at]}{text[within[-1] + 1 :]}"
    return canonical(text)


def _said(facts: Facts, target: Target, part: int | None) -> tuple[Span, str]:
    """Where the band of a row stands, and its words."""
    assert target.region is not None
    if part is None:
        return facts.bands.get(target.id, facts.spans[target.id]), target.region.text
    band = facts.parts[target.id][part]
    return band.span, canonical(band.written)


def changes(facts: Facts, target: Target, interval: Interval, part: int | None = None) -> tuple[Way, ...]:
    """The ways to give a row another band, the fitting one first: restate its words (an issued text), or change them (a draft).

    `part`: of a row with several bands, the place of the one meant; none where its words do not stand in the row alone.
    """
    assert target.region is not None
    band = own_band(target) if part is None else target.region.boxes[0][part]
    (at, old), new = _said(facts, target, part), band_phrase(interval, facts.plan.quantity(band.quantity).unit)
    line = written_row(facts, target)
    changed = in_row(facts, target, new, part)
    if changed is None and part is not None:
        return ()
    if changed is None:
        written = canonical(facts.draft.source.quote(at))
        told = of_cell(item_of(facts, target).rows, at, Way("", phrase_note(written, new)))
        return (replace(told, how=f"Thay dòng “Hiểu là” của dòng {line.line} bằng:"),)
    mend = f"sửa dòng {line.line} thành:"
    change = Way(mend.capitalize(), changed, edit=Edit(line.span(), changed))
    restated = phrase_note(old, new)
    paste = f"dán dưới dòng {line.line}:"
    issued = facts.draft.issued
    restate = Way(paste.capitalize() if issued else f"Nếu văn bản đã ban hành, {paste}", restated, edit=Edit(at, restated, new_line=True))
    restate = of_cell(item_of(facts, target).rows, at, restate)
    return (restate, replace(change, how=f"Nếu còn là dự thảo, {mend}")) if issued else (change, restate)
