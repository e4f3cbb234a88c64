"""TH570: no two numbers of one award take the same people, each for itself, in silence."""

import re
from collections.abc import Iterator
from itertools import combinations

from thads_dsl.check.awards.details import same_people
from thads_dsl.check.facts import Facts
from thads_dsl.check.rules.quotas_of_which import marker
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH570
from thads_dsl.model.rules import Quota

_NUMBER_FIRST = re.compile(r"(?P<most>không quá|tối đa)?\s*(?P<number>\d)", re.IGNORECASE)


def quotas_of_the_same(facts: Facts) -> Iterator[Diagnostic]:
    """Each number that chooses anew among those whom a number above it chooses from; once for each sentence."""
    told = set()
    # A line that is not read may say of which award, or of whom, a number below it is.
    for above, quota in combinations(filter(facts.untouched, facts.plan.quotas), 2):
        at = facts.spans[quota.id]
        if at not in told and at != facts.spans[above.id] and _apart(above, quota) and _shared(above, quota):
            told.add(at)
            yield _told(facts, above, quota)


def _apart(above: Quota, quota: Quota) -> bool:
    """Whether each of two numbers gives places by itself."""
    given = not any(each.unlimited or each.by_authority for each in (above, quota))
    return given and above.id not in quota.after


def _shared(above: Quota, quota: Quota) -> bool:
    """Whether somebody could get a place of either."""
    alike = (above.wave, above.award) == (quota.wave, quota.award) and same_people(above.subject, quota.subject)
    return alike and (not above.per_unit or not quota.per_unit or not set(above.per_unit).isdisjoint(quota.per_unit))


def _told(facts: Facts, above: Quota, quota: Quota) -> Diagnostic:
    who = quota.subject.base.value
    return Diagnostic(
        code=TH570,
        message=f"“{above.text}” và “{quota.text}”",
        at=Label(facts.spans[quota.id]),
        also=(Label(facts.spans[above.id]),),
        why=f"Mỗi câu là một số lượng riêng, nên {who} không được chọn theo câu này vẫn được chọn theo câu kia. "
        "Nếu cho hai hình thức, hai đối tượng khác nhau thì ghi rõ hình thức, đối tượng ở mỗi câu; nếu không thì bỏ một câu.",
        ways=tuple(_cap(facts, quota)),
    )


def _cap(facts: Facts, quota: Quota) -> Iterator[Way]:
    """The sentence as one about all whom the numbers above it choose, where it says a number first."""
    said = _NUMBER_FIRST.match(quota.text)
    if said is None or quota.per_unit or quota.limit is None:
        return
    restated = facts.spans[quota.id].line != quota.line
    head = "Hiểu là: " if restated else marker(facts, quota)
    most = said["most"].lower() if said["most"] else "không quá"
    line = facts.spans[quota.id].line
    yield Way(
        f"Nếu dòng {line} là mức chung của tất cả thì viết lại dòng ấy:", f"{head}Tổng cộng {most} {quota.text[said.start('number') :]}"
    )
