"""Results → JSON values: ASCII keys, Vietnamese words, exact figures as text."""

from datetime import date
from fractions import Fraction

from thads_dsl.evaluate.reasons import open_reason
from thads_dsl.model.dates import day_text
from thads_dsl.model.plan import Plan
from thads_dsl.model.points import PointsTable
from thads_dsl.model.points_printing import criterion_sum, table_of, total_sum
from thads_dsl.model.points_results import CriterionResult, PointsResult
from thads_dsl.model.printing import actual_text, goal_text, shortfall_text
from thads_dsl.model.results import (
    ConditionResult,
    DossierResult,
    QuotaResult,
    Results,
    SubjectResult,
    TargetResult,
    Verdict,
)
from thads_dsl.model.rules import JudgedTarget, Rule, Target, leaves
from thads_dsl.model.units import number

Json = str | int | bool | None | list["Json"] | dict[str, "Json"]

SCHEMA = "thads.results/1"
_VERDICTS = {
    Verdict.FAILED: "không đạt",
    Verdict.UNKNOWN: "chưa đủ căn cứ",
    Verdict.MET: "đạt",
    Verdict.NOT_APPLICABLE: "không áp dụng",
}
_ELIGIBLE = {
    Verdict.FAILED: "không đủ điều kiện đề nghị khen thưởng",
    Verdict.UNKNOWN: "chưa đủ căn cứ đề nghị khen thưởng",
    Verdict.MET: "đủ điều kiện đề nghị khen thưởng",
    Verdict.NOT_APPLICABLE: "không thuộc đối tượng",
}


def as_json(plan: Plan, results: Results) -> dict[str, Json]:
    """The whole run, schema `thads.results/1`.

    `actual` is the exact figure (“640/820”, or “640” of a column), `base` the one that it is compared with, `shown` what is
    printed; `margin` is exact (decimals, or a/b where there are none that end); `shortfall` is a whole number of the unit
    of what the subject can change, and `shortfall_text` says whether more or less of it. A subject is there once for each
    award and wave that is decided by itself (`award`, `wave`; empty where there is only one).
    """
    return {
        "schema": SCHEMA,
        "plan": {"type": plan.identity.type_name, "abstract": plan.identity.abstract, "agency": plan.identity.agency},
        "subjects": [_subject(plan, subject) for subject in results.subjects],
    }


def _subject(plan: Plan, subject: SubjectResult) -> dict[str, Json]:
    row = subject.row
    return {
        "base": row.base.value,
        "name": row.name,
        "unit": row.unit,
        "kind": row.kind,
        "head": row.head,
        "award": subject.occasion.award,
        "wave": subject.occasion.wave,
        "targets": [_target(plan, result) for result in subject.targets],
        "conditions": [_condition(plan, result) for result in subject.conditions],
        "eligible": _ELIGIBLE[subject.eligible],
        "quotas": [_quota(plan, result) for result in subject.quotas],
        "dossiers": [_dossier(plan, result) for result in subject.dossiers],
        "points": [_points(plan, result) for result in subject.points],
    }


def _target(plan: Plan, result: TargetResult) -> dict[str, Json]:
    rule = _rule(plan, result.rule or result.table)
    return {
        "table": result.table,
        "rule": result.rule,
        "place": rule.place.cited(),
        "band": rule.region.text if isinstance(rule, Target) and rule.region and result.rule else None,
        "goal": _goal(plan, rule) if result.rule else None,
        "verdict": _VERDICTS[result.verdict],
        "reason": open_reason(plan, result),
        "actual": _exact(plan, rule, result),
        "base": None if result.base is None else _fraction(*result.base),
        "shown": actual_text(plan, result) or None,
        "margin": None if result.margin is None else number(result.margin),
        "shortfall": None if result.shortfall is None else str(abs(result.shortfall)),
        "shortfall_text": shortfall_text(plan, result),
        "missing": list(result.missing),
    }


def _rule(plan: Plan, wanted: str) -> Rule:
    conditions = (condition for standard in plan.standards for condition in leaves(standard.conditions))
    awards = (*plan.exclusions, *plan.standards, *conditions, *plan.both_standards, *plan.quotas, *plan.dossiers)
    rules = (*plan.targets, *plan.judged_targets, *awards)
    return next(rule for rule in rules if rule.id == wanted)


def _goal(plan: Plan, rule: Rule) -> str:
    if isinstance(rule, Target):
        return goal_text(plan, rule)
    assert isinstance(rule, JudgedTarget)
    return rule.judgment


def _exact(plan: Plan, rule: Rule, result: TargetResult) -> str | None:
    if result.numerator is None or result.denominator is None or not isinstance(rule, Target):
        return None
    ratio = plan.quantity(rule.quantity).denominator is not None
    return f"{result.numerator}/{result.denominator}" if ratio else _fraction(result.numerator, result.denominator)


def _fraction(numerator: int, denominator: int) -> str:
    return str(numerator) if denominator == 1 else f"{numerator}/{denominator}"


def _condition(plan: Plan, result: ConditionResult) -> dict[str, Json]:
    return {
        "rule": result.rule,
        "place": _rule(plan, result.rule).place.cited(),
        "verdict": _VERDICTS[result.verdict],
        "reasons": list(result.reasons),
        "part_of": result.part_of,
    }


def _quota(plan: Plan, result: QuotaResult) -> dict[str, Json]:
    return {
        "quota": result.quota,
        "place": _rule(plan, result.quota).place.cited(),
        "proposal": result.words,
        "limit": result.limit,
        "eligible": result.eligible,
        "pending": result.pending,
        "counted": result.counted,
        "working": result.working,
        "note": result.note,
    }


def _dossier(plan: Plan, result: DossierResult) -> dict[str, Json]:
    return {
        "rule": result.rule,
        "place": _rule(plan, result.rule).place.cited(),
        "verdict": _VERDICTS[result.verdict],
        "missing": list(result.missing),
        "unknown": list(result.unknown),
        "received": _day(result.received),
        "last_day": _day(result.last_day),
        "late": result.late,
        "wave": result.wave,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day_text(day)


def _points(plan: Plan, result: PointsResult) -> dict[str, Json]:
    table = table_of(plan, result)
    return {
        "table": result.table,
        "place": table.place.cited(),
        "criteria": [_criterion(table, each) for each in result.criteria],
        "total": _exact_points(result.total),
        "low": _exact_points(result.low),
        "high": _exact_points(result.high),
        "sum": total_sum(table, result),
        "classes": list(result.classes),
        "steps": list(result.steps),
        "cluster": result.cluster,
        "rank": result.place,
        "rank_note": result.rank_note,
        "tied": list(result.tied),
    }


def _criterion(table: PointsTable, result: CriterionResult) -> dict[str, Json]:
    criterion = table.criterion(result.criterion)
    return {
        "criterion": criterion.id,
        "number": criterion.number,
        "title": criterion.title,
        "points": _exact_points(result.points),
        "low": _exact_points(result.low),
        "high": _exact_points(result.high),
        "sum": criterion_sum(result),
        "missing": list(result.missing),
    }


def _exact_points(points: Fraction | None) -> str | None:
    return None if points is None else number(points)
