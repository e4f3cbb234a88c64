"""TH912: a number of awards for subjects of whom no target speaks, though their standard asks for nothing else that is a merit."""

from collections.abc import Iterable, Iterator

from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label
from thads_dsl.diagnostics.codes import TH912
from thads_dsl.model.membership import with_parents
from thads_dsl.model.occasions import same_award
from thads_dsl.model.plan import Plan
from thads_dsl.model.rules import NotDisciplined, Quota, SomeOf, Standard, TargetsMet, leaves
from thads_dsl.model.statistics import Subject


def quotas_without_targets(facts: Facts) -> Iterator[Diagnostic]:
    """Once for each subject: nothing would be tested of it, so nobody could be proposed. A judgment beside the targets is a test."""
    if facts.doubtful:
        return  # the target may stand on a line with an error
    said: set[Subject] = set()
    for quota in facts.plan.quotas:
        standards = [each for each in facts.plan.standards if _is_for(facts.plan, each, quota)]
        if quota.subject not in said and standards and all(_asks_in_vain(facts.plan, each, quota.subject) for each in standards):
            said.add(quota.subject)
            yield _without_targets(facts, quota)


def _is_for(plan: Plan, standard: Standard, quota: Quota) -> bool:
    return (not quota.award or same_award(standard.award, quota.award)) and _meet(plan, standard.subject, quota.subject)


def _asks_in_vain(plan: Plan, standard: Standard, who: Subject) -> bool:
    """Whether a standard asks only for targets (to be without discipline is no merit), and none of them is for anybody of the subject."""
    asked: set[str] = set()
    for each in leaves(standard.conditions):
        if isinstance(each, TargetsMet):
            asked.update(each.targets)
        elif not isinstance(each, NotDisciplined | SomeOf):
            return False
    targets = [each.subject for each in plan.targets if each.id in asked]
    judged = [each.subject for each in plan.judged_targets if each.id in asked]
    return bool(asked) and not any(_meet(plan, each, who) for each in (*targets, *judged))


def _meet(plan: Plan, one: Subject, other: Subject) -> bool:
    """Whether a row may be both, as far as the kinds tell."""
    if one.base is not other.base:
        return False
    both = [(one, other), (other, one)]
    if any(first.any_of and first.any_of == tuple(_inside(plan, first.any_of, second.none_of)) for first, second in both):
        return False
    return not one.any_of or not other.any_of or any(list(_inside(plan, first.any_of, second.any_of)) for first, second in both)


def _inside(plan: Plan, names: Iterable[str], groups: Iterable[str]) -> Iterator[str]:
    """Those of the kinds that are, or belong to, one of the groups."""
    return (name for name in names if not with_parents(plan, [name]).isdisjoint(groups))


def _without_targets(facts: Facts, quota: Quota) -> Diagnostic:
    return Diagnostic(
        code=TH912,
        message=f"{quota.subject.name} ({quota.text})",
        at=Label(facts.spans[quota.id]),
        why="Tiêu chuẩn đòi đạt các chỉ tiêu, mà không chỉ tiêu nào trong đó đặt cho đối tượng này, "
        "nên không ai được đề nghị theo dòng này.",
    )
