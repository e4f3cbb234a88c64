"""Kết quả toàn Cục: the row of a whole office, whose figures are its own where the statistics say them, else sums of its units."""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from thads_dsl.model.inputs import figures, figures_of, other_times
from thads_dsl.model.plan import Plan
from thads_dsl.model.statistics import Base, Quantity, Row, Statistics
from thads_dsl.model.units import PERCENT


def total_kinds(plan: Plan) -> tuple[str, ...]:
    """The kinds of whole offices that a rule of the plan speaks of."""
    spoken_of = {name for subject in plan.subjects for name in subject.any_of}
    return tuple(kind.name for kind in plan.kinds if kind.total and kind.name in spoken_of)


def with_totals(plan: Plan, statistics: Statistics) -> Statistics:
    """The statistics with the rows of whole offices made complete; a rate that was assigned has no sum."""
    wholes = dict.fromkeys(total_kinds(plan))
    if not wholes:
        return statistics
    units = [row for row in statistics.collectives if not {row.kind, row.name} & wholes.keys()]
    columns = [*figures(plan, Base.COLLECTIVE), *(each for when in other_times(plan) for each in figures_of(plan, when))]
    sums = {column.key: _sum(units, column) for column in columns}
    found = [_completed(row, sums) if {row.kind, row.name} & wholes.keys() else row for row in statistics.collectives]
    missing = [kind for kind in wholes if all(kind not in (row.kind, row.name) for row in found)]
    found += [Row(Base.COLLECTIVE, kind, "", kind, False, sums, {}) for kind in missing]
    return replace(statistics, collectives=tuple(found))


def _completed(row: Row, sums: dict[str, int | Fraction | None]) -> Row:
    known = {key: figure for key, figure in row.figures.items() if figure is not None}
    return replace(row, figures={**sums, **known})


def _sum(units: Iterable[Row], column: Quantity) -> int | Fraction | None:
    """Not known as long as one unit's figure is not."""
    parts = [row.figures.get(column.key) for row in units]
    if column.unit == PERCENT or not parts or any(part is None for part in parts):
        return None
    return sum(part or 0 for part in parts)
