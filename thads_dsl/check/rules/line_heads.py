"""TH122: first words of a line that are nearly those that make it what it is; it was read as it is meant."""

from collections.abc import Iterator

from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Edit, Label, Way
from thads_dsl.diagnostics.codes import TH122
from thads_dsl.diagnostics.suggest import only_marks


def line_heads(facts: Facts) -> Iterator[Diagnostic]:
    """Each such line."""
    for slip in facts.draft.outline.slips:
        words, right = slip.words, slip.right
        yield Diagnostic(
            code=TH122,
            message=f"“{words.text[:60]}” có phải là “{right}”",
            at=Label(words.span()),
            why="Máy nhận ra các phần của tệp qua những chữ này.",
            ways=(Way("Viết đúng:", right, edit=Edit(words.span(), right, safe=only_marks(words.text, right))),),
        )
