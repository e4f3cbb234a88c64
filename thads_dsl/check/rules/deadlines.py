"""TH504, TH903, TH908: files are due after the data close; “chậm nhất trước ngày” says less than it seems."""

from collections.abc import Iterator
from datetime import timedelta

from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH504, TH903, TH908
from thads_dsl.model.dates import day_text
from thads_dsl.model.rules import Deadline, PeriodRule
from thads_dsl.syntax import tree


def deadlines(facts: Facts) -> Iterator[Diagnostic]:
    """Deadlines of files against the day on which the figures are closed, and their wording."""
    periods = facts.plan.periods
    closing = max(periods, key=lambda rule: rule.period.last) if periods else None
    for deadline in facts.plan.deadlines:
        if closing is not None and "hồ sơ" in deadline.what.casefold():
            yield from _against(facts, deadline, closing)
    for line in facts.draft.lines:
        for sentence in line.sentences:
            if isinstance(sentence.statement, tree.Deadline) and sentence.statement.doubled:
                day = sentence.statement.day
                yield Diagnostic(
                    code=TH908,
                    message=f"“chậm nhất trước {day.written}” nghĩa là trước {day.written}, không kể ngày ấy",
                    at=Label(sentence.statement.span),
                    why="Hai từ cùng chỉ thời hạn dễ bị hiểu là kể cả ngày ấy.",
                    ways=(Way("Có thể viết:", f"trước {day.written}"),),
                )


def _against(facts: Facts, deadline: Deadline, closing: PeriodRule) -> Iterator[Diagnostic]:
    last, close = deadline.last_day, closing.period.last
    after = close + timedelta(days=5)
    if last < close:
        yield Diagnostic(
            code=TH504,
            message=f"ngày cuối được nộp là {day_text(last)}, số liệu đến {day_text(close)} mới chốt",
            at=Label(facts.spans[deadline.id]),
            also=(Label(facts.spans[closing.id]),),
            why=f"Khi hết hạn nộp, kỳ số liệu còn {(close - last).days} ngày.",
            ways=(Way("Ví dụ sửa thành:", f"trước ngày {day_text(after)}"),),
        )
    elif last == close:
        yield Diagnostic(
            code=TH903,
            message=f"ngày cuối được nộp cũng là ngày chốt số liệu ({day_text(close)})",
            at=Label(facts.spans[deadline.id]),
            also=(Label(facts.spans[closing.id]),),
            why="Đơn vị không còn ngày nào để tổng hợp số liệu và lập hồ sơ.",
            ways=(Way("Ví dụ sửa thành:", f"trước ngày {day_text(after)}"),),
        )
