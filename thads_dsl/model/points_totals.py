"""Every total that a points table can give, where these are few: a table of levels gives 50, 70 and 100 points, and nothing between."""

import math
from fractions import Fraction
from itertools import product

from thads_dsl.model.points import (
    ByBand,
    ByBeyond,
    ByLevel,
    ByTarget,
    Change,
    Criterion,
    FullPoints,
    Merit,
    PerEvent,
    PerStep,
    PointsTable,
    Start,
    change_sign,
)

_FEW = 5000
_WORK = 2_000_000  # sums made on the way: far beyond any table of an office, and a second or two
Points = frozenset[Fraction]


def totals(table: PointsTable) -> Points | None:
    """The totals that the criteria can add up to; None where they are too many, or any figure is possible.

    What criteria share (the figures of one statistic) is not looked at: a total that stands here may still be impossible.
    """
    if table.caps or table.rounding is not None:
        return None
    found = _sums([_of_criterion(criterion) for criterion in table.criteria])
    if found is None:
        return None
    low = [table.floor] if table.floor is not None else []
    high = [table.ceiling] if table.ceiling is not None else []
    return frozenset(min([max([each, *low]), *high]) for each in found)


def _sums(parts: list[Points | None]) -> Points | None:
    """One of each added up, in whole numbers of their common part: fractions would take a minute for a long table."""
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return None
    scale = math.lcm(*(points.denominator for part in known for points in part))
    found, work = {0}, 0
    for part in known:
        figures = [int(points * scale) for points in part]
        work += len(found) * len(figures)
        if len(found) > _FEW or work > _WORK:
            return None
        found = {one + figure for figure in figures for one in found}
    return frozenset(Fraction(each, scale) for each in found)


def _of_criterion(criterion: Criterion) -> Points | None:
    if criterion.highest or criterion.gains is not None or criterion.losses is not None:
        return None
    found = _of_start(criterion.start)
    for change in criterion.changes:
        found = _added(found, _of_change(change))
    nothing = frozenset[Fraction]() if criterion.nothing is None else frozenset({criterion.nothing})
    return None if found is None else found | nothing


def _added(one: Points | None, other: Points | None) -> Points | None:
    if one is None or other is None or len(one) * len(other) > _FEW * 100:
        return None
    found = frozenset(first + second for first, second in product(one, other))
    return found if len(found) <= _FEW else None


def _of_start(start: Start) -> Points | None:
    match start:
        case FullPoints(points=points):
            return frozenset({points})
        case ByLevel(levels=levels):
            return frozenset(points for _, points in levels)
        case ByTarget(met=met, short=short):
            return frozenset((met, *(points for _, points in short)))
        case ByBand(rows=rows):
            return frozenset(points for _, points in rows)
        case _:
            return None


def _of_change(change: Change) -> Points | None:
    nothing = Fraction(0)
    match change:
        case Merit(points=points):
            return frozenset({nothing, points})
        case PerEvent(points=points, most=most) | PerStep(points=points, most=most, whole=True) if most is not None and points:
            times = int(most // abs(points)) + 1
            limit = change_sign(change) * most
            return frozenset({*(points * time for time in range(times)), limit}) if times <= _FEW else None
        case ByBeyond(rows=rows) if len(rows) <= 1:
            return frozenset({nothing, *(row.points for row in rows)})
        case _:
            return None
