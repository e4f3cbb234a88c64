"""Where sentences and clauses of a text end: at stops outside quotations and brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thads_dsl.syntax.lexer import Lexed

_AFTER = re.compile(r"\s+(\S)")


def split(text: Lexed, sign: str) -> Iterator[Lexed]:
    """The parts of a text that end at “.”, or at “;”."""
    words, start = text.passage.text, 0
    for at, char in outside(words):
        if char == sign and _ends(words, at):
            yield text.cut(start, at)
            start = at + 1
    if words[start:].strip():
        yield text.cut(start)


def _ends(text: str, at: int) -> bool:
    """Whether a stop ends a sentence (a capital or a quotation follows), a semicolon a clause (something follows)."""
    following = _AFTER.match(text, at + 1)
    return following is not None and (text[at] == ";" or following[1].isupper() or following[1] == '"')


def outside(text: str) -> Iterator[tuple[int, str]]:
    """The signs that stand outside quotations and brackets."""
    depth, quoted = 0, False
    for found in re.finditer(r'[".:;()]', text):
        sign = found[0]
        if sign == '"':
            quoted = not quoted
        elif not quoted and sign == "(":
            depth += 1
        elif not quoted and sign == ")":
            depth = max(0, depth - 1)
        elif not quoted and not depth:
            yield found.start(), sign
