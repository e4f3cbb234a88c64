"""TH531: a points table whose figures are of no period, because only the waves of the plan have one."""

from collections.abc import Iterator

from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH531
from thads_dsl.model.dates import day_text


def table_periods(facts: Facts) -> Iterator[Diagnostic]:
    """Each points table beside waves that are measured, where the plan as a whole is not."""
    measured = [rule for rule in facts.plan.periods if rule.measured]
    if not measured or any(not rule.wave for rule in measured):
        return
    first, last = min(rule.period.first for rule in measured), max(rule.period.last for rule in measured)
    for table in facts.plan.points:
        yield Diagnostic(
            code=TH531,
            message=f"bảng điểm của {table.subject.name} không nói kỳ nào",
            at=Label(facts.spans[table.id]),
            why="Chỉ các đợt có kỳ số liệu. Bảng điểm tính một lần cho cả kế hoạch, nên kế hoạch phải có một kỳ số liệu chung.",
            ways=(Way("Thêm một dòng ngoài các đợt:", f"Kỳ số liệu: từ ngày {day_text(first)} đến hết ngày {day_text(last)}."),),
        )
