"""A workbook or a folder of CSV files → statistics, or every complaint about it at once."""

from pathlib import Path

from thads_dsl.data.complaints import unreadable
from thads_dsl.data.csvs import csv_grids
from thads_dsl.data.discipline import against_decisions
from thads_dsl.data.grids import MOST_BYTES, Grid
from thads_dsl.data.records import by_name, dossiers, figures_of_other_times, sanctions, with_figures
from thads_dsl.data.subjects import collectives, individuals
from thads_dsl.data.tables import Entry, entries
from thads_dsl.data.workbooks import workbook_grids
from thads_dsl.diagnostics.model import DataDiagnostic, Severity
from thads_dsl.model.inputs import InputTable, input_tables
from thads_dsl.model.membership import file_waves
from thads_dsl.model.plan import Plan
from thads_dsl.model.statistics import Statistics


def read_statistics(plan: Plan, path: Path) -> tuple[Statistics | None, tuple[DataDiagnostic, ...]]:
    """The statistics at `path` (.xlsx, or a folder of CSV files) for a plan; None when a complaint is an error.

    All complaints come at once, in reading order. Never raises for what the office wrote or handed in.
    """
    tables = input_tables(plan)
    grids, complaints = _grids(path, tables)
    if any(complaint.severity is Severity.ERROR for complaint in complaints) and not grids:
        return None, complaints
    statistics, more = _statistics(plan, tables, grids)
    found = (*complaints, *more)
    failed = any(complaint.severity is Severity.ERROR for complaint in found)
    return None if failed else statistics, found


def _grids(path: Path, tables: tuple[InputTable, ...]) -> tuple[dict[str, Grid], tuple[DataDiagnostic, ...]]:
    try:
        if path.is_dir():
            return csv_grids(path, tables)
        if not path.is_file():
            return {}, (unreadable(f"tệp {path.name}", "không có tệp này", "Xem lại tên và thư mục."),)
        if path.stat().st_size > MOST_BYTES:
            return {}, (unreadable(f"tệp {path.name}", "tệp lớn hơn 64 MB", "Chỉ để lại các trang mà kế hoạch cần."),)
        return workbook_grids(path.read_bytes(), path.name, tables)
    except OSError:
        return {}, (unreadable(f"tệp {path.name}", "không mở được tệp", "Đóng tệp ở chương trình khác, hoặc xin quyền đọc rồi thử lại."),)


def _statistics(plan: Plan, tables: tuple[InputTable, ...], grids: dict[str, Grid]) -> tuple[Statistics, tuple[DataDiagnostic, ...]]:
    complaints: list[DataDiagnostic] = []
    read: dict[str, tuple[Entry, ...]] = {}
    for table in tables:
        if table.sheet in grids:
            read[table.sheet], about = entries(table, grids[table.sheet])
            complaints += about
    of_units, of_people, of_sanctions, of_dossiers = (table.sheet for table in tables[:4])
    units, about_units = collectives(plan, read.get(of_units, ()))
    people, about_people = individuals(plan, read.get(of_people, ()), units)
    complaints += (*about_units, *about_people) if of_units in read else about_units
    subjects = by_name([*units, *people])
    decided, about_decided = sanctions(plan, read.get(of_sanctions, ()), subjects)
    handed_in, about_handed_in = dossiers(read.get(of_dossiers, ()), subjects, file_waves(plan))
    more, about_more = figures_of_other_times(tables[4:], read, subjects)
    if of_units in read and of_people in read:
        if of_sanctions in read:
            complaints += against_decisions(plan, (*read[of_units], *read[of_people]), decided)
        complaints += about_decided
    if of_units in read and (of_people in read or tables[1].optional):
        complaints += (*about_handed_in, *about_more)
    units, people = with_figures(units, more), with_figures(people, more)
    statistics = Statistics(units, people, decided if of_sanctions in read else None, handed_in if of_dossiers in read else None)
    return statistics, tuple(complaints)
