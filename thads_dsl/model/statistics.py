"""What a plan counts, for whom, and the rows of statistics that hold it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cached_property

from thads_dsl.model.regions import Region
from thads_dsl.model.units import Facet, Unit


class Base(Enum):
    """The two sheets of statistics that hold subjects."""

    COLLECTIVE = "tập thể"
    INDIVIDUAL = "cá nhân"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of collective or individual; its members belong to its parents too.

    `total`: its one member is the whole office, whose figures are the sums of those of all units (“kết quả toàn Cục”).
    `group`: it only joins kinds and units that there are (“Đơn vị ở xa gồm: …”), so “mỗi đơn vị” does not count by it.
    `without`: whoever of its base is of none of these kinds belongs to it (“Công chức: cá nhân không là Người lao động”).
    """

    name: str
    base: Base
    parents: tuple[str, ...] = ()
    total: bool = False
    group: bool = False
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """Who a rule is for: rows of `base` of one of the kinds `any_of` (empty: all), and of none of `none_of`.

    With `where`, only those whose figures lie there; a row whose figures are not known is none of them.
    """

    name: str
    base: Base
    any_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()
    where: Region | None = None

    def covers(self, kinds: frozenset[str]) -> bool:
        """Whether a row of `base` that belongs to `kinds` is meant."""
        return (not self.any_of or not kinds.isdisjoint(self.any_of)) and kinds.isdisjoint(self.none_of)


# The `when` of figures that are not of any time: what the agency above assigned.
ASSIGNED = "được giao"


@dataclass(frozen=True, slots=True)
class Sum:
    """Columns added and subtracted: `terms` are (how many times, key of the column); a constant is added."""

    terms: tuple[tuple[int, str], ...]
    constant: int = 0


@dataclass(frozen=True, slots=True)
class Quantity:
    """A statistic: a column of the data, or with `numerator` what is computed from columns, over `denominator` if there is one.

    `when` says of which time it is: empty for the measured period, else as the text calls it (“năm 2022”, “đợt 1”, “được giao”).
    `within` is the key of the quantity that it is a part of, and so never exceeds, if there is one.
    `lever` is the key of the column by which a unit can change it: what it has finished, where that is a part of it.
    """

    name: str
    facet: Facet | None
    unit: Unit
    when: str = ""
    numerator: Sum | None = None
    denominator: Sum | None = None
    within: str | None = None
    lever: str | None = None

    @property
    def is_column(self) -> bool:
        """Whether the statistics hold it as it is."""
        return self.numerator is None

    @property
    def columns(self) -> tuple[str, ...]:
        """The keys of the columns that it is computed from, each once; of a column its own."""
        if self.numerator is None:
            return (self.key,)
        sums = (self.numerator, self.denominator or Sum(()))
        return tuple(dict.fromkeys(key for each in sums for _, key in each.terms))

    @property
    def key(self) -> str:
        """The name that tells it from its sister of the other facet and of another time."""
        facet = "" if self.facet is None else f" {self.facet.value}"
        return f"{self.name}{facet}{f' ({self.when})' if self.when else ''}"

    @property
    def heading(self) -> str:
        """The heading of its column: “Có điều kiện thi hành, số việc”."""
        name = self.name[0].upper() + self.name[1:]
        return name if self.facet is None else f"{name}, {self.facet.column_word}"

    @property
    def full_heading(self) -> str:
        """The heading with the time that it is of: “Có điều kiện thi hành, số việc (năm 2022)”."""
        return f"{self.heading} ({self.when})" if self.when else self.heading


@dataclass(frozen=True, slots=True)
class Row:
    """One collective or one individual of the statistics.

    `kind` is what the sheet says (loại đơn vị, chức danh); `unit` is empty for a collective.
    A figure or a judgment that is None, or not there, is not known; it is never 0. Only a figure in % need not be whole.
    Figures are keyed by `Quantity.key`, judgments by the text that the council judges; levels and scores are what the council
    enters for a criterion of a points table, keyed by `Criterion.key`.
    """

    base: Base
    name: str
    unit: str
    kind: str
    head: bool
    figures: Mapping[str, int | Fraction | None]
    judgments: Mapping[str, bool | None]
    levels: Mapping[str, str | None] = field(default_factory=dict)
    scores: Mapping[str, Fraction | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sanction:
    """One decision on discipline: who (name and unit), which form, and the day the decision was signed.

    `kinds` are those of the person; None in a worked example, where nobody in particular is meant.
    """

    name: str
    unit: str
    form: str
    signed: date
    kinds: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class DossierRecord:
    """What one subject's file, for one wave or for all, held (None: not known) and the day it came in (None: not known)."""

    name: str
    unit: str
    documents: Mapping[str, bool | None]
    received: date | None
    wave: str = ""


@dataclass(frozen=True)  # no slots: what is looked up by name is indexed once
class Statistics:
    """All that is known of one campaign; `sanctions` or `dossiers` None means that the table was not handed in."""

    collectives: tuple[Row, ...]
    individuals: tuple[Row, ...]
    sanctions: tuple[Sanction, ...] | None = None
    dossiers: tuple[DossierRecord, ...] | None = None

    @cached_property
    def units(self) -> Mapping[str, Row]:
        """The collectives by their names; of equal names the first."""
        return {row.name: row for row in reversed(self.collectives)}

    @cached_property
    def files(self) -> Mapping[tuple[str, str], tuple[DossierRecord, ...]]:
        """The records of files by unit and name."""
        found: dict[tuple[str, str], tuple[DossierRecord, ...]] = {}
        for each in self.dossiers or ():
            found[each.unit, each.name] = (*found.get((each.unit, each.name), ()), each)
        return found
