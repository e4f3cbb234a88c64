"""TH601: what the parts of a points table and its last row say is the sum of their criteria (user guide, “Bảng tiêu chí”)."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH601
from thads_dsl.model.points import Criterion, Part, PointsTable
from thads_dsl.model.units import grouped, number

_LONGEST = 12  # criteria that a sum spells out


def points_sums(facts: Facts) -> Iterator[Diagnostic]:
    """Each part, and each table, that does not add up."""
    for table in facts.plan.points:
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
        message=f"Phần {part.number} ghi {_two(part.points)} điểm, cộng lại được {_two(found)} điểm",
        at=Label(facts.spans[f"{table.id}, phần {part.number}"]),
        why=_spelled(inside),
        ways=(
            Way(
                "Sửa một trong hai:",
                f"{_mend(part.points - found)}   |   "
                + (
                    f"Sửa điểm phần {part.number} thành {_two(found)} điểm"
                    if table.balance
                    else f"Phần {part.number}: {_two(found)} (Tổng cộng: {_two(total)})"
                ),
            ),
        ),
    )


def _of_table(facts: Facts, table: PointsTable) -> Diagnostic:
    found = _sum(table.criteria)
    return Diagnostic(
        code=TH601,
        message=f"Tổng cộng ghi {_two(table.standard)} điểm, cộng lại được {_two(found)} điểm",
        at=Label(facts.spans[f"{table.id}, tổng cộng"]),
        why=_spelled(table.criteria),
        ways=(
            Way(
                "Sửa một trong hai:",
                f"{_mend(table.standard - found)}   |   "
                + (f"Sửa tổng điểm thành {_two(found)} điểm" if table.balance else f"Tổng cộng: {_two(found)}"),
            ),
        ),
    )


def _mend(missing: Fraction) -> str:
    return f"{'thêm' if missing > 0 else 'bớt'} {_two(abs(missing))} điểm ở một tiêu chí"


def _spelled(criteria: Sequence[Criterion]) -> str:
    if len(criteria) > _LONGEST:
        return f"{len(criteria)} tiêu chí, cộng lại được {_two(_sum(criteria))} điểm."
    numbers = ", ".join(criterion.number for criterion in criteria)
    return f"Tiêu chí {numbers}: {' + '.join(number(criterion.standard) for criterion in criteria)} = {number(_sum(criteria))}."


def _two(points: Fraction) -> str:
    """Points as offices write them: two digits for less than ten."""
    return (
        f"{points.numerator:02d}"
        if points.denominator == 1 and points < 10
        else number(points)
        if points.denominator > 1
        else grouped(int(points))
    )
