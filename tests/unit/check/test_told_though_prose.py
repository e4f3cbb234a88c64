"""Targets and awards that nothing reads are told; “vượt” in a condition, and waves without figures, are asked about."""

import pytest

from tests.unit.check.writing import RATE, analysed, codes, only, sound, written

DAYS = "1. Thời gian: từ ngày 01/4/2024 đến hết ngày 30/6/2024.\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "Chi cục THADS đạt chỉ tiêu do Cục THADS tỉnh giao.",
        "Các Chi cục THADS thi hành xong toàn bộ số việc có điều kiện.",
        "Tặng Giấy khen cho mọi tập thể đạt chỉ tiêu.",
        "Tặng Giấy khen cho Chấp hành viên dẫn đầu mỗi nhóm.",
    ],
)
def test_what_is_put_like_a_target_or_an_award_is_told(sentence: str) -> None:
    assert codes(written(f"{DAYS}2. Tổ chức thực hiện\n{sentence}")) == ["TH913"]


@pytest.mark.parametrize("sentence", ["Phấn đấu đạt và vượt chỉ tiêu được giao.", "Chi cục THADS tổ chức thực hiện Kế hoạch này."])
def test_purposes_and_duties_are_not(sentence: str) -> None:
    assert codes(written(f"{DAYS}2. Tổ chức thực hiện\n{sentence}")) == []


STANDARDS = (
    f"{DAYS}2. Đối với Chấp hành viên\n- Về việc: {RATE} đạt từ 80% trở lên.\n"
    "3. Giấy khen được xét, tặng cho cá nhân đạt các tiêu chuẩn, điều kiện sau:\n- {}"
)


def test_a_condition_that_wants_targets_exceeded_is_asked_about() -> None:
    (told,) = only(analysed(written(STANDARDS.format("Đạt và vượt các chỉ tiêu tại khoản 2."))), "TH101")
    assert told.ways[0].line == "- Đạt các chỉ tiêu tại khoản 2."
    assert len(sound(written(STANDARDS.format("Đạt hoặc vượt các chỉ tiêu tại khoản 2."))).standards) == 1


WAVES = (
    "1. Đợt 1: Thời gian từ ngày 01/4/2024 đến hết ngày 30/6/2024.\n2. Đợt 2: Thời gian từ ngày 01/7/2024 đến hết ngày 30/9/2024.\n"
    f"{{period}}4. Đối với Chấp hành viên\n- Về việc: {RATE} đạt từ 80% trở lên.\n{{awards}}"
)
PLACES = "5. Số lượng\n- Đối với Chấp hành viên: mỗi đợt không quá 03 cá nhân, do Hội đồng bình xét lựa chọn.\n"


def _asked(period: str = "", awards: str = PLACES) -> tuple[str, ...]:
    """The ready lines about the waves, if anything is said of them."""
    found = only(analysed(written(WAVES.format(period=period, awards=awards))), "TH532")
    return tuple(way.line for told in found for way in told.ways)


def test_targets_of_no_wave_are_asked_about_where_no_period_is_measured() -> None:
    each, whole = _asked()
    assert whole == "Kỳ số liệu: từ ngày 01/4/2024 đến hết ngày 30/9/2024."
    assert _asked(period=f"3. {each}\n") == _asked(period=f"3. {whole}\n") == ()


def test_a_plan_that_gives_no_award_may_have_waves_to_be_celebrated() -> None:
    assert _asked(awards="") == ()
