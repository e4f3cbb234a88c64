"""One run: every subject of the statistics against every rule of the plan."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from thads_dsl.evaluate.classes import ratings
from thads_dsl.evaluate.conditions import Standing, by_unit, standing, targets_shown
from thads_dsl.evaluate.dossiers import dossier_results
from thads_dsl.evaluate.exclusions import barred_results, exclusion_results
from thads_dsl.evaluate.quotas import Key, identity, quota_results
from thads_dsl.evaluate.targets import covers, target_results
from thads_dsl.evaluate.verdicts import all_of
from thads_dsl.model.occasions import Occasion, in_turn, occasions, quotas_of, standards_of
from thads_dsl.model.plan import Plan
from thads_dsl.model.points_results import PointsResult
from thads_dsl.model.results import ConditionResult, QuotaResult, Results, SubjectResult, TargetResult, Verdict
from thads_dsl.model.statistics import Row, Statistics
from thads_dsl.model.totals import with_totals


def evaluate(plan: Plan, statistics: Statistics) -> Results:
    """What the plan says of the statistics. The order of rows changes nothing but the order of the results.

    The statistics are as readers give them: names are canonical, no two rows share unit and name.
    """
    statistics = with_totals(plan, statistics)
    rows = (*statistics.collectives, *statistics.individuals)
    targets = {identity(row): target_results(plan, row) for row in rows}
    points = ratings(plan, statistics, rows, targets)
    every = occasions(plan)
    decided: dict[Occasion, list[SubjectResult]] = {}
    for occasion in in_turn(plan):
        before = _places_before(plan, occasion, decided)
        decided[occasion] = _on_occasion(plan, statistics, occasion, rows, targets, before)
    found = [subject for occasion in every for subject in decided[occasion]]
    return Results(subjects=tuple(_with_points(found if len(every) == 1 else _spoken_of(plan, found), points)))


def _with_points(results: Iterable[SubjectResult], points: Mapping[Key, tuple[PointsResult, ...]]) -> Iterator[SubjectResult]:
    """Points are of no occasion: they stand with the first result of a row."""
    waiting = dict(points)
    for subject in results:
        yield replace(subject, points=waiting.pop(identity(subject.row), ()))


def _places_before(plan: Plan, occasion: Occasion, decided: Mapping[Occasion, Sequence[SubjectResult]]) -> dict[Key, list[QuotaResult]]:
    """What each row got of other awards of the wave: of those who got one, a higher award may choose."""
    own = {quota.id for quota in quotas_of(plan, occasion)}
    found: dict[Key, list[QuotaResult]] = {}
    for other, subjects in decided.items():
        for subject in subjects if other.wave == occasion.wave else ():
            found.setdefault(identity(subject.row), []).extend(result for result in subject.quotas if result.quota not in own)
    return found


def _on_occasion(
    plan: Plan,
    statistics: Statistics,
    occasion: Occasion,
    rows: Sequence[Row],
    targets: Mapping[Key, tuple[TargetResult, ...]],
    before: Mapping[Key, Sequence[QuotaResult]],
) -> list[SubjectResult]:
    """Every row by the rules of one occasion."""
    shown = {key: targets_shown(plan, occasion, results) for key, results in targets.items()}
    own = {identity(row): standing(plan, statistics, occasion, row, shown[identity(row)]) for row in rows}
    both = {identity(row): by_unit(plan, statistics, occasion, row) for row in rows}
    left_out = {identity(row): exclusion_results(plan, statistics, occasion, row) for row in rows}
    barred = barred_results(plan, statistics, quotas_of(plan, occasion), rows)
    eligible = {key: _eligible(left_out[key], own[key], both[key]) for key in own}
    dossiers = {identity(row): tuple(dossier_results(plan, statistics, occasion, row, eligible[identity(row)])) for row in rows}
    lacking = frozenset(key for key, found in dossiers.items() if any(file.verdict is Verdict.FAILED for file in found))
    quotas = quota_results(plan, statistics, quotas_of(plan, occasion), eligible, lacking, before, barred)
    return [
        SubjectResult(
            row=row,
            targets=shown[key],
            conditions=(*_each_once((left_out[key], *barred[key].values())), *own[key].conditions, *both[key]),
            eligible=eligible[key],
            quotas=tuple(quotas[key]),
            dossiers=dossiers[key],
            occasion=occasion,
        )
        for row in rows
        for key in [identity(row)]
    ]


def _each_once(found: Iterable[Iterable[ConditionResult]]) -> Iterable[ConditionResult]:
    return dict.fromkeys(each for results in found for each in results)


def _spoken_of(plan: Plan, results: Iterable[SubjectResult]) -> Iterator[SubjectResult]:
    """Of several awards a row is shown under those that have a standard for it; the first of a wave has those left over."""
    every = occasions(plan)
    for subject in results:
        wave = [occasion for occasion in every if occasion.wave == subject.occasion.wave]
        mine = [each for each in wave if any(covers(plan, standard.subject, subject.row) for standard in standards_of(plan, each))]
        if subject.occasion in (mine or wave[:1]):
            yield subject


def _eligible(left_out: tuple[ConditionResult, ...], own: Standing, both: tuple[ConditionResult, ...]) -> Verdict:
    """Không áp dụng for a row that is left out or of which no standard speaks: the award is not for it."""
    if not own.covered or any(exclusion.verdict is Verdict.NOT_APPLICABLE for exclusion in left_out):
        return Verdict.NOT_APPLICABLE
    doubts = [exclusion.verdict for exclusion in left_out if exclusion.verdict is Verdict.UNKNOWN]
    return all_of([own.verdict, *doubts, *(condition.verdict for condition in both)])
