"""The rules of a plan as meant: typed, exact, each with the place it stands at."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from fractions import Fraction

from thads_dsl.model.award_places import Composition, RankKey, Share, SmallUnits
from thads_dsl.model.dates import Period
from thads_dsl.model.intervals import Interval
from thads_dsl.model.place import Place
from thads_dsl.model.regions import Region
from thads_dsl.model.statistics import Subject
from thads_dsl.model.units import Facet


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What every rule has: a stable id (its place in short, with ` (2)` for a second rule there), its place, its line, and its sentence.

    `wave` is the label of the wave (“đợt 1”) that it belongs to, empty for the whole campaign.
    `row` is the line of the row that it stands in, where its place is a whole table; else 0.
    """

    id: str
    place: Place
    line: int
    text: str
    wave: str = ""
    row: int = field(default=0, compare=False, repr=False)


class Measure(Enum):
    """What of a quantity is compared with a goal; all but the first look at a second value of it too, that of another time."""

    VALUE = "giá trị"
    DIFFERENCE = "chênh lệch"  # value − other value, in the quantity's unit (percentage points for a percentage)
    INCREASE = "mức tăng"  # (value − other) / other, in percent
    DECREASE = "mức giảm"  # (other − value) / other, in percent


@dataclass(frozen=True, slots=True, kw_only=True)
class Target(Rule):
    """Chỉ tiêu: what is measured of the `quantity` (a key) of a subject must lie in `goal`; percentages are compared as n/100.

    `goal` holds the figures as written (77 for 77%); None is “không áp dụng”: the row takes its subjects out of the table.
    `against` is the key of the value to compare with (that of an earlier time, or the assigned one), where the measure needs one.
    `aspiration` is a figure that the text names beside the one that decides (“từ 80% trở lên, phấn đấu 85%”): only shown.
    Targets of one subject and quantity form a table (`Plan.tables`) whose regions are closed and disjoint.
    `award` is the one whose standards alone ask for it (“Bằng khen: … từ 90% trở lên”), and makes a table of its own; empty: a target
    of the plan. Where a list asks for some of its items only, `item` keeps a figure apart from those of the others.
    """

    subject: Subject
    facet: Facet | None
    region: Region | None
    quantity: str
    measure: Measure = Measure.VALUE
    against: str | None = None
    goal: Interval | None
    aspiration: Fraction | None = None
    period: Period | None
    award: str = ""
    item: str = ""

    @property
    def threshold(self) -> Fraction:
        """The bound of the goal that is shown; 0 where there is no goal."""
        bound = (self.goal.low or self.goal.high) if self.goal else None
        return bound.value if bound else Fraction(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedTarget(Rule):
    """A target without figures, such as “Hoàn thành xuất sắc nhiệm vụ được giao”: the council judges it under `judgment`."""

    subject: Subject
    judgment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged(Rule):
    """A condition that the council judges under `judgment`."""

    judgment: str


class Whose(Enum):
    """Whose discipline a condition looks at."""

    OWN = "của chính đối tượng"
    MEMBERS = "của cá nhân thuộc đơn vị"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotDisciplined(Rule):
    """No decision on discipline of one of `forms` was signed within `window` (both ends included; None: at any time).

    Of the people of a unit those of one of the kinds `people` count; empty: anybody.
    """

    forms: tuple[str, ...]
    window: Period | None
    whose: Whose
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetsMet(Rule):
    """The results of the subject on the targets with these ids (of Target and JudgedTarget) are đạt: all, or `least` of them.

    With `exactly` neither more nor fewer; the results on `required` are đạt in any case.
    """

    targets: tuple[str, ...]
    least: int | None = None
    exactly: bool = False
    required: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ByAuthority(Rule):
    """Left to the authority in charge: nothing is computed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SomeOf(Rule):
    """At least `least` of the `items` hold (with `exactly` neither more nor fewer); of an item, all conditions."""

    least: int
    exactly: bool
    items: tuple[tuple["Condition", ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QualifiesFor(Rule):
    """The subject meets the standards of another `award`, and is not left out of it (“đủ điều kiện tặng Giấy khen”)."""

    award: str


Condition = Judged | NotDisciplined | TargetsMet | ByAuthority | SomeOf | QualifiesFor


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard(Rule):
    """Tiêu chuẩn, điều kiện of an award for a subject: all of `conditions` that apply.

    Không áp dụng where none applies; to be without discipline is no merit, and alone does not make a standard apply.
    """

    award: str
    subject: Subject
    conditions: tuple[Condition, ...]


def leaves(conditions: tuple[Condition, ...]) -> Iterator[Condition]:
    """All conditions, those inside of others behind the one they are in."""
    for condition in conditions:
        yield condition
        if isinstance(condition, SomeOf):
            for item in condition.items:
                yield from leaves(item)


@dataclass(frozen=True, slots=True, kw_only=True)
class BothStandards(Rule):
    """The subject (thủ trưởng đơn vị) must meet the standards of individuals, and its unit those of collectives.

    `award` is what this is asked for, where the text names it; empty is every award. `qualifying`: the unit must be đủ điều kiện,
    so it must not be left out either.
    """

    subject: Subject
    award: str = ""
    qualifying: bool = False


class FileFault(Enum):
    """What may be wrong with a file for an award: it came after its last day, or lacks documents."""

    LATE = "quá hạn"
    INCOMPLETE = "thiếu giấy tờ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion(Rule):
    """Không xét: rows of `subject` take no part in the award, if one of the further conditions (where there is one) holds.

    `question` is answered in the statistics; `forms`, `window` (None: at any time), `whose` and `people` (see NotDisciplined) ask for a
    decision on discipline; `faults` ask for one of them in the row's file; `group` is who of `subject` is meant, told by
    figures. An empty `award` is every award.
    """

    subject: Subject
    award: str = ""
    question: str = ""
    faults: tuple[FileFault, ...] = ()
    group: Subject | None = None
    forms: tuple[str, ...] = ()
    window: Period | None = None
    whose: Whose = Whose.OWN
    people: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The name, and the heading, of its column in the statistics."""
        return f"Không xét: {self.question}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota(Rule):
    """Số lượng khen thưởng of a subject.

    `limit` and `share` None is no limit; `per_unit` (names of kinds) counts it in each unit of these kinds, empty in all;
    with `together` once in all units of these kinds.
    `council_chooses` is True where the text says who comes first when there are too many: the council.
    `ranking` is the order that the text gives instead. `after` are ids of quotas above it that a candidate must have got a place of.
    `award` is what the places are for, where the sentence or a heading names it; of the next level always.
    `by_authority`: who gets it is not for the plan to say.
    """

    subject: Subject
    limit: int | None
    per_unit: tuple[str, ...]
    council_chooses: bool
    together: bool = False
    share: Share | None = None
    small_units: tuple[SmallUnits, ...] = ()
    ranking: tuple[RankKey, ...] = ()
    compositions: tuple[Composition, ...] = ()
    award: str = ""
    after: tuple[str, ...] = ()
    by_authority: bool = False

    @property
    def unlimited(self) -> bool:
        """Whether all who are eligible have a place."""
        return self.limit is None and self.share is None

    @property
    def of_all(self) -> bool:
        """Whether it says only of what all are made up who are chosen by the numbers above."""
        return self.unlimited and bool(self.after and self.compositions)


@dataclass(frozen=True, slots=True)
class AwardLevel:
    """One award and the posts that give it, or (`proposed`) to which it is proposed, in the order of the text."""

    award: str
    posts: tuple[str, ...]
    proposed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardLevels(Rule):
    """Hình thức khen thưởng, in the order of the text."""

    levels: tuple[AwardLevel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier(Rule):
    """What a file for an award must hold; no documents where the plan only says when files are due."""

    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A length of time from something on: “05 ngày làm việc kể từ ngày kết thúc đợt thi đua”."""

    days: int
    working: bool
    since: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Rule):
    """The last day on which `what` is in time.

    It holds for `addressee` (as written, empty: for all); `subject` is the same where the plan knows who that is.
    `files`: whether files for an award are handed in by it. `term` is what the day was counted from, if it was.
    """

    what: str
    last_day: date
    addressee: str = ""
    subject: Subject | None = None
    files: bool = False
    term: Term | None = None

    @property
    def binds_files(self) -> bool:
        """Whether files may be late by it; one for somebody whom the plan does not know binds nobody."""
        return self.files and (self.subject is not None or not self.addressee)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDeadline(Rule):
    """A term whose last day nobody can compute from the plan: it begins with what is yet to happen, or in a year without holidays."""

    what: str
    term: Term


@dataclass(frozen=True, slots=True, kw_only=True)
class RecurringDeadline(Rule):
    """The last day on which `what` is in time, again and again: `every` is tháng, quý or năm.

    `month` is that of the year, or 1 or 3 for the first or last month of a quarter; None for each month.
    `day` 31 is the last day of a shorter month too.
    `included` is False for “trước ngày D”: the day before is the last one.
    """

    what: str
    day: int
    month: int | None
    every: str
    included: bool
    addressee: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodRule(Rule):
    """A period that the plan fixes: the campaign's own, or the one whose results are measured, of the plan or of a wave."""

    period: Period
    measured: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Wave(Rule):
    """One wave (đợt) of the campaign; `label` is what other rules call it: “đợt 1”."""

    ordinal: int
    label: str
    period: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Restatement:
    """One `Hiểu là:` or `Đính chính:`: what the author wrote, and what it is to mean."""

    line: int
    place: Place
    written: str
    meant: str
    correction: bool
