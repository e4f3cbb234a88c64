"""Who comes before whom on a points table, by the total or by what the text compares instead, and why that cannot be said yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from thads_dsl.evaluate.figures import missing, value
from thads_dsl.model.plan import Plan
from thads_dsl.model.points import PointsTable
from thads_dsl.model.points_classes import TOTAL, RankKey
from thads_dsl.model.points_results import PointsResult
from thads_dsl.model.results import TargetResult
from thads_dsl.model.statistics import Row

# Greater is better; where nothing arose there is no figure to compare, and it comes after every figure, as for numbers of awards.
_Step = tuple[int, Fraction]
_Span = tuple[_Step | None, _Step | None]  # the least and the greatest that it can be; None is not known
_NOTHING_AROSE: _Step = (0, Fraction(0))
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Standing:
    """A subject of a table: its points, and its results on targets."""

    row: Row
    points: PointsResult
    targets: tuple[TargetResult, ...]


@dataclass(frozen=True, slots=True)
class Rival:
    """A subject with what it is compared by, in turn, and what of that is not known or did not arise, in words."""

    standing: Standing
    spans: tuple[_Span, ...]
    lacks: tuple[str, ...]
    nothing: tuple[str, ...]

    def before(self, other: "Rival") -> bool | None:
        """Whether it certainly comes before (True) or does not (False); None where it cannot be said. Equals do not."""
        for (low, high), (other_low, other_high) in zip(self.spans, other.spans, strict=True):
            if low is not None and low == high == other_low == other_high:
                continue
            if low is not None and other_high is not None and low > other_high:
                return True
            return False if other_low is not None and high is not None and other_low > high else None
        return False

    def equals(self, other: "Rival") -> bool:
        """Whether nothing that the plan names tells the two apart."""
        return self.before(other) is False and other.before(self) is False


def rival(plan: Plan, table: PointsTable, standing: Standing) -> Rival:
    """A subject as others are compared with it."""
    keys = table.ranking.keys if table.ranking is not None else (TOTAL,)
    spans = tuple(_span(plan, standing, key) for key in keys)
    open_ = (_lack(plan, table, standing, key) for key, (low, high) in zip(keys, spans, strict=True) if low is None or low != high)
    nothing = (key.quantity for key, (low, _) in zip(keys, spans, strict=True) if key.quantity is not None and low == _NOTHING_AROSE)
    return Rival(standing, spans, tuple(open_), tuple(nothing))


def _span(plan: Plan, standing: Standing, key: RankKey) -> _Span:
    points = standing.points
    if key.criterion is not None:
        known = next(each.points for each in points.criteria if each.criterion == key.criterion)
        return _step(known), _step(known)
    if key.quantity is None:
        return (_step(points.low), _step(points.high)) if points.total is None else (_step(points.total), _step(points.total))
    if missing(plan, (key.quantity,), standing.row):
        return None, None
    top, bottom = value(plan, key.quantity, standing.row)
    step = _NOTHING_AROSE if bottom == 0 else (1, Fraction(top, bottom))
    return step, step


def _step(points: Fraction | None) -> _Step | None:
    return None if points is None else (1, points)


def _lack(plan: Plan, table: PointsTable, standing: Standing, key: RankKey) -> str:
    if key.criterion is not None:
        return f"chưa có điểm tiêu chí {table.criterion(key.criterion).number}"
    return "chưa có tổng điểm" if key.quantity is None else f"thiếu {', '.join(missing(plan, (key.quantity,), standing.row))}"


def note(own: Rival, others: Sequence[Rival], placed: bool) -> str:
    """Why the subject has no place yet, naming whose figures are not known; of one that has a place what of it did not arise."""
    if placed:
        return "; ".join(f"{name}: không phát sinh, xếp sau" for name in own.nothing)
    waited = [own, *(each for each in others if each.before(own) is None)]
    told = [f"{each.standing.row.name} {each.lacks[0]}" for each in waited if each.lacks]
    more = f" và {len(told) - _MOST_NAMED} đối tượng khác" if len(told) > _MOST_NAMED else ""
    return f"chưa xếp được: {'; '.join(told[:_MOST_NAMED])}{more}"
