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
    """One row in a race; `inside` which of the parts that the compositions of the chosen speak of."""

    chance: Chance
    rank: Rank | None
    inside: tuple[bool, ...]


def proposals(quota: Quota, limit: int | None, candidates: Sequence[Candidate]) -> tuple[list[Proposal], str]:
    """What becomes of each candidate, and what must be said about the composition of the chosen (empty: nothing)."""
    found = [_proposal(quota, limit, candidates, each) for each in candidates]
    if limit is None:
        return found, ""
    decided = OPEN.isdisjoint(found) and Proposal.PENDING not in found
    changed, notes = list(found), list[str]()
    for index, asked in enumerate(quota.compositions):
        note = _note(asked, index, limit, candidates, found)
        notes += [note] if note else []
        for at, each in enumerate(candidates if note and decided else ()):
            if found[at] is _in_doubt(asked, each.inside[index]):
                changed[at] = Proposal.COMPOSITION
    return changed, "; ".join(notes)


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


def _note(asked: Composition, index: int, limit: int, candidates: Sequence[Candidate], found: Sequence[Proposal]) -> str:
    """What must be said where those who would be chosen are not made up as asked, or may not be; empty where they are."""
    sure = [each for each in candidates if each.chance is Chance.SURE]
    chosen = [each for each, proposal in zip(candidates, found, strict=True) if proposal is Proposal.PROPOSED]
    undecided = not OPEN.isdisjoint(found) or Proposal.PENDING in found
    if asked.holds(sum(each.inside[index] for each in chosen), len(chosen)) and not undecided:
        return ""
    count, there = min(limit, len(sure)), sum(each.inside[index] for each in sure)
    if asked.capped:
        return f"trong {count} được chọn có không quá {asked.of(count)} {asked.subject.name}"
    few = f", chỉ có {there} đủ điều kiện" if there < asked.of(count) else ""
    return f"trong {count} được chọn phải có ít nhất {asked.of(count)} {asked.subject.name}{few}"


def _in_doubt(asked: Composition, inside: bool) -> Proposal:
    """Whose proposal the council must look at again: those chosen that there are too many of, and those left that there are too few of."""
    return Proposal.PROPOSED if inside == asked.capped else Proposal.NO_MORE
