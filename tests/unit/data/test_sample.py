"""The sample statistics show every case that the plan knows."""

from fractions import Fraction

import pytest

from tests.samples.hau_giang_2024 import PATH, SANCTIONS, compiled, workbook
from tests.unit.data.handed_in import PLAN, sample, whole, xlsx
from thads_dsl.data import read_statistics
from thads_dsl.evaluate import evaluate
from thads_dsl.model.dates import day_text
from thads_dsl.model.results import Proposal, Results, Verdict
from thads_dsl.model.statistics import Statistics


@pytest.fixture(scope="module")
def statistics(tmp_path_factory: pytest.TempPathFactory) -> Statistics:
    return whole(xlsx(sample(), tmp_path_factory.mktemp("sample") / "a.xlsx"))


@pytest.fixture(scope="module")
def results(statistics: Statistics) -> Results:
    return evaluate(PLAN, statistics)


def test_the_workbook_is_written_the_same_each_time() -> None:
    assert workbook(PLAN) == workbook(PLAN)


def test_the_workbook_beside_the_plan_is_fresh() -> None:
    assert PATH.read_bytes() == workbook(compiled()), "run python -m tests.samples.hau_giang_2024"


def test_the_compiled_plan_reads_and_scores_its_sample() -> None:
    plan = compiled()
    statistics, complaints = read_statistics(plan, PATH)
    assert statistics is not None
    assert {complaint.code.id for complaint in complaints} == {"TH906"}
    taken = {result.rule for subject in evaluate(plan, statistics).subjects for result in subject.targets}
    assert {target.id for target in plan.targets} <= taken


def test_every_sheet_is_marked_as_a_sample() -> None:
    assert {str(rows[0][0])[:12] for rows in sample().values()} == {"SỐ LIỆU MẪU "}


def test_there_are_enough_units_and_people(statistics: Statistics) -> None:
    assert len(statistics.collectives) >= 10
    assert len(statistics.individuals) >= 60


def test_every_row_of_every_table_takes_somebody(results: Results) -> None:
    taken = {result.rule for subject in results.subjects for result in subject.targets}
    assert {target.id for target in PLAN.targets} <= taken


def test_somebody_stands_on_every_edge_of_a_band(statistics: Statistics) -> None:
    figures = {(row.base, figure) for row in (*statistics.collectives, *statistics.individuals) for figure in row.figures.values()}
    edges = {
        (target.subject.base, bound.value)
        for target in PLAN.targets
        if target.region
        for box in target.region.boxes
        for band in box
        for bound in (band.interval.low, band.interval.high)
        if bound
    }
    assert len(edges) == 12
    assert {(base, Fraction(figure)) for base, figure in figures if figure is not None} >= edges


def test_targets_are_met_exactly_and_missed_by_one_step(results: Results) -> None:
    found = [result for subject in results.subjects for result in subject.targets]
    assert any(result.margin == 0 for result in found)
    assert [result.shortfall for result in found].count(1) >= 6
    assert {result.verdict for result in found} == set(Verdict)


def test_quotas_leave_every_outcome_open_that_they_can_have(results: Results) -> None:
    found = {quota.proposal for subject in results.subjects for quota in subject.quotas}
    of_orders = {Proposal.NO_MORE, Proposal.PART_FULL, Proposal.KEPT, Proposal.TIED, Proposal.UNRANKED, Proposal.COMPOSITION}
    elsewhere = {Proposal.NO_PLACE, *of_orders}  # no orders, no compositions
    assert found == set(Proposal) - elsewhere - {Proposal.ELSEWHERE, Proposal.WAITS_BEFORE}


def test_discipline_counts_on_the_edge_days_of_the_window_only(results: Results) -> None:
    reasons = {reason for subject in results.subjects for condition in subject.conditions for reason in condition.reasons}
    counted = {day_text(signed) for _, _, _, signed in SANCTIONS if any(reason.endswith(f"ngày {day_text(signed)}") for reason in reasons)}
    assert counted >= {"01/10/2023", "05/02/2024", "15/3/2024", "30/6/2024"}
    assert {day_text(signed) for _, _, _, signed in SANCTIONS} - counted == {"30/9/2023", "01/7/2024"}


def test_files_are_whole_late_short_and_not_there(results: Results) -> None:
    found = [file for subject in results.subjects for file in subject.dossiers]
    assert any(file.missing for file in found)
    assert any(file.received and file.last_day and file.received > file.last_day for file in found)
    assert any(file.received == file.last_day for file in found)
    assert {file.verdict for file in found} == {Verdict.MET, Verdict.FAILED, Verdict.UNKNOWN}
