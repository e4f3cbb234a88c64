"""The most usual sentences of targets: assigned ones of both facets, and a statistic with whose it is."""

from fractions import Fraction

import pytest

from tests.unit.check.writing import RATE, analysed, only, sound, written
from thads_dsl.model.rules import Measure

PERIOD = "1. Kỳ số liệu: từ ngày 01/10/2023 đến hết ngày 30/9/2024.\n"


@pytest.mark.parametrize(
    "said",
    (
        f"Chi cục THADS phấn đấu đạt chỉ tiêu được giao về {RATE} về việc và về tiền.",
        f"Chi cục THADS phấn đấu đạt chỉ tiêu được giao về {RATE}, cả về việc và về tiền.",
        "Chi cục THADS phấn đấu hoàn thành chỉ tiêu được giao về tỷ lệ thi hành xong trên tổng số có điều kiện, cả về việc và về tiền.",
        f"Chi cục THADS: {RATE} đạt chỉ tiêu được giao về việc và về tiền.",
        f"Chi cục THADS có {RATE} đạt chỉ tiêu được giao về việc, về tiền.",
        f"{RATE[0].upper()}{RATE[1:]} của Chi cục THADS đạt chỉ tiêu được giao về việc và về tiền.",
    ),
)
def test_an_assigned_target_of_both_facets_is_two_targets(said: str) -> None:
    plan = sound(written(f"I. CHỈ TIÊU\n{PERIOD}2. {said}"))
    assert [target.quantity for target in plan.targets] == [f"{RATE} về việc", f"{RATE} về tiền"]
    assert all(target.against is not None and target.subject.name == "Chi cục THADS" for target in plan.targets)


def test_an_assigned_target_that_names_no_statistic_is_asked_of_which_and_the_ready_line_is_read() -> None:
    said = "Chi cục THADS phấn đấu hoàn thành chỉ tiêu được giao về việc và về tiền."
    (found,) = only(analysed(written(f"I. CHỈ TIÊU\n{PERIOD}2. {said}")), "TH211")
    (way,) = found.ways
    plan = sound(written(f"I. CHỈ TIÊU\n{PERIOD}2. {way.line}."))
    assert [target.quantity for target in plan.targets] == [f"{RATE} về việc", f"{RATE} về tiền"]


def test_a_wish_of_nobody_is_no_target() -> None:
    assert not sound(written("I. MỤC ĐÍCH\n1. Thi đua hoàn thành chỉ tiêu được giao về việc và về tiền.")).targets


@pytest.mark.parametrize(
    "said",
    (
        "Số việc chuyển kỳ sau của Chi cục THADS giảm ít nhất 5% so với năm 2023.",
        "Số việc chuyển kỳ sau của các Chi cục THADS phấn đấu giảm từ 5% trở lên so với năm 2023.",
        "Chi cục THADS giảm ít nhất 5% số việc chuyển kỳ sau so với năm 2023.",
        "Chi cục THADS phấn đấu giảm ít nhất 5% số chuyển kỳ sau về việc so với năm 2023.",
        "Chi cục THADS có số việc chuyển kỳ sau giảm từ 5% trở lên so với năm 2023.",
    ),
)
def test_a_fall_of_a_statistic_is_one_target_in_whatever_order_it_is_said(said: str) -> None:
    (target,) = sound(written(f"I. CHỈ TIÊU\n{PERIOD}2. {said}")).targets
    assert (target.quantity, target.measure, target.threshold) == ("tổng số chuyển kỳ sau về việc", Measure.DECREASE, Fraction(5))
    assert target.subject.name == "Chi cục THADS"


def test_one_figure_of_both_facets_is_a_target_of_each() -> None:
    plan = sound(written(f"I. CHỈ TIÊU\n{PERIOD}2. Chi cục THADS có {RATE} đạt 70% về việc và về tiền."))
    assert [(target.quantity, target.threshold) for target in plan.targets] == [
        (f"{RATE} {facet}", Fraction(70)) for facet in ("về việc", "về tiền")
    ]
