"""What follows from a plan for a row of the statistics before any rule is read: its kinds, and the day its file is due."""

from collections.abc import Iterable

from thads_dsl.model.plan import Plan
from thads_dsl.model.rules import Deadline
from thads_dsl.model.statistics import Row


def kinds_of(plan: Plan, row: Row) -> frozenset[str]:
    """The kinds of a row: what its sheet says, its own name if that is a kind, `Plan.head_kind` for a head, and all their parents."""
    named = (row.name,) if any(kind.name == row.name for kind in plan.kinds) else ()
    head = (plan.head_kind,) if row.head else ()
    return with_parents(plan, (row.kind, *named, *head))


def with_parents(plan: Plan, names: Iterable[str]) -> frozenset[str]:
    """These kinds, their parents, the parents of those, and so on."""
    parents = {kind.name: kind.parents for kind in plan.kinds}
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += parents.get(name, ())
    return frozenset(found)


def files_deadline(plan: Plan) -> Deadline | None:
    """The deadline that files for an award must keep: the first that speaks of hồ sơ, else the first of the plan, if there is one."""
    of_files = [deadline for deadline in plan.deadlines if "hồ sơ" in deadline.what.lower()]
    return next(iter([*of_files, *plan.deadlines]), None)
