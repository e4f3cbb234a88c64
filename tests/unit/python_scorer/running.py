"""Runs a generated scorer on statistics written as CSV files, as an office would."""

import csv
import io
import itertools
import sys
from collections.abc import Callable, Iterable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

from thads_dsl.backends.python_scorer import python_scorer
from thads_dsl.model.inputs import CellKind, Column, input_tables
from thads_dsl.model.membership import file_waves, wave_of_key
from thads_dsl.model.plan import Plan
from thads_dsl.model.statistics import DossierRecord, Row, Sanction, Statistics
from thads_dsl.model.units import number

_COUNTER = itertools.count()


@dataclass(frozen=True, slots=True)
class Said:
    """What a run printed, and its exit code."""

    code: int
    out: str
    err: str


class Scorer:
    """One generated `scorer.py`, loaded as a module."""

    def __init__(self, source: str) -> None:
        module = ModuleType(f"scorer_{next(_COUNTER)}")
        sys.modules[module.__name__] = module  # dataclasses look their module up
        try:
            exec(compile(source, "scorer.py", "exec"), module.__dict__)
        finally:
            del sys.modules[module.__name__]
        self.module = module

    @classmethod
    def of(cls, plan: Plan) -> "Scorer":
        """The scorer of a plan."""
        return cls(python_scorer(plan))

    def main(self, *arguments: str) -> Said:
        """As from the command line."""
        out, err = io.StringIO(), io.StringIO()
        main: Callable[[list[str]], int] = self.module.main
        with redirect_stdout(out), redirect_stderr(err):
            code = main(list(arguments))
        return Said(code, out.getvalue(), err.getvalue())

    def on(self, plan: Plan, statistics: Statistics, *options: str) -> Said:
        """On statistics, through CSV files."""
        with TemporaryDirectory() as folder:
            write(plan, statistics, Path(folder))
            return self.main(folder, *options)


def write(plan: Plan, statistics: Statistics, folder: Path) -> None:
    """The statistics as the CSV files of the plan."""
    units, people, sanctions, dossiers, *others = input_tables(plan)
    _write(folder / units.file, units.columns, (_row(units.columns, row) for row in statistics.collectives))
    _write(folder / people.file, people.columns, (_row(people.columns, row) for row in statistics.individuals))
    if statistics.sanctions is not None:
        _write(folder / sanctions.file, sanctions.columns, map(_sanction, statistics.sanctions))
    if statistics.dossiers is not None:
        waves = file_waves(plan)
        owners = dict.fromkeys((each.name, each.unit) for each in statistics.dossiers)
        files = {(each.name, each.unit, each.wave): each for each in statistics.dossiers}
        _write(folder / dossiers.file, dossiers.columns, (_dossier(dossiers.columns, owner, files, waves) for owner in owners))
    for table in others:
        rows = (*statistics.collectives, *statistics.individuals)
        _write(folder / table.file, table.columns, (_row(table.columns, row) for row in rows))


def _write(path: Path, columns: Iterable[Column], rows: Iterable[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(column.heading for column in columns)
        writer.writerows(rows)


def _row(columns: Iterable[Column], row: Row) -> list[str]:
    fixed = {"name": row.name, "unit": row.unit, "kind": row.kind, "head": "x" if row.head else ""}
    return [_subject_cell(column, row, fixed) for column in columns]


def _subject_cell(column: Column, row: Row, fixed: dict[str, str]) -> str:
    if column.kind is CellKind.COUNT:
        figure = row.figures.get(column.key)
        return "" if figure is None else str(figure)
    if column.kind is CellKind.PERCENT:
        figure = row.figures.get(column.key)
        return "…" if figure is None else f"{number(figure).replace('.', '')}%"
    if column.kind is CellKind.JUDGMENT:
        return {True: "đạt", False: "không đạt", None: ""}[row.judgments.get(column.key)]
    if column.kind is CellKind.YES_NO and column.key != "head":
        return {True: "có", False: "không", None: ""}[row.judgments.get(column.key)]
    if column.kind is CellKind.LEVEL:
        return row.levels.get(column.key) or ""
    if column.kind is CellKind.SCORE:
        score = row.scores.get(column.key)
        return "…" if score is None else number(score).replace(".", "")
    return fixed[column.key]


def _sanction(each: Sanction) -> list[str]:
    return [each.name, each.unit, each.form, _day(each.signed)]


def _dossier(
    columns: Iterable[Column], owner: tuple[str, str], files: dict[tuple[str, str, str], DossierRecord], waves: tuple[str, ...]
) -> list[str]:
    words = {True: "có", False: "không", None: "…"}
    cells = list(owner)
    for column in columns:
        record = files.get((*owner, wave_of_key(column.key, waves)))
        if column.kind is CellKind.YES_NO:
            cells.append(words[record.documents.get(column.key) if record else None])
        elif column.kind is CellKind.DAY:
            cells.append("" if record is None or record.received is None else _day(record.received))
    return cells


def _day(day: date) -> str:
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"
