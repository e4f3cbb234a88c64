"""Items of the outline → what each line says: a context for itself or for others, and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from thads_dsl.source import Passage, plain
from thads_dsl.syntax import award_tree, condition_tree, date_tree, tree
from thads_dsl.syntax.change_sentences import CHANGING, read_changes, table_changes
from thads_dsl.syntax.class_rows import with_classes_named
from thads_dsl.syntax.families import read_tokens
from thads_dsl.syntax.grammar import families, heading_words, name_words
from thads_dsl.syntax.heads import BASES, named_somebody, without_several
from thads_dsl.syntax.holes import lacks_statistic, names_award, names_statistic
from thads_dsl.syntax.lexer import WORD, Lexed, Lexeme, lexed
from thads_dsl.syntax.literals import NUMERIC
from thads_dsl.syntax.names import Name, NameKind, NameTable
from thads_dsl.syntax.sentences import (
    CONTEXTS,
    JOINED_BEFORE,
    Sentence,
    any_of_items,
    as_prose,
    clauses_of,
    each_target,
    read_part,
    unjoined,
)
from thads_dsl.syntax.stops import outside, split
from thads_dsl.syntax.times import TIME_AGAIN, TIME_ALONE, TIME_ONCE

_FOR = "đối với "
_APART = "riêng "
_WHEN = re.compile(rf"{TIME_AGAIN}|{TIME_ALONE}|{TIME_ONCE}", re.IGNORECASE)
_FACETS = ("CASES", "MONEY")
_CASES_OR_MONEY = re.compile(r"\b(?:việc|tiền)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReadText:
    """The text of one line: a context before a colon (or the whole line), and the sentences after it.

    `opens` says that nothing follows the context: it governs other lines.
    """

    context: Sentence | None
    opens: bool
    sentences: tuple[Sentence, ...]


def read_text(passage: Passage, names: NameTable, heading: bool) -> ReadText:
    """The text of a line. A `heading` (an item with others inside it) may be a context without a colon."""
    passage = unjoined(passage)
    text = lexed(with_classes_named(passage), names)
    if changes := table_changes(text):
        return ReadText(None, False, changes)
    if text.lexemes and text.lexemes[0].terminal in CHANGING and (changes := read_changes(passage)):
        return ReadText(None, False, changes)
    alone = len(list(split(text, "."))) == 1  # free words of a sentence never reach into the next one
    whole = read_part(text) if alone else as_prose(read_part(text, ()))
    if heading or passage.text.endswith(":"):
        whole = _leaving_out(whole)
    if heading and alone and (titled := _titled(text, whole)) is not None:
        return ReadText(titled, True, ())
    if heading and alone and _wants_of_nothing(whole) and whole.lexemes[0].terminal == "ASSIGNED":
        return ReadText(None, False, (as_prose(whole),))  # “2. Chỉ tiêu được giao”: what the lines below say
    if isinstance(whole.statement, date_tree.Wave) and whole.statement.first is not None and not passage.text.endswith(":"):
        return ReadText(whole, heading, ())
    if (award := _for_award(whole) or _places_of(text)) is not None and (heading or passage.text.endswith(":")):
        return ReadText(award, True, (whole,))
    opens = isinstance(whole.statement, CONTEXTS)
    if opens or (passage.text.endswith(":") and not isinstance(whole.statement, condition_tree.Dossier | date_tree.WaveCount)):
        governs = opens and (passage.text.endswith(":") or heading or _is_led(whole))
        context = whole if governs else _strangers(whole) or _done_to(text, whole)
        return ReadText(context, True, ()) if context else ReadText(None, False, (as_prose(whole),))
    if whole.statement is None and heading and (strangers := _strangers(whole) or _done_to(text, whole)) is not None:
        led = _read_after_colon(text)
        known = led is not None and led.context is not None and not isinstance(led.context.statement, tree.Strangers)
        return led if led is not None and known else ReadText(strangers, True, ())
    if isinstance(whole.statement, date_tree.Deadline | date_tree.DeadlineWithin):
        led = _read_after_colon(text)  # “Đối với X: gửi hồ sơ trước ngày D”: free words would swallow whom it is for
        return led if led is not None and led.context is not None else ReadText(None, False, (whole,))
    if isinstance(whole.statement, tree.Target | tree.Targets) and (led := _read_after_colon(text)) is not None and _is_for_all(led):
        return led
    if whole.statement is not None:
        return ReadText(None, False, tuple(each_target(whole)))
    if _with_colons_of_their_own(text):
        return ReadText(None, False, tuple(clauses_of(text)))
    return _read_after_colon(text) or ReadText(None, False, tuple(clauses_of(text, whole=whole if alone else None)))


def _leaving_out(whole: Sentence) -> Sentence:
    """“Không xét khen thưởng đối với cá nhân:” above others: those of them who are left out stand below; alone it leaves them all out."""
    said = whole.statement
    if not isinstance(said, condition_tree.ExcludedSubjects) or said.having is not None or whole.lexemes[0].terminal == "SUBJECT":
        return whole
    return replace(whole, statement=condition_tree.NotConsidered(award=said.award, subjects=said.subjects, span=said.span))


# What the first words of a title may be besides free words: “Các chỉ tiêu được giao, … đối với X”.
_OF_TITLES = frozenset({WORD, "THE_TARGETS", "ASSIGNED", "THE_STANDARDS", "COMMA", "AND"})
_TURNS = re.compile(r"\b(?:không|chưa|trừ|ngoài|miễn|bãi bỏ)\b", re.IGNORECASE)


def _wants_of_nothing(sentence: Sentence) -> bool:
    """A goal without what is measured: “chỉ tiêu được giao”."""
    said = sentence.statement
    return isinstance(said, tree.Target) and said.wanted is not None and said.wanted.quantity is None


def _titled(text: Lexed, whole: Sentence) -> Sentence | None:
    """“2. Chỉ tiêu đợt 1 đối với Phòng THADS khu vực” above others: a title whose end says for whom, and for what, they are."""
    said = whole.statement
    if not (said is None or _wants_of_nothing(whole) or (isinstance(said, tree.Context) and whole.lexemes[0].terminal == "THE_TARGETS")):
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


def _with_colons_of_their_own(text: Lexed) -> bool:
    """“Hạng A: …; Hạng B: …”, “Kỳ số liệu đợt 1: …; kỳ số liệu đợt 2: …”, “Hồ sơ gồm: …; …”."""
    signs = [lexeme.terminal for lexeme in text.lexemes]
    return signs[:1] in (["CLASS"], ["DOSSIER_HOLDS"]) or (signs[:1] == ["MEASURED_OVER"] and signs.count("MEASURED_OVER") > 1)


def _is_for_all(split: ReadText) -> bool:
    """“Đối với X: …”, “Về việc: …”: words before a colon that say for whom or what the rules behind it are, and no more."""
    said = split.context.statement if split.context is not None else None
    led = isinstance(said, date_tree.Wave) or (isinstance(said, tree.Context) and not _begins_with_whom(split))
    return led and all(sentence.statement is not None for sentence in split.sentences)


def _begins_with_whom(split: ReadText) -> bool:
    assert split.context is not None
    return split.context.lexemes[0].terminal in ("SUBJECT", "EACH", "HAVING", "PEOPLE")


def _for_award(sentence: Sentence) -> Sentence | None:
    """“Bằng khen của Bộ trưởng” above others, or before a colon, says what they are about; elsewhere it says who gives what."""
    said = sentence.statement
    if not isinstance(said, award_tree.AwardLevels) or len(said.levels) != 1 or sentence.lexemes[0].terminal == "AWARD_FORM":
        return None
    award = tree.NameRef(kind=NameKind.REWARD.value, canonical=said.levels[0].award, span=said.span)
    return replace(sentence, statement=award_tree.ForAward(award=award, span=said.span))


def _places_of(text: Lexed) -> Sentence | None:
    """“Số lượng Giấy khen”, “Hình thức Bằng khen của Bộ trưởng”: a title that names the award of the numbers below."""
    words = text.passage.text.casefold()
    said = next((each for each in heading_words("places") if words.startswith(f"{each} ")), "")
    if not said or not any(lexeme.start == len(said) + 1 and lexeme.terminal == NameKind.REWARD.value for lexeme in text.lexemes):
        return None
    found = read_part(text.cut(len(said) + 1), ("context", "award_levels"))
    return found if isinstance(found.statement, award_tree.ForAward) else _for_award(found)


def _is_led(context: Sentence) -> bool:
    """“Đối với Chấp hành viên” alone on a line says for whom the next lines are, with or without a colon."""
    return isinstance(context.statement, tree.Context) and context.lexemes[0].terminal == "FOR"


def _strangers(sentence: Sentence) -> Sentence | None:
    """“Đối với …” before something that is no declared name, as the context that it is."""
    text = sentence.passage.text
    if sentence.statement is not None or not text.casefold().startswith(_FOR):
        return None
    statement = tree.Strangers(written=text[len(_FOR) :].strip(), span=sentence.passage.span(len(_FOR)))
    return Sentence(sentence.passage, sentence.lexemes, statement)


_DONE_TO = re.compile(r"\sđược (?P<what>\w+)", re.IGNORECASE)


def _done_to(text: Lexed, whole: Sentence) -> Sentence | None:
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


def _somebody(left: Sentence, right: tuple[Sentence, ...]) -> Sentence | None:
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
    return name if bare and name and not timed and not _is_title(name) and not _CASES_OR_MONEY.search(left.passage.text) else ()


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


def _read_after_colon(text: Lexed) -> ReadText | None:
    """“Đối với X: <rules>”, “X: <rule>”, “Lưu ý: <rules>”: what stands before the first colon, and sentences behind it."""
    words = text.passage.text
    colon = next((at for at, char in outside(words) if char == ":" and at + 1 < len(words)), None)
    first = next(split(text, "."), text)
    if colon is None or colon > len(first.passage.text):
        return None
    left = read_part(text.cut(0, colon), ("context", "lead_in", "wave", "award_levels"))
    left = _for_award(left) or _places_of(text.cut(0, colon)) or _of_band(left) or _of_facet(text.cut(0, colon), left) or left
    narrowed = left.statement is None and words.casefold().startswith(_APART)
    if narrowed:
        left = read_part(text.cut(len(_APART), colon), ("context", "wave"))
    right = tuple(_items_of(text.cut(colon + 1)) if any_of_items(left.statement) else clauses_of(text.cut(colon + 1)))
    if left.statement is None and left.lexemes and not _of_campaign(left):
        right = tuple(map(_of_something, right))
    if left.statement is not None:
        return ReadText(left, False, right)
    if any(sentence.statement for sentence in right):
        counted = read_part(text.cut(0, colon), ("waves",))  # “gồm hai đợt: đợt 1 từ …, đợt 2 từ …”
        if counted.statement is not None:
            return ReadText(None, False, (counted, *right))
        if names_statistic(left.passage.text.strip()) and any(lacks_statistic(sentence.statement) for sentence in right):
            return ReadText(None, False, (as_prose(read_part(text, ())),))  # of a statistic that nobody has declared
        if names_award(left.passage.text.strip()) and any(isinstance(each.statement, award_tree.Quota) for each in right):
            return ReadText(None, False, (as_prose(read_part(text, ())),))
        strangers = _strangers(left) or _somebody(left, right)
        if strangers is None and (narrowed or _changes_what_is_meant(left, right)):
            return ReadText(None, False, (as_prose(read_part(text, ())),))
        return ReadText(strangers, False, right) if strangers else ReadText(None, False, (replace(left, titles=True), *right))
    return None


def _items_of(text: Lexed) -> Iterator[Sentence]:
    """The sentences behind “một trong các tiêu chuẩn sau:”, where “hoặc” before one of them says nothing more."""
    for clause in split(text, ";"):
        joined = JOINED_BEFORE.match(clause.passage.text)
        yield from clauses_of(clause.cut(joined.end() if joined else 0))


def _of_band(left: Sentence) -> Sentence | None:
    """“Tổng số giải quyết đến 90 việc: …”, “Trên 90 việc: …”: before a colon a statistic within bounds is a band, with or without “có”."""
    if left.statement is not None or not left.lexemes:
        return None
    first = left.lexemes[0]
    having = replace(first, terminal="HAVING", text="", end=first.start)
    said = read_tokens((having, *left.lexemes), ("context",))
    return replace(left, statement=said) if isinstance(said, tree.Context) and said.having is not None else None


def _of_facet(title: Lexed, left: Sentence) -> Sentence | None:
    """“Mức phấn đấu về tiền: 75%”: free words before “về tiền” are the title of it."""
    *others, last = [lexeme.terminal for lexeme in title.lexemes] or [""]
    if left.statement is not None or last not in _FACETS or not {*others} <= _OF_TITLES | {"STRIVE"}:
        return None
    return read_part(title.cut(title.lexemes[-1].start), ("context",))


def _changes_what_is_meant(left: Sentence, right: Sequence[Sentence]) -> bool:
    """“Về mặt tiền: 75%”: words that nobody has read and that are about cases or money, before a figure of nothing."""
    return _CASES_OR_MONEY.search(left.passage.text) is not None and any(lacks_statistic(each.statement) for each in right)


def _of_campaign(head: Sentence) -> bool:
    """“Thời gian, phạm vi thi đua” speaks of the campaign; “Thời gian nộp hồ sơ”, with words that no period may hold, does not."""
    others = next(family.refused for family in families() if family.start == "period")
    said = {lexeme.text.casefold() for lexeme in head.lexemes if lexeme.terminal == WORD}
    return any(lexeme.terminal == "DURATION" for lexeme in head.lexemes) and said.isdisjoint(others)


def _of_something(sentence: Sentence) -> Sentence:
    """“Kiểm tra chéo: từ ngày … đến ngày …” is no period of the campaign."""
    return as_prose(sentence) if isinstance(sentence.statement, date_tree.Period) and not sentence.statement.measured else sentence
