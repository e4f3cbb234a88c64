"""TH407: no subject stands under two tables of targets for the same figures."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label
from thads_dsl.diagnostics.codes import TH407
from thads_dsl.model.membership import with_parents
from thads_dsl.model.plan import Plan
from thads_dsl.model.rules import Target
from thads_dsl.model.statistics import ASSIGNED, Subject


def subjects_apart(facts: Facts) -> Iterator[Diagnostic]:
    """Each pair of tables for one quantity and period whose subjects have a kind in common."""
    alike: dict[object, list[Target]] = defaultdict(list)
    # Whom these are for nobody knows.
    unsure = facts.wrong | {line.item.number for line in facts.draft.lines if line.scope.strangers is not None}
    for table in facts.plan.tables:
        first = table[0]
        if any(target.line in unsure for target in table):
            continue
        of_award = first.award, first.item  # what an award asks for is asked beside the targets of the plan
        alike[first.quantity, first.period, first.subject.base, *of_award, *_other_time(facts.plan, first)].append(first)
    for targets in alike.values():
        for (at, other), kind in sorted(_common(facts.plan, [each.subject for each in targets]).items()):
            yield _complaint(facts, targets[at], targets[other], kind)


def _other_time(plan: Plan, target: Target) -> tuple[object, ...]:
    """The other time that a target looks at: a level, or the assigned one, and a rise on it are both to be met."""
    if target.against is None or plan.quantity(target.against).when.startswith(ASSIGNED):
        return ()
    return target.against, target.measure


def _common(plan: Plan, subjects: list[Subject]) -> Mapping[tuple[int, int], str]:
    """The pairs of subjects of one base, by their places, that cover the members of one kind: the first such kind of the plan."""
    by_kind: dict[str, list[int]] = defaultdict(list)  # only these are asked: there may be a table for every unit
    for at, subject in enumerate(subjects):
        for name in subject.any_of or ("",):
            by_kind[name].append(at)
    found: dict[tuple[int, int], str] = {}
    for kind in plan.kinds if len(subjects) > 1 else ():
        if kind.base is subjects[0].base and kind.name != plan.head_kind:
            own = with_parents(plan, (kind.name,))
            asked = sorted({at for name in ("", *own) for at in by_kind.get(name, ())})
            for pair in combinations([at for at in asked if subjects[at].covers(own)], 2):
                found.setdefault(pair, kind.name)
    return found


def _complaint(facts: Facts, first: Target, second: Target, kind: str) -> Diagnostic:
    return Diagnostic(
        code=TH407,
        message=f"{kind} vừa theo dòng {first.line}, vừa theo dòng {second.line}",
        at=Label(facts.spans[second.id]),
        also=(Label(facts.spans[first.id]),),
        why=f"“{first.subject.name}” và “{second.subject.name}” cùng gồm {kind}, nên có hai chỉ tiêu cho cùng một số liệu.",
    )
