"""Số lượng khen thưởng: who is proposed, where the council must choose, and who has to wait."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from thads_dsl.evaluate.targets import covers
from thads_dsl.model.membership import kinds_of
from thads_dsl.model.plan import Plan
from thads_dsl.model.results import Proposal, QuotaResult, Verdict
from thads_dsl.model.rules import Quota
from thads_dsl.model.statistics import Base, Row, Statistics

Key = tuple[str, str]


def identity(row: Row) -> Key:
    """Unit and name, which no two rows share."""
    return row.unit, row.name


def unit_of(statistics: Statistics, row: Row) -> Row | None:
    """The unit that a row is or belongs to; None if the statistics do not hold it."""
    if row.base is Base.COLLECTIVE:
        return row
    return next((unit for unit in statistics.collectives if unit.name == row.unit), None)


@dataclass(frozen=True, slots=True)
class Race:
    """A quota and how the subjects that share its places stand: in each unit if it counts by unit, else in all (unit “”)."""

    quota: Quota
    standings: Counter[tuple[str, Verdict]]


def races(plan: Plan, statistics: Statistics, eligible: Mapping[Key, Verdict]) -> tuple[Race, ...]:
    """All quotas with their candidates; `eligible` holds every row by `identity`."""
    rows = (*statistics.collectives, *statistics.individuals)
    return tuple(
        Race(quota, Counter((_pool(quota, row), eligible[identity(row)]) for row in rows if covers(plan, quota.subject, row)))
        for quota in plan.quotas
    )


def quota_results(plan: Plan, statistics: Statistics, running: tuple[Race, ...], row: Row, eligible: Verdict) -> tuple[QuotaResult, ...]:
    """What every quota that speaks of the row does to it; none if the award is not for it."""
    if eligible is Verdict.NOT_APPLICABLE:
        return ()
    return tuple(_in_race(plan, statistics, race, row, eligible) for race in running if covers(plan, race.quota.subject, row))


def _pool(quota: Quota, row: Row) -> str:
    if not quota.per_unit:
        return ""
    return row.name if row.base is Base.COLLECTIVE else row.unit


def _in_race(plan: Plan, statistics: Statistics, race: Race, row: Row, own: Verdict) -> QuotaResult:
    places = _has_places(plan, race.quota, statistics, row)
    limit = race.quota.limit if places else 0
    pool = _pool(race.quota, row)
    eligible, pending = race.standings[pool, Verdict.MET], race.standings[pool, Verdict.UNKNOWN]
    return QuotaResult(
        quota=race.quota.id,
        proposal=_proposal(own, limit, eligible, pending) if places or own is not Verdict.MET else Proposal.NO_PLACE,
        limit=limit,
        eligible=eligible,
        pending=pending,
    )


def _has_places(plan: Plan, quota: Quota, statistics: Statistics, row: Row) -> bool:
    """Whether the row's unit is of a kind to which the quota gives places."""
    if not quota.per_unit:
        return True
    unit = unit_of(statistics, row)
    return unit is not None and not kinds_of(plan, unit).isdisjoint(quota.per_unit)


def _proposal(own: Verdict, limit: int | None, eligible: int, pending: int) -> Proposal:
    if own is Verdict.FAILED:
        return Proposal.NOT_ELIGIBLE
    if own is Verdict.UNKNOWN:
        return Proposal.PENDING
    if limit is None or eligible + pending <= limit:
        return Proposal.PROPOSED
    return Proposal.COUNCIL_CHOOSES if eligible > limit else Proposal.WAITS
