"""Tables of bands that must be closed, and bands that take nothing; random tables are in tests/contract/random_tables.py."""

import pytest

from tests.unit.check.writing import analysed, codes, written


@pytest.mark.parametrize(
    "band", ["từ 5 việc đến dưới 5 việc", "từ 6 việc đến 5 việc", "từ trên 5 việc đến dưới 6 việc", "trên 5 việc đến 5 việc"]
)
def test_a_band_that_takes_nothing_is_refused(band: str) -> None:
    text = written(f"Về việc:\n- Chi cục có tổng số giải quyết {band}, đạt tỷ lệ thi hành xong 77%.")
    assert "TH404" in codes(text)


def test_whole_figures_leave_no_gap_between_neighbours() -> None:
    rows = ("đến 499 việc", "từ 500 việc đến 999 việc", "trên 999 việc")
    body = "".join(f"- Chi cục có tổng số giải quyết {row}, đạt tỷ lệ thi hành xong 77%;\n" for row in rows)
    assert codes(written("Về việc:\n" + body)) == []


def test_money_between_two_scales_is_compared_in_dong() -> None:
    rows = ("dưới 1 tỷ đồng", "từ 1.000 triệu đồng trở lên")
    body = "".join(f"- Chi cục có tổng số giải quyết {row}, đạt tỷ lệ thi hành xong 77%;\n" for row in rows)
    assert codes(written("Về tiền:\n" + body)) == []
    body = body.replace("1.000 triệu", "1.001 triệu")
    (found,) = analysed(written("Về tiền:\n" + body)).diagnostics
    assert found.code.id == "TH401" and "1 tỷ đồng" in found.message
