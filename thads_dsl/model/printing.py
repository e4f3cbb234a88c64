"""Figures of results in Vietnamese, never saying other than the verdict does."""

from dataclasses import dataclass
from fractions import Fraction

from thads_dsl.model.plan import Plan
from thads_dsl.model.results import TargetResult, Verdict
from thads_dsl.model.rules import Target
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


def _rounded(exact: Fraction, threshold: Fraction | None) -> str:
    digits = _DECIMALS
    while True:
        scaled = (2 * exact.numerator * 10**digits + exact.denominator) // (2 * exact.denominator)
        if threshold is None or exact == threshold or _side(Fraction(scaled, 10**digits), threshold) == _side(exact, threshold):
            whole, rest = divmod(scaled, 10**digits)
            return f"{grouped(whole)},{rest:0{digits}d}"
        digits += 1


def _side(value: Fraction, threshold: Fraction) -> int:
    return (value > threshold) - (value < threshold)


def goal_text(target: Target, unit: Unit) -> str:
    """What a target asks for: “từ 77% trở lên”, “trên 5 việc”, “không quá 3%”, “dưới 3%”, “từ 2% đến dưới 5%”."""
    low, high = target.goal.low, target.goal.high
    least = "" if low is None else f"{'từ' if low.closed else 'trên'} {Amount(low.value, unit)}"
    if high is None:
        return f"{least} trở lên" if low is not None and low.closed else least
    most = f"{Amount(high.value, unit)}"
    if low is None:
        return f"không quá {most}" if high.closed else f"dưới {most}"
    return f"{least} đến {most}" if high.closed else f"{least} đến dưới {most}"


def actual_text(plan: Plan, result: TargetResult) -> str:
    """The actual figure as printed: `78,05%`, `640 việc`; empty where there is none, or no figure to divide by."""
    if result.rule is None or result.numerator is None or not result.denominator:
        return ""
    target = _target(plan, result.rule)
    quantity = plan.quantity(target.quantity)
    if quantity.unit == PERCENT and quantity.numerator is not None:
        return percent_text(result.numerator, result.denominator, target.threshold)
    return number(Fraction(result.numerator, result.denominator)) + after_number(quantity.unit)


def after_number(unit: Unit) -> str:
    """A unit as it stands behind a number: `%` touches it."""
    return unit.name if unit == PERCENT else f" {unit.name}"


def margin_text(plan: Plan, result: TargetResult) -> str:
    """How far from the threshold: “vượt 1,05 điểm phần trăm”, “thiếu 13 việc”; for an upper bound “thấp hơn …”, “cao hơn …”."""
    if result.rule is None or result.margin is None:
        return ""
    target = _target(plan, result.rule)
    unit = plan.quantity(target.quantity).unit
    if result.margin == 0:
        return "đúng bằng mức chỉ tiêu"
    above, below = ("cao hơn", "thấp hơn") if target.goal.low is None else ("vượt", "thiếu")
    if unit == PERCENT:
        amount = f"{_rounded(abs(result.margin), Fraction(0))} điểm phần trăm"
    else:
        amount = f"{number(abs(result.margin))} {unit.name}"
    return f"{above if result.margin > 0 else below} {amount}"


def shortfall_text(plan: Plan, result: TargetResult) -> str:
    """What would meet a failed target: “Cần thi hành xong thêm 13 việc”; empty for any other verdict and for a judged target."""
    if result.verdict is not Verdict.FAILED or result.rule is None or result.margin is None:
        return ""
    target = _target(plan, result.rule)
    words = shortfall_words(plan, target)
    if result.shortfall is None:
        return words.hopeless
    low = target.goal.low
    below = low is not None and target.threshold + result.margin <= low.value
    return f"{words.more if below else words.less} {grouped(result.shortfall)} {words.unit}"


@dataclass(frozen=True, slots=True)
class ShortfallWords:
    """How a target says what would meet it: `more` or `less`, the amount, `unit`; `hopeless` if no change would."""

    more: str
    less: str
    unit: str
    hopeless: str


def shortfall_words(plan: Plan, target: Target) -> ShortfallWords:
    """The words for the quantity that a unit can act on: the numerator of a ratio, or the column itself."""
    quantity = plan.quantity(target.quantity)
    counted = quantity if quantity.numerator is None else plan.quantity(quantity.numerator)
    name = counted.name
    noun = name.split()[0].lower() in _NOUNS
    act, thing = (f"tăng {name}", name) if noun else (name, f"số {name}")
    hopeless = f"Tăng hay giảm {thing} đều không đạt được chỉ tiêu này"
    return ShortfallWords(f"Cần {act} thêm", f"Cần giảm {thing}", counted.unit.name, hopeless)


def _target(plan: Plan, rule: str) -> Target:
    return next(target for target in plan.targets if target.id == rule)
