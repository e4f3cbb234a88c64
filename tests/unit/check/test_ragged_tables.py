"""A row with a cell too few or too many is told once, with what it would be; nothing is concluded from it."""

import pytest

from tests.unit.check.test_consequences import FRONT
from thads_dsl.pipeline import analyse

RATE = "1. Tỷ lệ thi hành xong trên có điều kiện của Chi cục THADS"
HEAD = "| Tổng số giải quyết | Về việc | Về tiền |"


def told(*rows: str) -> list[tuple[str, int, tuple[str, ...]]]:
    found = analyse("a.plan", FRONT + "\n".join(("I. CHỈ TIÊU", RATE, *rows))).diagnostics
    return [(each.code.id, each.at.span.line - 7, tuple(way.line for way in each.ways)) for each in found]


@pytest.mark.parametrize(
    ("row", "offered"),
    [
        ("| Dưới 450 việc | 84% |", "| Dưới 450 việc | 84% | … |"),
        ("| Dưới 450 việc | 84% | 42% | 40% |", "| Dưới 450 việc | 84% | 42% |"),
        ("| Dưới 450 việc | 84% | 42% | |", "| Dưới 450 việc | 84% | 42% |"),
    ],
)
def test_a_row_is_told_with_what_it_would_be(row: str, offered: str) -> None:
    assert told(HEAD, row, "| Từ 450 việc trở lên | 81% | 40% |") == [("TH124", 2, (offered,))]


def test_where_the_rows_agree_the_heading_is_wrong() -> None:
    found = told("| Tổng số giải quyết | Về việc |", "| Dưới 450 việc | 84% | 42% |", "| Từ 450 việc trở lên | 81% | 40% |")
    assert found == [("TH124", 1, ("| Tổng số giải quyết | Về việc | … |",))]


def test_a_ruled_line_has_as_many_cells_as_it_likes() -> None:
    assert told(HEAD, "|---|", "| Dưới 450 việc | 84% | 42% |", "| Từ 450 việc trở lên | 81% | 40% |") == []


def test_a_sum_is_not_asked_of_rows_that_lack_a_cell() -> None:
    rows = ("| Đơn vị | Số tập thể | Cách chọn |", "| Chi cục THADS | 02 |", "| Tổng cộng | 02 | |")
    text = FRONT + "\n".join(("I. KHEN THƯỞNG", "1. Số lượng tặng Giấy khen", *rows))
    assert [each.code.id for each in analyse("a.plan", text).diagnostics] == ["TH124"]


def test_a_table_of_examples_is_told_too_and_not_run() -> None:
    rows = ("| Tổng số giải quyết | Tỷ lệ | Kết quả |", "| 100 việc | đạt 84% |", "| 500 việc | 90% | không đạt 81% |")
    body = "I. CHỈ TIÊU\n- Chi cục THADS đạt tỷ lệ thi hành xong trên có điều kiện 84% về việc.\n\nPHẦN KHÔNG IN\n\n"
    text = FRONT + body + "\n".join(("VÍ DỤ theo bảng: Chi cục THADS", *rows))
    found = analyse("a.plan", text).diagnostics
    assert [(each.code.id, each.at.span.line) for each in found] == [("TH124", text.split("\n").index(rows[1]) + 1)]
