"""A cell “Cách chấm điểm” → its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from thads_dsl.source import Passage
from thads_dsl.syntax.cells import lines_of_cell
from thads_dsl.syntax.lexer import IN_CELL, lexed_in_cell
from thads_dsl.syntax.names import NameTable
from thads_dsl.syntax.sentences import Sentence, clauses_of, read_part

_GIVING = frozenset({"SCORE", "NO_POINTS"})


_LIMITING = frozenset({"ADD", "DEDUCT", "AT_MOST", "AT_MOST_STANDARD", "WHOLE_STEPS", "PRO_RATA", "ONCE", "UNLIMITED", "BUT"})
_JOINTS = frozenset({"COMMA", "AND"})
# “cộng không quá 5 điểm, trừ không quá 10 điểm”: the limits of a cell, which stand behind no sentence of their own
_ALL_LIMITS = frozenset({IN_CELL, "ADD", "DEDUCT", "AT_MOST", "AT_MOST_STANDARD", "SCORE", *_JOINTS})


def read_scoring(passage: Passage, names: NameTable) -> tuple[Sentence, ...]:
    """The sentences of a cell “Cách chấm điểm”; “Đạt: 10 điểm, không đạt: 0 điểm” is two of them, and so are lines of the cell."""
    return tuple(
        each
        for line in map(_in_words, lines_of_cell(passage))
        for clause in clauses_of(lexed_in_cell(line, names))
        for each in _at_commas(clause, names)
    )


# “(Kết quả thực hiện / chỉ tiêu giao) x điểm chuẩn”, “Điểm = tỷ lệ đạt được : chỉ tiêu × điểm chuẩn”
_FORMULA = re.compile(
    r"(?:(?:số )?điểm(?: \w+){0,3} ?(?:=|bằng) ?|(?:tính|chấm)(?: điểm)? theo công thức ?:? ?(?:điểm = )?)?"
    r"[(\[]?(?:tỷ lệ|kết quả|số)(?: \w+){0,6} ?(?:/|:|chia(?: cho)?) ?"
    r"(?:(?:tỷ lệ|số|kết quả) )?(?:(?:chỉ tiêu|kế hoạch)(?: (?:được )?giao)?|(?:được )?giao)[)\]]? ?"
    r"(?:x|×|\*|nhân(?: với)?) ?(?:số )?điểm (?:chuẩn|tối đa)(?! \d)",
    re.IGNORECASE,
)


def _in_words(line: Passage) -> Passage:
    """A formula of the share that is completed, and signs, as the words that say the same."""
    found = _FORMULA.search(line.text)
    line = line if found is None else line.replaced(found.start(), found.end(), "tính điểm theo tỷ lệ hoàn thành chỉ tiêu")
    for sign, words in _SIGNS:
        while (found := sign.search(line.text)) is not None:
            line = line.replaced(found.start(), found.end(), found.expand(words))
    return line


# “+2 điểm”, “Tốt: 10; khá: 7”, “3 - 4 cuộc”, “≥ chỉ tiêu”. What stands behind a colon in a cell of points alone is points.
_SIGNS = (
    (re.compile(r"(?<![\w+])\+ ?(?=\d)"), "cộng "),
    (re.compile(r"(?<=[:(,;])( ?)[-–] ?(?=\d+(?:,\d+)? ?điểm)"), r"\1trừ "),
    (re.compile(r"(?<=[^\W\d]) [-–](?=\d+(?:,\d+)? ?điểm)"), " trừ "),
    (re.compile(r"(tối đa) [-–] ?(?=\d)"), r"\1 trừ "),
    (re.compile(r"(?<=:)( ?\d+(?:,\d+)?)(?= ?(?:;|\.(?!\d)|$|, ?[^\W\d]))"), r"\1 điểm"),
    (re.compile(r"(?<![\d.,/%])(?:từ )?\b(\d+)(%?) ?[-–] ?(?=\d+(?:%| ?(?!điểm)[^\W\d]))", re.IGNORECASE), r"từ \1\2 đến "),
    (re.compile(r"(?:≥|>=) ?(?=chỉ tiêu)"), "đạt "),
    (re.compile(r"< ?(?=chỉ tiêu)"), "không đạt "),
)


def _at_commas(clause: Sentence, names: NameTable) -> Iterator[Sentence]:
    """A clause that is not read, cut at each comma behind points behind which points are given, or limited, again."""
    signs = [lexeme.terminal for lexeme in clause.lexemes]
    cut = next((at for at in range(1, len(signs)) if signs[at] in _JOINTS and _gives_again(signs, at)), None)
    if clause.statement is not None or cut is None:
        yield clause if clause.statement is not None else _with_colon(clause, names)
        return
    text, comma = lexed_in_cell(clause.passage, names), clause.lexemes[cut]
    yield from _at_commas(read_part(text.cut(0, comma.start)), names)
    yield from _at_commas(read_part(text.cut(comma.end)), names)


def _with_colon(clause: Sentence, names: NameTable) -> Sentence:
    """“Tốt 10 điểm”, “còn lại không có điểm” with the colon that says what is given; the clause itself where it is not read so either."""
    last = clause.lexemes[-1] if clause.lexemes else None
    if last is None or last.terminal not in _GIVING or any(each.terminal in ("COLON", "GETS") for each in clause.lexemes):
        return clause
    head = clause.passage.text[: last.start].rstrip(" ,")
    colon = clause.passage.replaced(len(head), last.start, ": ")
    found = read_part(lexed_in_cell(colon, names)) if head else clause
    return replace(found, passage=clause.passage) if found.statement is not None else clause


def _gives_again(signs: list[str], at: int) -> bool:
    behind = signs[at + 1 :]
    again = signs[at - 1] in _GIVING and not _GIVING.isdisjoint(behind)
    return again and (behind[0] not in _LIMITING or _ALL_LIMITS.issuperset(signs))
