"""What figures are counted in, and how they are written in Vietnamese."""

from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction


class Facet(Enum):
    """The two sides of the work that THADS statistics count."""

    CASES = "về việc"
    MONEY = "về tiền"

    @property
    def column_word(self) -> str:
        """How a column of statistics names this side."""
        return "số việc" if self is Facet.CASES else "số tiền"

    @property
    def unit(self) -> "Unit":
        """What this side is counted in."""
        return CASE if self is Facet.CASES else DONG


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of counting; `whole` ones take integers only (việc, đồng), the others any rational (%).

    `declared`: a statistic has multiples of it only (“%, bước 0,1%”). Its figures are % like all others, so no units are told apart by it.
    """

    name: str
    whole: bool = True
    declared: Fraction | None = field(default=None, compare=False)

    @property
    def step(self) -> Fraction | None:
        """The distance between two figures next to each other, where there is one."""
        return self.declared or (Fraction(1) if self.whole else None)

    def beside(self, value: Fraction) -> tuple[Fraction, ...]:
        """The figures next to one that is none: that below it and that above it; nothing where it is one."""
        if self.step is None or value % self.step == 0:
            return ()
        below = value - value % self.step
        return below, below + self.step


CASE = Unit("việc")
DONG = Unit("đồng")
PERCENT = Unit("%", whole=False)
POINTS = Unit("điểm", whole=False)

_SCALES = ((10**9, "tỷ đồng"), (10**6, "triệu đồng"), (10**3, "nghìn đồng"))


@dataclass(frozen=True, slots=True)
class Amount:
    """An exact figure with its unit; percentages hold the number before the sign (77% is 77)."""

    value: Fraction
    unit: Unit

    def __str__(self) -> str:
        """As an office writes it: `1.500 việc`, `300 tỷ đồng`, `1,25 tỷ đồng`, `81,5%`, `123.456 đồng`."""
        if self.unit == PERCENT:
            return f"{number(self.value)}%"
        if self.unit == DONG:
            for scale, name in _SCALES:
                if abs(self.value) >= scale and self.value * 100 % scale == 0:  # “1,5 tỷ đồng”, “900 triệu đồng”
                    return f"{number(self.value / scale)} {name}"
        return f"{number(self.value)} {self.unit.name}"


def number(value: Fraction | int) -> str:
    """An exact number in Vietnamese notation: groups of three by dots, a decimal comma; a fraction that has no finite decimals as `a/b`."""
    value = Fraction(value)
    sign, value = ("-", -value) if value < 0 else ("", value)
    digits = _decimals(value.denominator)
    if digits is None:
        return f"{sign}{grouped(value.numerator)}/{grouped(value.denominator)}"
    whole, rest = divmod(value.numerator * 10**digits // value.denominator, 10**digits)
    return f"{sign}{grouped(whole)}" + (f",{rest:0{digits}d}" if digits else "")


def share_text(percent: Fraction) -> str:
    """“15%”; a share that no decimals write is a fraction, “1/3”."""
    exact = number(percent)
    return number(percent / 100) if "/" in exact else f"{exact}%"


def two_digits(value: Fraction | int) -> str:
    """A number as offices write points: “05” for five."""
    return f"{value.numerator:02d}" if value.denominator == 1 and 0 <= value < 10 else number(value)


def grouped(value: int) -> str:
    """An integer with its thousands set apart by dots."""
    return f"{value:,}".replace(",", ".")


def _decimals(denominator: int) -> int | None:
    """How many decimals write 1/denominator exactly, or None."""
    count = 0
    while denominator % 10 == 0:
        denominator, count = denominator // 10, count + 1
    twos = fives = 0
    while denominator % 2 == 0:
        denominator, twos = denominator // 2, twos + 1
    while denominator % 5 == 0:
        denominator, fives = denominator // 5, fives + 1
    return count + max(twos, fives) if denominator == 1 else None
