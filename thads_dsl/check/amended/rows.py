"""P13: the rows of a points table on their way from the base to the amended table."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from fractions import Fraction

from thads_dsl.check.amended.cells import cut_out, placed, texted
from thads_dsl.check.amended.kept import Kept
from thads_dsl.diagnostics import Diagnostic
from thads_dsl.model.units import two_digits
from thads_dsl.source import Passage, Span
from thads_dsl.syntax.points import WrittenRow, WrittenTable, parts_of
from thads_dsl.syntax.tree import Figure
from thads_dsl.syntax.written_forms import figure_value


@dataclass(frozen=True, slots=True)
class Step:
    """What one change adds to the points of the table, or takes; where it is said, and in which parts (their names)."""

    points: Fraction
    at: Span
    parts: tuple[str, ...]


@dataclass(slots=True)
class Change:
    """The rows on their way from the base to the amended table; `old` gives each its number in the base."""

    base: WrittenTable
    rows: list[WrittenRow]
    old: dict[str, WrittenRow]  # number in the base → the row as it is now
    dropped: set[str] = field(default_factory=set)
    scored: set[str] = field(default_factory=set)  # numbers in the base of criteria whose scoring is said anew
    steps: list[Step] = field(default_factory=list)
    rules: list[Kept] = field(default_factory=list)
    numbered: list[tuple[WrittenRow, str, Passage]] = field(default_factory=list)  # new rows with the number that they give themselves
    found: list[Diagnostic] = field(default_factory=list)

    def swap(self, number_: str, new: WrittenRow, said: Passage) -> None:
        """Puts a row in the place of the one that had this number in the base; its cells of the base are complained of where it is said."""
        changed = replace(new, title=self._shown(new.title, said), scoring=self._shown(new.scoring, said), row=said)
        self.rows[self.rows.index(self.old[number_])] = changed
        self.old[number_] = changed

    def _shown(self, cell: Passage, said: Passage) -> Passage:
        return placed(cell, said.span()) if cell.line == self.base.heading.line else cell

    def step(self, row: WrittenRow, points: Fraction, at: Span) -> None:
        """Notes what a change of a row that stands in the table adds to its points."""
        around = parts_of(WrittenTable(self.base.heading, tuple(self.rows)))[self.rows.index(row)]
        self.steps.append(Step(points, at, tuple(part.name for part in around)))

    def points_cell(self, passage: Passage, figure: Figure, points: Fraction | None) -> Passage:
        """New points as the column of the base writes its own: with the word “điểm”, or the bare figure."""
        cell = cut_out(passage, figure.written)
        bare = not any("điểm" in row.points.text for row in self.base.criteria)
        if points is not None:
            return texted(cell, two_digits(points) if bare else f"{two_digits(points)} điểm")
        return texted(cell, re.sub(r"\s*điểm$", "", cell.text)) if bare else cell


def total(table: WrittenTable) -> Fraction:
    """The points of all criteria together."""
    return sum((points_in(row) for row in table.criteria), Fraction(0))


def points_in(row: WrittenRow) -> Fraction:
    """The points of a row; 0 where its column is empty."""
    return figure_value(row.points.text).value or Fraction(0) if row.points.text[:1].isdigit() else Fraction(0)
