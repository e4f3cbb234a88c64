"""Points in words: what a criterion gives and why, the sum spelled out, class and rank."""

from fractions import Fraction

from thads_dsl.model.plan import Plan
from thads_dsl.model.points import NOTHING_AROSE, PointsTable
from thads_dsl.model.points_caps import capped_sum
from thads_dsl.model.points_results import CriterionResult, PointsResult
from thads_dsl.model.printing import decimals
from thads_dsl.model.units import number

AWAITS_DECISION = "chờ Hội đồng quyết định"
COUNCIL_CHOOSES = "Hội đồng chọn"
AWAITS_FIGURES = "chờ đủ số liệu của các đơn vị"
_MOST_DECIMALS = 10_000  # what has more than four decimals is shown rounded, and said to be so


def points_text(points: Fraction) -> str:
    """“98,5”; a figure that four decimals do not hold as “≈ 17,38”."""
    return number(points) if (points * _MOST_DECIMALS).denominator == 1 else f"≈ {'-' if points < 0 else ''}{decimals(abs(points))}"


def range_text(low: Fraction | None, high: Fraction | None) -> str:
    """“từ 42 đến 52 điểm”; an end that is not known is left out."""
    ends = [f"từ {points_text(low)}" if low is not None else "", f"đến {points_text(high)}" if high is not None else ""]
    return f"{' '.join(end for end in ends if end)} điểm" if any(ends) else "chưa rõ"


def criterion_sum(result: CriterionResult) -> str:
    """“đạt chỉ tiêu: 40; vượt 2,00 điểm phần trăm: +2”; for what is not known what is missing, and the range."""
    if result.points is None:
        return f"{missing_text(result.missing)}; {range_text(result.low, result.high)}"
    signs = ["" if at == 0 or term.points < 0 else "+" for at, term in enumerate(result.terms)]
    return "; ".join(f"{term.text}: {sign}{points_text(term.points)}" for sign, term in zip(signs, result.terms, strict=True))


def missing_text(missing: tuple[str, ...]) -> str:
    """Why points are not known."""
    if missing == (NOTHING_AROSE,):
        return "chưa đủ căn cứ: không phát sinh, bảng điểm chưa nói"
    return f"chưa đủ căn cứ: thiếu {'; '.join(missing)}"


def total_sum(table: PointsTable, result: PointsResult) -> str:
    """“40 + 30,5 + 9 = 79,5”; where bounds or rounding change the sum, what they make of it; the range of what is not known."""
    if result.total is None:
        return range_text(result.low, result.high)
    known = [each.points for each in result.criteria if each.points is not None]
    spelled = " + ".join(f"({points_text(points)})" if points < 0 else points_text(points) for points in known)
    found = sum(known, Fraction(0))
    points = {each.criterion: each.points for each in result.criteria}
    capped = "".join(f"; {cap.text}" for cap in table.caps if capped_sum((cap,), points) != found)
    after = f"{capped}, lấy {points_text(result.total)}" if found != result.total else capped
    return f"{spelled} = {points_text(found)}{after}"


def class_text(result: PointsResult) -> str:
    """“Hạng A”; “Hạng A hoặc Hạng B” while that is open; empty without classes."""
    return " hoặc ".join(result.classes)


def rank_text(result: PointsResult) -> str:
    """“thứ 2 (Cụm 1)”, “thứ 1, bằng nhau với X, chờ Hội đồng quyết định”; empty without a rank."""
    if result.place is None:
        return ""
    cluster = f" ({result.cluster})" if result.cluster else ""
    tied = f", bằng nhau với {', '.join(result.tied)}, {AWAITS_DECISION}" if result.tied else ""
    return f"thứ {result.place}{cluster}{tied}"


def table_of(plan: Plan, result: PointsResult) -> PointsTable:
    """The table that a result is about."""
    return next(table for table in plan.points if table.id == result.table)
