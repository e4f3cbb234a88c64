"""Which lines have an error: what is concluded from them would only follow from it."""

from collections.abc import Iterator
from dataclasses import replace

from thads_dsl.check.draft import Draft
from thads_dsl.check.facts import Facts
from thads_dsl.check.names.groups_in_passing import lines_of_nobody
from thads_dsl.check.names.undeclared import stranger
from thads_dsl.check.opening import governed_by
from thads_dsl.diagnostics import Diagnostic, Lack
from thads_dsl.syntax.cells import heading_and_rows

_WHICH_TARGETS = (Lack.TARGET, Lack.CRITERION)  # those of a line that is wrong itself, or of a criterion that is
_FIGURES = {"PERCENT", "NUMBER", "MEASURE", "RANGE"}


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
    targetless = wrong - {each.at.span.line for each in errors if each.lacks not in _WHICH_TARGETS}
    half_read = frozenset(index for each in errors if each.at.source is None for index in _half_read(facts, each, lines))
    doubtful = frozenset({*others, *strange})
    of_nobody = frozenset(lines[number] for number in lines_of_nobody(errors) & lines.keys())
    touched = frozenset(_touched(facts.draft, doubtful, wrong))
    return replace(
        facts,
        doubtful=doubtful,
        touched=touched,
        wrong=wrong,
        of_unread=frozenset(mentioned),
        targetless=targetless,
        half_read=half_read,
        of_nobody=of_nobody,
        of_strangers=of_strangers,
    )


def _touched(draft: Draft, doubtful: frozenset[int], wrong: frozenset[int]) -> Iterator[int]:
    """The numbers of the lines of which an error may decide what they say: the rows of a table stand each for itself."""
    for line in (draft.lines[index] for index in doubtful):
        yield from (draft.lines[index].item.number for index in governed_by(draft, line))
        heading, _ = heading_and_rows(line.item.rows) if line.item.rows else ((), ())
        if not line.item.rows or not wrong.isdisjoint(row.line for row in heading):
            yield line.item.number


def _half_read(facts: Facts, error: Diagnostic, lines: dict[int, int]) -> Iterator[int]:
    """The line of an error in a sentence with a statistic and a figure, of which no rule was made."""
    at = error.at.span
    line = facts.draft.lines[lines[at.line]] if at.line in lines else None
    if line is None or line.item.rows:
        return
    made = [facts.spans[rule.id] for rule in (*facts.plan.targets, *facts.unsettled) if rule.line == line.item.number]
    for sentence in line.sentences:
        own, said = sentence.passage.span(), {lexeme.terminal for lexeme in sentence.lexemes}
        here = own.line == at.line and own.start <= at.start < own.end
        if here and "QUANTITY" in said and said & _FIGURES and not any(own.start <= span.start < own.end for span in made):
            yield line.index


def _lines_by_number(draft: Draft) -> dict[int, int]:
    """The index of the line of the body that each line of the file belongs to: a table has its rows."""
    return {
        number: line.index
        for line in draft.lines
        for number in (line.item.number, *(row.line for row in line.item.rows), *(note.line.line for note in line.item.notes))
    }
