"""TH962: years far from those of the plan (“trước ngày 15/7/2042” in 2024), and years compared with that are no earlier."""

import re
from collections.abc import Iterator
from datetime import date

from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH962
from thads_dsl.model.dates import Period, day_text
from thads_dsl.model.rules import PeriodRule, Wave
from thads_dsl.source import Span, canonical

_LONGEST = 5  # years of a campaign, or of what it is measured over
_BESIDE = 1  # years between the end of a campaign and the last day of what follows it
_YEAR = re.compile(r"\b\d{4}\b")
_WHOLE_YEAR = re.compile(r"(?:cùng kỳ )?năm (\d{4})")


def years_far_off(facts: Facts) -> Iterator[Diagnostic]:
    """Periods that are longer than any campaign, and deadlines long after, or before, the campaign."""
    rules: list[PeriodRule | Wave] = [*facts.plan.periods, *facts.plan.waves]
    known = [rule.period for rule in rules if not _too_long(rule.period)]
    for rule in filter(facts.untouched, rules):
        if _too_long(rule.period):
            year = max((each.last.year for each in known), default=rule.period.first.year)
            yield _told(facts, facts.spans[rule.id], rule.period.last, year, f"kỳ này dài hơn {_LONGEST} năm")
    first, last = _years(facts, known)
    for deadline in filter(facts.untouched, facts.plan.deadlines):
        day = deadline.last_day
        if deadline.term is None and first is not None and last is not None and not first - _BESIDE <= day.year <= last + _BESIDE:
            closed = max((each.last for each in known), default=day)
            meant = last + ((day.month, day.day) < (closed.month, closed.day))  # what follows the campaign
            yield _told(facts, facts.spans[deadline.id], day, meant, f"các thời gian khác của kế hoạch ở năm {_span(first, last)}")


def years_compared(facts: Facts) -> Iterator[Diagnostic]:
    """“Giảm 5% so với năm 2024” in a campaign that ends in 2024 or before; or so long before it that the year may be a slip."""
    years = [rule.period.last.year for rule in facts.plan.periods]
    for target in filter(facts.untouched, facts.plan.targets) if years else ():
        against = target.against
        said = _WHOLE_YEAR.fullmatch(facts.plan.quantity(against).when) if against is not None else None
        if said is not None and not max(years) - _LONGEST <= int(said[1]) < max(years):
            yield _compared(facts.spans[target.id], said, max(years))


def _compared(at: Span, said: re.Match[str], last: int) -> Diagnostic:
    mended = f"{said[0].removesuffix(said[1])}{last - 1}"
    return Diagnostic(
        code=TH962,
        message=f"so với {said[0]}",
        at=Label(at),
        why=f"Kỳ của kế hoạch kết thúc trong năm {last}, thường so với năm ngay trước. Đúng như vậy thì để nguyên.",
        ways=(Way(f"Nếu là năm {last - 1}, dán dưới dòng {at.line}:", f"Đính chính: “{said[0]}” thành “{mended}”"),),
    )


def _too_long(period: Period) -> bool:
    return period.last.year - period.first.year > _LONGEST


def _years(facts: Facts, known: list[Period]) -> tuple[int | None, int | None]:
    """The first and the last year of the campaign; of a plan without any, those of its title."""
    said = [day.year for each in known for day in (each.first, each.last)]
    titled = said or [int(year) for year in _YEAR.findall(facts.draft.key("trích yếu"))]
    return min(titled, default=None), max(titled, default=None)


def _span(first: int, last: int) -> str:
    return f"{first}" if first == last else f"{first} – {last}"


def _told(facts: Facts, at: Span, day: date, year: int, why: str) -> Diagnostic:
    found = re.search(rf"(?:\d+[/.-]\d+[/.-]|\d+ tháng \d+ năm ){day.year}\b", canonical(facts.draft.source.quote(at)))
    written = found[0] if found else day_text(day)
    mended = f"{written.removesuffix(str(day.year))}{year}"
    way = Way(f"Nếu là năm {year}, dán dưới dòng {at.line}:", f"Đính chính: “{written}” thành “{mended}”")
    return Diagnostic(
        code=TH962,
        message=f"ngày {written}",
        at=Label(at),
        why=f"Năm {day.year} quá xa: {why}. Đúng như vậy thì để nguyên.",
        ways=(way,) if found else (),
    )
