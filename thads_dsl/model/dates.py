"""Periods: both ends belong to them, as official texts mean “từ ngày … đến hết ngày …”."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day to the last day, both included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @classmethod
    def months_to(cls, last: date, count: int) -> "Period":
        """The `count` months that end with a day: 12 of them to 30/9/2026 begin on 01/10/2025."""
        return cls(add_months(last + timedelta(days=1), -count), last)

    def is_months(self, count: int) -> bool:
        """Whether this is `count` months: the last day is the day before the same day `count` months later, or that very day."""
        after = add_months(self.first, count)
        return self.last in (after, after - timedelta(days=1))


@dataclass(frozen=True, slots=True)
class ReportingYear:
    """A year of reports by the day it begins on: 01/10 in THADS (năm 2024: 01/10/2023 – 30/9/2024), or 01/01.

    It has the number of the calendar year in which it ends.
    """

    month: int
    day: int

    def of(self, year: int) -> Period:
        """The reporting year with this number."""
        begins_before = (self.month, self.day) != (1, 1)
        first = date(year - begins_before, self.month, self.day)
        return Period(first, add_months(first, 12) - timedelta(days=1))

    def containing(self, day: date) -> Period:
        """The reporting year that a day belongs to."""
        this = self.of(day.year)
        return this if day in this else self.of(day.year + 1)


# Thông tư liên tịch số 12/2021, Điều 6: the reporting year and all its periods begin on 01/10.
THADS_YEAR = ReportingYear(month=10, day=1)


def add_months(day: date, count: int) -> date:
    """The same day `count` months later, or the last day of that month if it is shorter."""
    years, month = divmod(day.month - 1 + count, 12)
    for number in (day.day, 30, 29, 28):
        try:
            return date(day.year + years, month + 1, number)
        except ValueError:
            continue
    raise AssertionError(f"month {month + 1} has no 28th")


def day_text(day: date) -> str:
    """dd/mm/yyyy as Nghị định 30/2020/NĐ-CP writes figures of dates: two digits for days and for months 1 and 2 only."""
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"
