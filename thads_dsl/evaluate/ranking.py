"""The order in which candidates come by the figures that the text names."""

from fractions import Fraction

from thads_dsl.evaluate.targets import _missing, _ratio
from thads_dsl.model.award_places import RankKey
from thads_dsl.model.plan import Plan
from thads_dsl.model.statistics import Row

Rank = tuple[Fraction, ...]


def rank(plan: Plan, keys: tuple[RankKey, ...], row: Row) -> Rank | None:
    """Greater is better; None where a figure is not known or nothing arose, so that the row has no place in the order."""
    if _missing(plan, tuple(key.quantity for key in keys), row):
        return None
    found = []
    for key in keys:
        numerator, denominator = _ratio(plan, plan.quantity(key.quantity), row)
        if denominator == 0:
            return None
        actual = Fraction(numerator, denominator)
        found.append(actual if key.greatest_first else -actual)
    return tuple(found)
