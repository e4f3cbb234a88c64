"""Hồ sơ: which of several deadlines a file must keep, and what is not known of it."""

from dataclasses import replace
from datetime import date

import pytest

from tests.unit.evaluate.hau_giang import DOCUMENTS, hau_giang
from tests.unit.evaluate.statistics import officer, run, unit
from thads_dsl.model.plan import Plan
from thads_dsl.model.results import DossierResult, Verdict
from thads_dsl.model.rules import Deadline
from thads_dsl.model.statistics import Base, DossierRecord, Subject

PLAN = hau_giang()
[FILES] = PLAN.deadlines
BRANCH = "Chi cục THADS huyện A"
BRANCHES = Subject("Chi cục THADS", Base.COLLECTIVE, ("Chi cục THADS",))
ROOMS = Subject("Phòng chuyên môn", Base.COLLECTIVE, ("Phòng chuyên môn",))
OFFICERS = Subject("Chấp hành viên", Base.INDIVIDUAL, ("Chấp hành viên",))


def due(day: int, subject: Subject | None = None, addressee: str = "", wave: str = "") -> Deadline:
    """A deadline for files on a day of July."""
    return replace(FILES, last_day=date(2024, 7, day), subject=subject, addressee=addressee, wave=wave)


def plan_with(*deadlines: Deadline) -> Plan:
    return replace(PLAN, deadlines=deadlines)


def file_of(plan: Plan, received: date | None = None) -> DossierResult:
    """What is said of the complete file of a Chi cục."""
    record = DossierRecord(BRANCH, "", dict.fromkeys(DOCUMENTS, True), received)
    [result] = run(plan, unit(), dossiers=(record,))[BRANCH].dossiers
    return result


def test_a_file_keeps_the_deadline_of_its_own_subject() -> None:
    assert file_of(plan_with(due(1), due(9, BRANCHES), due(5, ROOMS))).last_day == date(2024, 7, 9)


def test_without_one_of_its_own_it_keeps_the_one_for_all() -> None:
    assert file_of(plan_with(due(1), due(5, ROOMS))).last_day == date(2024, 7, 1)


def test_a_deadline_for_nobody_known_binds_no_file() -> None:
    assert file_of(plan_with(due(1, addressee="các Cụm thi đua"))).last_day is None


def test_the_file_of_a_person_keeps_the_deadline_of_the_unit_that_sends_it_unless_persons_have_their_own() -> None:
    for deadlines, day in (((due(9, BRANCHES),), 9), ((due(9, BRANCHES), due(12, OFFICERS)), 12)):
        results = run(plan_with(*deadlines), unit(), officer(), dossiers=())
        [found] = [each for name, each in results.items() if name != BRANCH]
        assert [each.last_day for each in found.dossiers] == [date(2024, 7, day)]


@pytest.mark.parametrize(
    ("received", "verdict", "unknown"),
    [
        (date(2024, 7, 5), Verdict.MET, ()),
        (date(2024, 7, 6), Verdict.UNKNOWN, ("hồ sơ của đợt thi đua nào",)),
        (date(2024, 7, 20), Verdict.UNKNOWN, ("hồ sơ của đợt thi đua nào",)),
        (date(2024, 7, 21), Verdict.FAILED, ()),
    ],
)
def test_between_the_deadlines_of_two_waves_nothing_is_decided(received: date, verdict: Verdict, unknown: tuple[str, ...]) -> None:
    result = file_of(plan_with(due(5, wave="đợt 1"), due(20, wave="đợt 2")), received)
    assert (result.verdict, result.unknown) == (verdict, unknown)
