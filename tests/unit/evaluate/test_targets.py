"""Chỉ tiêu by hand: which row, met or not, how far, and what is lacking."""

from dataclasses import replace
from fractions import Fraction

import pytest

from tests.unit.evaluate.hau_giang import OPERATIONS_ROOM, ROOM_KIND, TASKS_DONE, TY, hau_giang
from tests.unit.evaluate.statistics import GOOD_CASES, GOOD_MONEY, Figures, officer, person, run, unit
from thads_dsl.model.intervals import Bound, Interval
from thads_dsl.model.plan import Plan
from thads_dsl.model.results import TargetResult, Verdict
from thads_dsl.model.rules import Target

PLAN = hau_giang()
HEADINGS = {name: f"{name}, số việc" for name in ("Tổng số giải quyết", "Có điều kiện thi hành", "Thi hành xong")}


def on_cases(cases: Figures, plan: Plan = PLAN) -> TargetResult:
    """The first result of a Chi cục with these figures of việc."""
    row = unit(cases=cases)
    return run(plan, row)[row.name].targets[0]


def with_goal(goal: Interval) -> Plan:
    """The plan with another goal for every Chi cục under 800 việc."""
    targets = tuple(replace(target, goal=goal) if target.id == "III.3.1-1+2" else target for target in PLAN.targets)
    return replace(PLAN, targets=targets)


def upper(value: int, closed: bool) -> Interval:
    return Interval(high=Bound(Fraction(value), closed))


@pytest.mark.parametrize(
    ("total", "rule"),
    [
        (0, "III.3.1-1+2"),
        (799, "III.3.1-1+2"),
        (800, "III.3.1-1+3"),
        (999, "III.3.1-1+3"),
        (1000, "III.3.1-1+4"),
        (1499, "III.3.1-1+4"),
        (1500, "III.3.1-1+5"),
        (1501, "III.3.1-1+5"),
    ],
)
def test_the_band_that_holds_the_figure_takes_the_unit(total: int, rule: str) -> None:
    assert on_cases((total, 100, 100)).rule == rule


@pytest.mark.parametrize(("total", "rule"), [(100 * TY - 1, "III.3.1-2+2"), (100 * TY, "III.3.1-2+3"), (300 * TY, "III.3.1-2+5")])
def test_money_bands_change_at_the_very_dong(total: int, rule: str) -> None:
    row = unit(money=(total, 10, 10))
    assert run(PLAN, row)[row.name].targets[1].rule == rule


def test_a_rate_exactly_at_the_target_is_met_with_no_margin() -> None:
    result = on_cases((700, 500, 385))
    assert (result.verdict, result.margin, result.shortfall) == (Verdict.MET, Fraction(0), 0)
    assert (result.numerator, result.denominator) == (385, 500)


def test_one_case_below_the_target_fails_and_lacks_one_case() -> None:
    result = on_cases((700, 500, 384))
    assert (result.verdict, result.margin, result.shortfall) == (Verdict.FAILED, Fraction(-1, 5), 1)


def test_the_shortfall_is_rounded_up_to_whole_cases() -> None:
    # 77% of 333 is 256,41: 257 cases are needed.
    assert on_cases((700, 333, 250)).shortfall == 7


def test_a_rate_of_large_money_is_compared_to_the_dong() -> None:
    ready = 3 * 10**17 + 7  # 40% of it is 120.000.000.000.000.002,8
    enough = 120_000_000_000_000_003
    for done, verdict in ((enough, Verdict.MET), (enough - 1, Verdict.FAILED)):
        row = unit(money=(1, ready, done))
        assert run(PLAN, row)[row.name].targets[1].verdict is verdict


def test_a_missing_band_figure_leaves_the_row_open() -> None:
    result = on_cases((None, 500, 400))
    assert (result.table, result.rule, result.verdict) == ("III.3.1-1+2", None, Verdict.UNKNOWN)
    assert result.missing == (HEADINGS["Tổng số giải quyết"],)


def test_missing_numerator_and_denominator_are_both_named() -> None:
    result = on_cases((700, None, None))
    assert (result.rule, result.verdict) == ("III.3.1-1+2", Verdict.UNKNOWN)
    assert result.missing == (HEADINGS["Thi hành xong"], HEADINGS["Có điều kiện thi hành"])


def test_an_unknown_numerator_is_unknown_even_over_zero() -> None:
    assert on_cases((700, 0, None)).verdict is Verdict.UNKNOWN


def test_a_zero_denominator_is_not_applicable_to_the_row_that_was_chosen() -> None:
    result = on_cases((700, 0, 0))
    assert (result.rule, result.verdict, result.shortfall) == ("III.3.1-1+2", Verdict.NOT_APPLICABLE, None)


def test_a_figure_in_no_band_is_not_applicable_and_chooses_no_row() -> None:
    open_table = replace(PLAN, targets=tuple(target for target in PLAN.targets if target.id != "III.3.1-1+3"))
    result = on_cases((800, 500, 400), open_table)
    assert (result.table, result.rule, result.verdict) == ("III.3.1-1+2", None, Verdict.NOT_APPLICABLE)


def test_an_upper_bound_asks_for_the_least_decrease() -> None:
    result = on_cases((700, 200, 20), with_goal(upper(5, True)))
    assert (result.verdict, result.margin, result.shortfall) == (Verdict.FAILED, Fraction(5), -10)


def test_an_open_upper_bound_asks_for_one_more() -> None:
    assert on_cases((700, 200, 10), with_goal(upper(5, False))).shortfall == -1


def test_no_decrease_meets_a_bound_below_zero() -> None:
    assert on_cases((700, 200, 10), with_goal(upper(0, False))).shortfall is None


def test_an_open_lower_bound_is_not_met_at_the_bound() -> None:
    result = on_cases((700, 500, 385), with_goal(Interval(low=Bound(Fraction(77), False))))
    assert (result.verdict, result.shortfall) == (Verdict.FAILED, 1)


def test_all_of_the_work_and_none_of_it_can_be_asked_for() -> None:
    assert on_cases((700, 500, 499), with_goal(Interval(low=Bound(Fraction(100), True)))).shortfall == 1
    assert on_cases((700, 200, 3), with_goal(upper(0, True))).shortfall == -3


def test_finished_work_cannot_exceed_what_could_be_enforced() -> None:
    result = on_cases((700, 500, 500), with_goal(Interval(low=Bound(Fraction(101), True))))
    assert (result.verdict, result.shortfall) == (Verdict.FAILED, None)


def test_a_goal_between_two_whole_cases_cannot_be_met() -> None:
    goal = Interval(Bound(Fraction(40), True), Bound(Fraction(45), True))
    assert on_cases((700, 3, 1), with_goal(goal)).shortfall is None


def test_a_figure_above_a_goal_of_two_bounds_must_come_down() -> None:
    goal = Interval(Bound(Fraction(40), True), Bound(Fraction(45), True))
    assert on_cases((700, 100, 50), with_goal(goal)).shortfall == -5


def test_a_column_is_compared_as_it_stands() -> None:
    def direct(target: Target) -> Target:
        goal = Interval(low=Bound(Fraction(510), True))
        return replace(target, quantity="thi hành xong về việc", goal=goal)

    targets = tuple(direct(target) if target.id.startswith("III.3.1-1") else target for target in PLAN.targets)
    result = on_cases((700, 600, 400), replace(PLAN, targets=targets))
    assert (result.numerator, result.denominator, result.margin, result.shortfall) == (400, 1, Fraction(-110), 110)


def test_a_named_unit_meets_its_own_row_and_not_that_of_another_kind() -> None:
    rooms = [unit(OPERATIONS_ROOM, ROOM_KIND), unit("Văn phòng", ROOM_KIND)]
    results = run(PLAN, *rooms)
    assert [result.rule for result in results[OPERATIONS_ROOM].targets] == ["III.3.1-1+1", "III.3.1-2+1"]
    assert results["Văn phòng"].targets == ()


def test_officers_have_figures_and_others_a_judgment() -> None:
    results = run(PLAN, unit(), officer(), person())
    assert [result.rule for result in results["Chấp hành viên 01"].targets] == ["III.3.2-1+1", "III.3.2-2+1"]
    assert [result.rule for result in results["Thư ký 01"].targets] == ["III.3.3"]


@pytest.mark.parametrize(
    ("judgment", "verdict", "missing"), [(True, Verdict.MET, ()), (False, Verdict.FAILED, ()), (None, Verdict.UNKNOWN, (TASKS_DONE,))]
)
def test_a_judged_target_is_what_the_council_says(judgment: bool | None, verdict: Verdict, missing: tuple[str, ...]) -> None:
    result = run(PLAN, person(judgments={TASKS_DONE: judgment}))["Thư ký 01"].targets[0]
    assert (result.verdict, result.missing) == (verdict, missing)


def test_good_figures_of_the_samples_are_good() -> None:
    row = unit(cases=GOOD_CASES, money=GOOD_MONEY)
    assert {result.verdict for result in run(PLAN, row)[row.name].targets} == {Verdict.MET}
