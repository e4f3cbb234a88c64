"""Figures of results in Vietnamese, never saying other than the verdict does."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from thads_dsl.model.intervals import Bound, Interval
from thads_dsl.model.plan import Plan
from thads_dsl.model.results import TargetResult, Verdict
from thads_dsl.model.rules import Measure, Target
from thads_dsl.model.statistics import ASSIGNED, Quantity
from thads_dsl.model.units import PERCENT, Amount, Unit, grouped, number

_DECIMALS = 2
# Names that begin so are things (“số đơn”, “tổng số giải quyết”); the others say what is done (“thi hành xong”).
_NOUNS = frozenset({"số", "tổng", "tỷ", "án", "đơn", "vụ", "việc", "tiền", "lượt", "kết"})


def percent_text(numerator: int, denominator: int, threshold: Fraction | None) -> str:
    """The ratio as a percentage with two decimals, rounded half up: `78,05%`.

    `threshold` is in percent (77 for 77%). There are more decimals as long as what is shown
    stands otherwise to the threshold than the exact ratio: 77,996% is not shown as 78,00% when 78% is asked.
    The denominator is greater than 0.
    """
    return f"{_rounded(Fraction(100 * numerator, denominator), threshold)}%"


def decimals(exact: Fraction) -> str:
    """A figure with two decimals, rounded half up; with more of them rather than showing 0 for what is not."""
    return _rounded(exact, Fraction(0))


def decimals_within(exact: Fraction, interval: Interval) -> str:
    """A figure with two decimals, and more rather than showing it outside of an interval that holds it: 49,999 is not shown as 50,00."""
    ends = [bound.value for bound in (interval.low, interval.high) if bound is not None]
    return max((_rounded(exact, end) for end in (Fraction(0), *ends)), key=len)


def _rounded(exact: Fraction, threshold: Fraction | None) -> str:
    if exact < 0:
        return f"-{_rounded(-exact, None if threshold is None else -threshold)}"
    digits = _DECIMALS
    while True:
        scaled = (2 * exact.numerator * 10**digits + exact.denominator) // (2 * exact.denominator)
        if threshold is None or exact == threshold or _side(Fraction(scaled, 10**digits), threshold) == _side(exact, threshold):
            whole, rest = divmod(scaled, 10**digits)
            return f"{grouped(whole)},{rest:0{digits}d}"
        digits += 1


def _side(value: Fraction, threshold: Fraction) -> int:
    return (value > threshold) - (value < threshold)


def goal_text(plan: Plan, target: Target) -> str:
    """What a target asks for: “từ 77% trở lên”, “giảm từ 6% trở lên so với năm 2022”, “đạt chỉ tiêu được giao”, “cao hơn năm 2021”."""
    if target.goal is None:
        return "không áp dụng"
    unit = plan.quantity(target.quantity).unit
    if target.against is None:
        return interval_text(target.goal, unit)
    base = plan.quantity(target.against).when
    if target.measure is Measure.DIFFERENCE:
        return _difference_text(target.goal, base, lambda amount: points_text(amount, unit))
    if base.startswith(ASSIGNED):  # a share of the assigned amount
        return _difference_text(target.goal, base, lambda amount: str(Amount(amount, PERCENT)))
    goal, rises = target.goal, target.measure is Measure.INCREASE
    if target.threshold == 0:  # “đạt 100% so với năm trước”
        return _difference_text(goal if rises else goal.turned_round(), base, number)
    if target.threshold < 0:  # “đạt 95% so với năm trước” lets it fall
        goal, rises = goal.turned_round(), not rises
    return f"{'tăng' if rises else 'giảm'} {interval_text(goal, PERCENT)} so với {base}"


def interval_text(goal: Interval, unit: Unit) -> str:
    """Which figures are meant: “từ 77% trở lên”, “trên 5 đơn”, “từ 800 việc đến dưới 1.000 việc”."""
    low, high = goal.low, goal.high
    least = "" if low is None else f"{'từ' if low.closed else 'trên'} {Amount(low.value, unit)}"
    if high is None:
        return f"{least} trở lên" if low is not None and low.closed else least
    most = f"{Amount(high.value, unit)}"
    if low is None:
        return f"không quá {most}" if high.closed else f"dưới {most}"
    if high.closed and low == high:
        return f"đúng {most}"
    return f"{least} đến {most}" if high.closed else f"{least} đến dưới {most}"


def _difference_text(goal: Interval, base: str, written: Callable[[Fraction], str]) -> str:
    """A goal beside the figure of another time, or the assigned one: “cao hơn … từ 15 việc trở lên”, “thấp hơn … không quá 15 việc”."""
    sides = [(bound, bound is goal.low) for bound in (goal.low, goal.high) if bound is not None]
    return " và ".join(_side_text(bound, above, base, written) for bound, above in sides)


def _side_text(bound: Bound, above: bool, base: str, written: Callable[[Fraction], str]) -> str:
    """One bound of such a goal; `above`: figures from it upwards are meant."""
    assigned = base.startswith(ASSIGNED)
    other = f"chỉ tiêu {base}" if assigned else base
    if bound.value == 0:
        words = ("không thấp hơn", "cao hơn") if above else ("không cao hơn", "thấp hơn")
        return f"đạt {other}" if assigned and above and bound.closed else f"{words[0 if bound.closed else 1]} {other}"
    amount, higher = written(abs(bound.value)), bound.value > 0
    side = "cao hơn" if higher else "thấp hơn"
    if above == higher:  # at least so much to that side
        return f"{side} {other} từ {amount} trở lên" if bound.closed else f"{side} {other} trên {amount}"
    return f"{side} {other} {'không quá' if bound.closed else 'dưới'} {amount}"


def points_text(amount: Fraction, unit: Unit) -> str:
    """A difference: of percentages in điểm phần trăm, of others in their unit."""
    return f"{number(amount)} điểm phần trăm" if unit == PERCENT else f"{Amount(amount, unit)}"


def actual_text(plan: Plan, result: TargetResult) -> str:
    """The actual figure as printed: `78,05%`, `640 việc`, `giảm 5,21%`; empty where there is none, or no figure to divide by."""
    if result.rule is None or result.numerator is None or not result.denominator or result.measured is None:
        return ""
    target = _target(plan, result.rule)
    if target.measure in (Measure.INCREASE, Measure.DECREASE):
        turns = ("tăng", "giảm") if target.measure is Measure.INCREASE else ("giảm", "tăng")
        return f"{turns[result.measured < 0]} {_rounded(abs(result.measured), abs(target.threshold))}%"
    if result.base is None or target.against is None:
        return value_text(plan, target.quantity, (result.numerator, result.denominator), target.threshold)
    other = plan.quantity(target.against)
    own = value_text(plan, target.quantity, (result.numerator, result.denominator), None)
    return f"{own} ({other.when}: {value_text(plan, other.key, result.base, None)})"


def value_text(plan: Plan, key: str, value: tuple[int, int], threshold: Fraction | None) -> str:
    """The value of a quantity as printed; see `percent_text` for what a threshold does."""
    quantity = plan.quantity(key)
    if quantity.unit == PERCENT and quantity.numerator is not None:
        return percent_text(*value, threshold)
    return _read_out(Fraction(*value), threshold) + after_number(quantity.unit)


def _read_out(exact: Fraction, threshold: Fraction | None) -> str:
    """“11,5”; “khoảng 11,91 (131 chia 11)” where no decimals write it to the end."""
    written = number(exact)
    if "/" not in written:
        return written
    return f"khoảng {_rounded(exact, threshold)} ({grouped(exact.numerator)} chia {grouped(exact.denominator)})"


def after_number(unit: Unit) -> str:
    """A unit as it stands behind a number: `%` touches it."""
    return unit.name if unit == PERCENT else f" {unit.name}"


def margin_text(plan: Plan, result: TargetResult) -> str:
    """How far from the threshold: “vượt 1,05 điểm phần trăm”, “thiếu 13 việc”; for an upper bound “thấp hơn …”, “cao hơn …”."""
    if result.rule is None or result.margin is None:
        return ""
    target = _target(plan, result.rule)
    relative = target.measure in (Measure.INCREASE, Measure.DECREASE)
    unit = PERCENT if relative else plan.quantity(target.quantity).unit
    if result.margin == 0:
        return "đúng bằng mức chỉ tiêu"
    above, below = ("cao hơn", "thấp hơn") if target.goal is None or target.goal.low is None else ("vượt", "thiếu")
    if unit == PERCENT:
        amount = f"{_rounded(abs(result.margin), Fraction(0))} điểm phần trăm"
    else:
        amount = f"{_read_out(abs(result.margin), Fraction(0))} {unit.name}"
    return f"{above if result.margin > 0 else below} {amount}"


def shortfall_text(plan: Plan, result: TargetResult) -> str:
    """What would meet a failed target: “Cần thi hành xong thêm 13 việc”; empty for any other verdict and for a judged target."""
    if result.verdict is not Verdict.FAILED or result.rule is None or result.margin is None:
        return ""
    target = _target(plan, result.rule)
    words = shortfall_words(plan, plan.quantity(target.quantity))
    if result.shortfall is None:
        return words.hopeless
    return f"{words.more if result.shortfall > 0 else words.less} {grouped(abs(result.shortfall))} {words.unit}"


@dataclass(frozen=True, slots=True)
class ShortfallWords:
    """How a target says what would meet it: `more` or `less`, the amount, `unit`; `hopeless` if no change would."""

    more: str
    less: str
    unit: str
    hopeless: str


def shortfall_words(plan: Plan, quantity: Quantity) -> ShortfallWords:
    """The words for the figure that a unit can act on: the lever of the quantity, or the column itself."""
    counted = quantity if quantity.lever is None else plan.quantity(quantity.lever)
    name = counted.name
    noun = name.split()[0].lower() in _NOUNS
    act, thing = (f"tăng {name}", name) if noun else (name, f"số {name}")
    hopeless = f"Tăng hay giảm {thing} đều không đạt được chỉ tiêu này"
    return ShortfallWords(f"Cần {act} thêm", f"Cần giảm {thing}", counted.unit.name, hopeless)


def _target(plan: Plan, rule: str) -> Target:
    return next(target for target in plan.targets if target.id == rule)
