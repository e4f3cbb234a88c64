"""Numbers, days and references as offices write them."""

from fractions import Fraction

import pytest

from tests.contract.round_trips import changed
from thads_dsl.syntax.anniversaries import Anniversary
from thads_dsl.syntax.literals import literal_at
from thads_dsl.syntax.written_forms import DateText, Figure, PlaceText, dates_within, figure_value

TY, TRIEU = 10**9, 10**6
RIGHT: dict[str, tuple[Fraction | int, str]] = {
    "0 việc": (0, "việc"),
    "01 việc": (1, "việc"),
    "800 việc": (800, "việc"),
    "800việc": (800, "việc"),
    "1500 việc": (1500, "việc"),
    "1.500 việc": (1500, "việc"),
    "12.345.678 việc": (12_345_678, "việc"),
    "999 vụ việc": (999, "việc"),
    "10  việc": (10, "việc"),
    "10 %": (10, "%"),
    "01": (1, ""),
    "300 tỷ đồng": (300 * TY, "đồng"),
    "300 tỉ đồng": (300 * TY, "đồng"),
    "300 TỶ ĐỒNG": (300 * TY, "đồng"),
    "300 tỷ": (300 * TY, "đồng"),
    "300 tỉ": (300 * TY, "đồng"),
    "1.000 tỷ đồng": (1000 * TY, "đồng"),
    "1,5 tỷ đồng": (3 * TY // 2, "đồng"),
    "1,500 tỷ đồng": (3 * TY // 2, "đồng"),
    "40,1 tỷ đồng": (40_100 * TRIEU, "đồng"),
    "0,5 tỷ": (TY // 2, "đồng"),
    "1.234,56 tỷ đồng": (1_234_560 * TRIEU, "đồng"),
    "500 triệu đồng": (500 * TRIEU, "đồng"),
    "500 triệu": (500 * TRIEU, "đồng"),
    "7 nghìn đồng": (7_000, "đồng"),
    "7 ngàn đồng": (7_000, "đồng"),
    "7 nghìn": (7_000, "đồng"),
    "123.456 đồng": (123_456, "đồng"),
    "2 tỷ 345 triệu đồng": (2_345 * TRIEU, "đồng"),
    "2 tỷ 345 triệu 600 nghìn đồng": (2_345_600_000, "đồng"),
    "2 tỷ đồng 5 triệu đồng": (2_005 * TRIEU, "đồng"),
    "77%": (77, "%"),
    "77 %": (77, "%"),
    "100%": (100, "%"),
    "0%": (0, "%"),
    "81,5%": (Fraction(163, 2), "%"),
    "81,50%": (Fraction(163, 2), "%"),
    "0,001%": (Fraction(1, 1000), "%"),
    "1,234%": (Fraction(1234, 1000), "%"),
    "33,333%": (Fraction(33333, 1000), "%"),
    "1.000%": (1000, "%"),
    "41,125 điểm": (Fraction(329, 8), "điểm"),
    "1.500 điểm": (1500, "điểm"),
    "01 cá nhân": (1, "cá nhân"),
    "02 (hai) cá nhân": (2, "cá nhân"),
    "một tập thể": (1, "tập thể"),
    "Hai cá nhân": (2, "cá nhân"),
    "mười giải": (10, "giải"),
    "05 cờ": (5, "cờ"),
    "3 danh hiệu": (3, "danh hiệu"),
    "20 đơn": (20, "đơn"),
    "20 văn bản": (20, "văn bản"),
    "4 vụ": (4, "vụ"),
    "4 trường hợp": (4, "trường hợp"),
    "2 lần": (2, "lần"),
    "30 người": (30, "người"),
    "300": (300, ""),
    "1.500": (1500, ""),
    "1,5": (Fraction(3, 2), ""),
}
WRONG = {
    "1,500 việc": "1.500 việc",
    "12,500 việc": "12.500 việc",
    "1,500 điểm": "1.500 điểm",
    "1,500,000 việc": "1.500.000 việc",
    "1.5 tỷ": "1,5 tỷ",
    "1.5 tỷ đồng": "1,5 tỷ đồng",
    "81.5%": "81,5%",
    "81.50%": "81,50%",
    "10.999.99": "",
    "1.50.000 việc": "",
    "1.00.000": "",
    "1500.000 việc": "",
    "1,5,5%": "",
    "123,456 đồng": "123.456 đồng",
    "1.234,567.8 việc": "",
    "1,234.5 tỷ": "1.234,5 tỷ",
}


@pytest.mark.parametrize("written", RIGHT)
def test_a_figure_has_its_exact_value_and_unit(written: str) -> None:
    value, unit = RIGHT[written]
    found = figure_value(written)
    assert (found.value, found.unit) == (Fraction(value), unit)


@pytest.mark.parametrize("written", WRONG)
def test_a_misspelt_figure_has_no_value_and_offers_the_right_spelling_where_it_can_be_told(written: str) -> None:
    found = figure_value(written)
    assert (found.value, found.right) == (None, WRONG[written])


def test_what_we_write_is_read_back_exactly() -> None:
    assert list(changed(10_000, seed=20_240_630)) == []


def test_a_figure_is_taken_whole_out_of_a_sentence() -> None:
    sentence = "từ 2 tỷ 345 triệu 600 nghìn đồng trở lên"
    found = literal_at(sentence, 3, after="")
    assert found is not None
    assert (found.terminal, sentence[found.start : found.end]) == ("MEASURE", "2 tỷ 345 triệu 600 nghìn đồng")


FORMS = {
    "01/4/2024": ("DATE", DateText(1, 4, 2024)),
    "1.4.2024": ("DATE", DateText(1, 4, 2024)),
    "01 / 4 / 2024": ("DATE", DateText(1, 4, 2024)),
    "ngày 01/4/2024": ("DATE", DateText(1, 4, 2024)),
    "ngày 20 tháng 3 năm 2024": ("DATE", DateText(20, 3, 2024)),
    "ngày 20 tháng 3": ("DATE", DateText(20, 3, None)),
    "ngày 30/6": ("DATE", DateText(30, 6, None)),
    "ngày 31/02/2024": ("DATE", DateText(31, 2, 2024)),
    "9 tháng": ("MONTHS", Figure(Fraction(9), "tháng", "9 tháng")),
    "9 tháng đầu năm 2024": ("MONTHS_OF_YEAR", (9, 2024)),
    "9 tháng đầu năm": ("MONTHS_OF_YEAR", (9, None)),
    "điểm 3.1 mục III": ("PLACE", PlaceText(("III", "3.1"))),
    "điểm a khoản 2 mục IV": ("PLACE", PlaceText(("IV", "2", "a"))),
    "gạch đầu dòng thứ hai, điểm 3.1, mục III": ("PLACE", PlaceText(("III", "3.1", "-2"))),
    "dấu cộng thứ ba, gạch đầu dòng thứ nhất, điểm 3.1, mục III": ("PLACE", PlaceText(("III", "3.1", "-1", "+3"))),
    "III.3.1-1+2": ("PLACE", PlaceText(("III", "3", "3.1", "-1", "+2"))),
    "kỷ niệm 78 năm": ("ANNIVERSARY", Anniversary(78, ())),
    "kỷ niệm 78 năm Ngày Truyền thống (19/7/1946 - 19/7/2024)": ("ANNIVERSARY", Anniversary(78, (((19, 7, 1946), (19, 7, 2024)),))),
    "kỷ niệm 70 năm Ngày thành lập (5/1954 - 5/2024)": ("ANNIVERSARY", Anniversary(70, (((0, 5, 1954), (0, 5, 2024)),))),
}


@pytest.mark.parametrize("written", FORMS)
def test_a_form_is_known_by_its_shape(written: str) -> None:
    found = literal_at(written, 0, after="")
    assert found is not None
    assert (found.terminal, found.value, found.end) == (*FORMS[written], len(written))


@pytest.mark.parametrize(
    ("written", "terminal"),
    [
        ("số 1046/KH-TCTHADS ngày 20 tháng 3 năm 2024", "REFERENCE"),
        ("30/2020/NĐ-CP", "REFERENCE"),
        ("01/2024/TT-BTP", "REFERENCE"),
        ("giai đoạn 2021-2025", "PHASE"),
        ("(2021 - 2025)", "PHASE"),
        ("quý II năm 2024", "QUARTER"),
        ("năm 2024", "YEAR"),
        ("Luật Thi đua, khen thưởng năm 2022", "LAW"),
        ("Điều 5", "LAW"),
        ("7/7 Chi cục", "SHARE"),
        ("4-5%", "RANGE"),
        ('"ít nhất 5%"', "QUOTED"),
    ],
)
def test_an_island_holds_its_numbers(written: str, terminal: str) -> None:
    found = literal_at(written, 0, after="")
    assert found is not None
    assert found.terminal == terminal


@pytest.mark.parametrize(
    ("text", "k_of_n"),
    [
        ("2/3 chỉ tiêu", (2, 3)),
        ("hai trong ba chỉ tiêu", (2, 3)),
        ("02 (hai) trong số 04 (bốn) điều kiện", (2, 4)),
        ("một trong năm tiêu chuẩn", (1, 5)),
    ],
)
def test_so_many_of_so_many_targets_are_no_share_and_no_day(text: str, k_of_n: tuple[int, int]) -> None:
    found = literal_at(text, 0, after="FROM")
    assert found is not None and (found.terminal, found.value) == ("K_OF_N", k_of_n)


@pytest.mark.parametrize("text", ["hai trong ba người", "một trong các điều kiện", "2/3 thời gian"])
def test_so_many_of_so_many_is_said_of_targets_and_conditions_only(text: str) -> None:
    found = literal_at(text, 0, after="")
    assert found is None or found.terminal != "K_OF_N"


def test_a_day_without_year_and_without_the_word_needs_a_word_before_it() -> None:
    expected, not_expected = (literal_at("30/6", 0, after=after) for after in ("TO", ""))
    assert expected is not None and expected.value == DateText(30, 6, None)
    assert not_expected is not None and not_expected.terminal == "NUMBER"


def test_the_full_dates_inside_a_longer_form_are_found() -> None:
    found = dates_within("số 5/KH-A ngày 31/02/2024, họp ngày 30/6, ngày 1 tháng 13 năm 2024")
    assert [date for _, _, date in found] == [DateText(31, 2, 2024), DateText(1, 13, 2024)]
