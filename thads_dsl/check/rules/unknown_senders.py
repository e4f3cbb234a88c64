"""TH202: those who must keep a deadline are named by words that go on behind a declared name: “Chi cục THADS huyện Mỏ Cày”."""

from collections.abc import Iterator

from thads_dsl.check.facts import Facts
from thads_dsl.check.names.undeclared import not_declared
from thads_dsl.check.times.senders import strangers
from thads_dsl.diagnostics import Diagnostic
from thads_dsl.syntax import date_tree


def unknown_senders(facts: Facts) -> Iterator[Diagnostic]:
    """One complaint for each such name, with the line that declares it."""
    for line in facts.draft.lines:
        for sentence in () if line.item.aside else line.sentences:
            if isinstance(sentence.statement, date_tree.Deadline | date_tree.DeadlineWithin):
                yield from (not_declared(facts, line, each) for each in strangers(sentence))
