"""A race by the order of the text: down the order, who fits what the chosen are to be made up of is chosen.

A cap lets so many of a part in, and whoever comes later of that part is passed over; “ít nhất k là X” is a cap on those who are not X.
Caps that lie inside each other, or apart, are a laminar matroid: whether a candidate is chosen depends only on which candidates come
before, not on their order. So a candidate has a place for sure that is left even when all come first who may, and surely has none when
those who surely come first leave none; with ties, open figures and candidates not yet eligible this decides whatever can be decided.
Where parts overlap it is a bound. A share is one of the number chosen: the greatest that can be made up as asked.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, combinations

from thads_dsl.evaluate.candidates import Candidate, Chance
from thads_dsl.evaluate.reasons import composition_note
from thads_dsl.model.award_places import Composition
from thads_dsl.model.results import OPEN, Proposal

_Kind = tuple[bool, ...]  # which parts a candidate is of
_Counts = Mapping[_Kind, int]
_PLACES = -1  # stands among the caps for the number of places itself


def by_order(asked: Sequence[Composition], limit: int, candidates: Sequence[Candidate]) -> tuple[list[tuple[Proposal, str]], str]:
    """What becomes of each candidate, with the part that the words of it name, and what must be said of the chosen (empty: nothing)."""
    race = _Race(tuple(asked), limit, tuple(candidates))
    found = [(each.chance.words, "") if each.chance.words is not None else race.proposal(at) for at, each in enumerate(candidates)]
    return found, race.note([proposal for proposal, _ in found])


@dataclass(frozen=True)  # no slots: what is found out once is kept
class _Race:
    asked: tuple[Composition, ...]
    limit: int
    candidates: tuple[Candidate, ...]

    # ---- caps

    def _takes(self, cap: int, kind: _Kind) -> bool:
        """Whether a cap speaks of a kind: of those of the part, or (ít nhất) of all others."""
        return kind[cap] == self.asked[cap].capped

    def _size(self, cap: int, chosen: int) -> int:
        asked = self.asked[cap]
        return asked.of(chosen) if asked.capped else chosen - asked.of(chosen)

    def _most(self, counts: _Counts, chosen: int) -> int:
        """How many of so many of each kind fit among so many chosen: those that some caps let in, and all whom these do not speak of."""
        every = range(len(self.asked))
        least = chosen
        for caps in chain.from_iterable(combinations(every, size) for size in range(len(self.asked) + 1)):
            others = sum(count for kind, count in counts.items() if not any(self._takes(cap, kind) for cap in caps))
            least = min(least, others + sum(self._size(cap, chosen) for cap in caps))
        return least

    def _full(self, counts: _Counts, kind: _Kind, chosen: int) -> Iterator[int]:
        """The caps that leave no place to one of a kind behind so many of each."""
        if self._most(counts, chosen) >= chosen:
            yield _PLACES
        for cap in range(len(self.asked)):
            if self._takes(cap, kind):
                inside = {each: count for each, count in counts.items() if self._takes(cap, each)}
                if self._most(inside, chosen) >= self._size(cap, chosen):
                    yield cap

    # ---- how many are chosen

    @cached_property
    def _fixed(self) -> bool:
        """Whether no cap depends on how many are chosen: then the number of places is only a cap like the others."""
        return all(each.capped and not each.percent for each in self.asked)

    @cached_property
    def _laminar(self) -> bool:
        kinds = {each.inside for each in self.candidates if each.chance is not Chance.NONE}
        parts = [{kind for kind in kinds if self._takes(cap, kind)} for cap in range(len(self.asked))]
        return all(not one & other or one <= other or other <= one for one, other in combinations(parts, 2))

    @cached_property
    def _numbers(self) -> range:
        """How many may be chosen in the end."""
        sure = self._counted(self._sure)
        if self._fixed:
            return range(self.limit, self.limit + 1)
        if not self._laminar:
            number = min(self.limit, sum(sure.values()))
            return range(number, number + 1)
        every = self._counted(self._rivals)
        return range(self._greatest(sure), self._greatest(every) + 1)

    def _greatest(self, counts: _Counts) -> int:
        numbers = range(min(self.limit, sum(counts.values())), 0, -1)
        return next((number for number in numbers if self._possible(number) and self._most(counts, number) >= number), 0)

    def _possible(self, chosen: int) -> bool:
        """Whether so many can be enough for each part: of two chosen, three cannot be of one."""
        return all(self._size(cap, chosen) >= 0 for cap in range(len(self.asked)))

    # ---- who comes before whom

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        """Between which places, counted from the last, each candidate stands."""
        ends = sorted({end for each in self.candidates for end in (each.rank.lowest, each.rank.highest)})
        places = {end: place for place, end in enumerate(ends)}
        return [(places[each.rank.lowest], places[each.rank.highest]) for each in self.candidates]

    def _counted(self, those: Iterable[int]) -> Counter[_Kind]:
        return Counter(self.candidates[at].inside for at in those)

    @cached_property
    def _sure(self) -> list[int]:
        return [at for at, each in enumerate(self.candidates) if each.chance is Chance.SURE]

    @cached_property
    def _rivals(self) -> list[int]:
        return [at for at, each in enumerate(self.candidates) if each.chance is not Chance.NONE]

    def _tallied(self, those: Iterable[int], end: int) -> list[Counter[_Kind]]:
        """How many of each kind stand at each place or before it, by the last (0) or the first (1) place that they can have."""
        at_place: dict[int, list[int]] = {}
        for at in those:
            at_place.setdefault(self._places[at][end], []).append(at)
        found: list[Counter[_Kind]] = [Counter()]
        for place in reversed(range(1 + max((highest for _, highest in self._places), default=0))):
            more = at_place.get(place)
            found.append(found[-1] + self._counted(more) if more else found[-1])
        return found[::-1]

    @cached_property
    def _perhaps(self) -> list[Counter[_Kind]]:
        """Who comes first at worst: by figures that are open, by becoming eligible, by the council among equals."""
        return self._tallied(self._rivals, 1)

    @cached_property
    def _surely(self) -> list[Counter[_Kind]]:
        return self._tallied(self._sure, 0)

    def _perhaps_before(self, own: int) -> _Counts:
        return self._perhaps[self._places[own][0]] - Counter([self.candidates[own].inside])

    def _surely_before(self, own: int) -> _Counts:
        return self._surely[self._places[own][1] + 1]

    # ---- who is chosen

    @cached_property
    def _decided(self) -> dict[int, tuple[bool, int]] | None:
        """Who is, and who is not, chosen whatever is still open; of who is not, with the cap that left no place.

        None where they cannot be made up as asked, or nobody knows yet.
        """
        found: dict[int, tuple[bool, int]] = {}
        for at in sorted(self._sure, key=lambda at: -self._places[at][0]):
            kind, perhaps = self.candidates[at].inside, self._perhaps_before(at)
            gone = self._surely_before(at) if self._laminar else self._counted(self._chosen_before(at, found))
            full = [tuple(self._full(gone, kind, number)) for number in self._numbers]
            if not any(True for number in self._numbers for _ in self._full(perhaps, kind, number)):
                found[at] = True, _PLACES
            elif all(full):
                found[at] = False, full[-1][0 if self._numbers[-1] == self.limit else -1]
        return found if self._reliable(found) else None

    def _chosen_before(self, own: int, found: Mapping[int, tuple[bool, int]]) -> Iterator[int]:
        _, highest = self._places[own]
        return (at for at, (chosen, _) in found.items() if chosen and self._places[at][0] > highest)

    def _reliable(self, found: Mapping[int, tuple[bool, int]]) -> bool:
        """Whether the number chosen is the one that was reckoned with."""
        if self._fixed:
            return True
        if self._laminar:
            return self._numbers[0] > 0
        number = self._numbers[0]
        settled = number == self.limit or not any(each.chance.open for each in self.candidates)
        return settled and self._possible(number) and sum(chosen for chosen, _ in found.values()) == number

    def proposal(self, own: int) -> tuple[Proposal, str]:
        """What becomes of a candidate who is eligible for sure."""
        if self._decided is None:
            return Proposal.WAITS if any(each.chance.open for each in self.candidates) else Proposal.COMPOSITION, ""
        if own not in self._decided:
            return self._why_open(own), ""
        chosen, cap = self._decided[own]
        if chosen or cap == _PLACES:
            return Proposal.PROPOSED if chosen else Proposal.NO_MORE, ""
        asked = self.asked[cap]
        return Proposal.PART_FULL if asked.capped else Proposal.KEPT, asked.subject.name

    def _why_open(self, own: int) -> Proposal:
        """A tie at the last place is reported, never broken."""
        if not self.candidates[own].rank.known:
            return Proposal.UNRANKED
        lowest, highest = self._places[own]
        perhaps, surely = self._doubtful
        doubts = perhaps[lowest].total() - surely[highest + 1].total()
        return Proposal.WAITS if len(self._numbers) > 1 or doubts else Proposal.TIED

    @cached_property
    def _doubtful(self) -> tuple[list[Counter[_Kind]], list[Counter[_Kind]]]:
        """Of those who perhaps come first, and of those who surely do, the ones whose chance or figures are open."""
        unknown = [at for at in self._rivals if not self.candidates[at].rank.known]
        open_ = [at for at in self._rivals if self.candidates[at].chance.open]
        return self._tallied({*unknown, *open_}, 1), self._tallied(set(unknown).difference(open_), 0)

    def note(self, found: Sequence[Proposal]) -> str:
        """How the chosen must be made up, where that is still open; that fewer are chosen, where else it could not be."""
        sure = self._counted(self._sure)
        number = min(self.limit if self._decided is None else self._numbers[-1], sum(sure.values()))
        if not OPEN.isdisjoint(found):
            inside = (sum(count for kind, count in sure.items() if kind[cap]) for cap in range(len(self.asked)))
            notes = (composition_note(asked, number, there) for asked, there in zip(self.asked, inside, strict=True))
            return "; ".join(filter(None, notes))
        given = found.count(Proposal.PROPOSED)
        if Proposal.PENDING not in found and self.asked and given < min(self.limit, sum(sure.values())):
            return f"chỉ chọn được {given} để đúng cơ cấu: {'; '.join(asked.words for asked in self.asked)}"
        return ""
