"""Words beside targets of a table that say of which cases these are: “án tín dụng”, “không tính án tham nhũng” (headings.txt)."""

import re
from functools import cache

from thads_dsl.syntax.grammar import heading_words
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.names import NameKind

# Whoever looks after a target, and by which papers, narrows nothing.
_ISLANDS = frozenset((NameKind.SUBJECT.value, NameKind.AGENCY.value, NameKind.POST.value, "REFERENCE", "FORM", "PLACE", "DATE"))


def bars(lexemes: tuple[Lexeme, ...]) -> bool:
    """Whether words by themselves say that something does not count, or that only something does."""
    return _pattern("bars").search(_words(lexemes)) is not None


def narrows(lexemes: tuple[Lexeme, ...]) -> bool:
    """Whether words speak of cases, money, times or whom, so that a target beside them may be meant of these alone."""
    return _pattern("narrows").search(_pattern("tells").sub(" ", _words(lexemes))) is not None


def _words(lexemes: tuple[Lexeme, ...]) -> str:
    return " ".join("," if lexeme.terminal in _ISLANDS else lexeme.text.casefold() for lexeme in lexemes)


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, heading_words(kind)))})\b")
