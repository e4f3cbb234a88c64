"""A sentence that no family reads → the name in it that is not declared, in every place where one may stand.

Mostly the sentence lacks one name and nothing else (`holes`); before a colon, behind “trừ”, and before a rule that lacks a second name,
what stands there is looked at by itself.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import chain, islice

from thads_dsl.source import Passage
from thads_dsl.syntax import award_tree
from thads_dsl.syntax.families import read_tokens
from thads_dsl.syntax.grammar import name_words, sender_words
from thads_dsl.syntax.heads import says
from thads_dsl.syntax.holes import MOST_TRIED, ReadStep, UnknownName, lacks_statistic, names_award, names_statistic, only_name
from thads_dsl.syntax.lexer import WORD, Lexeme, in_cell, lex
from thads_dsl.syntax.name_shapes import could_be
from thads_dsl.syntax.names import NameKind, NameTable, atoms, hole
from thads_dsl.syntax.stretches import stretches, wide_stretches

# Where a rule begins behind those that it is for, but for the words of name_words.txt.
_TURNING = frozenset("REACH STRIVE HAVING NONE_OF NOT_REACH MUST_REACH MAKES_UP".split())  # noqa: SIM905
_MOST_TURNS = 3
# “ít nhất 10 | bài”, “từ 300 | lượt | trở lên”: what stands behind a figure and ends what is asked.
_UNIT = re.compile(
    r"(\b(?:từ|đạt|dưới|trên|hơn|quá|nhất|thiểu|đa|được) \d[\d.]*) [^\W\d]+(?: [^\W\d]+)?(?= trở (?:lên|xuống)\b|[.,;]|$)", re.IGNORECASE
)
# “Các đơn vị, trừ | Tổ giúp việc |, gửi hồ sơ trước ngày …”
_LEFT_OUT = re.compile(r"\btrừ (?:các )?", re.IGNORECASE)
_SENDING = re.compile(rf",?\s+{sender_words('send')}", re.IGNORECASE)
_PART = re.compile(
    r"(?:\d ?%|\d/\d|nửa) (?:phải )?là (?P<name>[^\W\d][^(),;:.\d]+?)(?=[,;.]| và (?:không quá|ít nhất|tối )|$)", re.IGNORECASE
)
_DUE = ("BEFORE", "AT_LATEST")
_HAS_RATE = re.compile(r"\bcó(?= t[ỷỉ] lệ\b)", re.IGNORECASE)
_OF_CLASSES = ("class_row", "class_quota", "class_change", "ranking")

FindUnknown = Callable[[Passage, tuple[Lexeme, ...], NameTable], UnknownName | None]


def unknown_name(passage: Passage, lexemes: tuple[Lexeme, ...], names: NameTable) -> UnknownName | None:
    """The name that a sentence lacks to be a rule, the first where somebody and what is asked of them lack; None where none is missing."""
    return _lacking(passage, lexemes, names) or _lacking_besides(passage, names)


def unknown_in_title(passage: Passage, lexemes: tuple[Lexeme, ...], names: NameTable) -> UnknownName | None:
    """The name that words above other lines lack to say whom, or what, those are about."""
    return only_name(passage, lexemes, names, ("context",))


def unknown_of_classes(passage: Passage, lexemes: tuple[Lexeme, ...], names: NameTable) -> UnknownName | None:
    """The name that a sentence about classes and ranks lacks."""
    return only_name(passage, lexemes, names, _OF_CLASSES)


def unknown_in_cell(passage: Passage, lexemes: tuple[Lexeme, ...], names: NameTable) -> UnknownName | None:
    """The statistic that a sentence of a cell “Cách chấm điểm” lacks: its first words say that it is one."""
    for start, end in islice(chain(stretches(lexemes), wide_stretches(lexemes, passage.text)), MOST_TRIED):
        written = passage.text[start:end]
        if names_statistic(written) and could_be(written, NameKind.QUANTITY):
            read = lex(passage.replaced(start, end, hole(NameKind.QUANTITY)), names.with_holes)
            if read_tokens(in_cell(read)) is not None:
                return UnknownName(NameKind.QUANTITY, written, passage.span(start, end))
    return None


def unknown_in_step(
    passage: Passage, lexemes: tuple[Lexeme, ...], names: NameTable, families: tuple[str, ...], step: ReadStep
) -> UnknownName | None:
    """The name that a step of an example lacks; `step` makes of the tokens of a line those that the families are asked."""
    return only_name(passage, lexemes, names, families, step)


def _lacking(passage: Passage, lexemes: tuple[Lexeme, ...], names: NameTable) -> UnknownName | None:
    return (
        _before_colon(passage, names)
        or _left_out(passage, lexemes, names)
        or only_name(passage, lexemes, names)
        or _somebody_before(passage, lexemes, names)
        or _first_part(passage, names)
    )


def _lacking_besides(passage: Passage, names: NameTable) -> UnknownName | None:
    """The name of a sentence that has one more fault: a unit that nobody knows, “có tỷ lệ … từ 60%” for “đạt”."""
    text = _UNIT.sub(r"\1 việc", passage.text)
    text = _HAS_RATE.sub("đạt", text, count=1)
    if text == passage.text:
        return None
    put_right = passage.replaced(0, len(passage.text), text)
    found = _lacking(put_right, lex(put_right, names), names)
    start = passage.text.find(found.written) if found is not None else -1
    return replace(found, at=passage.span(start, start + len(found.written)), alone=False) if found is not None and start >= 0 else None


def _before_colon(passage: Passage, names: NameTable) -> UnknownName | None:
    """“Tỷ lệ hồ sơ được số hóa: từ 95% trở lên”: a statistic before a colon, and behind it a target of none."""
    left, colon, right = passage.text.partition(":")
    written = left.strip()
    if colon and names_award(written) and isinstance(read_tokens(lex(passage.cut(len(left) + 1), names), ("quota",)), award_tree.Quota):
        return UnknownName(NameKind.REWARD, written, passage.span(left.find(written), left.find(written) + len(written)))
    if not colon or not names_statistic(written) or not could_be(written, NameKind.QUANTITY):
        return None
    if not lacks_statistic(read_tokens(lex(passage.cut(len(passage.text) - len(right)), names), ("target",))):
        return None
    return UnknownName(NameKind.QUANTITY, written, passage.span(left.find(written), left.find(written) + len(written)))


def _somebody_before(passage: Passage, lexemes: tuple[Lexeme, ...], names: NameTable) -> UnknownName | None:
    """“Ban Quản lý kho | không để xảy ra mất tài sản”: unknown people or a body before a rule that lacks one name more."""
    if not lexemes or lexemes[0].terminal not in (WORD, NameKind.SUBJECT.value):
        return None
    keys = [lexeme.text.casefold() for lexeme in lexemes]
    turns = (at for at in range(2, len(lexemes)) if keys[at] in name_words("turns") or lexemes[at].terminal in _TURNING)
    for at in islice(turns, _MOST_TURNS):
        end = lexemes[at - 1].end
        written = passage.text[lexemes[0].start : end]
        if says(written) != NameKind.SUBJECT.value or not could_be(written, NameKind.SUBJECT):
            continue
        rest = passage.replaced(lexemes[0].start, end, hole(NameKind.SUBJECT))
        if only_name(rest, lex(rest, names.with_holes), names.with_holes) is not None:
            return UnknownName(NameKind.SUBJECT, written, passage.span(lexemes[0].start, end))
    return None


def _first_part(passage: Passage, names: NameTable) -> UnknownName | None:
    """“ít nhất 2/3 là | người trực tiếp làm án | và không quá 30% là lãnh đạo”: of those chosen, where one more name lacks."""
    for found in _PART.finditer(passage.text):
        written, (start, end) = found["name"], found.span("name")
        if not could_be(written, NameKind.SUBJECT) or names.exactly([atom.key for atom in atoms(written)]):
            continue
        rest = passage.replaced(start, end, hole(NameKind.SUBJECT))
        if only_name(rest, lex(rest, names.with_holes), names.with_holes) is not None:
            return UnknownName(NameKind.SUBJECT, written, passage.span(start, end), alone=False)
    return None


def _left_out(passage: Passage, lexemes: tuple[Lexeme, ...], names: NameTable) -> UnknownName | None:
    """“Các đơn vị, trừ | Tổ giúp việc |, gửi hồ sơ trước ngày …”: of a deadline, in which free words stand anywhere."""
    days = [lexeme.start for lexeme in lexemes if lexeme.terminal in _DUE]
    for behind in _LEFT_OUT.finditer(passage.text) if days else ():
        start = behind.end()
        sent = _SENDING.search(passage.text, start)
        ends = [len(passage.text), *days, *([sent.start()] if sent else [])]
        written = passage.text[start : min(end for end in ends if end > start)].rstrip(" ,.;")
        end = start + len(written)
        excepting = passage.replaced(start, end, hole(NameKind.SUBJECT))
        read = lex(excepting, names.with_holes) if says(written) == NameKind.SUBJECT.value and could_be(written, NameKind.SUBJECT) else ()
        if any(lexeme.terminal == "EXCEPT" for lexeme in read) and read_tokens(read, ("deadline",)) is not None:
            return UnknownName(NameKind.SUBJECT, written, passage.span(start, end))
    return None
