"""What is added to the points of a criterion, or deducted from them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from thads_dsl.check.points import findings
from thads_dsl.check.points.bonus import closed_bonus
from thads_dsl.check.points.cell import VERBS, Cell, most_of, target_quantity
from thads_dsl.check.targets.figures import band_interval, exact
from thads_dsl.check.targets.quantities import known_quantity
from thads_dsl.diagnostics import Diagnostic
from thads_dsl.model.intervals import Interval
from thads_dsl.model.points import Beyond, ByBeyond, Change, Merit, PerEvent, PerStep
from thads_dsl.model.statistics import Quantity
from thads_dsl.model.units import PERCENT, Unit, number
from thads_dsl.source import canonical
from thads_dsl.syntax import points_tree as tree


def changes_of(cell: Cell) -> tuple[Change, ...]:
    """All that the cell adds or deducts, in the order of its kinds."""
    changes: list[Change] = []
    for event in cell.all(tree.PointsByEvent):
        changes.append(_per_event(cell, event))
    for step in cell.all(tree.PointsByStep):
        changes += _per_step(cell, step)
    for sign in (1, -1):
        changes += _beyond(cell, [each for each in cell.all(tree.PointsBeyond) if each.sign == sign])
    for merit in cell.all(tree.PointsOfLevel):
        if merit.sign:
            name = canonical(merit.level)
            _once(cell, merit)
            changes.append(Merit(f"{cell.written.key}: {name}", name, merit.sign * cell.points(merit.points)))
    return tuple(changes)


def _once(cell: Cell, node: tree.PointsOfLevel) -> None:
    """A merit counts once; words that do not say that something is so may mean each time that it is."""
    if _WHICH_TIME.search(node.level):
        why = "Máy đếm số lần, lần nào cũng trừ (cộng) như nhau. Mức khác nhau theo số lần thì viết thành các mức để Hội đồng chọn."
        levels = "Không vi phạm: … điểm; vi phạm một lần: … điểm; vi phạm nhiều lần: … điểm; còn lại: 0 điểm"
        cell.complain(
            findings.does_not_fit(node.span, f"“{canonical(node.level)}”: điểm khác nhau theo lần thứ mấy", why, ("Viết:", levels))
        )
        return
    for limit in node.limits:
        if limit.kind != "once":
            why = "Phần này chỉ dùng với “mỗi …” hoặc “cứ mỗi …%”; điều có hay không thì cộng, trừ một lần."
            cell.complain(findings.does_not_fit(limit.span, "giới hạn không đi với một điều chỉ tính một lần", why))
    if node.apart or node.limits or _SAYS_WHETHER.match(node.level):
        return
    verb, words = ("trừ", "bị trừ") if node.sign < 0 else ("cộng", "được cộng")
    once = node.points.value or Fraction(0)
    why = f"Hai lần “{canonical(node.level)}” thì {words} {number(once)} điểm hay {number(2 * once)} điểm?"
    message = f"“{canonical(node.level)} {verb} {node.points.written}”: một lần hay mỗi lần"
    cell.complain(findings.two_readings(node.span, message, why, f", chỉ {verb} một lần", "… (viết “Mỗi …” ở đầu câu)"))


_WHICH_TIME = re.compile(r"\blần (?:đầu|thứ|sau|tiếp|1\b|2\b)", re.IGNORECASE)
_SAYS_WHETHER = re.compile(r"(?:có|được|không|chưa|là)\s", re.IGNORECASE)


def _per_event(cell: Cell, node: tree.PointsByEvent) -> PerEvent:
    points = cell.points(node.points)
    if node.count is not None and node.count.value != 1:
        why = f"Cứ {node.count.written} thì {VERBS[node.sign]} một lần, hay mỗi lần đều {VERBS[node.sign]}? Máy đếm từng lần một."
        line = f"Mỗi {canonical(node.event)} {VERBS[node.sign]} … điểm, {VERBS[node.sign]} không quá … điểm"
        cell.complain(
            findings.does_not_fit(node.span, f"“{node.count.written}”: mỗi lần hay cả {node.count.written}", why, ("Viết:", line))
        )
    for limit in node.limits:
        if limit.kind in ("whole", "pro rata"):
            cell.complain(findings.does_not_fit(limit.span, "số lần luôn là số nguyên", "Bỏ phần này: nó chỉ dùng với “cứ mỗi …%”."))
    event = canonical(node.event)
    key = f"{cell.written.key}: số {event}"
    cell.lowering.quantities.setdefault(key, Quantity(key, None, Unit("lần")))
    return PerEvent(key, event, node.sign * points, most_of(cell, node.limits, points, node.sign))


def _per_step(cell: Cell, node: tree.PointsByStep) -> Iterable[PerStep]:
    quantity = target_quantity(cell, node.span)
    step, complaints = exact(node.step, PERCENT, ())
    cell.complain(*complaints)
    points = cell.points(node.points)
    if node.at_odds:
        why = "Câu vừa nói đạt, vượt vừa nói thiếu; tách thành hai câu, mỗi câu một chiều."
        cell.complain(findings.does_not_fit(node.span, "chưa rõ tính phần vượt hay phần thiếu", why))
    kinds = [limit.kind for limit in node.limits]
    if step is not None and ("whole" in kinds) == ("pro rata" in kinds):
        cell.complain(_whole_or_not(node, step, points))
    for limit in node.limits:
        if limit.kind == "whole" and limit.figure is not None and limit.figure.value != node.step.value:
            why = "Bước tính và phần “chỉ tính đủ từng …” phải cùng một con số."
            cell.complain(findings.does_not_fit(limit.span, f"{node.written} nhưng chỉ tính đủ từng {limit.figure.written}", why))
    if quantity is None or not step:
        return ()
    return (PerStep(quantity.key, node.over, step, node.sign * points, most_of(cell, node.limits, points, node.sign), "whole" in kinds),)


def _whole_or_not(node: tree.PointsByStep, step: Fraction, points: Fraction) -> Diagnostic:
    """Message 20: two and seven tenths of a step tell the readings apart."""
    amount = step * Fraction(27, 10)
    verb, change = ("Vượt", "được") if node.over else ("Thiếu", "bị trừ")
    asked = f"{verb} {number(amount)}% thì {change} {number(2 * points)} điểm hay {number(points * Fraction(27, 10))} điểm?"
    message = f"“{node.written}” tính đủ hay tính lẻ"
    return findings.two_readings(node.span, message, asked, f", chỉ tính đủ từng {node.step.written}", ", tính cả phần lẻ")


def _beyond(cell: Cell, nodes: list[tree.PointsBeyond]) -> Iterable[ByBeyond]:
    if not nodes:
        return ()
    quantity = target_quantity(cell, nodes[0].span)
    rows: list[Beyond] = []
    for node in nodes:
        interval, complaints = band_interval(node.band, PERCENT, ())
        cell.complain(*complaints)
        load = _load(cell, node, quantity)
        if interval is not None:
            rows.append(Beyond(node.over, interval, load, node.sign * cell.points(node.points)))
    if quantity is not None and len(rows) == len(nodes):
        closed_bonus(cell, nodes, rows, quantity)
    return (ByBeyond(quantity.key, tuple(rows)),) if quantity is not None and rows else ()


def _load(cell: Cell, node: tree.PointsBeyond, measured: Quantity | None) -> tuple[str, Interval] | None:
    if node.loaded is None or node.load is None or measured is None:
        return None
    load = known_quantity(cell.lowering, node.loaded.canonical, measured.facet)
    interval, complaints = band_interval(node.load, load.unit, ())
    cell.complain(*complaints)
    return None if interval is None else (load.key, interval)
