"""The LALR(1) automata of the sentence families, driven one terminal at a time: whether a family can read on, without building anything."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import cast

from lark import Lark
from lark.grammar import Rule
from lark.parsers.lalr_analysis import Shift

from thads_dsl.syntax.grammar import families, grammar_text
from thads_dsl.syntax.lalr import strict_parser

Stack = tuple[int, ...]
END = "$END"


@dataclass(frozen=True, slots=True)
class Automaton:
    """One start symbol of sentence.lark; a stack holds the states of what is read so far."""

    start: Stack
    end: int
    step: Callable[[Stack, str], Stack | None]

    def accepts(self, terminals: Iterable[str]) -> bool:
        """Whether the start symbol derives exactly these terminals."""
        stack = self.start
        for terminal in terminals:
            beyond = self.step(stack, terminal)
            if beyond is None:
                return False
            stack = beyond
        return self.ends(stack)

    def ends(self, stack: Stack) -> bool:
        """Whether a sentence may end here."""
        last = self.step(stack, END)
        return last is not None and last[-1] == self.end


@cache
def grammar() -> Lark:
    """The strict parser, without the builder of trees: that would want real values behind the tokens."""
    return strict_parser(grammar_text("sentence.lark"), [family.start for family in families()])


@cache
def _table() -> dict[int, dict[str, int | tuple[int, str]]]:
    """For each state and each symbol the state that follows, or what is reduced: how many symbols, to which rule."""
    states = cast(dict[int, dict[str, tuple[object, object]]], grammar().parse_interactive(start="target").parser_state.parse_conf.states)
    return {state: {str(name): _action(*action) for name, action in row.items()} for state, row in states.items()}


def _action(kind: object, arg: object) -> int | tuple[int, str]:
    if kind is Shift:
        return cast(int, arg)
    rule = cast(Rule, arg)
    return len(rule.expansion), rule.origin.name


@cache
def automaton(start: str) -> Automaton:
    """The automaton of a family."""
    conf = grammar().parse_interactive(start=start).parser_state.parse_conf
    end, table = cast(int, conf.end_state), _table()

    def step(stack: Stack, terminal: str) -> Stack | None:
        """The stack after one more terminal; None where it may not stand there."""
        while True:
            found = table[stack[-1]].get(terminal)
            if found is None or isinstance(found, int):
                return None if found is None else (*stack, found)
            size, rule = found
            stack = stack[: len(stack) - size]
            beyond = table[stack[-1]][rule]
            assert isinstance(beyond, int), "after a rule there is always a state"
            stack = (*stack, beyond)
            if terminal == END and beyond == end:
                return stack

    return Automaton((cast(int, conf.start_state),), end, step)
