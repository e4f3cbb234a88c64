"""Lines that change something: a points table (P13), another plan (Z); what they quote or write out is kept as written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from thads_dsl.source import Passage
from thads_dsl.syntax.lexer import Lexed, Lexeme, lexed
from thads_dsl.syntax.names import NameTable
from thads_dsl.syntax.points_tree import Amendment
from thads_dsl.syntax.quotations import before_open_quotation, flattened, sentences_around
from thads_dsl.syntax.sentences import JOINT, Sentence, as_prose, read_part
from thads_dsl.syntax.stops import outside

CHANGING = frozenset({"REPLACE", "REPEAL", "INSERT", "INSERT_AFTER"})  # what the changes of another plan begin with


_AMENDING = frozenset((  # what the changes of a points table begin with
    "DROP", "CHANGE_POINTS", "RAISE_POINTS", "LOWER_POINTS", "CHANGE_SCORING", "CHANGE_BOTH", "MOVE_POINTS", "CHANGE_CLASS", "CHANGE_TOTAL",
    "ADD_CRITERION", "ADDS",
))  # fmt: skip


_WITH_CELL = ("points", "scoring", "both", "add")  # kinds of changes behind whose colon a cell stands


def table_changes(text: Lexed) -> tuple[Sentence, ...]:
    """The changes of a points table that a line makes, one behind the other; none where one of its pieces is not read as such."""
    named_first = any(each.terminal == "IS_CHANGED" for each in text.lexemes[1:3])  # “Tiêu chí 2 [“…”] được sửa như sau:”
    if not text.lexemes or not (named_first or text.lexemes[0].terminal in _AMENDING):
        return ()
    starts = [0, *(each.start for before, each in pairwise(text.lexemes) if _begins_another(text.passage.text, before, each))]
    found = [_amendment(text.cut(start, end)) for start, end in zip(starts, [*starts[1:], len(text.passage.text)], strict=True)]
    if any(each is None for each in found):
        whole = any(sign == ":" for _, sign in outside(text.passage.text))
        return (as_prose(read_part(text, ())),) if whole else ()  # one complaint, not one for each piece of the cell
    return tuple(each for each in found if each is not None)


def _begins_another(text: str, before: Lexeme, lexeme: Lexeme) -> bool:
    """Whether one more change begins with a word: behind “;”, “.”, “,” or “và”."""
    apart = before.terminal in ("COMMA", "SEMICOLON", "AND") or text[: lexeme.start].rstrip().casefold().endswith((".", "đồng thời"))
    return apart and lexeme.terminal in _AMENDING


def _amendment(text: Lexed) -> Sentence | None:
    """One change; of “Sửa cách chấm tiêu chí n “…” thành: <cell>” the cell is kept as written.

    Behind new points the cell may stand after a comma too.
    """
    text = text.cut(0, len(JOINT.sub("", text.passage.text)))
    whole = read_part(text, ("amendment",))
    if isinstance(whole.statement, Amendment):
        return whole
    signs = [at for wanted in ":," for at, sign in _apart(text.passage.text) if sign == wanted]
    for at in signs:
        head, tail = read_part(text.cut(0, at), ("amendment",)), text.passage.cut(at + 1)
        said = head.statement
        kinds = _WITH_CELL if text.passage.text[at] == ":" else ("points",)
        if isinstance(said, Amendment) and tail.text and said.kind in kinds:
            return Sentence(text.passage, text.lexemes, replace(said, tail=tail))
    return None


def _apart(text: str) -> Iterator[tuple[int, str]]:
    """Colons, and commas that are no decimal ones, outside quotations and brackets."""
    inside = [found.span() for found in re.finditer(r'"[^"]*"|\([^()]*\)', text)]
    for found in re.finditer(r":|,(?=\s)", text):
        if not any(start <= found.start() < end for start, end in inside):
            yield found.start(), found[0]


def read_changes(passage: Passage) -> tuple[Sentence, ...]:
    """Z: the changes of another plan that a line makes, all of them or none; what they quote is not looked into."""
    text = lexed(flattened(before_open_quotation(passage)), NameTable(()))
    found = tuple(read_part(text.cut(start, end), ("plan_change",)) for start, end in sentences_around(text.passage.text))
    return found if all(each.statement is not None for each in found) else ()
