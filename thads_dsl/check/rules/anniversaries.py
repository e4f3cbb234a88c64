"""TH505: “kỷ niệm N năm X (D - D)” counts right; and days in prose exist."""

import re
from calendar import isleap
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from thads_dsl.check.facts import Facts
from thads_dsl.check.times.days import ANY_LEAP_YEAR, day, impossible
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH505
from thads_dsl.source import Passage
from thads_dsl.syntax import tree
from thads_dsl.syntax.anniversaries import Anniversary, End, feasts_within
from thads_dsl.syntax.lexer import Lexeme, lex
from thads_dsl.syntax.written_forms import dates_within

_WORK = re.compile(r"\b(?:thực hiện|triển khai|thi hành)\b", re.IGNORECASE)
_YEARS = re.compile(r"\d\s+năm\s")


def anniversaries(facts: Facts) -> Iterator[Diagnostic]:
    """Every anniversary of the text, its abstract included, and every date inside references and quotations."""
    for line in facts.draft.lines:
        sentences = (each for each in (line.read.context, *line.read.sentences) if each is not None)
        told = [wrong for each in sentences for wrong in _islands(facts, each.passage, each.lexemes)]
        yield from told
        if line.item.aside:
            known = {each.at.span for each in told}
            yield from (each for each in _dates(line.item.text, 0, line.item.text.text) if each.at.span not in known)
    for key in facts.draft.outline.every_key:
        if key.name in ("trích yếu", "căn cứ"):
            yield from map(_in_place, _islands(facts, key.value, lex(key.value, facts.draft.names)))
        elif key.name in ("địa danh, thời gian", "hiệu lực"):
            yield from map(_in_place, _dates(key.value, 0, key.value.text))


def _in_place(complaint: Diagnostic) -> Diagnostic:
    """The same in the front matter, where nothing can be restated: it is put right where it stands."""
    ways = (replace(way, how=f"{way.how[0].upper()}{way.how[1:]}", for_issued=None) for way in complaint.ways if not way.for_issued)
    return replace(complaint, ways=tuple(ways))


def _islands(facts: Facts, passage: Passage, lexemes: tuple[Lexeme, ...]) -> Iterator[Diagnostic]:
    for lexeme in lexemes:
        if isinstance(lexeme.value, Anniversary):
            yield from _anniversary(passage, lexeme, lexeme.value)
        elif lexeme.terminal == "QUOTED" and _YEARS.search(lexeme.text):
            inner = passage.cut(lexeme.start + 1, lexeme.end - 1)
            yield from _islands(facts, inner, lex(inner, facts.draft.names))
        elif lexeme.terminal == "REFERENCE":
            yield from _dates(passage, lexeme.start, lexeme.text)


def _anniversary(passage: Passage, lexeme: Lexeme, found: Anniversary) -> Iterator[Diagnostic]:
    wrong = [*_dates(passage, lexeme.start, lexeme.text, found), *_feasts(passage, lexeme)]
    yield from wrong
    spans = [] if wrong else [(first, last) for first, last in found.spans if last is not None]
    of_work = "kỷ niệm" not in lexeme.text.casefold()
    counted = found.years is None or any(_counts(found.years, first, last, of_work) for first, last in spans)
    for first, last in spans:
        years = last[2] - first[2]
        until_eve = _WORK.search(lexeme.text) is not None and _is_eve(first, last)
        if counted and years > 0 and (until_eve or _same_day(first, last)):
            continue
        yield Diagnostic(
            code=TH505,
            message=f"ngày kỷ niệm {_text(last)} khác ngày gốc {_text(first)}"
            if counted
            else f"ghi {found.years} năm, từ {_text(first)} đến {_text(last)} là {years} năm",
            at=Label(lexeme.span),
            why="Số năm kỷ niệm bằng năm cuối trừ năm đầu, cùng ngày và tháng.",
            understood=True,
            ways=(Way("Có phải:", lexeme.text.replace(str(found.years), str(years), 1)),) if not counted and years > 0 else (),
        )
        return


def _counts(told: int, first: End, last: End, of_work: bool) -> bool:
    """Whether so many years lie between; of work that is told by its years alone both count: “5 năm thực hiện … (2021 - 2025)”."""
    years = last[2] - first[2]
    return told == years or (of_work and not any(first[:2]) and told == years + 1)


def _feasts(passage: Passage, lexeme: Lexeme) -> Iterator[Diagnostic]:
    """Days that come every year, which no calendar has: “30/2”."""
    for start, end, found in feasts_within(lexeme.text):
        ref = tree.DateRef(
            day=found.day,
            month=found.month,
            year=None,
            written=lexeme.text[start:end],
            span=passage.span(lexeme.start + start, lexeme.start + end),
        )
        yield from day(ref, ANY_LEAP_YEAR)[1]


def _same_day(first: End, last: End) -> bool:
    """Whether a day comes again, as far as both are given; the 29th of February is kept on the 28th of other years."""
    if not (first[0] and last[0]):
        return not (first[1] and last[1]) or first[1] == last[1]
    leap = first[:2] == (29, 2) and last[:2] == (28, 2) and not isleap(last[2])
    return first[:2] == last[:2] or leap


def _is_eve(first: End, last: End) -> bool:
    """Whether years of work that began on one day end with the other: “01 năm thực hiện … (từ 01/10/2023 đến 30/9/2024)”."""
    if not (first[0] and last[0]):
        return False
    after = date(*reversed(last)) + timedelta(days=1)
    return (after.day, after.month, after.year) == (first[0], first[1], last[2])


def _text(end: End) -> str:
    return "/".join(str(part) for part in end if part)


def _dates(passage: Passage, start: int, text: str, of: Anniversary | None = None) -> Iterator[Diagnostic]:
    for first, last, found in dates_within(text):
        at = passage.span(start + first, start + last)
        ref = tree.DateRef(day=found.day, month=found.month, year=found.year, written=text[first:last], span=at)
        _, wrong = day(ref, None)
        meant = _day_meant(of, ref) if wrong and of is not None else None
        yield from (impossible(ref, meant.year, meant),) if meant is not None else wrong


def _day_meant(of: Anniversary, ref: tree.DateRef) -> date | None:
    """The day of the other end of an anniversary, in the year of this one; None where that is no day either."""
    own = (ref.day, ref.month, ref.year)
    ends = [end for span in of.spans for end in span if end is not None]
    other = next((end for end in ends if end != own and end[0]), None)
    if own not in ends or other is None or ref.year is None:
        return None
    try:
        return date(ref.year, other[1], other[0])
    except ValueError:
        return None
