"""What columns count of discipline, against the decisions of the sheet Kỷ luật: two places that tell of one thing must agree."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from thads_dsl.data.complaints import Disagreement, discipline_disagrees
from thads_dsl.data.subjects import same
from thads_dsl.data.tables import Entry
from thads_dsl.diagnostics.model import DataDiagnostic
from thads_dsl.model.people import means, people_meant
from thads_dsl.model.plan import Plan
from thads_dsl.model.statistics import Quantity, Sanction

# “công chức bị kỷ luật”, “quyết định thi hành kỷ luật”, “vụ kỷ luật”; not “vi phạm kỷ luật phát ngôn”, “kỷ luật, kỷ cương”.
_DISCIPLINED = re.compile(
    r"(?<!không )(?<!chưa )\bbị (?:xử lý |thi hành )?kỷ luật|quyết định (?:xử lý |thi hành )?kỷ luật"
    r"|\b(?:vụ|lần|người|trường hợp|công chức|cá nhân|đảng viên) kỷ luật$"
)
# By whom decisions are looked up: a person by name and unit, a unit by its own name.
Who = tuple[str, str]


def against_decisions(plan: Plan, entries: Iterable[Entry], decided: Iterable[Sanction]) -> Iterator[DataDiagnostic]:
    """One complaint for each column about discipline whose figures cannot be those of the decisions of the measured period.

    A column may count decisions or people; one that names a form (“từ cảnh cáo trở lên”) counts some of them only.
    """
    measured = [rule.period for rule in plan.periods if rule.measured and not rule.wave]
    if not measured:
        return
    held = _by_subject(each for each in decided if any(each.signed in period for period in measured))
    rows = tuple(entries)
    for quantity in _columns(plan):
        found = [each for entry in rows if (each := _disagreement(plan, quantity, entry, held)) is not None]
        if found:
            yield discipline_disagrees(quantity.full_heading, found)


def _columns(plan: Plan) -> tuple[Quantity, ...]:
    """Columns of decisions or of people that are disciplined; the name of a criterion (“Kỷ luật, nội vụ”) is but a name."""
    counted = (each for each in plan.quantities if each.is_column and not each.when)
    return tuple(each for each in counted if _DISCIPLINED.search(_counted(plan, each).casefold()))


def _counted(plan: Plan, quantity: Quantity) -> str:
    """What a column counts, without the name of the criterion that it is for."""
    keys = (f"{criterion.key}: " for table in plan.points for criterion in table.criteria)
    return next((quantity.name.removeprefix(key) for key in keys if quantity.name.startswith(key)), quantity.name)


def _by_subject(decided: Iterable[Sanction]) -> dict[Who, list[Sanction]]:
    found: dict[Who, list[Sanction]] = {}
    for each in decided:
        for who in ((same(each.name), same(each.unit)), (same(each.unit), "")):
            found.setdefault(who, []).append(each)
    return found


def _disagreement(plan: Plan, quantity: Quantity, entry: Entry, held: Mapping[Who, Sequence[Sanction]]) -> Disagreement | None:
    figure = entry.figures.get(quantity.key)
    if figure is None:
        return None
    people = people_meant(quantity.name, plan.kinds)
    decisions = [each for each in held.get((same(entry.text("name")), same(entry.text("unit"))), ()) if means(people, each)]
    some_only = any(form in quantity.name.casefold() for form in plan.discipline)
    least = 0 if some_only else len({(each.name, each.unit) for each in decisions})
    if least <= figure <= len(decisions):
        return None
    return Disagreement(entry.at(quantity.key), entry.text("name"), figure, tuple(each.signed for each in decisions))
