"""Dates, years and anniversaries of a line → the same in the year of the new plan.

It goes by the kind of each written form, so that a form the lexer learns later is moved too: what holds a year and is not named
here is moved. Left for the author: documents that are cited, phases (“giai đoạn 2021 - 2025”), years far from that of the plan,
and four digits that nothing calls a year.
"""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from thads_dsl.source import Passage
from thads_dsl.syntax.anniversaries import SPAN, Anniversary
from thads_dsl.syntax.lexer import WORD, Lexeme, lex
from thads_dsl.syntax.names import NameTable
from thads_dsl.syntax.written_forms import DateText, dates_within
from thads_dsl.tools.findings import Change, Edit, Found, Mark, quoted

_CITED = "giữ nguyên; xem còn hiệu lực không, đã có văn bản mới thay chưa."
_OF_LAST_YEAR = "văn bản của năm trước, giữ nguyên; thay bằng văn bản của năm nay nếu đã có."
_PHASE = "giữ nguyên; xem kế hoạch mới còn thuộc giai đoạn này không."
_FAR = "cách xa năm của kế hoạch nên giữ nguyên; xem có phải đổi không."
_BARE = "chưa rõ có phải là năm không nên giữ nguyên; xem có phải đổi không."
_NOT_LEAP = "tháng 2 của năm này không có ngày 29; xem ngày này đã đúng chưa."
_LEAP = "tháng 2 của năm này có 29 ngày; xem ngày này đã đúng chưa."

# A plan speaks of its own year, of the one before (reporting year, same period, baseline) and of the one after (deadlines).
_NEAR = 1
# Years further away than this are history, and nobody would want to move them.
_HISTORY = 10
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_FIGURES = re.compile(r"\d+")
# What counts something, or points somewhere: four digits in it are no year.
_COUNTED = frozenset({"MEASURE", "PERCENT", "AWARDS", "MONTHS", "RANGE", "SHARE", "PLACE", WORD})


@dataclass(frozen=True, slots=True)
class Move:
    """From the year of the old plan to that of the new one."""

    old: int
    new: int

    @property
    def by(self) -> int:
        """How many years everything moves."""
        return self.new - self.old

    def distance(self, year: int) -> int:
        """How far a year is from that of the old plan."""
        return abs(year - self.old)


def cited_document(text: str, move: Move) -> Mark:
    """A document that a plan cites keeps its number and its date; one of the plan's own time has perhaps a successor by now."""
    recent = any(move.distance(int(year)) <= _NEAR for year in _YEAR.findall(text))
    return Mark(quoted(text), _OF_LAST_YEAR if recent else _CITED)


def forms(passage: Passage, names: NameTable) -> tuple[Lexeme, ...]:
    """The tokens of a line, those inside quotations in the place of the quotation."""
    found: list[Lexeme] = []
    for lexeme in lex(passage, names):
        if lexeme.text.startswith('"'):
            start, end = lexeme.start + 1, lexeme.end - 1
            inner = passage.cut(start, end)
            blanks = len(passage.text[start:end]) - len(passage.text[start:end].lstrip(" "))
            found += (each.moved(start + blanks) for each in forms(inner, names))
        else:
            found.append(lexeme)
    return tuple(_with_lists_of_years(found))


def _with_lists_of_years(lexemes: Sequence[Lexeme]) -> Iterator[Lexeme]:
    """“năm 2023, 2024 và 2025” names three years, “năm 2021 - 2025” a phase."""
    said = ""
    for index, lexeme in enumerate(lexemes):
        before = lexemes[index - 1] if index else None
        if lexeme.terminal == "NUMBER" and _YEAR.fullmatch(lexeme.text) and said and before is not None:
            if before.terminal in ("COMMA", "AND"):
                lexeme = replace(lexeme, terminal="YEAR")
            elif before.text == "-":
                lexeme = replace(lexeme, terminal="PHASE")
        elif lexeme.terminal == "YEAR" and _begins_phase(lexemes[index + 1 : index + 3]):
            lexeme = replace(lexeme, terminal="PHASE")
        if lexeme.terminal not in ("COMMA", "AND") and lexeme.text != "-":
            said = lexeme.terminal if lexeme.terminal in ("YEAR", "PHASE") else ""
        yield lexeme


def _begins_phase(following: Sequence[Lexeme]) -> bool:
    return len(following) == 2 and following[0].text == "-" and _YEAR.fullmatch(following[1].text) is not None


def moved(lexemes: Sequence[Lexeme], move: Move) -> Iterator[Found]:
    """What becomes of every date and year of a line."""
    cited = False  # a document whose date is still to come: “Quyết định số 12/QĐ-BTP của Bộ trưởng ngày 20/3/2024”
    for index, lexeme in enumerate(lexemes):
        if lexeme.terminal == "REFERENCE":
            cited = not dates_within(lexeme.text)
            yield cited_document(lexeme.text, move)
        elif cited and lexeme.terminal == "DATE" and lexemes[index - 1].terminal in (WORD, "AGENCY", "POST", "COMMA", "REFERENCE"):
            cited = False
        else:
            cited = cited and lexeme.text not in (".", ";")
            yield from _moved(lexeme, move)


def _moved(lexeme: Lexeme, move: Move) -> Iterator[Found]:
    match lexeme.terminal, lexeme.value:
        case "LAW", _:
            if _YEAR.search(lexeme.text):
                yield cited_document(lexeme.text, move)
        case "PHASE", _:
            yield Mark(quoted(lexeme.text), _PHASE)
        case "ANNIVERSARY", Anniversary(years=None, spans=((_, None),)):  # “Quốc khánh 02/9/2024”
            for first, last, day in dates_within(lexeme.text):
                if day.year is not None:
                    yield from _if_near(lexeme, day.year, _of_february(lexeme.start + first, lexeme.text[first:last], day.year, move), move)
        case "ANNIVERSARY", Anniversary(spans=spans):
            yield from _anniversary(lexeme, [last[2] for _, last in spans if last is not None], move)
        case "NUMBER", _:
            if _YEAR.fullmatch(lexeme.text) and move.distance(int(lexeme.text)) <= _NEAR:
                yield Mark(quoted(lexeme.text), _BARE)
        case "DATE", DateText(year=None):
            yield from _of_february(lexeme.start, lexeme.text, move.old, move)
        case "DATE", DateText(year=int(year)):
            yield from _if_near(lexeme, year, _of_february(lexeme.start, lexeme.text, year, move), move)
        case terminal, _ if terminal not in _COUNTED:
            yield from _years(lexeme, move)


def _if_near(lexeme: Lexeme, year: int, found: Iterator[Found], move: Move) -> Iterator[Found]:
    if move.distance(year) <= _NEAR:
        yield from found
    elif move.distance(year) <= _HISTORY:
        yield Mark(quoted(lexeme.text), _FAR)


def _years(lexeme: Lexeme, move: Move) -> Iterator[Found]:
    """“năm 2024”, “quý II năm 2024”, “9 tháng đầu năm 2024”, and whatever else holds a year."""
    written = list(_YEAR.finditer(lexeme.text))
    if any(move.distance(int(year[0])) > _NEAR for year in written):
        yield from _if_near(lexeme, max((int(year[0]) for year in written), key=move.distance), iter(()), move)
    elif written:
        edits = (Edit(lexeme.start + year.start(), lexeme.start + year.end(), str(int(year[0]) + move.by)) for year in written)
        yield Change(lexeme.start, lexeme.end, tuple(edits))


def _of_february(start: int, written: str, year: int, move: Move) -> Iterator[Found]:
    """A day in another year: all stay what they are, but for the 29th of February."""
    figures = list(_FIGURES.finditer(written))
    day, month, new = int(figures[0][0]), int(figures[1][0]), year + move.by
    edits = [Edit(start + found.start(), start + found.end(), str(new)) for found in figures[2:]]
    shown = f"{written[: figures[2].start()]}{new}" if figures[2:] else written
    if month == 2 and day == 29 and isleap(year) and not isleap(new):
        edits.insert(0, Edit(start + figures[0].start(), start + figures[0].end(), "28"))
        yield Mark(quoted(shown.replace("29", "28", 1)), _NOT_LEAP)
    elif month == 2 and day == 28 and isleap(new) and not isleap(year):
        yield Mark(quoted(shown), _LEAP)
    if edits:
        yield Change(start, start + len(written), tuple(edits))


def _anniversary(lexeme: Lexeme, lasts: Sequence[int], move: Move) -> Iterator[Found]:
    """“kỷ niệm 78 năm X (19/7/1946 - 19/7/2024)”: the count and the last date move together, so that what was right stays right."""
    count = re.match(r"[^\d(]*(\d+)(?![\d/.-])(?:\s+năm\b)?", lexeme.text, re.IGNORECASE)
    if count is not None and all(move.distance(last) <= _NEAR for last in lasts):
        edit = Edit(lexeme.start + count.start(1), lexeme.start + count.end(1), str(int(count[1]) + move.by))
        yield Change(lexeme.start + count.start(1), lexeme.start + count.end(), (edit,))
    ends = [span for span in SPAN.finditer(lexeme.text) if span[2]][-len(lasts) :] if lasts else []
    for last, found in zip(lasts, ends, strict=True):
        yield from _if_near(lexeme, last, _last_date(lexeme, found, last, move), move)


def _last_date(lexeme: Lexeme, found: re.Match[str], last: int, move: Move) -> Iterator[Found]:
    at, written = found.start(2), found[2]
    if len(_FIGURES.findall(written)) == 3:
        yield from _of_february(lexeme.start + at, written, last, move)
    else:
        year = list(_YEAR.finditer(written))[-1]
        start = lexeme.start + at
        yield Change(start, start + len(written), (Edit(start + year.start(), start + year.end(), str(last + move.by)),))
