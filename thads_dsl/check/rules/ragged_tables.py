"""Rows of printed tables that have more or fewer cells than the others."""

from collections.abc import Iterator

from thads_dsl.check.facts import Facts
from thads_dsl.check.unread.ragged_rows import uneven_rows
from thads_dsl.diagnostics import Diagnostic


def ragged_tables(facts: Facts) -> Iterator[Diagnostic]:
    """Each such row of the tables that are printed."""
    return (told for line in facts.draft.lines if not line.item.aside for told in uneven_rows(line.item.rows))
