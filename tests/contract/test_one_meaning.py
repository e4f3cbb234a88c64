"""One phrase, one meaning: near a sentence of one family, and however a sentence is cut into words, there is no second reading."""

import random
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

import pytest
from lark import Lark
from lark.exceptions import UnexpectedInput
from lark.grammar import NonTerminal, Symbol

from tests.contract.places import first_plan
from thads_dsl.check import Draft, read_draft
from thads_dsl.source import Passage, SourceText, Span
from thads_dsl.syntax.grammar import Family, families, grammar_text, phrase_trie, strict_parser
from thads_dsl.syntax.lexer import WORD, Lexeme, folded_for, lex
from thads_dsl.syntax.literals import NUMERIC
from thads_dsl.syntax.names import atoms
from thads_dsl.syntax.outline import outline
from thads_dsl.syntax.sentences import EXAMPLE_FAMILIES, SCORING_FAMILIES, Sentence, read_tokens

SENTENCES = 2_000  # for each family
NEIGHBOURS = 1_000
LONGEST = 60  # terminals of a sentence worth trying
# Without the builder of trees, which would want real values behind the tokens.
PARSER = strict_parser(grammar_text("sentence.lark"), [family.start for family in families()])
TERMINALS = sorted({symbol.name for rule in PARSER.rules for symbol in rule.expansion if symbol.is_term} - {"TEXT"} | {WORD})


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


def rivals(family: Family) -> list[Family]:
    """The families that are tried on the same sentences."""
    apart = (EXAMPLE_FAMILIES, SCORING_FAMILIES)  # of examples, and of the cells of a points table
    return [each for each in families() if all((each.start in group) == (family.start in group) for group in apart)]


def spoken(family: Family, terminals: tuple[str, ...], chance: random.Random) -> tuple[str, ...]:
    """The same with one to three tokens of any kind for TEXT, but those that the family does not fold into it."""
    free = [each for each in TERMINALS if each not in (family.kept or ()) and each not in NUMERIC]
    return tuple(
        said for terminal in terminals for said in (chance.choices(free, k=chance.randint(1, 3)) if terminal == "TEXT" else (terminal,))
    )


def sentences(family: Family, chance: random.Random, count: int) -> Iterator[tuple[str, ...]]:
    """Random sentences of a family, as strings of terminals."""
    made = (spoken(family, derived, chance) for derived in derivations(PARSER, family.start, chance))
    return islice((each for each in made if len(each) <= LONGEST), count)


@pytest.mark.parametrize("family", families(), ids=lambda family: family.start)
def test_a_sentence_of_one_family_is_refused_by_every_other(family: Family) -> None:
    different = set()
    for terminals in sentences(family, random.Random(f"sentences {family.start}"), SENTENCES):
        assert [each.start for each in rivals(family) if accepts(PARSER, each, terminals)] == [family.start], terminals
        different.add(terminals)
    assert len(different) >= 2


def changed(terminals: tuple[str, ...], chance: random.Random) -> tuple[str, ...]:
    """One token taken out, put in, put for another, or moved."""
    found = list(terminals)
    at = chance.randrange(len(found))
    match chance.randrange(4):
        case 0:
            del found[at]
        case 1:
            found.insert(at, chance.choice(TERMINALS))
        case 2:
            found[at] = chance.choice(TERMINALS)
        case _:
            found.insert(chance.randrange(len(found)), found.pop(at))
    return tuple(found)


@pytest.mark.parametrize("family", families(), ids=lambda family: family.start)
def test_no_string_of_tokens_near_a_sentence_is_read_by_two_families(family: Family) -> None:
    chance = random.Random(f"near {family.start}")
    for sentence in sentences(family, chance, NEIGHBOURS):
        near = changed(sentence, chance)
        readers = [each.start for each in rivals(family) if accepts(PARSER, each, near)]
        assert len(readers) <= 1, (near, readers)


# ---- the other ways to cut a sentence into known phrases


@cache
def draft() -> Draft:
    source = SourceText.read("a", first_plan().read_bytes())
    return read_draft(source, outline(source))[0]


def read_sentences() -> list[Sentence]:
    lines = draft().lines
    read = [sentence for line in lines for sentence in (*line.sentences, *line.read.sentences) if sentence.statement is not None]
    return [*read, *(line.read.context for line in lines if line.read.context and line.read.context.statement)]


def cuttings(passage: Passage) -> Iterator[tuple[Lexeme, ...]]:
    """The sentence with one phrase or name of several words cut after fewer of them."""
    found = lex(passage, draft().names)
    for at, lexeme in enumerate(found):
        for shorter in shorter_cuts(passage, lexeme):
            rest = lex(passage.cut(shorter.end), draft().names)
            offset = len(passage.text) - len(passage.text[shorter.end :].lstrip())
            moved = (Lexeme(each.terminal, each.text, each.value, each.span, each.start + offset, each.end + offset) for each in rest)
            yield (*found[:at], shorter, *moved)


def shorter_cuts(passage: Passage, lexeme: Lexeme) -> Iterator[Lexeme]:
    """Shorter phrases and names that begin where a token begins."""
    parts = atoms(passage.text[lexeme.start : lexeme.end])
    keys = [part.key for part in parts]
    options: list[tuple[int, str, object]] = []
    for end, entry in phrase_trie().longest(keys, 0):
        options += [(end, phrase.terminal, phrase) for phrase in entry]
    options += [(end, name.kind.value, name) for end, name in draft().names.exact.longest(keys, 0)]
    for end, terminal, value in options:
        if end < len(keys) and terminal != "_":
            last = lexeme.start + parts[end - 1].end
            span = passage.span(lexeme.start, last)
            yield Lexeme(terminal, passage.text[lexeme.start : last], value, span, lexeme.start, last)


def test_the_real_plan_has_sentences_to_cut() -> None:
    assert len(read_sentences()) > 50
    assert sum(1 for sentence in read_sentences() for _ in cuttings(sentence.passage)) > 50


def test_every_other_cutting_of_a_sentence_fails_or_means_the_same() -> None:
    for sentence in read_sentences():
        for cut in cuttings(sentence.passage):
            other = read_tokens(cut)
            assert other is None or other == sentence.statement, (sentence.passage.text, [each.terminal for each in cut])
