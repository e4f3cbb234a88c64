"""A sheet or a CSV file as a grid of raw cells, and how its places are named to people."""

from collections.abc import Sequence
from dataclasses import dataclass

from thads_dsl.data.cells import Raw

MOST_BYTES = 64 * 2**20
MOST_ROWS = 200_000
TITLE_ROWS = 30  # among which the headings are looked for


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of one table; `lines[i]` is the line that people see beside `rows[i]`.

    `title` reads “trang “Tập thể”” or “tệp tap-the.csv”; only sheets have `lettered` columns.
    """

    title: str
    rows: Sequence[Sequence[Raw]]
    lines: Sequence[int]
    lettered: bool

    def cell(self, row: int, column: int) -> Raw:
        """What a cell holds; None beyond the end of a short row."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else None

    def at_row(self, row: int) -> str:
        """“trang “Tập thể”, dòng 9”."""
        return f"{self.title}, dòng {self.lines[row]}"

    def at_cell(self, row: int, column: int, heading: str) -> str:
        """“trang “Tập thể”, ô F9”, or for CSV “tệp tap-the.csv, dòng 9, cột “…””."""
        if self.lettered:
            return f"{self.title}, ô {self.short(row, column, heading)}"
        return f"{self.at_row(row)}, {self.short(row, column, heading)}"

    def short(self, row: int, column: int, heading: str) -> str:
        """The cell within its row: “F9”, or for CSV “cột “…””."""
        return f"{letters(column)}{self.lines[row]}" if self.lettered else f"cột “{heading}”"


def letters(column: int) -> str:
    """The letters that Excel gives a column, counted from 0: A, …, Z, AA."""
    found = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found
