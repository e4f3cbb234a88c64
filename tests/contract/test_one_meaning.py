"""One phrase, one meaning: what one family reads, and what stands near it, is read by no other."""

from functools import cache
from itertools import islice
from random import Random

import pytest
from lark.exceptions import UnexpectedInput

from tests.contract.automaton import automaton, grammar
from tests.contract.derivations import Terminals, language, sentences, terminals
from thads_dsl.source import Span
from thads_dsl.syntax.grammar import Family, families
from thads_dsl.syntax.lexer import IN_CELL, Lexeme, folded_for

SENTENCES = 5_000  # different ones for each family, or all that it has
NEIGHBOURS = 1_000
# Families with so few sentences that all of them are tried.
SMALL = {"class_quota": 250, "amendment": 251}


@cache
def lexeme(terminal: str) -> Lexeme:
    return Lexeme(terminal, "x", None, Span(1, 0, 1), 0, 1)


def readers(found: Terminals) -> list[str]:
    """All families that read a string of terminals, each with the free words folded that it folds."""
    lexemes = tuple(lexeme(terminal) for terminal in found)
    return [family.start for family in families() if reads(family, lexemes)]


def reads(family: Family, lexemes: tuple[Lexeme, ...]) -> bool:
    folded = folded_for(family, lexemes)
    return bool(folded) and automaton(family.start).accepts(each.terminal for each in folded or ())


@pytest.mark.parametrize("family", families(), ids=lambda family: family.start)
def test_a_sentence_of_one_family_is_refused_by_every_other(family: Family) -> None:
    tried = 0
    whole = language(family.start, SENTENCES) if family.start in SMALL else None
    for found in whole or islice(sentences(family, Random(f"sentences {family.start}")), SENTENCES):
        read = readers(found)
        assert read == [family.start], found
        tried += 1
    assert tried == SMALL.get(family.start, SENTENCES)


def test_of_small_families_every_sentence_is_tried() -> None:
    whole = {family.start: language(family.start, SENTENCES) for family in families() if family.kept is None}
    assert {start: len(found) for start, found in whole.items() if found is not None} == SMALL


def changed(found: Terminals, chance: Random) -> Terminals:
    """One token taken out, put in, put for another, or moved."""
    near = list(found)
    at = chance.randrange(len(near))
    match chance.randrange(4):
        case 0:
            del near[at]
        case 1:
            near.insert(at, chance.choice(terminals()))
        case 2:
            near[at] = chance.choice(terminals())
        case _:
            near.insert(chance.randrange(len(near)), near.pop(at))
    return tuple(near)


@pytest.mark.parametrize("family", families(), ids=lambda family: family.start)
def test_no_string_of_tokens_near_a_sentence_is_read_by_two_families(family: Family) -> None:
    chance = Random(f"near {family.start}")
    for sentence in islice(sentences(family, chance), NEIGHBOURS):
        read = readers(near := changed(sentence, chance))
        assert len(read) <= 1, (near, read)


def test_a_string_that_two_families_read_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    twice = next(family for family in families() if family.start == "target")
    monkeypatch.setattr(f"{__name__}.families", lambda: (twice, twice))
    assert readers(("SUBJECT", "COLON", "SCORE")) == ["target", "target"]


def test_points_of_a_name_are_a_target_in_the_body_and_a_level_in_a_cell() -> None:
    """“Phòng A: 05 điểm”, “có trên 5%: 05 điểm”."""
    said, counted = ("SUBJECT", "COLON", "SCORE"), ("HAVING", "ABOVE", "PERCENT", "COLON", "SCORE")
    assert [readers(said), readers((IN_CELL, *said))] == [["target"], ["scoring_level"]]
    assert [readers(counted), readers((IN_CELL, *counted))] == [["target"], ["scoring_count"]]


@pytest.mark.parametrize("family", families(), ids=lambda family: family.start)
def test_the_automaton_reads_what_lark_reads(family: Family) -> None:
    chance = Random(f"lark {family.start}")
    for sentence in islice(sentences(family, chance), 50):
        for found in (sentence, changed(sentence, chance)):
            folded = folded_for(family, tuple(lexeme(terminal) for terminal in found)) or ()
            assert automaton(family.start).accepts(each.terminal for each in folded) == lark_reads(family, folded), found


def lark_reads(family: Family, lexemes: tuple[Lexeme, ...]) -> bool:
    try:
        grammar().parse([each.token() for each in lexemes], start=family.start)
    except UnexpectedInput:
        return False
    return True
