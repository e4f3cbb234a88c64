"""Results on points tables → lines: one for each criterion, then the total, the class and the rank."""

from collections.abc import Iterator

from thads_dsl.data.line import Line
from thads_dsl.data.words import Tone, raised
from thads_dsl.model.place import Place
from thads_dsl.model.plan import Plan
from thads_dsl.model.points import NOTHING_AROSE, Criterion, PointsTable
from thads_dsl.model.points_printing import class_text, criterion_sum, missing_text, points_text, rank_text, table_of, total_sum
from thads_dsl.model.points_results import CriterionResult, PointsResult
from thads_dsl.model.statistics import Row

NOT_KNOWN = "chưa đủ căn cứ"


def points_lines(plan: Plan, row: Row, result: PointsResult) -> Iterator[Line]:
    """All that a table says of a row."""
    table = table_of(plan, result)
    for each in result.criteria:
        yield _criterion(row, table.criterion(each.criterion), each)
    yield _line(
        row,
        table,
        "Tổng điểm",
        NOT_KNOWN if result.total is None else points_text(result.total),
        total_sum(table, result),
        result.total is None,
        table.place,
    )
    if result.classes:
        said = next(each for each in table.classes if each.name == result.classes[0])
        is_open = len(result.classes) > 1
        told = "; ".join(map(raised, result.steps)) or (_awaited(table, result) if is_open else "")
        yield _line(row, table, "Xếp hạng", class_text(result), told, is_open, said.place)
    if table.ranking is not None:
        is_open = result.place is None or bool(result.tied)
        told = result.rank_note or (_awaited(table, result) if result.place is None else "")
        yield _line(row, table, "Xếp thứ tự", rank_text(result) or NOT_KNOWN, told, is_open, table.ranking.place)


def _awaited(table: PointsTable, result: PointsResult) -> str:
    """Why a class or a rank cannot be said yet: the criteria without points, what they lack, and what would settle it."""
    lacking = [each for each in result.criteria if each.points is None]
    if not lacking:
        return "Chờ điểm của đơn vị khác" if not result.classes or len(result.classes) == 1 else "Chờ chỉ tiêu hoặc kỷ luật chưa đủ căn cứ"
    why = "; ".join(f"Tiêu chí {table.criterion(each.criterion).number} {missing_text(each.missing)}" for each in lacking)
    nothing = any(each.missing == (NOTHING_AROSE,) for each in lacking)
    return f"{why}; ghi thêm vào ô cách chấm: “không phát sinh: … điểm”" if nothing else why


def _criterion(row: Row, criterion: Criterion, result: CriterionResult) -> Line:
    known = result.points is not None
    outcome = points_text(result.points) if result.points is not None else NOT_KNOWN
    tone = Tone.NONE if known else Tone.OPEN
    return Line(row, criterion.id, f"{criterion.key}: {criterion.text}", outcome, criterion_sum(result), criterion.place.cited(), tone)


def _line(row: Row, table: PointsTable, text: str, outcome: str, told: str, is_open: bool, place: Place) -> Line:
    return Line(row, table.id, text, outcome, told, place.cited(), Tone.OPEN if is_open else Tone.NONE)
