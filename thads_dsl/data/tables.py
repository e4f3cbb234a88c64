"""Grid → entries: finds the heading row by what it says, then reads each row below as its columns ask."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from thads_dsl.data import cells
from thads_dsl.data.cells import Misread, Raw, is_empty
from thads_dsl.data.complaints import BadCell, bad_cells, empty_table, missing_column, repeated_column
from thads_dsl.data.grids import TITLE_ROWS, Grid
from thads_dsl.diagnostics.model import DataDiagnostic
from thads_dsl.model.inputs import CellKind, Column, InputTable
from thads_dsl.source import plain


@dataclass(frozen=True, slots=True)
class Entry:
    """One row, typed by column key. A cell that could not be read stands as not known, and its complaint is made already."""

    grid: Grid
    row: int
    places: dict[str, tuple[int, str]]  # column and heading
    texts: dict[str, str] = field(default_factory=dict)
    figures: dict[str, int | Fraction | None] = field(default_factory=dict)
    answers: dict[str, bool | None] = field(default_factory=dict)
    days: dict[str, date | None] = field(default_factory=dict)
    levels: dict[str, str | None] = field(default_factory=dict)
    scores: dict[str, Fraction | None] = field(default_factory=dict)
    misread: set[str] = field(default_factory=set)

    def text(self, key: str) -> str:
        """A name or a text; empty when there is none."""
        return self.texts.get(key, "")

    def at(self, key: str) -> str:
        """Where the cell of a column is, in full."""
        column, heading = self.places[key]
        return self.grid.at_cell(self.row, column, heading)

    def short(self, key: str) -> str:
        """Where the cell of a column is within its row."""
        column, heading = self.places[key]
        return self.grid.short(self.row, column, heading)

    @property
    def at_row(self) -> str:
        """Where the row is."""
        return self.grid.at_row(self.row)

    def clear(self, *keys: str) -> bool:
        """Whether these cells are there and could be read."""
        return all(key in self.places and key not in self.misread for key in keys)


def entries(table: InputTable, grid: Grid) -> tuple[tuple[Entry, ...], tuple[DataDiagnostic, ...]]:
    """All rows with data, and every complaint about headings and cells."""
    if all(is_empty(raw) for row in grid.rows for raw in row):
        return (), () if table.optional else (empty_table(grid.title, (column.heading for column in table.columns)),)
    header = _header_row(table, grid)
    places, complaints = _places(table, grid, header)
    found: list[Entry] = []
    wrong: dict[Column, list[BadCell]] = {}
    for row in range(header + 1, len(grid.rows)):
        if all(is_empty(grid.cell(row, column)) for column, _ in places.values()):
            continue
        entry = Entry(grid, row, places)
        for column, cell in _read(entry, table):
            wrong.setdefault(column, []).append(cell)
        found.append(entry)
    complaints += (complaint for column, held in wrong.items() for complaint in bad_cells(column.heading, held))
    return tuple(found), tuple(complaints)


def _header_row(table: InputTable, grid: Grid) -> int:
    """The first of the rows that show most headings: titles and legends may stand above it."""
    headings = {plain(column.heading) for column in table.columns}

    def known(row: int) -> int:
        return len(headings & {plain(raw) for raw in grid.rows[row] if isinstance(raw, str)})

    return max(range(min(len(grid.rows), TITLE_ROWS)), key=known)


def _places(table: InputTable, grid: Grid, header: int) -> tuple[dict[str, tuple[int, str]], list[DataDiagnostic]]:
    complaints: list[DataDiagnostic] = []
    places: dict[str, tuple[int, str]] = {}
    written = [plain(raw) if isinstance(raw, str) else "" for raw in grid.rows[header]]
    for column in table.columns:
        there = [index for index, heading in enumerate(written) if heading == plain(column.heading)]
        if there:
            places[column.key] = there[0], column.heading
        else:
            complaints.append(missing_column(grid.title, column.heading))
        for again in there[1:]:
            first = grid.short(header, there[0], column.heading)
            complaints.append(repeated_column(grid.at_cell(header, again, column.heading), column.heading, first))
    return places, complaints


def _read(entry: Entry, table: InputTable) -> Iterator[tuple[Column, BadCell]]:
    for column in table.columns:
        if column.key in entry.places:
            raw = entry.grid.cell(entry.row, entry.places[column.key][0])
            if misread := _fill(entry, column, raw):
                entry.misread.add(column.key)
                yield column, BadCell(entry.at(column.key), _of(entry, column), raw, misread)


def _of(entry: Entry, column: Column) -> str:
    """Whose cell it is: the name in the row, then what the column says; the name alone is said by the cell itself."""
    name = entry.text("name")
    heading = column.heading
    return heading if not name or column.key == "name" else f"{name}, {heading[:1].lower()}{heading[1:]}"


def _fill(entry: Entry, column: Column, raw: Raw) -> Misread | None:
    key = column.key
    match column.kind:
        case CellKind.NAME | CellKind.TEXT:
            text = cells.name(raw) if column.kind is CellKind.NAME else cells.text(raw)
            if isinstance(text, Misread):
                return text
            entry.texts[key] = text
        case CellKind.COUNT | CellKind.PERCENT:
            figure = cells.stepped(cells.count(raw) if column.kind is CellKind.COUNT else cells.percent(raw), column)
            if isinstance(figure, Misread):
                return figure
            entry.figures[key] = figure
        case CellKind.YES_NO | CellKind.JUDGMENT:
            answer = cells.yes_no(raw) if column.kind is CellKind.YES_NO else cells.judgment(raw)
            if isinstance(answer, Misread):
                return answer
            entry.answers[key] = answer
        case CellKind.LEVEL:
            level = cells.level(raw, column.choices)
            if isinstance(level, Misread):
                return level
            entry.levels[key] = level
        case CellKind.SCORE:
            assert column.between is not None, "a score lies between two bounds"
            score = cells.score(raw, *column.between)
            if isinstance(score, Misread):
                return score
            entry.scores[key] = score
        case CellKind.DAY:
            day = cells.day(raw)
            if isinstance(day, Misread):
                return day
            entry.days[key] = day
    return None
