"""A sentence that no family reads → what it was probably meant to be."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from thads_dsl.source import Passage, Span, canonical, plain
from thads_dsl.syntax import tree
from thads_dsl.syntax.grammar import Phrase, phrases
from thads_dsl.syntax.lexer import WORD, Lexeme, lex, lex_loosely
from thads_dsl.syntax.names import Name, NameKind, NameTable
from thads_dsl.syntax.sentences import read_tokens

# Families whose sentences hold names; a context with an unknown name is prose.
_NAMING = ("target", "condition", "award_levels", "quota")
_NAMES = frozenset(kind.value for kind in NameKind if kind is not NameKind.ORDINARY)
_WIDEST = 14
_TURNING = frozenset({"không", "chưa", "trừ", "khoảng", "gần", "ngoài", "cỡ", "chừng"})
# Without one of these a sentence with a number is not yet a rule with an unknown name.
_RULE_WORDS = frozenset(
    {"REACH", "STRIVE", "HAVING", "AT_LEAST", "AT_MOST", "ABOVE", "BELOW", "OR_MORE", "OR_LESS", "DISCIPLINED", "AWARD_FORM", "AWARDS"}
)
_LONGEST = 1000  # characters of a sentence that may be a rule with a slip


@dataclass(frozen=True, slots=True)
class Misspelling:
    """Words that differ from known ones in diacritics only, and the sentence with them put right."""

    wrong: str
    at: Span
    right: str
    written: str
    sentence: str


@dataclass(frozen=True, slots=True)
class UnknownName:
    """The shortest stretch that would make the sentence a rule if it were a declared name of this kind."""

    kind: NameKind
    written: str
    at: Span


def misspelling(passage: Passage, names: NameTable, has_number: bool, context: bool) -> Misspelling | None:
    """The sentence as it reads when diacritics do not count, if a family then reads it; `context`: try contexts too.

    A sentence without a number is worth a second reading only where it has the words of a longer phrase.
    """
    if len(passage.text) > _LONGEST or (not has_number and not _long_phrases().search(plain(passage.text))):
        return None
    strict, loosely = lex(passage, names), lex_loosely(passage, names)
    statement = read_tokens(loosely)
    if statement is None or (isinstance(statement, tree.Context | tree.Measured | tree.LeadIn) and not context):
        return None
    if isinstance(statement, tree.Context) and loosely[0].terminal != "FOR" and not statement.facet:
        return None
    known = {(lexeme.start, lexeme.end, lexeme.terminal) for lexeme in strict}
    differing = [
        (lexeme, right)
        for lexeme in loosely
        if (lexeme.start, lexeme.end, lexeme.terminal) not in known and (right := _right(lexeme)).casefold() != lexeme.text.casefold()
    ]
    if not differing:
        return None
    sentence = passage.text
    for lexeme, right in reversed(differing):
        sentence = sentence[: lexeme.start] + _cased(right, lexeme.text) + sentence[lexeme.end :]
    first, right = differing[0]
    return Misspelling(first.text, first.span, _cased(right, first.text), passage.text, canonical(sentence))


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


def unknown_name(passage: Passage, lexemes: tuple[Lexeme, ...]) -> UnknownName | None:
    """Hole repair: the shortest span over all unknown words, widened over neighbouring names, that a typed name could fill."""
    unknown = [index for index, lexeme in enumerate(lexemes) if lexeme.terminal in (WORD, "QUOTED")]
    if not unknown or unknown[-1] - unknown[0] >= _WIDEST or any(_turns(lexemes[index]) for index in unknown):
        return None
    for first, last in _stretches(lexemes, unknown[0], unknown[-1] + 1):
        inside = {lexeme.terminal for lexeme in lexemes[first:last]} & _NAMES
        outside = {lexeme.terminal for lexeme in (*lexemes[:first], *lexemes[last:])}
        if outside.isdisjoint(_RULE_WORDS):
            continue
        for kind in (kind for kind in NameKind if kind is not NameKind.ORDINARY and (not inside or kind.value in inside)):
            start, end = lexemes[first].start, lexemes[last - 1].end
            hole = Lexeme(kind.value, "…", Name(kind, "…"), passage.span(start, end), start, end)
            statement = read_tokens((*lexemes[:first], hole, *lexemes[last:]), _NAMING)
            if statement is not None:
                return UnknownName(kind, passage.text[start:end].strip('"'), passage.span(start, end))
    return None


def _turns(lexeme: Lexeme) -> bool:
    """Signs, and words that change what a sentence says: no part of a name."""
    return lexeme.text.casefold() in _TURNING or not any(char.isalnum() or char == '"' for char in lexeme.text)


def _stretches(lexemes: tuple[Lexeme, ...], first: int, last: int) -> Iterator[tuple[int, int]]:
    """The stretch itself, then wider and wider ones over neighbouring names."""
    lows = [first]
    while lows[-1] > 0 and lexemes[lows[-1] - 1].terminal in _NAMES and len(lows) < 3:
        lows.append(lows[-1] - 1)
    highs = [last]
    while highs[-1] < len(lexemes) and lexemes[highs[-1]].terminal in _NAMES and len(highs) < 3:
        highs.append(highs[-1] + 1)
    yield from sorted(((low, high) for low in lows for high in highs), key=lambda pair: pair[1] - pair[0])
