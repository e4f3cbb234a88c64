"""TH533: a date and the day of the week beside it are one day: “ngày 25/11/2026 (thứ Hai)” where it is a Wednesday."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.times.days import day
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH533
from thads_dsl.model.dates import day_text
from thads_dsl.source import Passage, canonical
from thads_dsl.syntax import tree
from thads_dsl.syntax.grammar import before_weekdays, weekdays
from thads_dsl.syntax.written_forms import dates_within

_WEEKDAY = "|".join(re.escape(word) for words in weekdays() for word in words)
_BEFORE = re.compile(rf"(?:^|(?P<word>\w+)[\s]+|[(,;:][\s]*)(?P<day>{_WEEKDAY})(?:[\s,]+|\s*\()(?:ngày\s+)?$", re.IGNORECASE)
_BEHIND = re.compile(rf"\s*(?:\(\s*(?P<day>{_WEEKDAY})\s*[),]|,\s*(?P<named>{_WEEKDAY})\s*(?:[).,;]|$))", re.IGNORECASE)
_WEEK = 7


def weekdays_of_dates(facts: Facts) -> Iterator[Diagnostic]:
    """Each full date of the text, marked lines and tables included, that is another day of the week than the one beside it."""
    for line in facts.draft.lines:
        for passage in _passages(line):
            yield from _wrong(passage)


def _passages(line: Line) -> Iterator[Passage]:
    if line.item.rows or line.item.aside:
        yield from line.restated.rows or (line.restated.text,)
        return
    yield from (each.passage for each in (line.read.context, *line.sentences) if each is not None)


def _wrong(passage: Passage) -> Iterator[Diagnostic]:
    """The complaints about one stretch of text."""
    free = 0  # up to here the words belong to a date before
    for start, end, found in dates_within(passage.text):
        before, behind = _BEFORE.search(passage.text[free:start]), _BEHIND.match(passage.text, end)
        counts = before is not None and before["word"] is not None and before["word"].casefold() not in before_weekdays()
        group = "day" if behind is not None and behind["day"] else "named"
        if before is not None and not counts:
            first, last = free + before.start("day"), free + before.end("day")
        elif behind is not None:
            first, last = behind.span(group)
        else:
            continue
        free = max(end, last)
        ref = tree.DateRef(day=found.day, month=found.month, year=found.year, written="", span=passage.span(start, end))
        real, _ = day(ref, None)
        if real is not None and real.weekday() != _weekday(passage.text[first:last]):
            yield _told(passage, (first, last), (start, end), real)


def _weekday(written: str) -> int:
    word = " ".join(written.split()).casefold()
    return next(at for at, words in enumerate(weekdays()) if word in {each.casefold() for each in words})


def _told(passage: Passage, named: tuple[int, int], dated: tuple[int, int], real: date) -> Diagnostic:
    said, written = passage.text[slice(*named)], passage.text[slice(*dated)]
    right, asked = weekdays()[real.weekday()][0], _weekday(said)
    nearest = min((real + timedelta(days=by) for by in range(-3, 4)), key=lambda each: each.weekday() != asked)
    end = max(named[1], dated[1])
    whole = canonical(passage.text[min(named[0], dated[0]) : end + (passage.text[end : end + 1] == ")")])
    line, as_named = passage.line, whole.replace(canonical(written), _like(written, nearest))
    return Diagnostic(
        code=TH533,
        message=f"ngày {canonical(written).removeprefix('ngày ')} là {right}, không phải {said}",
        at=Label(passage.span(*named)),
        also=(Label(passage.span(*dated)),),
        why="Ngày và thứ đứng cạnh nhau phải là một ngày; người đọc không biết theo bên nào.",
        ways=(
            Way(f"Nếu ngày đúng, dán dưới dòng {line}:", f"Đính chính: “{whole}” thành “{whole.replace(said, right)}”"),
            Way(f"Nếu thứ đúng, dán dưới dòng {line} (ngày đúng khác thì sửa lại):", f"Đính chính: “{whole}” thành “{as_named}”"),
        ),
        understood=True,
    )


def _like(written: str, real: date) -> str:
    """A day in the form of another."""
    spelled = f"{'ngày ' if written.startswith('ngày') else ''}{real.day:02d} tháng {real.month} năm {real.year}"
    return spelled if "tháng" in written else day_text(real)
