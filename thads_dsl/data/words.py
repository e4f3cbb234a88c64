"""What results say of a subject, in the words that offices use, each with the colour it is shown in."""

import re
import textwrap
from dataclasses import dataclass
from datetime import date
from enum import Enum

from thads_dsl.evaluate.exclusions import NOT_EXCLUDED
from thads_dsl.evaluate.reasons import AWAITS_COUNCIL, NOT_SUBJECT, NOTHING_TO_COUNT, nothing_before
from thads_dsl.model.dates import day_text
from thads_dsl.model.plan import Plan
from thads_dsl.model.points_printing import COUNCIL_CHOOSES, class_text
from thads_dsl.model.printing import actual_text, goal_text
from thads_dsl.model.results import ConditionResult, DossierResult, Proposal, QuotaResult, SubjectResult, TargetResult, Verdict
from thads_dsl.model.rules import Exclusion, Judged, JudgedTarget, Rule, Target, TargetsMet, leaves

_LONGEST_QUOTE = 50


class Tone(Enum):
    """How a text is to be taken, at a glance."""

    GOOD = "đạt"
    BAD = "không đạt"
    OPEN = "chưa rõ"
    NONE = ""


TONES = {Verdict.MET: Tone.GOOD, Verdict.FAILED: Tone.BAD, Verdict.UNKNOWN: Tone.OPEN, Verdict.NOT_APPLICABLE: Tone.NONE}


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a subject may be proposed for the award, and why not (empty if it may); its class or its targets where none is given."""

    words: str
    reasons: tuple[str, ...]
    tone: Tone


OCCASION = "Đợt, hình thức"
ELIGIBLE = "đủ điều kiện đề nghị khen thưởng"
NOT_ELIGIBLE = "không đủ điều kiện đề nghị khen thưởng"
NOT_ENOUGH = "chưa đủ căn cứ xét"
TARGETS_MET = "đạt các chỉ tiêu"
TARGETS_FAILED = "không đạt chỉ tiêu"
SCORED = "đã chấm điểm"


def rules_by_id(plan: Plan) -> dict[str, Rule]:
    """Every rule that results cite."""
    conditions = [condition for standard in plan.standards for condition in leaves(standard.conditions)]
    every: tuple[Rule, ...] = (
        *plan.targets, *plan.judged_targets, *plan.exclusions, *conditions, *plan.both_standards, *plan.quotas, *plan.dossiers,
    )  # fmt: skip
    return {rule.id: rule for rule in every}


def standings(plan: Plan) -> tuple[str, ...]:
    """What subjects may stand as, the best first."""
    if plan.standards:
        return ELIGIBLE, NOT_ELIGIBLE, AWAITS_COUNCIL, NOT_ENOUGH, NOT_SUBJECT
    classes = dict.fromkeys(each.name for table in plan.points for each in table.classes)
    chosen = dict.fromkeys(_chosen_for(each.name) for table in plan.points for each in table.quotas)
    return *classes, *chosen, TARGETS_MET, TARGETS_FAILED, SCORED, AWAITS_COUNCIL, NOT_ENOUGH, NOT_SUBJECT


def standing(plan: Plan, subject: SubjectResult) -> Standing:
    """The subject as a whole: “chờ Hội đồng bình xét” only when nothing but the council's judgment is open."""
    if not plan.standards:
        return _without_award(plan, subject)
    reasons = _reasons(plan, subject)
    tone = TONES[subject.eligible]
    match subject.eligible:
        case Verdict.MET:
            return Standing(ELIGIBLE, (), tone)
        case Verdict.FAILED:
            return Standing(NOT_ELIGIBLE, reasons, tone)
        case Verdict.NOT_APPLICABLE:
            return Standing(NOT_SUBJECT, _left_out(plan, subject), tone)
    council_only = all(reason.startswith(AWAITS_COUNCIL) for reason in reasons)
    return Standing(AWAITS_COUNCIL if council_only else NOT_ENOUGH, reasons, tone)


def _without_award(plan: Plan, subject: SubjectResult) -> Standing:
    """What a plan that gives no award finds: the class, else the targets, else that there are points."""
    points = next(iter(subject.points), None)
    if points is not None and points.classes:
        if points.choice:
            return Standing(_chosen_for(points.classes[0]), (points.choice,), Tone.OPEN)
        known = len(points.classes) == 1
        return Standing(points.classes[0], (), Tone.NONE) if known else Standing(NOT_ENOUGH, (class_text(points),), Tone.OPEN)
    for verdict, words in ((Verdict.FAILED, TARGETS_FAILED), (Verdict.UNKNOWN, NOT_ENOUGH), (Verdict.MET, TARGETS_MET)):
        if found := [result for result in subject.targets if result.verdict is verdict]:
            reasons = () if verdict is Verdict.MET else tuple(target_reason(plan, result) for result in found)
            council_only = verdict is Verdict.UNKNOWN and all(reason == AWAITS_COUNCIL for reason in reasons)
            return Standing(AWAITS_COUNCIL if council_only else words, () if council_only else reasons, TONES[verdict])
    if points is None:
        return Standing(NOT_SUBJECT, (), Tone.NONE)
    return Standing(SCORED, (), Tone.NONE) if points.total is not None else Standing(NOT_ENOUGH, (), Tone.OPEN)


def _chosen_for(name: str) -> str:
    """How those stand of whom the council chooses some for the last places of a class."""
    return f"{COUNCIL_CHOOSES} xếp {name}"


def _left_out(plan: Plan, subject: SubjectResult) -> tuple[str, ...]:
    """Why the award is not for a subject that would else be considered."""
    exclusions = {exclusion.id for exclusion in plan.exclusions}
    found = (each for each in subject.conditions if each.rule in exclusions and each.verdict is Verdict.NOT_APPLICABLE)
    return tuple(reason for condition in found for reason in condition.reasons)


def _reasons(plan: Plan, subject: SubjectResult) -> tuple[str, ...]:
    """Of the conditions that decide, what stands against the award; what the council has to say comes last, in one reason."""
    rules = rules_by_id(plan)
    reasons: list[str] = []
    judged: list[str] = []
    for condition in subject.conditions:
        if condition.verdict is subject.eligible and condition.part_of is None:
            rule = rules[condition.rule]
            if isinstance(rule, TargetsMet):
                reasons += condition.reasons[:1] if rule.least is not None else ()
                found = _of_targets(plan, subject, rule)
                judged += [_quote(rules[result.table].text) for result in found if isinstance(rules[result.table], JudgedTarget)]
                reasons += [target_reason(plan, result) for result in found if isinstance(rules[result.table], Target)]
            elif isinstance(rule, Judged):
                judged.append(_quote(rule.judgment))
            else:
                reasons += condition.reasons
    if judged:
        opening = AWAITS_COUNCIL if subject.eligible is Verdict.UNKNOWN else "Hội đồng bình xét không đạt"
        reasons.append(f"{opening}: {', '.join(dict.fromkeys(judged))}")
    return tuple(dict.fromkeys(reasons))


def _of_targets(plan: Plan, subject: SubjectResult, condition: TargetsMet) -> list[TargetResult]:
    """The deciding results that a condition asks for: by the row that takes the subject, else by any row of the table."""
    tables = {rows[0].id: {row.id for row in rows} for rows in plan.tables}
    return [
        result
        for result in subject.targets
        if result.verdict is subject.eligible
        and not ({result.rule} if result.rule else tables.get(result.table, set())).isdisjoint(condition.targets)
    ]


def target_reason(plan: Plan, result: TargetResult) -> str:
    """Why a target stands against the award: “không đạt chỉ tiêu về việc: 73,98%, cần từ 74% trở lên”."""
    rule = rules_by_id(plan)[result.rule or result.table]
    if not isinstance(rule, Target) or result.verdict is not Verdict.FAILED:
        return target_words(plan, result)
    facet = f" {rule.facet.value}" if rule.facet else ""
    return f"không đạt chỉ tiêu{facet}: {actual_text(plan, result)}, cần {goal_text(plan, rule)}"


def target_words(plan: Plan, result: TargetResult) -> str:
    """How a target stands, in short."""
    match result.verdict:
        case Verdict.MET:
            return "đạt"
        case Verdict.FAILED:
            return "không đạt"
        case Verdict.NOT_APPLICABLE:
            return NOTHING_TO_COUNT if result.numerator is not None else NOT_SUBJECT
    if any(target.id == result.rule for target in plan.judged_targets):
        return AWAITS_COUNCIL
    if not result.missing:
        return f"{NOT_ENOUGH}: {nothing_before(plan, result)}"
    return f"{NOT_ENOUGH}: thiếu {'; '.join(lowered(each) for each in result.missing)}"


def condition_words(plan: Plan, result: ConditionResult) -> str:
    """How a condition stands, in short."""
    if result.verdict is Verdict.UNKNOWN:
        judged = isinstance(rules_by_id(plan)[result.rule], Judged)
        return AWAITS_COUNCIL if judged else NOT_ENOUGH
    if isinstance(rules_by_id(plan)[result.rule], Exclusion):
        return NOT_SUBJECT if result.verdict is Verdict.NOT_APPLICABLE else NOT_EXCLUDED
    if result.verdict is Verdict.NOT_APPLICABLE:  # nothing arose on any of its targets, or it has none
        nothing = result.reasons and all(reason.endswith(NOTHING_TO_COUNT) for reason in result.reasons)
        return NOTHING_TO_COUNT if nothing else NOT_SUBJECT
    return "đạt" if result.verdict is Verdict.MET else "không đạt"


def waits_for(result: QuotaResult) -> str:
    """What has to be done before it is known whether a subject has a place."""
    if result.proposal is Proposal.WAITS:
        return (
            f"chờ xét xong {result.pending} trường hợp chưa đủ căn cứ" if result.pending else "chờ các trường hợp chưa đủ căn cứ xếp thứ tự"
        )
    return result.words.removeprefix("đủ điều kiện, ")


def places_words(plan: Plan, result: QuotaResult) -> str:
    """How many places there are, and why so many: “số lượng: 3 (15% của 23 = 3,45, làm tròn xuống: 3)”."""
    quota = next(quota for quota in plan.quotas if quota.id == result.quota)
    share = f" ({result.working})" if result.working else ""
    places = "" if quota.of_all else f"số lượng: {'không giới hạn' if result.limit is None else result.limit}{share}; "
    told = f"{places}đủ điều kiện: {result.eligible}"
    pending = f"; chưa đủ căn cứ: {result.pending}" if result.pending else ""
    return "; ".join(part for part in (told + pending, result.note) if part)


def proposal_tone(result: QuotaResult) -> Tone:
    """Green only where nothing is left to decide."""
    match result.proposal:
        case Proposal.PROPOSED:
            return Tone.GOOD
        case Proposal.NOT_ELIGIBLE:
            return Tone.BAD
        case Proposal.NO_PLACE | Proposal.NO_MORE | Proposal.PART_FULL | Proposal.KEPT:
            return Tone.NONE
        case _:
            return Tone.OPEN


def dossier_words(plan: Plan, result: DossierResult) -> str:
    """A file: whole and in time, or what is wrong with it."""
    rule = next(dossier for dossier in plan.dossiers if dossier.id == result.rule)
    if result.received is None and set(rule.documents) <= set(result.unknown):
        return "chưa có hồ sơ"
    opening = {Verdict.MET: "đủ hồ sơ", Verdict.FAILED: "không đạt", Verdict.UNKNOWN: NOT_ENOUGH, Verdict.NOT_APPLICABLE: NOT_SUBJECT}
    facts = [f"thiếu {_listed(result.missing)}"] if result.missing else []
    if result.received is not None:
        facts.append(f"nhận ngày {day_text(result.received)}{_lateness(result.received, result.last_day)}")
    if result.unknown:
        facts.append(f"chưa rõ {_listed(result.unknown)}")
    return ": ".join(part for part in (opening[result.verdict], "; ".join(facts)) if part)


def _lateness(received: date, last_day: date | None) -> str:
    return f", quá hạn (ngày cuối {day_text(last_day)})" if last_day is not None and received > last_day else ""


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(lowered(name) for name in names)


def lowered(text: str) -> str:
    """The text for the middle of a sentence; a word in capitals stays."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def raised(text: str) -> str:
    """The text for the beginning of a cell."""
    return text[:1].upper() + text[1:]


def _quote(text: str) -> str:
    """A judgment as a reason names it: its first words are enough to know it by; in full it stands in “Giải trình”."""
    if len(text) <= _LONGEST_QUOTE:
        return f"“{text}”"
    first = re.split("[,;(]", text)[0].strip()
    short = textwrap.shorten(first, _LONGEST_QUOTE, placeholder="") if len(first) > _LONGEST_QUOTE else first
    return f"“{short} …”"
