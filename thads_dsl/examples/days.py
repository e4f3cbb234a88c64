"""What examples say of days: “Thì hạn cuối của … là ngày D”, “Thì đợt 1 từ ngày D đến hết ngày D”."""

import re
from collections.abc import Iterator, Sequence

from thads_dsl.check import Draft
from thads_dsl.check.awards.conditions import places_named
from thads_dsl.check.scoping import wave_label
from thads_dsl.check.times.days import day, period
from thads_dsl.examples.steps import ReadExample
from thads_dsl.examples.wrong import Wrong
from thads_dsl.model.dates import Period, day_text
from thads_dsl.model.membership import with_parents
from thads_dsl.model.place import Place
from thads_dsl.model.plan import Plan
from thads_dsl.model.rules import Deadline, RecurringDeadline
from thads_dsl.source import canonical, plain
from thads_dsl.syntax import date_tree, example_tree, tree

_SENDING = re.compile(r"^(?:gửi|nộp)\s+|\s+(?:được\s+)?(?:gửi|nộp|nhận)(?:\s+về)?$", re.IGNORECASE)
_NO_DEADLINE = "Kế hoạch không có thời hạn nào như vậy."
_Due = Deadline | RecurringDeadline
_WHOSE = re.compile(r"(hồ sơ|báo cáo)\b.*?\b(?:của|đối với) (?:các )?(.+)", re.IGNORECASE)
_LEADING = re.compile(r"^(?:(?:của|đối với|cho|nộp|gửi|các|những)\s+)+", re.IGNORECASE)


def wrong_days(draft: Draft, plan: Plan, example: ReadExample) -> Iterator[Wrong]:
    """The expectations about days that the plan does not meet."""
    for outcome in example.outcomes:
        match outcome:
            case example_tree.LastDayOutcome():
                yield from _last_day(draft, plan, outcome)
            case example_tree.TimelyOutcome():
                yield from _timely(draft, plan, outcome)
            case example_tree.PeriodOutcome():
                yield from _period(plan, outcome)


def within(draft: Draft, places: tuple[tree.PlaceRef, ...], place: Place) -> bool:
    """Whether a place is one of those that an expectation names, or inside one; all are, where it names none."""
    return not places or any(around.holds(place) for ref in places for around in places_named(draft, ref.steps))


def _last_day(draft: Draft, plan: Plan, outcome: example_tree.LastDayOutcome) -> Iterator[Wrong]:
    found = _asked(draft, plan, outcome, outcome.what)
    if not found:
        yield Wrong(outcome.span, _NO_DEADLINE)
    several = len({rule.wave for rule in found}) > 1
    if several and any(_is(rule, outcome.day) for rule in found):
        return  # a deadline of one of the waves, and none is named
    for rule in found:
        if not _is(rule, outcome.day):
            whose = rule.wave if outcome.wave or several else ""
            said = " ".join(part for part in ("hạn cuối", outcome.what, whose, "là", _said(rule)) if part)
            yield Wrong(outcome.span, f"Máy tính ra: {said} (dòng {rule.line}).", f"Thì {said}", (rule.line,))


def _asked(draft: Draft, plan: Plan, outcome: example_tree.LastDayOutcome | example_tree.TimelyOutcome, what: str) -> list[_Due]:
    """The deadlines of whom or what the words name."""
    asked: list[_Due] = [
        rule
        for rule in _dues(plan)
        if within(draft, outcome.places, rule.place) and (not outcome.wave or rule.wave == wave_label(outcome.wave))
    ]
    said = _LEADING.sub("", what)
    found = _of_all([rule for rule in asked if any(plain(said) in plain(words) for words in (rule.addressee, rule.what))], said)
    if whose := _WHOSE.fullmatch(canonical(what)):
        asked = [rule for rule in asked if plain(whose[1]) in plain(rule.what)]
        found = found or [rule for rule in asked if plain(whose[2]) in plain(rule.addressee)]
        said = whose[2]
    return found or _of_member(draft, plan, asked, canonical(said))


def _of_all(rules: list[_Due], said: str) -> list[_Due]:
    """“hạn cuối hồ sơ đợt 1” names nobody: the day for all, and not those behind “riêng …”; every day where each is for some."""
    if any(rule.addressee and plain(rule.addressee) in plain(said) for rule in rules):
        return rules
    common = {rule.wave for rule in rules if not rule.addressee}
    return [rule for rule in rules if not rule.addressee or rule.wave not in common]


def _timely(draft: Draft, plan: Plan, outcome: example_tree.TimelyOutcome) -> Iterator[Wrong]:
    """Whether a day is within the deadline; of several deadlines within each."""
    what = _SENDING.sub("", outcome.what)
    found = [rule for rule in _asked(draft, plan, outcome, what) if isinstance(rule, Deadline)]
    if not found:
        yield Wrong(outcome.span, _NO_DEADLINE)
    for rule in found:
        on, _ = day(outcome.day, rule.last_day.year)
        if on is None or (on <= rule.last_day) != outcome.in_time:
            whose = " ".join(part for part in ("hạn cuối", what, rule.wave, "là", _said(rule)) if part)
            yield Wrong(outcome.span, f"Máy tính ra: {whose} (dòng {rule.line}).", f"Thì {whose}", (rule.line,))
            return


def _of_member(draft: Draft, plan: Plan, rules: Sequence[_Due], name: str) -> list[_Due]:
    """The deadlines of the kind or group that a unit by name belongs to; else, for a known one, those for all."""
    kind = draft.vocabulary.kind(name)
    if kind is None:
        return []
    kinds = with_parents(plan, (kind.name,))
    own = [rule for rule in rules if isinstance(rule, Deadline) and rule.subject is not None and rule.subject.covers(kinds)]
    found: list[_Due] = [*own] or [rule for rule in rules if not rule.addressee]
    return found


def _dues(plan: Plan) -> tuple[_Due, ...]:
    return (*plan.deadlines, *plan.recurring_deadlines)


def _is(rule: Deadline | RecurringDeadline, wanted: tree.DateRef | date_tree.Recurring) -> bool:
    if isinstance(rule, Deadline):
        last = rule.last_day
        if not isinstance(wanted, tree.DateRef):
            return False
        return (last.day, last.month, last.year) == (wanted.day, wanted.month, wanted.year or last.year)
    day = _last_of(rule)
    return isinstance(wanted, date_tree.Recurring) and (day, rule.month, rule.every) == (wanted.day, wanted.month, wanted.every)


def _said(rule: Deadline | RecurringDeadline) -> str:
    if isinstance(rule, Deadline):
        return f"ngày {day_text(rule.last_day)}"
    day = _last_of(rule)
    of = {None: "", 1: " của tháng đầu", 3: " của tháng cuối"}
    if rule.every == "năm":
        return f"ngày {day:02d}/{rule.month} hằng năm"
    return f"ngày cuối cùng hằng {rule.every}" if day == 31 else f"ngày {day:02d}{of[rule.month]} hằng {rule.every}"


def _last_of(rule: RecurringDeadline) -> int:
    """The last day in time; before the first of a month it is the last of another."""
    return rule.day if rule.included else rule.day - 1 or 31


def _period(plan: Plan, outcome: example_tree.PeriodOutcome) -> Iterator[Wrong]:
    name = "kỳ số liệu" if outcome.measured else "thời gian thi đua"
    if outcome.wave and not outcome.measured:
        found = [(wave.period, wave.line) for wave in plan.waves if wave.ordinal == outcome.wave]
        name = f"đợt {outcome.wave}"
    else:
        wave = wave_label(outcome.wave) if outcome.wave else ""
        found = [(rule.period, rule.line) for rule in plan.periods if rule.measured == outcome.measured and rule.wave == wave]
        name = f"{name} {wave}".strip()
    if not found and plan.waves and not outcome.wave:
        own = [(rule.wave, rule.period) for rule in plan.periods if rule.measured and rule.wave and outcome.measured]
        known = "; ".join(f"{label} {_days(days)}" for label, days in own or ((wave.label, wave.period) for wave in plan.waves))
        yield Wrong(outcome.span, f"Kế hoạch có {name} theo từng đợt: {known}.")
    elif not found:
        yield Wrong(outcome.span, f"Kế hoạch không có {name}.")
    if found and not any(period(outcome.first, outcome.last, actual.last.year)[0] == actual for actual, _ in found):
        actual, line = found[0]
        said = f"{name} {_days(actual)}"
        yield Wrong(outcome.span, f"Máy tính ra: {said} (dòng {line}).", f"Thì {said}", (line,))


def _days(found: Period) -> str:
    return f"từ ngày {day_text(found.first)} đến hết ngày {day_text(found.last)}"
