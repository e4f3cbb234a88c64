"""Xếp hạng, xếp thứ tự: classes by points and conditions, quotas of classes, ranks. A tie is reported, never broken."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise, product

from thads_dsl.evaluate.figures import missing, scale, value
from thads_dsl.evaluate.points import points_result
from thads_dsl.evaluate.quotas import Key, identity
from thads_dsl.evaluate.targets import covers
from thads_dsl.evaluate.verdicts import all_of, some_of
from thads_dsl.model.membership import kinds_of
from thads_dsl.model.plan import Plan
from thads_dsl.model.points import (
    ClassCondition,
    ClassQuota,
    Disciplined,
    NoneBelow,
    PointsTable,
    RankKey,
    TargetsAre,
    Trigger,
)
from thads_dsl.model.points_printing import AWAITS_FIGURES, COUNCIL_CHOOSES
from thads_dsl.model.points_results import PointsResult
from thads_dsl.model.results import TargetResult, Verdict
from thads_dsl.model.statistics import Base, Row, Statistics

_CLUSTER = "cụm"


@dataclass(frozen=True, slots=True)
class Standing:
    """A subject of a table: its points, and its results on targets."""

    row: Row
    points: PointsResult
    targets: tuple[TargetResult, ...]


def classified(plan: Plan, statistics: Statistics, table: PointsTable, subjects: Sequence[Standing]) -> tuple[PointsResult, ...]:
    """The results of all subjects of a table with their classes and ranks, in the order given."""
    found = [_own_class(plan, statistics, table, subject) for subject in subjects]
    rivals = [_Rival(subject, tuple(_rank_value(plan, subject, key) for key in _keys(table))) for subject in subjects]
    for quota in table.quotas:
        found = _within_quota(table, quota, found, rivals)
    return tuple(_ranked(plan, table, result, rival, rivals) for result, rival in zip(found, rivals, strict=True))


# ---- the class of one subject


def _own_class(plan: Plan, statistics: Statistics, table: PointsTable, subject: Standing) -> PointsResult:
    if not table.classes:
        return subject.points
    names = tuple(each.name for each in table.classes)
    possible = _by_points(plan, table, subject)
    steps: list[str] = []
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
    return TargetsAre(condition.targets, True) if isinstance(condition, TargetsAre) else condition


def _class_at(table: PointsTable, total: Fraction, holds: Mapping[ClassCondition, bool]) -> int | None:
    """The first class with a case that takes the total, else the one that takes the rest; None where the table has a hole."""
    for at, row in enumerate(table.classes):
        if any(total in case.interval and all(holds[_asked(each)] == _wanted(each) for each in case.conditions) for case in row.cases):
            return at
    return next((at for at, row in enumerate(table.classes) if not row.cases), None)


def _wanted(condition: ClassCondition) -> bool:
    return condition.met if isinstance(condition, TargetsAre) else True


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
            return _opposite(_some_below(table, condition, subject))


def _targets(condition: TargetsAre, subject: Standing) -> Verdict:
    """Targets that do not apply stand in nobody's way."""
    asked = [each.verdict for each in subject.targets if (each.rule or each.table) in condition.targets]
    verdict = all_of(asked)
    return Verdict.MET if verdict is Verdict.NOT_APPLICABLE else verdict


def _opposite(verdict: Verdict) -> Verdict:
    return {Verdict.MET: Verdict.FAILED, Verdict.FAILED: Verdict.MET}.get(verdict, verdict)


def _some_below(table: PointsTable, condition: NoneBelow, subject: Standing) -> Verdict:
    verdicts = []
    for criterion, found in zip(table.criteria, subject.points.criteria, strict=True):
        least = criterion.standard * condition.percent / 100
        if found.high is not None and found.high < least:
            verdicts.append(Verdict.MET)
        else:
            verdicts.append(Verdict.FAILED if found.low is not None and found.low >= least else Verdict.UNKNOWN)
    return some_of(verdicts, 1, exactly=False)


def _triggered(plan: Plan, statistics: Statistics, table: PointsTable, trigger: Trigger, subject: Standing) -> Verdict:
    match trigger:
        case NoneBelow():
            return _some_below(table, trigger, subject)
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
        and (row.base is Base.COLLECTIVE or each.name == row.name)
        for each in statistics.sanctions
    )
    return Verdict.MET if found else Verdict.FAILED


# ---- who comes before whom


@dataclass(frozen=True, slots=True)
class _Rival:
    """A subject with what it is compared by after its total; None is not known."""

    standing: Standing
    keys: tuple[Fraction | None, ...]

    def before(self, other: "_Rival") -> bool | None:
        """Whether it certainly comes before (True) or does not (False); None where it cannot be said. Equals do not."""
        mine, theirs = self.standing.points, other.standing.points
        if mine.total is None or theirs.total is None:
            return _apart(mine.low, theirs.high, theirs.low, mine.high)
        if mine.total != theirs.total:
            return mine.total > theirs.total
        for own, rival in zip(self.keys, other.keys, strict=True):
            if own is None or rival is None:
                return None
            if own != rival:
                return own > rival
        return False

    def equals(self, other: "_Rival") -> bool:
        """Whether nothing that the plan names tells the two apart."""
        return self.before(other) is False and other.before(self) is False


def _apart(low: Fraction | None, other_high: Fraction | None, other_low: Fraction | None, high: Fraction | None) -> bool | None:
    if low is not None and other_high is not None and low > other_high:
        return True
    if other_low is not None and high is not None and other_low > high:
        return False
    return None


def _keys(table: PointsTable) -> tuple[RankKey, ...]:
    return table.ranking.keys if table.ranking is not None else ()


def _rank_value(plan: Plan, subject: Standing, key: RankKey) -> Fraction | None:
    if key.criterion is not None:
        return next(each.points for each in subject.points.criteria if each.criterion == key.criterion)
    assert key.quantity is not None
    if missing(plan, (key.quantity,), subject.row):
        return None
    top, bottom = value(plan, key.quantity, subject.row)
    return None if bottom == 0 else scale(plan.quantity(key.quantity)) * Fraction(top, bottom)


def _within_quota(table: PointsTable, quota: ClassQuota, found: list[PointsResult], rivals: list[_Rival]) -> list[PointsResult]:
    """Who is in the class beyond the quota goes one class down; between equals at the cut only the council can decide."""
    names = [each.name for each in table.classes]
    share = quota.percent * len(found) / 100
    places = -(-share.numerator // share.denominator) if quota.up else share.numerator // share.denominator
    within = [(result, rival) for result, rival in zip(found, rivals, strict=True) if quota.name in result.classes]
    below = names[min(names.index(quota.name) + 1, len(names) - 1)]
    return [
        _placed(quota, result, rival, within, places, below) if quota.name in result.classes and len(within) > places else result
        for result, rival in zip(found, rivals, strict=True)
    ]


def _placed(
    quota: ClassQuota, result: PointsResult, rival: _Rival, within: Sequence[tuple[PointsResult, _Rival]], places: int, below: str
) -> PointsResult:
    others = [(each, other) for each, other in within if other is not rival]
    surely = sum(1 for each, other in others if each.classes == (quota.name,) and other.before(rival) is True)
    perhaps = sum(1 for _, other in others if rival.before(other) is not True)
    if perhaps < places:
        return result
    rest = [(each, other) for each, other in others if rival.before(other) is not True]
    unknown = any(each.classes != (quota.name,) or not (other.before(rival) is True or other.equals(rival)) for each, other in rest)
    left = "" if unknown or surely >= places or result.classes != (quota.name,) else f"{places - surely} trong {perhaps - surely + 1}"
    choice = f"{COUNCIL_CHOOSES} {left} xếp {quota.name}" if left else ""
    step = quota.text if surely >= places else f"{choice or AWAITS_FIGURES}: {quota.text}"
    kept = result.classes if surely < places else tuple(name for name in result.classes if name != quota.name)
    equals = tuple(other.standing.row.name for _, other in others if other.equals(rival)) if surely < places else ()
    classes = (*kept, *((below,) if below not in kept else ()))
    return replace(result, classes=classes, steps=(*result.steps, step), tied=equals, choice=choice)


def _ranked(plan: Plan, table: PointsTable, result: PointsResult, rival: _Rival, rivals: list[_Rival]) -> PointsResult:
    if table.ranking is None:
        return result
    own = _cluster(plan, table, rival)
    others = [each for each in rivals if each is not rival and _cluster(plan, table, each) == own]
    ahead = [each.before(rival) for each in others]
    place = None if None in ahead or result.total is None else 1 + ahead.count(True)
    tied = tuple(each.standing.row.name for each in others if each.equals(rival)) if place is not None else ()
    return replace(result, cluster=own, place=place, tied=tied or result.tied)


def _cluster(plan: Plan, table: PointsTable, rival: _Rival) -> str:
    if table.ranking is None or not table.ranking.clusters:
        return ""
    row = rival.standing.row
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
