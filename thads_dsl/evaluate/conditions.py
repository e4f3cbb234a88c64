"""Tiêu chuẩn, điều kiện: how a subject stands on each, with reasons, and whether it may be proposed for the award."""

from collections.abc import Sequence
from dataclasses import dataclass

from thads_dsl.evaluate.reasons import AWAITS_COUNCIL, NOT_SUBJECT, target_reason
from thads_dsl.evaluate.targets import covers
from thads_dsl.evaluate.verdicts import all_of, any_of
from thads_dsl.model.dates import Period, day_text
from thads_dsl.model.plan import Plan
from thads_dsl.model.results import ConditionResult, TargetResult, Verdict
from thads_dsl.model.rules import Condition, Judged, NotDisciplined, Standard, TargetsMet, Whose
from thads_dsl.model.statistics import Base, Row, Sanction, Statistics


@dataclass(frozen=True, slots=True)
class Standing:
    """A row's conditions, and their sum by the standards that speak of it; `covered` when there is such a standard."""

    conditions: tuple[ConditionResult, ...]
    verdict: Verdict
    covered: bool


def standing(plan: Plan, statistics: Statistics, row: Row, results: Sequence[TargetResult]) -> Standing:
    """The row by the standards of its own; `results` are its results on targets."""
    standards = [standard for standard in plan.standards if covers(plan, standard.subject, row)]
    found = [_on_standard(plan, statistics, standard, row, results) for standard in standards]
    conditions = tuple(condition for part, _ in found for condition in part)
    return Standing(conditions, all_of(verdict for _, verdict in found), bool(standards))


def _on_standard(
    plan: Plan, statistics: Statistics, standard: Standard, row: Row, results: Sequence[TargetResult]
) -> tuple[list[ConditionResult], Verdict]:
    conditions = [_on_condition(plan, statistics, condition, row, results) for condition in standard.conditions]
    verdicts = [condition.verdict for condition in conditions]
    return conditions, all_of(verdicts) if standard.every else any_of(verdicts)


def _on_condition(plan: Plan, statistics: Statistics, condition: Condition, row: Row, results: Sequence[TargetResult]) -> ConditionResult:
    match condition:
        case Judged():
            return _judged(condition, row)
        case NotDisciplined():
            return _not_disciplined(condition, row, statistics)
        case TargetsMet():
            return _targets_met(plan, condition, results)


def _judged(condition: Judged, row: Row) -> ConditionResult:
    judgment = row.judgments.get(condition.judgment)
    if judgment is None:
        return ConditionResult(rule=condition.id, verdict=Verdict.UNKNOWN, reasons=(AWAITS_COUNCIL,))
    if judgment:
        return ConditionResult(rule=condition.id, verdict=Verdict.MET, reasons=("Hội đồng bình xét: đạt",))
    return ConditionResult(rule=condition.id, verdict=Verdict.FAILED, reasons=("Hội đồng bình xét: không đạt",))


def _not_disciplined(condition: NotDisciplined, row: Row, statistics: Statistics) -> ConditionResult:
    """By the day on which the decision was signed; both days of the window belong to it."""
    if statistics.sanctions is None:
        return ConditionResult(rule=condition.id, verdict=Verdict.UNKNOWN, reasons=("chưa có bảng Kỷ luật",))
    found = [
        sanction
        for sanction in statistics.sanctions
        if sanction.form in condition.forms
        and (condition.window is None or sanction.signed in condition.window)
        and _concerns(sanction, row, condition.whose)
    ]
    if not found:
        reason = f"không có quyết định kỷ luật{_within(condition.window)}"
        return ConditionResult(rule=condition.id, verdict=Verdict.MET, reasons=(reason,))
    ordered = sorted(found, key=lambda sanction: (sanction.signed, sanction.name, condition.forms.index(sanction.form)))
    reasons = tuple(_decision(sanction, condition.whose) for sanction in ordered)
    return ConditionResult(rule=condition.id, verdict=Verdict.FAILED, reasons=reasons)


def _concerns(sanction: Sanction, row: Row, whose: Whose) -> bool:
    if whose is Whose.OWN:
        return (sanction.name, sanction.unit) == (row.name, row.unit)
    return sanction.unit == (row.name if row.base is Base.COLLECTIVE else row.unit)


def _decision(sanction: Sanction, whose: Whose) -> str:
    who = f"{sanction.name} " if whose is Whose.MEMBERS else ""
    return f"{who}bị kỷ luật {sanction.form}, quyết định ký ngày {day_text(sanction.signed)}"


def _within(window: Period | None) -> str:
    return "" if window is None else f" từ ngày {day_text(window.first)} đến hết ngày {day_text(window.last)}"


def _targets_met(plan: Plan, condition: TargetsMet, results: Sequence[TargetResult]) -> ConditionResult:
    wanted = [result for result in results if _is_asked(plan, condition, result)]
    verdict = all_of(result.verdict for result in wanted)
    reasons = tuple(target_reason(plan, result) for result in wanted) or (NOT_SUBJECT,)
    return ConditionResult(rule=condition.id, verdict=verdict, reasons=reasons)


def _is_asked(plan: Plan, condition: TargetsMet, result: TargetResult) -> bool:
    """By the row that takes the subject; where none could be chosen, by any row of the table."""
    if result.rule is not None:
        return result.rule in condition.targets
    rows = next(rows for rows in plan.tables if rows[0].id == result.table)
    return any(row.id in condition.targets for row in rows)
