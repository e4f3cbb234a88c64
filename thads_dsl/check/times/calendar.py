"""What days that are not written out depend on: the reporting year, the day of signing, the year of the campaign."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from thads_dsl.check.draft import Draft
from thads_dsl.check.notes.written import phrase_note
from thads_dsl.check.times.days import day, in_order
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH502, TH525, TH526
from thads_dsl.model.dates import THADS_YEAR, Period, ReportingYear, add_months, day_text
from thads_dsl.syntax import date_tree, tree
from thads_dsl.syntax.signing import PLACE_AND_DATE, signing_day

REPORTING_YEAR = "năm báo cáo"
_YEAR_KEY = re.compile(r"từ\s+(?:ngày\s+)?(\d{1,2})/(\d{1,2})\s+đến\s+(?:hết\s+)?(?:ngày\s+)?(\d{1,2})/(\d{1,2})", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")

Found = tuple[Period | None, tuple[Diagnostic, ...]]


@dataclass(frozen=True, slots=True)
class Calendar:
    """`reporting` None: the plan does not say which year it counts in, and that of THADS is taken."""

    year: int | None = None
    reporting: ReportingYear | None = None
    signed: date | None = None

    @property
    def reports(self) -> ReportingYear:
        """The reporting year, said or not."""
        return self.reporting or THADS_YEAR


def calendar(draft: Draft) -> tuple[Calendar, tuple[Diagnostic, ...]]:
    """That of a plan's front matter."""
    said = signing_day(draft.key(PLACE_AND_DATE))
    reporting, found = _reporting_year(draft)
    return Calendar(None, reporting, said.real if said is not None else None), found


def _reporting_year(draft: Draft) -> tuple[ReportingYear | None, tuple[Diagnostic, ...]]:
    key = next((each for each in draft.outline.every_key if each.name == REPORTING_YEAR), None)
    if key is None:
        return None, ()
    found = _YEAR_KEY.fullmatch(key.value.text.rstrip(" ."))
    if found:
        day_, month, last_day, last_month = (int(part) for part in found.groups())
        try:
            made = ReportingYear(month, day_)
            last = made.of(2023).last
        except ValueError:
            last = None
        if last is not None and (last.day, last.month) == (last_day, last_month):
            return made, ()
    return None, (
        Diagnostic(
            code=TH525,
            message=f"“{key.value.text}”",
            at=Label(key.value.span()),
            why="Năm báo cáo là trọn một năm, ghi ngày đầu và ngày cuối.",
            ways=(
                Way("Viết một trong hai:", "Năm báo cáo: từ 01/10 đến 30/9"),
                Way("Viết một trong hai:", "Năm báo cáo: từ 01/01 đến 31/12"),
            ),
        ),
    )


def span_of_days(first: tree.Moment, last: tree.Moment, known: Calendar) -> Found:
    """From the first to the last moment, both days included; each takes its year from the other where it has none."""
    ends, found = _last(last, first, known)
    begins, more = _first(first, last, ends, known)
    if begins is None or ends is None:
        return None, (*found, *more)
    return in_order(begins, ends, first.span, last.span)


def days_until(first: tree.Moment, last: date, known: Calendar) -> Found:
    """From the first moment to a day that is known, both included; “đầu năm” is that of the reporting year which holds the day."""
    begins, found = _first(first, first, last, replace(known, year=last.year))
    return (None, found) if begins is None else in_order(begins, last, first.span, first.span)


def _year_in(moment: tree.Moment) -> int | None:
    return moment.day.year if moment.day else moment.year


def _last(last: tree.Moment, first: tree.Moment, known: Calendar) -> tuple[date | None, tuple[Diagnostic, ...]]:
    if last.day:
        return day(last.day, known.year)
    year = last.year or (None if last.of_year else known.year)
    if last.month:
        begins, found = day(_on_first(last), year)
        return (None if begins is None else add_months(begins, 1) - timedelta(days=1)), found
    if year is not None:
        return known.reports.of(year).last, ()
    begins, found = _first(first, last, None, known)
    return (None if begins is None else known.reports.containing(begins).last), found


def _first(first: tree.Moment, last: tree.Moment, ends: date | None, known: Calendar) -> tuple[date | None, tuple[Diagnostic, ...]]:
    if first.day:
        return day(first.day, _year_in(last) or known.year)
    if first.month:
        return day(_on_first(first), first.year or _year_in(last) or known.year)
    if not first.of_year:
        return known.signed, () if known.signed else (_not_signed(first),)
    if first.year is not None:
        return known.reports.of(first.year).first, ()
    return (None if ends is None else known.reports.containing(ends).first), ()


def _on_first(moment: tree.Moment) -> tree.DateRef:
    return tree.DateRef(day=1, month=moment.month, year=moment.year, written=moment.written, span=moment.span)


def _not_signed(moment: tree.Moment) -> Diagnostic:
    return Diagnostic(
        code=TH526,
        message=f"“{moment.written}” tính từ ngày ký, mà văn bản chưa ghi ngày",
        at=Label(moment.span),
        why="Ghi đủ ngày, tháng, năm ở dòng “Địa danh, thời gian:”, hoặc ghi thẳng ngày bắt đầu.",
        ways=(Way("Ví dụ:", "từ ngày …/…/… đến hết ngày …/…/…"),),
    )


def measured_period(measured: date_tree.Measured, known: Calendar) -> Found:
    """The period whose results count; its length must be the months that the text says."""
    if measured.first is None:
        return _of_reporting_year(measured, known), ()
    found, complaints = _from_to(measured, measured.first, known)
    if found is None:
        return None, complaints
    if measured.year not in (None, found.last.year):
        return found, (_other_year(measured, found),)
    return found, () if found.is_months(measured.months) else (_other_length(measured, measured.last, found),)


def as_long_as_said(period: Found, said: date_tree.Length | None, last: tree.Moment) -> Found:
    """The period, with a complaint where its sentence says another number of months: “03 tháng, từ … đến …”."""
    found, complaints = period
    if found is None or said is None or found.is_months(said.months):
        return period
    return found, (*complaints, _other_length(said, last, found))


def _of_reporting_year(measured: date_tree.Measured, known: Calendar) -> Period | None:
    """“6 tháng đầu năm 2026” of a plan that says which year it counts in; of another, a rule complains (two readings)."""
    year = measured.year or known.year
    if known.reporting is None or year is None:
        return None
    first = known.reporting.of(year).first
    return Period(first, add_months(first, measured.months) - timedelta(days=1))


def _from_to(measured: date_tree.Measured, first: tree.Moment, known: Calendar) -> Found:
    if measured.last is not None:
        return span_of_days(first, measured.last, Calendar(measured.year, known.reporting, known.signed))
    begins, found = _first(first, first, None, known)
    if begins is None:
        return None, found
    return Period(begins, add_months(begins, measured.months) - timedelta(days=1)), ()


def _other_year(measured: date_tree.Measured, found: Period) -> Diagnostic:
    return Diagnostic(
        code=TH502,
        message=f"ghi năm {measured.year}, ngày ghi ra kết thúc năm {found.last.year}",
        at=Label(measured.span),
        why="Năm báo cáo bắt đầu từ 01/10 năm trước; kỳ số liệu đầu năm nào thì kết thúc trong năm ấy.",
        ways=(Way("Sửa thành:", f"{measured.months} tháng đầu năm {found.last.year}"),),
    )


def _other_length(said: date_tree.Length | date_tree.Measured, end: tree.Moment | None, found: Period) -> Diagnostic:
    told, line = said.months, said.span.line
    last = add_months(found.first, told) - timedelta(days=1)
    months = next((count for count in range(1, 37) if found.is_months(count)), None)
    ways = []
    if end is not None and end.day is not None:
        day_meant = f"{'ngày ' if end.day.written.startswith('ngày') else ''}{day_text(last)}"
        ways.append(Way(f"Nếu đúng là {told} tháng, dán dưới dòng {line}:", phrase_note(end.day.written, day_meant)))
    if months is not None:
        months_meant = said.written.replace(_DIGITS.findall(said.written)[0], str(months), 1)
        ways.append(Way(f"Nếu đúng là đến hết {day_text(found.last)}, dán dưới dòng {line}:", phrase_note(said.written, months_meant)))
    written = f"ngày ghi ra là {months} tháng" if months else "ngày ghi ra không tròn tháng"
    return Diagnostic(
        code=TH502,
        message=f"ghi {told} tháng, {written}",
        at=Label(said.span),
        why=f"Từ {day_text(found.first)}, {told} tháng kết thúc ngày {day_text(last)}.",
        ways=tuple(ways),
    )
