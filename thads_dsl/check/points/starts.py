"""How the points of a criterion begin: by band, target, level, council, completion or average."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from thads_dsl.check.points import findings
from thads_dsl.check.points.cell import Cell, most_of, points_of, target_quantity, unnamed
from thads_dsl.check.rules.band_phrases import band_phrase
from thads_dsl.check.targets.closing import Hole, unsound
from thads_dsl.check.targets.figures import band_interval
from thads_dsl.check.targets.quantities import known_quantity
from thads_dsl.diagnostics import Diagnostic, Way
from thads_dsl.model.intervals import Bound, Interval
from thads_dsl.model.points import (
    NOTHING_AROSE,
    REST,
    ByBand,
    ByBeyond,
    ByCompletion,
    ByCouncil,
    ByLevel,
    ByTarget,
    Change,
    FullPoints,
    OnAverage,
    PerStep,
    Start,
)
from thads_dsl.model.rules import Measure, Target
from thads_dsl.model.statistics import Quantity
from thads_dsl.model.units import PERCENT, Facet, number
from thads_dsl.source import Span, canonical
from thads_dsl.syntax import points_tree as tree
from thads_dsl.syntax.tree import Statement

_Row = tuple[Interval, Fraction, Span]
_LOWEST = frozenset({"yếu", "kém", "xếp loại yếu", "xếp loại kém", "loại yếu", "loại kém"})
_NOT = ("không ", "chưa ")
_FACETS = {facet.value: facet for facet in Facet}
_STARTS = (tree.PointsByBand, tree.PointsOfTarget, tree.PointsOfLevel, tree.PointsOfCouncil, tree.PointsByCompletion, tree.PointsOnAverage)


def _begins(statement: Statement) -> bool:
    if isinstance(statement, tree.PointsOfLevel):
        return statement.sign == 0 and not statement.nothing
    return isinstance(statement, _STARTS)


def start_of(cell: Cell, changes: tuple[Change, ...]) -> Start | None:
    """The one way in which the points of the cell begin; None after a complaint."""
    starting = [each for each in cell.statements if _begins(each)]
    to_target = any(isinstance(each, tree.PointsOfTarget) for each in starting)
    to_turn = any(isinstance(each, tree.PointsByBand) and each.turned for each in starting)
    beside = [each for each in starting if _is_rest(each) or (to_target and _is_failure(each)) or (to_turn and _is_no_turn(each))]
    kinds = {type(each) for each in starting if each not in beside}
    if len(kinds) > 1:
        cell.complain(
            findings.does_not_fit(
                cell.written.span,
                f"tiêu chí {cell.written.number} có hai cách chấm khác nhau",
                "Một tiêu chí chỉ chấm theo một cách: theo mức, theo chỉ tiêu, theo đánh giá hoặc Hội đồng chấm; hãy tách làm hai.",
            )
        )
        return None
    if cell.all(tree.PointsByBand):
        return _by_band(cell)
    if cell.all(tree.PointsOfTarget):
        return _by_target(cell, changes)
    if council := cell.all(tree.PointsOfCouncil):
        return _by_council(cell, council[0])
    if completion := cell.all(tree.PointsByCompletion):
        return _by_completion(cell, completion[0])
    if average := cell.all(tree.PointsOnAverage):
        return _on_average(cell, average[0])
    if starting:
        return _by_level(cell)
    if not changes:
        return None  # each of its sentences was complained about
    deducted = any(points_of(change) < 0 for change in changes)
    return FullPoints(cell.written.standard if deducted else Fraction(0))


def _rest(cell: Cell) -> tree.PointsOfLevel | None:
    return next((each for each in cell.all(tree.PointsOfLevel) if _is_rest(each)), None)


def _is_rest(statement: Statement) -> bool:
    return isinstance(statement, tree.PointsOfLevel) and not statement.level and not statement.nothing


def _is_failure(statement: Statement) -> bool:
    """“không đạt: 10 điểm” beside “đạt chỉ tiêu: 30 điểm”."""
    return isinstance(statement, tree.PointsOfLevel) and not statement.sign and canonical(statement.level).casefold() == "không đạt"


def _is_no_turn(statement: Statement) -> bool:
    """“không giảm: 0 điểm” beside “giảm dưới 2%: 03 điểm”."""
    return isinstance(statement, tree.PointsOfLevel) and not statement.sign and bool(_NO_TURN.fullmatch(canonical(statement.level)))


_NO_TURN = re.compile(r"(?:không|chưa) (?:giảm|tăng)(?: hoặc (?:giảm|tăng))?|(?:giảm|tăng) hoặc không (?:giảm|tăng)", re.IGNORECASE)


def _by_turn(cell: Cell, rows: list[_Row], turn: str) -> list[_Row]:
    """“giảm dưới 2%” is a fall: the figures from 0 down are those of “không giảm”, or of “còn lại”."""
    none = next((each for each in cell.all(tree.PointsOfLevel) if _is_no_turn(each)), None)
    below = next((span for each, _, span in rows if each.low is None), None)
    above = [(Interval(Bound(Fraction(0), False), each.high) if each.low is None else each, points, span) for each, points, span in rows]
    if none is not None:
        return [*above, (Interval(high=Bound(Fraction(0), True)), cell.points(none.points), none.span)]
    if below is not None and _rest(cell) is None:
        cell.complain(findings.no_points_for(below, f"trường hợp không {turn}", f"không {turn}: … điểm"))
        return rows
    return above


def _by_band(cell: Cell) -> Start | None:
    rows = cell.all(tree.PointsByBand)
    named = next((row for row in rows if row.quantity is not None), None)
    quantity = _named(cell, named) if named is not None else cell.written.quantity
    if quantity is None:
        cell.complain(unnamed(cell, rows[0].span, f"tiêu chí {cell.written.number} chia mức mà chưa nói số liệu nào"))
        return None
    if any(row.turned for row in rows) and _turned(cell, quantity, rows) is None:
        return None
    read: list[tuple[Interval, Fraction, Span]] = []
    for row in rows:
        interval, complaints = band_interval(row.band, PERCENT if row.turned else quantity.unit, ())
        cell.complain(*complaints)
        if interval is not None:
            read.append((interval, cell.points(row.points), row.span))
    if not cell.sound:
        return None
    rest = _rest(cell)
    if rows[0].turned:
        share = Quantity("mức tăng, giảm", None, PERCENT)
        return ByBand(quantity.key, _closed(cell, _by_turn(cell, read, rows[0].turned), share, Interval(), rest), turned=True)
    last = Bound(Fraction(100), True) if quantity.unit == PERCENT and not quantity.is_column else None
    domain = Interval(Bound(Fraction(0), True), last)
    return ByBand(quantity.key, _closed(cell, read, quantity, domain, rest))


def _turned(cell: Cell, quantity: Quantity, rows: list[tree.PointsByBand]) -> Quantity | None:
    """“giảm dưới 2%: 03 điểm”: all rows are of the rise or fall that the target of the quantity measures."""
    words = {row.turned for row in rows}
    if len(words) > 1:
        plain = next((row for row in rows if not row.turned), rows[-1])
        why = "Các mức của một tiêu chí cùng tính theo mức tăng, giảm, hoặc cùng tính theo số liệu."
        cell.complain(findings.does_not_fit(plain.span, f"“{plain.band.written}” không có “giảm” hay “tăng” như các mức khác", why))
        return None
    found = target_quantity(cell, rows[0].span)
    asked = {"giảm": Measure.DECREASE, "tăng": Measure.INCREASE}[rows[0].turned]
    targets = [target for target in cell.lowering.of(Target) if target.quantity == quantity.key]
    if found is not None and any(target.measure is not asked for target in targets):
        message = f"chỉ tiêu {quantity.key} của kế hoạch không phải chỉ tiêu {rows[0].turned}"
        why = f"Mức {rows[0].turned} trong bảng điểm lấy theo chỉ tiêu {rows[0].turned} so với kỳ trước."
        cell.complain(findings.nothing_to_measure(rows[0].span, message, why))
        return None
    return found


def _named(cell: Cell, row: tree.PointsByBand) -> Quantity | None:
    assert row.quantity is not None
    facet = _FACETS[row.facet.facet] if row.facet else cell.written.quantity.facet if cell.written.quantity else None
    if facet is None and cell.lowering.draft.vocabulary.has_facets(row.quantity.canonical):
        return None
    return known_quantity(cell.lowering, row.quantity.canonical, facet)


def _closed(
    cell: Cell, rows: Sequence[tuple[Interval, Fraction, Span]], quantity: Quantity, domain: Interval, rest: tree.PointsOfLevel | None
) -> tuple[tuple[Interval, Fraction], ...]:
    """The rows, with whatever they leave out at the points of “còn lại”; complaints where something is left out or given twice."""
    closed = [(interval, points) for interval, points, _ in rows]
    for each in unsound([interval for interval, _, _ in rows], quantity.unit.whole, domain):
        words = _figures(each.figures, quantity)
        if not isinstance(each, Hole):
            one, other = rows[each.first], rows[each.second]
            cell.complain(findings.twice(other[2], words, one[2], tuple(_apart(one, other, quantity))))
        elif rest is not None:
            closed.append((each.figures, cell.points(rest.points)))
        else:
            beside = [rows[at][2] for at in (each.above, each.below) if at is not None]
            cell.complain(findings.no_points_for(beside[0], words, f"{words}: … điểm", beside[1:]))
    return tuple(closed)


def _apart(one: _Row, other: _Row, quantity: Quantity) -> Iterator[Way]:
    """Two rows that share figures, each as it would stand without them."""
    lower, upper = sorted((one, other), key=lambda row: row[0].low.value if row[0].low is not None else Fraction(-1))
    begin, end = upper[0].low, lower[0].high
    if begin is not None and (lower[0].low is None or lower[0].low.value < begin.value):
        shorter = Interval(lower[0].low, Bound(begin.value, not begin.closed))
        yield Way("Sửa mức dưới thành:", f"{_figures(shorter, quantity)}: {number(lower[1])} điểm")
    if end is not None and (upper[0].high is None or upper[0].high.value > end.value):
        later = Interval(Bound(end.value, not end.closed), upper[0].high)
        yield Way("Hoặc sửa mức trên thành:", f"{_figures(later, quantity)}: {number(upper[1])} điểm")


def _figures(interval: Interval, quantity: Quantity) -> str:
    low, high = interval.low, interval.high
    if low is not None and high is not None and low.value == high.value:
        return f"đúng {number(low.value)}{'' if quantity.unit == PERCENT else ' '}{quantity.unit.name}"
    if low is not None and low.value == 0 and low.closed and high is not None:
        interval = Interval(high=high)  # “dưới 50%”: there is nothing below 0
    return band_phrase(interval, quantity.unit)


def _by_target(cell: Cell, changes: tuple[Change, ...]) -> Start | None:
    said = cell.all(tree.PointsOfTarget)
    quantity = target_quantity(cell, said[0].span)
    if quantity is None:
        return None
    met = [each for each in said if each.met]
    failed: list[tree.PointsOfTarget | tree.PointsOfLevel] = [each for each in said if not each.met]
    failed += [each for each in cell.all(tree.PointsOfLevel) if _is_failure(each)]
    if (other := next((each for each in said if each.facet and quantity.facet and each.facet != quantity.facet.value), None)) is not None:
        why = f"Tiêu chí này chấm {quantity.key}."
        cell.complain(findings.does_not_fit(other.span, f"chỉ tiêu {other.facet} không phải của tiêu chí này", why))
        return None
    bands = [each for each in cell.all(tree.PointsBeyond) if each.sign == 0]
    if len(met) != 1 or len(failed) > 1:
        twice = (met or failed)[-1].span
        cell.complain(
            findings.does_not_fit(
                twice, "chưa rõ điểm khi đạt chỉ tiêu", "Viết một lần “Đạt chỉ tiêu: … điểm”, một lần “không đạt chỉ tiêu: … điểm”."
            )
        )
        return None
    points = cell.points(met[0].points)
    if failed:
        short: tuple[tuple[Interval, Fraction], ...] = ((Interval(), cell.points(failed[0].points)),)
    elif bands:
        short = _short_bands(cell, bands)
    elif any(isinstance(each, PerStep | ByBeyond) and points_of(each) < 0 for each in changes):
        short = ((Interval(), points),)
        if (rest := _rest(cell)) is not None:
            why = "Khi không đạt, điểm đã tính bằng phần bị trừ; bỏ “còn lại” hoặc bỏ phần trừ điểm."
            cell.complain(findings.does_not_fit(rest.span, "không đạt chỉ tiêu thì bị trừ dần hay chấm một mức", why))
    elif (rest := _rest(cell)) is not None:
        short = ((Interval(), cell.points(rest.points)),)
    else:
        cell.complain(findings.no_points_for(met[0].span, "trường hợp không đạt chỉ tiêu", "không đạt chỉ tiêu: … điểm"))
        return None
    return ByTarget(quantity.key, points, short)


def _short_bands(cell: Cell, bands: list[tree.PointsBeyond]) -> tuple[tuple[Interval, Fraction], ...]:
    rows: list[tuple[Interval, Fraction, Span]] = []
    for each in bands:
        interval, complaints = band_interval(each.band, PERCENT, ())
        cell.complain(*complaints)
        if each.over or each.load is not None:
            why = "Điểm khi vượt chỉ tiêu, hoặc theo khối lượng, phải viết là điểm cộng hoặc điểm trừ."
            cell.complain(findings.does_not_fit(each.span, "chưa rõ là điểm cộng, điểm trừ hay điểm được chấm", why))
        elif interval is not None:
            rows.append((interval, cell.points(each.points), each.span))
    rest = _rest(cell)
    share = Quantity("phần thiếu", None, PERCENT)
    return _closed(cell, rows, share, Interval(Bound(Fraction(0), True)), rest) if cell.sound else ()


def _by_level(cell: Cell) -> Start | None:
    said = [each for each in cell.all(tree.PointsOfLevel) if each.sign == 0 and not each.nothing]
    levels = [(canonical(each.level) or REST, cell.points(each.points)) for each in said]
    names = [name.casefold() for name, _ in levels]
    for at, name in enumerate(names):
        if name in names[:at]:
            cell.complain(findings.twice(said[at].span, f"“{levels[at][0]}”", said[names.index(name)].span))
    if cell.written.quantity is not None and names and names[0] == "đạt":
        cell.complain(_council_or_target(cell, said[0].span))
    if REST not in names and not _denied(names):
        cell.complain(findings.no_points_for(said[-1].span, "những mức đánh giá khác", f"{REST}: 0 điểm"))
    nothing = [(NOTHING_AROSE, cell.points(each.points)) for each in cell.all(tree.PointsOfLevel) if each.nothing]
    return ByLevel(tuple((name[0].lower() + name[1:], points) for name, points in (*levels, *nothing))) if cell.sound else None


def _council_or_target(cell: Cell, at: Span) -> Diagnostic:
    why = "Tên tiêu chí có số liệu: máy so với chỉ tiêu, hay Hội đồng đánh giá?"
    return findings.two_readings(
        at, "“đạt” là đạt chỉ tiêu hay Hội đồng đánh giá đạt", why, "đạt chỉ tiêu: … điểm", "Hội đồng đánh giá đạt: … điểm"
    )


def _denied(names: list[str]) -> bool:
    """“có” and “không”, “đúng hạn” and “không đúng hạn”: of two such levels one always holds; nothing is below “yếu”, “kém”."""
    plain = {*names, *(name.removeprefix("có ") for name in names)}
    return any(f"{word}{name}" in plain for name in plain for word in _NOT) or {"có", "không"} <= plain or not _LOWEST.isdisjoint(plain)


def _by_council(cell: Cell, node: tree.PointsOfCouncil) -> Start | None:
    low = cell.points(node.between.low) if node.between.low else Fraction(0)
    high = cell.points(node.between.high)
    if low >= high:
        cell.complain(findings.does_not_fit(node.span, f"từ {number(low)} đến {number(high)} điểm", "Số đầu phải nhỏ hơn số cuối."))
    return ByCouncil(low, high)


def _by_completion(cell: Cell, node: tree.PointsByCompletion) -> Start | None:
    quantity = target_quantity(cell, node.span)
    most = most_of(cell, node.limits, Fraction(0), 1)
    if not node.limits:
        why = "Hoàn thành 110% chỉ tiêu thì được hơn điểm chuẩn hay chỉ bằng điểm chuẩn?"
        message = "tính điểm theo tỷ lệ hoàn thành mà chưa nói nhiều nhất là bao nhiêu"
        cell.complain(findings.two_readings(node.span, message, why, f", tối đa {number(cell.written.standard)} điểm", ", không giới hạn"))
    if quantity is None or not _as_the_target(cell, node, quantity):
        return None
    return ByCompletion(quantity.key, cell.written.standard, most)


def _as_the_target(cell: Cell, node: tree.PointsByCompletion, quantity: Quantity) -> bool:
    """Whether a target that the cell says again (“chỉ tiêu giảm 5%”) is the one of the plan."""
    asked = {"giảm": Measure.DECREASE, "tăng": Measure.INCREASE}
    targets = [target for target in cell.lowering.of(Target) if target.quantity == quantity.key and target.goal is not None]
    other = next((each for each in targets if (each.measure, each.threshold) != (asked.get(node.turned), _value(node))), None)
    if node.percent is None or other is None:
        return True
    message = f"ô này nói “{node.turned} {node.percent.written}”, chỉ tiêu của kế hoạch là “{other.text}”"
    cell.complain(findings.does_not_fit(node.span, message, f"Điểm tính theo chỉ tiêu ở dòng {other.line}; hai con số phải bằng nhau."))
    return False


def _value(node: tree.PointsByCompletion) -> Fraction | None:
    return node.percent.value if node.percent is not None else None


def _on_average(cell: Cell, node: tree.PointsOnAverage) -> Start | None:
    parts: list[tuple[str, Fraction]] = []
    for part in node.parts:
        id = cell.ids.get(part.number)
        if id is None or part.number == cell.written.number:
            known = [number_ for number_ in cell.ids if number_ != cell.written.number]
            cell.complain(findings.no_criterion(part.span, part.number, known))
        else:
            parts.append((id, cell.points(part.weight) if part.weight else Fraction(1)))
    return OnAverage(tuple(parts)) if cell.sound and any(weight for _, weight in parts) else None
