"""One race for the places of one pool: what is sure before the council has chosen, and what is not."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from thads_dsl.evaluate.ranking import Rank
from thads_dsl.model.award_places import Composition
from thads_dsl.model.results import Proposal
from thads_dsl.model.rules import Quota


class Chance(Enum):
    """What a candidate brings into a race."""

    NONE = "không đủ điều kiện"
    PENDING = "chưa đủ căn cứ"  # may still become eligible
    OPEN = "chờ mức trước"  # eligible, but a quota before this one is not decided yet
    SURE = "đủ điều kiện"


# Proposals after which a candidate may or may not have a place.
OPEN = frozenset(
    {
        Proposal.COUNCIL_CHOOSES,
        Proposal.TIED,
        Proposal.UNRANKED,
        Proposal.COMPOSITION,
        Proposal.WAITS,
        Proposal.WAITS_BEFORE,
        Proposal.ELSEWHERE,
    }
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One row in a race; `inside` the part that the composition of the chosen asks for."""

    chance: Chance
    rank: Rank | None
    inside: bool


def proposals(quota: Quota, limit: int | None, candidates: Sequence[Candidate]) -> tuple[list[Proposal], str]:
    """What becomes of each candidate, and what must be said about the composition of the chosen (empty: nothing)."""
    found = [_proposal(quota, limit, candidates, each) for each in candidates]
    if quota.composition is None or limit is None:
        return found, ""
    return _composed(quota.composition, limit, candidates, found)


def _proposal(quota: Quota, limit: int | None, candidates: Sequence[Candidate], own: Candidate) -> Proposal:
    match own.chance:
        case Chance.NONE:
            return Proposal.NOT_ELIGIBLE
        case Chance.PENDING:
            return Proposal.PENDING
        case Chance.OPEN:
            return Proposal.WAITS_BEFORE
    if quota.by_authority:
        return Proposal.ELSEWHERE
    sure = sum(each.chance is Chance.SURE for each in candidates)
    open_ = sum(each.chance in (Chance.PENDING, Chance.OPEN) for each in candidates)
    if limit is None or sure + open_ <= limit:
        return Proposal.PROPOSED
    if limit == 0:
        return Proposal.NO_MORE
    if quota.ranking:
        return _ranked(limit, candidates, own)
    return Proposal.COUNCIL_CHOOSES if sure > limit else Proposal.WAITS


def _ranked(limit: int, candidates: Sequence[Candidate], own: Candidate) -> Proposal:
    """By the order of the text. A tie at the last place is reported, never broken."""
    if own.rank is None:
        return Proposal.UNRANKED
    ranked = [each.rank for each in candidates if each.chance is Chance.SURE and each.rank is not None]
    better, equal = sum(rank > own.rank for rank in ranked), ranked.count(own.rank)
    doubtful = sum(
        each.rank is None or (each.chance is not Chance.SURE and each.rank >= own.rank)
        for each in candidates
        if each.chance is not Chance.NONE
    )
    if better >= limit:
        return Proposal.NO_MORE
    if better + equal + doubtful <= limit:
        return Proposal.PROPOSED
    return Proposal.WAITS if doubtful else Proposal.TIED


def _composed(asked: Composition, limit: int, candidates: Sequence[Candidate], found: list[Proposal]) -> tuple[list[Proposal], str]:
    """Where those who would be chosen are not made up as asked, the council must choose others."""
    sure = [each for each in candidates if each.chance is Chance.SURE]
    chosen = [each for each, proposal in zip(candidates, found, strict=True) if proposal is Proposal.PROPOSED]
    count = min(limit, len(sure))
    needed, there = asked.of(count), sum(each.inside for each in sure)
    undecided = not OPEN.isdisjoint(found) or Proposal.PENDING in found
    if sum(each.inside for each in chosen) >= asked.of(len(chosen)) and not undecided:
        return found, ""
    note = f"trong {count} được chọn phải có ít nhất {needed} {asked.subject.name}"
    if there < needed:
        note += f", chỉ có {there} đủ điều kiện"
    if undecided:
        return found, note
    changed = [
        Proposal.COMPOSITION
        if (proposal is Proposal.PROPOSED and not each.inside) or (proposal is Proposal.NO_MORE and each.inside)
        else proposal
        for each, proposal in zip(candidates, found, strict=True)
    ]
    return changed, note
