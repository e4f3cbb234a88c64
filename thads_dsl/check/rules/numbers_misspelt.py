"""TH111: a number of a sentence that is read, spelt as no number is; where the rule itself cannot be made, it is told all the same."""

from collections.abc import Iterator

from thads_dsl.check.facts import Facts
from thads_dsl.check.targets.figures import misspelt
from thads_dsl.diagnostics import Diagnostic
from thads_dsl.syntax.written_forms import Figure


def numbers_misspelt(facts: Facts) -> Iterator[Diagnostic]:
    """Each such number of the lines that are no prose."""
    for line in facts.draft.lines:
        for sentence in () if line.item.aside else line.sentences:
            for lexeme in sentence.lexemes if sentence.statement is not None else ():
                if isinstance(lexeme.value, Figure) and lexeme.value.value is None:
                    yield misspelt(lexeme.value.written, lexeme.value.right, lexeme.span)
