"""What people write from habit is named, and the line that is offered is read as it was meant."""

import pytest

from tests.unit.check.writing import analysed, written
from thads_dsl.diagnostics import Diagnostic, Severity
from thads_dsl.pipeline import Analysis

RATE = "tỷ lệ thi hành xong trên có điều kiện"
TARGET = f"Chi cục THADS đạt {RATE} về tiền"
FILES = "Hồ sơ đề nghị khen thưởng gửi về Cục Thi hành án dân sự tỉnh trước"
LINES = {
    f"{TARGET} từ 4S% trở lên.": ("4S%", "từ 45% trở lên"),
    f"{TARGET} l5%.": ("l5%", "từ 15% trở lên"),
    f"{TARGET} bốn mươi lăm phần trăm.": ("bốn mươi lăm phần trăm", "từ 45% trở lên"),
    f"{TARGET} >= 77 phần trăm.": (">= 77 phần trăm", "từ 77% trở lên"),
    "Chi cục THADS thi hành xong >= 1,500 việc.": (">= 1,500 việc", "từ 1.500 việc trở lên"),
    "Chi cục THADS thi hành xong vượt quá 100 việc.": ("vượt quá 100 việc", "trên 100 việc"),
    "Chi cục THADS thi hành xong ít nhất 1500 viêc.": ("1500 viêc", "từ 1.500 việc trở lên"),
    "Chi cục THADS thi hành xong ít nhất 15 trăm việc.": ("15 trăm việc", "từ 1.500 việc trở lên"),
    "Chi cục THADS thi hành xong ít nhất một nghìn năm trăm việc.": ("một nghìn năm trăm", "từ 1.500 việc trở lên"),
    "Chi cục THADS thi hành xong ít nhất 5.000.000đ.": ("5.000.000đ", "từ 5 triệu đồng trở lên"),
    "Chi cục THADS thi hành xong ít nhất 5 tr đồng.": ("5 tr đồng", "từ 5 triệu đồng trở lên"),
    f"{FILES} ngày 05/7/24.": ("05/7/24", "04/7/2024"),
    f"{FILES} ngày 2024-07-05.": ("2024-07-05", "04/7/2024"),
    f"{FILES} ngày 05/7/2O24.": ("05/7/2O24", "04/7/2024"),
    f"{FILES} mùng 5 tháng 7 năm 2024.": ("mùng 5", "04/7/2024"),
    f"{FILES} mồng 5/7/2024.": ("mồng", "04/7/2024"),
    f"{FILES} ngày 5 tháng bảy năm 24.": ("tháng bảy năm 24", "04/7/2024"),
}


def _errors(analysis: Analysis) -> list[Diagnostic]:
    return [each for each in analysis.diagnostics if each.severity is Severity.ERROR]


def _read(analysis: Analysis, line: int) -> str:
    return " ".join(taken.words for each in analysis.reading if each.line == line for taken in each.taken)


def _body(line: str) -> str:
    return written(f"1. Thời gian: Từ ngày 01/4/2024 đến hết ngày 30/6/2024.\n2. {line}")


@pytest.mark.parametrize("line", LINES)
def test_a_habit_is_named_and_its_line_is_read_as_meant(line: str) -> None:
    said, meant = LINES[line]
    text = _body(line)
    (told,) = _errors(analysed(text))
    assert (told.code.id, told.message) == ("TH119", f"“{said}”")
    number = told.at.span.line
    lines = text.split("\n")
    lines[number - 1] = told.ways[0].line
    again = analysed("\n".join(lines))
    assert (_errors(again), meant in _read(again, number)) == ([], True)


RANGES = {
    f"{TARGET} 45% - 50%.": ["từ 45% trở lên, phấn đấu 50%", "từ 50% trở lên"],
    f"{TARGET} từ 45% - 50%.": ["từ 45% trở lên, phấn đấu 50%", "từ 50% trở lên"],
    "Chi cục THADS: từ 3-5 tập thể.": ["nhiều nhất 5", "nhiều nhất 3"],
}


@pytest.mark.parametrize("line", RANGES)
def test_of_two_figures_each_reading_is_offered_and_read(line: str) -> None:
    text = _body(line)
    (told,) = _errors(analysed(text))
    assert told.code.id == "TH112"
    lines, number = text.split("\n"), told.at.span.line
    for way, meant in zip(told.ways, RANGES[line], strict=True):
        again = analysed("\n".join([*lines[:number], way.line, *lines[number:]]))
        assert (_errors(again), meant in _read(again, number)) == ([], True)


@pytest.mark.parametrize("prose", ["Thực hiện 5S tại trụ sở.", "Sử dụng phòng B2 làm kho.", "Có 10 nam và 5 nữ."])
def test_letters_beside_digits_in_prose_are_no_habit(prose: str) -> None:
    assert "TH119" not in [each.code.id for each in analysed(_body(prose)).diagnostics]


def test_a_quota_with_a_letter_is_no_judgment() -> None:
    assert [each.code.id for each in _errors(analysed(_body("Chi cục THADS: O5 tập thể.")))] == ["TH119"]
