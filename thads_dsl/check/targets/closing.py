"""Intervals that should take every figure of a stretch once: what they leave out, and what two of them share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from thads_dsl.model.intervals import Bound, Interval
from thads_dsl.model.regions import Domain

# A cut lies between figures: (0, v, 0) just before the figure v, (0, v, 1) just after it; before and beyond all figures are two more.
Cut = tuple[int, Fraction, int]
_BEFORE_ALL: Cut = (-1, Fraction(0), 0)
_BEYOND_ALL: Cut = (1, Fraction(0), 0)


@dataclass(frozen=True, slots=True)
class Hole:
    """Figures in no interval; `below` and `above` are the indexes of the intervals beside it."""

    figures: Interval
    below: int | None
    above: int | None


@dataclass(frozen=True, slots=True)
class Shared:
    """Figures in two intervals, by their indexes."""

    figures: Interval
    first: int
    second: int


def unsound(intervals: Sequence[Interval], domain: Domain) -> list[Hole | Shared]:
    """Every hole and every shared stretch inside the domain, in rising order; only figures of the domain count."""
    step = domain.step
    start, end = _cuts(domain.interval, step)
    found: list[Hole | Shared] = []
    reach, reaching = start, None
    for (low, high), at in sorted((_cuts(each, step), at) for at, each in enumerate(intervals)):
        begin, stop = max(low, start), min(high, end)
        if begin >= stop:
            continue  # outside the domain, or empty
        if reach < begin:
            found.append(Hole(_between(reach, begin, step), reaching, at))
        elif begin < reach and reaching is not None:
            found.append(Shared(_between(begin, min(reach, stop), step), reaching, at))
        if reach < stop:
            reach, reaching = stop, at
    if reach < end:
        found.append(Hole(_between(reach, end, step), reaching, None))
    return found


def cures(intervals: Sequence[Interval], at: int, other: Interval, domain: Domain) -> bool:
    """Whether another interval in one place leaves fewer holes and shared stretches, and makes none that there was not."""
    (low, high), (start, end) = _cuts(other, domain.step), _cuts(domain.interval, domain.step)
    if max(low, start) >= min(high, end):
        return False  # a row that takes nothing
    before = unsound(intervals, domain)
    after = unsound([*intervals[:at], other, *intervals[at + 1 :]], domain)
    kept = [(type(each), each.figures) for each in before]
    return len(after) < len(before) and all((type(each), each.figures) in kept for each in after)


def _cuts(interval: Interval, step: Fraction | None) -> tuple[Cut, Cut]:
    if step is not None:
        least, greatest = interval.on_grid(step)
        return (
            _BEFORE_ALL if least is None else (0, least, 0),
            _BEYOND_ALL if greatest is None else (0, greatest + step, 0),
        )
    low, high = interval.low, interval.high
    return (
        _BEFORE_ALL if low is None else (0, low.value, 0 if low.closed else 1),
        _BEYOND_ALL if high is None else (0, high.value, 1 if high.closed else 0),
    )


def _between(low: Cut, high: Cut, step: Fraction | None) -> Interval:
    """The figures between two cuts."""
    first = None if low == _BEFORE_ALL else Bound(low[1], closed=low[2] == 0)
    if high == _BEYOND_ALL:
        return Interval(first)
    return Interval(first, Bound(high[1], closed=high[2] == 1) if step is None else Bound(high[1] - step, True))
