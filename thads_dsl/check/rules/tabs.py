"""TH123: a table pasted from Word, whose cells are parted by tabs; it was read as the table that is meant."""

from collections.abc import Iterator

from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Edit, Label, Way
from thads_dsl.diagnostics.codes import TH123
from thads_dsl.source import SourceText
from thads_dsl.syntax.tabbed import TabbedRow


def tabs(facts: Facts) -> Iterator[Diagnostic]:
    """Each such table, with its rows as they are to be written."""
    source = facts.draft.source
    for rows in facts.draft.outline.tabbed:
        yield Diagnostic(
            code=TH123,
            message="các ô cách nhau bằng dấu Tab",
            at=Label(rows[0].written.span()),
            why="Trong tệp kế hoạch, các ô của một bảng cách nhau bằng dấu gạch đứng.",
            ways=tuple(_way(source, each) for each in rows),
        )


def _way(source: SourceText, each: TabbedRow) -> Way:
    span = each.written.span()
    start = each.row.span().start
    cells = source.lines[span.line - 1][start:].split("\t")
    right = f"| {' | '.join(cell.strip() for cell in cells)} |"
    return Way("Viết thành:", right, edit=Edit(span, right, safe=True))
