"""A criterion of a points table in a line: when it gives which points, in the words of the results."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from thads_dsl.model.intervals import Interval
from thads_dsl.model.plan import Plan
from thads_dsl.model.points import (
    NOTHING_AROSE,
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
)
from thads_dsl.model.printing import interval_text
from thads_dsl.model.rules import Measure
from thads_dsl.model.units import PERCENT, Unit, number

_DISTANCE = Unit("điểm phần trăm")
_TURNS = {Measure.DECREASE: "giảm ", Measure.INCREASE: "tăng "}


def criterion_words(plan: Plan, table: PointsTable, criterion: Criterion) -> str:
    """“tiêu chí 1 (thi hành xong về việc): đạt chỉ tiêu: 30; cứ thiếu đủ 1 điểm phần trăm: -2, nhiều nhất -20; không phát sinh: 30”."""
    parts = [*_start(plan, table, criterion), *(text for change in criterion.changes for text in _change(plan, change))]
    if criterion.highest:
        parts.append("chỉ lấy điểm cộng cao nhất")
    for sign, verb, most in (("+", "cộng", criterion.gains), ("-", "trừ", criterion.losses)):
        parts += [f"{verb} tất cả nhiều nhất {sign}{number(most)}"] if most is not None else []
    if criterion.nothing is not None:
        parts.append(f"{NOTHING_AROSE}: {number(criterion.nothing)}")
    scored = f" ({', '.join(criterion.quantities)})" if criterion.quantities else ""  # which its name may call otherwise
    called = f"{criterion.former} của bảng cũ, nay là tiêu chí {criterion.number}" if criterion.former else criterion.number
    return f"tiêu chí {called}{scored}: {'; '.join(parts)}"


def table_words(table: PointsTable) -> str:
    """“bảng điểm của Chi cục THADS: 12 tiêu chí, tổng cộng 100 điểm”."""
    return f"bảng điểm của {table.subject.name}: {len(table.criteria)} tiêu chí, tổng cộng {number(table.standard)} điểm"


def _start(plan: Plan, table: PointsTable, criterion: Criterion) -> Iterator[str]:
    match criterion.start:
        case FullPoints(points=points):
            yield from [f"điểm chuẩn: {number(points)}"] if points else []
        case ByLevel(levels=levels):
            yield from (f"{level}: {number(points)}" for level, points in levels)
        case ByTarget(met=met, short=short):
            yield f"đạt chỉ tiêu: {number(met)}"
            for interval, points in short:
                missed = "không đạt chỉ tiêu" if interval == Interval() else f"thiếu {interval_text(interval, _DISTANCE)}"
                if interval != Interval() or points != met:  # else only what is deducted tells the shortfalls apart
                    yield f"{missed}: {number(points)}"
        case ByBand(quantity=quantity, rows=rows, turned=turned):
            unit = PERCENT if turned else plan.quantity(quantity).unit
            turn = _turn(plan, quantity) if turned else ""
            yield from (f"{turn}{interval_text(interval, unit)}: {number(points)}" for interval, points in rows)
        case ByCouncil(low=low, high=high):
            yield f"Hội đồng chấm từ {number(low)} đến {number(high)}"
        case ByCompletion(points=points, most=most):
            limit = "không giới hạn" if most is None else f"nhiều nhất {number(most)}"
            yield f"theo tỷ lệ hoàn thành chỉ tiêu, hoàn thành 100%: {number(points)}, {limit}"
        case OnAverage(parts=parts):
            named = ((table.criterion(id).numbered, weight) for id, weight in parts)
            listed = ", ".join(f"{name}{'' if weight == 1 else f' (hệ số {number(weight)})'}" for name, weight in named)
            yield f"trung bình cộng điểm các tiêu chí {listed}"


def _turn(plan: Plan, quantity: str) -> str:
    """The way in which the target of a quantity goes."""
    return next((_TURNS[target.measure] for target in plan.targets if target.quantity == quantity and target.measure in _TURNS), "")


def _change(plan: Plan, change: Change) -> Iterator[str]:
    match change:
        case PerEvent(event=event, points=points, most=most):
            yield f"mỗi {event}: {_signed(points)}{_most(points, most)}"
        case PerStep(over=over, step=step, points=points, most=most, whole=whole):
            kept = "đủ " if whole else ""
            parts = "" if whole else ", tính cả phần lẻ"
            yield f"cứ {_way(over)} {kept}{number(step)} điểm phần trăm: {_signed(points)}{parts}{_most(points, most)}"
        case ByBeyond(rows=rows):
            for row in rows:
                load = "" if row.load is None else f", {row.load[0]} {interval_text(row.load[1], plan.quantity(row.load[0]).unit)}"
                yield f"{_way(row.over)} {interval_text(row.interval, _DISTANCE)}{load}: {_signed(row.points)}"
        case Merit(merit=merit, points=points):
            yield f"{merit}: {_signed(points)}, một lần"


def _way(over: bool) -> str:
    return "vượt" if over else "thiếu"


def _signed(points: Fraction) -> str:
    return f"{'+' if points > 0 else ''}{number(points)}"


def _most(points: Fraction, most: Fraction | None) -> str:
    return ", không giới hạn" if most is None else f", nhiều nhất {_signed(most if points > 0 else -most)}"
