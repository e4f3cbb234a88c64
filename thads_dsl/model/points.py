"""Points tables (Bảng tiêu chí chấm điểm) as meant: criteria with their ways of scoring, and the table. Points are exact fractions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from thads_dsl.model.intervals import Interval
from thads_dsl.model.points_caps import PointsCap, capped_sum
from thads_dsl.model.points_classes import Class, ClassChange, ClassQuota, Ranking
from thads_dsl.model.rules import Rule
from thads_dsl.model.statistics import Subject

NOTHING_AROSE = "không phát sinh"  # a choice of the council where the table gives points for it
REST = "còn lại"


# ---- how the points of a criterion begin


@dataclass(frozen=True, slots=True)
class FullPoints:
    """So many points before anything is added or deducted."""

    points: Fraction


@dataclass(frozen=True, slots=True)
class ByLevel:
    """P2: the council enters one of the levels (“đạt”, “không đạt” among them)."""

    levels: tuple[tuple[str, Fraction], ...]


@dataclass(frozen=True, slots=True)
class ByTarget:
    """P2: points for meeting the subject's target of this quantity; else those of the shortfall in the target's unit (0 excluded).

    `short` is closed: every shortfall lies in exactly one interval.
    """

    quantity: str
    met: Fraction
    short: tuple[tuple[Interval, Fraction], ...]


@dataclass(frozen=True, slots=True)
class ByBand:
    """P3: points by the band in which the quantity lies; the bands are closed and disjoint.

    `turned`: by the band in which its rise or fall lies, as the subject's target of the quantity measures it.
    """

    quantity: str
    rows: tuple[tuple[Interval, Fraction], ...]
    turned: bool = False


@dataclass(frozen=True, slots=True)
class ByCouncil:
    """P9: the council enters a figure between two bounds, both included."""

    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class ByCompletion:
    """P7: points × actual / target of this quantity, at most `most` (None: without limit)."""

    quantity: str
    points: Fraction
    most: Fraction | None


@dataclass(frozen=True, slots=True)
class OnAverage:
    """P8: the weighted mean of the points of other criteria: (id, weight)."""

    parts: tuple[tuple[str, Fraction], ...]


Start = FullPoints | ByLevel | ByTarget | ByBand | ByCouncil | ByCompletion | OnAverage


# ---- what is added or deducted (points carry their sign)


@dataclass(frozen=True, slots=True)
class PerEvent:
    """P6: so many points for each occurrence, in all at most `most` (None: without limit). `key` is its column."""

    key: str
    event: str
    points: Fraction
    most: Fraction | None


@dataclass(frozen=True, slots=True)
class PerStep:
    """P5: points for every `step` by which the target is exceeded (`over`) or missed, in all at most `most`.

    `whole`: only full steps count; else pro rata.
    """

    quantity: str
    over: bool
    step: Fraction
    points: Fraction
    most: Fraction | None
    whole: bool


@dataclass(frozen=True, slots=True)
class Beyond:
    """P4: points where the target is exceeded (`over`) or missed by an amount in the interval, and the load lies in its own."""

    over: bool
    interval: Interval
    load: tuple[str, Interval] | None
    points: Fraction


@dataclass(frozen=True, slots=True)
class ByBeyond:
    """P4: the rows of one criterion; of the rows that hold, all count."""

    quantity: str
    rows: tuple[Beyond, ...]


@dataclass(frozen=True, slots=True)
class Merit:
    """P8: points if the council finds that something is so; `key` is its judgment."""

    key: str
    merit: str
    points: Fraction


Change = PerEvent | PerStep | ByBeyond | Merit


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion(Rule):
    """One criterion: `standard` is its điểm chuẩn, `key` names its column where the council enters something.

    `former`: in an amended table, the number that its base gives it, if that is another one.
    `highest`: of what is added only the most counts (P8). `gains`, `losses`: the most that all changes together add, or deduct
    (None: each has its own limit). `nothing`: the points where nothing arose, in place of all else.
    """

    number: str
    title: str
    key: str
    standard: Fraction
    start: Start
    changes: tuple[Change, ...]
    highest: bool
    nothing: Fraction | None
    gains: Fraction | None = None
    losses: Fraction | None = None
    former: str = field(default="", compare=False)

    @property
    def numbered(self) -> str:
        """“5”; “5 (bảng cũ: 6)” where the base of its table numbers it otherwise."""
        return f"{self.number} (bảng cũ: {self.former})" if self.former else self.number

    @property
    def quantities(self) -> tuple[str, ...]:
        """The keys of the quantities that it looks at, loads left out."""
        asked = [self.start.quantity] if isinstance(self.start, ByTarget | ByBand | ByCompletion) else []
        asked += [change.quantity for change in self.changes if isinstance(change, PerStep | ByBeyond)]
        return tuple(dict.fromkeys(asked))

    @property
    def loads(self) -> tuple[str, ...]:
        """The keys of the quantities by which a bonus depends on the load."""
        rows = [row for change in self.changes if isinstance(change, ByBeyond) for row in change.rows]
        return tuple(dict.fromkeys(row.load[0] for row in rows if row.load is not None))

    @property
    def asks_targets(self) -> tuple[str, ...]:
        """The keys of the quantities whose targets it looks at; a band looks at the quantity alone."""
        banded = self.start.quantity if isinstance(self.start, ByBand) and not self.start.turned else None
        changed = {change.quantity for change in self.changes if isinstance(change, PerStep | ByBeyond)}
        return tuple(key for key in self.quantities if key != banded or key in changed)

    @property
    def events(self) -> tuple[str, ...]:
        """The keys of the columns that count what occurred."""
        return tuple(change.key for change in self.changes if isinstance(change, PerEvent))

    @property
    def best(self) -> Fraction | None:
        """The most points before anything is added; where all points are added, the most of these. None is without limit."""
        if isinstance(self.start, ByCompletion):
            return _least(self.start.points, self.start.most)
        if isinstance(self.start, FullPoints) and not self.start.points:
            return self.range[1]
        return _start_range(self.start)[1]

    @property
    def range(self) -> tuple[Fraction | None, Fraction | None]:
        """The least and the most points that it can give, whatever the facts; None is without limit. An average is asked of its table."""
        low, high = _start_range(self.start)
        gains = [_change_most(change) for change in self.changes if change_sign(change) > 0]
        losses = [_change_most(change) for change in self.changes if change_sign(change) < 0]
        if self.highest:
            gains = [max(gains, key=lambda gain: (gain is None, gain or 0))] if gains else []
        gain, loss = _least(_sum(gains), self.gains), _least(_sum(losses), self.losses)
        most = None if high is None or gain is None else high + gain
        least = None if low is None or loss is None else low - loss
        nothing = [] if self.nothing is None else [self.nothing]
        return (None if least is None else min([least, *nothing])), (None if most is None else max([most, *nothing]))


def _least(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    known = [each for each in (one, other) if each is not None]
    return min(known) if known else None


def _start_range(start: Start) -> tuple[Fraction | None, Fraction | None]:
    match start:
        case FullPoints(points=points):
            return points, points
        case ByLevel(levels=levels):
            return min(points for _, points in levels), max(points for _, points in levels)
        case ByTarget(met=met, short=short):
            given = [met, *(points for _, points in short)]
            return min(given), max(given)
        case ByBand(rows=rows):
            return min(points for _, points in rows), max(points for _, points in rows)
        case ByCouncil(low=low, high=high):
            return low, high
        case ByCompletion(most=most):
            return Fraction(0), most
        case OnAverage():
            return None, None


def change_sign(change: Change) -> int:
    """1 for what adds points, -1 for what deducts them."""
    rows = [row.points for row in change.rows] if isinstance(change, ByBeyond) else [change.points]
    return 1 if any(points > 0 for points in rows) else -1


def _change_most(change: Change) -> Fraction | None:
    """How much a change can add or deduct, without its sign; None is without limit."""
    match change:
        case PerEvent(most=most) | PerStep(most=most):
            return most
        case ByBeyond(rows=rows):
            return max(abs(row.points) for row in rows)
        case Merit(points=points):
            return abs(points)


def _mean(start: OnAverage, ranges: Sequence[tuple[Fraction | None, Fraction | None]]) -> tuple[Fraction | None, Fraction | None]:
    weights = [weight for _, weight in start.parts]
    total = sum(weights, Fraction(0))
    ends = []
    for side in (0, 1):
        found = _sum(None if (end := each[side]) is None else end * weight for each, weight in zip(ranges, weights, strict=True))
        ends.append(None if found is None else found / total)
    return ends[0], ends[1]


def _sum(parts: Iterable[Fraction | None]) -> Fraction | None:
    known = list(parts)
    return None if None in known else sum((part for part in known if part is not None), Fraction(0))


# ---- the table


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the table with the points it is worth; `criteria` are the ids of all criteria inside it."""

    number: str
    title: str
    points: Fraction
    criteria: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rounding:
    """P10: decimals of the total; `down` cuts the rest off, else half is rounded up (away from nothing)."""

    digits: int
    down: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsTable(Rule):
    """Bảng tiêu chí of a subject. The total lies between `floor` and `ceiling` (None: no such bound) and is rounded last."""

    subject: Subject
    parts: tuple[Part, ...]
    criteria: tuple[Criterion, ...]
    standard: Fraction
    floor: Fraction | None = None
    ceiling: Fraction | None = None
    rounding: Rounding | None = None
    caps: tuple[PointsCap, ...] = ()
    classes: tuple[Class, ...] = ()
    changes: tuple[ClassChange, ...] = ()
    quotas: tuple[ClassQuota, ...] = ()
    ranking: Ranking | None = None
    balance: tuple[Fraction, ...] = ()  # of an amended table: the points of its base, then what each change added or took
    kept: tuple[str, ...] = ()  # of an amended table: what its base says of totals, classes and ranks and still holds

    def criterion(self, id: str) -> Criterion:
        """The criterion with this id."""
        return next(criterion for criterion in self.criteria if criterion.id == id)

    def range_of(self, criterion: Criterion) -> tuple[Fraction | None, Fraction | None]:
        """The least and the most points of a criterion; an average lies between the averages of the ranges of its parts."""
        if not isinstance(criterion.start, OnAverage):
            return criterion.range
        return _mean(criterion.start, [self.range_of(self.criterion(id)) for id, _ in criterion.start.parts])

    @property
    def range(self) -> tuple[Fraction | None, Fraction | None]:
        """The least and the most points in all, before floor, ceiling and rounding."""
        ranges = {criterion.id: self.range_of(criterion) for criterion in self.criteria}
        low, high = ({id: ends[side] for id, ends in ranges.items()} for side in (0, 1))
        return capped_sum(self.caps, low), capped_sum(self.caps, high)
