"""TH115: a lead-in “… đạt các tiêu chuẩn, điều kiện sau:” has conditions below it."""

from collections.abc import Iterator

from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label
from thads_dsl.diagnostics.codes import TH115
from thads_dsl.syntax import tree


def empty_lead_ins(facts: Facts) -> Iterator[Diagnostic]:
    """Each lead-in under which nothing was understood."""
    if facts.doubtful:
        return  # a line with an error may be the condition
    filled = {standard.line for standard in facts.plan.standards}
    for line in facts.draft.lines:
        if line.read.context and isinstance(line.read.context.statement, tree.LeadIn) and line.item.number not in filled:
            yield Diagnostic(
                code=TH115,
                message="không ai phải đạt điều gì",
                at=Label(line.read.context.passage.span()),
                why="Mỗi tiêu chuẩn là một dòng có gạch đầu dòng ở dưới câu dẫn.",
            )
