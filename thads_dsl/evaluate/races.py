"""One race for the places of one pool: what is sure before the council has chosen, and what is not."""

from collections.abc import Sequence

from thads_dsl.evaluate.candidates import Candidate, Chance
from thads_dsl.evaluate.ordered import by_order
from thads_dsl.evaluate.reasons import composition_note
from thads_dsl.model.award_places import Composition
from thads_dsl.model.results import OPEN, Proposal
from thads_dsl.model.rules import Quota


def proposals(quota: Quota, limit: int | None, candidates: Sequence[Candidate]) -> tuple[list[tuple[Proposal, str]], str]:
    """What becomes of each candidate, with the part that the words of it name, and what must be said of the chosen (empty: nothing)."""
    if quota.ranking and limit:
        return by_order(quota.compositions, limit, candidates)
    found = [_proposal(quota, limit, candidates, each) for each in candidates]
    decided = OPEN.isdisjoint(found) and Proposal.PENDING not in found
    changed, notes = list(found), list[str]()
    for index, asked in enumerate(quota.compositions):
        note = _note(asked, index, limit, candidates, found)
        notes += [note] if note else []
        for at, each in enumerate(candidates if note and decided else ()):
            if found[at] is _in_doubt(asked, each.inside[index]):
                changed[at] = Proposal.COMPOSITION
    return [(proposal, "") for proposal in changed], "; ".join(notes)


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


def _note(asked: Composition, index: int, limit: int | None, candidates: Sequence[Candidate], found: Sequence[Proposal]) -> str:
    """What must be said where those who would be chosen are not made up as asked, or may not be; empty where they are."""
    sure = [each for each in candidates if each.chance is Chance.SURE]
    chosen = [each for each, proposal in zip(candidates, found, strict=True) if proposal is Proposal.PROPOSED]
    undecided = not OPEN.isdisjoint(found) or Proposal.PENDING in found
    if asked.holds(sum(each.inside[index] for each in chosen), len(chosen)) and not undecided:
        return ""
    if limit is None:
        there = sum(each.inside[index] for each in chosen)
        so_far = "hiện có" if asked.capped else "mới có"
        return f"trong tổng số được chọn {asked.words}" + (f", {so_far} {there} trong {len(chosen)}" if chosen else "")
    return composition_note(asked, min(limit, len(sure)), sum(each.inside[index] for each in sure))


def _in_doubt(asked: Composition, inside: bool) -> Proposal:
    """Whose proposal the council must look at again: those chosen that there are too many of, and those left that there are too few of."""
    return Proposal.PROPOSED if inside == asked.capped else Proposal.NO_MORE
