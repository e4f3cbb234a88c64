"""TH921: “đầu năm”, “kết thúc năm” are those of the reporting year; a plan that does not say which year it counts in is told."""

from collections.abc import Iterator

from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH921
from thads_dsl.model.dates import THADS_YEAR, day_text
from thads_dsl.model.rules import PeriodRule, Wave
from thads_dsl.syntax import date_tree, tree


def reporting_years(facts: Facts) -> Iterator[Diagnostic]:
    """One complaint for the first such words of a plan, with all the others."""
    if facts.draft.key("năm báo cáo"):
        return
    found = [moment for line in facts.draft.lines for sentence in (*line.sentences, line.read.context) if sentence is not None
             for moment in _of_year(sentence.statement)]  # fmt: skip
    if not found:
        return
    rules: tuple[PeriodRule | Wave, ...] = (*facts.plan.waves, *facts.plan.periods)
    taken = next((f" (máy đang hiểu là {day_text(rule.period.first)} – {day_text(rule.period.last)})" for rule in rules
                  if facts.spans[rule.id].line == found[0].span.line), "")  # fmt: skip
    yield Diagnostic(
        code=TH921,
        message=f"“{found[0].written}” là của năm báo cáo ({THADS_YEAR.day:02d}/{THADS_YEAR.month} – 30/9) hay năm dương lịch{taken}",
        at=Label(found[0].span),
        also=tuple(Label(moment.span) for moment in found[1:]),
        why="Kế hoạch chưa nói, máy theo năm báo cáo thống kê THADS. Thêm vào đầu văn bản một trong hai dòng:",
        ways=(Way("", "Năm báo cáo: từ 01/10 đến 30/9"), Way("", "Năm báo cáo: từ 01/01 đến 31/12")),
    )


def _of_year(statement: tree.Statement | None) -> Iterator[tree.Moment]:
    if isinstance(statement, date_tree.MeasuredOver):
        statement = statement.measured
    if isinstance(statement, date_tree.MeasuredToWaveEnd):
        yield from (moment for moment in (statement.first,) if moment is not None and moment.of_year)
    if isinstance(statement, date_tree.Period | date_tree.Wave | date_tree.Measured):
        yield from (moment for moment in (statement.first, statement.last) if moment is not None and moment.of_year)
