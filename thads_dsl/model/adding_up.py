"""What statistics must add up to: units that were merged into one, and identities between figures."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MergedUnit:
    """The statistics of `unit` for the reporting year `year` are the sums of those of `parts` (names of rows, two or more)."""

    unit: str
    year: int
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Balance:
    """Sums of statistics of one subject that are equal; each side is (sign, name of a statistic), two sides or more."""

    sides: tuple[tuple[tuple[int, str], ...], ...]
