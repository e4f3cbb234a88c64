"""Points tables → JSON values: ways of scoring by their kind, points as exact strings with their sign."""

from fractions import Fraction

from thads_dsl.backends.exchange.values import Json, interval_value, period_value, rule_value, subject_value
from thads_dsl.model.intervals import Interval
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
    Part,
    PerEvent,
    PerStep,
    PointsTable,
    Start,
)
from thads_dsl.model.points_classes import ClassCase, ClassCondition, Disciplined, NoneBelow, Ranking, TargetsAre, Trigger


def points_table(table: PointsTable) -> dict[str, Json]:
    """A points table with its classes, quotas and ranks."""
    return {
        **rule_value(table),
        "subject": subject_value(table.subject),
        "standard": str(table.standard),
        "parts": [_part(part) for part in table.parts],
        "criteria": [_criterion(table, criterion) for criterion in table.criteria],
        "floor": _number(table.floor),
        "ceiling": _number(table.ceiling),
        "rounding": None if table.rounding is None else {"digits": table.rounding.digits, "down": table.rounding.down},
        "points_caps": [
            {**rule_value(cap), "criteria": list(cap.criteria), "deducted": cap.sign < 0, "most": str(cap.most)} for cap in table.caps
        ],
        "classes": [{**rule_value(row), "name": row.name, "cases": [_case(case) for case in row.cases]} for row in table.classes],
        "class_changes": [{**rule_value(each), "trigger": _trigger(each.trigger), "not_above": each.bar} for each in table.changes],
        "class_quotas": [
            {**rule_value(each), "name": each.name, "percent": str(each.percent), "rounded_up": each.up} for each in table.quotas
        ],
        "ranking": None if table.ranking is None else _ranking(table.ranking),
    }


def _part(part: Part) -> dict[str, Json]:
    return {"number": part.number, "title": part.title, "points": str(part.points), "criteria": list(part.criteria)}


def _case(case: ClassCase) -> dict[str, Json]:
    return {"points": interval_value(case.interval), "conditions": [_condition(each) for each in case.conditions]}


def _number(value: Fraction | None) -> str | None:
    return None if value is None else str(value)


def _criterion(table: PointsTable, criterion: Criterion) -> dict[str, Json]:
    low, high = table.range_of(criterion)
    return rule_value(criterion) | {
        "number": criterion.number,
        "title": criterion.title,
        "key": criterion.key,
        "standard": str(criterion.standard),
        "least": _number(low),
        "most": _number(high),
        "start": _start(criterion.start),
        "changes": [_change(change) for change in criterion.changes],
        "only_the_highest": criterion.highest,
        "added_at_most": _number(criterion.gains),
        "deducted_at_most": _number(criterion.losses),
        "nothing_arose": _number(criterion.nothing),
    }


def _start(start: Start) -> dict[str, Json]:
    match start:
        case FullPoints(points=points):
            return {"scoring": "full", "points": str(points)}
        case ByLevel(levels=levels):
            return {"scoring": "level", "levels": [{"level": name, "points": str(points)} for name, points in levels]}
        case ByTarget(quantity=key, met=met, short=short):
            return {"scoring": "target", "quantity": key, "met": str(met), "short": _rows(short)}
        case ByBand(quantity=key, rows=rows, turned=turned):
            return {"scoring": "turn" if turned else "band", "quantity": key, "rows": _rows(rows)}
        case ByCouncil(low=low, high=high):
            return {"scoring": "council", "low": str(low), "high": str(high)}
        case ByCompletion(quantity=key, points=points, most=most):
            return {"scoring": "completion", "quantity": key, "points": str(points), "most": _number(most)}
        case OnAverage(parts=parts):
            return {"scoring": "average", "parts": [{"criterion": id, "weight": str(weight)} for id, weight in parts]}


def _rows(rows: tuple[tuple[Interval, Fraction], ...]) -> list[Json]:
    return [{"interval": interval_value(interval), "points": str(points)} for interval, points in rows]


def _change(change: Change) -> dict[str, Json]:
    match change:
        case PerEvent(key=key, event=event, points=points, most=most):
            return {"scoring": "event", "key": key, "event": event, "points": str(points), "most": _number(most)}
        case Merit(key=key, merit=merit, points=points):
            return {"scoring": "merit", "judgment": key, "merit": merit, "points": str(points)}
        case PerStep():
            return {
                "scoring": "step",
                "quantity": change.quantity,
                "over": change.over,
                "step": str(change.step),
                "points": str(change.points),
                "most": _number(change.most),
                "whole_steps": change.whole,
            }
        case ByBeyond(quantity=key, rows=rows):
            return {
                "scoring": "beyond",
                "quantity": key,
                "rows": [
                    {
                        "over": row.over,
                        "interval": interval_value(row.interval),
                        "load": None if row.load is None else {"quantity": row.load[0], "interval": interval_value(row.load[1])},
                        "points": str(row.points),
                    }
                    for row in rows
                ],
            }


def _condition(condition: ClassCondition) -> dict[str, Json]:
    match condition:
        case NoneBelow(percent=percent, least=least, met=met):
            return {"condition": "criteria_below", "percent": str(percent), "least": least, "met": met}
        case TargetsAre(targets=targets, met=met):
            return {"condition": "targets", "targets": list(targets), "met": met}


def _trigger(trigger: Trigger) -> dict[str, Json]:
    match trigger:
        case NoneBelow(percent=percent, least=least):
            return {"trigger": "criteria_below", "percent": str(percent), "least": least}
        case TargetsAre(targets=targets):
            return {"trigger": "targets_failed", "targets": list(targets)}
        case Disciplined(forms=forms, window=window, people=people):
            return {"trigger": "disciplined", "forms": list(forms), "window": period_value(window), "people": list(people)}


def _ranking(ranking: Ranking) -> dict[str, Json]:
    return rule_value(ranking) | {
        "within_clusters": ranking.clusters,
        "keys": [{"criterion": key.criterion, "quantity": key.quantity} for key in ranking.keys],
    }
