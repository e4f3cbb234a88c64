"""A cell whose levels are the parts of a whole: each part is a criterion of its own, in a row below."""

from collections.abc import Iterator
from fractions import Fraction

from thads_dsl.check.points import findings
from thads_dsl.check.points.cell import Cell
from thads_dsl.diagnostics import Diagnostic
from thads_dsl.model.points import REST
from thads_dsl.model.units import number, two_digits
from thads_dsl.syntax.cells import cells
from thads_dsl.syntax.grammar import standard_words
from thads_dsl.syntax.points import WrittenRow

_BELOW = "abcdđeghiklmnopqrstuvxy"  # how the rows below a figure are numbered; those below a letter have a dash


def parts_of_a_whole(cell: Cell, levels: list[tuple[str, Fraction]]) -> Diagnostic | None:
    """“Có kế hoạch: 20 điểm; có kiểm tra: 20 điểm; có báo cáo: 10 điểm” of 50 points; None where one of the levels is picked.

    No cell of which one level is picked is like that: its best level would give all the points.
    """
    parts, written = [(name, points) for name, points in levels if name.casefold() != REST and points], cell.written
    whole = len(parts) > 1 and sum(points for _, points in parts) == written.standard
    if (
        not whole
        or any(standard_words("quality").match(name) for name, _ in parts)
        or len(cell.statements) != len(levels)
        or cell.lowering.draft.amended is not None
        or len(parts) > len(_BELOW)
    ):
        return None
    return findings.parts_of_points(
        cell.statements[-1].span, [points for _, points in parts], written.standard, "\n".join(_rows(written.row, parts))
    )


def _rows(row: WrittenRow, parts: list[tuple[str, Fraction]]) -> Iterator[str]:
    """The row as the heading of its parts, and theirs, with the columns of the table; columns beside the points are left empty."""
    columns = [cell.span() for cell in cells(row.row)]
    at = [columns.index(cell.span()) for cell in (row.number, row.title, row.points, row.scoring)]
    written = [(row.number.text, row.title.text, row.points.text, "")]
    for count, (name, points) in enumerate(parts):
        below = "-" if row.own.isalpha() else _BELOW[count]
        written.append((below, f"{name[0].upper()}{name[1:]}", number(points), f"Có: {two_digits(points)} điểm; không: 0 điểm"))
    for texts in written:
        said = dict(zip(at, texts, strict=True))
        yield f"| {' | '.join(said.get(column, '') for column in range(len(columns)))} |"
