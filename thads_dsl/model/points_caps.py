"""P10: the most that several criteria of a points table can add, or deduct, together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from thads_dsl.model.rules import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsCap(Rule):
    """The points of these criteria (ids) together are at most `most`; with `sign` -1 they deduct at most so many.

    Each of them has no điểm chuẩn, and only adds or only deducts: its points are all that is limited. No criterion has two caps.
    """

    criteria: tuple[str, ...]
    sign: int
    most: Fraction


def capped_sum(caps: Sequence[PointsCap], points: Mapping[str, Fraction | None]) -> Fraction | None:
    """The sum of the points of criteria (by id); None is without limit, which a cap ends."""
    left = dict(points)
    parts: list[Fraction | None] = []
    for cap in caps:
        inside = _sum(left.pop(id) for id in cap.criteria)
        beyond = inside is None or inside * cap.sign > cap.most
        parts.append(cap.sign * cap.most if beyond else inside)
    return _sum([*left.values(), *parts])


def _sum(parts: Iterable[Fraction | None]) -> Fraction | None:
    known = list(parts)
    return None if None in known else sum((part for part in known if part is not None), Fraction(0))
