"""Sentences of a VÍ DỤ as written: what is given, and what is expected."""

from __future__ import annotations

from dataclasses import dataclass

from thads_dsl.syntax.date_tree import Recurring
from thads_dsl.syntax.tree import DateRef, Figure, NameRef, Node, PlaceRef, Statement, Subject


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
    wave: int = 0  # 0: of any wave, or of none

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
    """“đủ / không đủ điều kiện đề nghị khen thưởng”, “không đủ điều kiện tặng Bằng khen”; `wave` 0, no `award`: of every one."""

    verdict: str
    wave: int = 0
    award: NameRef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenNotLeftOut(Statement):
    """“không thuộc trường hợp không xét”: the answer to all questions of exclusions is no."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenLeftOut(Statement):
    """“thuộc trường hợp không xét “…””: the answer to that question is yes."""

    question: str


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
    """“Thì hạn cuối <nơi, việc> [đợt n] là ngày D [tại …]”; `wave` 0: of any wave, or of none."""

    what: str
    day: DateRef | Recurring
    places: tuple[PlaceRef, ...]
    wave: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelyOutcome(Statement):
    """“Thì hồ sơ [đợt n] gửi ngày D là đúng hạn, quá hạn [tại …]”; `wave` as in LastDayOutcome."""

    what: str
    day: DateRef
    in_time: bool
    places: tuple[PlaceRef, ...]
    wave: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalOutcome(Statement):
    """“được đề nghị khen thưởng”, “đủ điều kiện, hết số lượng”: in the words of the results."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnOutcome(Statement):
    """“đúng như cột Kết quả”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodOutcome(Statement):
    """“Thì đợt thứ nhất / thời gian thi đua [đợt n] / kỳ số liệu [đợt n] từ D đến hết D”: `wave` 0 is the whole campaign."""

    wave: int
    measured: bool
    first: DateRef
    last: DateRef
