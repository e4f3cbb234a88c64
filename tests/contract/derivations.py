"""Sentences of a family as strings of terminals: random ones, or all of them where a family has few."""

from collections.abc import Iterator
from functools import cache
from itertools import accumulate, product
from random import Random

from lark.grammar import Symbol

from tests.contract.automaton import grammar
from thads_dsl.syntax.grammar import Family
from thads_dsl.syntax.lexer import UNFOLDED, WORD

Terminals = tuple[str, ...]
LONGEST = 60  # terminals of a sentence worth trying
DEEPEST = 12  # beyond it the shortest way is taken
FRUITLESS = 2_000  # draws in a row that give nothing new: the family has no more that is short enough


@cache
def ways() -> dict[str, list[tuple[Symbol, ...]]]:
    """What each rule of sentence.lark may be."""
    found: dict[str, list[tuple[Symbol, ...]]] = {}
    for rule in grammar().rules:
        found.setdefault(rule.origin.name, []).append(tuple(rule.expansion))
    return found


@cache
def terminals() -> Terminals:
    """Every terminal that the lexer gives, free words included."""
    named = {part.name for each in ways().values() for way in each for part in way if part.is_term}
    return tuple(sorted(named - {"TEXT"} | {WORD}))


@cache
def _least() -> dict[str, int]:
    """How few terminals each rule can be; a fixed point."""
    least = dict.fromkeys(ways(), 10**6)
    while True:
        better = {name: min(sum(least.get(part.name, 1) for part in way) for way in each) for name, each in ways().items()}
        if better == least:
            return least
        least = better


@cache
def _shortest(name: str) -> tuple[Symbol, ...]:
    return min(ways()[name], key=lambda way: sum(_least().get(part.name, 1) for part in way))


@cache
def _weights(name: str, wordy: int) -> list[int]:
    return list(accumulate(1 + wordy * len(way) for way in ways()[name]))


def derived(start: str, chance: Random) -> Terminals:
    """One random string of terminals that a start symbol derives."""
    found: list[str] = []
    wordy = chance.choice((0, 2, 6))  # how much ways with many parts are preferred: else most sentences were short
    waiting: list[tuple[Symbol | None, str, int]] = [(None, start, 0)]
    while waiting:
        symbol, name, depth = waiting.pop()
        if symbol is not None and symbol.is_term:
            found.append(name)
            continue
        way = chance.choices(ways()[name], cum_weights=_weights(name, wordy))[0] if depth < DEEPEST else _shortest(name)
        waiting += [(part, part.name, depth + 1) for part in reversed(way)]
    return tuple(found)


def spoken(family: Family, found: Terminals, chance: Random) -> Terminals:
    """The same with one to three tokens of any kind for TEXT, but those that the family does not fold into it."""
    if "TEXT" not in found:
        return found
    free = _free(family.kept)
    return tuple(said for each in found for said in (chance.choices(free, k=chance.randint(1, 3)) if each == "TEXT" else (each,)))


@cache
def _free(kept: frozenset[str] | None) -> list[str]:
    return [each for each in terminals() if each not in (kept or ()) and each not in UNFOLDED]


def sentences(family: Family, chance: Random) -> Iterator[Terminals]:
    """Different sentences of a family; ends where no new one is found any more."""
    seen: set[Terminals] = set()
    fruitless = 0
    while fruitless < FRUITLESS:
        found = spoken(family, derived(family.start, chance), chance)
        fruitless += 1
        if len(found) <= LONGEST and found not in seen:
            seen.add(found)
            fruitless = 0
            yield found


def language(start: str, most: int) -> frozenset[Terminals] | None:
    """All strings of terminals that a start symbol derives; None where they are endless, or more than `most`."""
    return _language(start, most, ())


def _language(name: str, most: int, around: tuple[str, ...]) -> frozenset[Terminals] | None:
    if name in around:
        return None
    found: set[Terminals] = set()
    for way in ways()[name]:
        parts = [frozenset({(part.name,)}) if part.is_term else _language(part.name, most, (*around, name)) for part in way]
        known = [part for part in parts if part is not None]
        if len(known) < len(parts):
            return None
        for choice in product(*known):
            found.add(tuple(terminal for part in choice for terminal in part))
            if len(found) > most:
                return None
    return frozenset(found)
