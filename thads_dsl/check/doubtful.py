"""Which lines have an error: what is concluded from them would only follow from it."""

from dataclasses import replace

from thads_dsl.check.draft import Draft
from thads_dsl.check.facts import Facts
from thads_dsl.check.names.undeclared import stranger
from thads_dsl.diagnostics import Diagnostic


def with_doubts(facts: Facts, errors: list[Diagnostic], groups: set[str]) -> Facts:
    """The facts with the lines of these errors, and those that speak of groups whose definition is not read."""
    lines = _lines_by_number(facts.draft)
    # Who a group is whose definition is not read nobody knows: what its rules say beside others is not concluded.
    mentioned = {mention.span.line for mention in facts.draft.mentions if mention.name.canonical in groups}
    others, strange = {lines[number] for number in mentioned & lines.keys()}, dict[int, set[str]]()
    for each in errors:
        index = lines.get(each.at.span.line) if each.at.source is None else None
        whom = stranger(each, facts.draft.names)
        if index is not None and whom is None:
            others.add(index)
        elif index is not None and whom is not None:
            strange.setdefault(index, set()).add(whom)
    of_strangers = {index: frozenset(whom) for index, whom in strange.items() if index not in others}
    wrong = frozenset(each.at.span.line for each in errors if each.at.source is None)
    return replace(facts, doubtful=frozenset({*others, *strange}), wrong=wrong, of_strangers=of_strangers)


def _lines_by_number(draft: Draft) -> dict[int, int]:
    """The index of the line of the body that each line of the file belongs to: a table has its rows."""
    return {
        number: line.index
        for line in draft.lines
        for number in (line.item.number, *(row.line for row in line.item.rows), *(note.line.line for note in line.item.notes))
    }
