"""Last year's plan → this year's draft: the author's text with its dates, years and agencies moved, and marks where only the author knows.

It works on the author's characters line by line: what is not changed stays as it was typed, comments and layout too. A plan with
errors is rolled all the same; its errors stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from thads_dsl.check import Draft, read_draft
from thads_dsl.check.lower import lower
from thads_dsl.diagnostics import Diagnostic
from thads_dsl.model.dates import Period, add_months
from thads_dsl.model.rules import PeriodRule
from thads_dsl.source import Passage, SourceText
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.lines import LineToken, line_tokens
from thads_dsl.syntax.outline import outline
from thads_dsl.syntax.reading import unreadable
from thads_dsl.tools.drafting import Rolled, drafted
from thads_dsl.tools.findings import Change, Found, Mark, quoted
from thads_dsl.tools.front import key_of, reset
from thads_dsl.tools.restatements import image
from thads_dsl.tools.successors import Renaming, renamed, renaming
from thads_dsl.tools.years import Move, forms, moved

_NOTES = ("RESTATEMENT", "PROPOSAL", "CORRECTION")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_DEFINED = "ngày, năm trong phần định nghĩa giữ nguyên; xem có phải đổi không."
# A new draft has not been issued: nothing of it needs a correction.
_CORRECTED = Mark("dòng Đính chính", "bản mới chưa ban hành: sửa thẳng vào câu trên rồi bỏ dòng này.")
_TERRITORY = Mark("tên tỉnh, địa danh, ký hiệu văn bản", "từ 01/7/2025 nhiều tỉnh đã sắp xếp lại; xem còn đúng không.")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a plan cannot be rolled: complaints about its characters, or a sentence."""

    source: SourceText
    diagnostics: tuple[Diagnostic, ...] = ()
    why: str = ""


def roll(path: str, raw: bytes, year: int) -> Rolled | Refusal:
    """The draft of `year` made of an earlier plan; to the plan's own year only its front matter is made that of a draft."""
    source = SourceText.read(path, raw)
    if found := unreadable(source):
        return Refusal(source, found)
    draft, _ = read_draft(source, outline(source))
    times = _times(draft)
    if times is None:
        return Refusal(source, why="chưa rõ kế hoạch của năm nào: ghi năm vào dòng “Trích yếu:”, ví dụ “… năm 2024”, rồi làm lại.")
    move = Move(times.last.year, year)
    if move.by < 0:
        return Refusal(source, why=f"kế hoạch đã là của năm {move.old}; chỉ chuyển được sang năm ấy hoặc năm sau.")
    names = renaming(draft.vocabulary, times, _later(times, move.by))
    return drafted(source, raw, move, list(_Walk(draft, move, names).lines()))


def _times(draft: Draft) -> Period | None:
    """When the plan is in force: its campaign, else the period of its figures, else the year that its front matter names."""
    rules = lower(draft).of(PeriodRule)
    periods = [rule.period for rule in rules if not rule.measured] or [rule.period for rule in rules]
    if periods:
        return Period(min(each.first for each in periods), max(each.last for each in periods))
    for name in ("trích yếu", "địa danh, thời gian"):
        value = next((key.value for key in draft.outline.keys if key.name == name), None)
        years = [int(year) for year in _YEAR.findall(value.text)] if value else []
        if years and date.min.year <= max(years) < date.max.year:
            return Period(date(max(years), 1, 1), date(max(years), 12, 31))
    return None


def _later(times: Period, years: int) -> Period:
    return Period(add_months(times.first, 12 * years), add_months(times.last, 12 * years))


class _Walk:
    """One pass over the lines that say something, each with what is found in it."""

    def __init__(self, draft: Draft, move: Move, names: Renaming) -> None:
        self.draft, self.move, self.names = draft, move, names
        self.owner: tuple[Passage, list[Found]] | None = None  # the line that notes are about
        self.defining = False  # within SỐ LIỆU VÀ CÁCH TÍNH and the like: what they say of days and years is so in any year

    def lines(self) -> Iterator[tuple[Passage, list[Found], int]]:
        """Each line, what is found in it, and above which line marks of it stand: never inside a table."""
        above = 0
        for token in line_tokens(self.draft.source):
            above = above if token.terminal == "NEXT_ROW" else token.passage.line
            self.defining = token.terminal == "SECTION" or (self.defining and token.terminal != "EXAMPLE")
            found = self._found(token)
            if token.terminal not in _NOTES:
                self.owner = token.passage, found
            yield token.passage, found, above

    def _found(self, token: LineToken) -> list[Found]:
        line, is_key = token.passage, token.terminal == "KEY"
        special = reset(line, self.move) if is_key else None
        if special is not None:
            return [*special, *self._territory(line)]
        if not self.move.by:
            return []
        lexemes = forms(line, self.draft.names)
        if token.terminal in _NOTES and self.owner is not None:
            corrected = [_CORRECTED] if token.terminal == "CORRECTION" else []
            return [*self._note(line, lexemes, *self.owner), *corrected]
        if self.defining:
            return [*self._kept(line, lexemes), *renamed(lexemes, self.names, in_full=False)]
        return [*self._general(lexemes, is_key), *(self._territory(line) if is_key else ())]

    def _kept(self, line: Passage, lexemes: Sequence[Lexeme]) -> Iterator[Mark]:
        for each in moved(lexemes, self.move):
            yield Mark(quoted(line.text[each.start : each.end]), _DEFINED) if isinstance(each, Change) else each

    def _general(self, lexemes: Sequence[Lexeme], in_full: bool = False) -> list[Found]:
        return [*moved(lexemes, self.move), *renamed(lexemes, self.names, in_full)]

    def _note(self, line: Passage, lexemes: Sequence[Lexeme], owner: Passage, above: Sequence[Found]) -> list[Found]:
        """Quotations of the line above become what that line becomes, or they would quote it no longer."""
        same = image(line, owner, above, self.move.by)
        outside = [each for each in self._general(lexemes) if not (isinstance(each, Change) and any(words.covers(each) for words in same))]
        return [*(words.change for words in same if words.change is not None), *outside]

    def _territory(self, line: Passage) -> Iterator[Mark]:
        if self.names.due and key_of(line)[0] in ("cơ quan ban hành", "địa danh, thời gian", "số, ký hiệu"):
            yield _TERRITORY
