"""Levels that the council picks, some of them told by a figure (“chậm 1 - 3 ngày”): of these no figure is left out, and none is in two."""

from __future__ import annotations

from collections import defaultdict

from thads_dsl.check.points import findings
from thads_dsl.check.points.band_rows import Banded, Row, out_of_gap, out_of_overlap, row_of
from thads_dsl.check.points.bands import rest_of
from thads_dsl.check.points.cell import Cell
from thads_dsl.check.points.counted import bare_words
from thads_dsl.check.targets.closing import Hole, unsound
from thads_dsl.check.targets.figures import band_interval
from thads_dsl.model.intervals import Bound, Interval
from thads_dsl.model.regions import Domain
from thads_dsl.model.units import PERCENT, Unit
from thads_dsl.syntax import points_tree as tree


def closed_levels(cell: Cell) -> None:
    """Complaints about the levels that count the same thing, from the least of their figures up; words take what lies below."""
    alike: dict[tuple[str, str], list[tree.PointsByBand]] = defaultdict(list)
    for row in cell.all(tree.PointsByBand):
        unit = next((figure.unit for figure in (row.band.low, row.band.high) if figure is not None and figure.unit), "")
        alike[bare_words(row.counted), unit].append(row)
    for (_, unit), nodes in alike.items():
        _closed(cell, nodes, PERCENT if unit == PERCENT.name else Unit(unit))


def _closed(cell: Cell, nodes: list[tree.PointsByBand], unit: Unit) -> None:
    rows: list[Row] = []
    for node in nodes:
        interval, complaints = band_interval(node.band, unit, ())
        cell.complain(*complaints)
        if interval is not None:
            rows.append(row_of(cell, node, interval))
    if not rows:
        return
    banded = Banded(unit, _taken(rows, unit), counted=True)
    rest = rest_of(cell) is not None
    for each in unsound([row.interval for row in rows], banded.domain):
        words = banded.words(each.figures)
        if not isinstance(each, Hole):
            one, other = rows[each.first], rows[each.second]
            cell.complain(findings.twice(other.span, words, one.span, out_of_overlap(cell, rows, each, banded)))
        elif not rest:
            beside = [rows[at].span for at in (each.above, each.below) if at is not None]
            cell.complain(findings.no_points_for(beside[0], words, also=beside[1:], ways=out_of_gap(cell, rows, each, banded)))


def _taken(rows: list[Row], unit: Unit) -> Domain:
    """From the least figure of a level; rates end with the highest of them, which words go on from."""
    lows = [row.interval.low for row in rows]
    known = [low for low in lows if low is not None]
    low = min(known, key=lambda each: (each.value, not each.closed)) if len(known) == len(lows) else None
    highs = [row.interval.high for row in rows if row.interval.high is not None]
    ends = len(highs) == len(rows) and unit == PERCENT
    high: Bound | None = max(highs, key=lambda each: (each.value, each.closed)) if ends else None
    return Domain(Interval(low, high), unit.step)
