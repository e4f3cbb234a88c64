"""TH639: a floor of the total above its ceiling, and a class in two rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from thads_dsl.check.draft import Line
from thads_dsl.check.points.class_words import row_words
from thads_dsl.check.points.said import Said
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH639
from thads_dsl.model.points import PointsTable
from thads_dsl.model.points_classes import Class
from thads_dsl.model.units import number
from thads_dsl.source import Span, canonical
from thads_dsl.syntax import points_tree as tree
from thads_dsl.syntax.tree import Figure

# What can be settled but once of a total.
FLOOR, CEILING = "mức thấp nhất của tổng điểm", "mức cao nhất của tổng điểm"


def _words(said: Said, part: Figure) -> str:
    return canonical(said.lowering.draft.source.quote(part.span))


def _written(line: Line, instead: Mapping[Span, str]) -> str:
    """The line with other words in some places; empty where these are elsewhere, in a note or in a table."""
    text = line.item.text
    if line.item.of_table or line.item.notes or any(at.line != line.item.number for at in instead):
        return ""
    for at in sorted(instead, key=lambda each: -each.start):
        start, end = (list(text.columns).index(column) for column in (at.start, at.end))
        text = text.replaced(start, end, instead[at])
    return f"{line.item.marker} {canonical(text.text)}".strip()


def floor_above_ceiling(said: Said, node: tree.PointsTotal, table: PointsTable) -> Iterator[Diagnostic]:
    """“Tổng điểm không quá 90 điểm, không dưới 95 điểm”: no total is both; at 95 and 95 every unit has the same."""
    low, high = table.floor, table.ceiling
    if low is None or high is None or low < high or said.kept or (node.low is None and node.high is None):
        return
    above = [said.lowering.settled[table.id, what][0].span for what in (FLOOR, CEILING) if (table.id, what) in said.lowering.settled]
    own = [part for part in (node.low, node.high) if part is not None]
    swapped = _written(said.line, {own[0].span: _words(said, own[1]), own[1].span: _words(said, own[0])}) if len(own) > 1 else ""
    least, most = number(low), number(high)
    yield Diagnostic(
        code=TH639,
        message=f"tổng điểm không dưới {least} điểm mà không quá {most} điểm",
        at=Label(own[0].span),
        also=tuple(Label(at) for at in above if at.line != own[0].span.line),
        why="Theo câu này mọi đơn vị đều được cùng một tổng điểm; có lẽ một con số ghi nhầm."
        if low == high
        else f"Không tổng điểm nào vừa từ {least} điểm trở lên vừa không quá {most} điểm; có lẽ một con số ghi nhầm, hoặc ghi ngược chỗ.",
        ways=(Way(f"Nếu ghi ngược chỗ thì sửa dòng {own[0].span.line} thành:", swapped),) if swapped and low > high else (),
    )


def class_twice(said: Said, row: Class) -> Iterator[Diagnostic]:
    """A class in two rows: one of them may be of another class, and one class down of it would be itself."""
    above = next((each for each in said.table.classes if each.name == row.name), None)
    if above is None or said.kept:
        return
    first, second = (said.lowering.spans[each.id] for each in (above, row))
    merged = row_words(row, (*above.cases, *row.cases)) if above.cases and row.cases else ""
    place, marker = "dòng", said.line.item.marker
    if said.line.item.of_table:  # the class stands in a cell of its own
        place, marker, merged = "ô điểm ở dòng", "", merged.partition(": ")[2]
    how = f"Nếu đúng là một hạng thì bỏ dòng {second.line}, viết {place} {first.line} là:"
    yield Diagnostic(
        code=TH639,
        message=f"{row.name} nêu hai lần",
        at=Label(second),
        also=(Label(first),),
        why=f"“{above.text}” và “{row.text}”: có lẽ một dòng ghi nhầm tên hạng. Mỗi hạng nêu ở một dòng, các trường hợp nối bằng “hoặc”.",
        ways=(Way(how, f"{marker} {merged}".strip()),) if merged else (),
    )
