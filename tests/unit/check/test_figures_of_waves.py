"""Of what time the figures are that count in a wave: read, or refused with the lines that say it."""

from datetime import date

import pytest

from tests.unit.check.writing import RATE, analysed, only, sound, written
from thads_dsl.model.dates import Period

WAVES = """
I. CÁC ĐỢT
1. Đợt 1: Thời gian từ ngày 01/10/2024 đến hết ngày 31/3/2025.
2. Đợt 2: Thời gian từ ngày 01/4/2025 đến hết ngày 31/8/2025.
"""
FIRST = Period(date(2024, 10, 1), date(2025, 3, 31))
SECOND = Period(date(2025, 4, 1), date(2025, 8, 31))
SECOND_FROM_OCTOBER = Period(date(2024, 10, 1), date(2025, 8, 31))


def measured(line: str, waves: str = WAVES) -> dict[str, Period]:
    """The measured period of each wave."""
    plan = sound(written(f"{waves}3. {line}."))
    return {rule.wave: rule.period for rule in plan.periods if rule.measured}


@pytest.mark.parametrize(
    "line",
    [
        "Số liệu đợt 2 tính lũy kế từ đầu năm",
        "Số liệu của đợt 2 là số liệu lũy kế từ 01/10/2024",
        "Kết quả đợt 2 được tính từ ngày 01/10/2024 đến hết ngày 31/8/2025",
        "Số liệu xét khen thưởng đợt 2 lấy từ ngày 01/10/2024 đến cuối đợt",
    ],
)
def test_figures_of_a_wave_may_be_those_from_the_beginning_of_the_year(line: str) -> None:
    assert measured(line) == {"đợt 2": SECOND_FROM_OCTOBER}


@pytest.mark.parametrize(
    "line",
    [
        "Số liệu của mỗi đợt là số liệu trong thời gian của đợt đó",
        "Kỳ số liệu từng đợt trùng với thời gian của đợt",
        "Kết quả từng đợt được tính riêng, không cộng dồn",
    ],
)
def test_each_wave_may_count_its_own_days(line: str) -> None:
    assert measured(line) == {"đợt 1": FIRST, "đợt 2": SECOND}


def test_each_wave_may_count_from_the_beginning_of_the_year() -> None:
    assert measured("Số liệu mỗi đợt tính lũy kế từ đầu năm") == {"đợt 1": FIRST, "đợt 2": SECOND_FROM_OCTOBER}


def test_the_days_of_a_wave_may_be_told_after_its_figures() -> None:
    head, *waves = WAVES.strip().split("\n")
    text = "\n".join([head, "1. Số liệu đợt 2 tính lũy kế từ đầu năm.", *(line.replace(". Đợt", "1. Đợt") for line in waves)])
    assert [rule.period for rule in sound(written(text)).periods if rule.measured] == [SECOND_FROM_OCTOBER]


def test_targets_outside_of_the_waves_are_then_those_of_each_wave() -> None:
    plan = sound(written(f"{WAVES}3. Số liệu mỗi đợt tính trong thời gian của đợt đó.\n4. Chi cục THADS đạt {RATE} 60% về việc."))
    assert [target.wave for target in plan.targets] == ["đợt 1", "đợt 2"]


@pytest.mark.parametrize(
    "line",
    [
        "Kết quả đợt 1 không tính vào đợt 2",
        "Số liệu đợt 2 bao gồm cả số liệu đợt 1",
        "Đợt 2 lấy số liệu cả năm",
        "Kết quả của đợt nào chỉ tính cho đợt đó",
        "Số liệu tính lũy kế từ đầu năm",
        "Số liệu chốt đến ngày 31/8/2025",
    ],
)
def test_other_words_are_refused_with_lines_that_are_read(line: str) -> None:
    [complaint] = only(analysed(written(f"{WAVES}3. {line}.", status="dự thảo")), "TH101")
    ready = [way.line for way in complaint.ways if ">" not in way.line]
    assert len(ready) == 2 and all(measured(each.rstrip(".")) for each in ready)


def test_a_campaign_without_waves_is_offered_its_own_days_and_those_of_the_year() -> None:
    text = written(
        "I. THỜI GIAN\n1. Thời gian: từ ngày 01/4/2025 đến hết ngày 31/8/2025.\n2. Số liệu tính lũy kế từ đầu năm.", status="dự thảo"
    )
    [complaint] = only(analysed(text), "TH101")
    assert [way.line for way in complaint.ways][:2] == [
        "Kỳ số liệu: từ ngày 01/4/2025 đến hết ngày 31/8/2025.",
        "Kỳ số liệu: từ ngày 01/10/2024 đến hết ngày 31/8/2025.",
    ]


def test_a_wave_without_days_is_complained_of() -> None:
    assert only(analysed(written("I. SỐ LIỆU\n1. Số liệu đợt 3 tính lũy kế từ đầu năm.")), "TH530")


@pytest.mark.parametrize("line", ["Kết quả thi đua được công khai sau mỗi đợt", "Số liệu lấy từ phần mềm thống kê"])
def test_other_words_about_figures_are_prose(line: str) -> None:
    assert not measured(line)
