"""Days and periods as written → days and periods that exist."""

import re
from datetime import date, timedelta

from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH501, TH502, TH503, TH507
from thads_dsl.model.dates import Period, add_months, day_text
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
    if begins > ends:
        return None, (
            Diagnostic(
                code=TH503,
                message=f"ngày đầu {day_text(begins)} sau ngày cuối {day_text(ends)}",
                at=Label(first.span),
                also=(Label(last.span, "ngày cuối"),),
                why="Không ngày nào thuộc khoảng thời gian này.",
            ),
        )
    return Period(begins, ends), ()


def _other_year(measured: tree.Measured, found: Period) -> Diagnostic:
    return Diagnostic(
        code=TH502,
        message=f"ghi năm {measured.year}, ngày ghi ra kết thúc năm {found.last.year}",
        at=Label(measured.span),
        why="Năm báo cáo bắt đầu từ 01/10 năm trước; kỳ số liệu đầu năm nào thì kết thúc trong năm ấy.",
        ways=(Way("Sửa thành:", f"{measured.months} tháng đầu năm {found.last.year}"),),
    )


def measured_period(measured: tree.Measured) -> tuple[Period | None, tuple[Diagnostic, ...]]:
    """The period whose results count; its length must be the months that the text says."""
    found, complaints = period(measured.first, measured.last, None)
    if found is None:
        return None, complaints
    if measured.year not in (None, found.last.year):
        return found, (_other_year(measured, found),)
    if found.is_months(measured.months):
        return found, ()
    last = add_months(found.first, measured.months) - timedelta(days=1)
    ways = [Way("Sửa thành:", f"{measured.months} tháng … đến hết {day_text(last)}")]
    if months := next((count for count in range(1, 37) if found.is_months(count)), None):
        ways.append(Way("hoặc:", f"{months} tháng … đến hết {day_text(found.last)}"))
    written = f"ngày ghi ra là {months} tháng" if months else "ngày ghi ra không tròn tháng"
    return found, (
        Diagnostic(
            code=TH502,
            message=f"ghi {measured.months} tháng, {written}",
            at=Label(measured.span),
            why=f"Từ {day_text(found.first)}, {measured.months} tháng kết thúc ngày {day_text(last)}.",
            ways=tuple(ways),
        ),
    )
