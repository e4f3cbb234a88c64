"""Classes back into the words of the rows that say them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from thads_dsl.check.bands.phrases import band_phrase
from thads_dsl.model.intervals import Interval
from thads_dsl.model.points_classes import Class, ClassCase, ClassCondition, NoneBelow, TargetsAre
from thads_dsl.model.units import POINTS, number

Answers = Mapping[ClassCondition, bool]  # how the conditions of a table come out; targets are asked as “met”


def asked(condition: ClassCondition) -> ClassCondition:
    """The question that a condition answers, asked as “met”."""
    return replace(condition, met=True)


def wanted(condition: ClassCondition) -> bool:
    """The answer that a condition asks for."""
    return condition.met


def condition_words(question: ClassCondition, held: bool) -> str:
    """A condition in the words of the plan: “đạt cả hai chỉ tiêu được giao”, “không đạt đủ cả hai chỉ tiêu được giao”."""
    match question:
        case NoneBelow(percent=percent, least=1):
            return f"{'không có tiêu chí nào' if held else 'có tiêu chí'} dưới {number(percent)}% số điểm chuẩn"
        case NoneBelow(percent=percent, least=least):
            return f"{'không ' if held else ''}có từ {least:02} tiêu chí trở lên dưới {number(percent)}% số điểm chuẩn"
        case TargetsAre(words=words, several=several):
            return f"đạt {words}" if held else f"không đạt {'đủ ' if several else ''}{words}"


def points_words(figures: Interval) -> str:
    """“từ 80 điểm đến dưới 90 điểm”, “đúng 90 điểm”."""
    low, high = figures.low, figures.high
    if low is not None and high is not None and low.value == high.value:
        return f"đúng {number(low.value)} điểm"
    return band_phrase(figures, POINTS) if low is not None or high is not None else "mọi tổng điểm"


def joined_words(figures: str, answers: Answers) -> str:
    """Points and conditions as a row says them, first the conditions that hold not."""
    parts = sorted(answers.items(), key=lambda each: each[1])
    words = [condition_words(question, held) for question, held in parts]
    first = "" if not words else f" {'và' if parts[0][1] else 'nhưng'} {words[0]}"
    return figures + first + "".join(f" và {each}" for each in words[1:])


def sayable(answers: Answers) -> bool:
    """Whether a row can ask for these answers: no row asks that fewer than two criteria are below."""
    return all(isinstance(each, TargetsAre) or each.least == 1 or not held for each, held in answers.items())


def _case_words(case: ClassCase) -> str:
    return joined_words(band_phrase(case.interval, POINTS), {asked(each): wanted(each) for each in case.conditions})


def row_words(row: Class, cases: Sequence[ClassCase]) -> str:
    """“Hạng B: từ 80 điểm đến dưới 90 điểm, hoặc từ 90 điểm trở lên nhưng không đạt các chỉ tiêu”."""
    return f"{row.name}: {', hoặc '.join(_case_words(case) for case in cases)}"
