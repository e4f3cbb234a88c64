"""The grammars have no ambiguity that Lark would settle in silence; sentences that two families read are looked for in test_one_meaning."""

from collections.abc import Callable

import pytest
from lark import Lark
from lark.exceptions import GrammarError

from tests.contract.automaton import grammar
from thads_dsl.syntax.families import sentence_parser
from thads_dsl.syntax.grammar import Phrase, grammar_text, phrases, spelled_out
from thads_dsl.syntax.lalr import strict_parser


def test_the_sentence_grammar_is_built_strictly() -> None:
    options = sentence_parser().options
    assert (options.parser, options.strict) == ("lalr", True)


def test_strict_means_that_two_readings_of_one_sentence_are_refused() -> None:
    with pytest.raises(GrammarError):
        strict_parser("a: b | c\nb: X\nc: X\n%declare X\n", ["a"])


@pytest.mark.parametrize("made", [grammar, lambda: strict_parser(grammar_text("outline.lark"), ["plan"])], ids=["sentence", "outline"])
def test_no_rule_and_no_terminal_has_a_priority(made: Callable[[], Lark]) -> None:
    parser = made()
    assert not [rule for rule in parser.rules if rule.options and rule.options.priority]
    assert not [terminal for terminal in parser.terminals if terminal.priority]


def test_a_line_of_phrases_writes_every_wording_with_every_guard() -> None:
    assert set(spelled_out("{không/chưa} {/được} xét", "NOT_CONSIDERED", "stop subject")) == {
        Phrase(f"{first} {words}", "NOT_CONSIDERED", guard, "")
        for first in ("không", "chưa")
        for words in ("xét", "được xét")
        for guard in ("stop", "subject")
    }
    assert list(spelled_out("số việc", "BY_CASES", "stop", "figure")) == [Phrase("số việc", "BY_CASES", "stop", "figure")]


def test_no_phrase_is_written_twice() -> None:
    assert len(set(phrases())) == len(phrases())
