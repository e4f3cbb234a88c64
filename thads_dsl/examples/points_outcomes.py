"""VÍ DỤ with points: what must come of an example, against what the plan computes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from thads_dsl.examples.points import PointsRow
from thads_dsl.examples.wrong import Wrong
from thads_dsl.model.plan import Plan
from thads_dsl.model.points import Criterion, PointsTable
from thads_dsl.model.points_classes import Disciplined
from thads_dsl.model.points_printing import class_text, criterion_sum, points_text, range_text, total_sum
from thads_dsl.model.points_results import PointsResult
from thads_dsl.syntax.points_tree import ClassOutcome, TotalOutcome


def wrong_points(plan: Plan, result: PointsResult, rows: tuple[PointsRow, ...]) -> Iterator[Wrong]:
    """Rows whose points the plan computes otherwise, each with what it computes."""
    table = _table(plan, result)
    by_number: Mapping[str, Criterion] = {criterion.number: criterion for criterion in table.criteria}
    for row in rows:
        if row.number is None or not row.known.text:
            continue
        criterion = by_number[row.number]
        found = next(each for each in result.criteria if each.criterion == criterion.id)
        if found.points != row.figure:
            yield Wrong(row.points.span(), f"Máy tính ra tiêu chí {row.number}: {criterion_sum(found)}.", lines=(criterion.line,))


def wrong_rating(plan: Plan, result: PointsResult, outcome: TotalOutcome | ClassOutcome) -> Wrong | None:
    """What the plan computes where it is not what the example expects."""
    table = _table(plan, result)
    if isinstance(outcome, ClassOutcome):
        return None if result.classes == (outcome.name,) else _wrong_class(table, result, outcome)
    right = f"Thì tổng điểm là {points_text(result.total)}" if result.total is not None else "Thì chưa đủ căn cứ xét tổng điểm"
    if result.total == (None if outcome.total is None else outcome.total.value):
        return None
    computed = total_sum(table, result) if result.total is not None else f"chưa đủ căn cứ, {range_text(result.low, result.high)}"
    return Wrong(outcome.span, f"Máy tính ra: {computed}.", right)


def _wrong_class(table: PointsTable, result: PointsResult, outcome: ClassOutcome) -> Wrong:
    said = class_text(result) or "không xếp hạng"
    lines = tuple(each.line for each in table.classes if each.name in (outcome.name, *result.classes))
    return Wrong(outcome.span, f"Máy tính ra: {said}.", f"Thì xếp {said}" if len(result.classes) == 1 else "", lines)


def discipline_unsaid(plan: Plan, result: PointsResult) -> bool:
    """Whether the class is open only because nothing is said of discipline."""
    changes = [change for change in _table(plan, result).changes if isinstance(change.trigger, Disciplined)]
    return len(result.classes) > 1 and any(step.endswith(change.text) for step in result.steps for change in changes)


def _table(plan: Plan, result: PointsResult) -> PointsTable:
    return next(table for table in plan.points if table.id == result.table)
