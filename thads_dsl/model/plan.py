"""The plan as meant: all that backends and the evaluator may know of it."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from thads_dsl.model.adding_up import Balance, MergedUnit
from thads_dsl.model.document import Document
from thads_dsl.model.place import Place
from thads_dsl.model.points import PointsTable
from thads_dsl.model.rules import (
    AwardLevels,
    BothStandards,
    Deadline,
    Dossier,
    Exclusion,
    JudgedTarget,
    OpenDeadline,
    PeriodRule,
    Quota,
    RecurringDeadline,
    Restatement,
    Standard,
    Target,
    Wave,
)
from thads_dsl.model.statistics import Base, Kind, Quantity, Subject
from thads_dsl.source import canonical


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What a document is called, spelled the same however the author typed it: for artefacts that quote it."""

    type_name: str
    abstract: str
    parent_agency: str
    agency: str
    number: str


@dataclass(frozen=True, slots=True)
class PlaceChange:
    """One change of another plan: `kind` is replace, repeal or insert (behind the place); the place is one of the plan that it changes."""

    kind: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """What a document changes in which plan, from which day on (`Plan.in_force`)."""

    base: Identity
    in_force: date | None
    changes: tuple[PlaceChange, ...]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A plan without errors. Rules stand in the order of the text; quantities are all that rules need, columns before ratios."""

    document: Document
    kinds: tuple[Kind, ...]
    head_kind: str  # the name of the kind that a row with `head` belongs to, besides its own
    quantities: tuple[Quantity, ...]
    discipline: tuple[str, ...]  # the scale of sanctions, mildest first
    periods: tuple[PeriodRule, ...] = ()
    targets: tuple[Target, ...] = ()
    judged_targets: tuple[JudgedTarget, ...] = ()
    standards: tuple[Standard, ...] = ()
    both_standards: tuple[BothStandards, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    award_levels: tuple[AwardLevels, ...] = ()
    quotas: tuple[Quota, ...] = ()
    dossiers: tuple[Dossier, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    points: tuple[PointsTable, ...] = ()
    open_deadlines: tuple[OpenDeadline, ...] = ()
    recurring_deadlines: tuple[RecurringDeadline, ...] = ()
    waves: tuple[Wave, ...] = ()
    restatements: tuple[Restatement, ...] = ()
    merged: tuple[MergedUnit, ...] = ()
    balances: tuple[Balance, ...] = ()  # of the danh mục, by names of statistics; figures that the plan does not need are not in it
    asides: tuple[int, ...] = ()  # lines that the author marked as prose (>)
    in_force: date | None = None  # the first day on which it holds, where the text says one; None while that of signing is left blank
    amendments: tuple[Amendment, ...] = ()  # what changed the plan, the first change first; `document` is then the last amending one

    @cached_property
    def identity(self) -> Identity:
        """The names of the document in canonical spelling."""
        return Identity(
            type_name=canonical(self.document.type_name),
            abstract=canonical(self.document.abstract),
            parent_agency=canonical(self.document.parent_agency),
            agency=canonical(self.document.agency),
            number=canonical(self.document.number),
        )

    @cached_property
    def parents(self) -> dict[str, tuple[str, ...]]:
        """The parents of every kind, by its name: asked for each row and each rule."""
        return {kind.name: kind.parents for kind in self.kinds}

    @cached_property
    def tables(self) -> tuple[tuple[Target, ...], ...]:
        """Targets by subject and quantity, in the order of the text: of one table, a subject meets one row."""
        found: dict[tuple[object, ...], list[Target]] = {}
        for target in self.targets:
            key = target.subject, target.quantity, target.measure, target.against, target.period, target.award, target.item
            found.setdefault(key, []).append(target)
        return tuple(tuple(rows) for rows in found.values())

    def tables_for_points(self, quantity: str) -> tuple[str, ...]:
        """The ids of the tables that points for a quantity are measured by: those of the plan, not what an award alone asks for."""
        return tuple(rows[0].id for rows in self.tables if rows[0].quantity == quantity and not rows[0].award)

    @cached_property
    def subjects(self) -> tuple[Subject, ...]:
        """Whom the rules speak of, each once, in the order of the kinds of rules."""
        found: list[Subject] = [target.subject for target in self.targets]
        found += [target.subject for target in self.judged_targets]
        found += [standard.subject for standard in self.standards]
        found += [rule.subject for rule in self.both_standards]
        found += [who for rule in self.exclusions for who in (rule.subject, rule.group) if who is not None]
        found += [quota.subject for quota in self.quotas]
        found += [quota.share.counted for quota in self.quotas if quota.share is not None]
        found += [part.subject for quota in self.quotas for part in quota.compositions]
        found += [table.subject for table in self.points]
        found += [deadline.subject for deadline in self.deadlines if deadline.subject is not None]
        return tuple(dict.fromkeys(found))

    def kind_names(self, base: Base) -> frozenset[str]:
        """The names of the kinds of collectives, or of individuals."""
        return self._kind_names[base]

    @cached_property
    def _kind_names(self) -> dict[Base, frozenset[str]]:
        return {base: frozenset(kind.name for kind in self.kinds if kind.base is base) for base in Base}

    def quantity(self, key: str) -> Quantity:
        """The quantity with this key."""
        return self._by_key[key]

    @cached_property
    def _by_key(self) -> dict[str, Quantity]:
        return {each.key: each for each in self.quantities}
