"""One phrase, one meaning: near a sentence of one family, and however a sentence is cut into words, there is no second reading."""

import random
from collections.abc import Iterator
from functools import cache
from itertools import islice

import pytest

from tests.contract.places import plans
from tests.contract.test_grammar import LONGEST, accepts, derivations, plain_parser, spoken
from thads_dsl.check import Draft, read_draft
from thads_dsl.source import Passage, SourceText
from thads_dsl.syntax.grammar import Family, families, phrase_trie
from thads_dsl.syntax.lexer import WORD, Lexeme, lex
from thads_dsl.syntax.names import atoms
from thads_dsl.syntax.outline import outline
from thads_dsl.syntax.sentences import EXAMPLE_FAMILIES, Sentence, read_tokens

NEIGHBOURS = 1_000  # for each family
PARSER = plain_parser()
TERMINALS = sorted({terminal.name for terminal in PARSER.terminals} | {WORD})


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
    examples = family.start in EXAMPLE_FAMILIES
    rivals = [each for each in families() if (each.start in EXAMPLE_FAMILIES) == examples]
    sentences = (made for made in derivations(PARSER, family.start, chance) if len(made) <= LONGEST)
    for sentence in islice(sentences, NEIGHBOURS):
        near = changed(spoken(PARSER, family, sentence, chance), chance)
        readers = [each.start for each in rivals if accepts(PARSER, each, near)]
        assert len(readers) <= 1, (near, readers)


# ---- the other ways to cut a sentence into known phrases


@cache
def draft() -> Draft:
    source = SourceText.read("a", plans()[0].read_bytes())
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
    assert sum(1 for sentence in read_sentences() for _ in cuttings(sentence.passage)) > 100


def test_every_other_cutting_of_a_sentence_fails_or_means_the_same() -> None:
    for sentence in read_sentences():
        for cut in cuttings(sentence.passage):
            other = read_tokens(cut)
            assert other is None or other == sentence.statement, (sentence.passage.text, [each.terminal for each in cut])

