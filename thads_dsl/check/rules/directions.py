"""TH405, TH905: rows of one table point the same way, and a greater load has no higher target."""

from collections.abc import Iterator
from itertools import pairwise

from thads_dsl.check.facts import Facts
from thads_dsl.check.rules.band_phrases import written_row
from thads_dsl.diagnostics import Diagnostic, Label
from thads_dsl.diagnostics.codes import TH405, TH905
from thads_dsl.model.rules import Measure, Target
from thads_dsl.model.units import PERCENT, Amount


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
    in_table = written_row(facts, row).line != row.line
    mend = "sửa lại ô ấy" if in_table else "nói rõ bằng “Hiểu là: cụm từ “…” là “…””"
    return Diagnostic(
        code=TH405,
        message=f"dòng {written_row(facts, row).line} đặt {kinds[0]}, dòng {written_row(facts, above).line} đặt {kinds[1]}",
        at=Label(facts.spans[row.id]),
        also=(Label(facts.spans[above.id]),),
        why=f"Theo câu chữ, kết quả tốt hơn ở dòng này lại là không đạt. Nếu không phải vậy thì {mend}.",
    )


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
