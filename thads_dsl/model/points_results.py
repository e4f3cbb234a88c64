"""What a run finds out about points: per criterion with the sum spelled out, the total, class and rank."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Term:
    """One part of the points of a criterion, in words, with its points (less than 0 where deducted)."""

    text: str
    points: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionResult:
    """The points of one criterion; where something is not known (`missing` names it), only the range that they can lie in.

    An end of the range that is None is without limit.
    """

    criterion: str
    points: Fraction | None
    low: Fraction | None
    high: Fraction | None
    terms: tuple[Term, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsResult:
    """How one subject stands on one points table.

    `total` is known only when every criterion is; else it lies between `low` and `high` (None: no limit).
    `classes` are the classes that are still possible, the best first: one where the class is known, none where the table has no
    classes. `steps` says in words what moved the class after the points had given it. `place` is the rank, 1 for the first; None
    where it cannot be said yet or nothing is ranked; `rank_note` says why not, or what did not arise. `tied` names those between
    whom and the subject only the council can decide.
    `choice` says how many of how many equals the council has to choose for the last places of a class (empty: none).
    """

    table: str
    criteria: tuple[CriterionResult, ...]
    total: Fraction | None
    low: Fraction | None
    high: Fraction | None
    classes: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    cluster: str = ""
    place: int | None = None
    rank_note: str = ""
    tied: tuple[str, ...] = ()
    choice: str = ""
