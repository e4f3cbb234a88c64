"""Sentences in their context → typed rules. What a line is expected to say and does not say is the business of `rules/`."""

from thads_dsl.check import awards, conditions
from thads_dsl.check.conditions import Standards
from thads_dsl.check.days import measured_period, period
from thads_dsl.check.draft import Draft, Line
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.suspicion import looks_like_a_rule
from thads_dsl.check.targets import lower_target
from thads_dsl.model.rules import PeriodRule
from thads_dsl.source import canonical
from thads_dsl.syntax import tree
from thads_dsl.syntax.sentences import Sentence


def lower(draft: Draft) -> Lowering:
    """All rules of a plan; targets first, since conditions refer to them wherever they stand."""
    lowering = Lowering(draft)
    _periods(lowering)
    standards = Standards()
    said = [(line, sentence) for line in draft.lines for sentence in line.sentences if sentence.statement is not None]
    for line, sentence in said:
        if isinstance(sentence.statement, tree.Target):
            lower_target(lowering, line, sentence, sentence.statement)
    for line in draft.lines:
        _judged_target(lowering, line)
    for line in draft.lines:
        _line(lowering, standards, line)
    lowering.rules += standards.finished(lowering)
    return lowering


def _periods(lowering: Lowering) -> None:
    """The campaign's period gives the year to days that have none; it and the measured one are read before all else."""
    for line in lowering.draft.lines:
        for sentence in line.sentences:
            if isinstance(sentence.statement, tree.Period):
                found = lowering.take(period(sentence.statement.first, sentence.statement.last, lowering.year))
                if found is not None:
                    lowering.year = lowering.year or found.last.year
                    lowering.rules.append(PeriodRule(**lowering.header(line, sentence), period=found, measured=False))
        if line.read.context is not None and isinstance(line.read.context.statement, tree.Measured):
            found = lowering.take(measured_period(line.read.context.statement))
            if found is not None:
                lowering.rules.append(PeriodRule(**lowering.header(line, line.read.context), period=found, measured=True))


def judged(line: Line) -> bool:
    """C5: whether the line stands where a rule is expected, is read by no family, and holds nothing that only a rule can hold."""
    return (
        line.scope.expects_rules
        and not line.item.aside
        and line.restated.sentences is None
        and bool(line.read.sentences)
        and not line.sentences_with_rules
        and not any(looks_like_a_rule(sentence.lexemes) for sentence in line.sentences)
    )


def _judged_target(lowering: Lowering, line: Line) -> None:
    if judged(line) and line.scope.lead_in is None:
        conditions.judged_target(lowering, line, *conditions.whole_judgment(line))


def _line(lowering: Lowering, standards: Standards, line: Line) -> None:
    if judged(line) and line.scope.lead_in is not None:
        sentence, judgment = conditions.whole_judgment(line)
        found = conditions.judged_conditions(lowering, line, sentence, judgment)
        standards.add(lowering, line, sentence.passage.span(), found)
        return
    for sentence in line.sentences:
        if sentence.statement is not None:
            _statement(lowering, standards, line, sentence, sentence.statement)
        elif _judged_beside_rules(line, sentence):
            found = conditions.judged_conditions(lowering, line, sentence, canonical(sentence.passage.text))
            standards.add(lowering, line, sentence.passage.span(), found)


def _judged_beside_rules(line: Line, sentence: Sentence) -> bool:
    """A sentence of a line that also holds rules, in a list of conditions."""
    in_list = line.scope.expects_rules and line.scope.lead_in is not None and not line.item.aside
    return in_list and line.sentences_with_rules and not looks_like_a_rule(sentence.lexemes)


def _statement(lowering: Lowering, standards: Standards, line: Line, sentence: Sentence, statement: tree.Statement) -> None:
    match statement:
        case tree.NotDisciplined():
            standards.add(lowering, line, statement.span, conditions.not_disciplined(lowering, line, sentence, statement))
        case tree.TargetsMet():
            standards.add(lowering, line, statement.span, conditions.targets_met(lowering, line, sentence, statement))
        case tree.Judged() if line.scope.lead_in is None:
            conditions.judged_target(lowering, line, sentence, canonical(statement.judgment))
        case tree.Judged():
            found = conditions.judged_conditions(lowering, line, sentence, canonical(statement.judgment))
            standards.add(lowering, line, statement.span, found)
        case tree.BothStandards():
            conditions.both_standards(lowering, line, sentence, statement)
        case tree.Quota():
            awards.quota(lowering, line, sentence, statement)
        case tree.AwardLevels():
            awards.award_levels(lowering, line, sentence, statement)
        case tree.Dossier():
            awards.dossier(lowering, line, sentence, statement)
        case tree.Deadline():
            awards.deadline(lowering, line, sentence, statement)
