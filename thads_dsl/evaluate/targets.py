"""Chỉ tiêu: which row of a table takes a subject, and how the subject stands on it."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from thads_dsl.evaluate.figures import lies_in, missing, scale, value
from thads_dsl.model.inputs import parts_and_wholes
from thads_dsl.model.intervals import Interval
from thads_dsl.model.membership import kinds_of
from thads_dsl.model.plan import Plan
from thads_dsl.model.results import TargetResult, Verdict
from thads_dsl.model.rules import JudgedTarget, Measure, Target
from thads_dsl.model.statistics import Quantity, Row, Subject


def covers(plan: Plan, subject: Subject, row: Row) -> bool:
    """Whether a rule for `subject` speaks of this row; a row whose figures are not known is in no group."""
    if subject.base is not row.base or not subject.covers(kinds_of(plan, row)):
        return False
    return subject.where is None or (not missing(plan, subject.where.keys, row) and lies_in(plan, subject.where, row))


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
    deciding = tuple(dict.fromkeys(key for target in rows if target.region is not None for key in target.region.keys))
    if unknown := missing(plan, deciding, row):
        return TargetResult(table=table, rule=None, verdict=Verdict.UNKNOWN, missing=unknown)
    for target in rows:
        if target.region is None or lies_in(plan, target.region, row):
            return _on_row(plan, table, target, row)
    return TargetResult(table=table, rule=None, verdict=Verdict.NOT_APPLICABLE)


def _on_row(plan: Plan, table: str, target: Target, row: Row) -> TargetResult:
    if target.goal is None:
        return TargetResult(table=table, rule=target.id, verdict=Verdict.NOT_APPLICABLE)
    keys = (target.quantity, target.against) if target.against else (target.quantity,)
    if unknown := missing(plan, keys, row):
        return TargetResult(table=table, rule=target.id, verdict=Verdict.UNKNOWN, missing=unknown)
    actual = value(plan, target.quantity, row)
    base = value(plan, target.against, row) if target.against else None
    if actual[1] == 0 or (base and base[1] == 0):
        return _without_value(table, target, Verdict.NOT_APPLICABLE, actual, base)
    if base and target.measure in (Measure.INCREASE, Measure.DECREASE) and base[0] <= 0:
        # From nothing there is no share to rise or fall by: neither đạt nor không đạt can be said.
        return _without_value(table, target, Verdict.UNKNOWN, actual, base)
    return _compared(plan, table, target, row, _Compared.of(plan, target, actual, base))


def _without_value(table: str, target: Target, verdict: Verdict, actual: tuple[int, int], base: tuple[int, int] | None) -> TargetResult:
    return TargetResult(table=table, rule=target.id, verdict=verdict, numerator=actual[0], denominator=actual[1], base=base)


@dataclass(frozen=True, slots=True)
class _Compared:
    """What is compared with a goal, and how much of it one more of the quantity's numerator brings."""

    actual: tuple[int, int]
    base: tuple[int, int] | None
    measured: Fraction
    per_one: Fraction

    @classmethod
    def of(cls, plan: Plan, target: Target, actual: tuple[int, int], base: tuple[int, int] | None) -> "_Compared":
        one = Fraction(scale(plan.quantity(target.quantity)), actual[1])
        own = one * actual[0]
        if base is None:
            return cls(actual, None, own, one)
        assert target.against is not None, "a value to compare with is that of a quantity"
        other = scale(plan.quantity(target.against)) * Fraction(*base)
        if target.measure is Measure.DIFFERENCE:
            return cls(actual, base, own - other, one)
        sign = -1 if target.measure is Measure.DECREASE else 1
        return cls(actual, base, 100 * sign * (own - other) / other, 100 * sign * one / other)


def _compared(plan: Plan, table: str, target: Target, row: Row, found: _Compared) -> TargetResult:
    assert target.goal is not None
    met = found.measured in target.goal
    return TargetResult(
        table=table,
        rule=target.id,
        verdict=Verdict.MET if met else Verdict.FAILED,
        numerator=found.actual[0],
        denominator=found.actual[1],
        base=found.base,
        measured=found.measured,
        margin=found.measured - target.threshold,
        shortfall=0 if met else _shortfall(plan, plan.quantity(target.quantity), target.goal, row, found),
    )


def _shortfall(plan: Plan, quantity: Quantity, goal: Interval, row: Row, found: _Compared) -> int | None:
    """The least change of the lever of a failed target, within what the other figures allow; None if none helps."""
    lever = quantity.key if quantity.is_column else quantity.lever
    times = 1 if quantity.numerator is None else next((times for times, key in quantity.numerator.terms if key == lever), 0)
    if lever is None or not times or (quantity.denominator and any(key == lever for _, key in quantity.denominator.terms)):
        return None
    change = _least_change(goal, found.measured, times * found.per_one)
    if found.measured + change * times * found.per_one not in goal or not _possible(plan, row, lever, change):
        return None
    return change


def _least_change(goal: Interval, measured: Fraction, per_one: Fraction) -> int:
    """The integer next to 0 that takes what is measured to the goal's nearer end, or just across it where the end does not count."""
    below = goal.low is not None and measured <= goal.low.value
    end = goal.low if below else goal.high
    assert end is not None, "a figure that is not below its goal is above it"
    exact = (end.value - measured) / per_one
    rises = below == (per_one > 0)
    change = ceil(exact) if rises else floor(exact)
    if change == exact and not end.closed:
        change += 1 if rises else -1
    return change


def _possible(plan: Plan, row: Row, lever: str, change: int) -> bool:
    """Whether the lever would still be a figure of statistics: not below 0, and not more than what it is a part of."""
    wanted = (row.figures[lever] or 0) + change
    wholes = (row.figures.get(whole) for part, whole in parts_and_wholes(plan) if part == lever)
    return wanted >= 0 and all(whole is None or wanted <= whole for whole in wholes)
