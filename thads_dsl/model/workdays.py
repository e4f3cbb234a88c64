"""Working days: counting them needs a list of holidays for each year that is counted in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

_SATURDAY = 5
# Bộ luật Lao động số 45/2019/QH14, Điều 112: those on fixed days of the calendar (month, day).
_FIXED = ((1, 1), (4, 30), (5, 1), (9, 2))


def _covers(days: frozenset[date], year: int) -> bool:
    fixed = all((day := date(year, *each)) in days or day.weekday() >= _SATURDAY for each in _FIXED)
    return fixed and any(date(year, 1, 19) <= day <= date(year, 2, 25) for day in days)


@dataclass(frozen=True, slots=True)
class Holidays:
    """Days off on which offices would else work, and weekend days on which they work instead; `years` are those that the list covers."""

    off: frozenset[date] = frozenset()
    made_up: frozenset[date] = frozenset()
    years: frozenset[int] = frozenset()

    @classmethod
    def listed(cls, off: Iterable[tuple[date, date]], made_up: Iterable[date]) -> "Holidays":
        """From stretches of days off. They cover a year when they hold all its fixed holidays and a day of Tết Nguyên đán."""
        days = frozenset(first + timedelta(days=count) for first, last in off for count in range((last - first).days + 1))
        years = {day.year for day in days}
        return cls(days, frozenset(made_up), frozenset(year for year in years if _covers(days, year)))

    def works(self, day: date) -> bool | None:
        """Whether offices work on a day; None in a year that the list does not cover."""
        if day.year not in self.years:
            return None
        return day in self.made_up or (day.weekday() < _SATURDAY and day not in self.off)

    def after(self, day: date, count: int, working: bool) -> date | None:
        """The last day of a term of `count` days that begins the day after `day`; None if an uncovered year must be counted in.

        The first day does not count (Bộ luật Dân sự năm 2015, Điều 147 khoản 2); a term that ends on a day off ends on the
        next working day (Điều 148 khoản 5).
        """
        last = day + timedelta(days=0 if working else count - 1)
        left = count if working else 1  # working days still to come
        while left:
            last += timedelta(days=1)
            works = self.works(last)
            if works is None:
                return None
            left -= works
        return last
