"""The one complaint about an unread sentence that helps most: each that could be made is asked in turn, and the first answer counts."""

import re
from collections.abc import Callable
from itertools import takewhile

from thads_dsl.check.points.unread import points_unread
from thads_dsl.check.targets.figures import misspelt
from thads_dsl.check.unread.award_when import award_when
from thads_dsl.check.unread.complaints import exception_unread, figure_missing, lead_in_unread, misspelling_told, number, rule_unread
from thads_dsl.check.unread.equal_to import equal_to
from thads_dsl.check.unread.none_of import none_of
from thads_dsl.check.unread.orders import has_points, order_ways
from thads_dsl.check.unread.papers_and_days import papers_and_days
from thads_dsl.check.unread.places_by_time import places_by_time
from thads_dsl.check.unread.portions import portion
from thads_dsl.check.unread.ranges import ranges_of
from thads_dsl.check.unread.signs import sign_for_words
from thads_dsl.check.unread.suspicion import Sign, counts, goal_words, spoken_of
from thads_dsl.check.unread.titles import unknown_title
from thads_dsl.check.unread.topics import Topic
from thads_dsl.check.unread.unknown_names import plainly_unknown, unknown, unknown_sanction
from thads_dsl.check.unread.unread_sentence import UnreadSentence
from thads_dsl.check.unread.vague_days import vague_day
from thads_dsl.diagnostics import Diagnostic
from thads_dsl.source import plain
from thads_dsl.syntax import award_tree
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.repair import Misspelling, misspelling
from thads_dsl.syntax.unknown_names import unknown_of_classes
from thads_dsl.syntax.written_forms import Figure

_EQUAL = re.compile(r"\bbằng (?:điểm )?nhau\b", re.IGNORECASE)
# “đề nghị Bí thư Tỉnh ủy tặng Bằng khen”: who is asked may be nobody that is known.
_GIFT = re.compile(r"đề nghị (?=[^,;:.]*\b(?:xét )?tặng (?:bằng khen|giấy khen|cờ|huân chương|huy chương|danh hiệu)\b)", re.IGNORECASE)
_SOME = re.compile(r"riêng\b(?! ra| lẻ)", re.IGNORECASE)


def first_complaint(case: UnreadSentence) -> tuple[Diagnostic, ...]:
    """What is said of the sentence; nothing where it looks like no rule, or where another check speaks of it."""
    if habit := sign_for_words(case.facts, case.line, case.sentence):
        return (habit,)
    if wrong := _wrong_figures(case):
        return wrong
    if ranges_of(case.facts, case.line, case.sentence):
        return ()  # two readings: a rule of its own
    told = next(filter(None, (complaint(case) for complaint in COMPLAINTS)), None)
    return () if told is None else (told,)


def _wrong_figures(case: UnreadSentence) -> tuple[Diagnostic, ...]:
    """Each figure that is no number as it is written: “1,500 việc”."""
    figures = [(figure, lexeme.span) for lexeme in case.numbers if isinstance(figure := lexeme.value, Figure) and figure.value is None]
    return tuple(misspelt(figure.written, figure.right, at) for figure, at in figures)


# ---- what is nearly read


def _places_by_time(case: UnreadSentence) -> Diagnostic | None:
    return places_by_time(case.facts, case.line, case.sentence)


def _unknown_sanction(case: UnreadSentence) -> Diagnostic | None:
    return unknown_sanction(case.facts, case.line, case.sentence) if case.guess else None


def _vague_day(case: UnreadSentence) -> Diagnostic | None:
    return vague_day(case.facts, case.line, case.sentence)


def _award_when(case: UnreadSentence) -> Diagnostic | None:
    return award_when(case.line, case.sentence)


def _misspelling(case: UnreadSentence) -> Diagnostic | None:
    meant = _put_right(case) if case.guess else None
    return None if meant is None else misspelling_told(case.line, meant)


def _put_right(case: UnreadSentence) -> Misspelling | None:
    """The sentence with its diacritics put right; else what stands before its colon as a context, or behind it as a rule."""
    names, passage, has_number = case.facts.draft.names, case.sentence.passage, bool(case.numbers)
    opens = case.line.item.text.text.endswith(":") or case.line.item.end > case.line.index + 1
    if found := misspelling(passage, names, has_number, context=opens):
        return found
    colon = passage.text.find(":")
    if colon < 0:
        return None
    left, right = passage.cut(0, colon), passage.cut(colon + 1)
    before = misspelling(left, names, has_number, context=True)
    return before or misspelling(right, names, has_number, context=False)


def _unknown_title(case: UnreadSentence) -> Diagnostic | None:
    return unknown_title(case.facts, case.line, case.sentence) if case.guess else None


# ---- points, and who comes first


def _order_without_points(case: UnreadSentence) -> Diagnostic | None:
    draft, sentence = case.facts.draft, case.sentence
    if case.sign is None or case.sign.topic is not Topic.TIE or has_points(draft) or not order_ways(draft, sentence):
        return None
    of_equals = case.guess and _EQUAL.search(sentence.passage.text)  # “…; bằng nhau thì theo số sáng kiến”
    named = plainly_unknown(case.facts, case.line, sentence) if of_equals else None
    return named or rule_unread(case.facts, case.line, sentence, case.sign, case.numbers)


def _about_points(case: UnreadSentence) -> Diagnostic | None:
    told = points_unread(case.facts.draft, case.line, case.sentence)
    named = plainly_unknown(case.facts, case.line, case.sentence, unknown_of_classes) if told and case.guess else None
    return named or told


def _order(case: UnreadSentence) -> Diagnostic | None:
    if case.sign is None or case.sign.topic is not Topic.TIE or case.numbers or not order_ways(case.facts.draft, case.sentence):
        return None
    return rule_unread(case.facts, case.line, case.sentence, case.sign, case.numbers)


# ---- what joins a line to others


def _exception(case: UnreadSentence) -> Diagnostic | None:
    """“…; riêng Chấp hành viên mới bổ nhiệm do Cục trưởng giao”: behind a rule, of some of those whom it is for."""
    before = takewhile(lambda each: each is not case.sentence, case.line.read.sentences)
    taken_out = not case.line.item.of_table and _SOME.match(case.sentence.passage.text) and any(each.statement for each in before)
    return exception_unread(case.sentence) if taken_out and not case.numbers else None


def _papers_and_days(case: UnreadSentence) -> Diagnostic | None:
    of_files = case.sign is not None and case.sign.topic is Topic.DOSSIER
    return papers_and_days(case.facts, case.line, case.sentence) if of_files else None


def _lead_in(case: UnreadSentence) -> Diagnostic | None:
    told = lead_in_unread(case.line, case.sentence)
    return (told and _unknown(case)) or told


# ---- anything else that looks like a rule


def _equal_to(case: UnreadSentence) -> Diagnostic | None:
    equal = None if case.numbers or case.sign else equal_to(case.line, case.sentence)
    return None if equal is None else rule_unread(case.facts, case.line, case.sentence, equal, case.numbers)


def _figure_missing(case: UnreadSentence) -> Diagnostic | None:
    quantity = None if case.numbers or case.sign else _wanted(case)
    if quantity is None:
        return None
    return _unknown(case) or figure_missing(case.facts, case.line, case.sentence, quantity)


def _wanted(case: UnreadSentence) -> Lexeme | None:
    """The quantity of which a sentence seems to want something."""
    wants = case.line.scope.expects_rules or case.line.item.of_table or _goal(case)
    return spoken_of(case.sentence.lexemes) if wants else None


def _rule(case: UnreadSentence) -> Diagnostic | None:
    told = case.sign
    if not case.numbers and told is None:
        told = _goal(case) or _award(case) or none_of(case.facts, case.line, case.sentence)
        if told is None:
            return _portion(case)
    if named := _unknown(case):
        return named
    if told is None:
        return number(case.facts, case.line, case.sentence, case.numbers)
    return rule_unread(case.facts, case.line, case.sentence, told, case.numbers)


def _goal(case: UnreadSentence) -> Sign | None:
    """What a sentence wants of a figure without a number; a heading only says what the lines under it are about."""
    words = "" if case.line.item.end > case.line.index + 1 else goal_words(case.sentence.lexemes)
    return Sign(words, Topic.TARGET, at := case.sentence.passage.text.find(words), at + len(words)) if words else None


def _portion(case: UnreadSentence) -> Diagnostic | None:
    share = portion(case.line, case.sentence)
    return None if share is None else _unknown(case) or number(case.facts, case.line, case.sentence, [share])


def _award(case: UnreadSentence) -> Sign | None:
    """“đề nghị Bộ trưởng tặng …”, and what stands beside the forms of award of a line."""
    line, sentence = case.line, case.sentence
    proposed = next((lexeme for lexeme in sentence.lexemes if lexeme.terminal == "PROPOSE"), None)
    if proposed is not None and any(lexeme.text.casefold() in ("tặng", "xét tặng") for lexeme in sentence.lexemes):
        return Sign(proposed.text, Topic.AWARD, proposed.start, proposed.end)
    if gift := _GIFT.match(sentence.passage.text):
        return Sign(gift[0], Topic.AWARD, 0, gift.end())
    listed = any(isinstance(each.statement, award_tree.AwardLevels) for each in line.read.sentences)
    if listed and plain(line.item.text.text).startswith("hinh thuc khen thuong:") and sentence is not line.read.sentences[0]:
        return Sign(sentence.passage.text, Topic.AWARD, 0, len(sentence.passage.text))
    return None


def _counted_name(case: UnreadSentence) -> Diagnostic | None:
    return plainly_unknown(case.facts, case.line, case.sentence) if case.guess and counts(case.sentence.lexemes) else None


def _unknown(case: UnreadSentence) -> Diagnostic | None:
    return unknown(case.facts, case.line, case.sentence) if case.guess else None


# What knows most of a sentence comes first; what only sees that it looks like a rule comes last.
COMPLAINTS: tuple[Callable[[UnreadSentence], Diagnostic | None], ...] = (
    _places_by_time,
    _unknown_sanction,
    _vague_day,
    _award_when,
    _misspelling,
    _unknown_title,
    _order_without_points,
    _about_points,
    _order,
    _exception,
    _papers_and_days,
    _lead_in,
    _equal_to,
    _figure_missing,
    _rule,
    _counted_name,
)
