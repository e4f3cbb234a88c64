"""Which people a rule on discipline counts: “công chức” is whoever is no “người lao động”; “cá nhân”, “người” is anybody."""

import re
from collections.abc import Iterable

from thads_dsl.model.plan import Plan
from thads_dsl.model.points_classes import Disciplined
from thads_dsl.model.rules import Exclusion, NotDisciplined, leaves
from thads_dsl.model.statistics import Kind, Sanction


def people_meant(words: str, kinds: Iterable[Kind]) -> tuple[str, ...]:
    """The kinds that the words name among those which part all people in two; empty where anybody is meant, or both kinds are named.

    Source: danh mục, ĐỐI TƯỢNG THI ĐUA, “Công chức: cá nhân không là Người lao động”.
    """
    known = tuple(kinds)
    parting = {kind.name: kind.without for kind in known if kind.without}
    apart = {*parting, *(name for without in parting.values() for name in without)}
    said = words.casefold()
    named = tuple(kind.name for kind in known if kind.name in apart and re.search(rf"\b{re.escape(kind.name.casefold())}\b", said))
    everybody = any(not set(parting.get(name, ())).isdisjoint(named) for name in named)
    return () if everybody else named


def means(people: tuple[str, ...], sanction: Sanction) -> bool:
    """Whether a decision is on one of these people; one of a worked example, on nobody in particular, is on whoever is asked for."""
    return not people or sanction.kinds is None or not sanction.kinds.isdisjoint(people)


def people_words(people: tuple[str, ...]) -> str:
    """“công chức của đơn vị”, “người của đơn vị”, as explanations say it."""
    said = " hoặc ".join(f"{name[0].lower()}{name[1:]}" for name in people)
    return f"{said or 'người'} của đơn vị"


def people_of_plan(plan: Plan, kinds: Iterable[Kind]) -> frozenset[str]:
    """The kinds of people that rules on discipline count, and that the columns about discipline name."""
    conditions = (each for standard in plan.standards for each in leaves(standard.conditions))
    triggers = (change.trigger for table in plan.points for change in table.changes)
    rules = (each for each in (*conditions, *plan.exclusions, *triggers) if isinstance(each, NotDisciplined | Exclusion | Disciplined))
    known = tuple(kinds)
    columns = (each.name for each in plan.quantities if "kỷ luật" in each.name.casefold())
    return frozenset(
        name for people in (*(each.people for each in rules), *(people_meant(words, known) for words in columns)) for name in people
    )
