"""Bảng tiêu chí: the points of each criterion and their total. What is not known is never counted as 0."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from thads_dsl.evaluate.beyond import Against, against_target
from thads_dsl.evaluate.figures import missing, scale, value
from thads_dsl.model.intervals import Interval
from thads_dsl.model.plan import Plan
from thads_dsl.model.points import (
    NOTHING_AROSE,
    Beyond,
    ByBand,
    ByBeyond,
    ByCompletion,
    ByCouncil,
    ByLevel,
    ByTarget,
    Change,
    Criterion,
    FullPoints,
    Merit,
    OnAverage,
    PerEvent,
    PerStep,
    PointsTable,
    Rounding,
    Start,
)
from thads_dsl.model.points_caps import capped_sum
from thads_dsl.model.points_results import CriterionResult, PointsResult, Term
from thads_dsl.model.printing import decimals, decimals_within
from thads_dsl.model.results import TargetResult, Verdict
from thads_dsl.model.statistics import Row
from thads_dsl.model.units import PERCENT, Unit, number


@dataclass(frozen=True, slots=True)
class _Unknown:
    """What would have to be known."""

    names: tuple[str, ...]


_Found = Term | _Unknown | None  # None: nothing is added


@dataclass(frozen=True, slots=True)
class _Case:
    """One subject on one criterion."""

    plan: Plan
    row: Row
    criterion: Criterion
    targets: Mapping[str, Against | None]  # by quantity; None: no target speaks of the subject, or nothing arose

    def figure(self, key: str) -> Fraction | None:
        """The value of a quantity whose figures are known, as written (77 for 77%); None is không phát sinh."""
        top, bottom = value(self.plan, key, self.row)
        return None if bottom == 0 else scale(self.plan.quantity(key)) * Fraction(top, bottom)

    def unknown(self, *keys: str) -> tuple[str, ...]:
        """Figures that quantities need and that are not known."""
        return missing(self.plan, keys, self.row)

    def unit(self, key: str) -> Unit:
        """The unit of a quantity."""
        return self.plan.quantity(key).unit


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
    case = _Case(plan, row, criterion, targets)
    if unknown:
        return replace(open_result, missing=unknown)
    if _nothing_arose(case):
        if criterion.nothing is None:
            return replace(open_result, missing=(NOTHING_AROSE,))
        return _known(criterion, [Term(NOTHING_AROSE, criterion.nothing)])
    start = _START[type(criterion.start)](case, criterion.start)
    changes = [_CHANGE[type(change)](case, change) for change in criterion.changes]
    missing_names = tuple(dict.fromkeys(name for part in (start, *changes) if isinstance(part, _Unknown) for name in part.names))
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
    by_table = {rows[0].id: rows for rows in plan.tables}
    for quantity in criterion.asks_targets:
        result = next((each for each in results if each.table in by_table and by_table[each.table][0].quantity == quantity), None)
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


def _nothing_arose(case: _Case) -> bool:
    """Whether a ratio has nothing to divide by, or no target speaks of the subject."""
    if None in case.targets.values():
        return True
    banded = case.criterion.start
    return isinstance(banded, ByBand) and not banded.turned and not case.unknown(banded.quantity) and case.figure(banded.quantity) is None


def _in(rows: Sequence[tuple[Interval, Fraction]], figure: Fraction) -> tuple[Interval, Fraction]:
    """The row that holds a figure; the rows are closed."""
    return next(row for row in rows if figure in row[0])


# ---- how points begin


def _full(case: _Case, start: Start) -> _Found:
    assert isinstance(start, FullPoints)
    return Term("điểm chuẩn", start.points) if start.points else None


def _by_level(case: _Case, start: Start) -> _Found:
    assert isinstance(start, ByLevel)
    level = case.row.levels.get(case.criterion.key)
    return _Unknown((case.criterion.key,)) if level is None else Term(level, dict(start.levels)[level])


def _by_target(case: _Case, start: Start) -> _Found:
    assert isinstance(start, ByTarget)
    found = case.targets[start.quantity]
    assert found is not None, "what has no target is settled before"
    if found.met:
        return Term("đạt chỉ tiêu", start.met)
    interval, points = _in(start.short, -found.excess)
    whole = interval == Interval() and points == start.met  # only what is deducted tells the shortfalls apart
    return Term("trước khi trừ" if whole else f"thiếu {decimals_within(-found.excess, interval)} điểm phần trăm", points)


def _by_band(case: _Case, start: Start) -> _Found:
    assert isinstance(start, ByBand)
    if start.turned:
        found = case.targets[start.quantity]
        assert found is not None, "what has no target is settled before"
        interval, points = _in(start.rows, found.measured)
        return Term(f"{decimals_within(found.measured, interval)}%", points)
    if unknown := case.unknown(start.quantity):
        return _Unknown(unknown)
    figure = case.figure(start.quantity)
    assert figure is not None, "what did not arise is settled before"
    unit = case.unit(start.quantity)
    interval, points = _in(start.rows, figure)
    return Term(f"{decimals_within(figure, interval)}%" if unit == PERCENT else f"{number(figure)} {unit.name}", points)


def _by_council(case: _Case, start: Start) -> _Found:
    score = case.row.scores.get(case.criterion.key)
    return _Unknown((case.criterion.key,)) if score is None else Term("Hội đồng chấm", score)


def _by_completion(case: _Case, start: Start) -> _Found:
    assert isinstance(start, ByCompletion)
    found = case.targets[start.quantity]
    if found is None or found.completion is None:
        return _Unknown((NOTHING_AROSE,))
    points = start.points * max(found.completion, Fraction(0))
    points = points if start.most is None else min(points, start.most)
    if found.completion < 0:
        return Term("không hoàn thành phần nào của chỉ tiêu", points)
    return Term(f"hoàn thành {decimals(100 * found.completion)}% chỉ tiêu", points)


_START: dict[type, Callable[[_Case, Start], _Found]] = {
    FullPoints: _full,
    ByLevel: _by_level,
    ByTarget: _by_target,
    ByBand: _by_band,
    ByCouncil: _by_council,
    ByCompletion: _by_completion,
}


# ---- what is added or deducted


def _limited(points: Fraction, most: Fraction | None) -> Fraction:
    if most is None:
        return points
    return min(points, most) if points > 0 else max(points, -most)


def _per_event(case: _Case, change: Change) -> _Found:
    assert isinstance(change, PerEvent)
    count = case.row.figures.get(change.key)
    if count is None:
        return _Unknown((change.key,))
    return Term(f"{number(count)} {change.event}", _limited(count * change.points, change.most)) if count else None


def _per_step(case: _Case, change: Change) -> _Found:
    assert isinstance(change, PerStep)
    found = case.targets[change.quantity]
    assert found is not None, "what has no target is settled before"
    amount = found.excess if change.over else -found.excess
    if amount <= 0:
        return None
    steps = amount / change.step
    steps = Fraction(steps.numerator // steps.denominator) if change.whole else steps
    return Term(f"{'vượt' if change.over else 'thiếu'} {_amount(amount)}", _limited(steps * change.points, change.most))


def _by_beyond(case: _Case, change: Change) -> _Found:
    assert isinstance(change, ByBeyond)
    found = case.targets[change.quantity]
    assert found is not None, "what has no target is settled before"
    loads = tuple(row.load[0] for row in change.rows if row.load is not None)
    holding = [row for row in change.rows if _amount_of(row, found) > 0 and _amount_of(row, found) in row.interval]
    if any(row.load is not None for row in holding) and (unknown := case.unknown(*loads)):
        return _Unknown(unknown)
    counted = [row for row in holding if row.load is None or _carries(case, row.load)]
    if not counted:
        return None
    amount = _amount_of(counted[0], found)
    return Term(f"{'vượt' if counted[0].over else 'thiếu'} {_amount(amount)}", sum((row.points for row in counted), Fraction(0)))


def _amount_of(row: Beyond, found: Against) -> Fraction:
    return found.excess if row.over else -found.excess


def _carries(case: _Case, load: tuple[str, Interval]) -> bool:
    figure = case.figure(load[0])
    return figure is not None and figure in load[1]


def _merit(case: _Case, change: Change) -> _Found:
    assert isinstance(change, Merit)
    found = case.row.judgments.get(change.key)
    if found is None:
        return _Unknown((change.key,))
    return Term(change.merit, change.points) if found else None


_CHANGE: dict[type, Callable[[_Case, Change], _Found]] = {PerEvent: _per_event, PerStep: _per_step, ByBeyond: _by_beyond, Merit: _merit}


def _amount(points: Fraction) -> str:
    return f"{decimals(points)} điểm phần trăm"
