"""A sentence that no family reads → what it was probably meant to be."""

import re
from dataclasses import dataclass, replace
from functools import cache

from thads_dsl.source import Passage, Span, canonical, plain
from thads_dsl.syntax import tree
from thads_dsl.syntax.families import read_tokens
from thads_dsl.syntax.grammar import Phrase, phrases
from thads_dsl.syntax.lexer import Lexeme, lex, lex_loosely
from thads_dsl.syntax.names import Name, NameTable
from thads_dsl.syntax.sentences import CONTEXTS

_LONGEST = 1000  # characters of a sentence that may be a rule with a slip


@dataclass(frozen=True, slots=True)
class Misspelling:
    """Words that differ from known ones in diacritics only: the first of them, and all from the first to the last put right."""

    first: str
    right: str
    at: Span  # of the first
    written: str  # from the first to the last
    meant: str
    place: Span


def misspelling(passage: Passage, names: NameTable, has_number: bool, context: bool) -> Misspelling | None:
    """The sentence as it reads when diacritics do not count, if a family then reads it; `context`: try contexts too.

    A sentence without a number is worth a second reading only where it has the words of a longer phrase.
    """
    if len(passage.text) > _LONGEST or (not has_number and not _long_phrases().search(plain(passage.text))):
        return None
    strict, loosely = lex(passage, names), lex_loosely(passage, names)
    statement = read_tokens(loosely)
    if statement is None or (isinstance(statement, CONTEXTS) and not context):
        return None
    if isinstance(statement, tree.Context) and loosely[0].terminal != "FOR" and not (statement.facet or statement.quantity):
        return None  # a name alone is one of many words
    known = {(lexeme.start, lexeme.end, lexeme.terminal) for lexeme in strict}
    differing = [
        (lexeme, right)
        for lexeme in loosely
        if (lexeme.start, lexeme.end, lexeme.terminal) not in known and (right := _right(lexeme)).casefold() != lexeme.text.casefold()
    ]
    if not differing:
        return None
    (first, right), (last, _) = differing[0], differing[-1]
    meant = passage.text[: last.end]
    for lexeme, instead in reversed(differing):
        meant = meant[: lexeme.start] + _cased(instead, lexeme.text) + meant[lexeme.end :]
    place = replace(first.span, end=last.span.end)
    return Misspelling(
        first.text, _cased(right, first.text), first.span, passage.text[first.start : last.end], canonical(meant[first.start :]), place
    )


@cache
def _long_phrases() -> re.Pattern[str]:
    long = (plain(phrase.text) for phrase in phrases() if " " in phrase.text)
    return re.compile(rf"\b(?:{'|'.join(re.escape(text) for text in long)})\b")


def _right(lexeme: Lexeme) -> str:
    match lexeme.value:
        case Phrase(text=text):
            return text
        case Name(canonical=name):
            return name
    return _with_marks(lexeme.text)


def _with_marks(text: str) -> str:
    return text.replace("ngay ", "ngày ").replace(" thang ", " tháng ").replace(" nam ", " năm ")


def _cased(right: str, like: str) -> str:
    if like.isupper():
        return right.upper()
    return right[0].upper() + right[1:] if like[:1].isupper() else right
