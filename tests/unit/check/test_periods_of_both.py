"""The campaign and the measured period said together, and figures of a year in a period that is none."""

import pytest

from tests.unit.check.writing import analysed, codes, only, sound, written

DAYS = "từ ngày 01/4/2024 đến hết ngày 30/6/2024"


@pytest.mark.parametrize(
    "body",
    [
        f"1. Thời gian thi đua và kỳ số liệu: {DAYS}.",
        f"1. Thời gian, kỳ số liệu: {DAYS}.",
        f"1. Kỳ số liệu và thời gian thi đua: {DAYS} trên toàn tỉnh.",
        "1. Thời gian và kỳ số liệu: 01/4/2024 - 30/6/2024.",
        f"1. Thời gian: {DAYS}.\n2. Kỳ số liệu: như thời gian thi đua.",
        f"1. Thời gian: {DAYS}.\n2. Kỳ số liệu trùng với thời gian thi đua nêu trên.",
        f"1. Thời gian: {DAYS}; kỳ số liệu như trên.",
        f"1. Kỳ số liệu: theo thời gian thi đua.\n2. Thời gian: {DAYS}.",
    ],
)
def test_days_of_the_campaign_are_those_of_the_figures_where_the_text_says_so(body: str) -> None:
    campaign, measured = sorted(sound(written(body)).periods, key=lambda rule: rule.measured)
    assert (campaign.measured, measured.measured) == (False, True) and campaign.period == measured.period


def test_in_a_plan_of_waves_figures_as_in_the_campaign_are_those_of_each_wave() -> None:
    waves = "1. Đợt 1: Thời gian từ ngày 01/4/2024 đến ngày 30/6/2024.\n2. Đợt 2: Thời gian từ ngày 01/7/2024 đến ngày 30/9/2024.\n"
    plan = sound(written(f"{waves}3. Kỳ số liệu: như thời gian thi đua."))
    assert [(rule.wave, rule.period) for rule in plan.periods if rule.measured] == [(wave.label, wave.period) for wave in plan.waves]


@pytest.mark.parametrize(
    "body",
    [
        f"1. Thời gian thi đua (kỳ số liệu): {DAYS}.",
        f"1. Thời gian thi đua, phạm vi và kỳ số liệu: {DAYS}.",
        f"1. Thời gian thi đua và lấy số liệu: {DAYS}.",
        f"1. Thời gian: {DAYS}.\n2. Kỳ số liệu: do Cục THADS tỉnh thông báo.",
        f"1. Thời gian: {DAYS}.\n2. Số liệu tính trong thời gian thi đua.",
    ],
)
def test_a_measured_period_that_is_not_understood_is_no_prose(body: str) -> None:
    assert {"TH101", "TH102"} & set(codes(written(body)))


TARGET = "2. Kỳ số liệu: {}.\n3. Đối với Chấp hành viên\n- Mỗi Chấp hành viên thi hành xong ít nhất {}."


def test_a_figure_of_a_year_is_compared_with_a_year_only() -> None:
    nine_months = "từ ngày 01/10/2023 đến hết ngày 30/6/2024"
    (told,) = only(analysed(written(TARGET.format(nine_months, "60 việc/năm"))), "TH216")
    assert [way.line.rsplit("nhất ", 1)[1] for way in told.ways] == ["60 việc.", "45 việc."]
    (told,) = only(analysed(written(TARGET.format(nine_months, "1 tỷ 200 triệu đồng/năm"))), "TH216")
    assert [way.line.rsplit("nhất ", 1)[1] for way in told.ways] == ["1 tỷ 200 triệu đồng."]
    (target,) = sound(written(TARGET.format("từ ngày 01/10/2023 đến hết ngày 30/9/2024", "60 việc/năm"))).targets
    assert target.threshold == 60
