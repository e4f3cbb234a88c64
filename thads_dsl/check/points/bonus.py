"""Bands of a bonus, or of what is deducted, by how far a target is exceeded or missed, and by load: closed from the least of them up.

Below the first band nothing is added, and a bonus may be for some loads only. But whoever exceeds the target by more, at the same load,
is not left out again, nor whoever lies between two loads that are both given something.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations

from thads_dsl.check.bands.boxes import without
from thads_dsl.check.bands.phrases import band_phrase
from thads_dsl.check.points import findings
from thads_dsl.check.points.band_rows import Banded, Row, in_place, out_of_gap, out_of_overlap, row_of
from thads_dsl.check.points.cell import Cell
from thads_dsl.check.points.furthest import furthest
from thads_dsl.check.targets.closing import Hole, unsound
from thads_dsl.diagnostics import Way
from thads_dsl.model.intervals import Bound, Interval
from thads_dsl.model.points import Beyond
from thads_dsl.model.regions import Band, Box, Domain, Region, shared, uncovered
from thads_dsl.model.statistics import Quantity
from thads_dsl.model.units import PERCENT, Amount
from thads_dsl.syntax import points_tree as tree

_HOW_FAR = "phần vượt, thiếu"  # a key beside those of the loads
_FROM_NOTHING = Interval(Bound(Fraction(0), True))


@dataclass(frozen=True, slots=True)
class _Bonus:
    """The bands of one direction, as written and as meant."""

    cell: Cell
    nodes: list[tree.PointsBeyond]
    rows: list[Beyond]
    banded: Banded

    @property
    def domains(self) -> dict[str, Domain]:
        """The figures that count: how far, and every load."""
        loads = dict.fromkeys(row.load[0] for row in self.rows if row.load is not None)
        return {_HOW_FAR: self.banded.domain, **{key: Domain(_FROM_NOTHING, self.of(key).unit.step) for key in loads}}

    def of(self, key: str) -> Quantity:
        """The statistic of a load."""
        return self.cell.lowering.quantities[key]

    @property
    def why(self) -> str:
        """Why something is asked for what the bands leave out."""
        verb = _verb(self.nodes)
        return f"Mức {self.banded.before} hoặc khối lượng bên cạnh thì có {verb} điểm; nếu ở đây không {verb} thì ghi “{verb} 0 điểm”."

    def words(self, box: Box) -> str:
        """“vượt từ 2% trở lên và có tổng số giải quyết dưới 1.200 việc”, for a complaint."""
        far = next((each.interval for each in box if each.quantity == _HOW_FAR), self.banded.domain.interval)
        loads = [f"có {self.of(each.quantity).name} {self._load(each, point='đúng ')}" for each in box if each.quantity != _HOW_FAR]
        return " và ".join([self.banded.words(far), *loads])

    def line(self, box: Box) -> str:
        """The same as the cell says it, with a blank for its points."""
        far = next((each.interval for each in box if each.quantity == _HOW_FAR), self.banded.domain.interval)
        loads = [f" và có {self.of(each.quantity).name} {self._load(each)}" for each in box if each.quantity != _HOW_FAR]
        return f"{self.banded.before} {self.banded.band(far)}{''.join(loads)}: {_verb(self.nodes)} … điểm"

    def row(self, at: int) -> Row:
        """A band as its sentence says it."""
        return row_of(self.cell, self.nodes[at], self.rows[at].interval)

    def said(self, at: int, key: str, interval: Interval) -> tuple[str, str]:
        """The words of a row for how far, or for the load, and those for other figures."""
        load = self.nodes[at].load
        if key == _HOW_FAR or load is None:
            return self.nodes[at].band.written, self.banded.band(interval)
        return load.written, self._load(Band(key, interval))

    def _load(self, band: Band, point: str = "") -> str:
        """“dưới 1.200 việc”; one figure alone behind the words `point`, else as a band, which is all that a cell can say."""
        low, high, unit = band.interval.low, band.interval.high, self.of(band.quantity).unit
        if point and low is not None and low == high:
            return f"{point}{Amount(low.value, unit)}"
        if unit.whole and high is not None and high.closed and (high.value + 1) % 10 == 0:
            high = Bound(high.value + 1, False)  # not “đến 1.199 việc”
        return band_phrase(Interval(None if low is not None and low.value == 0 and high is not None else low, high), unit)


def _verb(nodes: Sequence[tree.PointsBeyond]) -> str:
    return "cộng" if nodes[0].sign > 0 else "trừ"


def closed_bonus(cell: Cell, nodes: Sequence[tree.PointsBeyond], rows: Sequence[Beyond], quantity: Quantity) -> None:
    """Complaints where the bands leave something out, or give twice."""
    stepwise = {each.over for each in cell.all(tree.PointsByStep)}  # what lies between two bands may be given by the step
    for over in (True, False):
        own = [(node, row) for node, row in zip(nodes, rows, strict=True) if row.over is over]
        if not own:
            continue
        lows = (row.interval.low or Bound(Fraction(0), False) for _, row in own)
        domain = Domain(Interval(min(lows, key=lambda low: (low.value, not low.closed)), _most(cell, quantity, over=over)), None)
        banded = Banded(PERCENT, domain, "vượt" if over else "thiếu")
        found = _Bonus(cell, [node for node, _ in own], [row for _, row in own], banded)
        (_by_load if len(found.domains) > 1 else _plain)(found, holes=over not in stepwise)


def _most(cell: Cell, quantity: Quantity, *, over: bool) -> Bound | None:
    """The furthest that a percentage can be from its target."""
    if quantity.unit != PERCENT:
        return None
    beyond = furthest(cell.lowering.plan_targets(), quantity) if over else None
    return None if beyond is None and over else Bound(Fraction(100) if beyond is None else beyond, True)


def _plain(found: _Bonus, *, holes: bool) -> None:
    rows = [row_of(found.cell, node, row.interval) for node, row in zip(found.nodes, found.rows, strict=True)]
    for each in unsound([row.interval for row in rows], found.banded.domain):
        words = found.banded.words(each.figures)
        if not isinstance(each, Hole):
            ways = out_of_overlap(found.cell, rows, each, found.banded)
            found.cell.complain(findings.twice(rows[each.second].span, words, rows[each.first].span, ways))
        elif holes:
            beside = [rows[at].span for at in (each.above, each.below) if at is not None]
            ways = out_of_gap(found.cell, rows, each, found.banded)
            found.cell.complain(findings.no_points_for(beside[0], words, also=beside[1:], ways=ways, why=found.why))


def _by_load(found: _Bonus, *, holes: bool) -> None:
    regions = [Region((_box(row),), "") for row in found.rows]
    domains = found.domains
    for (at, one), (other, two) in combinations(enumerate(regions), 2):
        if common := shared(one, two, domains):
            ways = _out_of_shared(found, (at, other), common[0])
            found.cell.complain(findings.twice(found.nodes[other].span, found.words(common[0]), found.nodes[at].span, ways))
    for box in _left_out(found.rows, domains) if holes else ():
        way = Way("Thêm vào cột cách chấm:", f"; {found.line(box)}")
        first, *rest = [node.span for node in found.nodes]
        found.cell.complain(findings.no_points_for(first, found.words(box), also=rest, ways=(way,), why=found.why))


def _left_out(rows: Sequence[Beyond], domains: Mapping[str, Domain]) -> list[Box]:
    """What is to be given something, and is not."""
    outside = Region(tuple(uncovered([Region(tuple(_asked(rows)), "")], domains)), "")
    return uncovered([*(Region((_box(row),), "") for row in rows), outside], domains)


def _out_of_shared(found: _Bonus, pair: tuple[int, int], box: Box) -> tuple[Way, ...]:
    """Either row without what the two share, by how far or by load, where nothing else is then left out."""
    ways: list[Way] = []
    before, domains = Region(tuple(_left_out(found.rows, found.domains)), ""), found.domains
    for at, other in (pair, pair[::-1]):
        moves = [(band, interval) for band in _box(found.rows[at]) for interval in without(band, box, domains[band.quantity])]
        for band, interval in moves:
            row = _with(found.rows[at], band.quantity, interval)
            rows = [*found.rows[:at], row, *found.rows[at + 1 :]]
            own, beside = Region((_box(row),), ""), Region((_box(found.rows[other]),), "")
            fits = shared(own, own, domains) and not shared(own, beside, domains)
            gaps = [each for each in _left_out(rows, domains) if uncovered([before, _all_but(each, domains)], domains)]
            if fits and not gaps:
                ways += in_place(
                    found.cell, found.row(at), found.said(at, band.quantity, interval), "hoặc sửa thành:" if ways else "sửa thành:"
                )
                break
    return tuple(ways)


def _all_but(box: Box, domains: Mapping[str, Domain]) -> Region:
    return Region(tuple(uncovered([Region((box,), "")], domains)), "")


def _with(row: Beyond, key: str, interval: Interval) -> Beyond:
    return replace(row, interval=interval) if key == _HOW_FAR else replace(row, load=(key, interval))


def _box(row: Beyond) -> Box:
    return (Band(_HOW_FAR, row.interval), *((Band(*row.load),) if row.load is not None else ()))


def _asked(rows: Sequence[Beyond]) -> Iterator[Box]:
    """What is to be given something: more than what is given it at the same load, and what lies between two such loads."""
    for row in rows:
        yield (Band(_HOW_FAR, Interval(row.interval.low)), *((Band(*row.load),) if row.load is not None else ()))
    for one, other in combinations(rows, 2):
        if one.load is not None and other.load is not None and one.load[0] == other.load[0]:
            ends = (each.interval for each in (one, other))
            far = [Band(_HOW_FAR, Interval(each.low)) for each in ends]
            yield (*far, Band(one.load[0], _around(one.load[1], other.load[1])))


def _around(one: Interval, other: Interval) -> Interval:
    """From the lower beginning to the higher end."""
    lows, highs = (one.low, other.low), (one.high, other.high)
    known_lows, known_highs = [each for each in lows if each is not None], [each for each in highs if each is not None]
    low = min(known_lows, key=lambda each: (each.value, not each.closed)) if len(known_lows) == 2 else None
    high = max(known_highs, key=lambda each: (each.value, each.closed)) if len(known_highs) == 2 else None
    return Interval(low, high)
