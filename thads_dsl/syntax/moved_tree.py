"""Targets of one wave by those of another, as written."""

from __future__ import annotations

from dataclasses import dataclass

from thads_dsl.syntax import tree


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherWave(tree.Node):
    """What stands on the other side: “chỉ tiêu đợt 1”, “kết quả đợt 1”, “đợt 1” (`what` is empty)."""

    wave: int
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class By(tree.Node):
    """“1,5 điểm phần trăm”, perhaps of one facet only (else empty)."""

    figure: tree.Figure
    facet: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedTargets(tree.Statement):
    """“Chỉ tiêu đợt 2 cao hơn chỉ tiêu đợt 1 là 1,5 điểm phần trăm”: the targets of `other`, one by one, are those of `wave`.

    `how` is “cao hơn”, “thấp hơn” (by so many points) or “bằng” (so many percent of each). `wave` is 0 where the context says it.
    `of_targets`: the word “chỉ tiêu” is said on either side; `of_results`: “kết quả” is. `sound` is False for “cao hơn … không quá …”.
    What else is said (places, facets, subjects, a statistic) tells which of the targets are meant.
    """

    wave: int
    other: int
    how: str
    by: tuple[By, ...]
    of_targets: bool
    of_results: bool
    sound: bool
    facets: tuple[str, ...] = ()
    subjects: tuple[tree.Subject, ...] = ()
    quantity: tree.NameRef | None = None
    places: tuple[tree.PlaceRef, ...] = ()
