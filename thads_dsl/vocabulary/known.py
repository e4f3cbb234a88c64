"""What plans may name, as it is known: statistics, kinds, scales, names and what is said of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cached_property

from thads_dsl.model.adding_up import Balance, MergedUnit
from thads_dsl.model.statistics import Base, Kind
from thads_dsl.model.validity import ALWAYS, DaysOff, Scale, Validity, forms_between
from thads_dsl.source import Passage
from thads_dsl.syntax.names import NameKind

NUMBER = "{số}"  # of a name with a slot: “Phòng THADS khu vực {số}”
# Names that are added up, each with its sign.
Signed = tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class QuantityDefinition:
    """A statistic by its units; việc and đồng together are its two facets.

    With `over` it is computed from others (signed names that are added up), a % as a share of `under`.
    It may be part of another (`within`). `result`: it is what a unit has brought about, and so can bring about more of.
    With a `step` only its multiples are figures of it.
    """

    name: str
    units: tuple[str, ...]
    over: Signed = ()
    under: Signed = ()
    within: str | None = None
    result: bool = False
    step: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """What a definition says of a name beside its meaning; `line` is where the plan itself defines it (None: in a danh mục)."""

    kind: NameKind
    name: str
    validity: Validity = ALWAYS
    instead: str = ""
    source: str = ""
    line: Passage | None = None


@dataclass(frozen=True)
class Vocabulary:
    """What plans may name: of a danh mục, or of a danh mục and a plan together."""

    quantities: tuple[QuantityDefinition, ...] = ()
    kinds: tuple[Kind, ...] = ()
    head_kind: str = ""
    ranks: tuple[str, ...] = ()  # kinds of people of which nobody is of two (ngạch)
    scales: tuple[Scale, ...] = ()
    spellings: tuple[tuple[str, NameKind, str], ...] = ()  # spelling, kind, name
    abbreviations: tuple[tuple[str, str], ...] = ()
    groups: tuple[tuple[Base, tuple[str, ...]], ...] = ()  # whom “đơn vị” or “cá nhân” means where no context says it: names of kinds
    terms: tuple[Term, ...] = ()
    days_off: tuple[DaysOff, ...] = ()
    working_days: tuple[date, ...] = ()  # days of a weekend that are worked (làm bù)
    merged: tuple[MergedUnit, ...] = ()
    balances: tuple[Balance, ...] = ()

    by_figures: tuple[tuple[str, Passage], ...] = ()  # kinds whose members are told by figures, and the phrase that tells them
    shares: tuple[tuple[str, str, str], ...] = ()  # what stands before and after the figure, and the statistic

    @property
    def discipline(self) -> tuple[str, ...]:
        """Every form of discipline that was ever on a scale, mildest first."""
        return forms_between(self.scales, None, None)

    @cached_property
    def _quantities(self) -> dict[str, QuantityDefinition]:
        return {each.name: each for each in reversed(self.quantities)}

    @cached_property
    def _kinds(self) -> dict[str, Kind]:
        return {each.name: each for each in reversed(self.kinds)}

    def quantity(self, name: str) -> QuantityDefinition | None:
        """The statistic of this name; of two the first."""
        return self._quantities.get(name)

    def has_facets(self, name: str) -> bool:
        """Whether the statistic of this name is counted về việc and về tiền; a share has the facets of what it is a share of."""
        return {"việc", "đồng"} <= set(self.counted_in(name))

    def counted_in(self, name: str) -> tuple[str, ...]:
        """The units of a statistic; of a share those of what it is a share of."""
        definition = self.quantity(name)
        if definition is None:
            return ()
        return self.counted_in(definition.under[0][1]) if definition.under else definition.units

    def counts(self, name: str) -> bool:
        """Whether the statistic of this name is a number of cases or an amount of money."""
        definition = self.quantity(name)
        return definition is not None and "%" not in definition.units

    def kind(self, name: str) -> Kind | None:
        """The kind of this name; of two the first."""
        return self._kinds.get(name)

    def terms_of(self, kind: NameKind, name: str) -> tuple[Term, ...]:
        """What the definitions of a name say beside its meaning; a name of two scales has two."""
        return tuple(each for each in self.terms if each.kind is kind and each.name == name)

    def named(self, kind: NameKind, name: str, spellings: tuple[str, ...] = ()) -> Vocabulary:
        """The same with one more name."""
        new = tuple((spelling, kind, name) for spelling in (name, *spellings))
        return replace(self, spellings=self.spellings + new)
