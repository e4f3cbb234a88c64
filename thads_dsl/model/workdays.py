"""Working days: counting them needs a list of holidays for each year that is counted in."""

from dataclasses import dataclass
from datetime import date, timedelta

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Holidays:
    """Days off on which offices would else work, and weekend days on which they work instead; `years` are those that the list covers."""

    off: frozenset[date] = frozenset()
    made_up: frozenset[date] = frozenset()
    years: frozenset[int] = frozenset()

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
