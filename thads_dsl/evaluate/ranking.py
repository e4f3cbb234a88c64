"""The order in which candidates come by the figures that the text names."""

from fractions import Fraction

from thads_dsl.evaluate.figures import missing, value
from thads_dsl.model.award_places import RankKey
from thads_dsl.model.plan import Plan
from thads_dsl.model.statistics import Row

Rank = tuple[Fraction, ...]


def rank(plan: Plan, keys: tuple[RankKey, ...], row: Row) -> Rank | None:
    """Greater is better; None where a figure is not known or nothing arose, so that the row has no place in the order."""
    if missing(plan, tuple(key.quantity for key in keys), row):
        return None
    values = [value(plan, key.quantity, row) for key in keys]
    if any(denominator == 0 for _, denominator in values):
        return None
    return tuple(Fraction(*pair) if key.greatest_first else -Fraction(*pair) for key, pair in zip(keys, values, strict=True))
