"""Ready lines for the cells of tables: “Hiểu là: …” says which cell it is about, and is pasted below the table."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from thads_dsl.check.draft import Draft
from thads_dsl.diagnostics import Diagnostic, Edit, Way
from thads_dsl.source import Passage, Span
from thads_dsl.syntax.cells import cell_at

_HEAD = re.compile(r"Hiểu là(?: \((?P<terms>[^)]*)\))?: ")
_PROSE = re.compile(r"(?:\S+ )?> ")  # a whole line marked as prose
_MARKED = re.compile(r"[;.]? [Nn]ếu [^.;]*dấu >[^.;]*")
_BELOW = re.compile(r"(dán) dưới dòng (\d+)", re.IGNORECASE)


def in_cells(draft: Draft, complaints: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Complaints with the ready lines of each made those of the cell that it is about; one about no cell stays as it is.

    A row cannot be marked as prose, so nothing of the kind is offered.
    """
    tables = [line.item.rows for line in draft.lines if line.item.rows]
    for complaint in complaints:
        own, at = complaint.at.source is None, complaint.at.span
        rows = next((rows for rows in tables if own and rows[0].line <= at.line <= rows[-1].line), ())
        ways = (of_cell(rows, at, way) for way in complaint.ways if not _PROSE.match(way.line))
        yield replace(complaint, ways=tuple(ways), why=_MARKED.sub("", complaint.why)) if rows else complaint


def of_cell(rows: tuple[Passage, ...], at: Span, way: Way) -> Way:
    """A way out that restates words at a place of a table, told so that it can be pasted; any other way, or of another line, as it is."""
    head, below = _HEAD.match(way.line), _BELOW.search(way.how)
    cell = cell_at(rows, at.line, at.start) if head and "dòng" not in (head["terms"] or "") else None
    if head is None or cell is None or (below is not None and not rows[0].line <= int(below[2]) <= rows[-1].line):
        return way
    terms = f"; {head['terms']}" if head["terms"] else ""
    line = f"Hiểu là (dòng {cell[0]}, cột {cell[1]}{terms}): {way.line[head.end() :]}"
    edit = Edit(rows[-1].span(), line, new_line=True) if way.edit is not None else None
    return replace(way, how=_BELOW.sub(rf"\1 dưới bảng, sau dòng {rows[-1].line}", way.how), line=line, edit=edit)
