"""Titles and words before a colon that pick something out and are not read: their author is told that the rule is for all (TH934)."""

import pytest

from tests.unit.check.writing import RATE, analysed, codes, only, written

_GOAL = f"{RATE} đạt 50% về việc."


def plan(lines: str) -> str:
    """A plan of 2024 for Chi cục THADS."""
    return written(f"1. Đối với Chi cục THADS\n{lines}").replace("Trích yếu: ", "Trích yếu: Năm 2024, ")


def said(title: str) -> str:
    return plan(f"- {title}: {_GOAL}")


def above(title: str) -> str:
    return plan(f"a) {title}\n- {_GOAL}")


@pytest.mark.parametrize(
    ("title", "picked"),
    [
        ("Án tín dụng, ngân hàng", "Án"),
        ("Về các vụ việc trọng điểm", "vụ việc"),
        ("Trong đó, án chủ động", "Trong đó"),
        ("Địa bàn miền núi", "Địa bàn"),
        ("Trường hợp thiếu biên chế", "Trường hợp"),
        ("Mới bổ nhiệm", "Mới"),
        ("Khuyến khích", "Khuyến khích"),
        ("Quý IV", "Quý IV"),
        ("Mục tiêu đến năm 2031", "đến năm 2031"),
        ("Chỉ tiêu (không tính án tín dụng)", "không tính"),
    ],
)
def test_words_that_pick_something_out_before_a_colon_or_above_are_told(title: str, picked: str) -> None:
    for text in (said(title), above(title)):
        (found,) = only(analysed(text), "TH934")
        assert found.message == f"“{title}”"
        assert f"“{picked}”" in found.why


@pytest.mark.parametrize("title", ["Lưu ý", "Thi hành án dân sự", "Chỉ tiêu", "Kết quả chung", "Mục tiêu năm 2024", "Nhiệm vụ trọng tâm"])
def test_plain_titles_are_not(title: str) -> None:
    assert "TH934" not in codes(said(title))
    assert "TH934" not in codes(above(title))


def test_what_the_plan_is_about_picks_nothing_out() -> None:
    text = above("Chỉ tiêu quý IV").replace("Trích yếu: ", "Trích yếu: Quý IV, ")
    assert "TH934" not in codes(text)


def test_a_title_without_rules_under_it_picks_nothing_out() -> None:
    assert "TH934" not in codes(written("1. Án tín dụng\n- Phối hợp với ngân hàng.\n2. Đối với Chi cục THADS\n- " + _GOAL))


def test_a_wave_in_a_title_that_is_not_read_is_told() -> None:
    waves = "1. Các đợt\n- Đợt 1: từ ngày 01/3/2024 đến hết ngày 31/5/2024.\n- Đợt 2: từ ngày 01/7/2024 đến hết ngày 30/9/2024.\n"
    text = written(f"{waves}2. Trong đợt 2, một số đơn vị được giao như sau:\n- Phòng chuyên môn đạt {RATE} 80% về việc.")
    (found,) = only(analysed(text), "TH934")
    assert "“đợt 2”" in found.why


@pytest.mark.parametrize(
    ("exception", "told"),
    [
        ("riêng Chấp hành viên mới bổ nhiệm do Cục trưởng giao", 1),
        ("riêng cá nhân đột xuất do Cục trưởng quyết định", 1),
        ("phối hợp tốt", 0),
    ],
)
def test_whom_a_sentence_behind_a_rule_takes_out_is_asked(exception: str, told: int) -> None:
    found = only(analysed(written(f"- Chấp hành viên đạt {RATE} 80% về việc; {exception}.")), "TH101")
    assert [each.message for each in found] == [f"“{exception}”"] * told


_AWARD = "1. Giấy khen được xét, tặng cho tập thể đạt các tiêu chuẩn sau:\n- Nội bộ đoàn kết.\n2. Số lượng\n"
_QUOTA = "01 tập thể, do Hội đồng bình xét lựa chọn."


@pytest.mark.parametrize("title", ["Đồng bằng", "Khu vực đô thị", "Các đơn vị miền núi", "Chi cục THADS ở xa"])
def test_a_title_of_some_units_is_told_above_targets_and_numbers_of_awards(title: str) -> None:
    above_goals = plan(f"{title}\n- Chi cục THADS: {_GOAL}"), plan(f"a) {title}\n- Chi cục THADS: {_GOAL}")
    above_quotas = (written(_AWARD + each) for each in (f"{title}\n- {_QUOTA}", f"{title}\n{_QUOTA}", f"a) {title}\n- {_QUOTA}"))
    for text in (*above_goals, *above_quotas):
        (found,) = only(analysed(text), "TH934")
        assert found.message == f"“{title}”"


def test_a_title_without_a_marker_ends_at_the_next() -> None:
    text = plan(f"Đồng bằng\nHội đồng xem xét\n- Chi cục THADS: {_GOAL}")
    assert "TH934" not in codes(text)


def test_whom_a_title_without_a_marker_names_is_asked_once() -> None:
    assert codes(plan(f"Đơn vị miền núi\n- {_GOAL}")) == ["TH202"]
