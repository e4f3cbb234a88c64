"""P13: a points table that another file holds, with the changes that the plan's own lines make to it.

The table is amended as written: rows of the base, its cells, and what the lines put in their place are read together afterwards,
so that an amended table means exactly what the same table written out would mean.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction

from thads_dsl.diagnostics import Diagnostic, Edit, Label, Way
from thads_dsl.diagnostics.codes import TH616, TH617, TH618
from thads_dsl.model.units import number
from thads_dsl.source import Load, Passage, SourceText, Span, canonical, plain
from thads_dsl.syntax.literals import figure_value
from thads_dsl.syntax.outline import Key, Outline, file_named, outline
from thads_dsl.syntax.points import RowKind, WrittenRow, WrittenTable, parts_of, written_table
from thads_dsl.syntax.points_tree import Amendment
from thads_dsl.syntax.sentences import ReadText

BASE_KEY = "trên cơ sở"
_MOST_BASES = 10  # amended tables of amended tables: more is a circle
_REFERENCE = re.compile(r"(tiêu chí\s+)(\d+)(?![\w.])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AmendedTable:
    """The table that results, the index of the last line that changes it, and the totals: that of the base, then each change of it."""

    written: WrittenTable
    index: int
    balance: tuple[Fraction, ...]


@dataclass(slots=True)
class _Change:
    """The rows on their way from the base to the amended table; `old` gives each its number in the base."""

    rows: list[WrittenRow]
    old: dict[str, WrittenRow]  # number in the base → the row as it is now
    dropped: set[str] = field(default_factory=set)
    balance: list[Fraction] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)

    def swap(self, number_: str, new: WrittenRow) -> None:
        """Puts a row in the place of the one that had this number in the base."""
        self.rows[self.rows.index(self.old[number_])] = new
        self.old[number_] = new


def amended_table(plan: Outline, reads: list[ReadText], load: Load, depth: int = 0) -> tuple[AmendedTable | None, tuple[Diagnostic, ...]]:
    """The table that the lines of a plan make of its base; None where the plan amends nothing, or after a complaint."""
    said = [
        (index, sentence.passage, sentence.statement)
        for index, read in enumerate(reads)
        for sentence in read.sentences
        if isinstance(sentence.statement, Amendment)
    ]
    key = next((key for key in plan.keys if key.name == BASE_KEY), None)
    if key is None:
        return None, tuple(_no_base(said[0][1].span(), "kế hoạch sửa một bảng mà chưa nói bảng nào") for _ in said[:1])
    base, complaints = _base(key, load, depth)
    if base is None:
        return None, complaints
    if not said:
        return None, (_idle(key.line.span(), "kế hoạch dựa trên bảng khác mà chưa sửa gì"),)
    change = _Change(list(base.rows), {row.name: row for row in base.criteria}, balance=[_total(base)])
    for _, passage, statement in said:
        _CHANGES[statement.kind](change, passage, statement)
    if change.found:
        return None, tuple(change.found)
    return AmendedTable(_renumbered(base, change), said[-1][0], tuple(change.balance)), ()


# ---- the base


def _base(key: Key, load: Load, depth: int) -> tuple[WrittenTable | None, tuple[Diagnostic, ...]]:
    """The points table of the file that the key names, every place of it at the key."""
    text = load(file_named(key)) if depth < _MOST_BASES else None
    if text is None:
        return None, (_no_base(key.value.span(), f"máy chưa tìm thấy “{key.value.text}”"),)
    source = SourceText.read(key.value.text, text)
    lines = outline(source)
    own = next((table for item in lines.items if (table := written_table(item.rows)) is not None), None)
    if own is None and any(each.name == BASE_KEY for each in lines.keys):
        from thads_dsl.check import read_outline  # an amended table is read as plans are, which asks for amended tables

        amended, _ = amended_table(lines, read_outline(source, lines, load), load, depth + 1)
        own = amended.written if amended else None
    if own is None or not own.criteria:
        return None, (_no_base(key.value.span(), f"“{key.value.text}” không có bảng tiêu chí chấm điểm đọc được"),)
    return WrittenTable(_moved(own.heading, key), tuple(_moved_row(row, key) for row in own.rows)), ()


def _moved(passage: Passage, key: Key) -> Passage:
    """The same text at the place of the key: complaints about it can only be shown there."""
    at = key.value.span()
    return Passage(passage.text, at.line, [*[at.start] * len(passage.text), at.end])


def _moved_row(row: WrittenRow, key: Key) -> WrittenRow:
    return replace(
        row,
        number=_moved(row.number, key),
        title=_moved(row.title, key),
        points=_moved(row.points, key),
        scoring=_moved(row.scoring, key),
        row=_moved(row.row, key),
    )


def _total(table: WrittenTable) -> Fraction:
    return sum((_points(row) for row in table.criteria), Fraction(0))


def _points(row: WrittenRow) -> Fraction:
    return figure_value(row.points.text).value or Fraction(0) if row.points.text[:1].isdigit() else Fraction(0)


def _no_base(at: Span, message: str) -> Diagnostic:
    return Diagnostic(
        code=TH618,
        message=message,
        at=Label(at),
        why="Bảng sửa đổi phải có bảng gốc: một tệp .plan đặt cùng thư mục với kế hoạch này.",
        ways=(Way("Ghi ở đầu văn bản:", "Trên cơ sở: bang-tieu-chi.plan"),),
    )


# ---- one change


def _meant(change: _Change, passage: Passage, node: Amendment) -> WrittenRow | None:
    """The row that an amendment names by its old number and title."""
    row = change.old.get(node.number)
    if row is not None and node.number not in change.dropped and plain(row.title.text) == plain(node.title):
        return row
    change.found.append(_misplaced(change, passage, node))
    return None


def _misplaced(change: _Change, passage: Passage, node: Amendment) -> Diagnostic:
    """Message 21."""
    there = [name for name, row in change.old.items() if plain(row.title.text) == plain(node.title)]
    row = change.old.get(node.number)
    if node.number in change.dropped:
        message, why = f"tiêu chí {node.number} đã bỏ ở dòng trên", "Một tiêu chí đã bỏ thì không sửa được nữa."
    elif row is None:
        message, why = f"bảng gốc không có tiêu chí {node.number}", f"Bảng gốc có {len(change.old)} tiêu chí."
    else:
        message, why = (
            f"tiêu chí {node.number} của bảng gốc không tên “{node.title}”",
            f"Tên của tiêu chí {node.number} là “{row.title.text}”.",
        )
    if there:
        why += f" Tên “{node.title}” là của tiêu chí {there[0]}."
    right = canonical(passage.text).replace(f"tiêu chí {node.number}", f"tiêu chí {there[0]}", 1) if there else ""
    if not there and row is not None and node.title:
        right = canonical(passage.text).replace(node.title, row.title.text, 1)
    ways = (Way("Có phải:", right, edit=Edit(passage.span(), right)),) if right else ()
    return Diagnostic(code=TH616, message=message, at=Label(passage.span()), why=why, ways=ways)


def _idle(at: Span, message: str) -> Diagnostic:
    return Diagnostic(
        code=TH617, message=message, at=Label(at), why="Một câu sửa đổi không đổi gì thường là chép nhầm; hãy sửa hoặc bỏ câu này."
    )


def _drop(change: _Change, passage: Passage, node: Amendment) -> None:
    row = _meant(change, passage, node)
    if row is not None:
        change.rows.remove(row)
        change.dropped.add(node.number)
        change.balance.append(-_points(row))


def _change_points(change: _Change, passage: Passage, node: Amendment) -> None:
    row = _meant(change, passage, node)
    if row is None or node.points is None or node.points.value is None:
        return
    if node.points.value == _points(row):
        change.found.append(_idle(passage.span(), f"tiêu chí {node.number} vốn đã {number(node.points.value)} điểm"))
        return
    change.balance.append(node.points.value - _points(row))
    change.swap(node.number, replace(row, points=_cut(passage, node.points.written)))


def _change_scoring(change: _Change, passage: Passage, node: Amendment) -> None:
    row = _meant(change, passage, node)
    if row is None or node.tail is None:
        return
    if canonical(row.scoring.text.rstrip(" .;")) == canonical(node.tail.text.rstrip(" .;")):
        change.found.append(_idle(passage.span(), f"cách chấm tiêu chí {node.number} vốn đã như vậy"))
        return
    change.swap(node.number, replace(row, scoring=node.tail))


def _add(change: _Change, passage: Passage, node: Amendment) -> None:
    after = change.old.get(node.number)
    if after is None or node.number in change.dropped:
        change.found.append(_misplaced(change, passage, replace(node, title="")))
        return
    if node.points is None or node.tail is None:
        return
    new = WrittenRow(
        RowKind.CRITERION,
        _cut(passage, node.number),
        _cut(passage, node.title),
        _cut(passage, node.points.written),
        node.tail,
        passage,
    )
    at = change.rows.index(after) + 1
    while at < len(change.rows) and change.rows[at].kind is RowKind.CRITERION and change.rows[at] not in change.old.values():
        at += 1  # behind what was added there before
    change.rows.insert(at, new)
    change.balance.append(_points(new))


def _change_phrase(change: _Change, passage: Passage, node: Amendment) -> None:
    old, new = node.title, node.replacement
    if old == new or not any(old in part.text for row in change.rows for part in (row.title, row.scoring)):
        change.found.append(_idle(passage.span(), f"bảng gốc không có cụm từ “{old}”" if old != new else f"“{old}” thay bằng chính nó"))
        return
    for row in list(change.rows):
        changed = replace(row, title=_with_phrase(row.title, old, new), scoring=_with_phrase(row.scoring, old, new))
        name = next((name for name, each in change.old.items() if each is row), None)
        if name is not None:
            change.swap(name, changed)
        else:
            change.rows[change.rows.index(row)] = changed


def _with_phrase(passage: Passage, old: str, new: str) -> Passage:
    at = passage.text.find(old)
    while at >= 0:
        passage = passage.replaced(at, at + len(old), new)
        at = passage.text.find(old, at + len(new))
    return passage


def _cut(passage: Passage, written: str) -> Passage:
    at = passage.text.find(written)
    return passage.cut(at, at + len(written))


_CHANGES: dict[str, Callable[[_Change, Passage, Amendment], None]] = {
    "drop": _drop,
    "points": _change_points,
    "scoring": _change_scoring,
    "add": _add,
    "phrase": _change_phrase,
}


# ---- numbers and sums of the new table


def _renumbered(base: WrittenTable, change: _Change) -> WrittenTable:
    """Criteria counted from 1; references move with them; parts and the total are the new sums."""
    criteria = [row for row in change.rows if row.kind is RowKind.CRITERION]
    new = {old: str(criteria.index(row) + 1) for old, row in change.old.items() if old not in change.dropped}
    numbered = {id(row): str(at) for at, row in enumerate(criteria, 1)}
    rows = [
        replace(row, number=_texted(row.number, numbered[id(row)]), scoring=_referring(row.scoring, new)) if id(row) in numbered else row
        for row in change.rows
    ]
    return WrittenTable(base.heading, tuple(_with_sums(WrittenTable(base.heading, tuple(rows)))))


def _texted(passage: Passage, text: str) -> Passage:
    return passage.replaced(0, len(passage.text), text)


def _referring(scoring: Passage, new: dict[str, str]) -> Passage:
    """“Như tiêu chí 9” as “Như tiêu chí 8”; a reference to what was dropped stays, and is complained about where it is read."""
    for found in reversed(list(_REFERENCE.finditer(scoring.text))):
        scoring = scoring.replaced(found.start(2), found.end(2), new.get(found[2], f"{found[2]}-đã-bỏ"))
    return scoring


def _with_sums(table: WrittenTable) -> Iterator[WrittenRow]:
    around = dict(zip(map(id, table.rows), parts_of(table), strict=True))
    for row in table.rows:
        if row.kind is RowKind.CRITERION or not row.points.text:
            yield row
            continue
        inside = table.criteria if row.kind is RowKind.TOTAL else [each for each in table.criteria if row in around[id(each)]]
        yield replace(row, points=_texted(row.points, number(sum((_points(each) for each in inside), Fraction(0)))))
