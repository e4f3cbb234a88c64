"""Sentences of dates (D) as written: periods, waves, deadlines."""

from __future__ import annotations

from dataclasses import dataclass

from thads_dsl.syntax.tree import DateRef, Moment, Node, Statement, Words


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
class Length(Node):
    """How many months a period is said to have, beside its days: “03 tháng”."""

    months: int
    written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wave(Statement):
    """D6: “Đợt thi đua thứ nhất …”, perhaps with its period."""

    ordinal: int
    first: Moment | None = None
    last: Moment | None = None
    length: Length | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WaveCount(Statement):
    """D6: “… 02 đợt thi đua cao điểm như sau”."""

    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Period(Statement):
    """D1: “Từ ngày D đến hết ngày D”; `measured`: D2 without months, “Kỳ số liệu: từ D đến hết D”."""

    measured: bool
    first: Moment
    last: Moment
    wave: int = 0  # “Kỳ số liệu đợt 2: …”; 0: that of the context
    both: bool = False  # “Thời gian thi đua và kỳ số liệu: …”: of the campaign, and measured too
    length: Length | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredAsCampaign(Statement):
    """D2: “Kỳ số liệu: như thời gian thi đua”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredToWaveEnd(Statement):
    """D2: “Số liệu đợt 2 tính lũy kế từ đầu năm”, “Số liệu mỗi đợt tính trong thời gian của đợt”: to the last day of the wave."""

    wave: int  # 0: each wave
    first: Moment | None  # None: the first day of the wave


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurring(Node):
    """“ngày 05 hằng tháng”: as in `times.RecurringText`; `every` is empty where the sentence does not say how often."""

    day: int
    month: int | None
    every: str
    written: str

    @property
    def last_of_month(self) -> bool:
        """“ngày cuối cùng của tháng”, “… của quý”."""
        return self.day == 31 and self.every != "năm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due(Node):
    """D3, D4: one day of a deadline, for all, for an addressee or for a wave (0 where the day names none).

    `elided`: nothing says whether the day itself is in time.
    """

    day: DateRef | Recurring
    included: bool
    doubled: bool = False  # “chậm nhất trước”
    elided: bool = False
    addressee: Words | None = None
    head: str = ""  # “chậm nhất là”
    hour: str = ""  # “17 giờ”
    wave: int = 0


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
