"""Who is sure of a place by an order with compositions, against the definition: go down every order there may be."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thads_dsl.evaluate.candidates import Candidate, Chance
from thads_dsl.evaluate.ordered import by_order
from thads_dsl.evaluate.ranking import Rank
from thads_dsl.model.award_places import Composition
from thads_dsl.model.results import OUT, Proposal
from thads_dsl.model.statistics import Base, Subject

_LOW, _HIGH = (0, Fraction(0)), (2, Fraction(0))
_SOMEBODY = Subject("Chấp hành viên", Base.INDIVIDUAL)


def standing(figure: int | None) -> Rank:
    if figure is None:
        return Rank((_LOW,), (_HIGH,))
    step = (1, Fraction(figure)) if figure else _LOW
    return Rank((step,), (step,))


def composition(count: int, percent: bool, capped: bool) -> Composition:
    return Composition(_SOMEBODY, Fraction(count * 25 if percent else count), percent=percent, capped=capped)


CANDIDATES = st.builds(
    lambda chance, figure, inside: Candidate(chance, standing(figure), inside),
    st.sampled_from([Chance.SURE] * 5 + [Chance.PENDING, Chance.OPEN, Chance.NONE]),
    st.sampled_from([None, 0, 1, 2, 3, 4, 5]),
    st.tuples(st.booleans(), st.booleans()),
)
PARTS = st.builds(composition, st.integers(0, 4), st.booleans(), st.booleans())
FIXED = st.builds(composition, st.integers(0, 4), st.just(False), st.just(True))


def chosen_of(asked: Sequence[Composition], number: int, order: Sequence[Candidate]) -> list[Candidate]:
    """Down the order, whoever fits: no more of a part than its cap, no more of the others than leave room for the part."""
    chosen: list[Candidate] = []
    for each in order:
        more = [*chosen, each]
        room = all(
            sum(one.inside[index] == part.capped for one in more) <= (part.of(number) if part.capped else number - part.of(number))
            for index, part in enumerate(asked)
            if each.inside[index] == part.capped
        )
        if room and len(more) <= number:
            chosen = more
    return chosen


def choice(asked: Sequence[Composition], limit: int, order: Sequence[Candidate]) -> list[Candidate] | None:
    """Who is chosen down this order; None where the council has to find out how many."""
    most = min(limit, len(order))
    if all(each.capped and not each.percent for each in asked):
        return chosen_of(asked, limit, order)
    numbers = [number for number in range(most, 0, -1) if all(part.of(number) <= number for part in asked if not part.capped)]
    return next((found for number in numbers if len(found := chosen_of(asked, number, order)) == number), None)


def orders(candidates: Sequence[Candidate]) -> Iterator[tuple[Candidate, ...]]:
    """Every order of every number of those who may become eligible that the known figures allow."""
    sure = [each for each in candidates if each.chance is Chance.SURE]
    open_ = [each for each in candidates if each.chance.open]
    for size in range(len(open_) + 1):
        for more in combinations(open_, size):
            for order in permutations([*sure, *more]):
                if not any(later.rank.before(earlier.rank) for earlier, later in combinations(order, 2)):
                    yield order


def by_definition(asked: Sequence[Composition], limit: int, candidates: Sequence[Candidate]) -> list[bool | None]:
    """Of each candidate who is eligible for sure whether every order chooses it, or none does; else None."""
    choices = [choice(asked, limit, order) for order in orders(candidates)]
    said = [{None if found is None else any(each is one for one in found) for found in choices} for each in candidates]
    return [next(iter(each)) if len(each) == 1 else None for each in said]


def decided(asked: Sequence[Composition], limit: int, candidates: Sequence[Candidate]) -> list[bool | None]:
    found, _ = by_order(asked, limit, candidates)
    return [True if proposal is Proposal.PROPOSED else False if proposal in OUT else None for proposal, _ in found]


def unlike(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The same candidates as objects of their own, so that two of one figure are two."""
    return [Candidate(each.chance, each.rank, each.inside) for each in candidates]


@settings(max_examples=400, deadline=None)
@given(st.lists(CANDIDATES, max_size=5), st.integers(1, 4), st.lists(FIXED, max_size=1))
def test_with_a_cap_exactly_that_is_decided_which_no_order_changes(drawn: list[Candidate], limit: int, asked: list[Composition]) -> None:
    candidates = unlike(drawn)
    wanted = by_definition(asked, limit, candidates)
    found = decided(asked, limit, candidates)
    assert [found[at] for at, each in enumerate(candidates) if each.chance is Chance.SURE] == [
        wanted[at] for at, each in enumerate(candidates) if each.chance is Chance.SURE
    ]


@settings(max_examples=400, deadline=None)
@given(st.lists(CANDIDATES.filter(lambda each: not each.chance.open), max_size=5), st.integers(1, 4), PARTS)
def test_with_one_part_of_any_kind_exactly_that_is_decided(drawn: list[Candidate], limit: int, part: Composition) -> None:
    candidates = unlike(drawn)
    sure = [at for at, each in enumerate(candidates) if each.chance is Chance.SURE]
    found, wanted = decided([part], limit, candidates), by_definition([part], limit, candidates)
    assert [found[at] for at in sure] == [wanted[at] for at in sure]


@settings(max_examples=600, deadline=None)
@given(st.lists(CANDIDATES, max_size=5), st.integers(1, 4), st.lists(PARTS, min_size=1, max_size=2))
def test_nothing_is_decided_that_an_order_may_still_change(drawn: list[Candidate], limit: int, asked: list[Composition]) -> None:
    candidates = unlike(drawn)
    for each, said, meant in zip(candidates, decided(asked, limit, candidates), by_definition(asked, limit, candidates), strict=True):
        assert each.chance is not Chance.SURE or said is None or said is meant


@settings(max_examples=400, deadline=None)
@given(
    st.permutations([1, 2, 3, 4, 5]),
    st.lists(st.tuples(st.booleans(), st.booleans()), min_size=5, max_size=5),
    st.integers(1, 5),
    PARTS,
    PARTS,
)
def test_without_ties_and_doubts_overlapping_parts_are_decided_wherever_the_places_are_filled(
    figures: list[int], inside: list[tuple[bool, bool]], limit: int, one: Composition, other: Composition
) -> None:
    candidates = [Candidate(Chance.SURE, standing(figure), kinds) for figure, kinds in zip(figures, inside, strict=True)]
    order = sorted(candidates, key=lambda each: each.rank.lowest, reverse=True)
    chosen = choice((one, other), limit, order)
    if chosen is not None and len(chosen) == limit:
        assert decided((one, other), limit, candidates) == [any(each is one for one in chosen) for each in candidates]


def test_three_of_the_others_and_the_seven_best_officers() -> None:
    """The sentence that the readers of the guide tripped over: at most ten, of whom at most three are no Chấp hành viên."""
    asked = [composition(3, percent=False, capped=True)]
    others = [Candidate(Chance.SURE, standing(95), (True,)) for _ in range(3)] + [
        Candidate(Chance.SURE, standing(94 - at), (True,)) for at in (0, 1)
    ]
    officers = [Candidate(Chance.SURE, standing(90 - at), (False,)) for at in range(15)]
    found, note = by_order(asked, 10, [*others, *officers])
    assert [proposal for proposal, _ in found] == (
        [Proposal.PROPOSED] * 3 + [Proposal.PART_FULL] * 2 + [Proposal.PROPOSED] * 7 + [Proposal.NO_MORE] * 8
    )
    assert found[3][1] == "Chấp hành viên" and not note


@pytest.mark.parametrize(("count", "capped"), [(0, False), (4, True)])
def test_a_part_that_binds_nobody_is_not_spoken_of(count: int, capped: bool) -> None:
    tied = [Candidate(Chance.SURE, standing(1), (True,)) for _ in range(3)]
    found, note = by_order([composition(count, percent=False, capped=capped)], 2, tied)
    assert {proposal for proposal, _ in found} == {Proposal.TIED} and not note
