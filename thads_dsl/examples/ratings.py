"""VÍ DỤ of classes and ranks: units by their criteria between “Giả sử … có số liệu:” and “Thì đúng như cột Kết quả”."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thads_dsl.check import Draft
from thads_dsl.diagnostics import Diagnostic
from thads_dsl.evaluate.classes import classified
from thads_dsl.evaluate.points import points_result
from thads_dsl.evaluate.rivals import Standing
from thads_dsl.evaluate.targets import target_results
from thads_dsl.examples.points import PointsRow, entered, names_criteria, row_of_cell, unknowable, with_given
from thads_dsl.examples.steps import read_statements, unusable
from thads_dsl.examples.wrong import Wrong, told
from thads_dsl.model.inputs import judgments
from thads_dsl.model.membership import kinds_of
from thads_dsl.model.plan import Plan
from thads_dsl.model.points_printing import class_text, rank_text
from thads_dsl.model.statistics import Row, Statistics
from thads_dsl.source import Passage, plain
from thads_dsl.syntax import example_tree, tree
from thads_dsl.syntax.cells import cells
from thads_dsl.syntax.outline_tree import Example

_RESULT = plain("Kết quả")
_FORM = "bảng phải có cột đầu là tên đơn vị, rồi các cột “Tiêu chí …” hoặc “Các tiêu chí còn lại”, cột cuối là “Kết quả”"


@dataclass(frozen=True, slots=True)
class _Unit:
    """One row of the table: a subject, what is said of its criteria, and the words and place of what is expected of it."""

    name: Passage
    criteria: tuple[PointsRow, ...]
    expected: Passage


def is_rating(example: Example) -> bool:
    """Whether the table of an example has criteria across."""
    return bool(example.rows) and any(names_criteria(title) for title in cells(example.rows[0])[1:])


def run_rating(draft: Draft, plan: Plan | None, example: Example) -> Iterator[Diagnostic]:
    """Complaints about an example that cannot be read; with a plan, also where a class or a rank is not the one in its column."""
    given, outcomes, found = read_statements(draft, example)
    title, *rows = (cells(row) for row in example.rows if row.text.strip("|-: "))
    if not found and not any(isinstance(each, example_tree.ColumnOutcome) for each in outcomes):
        found.append(unusable(example.heading.span(), "ví dụ có bảng phải có dòng “Thì đúng như cột Kết quả”"))
    if plain(title[-1].text) != _RESULT or not all(names_criteria(each) for each in title[1:-1]):
        found.append(unusable(title[0].span(), _FORM))
    yield from found
    if plan is None or found:
        return
    units = [_unit(title, row) for row in rows]
    wrong = [*_unrated(plan, given, units), *(each for unit in units for each in _unknowable(plan, unit))]
    yield from wrong or _compared(draft, plan, example, units, given)


def _unit(title: Sequence[Passage], values: Sequence[Passage]) -> _Unit:
    criteria = (row_of_cell(name, cell) for name, cell in zip(title[1:-1], values[1:-1], strict=True))
    return _Unit(values[0], tuple(each for each in criteria if each.row.text), values[-1])


def _unknowable(plan: Plan, unit: _Unit) -> Iterator[Diagnostic]:
    for criterion in unit.criteria:
        if message := unknowable(plan, criterion, unit.criteria):
            yield unusable(criterion.row.span(), message)


def _unrated(plan: Plan, given: Sequence[tree.Statement], units: Sequence[_Unit]) -> Iterator[Diagnostic]:
    """A complaint where the plan gives the units of the example no class and no rank."""
    group = _group(given)
    if not plan.points or not (plan.points[0].classes or plan.points[0].ranking):
        yield unusable(group.span, "kế hoạch không xếp hạng, xếp thứ tự theo bảng điểm")
    elif not all(plan.points[0].subject.covers(kinds_of(plan, _row(plan, given, unit))) for unit in units):
        yield unusable(group.span, f"bảng điểm là của {plan.points[0].subject.name}")


def _group(given: Sequence[tree.Statement]) -> example_tree.GivenGroup:
    return next(each for each in given if isinstance(each, example_tree.GivenGroup))


def _compared(draft: Draft, plan: Plan, example: Example, units: Sequence[_Unit], given: Sequence[tree.Statement]) -> Iterator[Diagnostic]:
    nobody_punished = any(isinstance(each, example_tree.GivenSanction) and each.form is None for each in given)
    rows = [_row(plan, given, unit) for unit in units]
    statistics = Statistics(tuple(rows), (), () if nobody_punished else None)
    standings = [_standing(plan, unit, row) for unit, row in zip(units, rows, strict=True)]
    for unit, result in zip(units, classified(plan, statistics, plan.points[0], standings), strict=True):
        said = [words for words in (class_text(result), rank_text(result)) if words]
        if plain(unit.expected.text) not in {plain(words) for words in (*said, ", ".join(said))}:
            words = ", ".join(said) or "chưa đủ căn cứ"
            wrong = Wrong(unit.expected.span(), f"{unit.name.text}: máy tính ra {words}.", words)
            yield told(draft, example.heading.text, wrong)


def _row(plan: Plan, given: Sequence[tree.Statement], unit: _Unit) -> Row:
    """The row of the statistics, with the figures that its cells give."""
    base, subject = plan.points[0].subject.base, _group(given).subject
    judged = next((each.met for each in given if isinstance(each, example_tree.GivenJudged)), None)
    known = entered(plan, unit.criteria)
    decided = dict.fromkeys(judgments(plan, base), judged) | known.judgments
    kind = (subject.narrowed or subject.name).canonical
    return Row(base, unit.name.text, "", kind, False, known.figures, decided, known.levels, known.scores)


def _standing(plan: Plan, unit: _Unit, row: Row) -> Standing:
    """The points of a subject by the table in which those that its cells give are given."""
    own = with_given(plan, unit.criteria)
    targets = target_results(own, row)
    return Standing(row, points_result(own, own.points[0], row, targets), targets)
