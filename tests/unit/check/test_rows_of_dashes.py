"""A row of dashes among the rows of a table is told; the line that rules off the heading is none, nor a row that names somebody."""

from tests.unit.check.writing import RATE, analysed, only, written


def table(*rows: str) -> str:
    """A plan with a table of targets of two columns."""
    body = "\n".join(("| Đơn vị | Về việc |", *rows))
    return written(f"I. CHỈ TIÊU\n1. Chỉ tiêu {RATE}:\n\n{body}")


def told(*rows: str) -> list[int]:
    """The rows below the heading of which it is told, counted from 1."""
    first = table(*rows).split("\n").index("| Đơn vị | Về việc |") + 1
    return [each.at.span.line - first for each in only(analysed(table(*rows)), "TH964")]


def test_a_row_of_dashes_is_told_wherever_it_stands_below_the_first_row() -> None:
    assert told("|---|---|", "| Chi cục THADS | 76% |", "| - | - |") == [3]
    assert told("| Chi cục THADS | 76% |", "| – | – |", "| Phòng chuyên môn | 75% |") == [2]


def test_lines_that_rule_off_and_rows_of_somebody_are_not() -> None:
    assert told("| - | - |", "| Chi cục THADS | 76% |") == []
    assert told("|-|-|", "| Chi cục THADS | 76% |", "|---|---|", "| Phòng chuyên môn | - |") == []
