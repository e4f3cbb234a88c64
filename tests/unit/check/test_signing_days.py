"""The line of place and date: what is no day is told with the line put right; what a draft leaves blank is not."""

from datetime import date

import pytest

from tests.unit.check.writing import analysed, codes, edited, only
from thads_dsl.syntax.signing import signing_day

RIGHT = "A, ngày 25 tháng 3 năm 2024"
PLAN = """Tên loại: QUYẾT ĐỊNH
Trích yếu: Ban hành Kế hoạch thi đua
Cơ quan ban hành: Cục Thi hành án dân sự tỉnh A
Địa danh, thời gian: {day}
Tình trạng: {status}
Danh mục dùng chung: THADS

Điều 1. Quyết định này có hiệu lực kể từ ngày ký.
"""


def text(day: str, status: str = "dự thảo") -> str:
    return PLAN.format(day=day, status=status)


@pytest.mark.parametrize(
    "day", [RIGHT, f"{RIGHT}.", "A, 25/3/2024", "Quận 3, ngày 25/03/2024", "A, ngày 25.3.2024", "A, NGÀY 25 THÁNG 3 NĂM 2024"]
)
def test_a_day_as_offices_write_it_is_that_of_signing(day: str) -> None:
    analysis = analysed(text(day, "đã ban hành"))
    assert analysis.plan is not None
    assert (analysis.plan.in_force, analysis.diagnostics) == (date(2024, 3, 25), ())


@pytest.mark.parametrize(
    "day",
    [
        "A, ngày 25 tháng 3 nvm 2024",
        "A, ngày 25 tháng 3 năm năm 2024",
        "A, ngy 25 thng 3 nm 2024",
        "A ngy 25 tháng 3 năm 2024",
        "A, ngày 25, tháng 3, năm 2024",
        "A, 25 tháng 3 năm 2024",
        "A, ngày 25 tháng 3/2024",
        "A, ngay 25 thang 3 nam 2024",
    ],
)
@pytest.mark.parametrize("status", ["dự thảo", "đã ban hành"])
def test_a_slip_is_told_and_put_right_by_its_edit_and_by_its_line(day: str, status: str) -> None:
    (found,) = only(analysed(text(day, status)), "TH534")
    (way,) = found.ways
    assert way.edit is not None and way.edit.safe is day.startswith("A, ngay")
    assert edited(text(day, status), way.edit) == text(RIGHT, status)
    assert way.line == f"Địa danh, thời gian: {RIGHT}"


@pytest.mark.parametrize(
    ("day", "ready"),
    [
        ("A, ngày 25 tháng 3 năm 20244", "A, ngày 25 tháng 3 năm …"),
        ("A, ngày 25 tháng 3 năm 2024 2025", "A, ngày 25 tháng 3 năm …"),
        ("A, ngày 25 tháng Ba năm 2024", "A, ngày 25 tháng … năm 2024"),
        ("A, tháng 3 năm 2024", "A, ngày … tháng 3 năm 2024"),
        ("A, ngày 25 tháng năm 2024", "A, ngày 25 tháng … năm 2024"),
        ("A, ngày 25 tháng 3 năm", "A, ngày 25 tháng 3 năm …"),
        ("Hà Nam, 2024", "Hà Nam, ngày … tháng … năm …"),
    ],
)
def test_what_cannot_be_told_is_left_to_be_filled_in(day: str, ready: str) -> None:
    (found,) = only(analysed(text(day)), "TH534")
    assert [(way.line, way.edit) for way in found.ways] == [(f"Địa danh, thời gian: {ready}", None)]
    assert codes(text(ready)) == []


@pytest.mark.parametrize(
    "blank", ["A, ngày … tháng … năm 2024", "A, ngày ..... tháng ___ năm 20..", "A, ngày …/3/2024", "A, ngày … tháng … năm …"]
)
@pytest.mark.parametrize("status", ["dự thảo", "đã ban hành"])
def test_dots_are_a_blank_in_every_text(blank: str, status: str) -> None:
    assert codes(text(blank, status)) == []


@pytest.mark.parametrize("blank", ["A, ngày     tháng 3 năm 2024", "A, ngày tháng 3 năm 2024", "A, ngày    tháng    năm 2024", "A"])
def test_spaces_are_a_blank_in_a_draft_alone(blank: str) -> None:
    assert codes(text(blank)) == []
    (found,) = only(analysed(text(blank, "đã ban hành")), "TH534")
    assert codes(text(found.ways[0].line.partition(": ")[2], "đã ban hành")) == []


def test_a_long_blank_is_looked_at_once() -> None:
    assert signing_day(f"A, ngày {' ' * 100_000}x tháng 3 năm {'. ' * 50_000}x") is None
