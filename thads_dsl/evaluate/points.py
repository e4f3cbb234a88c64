"""Bảng tiêu chí: the points of each criterion and their total. What is not known is never counted as 0."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from thads_dsl.evaluate.beyond import Against, against_target
from thads_dsl.evaluate.criteria import Case, Unknown, changes_of, nothing_arose, start_of
from thads_dsl.model.plan import Plan
from thads_dsl.model.points import NOTHING_AROSE, Criterion, OnAverage, PointsTable, Rounding
from thads_dsl.model.points_caps import capped_sum
from thads_dsl.model.points_results import CriterionResult, PointsResult, Term
from thads_dsl.model.results import TargetResult, Verdict
from thads_dsl.model.statistics import Row
from thads_dsl.model.units import number


def points_result(plan: Plan, table: PointsTable, row: Row, results: Sequence[TargetResult]) -> PointsResult:
    """The points of a row by a table; `results` are its results on targets."""
    found: dict[str, CriterionResult] = {}
    for criterion in _averages_last(table):
        found[criterion.id] = _on_criterion(plan, table, row, results, criterion, found)
    criteria = tuple(found[criterion.id] for criterion in table.criteria)
    low = capped_sum(table.caps, {each.criterion: each.low for each in criteria})
    high = capped_sum(table.caps, {each.criterion: each.high for each in criteria})
    low, high = (None if end is None else _settled(table, end) for end in (low, high))
    low = table.floor if low is None else low
    high = table.ceiling if high is None else high
    known = all(each.points is not None for each in criteria)
    return PointsResult(table=table.id, criteria=criteria, total=low if known else None, low=low, high=high)


def _averages_last(table: PointsTable) -> list[Criterion]:
    """Averages look at other criteria, and at no average: that is checked where the table is read."""
    return sorted(table.criteria, key=lambda criterion: isinstance(criterion.start, OnAverage))


def _sum(parts: Sequence[Fraction | None]) -> Fraction | None:
    return None if None in parts else sum((part for part in parts if part is not None), Fraction(0))


def _settled(table: PointsTable, total: Fraction) -> Fraction:
    """The total within its bounds, then rounded."""
    if table.floor is not None:
        total = max(total, table.floor)
    if table.ceiling is not None:
        total = min(total, table.ceiling)
    return total if table.rounding is None else rounded(total, table.rounding)


def rounded(points: Fraction, rounding: Rounding) -> Fraction:
    """Points with so many decimals; both ways look at the amount, whatever its sign."""
    scaled = abs(points) * 10**rounding.digits
    whole = (
        scaled.numerator // scaled.denominator if rounding.down else (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    )
    return Fraction(whole if points >= 0 else -whole, 10**rounding.digits)


def _on_criterion(
    plan: Plan,
    table: PointsTable,
    row: Row,
    results: Sequence[TargetResult],
    criterion: Criterion,
    others: Mapping[str, CriterionResult],
) -> CriterionResult:
    low, high = table.range_of(criterion)
    open_result = CriterionResult(criterion=criterion.id, points=None, low=low, high=high)
    if isinstance(criterion.start, OnAverage):
        return _on_average(criterion, criterion.start, others)
    targets, unknown = _targets(plan, criterion, results)
    case = Case(plan, row, criterion, targets)
    if unknown:
        return replace(open_result, missing=unknown)
    if nothing_arose(case):
        if criterion.nothing is None:
            return replace(open_result, missing=(NOTHING_AROSE,))
        return _known(criterion, [Term(NOTHING_AROSE, criterion.nothing)])
    start = start_of(case)
    changes = changes_of(case)
    missing_names = tuple(dict.fromkeys(name for part in (start, *changes) if isinstance(part, Unknown) for name in part.names))
    if missing_names:
        return replace(open_result, missing=missing_names)
    counted = _counted(criterion, [change for change in changes if isinstance(change, Term)])
    return _known(criterion, [*([start] if isinstance(start, Term) else []), *counted])


def _counted(criterion: Criterion, changes: list[Term]) -> list[Term]:
    """What is added and deducted: of the gains only the greatest where so said; and what goes beyond the limits of all, taken back."""
    gains = [term for term in changes if term.points > 0]
    if criterion.highest and gains:
        best = max(gains, key=lambda term: term.points)
        changes = [term for term in changes if term.points <= 0 or term is best]
    terms = list(changes)
    for sign, verb, most in ((1, "cộng", criterion.gains), (-1, "trừ", criterion.losses)):
        beyond = sum((sign * term.points for term in changes if sign * term.points > 0), Fraction(0)) - (most or 0)
        if most is not None and beyond > 0:
            terms.append(Term(f"{verb} không quá {number(most)} điểm", -sign * beyond))
    return terms


def _known(criterion: Criterion, terms: list[Term]) -> CriterionResult:
    points = sum((term.points for term in terms), Fraction(0))
    return CriterionResult(criterion=criterion.id, points=points, low=points, high=points, terms=tuple(terms))


def _on_average(criterion: Criterion, start: OnAverage, others: Mapping[str, CriterionResult]) -> CriterionResult:
    parts = [(others[id], weight) for id, weight in start.parts]
    total = sum((weight for _, weight in parts), Fraction(0))
    low = _sum([None if each.low is None else each.low * weight / total for each, weight in parts])
    high = _sum([None if each.high is None else each.high * weight / total for each, weight in parts])
    unknown = tuple(dict.fromkeys(name for each, _ in parts for name in each.missing))
    if unknown or low is None:
        return CriterionResult(criterion=criterion.id, points=None, low=low, high=high, missing=unknown)
    return _known(criterion, [Term("trung bình cộng", low)])


# ---- what the criterion looks at


def _targets(plan: Plan, criterion: Criterion, results: Sequence[TargetResult]) -> tuple[dict[str, Against | None], tuple[str, ...]]:
    """How the subject stands on the targets that the criterion speaks of; and what is not known of them."""
    found: dict[str, Against | None] = {}
    unknown: list[str] = []
    for quantity in criterion.asks_targets:
        tables = plan.tables_for_points(quantity)
        result = next((each for each in results if each.table in tables), None)
        if result is None or result.verdict is Verdict.NOT_APPLICABLE or _nothing_then_and_now(result):
            found[quantity] = None
        elif result.verdict is Verdict.UNKNOWN:
            unknown += result.missing or (f"chỉ tiêu về {quantity}",)
        else:
            found[quantity] = against_target(plan, result)
    return found, tuple(dict.fromkeys(unknown))


def _nothing_then_and_now(result: TargetResult) -> bool:
    """Whether there was nothing to rise or fall from, and still is nothing; what came of nothing is left to people."""
    return result.verdict is Verdict.UNKNOWN and result.base is not None and result.base[0] == result.numerator == 0
