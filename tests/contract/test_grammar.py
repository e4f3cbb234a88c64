"""The grammars have no ambiguity: none that Lark would settle in silence, and no sentence that two families read."""

import random
from collections.abc import Iterator, Sequence
from itertools import islice

import pytest
from lark import Lark
from lark.exceptions import GrammarError, UnexpectedInput
from lark.grammar import NonTerminal, Symbol

from thads_dsl.source import Span
from thads_dsl.syntax.grammar import Family, families, grammar_text, strict_parser
from thads_dsl.syntax.lexer import WORD, Lexeme, folded_for
from thads_dsl.syntax.literals import NUMERIC
from thads_dsl.syntax.sentences import EXAMPLE_FAMILIES, sentence_parser

DERIVATIONS = 300  # for each family
LONGEST = 60  # terminals of a sentence worth trying


def plain_parser() -> Lark:
    """The sentence grammar without the builder of trees, which would want real values behind the tokens."""
    return strict_parser(grammar_text("sentence.lark"), [family.start for family in families()])


def test_the_sentence_grammar_is_built_strictly() -> None:
    options = sentence_parser().options
    assert (options.parser, options.strict) == ("lalr", True)


def test_strict_means_that_two_readings_of_one_sentence_are_refused() -> None:
    with pytest.raises(GrammarError):
        strict_parser("a: b | c\nb: X\nc: X\n%declare X\n", ["a"])


@pytest.mark.parametrize("file", ["sentence.lark", "outline.lark"])
def test_no_rule_and_no_terminal_has_a_priority(file: str) -> None:
    starts = [family.start for family in families()] if file == "sentence.lark" else ["plan"]
    parser = strict_parser(grammar_text(file), starts)
    assert not [rule for rule in parser.rules if rule.options and rule.options.priority]
    assert not [terminal for terminal in parser.terminals if terminal.priority]


def derivations(parser: Lark, start: str, chance: random.Random) -> Iterator[tuple[str, ...]]:
    """Random strings of terminals that a start symbol derives; deeper than a while, the shortest ways are taken."""
    rules: dict[str, list[Sequence[Symbol]]] = {}
    for rule in parser.rules:
        rules.setdefault(rule.origin.name, []).append(rule.expansion)
    least = _least_lengths(rules)

    def derive(symbol: Symbol, depth: int) -> Iterator[str]:
        if not isinstance(symbol, NonTerminal):
            yield symbol.name
            return
        ways = rules[symbol.name]
        way = chance.choice(ways) if depth < 12 else min(ways, key=lambda each: sum(least.get(part.name, 1) for part in each))
        for part in way:
            yield from derive(part, depth + 1)

    while True:
        yield tuple(derive(NonTerminal(start), 0))


def _least_lengths(rules: dict[str, list[Sequence[Symbol]]]) -> dict[str, int]:
    """How few terminals each rule can be; a fixed point."""
    least = dict.fromkeys(rules, 10**6)
    while True:
        better = {name: min(sum(least.get(part.name, 1) for part in way) for way in ways) for name, ways in rules.items()}
        if better == least:
            return least
        least = better


def spoken(parser: Lark, family: Family, terminals: tuple[str, ...], chance: random.Random) -> tuple[str, ...]:
    """The same with words of a sentence for TEXT: a free word, or any phrase or name that the family does not keep."""
    free = [each.name for each in parser.terminals if family.kept and each.name not in {*family.kept, *NUMERIC, "TEXT"}]
    return tuple(chance.choice((WORD, *free)) if terminal == "TEXT" else terminal for terminal in terminals)


def accepts(parser: Lark, family: Family, terminals: tuple[str, ...]) -> bool:
    """Whether a family reads a string of terminals, as the compiler asks it."""
    place = Span(1, 0, 1)
    folded = folded_for(family, tuple(Lexeme(terminal, "x", None, place, 0, 1) for terminal in terminals))
    if not folded or any(lexeme.terminal == WORD for lexeme in folded):
        return False
    try:
        parser.parse([lexeme.token() for lexeme in folded], start=family.start)
    except UnexpectedInput:
        return False
    return True


@pytest.mark.parametrize("family", families(), ids=lambda family: family.start)
def test_what_one_family_reads_no_other_family_reads(family: Family) -> None:
    parser, chance = plain_parser(), random.Random(family.start)
    examples = family.start in EXAMPLE_FAMILIES
    others = [each for each in families() if each != family and (each.start in EXAMPLE_FAMILIES) == examples]
    made = (spoken(parser, family, terminals, chance) for terminals in derivations(parser, family.start, chance))
    for terminals in islice((each for each in made if len(each) <= LONGEST), DERIVATIONS):
        assert accepts(parser, family, terminals), terminals
        assert [other.start for other in others if accepts(parser, other, terminals)] == [], terminals
