"""Classes and ranks of a points table as meant: what a total and its conditions make of a unit, and the order of units."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from thads_dsl.model.dates import Period
from thads_dsl.model.intervals import Interval
from thads_dsl.model.rules import Rule


@dataclass(frozen=True, slots=True)
class TargetsAre:
    """Whether the subject meets all of these targets (ids), or with `met` False fails one of them.

    Without ids it is not known which those are, and the plan is none to compile.
    `words` are those of the plan for them (“cả hai chỉ tiêu được giao”), `several` whether they say how many.
    """

    targets: tuple[str, ...]
    met: bool
    words: str = field(default="các chỉ tiêu", compare=False)
    several: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class NoneBelow:
    """C7: fewer than `least` criteria have less than so many percent of their điểm chuẩn, or with `met` False as many or more."""

    percent: Fraction
    least: int = 1
    met: bool = True


ClassCondition = TargetsAre | NoneBelow


@dataclass(frozen=True, slots=True)
class ClassCase:
    """One way into a class: the total lies in the interval, and all conditions hold."""

    interval: Interval
    conditions: tuple[ClassCondition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Class(Rule):
    """P11: a class and the ways into it; without cases it takes whatever the classes above leave."""

    name: str
    cases: tuple[ClassCase, ...]


@dataclass(frozen=True, slots=True)
class Disciplined:
    """A decision on discipline of one of `forms` within `window` (None: at any time) on somebody of the unit, or on the person.

    Only those of one of the kinds `people` count; empty: anybody.
    """

    forms: tuple[str, ...]
    window: Period | None
    people: tuple[str, ...] = ()


Trigger = Disciplined | NoneBelow | TargetsAre


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassChange(Rule):
    """C7: where the trigger holds, one class down, or with `bar` no class as high as that one or higher.

    A trigger `NoneBelow` (met False) holds where so many criteria are below; `TargetsAre` (met False) where a target is failed.
    """

    trigger: Trigger
    bar: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassQuota(Rule):
    """P11: at most `percent` of the units of the table in class `name`, a whole number of units; the rest of them go one class down."""

    name: str
    percent: Fraction
    up: bool


@dataclass(frozen=True, slots=True)
class RankKey:
    """What is compared, the greater before the less: points of a criterion (id), a quantity (key), or with neither the total."""

    criterion: str | None
    quantity: str | None


TOTAL = RankKey(None, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking(Rule):
    """P12: units in the order of the keys in turn, within each cluster if so said; what is still equal is a tie.

    The first key is the total unless the text names another.
    """

    clusters: bool
    keys: tuple[RankKey, ...]
