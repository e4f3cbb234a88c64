"""Results → the few lines that a person reads first, in the words of the results workbook."""

from collections import Counter
from collections.abc import Iterator, Sequence

from thads_dsl.data.subjects import strange_titles
from thads_dsl.data.words import ELIGIBLE, raised, standing, standings
from thads_dsl.model.plan import Plan
from thads_dsl.model.results import Proposal, Results, SubjectResult
from thads_dsl.model.statistics import Base

_LISTED = 6


def summary(plan: Plan, results: Results) -> Iterator[str]:
    """How many were judged and how many stand how; each quota where the council decides."""
    judged = Counter(base for base, _, _ in {(each.row.base, each.row.unit, each.row.name) for each in results.subjects})
    yield f"Đã xét {judged[Base.COLLECTIVE]} tập thể, {judged[Base.INDIVIDUAL]} cá nhân."
    for occasion in dict.fromkeys(subject.occasion for subject in results.subjects):
        if occasion.title:
            yield f"{raised(occasion.title)}:"
        mine = [subject for subject in results.subjects if subject.occasion == occasion]
        yield from _counted(plan, mine)
        yield from _contested(plan, mine)
    yield from _unknown_titles(plan, results)


def _unknown_titles(plan: Plan, results: Results) -> Iterator[str]:
    """Posts are free text; one that the plan does not name is told, for it may be a kind written in another way."""
    people = {(row.unit, row.name): row for row in (subject.row for subject in results.subjects) if row.base is Base.INDIVIDUAL}
    found = Counter(title for row in people.values() for title in strange_titles(plan, row))
    if found:
        listed = ", ".join(f"{title} ({count})" for title, count in found.most_common(_LISTED))
        yield f"Chức danh không có trong kế hoạch: {listed}{', …' if len(found) > _LISTED else ''}"


def _counted(plan: Plan, subjects: Sequence[SubjectResult]) -> Iterator[str]:
    found = Counter((standing(plan, subject).words, subject.row.base) for subject in subjects)
    for words in standings(plan):
        collectives, individuals = found[words, Base.COLLECTIVE], found[words, Base.INDIVIDUAL]
        if words == ELIGIBLE or collectives + individuals:
            yield f"{raised(words)}: {collectives} tập thể, {individuals} cá nhân"


def _contested(plan: Plan, subjects: Sequence[SubjectResult]) -> Iterator[str]:
    """One line for each quota, or each unit of a quota per unit, where the council has to choose, or to part those who are even."""
    places = {quota.id: str(quota.place) for quota in plan.quotas}
    per_unit = {quota.id for quota in plan.quotas if quota.per_unit}
    groups: dict[tuple[str, str], list[SubjectResult]] = {}
    words: dict[tuple[str, str], str] = {}
    for subject in subjects:
        for quota in subject.quotas:
            if quota.proposal in {Proposal.COUNCIL_CHOOSES, Proposal.TIED}:
                key = quota.quota, subject.row.unit if quota.quota in per_unit else ""
                groups.setdefault(key, []).append(subject)
                words[key] = raised(quota.proposal.value.format(limit=quota.limit, eligible=quota.eligible))
    for (quota_id, unit), among in groups.items():
        where = f"{places[quota_id]}, {unit}" if unit else places[quota_id]
        yield f"{words[quota_id, unit]} ({where}): {', '.join(subject.row.name for subject in among)}"
