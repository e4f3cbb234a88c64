"""The order in which candidates come by the figures that the text names."""

from dataclasses import dataclass
from fractions import Fraction

from thads_dsl.evaluate.figures import missing, value
from thads_dsl.model.award_places import RankKey
from thads_dsl.model.plan import Plan
from thads_dsl.model.statistics import Row

# Greater is better. Where nothing arose there is no figure to compare: it comes after every figure, from whichever end they are counted.
_Step = tuple[int, Fraction]
_NOTHING_AROSE: _Step = (0, Fraction(0))
_ABOVE_ALL: _Step = (2, Fraction(0))


@dataclass(frozen=True, slots=True)
class Rank:
    """A place in the order: somewhere from `lowest` to `highest`, which are equal where all figures are known."""

    lowest: tuple[_Step, ...]
    highest: tuple[_Step, ...]

    @property
    def known(self) -> bool:
        """Whether no figure is open."""
        return self.lowest == self.highest

    def before(self, other: "Rank") -> bool:
        """Whether this one comes first whatever the open figures are."""
        return self.lowest > other.highest


def rank(plan: Plan, keys: tuple[RankKey, ...], row: Row) -> Rank:
    """Where a row stands in an order."""
    steps = [_step(plan, key, row) for key in keys]
    return Rank(tuple(low for low, _ in steps), tuple(high for _, high in steps))


def _step(plan: Plan, key: RankKey, row: Row) -> tuple[_Step, _Step]:
    """The least and the greatest that a figure can count."""
    if missing(plan, (key.quantity,), row):
        return _NOTHING_AROSE, _ABOVE_ALL
    pair = value(plan, key.quantity, row)
    if pair[1] == 0:
        return _NOTHING_AROSE, _NOTHING_AROSE
    step = (1, Fraction(*pair) if key.greatest_first else -Fraction(*pair))
    return step, step
