"""Rows of classes mended: for a total without a class, or with two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from thads_dsl.check.facts import Facts
from thads_dsl.check.points.class_words import Answers, asked, row_words, sayable
from thads_dsl.diagnostics import Edit, Way
from thads_dsl.model.intervals import Bound, Interval
from thads_dsl.model.points_classes import Class, ClassCase, ClassCondition, TargetsAre


def _open_ended(figures: Interval, domain: Interval) -> Interval:
    """What begins or ends where the totals of the table do needs no bound there."""
    low = None if figures.low == domain.low and figures.high != domain.high else figures.low
    return Interval(low, None if figures.high == domain.high and low is not None else figures.high)


def with_hole(facts: Facts, rows: Sequence[Class], hole: Interval, domain: Interval, answers: Answers) -> tuple[Way, ...]:
    """The row beside a hole with one more case, ready to stand in its place."""
    figures = _open_ended(hole, domain)
    if not sayable(answers) or figures == Interval():
        return ()
    kept = tuple(replace(question, met=held) for question, held in answers.items())
    beside = [row for row in rows if any(_touches(case.interval, hole) for case in row.cases)]
    row = (beside or [each for each in rows if each.cases] or [rows[-1]])[-1]
    grown = [
        replace(case, interval=Interval(case.interval.low, figures.high)) if _goes_on(case, hole, kept) else case for case in row.cases
    ]
    cases = grown if grown != list(row.cases) else [*row.cases, ClassCase(figures, kept)]
    if any(case.interval == Interval() for case in cases):
        return ()  # no row says that it takes every total
    return (_changed(facts, row, cases),)


def _goes_on(case: ClassCase, hole: Interval, conditions: tuple[ClassCondition, ...]) -> bool:
    """Whether a case asks for no other conditions than the hole, and ends where it begins."""
    return set(case.conditions) == set(conditions) and _touches(case.interval, hole)


def _touches(interval: Interval, hole: Interval) -> bool:
    """Whether the interval ends just where the hole begins."""
    return interval.high is not None and hole.low is not None and interval.high == Bound(hole.low.value, not hole.low.closed)


@dataclass(frozen=True, slots=True)
class Overlap:
    """Totals in a case of each of two rows: `kept` of the first, `case` of `row`."""

    kept: ClassCase
    row: Class
    case: ClassCase


def without_overlap(facts: Facts, found: Overlap) -> tuple[Way, ...]:
    """The second row without what it shares with the first one; it keeps what fails a condition that only the first one asks."""
    kept, case = found.kept, found.case
    mine = {asked(each) for each in case.conditions}
    more = [each for each in kept.conditions if asked(each) not in mine]
    both = _within(case.interval, kept.interval)
    pieces = [replace(case, interval=piece) for piece in _rest(case.interval, both)]
    if len(more) == 1 and isinstance(more[0], TargetsAre):
        other = replace(more[0], met=not more[0].met)
        failing = ClassCase(both, (*(each for each in case.conditions if not _said_by(each, other)), other))
        pieces += [] if any(_holds_all(each, failing) for each in found.row.cases) else [failing]
    elif more:
        return ()
    if not pieces:
        return ()
    cases = [piece for each in found.row.cases for piece in (pieces if each is case else [each])]
    return (_changed(facts, found.row, cases),)


def _holds_all(case: ClassCase, other: ClassCase) -> bool:
    return set(case.conditions) == set(other.conditions) and _within(case.interval, other.interval) == other.interval


def _said_by(condition: ClassCondition, other: TargetsAre) -> bool:
    """Whether whoever fails one of the other's targets fails one of these too."""
    return isinstance(condition, TargetsAre) and not condition.met and not other.met and set(condition.targets) >= set(other.targets)


def _rest(interval: Interval, taken: Interval) -> list[Interval]:
    """What is left of an interval below and above a stretch of it."""
    below = [] if taken.low is None else [Interval(interval.low, Bound(taken.low.value, not taken.low.closed))]
    above = [] if taken.high is None else [Interval(Bound(taken.high.value, not taken.high.closed), interval.high)]
    return [each for each in (*below, *above) if not _empty(each)]


def _empty(interval: Interval) -> bool:
    low, high = interval.low, interval.high
    if low is None or high is None:
        return False
    return low.value > high.value or (low.value == high.value and not (low.closed and high.closed))


def _within(one: Interval, other: Interval) -> Interval:
    """What two intervals share; each side with the bound that is nearer."""
    lows = [bound for bound in (one.low, other.low) if bound is not None]
    highs = [bound for bound in (one.high, other.high) if bound is not None]
    low = max(lows, key=lambda bound: (bound.value, not bound.closed)) if lows else None
    high = min(highs, key=lambda bound: (bound.value, bound.closed)) if highs else None
    return Interval(low, high)


def _changed(facts: Facts, row: Class, cases: Sequence[ClassCase]) -> Way:
    item = facts.draft.by_number[row.line].item
    words, end = row_words(row, cases), item.text.text.rstrip()[-1]
    if item.of_table:  # its class stands in a cell of its own
        words = words.split(": ", 1)[1]
        return Way(f"Sửa ô điểm ở dòng {row.line} thành:", words, edit=Edit(facts.spans[row.id], words))
    line = f"{item.marker} {words}{end if end in '.;' else ''}".strip()
    return Way(f"Sửa dòng {row.line} thành:", line, edit=Edit(facts.spans[row.id], words))
