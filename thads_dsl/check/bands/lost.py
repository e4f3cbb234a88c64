"""What errors keep from being known of a table of bands: lines that may be rows of it, and rows that may not be what they seem."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.model.intervals import Bound, Interval
from thads_dsl.model.membership import with_parents
from thads_dsl.model.regions import Domain, shared
from thads_dsl.model.rules import Target
from thads_dsl.model.statistics import Quantity, Subject
from thads_dsl.model.units import PERCENT
from thads_dsl.source import Passage
from thads_dsl.syntax.cells import heading_and_rows
from thads_dsl.syntax.lexer import lex
from thads_dsl.syntax.names import Name, NameKind
from thads_dsl.syntax.written_forms import Figure


def domain_of(quantity: Quantity) -> Domain:
    """The figures that a statistic can have: from 0, a ratio to 100%."""
    most = Bound(Fraction(100), True) if quantity.unit == PERCENT and quantity.denominator is not None else None
    return Domain(Interval(Bound(Fraction(0), True), most), quantity.unit.step)


@dataclass(frozen=True, slots=True)
class Lost:
    """The rows of a table of which nobody knows what they take, and the figures of each of them and of the lines that may be rows of it."""

    rows: tuple[Target, ...] = ()
    figures: tuple[frozenset[Fraction], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.figures)

    def may_fill(self, gap: Interval) -> bool:
        """Whether one of them may be what is missing: it says a bound of the gap, a figure in it, or none that can be read.

        One that begins and ends further away would reach over a row that is known.
        """
        return any(not each or any(_is_at(gap, figure) for figure in each) for each in self.figures)


def _is_at(gap: Interval, figure: Fraction) -> bool:
    """“Đến 499” says what “dưới 500” does."""
    return (gap.low is None or gap.low.value - 1 <= figure) and (gap.high is None or figure <= gap.high.value + 1)


class Losses:
    """What is lost of each table of a plan."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._lines = {line.item.number: line for line in (facts.draft.lines[index] for index in sorted(facts.doubtful))}
        made = {row.line for row in (*facts.plan.targets, *facts.unsettled)} if self._lines else set()
        self._kept = {number for number in made if number not in self._lines or self._lines[number].index not in facts.of_nobody}
        self._parents = {line.item.number: line.item.parent for line in facts.draft.lines} if self._lines else {}

    def of(self, table: tuple[Target, ...]) -> Lost:
        """Those rows and figures of a table."""
        if not self._lines:
            return Lost()
        keys = {key for row in table if row.region is not None for key in row.region.keys}
        units = frozenset(self._facts.plan.quantity(key).unit.name for key in keys)
        rows = tuple(row for row in table if self._is_unclear(table, row))
        passages = [passage for row in rows for passage in self._written(row)]
        passages += [passage for line in self._lines.values() for passage in self._more_rows(table, line)]
        return Lost(rows, tuple(self._figures(passage, units) for passage in dict.fromkeys(passages)))

    def taken_over(self, table: tuple[Target, ...]) -> bool:
        """Whether rows of a table are those of another wave, of whose list a line has an error: what is wrong with them is told there."""
        facts = self._facts
        taken = {facts.bands[row.id].line for row in table if row.id in facts.bands} - {row.line for row in table}
        lists = {self._parents[number] for number in taken & self._parents.keys()}
        return any(number in taken or line.item.parent in lists for number, line in self._lines.items())

    def _is_unclear(self, table: tuple[Target, ...], row: Target) -> bool:
        """Whether an error leaves open which figures a row takes: nothing on its line but its goal says that there are none."""
        line = self._lines.get(row.line)
        if line is None:
            return False
        if line.index in self._facts.of_nobody or any(note.line.line in self._facts.wrong for note in line.item.notes):
            return True
        banded = any(each.region is not None for each in table)
        return not self._takes_any(row) and (banded or row not in self._facts.unsettled)

    def _takes_any(self, row: Target) -> bool:
        """Whether a row has a band, and one that holds some figure."""
        region = row.region
        return region is not None and bool(shared(region, region, {key: domain_of(self._facts.plan.quantity(key)) for key in region.keys}))

    def _written(self, row: Target) -> Iterator[Passage]:
        """A row as its line has it."""
        item = self._lines[row.line].item
        yield from (each for each in item.rows if each.line == self._facts.spans[row.id].line) if item.rows else (item.text,)

    def _more_rows(self, table: tuple[Target, ...], line: Line) -> Iterator[Passage]:
        """What of a line with an error may be one more row of a table: the line stands in its list, or is all of it."""
        facts, item, whom = self._facts, line.item, table[0].subject
        taken_from = {facts.bands[row.id].line for row in table if row.id in facts.bands}  # by another wave
        beside = {row.line for row in table} | (taken_from & self._parents.keys())
        speaks_of_these = whom.name in facts.of_strangers.get(line.index, (whom.name,))
        if item.rows and item.number in beside and speaks_of_these:
            read = {facts.spans[row.id].line for row in table}
            heading, _ = heading_and_rows(item.rows)
            unread = facts.wrong | facts.of_unread
            yield from (row for row in item.rows if row.line in unread and row.line not in read)
            yield from (row.cut(0, 0) for row in heading if row.line in facts.wrong)
        elif line.index in facts.half_read and item.number in beside:
            yield item.text
        elif not item.rows and item.number not in self._kept and speaks_of_these:
            listed = item.parent in {self._parents[number] for number in beside}
            yield from (item.text,) if listed and not self._is_of_others(line, whom) else ()

    def _is_of_others(self, line: Line, whom: Subject) -> bool:
        """Whether a line begins with somebody who is none of those."""
        plan, lexemes = self._facts.plan, lex(line.item.text, self._facts.draft.names)
        first = next(iter(lexemes), None)
        if first is None or not isinstance(first.value, Name) or first.value.kind is not NameKind.SUBJECT:
            return False
        vocabulary = self._facts.draft.vocabulary
        kind = vocabulary.kind(first.value.canonical)
        declared = any(term.line is not None for term in vocabulary.terms_of(NameKind.SUBJECT, first.value.canonical))
        if kind is None or kind.name == whom.base.value or declared or line.index in self._facts.of_nobody:
            return False  # of a group that the plan makes the definition may be wrong
        inside = whom.covers(with_parents(plan, [kind.name])) or any(kind.name in with_parents(plan, [name]) for name in whom.any_of)
        return kind.base is not whom.base or not inside

    def _figures(self, passage: Passage, units: frozenset[str]) -> frozenset[Fraction]:
        """The figures that may be bounds; none where they cannot be told from those of the goal."""
        if PERCENT.name in units:
            return frozenset()
        values = [lexeme.value for lexeme in lex(passage, self._facts.draft.names)]
        figures = [each for each in values if isinstance(each, Figure) and each.value is not None and each.unit in ("", *units)]
        return frozenset(each.value for each in figures if each.value is not None) if any(each.unit for each in figures) else frozenset()
