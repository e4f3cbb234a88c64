"""A figure that is said once more in words beside it: the same is read, another is told; what a form leaves of a word is not lost."""

import pytest

from tests.unit.check.writing import analysed, written
from thads_dsl.diagnostics import Severity
from thads_dsl.syntax.number_words import number_in_words
from thads_dsl.syntax.written_forms import figure_value

TARGET = "3. Chi cục THADS đạt tỷ lệ thi hành xong trên có điều kiện về tiền từ {} trở lên."


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("năm", 5),
        ("bốn mươi lăm", 45),
        ("một trăm linh năm", 105),
        ("một trăm năm mươi", 150),
        ("một nghìn năm trăm", 1500),
        ("một tỷ năm trăm triệu", 1_500_000_000),
        ("hai triệu rưỡi", 2_500_000),
        ("một trăm năm", None),  # 105 or 150
        ("một nghìn năm", None),
        ("năm năm", None),
        ("một triệu một tỷ", None),
    ],
)
def test_numbers_in_words(words: str, number: int | None) -> None:
    assert number_in_words(words) == number


SAME = {
    "80% (tám mươi phần trăm)": 80,
    "05 (năm) tập thể": 5,
    "15 (mười lăm) tập thể": 15,
    "05 tập thể (năm tập thể)": 5,
    "1.500 việc (một nghìn năm trăm việc)": 1500,
    "300 (ba trăm) tỷ đồng": 300 * 10**9,
    "300 tỷ đồng (ba trăm tỷ đồng)": 300 * 10**9,
    "2 tỷ 345 triệu đồng (hai tỷ ba trăm bốn mươi lăm triệu đồng)": 2_345_000_000,
}
OTHERS = (
    "80% (tám mươi lăm phần trăm)",
    "05 (năm mươi) tập thể",
    "05 (6) tập thể",
    "300 tỷ đồng (bốn trăm tỷ đồng)",
    "105 việc (một trăm năm việc)",
)


@pytest.mark.parametrize("figure", SAME)
def test_words_that_say_the_same_are_read(figure: str) -> None:
    assert figure_value(figure).value == SAME[figure]


@pytest.mark.parametrize("figure", OTHERS)
def test_words_that_say_another_number_make_no_figure(figure: str) -> None:
    assert figure_value(figure).value is None


@pytest.mark.parametrize(
    ("said", "offered"),
    [
        ("80% (tám mươi lăm phần trăm)", ["80%", "85%"]),
        ("80% (một trăm năm phần trăm)", ["80%"]),
    ],
)
def test_of_two_numbers_each_is_offered(said: str, offered: list[str]) -> None:
    found = [each for each in analysed(written(TARGET.format(said))).diagnostics if each.severity is Severity.ERROR]
    assert [(each.code.id, [way.line for way in each.ways]) for each in found] == [("TH111", offered)]
    for way in found[0].ways:
        assert all(each.severity is not Severity.ERROR for each in analysed(written(TARGET.format(way.line))).diagnostics)


@pytest.mark.parametrize("figure", ["4S%", "5tr", "80x%"])
def test_letters_behind_a_figure_are_not_lost(figure: str) -> None:
    body = f"Về tiền:\n- Chi cục THADS có tổng số giải quyết từ {figure} đến dưới 10 tỷ đồng đạt tỷ lệ thi hành xong trên có điều kiện 7%."
    assert any(each.severity is Severity.ERROR for each in analysed(written(body)).diagnostics)
