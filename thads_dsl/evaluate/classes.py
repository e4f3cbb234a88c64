"""Xếp hạng, xếp thứ tự: classes by points and conditions, quotas of classes, ranks. A tie is reported, never broken."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise, product

from thads_dsl.evaluate.points import points_result
from thads_dsl.evaluate.quotas import Key, identity
from thads_dsl.evaluate.rivals import Rival, Standing, note, rival
from thads_dsl.evaluate.targets import covers
from thads_dsl.evaluate.verdicts import all_of
from thads_dsl.model.membership import kinds_of
from thads_dsl.model.people import means
from thads_dsl.model.plan import Plan
from thads_dsl.model.points import PointsTable
from thads_dsl.model.points_classes import ClassCondition, ClassQuota, Disciplined, NoneBelow, TargetsAre, Trigger
from thads_dsl.model.points_printing import AWAITS_FIGURES, COUNCIL_CHOOSES
from thads_dsl.model.points_results import PointsResult
from thads_dsl.model.results import TargetResult, Verdict
from thads_dsl.model.statistics import Base, Row, Statistics

_CLUSTER = "cụm"


def classified(plan: Plan, statistics: Statistics, table: PointsTable, subjects: Sequence[Standing]) -> tuple[PointsResult, ...]:
    """The results of all subjects of a table with their classes and ranks, in the order given."""
    found = [_own_class(plan, statistics, table, subject) for subject in subjects]
    rivals = [rival(plan, table, subject) for subject in subjects]
    for quota in table.quotas:
        found = _within_quota(table, quota, found, rivals)
    return tuple(_ranked(plan, table, result, each, rivals) for result, each in zip(found, rivals, strict=True))


# ---- the class of one subject


def _own_class(plan: Plan, statistics: Statistics, table: PointsTable, subject: Standing) -> PointsResult:
    if not table.classes:
        return subject.points
    names = tuple(each.name for each in table.classes)
    possible = _by_points(plan, table, subject)
    steps = list(_nothing_arose(table, subject))
    for change in table.changes:
        verdict = _triggered(plan, statistics, table, change.trigger, subject)
        if verdict is Verdict.FAILED:
            continue
        lowered = (
            {min(at + 1, len(names) - 1) for at in possible} if change.bar is None else _barred(possible, names.index(change.bar), names)
        )
        if lowered != possible:
            steps.append(change.text if verdict is Verdict.MET else f"chưa đủ căn cứ xét: {change.text}")
        possible = lowered if verdict is Verdict.MET else possible | lowered
    return replace(subject.points, classes=tuple(names[at] for at in sorted(possible)), steps=tuple(steps))


def _nothing_arose(table: PointsTable, subject: Standing) -> Iterator[str]:
    """The targets that the classes ask for and of which nothing arose: the result must say what that does to the class."""
    of_classes = (each for row in table.classes for case in row.cases for each in case.conditions)
    conditions = (*of_classes, *(change.trigger for change in table.changes))
    lists = [each for each in conditions if isinstance(each, TargetsAre)]
    asked = {target for each in lists for target in each.targets}
    unsaid = {target for each in lists if _none_applies(_asked_of(each, subject)) for target in each.targets}
    for each in subject.targets:
        target = each.rule or each.table
        if _of_nothing(each) and target in asked:
            yield f"chỉ tiêu tại {target}: không phát sinh, {_UNSAID if target in unsaid else _LEFT_OUT}"


_LEFT_OUT, _UNSAID = "không tính khi xếp hạng", "chưa có quy định khi xếp hạng"


def _of_nothing(target: TargetResult) -> bool:
    return target.verdict is Verdict.NOT_APPLICABLE and target.numerator is not None


def _barred(possible: set[int], bar: int, names: tuple[str, ...]) -> set[int]:
    return {max(at, min(bar + 1, len(names) - 1)) for at in possible}


def _by_points(plan: Plan, table: PointsTable, subject: Standing) -> set[int]:
    """The classes, by their order, that some total and some answers to what is not known yet would give; one where all is known."""
    asked = tuple(dict.fromkeys(_asked(each) for row in table.classes for case in row.cases for each in case.conditions))
    answers = [_ANSWERS[_holds(table, condition, subject)] for condition in asked]
    found = {
        _class_at(table, total, dict(zip(asked, holds, strict=True)))
        for total in _totals(table, subject.points)
        for holds in product(*answers)
    }
    return {at for at in found if at is not None}


_ANSWERS = {Verdict.MET: (True,), Verdict.FAILED: (False,), Verdict.UNKNOWN: (True, False)}


def _asked(condition: ClassCondition) -> ClassCondition:
    return replace(condition, met=True)


def _class_at(table: PointsTable, total: Fraction, holds: Mapping[ClassCondition, bool]) -> int | None:
    """The first class with a case that takes the total, else the one that takes the rest; None where the table has a hole."""
    for at, row in enumerate(table.classes):
        if any(total in case.interval and all(holds[_asked(each)] == _wanted(each) for each in case.conditions) for case in row.cases):
            return at
    return next((at for at, row in enumerate(table.classes) if not row.cases), None)


def _wanted(condition: ClassCondition) -> bool:
    return condition.met


def _totals(table: PointsTable, points: PointsResult) -> list[Fraction]:
    """A total of every kind that the classes tell apart, of those that the subject can have: bounds, and one between each two."""
    intervals = [case.interval for row in table.classes for case in row.cases]
    bounds = [bound.value for interval in intervals for bound in (interval.low, interval.high) if bound is not None]
    ends = [end for end in (points.low, points.high) if end is not None]
    low = points.low if points.low is not None else min([*bounds, *ends, Fraction(0)]) - 1
    high = points.high if points.high is not None else max([*bounds, *ends, Fraction(0)]) + 1
    known = sorted({low, high, *(bound for bound in bounds if low < bound < high)})
    return [*known, *((one + other) / 2 for one, other in pairwise(known))]


def _holds(table: PointsTable, condition: ClassCondition, subject: Standing) -> Verdict:
    match condition:
        case TargetsAre():
            return _targets(condition, subject)
        case NoneBelow():
            return _opposite(_so_many_below(table, condition, subject))


def _targets(condition: TargetsAre, subject: Standing) -> Verdict:
    """Targets that do not apply are left out; where nothing arose of any that is left, the text says neither đạt nor không đạt."""
    asked = _asked_of(condition, subject)
    if not _none_applies(asked):
        return all_of(each.verdict for each in asked)
    return Verdict.UNKNOWN if any(map(_of_nothing, asked)) else Verdict.MET


def _asked_of(condition: TargetsAre, subject: Standing) -> list[TargetResult]:
    return [each for each in subject.targets if (each.rule or each.table) in condition.targets]


def _none_applies(asked: Sequence[TargetResult]) -> bool:
    return all(each.verdict is Verdict.NOT_APPLICABLE for each in asked)


def _opposite(verdict: Verdict) -> Verdict:
    return {Verdict.MET: Verdict.FAILED, Verdict.FAILED: Verdict.MET}.get(verdict, verdict)


def _so_many_below(table: PointsTable, condition: NoneBelow, subject: Standing) -> Verdict:
    """Bonuses and penalties have no điểm chuẩn to be below."""
    verdicts = []
    for criterion, found in zip(table.criteria, subject.points.criteria, strict=True):
        if not criterion.standard:
            continue
        least = criterion.standard * condition.percent / 100
        if found.high is not None and found.high < least:
            verdicts.append(Verdict.MET)
        else:
            verdicts.append(Verdict.FAILED if found.low is not None and found.low >= least else Verdict.UNKNOWN)
    met, unknown = verdicts.count(Verdict.MET), verdicts.count(Verdict.UNKNOWN)
    if met >= condition.least:
        return Verdict.MET
    return Verdict.UNKNOWN if met + unknown >= condition.least else Verdict.FAILED


def _triggered(plan: Plan, statistics: Statistics, table: PointsTable, trigger: Trigger, subject: Standing) -> Verdict:
    match trigger:
        case NoneBelow():
            return _so_many_below(table, trigger, subject)
        case TargetsAre():
            return _opposite(_targets(trigger, subject))
        case Disciplined():
            return _disciplined(statistics, trigger, subject.row)


def _disciplined(statistics: Statistics, trigger: Disciplined, row: Row) -> Verdict:
    if statistics.sanctions is None:
        return Verdict.UNKNOWN
    unit = row.name if row.base is Base.COLLECTIVE else row.unit
    found = any(
        each.form in trigger.forms
        and (trigger.window is None or each.signed in trigger.window)
        and each.unit == unit
        and means(trigger.people, each)
        and (row.base is Base.COLLECTIVE or each.name == row.name)
        for each in statistics.sanctions
    )
    return Verdict.MET if found else Verdict.FAILED


# ---- quotas of classes, ranks


def _within_quota(table: PointsTable, quota: ClassQuota, found: list[PointsResult], rivals: list[Rival]) -> list[PointsResult]:
    """Who is in the class beyond the quota goes one class down; between equals at the cut only the council can decide."""
    names = [each.name for each in table.classes]
    share = quota.percent * len(found) / 100
    places = -(-share.numerator // share.denominator) if quota.up else share.numerator // share.denominator
    within = [(result, each) for result, each in zip(found, rivals, strict=True) if quota.name in result.classes]
    below = names[min(names.index(quota.name) + 1, len(names) - 1)]
    return [
        _placed(quota, result, each, within, places, below) if quota.name in result.classes and len(within) > places else result
        for result, each in zip(found, rivals, strict=True)
    ]


def _placed(
    quota: ClassQuota, result: PointsResult, own: Rival, within: Sequence[tuple[PointsResult, Rival]], places: int, below: str
) -> PointsResult:
    others = [(each, other) for each, other in within if other is not own]
    surely = sum(1 for each, other in others if each.classes == (quota.name,) and other.before(own) is True)
    perhaps = sum(1 for _, other in others if own.before(other) is not True)
    if perhaps < places:
        return result
    rest = [(each, other) for each, other in others if own.before(other) is not True]
    unknown = any(each.classes != (quota.name,) or not (other.before(own) is True or other.equals(own)) for each, other in rest)
    left = "" if unknown or surely >= places or result.classes != (quota.name,) else f"{places - surely} trong {perhaps - surely + 1}"
    choice = f"{COUNCIL_CHOOSES} {left} xếp {quota.name}" if left else ""
    step = quota.text if surely >= places else f"{choice or AWAITS_FIGURES}: {quota.text}"
    kept = result.classes if surely < places else tuple(name for name in result.classes if name != quota.name)
    equals = tuple(other.standing.row.name for _, other in others if other.equals(own)) if surely < places else ()
    classes = (*kept, *((below,) if below not in kept else ()))
    return replace(result, classes=classes, steps=(*result.steps, step), tied=equals, choice=choice)


def _ranked(plan: Plan, table: PointsTable, result: PointsResult, own: Rival, rivals: list[Rival]) -> PointsResult:
    if table.ranking is None:
        return result
    cluster = _cluster(plan, table, own)
    others = [each for each in rivals if each is not own and _cluster(plan, table, each) == cluster]
    ahead = [each.before(own) for each in others]
    placed = None not in ahead and own.spans[0][0] is not None and own.spans[0][0] == own.spans[0][1]
    tied = tuple(each.standing.row.name for each in others if each.equals(own)) if placed else ()
    place = 1 + ahead.count(True) if placed else None
    return replace(result, cluster=cluster, place=place, tied=tied or result.tied, rank_note=note(own, others, placed))


def _cluster(plan: Plan, table: PointsTable, own: Rival) -> str:
    if table.ranking is None or not table.ranking.clusters:
        return ""
    row = own.standing.row
    return next((kind for kind in sorted(kinds_of(plan, row)) if kind.casefold().startswith(_CLUSTER)), "")


def ratings(
    plan: Plan, statistics: Statistics, rows: Sequence[Row], targets: Mapping[Key, tuple[TargetResult, ...]]
) -> dict[Key, tuple[PointsResult, ...]]:
    """The points, classes and ranks of all rows, by `identity`; `targets` are their results on targets."""
    found: dict[Key, tuple[PointsResult, ...]] = {identity(row): () for row in rows}
    for table in plan.points:
        own = [row for row in rows if covers(plan, table.subject, row)]
        subjects = [Standing(row, points_result(plan, table, row, targets[identity(row)]), targets[identity(row)]) for row in own]
        for row, result in zip(own, classified(plan, statistics, table, subjects), strict=True):
            found[identity(row)] += (result,)
    return found
