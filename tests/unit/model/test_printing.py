"""Printed figures never say other than the verdict does."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.evaluate.hau_giang import hau_giang
from tests.unit.evaluate.statistics import run, unit
from thads_dsl.model.intervals import Bound, Interval
from thads_dsl.model.plan import Plan
from thads_dsl.model.printing import actual_text, goal_text, margin_text, percent_text, shortfall_text
from thads_dsl.model.results import TargetResult
from thads_dsl.model.rules import Measure
from thads_dsl.model.units import DONG, Amount

PLAN = hau_giang()


@pytest.mark.parametrize(
    ("numerator", "denominator", "threshold", "shown"),
    [
        (640, 820, 77, "78,05%"),
        (640, 820, None, "78,05%"),
        (77, 100, 77, "77,00%"),
        (1, 8, None, "12,50%"),
        (12345, 1_000_000, None, "1,23%"),
        (12350, 1_000_000, None, "1,24%"),
        (77_996, 100_000, 78, "77,996%"),
        (77_999_996, 100_000_000, 78, "77,999996%"),
        (78_000_004, 100_000_000, 78, "78,000004%"),
        (815, 1000, Fraction(163, 2), "81,50%"),
        (12, 1, None, "1.200,00%"),
        (0, 5, 0, "0,00%"),
    ],
)
def test_percentages_have_two_decimals_or_as_many_as_truth_needs(
    numerator: int, denominator: int, threshold: Fraction | int | None, shown: str
) -> None:
    assert percent_text(numerator, denominator, None if threshold is None else Fraction(threshold)) == shown


@given(st.integers(0, 10**13), st.integers(1, 10**13), st.integers(0, 20_000))
def test_what_is_shown_stands_to_the_threshold_as_the_exact_rate(numerator: int, denominator: int, hundredths: int) -> None:
    threshold = Fraction(hundredths, 100)
    shown = Fraction(percent_text(numerator, denominator, threshold).rstrip("%").replace(".", "").replace(",", "."))
    exact = Fraction(100 * numerator, denominator)
    assert (shown > threshold, shown < threshold) == (exact > threshold, exact < threshold)


def of_cases(plan: Plan, done: int, ready: int = 820) -> TargetResult:
    row = unit(cases=(700, ready, done))
    return run(plan, row)[row.name].targets[0]


def with_goal(goal: Interval) -> Plan:
    return replace(PLAN, targets=tuple(replace(target, goal=goal) for target in PLAN.targets))


def test_a_failed_target_says_what_would_meet_it() -> None:
    assert shortfall_text(PLAN, of_cases(PLAN, 619)) == "Cần thi hành xong thêm 13 việc"
    assert shortfall_text(PLAN, of_cases(PLAN, 640)) == ""


def test_money_is_told_to_the_dong() -> None:
    row = unit(money=(1, 10_000_000_000, 2_765_432_100))
    assert shortfall_text(PLAN, run(PLAN, row)[row.name].targets[1]) == "Cần thi hành xong thêm 1.234.567.900 đồng"


def test_too_much_and_nothing_that_helps_are_said_otherwise() -> None:
    most = with_goal(Interval(high=Bound(Fraction(50), True)))
    assert shortfall_text(most, of_cases(most, 415)) == "Cần giảm số thi hành xong 5 việc"
    never = with_goal(Interval(low=Bound(Fraction(101), True)))
    assert shortfall_text(never, of_cases(never, 820)) == "Tăng hay giảm số thi hành xong đều không đạt được chỉ tiêu này"


def test_a_quantity_whose_name_is_a_thing_is_increased() -> None:
    targets = tuple(replace(target, quantity="tổng số giải quyết về việc") for target in PLAN.targets)
    plan = replace(PLAN, targets=tuple(replace(each, goal=Interval(low=Bound(Fraction(1000), True))) for each in targets))
    result = of_cases(plan, 640)
    assert shortfall_text(plan, result) == "Cần tăng tổng số giải quyết thêm 300 việc"
    assert actual_text(plan, result) == "700 việc"
    assert margin_text(plan, result) == "thiếu 300 việc"


def test_margins_are_points_of_percentage() -> None:
    assert margin_text(PLAN, of_cases(PLAN, 640)) == "vượt 1,05 điểm phần trăm"
    assert margin_text(PLAN, of_cases(PLAN, 77, 100)) == "đúng bằng mức chỉ tiêu"
    assert margin_text(PLAN, of_cases(PLAN, 76, 100)) == "thiếu 1,00 điểm phần trăm"
    most = with_goal(Interval(high=Bound(Fraction(50), True)))
    assert margin_text(most, of_cases(most, 415)) == "cao hơn 0,61 điểm phần trăm"
    assert margin_text(most, of_cases(most, 405)) == "thấp hơn 0,61 điểm phần trăm"


def test_a_margin_that_is_not_zero_never_looks_like_zero() -> None:
    assert margin_text(PLAN, of_cases(PLAN, 76_999_999, 100_000_000)) == "thiếu 0,000001 điểm phần trăm"


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        ((77, True), None, "từ 77% trở lên"),
        ((77, False), None, "trên 77%"),
        (None, (5, True), "không quá 5%"),
        (None, (5, False), "dưới 5%"),
        ((2, True), (5, True), "từ 2% đến 5%"),
        ((2, False), (5, False), "trên 2% đến dưới 5%"),
    ],
)
def test_goals_read_as_the_plan_language_writes_them(low: tuple[int, bool] | None, high: tuple[int, bool] | None, text: str) -> None:
    def bound(side: tuple[int, bool] | None) -> Bound | None:
        return None if side is None else Bound(Fraction(side[0]), side[1])

    target = replace(PLAN.targets[0], goal=Interval(bound(low), bound(high)))
    assert goal_text(PLAN, target) == text
    counted = replace(target, quantity="tổng số giải quyết về việc")
    assert goal_text(PLAN, counted) == text.replace("%", " việc")


@pytest.mark.parametrize(
    ("dong", "text"),
    [
        (900_000_000, "900 triệu đồng"),
        (10_000_000, "10 triệu đồng"),
        (1_500_000_000, "1,5 tỷ đồng"),
        (600_000, "600 nghìn đồng"),
        (123_456, "123.456 đồng"),
    ],
)
def test_money_is_written_in_the_greatest_unit_that_it_fills(dong: int, text: str) -> None:
    assert str(Amount(Fraction(dong), DONG)) == text


@pytest.mark.parametrize("when", ["được giao", "được giao đợt 1"])
def test_a_goal_beside_the_assigned_amount_is_a_share_of_it(when: str) -> None:
    own = PLAN.quantity("tổng số giải quyết về việc")
    given = replace(own, when=when)
    plan = replace(PLAN, quantities=(*PLAN.quantities, given))
    goal = Interval(low=Bound(Fraction(-4), closed=False))
    target = replace(PLAN.targets[0], quantity=own.key, against=given.key, measure=Measure.INCREASE, goal=goal)
    assert goal_text(plan, target) == f"thấp hơn chỉ tiêu {when} dưới 4%"
    more = replace(target, goal=Interval(low=Bound(Fraction(2), closed=True)))
    assert goal_text(plan, more) == f"cao hơn chỉ tiêu {when} từ 2% trở lên"
