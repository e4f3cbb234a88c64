"""What a number of award places depends on: shares, small units, order, composition."""

from dataclasses import dataclass
from fractions import Fraction

from thads_dsl.model.intervals import Interval
from thads_dsl.model.statistics import Subject


@dataclass(frozen=True, slots=True)
class Share:
    """`percent` (15 for 15%) of the rows of `counted`; a remainder of at least `up_from` counts as one place, None: none does."""

    percent: Fraction
    counted: Subject
    up_from: Fraction | None

    def of(self, count: int) -> int:
        """The whole places among so many."""
        exact = self.percent * count / 100
        whole = exact.numerator // exact.denominator
        rest = exact - whole
        return whole + 1 if rest and self.up_from is not None and rest >= self.up_from else whole


@dataclass(frozen=True, slots=True)
class SmallUnits:
    """Units with a number of people in the interval have `limit` places instead."""

    people: Interval
    limit: int
    text: str


@dataclass(frozen=True, slots=True)
class RankKey:
    """Candidates stand in the order of this quantity (a key); of several keys, a later one decides where all earlier are equal."""

    quantity: str
    greatest_first: bool


@dataclass(frozen=True, slots=True)
class Composition:
    """Of the chosen, at least `least` (with `percent` so many percent, rounded up) are of `subject`."""

    subject: Subject
    least: Fraction
    percent: bool

    def of(self, chosen: int) -> int:
        """How many of so many chosen."""
        exact = self.least * chosen / 100 if self.percent else self.least
        return -(-exact.numerator // exact.denominator)
