"""“(từ ngày … đến ngày …)”, “trong thời gian thi đua”, “trong 12 tháng tính đến …” → the days that a condition looks at."""

from typing import TypedDict

from thads_dsl.check.awards.discipline import forms_from
from thads_dsl.check.draft import Scope
from thads_dsl.check.lowering import Lowering, Windowed
from thads_dsl.check.scoping import wave_label
from thads_dsl.check.times.days import day, period
from thads_dsl.check.times.periods import awards_by_wave
from thads_dsl.diagnostics import Diagnostic, Label, Lack, Way
from thads_dsl.diagnostics.codes import TH529
from thads_dsl.model.dates import Period
from thads_dsl.model.rules import PeriodRule, Wave
from thads_dsl.syntax import tree


class Looks(TypedDict):
    """The fields of a rule on discipline."""

    forms: tuple[str, ...]
    window: Period | None


def window_of(lowering: Lowering, scope: Scope, node: tree.Window | None) -> Period | None:
    """The days, both ends included; None where the sentence has no window, or with a complaint where there are no such days."""
    if node is None or node.always:
        return None
    if node.months:
        return _of_months(lowering, scope, node)
    if node.first is not None and node.last is not None:
        return lowering.take(period(node.first, node.last, lowering.year))
    if node.during == "năm":
        return None  # two readings: a rule complains
    if node.year is not None:
        reporting = lowering.calendar.reporting
        return reporting.of(node.year) if reporting is not None else None  # else two readings: a rule complains
    found = lowering.period_of(scope) if node.during == "số liệu" else _campaign(lowering, _wave(scope, node))
    by_wave = node.during == "số liệu" and not scope.wave and bool(lowering.measured) and awards_by_wave(lowering)
    if found is None and not by_wave:  # else each wave has its own days
        lowering.found.append(_no_days(node))
    return found


def _of_months(lowering: Lowering, scope: Scope, node: tree.Window) -> Period | None:
    """“trong 12 tháng tính đến …”; None where the sentence does not say to which day: a rule complains."""
    if node.last is not None:
        last = lowering.take(day(node.last, lowering.year))
        return Period.months_to(last, node.months) if last is not None else None
    if not node.during:
        return None
    found = _campaign(lowering, _wave(scope, node))
    if found is None:
        lowering.found.append(_no_days(node))
        return None
    return Period.months_to(found.last, node.months)


def disciplined(lowering: Lowering, scope: Scope, form: tree.NameRef | None, node: tree.Window | None) -> tuple[Windowed, Looks]:
    """What a sentence on discipline says, and what it looks at in its context."""
    said = Windowed(scope, form.canonical if form is not None else None, node)
    return said, looks_at(lowering, said)


def looks_at(lowering: Lowering, said: Windowed) -> Looks:
    """The forms that count, and the days on which a decision of them does."""
    window = window_of(lowering, said.scope, said.window)
    return Looks(forms=forms_from(lowering, said.mildest, window), window=window)


def _wave(scope: Scope, node: tree.Window) -> str:
    """The wave that the words mean: “trong đợt 1” that one, “trong đợt thi đua” the one of the context."""
    return wave_label(node.wave) if node.wave else scope.wave if node.during == "đợt" else ""


def _campaign(lowering: Lowering, wave: str) -> Period | None:
    """A wave; of none the campaign, else from the first wave's first day to the last wave's last."""
    waves = [rule.period for rule in lowering.of(Wave) if not wave or rule.label == wave]
    if wave:
        return waves[0] if waves else None
    said = next((rule.period for rule in lowering.of(PeriodRule) if not rule.measured and not rule.wave), None)
    if said is not None or not waves:
        return said
    return Period(min(each.first for each in waves), max(each.last for each in waves))


def _no_days(node: tree.Window) -> Diagnostic:
    measured = node.during == "số liệu"
    what = "kỳ số liệu" if measured else "thời gian thi đua"
    return Diagnostic(
        code=TH529,
        message=f"kế hoạch chưa có {what}",
        at=Label(node.span),
        why="Không biết những ngày nào thì không biết quyết định kỷ luật nào được tính.",
        ways=(Way("Thêm vào phần thời gian của kế hoạch:", f"{what.capitalize()}: từ ngày …/…/… đến hết ngày …/…/…"),),
        lacks=Lack.PERIOD,
    )
