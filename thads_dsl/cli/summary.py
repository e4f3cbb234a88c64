"""Results → the few lines that a person reads first, in the words of the results workbook."""

from collections import Counter
from collections.abc import Iterator, Sequence

from thads_dsl.data.subjects import strange_titles
from thads_dsl.data.words import ELIGIBLE, raised, standing, standings, waits_for
from thads_dsl.model.plan import Plan
from thads_dsl.model.results import OPEN, Proposal, Results, SubjectResult
from thads_dsl.model.statistics import Base

_LISTED = 6


def summary(plan: Plan, results: Results) -> Iterator[str]:
    """How many were judged and how many stand how; each quota where the council decides, or something must be waited for."""
    judged = Counter(base for base, _, _ in {(each.row.base, each.row.unit, each.row.name) for each in results.subjects})
    yield f"Đã xét {judged[Base.COLLECTIVE]} tập thể, {judged[Base.INDIVIDUAL]} cá nhân."
    for occasion in dict.fromkeys(subject.occasion for subject in results.subjects):
        if occasion.title:
            yield f"{raised(occasion.title)}:"
        mine = [subject for subject in results.subjects if subject.occasion == occasion]
        yield from _counted(plan, mine)
        yield from _proposed(plan, mine)
        yield from _contested(plan, mine)
    yield from _unknown_titles(plan, results)


def _unknown_titles(plan: Plan, results: Results) -> Iterator[str]:
    """Posts are free text; one that the plan does not name is told, for it may be a kind written in another way."""
    people = {(row.unit, row.name): row for row in (subject.row for subject in results.subjects) if row.base is Base.INDIVIDUAL}
    found = Counter(title for row in people.values() for title in strange_titles(plan, row))
    if found:
        yield f"Chức danh không có trong kế hoạch: {_listed([f'{title} ({count})' for title, count in found.most_common()])}"


def _listed(names: Sequence[str]) -> str:
    """The first names, and how many more there are; the results have them all."""
    more = len(names) - _LISTED
    return ", ".join(names[:_LISTED]) + (f", … và {more} nữa, ghi đủ trong tệp kết quả (--out)" if more > 0 else "")


def _counted(plan: Plan, subjects: Sequence[SubjectResult]) -> Iterator[str]:
    found = Counter((standing(plan, subject).words, subject.row.base) for subject in subjects)
    for words in standings(plan):
        collectives, individuals = found[words, Base.COLLECTIVE], found[words, Base.INDIVIDUAL]
        if words == ELIGIBLE or collectives + individuals:
            yield f"{raised(words)}: {collectives} tập thể, {individuals} cá nhân"


def _proposed(plan: Plan, subjects: Sequence[SubjectResult]) -> Iterator[str]:
    """Who is proposed for what, each once; by themselves those who would be, but for a file that is late or lacks something."""
    awards = {quota.id: quota.award for quota in plan.quotas}
    found: dict[tuple[Proposal, str, Base], dict[tuple[str, str], str]] = {}
    for subject in subjects:
        row = subject.row
        for result in subject.quotas:
            if result.proposal in (Proposal.PROPOSED, Proposal.LACKS_FILE):
                found.setdefault((result.proposal, awards[result.quota], row.base), {})[row.name, row.unit] = row.name
    for (proposal, award, base), named in found.items():
        what = ", ".join(part for part in (raised(proposal.value), award) if part)
        yield f"{what}: {len(named)} {base.value} ({_listed(tuple(named.values()))})"


def _contested(plan: Plan, subjects: Sequence[SubjectResult]) -> Iterator[str]:
    """For each quota, or each unit of a quota per unit, who waits: for what, how many, and what the council must mind."""
    places = {quota.id: str(quota.place) for quota in plan.quotas}
    per_unit = {quota.id for quota in plan.quotas if quota.per_unit and not quota.together}
    waiting: dict[tuple[str, str, str], list[SubjectResult]] = {}
    notes: dict[tuple[str, str], str] = {}
    for subject in subjects:
        for result in subject.quotas:
            unit = (subject.row.unit or subject.row.name) if result.quota in per_unit else ""
            notes[result.quota, unit] = result.note
            if result.proposal in OPEN:
                waiting.setdefault((result.quota, unit, waits_for(result)), []).append(subject)
    for (quota, unit, words), among in waiting.items():
        where = ", ".join(part for part in (places[quota], unit, notes.pop((quota, unit), "")) if part)
        base = among[0].row.base.value
        yield f"{raised(words)} ({where}): {len(among)} {base} ({_listed([subject.row.name for subject in among])})"
    for (quota, unit), note in notes.items():
        if note:
            yield f"{raised(note)} ({', '.join(part for part in (places[quota], unit) if part)})"
