"""Titles with a name that nobody has declared: told once, where the lines below need it, and by no line below."""

import pytest

from tests.unit.check.writing import analysed, written
from thads_dsl.diagnostics import Severity

PERIOD = "1. Kỳ số liệu: từ ngày 01/10/2025 đến hết ngày 30/6/2026.\n"
RATE = "tỷ lệ thi hành xong trên có điều kiện"


def told(body: str) -> list[tuple[str, str]]:
    """The errors of a plan."""
    return [(each.code.id, each.message) for each in analysed(written(body)).diagnostics if each.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("title", "code", "name"),
    [
        ("2. Đội xe và bảo vệ của kho", "TH202", "Đội xe và bảo vệ của kho"),
        ("2. Đối với Phòng chuyên môn và các Đội xe của kho", "TH202", "Đội xe của kho"),
        ("2. Đối với Đội xe của kho, về việc:", "TH202", "Đội xe của kho"),
    ],
)
def test_whom_the_targets_below_are_for_is_asked_at_the_title(title: str, code: str, name: str) -> None:
    assert told(f"I. CHỈ TIÊU\n{PERIOD}{title}\n- Đạt {RATE} về việc từ 80% trở lên.") == [(code, f"“{name}”")]


def test_a_statistic_that_the_rows_below_are_of_is_asked_at_the_title_alone() -> None:
    rows = "- Chi cục THADS có tổng số giải quyết dưới 800 việc: 77%;\n- Chi cục THADS có tổng số giải quyết từ 800 việc trở lên: 76%."
    found = told(f"I. CHỈ TIÊU\n{PERIOD}2. Tỷ lệ hồ sơ được số hóa theo Đề án 06:\n{rows}")
    assert found == [("TH201", "“Tỷ lệ hồ sơ được số hóa theo Đề án 06”")]


def test_a_title_that_no_line_below_needs_is_prose() -> None:
    assert not told(f"I. CHỈ TIÊU\n{PERIOD}2. Hội đồng Thi đua và các đơn vị\n- Chi cục THADS đạt {RATE} về việc từ 80% trở lên.")


def test_a_number_in_a_title_belongs_to_its_name() -> None:
    assert told("I. KHEN THƯỞNG\n1. Tổ hòa giải số 3\n- Hoàn thành tốt nhiệm vụ.") == [("TH202", "“Tổ hòa giải số 3”")]


def test_what_stands_before_a_number_of_places_is_somebody_or_an_award() -> None:
    quota = "02 cá nhân, do Hội đồng bình xét lựa chọn."
    assert told(f"I. SỐ LƯỢNG\n1. Giấy khen\n- Thanh niên tình nguyện: {quota}") == [("TH202", "“Thanh niên tình nguyện”")]
    assert told(f"I. SỐ LƯỢNG\n1. Giấy khen\n- Thưởng nóng của quý: {quota}") == [("TH226", "“Thưởng nóng của quý”")]
    assert ("TH202", "“Số lượng”") not in told(f"I. SỐ LƯỢNG\n1. Giấy khen\n- Số lượng: {quota}")


def test_a_title_above_others_that_name_somebody_themselves_is_prose() -> None:
    assert not told(
        f"I. CHỈ TIÊU\n{PERIOD}2. Ban Quản lý kho và các đơn vị\n2.1. Đối với Chi cục THADS\n- Đạt {RATE} về việc từ 80% trở lên."
    )


def test_a_facet_that_is_not_said_is_asked_about_although_another_line_has_an_unknown_name() -> None:
    body = f"- Tổ thu nợ bảo hiểm đạt {RATE} 70% về việc.\n- Chi cục THADS đạt {RATE} từ 80% trở lên."
    assert told(f"I. CHỈ TIÊU\n{PERIOD}{body}") == [("TH202", "“Tổ thu nợ bảo hiểm”"), ("TH207", "“từ 80% trở lên” là về việc hay về tiền")]
