"""Sample statistics for the points table of 2018: five offices made up to show every kind of result.

`python -m tests.samples.bang_tieu_chi_2018` writes the workbook beside the plan.
"""

from collections.abc import Mapping
from datetime import date

from tests.contract.places import PLANS
from tests.samples.sheets import Cell, workbook_of
from thads_dsl.model.inputs import CellKind, Column, input_tables
from thads_dsl.model.plan import Plan
from thads_dsl.pipeline import analyse

FOLDER = PLANS / "bang-tieu-chi-2018"
PATH = FOLDER / "so-lieu-cuc.xlsx"
KIND = "Cục THADS"
A, B, C, D, E = (f"Cục THADS tỉnh mẫu {letter}" for letter in "ABCDE")
MILLION = 10**6
# (có điều kiện, xong) về việc và về tiền, năm nay và năm 2017; tỷ lệ được giao về việc, về tiền.
Figures = tuple[tuple[int, int, int, int], tuple[int, int, int, int], tuple[str, str]]
FIGURES: Mapping[str, Figures] = {
    A: ((1000, 780, 100 * MILLION, 40 * MILLION), (1000, 760, 100 * MILLION, 37 * MILLION), ("75%", "38%")),
    B: ((1000, 780, 100 * MILLION, 40 * MILLION), (1000, 760, 100 * MILLION, 37 * MILLION), ("75%", "38%")),  # equal to A
    C: ((2000, 1480, 400 * MILLION, 150 * MILLION), (2000, 1400, 400 * MILLION, 150 * MILLION), ("75%", "36%")),  # short in cases
    D: ((800, 640, 90 * MILLION, 36 * MILLION), (800, 600, 90 * MILLION, 30 * MILLION), ("76%", "38%")),  # a sanction
    E: ((0, 0, 50 * MILLION, 25 * MILLION), (10, 9, 50 * MILLION, 20 * MILLION), ("75%", "40%")),  # no cases left; not judged yet
}
# Occurrences of the criteria 5, 6, 8 and 11; other offices have none.
EVENTS: Mapping[str, tuple[int, int, int, int]] = {C: (1, 2, 0, 1), D: (0, 0, 1, 0)}
SANCTION: Mapping[str, Cell] = {"name": "Công chức 01", "unit": D, "form": "Cảnh cáo", "signed": date(2018, 5, 4)}


def compiled() -> Plan:
    """The plan whose columns the checked-in workbook has."""
    source = FOLDER / "bang-tieu-chi-cuc-2018.plan"
    plan = analyse(source.name, source.read_bytes()).plan
    assert plan is not None, "the shipped plan has no errors"
    return plan


def workbook(plan: Plan) -> bytes:
    """The sample statistics for this plan, as an .xlsx workbook; the same plan gives the same bytes."""
    offices, people, sanctions, _, before, assigned = input_tables(plan)
    person: dict[str, Cell] = {"name": SANCTION["name"], "unit": D, "kind": "Chuyên viên", "head": ""}
    named = {column.key: "" for column in before.columns[:2]}
    counts = [column.key for column in offices.columns if column.kind is CellKind.COUNT]
    rows = (
        (offices, [_office(offices.columns, counts, name) for name in FIGURES]),
        (people, [person]),
        (sanctions, [SANCTION]),
        (before, [named | {"name": name} | _figures(before.columns, found[1]) for name, found in FIGURES.items()]),
        (assigned, [named | {"name": name} | _figures(assigned.columns, found[2]) for name, found in FIGURES.items()]),
    )
    return workbook_of(rows)


def _figures(columns: tuple[Column, ...], found: tuple[Cell, ...]) -> dict[str, Cell]:
    return {column.key: figure for column, figure in zip(columns[2:], found, strict=True)}


def _office(columns: tuple[Column, ...], counts: list[str], name: str) -> dict[str, Cell]:
    figures = dict(zip(counts, (*EVENTS.get(name, (0, 0, 0, 0)), *FIGURES[name][0]), strict=True))
    judged = {column.key: _judged(column, name) for column in columns if column.kind in (CellKind.LEVEL, CellKind.SCORE)}
    return {"name": name, "kind": KIND} | figures | judged


def _judged(column: Column, name: str) -> Cell:
    """The best of all, but for the second best of C; E still awaits one figure."""
    if column.between is not None:
        return "" if name == E else str(column.between[1])
    return column.choices[1 if name == C else 0]


if __name__ == "__main__":
    PATH.write_bytes(workbook(compiled()))
