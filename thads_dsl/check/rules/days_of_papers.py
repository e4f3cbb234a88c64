"""TH101: a deadline in one sentence with what the file holds."""

from collections.abc import Iterator

from thads_dsl.check.facts import Facts
from thads_dsl.check.unread.papers_and_days import papers_and_days
from thads_dsl.diagnostics import Diagnostic
from thads_dsl.syntax import date_tree


def days_of_papers(facts: Facts) -> Iterator[Diagnostic]:
    """One complaint for each deadline in whose sentence papers are listed, or that goes on with a list of them."""
    for line in facts.draft.lines:
        for sentence in line.sentences:
            if isinstance(sentence.statement, date_tree.Deadline | date_tree.DeadlineWithin):
                found = papers_and_days(facts, line, sentence)
                yield from (found,) if found is not None else ()
