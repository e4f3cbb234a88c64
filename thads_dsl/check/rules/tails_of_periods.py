"""TH101: words behind the last day of a period, or of a wave, that say when else it ends, or set another rule."""

import re
from collections.abc import Iterator
from itertools import dropwhile

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.rules.periods_of_some import OF_ALL
from thads_dsl.check.unread.complaints import told_unread
from thads_dsl.check.unread.suspicion import sign
from thads_dsl.check.unread.topics import Topic
from thads_dsl.diagnostics import Diagnostic, Way
from thads_dsl.source import Passage, canonical
from thads_dsl.syntax import date_tree, tree
from thads_dsl.syntax.grammar import sender_words
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.sentences import Sentence

_ELSE = re.compile(r"(?:hoặc|hay|trừ khi|nếu|cho đến khi|đến khi|tùy)\b", re.IGNORECASE)
_ONLY = re.compile(sender_words("only"), re.IGNORECASE)
# What is awarded, and what is wanted for it.
_OF_RULES = frozenset("REWARD QUOTED_REWARD TITLE IS_AWARDED_TO REACH MUST_REACH NOT_REACH THE_TARGETS NOT_CONSIDERED".split())  # noqa: SIM905


def tails_of_periods(facts: Facts) -> Iterator[Diagnostic]:
    """One complaint for each period whose sentence goes on with what would be lost."""
    for line in facts.draft.lines:
        for sentence in (line.read.context, *line.sentences):
            said = sentence.statement if sentence is not None else None
            if sentence is None or not isinstance(said, date_tree.Period | date_tree.Wave) or said.last is None:
                continue
            tail = _tail(sentence, said.last)
            if tail and _is_of_some(sentence.passage.text, tail[0].start):
                continue  # that has a complaint of its own
            ends = bool(tail) and _ELSE.match(sentence.passage.text, tail[0].start) is not None
            if ends or _is_a_rule(tail):
                yield _told(facts, line, sentence, said.last, sentence.passage.cut(tail[0].start), ends=ends)


def _tail(sentence: Sentence, last: tree.Moment) -> tuple[Lexeme, ...]:
    """The words behind the last day, without the signs that join them to it."""
    behind = (each for each in sentence.lexemes if each.span.start >= last.span.end)
    return tuple(dropwhile(lambda each: each.terminal in ("COMMA", "SEMICOLON", "COLON", "AND"), behind))


def _is_of_some(text: str, start: int) -> bool:
    """“(đối với chỉ tiêu về tiền)”, and not “đối với các đơn vị đạt chỉ tiêu …”."""
    said = _ONLY.match(text, start)
    return said is not None and OF_ALL.match(text, said.end()) is None


def _is_a_rule(tail: tuple[Lexeme, ...]) -> bool:
    told = sign(tail)  # a figure alone tells how long it is, or which anniversary
    return any(each.terminal in _OF_RULES for each in tail) or (told is not None and told.topic is not Topic.FIGURE)


def _told(facts: Facts, line: Line, sentence: Sentence, last: tree.Moment, tail: Passage, *, ends: bool) -> Diagnostic:
    words, own = canonical(tail.text).rstrip(" .;"), canonical(sentence.passage.text)
    why = (
        "Ngày cuối phải là một ngày; nếu còn cách kết thúc khác thì máy không biết số liệu tính đến đâu."
        if ends
        else "Phần đứng sau ngày cuối bị bỏ qua khi đọc thời gian. Nếu là quy định thì viết thành dòng riêng."
    )
    day = canonical(facts.draft.source.quote(last.span))
    phrase = own[own.rfind(day) :]
    restated = Way(
        f"thời gian chỉ đến ngày ấy thì dán dưới dòng {line.item.number}:", f"Hiểu là: cụm từ “{phrase}” là “{day}”", for_issued=True
    )
    mended = f"{line.item.marker} {canonical(line.item.text.text).replace(phrase, day, 1).rstrip(' .;')}.".strip()
    return told_unread(
        message=f"“{words}” đứng sau ngày cuối của thời gian",
        at=tail.span(),
        why=why,
        ways=(Way(f"thời gian chỉ đến ngày ấy thì sửa dòng {line.item.number} thành:", mended, for_issued=False), restated),
    )
