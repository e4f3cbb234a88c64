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
    """“(từ ngày D đến ngày D)”."""

    first: DateRef
    last: DateRef


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Having(Node):
    """B10: “có tổng số giải quyết dưới 150 việc và dưới 20 tỷ đồng”; with `every` False, “hoặc”."""

    bands: tuple[Banded, ...]
    every: bool
    written: str


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspiration(Node):
    """T6: “phấn đấu 85%” beside a figure that decides."""

    figure: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(Node):
    """T10: a statistic whose name stands around its figure: “giải quyết xong … số đơn thư”."""

    of: str
    within: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Goals(Node):
    """What must be reached: goals of a quantity."""

    quantity: NameRef | None
    facet: str
    goals: tuple[Goal, ...]
    share: Share | None = None
    aspiration: Figure | None = None


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

    `gloss` is what brackets behind it say once more: “Cục THADS (kết quả toàn Cục)”.
    """

    name: NameRef
    narrowed: NameRef | None = None
    negated: bool = False
    remaining: bool = False
    gloss: NameRef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Node):
    """One sentence that a family reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context(Statement):
    """“Đối với X:”, “Về việc:”, “X có tổng số giải quyết dưới 500 việc:”, “Giảm án chuyển kỳ sau so với năm 2022:”."""

    subjects: tuple[Subject, ...] = ()
    facet: str = ""
    having: Having | None = None
    quantity: NameRef | None = None
    turn: str = ""
    versus: Versus | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Strangers(Statement):
    """“Đối với X:” where X is no declared name: what follows is for them, and not for whom the lines around name."""

    written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured(Statement):
    """D2: “Kết quả … N tháng … (tính từ D [đến hết D])”; without `first` the text leaves the days to the reader."""

    months: int
    year: int | None
    first: Moment | None
    last: Moment | None
    written: str  # “6 tháng đầu năm 2026”


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredOver(Statement):
    """D2: “Kỳ số liệu: N tháng … (từ D đến hết D)”, for the whole plan or wave."""

    measured: Measured


@dataclass(frozen=True, slots=True, kw_only=True)
class Wave(Statement):
    """D6: “Đợt thi đua thứ nhất …”, perhaps with its period."""

    ordinal: int
    first: Moment | None = None
    last: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WaveCount(Statement):
    """D6: “… 02 đợt thi đua cao điểm như sau”."""

    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KOfN(Node):
    """“hai trong ba”, “2/3”; `exactly`: neither more nor fewer."""

    k: int
    n: int
    exactly: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadIn(Statement):
    """C1–C3: “<award> được xét, tặng cho X đạt các tiêu chuẩn, điều kiện sau”; else any of them, or so many (`some`)."""

    award: NameRef
    subjects: tuple[Subject, ...]
    every: bool
    some: KOfN | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemsLeadIn(Statement):
    """C2, C3 inside a list: “đạt một trong các điều kiện sau:” (`some` None), “đạt ít nhất hai trong ba chỉ tiêu sau:”."""

    some: KOfN | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotConsidered(Statement):
    """C8: “Không xét khen thưởng đối với:”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping(Statement):
    """“Nhóm 1 gồm: …”: a definition in the body; it says nothing by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target(Statement):
    """T: who, in which bands, must bring which quantity to what; what is not said comes from the context.

    Without goals it is B9, “không áp dụng”: what is wanted then says of which of the targets around it, nothing of all.
    """

    subjects: tuple[Subject, ...]
    having: Having | None
    wanted: Goals | None
    wave: str = ""  # of the column that it stands in

    @property
    def goals(self) -> tuple[Goal, ...]:
        """What must be reached; nothing for “không áp dụng”."""
        return self.wanted.goals if self.wanted else ()

    @property
    def left_out(self) -> Goal | None:
        """The first goal that is a bare figure after one with a comparator: such a sentence has two readings."""
        forms = [goal.comparison.form if goal.comparison else "" for goal in self.goals]
        if not forms or forms[0] in ("T1", "") or self.goals[0].kind:
            return None
        return next((goal for goal, form in zip(self.goals[1:], forms[1:], strict=True) if form == "T1" and not goal.kind), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotDisciplined(Statement):
    """C4: “Không [có cá nhân thuộc đơn vị] [<event> hoặc] bị kỷ luật [từ hình thức … trở lên] [(từ D đến D)]”."""

    members: bool
    event: NameRef | None
    form: NameRef | None
    window: Window | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetsMet(Statement):
    """C3: “đạt các chỉ tiêu [về việc và về tiền] [tại …]”; with `some` so many of them, among them the `required`."""

    facets: tuple[str, ...]
    places: tuple[PlaceRef, ...]
    some: KOfN | None = None
    required: TargetsMet | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExcludedSubjects(Statement):
    """C8: “Không xét khen thưởng đối với X”."""

    subjects: tuple[Subject, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExcludedDisciplined(Statement):
    """C8: “[X] bị kỷ luật từ hình thức … trở lên [(từ D đến D)]”, under “Không xét …:”."""

    subject: Subject | None
    form: NameRef | None
    window: Window | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ByAuthority(Statement):
    """C9: “<words> do cấp có thẩm quyền quyết định”."""

    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BothStandards(Statement):
    """C6: “Đối với Thủ trưởng đơn vị phải đạt các tiêu chuẩn, điều kiện của cá nhân và tập thể nêu trên”."""

    subject: Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged(Statement):
    """C5: “Hội đồng bình xét “…””, or a sentence without figures where a rule is expected."""

    judgment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier(Statement):
    """A8: “Hồ sơ gồm: …; …”."""

    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Period(Statement):
    """D1: “Từ ngày D đến hết ngày D”; `measured`: D2 without months, “Kỳ số liệu: từ D đến hết D”."""

    measured: bool
    first: Moment
    last: Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurring(Node):
    """“ngày 05 hằng tháng”: `month` as in `times.RecurringText`."""

    day: int
    month: int | None
    every: str
    written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Due(Node):
    """D3, D4: one day of a deadline, for all or for an addressee; `elided`: nothing says whether the day itself is in time."""

    day: DateRef | Recurring
    included: bool
    doubled: bool = False  # “chậm nhất trước”
    elided: bool = False
    addressee: Words | None = None
    head: str = ""  # “chậm nhất là”


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Statement):
    """D3, D4, D5: what is due, and when: one day, or one for each addressee."""

    what: str
    due: tuple[Due, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineWithin(Statement):
    """D5: “trong thời hạn N ngày [làm việc] kể từ <việc, ngày>”; `days` 0 where figure and words disagree."""

    what: str
    days: int
    working: bool
    since: str
    day: DateRef | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Node):
    """One figure of an example."""

    quantity: NameRef
    facet: str
    figure: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected(Node):
    """What an outcome says of a target: “chỉ tiêu giảm 6%”, “chỉ tiêu cao hơn năm 2021”, “chỉ tiêu được giao”, which quantity's."""

    figure: Figure | None
    turn: str
    assigned: bool
    quantity: NameRef | None
    beside: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenFigures(Statement):
    """“Giả sử X có …” (no subjects: more about the same one), perhaps of another time: “năm 2022 có …”, “được giao …”."""

    subjects: tuple[Subject, ...]
    facts: tuple[Fact, ...]
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenSanction(Statement):
    """“bị kỷ luật khiển trách, quyết định ký ngày D”; without form and day: “không bị kỷ luật”."""

    form: NameRef | None
    signed: DateRef | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenUnknown(Statement):
    """“chưa có số liệu về tiền”."""

    facet: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenJudged(Statement):
    """“Hội đồng bình xét đạt [“…”]”; without quotation all that is judged."""

    met: bool
    judgment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetOutcome(Statement):
    """“đạt / không đạt chỉ tiêu 74% về việc tại …, còn thiếu 1 việc”, “chưa đủ căn cứ xét chỉ tiêu về tiền”."""

    verdict: str
    expected: Expected
    facet: str
    places: tuple[PlaceRef, ...]
    short: Figure | None = None

    @property
    def figure(self) -> Figure | None:
        """The figure of the target that is meant."""
        return self.expected.figure


@dataclass(frozen=True, slots=True, kw_only=True)
class DisciplineOutcome(Statement):
    """“đạt điều kiện về kỷ luật tại …”."""

    met: bool
    places: tuple[PlaceRef, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardOutcome(Statement):
    """“đủ / không đủ điều kiện đề nghị khen thưởng”, “chưa đủ căn cứ đề nghị khen thưởng”."""

    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenNotLeftOut(Statement):
    """“không thuộc trường hợp không xét”: the answer to all questions of exclusions is no."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenGroup(Statement):
    """“Giả sử X có số liệu:”, with a table of people of the unit X, or of collectives of the kind X."""

    subject: Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenQuota(Statement):
    """“Khi xét “…” tại …”: the number of awards that is asked about."""

    written: str
    places: tuple[PlaceRef, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LastDayOutcome(Statement):
    """“Thì hạn cuối <nơi, việc> là ngày D [tại …]”."""

    what: str
    day: DateRef | Recurring
    places: tuple[PlaceRef, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalOutcome(Statement):
    """“được đề nghị khen thưởng”, “đủ điều kiện, hết số lượng”: in the words of the results."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnOutcome(Statement):
    """“đúng như cột Kết quả”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodOutcome(Statement):
    """“Thì đợt thứ nhất / thời gian thi đua / kỳ số liệu từ D đến hết D”: `wave` 0 is none, and then `measured` tells which."""

    wave: int
    measured: bool
    first: DateRef
    last: DateRef
