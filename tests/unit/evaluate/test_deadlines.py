"""Hồ sơ: which of several deadlines a file must keep, and what is not known of it."""

from dataclasses import replace
from datetime import date

import pytest

from tests.unit.evaluate.hau_giang import DOCUMENTS, hau_giang
from tests.unit.evaluate.statistics import officer, run, statistics, unit
from thads_dsl.evaluate import evaluate
from thads_dsl.model.dates import Period
from thads_dsl.model.plan import Plan
from thads_dsl.model.results import DossierResult, Verdict
from thads_dsl.model.rules import Deadline, Wave
from thads_dsl.model.statistics import Base, DossierRecord, Subject

PLAN = hau_giang()
[FILES] = PLAN.deadlines
BRANCH = "Chi cục THADS huyện A"
BRANCHES = Subject("Chi cục THADS", Base.COLLECTIVE, ("Chi cục THADS",))
MET, FAILED = Verdict.MET, Verdict.FAILED
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
        assert days_of_a_person(plan_with(*deadlines)) == [date(2024, 7, day)]


def days_of_a_person(plan: Plan) -> list[date | None]:
    """The last days of the files of somebody of a Chi cục."""
    results = run(plan, unit(), officer(), dossiers=())
    [found] = [each for name, each in results.items() if name != BRANCH]
    return [each.last_day for each in found.dossiers]


def test_the_deadline_for_files_of_collectives_is_not_that_of_people_and_that_of_units_is() -> None:
    collectives, units = (Subject(name, Base.COLLECTIVE) for name in ("tập thể", "đơn vị"))
    assert days_of_a_person(plan_with(due(9, collectives))) == [None]
    assert days_of_a_person(plan_with(due(9, collectives), due(12))) == [date(2024, 7, 12)]
    assert days_of_a_person(plan_with(due(9, units))) == [date(2024, 7, 9)]


def waves(*deadlines: Deadline) -> Plan:
    """Two waves, each with places and files of its own."""
    period = Period(date(2024, 7, 1), date(2024, 7, 2))
    made = tuple(Wave(id=f"đợt {at}", place=FILES.place, line=1, text="", ordinal=at, label=f"đợt {at}", period=period) for at in (1, 2))
    standards = tuple(replace(each, id=f"{each.id} ({wave.label})", wave=wave.label) for each in PLAN.standards for wave in made)
    return replace(PLAN, deadlines=deadlines, waves=made, standards=standards)


def held(wave: str, received: date | None) -> DossierRecord:
    return DossierRecord(BRANCH, "", {f"{document} ({wave})": True for document in DOCUMENTS}, received, wave)


@pytest.mark.parametrize(("received", "first", "second"), [(5, MET, MET), (6, FAILED, MET), (21, FAILED, FAILED)])
def test_the_file_of_a_wave_keeps_the_deadline_of_its_own_wave(received: int, first: Verdict, second: Verdict) -> None:
    plan = waves(due(5, wave="đợt 1"), due(20, wave="đợt 2"))
    files = tuple(held(wave, date(2024, 7, received)) for wave in ("đợt 1", "đợt 2"))
    found = {each.occasion.wave: each.dossiers for each in evaluate(plan, statistics(unit(), dossiers=files)).subjects}
    assert {wave: [(file.wave, file.verdict) for file in each] for wave, each in found.items()} == {
        "đợt 1": [("đợt 1", first)],
        "đợt 2": [("đợt 2", second)],
    }


def test_a_wave_without_a_deadline_of_its_own_keeps_the_one_for_all_waves() -> None:
    plan = waves(due(5, wave="đợt 1"), due(20))
    files = tuple(held(wave, date(2024, 7, 8)) for wave in ("đợt 1", "đợt 2"))
    results = evaluate(plan, statistics(unit(), dossiers=files)).subjects
    assert [file.last_day for each in results for file in each.dossiers] == [date(2024, 7, 5), date(2024, 7, 20)]


def test_nothing_is_said_of_a_wave_whose_columns_are_empty_unless_its_award_is_due() -> None:
    plan = waves(due(5, wave="đợt 1"), due(20, wave="đợt 2"))
    results = evaluate(plan, statistics(unit(cases=(1000, 500, 1)), dossiers=(held("đợt 1", date(2024, 7, 5)),))).subjects
    assert {each.occasion.wave: len(each.dossiers) for each in results} == {"đợt 1": 1, "đợt 2": 0}


@pytest.mark.parametrize(
    ("received", "verdict", "unknown"),
    [
        (date(2024, 7, 5), Verdict.MET, ()),
        (date(2024, 7, 6), Verdict.UNKNOWN, ("hồ sơ theo thời hạn nào",)),
        (date(2024, 7, 20), Verdict.UNKNOWN, ("hồ sơ theo thời hạn nào",)),
        (date(2024, 7, 21), Verdict.FAILED, ()),
    ],
)
def test_between_two_deadlines_for_one_file_nothing_is_decided(received: date, verdict: Verdict, unknown: tuple[str, ...]) -> None:
    result = file_of(plan_with(due(5), due(20)), received)
    assert (result.verdict, result.unknown) == (verdict, unknown)
