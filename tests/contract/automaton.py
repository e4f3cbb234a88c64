"""The LALR(1) automata of the sentence families, driven one terminal at a time: whether a family can read on, without building anything."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import cast

from lark import Lark
from lark.grammar import Rule
from lark.parsers.lalr_analysis import Shift

from thads_dsl.syntax.grammar import families, grammar_text, strict_parser

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
        stack: Stack | None = self.start
        for terminal in terminals:
            stack = self.step(stack, terminal)
            if stack is None:
                return False
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
def automaton(start: str) -> Automaton:
    """The automaton of a family."""
    conf = grammar().parse_interactive(start=start).parser_state.parse_conf
    states = cast(dict[int, dict[str, tuple[object, int]]], conf.states)
    end = cast(int, conf.end_state)

    def step(stack: Stack, terminal: str) -> Stack | None:
        """The stack after one more terminal; None where it may not stand there."""
        while True:
            found = states[stack[-1]].get(terminal)
            if found is None:
                return None
            action, arg = found
            if action is Shift:
                return (*stack, arg)
            rule = cast(Rule, arg)
            size = len(rule.expansion)
            stack = stack[: len(stack) - size] if size else stack
            stack = (*stack, states[stack[-1]][rule.origin.name][1])
            if terminal == END and stack[-1] == end:
                return stack

    return Automaton((cast(int, conf.start_state),), end, step)
