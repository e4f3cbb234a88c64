"""Tables of targets as flat code: one function a table, one `if …: return` a row."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from thads_dsl.backends.python_scorer.literals import python
from thads_dsl.backends.python_scorer.names import Names
from thads_dsl.model.intervals import Interval
from thads_dsl.model.plan import Plan
from thads_dsl.model.printing import after_number, goal_text, shortfall_words
from thads_dsl.model.rules import Band, Target
from thads_dsl.model.statistics import Quantity
from thads_dsl.model.units import PERCENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A quantity that targets compare, with the words of its results."""

    name: str
    numerator: str
    denominator: str | None
    percent: bool
    unit: str
    more: str
    less: str
    counted: str
    hopeless: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """One row of a table; an empty `test` takes every subject; `goal` is source."""

    test: str
    target: Target
    goal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The function that picks the row for a subject: assignments of the figures that its tests ask, the keys they need, the rows."""

    name: str
    text: str
    first: Target
    figures: tuple[str, ...]
    keys: tuple[str, ...]
    measure: str
    branches: tuple[Branch, ...]
    closed: bool


def measures(plan: Plan, names: Names) -> dict[str, Measure]:
    """The quantities of all targets by key, in the order of the text."""
    found: dict[str, Measure] = {}
    for target in plan.targets:
        if target.quantity not in found:
            found[target.quantity] = _measure(plan, target, names.take("measure", str(len(found) + 1)))
    return found


def _measure(plan: Plan, target: Target, name: str) -> Measure:
    quantity = plan.quantity(target.quantity)
    words = shortfall_words(plan, target)
    return Measure(
        name=name,
        numerator=quantity.numerator or quantity.key,
        denominator=quantity.denominator,
        percent=_is_percentage(quantity),
        unit=after_number(quantity.unit),
        more=words.more,
        less=words.less,
        counted=words.unit,
        hopeless=words.hopeless,
    )


def _is_percentage(quantity: Quantity) -> bool:
    return quantity.unit == PERCENT and quantity.numerator is not None


def tables(plan: Plan, measured: Mapping[str, Measure], names: Names) -> tuple[Table, ...]:
    """One table for each of `Plan.tables`."""
    return tuple(_table(plan, rows, measured[rows[0].quantity].name, names) for rows in plan.tables)


def _table(plan: Plan, rows: tuple[Target, ...], measure: str, names: Names) -> Table:
    first = rows[0]
    banded = dict.fromkeys(target.band.quantity for target in rows if target.band is not None)
    locals_ = {key: _locals(plan.quantity(key), "" if len(banded) == 1 else f"_{count}") for count, key in enumerate(banded, 1)}
    branches = tuple(Branch(test=_test(plan, row.band, locals_), target=row, goal=_goal(plan, row)) for row in rows)
    # What stands behind a row that takes everything is never reached.
    end = next((index for index, branch in enumerate(branches, 1) if not branch.test), None)
    return Table(
        name=names.take("targets", first.id),
        text=f"Chỉ tiêu của {first.subject.name}: {first.quantity}.",
        first=first,
        figures=tuple(
            f"{local} = row.figures.get({python(key)})"
            for quantity, found in locals_.items()
            for local, key in zip(found, _columns(plan.quantity(quantity)), strict=True)
        ),
        keys=tuple(dict.fromkeys(key for quantity in banded for key in _columns(plan.quantity(quantity)))),
        measure=measure,
        branches=branches[:end],
        closed=end is not None,
    )


def _columns(quantity: Quantity) -> tuple[str, ...]:
    if quantity.numerator is None or quantity.denominator is None:
        return (quantity.key,)
    return quantity.numerator, quantity.denominator


def _locals(quantity: Quantity, suffix: str) -> tuple[str, ...]:
    if quantity.numerator is None:
        return (f"figure{suffix}",)
    return f"part{suffix}", f"whole{suffix}"


def _test(plan: Plan, band: Band | None, locals_: Mapping[str, tuple[str, ...]]) -> str:
    if band is None:
        return ""
    top, *bottom = locals_[band.quantity]
    if not bottom:
        return _between(band.interval, top, "") or "True"
    scaled = f"100 * {top}" if _is_percentage(plan.quantity(band.quantity)) else top
    inside = _between(band.interval, scaled, bottom[0])
    return f"{bottom[0]} != 0 and {inside}" if inside else f"{bottom[0]} != 0"


def _between(interval: Interval, top: str, bottom: str) -> str:
    """`800 <= figure < 1000`; over a denominator both sides are multiplied with it. Exact: integers only."""
    low = "" if interval.low is None else f"{_edge(interval.low.value, bottom)} {'<=' if interval.low.closed else '<'} "
    high = "" if interval.high is None else f" {'<=' if interval.high.closed else '<'} {_edge(interval.high.value, bottom)}"
    if low and not high:
        assert interval.low is not None
        return f"{top} {'>=' if interval.low.closed else '>'} {_edge(interval.low.value, bottom)}"
    return f"{low}{top}{high}" if high else ""


def _edge(value: Fraction, bottom: str) -> str:
    number = python(value)
    return f"{number} * {bottom}" if bottom else number


def _goal(plan: Plan, target: Target) -> str:
    """`Goal('từ 77% trở lên', 77, low=77)`."""
    arguments = [python(goal_text(target, plan.quantity(target.quantity).unit)), python(target.threshold)]
    for side, bound in (("low", target.goal.low), ("high", target.goal.high)):
        if bound is not None:
            arguments.append(f"{side}={python(bound.value)}")
            if not bound.closed:
                arguments.append(f"{side}_counts=False")
    return f"Goal({', '.join(arguments)})"
