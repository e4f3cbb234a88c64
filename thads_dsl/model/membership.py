"""What follows from a plan for a row of the statistics before any rule is read: its kinds, and the day its file is due."""

from collections.abc import Iterable
from datetime import date

from thads_dsl.model.plan import Plan
from thads_dsl.model.rules import Deadline
from thads_dsl.model.statistics import Base, Row, Subject
from thads_dsl.model.titles import titles


def kinds_of(plan: Plan, row: Row) -> frozenset[str]:
    """The kinds of a row: those its sheet says, its own name if that is a kind, `Plan.head_kind` for a head, and all their parents."""
    named = (row.name,) if any(kind.name == row.name for kind in plan.kinds) else ()
    head = (plan.head_kind,) if row.head else ()
    return with_parents(plan, (*titles_of(plan, row), *named, *head))


def titles_of(plan: Plan, row: Row) -> tuple[str, ...]:
    """What the cell of a row's kind says, name by name; one that the plan does not know as it is written."""
    individual = row.base is Base.INDIVIDUAL
    return titles(row.kind, plan.kind_names(row.base), plan.kind_names(Base.COLLECTIVE) if individual else frozenset())


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


def speaks_of_files(deadline: Deadline) -> bool:
    """Whether a deadline is one for files for an award."""
    return "hồ sơ" in deadline.what.casefold()


def files_deadlines(plan: Plan) -> tuple[Deadline, ...]:
    """The deadlines that files for an award must keep: those that speak of hồ sơ, else the first of the plan, if there is one.

    One for an addressee that the plan does not know binds nobody (a warning says so).
    """
    known = tuple(deadline for deadline in plan.deadlines if deadline.subject is not None or not deadline.addressee)
    return tuple(filter(speaks_of_files, known)) or known[:1]


def last_days(plan: Plan, row: Row, unit: Row | None) -> frozenset[date]:
    """The last days that the file of a row may have to keep: several where there are several waves.

    A deadline for a subject is that of its rows, else of the individuals of its units (`unit` is the row's own).
    It goes before one for all.
    """
    found = files_deadlines(plan)
    for place in (row, unit):
        own = frozenset(each.last_day for each in found if place and each.subject and _means(plan, each.subject, place))
        if own:
            return own
    return frozenset(each.last_day for each in found if each.subject is None)


def _means(plan: Plan, subject: Subject, row: Row) -> bool:
    return subject.base is row.base and subject.covers(kinds_of(plan, row))
