"""Slips of a clerk: each gets its code, points at the wrong characters and no others, and says how to go on."""

import unicodedata
from dataclasses import dataclass

import pytest

from tests.unit.check.writing import analysed, pointed_at, written
from thads_dsl.diagnostics import Severity

TARGET = "đạt tỷ lệ thi hành xong trên có điều kiện"
CASES = f"Về việc:\n- Chi cục THADS {TARGET} 77%."


@dataclass(frozen=True, slots=True)
class Slip:
    """A body with one slip, the code it must give, the characters that are wrong, and a line that must be offered (or none)."""

    body: str
    code: str
    wrong: str
    offered: str = ""


SLIPS = {
    # units
    "money in a band of cases": Slip(
        f"Về việc:\n- Chi cục THADS có tổng số giải quyết dưới 800 tỷ đồng, {TARGET} 77%.", "TH301", "800 tỷ đồng"
    ),
    "cases in a band of money": Slip(
        f"Về tiền:\n- Chi cục THADS có tổng số giải quyết từ 150 việc đến dưới 300 tỷ đồng, {TARGET} 36%.", "TH301", "150 việc"
    ),
    "a percentage of cases": Slip(f"Về việc:\n- Chi cục THADS có tổng số giải quyết dưới 80%, {TARGET} 77%.", "TH302", "80%"),
    "a rate in cases": Slip(f"Về việc:\n- Chi cục THADS {TARGET} 77 việc.", "TH302", "77 việc"),
    "half a case": Slip(f"Về việc:\n- Chi cục THADS có tổng số giải quyết dưới 800,5 việc, {TARGET} 77%.", "TH303", "800,5 việc"),
    # numbers
    "a comma for thousands": Slip(
        f"Về việc:\n- Chi cục THADS có tổng số giải quyết dưới 1,500 việc, {TARGET} 77%.", "TH111", "1,500 việc", "1.500 việc"
    ),
    "a point for decimals": Slip(
        f"Về tiền:\n- Chi cục THADS có tổng số giải quyết dưới 1.5 tỷ đồng, {TARGET} 77%.", "TH111", "1.5 tỷ đồng", "1,5 tỷ đồng"
    ),
    "a number in prose": Slip("- Cơ bản 80% hồ sơ được số hóa.", "TH102", "80%", "> Cơ bản 80% hồ sơ được số hóa."),
    "a date in prose": Slip("- Các đơn vị họp ngày 15/6/2024 tại trụ sở.", "TH102", "ngày 15/6/2024"),
    # days
    "a day that February lacks": Slip("1. Thời gian: Từ ngày 01/02/2024 đến hết ngày 30/02/2024.", "TH501", "ngày 30/02/2024"),
    "a thirteenth month": Slip("1. Thời gian: Từ ngày 01/4/2024 đến hết ngày 30/13/2024.", "TH501", "ngày 30/13/2024"),
    "a deadline that does not exist": Slip("- Hồ sơ gửi về Cục trước ngày 31 tháng 6 năm 2024.", "TH501", "ngày 31 tháng 6 năm 2024"),
    "an end before the beginning": Slip("1. Thời gian: Từ ngày 01/7/2024 đến hết ngày 30/6/2024.", "TH503", "ngày 01/7/2024"),
    "an anniversary that does not exist": Slip(
        "- Chào mừng kỷ niệm 92 năm Ngày thành lập Đảng (03/02/1930 - 30/02/2022).",
        "TH501",
        "30/02/2022",
    ),
    # names
    "an unknown quantity": Slip(
        "Về việc:\n- Chi cục THADS đạt tỷ lệ thi hành song trên có điều kiện 77%.", "TH201", "tỷ lệ thi hành song trên có điều kiện"
    ),
    "an unknown subject": Slip(f"Về việc:\n- Chi nhánh THADS {TARGET} 77%.", "TH202", "Chi nhánh THADS"),
    "an unknown sanction": Slip(
        "1. Đối với cá nhân:\nGiấy khen được xét, tặng cho cá nhân đạt các tiêu chuẩn, điều kiện sau:\n"
        "- Không bị kỷ luật từ hình thức “khiển phạt” trở lên.",
        "TH203",
        "“khiển phạt”",
    ),
    # deadlines
    "a deadline with the wrong tone": Slip(
        "- Hồ sơ gửi về Cục truớc ngày 05/7/2024.", "TH101", "truớc", "Hồ sơ gửi về Cục trước ngày 05/7/2024"
    ),
    "a deadline without diacritics": Slip(
        "- Hồ sơ gửi về Cục truoc ngày 05/7/2024.", "TH101", "truoc", "Hồ sơ gửi về Cục trước ngày 05/7/2024"
    ),
    "a deadline of the latest kind without diacritics": Slip(
        "- Hồ sơ gửi về Cục cham nhat là ngày 05/7/2024.", "TH101", "cham nhat là", "Hồ sơ gửi về Cục chậm nhất là ngày 05/7/2024"
    ),
    # words of bands and goals
    "a band without diacritics": Slip(
        f"Về việc:\n- Chi cục THADS có tổng số giải quyết duoi 800 việc, {TARGET} 77%;"
        f"\n- Chi cục THADS có tổng số giải quyết từ 800 việc trở lên, {TARGET} 76%.",
        "TH101",
        "duoi",
        f"Chi cục THADS có tổng số giải quyết dưới 800 việc, {TARGET} 77%",
    ),
    "a range for a threshold": Slip(f"Về việc:\n- Chi cục THADS {TARGET} từ 4-5% trở lên.", "TH112", "4-5%"),
}


QUOTES = str.maketrans("“”", '""')  # places are compared folded


@pytest.mark.parametrize("decomposed", [False, True], ids=["NFC", "NFD"])
@pytest.mark.parametrize("slip", SLIPS.values(), ids=list(SLIPS))
def test_a_slip_is_found_at_its_own_characters(slip: Slip, decomposed: bool) -> None:
    analysis = analysed(unicodedata.normalize("NFD" if decomposed else "NFC", written(slip.body)))
    errors = [each for each in analysis.diagnostics if each.severity is Severity.ERROR]
    found = [(each.code.id, pointed_at(analysis, each.at.span)) for each in errors]
    assert found == [(slip.code, slip.wrong.translate(QUOTES))]
    assert analysis.plan is None
    assert errors[0].why
    if slip.offered:
        assert [way.line for each in errors for way in each.ways if slip.offered in way.line]
