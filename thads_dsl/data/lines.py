"""Results → lines, one for each subject and rule, with the sum spelled out and the place that it follows from."""

from collections.abc import Iterator
from dataclasses import replace

from thads_dsl.data.line import Line
from thads_dsl.data.points_lines import points_lines
from thads_dsl.data.words import (
    TONES,
    Tone,
    condition_words,
    dossier_words,
    lowered,
    places_words,
    proposal_tone,
    raised,
    rules_by_id,
    standing,
    target_words,
)
from thads_dsl.evaluate.figures import missing, value
from thads_dsl.model.plan import Plan
from thads_dsl.model.printing import actual_text, goal_text, margin_text, shortfall_text, value_text
from thads_dsl.model.regions import Region
from thads_dsl.model.results import Results, SubjectResult, TargetResult, Verdict
from thads_dsl.model.rules import Rule, Target
from thads_dsl.model.statistics import Row
from thads_dsl.model.units import Amount, grouped


def lines(plan: Plan, results: Results) -> Iterator[Line]:
    """All findings in the order of the results; of each subject its targets, conditions, the award, quotas, its file."""
    rules = rules_by_id(plan)
    for subject in results.subjects:
        for line in _of_subject(plan, subject, rules):
            yield replace(line, occasion=raised(subject.occasion.title))


def _of_subject(plan: Plan, subject: SubjectResult, rules: dict[str, Rule]) -> Iterator[Line]:
    yield from _of_targets(plan, subject, rules)
    for condition in subject.conditions:
        words, told = condition_words(plan, condition), "; ".join(condition.reasons)
        yield _line(subject, rules[condition.rule], words, told if told != words else "", TONES[condition.verdict])
    yield from _conclusion(plan, subject)
    for quota in subject.quotas:
        yield _line(subject, rules[quota.quota], quota.words, places_words(plan, quota), proposal_tone(quota))
    for dossier in subject.dossiers:
        words, _, facts = dossier_words(plan, dossier).partition(": ")
        yield _line(subject, rules[dossier.rule], words, facts, TONES[dossier.verdict])
    for points in subject.points:
        yield from points_lines(plan, subject.row, points)


def _line(subject: SubjectResult, rule: Rule, outcome: str, told: str, tone: Tone) -> Line:
    return Line(subject.row, rule.id, rule.text, outcome, told, rule.place.cited(), tone)


def _conclusion(plan: Plan, subject: SubjectResult) -> Iterator[Line]:
    """What standards, or targets, come to; it follows from the lines above it, not from one place. Points have lines of their own."""
    found = standing(plan, subject)
    if plan.standards or not subject.points:
        title = "Kết luận về tiêu chuẩn, điều kiện" if plan.standards else "Kết luận về chỉ tiêu"
        yield Line(subject.row, "", title, found.words, "; ".join(found.reasons), "", found.tone)


def _of_targets(plan: Plan, subject: SubjectResult, rules: dict[str, Rule]) -> Iterator[Line]:
    for result in subject.targets:
        rule = rules[result.rule or result.table]
        words = target_words(plan, result)
        told = target_sum(plan, rule, subject.row, result) if isinstance(rule, Target) else ""
        yield _line(subject, rule, words, told, TONES[result.verdict])


def target_sum(plan: Plan, target: Target, row: Row, result: TargetResult) -> str:
    """“tổng số giải quyết 999 việc, thuộc mức từ …; 640 / 820 = 78,05% ≥ 76%: đạt, vượt 2,05 điểm phần trăm”."""
    if result.rule is None:
        return target_words(plan, result)
    parts = [_region(plan, target.region, row)] if target.region else []
    if result.numerator is None:
        return "; ".join([*parts, target_words(plan, result)])
    compared = f"{figures_text(plan, target, result, ' / ')}{_compared(plan, target, result)}: {target_words(plan, result)}"
    margin = margin_text(plan, result)
    needed = shortfall_text(plan, result)
    return "; ".join([*parts, f"{compared}, {margin}" if margin else compared, *([lowered(needed)] if needed else [])])


def _region(plan: Plan, region: Region, row: Row) -> str:
    """“tổng số giải quyết 999 việc, thuộc mức từ 800 việc đến dưới 1.000 việc”."""
    held = ", ".join(_held(plan, key, row) for key in region.keys)
    return f"{held}, thuộc mức {region.text}"


def _held(plan: Plan, key: str, row: Row) -> str:
    quantity = plan.quantity(key)
    if missing(plan, (key,), row):
        return quantity.name
    found = value(plan, key, row)
    return f"{quantity.name} {value_text(plan, key, found, None)}" if found[1] else quantity.name


def figures_text(plan: Plan, target: Target, result: TargetResult, stroke: str) -> str:
    """The exact figures: “640/820”, or “640” of a column; empty when they are not known."""
    if result.numerator is None or result.denominator is None:
        return ""
    return f"{_fraction(result.numerator, result.denominator, stroke)}{_base(plan, target, result, stroke)}"


def _fraction(numerator: int, denominator: int, stroke: str) -> str:
    return grouped(numerator) if denominator == 1 else f"{grouped(numerator)}{stroke}{grouped(denominator)}"


def _base(plan: Plan, target: Target, result: TargetResult, stroke: str) -> str:
    """“; năm 2022: 700”, where there is another value to compare with."""
    if result.base is None or target.against is None:
        return ""
    return f"; {plan.quantity(target.against).when}: {_fraction(*result.base, stroke)}"


def _compared(plan: Plan, target: Target, result: TargetResult) -> str:
    """“ = 78,05% ≥ 77%”; nothing for a ratio without denominator (không phát sinh)."""
    shown = actual_text(plan, result)
    if not shown or result.margin is None or target.goal is None:
        return ""
    quantity = plan.quantity(target.quantity)
    equals = f" = {shown}" if quantity.numerator is not None or result.base is not None else f" {quantity.unit.name}"
    low, high = target.goal.low, target.goal.high
    if target.against is not None or (low is not None and high is not None):
        return f"{equals}, chỉ tiêu {goal_text(plan, target)}"
    met = result.verdict is Verdict.MET
    if low is not None:
        sign = ("≥" if met else "<") if low.closed else (">" if met else "≤")
    else:
        assert high is not None, "a goal has a bound"
        sign = ("≤" if met else ">") if high.closed else ("<" if met else "≥")
    return f"{equals} {sign} {Amount(target.threshold, quantity.unit)}"
