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
ANY_LEAP_YEAR = 2000  # of a day that is kept every year


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


def impossible(ref: tree.DateRef, year: int, meant: date | None = None) -> Diagnostic:
    """A day that no calendar has; `meant` is the one that the other day of an anniversary tells."""
    real, every_year = meant, ref.year is None and year == ANY_LEAP_YEAR
    if not EARLIEST <= year <= LATEST:
        why = f"Năm {year} không phải năm của một kế hoạch."
    elif 1 <= ref.month <= 12:
        last = add_months(date(year, ref.month, 1), 1) - timedelta(days=1)
        why = f"Tháng {ref.month} có nhiều nhất {last.day} ngày." if every_year else f"Tháng {ref.month}/{year} có {last.day} ngày."
        real = real or last
    else:
        why = "Một năm có 12 tháng."
    if meant is not None:
        why += f" Ngày kỷ niệm là {day_text(meant)[:-5]}."
    ways = _put_right(ref, real, meant is not None, every_year)
    return Diagnostic(code=TH501, message=_without_head(ref), at=Label(ref.span), why=why, ways=ways)


def _without_head(ref: tree.DateRef) -> str:
    """“ngày” before a date in figures stays where it is when the date is put right."""
    return re.sub(r"^ngày (?=\d+[/.-])", "", ref.written)


def _put_right(ref: tree.DateRef, real: date | None, sure: bool, every_year: bool) -> tuple[Way, ...]:
    """With a day that exists: the one that is meant, else the last of its month as an example."""
    line, written = ref.span.line, _without_head(ref)
    if real is None:
        return (Way(f"dán dưới dòng {line}, điền ngày đúng:", f"Đính chính: “{written}” thành “…”", for_issued=True),)
    new = f"ngày {real.day} tháng {real.month} năm {real.year}" if written.startswith("ngày") else day_text(real)
    if every_year:
        new = f"{real.day}/{real.month}"
    other, example = ("", "") if sure else (" (ngày đúng khác thì sửa lại)", ", ví dụ")
    return (
        Way(f"dán dưới dòng {line}{other}:", f"Đính chính: “{written}” thành “{new}”", for_issued=True),
        Way(f"sửa ngày ấy ở dòng {line}{example} thành:", new, for_issued=False),
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
