"""Tokens → the statement that the one family that accepts them makes of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import cast

from lark import Lark
from lark.exceptions import UnexpectedInput

from thads_dsl.syntax import tree
from thads_dsl.syntax.build import Build
from thads_dsl.syntax.clauses import NotSaidError
from thads_dsl.syntax.grammar import Family, families, grammar_text
from thads_dsl.syntax.lalr import kept_parser
from thads_dsl.syntax.lexer import WORD, Lexeme, folded_for

EXAMPLE_FAMILIES = ("given", "outcome", "day_outcome")


@cache
def sentence_parser() -> Lark:
    """The parser of sentence.lark with every family as a start symbol."""
    return kept_parser("sentence", grammar_text("sentence.lark"), [family.start for family in families()], Build())


def read_tokens(lexemes: tuple[Lexeme, ...], starts: Iterable[str] | None = None) -> tree.Statement | None:
    """What the one family that accepts the tokens makes of them; the families of examples only when asked for."""
    wanted = set(starts) if starts is not None else {family.start for family in families()} - {*EXAMPLE_FAMILIES}
    for family in families():
        if family.start in wanted and (statement := _accepted(family, lexemes)) is not None:
            return statement
    return None


@cache
def beginnings(start: str) -> frozenset[str]:
    """The terminals with which a sentence of a family begins: most families are ruled out by the first word."""
    state = sentence_parser().parse_interactive(start=start)
    return frozenset(state.choices())  # type: ignore[no-untyped-call]  # Lark gives no types here


def _may_begin(family: Family, first: Lexeme) -> bool:
    if family.kept is None:
        return first.terminal == "LPAR" or first.terminal in beginnings(family.start)  # brackets around words of waves are left out
    return (first.terminal if first.terminal in family.kept else "TEXT") in beginnings(family.start)


def _accepted(family: Family, lexemes: tuple[Lexeme, ...]) -> tree.Statement | None:
    if not lexemes or not _may_begin(family, lexemes[0]) or (family.kept is None and any(each.terminal == WORD for each in lexemes)):
        return None
    folded = folded_for(family, lexemes)
    if not folded:
        return None
    try:
        return cast(tree.Statement, sentence_parser().parse([lexeme.token() for lexeme in folded], start=family.start))
    except (UnexpectedInput, NotSaidError):
        return None
