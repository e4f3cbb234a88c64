"""Ready lines for a sentence about the time whose figures count, of each wave or of the plan: “Số liệu đợt 2 cộng dồn cả đợt 1”."""

import re

from thads_dsl.check.facts import Facts
from thads_dsl.check.times.calendar import calendar
from thads_dsl.diagnostics import Way
from thads_dsl.model.dates import Period, day_text
from thads_dsl.source import plain
from thads_dsl.syntax.sentences import Sentence

_FIGURES = re.compile(r"\b(?:so lieu|ket qua|luy ke|cong don)\b")


def says_figures(sentence: Sentence) -> bool:
    """Whether a sentence about a wave is about the time of its figures at all."""
    return _FIGURES.search(plain(sentence.passage.text)) is not None


def wave_ways(facts: Facts, sentence: Sentence) -> tuple[Way, ...]:
    """By its own days, or from the beginning of the reporting year; of the last wave that is named. Nothing where no days are known."""
    note = "Hiểu là: " if facts.draft.issued else ""
    ordinals = [lexeme.value for lexeme in sentence.lexemes if lexeme.terminal == "WAVE"]
    waves = {wave.ordinal: wave.period for wave in facts.plan.waves}
    campaign = next((rule.period for rule in facts.plan.periods if not rule.measured and not rule.wave), None)
    if named := max((ordinal for ordinal in waves if ordinal in ordinals), default=0):
        return _two(f"{note}Kỳ số liệu đợt {named}: ", waves[named], _from_year_start(facts, waves[named]))
    if waves:
        last = max(waves.values(), key=lambda period: period.last)
        begins = day_text(_from_year_start(facts, last).first)
        return (
            Way("Nếu mỗi đợt chỉ tính kết quả trong thời gian của đợt:", f"{note}Số liệu của mỗi đợt tính trong thời gian của đợt đó."),
            Way("Nếu tính lũy kế từ đầu năm báo cáo đến hết từng đợt:", f"{note}Số liệu của mỗi đợt tính lũy kế từ ngày {begins}."),
        )
    return () if campaign is None else _two(f"{note}Kỳ số liệu: ", campaign, _from_year_start(facts, campaign))


def _from_year_start(facts: Facts, period: Period) -> Period:
    return Period(calendar(facts.draft)[0].reports.containing(period.last).first, period.last)


def _two(head: str, own: Period, cumulated: Period) -> tuple[Way, ...]:
    hows = ("Nếu chỉ tính kết quả trong thời gian ấy:", "Nếu tính lũy kế từ đầu năm báo cáo:")
    found = dict.fromkeys((own, cumulated))
    return tuple(
        Way(how, f"{head}từ ngày {day_text(each.first)} đến hết ngày {day_text(each.last)}.")
        for how, each in zip(hows if len(found) > 1 else ("Viết:",), found, strict=True)
    )
