"""Steps of an example as people shorten them → the same steps in full, token for token."""

from collections.abc import Iterator
from dataclasses import replace

from thads_dsl.syntax.lexer import Lexeme

_FIGURES = frozenset({"PERCENT", "PERCENT_POINTS", "MEASURE", "NUMBER"})
_FACETS = frozenset({"CASES", "MONEY"})
_JOINTS = frozenset({"COMMA", "AND", "SEMICOLON"})
# What an outcome begins with, behind “Thì”.
_OUTCOMES = frozenset(
    {"REACH", "NOT_REACH", "NOT_KNOWN", "EXEMPT", "CLASS", "TOTAL_POINTS", "NOT_CONSIDERED"}
    | {"AWARD_DUE", "AWARD_NOT_DUE", "AWARD_NOT_KNOWN", "AWARD_NOT_FOR"}
)


def bare_waves(lexemes: tuple[Lexeme, ...]) -> tuple[Lexeme, ...]:
    """“(đợt 1)” and “trong đợt 1” as “đợt 1”."""
    signs = [lexeme.terminal for lexeme in lexemes]
    dropped = {at for at in range(len(signs) - 1) if signs[at + 1] == "WAVE" and lexemes[at].text.casefold() in ("trong", "ở", "của")}
    for at in range(len(signs) - 2):
        if signs[at : at + 3] == ["LPAR", "WAVE", "RPAR"]:
            dropped |= {at, at + 2}
    return tuple(lexeme for at, lexeme in enumerate(lexemes) if at not in dropped)


def facts_in_full(lexemes: tuple[Lexeme, ...]) -> tuple[Lexeme, ...]:
    """“thi hành xong 80 việc và 4 tỷ đồng” gives two figures of one statistic."""
    signs = [lexeme.terminal for lexeme in lexemes]
    full: list[Lexeme] = []
    for at, lexeme in enumerate(lexemes):
        if at > 1 and signs[at] in _FIGURES and signs[at - 1] == "AND" and signs[at - 2] in _FIGURES:
            full.append(next(each for each in reversed(full) if each.terminal == "QUANTITY"))
        full.append(replace(lexeme, terminal="COMMA") if lexeme.terminal == "SEMICOLON" else lexeme)
    return tuple(full)


def outcomes_apart(lexemes: tuple[Lexeme, ...]) -> Iterator[tuple[Lexeme, ...]]:
    """“Thì tổng điểm là 99, không đạt chỉ tiêu về tiền”, “Thì đạt chỉ tiêu 80% về việc và 42% về tiền” are two outcomes each."""
    part: tuple[Lexeme, ...] = ()
    for at, lexeme in enumerate(lexemes):
        following = lexemes[at + 1].terminal if at + 1 < len(lexemes) else ""
        head = _head(part, following) if lexeme.terminal in _JOINTS else ()
        if head:
            yield part
        part = head or (*part, lexeme)
    yield part


def _head(part: tuple[Lexeme, ...], following: str) -> tuple[Lexeme, ...]:
    """What an outcome that goes on with `following` begins with; nothing where that begins none."""
    if following in _OUTCOMES:
        return part[:1]
    kind = next((kind for kind in (_FIGURES, _FACETS) if following in kind), frozenset[str]())
    first = next((at for at, lexeme in enumerate(part) if lexeme.terminal in kind), 0)
    return part[:first] if any(lexeme.terminal == "THE_TARGETS" for lexeme in part[:first]) else ()
