"""One race for the places of one pool: what is sure before the council has chosen, and what is not."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from thads_dsl.evaluate.candidates import Candidate, Chance
from thads_dsl.evaluate.ordered import by_order
from thads_dsl.evaluate.reasons import composition_note
from thads_dsl.model.award_places import Composition
from thads_dsl.model.results import OPEN, Proposal
from thads_dsl.model.rules import Quota


def proposals(
    quota: Quota, limit: int | None, candidates: Sequence[Candidate], more: int | None = None
) -> tuple[list[tuple[Proposal, str]], str]:
    """What becomes of each candidate, with the part that the words of it name, and what must be said of the chosen (empty: nothing).

    Of those whose chance is open no more than `more` can get a place yet; None where only `limit` bounds them.
    """
    if quota.ranking and limit:
        return by_order(quota.compositions, limit, candidates)
    found = [_proposal(quota, limit, candidates, each) for each in candidates]
    changed, notes = list(found), list[str]()
    for index, asked in enumerate(quota.compositions):
        makeup = _makeup(asked, index, limit, candidates, found, more)
        note = _note(asked, index, limit, candidates, makeup)
        notes += [note] if note else []
        for at, each in enumerate(candidates):
            if (note or not makeup.settled) and found[at] is _in_doubt(asked, each.inside[index]):
                changed[at] = _doubt(makeup, found[at]) if changed[at] is not Proposal.COMPOSITION else changed[at]
    return [(proposal, "") for proposal in changed], "; ".join(notes)


@dataclass(frozen=True, slots=True)
class _Makeup:
    """Of `chosen` so far so many are `inside` a part; `settled` where nobody is left to be chosen; `may` whether it can still be as asked,
    `must` whether it will be whoever else is chosen.
    """

    inside: int
    chosen: int
    settled: bool
    may: bool
    must: bool


def _makeup(
    asked: Composition, index: int, limit: int | None, candidates: Sequence[Candidate], found: Sequence[Proposal], more: int | None
) -> _Makeup:
    taken = [each for each, proposal in zip(candidates, found, strict=True) if proposal is Proposal.PROPOSED]
    inside, chosen = sum(each.inside[index] for each in taken), len(taken)
    open_ = Counter(each.inside[index] for each in candidates if each.chance.open)
    most = open_.total() if more is None else more
    most = most if limit is None else min(most, max(limit - chosen, 0))
    settled = OPEN.isdisjoint(found) and Proposal.PENDING not in found
    # More of the others can only help a cap, more of the part only what is asked for at least.
    others = [asked.holds(inside, chosen + count) for count in range(min(most, open_[False]) + 1)]
    own = [asked.holds(inside + count, chosen + count) for count in range(min(most, open_[True]) + 1)]
    helping, hindering = (others, own) if asked.capped else (own, others)
    return _Makeup(inside, chosen, settled, any(helping), all(hindering))


def _doubt(makeup: _Makeup, proposal: Proposal) -> Proposal:
    """Of one whom the council must look at again, or may have to."""
    if makeup.settled or not makeup.may:
        return Proposal.COMPOSITION
    return Proposal.WAITS if proposal is Proposal.PROPOSED and not makeup.must else proposal


def _proposal(quota: Quota, limit: int | None, candidates: Sequence[Candidate], own: Candidate) -> Proposal:
    if own.chance.words is not None:
        return own.chance.words
    if quota.by_authority:
        return Proposal.ELSEWHERE
    sure = sum(each.chance is Chance.SURE for each in candidates)
    if limit is None or sure + sum(each.chance.open for each in candidates) <= limit:
        return Proposal.PROPOSED
    if limit == 0:
        return Proposal.NO_MORE
    return Proposal.COUNCIL_CHOOSES if sure > limit else Proposal.WAITS


def _note(asked: Composition, index: int, limit: int | None, candidates: Sequence[Candidate], makeup: _Makeup) -> str:
    """What must be said where those who would be chosen are not made up as asked, or may not be; empty where they are."""
    if makeup.must if limit is None or makeup.settled else False:
        return ""
    if limit is None:
        there = f"{makeup.inside} trong {makeup.chosen}"
        return f"trong tổng số được chọn {asked.words}" + (f", {_so_far(asked, makeup)} {there}" if makeup.chosen else "")
    sure = [each for each in candidates if each.chance is Chance.SURE]
    return composition_note(asked, min(limit, len(sure)), sum(each.inside[index] for each in sure))


def _so_far(asked: Composition, makeup: _Makeup) -> str:
    if asked.holds(makeup.inside, makeup.chosen):
        return "hiện có"
    if makeup.settled or makeup.may:
        return "hiện có" if asked.capped else "mới có"
    return "đã vượt dù chọn đủ số còn lại: hiện có" if asked.capped else "không thể đủ dù chọn đủ số còn lại: mới có"


def _in_doubt(asked: Composition, inside: bool) -> Proposal:
    """Whose proposal the council must look at again: those chosen that there are too many of, and those left that there are too few of."""
    return Proposal.PROPOSED if inside == asked.capped else Proposal.NO_MORE
