from datetime import date, datetime
from fractions import Fraction

import pytest

from thads_dsl.data.cells import Misread, Raw, count, day, judgment, name, percent, yes_no


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        (1500.0, 1500),
        ("1500", 1500),
        ("1.500", 1500),
        ("300.000.000.000", 300 * 10**9),
        ("1.500\u00a0", 1500),
        (" 7 ", 7),
        (float(2**53), 2**53),
        ("999999999999999999", 10**18 - 1),
        ("-", 0),
        ("–", 0),
        (0.0, 0),
        ("", None),
        (None, None),
        ("…", None),
        ("...", None),
        ("\u00a0", None),
    ],
)
def test_a_count_is_read_exactly(raw: Raw, meant: int | None) -> None:
    assert count(raw) == meant
    assert not isinstance(count(raw), float)


@pytest.mark.parametrize(
    "raw",
    [1.5, -1.0, -3, "1,5", "1,500", "1.50", "1.5", "15.00", "1 500", "12 việc", "không", "-5", "+5", "١٢", "1e3", "9" * 5000, True,
     float(2**53 + 2), 1e300, float("nan"), float("inf"), date(2024, 6, 30), "#DIV/0!"],
)  # fmt: skip
def test_what_is_no_count_is_never_guessed(raw: Raw) -> None:
    assert isinstance(count(raw), Misread)


def test_a_decimal_that_may_be_thousands_is_refused_with_the_number_that_was_meant() -> None:
    misread = count(1.5)
    assert isinstance(misread, Misread)
    assert "nhập 1500" in misread.hint


@pytest.mark.parametrize(
    ("raw", "meant"), [("có", True), ("CÓ", True), ("x", True), ("đủ", True), ("không", False), ("thiếu", False), ("", None), ("…", None)]
)
def test_yes_and_no(raw: Raw, meant: bool | None) -> None:
    assert yes_no(raw) is meant


@pytest.mark.parametrize(("raw", "meant"), [("đạt", True), ("Không đạt", False), ("khong  dat", False), ("", None)])
def test_judgments_of_the_council(raw: Raw, meant: bool | None) -> None:
    assert judgment(raw) is meant


@pytest.mark.parametrize("raw", ["có lẽ", 1.0, "tốt", "-"])
def test_other_words_are_neither_answer_nor_judgment(raw: Raw) -> None:
    assert isinstance(yes_no(raw), Misread)
    assert isinstance(judgment(raw), Misread)


@pytest.mark.parametrize("raw", [date(2024, 6, 30), datetime(2024, 6, 30, 16, 30), "30/6/2024", "30/06/2024", " 30/6/2024\u00a0"])
def test_a_day_is_read_as_excel_or_people_write_it(raw: Raw) -> None:
    assert day(raw) == date(2024, 6, 30)


@pytest.mark.parametrize("raw", ["30/2/2024", "6/30/2024", "30-6-2024", "2024-06-30", 45473.0, "30/6/24", "hôm qua", True])
def test_what_is_no_day_is_refused(raw: Raw) -> None:
    assert isinstance(day(raw), Misread)


@pytest.mark.parametrize("raw", ["", None, "…", "12", 12.0, "-", "A\x00B", "A" * 300])
def test_a_name_is_text(raw: Raw) -> None:
    assert isinstance(name(raw), Misread)


def test_names_lose_only_their_spaces_and_old_spellings() -> None:
    assert name("  Nguyễn\u00a0 Hoà ") == "Nguyễn Hòa"


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        ("80", 80), ("80%", 80), ("80,5 %", Fraction(161, 2)), ("80,5\u00a0%", Fraction(161, 2)), (80.0, 80), (81.5, Fraction(163, 2)),
        ("0,8%", Fraction(4, 5)), ("1%", 1), ("100", 100), ("1,2", Fraction(6, 5)), ("0", 0), (0.0, 0), ("", None), ("…", None),
    ],
)  # fmt: skip
def test_a_rate_is_the_figure_before_the_sign(raw: Raw, meant: Fraction | None) -> None:
    assert percent(raw) == meant


@pytest.mark.parametrize("raw", ["0,8", "0,80", 0.8, "0,8 "])
def test_a_rate_up_to_one_without_its_sign_is_refused_with_both_readings(raw: Raw) -> None:
    found = percent(raw)
    assert isinstance(found, Misread)
    assert found.hint.startswith("Là 80% hay 0,8%?")


@pytest.mark.parametrize("raw", ["1", 1.0, 1, "80.5", "80,5%%", "tám mươi", "-5%", -5.0, True, date(2024, 1, 1), float("nan")])
def test_what_is_no_rate_is_never_guessed(raw: Raw) -> None:
    assert isinstance(percent(raw), Misread)


def test_a_rate_with_a_decimal_point_is_put_right() -> None:
    assert percent("80.5") == Misread("tỷ lệ phần trăm từ 0, ví dụ 81,5 hoặc 81,5%", "Dấu phẩy tách phần lẻ: 80,5%.")
