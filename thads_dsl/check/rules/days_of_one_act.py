"""TH959: two last days for one act of one subject; those of files for an award are TH926."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH959
from thads_dsl.model.place import Place
from thads_dsl.model.rules import Deadline, RecurringDeadline
from thads_dsl.source import canonical

Day = Deadline | RecurringDeadline


def days_of_one_act(facts: Facts) -> Iterator[Diagnostic]:
    """Each deadline beside another one of the same words and wave that ends on another day; once for each."""
    dated = [each for each in facts.plan.deadlines if not each.binds_files]
    for days in (dated, facts.plan.recurring_deadlines):
        yield from _of_one_kind(facts, days)


def _of_one_kind(facts: Facts, days: Sequence[Day]) -> Iterator[Diagnostic]:
    told = set[str]()
    for above, day in combinations(days, 2):
        if day.id not in told and _end(above) != _end(day) and _how_often(above) == _how_often(day) and _same_act(above, day):
            told.add(day.id)
            yield Diagnostic(
                code=TH959,
                message=f"“{above.text}” và “{day.text}”",
                at=Label(facts.spans[day.id]),
                also=(Label(facts.spans[above.id]),),
                why="Một việc chỉ có một ngày cuối; máy in cả hai câu nên người nhận không biết theo ngày nào. Bỏ một câu; "
                "nếu là hai việc, hai nơi gửi khác nhau thì ghi rõ ở mỗi câu.",
                ways=tuple(_without(facts, day)) if above.line == day.line else (),
            )


def _end(day: Day) -> object:
    return day.last_day if isinstance(day, Deadline) else (day.day, day.included)


def _how_often(day: Day) -> object:
    return None if isinstance(day, Deadline) else (day.every, day.month)


def _same_act(above: Day, day: Day) -> bool:
    """Whether two sentences side by side say the same of the same; under two headings the same words may be of two occasions."""
    one, other = (canonical(each.what).casefold() for each in (above, day))
    if above.line == day.line:  # “Các đơn vị báo cáo …, chậm nhất …”: the second says no more than its day
        alike = one == other or one.endswith(f" {other}")
    else:
        alike = one == other and _around(above.place) == _around(day.place)
    return alike and (above.addressee, above.wave) == (day.addressee, day.wave)


def _around(place: Place) -> Place:
    return Place(place.steps[:-1])


def _without(facts: Facts, day: Day) -> Iterator[Way]:
    """The line without its second day."""
    item = facts.draft.by_number[day.line].item
    text = canonical(item.text.text)
    rest = text.replace(f", {day.text}", "", 1).replace(f"; {day.text}", "", 1)
    if rest != text and not item.of_table:
        yield Way(f"Nếu chỉ theo ngày đầu thì sửa dòng {day.line} thành:", f"{item.marker} {rest}".strip())
