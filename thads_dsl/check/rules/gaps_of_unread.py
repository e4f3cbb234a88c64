"""Gaps that a line with an error may fill: put right, it is the missing row, or the group that a row is for."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from thads_dsl.check.facts import Facts
from thads_dsl.model.intervals import Interval
from thads_dsl.source import Passage
from thads_dsl.syntax.lexer import lex
from thads_dsl.syntax.written_forms import Figure


def filled_by_unread(facts: Facts, gap: Iterable[Interval]) -> bool:
    """Whether such a line says every bound of a gap, whatever else is wrong with it; “đến 499” says what “dưới 500” does."""
    ends = {end.value for interval in gap for end in (interval.low, interval.high) if end is not None and end.value}
    return bool(ends) and any(all(_says(figures, end) for end in ends) for figures in _figures_of_unread(facts))


def _says(figures: frozenset[Fraction], end: Fraction) -> bool:
    return not figures.isdisjoint((end - 1, end, end + 1))


def _figures_of_unread(facts: Facts) -> Iterator[frozenset[Fraction]]:
    for index in facts.doubtful:
        item = facts.draft.lines[index].item
        yield from (_figures(facts, row) for row in (item.rows or (item.text,)) if row.line in facts.wrong)


def _figures(facts: Facts, row: Passage) -> frozenset[Fraction]:
    values = (lexeme.value for lexeme in lex(row, facts.draft.names))
    return frozenset(each.value for each in values if isinstance(each, Figure) and each.value is not None)
