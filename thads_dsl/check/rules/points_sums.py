"""TH601: what the parts of a points table and its last row say is the sum of their criteria (user guide, “Bảng tiêu chí”)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from thads_dsl.check.amended.rows import Step
from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH601
from thads_dsl.model.points import Part, PointsTable
from thads_dsl.model.units import number, two_digits
from thads_dsl.source import Span
from thads_dsl.syntax.points import RowKind, written_table

_LONGEST = 12  # criteria that a sum spells out


@dataclass(frozen=True, slots=True)
class _Row:
    """What a criterion is worth."""

    number: str
    points: Fraction


def points_sums(facts: Facts) -> Iterator[Diagnostic]:
    """Each part, and each table, that does not add up."""
    amended, whole = facts.draft.amended, list(facts.whole_tables)
    for table in facts.plan.points:
        if table.balance and amended is not None and amended.partly:
            continue  # a change that could not be read is missing from the sum
        rows = [(row.id, _Row(row.number, row.standard)) for row in table.criteria] if table in whole else _as_written(facts, table)
        inside = {part.number: [row for id, row in rows if id in part.criteria] for part in table.parts}
        wrong = [part for part in table.parts if rows and _sum(inside[part.number]) != part.points]
        yield from (_of_part(facts, table, part, inside[part.number]) for part in wrong)
        if rows and not wrong and _sum(every := [row for _, row in rows]) != table.standard:
            yield _of_table(facts, table, every)


def _as_written(facts: Facts, table: PointsTable) -> list[tuple[str, _Row]]:
    """The same where a way of scoring is not read: the column of points may be all the same; empty where it is not."""
    line = facts.draft.by_number.get(table.line)
    written = written_table(line.restated.rows) if line is not None and facts.draft.amended is None else None
    if written is None or not all(row.whole for row in written.rows):
        return []
    found = list[tuple[str, _Row]]()
    for row in written.rows:
        figure = row.figure(facts.draft.names) if row.points.text else None
        if row.points.text and (figure is None or figure.value is None):
            return []
        if row.kind is RowKind.CRITERION:
            if figure is None or figure.value is None:
                return []  # its points are missing, which is told
            found.append((f"{table.id}, {row.kind.value} {row.name}", _Row(row.name, figure.value)))
    return found if all(id in facts.spans for id, _ in found) else []  # a row without a name is in no part


def _sum(criteria: Sequence[_Row]) -> Fraction:
    return sum((criterion.points for criterion in criteria), Fraction(0))


def _of_part(facts: Facts, table: PointsTable, part: Part, inside: Sequence[_Row]) -> Diagnostic:
    found = _sum(inside)
    total = table.standard - part.points + found
    return Diagnostic(
        code=TH601,
        message=f"Phần {part.number} ghi {two_digits(part.points)} điểm, cộng lại được {two_digits(found)} điểm",
        at=Label(_changed(facts, table, part.number) or facts.spans[f"{table.id}, phần {part.number}"]),
        why=_spelled(inside) + _balanced(facts, table, part.number),
        ways=(
            Way(
                "Sửa một trong hai:",
                f"{_mend(part.points - found)}   |   "
                + (
                    f"Sửa điểm phần {part.number} thành {two_digits(found)} điểm"
                    if table.balance
                    else f"Phần {part.number}: {two_digits(found)} (Tổng cộng: {two_digits(total)})"
                ),
            ),
        ),
    )


def _of_table(facts: Facts, table: PointsTable, every: Sequence[_Row]) -> Diagnostic:
    found = _sum(every)
    return Diagnostic(
        code=TH601,
        message=f"Tổng cộng ghi {two_digits(table.standard)} điểm, cộng lại được {two_digits(found)} điểm",
        at=Label(_changed(facts, table, "") or facts.spans[f"{table.id}, tổng cộng"]),
        why=_spelled(every) + _balanced(facts, table, ""),
        ways=(
            Way(
                "Sửa một trong hai:",
                f"{_mend(table.standard - found)}   |   "
                + (f"Sửa tổng điểm thành {two_digits(found)} điểm" if table.balance else f"Tổng cộng: {two_digits(found)}"),
            ),
        ),
    )


def _steps(facts: Facts, table: PointsTable, part: str) -> tuple[Step, ...]:
    """What the changes of an amended table do to the points of a part, or (no name) of the whole table."""
    amended = facts.draft.amended
    return tuple(step for step in amended.steps if not part or part in step.parts) if table.balance and amended is not None else ()


def _changed(facts: Facts, table: PointsTable, part: str) -> Span | None:
    """The last change of the points."""
    return next((step.at for step in reversed(_steps(facts, table, part))), None)


def _balanced(facts: Facts, table: PointsTable, part: str) -> str:
    """“ Các câu sửa đổi: + 3 - 5 = bớt 2 điểm.”"""
    changes = [step.points for step in _steps(facts, table, part)]
    if not changes:
        return ""
    total = sum(changes, Fraction(0))
    spelled = " ".join(f"{'+' if points > 0 else '-'} {number(abs(points))}" for points in changes)
    outcome = "không thay đổi" if not total else f"{'thêm' if total > 0 else 'bớt'} {two_digits(abs(total))} điểm"
    return f" Các câu sửa đổi: {spelled}, cộng lại {outcome}."


def _mend(missing: Fraction) -> str:
    return f"{'thêm' if missing > 0 else 'bớt'} {two_digits(abs(missing))} điểm ở một tiêu chí"


def _spelled(criteria: Sequence[_Row]) -> str:
    if len(criteria) > _LONGEST:
        return f"{len(criteria)} tiêu chí, cộng lại được {two_digits(_sum(criteria))} điểm."
    numbers = ", ".join(criterion.number for criterion in criteria)
    return f"Tiêu chí {numbers}: {' + '.join(number(criterion.points) for criterion in criteria)} = {number(_sum(criteria))}."
