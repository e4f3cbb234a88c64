"""Whether the totals of a points table lie apart by a step: because they are rounded, or because all points are multiples of one."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import reduce
from math import gcd

from thads_dsl.model.points import ByBand, ByBeyond, ByLevel, ByTarget, Change, Criterion, FullPoints, PerEvent, PerStep, PointsTable, Start


def total_step(table: PointsTable) -> Fraction | None:
    """The step of which every total is a multiple; None where a total may lie anywhere."""
    if table.rounding is not None:
        return Fraction(1, 10**table.rounding.digits)
    found = [_amounts(criterion) for criterion in table.criteria]
    limits = [table.floor, table.ceiling, *(cap.most for cap in table.caps)]
    if None in found or table.balance:
        return None
    return _common([*(amount for amounts in found for amount in amounts or ()), *(each for each in limits if each is not None)])


def _common(amounts: Iterable[Fraction]) -> Fraction | None:
    """1, or the part of 1, of which all are multiples: who has but even points is still asked about 89."""

    def both(one: Fraction, other: Fraction) -> Fraction:
        return Fraction(
            gcd(one.numerator * other.denominator, other.numerator * one.denominator),
            one.denominator * other.denominator,
        )

    step = reduce(both, amounts, Fraction(0))
    return Fraction(1, step.denominator) if step else None


def _amounts(criterion: Criterion) -> list[Fraction] | None:
    """What the points of a criterion are made up of; None where they may be anything between two ends."""
    parts = [_of_start(criterion.start), *(_of_change(change) for change in criterion.changes)]
    limits = [each for each in (criterion.nothing, criterion.gains, criterion.losses) if each is not None]
    return None if None in parts else [*(amount for part in parts for amount in part or ()), *limits]


def _of_start(start: Start) -> list[Fraction] | None:
    match start:
        case FullPoints(points=points):
            return [points]
        case ByLevel(levels=levels):
            return [points for _, points in levels]
        case ByTarget(met=met, short=short):
            return [met, *(points for _, points in short)]
        case ByBand(rows=rows):
            return [points for _, points in rows]
        case _:  # the council's figure, a share of a target, a mean
            return None


def _of_change(change: Change) -> list[Fraction] | None:
    if isinstance(change, ByBeyond):
        return [row.points for row in change.rows]
    if isinstance(change, PerStep) and not change.whole:
        return None
    most = change.most if isinstance(change, PerEvent | PerStep) else None
    return [change.points] if most is None else [change.points, most]
