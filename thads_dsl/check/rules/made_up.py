"""Whether what is asked of the chosen together can hold: “ít nhất 60% là …, không quá 40% là …”."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from thads_dsl.check.facts import Facts
from thads_dsl.check.kinds import with_above
from thads_dsl.model.award_places import Composition
from thads_dsl.model.rules import Quota
from thads_dsl.model.statistics import Base, Subject

_MANY = 200  # chosen of a share, whose number is not known: beyond it every percentage has been tried


def never_together(facts: Facts, quota: Quota) -> Iterator[tuple[Composition, Composition]]:
    """Each two parts that hold together for no number of chosen, from one up to all of them."""
    most = _MANY if quota.limit is None else quota.limit
    for one, other in combinations(quota.compositions, 2):
        if not any(together(facts, one, other, chosen) for chosen in range(1, most + 1)):
            yield one, other


def together(facts: Facts, one: Composition, other: Composition, chosen: int) -> bool:
    """Whether so many can be chosen as both parts ask; what their subjects have in common is not known, unless it follows."""
    (low, high), (least, most) = _numbers(one, chosen), _numbers(other, chosen)
    if one.subject == other.subject:
        return max(low, least) <= min(high, most)
    if set(one.subject.any_of) == set(other.subject.none_of) and _whole(one.subject, other.subject):
        return low + least <= chosen <= high + most
    if set(other.subject.any_of) == set(one.subject.none_of) and _whole(other.subject, one.subject):
        return low + least <= chosen <= high + most
    return not apart(facts, one.subject, other.subject) or low + least <= chosen


def _whole(some: Subject, rest: Subject) -> bool:
    """Whether one is nothing but its kinds, and the other all but these."""
    return bool(some.any_of) and not some.none_of and not rest.any_of and some.where is None and rest.where is None


def _numbers(part: Composition, chosen: int) -> tuple[int, int]:
    """The fewest and the most of so many that may be of a part."""
    return (0, min(chosen, part.of(chosen))) if part.capped else (part.of(chosen), chosen)


def apart(facts: Facts, one: Subject, other: Subject) -> bool:
    """Whether nobody is both: the kinds of one are left out of the other; units of two kinds; people of two ranks."""
    if one.base is not other.base:
        return True
    if _left_out(facts, one, other) or _left_out(facts, other, one):
        return True
    sides = [_sorts(facts, each) for each in (one, other)]
    return all(sides) and sides[0].isdisjoint(sides[1])


def _left_out(facts: Facts, one: Subject, other: Subject) -> bool:
    """Whether all kinds of one are left out of the other: by what is said of it, or by what its kinds are."""
    vocabulary = facts.draft.vocabulary
    outside = {kind.name: kind.without for kind in vocabulary.kinds}
    by_kind = [{each for above in with_above(vocabulary, name) for each in outside.get(above, ())} for name in other.any_of]
    none_of = frozenset(other.none_of).union(*(set.intersection(*by_kind),) if by_kind else ())
    return bool(one.any_of) and all(not with_above(vocabulary, name).isdisjoint(none_of) for name in one.any_of)


def _sorts(facts: Facts, subject: Subject) -> frozenset[str]:
    """The kinds of which everybody of a subject is of exactly one: ranks of people, first kinds of units. Empty where that is not known."""
    vocabulary = facts.draft.vocabulary
    kinds = {kind.name: kind for kind in vocabulary.kinds}
    found: set[str] = set()
    for name in subject.any_of:
        around = with_above(vocabulary, name) - {subject.base.value}
        if subject.base is Base.INDIVIDUAL:
            sorts = frozenset(around.intersection(vocabulary.ranks))
        else:
            joined = any(kinds[each].group or kinds[each].total for each in around if each in kinds)
            sorts = frozenset() if joined else frozenset(each for each in around if each in kinds and not kinds[each].parents)
        if len(sorts) != 1:
            return frozenset()
        found |= sorts
    return frozenset(found)


def members_of_group(facts: Facts, subject: Subject, parents: Mapping[str, tuple[str, ...]]) -> int | None:
    """How many units a group lists by name; None where it is no such group, or lists a kind of which there may be many."""
    groups = {kind.name for kind in facts.plan.kinds if kind.group}
    if subject.base is not Base.COLLECTIVE or not subject.any_of or not groups.issuperset(subject.any_of):
        return None
    members = {name for name, above in parents.items() if not set(above).isdisjoint(subject.any_of)}
    by_name = all(set(parents[name]) - groups and not any(name in above for above in parents.values()) for name in members)
    return len(members) if members and by_name else None
