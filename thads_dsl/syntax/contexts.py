"""Words above other lines, or before a colon → for whom, of what or of which award those are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from thads_dsl.source import plain
from thads_dsl.syntax import award_tree, condition_tree, tree
from thads_dsl.syntax.families import read_tokens
from thads_dsl.syntax.grammar import heading_words, name_words
from thads_dsl.syntax.heads import BASES, named_somebody, without_several
from thads_dsl.syntax.holes import lacks_statistic
from thads_dsl.syntax.lexer import WORD, Lexed, Lexeme
from thads_dsl.syntax.literals import NUMERIC
from thads_dsl.syntax.names import Name, NameKind
from thads_dsl.syntax.sentences import (
    Sentence,
    read_part,
)
from thads_dsl.syntax.times import TIME_AGAIN, TIME_ALONE, TIME_ONCE

_FOR = "đối với "
_WHEN = re.compile(rf"{TIME_AGAIN}|{TIME_ALONE}|{TIME_ONCE}", re.IGNORECASE)
_FACETS = ("CASES", "MONEY")
CASES_OR_MONEY = re.compile(r"\b(?:việc|tiền)\b", re.IGNORECASE)


def leaving_out(whole: Sentence) -> Sentence:
    """“Không xét khen thưởng đối với cá nhân:” above others: those of them who are left out stand below; alone it leaves them all out."""
    said = whole.statement
    if not isinstance(said, condition_tree.ExcludedSubjects) or said.having is not None or whole.lexemes[0].terminal == "SUBJECT":
        return whole
    return replace(whole, statement=condition_tree.NotConsidered(award=said.award, subjects=said.subjects, span=said.span))


# What the first words of a title may be besides free words: “Các chỉ tiêu được giao, … đối với X”.
_OF_TITLES = frozenset({WORD, "THE_TARGETS", "ASSIGNED", "THE_STANDARDS", "COMMA", "AND"})
_TURNS = re.compile(r"\b(?:không|chưa|trừ|ngoài|miễn|bãi bỏ)\b", re.IGNORECASE)


def wants_of_nothing(sentence: Sentence) -> bool:
    """A goal without what is measured: “chỉ tiêu được giao”."""
    said = sentence.statement
    return isinstance(said, tree.Target) and said.wanted is not None and said.wanted.quantity is None


def titled(text: Lexed, whole: Sentence) -> Sentence | None:
    """“2. Chỉ tiêu đợt 1 đối với Phòng THADS khu vực” above others: a title whose end says for whom, and for what, they are."""
    said = whole.statement
    if not (said is None or wants_of_nothing(whole) or (isinstance(said, tree.Context) and whole.lexemes[0].terminal == "THE_TARGETS")):
        return None
    if any(lexeme.terminal in NUMERIC for lexeme in text.lexemes) or not any(lexeme.terminal == "FOR" for lexeme in text.lexemes[1:]):
        return None
    for before, lexeme in pairwise(text.lexemes):
        if before.terminal not in _OF_TITLES or _TURNS.search(text.passage.text[: before.end]):
            return None
        if lexeme.terminal not in _OF_TITLES:
            found = read_part(text.cut(lexeme.start), ("context",))
            context = found.statement
            return found if isinstance(context, tree.Context) and context.subjects else None
    return None


def for_award(sentence: Sentence) -> Sentence | None:
    """“Bằng khen của Bộ trưởng” above others, or before a colon, says what they are about; elsewhere it says who gives what."""
    said = sentence.statement
    if not isinstance(said, award_tree.AwardLevels) or len(said.levels) != 1 or sentence.lexemes[0].terminal == "AWARD_FORM":
        return None
    award = tree.NameRef(kind=NameKind.REWARD.value, canonical=said.levels[0].award, span=said.span)
    return replace(sentence, statement=award_tree.ForAward(award=award, span=said.span))


def places_of(text: Lexed) -> Sentence | None:
    """“Số lượng Giấy khen”, “Hình thức Bằng khen của Bộ trưởng”: a title that names the award of the numbers below."""
    words = text.passage.text.casefold()
    said = next((each for each in heading_words("places") if words.startswith(f"{each} ")), "")
    if not said or not any(lexeme.start == len(said) + 1 and lexeme.terminal == NameKind.REWARD.value for lexeme in text.lexemes):
        return None
    found = read_part(text.cut(len(said) + 1), ("context", "award_levels"))
    return found if isinstance(found.statement, award_tree.ForAward) else for_award(found)


def is_led(context: Sentence) -> bool:
    """“Đối với Chấp hành viên” alone on a line says for whom the next lines are, with or without a colon."""
    return isinstance(context.statement, tree.Context) and context.lexemes[0].terminal == "FOR"


def strangers_named(sentence: Sentence) -> Sentence | None:
    """“Đối với …” before something that is no declared name, as the context that it is."""
    text = sentence.passage.text
    if sentence.statement is not None or not text.casefold().startswith(_FOR):
        return None
    statement = tree.Strangers(written=text[len(_FOR) :].strip(), span=sentence.passage.span(len(_FOR)))
    return Sentence(sentence.passage, sentence.lexemes, statement)


_DONE_TO = re.compile(r"\sđược (?P<what>\w+)", re.IGNORECASE)


def done_to(text: Lexed, whole: Sentence) -> Sentence | None:
    """“Chấp hành viên tập sự được chia nhóm như sau:”: the people or bodies that are told apart below, or whom nobody has declared."""
    done = [each for each in _DONE_TO.finditer(text.passage.text) if whole.statement is None]
    said = next((each for each in done if each["what"].casefold() in name_words("told_apart") | name_words("allotted")), None)
    if said is None:
        return None
    what = said["what"].casefold()
    left = read_part(text.cut(0, said.start()), ("context",))
    if isinstance(left.statement, tree.Context):
        return left if left.statement.subjects and what in name_words("told_apart") else None
    name = named_somebody(left.lexemes)
    return _as_strangers(left, name) if any(lexeme.terminal == WORD for lexeme in name) else None


def _as_strangers(sentence: Sentence, name: Sequence[Lexeme]) -> Sentence:
    start, end = name[0].start, name[-1].end
    statement = tree.Strangers(written=sentence.passage.text[start:end], span=sentence.passage.span(start, end))
    return Sentence(sentence.passage, sentence.lexemes, statement)


def somebody_named(left: Sentence, right: tuple[Sentence, ...]) -> Sentence | None:
    """“Công chức biệt phái: 01 cá nhân/Phòng”: unknown people or bodies before a rule that names nobody, which is for them."""
    every = [each.statement for each in right]
    ruled = [each for each in every if isinstance(each, award_tree.Quota) or (isinstance(each, tree.Target) and not each.subjects)]
    asked = [each for each in every if isinstance(each, condition_tree.NotDisciplined | condition_tree.TargetsMet)]
    name = named_somebody(left.lexemes) or _apart(left, ruled)
    names = bool(name) and (ruled or (asked and name[0].text.casefold() not in name_words("titles")))  # “Về Đảng: không bị kỷ luật …”
    return _as_strangers(left, name) if names else None


def _apart(left: Sentence, ruled: Sequence[tree.Statement]) -> Sequence[Lexeme]:
    """“Thanh niên tình nguyện: 02 cá nhân”, “Riêng Trạm đảo: 75%”: before places, or a figure of nothing, whoever or whatever has them.

    Titles of such numbers (“Số lượng”, “Tổng cộng”) name nobody.
    """
    name = without_several(left.lexemes)
    bare = any(isinstance(each, award_tree.Quota) or lacks_statistic(each) for each in ruled)
    timed = says_when(left.passage.text)
    return name if bare and name and not timed and not _is_title(name) and not CASES_OR_MONEY.search(left.passage.text) else ()


def says_when(words: str) -> bool:
    """“Mỗi quý”, “Năm 2025”, “6 tháng”, “Khen đột xuất”: a time or an occasion, and nobody."""
    occasions = heading_words("occasion")
    return _WHEN.fullmatch(words.strip()) is not None or words.strip().casefold() in occasions


def _is_title(name: Sequence[Lexeme]) -> bool:
    """“Số lượng”, “Mỗi quý”, “Khen đột xuất”; of known names only “Cá nhân trong năm”, which are all, and what their number says too."""
    if isinstance(name[0].value, Name):
        return name[0].value.canonical in BASES and all(lexeme.terminal != WORD for lexeme in name)
    first, titles = name[0].text.split()[0].casefold(), name_words("titles")
    return first in titles or first in {plain(word) for word in titles}  # “cong”, not “công”


def of_band(left: Sentence) -> Sentence | None:
    """“Tổng số giải quyết đến 90 việc: …”, “Trên 90 việc: …”: before a colon a statistic within bounds is a band, with or without “có”."""
    if left.statement is not None or not left.lexemes:
        return None
    first = left.lexemes[0]
    having = replace(first, terminal="HAVING", text="", end=first.start)
    said = read_tokens((having, *left.lexemes), ("context",))
    return replace(left, statement=said) if isinstance(said, tree.Context) and said.having is not None else None


def of_facet(title: Lexed, left: Sentence) -> Sentence | None:
    """“Mức phấn đấu về tiền: 75%”: free words before “về tiền” are the title of it."""
    *others, last = [lexeme.terminal for lexeme in title.lexemes] or [""]
    if left.statement is not None or last not in _FACETS or not {*others} <= _OF_TITLES | {"STRIVE"}:
        return None
    return read_part(title.cut(title.lexemes[-1].start), ("context",))
