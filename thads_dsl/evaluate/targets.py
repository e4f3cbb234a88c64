"""Chỉ tiêu: which row of a table takes a subject, and how the subject stands on it."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from thads_dsl.model.intervals import Interval
from thads_dsl.model.membership import kinds_of
from thads_dsl.model.plan import Plan
from thads_dsl.model.results import TargetResult, Verdict
from thads_dsl.model.rules import JudgedTarget, Target
from thads_dsl.model.statistics import Quantity, Row, Subject
from thads_dsl.model.units import PERCENT


def covers(plan: Plan, subject: Subject, row: Row) -> bool:
    """Whether a rule for `subject` speaks of this row."""
    return subject.base is row.base and subject.covers(kinds_of(plan, row))


def target_results(plan: Plan, row: Row) -> tuple[TargetResult, ...]:
    """The row's results on every table and every judged target that speaks of it, in the order of the plan."""
    tables = [_on_table(plan, rows, row) for rows in plan.tables if covers(plan, rows[0].subject, row)]
    judged = [_on_judged(target, row) for target in plan.judged_targets if covers(plan, target.subject, row)]
    return (*tables, *judged)


def _on_judged(target: JudgedTarget, row: Row) -> TargetResult:
    judgment = row.judgments.get(target.judgment)
    if judgment is None:
        return TargetResult(table=target.id, rule=target.id, verdict=Verdict.UNKNOWN, missing=(target.judgment,))
    return TargetResult(table=target.id, rule=target.id, verdict=Verdict.MET if judgment else Verdict.FAILED)


def _on_table(plan: Plan, rows: tuple[Target, ...], row: Row) -> TargetResult:
    table = rows[0].id
    bands = [(target, target.band) for target in rows]
    measured = tuple(dict.fromkeys(band.quantity for _, band in bands if band is not None))
    if missing := _missing(plan, measured, row):
        return TargetResult(table=table, rule=None, verdict=Verdict.UNKNOWN, missing=missing)
    for target, band in bands:
        if band is None or _lies_in(plan, band.quantity, band.interval, row):
            return _on_row(plan, table, target, row)
    return TargetResult(table=table, rule=None, verdict=Verdict.NOT_APPLICABLE)


def _lies_in(plan: Plan, key: str, interval: Interval, row: Row) -> bool:
    """Whether a known figure lies in a band; a ratio without denominator (không phát sinh) lies in none."""
    quantity = plan.quantity(key)
    numerator, denominator = _ratio(plan, quantity, row)
    return denominator != 0 and _scale(quantity) * Fraction(numerator, denominator) in interval


def _on_row(plan: Plan, table: str, target: Target, row: Row) -> TargetResult:
    quantity = plan.quantity(target.quantity)
    if missing := _missing(plan, (quantity.key,), row):
        return TargetResult(table=table, rule=target.id, verdict=Verdict.UNKNOWN, missing=missing)
    numerator, denominator = _ratio(plan, quantity, row)
    if denominator == 0:
        return TargetResult(table=table, rule=target.id, verdict=Verdict.NOT_APPLICABLE, numerator=numerator, denominator=denominator)
    actual = _scale(quantity) * Fraction(numerator, denominator)
    met = actual in target.goal
    return TargetResult(
        table=table,
        rule=target.id,
        verdict=Verdict.MET if met else Verdict.FAILED,
        numerator=numerator,
        denominator=denominator,
        margin=actual - target.threshold,
        shortfall=0 if met else _shortfall(quantity, target.goal, numerator, denominator),
    )


def _shortfall(quantity: Quantity, goal: Interval, numerator: int, denominator: int) -> int | None:
    """The least change of the numerator of a failed target, within what the denominator allows; None if none helps."""
    unit = Fraction(denominator, _scale(quantity))
    low, high = goal.low, goal.high
    if low is not None and unit * low.value >= numerator:
        wanted = ceil(unit * low.value) if low.closed else floor(unit * low.value) + 1
        possible = quantity.denominator is None or wanted <= denominator
    else:
        assert high is not None, "a figure that is not below its goal is above it"
        wanted = floor(unit * high.value) if high.closed else ceil(unit * high.value) - 1
        possible = wanted >= 0
    met = Fraction(wanted, denominator) * _scale(quantity) in goal
    return abs(wanted - numerator) if possible and met else None


def _scale(quantity: Quantity) -> int:
    """What a ratio is multiplied with to be compared with figures as written: 77% is written 77."""
    return 100 if quantity.unit == PERCENT and quantity.numerator is not None else 1


def _parts(plan: Plan, quantity: Quantity) -> Iterator[Quantity]:
    if quantity.numerator is None or quantity.denominator is None:
        yield quantity
    else:
        yield plan.quantity(quantity.numerator)
        yield plan.quantity(quantity.denominator)


def _missing(plan: Plan, keys: tuple[str, ...], row: Row) -> tuple[str, ...]:
    """The headings of the figures that are not known, each once."""
    parts = [part for key in keys for part in _parts(plan, plan.quantity(key))]
    return tuple(dict.fromkeys(part.heading for part in parts if row.figures.get(part.key) is None))


def _ratio(plan: Plan, quantity: Quantity, row: Row) -> tuple[int, int]:
    """Numerator and denominator of a quantity whose figures are known; 1 under a column."""
    numerator, *denominator = (row.figures[part.key] or 0 for part in _parts(plan, quantity))
    return numerator, denominator[0] if denominator else 1
