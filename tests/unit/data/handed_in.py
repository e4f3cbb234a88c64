"""What an office hands in, as rows of raw cells that a test may change before they are written as a workbook or CSV files."""

import csv
from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO, StringIO
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook

from tests.samples.hau_giang_2024 import workbook
from tests.unit.evaluate.hau_giang import hau_giang
from thads_dsl.data import read_statistics
from thads_dsl.diagnostics import DataDiagnostic
from thads_dsl.model.inputs import input_tables
from thads_dsl.model.statistics import Statistics

PLAN = hau_giang()
Raw = str | int | float | bool | date
Sheets = dict[str, list[list[Raw]]]
HEADER = 3  # the row of the headings in the sample, counted from 0

UNIT = "Chi cục THADS huyện A"
SMALL: Mapping[str, list[list[Raw]]] = {
    "Tập thể": [[UNIT, "Chi cục THADS", 900, 820, 640, 90, 80, 70, "đạt", "đạt", "đạt"]],
    "Cá nhân": [
        ["Chấp hành viên 01", UNIT, "Chấp hành viên", "có", 150, 120, 90, 90, 80, 70, "", "đạt", "đạt", "đạt"],
        ["Thư ký 01", UNIT, "Thư ký", "", "", "", "", "", "", "", "đạt", "đạt", "đạt", "đạt"],
    ],
    "Kỷ luật": [],
    "Hồ sơ": [],
}


def sample() -> Sheets:
    """The sample statistics of Hậu Giang, titles and headings included."""
    book = CalamineWorkbook.from_filelike(BytesIO(workbook(PLAN)))
    return {name: [list(row) for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)] for name in book.sheet_names}  # type: ignore[arg-type]  # the sample holds no times


def small() -> Sheets:
    """One unit and two people with headings in the first row."""
    headings: Sheets = {table.sheet: [[column.heading for column in table.columns]] for table in input_tables(PLAN)}
    return {name: [*rows, *(list(row) for row in SMALL[name])] for name, rows in headings.items()}


def xlsx(sheets: Sheets, path: Path) -> Path:
    """A workbook of these cells."""
    buffer = BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    days = book.add_format({"num_format": "dd/mm/yyyy"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for index, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, date):
                    sheet.write_datetime(index, column, datetime(cell.year, cell.month, cell.day), days)
                elif cell != "":
                    sheet.write(index, column, cell)
    book.close()
    path.write_bytes(buffer.getvalue())
    return path


def csvs(sheets: Sheets, folder: Path, separator: str = ",", encoding: str = "utf-8") -> Path:
    """A folder of CSV files of these cells."""
    folder.mkdir(exist_ok=True)
    for table in input_tables(PLAN):
        if table.sheet in sheets:
            text = StringIO()
            csv.writer(text, delimiter=separator).writerows([_typed(cell) for cell in row] for row in sheets[table.sheet])
            (folder / table.file).write_bytes(text.getvalue().encode(encoding))
    return folder


def _typed(cell: Raw) -> str:
    if isinstance(cell, date):
        return cell.strftime("%d/%m/%Y")
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def read(path: Path) -> tuple[Statistics | None, tuple[DataDiagnostic, ...]]:
    """The statistics at a path by the plan of Hậu Giang."""
    return read_statistics(PLAN, path)


def whole(path: Path) -> Statistics:
    """The statistics at a path that must have no error."""
    statistics, complaints = read(path)
    assert statistics is not None, complaints
    return statistics


def codes(complaints: tuple[DataDiagnostic, ...]) -> list[str]:
    """The codes of complaints in their order."""
    return [complaint.code.id for complaint in complaints]
