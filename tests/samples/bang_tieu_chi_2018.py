"""Sample statistics for the two points tables of 2018: offices made up to show every kind of result.

`python -m tests.samples.bang_tieu_chi_2018` writes the workbooks beside the plans. No office in them is real.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tests.contract.places import PLANS
from tests.samples.sheets import Cell, workbook_of
from thads_dsl.cli.files import beside
from thads_dsl.model.inputs import CellKind, Column, input_tables
from thads_dsl.model.plan import Plan
from thads_dsl.pipeline import analyse

FOLDER = PLANS / "bang-tieu-chi-2018"
MILLION = 10**6
# (có điều kiện, xong) về việc và về tiền, năm nay và năm 2017; tỷ lệ được giao về việc, về tiền.
Figures = tuple[tuple[Cell, ...], tuple[Cell, ...], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Sample:
    """The statistics of one table: the figures, how often each counted thing occurred, which level of a criterion an office got.

    Other offices have the best level (0) and no event; None is not judged by the council yet, which else gives the most it can.
    """

    plan: str
    data: str
    kind: str
    figures: Mapping[str, Figures]
    events: Mapping[str, tuple[int, ...]]
    judged: Mapping[str, int | None]
    sanction: Mapping[str, Cell] = field(default_factory=dict)

    @property
    def path(self) -> Path:
        """Where its workbook is checked in."""
        return FOLDER / self.data

    def compiled(self) -> Plan:
        """The plan whose columns the workbook has."""
        source = FOLDER / self.plan
        plan = analyse(str(source), source.read_bytes(), beside(source)).plan
        assert plan is not None, "the shipped plan has no errors"
        return plan

    def workbook(self) -> bytes:
        """The sample statistics, as an .xlsx workbook; the same plan gives the same bytes."""
        offices, people, sanctions, _, before, assigned = input_tables(self.compiled())
        person: dict[str, Cell] = {"name": "Công chức 01", "kind": "Chuyên viên", "head": ""}
        people_of = [person | {"unit": unit} for unit in [self.sanction.get("unit")] if unit]
        named = {column.key: "" for column in before.columns[:2]}
        rows = (
            (offices, [self._office(offices.columns, name) for name in self.figures]),
            (people, people_of),
            (sanctions, [person | dict(self.sanction)] if self.sanction else []),
            (before, [named | {"name": name} | _figures(before.columns, found[1]) for name, found in self.figures.items()]),
            (assigned, [named | {"name": name} | _figures(assigned.columns, found[2]) for name, found in self.figures.items()]),
        )
        return workbook_of(rows)

    def _office(self, columns: tuple[Column, ...], name: str) -> dict[str, Cell]:
        counts = [column.key for column in columns if column.kind is CellKind.COUNT]
        figures = self.figures[name][0]
        events = self.events.get(name, (0,) * (len(counts) - len(figures)))
        judged = {column.key: self._judged(column, name) for column in columns if column.kind in (CellKind.LEVEL, CellKind.SCORE)}
        return {"name": name, "kind": self.kind} | dict(zip(counts, (*events, *figures), strict=True)) | judged

    def _judged(self, column: Column, name: str) -> Cell:
        place = self.judged.get(name, 0)
        if column.between is not None:
            return "" if place is None else str(column.between[1])
        return column.choices[min(place or 0, len(column.choices) - 1)]


def _figures(columns: tuple[Column, ...], found: tuple[Cell, ...]) -> dict[str, Cell]:
    return {column.key: figure for column, figure in zip(columns[2:], found, strict=True)}


A, B, C, D, E = (f"Cục THADS tỉnh mẫu {letter}" for letter in "ABCDE")
CUC = Sample(
    plan="bang-tieu-chi-cuc-2018.plan",
    data="so-lieu-cuc.xlsx",
    kind="Cục THADS",
    figures={
        A: ((1000, 780, 100 * MILLION, 40 * MILLION), (1000, 760, 100 * MILLION, 37 * MILLION), ("75%", "38%")),
        B: ((1000, 780, 100 * MILLION, 40 * MILLION), (1000, 760, 100 * MILLION, 37 * MILLION), ("75%", "38%")),  # equal to A
        C: ((2000, 1480, 400 * MILLION, 150 * MILLION), (2000, 1400, 400 * MILLION, 150 * MILLION), ("75%", "36%")),  # short in cases
        D: ((800, 640, 90 * MILLION, 36 * MILLION), (800, 600, 90 * MILLION, 30 * MILLION), ("76%", "38%")),  # a sanction
        E: ((0, 0, 50 * MILLION, 25 * MILLION), (10, 9, 50 * MILLION, 20 * MILLION), ("75%", "40%")),  # no cases left; not judged yet
    },
    events={C: (1, 2, 0, 1), D: (0, 0, 1, 0)},
    judged={C: 1, E: None},
    sanction={"unit": D, "form": "Cảnh cáo", "signed": date(2018, 5, 4)},
)

FIRST, SECOND, THIRD, SHORT, WEAK, LAST, OPEN = (f"Chi cục THADS huyện mẫu {number}" for number in range(1, 8))
_BEFORE: tuple[Cell, ...] = (1000, 780, 100 * MILLION, 40 * MILLION)
_UNKNOWN: tuple[Cell, ...] = ("", "", "", "")
CHI_CUC = Sample(
    plan="bang-tieu-chi-chi-cuc-2018.plan",
    data="so-lieu-chi-cuc.xlsx",
    kind="Chi cục THADS",
    figures={
        FIRST: ((1000, 810, 100 * MILLION, 45 * MILLION), _BEFORE, ("78%", "44%")),  # more than was asked for
        SECOND: ((1000, 800, 100 * MILLION, 45 * MILLION), _BEFORE, ("78%", "44%")),
        THIRD: ((1000, 791, 100 * MILLION, 43 * MILLION), _BEFORE, ("79,1%", "43%")),  # the third of two places in class A
        SHORT: ((1000, 745, 100 * MILLION, 40 * MILLION), (1000, 730, 100 * MILLION, 37 * MILLION), ("75%", "40%")),  # one target
        WEAK: ((1000, 700, 100 * MILLION, 35 * MILLION), (1000, 680, 100 * MILLION, 30 * MILLION), ("75%", "40%")),  # both rates
        LAST: ((1000, 690, 100 * MILLION, 30 * MILLION), (1000, 695, 100 * MILLION, 30 * MILLION), ("75%", "40%")),  # everything
        OPEN: ((0, 0, 50 * MILLION, 15 * MILLION), _UNKNOWN, ("75%", "40%")),  # no cases; nothing known of 2017; not judged yet
    },
    events={LAST: (5, 1, 2, 3)},
    judged={WEAK: 1, LAST: 2, OPEN: None},
)

if __name__ == "__main__":
    for each in (CUC, CHI_CUC):
        each.path.write_bytes(each.workbook())
