"""Tables of bands that must be closed, and bands that take nothing; random tables are in tests/contract/random_tables.py."""

import pytest

from tests.unit.check.writing import analysed, codes, sound, written


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


def test_a_row_for_all_whom_the_others_leave_goes_on_as_they_do() -> None:
    rows = ("dưới 500 việc và dưới 2 tỷ đồng", "từ 500 việc trở lên và từ 2 tỷ đồng trở lên")
    text = written("Về việc:\n" + "".join(f"- Chi cục THADS có tổng số giải quyết {row}, đạt tỷ lệ thi hành xong 77%;\n" for row in rows))
    first, second = analysed(text).diagnostics
    assert first.ways[0].line == second.ways[0].line == "- Các Chi cục THADS còn lại, đạt tỷ lệ thi hành xong …%;"
    last = sound(f"{text.rstrip()}\n{first.ways[0].line.replace('…', '70')}\n").targets[-1]
    assert last.threshold == 70 and last.region is not None and last.region.text == "các trường hợp còn lại"


def test_a_band_inside_another_is_offered_nothing_that_would_leave_a_gap() -> None:
    rows = ("dưới 1.000 việc", "từ 200 việc đến dưới 500 việc", "từ 1.000 việc trở lên")
    text = written("Về việc:\n" + "".join(f"- Chi cục THADS có tổng số giải quyết {row}, đạt tỷ lệ thi hành xong 77%;\n" for row in rows))
    (found,) = analysed(text).diagnostics
    assert found.code.id == "TH402" and found.ways == ()


def test_money_is_told_in_its_own_words() -> None:
    rows = ("dưới 3 tỷ đồng", "từ 2 tỷ đồng trở lên")
    text = written("Về tiền:\n" + "".join(f"- Chi cục THADS có tổng số giải quyết {row}, đạt tỷ lệ thi hành xong 77%;\n" for row in rows))
    (found,) = analysed(text).diagnostics
    assert found.message == "từ 2 tỷ đồng đến dưới 3 tỷ đồng thuộc cả hai mức"
