"""Which forms of discipline count: those of the scales that were in force while they could be imposed."""

from datetime import date

from thads_dsl.check.lowering import Lowering
from thads_dsl.model.dates import Period
from thads_dsl.model.rules import Exclusion, NotDisciplined, PeriodRule, Standard, leaves
from thads_dsl.model.validity import forms_between


def forms_from(lowering: Lowering, mildest: str | None, window: Period | None) -> tuple[str, ...]:
    """The forms from `mildest` on (None: all) on any scale in force within the window, or on the plan's day, mildest first.

    A form that has been abolished is still one that somebody may have been given; on a scale that lacks `mildest` nothing is counted
    that the other scales do not have from there on.
    """
    first, last = _reach(lowering.draft.day, window)
    scales = lowering.draft.vocabulary.scales
    every = forms_between(scales, first, last)
    if mildest is None:
        return every
    if mildest not in every:
        every = lowering.draft.vocabulary.discipline
    return every[every.index(mildest) :]


def forms_of_plan(lowering: Lowering) -> tuple[str, ...]:
    """The forms that a decision of the statistics may have: of every scale in force on a day that the plan looks at."""
    rules = lowering.rules
    windows = [
        condition.window
        for rule in rules
        if isinstance(rule, Standard)
        for condition in leaves(rule.conditions)
        if isinstance(condition, NotDisciplined)
    ]
    windows += [rule.window for rule in rules if isinstance(rule, Exclusion) and rule.forms]
    periods = [rule.period for rule in rules if isinstance(rule, PeriodRule)]
    known = [each for each in (*windows, *periods) if each is not None]
    days = [*(each.first for each in known), *(each.last for each in known), *([lowering.draft.day] if lowering.draft.day else [])]
    first = None if None in windows or not days else min(days)
    return forms_between(lowering.draft.vocabulary.scales, first, max(days, default=None))


def _reach(day: date | None, window: Period | None) -> tuple[date | None, date | None]:
    """The days on which a decision that counts could be signed, the plan's own day included."""
    if window is None:
        return None, day
    days = [window.first, window.last, *([day] if day else [])]
    return min(days), max(days)
