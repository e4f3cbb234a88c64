"""TH405, TH905: rows of one table point the same way, and a greater load has no harder target."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from thads_dsl.check.bands.phrases import written_row
from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH405, TH905
from thads_dsl.model.regions import Box
from thads_dsl.model.rules import Measure, Target
from thads_dsl.model.units import PERCENT, Amount, number
from thads_dsl.source import canonical

_CEILING = re.compile(r"\b(?:dưới|không quá|tối đa) (?P<figure>\d[\d.,]*(?:%| [^\W\d]+(?: đồng)?))")


def directions(facts: Facts) -> Iterator[Diagnostic]:
    """Rows that flip from a floor to a ceiling, and targets that are harder where the load is greater."""
    unsure = facts.doubtful_lines
    for table in facts.plan.tables:
        rows = [row for row in table if row.goal is not None and row.line not in unsure]
        yield from _flips(facts, rows)
        for row, lighter in _next_lighter(rows):
            easier = next((each for each in lighter if _harder(facts, row, each)), None)
            if easier is not None:
                yield _rise(facts, easier, row)


def _is_floor(target: Target) -> bool:
    return target.goal is not None and target.goal.low is not None


def _flips(facts: Facts, rows: list[Target]) -> Iterator[Diagnostic]:
    """Each row of the kind that is rarer in its table, or where both are as many, of that which begins later; beside the nearest other."""
    floors = [_is_floor(row) for row in rows]
    odd = not floors[0] if floors and floors.count(floors[0]) * 2 >= len(floors) else bool(floors) and floors[0]
    others = [at for at, floor in enumerate(floors) if floor is not odd]
    for at, row in enumerate(rows):
        if floors[at] is odd and others:
            yield _flip(facts, rows[min(others, key=lambda other: (abs(other - at), other))], row)


def _next_lighter(rows: list[Target]) -> Iterator[tuple[Target, list[Target]]]:
    """Each row with those that carry less than it and have none between."""
    single = {row.region.alone.quantity for row in rows if row.region is not None and row.region.alone is not None}
    if len(single) == 1 and all(row.region is not None and row.region.alone is not None for row in rows):
        ordered = sorted(rows, key=lambda row: _beginning(row.region.boxes[0], tuple(single)) if row.region else ())
        yield from ((row, [other]) for other, row in pairwise(ordered) if _carries_more(row, other))
        return
    for row in rows:
        below = [each for each in rows if _carries_more(row, each)]
        yield row, [each for each in below if not any(_carries_more(other, each) for other in below)]


def _carries_more(row: Target, other: Target) -> bool:
    """Whether both rows are bands of the same figures, and wherever this one begins, it begins at no less, and at more of one of them."""
    if row.region is None or other.region is None or set(row.region.keys) != set(other.region.keys):
        return False
    keys = row.region.keys
    pairs = [(_beginning(one, keys), _beginning(two, keys)) for one in row.region.boxes for two in other.region.boxes]
    return all(one != two and all(here >= there for here, there in zip(one, two, strict=True)) for one, two in pairs)


def _beginning(box: Box, keys: tuple[str, ...]) -> tuple[tuple[Fraction, bool], ...]:
    """Where a box begins in each of its figures; “trên 5” begins after “từ 5”."""
    lows = {
        key: max(((each.value, not each.closed) for b in box if b.quantity == key and (each := b.interval.low)), default=None)
        for key in keys
    }
    return tuple(lows[key] or (Fraction(0), False) for key in keys)


def _harder(facts: Facts, row: Target, other: Target) -> bool:
    """Counts grow with the load by themselves: only a rate of them is harder where it is higher. A lower ceiling is harder of anything."""
    if _is_floor(row) != _is_floor(other):
        return False
    if not _is_floor(row):
        return row.threshold < other.threshold
    beyond_all = row.measure is Measure.VALUE and row.threshold > 100  # a mistake of its own (TH408)
    return _unit_is_percent(facts, row) and row.threshold > other.threshold and not beyond_all


def _unit_is_percent(facts: Facts, row: Target) -> bool:
    """Goals of rises and falls are in percent, whatever is counted."""
    return row.measure in (Measure.INCREASE, Measure.DECREASE) or facts.plan.quantity(row.quantity).unit == PERCENT


def _flip(facts: Facts, other: Target, row: Target) -> Diagnostic:
    kinds = ("mức sàn", "mức trần") if _is_floor(row) else ("mức trần", "mức sàn")
    in_table = written_row(facts, row).line != row.line
    ways = tuple(_as_floor(facts, other if _is_floor(row) else row))
    mend = "" if ways else f" Nếu không phải vậy thì {'sửa lại ô ấy' if in_table else 'nói rõ bằng “Hiểu là: cụm từ “…” là “…””'}."
    return Diagnostic(
        code=TH405,
        message=f"dòng {written_row(facts, row).line} đặt {kinds[0]}, dòng {written_row(facts, other).line} đặt {kinds[1]}",
        at=Label(facts.spans[row.id]),
        also=(Label(facts.spans[other.id]),),
        why=f"Theo câu chữ, kết quả tốt hơn ở dòng đặt mức trần lại là không đạt.{mend}",
        ways=ways,
    )


def _as_floor(facts: Facts, row: Target) -> Iterator[Way]:
    """The words of a ceiling turned into those of a floor, where they stand in the line as a ceiling is written."""
    line = written_row(facts, row)
    at = facts.spans[row.id]
    for found in _CEILING.finditer(canonical(facts.draft.source.quote(at))):
        if number(row.threshold) == found["figure"].partition(" ")[0].rstrip("%"):
            said = f"Nếu phải đạt từ {found['figure']} trở lên, dán dưới dòng {line.line}:"
            yield Way(said, f"Hiểu là: cụm từ “{found[0]}” là “từ {found['figure']} trở lên”")


def _rise(facts: Facts, other: Target, row: Target) -> Diagnostic:
    unit = PERCENT if _unit_is_percent(facts, row) else facts.plan.quantity(row.quantity).unit
    there = written_row(facts, other).line
    figures = f"{Amount(row.threshold, unit)}, dòng {there} là {Amount(other.threshold, unit)}"
    floor = _is_floor(row)
    usual = "chỉ tiêu thấp hơn" if floor else "mức trần cao hơn"
    return Diagnostic(
        code=TH905,
        message=f"mức nhiều hơn mà {'chỉ tiêu cao hơn' if floor else 'mức trần thấp hơn'}: {figures}",
        at=Label(facts.spans[row.id]),
        also=(Label(facts.spans[other.id]),),
        why=f"Thường thì đơn vị nhiều việc, nhiều tiền hơn có {usual}. Xin xem lại hai con số.",
    )
