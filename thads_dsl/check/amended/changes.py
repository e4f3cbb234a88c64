"""P13: what each change makes of the rows of a points table, and the numbers that they come to have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from thads_dsl.check.amended.cells import as_cell, cut_out, referring, texted, with_phrase
from thads_dsl.check.amended.classes import all_said_again
from thads_dsl.check.amended.findings import elsewhere, idle, misplaced, number_taken, unlike
from thads_dsl.check.amended.places import no_part, spot
from thads_dsl.check.amended.rows import Change, points_in
from thads_dsl.check.points.findings import no_scoring
from thads_dsl.model.units import number, two_digits
from thads_dsl.source import Passage, canonical, plain
from thads_dsl.syntax.points import RowKind, WrittenRow, WrittenTable
from thads_dsl.syntax.points_tree import Amendment

# ---- one change


def _meant(change: Change, passage: Passage, node: Amendment) -> WrittenRow | None:
    """The row that an amendment names by its old number and title."""
    row = change.old.get(node.number)
    if row is not None and node.number not in change.dropped and plain(row.title.text) == plain(node.title):
        return row
    change.found.append(misplaced(change.old, change.dropped, passage, node))
    return None


def _drop(change: Change, passage: Passage, node: Amendment) -> None:
    row = _meant(change, passage, node)
    if row is not None:
        change.step(row, -points_in(row), passage.span())
        change.rows.remove(row)
        change.dropped.add(node.number)


def _change_points(change: Change, passage: Passage, node: Amendment) -> None:
    row = _meant(change, passage, node)
    if row is None or node.points is None or node.points.value is None or not _goes_as_said(change, passage, node, points_in(row)):
        return
    new = node.points.value - points_in(row)
    if not new and node.tail is None:
        change.found.append(idle(passage.span(), f"tiêu chí {node.number} vốn đã {number(node.points.value)} điểm"))
        return
    if new:
        change.step(row, new, passage.span())
        change.swap(node.number, replace(row, points=change.points_cell(passage, node.points, None)), passage)
    if node.tail is not None:
        _change_scoring(change, passage, node)


def _goes_as_said(change: Change, passage: Passage, node: Amendment, old: Fraction) -> bool:
    """Whether the points were what the sentence says they were, and go the way that it says."""
    new = node.points.value if node.points is not None else None
    if node.before is not None and node.before.value != old:
        message = f"câu ghi từ {node.before.written}, bảng gốc ghi {two_digits(old)} điểm"
        right = canonical(passage.text).replace(f"từ {node.before.written}", f"từ {two_digits(old)} điểm", 1)
    elif new is not None and (new - old) * node.turn < 0:
        words = ("nâng", "thấp hơn") if node.turn > 0 else ("giảm", "cao hơn")
        message = f"câu nói {words[0]}, mà {two_digits(new)} điểm {words[1]} {two_digits(old)} điểm của bảng gốc"
        right = ""
    else:
        return True
    why = "Số điểm cũ ghi trong câu sửa đổi phải đúng với bảng gốc; nếu không, có thể đã sửa nhầm chỗ."
    change.found.append(unlike(passage, message, why, right))
    return False


def _change_both(change: Change, passage: Passage, node: Amendment) -> None:
    if node.tail is None:
        change.found.append(no_scoring(passage, node.title))
        return
    _change_points(change, passage, node)


def _move_points(change: Change, passage: Passage, node: Amendment) -> None:
    """“Chuyển N điểm từ tiêu chí n sang tiêu chí m”: as many less there as more here."""
    source = _meant(change, passage, node)
    target = _meant(change, passage, replace(node, number=node.to, title=node.replacement))
    if source is None or target is None or node.points is None or node.points.value is None:
        return
    if node.number == node.to or node.points.value > points_in(source):
        message = (
            "chuyển sang chính nó" if node.number == node.to else f"tiêu chí {node.number} chỉ có {two_digits(points_in(source))} điểm"
        )
        change.found.append(unlike(passage, message, "Chuyển điểm là bớt ở chỗ này, thêm ở chỗ kia."))
        return
    for name, row, moved in ((node.number, source, -node.points.value), (node.to, target, node.points.value)):
        change.step(row, moved, passage.span())
        change.swap(name, replace(row, points=change.points_cell(passage, node.points, points_in(row) + moved)), passage)


def _change_class(change: Change, passage: Passage, node: Amendment) -> None:
    change.found.append(all_said_again(passage, node, change.rules))


def _change_scoring(change: Change, passage: Passage, node: Amendment) -> None:
    row = _meant(change, passage, node)
    if row is None:
        return
    if node.tail is None:
        change.found.append(no_scoring(passage, canonical(row.title.text)))
        return
    cell = as_cell(node.tail)
    same_points = points_in(row) == next(points_in(each) for each in change.base.criteria if each.name == node.number)
    if canonical(row.scoring.text.rstrip(" .;")) == canonical(cell.text) and node.kind == "scoring" and same_points:
        change.found.append(idle(passage.span(), f"cách chấm tiêu chí {node.number} vốn đã như vậy"))
        return
    change.swap(node.number, replace(row, scoring=cell), passage)
    change.scored.add(node.number)


def _add(change: Change, passage: Passage, node: Amendment) -> None:
    at = spot(change, passage, node)
    if at is None:
        return
    if node.points is None:
        return
    if node.tail is None:
        change.found.append(no_scoring(passage, node.title))
        return
    new = WrittenRow(
        RowKind.CRITERION,
        cut_out(passage, node.points.written),  # its number comes with those of all rows
        cut_out(passage, node.title),
        change.points_cell(passage, node.points, None),
        as_cell(node.tail),
        passage,
    )
    change.rows.insert(at, new)
    change.step(new, points_in(new), passage.span())
    if node.own:
        change.numbered.append((new, node.own, passage))


def _change_part(change: Change, passage: Passage, node: Amendment) -> None:
    parts = [row for row in change.rows if row.kind is RowKind.PART and row.points.text]
    row = next((row for row in parts if row.name == node.number), None)
    if row is None:
        change.found.append(no_part(passage, node, parts))
    else:
        _state(change, passage, node, row)


def _change_total(change: Change, passage: Passage, node: Amendment) -> None:
    _state(change, passage, node, next(row for row in change.rows if row.kind is RowKind.TOTAL))


def _state(change: Change, passage: Passage, node: Amendment, row: WrittenRow) -> None:
    if node.points is None or node.points.value is None or not _goes_as_said(change, passage, node, points_in(row)):
        return
    if node.points.value == points_in(row):
        change.found.append(idle(passage.span(), f"bảng gốc vốn đã ghi {number(node.points.value)} điểm ở đó"))
        return
    change.rows[change.rows.index(row)] = replace(row, points=change.points_cell(passage, node.points, None), row=passage)


def _drop_rule(change: Change, passage: Passage, node: Amendment) -> None:
    wanted = plain(node.title.strip(" .;"))
    found = next((each for each in change.rules if plain(each.written.strip(" .;")) == wanted), None)
    if found is not None:
        change.rules.remove(found)
        return
    listed = "; ".join(f"“{each.written}”" for each in change.rules)
    why = f"Các câu của bảng gốc về tổng điểm, hạng, thứ tự: {listed}." if listed else "Bảng gốc không có câu nào về tổng điểm, hạng."
    change.found.append(elsewhere(passage, f"bảng gốc không có câu “{node.title}”", why))


def _change_phrase(change: Change, passage: Passage, node: Amendment) -> None:
    old, new = node.title, node.replacement
    if old == new or not any(old in part.text for row in change.rows for part in (row.title, row.scoring)):
        change.found.append(idle(passage.span(), f"bảng gốc không có cụm từ “{old}”" if old != new else f"“{old}” thay bằng chính nó"))
        return
    for row in list(change.rows):
        changed = replace(row, title=with_phrase(row.title, old, new), scoring=with_phrase(row.scoring, old, new))
        name = next((name for name, each in change.old.items() if each is row), None)
        if name is not None and changed != row:
            change.swap(name, changed, passage)
        elif name is None:
            change.rows[change.rows.index(row)] = changed


CHANGES: dict[str, Callable[[Change, Passage, Amendment], None]] = {
    "drop": _drop,
    "points": _change_points,
    "both": _change_both,
    "move": _move_points,
    "class": _change_class,
    "scoring": _change_scoring,
    "add": _add,
    "phrase": _change_phrase,
    "part": _change_part,
    "total": _change_total,
    "rule": _drop_rule,
}


# ---- the new table


def renumbered(change: Change) -> WrittenTable:
    """Criteria counted from 1; references move with them; parts and the total stay as stated, and are checked as in any table."""
    criteria = [row for row in change.rows if row.kind is RowKind.CRITERION]
    new = new_numbers(change)
    numbered = {id(row): str(at) for at, row in enumerate(criteria, 1)}
    rows = [
        replace(row, number=texted(row.number, numbered[id(row)]), cited="", scoring=referring(row.scoring, new))
        if id(row) in numbered
        else row
        for row in change.rows
    ]
    for row, own, passage in change.numbered:
        if (right := numbered[id(row)]) != own and own != str(len(change.old) + 1 + [each for each, *_ in change.numbered].index(row)):
            change.found.append(number_taken(passage, own, right, known=own in change.old and own not in change.dropped))
    return WrittenTable(change.base.heading, tuple(rows))


def new_numbers(change: Change) -> dict[str, str]:
    """The numbers that the criteria of the base come to have."""
    criteria = [row for row in change.rows if row.kind is RowKind.CRITERION]
    return {old: str(criteria.index(row) + 1) for old, row in change.old.items() if old not in change.dropped}
