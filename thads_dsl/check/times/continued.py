"""Deadlines that go on with the one before them: “… gửi hồ sơ đợt 1 trước ngày 05/5, đợt 2 trước ngày 05/9” says once who sends."""

import re

from thads_dsl.check.draft import Line
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.times.deeds import SEND, says_a_deed
from thads_dsl.syntax import date_tree
from thads_dsl.syntax.sentences import Sentence

_EXCEPTION = re.compile(r"riêng\b", re.IGNORECASE)


def goes_on_from(lowering: Lowering, line: Line, sentence: Sentence) -> Sentence | None:
    """The deadline before it that one goes on with, where it names nobody: behind a comma or “và”, or behind more for another wave.

    The next wave behind an exception (“đợt 1 …; riêng Phòng chuyên môn …; đợt 2 …”) goes on with what that is an exception to.
    """
    at = line.sentences.index(sentence)
    before = line.sentences[at - 1] if at else None
    if before is None or not isinstance(before.statement, date_tree.Deadline):
        return None
    first, then = before.passage.span(), sentence.passage.span()
    between = lowering.draft.source.lines[then.line - 1][first.end : then.start] if first.line == then.line else ""
    if not _joins(between.strip(), before, sentence):
        return None
    return unsure_of(line.sentences[:at], sentence) or before


def _joins(joint: str, before: Sentence, sentence: Sentence) -> bool:
    """Whether what stands between two deadlines leaves the second with the sender of the first."""
    if joint in (",", "và"):
        return True
    if joint == ";":
        both_send = all(SEND.search(each.passage.text) for each in (before, sentence))
        return not says_a_deed(sentence) or _begins_with_deed(sentence) or (both_send and _next_wave(before, sentence))
    return joint == "." and not says_a_deed(sentence) and _next_wave(before, sentence)


def _begins_with_deed(sentence: Sentence) -> bool:
    return SEND.match(sentence.passage.text) is not None


def _next_wave(before: Sentence, sentence: Sentence) -> bool:
    """Whether each says of which wave it is, and not of the same one."""
    return bool(_waves(before)) and bool(_waves(sentence)) and _waves(before).isdisjoint(_waves(sentence))


def _waves(sentence: Sentence) -> frozenset[str]:
    return frozenset(str(lexeme.value) for lexeme in sentence.lexemes if lexeme.terminal == "WAVE")


def unsure_of(before: tuple[Sentence, ...], sentence: Sentence) -> Sentence | None:
    """The deadline that the one before is an exception to, where the next wave may be that of all or of the exception alone."""
    known = [each for each in before if isinstance(each.statement, date_tree.Deadline)]
    rule = next((each for each in reversed(known) if not begins_apart(each.passage.text)), None)
    if rule is None or not begins_apart(known[-1].passage.text) or not _waves(sentence):
        return None
    parallel = bool(_waves(known[-1])) and (not says_a_deed(sentence) or _begins_with_deed(sentence))
    return None if parallel else rule


def begins_apart(sentence: str) -> bool:
    """Whether a deadline is an exception to those before it: “riêng …”."""
    return _EXCEPTION.match(sentence) is not None
