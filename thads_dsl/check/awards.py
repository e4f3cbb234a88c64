"""Sentences of awards (A) and deadlines (D) → quotas, levels, files, days."""

from datetime import timedelta

from thads_dsl.check.days import day
from thads_dsl.check.draft import Line
from thads_dsl.check.figures import exact, misspelt, wrong_award_unit
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.subjects import one_subject, subject
from thads_dsl.model.rules import AwardLevels, Deadline, Dossier, Quota
from thads_dsl.model.statistics import Base
from thads_dsl.model.units import Unit
from thads_dsl.source import canonical
from thads_dsl.syntax import tree
from thads_dsl.syntax.sentences import Sentence


def quota(lowering: Lowering, line: Line, sentence: Sentence, node: tree.Quota) -> None:
    """A2–A4 with A7: how many of the subject of the line."""
    who = subject(lowering, (), line.scope, node.span)
    if node.limit is not None and node.limit.value is None:
        lowering.found.append(misspelt(node.limit.written, node.limit.right, node.limit.span))
        return
    if node.limit is not None and node.limit.value is not None and node.limit.value.denominator != 1:
        lowering.take(exact(node.limit, Unit(node.limit.unit), ()))
        return
    if who is None:
        return
    counted = node.limit.unit if node.limit is not None else ""
    if counted in {base.value for base in Base} and counted != who.base.value and node.limit is not None:
        lowering.found.append(wrong_award_unit(node.limit, f"{who.name} ({who.base.value})"))
        return
    limit = None if node.limit is None or node.limit.value is None else int(node.limit.value)
    units = (one_subject(lowering, phrase) for phrase in node.per)
    per_unit = tuple(name for unit in units if unit is not None for name in unit.any_of)
    lowering.rules.append(
        Quota(**lowering.header(line, sentence), subject=who, limit=limit, per_unit=per_unit, council_chooses=node.council)
    )


def award_levels(lowering: Lowering, line: Line, sentence: Sentence, node: tree.AwardLevels) -> None:
    """A1: the award and who gives it."""
    lowering.rules.append(AwardLevels(**lowering.header(line, sentence), award=node.award.canonical, posts=node.posts))


def dossier(lowering: Lowering, line: Line, sentence: Sentence, node: tree.Dossier) -> None:
    """A8: what a file holds."""
    documents = tuple(canonical(document) for document in node.documents)
    lowering.rules.append(Dossier(**lowering.header(line, sentence), documents=documents))


def deadline(lowering: Lowering, line: Line, sentence: Sentence, node: tree.Deadline) -> None:
    """D3, D4: the last day in time; “trước ngày D” ends the day before D."""
    named = lowering.take(day(node.day, lowering.year))
    if named is not None:
        last = named if node.included else named - timedelta(days=1)
        header = lowering.header(line, sentence)
        lowering.spans[header["id"]] = node.day.span  # the line holds much else
        lowering.rules.append(Deadline(**header, what=canonical(node.what), last_day=last))
