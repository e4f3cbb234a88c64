"""TH405, TH905: rows of one table point the same way, and a greater load has no higher target."""

import re
from collections.abc import Iterator
from itertools import pairwise

from thads_dsl.check.facts import Facts
from thads_dsl.check.rules.band_phrases import written_row
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH405, TH905
from thads_dsl.model.rules import Measure, Target
from thads_dsl.model.units import PERCENT, Amount, number
from thads_dsl.source import canonical

_CEILING = re.compile(r"\b(?:dưới|không quá|tối đa) (?P<figure>\d[\d.,]*(?:%| [^\W\d]+(?: đồng)?))")


def directions(facts: Facts) -> Iterator[Diagnostic]:
    """Rows that flip from a floor to a ceiling, and floors that rise with the load."""
    unsure = facts.doubtful_lines
    for table in facts.plan.tables:
        for above, row in pairwise(table):
            if row.goal is None or above.goal is None or not unsure.isdisjoint((row.line, above.line)):
                continue
            if _is_floor(row) != _is_floor(above):
                yield _flip(facts, above, row)
            elif _is_floor(row) and row.threshold > above.threshold and _carries_more(row, above):
                yield _rise(facts, above, row)


def _is_floor(target: Target) -> bool:
    return target.goal is not None and target.goal.low is not None


def _carries_more(row: Target, above: Target) -> bool:
    """Whether both rows are bands of one figure, and this one of more of it."""
    here, there = row.region and row.region.alone, above.region and above.region.alone
    if not here or not there or here.quantity != there.quantity:
        return False
    return (here.interval.in_steps()[0] or 0) > (there.interval.in_steps()[0] or 0)


def _flip(facts: Facts, above: Target, row: Target) -> Diagnostic:
    kinds = ("mức sàn", "mức trần") if _is_floor(row) else ("mức trần", "mức sàn")
    return Diagnostic(
        code=TH405,
        message=f"dòng {written_row(facts, row).line} đặt {kinds[0]}, dòng {written_row(facts, above).line} đặt {kinds[1]}",
        at=Label(facts.spans[row.id]),
        also=(Label(facts.spans[above.id]),),
        why="Theo câu chữ, kết quả tốt hơn ở dòng đặt mức trần lại là không đạt.",
        ways=tuple(_as_floor(facts, above if _is_floor(row) else row)),
    )


def _as_floor(facts: Facts, row: Target) -> Iterator[Way]:
    """The words of a ceiling turned into those of a floor, where they stand in the line as a ceiling is written."""
    line = written_row(facts, row)
    at = facts.spans[row.id]
    for found in _CEILING.finditer(canonical(facts.draft.source.quote(at))):
        if number(row.threshold) == found["figure"].partition(" ")[0].rstrip("%"):
            said = f"Nếu phải đạt từ {found['figure']} trở lên, dán dưới dòng {line.line}:"
            yield Way(said, f"Hiểu là: cụm từ “{found[0]}” là “từ {found['figure']} trở lên”")


def _rise(facts: Facts, above: Target, row: Target) -> Diagnostic:
    relative = row.measure in (Measure.INCREASE, Measure.DECREASE)  # such goals are in percent, whatever is counted
    unit = PERCENT if relative else facts.plan.quantity(row.quantity).unit
    there = written_row(facts, above).line
    return Diagnostic(
        code=TH905,
        message=f"mức nhiều hơn mà chỉ tiêu cao hơn: {Amount(row.threshold, unit)}, dòng {there} là {Amount(above.threshold, unit)}",
        at=Label(facts.spans[row.id]),
        also=(Label(facts.spans[above.id]),),
        why="Thường thì đơn vị nhiều việc, nhiều tiền hơn có chỉ tiêu thấp hơn. Xin xem lại hai con số.",
    )
