"""What follows from a plan for a row of the statistics before any rule is read: its kinds, and the day its file is due."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from thads_dsl.model.occasions import Occasion, occasions
from thads_dsl.model.plan import Plan
from thads_dsl.model.rules import Deadline, Dossier
from thads_dsl.model.statistics import Base, Row, Subject
from thads_dsl.model.titles import titles

_ALL_UNITS = Subject(Base.COLLECTIVE.value, Base.COLLECTIVE)


def kinds_of(plan: Plan, row: Row) -> frozenset[str]:
    """The kinds of a row: those its sheet says, its own name if that is a kind, `Plan.head_kind` for a head, and all their parents.

    Posts are free text, so the kind of all but some (“Công chức”) takes in whoever is not known to be one of these.
    """
    named = (row.name,) if any(kind.name == row.name for kind in plan.kinds) else ()
    head = (plan.head_kind,) if row.head else ()
    told = with_parents(plan, (*titles_of(plan, row), *named, *head))
    rest = (kind.name for kind in plan.kinds if kind.without and kind.base is row.base and told.isdisjoint(kind.without))
    return told.union(rest)


def titles_of(plan: Plan, row: Row) -> tuple[str, ...]:
    """What the cell of a row's kind says, name by name; one that the plan does not know as it is written."""
    individual = row.base is Base.INDIVIDUAL
    return titles(row.kind, plan.kind_names(row.base), plan.kind_names(Base.COLLECTIVE) if individual else frozenset())


def with_parents(plan: Plan, names: Iterable[str]) -> frozenset[str]:
    """These kinds, their parents, the parents of those, and so on."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += plan.parents.get(name, ())
    return frozenset(found)


def files_deadlines(plan: Plan) -> tuple[Deadline, ...]:
    """The deadlines that files for an award must keep."""
    return tuple(deadline for deadline in plan.deadlines if deadline.binds_files)


def file_waves(plan: Plan) -> tuple[str, ...]:
    """The waves that have files of their own, where a deadline for files is one of a wave; ("",): one file for the whole campaign."""
    said = {each.wave for each in files_deadlines(plan)} - {""}
    if not said:
        return ("",)
    awarded = {occasion.wave for occasion in occasions(plan)}
    waves = tuple(wave.label for wave in plan.waves if wave.label in said | awarded)
    return (*waves, "") if "" in awarded and len(awarded) > 1 else waves


def files_on(plan: Plan, occasion: Occasion) -> Iterator[tuple[str, Dossier]]:
    """The files that count on an occasion, by wave, with each rule on them: its own, else those of all waves."""
    every = file_waves(plan)
    for wave in (occasion.wave,) if occasion.wave in every else every:
        yield from ((wave, rule) for rule in plan.dossiers if replace(occasion, wave=wave or occasion.wave).takes(rule))


def key_in_file(words: str, wave: str) -> str:
    """What a column of the files' table is called: a document, or the day, of the file of a wave."""
    return f"{words} ({wave})" if wave else words


def wave_of_key(key: str, waves: tuple[str, ...]) -> str:
    """Whose file such a column is about."""
    return next((wave for wave in waves if wave and key.endswith(f" ({wave})")), "")


def last_days(plan: Plan, row: Row, unit: Row | None, wave: str) -> frozenset[date]:
    """The last days that the file of a row for a wave has to keep: those of the wave, else those for all of them.

    A deadline for a subject is that of its rows, else of the individuals of its units (`unit` is the row's own); one for all
    collectives is not that of people. It goes before one for all.
    """
    found = files_deadlines(plan)
    for label in dict.fromkeys((wave, "")):
        mine = tuple(each for each in found if each.wave == label)
        for place in (row, unit):
            of_kinds = (each for each in mine if place is row or each.subject != _ALL_UNITS)
            own = frozenset(each.last_day for each in of_kinds if place and each.subject and _means(plan, each.subject, place))
            if own:
                return own
        if common := frozenset(each.last_day for each in mine if each.subject is None):
            return common
    return frozenset()


def _means(plan: Plan, subject: Subject, row: Row) -> bool:
    return subject.base is row.base and subject.covers(kinds_of(plan, row))
