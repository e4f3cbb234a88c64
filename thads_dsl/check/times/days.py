"""Days and periods as written → days and periods that exist."""

import re
from datetime import date, timedelta

from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH501, TH503, TH507
from thads_dsl.model.dates import Period, add_months, day_text
from thads_dsl.source import Span
from thads_dsl.syntax import tree

# Years of plans, anniversaries and their bases; a year outside is a slip of the hand.
EARLIEST, LATEST = 1800, 2200


def day(ref: tree.DateRef, year: int | None) -> tuple[date | None, tuple[Diagnostic, ...]]:
    """The day, in `year` where the text names none."""
    year = ref.year or year
    if year is None:
        return None, (
            Diagnostic(
                code=TH507,
                message=f"{ref.written}: chưa rõ năm nào",
                at=Label(ref.span),
                why="Kế hoạch chưa có thời gian thi đua để suy ra năm.",
                ways=(Way("Ghi rõ năm:", f"{ref.written}/…"),),
            ),
        )
    if not EARLIEST <= year <= LATEST:
        return None, (impossible(ref, year),)
    try:
        return date(year, ref.month, ref.day), ()
    except ValueError:
        return None, (impossible(ref, year),)


def impossible(ref: tree.DateRef, year: int) -> Diagnostic:
    """A day that no calendar has."""
    real = ""
    if not EARLIEST <= year <= LATEST:
        why = f"Năm {year} không phải năm của một kế hoạch."
    elif 1 <= ref.month <= 12:
        last = add_months(date(year, ref.month, 1), 1) - timedelta(days=1)
        why = f"Tháng {ref.month}/{year} có {last.day} ngày."
        real = day_text(last)
    else:
        why = "Một năm có 12 tháng."
    written = re.sub(r"^ngày (?=\d+[/.])", "", ref.written)  # “ngày” stays where it is when the date is put right
    return Diagnostic(
        code=TH501,
        message=written,
        at=Label(ref.span),
        why=why,
        ways=(
            Way(f"dán dưới dòng {ref.span.line}, điền ngày đúng:", f"Đính chính: “{written}” thành “…”", for_issued=True),
            *([Way(f"sửa dòng {ref.span.line} thành một ngày có thật, ví dụ:", real, for_issued=False)] if real else []),
        ),
    )


def period(first: tree.DateRef, last: tree.DateRef, year: int | None) -> tuple[Period | None, tuple[Diagnostic, ...]]:
    """From the first to the last day, both included; the first takes the year of the second where it has none."""
    ends, found = day(last, year)
    begins, more = day(first, last.year or year)
    found += more
    if begins is None or ends is None:
        return None, found
    return in_order(begins, ends, first.span, last.span)


def in_order(begins: date, ends: date, first: Span, last: Span) -> tuple[Period | None, tuple[Diagnostic, ...]]:
    """The period between two days; a complaint where the first comes after the last."""
    if begins > ends:
        return None, (
            Diagnostic(
                code=TH503,
                message=f"ngày đầu {day_text(begins)} sau ngày cuối {day_text(ends)}",
                at=Label(first),
                also=(Label(last, "ngày cuối"),),
                why="Không ngày nào thuộc khoảng thời gian này.",
            ),
        )
    return Period(begins, ends), ()
