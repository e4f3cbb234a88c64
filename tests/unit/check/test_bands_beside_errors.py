"""Bands are proved beside rows that have another error, and no further than these rows are understood."""

import pytest

from tests.unit.check.writing import analysed, written
from thads_dsl.diagnostics import Severity

PERIOD = "1. Kỳ số liệu: từ ngày 01/10/2025 đến hết ngày 30/6/2026.\n"
RATE = "tỷ lệ thi hành xong trên có điều kiện"
FEWER = "số việc chuyển kỳ sau so với năm trước"
_OF_BANDS = ("TH401", "TH402", "TH403")


def of_bands(*rows: str) -> list[tuple[str, str]]:
    """What is said of the bands of these rows; each plan has another error besides."""
    found = analysed(written(f"I. CHỈ TIÊU\n{PERIOD}2. Chỉ tiêu\n" + "\n".join(f"- {row}" for row in rows))).diagnostics
    assert any(each.severity is Severity.ERROR and each.code.id not in _OF_BANDS for each in found)
    return [(each.code.id, each.message) for each in found if each.code.id in _OF_BANDS]


def test_rows_with_an_unclear_goal_stand_in_the_table_of_those_that_are_clear() -> None:
    found = of_bands(
        f"Chi cục THADS có tổng số giải quyết dưới 300 việc giảm từ 5% trở lên {FEWER};",
        f"Chi cục THADS có tổng số giải quyết từ 300 việc đến 700 việc giảm dưới 3% {FEWER};",
        f"Chi cục THADS có tổng số giải quyết từ 700 việc trở lên giảm từ 1% trở lên {FEWER}.",
    )
    assert found == [("TH402", "đúng 700 việc thuộc cả hai mức")]


def test_a_table_that_is_closed_by_a_row_with_an_unclear_goal_has_no_hole() -> None:
    assert not of_bands(
        f"Chi cục THADS có tổng số giải quyết dưới 300 việc giảm từ 5% trở lên {FEWER};",
        f"Chi cục THADS có tổng số giải quyết từ 300 việc trở lên giảm dưới 3% {FEWER}.",
    )


def test_rows_of_others_are_no_rows_of_one_table() -> None:
    assert not of_bands(
        f"Chi cục THADS có tổng số giải quyết dưới 300 việc giảm dưới 4% {FEWER};",
        f"Chi cục THADS có tổng số giải quyết từ 300 việc trở lên giảm dưới 3% {FEWER};",
        f"Phòng chuyên môn có tổng số giải quyết dưới 300 việc giảm dưới 4% {FEWER};",
        f"Phòng chuyên môn có tổng số giải quyết từ 300 việc trở lên giảm dưới 3% {FEWER}.",
    )


def test_a_row_of_somebody_unknown_says_nothing_of_others() -> None:
    found = of_bands(
        f"Tổ thu nợ bảo hiểm đạt {RATE} 70% về việc;",
        f"Chi cục THADS có tổng số giải quyết dưới 300 việc đạt {RATE} 80% về việc;",
        f"Chi cục THADS có tổng số giải quyết trên 300 việc đạt {RATE} 75% về việc.",
    )
    assert found == [("TH401", "chưa có mức cho đúng 300 việc")]


def test_a_row_of_a_name_that_is_nearly_known_may_be_the_one_that_is_missing() -> None:
    assert not of_bands(
        f"Chi cục THADS có tổng số giải quyết dưới 300 việc đạt {RATE} 80% về việc;",
        f"Chi cục THAD có tổng số giải quyết từ 300 việc đến dưới 500 việc đạt {RATE} 77% về việc;",
        f"Chi cục THADS có tổng số giải quyết từ 500 việc trở lên đạt {RATE} 75% về việc.",
    )


@pytest.mark.parametrize("row", ["Chi cục THADS cỡ trên ba trăm | 75%", "Chi cục THADS có tổng số giải quyết từ 300 việc trở lên | nhiều"])
def test_of_a_table_with_a_row_of_somebody_unknown_and_one_that_is_not_read_nothing_is_concluded(row: str) -> None:
    rows = f"| Chi cục THADS có tổng số giải quyết dưới 300 việc | 80% |\n| Tổ thu nợ | 70% |\n| {row} |"
    found = analysed(written(f"I. CHỈ TIÊU\n{PERIOD}2. Chỉ tiêu\n| Đơn vị | {RATE.capitalize()} về việc |\n|---|---|\n{rows}")).diagnostics
    assert "TH202" in {each.code.id for each in found}
    assert not [each.message for each in found if each.code.id in _OF_BANDS]


def test_a_hole_of_a_table_is_told_beside_a_row_of_somebody_unknown() -> None:
    rows = "| Chi cục THADS có tổng số giải quyết dưới 300 việc | 80% |\n| Tổ thu nợ | 70% |"
    found = analysed(written(f"I. CHỈ TIÊU\n{PERIOD}2. Chỉ tiêu\n| Đơn vị | {RATE.capitalize()} về việc |\n|---|---|\n{rows}")).diagnostics
    assert [each.code.id for each in found if each.severity is Severity.ERROR] == ["TH403", "TH202"]


@pytest.mark.parametrize("band", ["từ 300 việc đến dưới 500 việc", "từ 300 việc đến 499 việc", "300 đến dưới 500 việc"])
def test_a_gap_that_a_row_of_somebody_unknown_speaks_of_is_not_told_beside_it(band: str) -> None:
    rows = (
        f"Chi cục THADS có tổng số giải quyết dưới 300 việc đạt {RATE} 80% về việc;",
        f"Chi đội THADS có tổng số giải quyết {band} đạt {RATE} 77% về việc;",
    )
    assert not of_bands(*rows, f"Chi cục THADS có tổng số giải quyết từ 500 việc trở lên đạt {RATE} 75% về việc.")
    elsewhere = of_bands(*rows, f"Chi cục THADS có tổng số giải quyết từ 600 việc trở lên đạt {RATE} 75% về việc.")
    assert elsewhere == [("TH401", "chưa có mức cho từ 300 việc đến dưới 600 việc")]


def test_a_gap_that_a_wrong_definition_of_a_group_speaks_of_is_not_told_where_the_group_is_used() -> None:
    body = (
        "I. CHỈ TIÊU\n1. Chia nhóm\n- Nhóm 1 gồm: Chi cục THADS có tổng số giải quyết dưới 300 việc;\n"
        "- Nhóm 2 gồm: Chi cục THADS có tổng số giải quyết từ 500 việc đến dưới 300 việc;\n"
        "- Nhóm 3 gồm: Chi cục THADS có tổng số giải quyết từ {} việc trở lên.\n"
        f"2. Chỉ tiêu\n| Nhóm | {RATE.capitalize()} về việc |\n| Nhóm 1 | 80% |\n| Nhóm 2 | 77% |\n| Nhóm 3 | 75% |"
    )
    codes = [[each.code.id for each in analysed(written(body.format(bound))).diagnostics] for bound in (500, 700)]
    assert codes == [["TH404"], ["TH404", "TH401"]]
