"""“(từ ngày … đến ngày …)”, “trong thời gian thi đua”, “trong kỳ số liệu”, “trong năm 2026” → the days that a condition looks at."""

from thads_dsl.check.days import period
from thads_dsl.check.draft import Scope
from thads_dsl.check.lowering import Lowering
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH529
from thads_dsl.model.dates import Period
from thads_dsl.model.rules import PeriodRule, Wave
from thads_dsl.syntax import tree


def window_of(lowering: Lowering, scope: Scope, node: tree.Window | None) -> Period | None:
    """The days, both ends included; None where the sentence has no window, or with a complaint where there are no such days."""
    if node is None:
        return None
    if node.first is not None and node.last is not None:
        return lowering.take(period(node.first, node.last, lowering.year))
    if node.year is not None:
        reporting = lowering.calendar.reporting
        return reporting.of(node.year) if reporting is not None else None  # else two readings: a rule complains
    found = lowering.period_of(scope) if node.during == "số liệu" else _campaign(lowering, scope.wave)
    if found is None:
        lowering.found.append(_no_days(node))
    return found


def _campaign(lowering: Lowering, wave: str) -> Period | None:
    """The wave that the condition stands in, else the campaign, else from the first wave's first day to the last wave's last."""
    waves = [rule.period for rule in lowering.of(Wave) if not wave or rule.label == wave]
    if wave and waves:
        return waves[0]
    said = next((rule.period for rule in lowering.of(PeriodRule) if not rule.measured and not rule.wave), None)
    if said is not None or not waves:
        return said
    return Period(min(each.first for each in waves), max(each.last for each in waves))


def _no_days(node: tree.Window) -> Diagnostic:
    measured = node.during == "số liệu"
    what = "kỳ số liệu" if measured else "thời gian thi đua"
    return Diagnostic(
        code=TH529,
        message=f"kế hoạch chưa có {what}",
        at=Label(node.span),
        why="Không biết những ngày nào thì không biết quyết định kỷ luật nào được tính.",
        ways=(Way("Thêm vào phần thời gian của kế hoạch:", f"{what.capitalize()}: từ ngày …/…/… đến hết ngày …/…/…"),),
    )
