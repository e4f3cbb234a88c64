"""TH115: a lead-in “… đạt các tiêu chuẩn, điều kiện sau:”, “Không xét …:” has lines below it that say something."""

from collections.abc import Iterator

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.opening import governed_by
from thads_dsl.diagnostics import Diagnostic, Label
from thads_dsl.diagnostics.codes import TH115
from thads_dsl.model.rules import SomeOf, leaves
from thads_dsl.syntax import condition_tree


def empty_lead_ins(facts: Facts) -> Iterator[Diagnostic]:
    """Each lead-in under which nothing was understood."""
    standards = {standard.line for standard in facts.plan.standards}
    lists = {each.line for standard in facts.plan.standards for each in leaves(standard.conditions) if isinstance(each, SomeOf)}
    for line in facts.draft.lines:
        if line.item.number in facts.touched or not facts.doubtful.isdisjoint(governed_by(facts.draft, line)):
            continue  # a line with an error may be the condition
        match line.read.context.statement if line.read.context else None:
            case condition_tree.LeadIn(titled=False) if line.item.number not in standards:
                yield _empty(line, "không ai phải đạt điều gì")
            case condition_tree.ItemsLeadIn() if line.item.number not in lists:
                yield _empty(line, "không ai phải đạt điều gì")
            case condition_tree.NotConsidered() if not _excludes(facts, line):
                yield _empty(line, "không ai bị loại ra")


def _excludes(facts: Facts, opening: Line) -> bool:
    """Whether an exclusion stands on the line itself or on one that it governs."""
    excluded = {exclusion.line for exclusion in facts.plan.exclusions}
    following = facts.draft.lines[opening.index :]
    return any(line.scope.excluding and line.item.number in excluded for line in following)


def _empty(line: Line, message: str) -> Diagnostic:
    assert line.read.context is not None  # its statement was looked at
    return Diagnostic(
        code=TH115,
        message=message,
        at=Label(line.read.context.passage.span()),
        why="Mỗi tiêu chuẩn hoặc trường hợp là một dòng có gạch đầu dòng ở dưới câu dẫn.",
    )
