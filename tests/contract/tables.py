"""Sound statistics for a plan, made from what the plan asks for, with one table replaced by an example."""

import csv
from pathlib import Path

from tests.contract.places import ROOT
from thads_dsl.model.inputs import CellKind, Column, InputTable, input_tables
from thads_dsl.model.plan import Plan
from thads_dsl.model.statistics import Base

EXAMPLE_PLAN = ROOT / "tests" / "contract" / "example.plan"
UNIT = "Chi cục THADS huyện M"
PERSON = "Công chức 01"
_CELLS = {
    CellKind.NAME: "",
    CellKind.TEXT: "",
    CellKind.COUNT: "100",
    CellKind.PERCENT: "80",
    CellKind.YES_NO: "có",
    CellKind.JUDGMENT: "đạt",
    CellKind.DAY: "01/01/2020",
}


def with_table(plan: Plan, folder: Path, file: str, text: str) -> None:
    """Write the tables of a plan as CSV files: one sound row each, but `file` says `text`."""
    tables = input_tables(plan)
    assert file in {table.file for table in tables}, f"no table {file}"
    folder.mkdir()
    for table in tables:
        if table.file == file:
            (folder / file).write_text(text, "utf-8")
            continue
        with (folder / table.file).open("w", encoding="utf-8", newline="") as opened:
            writer = csv.writer(opened)
            writer.writerow(column.heading for column in table.columns)
            if not table.optional:
                writer.writerow(_cell(plan, table, column) for column in table.columns)


def _cell(plan: Plan, table: InputTable, column: Column) -> str:
    collective = next(kind.name for kind in plan.kinds if kind.base is Base.COLLECTIVE)
    persons = table.file == "ca-nhan.csv"
    if column.key == "name":
        return PERSON if persons else UNIT
    if column.key == "unit":
        return UNIT
    if column.key == "kind":
        return "Thư ký" if persons else collective
    return _CELLS[column.kind]
