"""“Về tiền: như về việc”: one is given the rule of another, and no figure or condition of its own (alike.txt)."""

import re
from collections.abc import Sequence
from functools import cache

from thads_dsl.source import plain
from thads_dsl.syntax.grammar import alike_words
from thads_dsl.syntax.lexer import Lexeme

# Whose rule it is, and of what; behind the word also another time, wave or place.
_WHOSE = frozenset(("SUBJECT", "AGENCY", "QUANTITY", "CASES", "MONEY"))
_OTHERS = _WHOSE | {"YEAR", "PREVIOUS_YEAR", "SAME_PERIOD", "WAVE", "PLACE", "MONTHS_OF_YEAR"}
_TABLE = "bảng"  # of a title, “BẢNG CỦA CHI CỤC”; without its mark it would be “bằng”


def alike(lexemes: Sequence[Lexeme], *, expected: bool) -> tuple[int, int] | None:
    """From where to where a sentence says that one is as another; None where it says something of its own.

    `expected`: in a list of rules; elsewhere only of somebody, of a side or of a target.
    """
    if not expected and all(lexeme.terminal not in _WHOSE | {"THE_TARGETS"} for lexeme in lexemes):
        return None
    words, places = "", list[int]()
    for lexeme in lexemes:
        word = f" {_word(lexeme)}"
        words, places = words + word, places + [lexeme.start] * len(word)
    found = _pattern().fullmatch(words.rstrip(" .;"))
    return (places[found.start("alike") + 1], lexemes[-1].end) if found else None


def _word(lexeme: Lexeme) -> str:
    sign = "\x00" if lexeme.terminal in _WHOSE else "\x01" if lexeme.terminal in _OTHERS else ""
    if lexeme.text.casefold() == _TABLE:
        return lexeme.text
    return sign or plain(lexeme.text) or lexeme.text


@cache
def _pattern() -> re.Pattern[str]:
    of, so, like, other = (alike_words(kind) for kind in ("of", "so", "like", "other"))
    return re.compile(rf"(?:[^:]* :)?(?:,? (?:\x00|{of}))*?(?P<alike>,? {so}|,? {like} (?:[\x00\x01]|{other}).*)")
