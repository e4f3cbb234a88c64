"""TH407: no subject stands under two tables of targets for the same figures."""

from collections.abc import Iterator
from itertools import combinations

from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label
from thads_dsl.diagnostics.codes import TH407
from thads_dsl.model.membership import with_parents
from thads_dsl.model.plan import Plan
from thads_dsl.model.statistics import Subject


def subjects_apart(facts: Facts) -> Iterator[Diagnostic]:
    """Each pair of tables for one quantity and period whose subjects have a kind in common."""
    for table, other in combinations(facts.plan.tables, 2):
        first, second = table[0], other[0]
        if (first.quantity, first.period, first.subject.base) != (second.quantity, second.period, second.subject.base):
            continue
        kind = _common(facts.plan, first.subject, second.subject)
        if kind is not None:
            yield Diagnostic(
                code=TH407,
                message=f"{kind} vừa theo dòng {first.line}, vừa theo dòng {second.line}",
                at=Label(facts.spans[second.id]),
                also=(Label(facts.spans[first.id]),),
                why=f"“{first.subject.name}” và “{second.subject.name}” cùng gồm {kind}, nên có hai chỉ tiêu cho cùng một số liệu.",
            )


def _common(plan: Plan, first: Subject, second: Subject) -> str | None:
    """The first kind whose members both subjects cover."""
    kinds = (kind.name for kind in plan.kinds if kind.base is first.base and kind.name != plan.head_kind)
    return next((name for name in kinds if all(each.covers(with_parents(plan, (name,))) for each in (first, second))), None)
