"""Số lượng khen thưởng: who is proposed, where the council must choose, and who has to wait."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from thads_dsl.evaluate.candidates import Candidate, Chance
from thads_dsl.evaluate.races import proposals
from thads_dsl.evaluate.ranking import rank
from thads_dsl.evaluate.targets import covers
from thads_dsl.model.membership import kinds_of
from thads_dsl.model.plan import Plan
from thads_dsl.model.results import OPEN, OUT, ConditionResult, Proposal, QuotaResult, Verdict
from thads_dsl.model.rules import Quota
from thads_dsl.model.statistics import Base, Row, Statistics

Key = tuple[str, str]
FILE_NOTE = "hồ sơ thiếu hoặc quá hạn, Hội đồng quyết định có xét hay không"
# Of another award a row may be no candidate, or not yet one.
_NO_PLACE = OUT | {Proposal.NOT_ELIGIBLE}
_UNDECIDED = OPEN | {Proposal.PENDING}
_CHANCES = {Verdict.FAILED: Chance.NONE, Verdict.UNKNOWN: Chance.PENDING, Verdict.MET: Chance.SURE}


def identity(row: Row) -> Key:
    """Unit and name, which no two rows share."""
    return row.unit, row.name


def unit_of(statistics: Statistics, row: Row) -> Row | None:
    """The unit that a row is or belongs to; None if the statistics do not hold it."""
    if row.base is Base.COLLECTIVE:
        return row
    return statistics.units.get(row.unit)


@dataclass(frozen=True, slots=True)
class _Pool:
    """Those who share places: of one unit, or (unit “”) of all; `given` is whether there are places for units of their kind."""

    unit: str
    given: bool


@dataclass(frozen=True, slots=True)
class _Places:
    """How many places a pool has (None: no limit), and of how many rows that is a share, reckoned out."""

    limit: int | None
    counted: int | None = None
    working: str = ""


def quota_results(
    plan: Plan,
    statistics: Statistics,
    quotas: Iterable[Quota],
    eligible: Mapping[Key, Verdict],
    lacking: frozenset[Key],
    before: Mapping[Key, Sequence[QuotaResult]],
    barred: Mapping[Key, Mapping[str, Sequence[ConditionResult]]],
) -> dict[Key, list[QuotaResult]]:
    """What every quota of `quotas` that speaks of a row does to it; nothing where the award is not for it.

    `eligible` holds every row by `identity`; `lacking` are rows whose file lacks something or came late: where the plan does
    not leave them out they keep their place, and the results say that the council decides on it. `before` is what quotas of other
    awards gave; `barred` is how a row stands on what leaves it out of the award of one quota.
    """
    rows = (*statistics.collectives, *statistics.individuals)
    found: dict[Key, list[QuotaResult]] = {identity(row): [] for row in rows}
    for quota in quotas:
        earlier = {key: (*before.get(key, ()), *results) for key, results in found.items()}
        found_out = {key: {each.verdict for each in results.get(quota.id, ())} for key, results in barred.items()}
        for row, result in _on_quota(plan, statistics, quota, rows, eligible, earlier, found_out):
            mine = found[identity(row)]
            if quota.of_all and result.proposal is Proposal.COMPOSITION:
                mine[:] = (_chosen_anew(each) if each.quota in quota.after else each for each in mine)
            mine.append(result)
    return {key: [_with_file(result, key in lacking) for result in results] for key, results in found.items()}


def _chosen_anew(result: QuotaResult) -> QuotaResult:
    """A place by a number, where all who are chosen together are not made up as asked: the council chooses again."""
    return replace(result, proposal=Proposal.COMPOSITION) if result.proposal is Proposal.PROPOSED else result


def _with_file(result: QuotaResult, lacks: bool) -> QuotaResult:
    if not lacks or result.proposal not in OPEN | {Proposal.PROPOSED}:
        return result
    proposal = Proposal.LACKS_FILE if result.proposal is Proposal.PROPOSED else result.proposal
    return replace(result, proposal=proposal, note="; ".join(filter(None, (result.note, FILE_NOTE))))


def _on_quota(
    plan: Plan,
    statistics: Statistics,
    quota: Quota,
    rows: Sequence[Row],
    eligible: Mapping[Key, Verdict],
    earlier: Mapping[Key, Sequence[QuotaResult]],
    barred: Mapping[Key, Set[Verdict]],
) -> Iterator[tuple[Row, QuotaResult]]:
    pools: dict[_Pool, list[tuple[Row, Candidate]]] = {}
    for row in rows:
        verdict = eligible[identity(row)]
        if verdict is not Verdict.NOT_APPLICABLE and covers(plan, quota.subject, row):
            chance = _unbarred(_chance(quota, verdict, earlier[identity(row)]), barred[identity(row)])
            if chance is not None:
                inside = tuple(covers(plan, part.subject, row) for part in quota.compositions)
                candidate = Candidate(chance, rank(plan, quota.ranking, row), inside)
                pools.setdefault(_pool(plan, statistics, quota, row), []).append((row, candidate))
    counted = _counted(plan, statistics, quota)
    people = Counter(row.unit for row in statistics.individuals)
    for pool, members in pools.items():
        candidates = [candidate for _, candidate in members]
        chances = Counter(each.chance for each in candidates)
        places = _places(quota, people[pool.unit], counted[pool])
        without = [(_without_places(each), "") for each in candidates]
        more = _still_to_choose(plan, statistics, quota, members, earlier) if quota.of_all else None
        found, note = proposals(quota, places.limit, candidates, more) if pool.given else (without, "")
        for (row, _), (proposal, part) in zip(members, found, strict=True):
            yield (
                row,
                QuotaResult(
                    quota=quota.id,
                    proposal=proposal,
                    limit=places.limit if pool.given else 0,
                    eligible=chances[Chance.SURE],
                    pending=chances[Chance.PENDING] + chances[Chance.OPEN],
                    counted=places.counted,
                    working=places.working,
                    note=note,
                    part=part,
                ),
            )


def _still_to_choose(
    plan: Plan,
    statistics: Statistics,
    quota: Quota,
    members: Sequence[tuple[Row, Candidate]],
    earlier: Mapping[Key, Sequence[QuotaResult]],
) -> int:
    """How many places of the quotas before one are not given yet, at most: in each pool as many as are open, or places left."""
    before = [each for each in plan.quotas if each.id in quota.after]
    found: dict[tuple[str, _Pool], list[QuotaResult]] = {}
    for row, _ in members:
        for result in earlier[identity(row)]:
            for each in before:
                if each.id == result.quota:
                    found.setdefault((each.id, _pool(plan, statistics, each, row)), []).append(result)
    return sum(map(_left, found.values()))


def _left(results: Sequence[QuotaResult]) -> int:
    """Places of one pool that are not given yet."""
    open_ = sum(result.proposal in _UNDECIDED for result in results)
    limit = results[0].limit
    return open_ if limit is None else min(open_, limit - sum(result.proposal is Proposal.PROPOSED for result in results))


def _chance(quota: Quota, verdict: Verdict, earlier: Sequence[QuotaResult]) -> Chance | None:
    """What a row brings into the race; None where it got no place of the quotas that come before this one.

    Those who are made up as a whole got a place of one of them, others of all that speak of them.
    """
    before = [result.proposal for result in earlier if result.quota in quota.after]
    if not quota.after or verdict is not Verdict.MET:
        return _CHANCES[verdict]
    if quota.of_all:
        before = [proposal for proposal in before if proposal not in _NO_PLACE]
        if before and not set(before) <= _UNDECIDED:
            return Chance.SURE
    if not before or not set(before).isdisjoint(_NO_PLACE):
        return None
    return Chance.OPEN if set(before) & _UNDECIDED else Chance.SURE


def _unbarred(chance: Chance | None, barred: Set[Verdict]) -> Chance | None:
    """No candidate where the row is left out of the award of the quota, one who may become it where that is not known."""
    if Verdict.NOT_APPLICABLE in barred:
        return None
    return Chance.PENDING if Verdict.UNKNOWN in barred and chance in (Chance.SURE, Chance.OPEN) else chance


def _pool(plan: Plan, statistics: Statistics, quota: Quota, row: Row) -> _Pool:
    unit = unit_of(statistics, row)
    given = not quota.per_unit or (unit is not None and not kinds_of(plan, unit).isdisjoint(quota.per_unit))
    if not quota.per_unit or quota.together:
        return _Pool("", given)
    return _Pool(row.name if row.base is Base.COLLECTIVE else row.unit, given)


def _counted(plan: Plan, statistics: Statistics, quota: Quota) -> Counter[_Pool]:
    """Of how many rows of each pool a number of awards is a share."""
    share = quota.share
    rows = (*statistics.collectives, *statistics.individuals) if share is not None else ()
    return Counter(_pool(plan, statistics, quota, row) for row in rows if share is not None and covers(plan, share.counted, row))


def _places(quota: Quota, people: int, counted: int) -> _Places:
    """In a small unit its own number; else the number, or a share of the rows in the pool."""
    small = next((each.limit for each in quota.small_units if people in each.people), None)
    if small is not None or quota.share is None:
        return _Places(quota.limit if small is None else small)
    return _Places(quota.share.of(counted), counted, quota.share.working(counted))


def _without_places(candidate: Candidate) -> Proposal:
    if candidate.chance.words is None or candidate.chance is Chance.OPEN:
        return Proposal.NO_PLACE
    return candidate.chance.words
