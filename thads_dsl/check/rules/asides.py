"""TH110: a line marked as prose (>) must not be a rule."""

from collections.abc import Iterator

from thads_dsl.check.facts import Facts
from thads_dsl.check.suspicion import loose_numbers, trigger
from thads_dsl.diagnostics import Diagnostic, Edit, Label, Way
from thads_dsl.diagnostics.codes import TH110
from thads_dsl.source import Span, canonical


def asides(facts: Facts) -> Iterator[Diagnostic]:
    """Marked lines that a family reads, or where a trigger phrase stands before a number."""
    for line in facts.draft.lines:
        if not line.item.aside:
            continue
        for sentence in line.read.sentences:
            phrase = trigger(sentence.lexemes) if loose_numbers(sentence.lexemes) else ""
            if sentence.statement is None and not phrase:
                continue
            mark = Span(line.item.number, line.item.line.span().start, line.item.text.span().start)
            yield Diagnostic(
                code=TH110,
                message="máy đọc được câu này như một quy định" if sentence.statement else f"câu có “{phrase}” trước một con số",
                at=Label(sentence.passage.span()),
                why="Dấu > chỉ dành cho lời văn; một quy định bị bỏ qua sẽ không được xét.",
                ways=(
                    Way("Bỏ dấu >:", canonical(line.item.line.text.replace(">", "", 1)), edit=Edit(mark, f"{line.item.marker} ".lstrip())),
                ),
            )
