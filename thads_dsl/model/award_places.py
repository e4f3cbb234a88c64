"""What a number of award places depends on: shares, small units, order, composition."""

from dataclasses import dataclass
from fractions import Fraction

from thads_dsl.model.intervals import Interval
from thads_dsl.model.statistics import Subject
from thads_dsl.model.units import number, share_text


@dataclass(frozen=True, slots=True)
class Share:
    """`percent` (15 for 15%) of the rows of `counted`; a remainder of at least `up_from` counts as one place, None: none does."""

    percent: Fraction
    counted: Subject
    up_from: Fraction | None

    @property
    def text(self) -> str:
        """“15%”, “1/3”."""
        return share_text(self.percent)

    def of(self, count: int) -> int:
        """The whole places among so many."""
        exact = self.percent * count / 100
        whole = exact.numerator // exact.denominator
        rest = exact - whole
        return whole + 1 if rest and self.up_from is not None and rest >= self.up_from else whole

    def working(self, count: int) -> str:
        """How many places there are among so many, and why: “15% của 23 = 3,45, làm tròn xuống: 3”."""
        exact = self.percent * count / 100
        told = f"{self.text} của {count} = {number(exact)}"
        return told if exact.denominator == 1 else f"{told}, {self.rounding}: {self.of(count)}"

    @property
    def rounding(self) -> str:
        """What becomes of a remainder, in words."""
        if self.up_from is None:
            return "làm tròn xuống"
        return f"phần lẻ từ {number(self.up_from)} tính là 01" if self.up_from else "làm tròn lên"


@dataclass(frozen=True, slots=True)
class SmallUnits:
    """Units with a number of people in the interval have `limit` places instead."""

    people: Interval
    limit: int
    text: str


@dataclass(frozen=True, slots=True)
class RankKey:
    """Candidates stand in the order of this quantity (a key); of several keys, a later one decides where all earlier are equal."""

    quantity: str
    greatest_first: bool


@dataclass(frozen=True, slots=True)
class Composition:
    """Of the chosen, at least `count` (with `capped` at most; with `percent` so many percent) are of `subject`; `beyond`: more than that.

    With `capped` and `beyond` fewer than that; of nobody chosen nobody is asked.
    """

    subject: Subject
    count: Fraction
    percent: bool
    capped: bool = False
    beyond: bool = False

    def of(self, chosen: int) -> int:
        """How many of so many chosen: the least whole number that is enough, or the greatest that is not too many."""
        exact = self.count * chosen / 100 if self.percent else self.count
        up = self.capped == self.beyond  # to the whole number above
        whole = -(-exact.numerator // exact.denominator) if up else exact.numerator // exact.denominator
        return whole if not self.beyond or not chosen else whole + (-1 if self.capped else 1)

    @property
    def bound(self) -> str:
        """“ít nhất”, “không quá”, “hơn”, “dưới”."""
        if self.beyond:
            return "dưới" if self.capped else "hơn"
        return "không quá" if self.capped else "ít nhất"

    @property
    def words(self) -> str:
        """“ít nhất 50% là Chấp hành viên”, “không quá 3 Trưởng phòng”."""
        if not self.percent:
            return f"{self.bound} {number(self.count)} {self.subject.name}"
        return f"{self.bound} {share_text(self.count)} là {self.subject.name}"

    def holds(self, inside: int, chosen: int) -> bool:
        """Whether so many of so many chosen are as asked."""
        return inside <= self.of(chosen) if self.capped else inside >= self.of(chosen)
