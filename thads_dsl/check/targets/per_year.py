"""TH216: “60 việc/năm” in a plan that measures nine months: so many in these, or as large a part of them."""

from fractions import Fraction

from thads_dsl.check.draft import Scope
from thads_dsl.check.lowering import Lowering
from thads_dsl.diagnostics import Way
from thads_dsl.model.dates import Period, day_text
from thads_dsl.model.rules import PeriodRule
from thads_dsl.model.units import number
from thads_dsl.syntax import tree

_A_YEAR = "/năm"


def other_than_a_year(lowering: Lowering, scope: Scope, comparison: tree.Comparison) -> Period | None:
    """The days that a figure of a year would be compared with, where these are no year; None where all is well."""
    if not comparison.figure.written.endswith(_A_YEAR):
        return None
    campaign = next((rule.period for rule in lowering.of(PeriodRule) if not rule.measured), None)
    period = lowering.period_of(scope) or campaign
    return None if period is None or period.is_months(12) else period


def per_year_words(lowering: Lowering, comparison: tree.Comparison, period: Period) -> tuple[str, str, tuple[Way, ...]]:
    """What is said of such a figure: message, why, and the line with both meanings where the period has whole months."""
    figure, line = comparison.figure, lowering.draft.source.lines[comparison.span.line - 1].strip()
    message = f"“{figure.written}”, mà kỳ được xét từ {day_text(period.first)} đến {day_text(period.last)} không phải một năm"
    why = "Máy so con số ấy với kết quả của đúng các ngày này; hãy ghi mức của kỳ."
    whole = figure.written.removesuffix(_A_YEAR)
    ways = [Way(f"Nếu cả kỳ phải đạt {whole}:", line.replace(figure.written, whole))]
    months = next((count for count in range(1, 61) if period.is_months(count)), None)
    part = figure.value * months / 12 if figure.value is not None and months is not None else Fraction(1, 2)
    _, _, unit = whole.partition(" ")
    if part.denominator == 1 and unit and not any(map(str.isdigit, unit)):  # not of “1 tỷ 200 triệu đồng”
        share = f"{number(part / figure.factor)} {unit}"
        ways.append(Way(f"Nếu tính theo {months}/12 của năm:", line.replace(figure.written, share)))
    return message, why, tuple(ways)
