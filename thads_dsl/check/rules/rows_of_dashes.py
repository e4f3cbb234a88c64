"""TH964: “| - | - | - |” among the rows of a table: right below the heading it rules it off, further down it says nothing."""

from collections.abc import Iterator
from itertools import dropwhile

from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label
from thads_dsl.diagnostics.codes import TH964
from thads_dsl.source import Passage
from thads_dsl.syntax.cells import cells, heading_and_rows, is_ruled


def rows_of_dashes(facts: Facts) -> Iterator[Diagnostic]:
    """Each such row of the tables that are printed."""
    for line in facts.draft.lines:
        rows = () if line.item.aside else line.item.rows
        yield from (_told(row) for row in _below(rows) if is_ruled(row) and all(cell.text == "-" for cell in cells(row)))


def _below(rows: tuple[Passage, ...]) -> Iterator[Passage]:
    """The rows from the first one that is written in below the heading."""
    written = heading_and_rows(rows)[1][:1]
    return dropwhile(lambda row: row not in written, rows)


def _told(row: Passage) -> Diagnostic:
    return Diagnostic(
        code=TH964,
        message=f"dòng {row.line} chỉ có dấu -",
        at=Label(row.span()),
        why="Dòng này không nêu đối tượng, số liệu nào nên máy bỏ qua. Còn thiếu thì ghi thêm, không có gì thì xóa dòng.",
        understood=True,
    )
