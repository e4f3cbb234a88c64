"""Tables of targets as flat code: one function a table, one `if …: return` a row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from thads_dsl.backends.python_scorer.literals import python
from thads_dsl.backends.python_scorer.names import Names
from thads_dsl.model.inputs import asked_by, computed_for_points
from thads_dsl.model.intervals import Interval
from thads_dsl.model.plan import Plan
from thads_dsl.model.printing import after_number, goal_text, shortfall_words
from thads_dsl.model.regions import Band, Region
from thads_dsl.model.rules import Measure, Target
from thads_dsl.model.statistics import Quantity, Sum
from thads_dsl.model.units import PERCENT

_Terms = tuple[tuple[int, str | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistic:
    """A quantity that targets look at, as signed columns (None: the constant 1), with the words of its results."""

    name: str
    over: _Terms
    under: _Terms | None
    percent: bool
    ratio: bool
    column: bool
    unit: str
    lever: str | None
    more: str
    less: str
    counted: str
    hopeless: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """One row of a table; an empty `test` takes every subject; `goal` is source, empty where the row is “không áp dụng”."""

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
    statistic: str
    branches: tuple[Branch, ...]
    closed: bool


def statistics(plan: Plan, names: Names) -> dict[str, Statistic]:
    """The quantities of all targets, orders of quotas, groups and points tables by key, in the order of the text."""
    asked = [key for target in plan.targets for key in (target.quantity, *asked_by(target))]
    asked += [key.quantity for quota in plan.quotas for key in quota.ranking]
    asked += [key for subject in plan.subjects if subject.where for key in subject.where.keys]
    keys = dict.fromkeys([*asked, *(key for table in plan.points for key in computed_for_points(table))])
    return {key: _statistic(plan, plan.quantity(key), names.take("statistic", str(count))) for count, key in enumerate(keys, 1)}


def _statistic(plan: Plan, quantity: Quantity, name: str) -> Statistic:
    words = shortfall_words(plan, quantity)
    return Statistic(
        name=name,
        over=_terms(quantity.numerator) if quantity.numerator else ((1, quantity.key),),
        under=_terms(quantity.denominator) if quantity.denominator else None,
        percent=_is_percentage(quantity),
        ratio=quantity.denominator is not None,
        column=quantity.is_column,
        unit=after_number(quantity.unit),
        lever=quantity.key if quantity.is_column else quantity.lever,
        more=words.more,
        less=words.less,
        counted=words.unit,
        hopeless=words.hopeless,
    )


def _terms(of: Sum) -> _Terms:
    return (*of.terms, *(((of.constant, None),) if of.constant else ()))


def _is_percentage(quantity: Quantity) -> bool:
    return quantity.unit == PERCENT and quantity.numerator is not None


def tables(plan: Plan, known: Mapping[str, Statistic], names: Names) -> tuple[Table, ...]:
    """One table for each of `Plan.tables`."""
    return tuple(_table(plan, rows, known, names) for rows in plan.tables)


def _table(plan: Plan, rows: tuple[Target, ...], known: Mapping[str, Statistic], names: Names) -> Table:
    first = rows[0]
    place = located(plan, [row.region for row in rows if row.region is not None], known)
    branches = tuple(Branch(test=place.test(row.region), target=row, goal=_goal(plan, row, known)) for row in rows)
    # What stands behind a row that takes everything is never reached.
    end = next((index for index, branch in enumerate(branches, 1) if not branch.test), None)
    return Table(
        name=names.take("targets", first.id),
        text=f"Chỉ tiêu của {first.subject.name}: {first.quantity}.",
        first=first,
        figures=place.figures,
        keys=place.keys,
        statistic=known[first.quantity].name,
        branches=branches[:end],
        closed=end is not None,
    )


@dataclass(frozen=True, slots=True)
class Located:
    """How a program finds out where a row lies: the columns that must be known, assignments of figures, and their names."""

    plan: Plan
    keys: tuple[str, ...]
    figures: tuple[str, ...]
    names: Mapping[str, tuple[str, ...]]

    def test(self, region: Region | None) -> str:
        """Source of whether the row lies in a region; empty for everywhere."""
        return _test(self.plan, region, self.names)


def located(plan: Plan, regions: Sequence[Region], known: Mapping[str, Statistic]) -> Located:
    """What a program needs to tell these regions apart."""
    deciding = dict.fromkeys(key for region in regions for key in region.keys)
    names = {key: _locals(plan.quantity(key), "" if len(deciding) == 1 else f"_{count}") for count, key in enumerate(deciding, 1)}
    columns = tuple(dict.fromkeys(column for key in deciding for column in plan.quantity(key).columns))
    figures = tuple(_assignment(found, plan.quantity(key), known[key]) for key, found in names.items())
    return Located(plan, columns, figures, names)


def _locals(quantity: Quantity, suffix: str) -> tuple[str, ...]:
    """A column is one figure; what is computed is a fraction."""
    return (f"figure{suffix}",) if quantity.is_column else (f"part{suffix}", f"whole{suffix}")


def _assignment(found: tuple[str, ...], quantity: Quantity, statistic: Statistic) -> str:
    if quantity.is_column:
        return f"{found[0]} = row.figures.get({python(quantity.key)})"
    return f"{', '.join(found)} = value(row, {statistic.name})"


def _test(plan: Plan, region: Region | None, locals_: Mapping[str, tuple[str, ...]]) -> str:
    """Source of whether a row lies in a region; empty for everywhere."""
    if region is None:
        return ""
    boxes = [" and ".join(part for band in box if (part := _in_band(plan, band, locals_))) or "True" for box in region.boxes]
    if len(boxes) == 1:
        return boxes[0]
    return " or ".join(f"({box})" for box in boxes) or "False"


def _in_band(plan: Plan, band: Band, locals_: Mapping[str, tuple[str, ...]]) -> str:
    top, *bottom = locals_[band.quantity]
    if not bottom:
        return _between(band.interval, top, "")
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


_TURNS = {
    Measure.DIFFERENCE: "DIFFERENCE",
    Measure.INCREASE: "INCREASE",
    Measure.DECREASE: "DECREASE",
}


def _goal(plan: Plan, target: Target, known: Mapping[str, Statistic]) -> str:
    """`Goal('từ 77% trở lên', 77, low=77)`."""
    if target.goal is None:
        return ""
    arguments = [python(goal_text(plan, target)), python(target.threshold)]
    for side, bound in (("low", target.goal.low), ("high", target.goal.high)):
        if bound is not None:
            arguments.append(f"{side}={python(bound.value)}")
            if not bound.closed:
                arguments.append(f"{side}_counts=False")
    if target.against is not None:
        base = f"against={known[target.against].name}, when={python(plan.quantity(target.against).when)}"
        arguments += [f"measure={_TURNS[target.measure]}", base]
    return f"Goal({', '.join(arguments)})"
