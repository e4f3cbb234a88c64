"""Whether two phrases of the same words can both stand in one place: proved from guards.txt, without any sentence."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations

from thads_dsl.syntax.grammar import Phrase, phrases
from thads_dsl.syntax.guard_forms import DIGIT, ROMAN, begins
from thads_dsl.syntax.guards import NOT, End, Guard, Guarded, Measured, Named, Said, Shaped, Step, Word, after_guards, before
from thads_dsl.syntax.names import atoms

# The first words of what may begin at a place; one that is no word: the end, a name of a kind, or anything.
Beginning = tuple[str, ...]
END, ANYTHING, NAME = "<end>", "<anything>", "<name> "


def overlaps(every: Iterable[Phrase]) -> Iterator[tuple[Phrase, Phrase]]:
    """Every two phrases of the same words and of two meanings of which it is not proved that they never stand in one place."""
    by_words: dict[Beginning, list[Phrase]] = defaultdict(list)
    for phrase in every:
        by_words[_keys(phrase.text)].append(phrase)
    for same in by_words.values():
        yield from (pair for pair in combinations(same, 2) if pair[0].terminal != pair[1].terminal and not exclude_each_other(*pair))


def exclude_each_other(one: Phrase, other: Phrase) -> bool:
    """Whether what stands before or after cannot be what both ask for."""
    return _before_apart(one.before, other.before) or _after_apart(one.after, other.after)


def _before_apart(one: str, other: str) -> bool:
    if not one or not other or (one[0] == NOT and other[0] == NOT):
        return False
    if NOT in (one[0], other[0]):
        wanted, denied = (other, one) if one[0] == NOT else (one, other)
        return before(wanted) <= before(denied.removeprefix(NOT))
    return before(one).isdisjoint(before(other))


def _after_apart(one: str, other: str) -> bool:
    wanted, denied = after_guards(one)
    other_wanted, other_denied = after_guards(other)
    if wanted is not None and any(_implies(wanted, each) for each in other_denied):
        return True
    if other_wanted is not None and any(_implies(other_wanted, each) for each in denied):
        return True
    return (
        wanted is not None
        and other_wanted is not None
        and not any(_meet(first, second) for first in beginnings(wanted) for second in beginnings(other_wanted))
    )


def _implies(one: Guard, other: Guard) -> bool:
    """Whether a guard holds only where the other does: it is that guard, or all that it allows is allowed there."""
    return one == other or (Guarded(one),) in other.sequences or set(one.sequences) <= set(other.sequences)


@cache
def beginnings(guard: Guard) -> frozenset[Beginning]:
    """How a place may begin where the guard holds."""
    return frozenset(found for steps in guard.sequences for found in _of_steps(steps))


def _of_steps(steps: tuple[Step, ...]) -> Iterator[Beginning]:
    match steps:
        case (Word() | Said() as step, *rest):
            firsts = [(key,) for key in step.keys] if isinstance(step, Word) else _of_terminals(step.terminals)
            yield from ((*first, *behind) for first in firsts for behind in (_of_steps(tuple(rest)) if rest else [()]))
        case (Named(kinds), *_):
            yield from ((f"{NAME}{kind.value}",) for kind in kinds)
        case (Shaped(form), *_):
            yield from ((first,) for first in form.firsts or [ANYTHING])
        case (Guarded(guard), *_):
            yield from beginnings(guard)
        case (End(), *_):
            yield (END,)
        case (Measured(), *_):
            yield (DIGIT,)


def _of_terminals(terminals: frozenset[str]) -> list[Beginning]:
    return [_keys(phrase.text) for phrase in phrases() if phrase.terminal in terminals]


def _keys(text: str) -> Beginning:
    return tuple(atom.key for atom in atoms(text))


def _meet(one: Beginning, other: Beginning) -> bool:
    """Whether one place may begin in both ways, as far as both tell; that names exclude all else holds only where a guard begins."""
    behind = zip(one[1:], other[1:], strict=False)
    return _same(one[0], other[0]) and all("<" in first[0] + second[0] or _same(first, second) for first, second in behind)


def _same(one: str, other: str) -> bool:
    """Whether one word is both, or a name or the end is: where a name begins nothing else does."""
    if ANYTHING in (one, other) or one == other:
        return True
    special = [each for each in (one, other) if each[0] == "<"]
    if special or {one, other} == {DIGIT, ROMAN}:
        return False
    return begins(other, frozenset([one])) or begins(one, frozenset([other]))
