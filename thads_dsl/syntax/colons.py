"""A line with a colon in it → the context before the colon, and the sentences behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from thads_dsl.syntax import award_tree, date_tree, tree
from thads_dsl.syntax.contexts import CASES_OR_MONEY, for_award, of_band, of_facet, places_of, somebody_named, strangers_named
from thads_dsl.syntax.grammar import families
from thads_dsl.syntax.holes import lacks_statistic, names_award, names_statistic
from thads_dsl.syntax.lexer import WORD, Lexed
from thads_dsl.syntax.sentences import (
    JOINED_BEFORE,
    ReadText,
    Sentence,
    any_of_items,
    as_prose,
    clauses_of,
    read_part,
)
from thads_dsl.syntax.stops import outside, split

_APART = "riêng "


def read_after_colon(text: Lexed) -> ReadText | None:
    """“Đối với X: <rules>”, “X: <rule>”, “Lưu ý: <rules>”: what stands before the first colon, and sentences behind it."""
    words = text.passage.text
    colon = next((at for at, char in outside(words) if char == ":" and at + 1 < len(words)), None)
    first = next(split(text, "."), text)
    if colon is None or colon > len(first.passage.text):
        return None
    left = read_part(text.cut(0, colon), ("context", "lead_in", "wave", "award_levels"))
    left = for_award(left) or places_of(text.cut(0, colon)) or of_band(left) or of_facet(text.cut(0, colon), left) or left
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
        strangers = strangers_named(left) or somebody_named(left, right)
        if strangers is None and (narrowed or _changes_what_is_meant(left, right)):
            return ReadText(None, False, (as_prose(read_part(text, ())),))
        return ReadText(strangers, False, right) if strangers else ReadText(None, False, (replace(left, titles=True), *right))
    return None


def is_for_all(split: ReadText) -> bool:
    """“Đối với X: …”, “Về việc: …”: words before a colon that say for whom or what the rules behind it are, and no more."""
    said = split.context.statement if split.context is not None else None
    led = isinstance(said, date_tree.Wave) or (isinstance(said, tree.Context) and not _begins_with_whom(split))
    return led and all(sentence.statement is not None for sentence in split.sentences)


def _begins_with_whom(split: ReadText) -> bool:
    assert split.context is not None
    return split.context.lexemes[0].terminal in ("SUBJECT", "EACH", "HAVING", "PEOPLE")


def _items_of(text: Lexed) -> Iterator[Sentence]:
    """The sentences behind “một trong các tiêu chuẩn sau:”, where “hoặc” before one of them says nothing more."""
    for clause in split(text, ";"):
        joined = JOINED_BEFORE.match(clause.passage.text)
        yield from clauses_of(clause.cut(joined.end() if joined else 0))


def _changes_what_is_meant(left: Sentence, right: Sequence[Sentence]) -> bool:
    """“Về mặt tiền: 75%”: words that nobody has read and that are about cases or money, before a figure of nothing."""
    return CASES_OR_MONEY.search(left.passage.text) is not None and any(lacks_statistic(each.statement) for each in right)


def _of_campaign(head: Sentence) -> bool:
    """“Thời gian, phạm vi thi đua” speaks of the campaign; “Thời gian nộp hồ sơ”, with words that no period may hold, does not.

    “Thời gian thi đua, tổng kết và kỳ số liệu” speaks of more than that.
    """
    if any(lexeme.terminal == "MEASURED_OVER" for lexeme in head.lexemes):
        return False
    others = next(family.refused for family in families() if family.start == "period")
    said = {lexeme.text.casefold() for lexeme in head.lexemes if lexeme.terminal == WORD}
    return any(lexeme.terminal == "DURATION" for lexeme in head.lexemes) and said.isdisjoint(others)


def _of_something(sentence: Sentence) -> Sentence:
    """“Kiểm tra chéo: từ ngày … đến ngày …” is no period of the campaign."""
    return as_prose(sentence) if isinstance(sentence.statement, date_tree.Period) and not sentence.statement.measured else sentence
