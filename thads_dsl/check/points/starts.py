"""How the points of a criterion begin: by band, target, level, council, completion or average."""

from __future__ import annotations

import re
from fractions import Fraction

from thads_dsl.check.points import findings
from thads_dsl.check.points.band_rows import Banded, Row, row_of
from thads_dsl.check.points.bands import by_band, closed_rows, count_of_none, has_something, is_no_turn, is_rest, levels_in_figures, rest_of
from thads_dsl.check.points.cell import Cell, most_of, points_of, target_quantity
from thads_dsl.check.points.level_figures import closed_levels
from thads_dsl.check.points.parts import parts_of_a_whole
from thads_dsl.check.targets.figures import band_interval
from thads_dsl.diagnostics import Diagnostic
from thads_dsl.model.intervals import Bound, Interval
from thads_dsl.model.points import (
    NOTHING_AROSE,
    REST,
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
from thads_dsl.model.regions import Domain
from thads_dsl.model.rules import Measure
from thads_dsl.model.statistics import Quantity
from thads_dsl.model.units import PERCENT, number
from thads_dsl.source import Span, canonical
from thads_dsl.syntax import points_tree as tree
from thads_dsl.syntax.tree import Statement

_LOWEST = frozenset({"yếu", "kém", "xếp loại yếu", "xếp loại kém", "loại yếu", "loại kém"})
_NOT = ("không ", "chưa ")
_STARTS = (tree.PointsByBand, tree.PointsOfTarget, tree.PointsOfLevel, tree.PointsOfCouncil, tree.PointsByCompletion, tree.PointsOnAverage)


def _begins(statement: Statement) -> bool:
    if isinstance(statement, tree.PointsOfLevel):
        return statement.sign == 0 and not statement.nothing
    return isinstance(statement, _STARTS)


def start_of(cell: Cell, changes: tuple[Change, ...]) -> Start | None:
    """The one way in which the points of the cell begin; None after a complaint."""
    if levels := levels_in_figures(cell):
        closed_levels(cell)
        return _by_level(cell, levels)
    starting = [each for each in cell.statements if _begins(each)]
    if contradiction := _contradiction(cell, starting):
        cell.complain(contradiction)
        return None
    if cell.all(tree.PointsByBand):
        return by_band(cell)
    if cell.all(tree.PointsOfTarget):
        return _by_target(cell, changes)
    if council := cell.all(tree.PointsOfCouncil):
        return _by_council(cell, council[0])
    if completion := cell.all(tree.PointsByCompletion):
        return _by_completion(cell, completion[0])
    if average := cell.all(tree.PointsOnAverage):
        return _on_average(cell, average[0])
    if starting and not _is_the_whole(cell, changes):
        return _by_level(cell)
    if not changes:
        return None  # each of its sentences was complained about
    deducted = any(points_of(change) < 0 for change in changes)
    return FullPoints(cell.written.standard if deducted else Fraction(0))


def _contradiction(cell: Cell, starting: list[Statement]) -> Diagnostic | None:
    """What cannot begin together: two ways of scoring, or points of falling short of a target without those of meeting it."""
    to_target = any(isinstance(each, tree.PointsOfTarget) for each in starting)
    to_turn = any(isinstance(each, tree.PointsByBand) and each.turned for each in starting)
    none = count_of_none(cell)
    beside = [each for each in starting if is_rest(each) or (to_target and _is_failure(each)) or (to_turn and is_no_turn(each))]
    beside += [none] if none is not None else []
    if len({type(each) for each in starting if each not in beside}) > 1:
        return findings.does_not_fit(
            cell.written.span,
            f"tiêu chí {cell.written.number} có hai cách chấm khác nhau",
            "Một tiêu chí chỉ chấm theo một cách: theo mức, theo chỉ tiêu, theo đánh giá hoặc Hội đồng chấm; hãy tách làm hai.",
            _as_bonus(cell),
        )
    short = next((each for each in cell.all(tree.PointsBeyond) if each.sign == 0), None)
    return _what_is_met(cell, short) if short is not None and not to_target else None


def _as_bonus(cell: Cell) -> tuple[str, str] | None:
    """“Từ 80% trở lên: 40 điểm; có sáng kiến: 35 điểm”: what somebody has besides his figures is added to the points that these give."""
    said = [each for each in cell.written.sentences if isinstance(each.statement, tree.PointsOfLevel) and has_something(each.statement)]
    if len(said) != 1 or not isinstance(said[0].statement, tree.PointsOfLevel):
        return None
    rest = "; ".join(canonical(each.passage.text).strip(" ;.") for each in cell.written.sentences if each is not said[0])
    level = canonical(said[0].statement.level)
    return f"Nếu “{level}” là điểm cộng thêm, cả ô viết:", f"{rest}; {level}: cộng … điểm, chỉ cộng một lần"


def _what_is_met(cell: Cell, short: tree.PointsBeyond) -> Diagnostic:
    """“Hoàn thành: 25 điểm; hụt dưới 2%: 20 điểm”: what falls short of a target goes with the points of meeting it."""
    way = ("Viết thêm, thay cho mức hoàn thành nếu có:", f"Đạt chỉ tiêu: {number(cell.written.standard)} điểm")
    why = "Phần thiếu, phần vượt tính so với chỉ tiêu, nên ô phải có “Đạt chỉ tiêu: … điểm”, không có mức đánh giá khác."
    return findings.does_not_fit(short.span, "có điểm khi thiếu mà chưa có điểm khi đạt chỉ tiêu", why, way)


def _is_the_whole(cell: Cell, changes: tuple[Change, ...]) -> bool:
    """“Không có án quá hạn: 10 điểm; mỗi vụ quá hạn trừ 01 điểm”: the one level is that of nothing deducted, which is the điểm chuẩn."""
    levels = cell.all(tree.PointsOfLevel)
    whole = [each for each in levels if each.sign == 0]
    if len(whole) != 1 or not changes or any(points_of(change) > 0 for change in changes) or cell.written.quantity is not None:
        return False
    return cell.points(whole[0].points) == cell.written.standard and _NOTHING_WRONG.fullmatch(whole[0].level) is not None


# With anything else asked (“đúng lịch, không có đơn quá hạn”) there may be less than the whole without anything to deduct.
_NOTHING_WRONG = re.compile(r"(?:không|chưa)(?: (?!và\b)[^\s,;]+)+", re.IGNORECASE)


def _is_failure(statement: Statement) -> bool:
    """“không đạt: 10 điểm” beside “đạt chỉ tiêu: 30 điểm”."""
    return isinstance(statement, tree.PointsOfLevel) and not statement.sign and canonical(statement.level).casefold() == "không đạt"


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
    if len(met) != 1 or len(failed) > 1:
        once = "Viết một lần “Đạt chỉ tiêu: … điểm”, một lần “không đạt chỉ tiêu: … điểm”."
        cell.complain(findings.does_not_fit((met or failed)[-1].span, "chưa rõ điểm khi đạt chỉ tiêu", once))
        return None
    short = ((Interval(), cell.points(failed[0].points)),) if failed else _falling_short(cell, met[0], changes)
    return None if short is None else ByTarget(quantity.key, cell.points(met[0].points), short)


def _falling_short(cell: Cell, met: tree.PointsOfTarget, changes: tuple[Change, ...]) -> tuple[tuple[Interval, Fraction], ...] | None:
    """The points of a target that is not met, where no sentence says them outright; None after a complaint."""
    if bands := [each for each in cell.all(tree.PointsBeyond) if each.sign == 0]:
        return _short_bands(cell, bands)
    rest = rest_of(cell)
    if any(isinstance(each, PerStep | ByBeyond) and points_of(each) < 0 for each in changes):
        if rest is not None:
            why = "Khi không đạt, điểm đã tính bằng phần bị trừ; bỏ “còn lại” hoặc bỏ phần trừ điểm."
            cell.complain(findings.does_not_fit(rest.span, "không đạt chỉ tiêu thì bị trừ dần hay chấm một mức", why))
        return ((Interval(), cell.points(met.points)),)
    if rest is not None:
        return ((Interval(), cell.points(rest.points)),)
    cell.complain(findings.no_points_for(met.span, "trường hợp không đạt chỉ tiêu", "không đạt chỉ tiêu: … điểm"))
    return None


def _short_bands(cell: Cell, bands: list[tree.PointsBeyond]) -> tuple[tuple[Interval, Fraction], ...]:
    rows: list[Row] = []
    for each in bands:
        interval, complaints = band_interval(each.band, PERCENT, ())
        cell.complain(*complaints)
        if each.over or each.load is not None:
            why = "Điểm khi vượt chỉ tiêu, hoặc theo khối lượng, phải viết là điểm cộng hoặc điểm trừ."
            cell.complain(findings.does_not_fit(each.span, "chưa rõ là điểm cộng, điểm trừ hay điểm được chấm", why))
        elif interval is not None:
            rows.append(row_of(cell, each, interval))
    rest = rest_of(cell)
    short = Banded(PERCENT, Domain(Interval(Bound(Fraction(0), False)), None), "thiếu")
    return closed_rows(cell, rows, short, rest) if cell.sound else ()


def _by_level(cell: Cell, in_figures: list[tuple[Statement, str, Fraction]] | None = None) -> Start | None:
    """The level that the council picks; `in_figures`: all levels, some of which are told by a figure."""
    named = [each for each in cell.all(tree.PointsOfLevel) if each.sign == 0 and not each.nothing]
    read = in_figures or [(each, canonical(each.level) or REST, cell.points(each.points)) for each in named]
    said, levels = [each for each, _, _ in read], [(name, points) for _, name, points in read]
    names = [name.casefold() for name, _ in levels]
    for at, name in enumerate(names):
        if name in names[:at]:
            cell.complain(findings.twice(said[at].span, f"“{levels[at][0]}”", said[names.index(name)].span))
    if cell.written.quantity is not None and names and names[0] == "đạt":
        cell.complain(_council_or_target(cell, said[0].span))
    if (parts := parts_of_a_whole(cell, levels)) is not None:
        cell.complain(parts)
    elif REST not in names and not _denied(names) and not _ends_in_nothing(levels):
        cell.complain(findings.no_points_for(said[-1].span, "những mức đánh giá khác", f"{REST}: 0 điểm"))
    nothing = [(NOTHING_AROSE, cell.points(each.points)) for each in cell.all(tree.PointsOfLevel) if each.nothing]
    named_low = tuple((name if name[:2].isupper() else name[0].lower() + name[1:], points) for name, points in (*levels, *nothing))
    return ByLevel(named_low) if cell.sound else None


def _council_or_target(cell: Cell, at: Span) -> Diagnostic:
    why = "Tên tiêu chí có số liệu: máy so với chỉ tiêu, hay Hội đồng đánh giá?"
    return findings.two_readings(
        at, "“đạt” là đạt chỉ tiêu hay Hội đồng đánh giá đạt", why, "đạt chỉ tiêu: … điểm", "Hội đồng đánh giá đạt: … điểm"
    )


def _denied(names: list[str]) -> bool:
    """“có” and “không”, “đúng hạn” and “không đúng hạn”: of two such levels one always holds; nothing is below “yếu”, “kém”."""
    plain = {*names, *(name.removeprefix("có ") for name in names)}
    return any(f"{word}{name}" in plain for name in plain for word in _NOT) or {"có", "không"} <= plain or not _LOWEST.isdisjoint(plain)


def _ends_in_nothing(levels: list[tuple[str, Fraction]]) -> bool:
    """Whether a level of several gives no points: nothing is left below it."""
    return len(levels) > 2 and any(points == 0 for _, points in levels)


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
    targets = [target for target in cell.lowering.plan_targets() if target.quantity == quantity.key and target.goal is not None]
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
