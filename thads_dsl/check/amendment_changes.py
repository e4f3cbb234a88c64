"""P13: what each change makes of the rows of a points table (TH616, TH617, TH632), and the numbers that they come to have."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from thads_dsl.check.amended_classes import all_said_again
from thads_dsl.check.kept_rules import Kept
from thads_dsl.check.points_findings import no_scoring
from thads_dsl.diagnostics import Diagnostic, Edit, Label, Way
from thads_dsl.diagnostics.codes import TH616, TH617, TH632
from thads_dsl.model.units import number, two_digits
from thads_dsl.source import Passage, Span, canonical, plain
from thads_dsl.syntax.literals import figure_value
from thads_dsl.syntax.points import RowKind, WrittenRow, WrittenTable, parts_of
from thads_dsl.syntax.points_tree import Amendment
from thads_dsl.syntax.tree import Figure

_REFERENCE = re.compile(r"(tiêu chí\s+)(\d+)(?!\w|\.\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Step:
    """What one change adds to the points of the table, or takes; where it is said, and in which parts (their names)."""

    points: Fraction
    at: Span
    parts: tuple[str, ...]


@dataclass(slots=True)
class Change:
    """The rows on their way from the base to the amended table; `old` gives each its number in the base."""

    base: WrittenTable
    rows: list[WrittenRow]
    old: dict[str, WrittenRow]  # number in the base → the row as it is now
    dropped: set[str] = field(default_factory=set)
    steps: list[Step] = field(default_factory=list)
    rules: list[Kept] = field(default_factory=list)
    numbered: list[tuple[WrittenRow, str, Passage]] = field(default_factory=list)  # new rows with the number that they give themselves
    found: list[Diagnostic] = field(default_factory=list)

    def swap(self, number_: str, new: WrittenRow) -> None:
        """Puts a row in the place of the one that had this number in the base."""
        self.rows[self.rows.index(self.old[number_])] = new
        self.old[number_] = new

    def step(self, row: WrittenRow, points: Fraction, at: Span) -> None:
        """Notes what a change of a row that stands in the table adds to its points."""
        around = parts_of(WrittenTable(self.base.heading, tuple(self.rows)))[self.rows.index(row)]
        self.steps.append(Step(points, at, tuple(part.name for part in around)))

    def points_cell(self, passage: Passage, figure: Figure, points: Fraction | None) -> Passage:
        """New points as the column of the base writes its own: with the word “điểm”, or the bare figure."""
        cell = _cut(passage, figure.written)
        bare = not any("điểm" in row.points.text for row in self.base.criteria)
        if points is not None:
            return _texted(cell, two_digits(points) if bare else f"{two_digits(points)} điểm")
        return _texted(cell, re.sub(r"\s*điểm$", "", cell.text)) if bare else cell


def total(table: WrittenTable) -> Fraction:
    """The points of all criteria together."""
    return sum((_points(row) for row in table.criteria), Fraction(0))


def _points(row: WrittenRow) -> Fraction:
    return figure_value(row.points.text).value or Fraction(0) if row.points.text[:1].isdigit() else Fraction(0)


# ---- one change


def _meant(change: Change, passage: Passage, node: Amendment) -> WrittenRow | None:
    """The row that an amendment names by its old number and title."""
    row = change.old.get(node.number)
    if row is not None and node.number not in change.dropped and plain(row.title.text) == plain(node.title):
        return row
    change.found.append(_misplaced(change, passage, node))
    return None


_NAMED = re.compile(r"tiêu chí\s+(?:số\s+)?\d+", re.IGNORECASE)


def _misplaced(change: Change, passage: Passage, node: Amendment) -> Diagnostic:
    """Message 21."""
    there = [name for name, row in change.old.items() if plain(row.title.text) == plain(node.title)]
    row = change.old.get(node.number)
    if node.number in change.dropped:
        message, why = f"tiêu chí {node.number} đã bỏ ở dòng trên", "Một tiêu chí đã bỏ thì không sửa được nữa."
    elif row is not None and not node.title and node.kind != "add":
        message, why = (
            f"chưa ghi tên của tiêu chí {node.number}",
            "Tiêu chí được gọi bằng số và tên, để một số ghi nhầm không sửa nhầm chỗ.",
        )
        there = []
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
    if not there and row is not None and not node.title and node.number not in change.dropped and node.kind != "add":
        right = _NAMED.sub(rf"\g<0> “{canonical(row.title.text)}”", canonical(passage.text), count=1)
    elif not there and row is not None and node.title:
        right = canonical(passage.text).replace(node.title, row.title.text, 1)
    ways = (Way("Có phải:", right, edit=Edit(passage.span(), right)),) if right else ()
    return Diagnostic(code=TH616, message=message, at=Label(passage.span()), why=why, ways=ways)


def idle(at: Span, message: str) -> Diagnostic:
    """A change that changes nothing."""
    return Diagnostic(
        code=TH617, message=message, at=Label(at), why="Một câu sửa đổi không đổi gì thường là chép nhầm; hãy sửa hoặc bỏ câu này."
    )


def _drop(change: Change, passage: Passage, node: Amendment) -> None:
    row = _meant(change, passage, node)
    if row is not None:
        change.step(row, -_points(row), passage.span())
        change.rows.remove(row)
        change.dropped.add(node.number)


def _change_points(change: Change, passage: Passage, node: Amendment) -> None:
    row = _meant(change, passage, node)
    if row is None or node.points is None or node.points.value is None or not _goes_as_said(change, passage, node, _points(row)):
        return
    new = node.points.value - _points(row)
    if not new and node.tail is None:
        change.found.append(idle(passage.span(), f"tiêu chí {node.number} vốn đã {number(node.points.value)} điểm"))
        return
    if new:
        change.step(row, new, passage.span())
        change.swap(node.number, replace(row, points=change.points_cell(passage, node.points, None), row=passage))
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
    ways = (Way("Nếu đúng là chỗ này:", right, edit=Edit(passage.span(), right)),) if right else ()
    change.found.append(Diagnostic(code=TH632, message=message, at=Label(passage.span()), why=why, ways=ways))
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
    if node.number == node.to or node.points.value > _points(source):
        message = "chuyển sang chính nó" if node.number == node.to else f"tiêu chí {node.number} chỉ có {two_digits(_points(source))} điểm"
        change.found.append(
            Diagnostic(code=TH632, message=message, at=Label(passage.span()), why="Chuyển điểm là bớt ở chỗ này, thêm ở chỗ kia.")
        )
        return
    for name, row, moved in ((node.number, source, -node.points.value), (node.to, target, node.points.value)):
        change.step(row, moved, passage.span())
        change.swap(name, replace(row, points=change.points_cell(passage, node.points, _points(row) + moved), row=passage))


def _change_class(change: Change, passage: Passage, node: Amendment) -> None:
    change.found.append(all_said_again(passage, node, change.rules))


def _change_scoring(change: Change, passage: Passage, node: Amendment) -> None:
    row = _meant(change, passage, node)
    if row is None:
        return
    if node.tail is None:
        change.found.append(no_scoring(passage, canonical(row.title.text)))
        return
    cell = _as_cell(node.tail)
    if canonical(row.scoring.text.rstrip(" .;")) == canonical(cell.text) and node.kind == "scoring":
        change.found.append(idle(passage.span(), f"cách chấm tiêu chí {node.number} vốn đã như vậy"))
        return
    change.swap(node.number, replace(row, scoring=cell, row=passage))


def _as_cell(tail: Passage) -> Passage:
    """What stands behind the colon as a cell writes it: a capital first, no stop at the end."""
    cell = tail.cut(0, len(tail.text.rstrip(" .;")))
    return cell.replaced(0, 1, cell.text[0].upper()) if cell.text else cell


def _add(change: Change, passage: Passage, node: Amendment) -> None:
    behind = node.number or next((name for name in reversed(change.old) if name not in change.dropped), "")
    after = change.old.get(behind)
    if after is None or behind in change.dropped:
        change.found.append(_misplaced(change, passage, replace(node, title="")))
        return
    if node.points is None:
        return
    if node.tail is None:
        change.found.append(no_scoring(passage, node.title))
        return
    new = WrittenRow(
        RowKind.CRITERION,
        _cut(passage, node.points.written),  # its number comes with those of all rows
        _cut(passage, node.title),
        change.points_cell(passage, node.points, None),
        _as_cell(node.tail),
        passage,
    )
    at = change.rows.index(after) + 1
    while at < len(change.rows) and change.rows[at].kind is RowKind.CRITERION and change.rows[at] not in change.old.values():
        at += 1  # behind what was added there before
    change.rows.insert(at, new)
    change.step(new, _points(new), passage.span())
    if node.own:
        change.numbered.append((new, node.own, passage))


def _change_part(change: Change, passage: Passage, node: Amendment) -> None:
    parts = [row for row in change.rows if row.kind is RowKind.PART and row.points.text]
    row = next((row for row in parts if row.name == node.number), None)
    if row is None:
        names = ", ".join(f"phần {part.name}" for part in parts)
        why = f"Bảng gốc có {names}." if parts else "Bảng gốc không chia phần có điểm."
        change.found.append(Diagnostic(code=TH616, message=f"bảng gốc không có phần {node.number}", at=Label(passage.span()), why=why))
    else:
        _state(change, passage, node, row)


def _change_total(change: Change, passage: Passage, node: Amendment) -> None:
    _state(change, passage, node, next(row for row in change.rows if row.kind is RowKind.TOTAL))


def _state(change: Change, passage: Passage, node: Amendment, row: WrittenRow) -> None:
    if node.points is None or node.points.value is None or not _goes_as_said(change, passage, node, _points(row)):
        return
    if node.points.value == _points(row):
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
    change.found.append(
        Diagnostic(
            code=TH616,
            message=f"bảng gốc không có câu “{node.title}”",
            at=Label(passage.span()),
            why=f"Các câu của bảng gốc về tổng điểm, hạng, thứ tự: {listed}."
            if listed
            else "Bảng gốc không có câu nào về tổng điểm, hạng.",
        )
    )


def _change_phrase(change: Change, passage: Passage, node: Amendment) -> None:
    old, new = node.title, node.replacement
    if old == new or not any(old in part.text for row in change.rows for part in (row.title, row.scoring)):
        change.found.append(idle(passage.span(), f"bảng gốc không có cụm từ “{old}”" if old != new else f"“{old}” thay bằng chính nó"))
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


def mending_sentences(called: str, scoring: str, most: Fraction, standard: Fraction) -> tuple[str, str]:
    """The change of the cell, or of the points, that lets the two of a criterion fit; “…” where the cell needs thought."""
    figures = re.compile(r"(?<![\d.,])(\d+(?:,\d+)?)(?=\s+điểm)")
    values = [figure_value(found).value or Fraction(0) for found in figures.findall(scoring)]
    fits = most in values and all(value <= standard for value in values if value != most)
    cell = figures.sub(lambda found: two_digits(standard) if figure_value(found[1]).value == most else found[1], scoring) if fits else "…"
    return f"Sửa cách chấm {called} thành: {cell.rstrip(' .;')}.", f"Sửa điểm {called} thành {two_digits(most)} điểm."


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


# ---- numbers and sums of the new table


def renumbered(change: Change) -> WrittenTable:
    """Criteria counted from 1; references move with them; parts and the total stay as stated, and are checked as in any table."""
    criteria = [row for row in change.rows if row.kind is RowKind.CRITERION]
    new = new_numbers(change)
    numbered = {id(row): str(at) for at, row in enumerate(criteria, 1)}
    rows = [
        replace(row, number=_texted(row.number, numbered[id(row)]), scoring=referring(row.scoring, new)) if id(row) in numbered else row
        for row in change.rows
    ]
    for row, own, passage in change.numbered:
        if (right := numbered[id(row)]) != own and own != str(len(change.old) + 1 + [each for each, *_ in change.numbered].index(row)):
            change.found.append(_number_taken(change, passage, own, right))
    return WrittenTable(change.base.heading, tuple(rows))


def new_numbers(change: Change) -> dict[str, str]:
    """The numbers that the criteria of the base come to have."""
    criteria = [row for row in change.rows if row.kind is RowKind.CRITERION]
    return {old: str(criteria.index(row) + 1) for old, row in change.old.items() if old not in change.dropped}


def _number_taken(change: Change, passage: Passage, own: str, right: str) -> Diagnostic:
    """A new criterion that says another number than the one that it comes to have."""
    why = f"Tiêu chí mới đứng cuối bảng mang số {right}; muốn đặt chỗ khác thì viết “vào sau tiêu chí …”."
    message = f"bảng gốc đã có tiêu chí {own}" if own in change.old and own not in change.dropped else f"tiêu chí mới không mang số {own}"
    meant = canonical(passage.text).replace(f"tiêu chí {own}", f"tiêu chí {right}", 1)
    return Diagnostic(code=TH616, message=message, at=Label(passage.span()), why=why, ways=(Way("Có phải:", meant),))


def _texted(passage: Passage, text: str) -> Passage:
    return passage.replaced(0, len(passage.text), text)


def referring(scoring: Passage, new: Mapping[str, str]) -> Passage:
    """“Như tiêu chí 9” as “Như tiêu chí 8”; a reference to what was dropped stays, and is complained about where it is read."""
    for found in reversed(list(_REFERENCE.finditer(scoring.text))):
        scoring = scoring.replaced(found.start(2), found.end(2), new.get(found[2], f"{found[2]}-đã-bỏ"))
    return scoring
