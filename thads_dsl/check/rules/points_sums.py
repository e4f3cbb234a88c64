"""TH601: what the parts of a points table and its last row say is the sum of their criteria (user guide, “Bảng tiêu chí”)."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from thads_dsl.check.amended.rows import Step
from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH601
from thads_dsl.model.points import Criterion, Part, PointsTable
from thads_dsl.model.units import number, two_digits
from thads_dsl.source import Span

_LONGEST = 12  # criteria that a sum spells out


def points_sums(facts: Facts) -> Iterator[Diagnostic]:
    """Each part, and each table, that does not add up."""
    amended = facts.draft.amended
    for table in facts.whole_tables:
        if table.balance and amended is not None and amended.partly:
            continue  # a change that could not be read is missing from the sum
        wrong = [part for part in table.parts if _sum(_inside(table, part)) != part.points]
        yield from (_of_part(facts, table, part) for part in wrong)
        if not wrong and _sum(table.criteria) != table.standard:
            yield _of_table(facts, table)


def _inside(table: PointsTable, part: Part) -> list[Criterion]:
    return [criterion for criterion in table.criteria if criterion.id in part.criteria]


def _sum(criteria: Sequence[Criterion]) -> Fraction:
    return sum((criterion.standard for criterion in criteria), Fraction(0))


def _of_part(facts: Facts, table: PointsTable, part: Part) -> Diagnostic:
    inside = _inside(table, part)
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


def _of_table(facts: Facts, table: PointsTable) -> Diagnostic:
    found = _sum(table.criteria)
    return Diagnostic(
        code=TH601,
        message=f"Tổng cộng ghi {two_digits(table.standard)} điểm, cộng lại được {two_digits(found)} điểm",
        at=Label(_changed(facts, table, "") or facts.spans[f"{table.id}, tổng cộng"]),
        why=_spelled(table.criteria) + _balanced(facts, table, ""),
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


def _spelled(criteria: Sequence[Criterion]) -> str:
    if len(criteria) > _LONGEST:
        return f"{len(criteria)} tiêu chí, cộng lại được {two_digits(_sum(criteria))} điểm."
    numbers = ", ".join(criterion.number for criterion in criteria)
    return f"Tiêu chí {numbers}: {' + '.join(number(criterion.standard) for criterion in criteria)} = {number(_sum(criteria))}."
