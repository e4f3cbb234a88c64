"""Tiêu chuẩn, điều kiện: how a subject stands on each, with reasons, and whether it may be proposed for the award."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from thads_dsl.evaluate.discipline import decisions, reason
from thads_dsl.evaluate.exclusions import exclusion_results
from thads_dsl.evaluate.quotas import unit_of
from thads_dsl.evaluate.reasons import (
    AWAITS_COUNCIL,
    BY_AUTHORITY,
    NO_TARGETS,
    QUALIFIES,
    UNIT_MEETS,
    UNIT_QUALIFIES,
    count_reason,
    target_reason,
)
from thads_dsl.evaluate.targets import covers, target_results
from thads_dsl.evaluate.verdicts import all_of, some_of
from thads_dsl.model.dates import Period, day_text
from thads_dsl.model.occasions import Occasion, standards_asked, standards_of, targets_of
from thads_dsl.model.plan import Plan
from thads_dsl.model.results import ConditionResult, TargetResult, Verdict
from thads_dsl.model.rules import BothStandards, ByAuthority, Condition, Judged, NotDisciplined, QualifiesFor, SomeOf, Standard, TargetsMet
from thads_dsl.model.statistics import Row, Statistics


@dataclass(frozen=True, slots=True)
class Standing:
    """A row's conditions, and their sum by the standards that speak of it; `covered` when there is such a standard."""

    conditions: tuple[ConditionResult, ...]
    verdict: Verdict
    covered: bool


def standing(plan: Plan, statistics: Statistics, occasion: Occasion, row: Row, results: Sequence[TargetResult]) -> Standing:
    """The row by the standards of the occasion; `results` are its results on targets."""
    standards = [standard for standard in standards_of(plan, occasion) if covers(plan, standard.subject, row)]
    found = [_on_standard(plan, statistics, standard, row, results) for standard in standards]
    conditions = tuple(condition for part, _ in found for condition in part)
    return Standing(conditions, all_of(verdict for _, verdict in found), bool(standards))


def by_unit(plan: Plan, statistics: Statistics, occasion: Occasion, row: Row) -> tuple[ConditionResult, ...]:
    """C6: what is asked of the unit of a row (thủ trưởng đơn vị) on an occasion."""
    rules = (rule for rule in plan.both_standards if occasion.takes(rule) and covers(plan, rule.subject, row))
    return tuple(_on_unit(plan, statistics, rule, occasion, row) for rule in rules)


def _on_unit(plan: Plan, statistics: Statistics, rule: BothStandards, occasion: Occasion, row: Row) -> ConditionResult:
    """Đủ điều kiện is to meet the standards and to be left out by nothing; where only standards are asked for, these decide."""
    unit = unit_of(statistics, row)
    if unit is None:
        reason = f"chưa có số liệu của đơn vị {row.unit}"
        return ConditionResult(rule=rule.id, verdict=Verdict.UNKNOWN, reasons=(reason,))
    own = unit_standing(plan, statistics, occasion, unit).verdict
    if not rule.qualifying:
        return ConditionResult(rule=rule.id, verdict=own, reasons=(UNIT_MEETS[own],))
    left_out = exclusion_results(plan, statistics, occasion, unit)
    out = tuple(reason for each in left_out if each.verdict is Verdict.NOT_APPLICABLE for reason in each.reasons)
    verdict = Verdict.FAILED if out else all_of([own, *(each.verdict for each in left_out if each.verdict is Verdict.UNKNOWN)])
    return ConditionResult(rule=rule.id, verdict=verdict, reasons=(UNIT_QUALIFIES[verdict], *out))


def unit_standing(plan: Plan, statistics: Statistics, occasion: Occasion, unit: Row) -> Standing:
    """A unit by the standards of an occasion, whose targets are those of its wave."""
    return standing(plan, statistics, occasion, unit, targets_shown(plan, occasion, target_results(plan, unit)))


def targets_shown(plan: Plan, occasion: Occasion, results: Iterable[TargetResult]) -> tuple[TargetResult, ...]:
    """The results on the targets that count on an occasion."""
    asked = targets_of(plan, occasion)
    return tuple(each for each in results if each.table in asked)


def _on_standard(
    plan: Plan, statistics: Statistics, standard: Standard, row: Row, results: Sequence[TargetResult]
) -> tuple[tuple[ConditionResult, ...], Verdict]:
    """To be without discipline is no merit: where nothing else of the standard applies, neither does the standard."""
    found = [_on_condition(plan, statistics, condition, row, results) for condition in standard.conditions]
    merits = {each[0].verdict for each, said in zip(found, standard.conditions, strict=True) if not isinstance(said, NotDisciplined)}
    verdict = Verdict.NOT_APPLICABLE if merits == {Verdict.NOT_APPLICABLE} else all_of(each[0].verdict for each in found)
    return tuple(each for part in found for each in part), verdict


def _on_condition(
    plan: Plan, statistics: Statistics, condition: Condition, row: Row, results: Sequence[TargetResult]
) -> tuple[ConditionResult, ...]:
    """The result of a condition, and behind it those of the conditions inside of it."""
    match condition:
        case Judged():
            return (_judged(condition, row),)
        case NotDisciplined():
            return (_not_disciplined(condition, row, statistics),)
        case TargetsMet():
            return (_targets_met(plan, condition, results),)
        case ByAuthority():
            return (ConditionResult(rule=condition.id, verdict=Verdict.UNKNOWN, reasons=(BY_AUTHORITY,)),)
        case QualifiesFor():
            return (_qualifies(plan, statistics, condition, row, results),)
        case SomeOf():
            items = [[_on_condition(plan, statistics, each, row, results) for each in item] for item in condition.items]
            return _some(condition, items)


def _qualifies(plan: Plan, statistics: Statistics, rule: QualifiesFor, row: Row, results: Sequence[TargetResult]) -> ConditionResult:
    """By all rules of the other award, of the same wave; whom its standards do not speak of, and who is left out, does not qualify."""
    occasion = Occasion(rule.award, rule.wave)
    left_out = exclusion_results(plan, statistics, occasion, row)
    heads = by_unit(plan, statistics, occasion, row)
    wanted = [each for each in standards_asked(plan, rule) if covers(plan, each.subject, row)]
    own = all_of(_on_standard(plan, statistics, each, row, results)[1] for each in wanted)
    open_ = [each.verdict for each in left_out if each.verdict is Verdict.UNKNOWN]
    out = [reason for each in left_out if each.verdict is Verdict.NOT_APPLICABLE for reason in each.reasons]
    verdict = Verdict.NOT_APPLICABLE if out or own is Verdict.NOT_APPLICABLE else all_of([own, *open_, *(each.verdict for each in heads)])
    counted = Verdict.FAILED if verdict is Verdict.NOT_APPLICABLE else verdict
    said = tuple(reason for each in heads for reason in each.reasons if verdict is not Verdict.NOT_APPLICABLE)
    return ConditionResult(rule=rule.id, verdict=counted, reasons=(QUALIFIES[verdict].format(rule.award), *said, *out))


def _some(rule: SomeOf, items: list[list[tuple[ConditionResult, ...]]]) -> tuple[ConditionResult, ...]:
    verdicts = [all_of(found[0].verdict for found in item) for item in items]
    own = ConditionResult(
        rule=rule.id,
        verdict=some_of(verdicts, rule.least, exactly=rule.exactly),
        reasons=(count_reason(verdicts, rule.least, exactly=rule.exactly),),
    )
    parts = (each for item in items for found in item for each in found)
    return (own, *(replace(part, part_of=part.part_of or rule.id) for part in parts))


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
    found = decisions(statistics.sanctions, condition.forms, condition.window, row, condition.whose, condition.people)
    if not found:
        told = f"không có quyết định kỷ luật{_within(condition.window)}"
        return ConditionResult(rule=condition.id, verdict=Verdict.MET, reasons=(told,))
    reasons = tuple(reason(sanction, condition.whose) for sanction in found)
    return ConditionResult(rule=condition.id, verdict=Verdict.FAILED, reasons=reasons)


def _within(window: Period | None) -> str:
    return "" if window is None else f" từ ngày {day_text(window.first)} đến hết ngày {day_text(window.last)}"


def _targets_met(plan: Plan, condition: TargetsMet, results: Sequence[TargetResult]) -> ConditionResult:
    wanted = [result for result in results if _is_asked(plan, condition.targets, result)]
    verdicts = [result.verdict for result in wanted]
    reasons = tuple(target_reason(plan, result) for result in wanted) or (NO_TARGETS,)
    if condition.least is None:
        return ConditionResult(rule=condition.id, verdict=all_of(verdicts), reasons=reasons)
    required = [result.verdict for result in wanted if _is_asked(plan, condition.required, result)]
    counted = some_of(verdicts, condition.least, exactly=condition.exactly)
    told = (count_reason(verdicts, condition.least, exactly=condition.exactly), *reasons)
    return ConditionResult(rule=condition.id, verdict=all_of([counted, *required]), reasons=told)


def _is_asked(plan: Plan, targets: tuple[str, ...], result: TargetResult) -> bool:
    """By the row that takes the subject; where none could be chosen, by any row of the table."""
    if result.rule is not None:
        return result.rule in targets
    rows = next(rows for rows in plan.tables if rows[0].id == result.table)
    return any(row.id in targets for row in rows)
