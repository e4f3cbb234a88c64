"""Sentences that no family reads although they should be read (TH101, TH102, TH913): each gets the one complaint that helps most."""

import re
from collections.abc import Iterator
from dataclasses import replace

from thads_dsl.check.consequences import opens_list_of_left_out
from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.names.spelt import around_its_figure, nearly_spelt
from thads_dsl.check.names.undeclared import unknown_population, unknown_population_of_plan, unknown_subject
from thads_dsl.check.notes.written import unread_restatement
from thads_dsl.check.rules.tables_unread import cell_told, unread_table
from thads_dsl.check.unread.alternatives import alternatives
from thads_dsl.check.unread.complaints import cell_unread
from thads_dsl.check.unread.exceeding import exceeding
from thads_dsl.check.unread.first_complaint import first_complaint
from thads_dsl.check.unread.labels import is_title, narrowing_label, narrowing_title, unknown_above, unknown_beside, unknown_label
from thads_dsl.check.unread.left_as_prose import left_as_prose
from thads_dsl.check.unread.optional import optional
from thads_dsl.check.unread.second_subject import second_subject
from thads_dsl.check.unread.titles import OF_POINTS, unknown_title
from thads_dsl.check.unread.unknown_names import unknown
from thads_dsl.check.unread.unread_sentence import UnreadSentence
from thads_dsl.diagnostics import Diagnostic, Label, Lack
from thads_dsl.model.statistics import Base
from thads_dsl.syntax import award_tree, condition_tree, date_tree, tree
from thads_dsl.syntax.cells import uneven
from thads_dsl.syntax.heads import says
from thads_dsl.syntax.names import NameKind
from thads_dsl.syntax.points import written_table
from thads_dsl.syntax.sentences import Sentence

# A text with more complaints than this is no plan with slips: nothing more is guessed.
MOST_GUESSES = 40
_BASES = frozenset(base.value for base in Base)


def unread(facts: Facts) -> Iterator[Diagnostic]:
    """Every sentence that looks like a rule, or holds a number, and is read by no family; and a population that is no subject."""
    population = facts.draft.population
    if population is not None and population.statement is None:
        yield unknown_population_of_plan(facts, population)
    count = 0
    for line in facts.draft.lines:
        if line.item.aside:
            continue
        yield from unread_table(facts, line)
        if line.item.rows:
            wrong = {row.line for row in uneven(line.item.rows)[1]}  # whose cells may be of other columns
            unread_cells = (cell for cell in line.read.sentences if _is_unread(cell) and cell.passage.line not in wrong)
            yield from (cell_told(facts, line, cell) or cell_unread(facts, line, cell) for cell in unread_cells)
        for meant in line.restated.sentences or ():
            if meant.statement is None:
                yield unknown(facts, line, meant) or nearly_spelt(facts.draft, unread_restatement(meant), around_its_figure(meant))
        if told := _of_its_list(facts, line):
            yield told
            continue  # with the line as it is put right its sentences are others
        context = line.read.context
        strangers = (context,) if context is not None and isinstance(context.statement, tree.Strangers) else ()
        for sentence in (*strangers, *line.read.sentences) if line.restated.sentences is None and not line.item.rows else ():
            if isinstance(sentence.statement, tree.Strangers) and _has_rules(facts, sentence.statement):
                yield unknown_title(facts, line, sentence) or unknown_subject(facts, line, sentence.statement)
            elif (sentence.statement is None and not is_title(sentence)) or sentence in strangers:
                found = first_complaint(UnreadSentence(facts, line, sentence, guess=count < MOST_GUESSES))
                count += len(found)
                yield from (_where_from(facts, line, sentence, each) for each in found)
                yield from () if found else tuple(unknown_population(line, sentence)) or left_as_prose(facts, line, sentence)


def _of_its_list(facts: Facts, line: Line) -> Diagnostic | None:
    """What joins, narrows or takes back a line of a list, or the lines below it."""
    found = alternatives(facts, line) or optional(facts, line) or second_subject(line) or exceeding(facts.draft, line)
    found = found or unknown_above(facts, line) or narrowing_title(line) or narrowing_label(line)
    return found or unknown_label(facts, line) or unknown_beside(facts, line)


def _where_from(facts: Facts, line: Line, sentence: Sentence, told: Diagnostic) -> Diagnostic:
    """The complaint with what else may be wrong: the notes that the line is read by, a spelling that its words nearly are."""
    notes = tuple(Label(note.line.span()) for note in line.item.notes)
    told = replace(_of_a_list(facts, line, sentence, told), also=(*told.also, *notes))
    return told if told.at.span.line != line.item.number else nearly_spelt(facts.draft, told, around_its_figure(sentence))


def _of_a_list(facts: Facts, line: Line, sentence: Sentence, told: Diagnostic) -> Diagnostic:
    """Below a list of those left out that is not read itself, a line may be no rule of its own but a question that people answer.

    What would be told of it in a list that is read, too, is its own.
    """
    above = None if line.item.parent is None else facts.draft.lines[line.item.parent]
    unread = above is not None and not line.scope.excluding and opens_list_of_left_out(above)
    if not unread or told.lacks is not None:
        return told
    listed = replace(line, scope=replace(line.scope, lead_in=None, within=(), excluding=True, expects_rules=True))
    return told if first_complaint(UnreadSentence(facts, listed, sentence, guess=True)) else replace(told, lacks=Lack.LEAD_IN)


def _has_rules(facts: Facts, strangers: tree.Strangers) -> bool:
    """Whether a rule stands under “Đối với …” that says of nobody else that it is for them; under a name, also a deadline or a group."""
    somebody = says(re.sub(r"^(?:các|những) ", "", strangers.written, flags=re.IGNORECASE)) == NameKind.SUBJECT.value
    below = [line for line in facts.draft.lines if line.scope.strangers is strangers]
    return any(written_table(line.item.rows) is not None for line in below) or any(
        _is_for_the_context(sentence.statement)
        or (line.scope.lead_in is not None and line.scope.expects_rules)
        or (somebody and isinstance(sentence.statement, date_tree.Deadline | date_tree.DeadlineWithin | tree.Grouping))
        for line in below
        for sentence in line.sentences
    )


def _is_for_the_context(statement: tree.Statement | None) -> bool:
    match statement:
        case tree.Target(subjects=subjects):
            return all(each.name.canonical in _BASES and each.narrowed is None for each in subjects)
        case award_tree.Quota() | condition_tree.NotDisciplined() | condition_tree.TargetsMet():
            return True
    return isinstance(statement, OF_POINTS)


def _is_unread(sentence: Sentence) -> bool:
    """Whether a cell is not read; one with a range has two readings, which is a complaint of its own."""
    return sentence.statement is None and not any(lexeme.terminal == "RANGE" for lexeme in sentence.lexemes)
