"""The state of one lowering: the draft, what was complained about, and the rules found so far."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TypedDict, TypeVar

from thads_dsl.check.draft import Draft, Line, Scope
from thads_dsl.check.times.calendar import Calendar, measured_period
from thads_dsl.diagnostics import Diagnostic
from thads_dsl.model.dates import Period
from thads_dsl.model.people import people_meant
from thads_dsl.model.place import Place
from thads_dsl.model.regions import Region
from thads_dsl.model.rules import Quota, Rule, Target, Wave
from thads_dsl.model.statistics import Quantity, Subject
from thads_dsl.source import Span, canonical
from thads_dsl.syntax import tree
from thads_dsl.syntax.sentences import Sentence

T = TypeVar("T")


class Header(TypedDict):
    """The fields that every rule has."""

    id: str
    place: Place
    line: int
    text: str
    wave: str
    row: int


@dataclass(frozen=True, slots=True)
class Once:
    """A place where something is settled, and what it is settled as; places that settle it alike are no two answers."""

    span: Span
    meant: object


@dataclass(frozen=True, slots=True)
class Windowed:
    """What a rule on discipline says: the mildest form that counts, and the days, in which context."""

    scope: Scope
    mildest: str | None
    window: tree.Window | None


@dataclass(slots=True)
class Lowering:
    """Collects rules in the order of the text; `spans` and `bands` tell where each, and its band, was read, by its id."""

    draft: Draft
    found: list[Diagnostic] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    quantities: dict[str, Quantity] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)
    bands: dict[str, Span] = field(default_factory=dict)
    parts: dict[str, tuple[tree.Band, ...]] = field(default_factory=dict)  # the bands of a target that must all hold, as written
    within: dict[str, Region] = field(default_factory=dict)  # of a target whose bands lie in those of its group, or of a wider context
    year: int | None = None
    calendar: Calendar = field(default_factory=Calendar)
    measured: dict[str, Period] = field(default_factory=dict)  # by wave; "": of the whole plan, where no context says another
    fixed: set[str] = field(default_factory=set)  # ids of periods that hold for the whole plan or wave
    unread_groups: set[str] = field(default_factory=set)  # names of groups whose definition by figures is not read
    groups_in_reading: set[str] = field(default_factory=set)  # names of groups whose definition by figures is being read
    joint: dict[str, str] = field(default_factory=dict)  # of a row for some of those whom its sentence names: how they are all named
    aparts: set[str] = field(default_factory=set)  # ids of rows for “riêng …”
    leftovers: set[str] = field(default_factory=set)  # ids of rows for “các đơn vị còn lại”
    rests: set[str] = field(default_factory=set)  # ids of rows of a table for the figures that its other rows leave
    unsettled: list[Target] = field(default_factory=list)  # rows whose goal has an error: their bands can be proved all the same
    exempt: list[tuple[Line, Sentence, tree.Target]] = field(default_factory=list)
    windows: dict[str, Windowed] = field(default_factory=dict)  # by ids of conditions and exclusions that look at decisions on discipline
    next_levels: set[str] = field(default_factory=set)  # ids of quotas whose places are for some of those who got one above
    outstanding: set[str] = field(default_factory=set)  # ids of those of them that say no more of who comes first than “tiêu biểu nhất”
    spoken_of: dict[Place, tuple[str, ...]] = field(default_factory=dict)  # by numbered item: ids of quotas elsewhere that it is about
    # By whose it is and what it is: every place that settles what can be settled but once.
    settled: dict[tuple[str, str], list[Once]] = field(default_factory=lambda: defaultdict(list))
    left_out: list[tuple[Subject, tree.NameRef]] = field(default_factory=list)  # of whom, who, behind each “trừ”
    _ids: Counter[str] = field(default_factory=Counter)

    def take(self, result: tuple[T, Iterable[Diagnostic]]) -> T:
        """The first of a result; its complaints are kept."""
        value, complaints = result
        self.found += complaints
        return value

    def settle(self, whose: Span | str, what: str, at: Span, meant: object) -> None:
        """One more place that settles something of a sentence, a cell or a table; a rule complains where two differ."""
        self.settled[str(whose), what].append(Once(at, meant))

    def period_of(self, scope: Scope) -> Period | None:
        """The measured period of a line; complaints about it are made where it stands."""
        if scope.measured is not None:
            return measured_period(scope.measured, self.calendar)[0]
        return self.measured.get(scope.wave) or self.measured.get("")

    def months(self, scope: Scope) -> int | None:
        """How many months the measured period of a line has; None where it has not whole ones."""
        period = self.period_of(scope)
        return next((count for count in range(1, 61) if period.is_months(count)), None) if period else None

    def wave_of(self, line: Line, sentence: Sentence) -> str:
        """The one wave that a sentence names, else that of its context."""
        named = {int(str(lexeme.value)) for lexeme in sentence.lexemes if lexeme.terminal == "WAVE"}
        labels = [rule.label for rule in self.of(Wave) if rule.ordinal in named] if named else []
        return labels[0] if len(labels) == len(named) == 1 else line.scope.wave

    def header(self, line: Line, sentence: Sentence, wave: str | None = None) -> Header:
        """Id, place, line, sentence and wave (None: that of the context) of a new rule."""
        id = self._new_id(line.place)
        self.spans[id] = sentence.passage.span()
        text, wave = canonical(sentence.passage.text), line.scope.wave if wave is None else wave
        row = sentence.passage.line if line.item.rows else 0
        return Header(id=id, place=line.place, line=line.item.number, text=text, wave=wave, row=row)

    def part_of(self, rule: Quota) -> str:
        """The id of a rule for a part of what another is for; whatever speaks of that one speaks of both."""
        id = self._new_id(rule.place)
        self.spans[id] = self.spans[rule.id]
        for at, each in enumerate(self.rules):
            if isinstance(each, Quota) and rule.id in each.after:
                self.rules[at] = replace(each, after=(*each.after, id))
        self.spoken_of.update({place: (*ids, id) for place, ids in self.spoken_of.items() if rule.id in ids})
        return id

    def twin(self, rule: Target) -> str:
        """The id of a second row that a sentence is, read where the first one was."""
        id = self._new_id(rule.place)
        self.spans[id] = self.spans[rule.id]
        self.bands.update({id: self.bands[rule.id]} if rule.id in self.bands else {})
        self.parts.update({id: self.parts[rule.id]} if rule.id in self.parts else {})
        self.within.update({id: self.within[rule.id]} if rule.id in self.within else {})
        return id

    def _new_id(self, place: Place) -> str:
        short = str(place) or "mở đầu"
        self._ids[short] += 1
        count = self._ids[short]
        return short if count == 1 else f"{short} ({count})"

    def people(self, members: str) -> tuple[str, ...]:
        """The kinds that “có công chức thuộc đơn vị” means; empty: anybody."""
        return people_meant(members, self.draft.vocabulary.kinds)

    def plan_targets(self, award: str = "") -> tuple[Target, ...]:
        """The targets of the plan itself, and those that the standards of this award alone ask for."""
        return tuple(rule for rule in self.of(Target) if rule.award in ("", award))

    def of(self, kind: type[T]) -> tuple[T, ...]:
        """All rules of a kind, in order."""
        return tuple(rule for rule in self.rules if isinstance(rule, kind))
