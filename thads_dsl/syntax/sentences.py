"""Items of the outline → sentences, each read by the one family that accepts it, or by none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import cast

from lark import Lark
from lark.exceptions import UnexpectedInput

from thads_dsl.source import Passage
from thads_dsl.syntax import tree
from thads_dsl.syntax.build import Build
from thads_dsl.syntax.grammar import Family, families, grammar_text, strict_parser
from thads_dsl.syntax.lexer import WORD, Lexeme, folded_for, lex
from thads_dsl.syntax.names import NameTable

EXAMPLE_FAMILIES = ("given", "outcome")
CONTEXT_FAMILIES = ("context", "measured", "lead_in")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a line: its tokens, and what it says; None where no family reads it."""

    passage: Passage
    lexemes: tuple[Lexeme, ...]
    statement: tree.Statement | None


@dataclass(frozen=True, slots=True)
class ReadText:
    """The text of one line: a context before a colon (or the whole line), and the sentences after it.

    `opens` says that nothing follows the context: it governs other lines.
    """

    context: Sentence | None
    opens: bool
    sentences: tuple[Sentence, ...]


@cache
def sentence_parser() -> Lark:
    """The parser of sentence.lark with every family as a start symbol."""
    return strict_parser(grammar_text("sentence.lark"), [family.start for family in families()], Build())


def read_tokens(lexemes: tuple[Lexeme, ...], starts: Iterable[str] | None = None) -> tree.Statement | None:
    """What the one family that accepts the tokens makes of them; the families of examples only when asked for."""
    wanted = set(starts) if starts is not None else {family.start for family in families()} - set(EXAMPLE_FAMILIES)
    for family in families():
        if family.start in wanted and (statement := _accepted(family, lexemes)) is not None:
            return statement
    return None


def _accepted(family: Family, lexemes: tuple[Lexeme, ...]) -> tree.Statement | None:
    folded = folded_for(family, lexemes)
    if not folded or (family.kept is None and any(lexeme.terminal == WORD for lexeme in folded)):
        return None
    try:
        return cast(tree.Statement, sentence_parser().parse([lexeme.token() for lexeme in folded], start=family.start))
    except UnexpectedInput:
        return None


def read_sentence(passage: Passage, names: NameTable, starts: Iterable[str] | None = None) -> Sentence:
    """One sentence; the punctuation at its end says nothing."""
    passage = _trimmed(passage)
    lexemes = lex(passage, names)
    return Sentence(passage, lexemes, read_tokens(lexemes, starts))


def read_text(passage: Passage, names: NameTable, heading: bool) -> ReadText:
    """The text of a line. A `heading` (an item with others inside it) may be a context without a colon."""
    if passage.text.endswith(":"):
        return _read_opening(passage, names)
    whole = read_sentence(passage, names)
    if isinstance(whole.statement, tree.Context):
        says_so = (bool(whole.lexemes) and whole.lexemes[0].terminal == "FOR") or bool(whole.statement.facet)
        return ReadText(whole, True, ()) if heading and says_so else ReadText(None, False, (_prose(whole),))
    if isinstance(whole.statement, tree.Measured | tree.LeadIn):
        return ReadText(whole, True, ()) if heading else ReadText(None, False, (_prose(whole),))
    if whole.statement is not None:
        return ReadText(None, False, (whole,))
    return _read_after_colon(passage, names) or ReadText(None, False, tuple(read_clauses(passage, names)))


def _prose(sentence: Sentence) -> Sentence:
    return Sentence(sentence.passage, sentence.lexemes, None)


def _read_opening(passage: Passage, names: NameTable) -> ReadText:
    """A line that ends with a colon: a context, or words that only introduce what follows."""
    whole = read_sentence(passage, names)
    if isinstance(whole.statement, tree.Context | tree.Measured | tree.LeadIn):
        return ReadText(whole, True, ())
    return ReadText(None, False, (_prose(whole),))


def _read_after_colon(passage: Passage, names: NameTable) -> ReadText | None:
    """“Đối với X: <rules>”, “X: <rule>”, “Lưu ý: <rules>”: what stands before the first colon, and sentences behind it."""
    colon = _first_colon(passage.text)
    first = next(_split(passage, "."), passage)
    if colon is None or colon > len(first.text):
        return None
    left = read_sentence(passage.cut(0, colon), names, ("context",))
    right = tuple(read_clauses(passage.cut(colon + 1), names))
    if left.statement is not None:
        return ReadText(left, False, right)
    if any(sentence.statement for sentence in right):
        return ReadText(None, False, (_prose(left), *right))
    return None


def read_clauses(passage: Passage, names: NameTable) -> Iterator[Sentence]:
    """The sentences of a text without a context: they end at “.”; where such a sentence is not read whole, its clauses end at “;”."""
    for part in _split(passage, "."):
        whole = read_sentence(part, names)
        clauses = list(_split(part, ";"))
        if whole.statement is not None or len(clauses) == 1:
            yield _rule_only(whole)
        else:
            yield from (_rule_only(read_sentence(clause, names)) for clause in clauses)


def _rule_only(sentence: Sentence) -> Sentence:
    """Contexts open lines; in the middle of one they are words."""
    is_context = isinstance(sentence.statement, tree.Context | tree.Measured | tree.LeadIn)
    return _prose(sentence) if is_context else sentence


def _trimmed(passage: Passage) -> Passage:
    return passage.cut(0, len(passage.text.rstrip(" .;,:/")))


def _first_colon(text: str) -> int | None:
    return next((at for at, char in _outside(text) if char == ":" and at + 1 < len(text)), None)


def _split(passage: Passage, sign: str) -> Iterator[Passage]:
    text, start = passage.text, 0
    for at, char in _outside(text):
        after = text[at + 1 :].lstrip()
        if char == sign and text[at + 1 : at + 2] in (" ", "") and after and (sign == ";" or after[0].isupper() or after[0] == '"'):
            yield passage.cut(start, at)
            start = at + 1
    if passage.text[start:].strip():
        yield passage.cut(start)


def _outside(text: str) -> Iterator[tuple[int, str]]:
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
