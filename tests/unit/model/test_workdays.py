"""Working days are counted by a list of holidays, and not at all where the list says nothing."""

from datetime import date

import pytest

from thads_dsl.model.dates import THADS_YEAR, ReportingYear
from thads_dsl.model.workdays import Holidays
from thads_dsl.vocabulary import shipped

THADS = shipped("THADS")
assert THADS is not None
HOLIDAYS = Holidays.listed(((each.first, each.last) for each in THADS.days_off), THADS.working_days)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2024, 2, 8), False),  # Tết Giáp Thìn
        (date(2024, 2, 14), False),
        (date(2024, 2, 15), True),
        (date(2024, 4, 29), False),  # put on Saturday 04/5
        (date(2024, 5, 4), True),
        (date(2024, 5, 5), False),
        (date(2025, 9, 1), False),
        (date(2023, 9, 4), False),
    ],
)
def test_days_off_and_days_made_up_are_those_of_the_notices(day: date, works: bool) -> None:
    assert HOLIDAYS.works(day) is works


def test_a_year_without_a_list_is_not_guessed() -> None:
    assert HOLIDAYS.works(date(2031, 7, 1)) is None
    assert HOLIDAYS.after(date(2031, 6, 30), 5, working=True) is None
    assert HOLIDAYS.after(date(2026, 12, 30), 5, working=True) is None


def test_the_first_day_of_a_term_does_not_count() -> None:
    assert HOLIDAYS.after(date(2024, 7, 1), 3, working=True) == date(2024, 7, 4)
    assert HOLIDAYS.after(date(2024, 7, 1), 3, working=False) == date(2024, 7, 4)


def test_working_days_leave_weekends_and_holidays_out() -> None:
    assert HOLIDAYS.after(date(2024, 6, 28), 5, working=True) == date(2024, 7, 5)
    assert HOLIDAYS.after(date(2024, 4, 26), 1, working=True) == date(2024, 5, 2)


def test_a_term_that_ends_on_a_day_off_ends_on_the_next_working_day() -> None:
    assert HOLIDAYS.after(date(2024, 2, 2), 7, working=False) == date(2024, 2, 15)
    assert HOLIDAYS.after(date(2024, 7, 3), 3, working=False) == date(2024, 7, 8)


def test_without_a_list_nothing_is_known() -> None:
    assert Holidays().works(date(2024, 7, 1)) is None


@pytest.mark.parametrize(
    ("year", "first", "last"),
    [
        (THADS_YEAR, date(2023, 10, 1), date(2024, 9, 30)),
        (ReportingYear(month=1, day=1), date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_a_reporting_year_has_the_number_of_the_year_it_ends_in(year: ReportingYear, first: date, last: date) -> None:
    assert (year.of(2024).first, year.of(2024).last) == (first, last)
    assert year.containing(first) == year.containing(last) == year.of(2024)
