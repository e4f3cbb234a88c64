"""Regions: which figures a row of a table takes; what lies in none of them, and what in two."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from thads_dsl.model.intervals import Bound, Interval


@dataclass(frozen=True, slots=True)
class Band:
    """Subjects whose `quantity` (a key) lies in the interval."""

    quantity: str
    interval: Interval


@dataclass(frozen=True, slots=True)
class Region:
    """Which subjects a row of a table takes: those that lie in every band of any of the boxes; `text` is how the plan says it."""

    boxes: tuple[tuple[Band, ...], ...]
    text: str

    @property
    def keys(self) -> tuple[str, ...]:
        """The quantities that decide, each once."""
        return tuple(dict.fromkeys(band.quantity for box in self.boxes for band in box))

    @property
    def alone(self) -> Band | None:
        """The one band that it consists of; None where it is made of several."""
        return self.boxes[0][0] if len(self.boxes) == 1 and len(self.boxes[0]) == 1 else None


# A cut lies between figures: (v, 0) just before the figure v, (v, 1) just after it; None lies beyond all figures.
Cut = tuple[Fraction, int]
Segment = tuple[Cut | None, Cut | None]
Box = tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class Domain:
    """The figures that a quantity can have; with a `step` only its multiples count (whole units: 1)."""

    interval: Interval
    step: Fraction | None


ANY = Domain(Interval(), step=None)


def segment(interval: Interval, step: Fraction | None) -> Segment:
    """Where an interval begins and ends."""
    if step is not None:
        least, greatest = interval.on_grid(step)
        return None if least is None else (least, 0), None if greatest is None else (greatest + step, 0)
    low, high = interval.low, interval.high
    begin = None if low is None else (low.value, 0 if low.closed else 1)
    return begin, None if high is None else (high.value, 1 if high.closed else 0)


def between(low: Cut | None, high: Cut | None, step: Fraction | None) -> Interval:
    """The figures between two cuts."""
    first = None if low is None else Bound(low[0], closed=low[1] == 0)
    if high is None:
        return Interval(first)
    return Interval(first, Bound(high[0], closed=high[1] == 1) if step is None else Bound(high[0] - step, True))


def uncovered(regions: Iterable[Region], domains: Mapping[str, Domain]) -> list[Box]:
    """Boxes of all figures in the domains that lie in none of the regions, each box as large as it can be."""
    keys = tuple(domains)
    boxes = [_segments(box, domains) for region in regions for box in region.boxes]
    axes = [_axis(key, boxes, domains[key]) for key in keys]
    free = {cell for cell in product(*(range(len(axis)) for axis in axes)) if not any(_holds(box, keys, axes, cell) for box in boxes)}
    return list(_merged(keys, axes, free, domains))


def shared(one: Region, other: Region, domains: Mapping[str, Domain]) -> tuple[Box, ...]:
    """Boxes of all figures in the domains that lie in both regions; none of the boxes lies in another."""
    found: list[dict[str, Segment]] = []
    for first, second in product(one.boxes, other.boxes):
        segments = _segments((*first, *second), domains)
        limited = {key: _meet(segments.get(key, (None, None)), _limits(domain)) for key, domain in domains.items()}
        if not any(_is_empty(each) for each in limited.values()) and not any(_lies_in(limited, each) for each in found):
            found = [each for each in found if not _lies_in(each, limited)] + [limited]
    return tuple(_box(each, domains) for each in found)


def _lies_in(box: Mapping[str, Segment], other: Mapping[str, Segment]) -> bool:
    return all(_meet(box[key], other[key]) == box[key] for key in box)


def _box(limited: Mapping[str, Segment], domains: Mapping[str, Domain]) -> Box:
    """Without the keys of which all figures are meant."""
    return tuple(Band(key, between(*limits, domains[key].step)) for key, limits in limited.items() if limits != _limits(domains[key]))


def _segments(box: Box, domains: Mapping[str, Domain]) -> dict[str, Segment]:
    found: dict[str, Segment] = {}
    for band in box:
        own = segment(band.interval, domains[band.quantity].step)
        found[band.quantity] = _meet(found.get(band.quantity, (None, None)), own)
    return found


def _limits(domain: Domain) -> Segment:
    return segment(domain.interval, domain.step)


def _meet(one: Segment, other: Segment) -> Segment:
    lows = [cut for cut in (one[0], other[0]) if cut is not None]
    highs = [cut for cut in (one[1], other[1]) if cut is not None]
    return max(lows, default=None), min(highs, default=None)


def _is_empty(found: Segment) -> bool:
    low, high = found
    return low is not None and high is not None and low >= high


def _axis(key: str, boxes: list[dict[str, Segment]], domain: Domain) -> list[Segment]:
    """The domain of a key, cut wherever a box begins or ends."""
    first, last = _limits(domain)
    ends = {cut for box in boxes for cut in box.get(key, (None, None)) if cut is not None}
    inside = sorted(cut for cut in ends if (first is None or cut > first) and (last is None or cut < last))
    return list(zip([first, *inside], [*inside, last], strict=True))


def _holds(box: dict[str, Segment], keys: tuple[str, ...], axes: list[list[Segment]], cell: tuple[int, ...]) -> bool:
    for key, axis, index in zip(keys, axes, cell, strict=True):
        low, high = box.get(key, (None, None))
        begin, end = axis[index]
        if low is not None and (begin is None or begin < low):
            return False
        if high is not None and (end is None or end > high):
            return False
    return True


def _merged(keys: tuple[str, ...], axes: list[list[Segment]], free: set[tuple[int, ...]], domains: Mapping[str, Domain]) -> Iterator[Box]:
    """Free cells joined along one key after the other."""
    while free:
        start = min(free)
        spans = [(index, index) for index in start]
        for at, axis in enumerate(axes):
            for end in range(start[at] + 1, len(axis)):
                wider = [(low, end if place == at else high) for place, (low, high) in enumerate(spans)]
                if not all(cell in free for cell in product(*(range(low, high + 1) for low, high in wider))):
                    break
                spans = wider
        free -= set(product(*(range(low, high + 1) for low, high in spans)))
        yield tuple(
            Band(key, between(axis[low][0], axis[high][1], domains[key].step))
            for key, axis, (low, high) in zip(keys, axes, spans, strict=True)
            if (low, high) != (0, len(axis) - 1)
        )
