"""The ways out of a gap or an overlap of a table of targets: a bound moved, or a row more, each in the words of the plan."""

from collections.abc import Iterator
from dataclasses import replace

from thads_dsl.check.bands.phrases import band_phrase, beginning_after, changes, ending_before, own_band, written_row
from thads_dsl.check.bands.rows import by_name
from thads_dsl.check.facts import Facts
from thads_dsl.check.targets.closing import Hole, Shared, cures
from thads_dsl.diagnostics import Edit, Way
from thads_dsl.model.intervals import Bound, Interval
from thads_dsl.model.regions import Domain
from thads_dsl.model.rules import Quota, Target
from thads_dsl.model.units import Unit
from thads_dsl.source import Passage, canonical
from thads_dsl.syntax.lexer import lex

PEOPLE = Unit("người")
_BEFORE_BAND = frozenset({"QUANTITY", "CASES", "MONEY", "HAVING"})  # of the words that tell a group by its figures


def out_of_gap(facts: Facts, targets: list[Target], hole: Hole, domain: Domain) -> tuple[Way, ...]:
    """Either row with what lies between the two."""
    assert hole.below is not None and hole.above is not None
    below, above = targets[hole.below], targets[hole.above]
    upper = tuple(_moved(facts, targets, hole.above, beginning_after(above, below), domain))
    lower = tuple(_moved(facts, targets, hole.below, ending_before(below, above), domain))[:1]
    how = f"cho {row_named(facts, below, below, above)} gồm cả khoảng ấy"
    return (*upper, *(_or(how, way) for way in lower)) if upper else lower


def out_of_overlap(facts: Facts, targets: list[Target], found: Shared, domain: Domain) -> tuple[Way, ...]:
    """Either row without what the two share."""
    below, above = targets[found.first], targets[found.second]
    lower, upper = own_band(below).interval, own_band(above).interval
    shorter = () if upper.low is None else tuple(_moved(facts, targets, found.first, ending_before(below, above), domain))
    later = () if lower.high is None else tuple(_moved(facts, targets, found.second, beginning_after(above, below), domain))[:1]
    how = f"bỏ phần ấy khỏi {row_named(facts, above, below, above)}"
    return (*shorter, *(_or(how, way) for way in later)) if shorter else later


def _or(how: str, way: Way) -> Way:
    return replace(way, how=f"Hoặc {how}, {way.how[0].lower()}{way.how[1:]}")


def row_named(facts: Facts, row: Target, below: Target, above: Target) -> str:
    """“dòng 12”; of two rows in one line its words."""
    one, other = written_row(facts, below).line, written_row(facts, above).line
    assert row.region is not None
    return f"dòng {written_row(facts, row).line}" if one != other else f"“{row.region.text}”"


def _moved(facts: Facts, targets: list[Target], at: int, interval: Interval, domain: Domain) -> Iterator[Way]:
    """A row with another band, where that leaves one fault less and makes no other; a sentence for several kinds stays as it is."""
    if targets[at].id not in facts.joint and cures([own_band(target).interval for target in targets], at, interval, domain):
        yield from _redefined(facts, targets[at], interval) if by_name(facts, targets[at]) else changes(facts, targets[at], interval)


def _redefined(facts: Facts, target: Target, interval: Interval) -> Iterator[Way]:
    """The line that defines a group by its figures, with others."""
    assert target.region is not None
    phrase = next(words for name, words in facts.draft.vocabulary.by_figures if name == target.region.text)
    lexemes = lex(phrase, facts.draft.names)
    start = max((lexeme.end for lexeme in lexemes if lexeme.terminal in _BEFORE_BAND), default=0)
    at = phrase.span(start + len(phrase.text[start:]) - len(phrase.text[start:].lstrip()), len(phrase.text.rstrip(" .;,")))
    line, band = facts.draft.source.lines[at.line - 1], band_phrase(interval, facts.plan.quantity(own_band(target).quantity).unit)
    how = f"sửa dòng {at.line} thành:"
    how = f"Nếu còn là dự thảo, {how}" if facts.draft.issued else how.capitalize()
    yield Way(how, f"{line[: at.start]}{band}{line[at.end :]}".strip(), edit=Edit(at, band))


def of_small_units(facts: Facts, quota: Quota, found: Shared, domain: Domain) -> tuple[Way, ...]:
    """The sentence of either number for small units without what the two share; what neither keeps has the number for all."""
    rows, low, high, ways = quota.small_units, found.figures.low, found.figures.high, list[Way]()
    moved = []
    if low is not None:
        moved.append((found.first, replace(rows[found.first].people, high=Bound(low.value, False))))
    if high is not None:
        moved.append((found.second, replace(rows[found.second].people, low=Bound(high.value + 1, True))))
    for at, people in moved:
        line = _line_of(facts, quota, rows[at].text)
        if line is not None and cures([row.people for row in rows], at, people, domain):
            text = canonical(line.text).replace(rows[at].text, band_phrase(people, PEOPLE), 1)
            ways.append(Way(f"{'Hoặc s' if ways else 'S'}ửa dòng {line.line} thành:", text, edit=Edit(line.span(), text)))
    return tuple(ways)


def _line_of(facts: Facts, quota: Quota, words: str) -> Passage | None:
    lines = (line.item.line for line in facts.draft.lines if line.item.number >= quota.line)
    return next((line for line in lines if words in canonical(line.text)), None)
