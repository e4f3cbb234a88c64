"""VÍ DỤ with points: “giảm 5,99%” as figures of now and before, from which it follows and every rate above stays as it is."""

from collections.abc import Sequence
from fractions import Fraction

from thads_dsl.model.plan import Plan
from thads_dsl.model.points import Criterion
from thads_dsl.model.rules import Measure
from thads_dsl.syntax.written_forms import figure_value

Figures = dict[str, int | Fraction | None]
TURNS = (Measure.INCREASE, Measure.DECREASE)
_MANY = 1000  # cases of which a rate is a share: no statistic of the whole may be less


def turned(plan: Plan, criterion: Criterion, falls: bool, by: str, figures: Figures) -> bool:
    """“giảm 5,99%”: from 10.000 to 9.401, or from what makes it so many of the figures that a row above gives for now."""
    value = figure_value(by).value
    turns = ((quantity, before) for quantity in criterion.quantities if (before := _before(plan, quantity)) is not None)
    now_key, before_key = next(turns, ("", ""))
    if value is None or not now_key:
        return False
    left = 1 + (-value if falls else value) / 100
    if left <= 0:
        return False
    over, columns = plan.quantity(now_key).numerator, plan.quantity(now_key).columns
    terms = over.terms if over is not None else ((Fraction(1), now_key),)
    if not _completed(terms, figures, left.numerator):
        return False
    then = sum((times * Fraction(figures[key] or 0) for times, key in terms), Fraction(0)) / left
    for key in _together(plan, columns):  # so that the figures before are whole too, and every rate is as it was
        figures[key] = int(Fraction(figures.get(key) or 0) * then.denominator)
    figures |= _made_of(plan, before_key, then.numerator)
    return True


def _completed(terms: Sequence[tuple[int | Fraction, str]], figures: Figures, unit: int) -> bool:
    """Fills in the columns that no row gives, so that with the others they make a multiple of `unit`; False if they cannot."""
    known = sum((times * Fraction(figures[key] or 0) for times, key in terms if key in figures), Fraction(0))
    missing = [(times, key) for times, key in terms if key not in figures]
    added = next(((times, key) for times, key in missing if times > 0), None)
    if added is None:
        return known > 0
    figures |= dict.fromkeys((key for _, key in missing), 0)
    whole = unit * (_MANY * max([1, *(int(Fraction(figures[key] or 0)) for _, key in terms)]) // unit + 1)
    figures[added[1]] = int((whole - known) / added[0])
    return True


def _together(plan: Plan, columns: Sequence[str]) -> tuple[str, ...]:
    """The columns of now that stand in a statistic with one of these: multiplied together they keep every rate."""
    beside = (each.columns for each in plan.quantities if not each.when and not set(each.columns).isdisjoint(columns))
    return tuple(dict.fromkeys((*columns, *(key for keys in beside for key in keys))))


def _before(plan: Plan, quantity: str) -> str | None:
    """The key of the value of another time that a target compares the quantity with."""
    against = (target.against for target in plan.targets if target.quantity == quantity and target.measure in TURNS)
    return next((key for key in against if key is not None), None)


def _made_of(plan: Plan, key: str, figure: int) -> dict[str, int]:
    """The columns of a quantity that make it this figure: the first that is added, and 0 for the others."""
    over, columns = plan.quantity(key).numerator, plan.quantity(key).columns
    first = next((column for times, column in over.terms if times > 0), key) if over is not None else key
    return dict.fromkeys(columns, 0) | {first: figure}
