"""“từ 84% trở lên, phấn đấu 78%”: what is wished for beside what decides."""

import pytest

from tests.unit.check.writing import codes, written
from thads_dsl.pipeline import analyse

PERIOD = "1. Kỳ số liệu: từ ngày 01/10/2025 đến hết ngày 30/6/2026.\n"
RATE = "tỷ lệ thi hành xong trên có điều kiện về việc"


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        (f"đạt {RATE} từ 84% trở lên, phấn đấu 78%", ["TH112"]),
        (f"đạt {RATE} từ 84% trở lên, phấn đấu 84%", []),
        (f"đạt {RATE} từ 84% trở lên, phấn đấu 90%", []),
        ("giảm số việc chuyển kỳ sau so với năm trước từ 5% trở lên, phấn đấu 3 việc", ["TH302"]),  # no less, but of another unit
    ],
)
def test_a_wish_is_no_less_than_what_decides(goal: str, told: list[str]) -> None:
    assert [each for each in codes(written(f"I. CHỈ TIÊU\n{PERIOD}2. Chi cục THADS {goal}.")) if each in ("TH112", "TH302")] == told


def test_a_day_on_which_something_was_done_is_told_and_the_days_of_a_rule_are_asked_about() -> None:
    begun = "Ngày 18/6/2025, Cục THADS tỉnh A đã phát động thi đua"
    assert "TH102" not in codes(written(f"I. CĂN CỨ\n1. {begun}."))
    assert "TH102" in codes(written(f"I. CĂN CỨ\n1. {begun} từ ngày 01/7/2025 đến ngày 30/9/2025."))


def test_of_two_figures_the_lesser_one_decides_and_the_greater_one_is_wished_for() -> None:
    (told,) = (
        each
        for each in analyse("p.plan", written(f"I. CHỈ TIÊU\n{PERIOD}2. Chi cục THADS đạt {RATE} từ 50% đến 45%.")).diagnostics
        if each.code.id == "TH112"
    )
    assert [way.line for way in told.ways] == [
        "Hiểu là: cụm từ “từ 50% đến 45%” là “từ 45% trở lên, phấn đấu 50%”",
        "Hiểu là: cụm từ “từ 50% đến 45%” là “từ 50% trở lên”",
    ]
