"""Results on points tables → lines: one for each criterion, then the total, the class and the rank."""

from collections.abc import Iterator

from thads_dsl.data.line import Line
from thads_dsl.data.words import Tone, raised
from thads_dsl.model.place import Place
from thads_dsl.model.plan import Plan
from thads_dsl.model.points import Criterion, PointsTable
from thads_dsl.model.points_printing import class_text, criterion_sum, points_text, rank_text, table_of, total_sum
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
        yield _line(row, table, "Xếp hạng", class_text(result), "; ".join(map(raised, result.steps)), len(result.classes) > 1, said.place)
    if table.ranking is not None:
        is_open = result.place is None or bool(result.tied)
        yield _line(row, table, "Xếp thứ tự", rank_text(result) or NOT_KNOWN, result.rank_note, is_open, table.ranking.place)


def _criterion(row: Row, criterion: Criterion, result: CriterionResult) -> Line:
    known = result.points is not None
    outcome = points_text(result.points) if result.points is not None else NOT_KNOWN
    tone = Tone.NONE if known else Tone.OPEN
    return Line(row, criterion.id, f"{criterion.key}: {criterion.text}", outcome, criterion_sum(result), criterion.place.cited(), tone)


def _line(row: Row, table: PointsTable, text: str, outcome: str, told: str, is_open: bool, place: Place) -> Line:
    return Line(row, table.id, text, outcome, told, place.cited(), Tone.OPEN if is_open else Tone.NONE)
