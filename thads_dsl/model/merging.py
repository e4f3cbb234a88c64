"""Units that were merged into one: whose earlier statistics stand for those of the new unit."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MergedUnit:
    """The statistics of `unit` for the reporting year `year` are the sums of those of `parts` (names of rows, two or more)."""

    unit: str
    year: int
    parts: tuple[str, ...]
