"""P13: a points table that another file holds, with the changes that the plan's own lines make to it.

The table is amended as written: rows of the base, its cells, and what the lines put in their place are read together afterwards,
so that an amended table means exactly what the same table written out would mean.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from thads_dsl.check.amended.cells import placed, referring
from thads_dsl.check.amended.changes import CHANGES, new_numbers, renumbered
from thads_dsl.check.amended.classes import class_rows
from thads_dsl.check.amended.findings import idle
from thads_dsl.check.amended.kept import Kept, about_tables, said_in, said_of_table, still_valid
from thads_dsl.check.amended.limits import raised
from thads_dsl.check.amended.rows import Change, Step, total
from thads_dsl.check.notes.cells import meant_rows
from thads_dsl.check.points.suspicion import points_matter
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH618
from thads_dsl.source import Load, Passage, SourceText, Span
from thads_dsl.syntax.outline import outline
from thads_dsl.syntax.outline_tree import Key, Outline, file_named
from thads_dsl.syntax.points import RowKind, WrittenRow, WrittenTable, written_table
from thads_dsl.syntax.points_tree import Amendment
from thads_dsl.syntax.sentences import ReadText

BASE_KEY = "trên cơ sở"
_MOST_BASES = 10  # amended tables of amended tables: more is a circle


@dataclass(frozen=True, slots=True)
class AmendedTable:
    """The table that results, the index of the last line that changes it or says something of it, and what each change did.

    `kept` are the sentences of the base about totals, classes and ranks that no sentence of the plan replaces or drops; `classes`
    all its classes; `old` the number in the base of each criterion that has one; `raised` the points in the base of those that have more
    now and are scored as there; `partly`: some line could not be read, so that sums say nothing.
    """

    written: WrittenTable
    index: int
    key: Passage
    total: Fraction
    steps: tuple[Step, ...]
    kept: tuple[Kept, ...]
    classes: Mapping[str, Kept]
    old: Mapping[str, str]
    raised: Mapping[str, Fraction]
    partly: bool

    @property
    def balance(self) -> tuple[Fraction, ...]:
        """The points of the base, then what each change adds or takes."""
        return (self.total, *(step.points for step in self.steps))

    @property
    def at_the_end(self) -> str:
        """“ vào phần III”: what a new criterion must say to stand last; empty where the table has no parts to choose from."""
        parts = [row.name for row in self.written.rows if row.kind is RowKind.PART]
        return f" vào phần {parts[-1]}" if len(parts) > 1 else ""


def amended_table(
    plan: Outline, reads: Sequence[ReadText], load: Load, depth: int = 0
) -> tuple[AmendedTable | None, tuple[Diagnostic, ...]]:
    """The table that the lines of a plan make of its base; None where the plan amends nothing, or after a complaint."""
    spoken = [
        (index, sentence)
        for index, (item, read) in enumerate(zip(plan.items, reads, strict=True))
        for sentence in read.sentences
        if not item.aside
    ]
    said = [(index, sentence.passage, sentence.statement) for index, sentence in spoken if isinstance(sentence.statement, Amendment)]
    key = next((key for key in plan.keys if key.name == BASE_KEY), None)
    if key is None:
        return None, tuple(_no_base(said[0][1].span(), "kế hoạch sửa một bảng mà chưa nói bảng nào") for _ in said[:1])
    base, rules, complaints = _base(key, load, depth)
    if base is None:
        return None, complaints
    own = said_of_table(read for item, read in zip(plan.items, reads, strict=True) if not item.aside)
    unread = _not_taken(plan, reads)
    if not said and not unread and {each.written for each in own} <= {each.written for each in rules}:
        return None, (idle(key.line.span(), "kế hoạch dựa trên bảng khác mà chưa sửa gì"),)
    change = Change(base, list(base.rows), {row.name: row for row in base.criteria}, rules=list(rules))
    for _, passage, statement in said:
        CHANGES[statement.kind](change, passage, statement)
    written = renumbered(change)
    if change.found:
        return None, tuple(change.found)
    numbers = new_numbers(change)
    places = [index for index, _, _ in said] or [index for index, each in spoken if about_tables(each.statement)] or unread
    return (
        AmendedTable(
            written=written,
            index=places[-1],
            key=key.line,
            total=total(base),
            steps=tuple(change.steps),
            kept=tuple(_renumbered(each, numbers) for each in still_valid(change.rules, own)),
            classes=class_rows(change.rules),
            old={new: old for old, new in numbers.items()},
            raised=raised(change, numbers),
            partly=bool(unread),
        ),
        (),
    )


def _renumbered(kept: Kept, numbers: Mapping[str, str]) -> Kept:
    """A sentence of the base with the numbers that its criteria come to have, as read and as printed."""
    printed = Passage(kept.printed, 0, [0] * (len(kept.printed) + 1))
    return replace(kept, passage=referring(kept.passage, numbers), printed=referring(printed, numbers).text)


def _not_taken(plan: Outline, reads: Sequence[ReadText]) -> list[int]:
    """The lines that speak of the table and are not read, or are marked as prose: they are complained of where they stand."""
    return [
        index
        for index, (item, read) in enumerate(zip(plan.items, reads, strict=True))
        for each in read.sentences
        if (each.statement is None and not item.rows and points_matter(each.lexemes, amending=True) is not None)
        or (item.aside and isinstance(each.statement, Amendment))
    ]


# ---- the base


def _base(key: Key, load: Load, depth: int) -> tuple[WrittenTable | None, tuple[Kept, ...], tuple[Diagnostic, ...]]:
    """The points table of the file that the key names, and what the file says of its totals, classes and ranks; all places at the key."""
    from thads_dsl.check import read_outline  # the base is read as plans are, which asks for amended tables

    text = load(file_named(key)) if depth < _MOST_BASES else None
    if text is None:
        return None, (), (_no_base(key.value.span(), f"máy chưa tìm thấy “{key.value.text}”"),)
    source = SourceText.read(key.value.text, text)
    lines = outline(source)
    own = next((table for item in lines.items if (table := written_table(meant_rows(item))) is not None), None)
    reads = read_outline(source, lines, load)
    older: tuple[Kept, ...] = ()
    if own is None and any(each.name == BASE_KEY for each in lines.keys):
        amended, _ = amended_table(lines, reads, load, depth + 1)
        own, older = (amended.written, amended.kept) if amended else (None, ())
    if own is None or not own.criteria:
        return None, (), (_no_base(key.value.span(), f"“{key.value.text}” không có bảng tiêu chí chấm điểm đọc được"),)
    at = key.value.span()  # complaints about it can only be shown there
    moved = tuple(replace(each, passage=placed(each.passage, at)) for each in (*older, *said_in(source, lines, reads)))
    return WrittenTable(placed(own.heading, at), tuple(_placed_row(row, at) for row in own.rows)), moved, ()


def _placed_row(row: WrittenRow, at: Span) -> WrittenRow:
    return replace(
        row,
        number=placed(row.number, at),
        title=placed(row.title, at),
        points=placed(row.points, at),
        scoring=placed(row.scoring, at),
        row=placed(row.row, at),
    )


def _no_base(at: Span, message: str) -> Diagnostic:
    return Diagnostic(
        code=TH618,
        message=message,
        at=Label(at),
        why="Bảng sửa đổi phải có bảng gốc: một tệp .plan đặt cùng thư mục với kế hoạch này.",
        ways=(Way("Ghi ở đầu văn bản:", "Trên cơ sở: bang-tieu-chi.plan"),),
    )
