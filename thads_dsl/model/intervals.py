"""Sets of figures that a bound phrase (“từ … đến dưới …”) stands for."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Bound:
    """One end of an interval; `closed` when the figure itself belongs to it."""

    value: Fraction
    closed: bool


@dataclass(frozen=True, slots=True)
class Interval:
    """All figures between two bounds; None is no bound on that side."""

    low: Bound | None = None
    high: Bound | None = None

    def __contains__(self, value: Fraction | int) -> bool:
        low, high = self.low, self.high
        above = low is None or value > low.value or (low.closed and value == low.value)
        below = high is None or value < high.value or (high.closed and value == high.value)
        return above and below

    def turned_round(self) -> Interval:
        """The figures with the other sign: a fall is a rise below zero."""
        low, high = self.low, self.high
        return Interval(high and Bound(-high.value, high.closed), low and Bound(-low.value, low.closed))

    def in_steps(self) -> tuple[int | None, int | None]:
        """The least and the greatest integer inside; None where there is no bound. For units that are whole."""
        low, high = self.low, self.high
        least = None if low is None else _above(low)
        greatest = None if high is None else -_above(Bound(-high.value, high.closed))
        return least, greatest

    def on_grid(self, step: Fraction) -> tuple[Fraction | None, Fraction | None]:
        """The least and the greatest multiple of a step inside; None where there is no bound."""
        low, high = (None if end is None else Bound(end.value / step, end.closed) for end in (self.low, self.high))
        least, greatest = Interval(low, high).in_steps()
        return None if least is None else least * step, None if greatest is None else greatest * step


def _above(low: Bound) -> int:
    least = -(-low.value.numerator // low.value.denominator)
    return least + 1 if least == low.value and not low.closed else least
