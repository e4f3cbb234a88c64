"""A sentence that no family reads → how far the family that reads most of it comes."""

from functools import cache

from lark.exceptions import UnexpectedInput

from thads_dsl.syntax.families import EXAMPLE_FAMILIES, beginnings, sentence_parser
from thads_dsl.syntax.grammar import families
from thads_dsl.syntax.lexer import WORD, Lexeme


def tokens_read(lexemes: tuple[Lexeme, ...]) -> int:
    """How many tokens of the sentence, from its first, some family could begin with.

    Families with free words read anything: they do not count.
    """
    first_word = next((index for index, lexeme in enumerate(lexemes) if lexeme.terminal == WORD), len(lexemes))
    known = lexemes[:first_word]
    return max((_tokens_read(start, known) for start in _starts() if known and known[0].terminal in beginnings(start)), default=0)


@cache
def _starts() -> tuple[str, ...]:
    return tuple(family.start for family in families() if family.kept is None and family.start not in EXAMPLE_FAMILIES)


def _tokens_read(start: str, lexemes: tuple[Lexeme, ...]) -> int:
    state = sentence_parser().parse_interactive(start=start)
    for index, lexeme in enumerate(lexemes):
        try:
            state.feed_token(lexeme.token())
        except UnexpectedInput:
            return index
    return len(lexemes)
