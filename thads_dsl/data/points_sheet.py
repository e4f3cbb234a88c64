"""The sheet “Bảng điểm” of the results: of each subject total, class, rank, and the points of every criterion."""

from collections.abc import Iterator, Sequence

from thads_dsl.data.paper import Cell, Heading, Sheet
from thads_dsl.data.points_lines import NOT_KNOWN
from thads_dsl.data.words import Tone, raised
from thads_dsl.model.plan import Plan
from thads_dsl.model.points import PointsTable
from thads_dsl.model.points_printing import class_text, points_text, range_text, rank_text
from thads_dsl.model.points_results import CriterionResult, PointsResult
from thads_dsl.model.results import Results
from thads_dsl.model.statistics import Row

Found = Sequence[tuple[Row, PointsResult]]


def sheets(plan: Plan, results: Results) -> Iterator[tuple[str, PointsTable, Found]]:
    """For each points table the name of its sheet, and the subjects of it in the order of their ranks."""
    for count, table in enumerate(plan.points, 1):
        found = [(subject.row, result) for subject in results.subjects for result in subject.points if result.table == table.id]
        ranked = sorted(found, key=lambda pair: (pair[1].cluster, pair[1].place is None, pair[1].place or 0))
        yield f"Bảng điểm {count}" if len(plan.points) > 1 else "Bảng điểm", table, ranked


def fill(sheet: Sheet, table: PointsTable, found: Found) -> None:
    """One row for each subject; what is not known is shown as the range that it can lie in."""
    sheet.one_page_wide()
    headings = [
        Heading("Đối tượng", 26),
        Heading("Tổng điểm", 14),
        *([Heading("Xếp hạng", 16), Heading("Căn cứ xếp hạng", 30)] if table.classes else []),
        *([Heading("Thứ tự", 20)] if table.ranking else []),
        *(Heading(f"{each.number} ({points_text(each.standard)})", 10, "Điểm từng tiêu chí (điểm chuẩn)") for each in table.criteria),
    ]
    sheet.list(headings, [_row(table, row, result) for row, result in found])


def _row(table: PointsTable, row: Row, result: PointsResult) -> list[Cell]:
    settled = Tone.OPEN if len(result.classes) > 1 else Tone.NONE
    rank = "; ".join(filter(None, (rank_text(result) or NOT_KNOWN, result.rank_note)))
    return [
        Cell(row.name, bold=True),
        _points(result),
        *([Cell(class_text(result), settled, bold=True), Cell(raised("; ".join(result.steps)))] if table.classes else []),
        *([Cell(raised(rank), Tone.OPEN if result.place is None or result.tied else Tone.NONE)] if table.ranking else []),
        *(_criterion(each) for each in result.criteria),
    ]


def _points(result: PointsResult) -> Cell:
    if result.total is None:
        return Cell(f"Chưa đủ căn cứ, {range_text(result.low, result.high)}", Tone.OPEN)
    return Cell(points_text(result.total), bold=True)


def _criterion(result: CriterionResult) -> Cell:
    return Cell(range_text(result.low, result.high), Tone.OPEN) if result.points is None else Cell(points_text(result.points))
