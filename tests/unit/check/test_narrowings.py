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
