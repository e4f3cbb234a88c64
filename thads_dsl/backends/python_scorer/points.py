"""Points tables as source: the arguments of each criterion and of each table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from thads_dsl.backends.python_scorer.literals import python, python_set
from thads_dsl.backends.python_scorer.tables import Statistic
from thads_dsl.model.intervals import Interval
from thads_dsl.model.plan import Plan
from thads_dsl.model.points import (
    ByBand,
    ByBeyond,
    ByCompletion,
    ByCouncil,
    ByLevel,
    ByTarget,
    Change,
    Criterion,
    FullPoints,
    Merit,
    OnAverage,
    PerEvent,
    PerStep,
    PointsTable,
    Start,
)
from thads_dsl.model.points_classes import TOTAL, ClassCondition, Disciplined, NoneBelow, RankKey, TargetsAre, Trigger

Statistics = Mapping[str, Statistic]


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionSource:
    """One criterion and the arguments of its call."""

    criterion: Criterion
    arguments: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSource:
    """One table, its criteria, and the other arguments of its call."""

    table: PointsTable
    criteria: tuple[CriterionSource, ...]
    arguments: tuple[str, ...]


def points_tables(plan: Plan, statistics: Statistics) -> tuple[TableSource, ...]:
    """Every points table of a plan."""
    return tuple(_table(plan, table, statistics) for table in plan.points)


def _table(plan: Plan, table: PointsTable, statistics: Statistics) -> TableSource:
    criteria = tuple(
        CriterionSource(criterion=criterion, arguments=_criterion(plan, table, criterion, statistics)) for criterion in table.criteria
    )
    classes = _tuple(
        f"({python(row.name)}, {_tuple(f'({_interval(case.interval)}, {_tuple(map(_condition, case.conditions))})' for case in row.cases)})"
        for row in table.classes
    )
    changes = _tuple(f"({_trigger(change.trigger)}, {python(change.bar)}, {python(change.text)})" for change in table.changes)
    quotas = _tuple(python((quota.name, quota.percent, quota.up, quota.text)) for quota in table.quotas)
    keys = table.ranking.keys if table.ranking is not None else (TOTAL,)
    return TableSource(
        table=table,
        criteria=criteria,
        arguments=(
            f"floor={python(table.floor)}",
            f"ceiling={python(table.ceiling)}",
            f"digits={python(table.rounding.digits if table.rounding else None)}",
            f"cut={python(table.rounding is not None and table.rounding.down)}",
            f"caps={_tuple(python((cap.criteria, cap.sign, cap.most, cap.text)) for cap in table.caps)}",
            f"classes={classes}",
            f"changes={changes}",
            f"quotas={quotas}",
            f"ranked={python(table.ranking is not None)}",
            f"clusters={python(table.ranking is not None and table.ranking.clusters)}",
            f"keys={_tuple(_rank_key(key, statistics) for key in keys)}",
        ),
    )


def _criterion(plan: Plan, table: PointsTable, criterion: Criterion, statistics: Statistics) -> tuple[str, ...]:
    low, high = table.range_of(criterion)
    fixed = (criterion.id, criterion.number, criterion.title, criterion.key, criterion.standard, low, high)
    arguments = [*map(python, fixed), f"start={_start(plan, criterion.start, statistics)}"]
    if criterion.changes:
        arguments.append(f"changes={_tuple(_change(change, statistics) for change in criterion.changes)}")
    if criterion.highest:
        arguments.append("highest=True")
    arguments += [f"{name}={python(most)}" for name, most in (("gains", criterion.gains), ("losses", criterion.losses)) if most is not None]
    if criterion.nothing is not None:
        arguments.append(f"nothing={python(criterion.nothing)}")
    if targets := criterion.asks_targets:
        tables = (f"{python(key)}: {python(plan.tables_for_points(key))}" for key in targets)
        arguments.append(f"targets={{{', '.join(tables)}}}")
    return tuple(arguments)


def _start(plan: Plan, start: Start, statistics: Statistics) -> str:
    match start:
        case FullPoints(points=points):
            return _tuple(['"full"', python(points)])
        case ByLevel(levels=levels):
            return _tuple(['"level"', python(levels)])
        case ByCouncil():
            return '("council",)'
        case ByBand(quantity=key, rows=rows, turned=True):
            return _tuple(['"turn"', python(key), _rows(rows)])
        case ByBand(quantity=key, rows=rows):
            return _tuple(['"band"', statistics[key].name, python(plan.quantity(key).unit.name), _rows(rows)])
        case ByTarget(quantity=key, met=met, short=short):
            return _tuple(['"target"', python(key), python(met), _rows(short)])
        case ByCompletion(quantity=key, points=points, most=most):
            return _tuple(['"completion"', python(key), python(points), python(most)])
        case OnAverage(parts=parts):
            return _tuple(['"average"', python(parts)])


def _change(change: Change, statistics: Statistics) -> str:
    match change:
        case Merit(key=key, merit=merit, points=points):
            return python(("merit", key, merit, points))
        case PerEvent(key=key, event=event, points=points, most=most):
            return python(("event", key, event, points, most))
        case PerStep():
            return python(("step", change.quantity, change.over, change.step, change.points, change.most, change.whole))
        case ByBeyond(quantity=key, rows=rows):
            each = (_tuple([python(row.over), _interval(row.interval), _load(row.load, statistics), python(row.points)]) for row in rows)
            return _tuple(['"beyond"', python(key), _tuple(each)])


def _load(load: tuple[str, Interval] | None, statistics: Statistics) -> str:
    return "None" if load is None else f"({statistics[load[0]].name}, {_interval(load[1])})"


def _rows(rows: tuple[tuple[Interval, Fraction], ...]) -> str:
    return _tuple(f"({_interval(interval)}, {python(points)})" for interval, points in rows)


def _interval(interval: Interval) -> str:
    low, high = interval.low, interval.high
    ends = (None if low is None else low.value, None if high is None else high.value)
    return python((ends[0], low is not None and low.closed, ends[1], high is not None and high.closed))


def _condition(condition: ClassCondition) -> str:
    match condition:
        case NoneBelow(percent=percent, least=least, met=met):
            return python(("minimum", (percent, least), met))
        case TargetsAre(targets=targets, met=met):
            return python(("targets", targets, met))


def _trigger(trigger: Trigger) -> str:
    match trigger:
        case NoneBelow(percent=percent, least=least):
            return python(("minimum", (percent, least)))
        case TargetsAre(targets=targets):
            return f'("targets", {python_set(targets)})'
        case Disciplined(forms=forms, window=window, people=people):
            first, last = (None, None) if window is None else (window.first, window.last)
            return python(("discipline", forms, first, last, people))


def _rank_key(key: RankKey, statistics: Statistics) -> str:
    """A criterion by its id, a statistic with its name, the total as None."""
    return python(key.criterion) if key.quantity is None else f"({statistics[key.quantity].name}, {python(key.quantity)})"


def _tuple(parts: Iterable[str]) -> str:
    known = list(parts)
    return f"({', '.join(known)},)" if len(known) == 1 else f"({', '.join(known)})"
