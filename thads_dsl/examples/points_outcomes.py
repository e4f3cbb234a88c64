"""VÍ DỤ with points: what must come of an example, against what the plan computes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from thads_dsl.examples.points import PointsRow
from thads_dsl.model.plan import Plan
from thads_dsl.model.points import Criterion, Disciplined, PointsTable
from thads_dsl.model.points_printing import class_text, criterion_sum, points_text, range_text, total_sum
from thads_dsl.model.points_results import PointsResult
from thads_dsl.source import Passage
from thads_dsl.syntax.points_tree import ClassOutcome, TotalOutcome


def wrong_points(plan: Plan, result: PointsResult, rows: tuple[PointsRow, ...]) -> Iterator[tuple[Passage, str]]:
    """Rows whose points the plan computes otherwise, each with what it computes."""
    table = _table(plan, result)
    by_number: Mapping[str, Criterion] = {criterion.number: criterion for criterion in table.criteria}
    for row in rows:
        if row.number is None or not row.known.text:
            continue
        found = next(each for each in result.criteria if each.criterion == by_number[row.number].id)
        if found.points != row.figure:
            yield row.points, f"Máy tính ra tiêu chí {row.number}: {criterion_sum(found)}"


def wrong_rating(plan: Plan, result: PointsResult, outcome: TotalOutcome | ClassOutcome) -> tuple[str, str] | None:
    """What the plan computes where it is not what the example expects, and the line that would be right."""
    table = _table(plan, result)
    if isinstance(outcome, ClassOutcome):
        said = class_text(result) or "không xếp hạng"
        sure = len(result.classes) == 1
        return None if result.classes == (outcome.name,) else (f"Máy tính ra: {said}", f"Thì xếp {said}" if sure else "")
    if outcome.total is None:
        return (
            None if result.total is None else (f"Máy tính ra: {total_sum(table, result)}", f"Thì tổng điểm là {points_text(result.total)}")
        )
    if result.total is None:
        return f"Máy tính ra: chưa đủ căn cứ, {range_text(result.low, result.high)}", "Thì chưa đủ căn cứ xét tổng điểm"
    right = f"Thì tổng điểm là {points_text(result.total)}"
    return None if result.total == outcome.total.value else (f"Máy tính ra: {total_sum(table, result)}", right)


def discipline_unsaid(plan: Plan, result: PointsResult) -> bool:
    """Whether the class is open only because nothing is said of discipline."""
    changes = [change for change in _table(plan, result).changes if isinstance(change.trigger, Disciplined)]
    return len(result.classes) > 1 and any(step.endswith(change.text) for step in result.steps for change in changes)


def _table(plan: Plan, result: PointsResult) -> PointsTable:
    return next(table for table in plan.points if table.id == result.table)
