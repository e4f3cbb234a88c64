"""Rows of points by band as their author wrote them, and the same rows with other figures: the ways out of a gap or an overlap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from thads_dsl.check.bands.phrases import band_phrase, figures_text, without_last_dong
from thads_dsl.check.notes.cell_ways import of_cell
from thads_dsl.check.notes.written import phrase_note
from thads_dsl.check.points.cell import Cell
from thads_dsl.check.targets.closing import Hole, Shared, cures
from thads_dsl.diagnostics import Edit, Way
from thads_dsl.model.intervals import Bound, Interval
from thads_dsl.model.regions import Domain
from thads_dsl.model.units import Amount, Unit
from thads_dsl.source import Span, canonical
from thads_dsl.syntax import points_tree as tree

_NOTHING = Bound(Fraction(0), False)  # a rise or fall begins there


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its figures and points, and where it stands.

    `said` is its sentence, in which `band` are the words of its figures and `given` those of its points; empty where it has no figures.
    """

    interval: Interval
    points: Fraction
    span: Span
    said: str = ""
    band: str = ""
    given: str = ""


@dataclass(frozen=True, slots=True)
class Banded:
    """What the rows of a cell are of: its unit and its figures, and what is said before each of them (“giảm”, “thiếu”)."""

    unit: Unit
    domain: Domain
    before: str = ""
    counted: bool = False  # figures without a statistic: behind words of any kind they are said as “từ 3 lần đến 4 lần”

    def words(self, interval: Interval) -> str:
        """Figures as a complaint names them: “giảm từ 2% đến dưới 3%”, “đúng 5 cuộc”."""
        last = self.before and interval.high == self.domain.interval.high and interval.low is not None
        interval = Interval(interval.low) if last else interval
        text = figures_text(interval, self.unit)
        return f"{self.before} {text if text.startswith('đúng ') else figures_text(self._open_below(interval), self.unit)}".strip()

    def band(self, interval: Interval) -> str:
        """Figures as a row says them."""
        found = self._open_below(interval)
        if found.high is not None and found.high == self.domain.interval.high and found.low is not None:
            found = Interval(found.low)
        least, greatest = (None, None) if self.unit.step is None else interval.on_grid(self.unit.step)
        if least is not None and least == greatest:
            return str(Amount(least, self.unit))  # “2 cuộc” is exactly two
        if self.counted and found.low is not None and least is not None:
            found = Interval(Bound(least, True), None if found.high is None or greatest is None else Bound(greatest, True))
        return band_phrase(without_last_dong(found, self.unit), self.unit)

    def _open_below(self, interval: Interval) -> Interval:
        """“dưới 50%”: there is nothing below 0."""
        low, least = interval.low, self.domain.interval.low
        if low is None or interval.high is None:
            return interval
        of_all = low == least and low.value == 0
        return Interval(None if of_all or (self.before and low == _NOTHING) else low, interval.high)


def row_of(cell: Cell, node: tree.PointsByBand | tree.PointsBeyond, interval: Interval) -> Row:
    """The row that a sentence of a cell is."""
    said = next((each.passage.text for each in cell.written.sentences if each.statement is node), "")
    return Row(interval, cell.points(node.points), node.span, canonical(said).strip(" ;."), node.band.written, node.points.written)


def out_of_gap(cell: Cell, rows: Sequence[Row], hole: Hole, banded: Banded) -> tuple[Way, ...]:
    """Either row with what lies between the two, or a row more."""
    figures = hole.figures
    ways: list[Way] = []
    if hole.above is not None and hole.below is not None:
        wider = replace(rows[hole.above].interval, low=figures.low)
        ways += _moved(cell, rows, (hole.above, wider), banded, "sửa mức trên thành:")
        longer = replace(rows[hole.below].interval, high=figures.high)
        ways += _moved(cell, rows, (hole.below, longer), banded, "hoặc sửa mức dưới thành:")
    models = [rows[at] for at in (hole.above, hole.below) if at is not None and rows[at].band] or [row for row in rows if row.band]
    point = figures.low is not None and figures.high is not None and figures.low.value == figures.high.value
    if models and not (point and ways):
        line = _with_words(models[0], models[0].band, banded.band(figures)).replace(models[0].given, "… điểm")
        ways.append(Way(f"{'Hoặc t' if ways else 'T'}hêm vào cột cách chấm:", f"; {line[:1].lower()}{line[1:]}"))
    return tuple(ways)


def out_of_overlap(cell: Cell, rows: Sequence[Row], found: Shared, banded: Banded) -> tuple[Way, ...]:
    """Either row without what the two share."""
    low, high = found.figures.low, found.figures.high
    ways: list[Way] = []
    first, second = sorted((found.first, found.second), key=lambda at: _begin(rows[at].interval))
    if low is not None:
        shorter = replace(rows[first].interval, high=Bound(low.value, not low.closed))
        ways += _moved(cell, rows, (first, shorter), banded, "sửa mức dưới thành:")
    if high is not None:
        later = replace(rows[second].interval, low=Bound(high.value, not high.closed))
        ways += _moved(cell, rows, (second, later), banded, "hoặc sửa mức trên thành:" if ways else "sửa mức trên thành:")
    return tuple(ways)


def _begin(interval: Interval) -> tuple[bool, Fraction, bool]:
    low = interval.low
    return (False, Fraction(0), False) if low is None else (True, low.value, not low.closed)


def _moved(cell: Cell, rows: Sequence[Row], move: tuple[int, Interval], banded: Banded, how: str) -> Iterator[Way]:
    """A row with another band, where that leaves one fault less and makes no other: in its place, or restated."""
    at, interval = move
    row, intervals = rows[at], [each.interval for each in rows]
    if row.band and cures(intervals, at, interval, banded.domain):
        yield from in_place(cell, row, (row.band, banded.band(interval)), how)


def in_place(cell: Cell, row: Row, words: tuple[str, str], how: str) -> Iterator[Way]:
    """A row with other words for one of its bands: in its place, or (an issued text) restated."""
    old, new = words
    line, written = _with_words(row, old, new), canonical(cell.lowering.draft.source.quote(row.span)).strip(" ;.")
    own = written.endswith(row.said.partition(old)[2])  # not the words of a restatement
    yield Way(how, line, edit=Edit(row.span, line) if own else None, for_issued=False)
    if own:
        once = canonical(cell.written.row.scoring.text).count(old) == 1 and old in written
        note = phrase_note(old, new) if once else phrase_note(written, line)
        way = Way(f"dán dưới dòng {row.span.line}:", note, edit=Edit(row.span, note, new_line=True), for_issued=True)
        yield of_cell(cell.written.line.item.rows, row.span, way)


def _with_words(row: Row, old: str, new: str) -> str:
    """The sentence of a row with other figures."""
    text = row.said.replace(old, new, 1)
    return f"{text[:1].upper()}{text[1:]}" if row.said[:1].isupper() else text
