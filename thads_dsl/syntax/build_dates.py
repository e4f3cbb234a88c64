"""Rules of sentence.lark for periods, waves and deadlines → nodes of the tree. One method a rule, of the same name."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from lark import Token, Transformer

from thads_dsl.syntax import date_tree, tree
from thads_dsl.syntax.clauses import NotSaidError
from thads_dsl.syntax.parts import Child, Parts, figure_of
from thads_dsl.syntax.times import WAVE, DaysText, QuarterText, wave_value

_MONTHS_OF_A_YEAR = 12
_EVERY = re.compile(r"(?<!\w)(?:hằng|hàng|mỗi) (tháng|quý)(?!\w)", re.IGNORECASE)  # “Hằng tháng, các đơn vị … trước ngày 05”
_WAVE_ALONE = re.compile(rf"(?P<wave>{WAVE})\W*(?:và)?", re.IGNORECASE)  # what joins it to the next day says nothing
_EVENT = re.compile(r"^(?:ngày|khi)\s+", re.IGNORECASE)  # before what a term runs from, and no part of it

_OF_A_TASK = re.compile(r"(?:thực hiện|tổ chức)$", re.IGNORECASE)  # of which a plan has many, each in some quarter
# “Từ nay đến ngày D, các đơn vị trồng cây”: a clause behind a period, and what such a clause says of a campaign.
_GOES_ON = re.compile(r",(?:\s+\w+){3}")
_CAMPAIGN = re.compile(r"\b(?:thi đua|cao điểm|chiến dịch|phát động đợt)\b", re.IGNORECASE)


_SAYS = re.compile(r"\w")  # words between a length and its days could set another rule


def _length(parts: Parts) -> date_tree.Length | None:
    """How many months are told before or behind the days: “03 tháng, từ … đến …”, “từ … đến … (03 tháng)”."""
    behind = parts.of("MONTHS")
    if not behind:
        return parts.maybe(date_tree.Length)
    before = [token.text for token in parts.of("TEXT") if parts.moments[-1].span.end <= token.span.start < behind[0].span.start]
    if any(_SAYS.search(text) for text in before):
        raise NotSaidError
    return date_tree.Length(months=int(figure_of(behind[0]).value or 0), written=behind[0].text, span=behind[0].span)


def _for_whom(due: date_tree.Due, parts: Parts) -> date_tree.Due:
    """A day for what stands behind “đối với”: a wave, or somebody, words that say nothing (“các”) included."""
    token = parts.of("TEXT")[0]
    if found := _WAVE_ALONE.fullmatch(token.text):
        return replace(due, wave=wave_value(found["wave"]))
    words = tree.Words(text=token.text, start=parts.of("ADDRESSED")[0].end, end=token.end, span=token.span)
    return replace(due, addressee=words)


def _coming_again(due: date_tree.Due, every: str) -> date_tree.Due:
    """A day without its month comes as often as the sentence says."""
    if isinstance(due.day, date_tree.Recurring) and not due.day.every:
        return replace(due, day=replace(due.day, every=every))
    return due


class DateRules(Transformer[Token, object]):
    """What `Build` makes of the families of dates."""

    def months(self, children: list[Child]) -> date_tree.Measured:
        parts = Parts(children)
        months = parts.of("MONTHS", "MONTHS_OF_YEAR", "YEAR")[0]
        of_year = cast("tuple[int, int | None]", months.value) if months.terminal == "MONTHS_OF_YEAR" else None
        count, year = (_MONTHS_OF_A_YEAR, None) if months.terminal == "YEAR" else of_year or (int(figure_of(months).value or 0), None)
        first, last, *_ = [*parts.moments, None, None]
        return date_tree.Measured(months=count, year=year, first=first, last=last, written=months.text, span=parts.span)

    months_bare = months

    def months_behind(self, children: list[Child]) -> date_tree.Measured:
        if any(_SAYS.search(token.text) for token in Parts(children).of("TEXT")):
            raise NotSaidError
        return self.months(children)

    def measured(self, children: list[Child]) -> date_tree.Measured:
        parts = Parts(children)
        return replace(parts.one(date_tree.Measured), span=parts.span)

    def measured_over_months(self, children: list[Child]) -> date_tree.MeasuredOver:
        parts = Parts(children)
        return date_tree.MeasuredOver(measured=parts.one(date_tree.Measured), span=parts.span)

    def period(self, children: list[Child]) -> date_tree.Period:
        parts = Parts(children)
        first, last = parts.moments
        behind = next((token.text for token in parts.of("TEXT")), "")
        if not parts.has("DURATION") and not parts.has("MEASURED_OVER") and _GOES_ON.match(behind) and not _CAMPAIGN.search(behind):
            raise NotSaidError
        return date_tree.Period(measured=parts.has("MEASURED_OVER"), first=first, last=last, length=_length(parts), span=parts.span)

    measured_over = period

    def period_of_quarter(self, children: list[Child]) -> date_tree.Period:
        if _OF_A_TASK.search(Parts(children).of("DURATION")[0].text):
            raise NotSaidError
        token = Parts(children).of("WHOLE_QUARTER")[0]
        said = cast(QuarterText, token.value)
        ends = (tree.Moment(month=3 * said.quarter - at, year=said.year, written=token.text, span=token.span) for at in (2, 0))
        first, last = ends
        return date_tree.Period(measured=False, first=first, last=last, span=Parts(children).span)

    def both_periods(self, children: list[Child]) -> date_tree.Period:
        return replace(self.period(children), measured=False, both=True)

    def measured_as_campaign(self, children: list[Child]) -> date_tree.MeasuredAsCampaign:
        return date_tree.MeasuredAsCampaign(span=Parts(children).span)

    def measured_wave(self, children: list[Child]) -> date_tree.Period:
        return replace(self.period(children), measured=True, wave=Parts(children).wave)

    def measured_to_wave_end(self, children: list[Child]) -> date_tree.MeasuredToWaveEnd:
        parts = Parts(children)
        return date_tree.MeasuredToWaveEnd(wave=parts.wave, first=next(iter(parts.moments), None), span=parts.span)

    def wave(self, children: list[Child]) -> date_tree.Wave:
        parts = Parts(children)
        first, last, *_ = [*parts.moments, None, None]
        ordinal = cast(int, parts.of("WAVE")[0].value)
        return date_tree.Wave(ordinal=ordinal, first=first, last=last, length=_length(parts), span=parts.span)

    def length(self, children: list[Child]) -> date_tree.Length:
        parts = Parts(children)
        if any(_SAYS.search(token.text) for token in parts.of("TEXT")):
            raise NotSaidError
        months = parts.of("MONTHS")[0]
        return date_tree.Length(months=int(figure_of(months).value or 0), written=months.text, span=months.span)

    def waves(self, children: list[Child]) -> date_tree.WaveCount:
        parts = Parts(children)
        return date_tree.WaveCount(count=cast(int, parts.of("WAVES")[0].value), span=parts.of("WAVES")[0].span)

    def _due(self, children: list[Child]) -> date_tree.Due:
        parts = Parts(children)
        before, at_latest = parts.has("BEFORE"), parts.has("AT_LATEST")
        day = parts.due_day
        head = " ".join(token.text for token in parts.of("AT_LATEST", "BEFORE"))
        return date_tree.Due(day=day, included=not before, doubled=before and at_latest, head=head, span=parts.span)

    due_before = due_at_latest_before = due_at_latest = due_recurring = _due

    def due_by_hour(self, children: list[Child]) -> date_tree.Due:
        """On the day itself it is in time until that hour."""
        hour = Parts(children).of("HOUR")[0]
        return replace(self._due(children), included=True, doubled=False, hour=hour.text)

    def deadline_on(self, children: list[Child]) -> date_tree.Deadline:
        parts = Parts(children)
        day = parts.dates[0]
        said = [token.text for token in parts.of("TERM_OF", "LAST_DAY", "TEXT") if token.span.start < day.span.start]
        return date_tree.Deadline(what=" ".join(said), due=(self.due_of_wave(children),), span=parts.span)

    def due_of_wave(self, children: list[Child]) -> date_tree.Due:
        parts = Parts(children)
        day = parts.dates[0]
        hour = next((token.text for token in parts.of("HOUR")), "")
        return date_tree.Due(day=day, included=True, hour=hour, wave=parts.wave, span=day.span)

    def deadline_of_waves(self, children: list[Child]) -> date_tree.Deadline:
        parts = Parts(children)
        due = parts.all(date_tree.Due)
        said = [token.text for token in parts.tokens if token.terminal != "COLON" and token.span.start < due[0].span.start]
        return date_tree.Deadline(what=" ".join(said).replace(" ,", ","), due=due, span=parts.span)

    def addressed(self, children: list[Child]) -> tuple[tree.Node, ...]:
        parts = Parts(children)
        *earlier, due = parts.all(date_tree.Due)
        return (*earlier, _for_whom(due, parts))

    def due_elided(self, children: list[Child]) -> tuple[tree.Node, ...]:
        parts = Parts(children)
        day = parts.dates[0]
        due = date_tree.Due(day=day, included=True, elided=True, span=day.span)
        return (*parts.all(date_tree.Due), _for_whom(due, parts))

    def deadline(self, children: list[Child]) -> date_tree.Deadline:
        parts = Parts(children)
        due = parts.all(date_tree.Due)
        texts = parts.of("TEXT", "EXCEPT")
        before_day = [token for token in texts if token.span.start < due[0].span.start]
        # a bracket before “trừ” says nothing, and goes back to its other one
        heads = (f"({token.text}" if token.skipped.startswith("(") else token.text for token in before_day or texts)
        what = " ".join(heads).strip(" ,")
        every = next((said[1].casefold() for token in texts if (said := _EVERY.search(token.text))), "")
        return date_tree.Deadline(what=what, due=tuple(_coming_again(each, every) for each in due), span=parts.span)

    deadlines_addressed = deadline_excepting = deadline

    def deadline_within(self, children: list[Child]) -> date_tree.DeadlineWithin:
        parts = Parts(children)
        length = cast(DaysText, parts.of("DAYS")[0].value)
        signing = parts.has("FROM_NOW")  # “kể từ ngày ký”
        since, _, rest = parts.text(after="FROM_NOW" if signing else "SINCE").partition(",")
        if signing:
            since, rest = "ký", f"{since},{rest}"
        day = next(iter(parts.dates), None)
        before = parts.text(before="WITHIN")
        return date_tree.DeadlineWithin(
            what=before or (rest if day is None else f"{since},{rest}").strip(" ,"),
            days=length.count,
            working=length.working,
            since="" if day else _EVENT.sub("", since.strip()),
            day=day,
            span=parts.span,
        )
