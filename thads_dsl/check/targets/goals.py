"""What a goal asks: of which quantity, measured how, compared with what, in which figures."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from thads_dsl.check.draft import Line, Scope
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.targets.figures import bare_change, exact, none_of_rate, rate_meant
from thads_dsl.check.targets.per_year import other_than_a_year, per_year_words
from thads_dsl.check.targets.quantities import known_quantity, monthly, rates_of, without
from thads_dsl.check.times.other_times import other_time
from thads_dsl.diagnostics import Diagnostic, Label, Lack, Way
from thads_dsl.diagnostics.codes import TH214, TH215, TH216
from thads_dsl.model.intervals import Bound, Interval
from thads_dsl.model.rules import Measure
from thads_dsl.model.statistics import ASSIGNED, Quantity
from thads_dsl.model.units import PERCENT, Facet, Unit
from thads_dsl.syntax import tree

POINTS = Unit("điểm phần trăm", whole=False)
_AGAINST_BASE = {"cao hơn": ">", "không thấp hơn": "≥", "thấp hơn": "<", "không cao hơn": "≤"}
_LEAST_SHARE = 50  # percent: nobody asks for less than half of the year before
_TURNS = {"tăng": Measure.INCREASE, "giảm": Measure.DECREASE}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A goal as meant."""

    quantity: Quantity
    goal: Interval
    measure: Measure = Measure.VALUE
    against: Quantity | None = None

    @property
    def unit(self) -> Unit:
        """What the goal's figures are counted in."""
        if self.measure is Measure.DIFFERENCE and self.quantity.unit == PERCENT:
            return POINTS
        return PERCENT if self.measure in _TURNS.values() else self.quantity.unit


def wanted(
    lowering: Lowering, line: Line, goal: tree.Goal, name: tree.NameRef, facet: Facet | None, context: tuple[Label, ...]
) -> Wanted | None:
    """What a goal asks of the quantity of this name and facet; None with a complaint, or where it has several readings."""
    comparison = goal.comparison
    if comparison is not None and comparison.form == "T?":
        return None  # a rule complains
    turn = goal.kind if goal.kind in _TURNS else line.scope.turn if not goal.kind else ""
    if goal.kind in _AGAINST_BASE:
        return _beside(lowering, line, goal, name, facet)
    if goal.kind in ("được giao", "vượt", "thiếu", "không thấp hơn được giao"):
        return _assigned(lowering, line, goal, name, facet)
    versus = goal.versus or line.scope.versus
    own = _own(lowering, line.scope, name, facet, goal.excluding or (versus.excluding if versus is not None else None))
    if own is None:
        return None
    if goal.kind == "không có":
        if own.unit == PERCENT:
            lowering.found.append(none_of_rate(own.name, goal.span))
            return None
        return Wanted(own, Interval(high=Bound(Fraction(0), True)))
    assert comparison is not None, goal
    if turn:
        return _turned(lowering, line, goal, comparison, own, _TURNS[turn])
    if goal.versus is not None:
        return _relative(lowering, line, goal, comparison, own)
    if comparison.figure.unit.endswith("/tháng") or goal.kind == "bình quân":
        return _monthly(lowering, line, goal, comparison, own)
    if comparison.figure.unit == "%" and own.unit != PERCENT and (rates := rates_of(lowering, name.canonical)):
        written = lowering.draft.source.lines[name.span.line - 1]
        rates = tuple(f"{rate} {name.facet}".strip() for rate in rates)  # “số việc thi hành xong” says it by itself
        lowering.found.append(rate_meant(comparison.figure, name.canonical, name.span, written, rates))
        return None
    if (period := other_than_a_year(lowering, line.scope, comparison)) is not None:
        message, why, ways = per_year_words(lowering, comparison, period)
        lowering.found.append(Diagnostic(code=TH216, message=message, at=Label(goal.span), why=why, ways=ways))
        return None
    threshold = lowering.take(exact(comparison.figure, own.unit, context))
    if threshold is None:
        return None
    # “đạt 0 vụ”: from 0 upwards would ask for nothing.
    none = threshold == 0 and comparison.form == "T1"
    return Wanted(own, goal_interval("≤" if none else comparison.sign, threshold))


def goal_interval(sign: str, threshold: Fraction) -> Interval:
    """The figures that meet a comparison."""
    bound = Bound(threshold, closed=sign in "≥≤")
    return Interval(low=bound) if sign in "≥>" else Interval(high=bound)


def _own(lowering: Lowering, scope: Scope, name: tree.NameRef, facet: Facet | None, excluding: tree.NameRef | None) -> Quantity | None:
    """The quantity that is measured: that of the wave it stands under, without what the sentence leaves out."""
    found = known_quantity(lowering, name.canonical, facet, scope.wave)
    if excluding is None:
        return found
    rest = without(lowering, name.canonical, excluding.canonical)
    if rest is None:
        lowering.found.append(_nothing_left_out(lowering, name, excluding))
        return None
    return known_quantity(lowering, rest, facet, scope.wave)


def _of_other_time(lowering: Lowering, line: Line, own: Quantity, goal: tree.Goal) -> Quantity | None:
    versus = goal.versus or line.scope.versus
    if versus is None:
        lowering.found.append(_no_other_time(goal))
        return None
    return known_quantity(lowering, own.name, own.facet, other_time(lowering, versus.when, line.scope.wave))


def _beside(lowering: Lowering, line: Line, goal: tree.Goal, name: tree.NameRef, facet: Facet | None) -> Wanted | None:
    """T8: “cao hơn năm 2021”."""
    own = known_quantity(lowering, name.canonical, facet, line.scope.wave)
    base = _of_other_time(lowering, line, own, goal)
    return None if base is None else Wanted(own, goal_interval(_AGAINST_BASE[goal.kind], Fraction(0)), Measure.DIFFERENCE, base)


def _turned(lowering: Lowering, line: Line, goal: tree.Goal, comparison: tree.Comparison, own: Quantity, measure: Measure) -> Wanted | None:
    """T7: a share by which a count rises or falls; of a rate a difference in points, or a share of the earlier rate."""
    figure, rate = comparison.figure, own.unit == PERCENT
    if rate and figure.unit == "%" and not goal.of_base:
        return None  # two readings: a rule complains
    if measure is Measure.DECREASE and comparison.sign == "<" and goal.kind:
        return None  # “giảm dưới 2%”: two readings
    base = _of_other_time(lowering, line, own, goal)
    if base is None:
        return None
    if figure.unit == "%":
        threshold = lowering.take(exact(figure, PERCENT, ()))
        return None if threshold is None else Wanted(own, goal_interval(comparison.sign, threshold), measure, base)
    threshold = lowering.take(_change(figure, POINTS if rate else own.unit))
    if threshold is None:
        return None
    interval = goal_interval(comparison.sign, threshold)
    return Wanted(own, interval if measure is Measure.INCREASE else interval.turned_round(), Measure.DIFFERENCE, base)


def _change(figure: tree.Figure, unit: Unit) -> tuple[Fraction | None, tuple[Diagnostic, ...]]:
    """By how much something changes; a bare figure may as well be a share of what it changes from."""
    return exact(figure, unit, ()) if figure.unit or figure.value is None else (None, (bare_change(figure, unit),))


def _relative(lowering: Lowering, line: Line, goal: tree.Goal, comparison: tree.Comparison, own: Quantity) -> Wanted | None:
    """“đạt 105% so với năm trước”: a count that is 5% more; where it has two readings a rule complains."""
    if not is_share_of_base(comparison.figure, own.unit == PERCENT):
        return None
    base = _of_other_time(lowering, line, own, goal)
    threshold = lowering.take(exact(comparison.figure, PERCENT, ()))
    if base is None or threshold is None:
        return None
    return Wanted(own, goal_interval(comparison.sign, threshold - 100), Measure.INCREASE, base)


def is_share_of_base(figure: tree.Figure, rate: bool) -> bool:
    """Whether a figure “so với năm trước” can only be a share of the earlier one; of a rate, or as small as 5%, it may be the rise."""
    return not rate and figure.unit == "%" and (figure.value is None or figure.value >= _LEAST_SHARE)


def _assigned(lowering: Lowering, line: Line, goal: tree.Goal, name: tree.NameRef, facet: Facet | None) -> Wanted | None:
    """T5, T14: against the assigned figure; in percentage points where it is a %, relative where it is an amount."""
    own = known_quantity(lowering, name.canonical, facet, line.scope.wave)
    given = Quantity(own.name, own.facet, own.unit, " ".join(part for part in (ASSIGNED, line.scope.wave) if part))
    given = lowering.quantities.setdefault(given.key, given)
    comparison = goal.comparison
    if comparison is None:
        return Wanted(own, goal_interval(">" if goal.kind == "vượt" else "≥", Fraction(0)), Measure.DIFFERENCE, given)
    rate, figure = own.unit == PERCENT, comparison.figure
    # Of a rate “1%” over its target is one point; of an amount it is a share of the target.
    points = replace(figure, unit=POINTS.name) if rate and figure.unit == "%" else figure
    relative = not rate and figure.unit == "%"
    threshold = lowering.take(_change(points, POINTS if rate else PERCENT if relative else own.unit))
    if threshold is None:
        return None
    interval = goal_interval(comparison.sign, threshold)
    if goal.kind == "thiếu":
        interval = interval.turned_round()
    elif goal.kind == "không thấp hơn được giao":
        # What must not be: a shortfall in these figures.
        interval = Interval(low=Bound(-threshold, closed=comparison.sign not in "≥≤"))
    return Wanted(own, interval, Measure.INCREASE if relative else Measure.DIFFERENCE, given)


def _monthly(lowering: Lowering, line: Line, goal: tree.Goal, comparison: tree.Comparison, own: Quantity) -> Wanted | None:
    """T12: a count over the months of the measured period."""
    unit = Unit(f"{own.unit.name}/tháng", whole=False)
    months = lowering.months(line.scope)
    if months is None or comparison.figure.unit != unit.name or own.denominator is not None:
        lowering.found.append(_no_months(goal, comparison, unit, months))
        return None
    threshold = lowering.take(exact(comparison.figure, unit, ()))
    return None if threshold is None else Wanted(monthly(lowering, own, months), goal_interval(comparison.sign, threshold))


def _no_other_time(goal: tree.Goal) -> Diagnostic:
    return Diagnostic(
        code=TH214,
        message="chưa rõ so với kỳ nào",
        at=Label(goal.span),
        why="Tăng hay giảm phải so với số liệu của một kỳ khác.",
        ways=(Way("Thêm vào cuối câu:", "so với năm trước   |   so với cùng kỳ năm trước"),),
    )


def _nothing_left_out(lowering: Lowering, name: tree.NameRef, excluding: tree.NameRef) -> Diagnostic:
    return Diagnostic(
        code=TH215,
        message=f"chưa có số liệu “{name.canonical}” không bao gồm “{excluding.canonical}”",
        at=Label(excluding.span),
        why="Phần loại ra phải là một số liệu có cách tính.",
        ways=tuple(_less_ways(lowering, name.canonical, excluding.canonical)),
    )


def _less_ways(lowering: Lowering, name: str, part: str) -> Iterator[Way]:
    """The statistic without a part of it; a rate is less by what it is a share of, and has a name of its own."""
    definition = lowering.draft.vocabulary.quantity(name)
    whole = definition.under[0][1] if definition is not None and len(definition.under) == 1 else ""
    less = f"{whole or name} không gồm {part}"
    line = f"- {less}: việc, đồng = {whole or name} - {part}"
    if not whole or definition is None:
        yield Way("Thêm vào mục SỐ LIỆU VÀ CÁCH TÍNH:", line)
        return
    done = " + ".join(each for _, each in definition.over)
    own = f"{name} không gồm {part}"
    yield Way("Thêm vào mục SỐ LIỆU VÀ CÁCH TÍNH, sửa tử số nếu cần:", f"{line}\n- {own}: % = {done} / {less}")
    yield Way("và trong câu viết tên ấy, bỏ phần trong ngoặc:", own)


def _no_months(goal: tree.Goal, comparison: tree.Comparison, unit: Unit, months: int | None) -> Diagnostic:
    lacks = None
    if comparison.figure.unit != unit.name:
        message, why = f"“{comparison.figure.written}” chưa rõ bình quân theo gì", f"Mức bình quân tháng viết bằng {unit.name}."
    elif months is None:
        message, why, lacks = "chưa rõ bình quân của mấy tháng", "Kỳ số liệu chưa có, hoặc không tròn tháng.", Lack.PERIOD
    else:
        message, why = "một tỷ lệ không tính bình quân tháng", f"Số liệu này tính bằng %, không phải {unit.name}."
    return Diagnostic(code=TH216, message=message, at=Label(goal.span), why=why, lacks=lacks)
