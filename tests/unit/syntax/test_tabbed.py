"""Which lines with tabs are a table, and what its rows are."""

import pytest

from thads_dsl.source import SourceText, Span
from thads_dsl.syntax.tabbed import tabbed_tables


def rows(text: str) -> list[list[str]]:
    return [[each.row.text for each in table] for table in tabbed_tables(SourceText.read("a.plan", text))]


def test_two_rows_of_three_cells_are_a_table() -> None:
    assert rows("Mức\tVề việc\tVề tiền\nDưới 600 việc\t83%\t41%") == [["| Mức | Về việc | Về tiền |", "| Dưới 600 việc | 83% | 41% |"]]


def test_two_columns_need_three_rows() -> None:
    assert rows("a\tb\nc\td") == []
    assert len(rows("a\tb\nc\td\ne\tf")) == 1


@pytest.mark.parametrize(
    "text", ["a\tb\tc", "a\tb\tc\n\nd\te\tf", "a\tb\tc\nd\te", "\t\tmột\n\t\thai", "| a\tb\tc |\n| d\te\tf |", "# a\tb\tc\n# d\te\tf"]
)
def test_one_row_alone_other_counts_indents_strokes_and_comments_are_none(text: str) -> None:
    assert rows(text) == []


def test_what_all_rows_begin_with_is_no_cell_and_an_empty_cell_is_one() -> None:
    assert rows("\tTT\tTên\tĐiểm\n\t1\tHọp\t\n\t\tHọc\t5") == [["| TT | Tên | Điểm |", "| 1 | Họp |  |", "|  | Học | 5 |"]]


def test_a_cell_keeps_the_place_that_the_author_sees() -> None:
    (table,) = tabbed_tables(SourceText.read("a.plan", "\tMức\tVề việc\n\tDưới 6\t83%\n\tTừ 6\t80%"))
    row = table[1].row
    at = row.text.index("83%")
    assert row.span(at, at + 3) == Span(2, 8, 11)
