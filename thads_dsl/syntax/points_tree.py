"""Points tables as written: the nodes of the families `scoring…`, and of the sentences about totals, classes, ranks and amendments."""

from __future__ import annotations

from dataclasses import dataclass

from thads_dsl.source import Passage
from thads_dsl.syntax.tree import Band, FacetRef, Figure, NameRef, Node, PlaceRef, Statement, Subject, Window


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Node):
    """“cộng” (+1) or “trừ” (−1)."""

    sign: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Beyond(Node):
    """“vượt” (the target is exceeded) or “thiếu”."""

    over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit(Node):
    """What stands behind a change of points; `kind` is the rule of sentence.lark that read it.

    `sign` is that of “cộng không quá”, “trừ không quá”; 0 where neither is said.
    """

    kind: str
    figure: Figure | None
    sign: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsLimited(Statement):
    """P6: “…; trừ không quá 05 điểm”: all that a cell deducts, or adds, in all."""

    sign: int
    limit: Limit


@dataclass(frozen=True, slots=True, kw_only=True)
class PointSpan(Node):
    """“từ N đến M điểm”; `low` None is 0."""

    low: Figure | None
    high: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighted(Node):
    """A criterion by its number, with its weight."""

    number: str
    weight: Figure | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsByBand(Statement):
    """P3: “từ N U đến dưới M U: P điểm”; `turned` is giảm or tăng: “giảm dưới N%: P điểm”.

    `counted`: words that say what a figure without a statistic counts (“vi phạm”, “đúng hạn”); its unit is with the figure.
    """

    turned: str = ""
    quantity: NameRef | None
    facet: FacetRef | None
    band: Band
    points: Figure
    counted: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsOfTarget(Statement):
    """P2: “Đạt chỉ tiêu: P điểm”, “Không đạt chỉ tiêu (được giao) (về việc): P điểm”."""

    met: bool
    facet: str
    points: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsBeyond(Statement):
    """P4: “vượt từ N% đến dưới M% [và có <quantity> <band>]: [cộng | trừ] P điểm”; `sign` 0 sets the points."""

    over: bool
    band: Band
    loaded: NameRef | None
    load: Band | None
    sign: int
    points: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsByStep(Statement):
    """P5: “cứ mỗi N% vượt được cộng P điểm, …”; `at_odds`: “không đạt thì cứ vượt N% …”."""

    over: bool
    step: Figure
    sign: int
    points: Figure
    limits: tuple[Limit, ...]
    written: str
    at_odds: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsByEvent(Statement):
    """P6: “mỗi báo cáo chậm trừ P điểm, trừ không quá M điểm”; `count` of “vi phạm 01 lần trừ P điểm”."""

    event: str
    count: Figure | None = None
    sign: int
    points: Figure
    limits: tuple[Limit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsOfCouncil(Statement):
    """P9: “(Hội đồng chấm) từ N đến M điểm”."""

    between: PointSpan


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsByCompletion(Statement):
    """P7: “tính điểm theo tỷ lệ hoàn thành [chỉ tiêu giảm 5%], …”; the target in brackets is only said again."""

    limits: tuple[Limit, ...]
    turned: str = ""
    percent: Figure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsLike(Statement):
    """P8: “Như tiêu chí n”."""

    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsOnAverage(Statement):
    """P8: “trung bình cộng điểm của tiêu chí n (hệ số 2) và tiêu chí m”."""

    parts: tuple[Weighted, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsHighest(Statement):
    """P8: “lấy mức cao nhất”: of what is added only the most counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsOfLevel(Statement):
    """P2: “Tốt: P điểm”; an empty level is “còn lại”, “không phát sinh” has `nothing`; with a sign it is added or deducted.

    `apart`: a colon stands between the words and the points.
    """

    level: str
    nothing: bool
    sign: int
    points: Figure
    apart: bool = True
    limits: tuple[Limit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode(Node):
    """One of a few ways: to round “down” or “up”, or that the “council” decides."""

    mode: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rounding(Node):
    """P10: how many decimals are kept (None: not said); `mode` is half up, down, or empty where the text does not say which of the two."""

    digits: Figure | None
    mode: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalBound(Node):
    """P10: “không dưới N” (`least`) or “không quá N”."""

    least: bool
    figure: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsTotal(Statement):
    """P10: “Tổng điểm không dưới N và không quá M”, “Tổng điểm làm tròn đến …”; each as often as it is said."""

    bounds: tuple[TotalBound, ...]
    roundings: tuple[Rounding, ...]

    @property
    def low(self) -> Figure | None:
        """The least that the total can be, where that is said."""
        return next((each.figure for each in self.bounds if each.least), None)

    @property
    def high(self) -> Figure | None:
        """The most that the total can be, where that is said."""
        return next((each.figure for each in self.bounds if not each.least), None)

    @property
    def rounding(self) -> Rounding | None:
        """How the total is rounded, where that is said."""
        return next(iter(self.roundings), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CappedWhere(Node):
    """“điểm cộng của tiêu chí 5 và tiêu chí 6”, “điểm trừ tại phần III”; without either of both all that the table adds or deducts."""

    sign: int = 1
    criteria: tuple[str, ...] = ()
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsCap(Statement):
    """P10: “Tổng điểm cộng của tiêu chí 5 và tiêu chí 6 không quá 10 điểm”, “Điểm trừ tại phần III không quá …”."""

    capped: CappedWhere
    most: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetsNamed(Node):
    """“[cả hai] chỉ tiêu [được giao] [về việc và về tiền] [tại khoản 2 mục I | tại tiêu chí 1]”; what is not said is empty.

    `how` many of them: every (“cả hai”), full (“đủ hai”), or one (“một trong hai”).
    """

    count: int | None = None
    how: str = ""
    assigned: bool = False
    facets: tuple[str, ...] = ()
    places: tuple[PlaceRef, ...] = ()
    criteria: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaBelow(Node):
    """“(từ 02) tiêu chí (trở lên) dưới 50% điểm chuẩn”: at least so many of them."""

    percent: Figure
    least: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassCondition(Node):
    """What a class asks besides points: to meet the `targets` (`met` False: to fail one), or that none (`met` False: some) is `below`."""

    targets: TargetsNamed | None = None
    met: bool = True
    below: CriteriaBelow | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassCase(Node):
    """One way into a class: points in the band (None: whatever is left), and all of the conditions."""

    band: Band | None
    conditions: tuple[ClassCondition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassRow(Statement):
    """P11: “Hạng A: từ N điểm trở lên và đạt các chỉ tiêu, hoặc …”; `share`: “…; không quá N% số đơn vị”, of this class."""

    name: str
    cases: tuple[ClassCase, ...]
    share: ClassQuota | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassQuota(Statement):
    """P11: “không quá N% số đơn vị xếp Hạng A, làm tròn xuống; các đơn vị còn lại xuống một hạng”."""

    percent: Figure
    name: str
    mode: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger(Node):
    """What lowers a class: targets failed, criteria `below`, or (neither) discipline, within the measured period or a window."""

    form: NameRef | None = None
    members: str = ""  # the words for those whose discipline counts, “có công chức”
    window: Window | None = None
    below: CriteriaBelow | None = None
    targets: TargetsNamed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassChange(Statement):
    """C7: “…: hạ một hạng” (no `name`), “Không xếp Hạng A đối với …”; `only`: for those of whom it holds (“Hạng A chỉ dành cho …”)."""

    trigger: Trigger
    name: str
    only: bool = False
    at_best: bool = False  # “xếp cao nhất là Hạng B”: the classes above `name` are barred


@dataclass(frozen=True, slots=True, kw_only=True)
class RankKey(Node):
    """What is compared: the total (all empty), a criterion, or a quantity; `greater`: “cao hơn” is said, of the `subjects` if any."""

    criterion: str = ""
    quantity: NameRef | None = None
    facet: str = ""
    subjects: tuple[Subject, ...] = ()
    greater: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking(Statement):
    """P12: “Xếp thứ tự trong từng cụm theo tổng điểm; bằng điểm, ưu tiên lần lượt: …; Hội đồng quyết định”.

    Without a `first` key only what is said of equal points: “Trường hợp bằng điểm thì xét theo …”.
    """

    clusters: bool
    first: RankKey | None
    ties: tuple[RankKey, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment(Statement):
    """P13: one change of the base table.

    `kind` is drop, points, scoring, both (of these), move (points `to` the criterion titled `replacement`), add, phrase,
    part (its points), total, class (its points) or rule (dropped).
    `own` is the number that a new criterion gives itself, `number` that of the criterion it stands behind
    (or, `ahead`, before), or of the part at whose end it stands (`into_part`); empty: at the end.
    `replacement` is the title of what it stands beside, if said.
    `before` are the points that the sentence says there were, `turn` whether it says that they rise (1) or fall (-1).
    """

    kind: str
    own: str = ""
    number: str = ""
    title: str = ""
    points: Figure | None = None
    before: Figure | None = None
    turn: int = 0
    replacement: str = ""
    to: str = ""
    ahead: bool = False
    into_part: bool = False
    tail: Passage | None = None  # the scoring behind the colon


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalOutcome(Statement):
    """“Thì tổng điểm là 99”; without a figure “chưa đủ căn cứ xét tổng điểm”."""

    total: Figure | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassOutcome(Statement):
    """“Thì xếp Hạng B”."""

    name: str
