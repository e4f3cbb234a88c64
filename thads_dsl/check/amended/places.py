"""P13: where among the rows of an amended table a new criterion stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from thads_dsl.check.amended.findings import elsewhere, misplaced, which_part
from thads_dsl.check.amended.rows import Change
from thads_dsl.diagnostics import Diagnostic
from thads_dsl.source import Passage, canonical, plain
from thads_dsl.syntax.points import RowKind, WrittenRow, WrittenTable, parts_of
from thads_dsl.syntax.points_tree import Amendment


def spot(change: Change, passage: Passage, node: Amendment) -> int | None:
    """Where among the rows a new criterion is to stand; None after a complaint."""
    parts = [row for row in change.rows if row.kind is RowKind.PART]
    if node.into_part:
        part = next((row for row in parts if row.name == node.number), None)
        if part is None:
            change.found.append(no_part(passage, node, parts))
            return None
        last = max(at for at, row in enumerate(change.rows) if row is part or part in _around(change, row))
        return last + 1
    if not node.number and not node.own and len(parts) > 1:
        change.found.append(which_part(passage, [(row.name, canonical(row.title.text)) for row in parts if not _holds_parts(change, row)]))
        return None
    behind = node.number or next((name for name in reversed(change.old) if name not in change.dropped), "")
    beside = change.old.get(behind)
    unlike = beside is not None and bool(node.replacement) and plain(node.replacement) != plain(beside.title.text)
    if beside is None or behind in change.dropped or unlike:
        change.found.append(misplaced(change.old, change.dropped, passage, replace(node, title=node.replacement)))
        return None
    at = change.rows.index(beside) + (not node.ahead)
    while at < len(change.rows) and not node.ahead and _is_new(change, change.rows[at]):
        at += 1  # behind what was added there before
    return at


def _is_new(change: Change, row: WrittenRow) -> bool:
    return row.kind is RowKind.CRITERION and row not in change.old.values()


def _around(change: Change, row: WrittenRow) -> tuple[WrittenRow, ...]:
    """The parts in which a row stands; a new one, not numbered yet, stands in those of the row above it."""
    at = change.rows.index(row)
    while at and _is_new(change, change.rows[at]):
        at -= 1
    above = change.rows[at]
    around = parts_of(WrittenTable(change.base.heading, tuple(change.rows)))[at]
    return (*around, above) if above.kind is RowKind.PART and above is not row else around


def _holds_parts(change: Change, part: WrittenRow) -> bool:
    return any(row.kind is RowKind.PART and part in _around(change, row) for row in change.rows)


def no_part(passage: Passage, node: Amendment, parts: Sequence[WrittenRow]) -> Diagnostic:
    """A change names a part that the base does not have."""
    names = ", ".join(f"phần {part.name}" for part in parts)
    why = f"Bảng gốc có {names}." if parts else "Bảng gốc không chia phần."
    return elsewhere(passage, f"bảng gốc không có phần {node.number}", why)
