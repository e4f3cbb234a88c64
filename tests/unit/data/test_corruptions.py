"""One cell at random is made wrong: the complaint names that very cell."""

import random
from collections.abc import Iterator
from pathlib import Path

from xlsxwriter.utility import xl_rowcol_to_cell

from tests.unit.data.handed_in import HEADER, PLAN, Raw, Sheets, csvs, read, sample, xlsx
from thads_dsl.diagnostics import Severity
from thads_dsl.model.inputs import CellKind, Column, InputTable, input_tables

TIMES = 110  # in each of two forms
WRONG: dict[CellKind, tuple[Raw, ...]] = {
    CellKind.NAME: ("", "12", "…", "x" * 300),
    CellKind.COUNT: (1.5, -3, "1,5", "1.50", "12a", "1,500", "mười", "9" * 40),
    CellKind.YES_NO: ("có lẽ", 2, "đạt"),
    CellKind.JUDGMENT: ("tốt", 1, "tạm được"),
    CellKind.DAY: ("31/02/2024", "hôm qua", "2024-06-30", 45473),
}


def wrong(rng: random.Random, column: Column) -> Raw:
    if column.key in ("kind", "unit", "form") and column.kind is CellKind.NAME:
        return rng.choice([*WRONG[CellKind.NAME], {"kind": "Chap hanh vien", "unit": "Phòng nào đó", "form": "phê bình"}[column.key]])
    return rng.choice(WRONG[column.kind])


def corrupted(seed: int) -> Iterator[tuple[Sheets, InputTable, int, int]]:
    rng = random.Random(seed)
    pristine = sample()
    for _ in range(TIMES):
        sheets = {name: [list(row) for row in rows] for name, rows in pristine.items()}
        table = rng.choice(input_tables(PLAN))
        columns = [index for index, column in enumerate(table.columns) if column.kind is not CellKind.TEXT]
        row, column = rng.randrange(HEADER + 1, len(sheets[table.sheet])), rng.choice(columns)
        sheets[table.sheet][row][column] = wrong(rng, table.columns[column])
        yield sheets, table, row, column


def test_in_a_workbook_the_complaint_names_the_cell(tmp_path: Path) -> None:
    for sheets, table, row, column in corrupted(20241121):
        statistics, complaints = read(xlsx(sheets, tmp_path / "so-lieu.xlsx"))
        errors = [complaint.where for complaint in complaints if complaint.severity is Severity.ERROR]
        place = f"trang “{table.sheet}”, ô {xl_rowcol_to_cell(row, column)}"
        assert statistics is None, (place, sheets[table.sheet][row][column])
        assert errors[0] == place, (errors, sheets[table.sheet][row][column])


def test_in_csv_files_the_complaint_names_the_line_and_the_column(tmp_path: Path) -> None:
    for sheets, table, row, column in corrupted(20241122):
        statistics, complaints = read(csvs(sheets, tmp_path / "csv", ";"))
        errors = [complaint.where for complaint in complaints if complaint.severity is Severity.ERROR]
        place = f"tệp {table.file}, dòng {row + 1}, cột “{table.columns[column].heading}”"
        assert statistics is None, (place, sheets[table.sheet][row][column])
        assert errors[0] == place, (errors, sheets[table.sheet][row][column])
