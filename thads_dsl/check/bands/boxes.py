"""The ways out of a gap or an overlap of rows that look at several figures: one bound of one row moved, where that ends it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from thads_dsl.check.bands.phrases import band_phrase, changes, with_parts, written_row
from thads_dsl.check.bands.rows import like_row
from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Way
from thads_dsl.model.intervals import Bound, Interval
from thads_dsl.model.regions import Band, Box, Domain, Region, segment, shared, uncovered
from thads_dsl.model.rules import Target
from thads_dsl.model.units import Amount

Domains = Mapping[str, Domain]


def out_of_shared(facts: Facts, targets: Sequence[Target], pair: tuple[Target, Target], domains: Domains) -> tuple[Way, ...]:
    """Either of two rows without what they share, where no figure is then in no row."""
    one, other = pair
    assert one.region is not None and other.region is not None
    common = shared(one.region, other.region, domains)
    if len(common) != 1:
        return ()
    before = Region(tuple(uncovered(_regions(targets), domains)), "")
    moves = [
        (target, at, interval)
        for target in (other, one)
        for at, band in _own(facts, target)
        for interval in without(band, common[0], domains[band.quantity])
        if _cures_shared(targets, target, _moved(target, at, interval), pair, before, domains)
    ]
    return _ways(facts, moves)


def out_of_uncovered(facts: Facts, targets: Sequence[Target], box: Box, domains: Domains) -> tuple[Way, ...]:
    """A row beside the gap with what lies there, where nothing is then in two rows."""
    moves = [
        (target, at, interval)
        for target in targets
        for at, band in _own(facts, target)
        for interval in _with(band, box, domains[band.quantity])
        if _cures_uncovered(targets, target, _moved(target, at, interval), box, domains)
    ]
    return _ways(facts, moves)


def beside(targets: Sequence[Target], box: Box, domains: Domains) -> list[Target]:
    """The rows that touch a box: beside it in one of the figures, and not apart from it in the others."""
    found = []
    for target in targets:
        boxes = target.region.boxes if target.region is not None else ()
        if any(_touches(own, box, domains) for own in boxes):
            found.append(target)
    return found


def outside(facts: Facts, targets: Sequence[Target], domains: Domains) -> tuple[Region, ...]:
    """What a table need not take: all but the group that it is for, where all of its rows divide that group."""
    if any(target.id not in facts.within for target in targets):
        return ()
    return (Region(tuple(uncovered([facts.within[target.id] for target in targets], domains)), ""),)


def _touches(own: Box, box: Box, domains: Domains) -> bool:
    meeting, apart = 0, 0
    for key, domain in domains.items():
        low, high = segment(_along(own, key), domain.step)
        begin, end = segment(_along(box, key), domain.step)
        over = low is not None and end is not None and low >= end
        under = high is not None and begin is not None and high <= begin
        meeting += (over and low == end) or (under and high == begin)
        apart += over or under
    return meeting == apart == 1


def _along(box: Box, key: str) -> Interval:
    """What a box takes of a figure: where several of its bands are of it, what lies in all."""
    lows = [band.interval.low for band in box if band.quantity == key and band.interval.low is not None]
    highs = [band.interval.high for band in box if band.quantity == key and band.interval.high is not None]
    low = max(lows, key=lambda each: (each.value, not each.closed), default=None)
    return Interval(low, min(highs, key=lambda each: (each.value, each.closed), default=None))


def _own(facts: Facts, target: Target) -> list[tuple[int, Band]]:
    """The bands that a row says itself, by their places in its box."""
    parts = facts.parts.get(target.id, ())
    if target.region is None or len(target.region.boxes) != 1 or target.id in facts.within or target.id in facts.joint:
        return []
    box = target.region.boxes[0]
    return list(enumerate(box)) if len(parts) == len(box) else []


def _moved(target: Target, at: int, interval: Interval) -> Region:
    assert target.region is not None
    box = target.region.boxes[0]
    return replace(target.region, boxes=((*box[:at], replace(box[at], interval=interval), *box[at + 1 :]),))


def without(band: Band, box: Box, domain: Domain) -> Iterator[Interval]:
    """A band that ends before a box, and one that begins after it, in round figures."""
    common = _along(box, band.quantity)
    if common.low is not None and common.low.value > 0:
        yield replace(band.interval, high=_round(Bound(common.low.value, not common.low.closed), domain.step, up=True))
    if common.high is not None:
        yield replace(band.interval, low=_round(Bound(common.high.value, not common.high.closed), domain.step, up=False))


def _with(band: Band, box: Box, domain: Domain) -> Iterator[Interval]:
    low, high = _bounds(box, band.quantity, domain)
    if band.interval.low is not None or high is not None:
        yield replace(band.interval, high=high)
    if band.interval.high is not None or low is not None:
        yield replace(band.interval, low=low)


def _bounds(box: Box, key: str, domain: Domain) -> tuple[Bound | None, Bound | None]:
    """The ends of a box in round figures, without the 0 that all figures begin at."""
    along = _along(box, key)
    low = None if along.low is None or along.low.value == 0 else _round(along.low, domain.step, up=False)
    return low, None if along.high is None else _round(along.high, domain.step, up=True)


def _round(end: Bound, step: Fraction | None, *, up: bool) -> Bound:
    """The same end with the rounder of its two figures: “dưới 500 việc” for “đến 499 việc”, “trên 20 tỷ đồng”."""
    if step is None:
        return end
    further = step if up == end.closed else -step
    other = Bound(end.value + further, not end.closed)
    kept = (_zeros(end.value), end.closed is not up) >= (_zeros(other.value), other.closed is not up)
    return end if kept else other


def _zeros(value: Fraction) -> int:
    digits = str(value.numerator)
    return len(digits) - len(digits.rstrip("0")) if value.denominator == 1 else -1


def _regions(targets: Sequence[Target]) -> list[Region]:
    return [target.region for target in targets if target.region is not None]


def _cures_shared(
    targets: Sequence[Target], target: Target, moved: Region, pair: tuple[Target, Target], before: Region, domains: Domains
) -> bool:
    other = pair[0] if target is pair[1] else pair[1]
    assert other.region is not None
    if not shared(moved, moved, domains) or shared(moved, other.region, domains):
        return False
    rest = [each.region for each in targets if each is not target and each.region is not None]
    return not uncovered([*rest, moved, before], domains)


def _cures_uncovered(targets: Sequence[Target], target: Target, moved: Region, box: Box, domains: Domains) -> bool:
    gap, own = Region((box,), ""), target.region
    outside = Region(tuple(uncovered([gap], domains)), "")
    if own is None or uncovered([moved, outside], domains):
        return False
    rest = [each.region for each in targets if each is not target and each.region is not None]
    return all(shared(moved, each, domains) == shared(own, each, domains) for each in rest) and not uncovered(
        [moved, Region(tuple(uncovered([own], domains)), "")], domains
    )


def _ways(facts: Facts, moves: Sequence[tuple[Target, int, Interval]]) -> tuple[Way, ...]:
    """The first move in all its forms, and one of another row."""
    ways: list[Way] = []
    lines: list[int] = []
    for target, at, interval in moves:
        line = written_row(facts, target).line
        found = changes(facts, target, interval, at) if line not in lines and len(lines) < 2 else ()
        if found and lines:
            first = found[0]
            found = (replace(first, how=f"Hoặc {first.how[0].lower()}{first.how[1:]}"),)
        lines += [line] if found else []
        ways += found
    return tuple(ways)


def row_for(facts: Facts, targets: Sequence[Target], box: Box, domains: Domains) -> tuple[Way, ...]:
    """A row like another one that takes a box; nothing where no row says a band of each of its figures."""
    for target in reversed(targets):
        said = [(at, band.quantity, Interval(*_bounds(box, band.quantity, domains[band.quantity]))) for at, band in _own(facts, target)]
        if {key for _, key, _ in said} >= {band.quantity for band in box} and all(each != Interval() for _, _, each in said):
            phrases = {at: band_phrase(each, facts.plan.quantity(key).unit) for at, key, each in said}
            if (line := with_parts(facts, target, phrases)) is not None:
                return like_row(facts, target, line, phrases.values())
    return ()


def witness(facts: Facts, box: Box) -> str:
    """“ Ví dụ: đúng 150 việc và 20 tỷ đồng.”: the least figures of a box that is bounded in two of them; else nothing."""
    units = [facts.plan.quantity(band.quantity).unit for band in box]
    least = [band.interval.on_grid(unit.step)[0] if unit.step else None for band, unit in zip(box, units, strict=True)]
    said = [str(Amount(value, unit)) for value, unit in zip(least, units, strict=True) if value]
    return f" Ví dụ: đúng {' và '.join(said)}." if len(said) == len(box) > 1 else ""
