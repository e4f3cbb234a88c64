"""A text without a context → its sentences, each read by the one family that accepts it, or by none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from thads_dsl.source import Passage
from thads_dsl.syntax import award_tree, condition_tree, date_tree, points_tree, tree
from thads_dsl.syntax.families import read_tokens
from thads_dsl.syntax.lexer import Lexed, Lexeme, lexed
from thads_dsl.syntax.names import NameTable
from thads_dsl.syntax.stops import split

JOINT = re.compile(r"(?:[\s.,;]|(?<=[\s,;])(?:và|đồng thời))+$", re.IGNORECASE)  # what joins a sentence to the next one
# What joins a line to the lines beside it: “…; hoặc”, “Hoặc …”, “…; và”.
JOINED_BEFORE = re.compile(r"^(?:và/)?hoặc(?: là)?(?:\s*[:,])?\s+(?=\S)", re.IGNORECASE)
JOINED_BEHIND = re.compile(r"(?<=[^\s,;.])(?:[\s,;.]+(?:và/hoặc|hoặc(?: là)?|và))+\W*$", re.IGNORECASE)
_CAPPED = frozenset({"TOTAL_POINTS", "POINTS_ADDED", "POINTS_DEDUCTED"})
_JOINING = frozenset({"COMMA", "SEMICOLON", "AND"})
# Statements that say something for other lines.
CONTEXTS = (
    tree.Context,
    date_tree.Measured,
    condition_tree.LeadIn,
    condition_tree.ItemsLeadIn,
    condition_tree.NotConsidered,
    date_tree.Wave,
    award_tree.ForAward,
)


def any_of_items(said: tree.Statement | None) -> bool:
    """Whether a lead-in asks for some of the items behind it, and not for every one."""
    return isinstance(said, condition_tree.ItemsLeadIn) or (isinstance(said, condition_tree.LeadIn) and not said.every)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a line: its tokens, and what it says; None where no family reads it.

    `titles` the sentences behind it: it stands before their colon.
    """

    passage: Passage
    lexemes: tuple[Lexeme, ...]
    statement: tree.Statement | None
    titles: bool = False


@dataclass(frozen=True, slots=True)
class ReadText:
    """The text of one line: a context before a colon (or the whole line), and the sentences after it.

    `opens` says that nothing follows the context: it governs other lines.
    """

    context: Sentence | None
    opens: bool
    sentences: tuple[Sentence, ...]


def read_sentence(passage: Passage, names: NameTable, starts: Iterable[str] | None = None) -> Sentence:
    """One sentence; the punctuation at its end says nothing."""
    return read_part(lexed(passage, names), starts)


def read_clauses(passage: Passage, names: NameTable) -> tuple[Sentence, ...]:
    """The sentences of a text without a context."""
    return tuple(clauses_of(lexed(passage, names)))


def unjoined(passage: Passage) -> Passage:
    """What a line says by itself, without the words that join it to the line above or below."""
    end = JOINED_BEHIND.search(passage.text)
    start = JOINED_BEFORE.match(passage.text)
    return passage.cut(start.end() if start else 0, end.start() if end else None)


def read_part(text: Lexed, starts: Iterable[str] | None = None) -> Sentence:
    """One sentence of a text with its tokens; the punctuation at its end says nothing."""
    text = text.cut(0, len(text.passage.text.rstrip(" .;,:/")))
    return Sentence(text.passage, text.lexemes, read_tokens(text.told, starts))


def as_prose(sentence: Sentence) -> Sentence:
    """The same, read by nothing."""
    return Sentence(sentence.passage, sentence.lexemes, None)


def clauses_of(text: Lexed, whole: Sentence | None = None) -> Iterator[Sentence]:
    """Sentences end at “.”; where such a sentence is not read whole, its clauses end at “;”.

    `whole`: the text as one sentence, where it has been read as such.
    """
    for part in split(text, "."):
        said = whole or read_part(part)
        clauses = list(split(part, ";"))
        if said.statement is None and len(clauses) > 1:
            read = [each for clause in _with_papers(part, clauses) for each in _clause(clause, read_part(clause))]
        else:
            read = list(_clause(part, said))
        yield from (each for sentence in read for each in each_target(sentence))


def _clause(text: Lexed, said: Sentence) -> Iterator[Sentence]:
    """A clause as it is read whole, else the sentences that commas join to it."""
    yield from (_several(text) if said.statement is None else ()) or (_rule_only(said),)


def _with_papers(part: Lexed, clauses: list[Lexed]) -> list[Lexed]:
    """The clauses of a sentence; what “Hồ sơ gồm: …” lists behind semicolons is one clause with it, up to the next rule."""
    at = next((at for at, clause in enumerate(clauses) if clause.lexemes and clause.lexemes[0].terminal == "DOSSIER_HOLDS"), len(clauses))
    papers = len(list(takewhile(lambda clause: _rule_only(read_part(clause)).statement is None, clauses[at + 1 :])))
    if not papers:
        return clauses
    behind = clauses[at + 1 + papers :]
    end = _start_in(part, behind[0]) if behind else None
    return [*clauses[:at], part.cut(_start_in(part, clauses[at]), end), *_with_papers(part, behind)]


def _start_in(whole: Lexed, clause: Lexed) -> int:
    """Where a clause begins in the text that it was cut from."""
    return next(lexeme.start for lexeme in whole.lexemes if lexeme.span == clause.lexemes[0].span)


def each_target(sentence: Sentence) -> Iterator[Sentence]:
    """Each target that a sentence sets, in its own words; where a note has brought them, which have no places of their own, in all."""
    if not isinstance(sentence.statement, tree.Targets):
        yield sentence
        return
    targets, lexemes = sentence.statement.each, sentence.lexemes
    ends = [next(each.start for each in lexemes if each.span.start >= target.span.start) for target in targets[1:]]
    if any(start >= end for start, end in pairwise([0, *ends])):
        yield from (replace(sentence, statement=target) for target in targets)
        return
    for target, start, end in zip(targets, [0, *ends], [*ends, len(sentence.passage.text)], strict=True):
        inside = [each.moved(-start) for each in lexemes if start <= each.start < end]
        last = max(each.end for each in inside if each.terminal not in _JOINING)
        yield Sentence(sentence.passage.cut(start, start + last), tuple(each for each in inside if each.start < last), target)


def _several(text: Lexed) -> tuple[Sentence, ...]:
    """Waves, deadlines, limits of points or numbers of awards with no more than commas between them: one sentence each, or none at all.

    “02 đợt: đợt 1 từ … đến …, đợt 2 từ … đến …”; “các Chi cục gửi trước ngày …, các Phòng gửi trước ngày …”; “báo cáo sơ kết trước
    ngày … và báo cáo tổng kết trước ngày …”.
    """
    waves = [lexeme.start for lexeme in text.lexemes if lexeme.terminal == "WAVE"]
    joined = [(text.lexemes[at - 1], each) for at, each in enumerate(text.lexemes) if at and text.lexemes[at - 1].terminal in _JOINING]
    senders = [0, *(each.start - len(each.skipped) for _, each in joined if each.terminal == "SUBJECT")]
    signs = [lexeme.terminal for lexeme in text.lexemes]
    behind = {each.start for at, each in enumerate(text.lexemes) if _ends_with_day(signs[:at])}
    days = [0, *(each.start - len(each.skipped) for joint, each in joined if joint.start in behind)]
    caps = [0, *(each.start for _, each in joined if each.terminal in _CAPPED)]
    numbers = [0, *(each.start - len(each.skipped) for _, each in joined if each.terminal in ("WAVE", "REWARD"))]
    kinds = ((waves, _is_wave), (senders, _is_deadline), (days, _is_deadline), (caps, _is_cap), (numbers, _is_quota))
    for starts, sound in kinds:
        if len(starts) < 2:
            continue
        pieces = [text.cut(start, end) for start, end in zip([0, *starts], [*starts, len(text.passage.text)], strict=True)]
        read = tuple(read_part(piece.cut(0, len(JOINT.sub("", piece.passage.text)))) for piece in pieces if piece.passage.text)
        if all(sound(each.statement) for each in read):
            return read
    return ()


def _ends_with_day(signs: list[str]) -> bool:
    """“trước ngày 10/5/2026”, “trước ngày 10/5/2026 (đợt 1)”."""
    day = signs[:-3] if signs[-3:] == ["LPAR", "WAVE", "RPAR"] else signs
    return day[-1:] in (["DATE"], ["RECURRING"])


def _is_wave(said: tree.Statement | None) -> bool:
    return isinstance(said, date_tree.WaveCount) or (isinstance(said, date_tree.Wave) and said.first is not None)


def _is_cap(said: tree.Statement | None) -> bool:
    return isinstance(said, points_tree.PointsCap)


def _is_quota(said: tree.Statement | None) -> bool:
    return isinstance(said, award_tree.Quota)


def _is_deadline(said: tree.Statement | None) -> bool:
    return isinstance(said, date_tree.Deadline)


def _rule_only(sentence: Sentence) -> Sentence:
    """Contexts open lines; in the middle of one they are words, but “Kết quả 12 tháng (tính từ …)” still says which results count."""
    statement = sentence.statement
    if isinstance(statement, date_tree.Measured):
        return replace(sentence, statement=date_tree.MeasuredOver(measured=statement, span=statement.span))
    is_context = isinstance(statement, CONTEXTS) and not (isinstance(statement, date_tree.Wave) and statement.first is not None)
    return as_prose(sentence) if is_context else sentence
