"""A plan as written: sentences with their words in place, lines with their markers. Meaning is `check`'s business."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from thads_dsl.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Anything that was read at a place; places do not take part in equality."""

    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRef(Node):
    """A declared name, by the name that the model knows; a spelling of a statistic may tell its facet (“tổng số tiền giải quyết”)."""

    kind: str
    canonical: str
    facet: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetRef(Node):
    """“về việc” or “về tiền”."""

    facet: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Post(Node):
    """Who awards: a post, perhaps with its agency."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Window(Node):
    """“(từ ngày D đến ngày D)”, “trong thời gian (đợt) thi đua”, “trong kỳ số liệu” (`during`), “trong năm 2026” (`year`), “trong năm”.

    With `months` so many of them up to the end of `during`, or to the `last` day; `always`: “từ trước đến nay”, on any day at all.
    """

    first: DateRef | None = None
    last: DateRef | None = None
    months: int = 0
    always: bool = False
    during: str = ""
    wave: int = 0  # “trong đợt 1”
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope(Node):
    """Whom a target takes: subjects, and bands of their figures."""

    subjects: tuple[Subject, ...]
    having: Having | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Node):
    """A number with its unit (empty: none written); `value` None is a wrong spelling, `right` perhaps the right one."""

    value: Fraction | None
    unit: str
    written: str
    right: str
    factor: int = 1
    start: int = field(compare=False)  # in its sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRef(Node):
    """A day that was written, whether it exists or not."""

    day: int
    month: int
    year: int | None
    written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment(Node):
    """Where a period begins or ends: a `day`, else a month (`month`), the beginning or end of a year, or, with none of them, “nay”.

    `year` is None where the text leaves it out; `of_year` tells the beginning or end of a year from “nay”.
    """

    day: DateRef | None = None
    month: int = 0
    year: int | None = None
    of_year: bool = False
    written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRef(Node):
    """A reference to a place of the plan."""

    steps: tuple[str, ...]
    written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Band(Node):
    """B1–B7: figures between two bounds."""

    form: str
    low: Figure | None
    low_closed: bool
    high: Figure | None
    high_closed: bool
    written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Banded(Node):
    """A band, of the quantity that is named or of the one before it."""

    quantity: NameRef | None
    facet: str
    band: Band
    behind: bool = False  # the name stands behind the figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Having(Node):
    """B10: “có tổng số giải quyết dưới 150 việc và dưới 20 tỷ đồng”; with `every` False, “hoặc”.

    `rest`: in a table, of those that lie in these bands (none: of all) what the other rows leave.
    """

    bands: tuple[Banded, ...]
    every: bool
    written: str
    rest: bool = False
    either: tuple[Having, ...] = ()  # “A và B, hoặc C và D”: of these one must hold; `bands` are those of all


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(Node):
    """T1–T4: `sign` is one of ≥ > ≤ <. The form T? has several readings; a range has a second figure."""

    form: str
    sign: str
    figure: Figure
    written: str
    other: Figure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Versus(Node):
    """“so với năm 2022 (không bao gồm …)”: the other time as written, and what is left out on both sides."""

    when: str
    excluding: NameRef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Excluding(Node):
    """“(không bao gồm …)”, of a statistic or of what it is compared with: both are without it."""

    name: NameRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspiration(Node):
    """T6: “phấn đấu giảm 9% về việc” beside a figure that decides; `turn` and `facet` are empty where they are not said again.

    `before`: what was wished for of the same goal already.
    """

    figure: Figure
    turn: str = ""
    facet: str = ""
    before: Aspiration | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Node):
    """What must be reached; the comparison may be left out where another value is what decides (“cao hơn năm 2021”).

    `kind` is empty for a plain comparison, else one of: tăng, giảm, bình quân, cao hơn, không cao hơn, thấp hơn, không thấp hơn
    (with `versus`), được giao, vượt, thiếu, không thấp hơn được giao (with the assigned target).
    `of_base` is “2% của tỷ lệ cùng kỳ”.
    """

    kind: str
    comparison: Comparison | None
    facet: str
    versus: Versus | None = None
    of_base: bool = False
    aspiration: Aspiration | None = None
    excluding: NameRef | None = None  # where nothing is compared


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(Node):
    """T10: a statistic whose name stands around its figure: “giải quyết xong … số đơn thư”.

    `of` is empty where all of it stands behind the figure; `names` are the halves that are statistics themselves.
    """

    of: str
    within: str
    names: tuple[NameRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OutOf(Node):
    """“trên tổng số có điều kiện thi hành”."""

    name: NameRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Goals(Node):
    """What must be reached: goals of a quantity; `out_of` is what it is a share of, where that is said apart from its name."""

    quantity: NameRef | None
    facet: str
    goals: tuple[Goal, ...]
    share: Share | None = None
    out_of: OutOf | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn(Node):
    """“giảm” or “tăng”."""

    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Node):
    """Free words; from `start` to `end` of their sentence."""

    text: str
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject(Node):
    """“Chi cục THADS”, “cá nhân là Chấp hành viên”, “cá nhân không là Chấp hành viên”, “các đơn vị còn lại”.

    `gloss` is what brackets behind it say once more: “Cục THADS (kết quả toàn Cục)”. `but_for`: “trừ …”.
    `apart`: “riêng …”, “… , trừ … đạt …”: what is asked of them takes the place of what is asked beside it of all.
    """

    name: NameRef
    narrowed: NameRef | None = None
    negated: bool = False
    remaining: bool = False
    gloss: NameRef | None = None
    but_for: tuple[NameRef, ...] = ()
    apart: bool = False
    on_average: bool = False  # “bình quân mỗi Chấp hành viên”


@dataclass(frozen=True, slots=True, kw_only=True)
class Excepted(Node):
    """“trừ Phòng THADS khu vực 3”."""

    subject: Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Node):
    """One sentence that a family reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waves(Node):
    """“trong đợt 1”, “trong đợt 1 và đợt 2” (`ordinals`), “trong mỗi đợt”, “cho cả hai đợt” (`count`, 0 where it is not said)."""

    ordinals: tuple[int, ...] = ()
    count: int = 0

    @property
    def one(self) -> int:
        """The one wave that is meant; 0 for several."""
        return self.ordinals[0] if len(self.ordinals) == 1 else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Context(Statement):
    """“Đối với X:”, “Về việc:”, “X có tổng số giải quyết dưới 500 việc:”, “Giảm án chuyển kỳ sau so với năm 2022:”."""

    subjects: tuple[Subject, ...] = ()
    facet: str = ""
    having: Having | None = None
    quantity: NameRef | None = None
    turn: str = ""
    versus: Versus | None = None
    waves: Waves | None = None
    of_each: bool = False  # “… của từng đơn vị như sau”: whoever the lines around are for, one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class Strangers(Statement):
    """“Đối với X:” where X is no declared name: what follows is for them, and not for whom the lines around name."""

    written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping(Statement):
    """“Nhóm 1 gồm: …”: a definition in the body; it says nothing by itself. `by_figures` is the name that bounds behind it would define."""

    by_figures: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target(Statement):
    """T: who, in which bands, must bring which quantity to what; what is not said comes from the context.

    Without goals it is B9, “không áp dụng”: what is wanted then says of which of the targets around it, nothing of all.
    """

    subjects: tuple[Subject, ...]
    having: Having | None
    wanted: Goals | None
    waves: Waves | None = None  # of the sentence, or of the column that it stands in
    but_for: tuple[Subject, ...] = ()  # “trừ …”, of those whom the context names

    @property
    def goals(self) -> tuple[Goal, ...]:
        """What must be reached; nothing for “không áp dụng”."""
        return self.wanted.goals if self.wanted else ()

    @property
    def left_out(self) -> Goal | None:
        """The first goal that is a bare figure after one with a comparator: such a sentence has two readings."""
        forms = [goal.comparison.form if goal.comparison else "" for goal in self.goals]
        if not forms or forms[0] in ("T1", "T2", "") or self.goals[0].kind:
            return None
        return next((goal for goal, form in zip(self.goals[1:], forms[1:], strict=True) if form == "T1" and not goal.kind), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets(Statement):
    """One sentence that sets several targets: of several subjects, statistics or waves. The lines hold each by itself."""

    each: tuple[Target, ...]
