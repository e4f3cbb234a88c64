"""What one criterion of a bảng tiêu chí gives one subject: how its points begin, and what is added or deducted."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from thads_dsl.evaluate.beyond import Against
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
    PerEvent,
    PerStep,
    Start,
)
from thads_dsl.model.points_results import Term
from thads_dsl.model.printing import decimals, decimals_within
from thads_dsl.model.statistics import Row
from thads_dsl.model.units import PERCENT, Unit, number


@dataclass(frozen=True, slots=True)
class Unknown:
    """What would have to be known."""

    names: tuple[str, ...]


Found = Term | Unknown | None  # None: nothing is added


@dataclass(frozen=True, slots=True)
class Case:
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


def start_of(case: Case) -> Found:
    """What the points begin with."""
    return _START[type(case.criterion.start)](case, case.criterion.start)


def changes_of(case: Case) -> list[Found]:
    """What is added and deducted, in the order of the table."""
    return [_CHANGE[type(change)](case, change) for change in case.criterion.changes]


def nothing_arose(case: Case) -> bool:
    """Whether a ratio has nothing to divide by, or no target speaks of the subject."""
    if None in case.targets.values():
        return True
    banded = case.criterion.start
    return isinstance(banded, ByBand) and not banded.turned and not case.unknown(banded.quantity) and case.figure(banded.quantity) is None


def _in(rows: Sequence[tuple[Interval, Fraction]], figure: Fraction) -> tuple[Interval, Fraction]:
    """The row that holds a figure; the rows are closed."""
    return next(row for row in rows if figure in row[0])


# ---- how points begin


def _full(case: Case, start: Start) -> Found:
    assert isinstance(start, FullPoints)
    return Term("điểm chuẩn", start.points) if start.points else None


def _by_level(case: Case, start: Start) -> Found:
    assert isinstance(start, ByLevel)
    level = case.row.levels.get(case.criterion.key)
    return Unknown((case.criterion.key,)) if level is None else Term(level, dict(start.levels)[level])


def _by_target(case: Case, start: Start) -> Found:
    assert isinstance(start, ByTarget)
    found = case.targets[start.quantity]
    assert found is not None, "what has no target is settled before"
    if found.met:
        return Term("đạt chỉ tiêu", start.met)
    interval, points = _in(start.short, -found.excess)
    whole = interval == Interval() and points == start.met  # only what is deducted tells the shortfalls apart
    return Term("trước khi trừ" if whole else f"thiếu {decimals_within(-found.excess, interval)} điểm phần trăm", points)


def _by_band(case: Case, start: Start) -> Found:
    assert isinstance(start, ByBand)
    if start.turned:
        found = case.targets[start.quantity]
        assert found is not None, "what has no target is settled before"
        interval, points = _in(start.rows, found.measured)
        return Term(f"{decimals_within(found.measured, interval)}%", points)
    if unknown := case.unknown(start.quantity):
        return Unknown(unknown)
    figure = case.figure(start.quantity)
    assert figure is not None, "what did not arise is settled before"
    unit = case.unit(start.quantity)
    interval, points = _in(start.rows, figure)
    return Term(f"{decimals_within(figure, interval)}%" if unit == PERCENT else f"{number(figure)} {unit.name}", points)


def _by_council(case: Case, start: Start) -> Found:
    score = case.row.scores.get(case.criterion.key)
    return Unknown((case.criterion.key,)) if score is None else Term("Hội đồng chấm", score)


def _by_completion(case: Case, start: Start) -> Found:
    assert isinstance(start, ByCompletion)
    found = case.targets[start.quantity]
    if found is None or found.completion is None:
        return Unknown((NOTHING_AROSE,))
    points = start.points * max(found.completion, Fraction(0))
    points = points if start.most is None else min(points, start.most)
    if found.completion < 0:
        return Term("không hoàn thành phần nào của chỉ tiêu", points)
    return Term(f"hoàn thành {decimals(100 * found.completion)}% chỉ tiêu", points)


_START: dict[type, Callable[[Case, Start], Found]] = {
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


def _per_event(case: Case, change: Change) -> Found:
    assert isinstance(change, PerEvent)
    count = case.row.figures.get(change.key)
    if count is None:
        return Unknown((change.key,))
    return Term(f"{number(count)} {change.event}", _limited(count * change.points, change.most)) if count else None


def _per_step(case: Case, change: Change) -> Found:
    assert isinstance(change, PerStep)
    found = case.targets[change.quantity]
    assert found is not None, "what has no target is settled before"
    amount = found.excess if change.over else -found.excess
    if amount <= 0:
        return None
    steps = amount / change.step
    steps = Fraction(steps.numerator // steps.denominator) if change.whole else steps
    return Term(f"{'vượt' if change.over else 'thiếu'} {_amount(amount)}", _limited(steps * change.points, change.most))


def _by_beyond(case: Case, change: Change) -> Found:
    assert isinstance(change, ByBeyond)
    found = case.targets[change.quantity]
    assert found is not None, "what has no target is settled before"
    loads = tuple(row.load[0] for row in change.rows if row.load is not None)
    holding = [row for row in change.rows if _amount_of(row, found) > 0 and _amount_of(row, found) in row.interval]
    if any(row.load is not None for row in holding) and (unknown := case.unknown(*loads)):
        return Unknown(unknown)
    counted = [row for row in holding if row.load is None or _carries(case, row.load)]
    if not counted:
        return None
    amount = _amount_of(counted[0], found)
    return Term(f"{'vượt' if counted[0].over else 'thiếu'} {_amount(amount)}", sum((row.points for row in counted), Fraction(0)))


def _amount_of(row: Beyond, found: Against) -> Fraction:
    return found.excess if row.over else -found.excess


def _carries(case: Case, load: tuple[str, Interval]) -> bool:
    figure = case.figure(load[0])
    return figure is not None and figure in load[1]


def _merit(case: Case, change: Change) -> Found:
    assert isinstance(change, Merit)
    found = case.row.judgments.get(change.key)
    if found is None:
        return Unknown((change.key,))
    return Term(change.merit, change.points) if found else None


_CHANGE: dict[type, Callable[[Case, Change], Found]] = {PerEvent: _per_event, PerStep: _per_step, ByBeyond: _by_beyond, Merit: _merit}


def _amount(points: Fraction) -> str:
    return f"{decimals(points)} điểm phần trăm"
