"""Không xét: whether a row is left out of the award, which is not the same as not meeting its standards."""

import re
from collections.abc import Iterable
from dataclasses import replace

from thads_dsl.evaluate.discipline import decisions, reason
from thads_dsl.evaluate.dossiers import faults, file_results
from thads_dsl.evaluate.figures import missing
from thads_dsl.evaluate.quotas import Key, identity
from thads_dsl.evaluate.targets import covers
from thads_dsl.model.occasions import Occasion, barring
from thads_dsl.model.plan import Plan
from thads_dsl.model.results import ConditionResult, Verdict
from thads_dsl.model.rules import Exclusion, Quota
from thads_dsl.model.statistics import Row, Statistics, Subject

_LEFT_OUT = re.compile("^không xét")
NOT_EXCLUDED = "không thuộc trường hợp không xét"


def exclusion_results(plan: Plan, statistics: Statistics, occasion: Occasion, row: Row) -> tuple[ConditionResult, ...]:
    """How the row stands on every exclusion that may concern it: không áp dụng is left out, đạt is not."""
    rules = (rule for rule in plan.exclusions if occasion.takes(rule) and covers(plan, rule.subject, row))
    return tuple(_on_rule(plan, exclusion, statistics, occasion, row) for exclusion in rules)


def barred_results(
    plan: Plan, statistics: Statistics, quotas: Iterable[Quota], rows: Iterable[Row]
) -> dict[Key, dict[str, tuple[ConditionResult, ...]]]:
    """By row and by quota, how rows stand on what leaves them out of the award of that quota alone."""
    barred_by = [(quota, rules) for quota in quotas if (rules := barring(plan, quota))]
    return {
        identity(row): {
            quota.id: tuple(
                _on_rule(plan, rule, statistics, Occasion(wave=quota.wave), row) for rule in rules if covers(plan, rule.subject, row)
            )
            for quota, rules in barred_by
            if covers(plan, quota.subject, row)
        }
        for row in rows
    }


def _on_rule(plan: Plan, rule: Exclusion, statistics: Statistics, occasion: Occasion, row: Row) -> ConditionResult:
    """The reasons say of which award somebody is left out, where the occasion is not of that award alone."""
    result = _verdict_on(plan, rule, statistics, occasion, row)
    if not rule.award or occasion.award:
        return result
    return replace(result, reasons=tuple(_LEFT_OUT.sub(f"không xét tặng {rule.award}", reason) for reason in result.reasons))


def _verdict_on(plan: Plan, rule: Exclusion, statistics: Statistics, occasion: Occasion, row: Row) -> ConditionResult:
    if rule.question:
        return _by_answer(rule, row)
    if rule.faults:
        return _by_file(plan, rule, statistics, occasion, row)
    if rule.group is not None:
        return _by_figures(plan, rule, rule.group, row)
    if not rule.forms:
        return ConditionResult(rule=rule.id, verdict=Verdict.NOT_APPLICABLE, reasons=(f"không xét {rule.subject.name}",))
    if statistics.sanctions is None:
        return ConditionResult(rule=rule.id, verdict=Verdict.UNKNOWN, reasons=("chưa có bảng Kỷ luật",))
    found = decisions(statistics.sanctions, rule.forms, rule.window, row, rule.whose, rule.people)
    if not found:
        return ConditionResult(rule=rule.id, verdict=Verdict.MET, reasons=(NOT_EXCLUDED,))
    reasons = tuple(f"không xét: {reason(each, rule.whose)}" for each in found)
    return ConditionResult(rule=rule.id, verdict=Verdict.NOT_APPLICABLE, reasons=reasons)


def _by_answer(rule: Exclusion, row: Row) -> ConditionResult:
    answer = row.judgments.get(rule.key)
    if answer is None:
        return ConditionResult(rule=rule.id, verdict=Verdict.UNKNOWN, reasons=(f"chưa rõ có thuộc trường hợp không xét: {rule.question}",))
    if answer:
        return ConditionResult(rule=rule.id, verdict=Verdict.NOT_APPLICABLE, reasons=(f"không xét: {rule.question}",))
    return ConditionResult(rule=rule.id, verdict=Verdict.MET, reasons=(NOT_EXCLUDED,))


def _by_file(plan: Plan, rule: Exclusion, statistics: Statistics, occasion: Occasion, row: Row) -> ConditionResult:
    """Left out for a fault of its file; a file of which nothing is known has not come late."""
    if statistics.dossiers is None:
        return ConditionResult(rule=rule.id, verdict=Verdict.UNKNOWN, reasons=("chưa có bảng Hồ sơ",))
    told = [faults(file, rule.faults) for file in file_results(plan, statistics, occasion, row)]
    if found := tuple(f"không xét: {fault}" for present, _ in told for fault in present):
        return ConditionResult(rule=rule.id, verdict=Verdict.NOT_APPLICABLE, reasons=found)
    if open_ := tuple(f"chưa rõ {each}" for _, unknown in told for each in unknown):
        return ConditionResult(rule=rule.id, verdict=Verdict.UNKNOWN, reasons=open_)
    return ConditionResult(rule=rule.id, verdict=Verdict.MET, reasons=(NOT_EXCLUDED,))


def _by_figures(plan: Plan, rule: Exclusion, group: Subject, row: Row) -> ConditionResult:
    assert group.where is not None, "a group is told by figures"
    if unknown := missing(plan, group.where.keys, row):
        return ConditionResult(rule=rule.id, verdict=Verdict.UNKNOWN, reasons=(f"thiếu {', '.join(unknown)}",))
    if covers(plan, group, row):
        return ConditionResult(rule=rule.id, verdict=Verdict.NOT_APPLICABLE, reasons=(f"không xét: {group.where.text}",))
    return ConditionResult(rule=rule.id, verdict=Verdict.MET, reasons=(NOT_EXCLUDED,))
