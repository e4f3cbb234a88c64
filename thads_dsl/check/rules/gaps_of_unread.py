"""Gaps that a line with an error may fill: put right, it is the missing row, or the group that a row is for."""

from collections.abc import Iterable
from fractions import Fraction

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.model.intervals import Interval
from thads_dsl.syntax.lexer import lex
from thads_dsl.syntax.written_forms import Figure


def filled_by_unread(facts: Facts, gap: Iterable[Interval]) -> bool:
    """Whether such a line says every bound of a gap, whatever else is wrong with it; “đến 499” says what “dưới 500” does."""
    ends = {end.value for interval in gap for end in (interval.low, interval.high) if end is not None and end.value}
    return bool(ends) and any(all(_says(figures, end) for end in ends) for figures in _figures_of_unread(facts))


def _says(figures: frozenset[Fraction], end: Fraction) -> bool:
    return not figures.isdisjoint((end - 1, end, end + 1))


def _figures_of_unread(facts: Facts) -> Iterable[frozenset[Fraction]]:
    return (_figures(facts, facts.draft.lines[index]) for index in facts.doubtful)


def _figures(facts: Facts, line: Line) -> frozenset[Fraction]:
    passages = (line.item.text, *line.item.rows)
    values = (lexeme.value for passage in passages for lexeme in lex(passage, facts.draft.names))
    return frozenset(each.value for each in values if isinstance(each, Figure) and each.value is not None)
