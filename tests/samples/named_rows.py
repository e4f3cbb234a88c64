"""Rows by subject, with the figures of each time → the sample workbook of a plan without people, orders or files."""

from collections.abc import Mapping
from pathlib import Path

from tests.samples.sheets import Cell, workbook_of
from thads_dsl.model.inputs import CellKind, InputTable, input_tables, other_times, sheet_of
from thads_dsl.model.plan import Plan
from thads_dsl.pipeline import analyse

EMPTY = ""
# Figures of one subject by the key of their quantity; a key ends with its time, as “… (năm 2022)”.
Figures = Mapping[str, Cell]

PLANS = Path(__file__).parents[2] / "plans"


def compiled(name: str) -> Plan:
    """The plan of a folder, whose columns its checked-in workbook has."""
    source = PLANS / name / f"{name}.plan"
    plan = analyse(source.name, source.read_bytes()).plan
    assert plan is not None, "the shipped plan has no errors"
    return plan


def workbook(plan: Plan, units: Mapping[str, tuple[str, Figures]]) -> bytes:
    """Units with their kinds and figures, on the sheet Tập thể and on those of other times; what is not said stays empty."""
    collectives, individuals, *others = input_tables(plan)
    times = {sheet_of(when) for when in other_times(plan)}
    rows: list[tuple[InputTable, list[Mapping[str, Cell]]]] = [
        (collectives, [_row(collectives, {"name": name, "kind": kind, **figures}) for name, (kind, figures) in units.items()]),
        (individuals, []),
    ]
    for table in others:
        if table.sheet in times:
            rows.append((table, [_row(table, {"name": name, **figures}) for name, (_, figures) in units.items()]))
    return workbook_of(rows)


def _row(table: InputTable, known: Figures) -> dict[str, Cell]:
    judged = {column.key: "đạt" for column in table.columns if column.kind is CellKind.JUDGMENT}
    return {column.key: known.get(column.key, judged.get(column.key, EMPTY)) for column in table.columns}
