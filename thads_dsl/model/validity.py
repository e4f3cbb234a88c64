"""From when to when something holds: names, scales of discipline, offices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Validity:
    """Both days included; None is without end on that side."""

    since: date | None = None
    until: date | None = None

    def __contains__(self, day: date) -> bool:
        return not (self.since is not None and day < self.since) and not (self.until is not None and day > self.until)

    def meets(self, first: date | None, last: date | None) -> bool:
        """Whether it holds on any day from `first` to `last` (None: without end on that side)."""
        begins_in_time = last is None or self.since is None or self.since <= last
        ends_in_time = first is None or self.until is None or first <= self.until
        return begins_in_time and ends_in_time


ALWAYS = Validity()


@dataclass(frozen=True, slots=True)
class Scale:
    """Hình thức kỷ luật, mildest first, for as long as the law has them."""

    forms: tuple[str, ...]
    validity: Validity = ALWAYS


def forms_between(scales: tuple[Scale, ...], first: date | None, last: date | None) -> tuple[str, ...]:
    """Every form of the scales that hold on some day between, mildest first.

    A form of one scale that another lacks stands between the neighbours that its own scale gives it.
    """
    found: list[str] = []
    for scale in sorted((each for each in scales if each.validity.meets(first, last)), key=lambda each: -len(each.forms)):
        for index, form in enumerate(scale.forms):
            if form not in found:
                before = (found.index(other) + 1 for other in reversed(scale.forms[:index]))
                found.insert(next(before, 0), form)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class DaysOff:
    """Ngày nghỉ lễ, tết, hoán đổi: no working days from `first` to `last`."""

    first: date
    last: date
    name: str
