"""The sentences of a cell “Cách chấm điểm” → how a criterion begins, and what is added to it or deducted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeVar

from thads_dsl.check import points_findings as findings
from thads_dsl.check.closing import Hole, unsound
from thads_dsl.check.figures import band_interval, exact
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.quantities import known_quantity
from thads_dsl.check.rules.band_phrases import band_phrase
from thads_dsl.diagnostics import Diagnostic
from thads_dsl.model.intervals import Bound, Interval
from thads_dsl.model.points import (
    NOTHING_AROSE,
    REST,
    Beyond,
    ByBand,
    ByBeyond,
    ByCompletion,
    ByCouncil,
    ByLevel,
    ByTarget,
    Change,
    FullPoints,
    Merit,
    OnAverage,
    PerEvent,
    PerStep,
    Start,
)
from thads_dsl.model.rules import Measure, Target
from thads_dsl.model.statistics import Quantity, Subject
from thads_dsl.model.units import PERCENT, POINTS, Facet, Unit, number
from thads_dsl.source import Span, canonical
from thads_dsl.syntax import points_tree as tree
from thads_dsl.syntax.sentences import Sentence
from thads_dsl.syntax.tree import Figure, Statement

S = TypeVar("S")
_NOT = ("không ", "chưa ")
_FACETS = {facet.value: facet for facet in Facet}


@dataclass(frozen=True, slots=True)
class Written:
    """One criterion as written: what its sentences need to know of it."""

    number: str
    title: str
    key: str
    standard: Fraction
    quantity: Quantity | None
    subject: Subject
    span: Span
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Scoring:
    """What the sentences say together."""

    start: Start
    changes: tuple[Change, ...]
    highest: bool
    nothing: Fraction | None


@dataclass(slots=True)
class _Cell:
    """One cell being read; `sound` turns False with the first complaint."""

    lowering: Lowering
    written: Written
    ids: dict[str, str]  # number of a criterion → its id
    sound: bool = True
    statements: list[Statement] = field(default_factory=list)

    def complain(self, *complaints: Diagnostic) -> None:
        """Keeps complaints."""
        self.lowering.found += complaints
        self.sound = self.sound and not complaints

    def all(self, kind: type[S]) -> list[S]:
        """The statements of a kind."""
        return [each for each in self.statements if isinstance(each, kind)]

    def points(self, figure: Figure) -> Fraction:
        """A figure in points; 0 after a complaint."""
        value, complaints = exact(figure, POINTS, ())
        self.complain(*complaints)
        return value if value is not None else Fraction(0)


def scoring(lowering: Lowering, written: Written, ids: dict[str, str]) -> Scoring | None:
    """What the sentences of a criterion mean; None after a complaint."""
    cell = _Cell(lowering, written, ids)
    for sentence in written.sentences:
        if sentence.statement is None:
            cell.complain(findings.unread_cell(sentence.passage))
        else:
            cell.statements.append(sentence.statement)
    if not cell.sound:
        return None
    changes = _changes(cell)
    start = _start(cell, changes)
    nothing = _nothing(cell, start, changes)
    if start is None or not cell.sound:
        return None
    found = Scoring(start, changes, bool(cell.all(tree.PointsHighest)), nothing)
    return found if cell.sound else None


# ---- how points begin

_STARTS = (tree.PointsByBand, tree.PointsOfTarget, tree.PointsOfLevel, tree.PointsOfCouncil, tree.PointsByCompletion, tree.PointsOnAverage)


def _begins(statement: Statement) -> bool:
    if isinstance(statement, tree.PointsOfLevel):
        return statement.sign == 0 and not statement.nothing
    return isinstance(statement, _STARTS)


def _start(cell: _Cell, changes: tuple[Change, ...]) -> Start | None:
    starting = [each for each in cell.statements if _begins(each)]
    kinds = {type(each) for each in starting if not _is_rest(each)}
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
    deducted = any(_points(change) < 0 for change in changes)
    return FullPoints(cell.written.standard if deducted else Fraction(0))


def _points(change: Change) -> Fraction:
    return change.rows[0].points if isinstance(change, ByBeyond) else change.points


def _is_rest(statement: Statement) -> bool:
    return isinstance(statement, tree.PointsOfLevel) and not statement.level and not statement.nothing


def _by_band(cell: _Cell) -> Start | None:
    rows = cell.all(tree.PointsByBand)
    named = next((row for row in rows if row.quantity is not None), None)
    quantity = _named(cell, named) if named is not None else cell.written.quantity
    if quantity is None:
        cell.complain(
            findings.nothing_to_measure(
                rows[0].span,
                f"tiêu chí {cell.written.number} chia mức mà chưa nói số liệu nào",
                "Tên tiêu chí phải có tên số liệu, ví dụ “Tỷ lệ thi hành xong trên có điều kiện về việc”.",
            )
        )
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
    rest = next((each for each in cell.all(tree.PointsOfLevel) if _is_rest(each)), None)
    if rows[0].turned:
        share = Quantity("mức tăng, giảm", None, PERCENT)
        return ByBand(quantity.key, _closed(cell, read, share, Interval(), rest), turned=True)
    last = Bound(Fraction(100), True) if quantity.unit == PERCENT and not quantity.is_column else None
    domain = Interval(Bound(Fraction(0), True), last)
    return ByBand(quantity.key, _closed(cell, read, quantity, domain, rest))


def _turned(cell: _Cell, quantity: Quantity, rows: list[tree.PointsByBand]) -> Quantity | None:
    """“giảm dưới 2%: 03 điểm”: all rows are of the rise or fall that the target of the quantity measures."""
    words = {row.turned for row in rows}
    if len(words) > 1:
        plain = next((row for row in rows if not row.turned), rows[-1])
        why = "Các mức của một tiêu chí cùng tính theo mức tăng, giảm, hoặc cùng tính theo số liệu."
        cell.complain(findings.does_not_fit(plain.span, f"“{plain.band.written}” không có “giảm” hay “tăng” như các mức khác", why))
        return None
    found = _target_quantity(cell, rows[0].span)
    asked = {"giảm": Measure.DECREASE, "tăng": Measure.INCREASE}[rows[0].turned]
    targets = [target for target in cell.lowering.of(Target) if target.quantity == quantity.key]
    if found is not None and any(target.measure is not asked for target in targets):
        message = f"chỉ tiêu {quantity.key} của kế hoạch không phải chỉ tiêu {rows[0].turned}"
        why = f"Mức {rows[0].turned} trong bảng điểm lấy theo chỉ tiêu {rows[0].turned} so với kỳ trước."
        cell.complain(findings.nothing_to_measure(rows[0].span, message, why))
        return None
    return found


def _named(cell: _Cell, row: tree.PointsByBand) -> Quantity | None:
    assert row.quantity is not None
    facet = _FACETS[row.facet.facet] if row.facet else cell.written.quantity.facet if cell.written.quantity else None
    if facet is None and cell.lowering.draft.vocabulary.has_facets(row.quantity.canonical):
        return None
    return known_quantity(cell.lowering, row.quantity.canonical, facet)


def _closed(
    cell: _Cell, rows: Sequence[tuple[Interval, Fraction, Span]], quantity: Quantity, domain: Interval, rest: tree.PointsOfLevel | None
) -> tuple[tuple[Interval, Fraction], ...]:
    """The rows, with whatever they leave out at the points of “còn lại”; complaints where something is left out or given twice."""
    closed = [(interval, points) for interval, points, _ in rows]
    for each in unsound([interval for interval, _, _ in rows], quantity.unit.whole, domain):
        words = _figures(each.figures, quantity)
        if not isinstance(each, Hole):
            cell.complain(findings.twice(rows[each.second][2], words, rows[each.first][2]))
        elif rest is not None:
            closed.append((each.figures, cell.points(rest.points)))
        else:
            beside = [rows[at][2] for at in (each.above, each.below) if at is not None]
            cell.complain(findings.no_points_for(beside[0], words, f"{words}: … điểm", beside[1:]))
    return tuple(closed)


def _figures(interval: Interval, quantity: Quantity) -> str:
    low, high = interval.low, interval.high
    if low is not None and high is not None and low.value == high.value:
        return f"đúng {number(low.value)}{'' if quantity.unit == PERCENT else ' '}{quantity.unit.name}"
    if low is not None and low.value == 0 and low.closed and high is not None:
        interval = Interval(high=high)  # “dưới 50%”: there is nothing below 0
    return band_phrase(interval, quantity.unit)


def _by_target(cell: _Cell, changes: tuple[Change, ...]) -> Start | None:
    quantity = _target_quantity(cell, cell.all(tree.PointsOfTarget)[0].span)
    if quantity is None:
        return None
    met = [each for each in cell.all(tree.PointsOfTarget) if each.met]
    failed = [each for each in cell.all(tree.PointsOfTarget) if not each.met]
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
    elif any(isinstance(each, PerStep | ByBeyond) and _points(each) < 0 for each in changes):
        short = ((Interval(), points),)
    else:
        cell.complain(findings.no_points_for(met[0].span, "trường hợp không đạt chỉ tiêu", "không đạt chỉ tiêu: … điểm"))
        return None
    return ByTarget(quantity.key, points, short)


def _short_bands(cell: _Cell, bands: list[tree.PointsBeyond]) -> tuple[tuple[Interval, Fraction], ...]:
    rows: list[tuple[Interval, Fraction, Span]] = []
    for each in bands:
        interval, complaints = band_interval(each.band, PERCENT, ())
        cell.complain(*complaints)
        if each.over or each.load is not None:
            why = "Điểm khi vượt chỉ tiêu, hoặc theo khối lượng, phải viết là điểm cộng hoặc điểm trừ."
            cell.complain(findings.does_not_fit(each.span, "chưa rõ là điểm cộng, điểm trừ hay điểm được chấm", why))
        elif interval is not None:
            rows.append((interval, cell.points(each.points), each.span))
    rest = next((each for each in cell.all(tree.PointsOfLevel) if _is_rest(each)), None)
    share = Quantity("phần thiếu", None, PERCENT)
    return _closed(cell, rows, share, Interval(Bound(Fraction(0), True)), rest) if cell.sound else ()


def _target_quantity(cell: _Cell, at: Span) -> Quantity | None:
    """The statistic of the criterion, for which the plan must have a target of the table's subject."""
    quantity = cell.written.quantity
    if quantity is None:
        message = f"tiêu chí {cell.written.number} so với chỉ tiêu mà chưa nói số liệu nào"
        why = "Tên tiêu chí phải có tên số liệu, ví dụ “Tỷ lệ thi hành xong trên có điều kiện về việc”."
        cell.complain(findings.nothing_to_measure(at, message, why))
        return None
    base = cell.written.subject.base
    targets = [target for target in cell.lowering.of(Target) if target.quantity == quantity.key and target.subject.base is base]
    if not targets:
        message = f"kế hoạch chưa có chỉ tiêu {quantity.key} cho {cell.written.subject.name}"
        why = "Điểm của tiêu chí này tính theo mức đạt, vượt hoặc thiếu so với chỉ tiêu, nên phải có chỉ tiêu ấy."
        line = f"- {cell.written.subject.name} phấn đấu đạt {quantity.name} …% {quantity.facet.value if quantity.facet else ''}".rstrip()
        cell.complain(findings.nothing_to_measure(at, message, why, line, "Thêm vào phần chỉ tiêu:"))
        return None
    return quantity


def _by_level(cell: _Cell) -> Start | None:
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


def _council_or_target(cell: _Cell, at: Span) -> Diagnostic:
    why = "Tên tiêu chí có số liệu: máy so với chỉ tiêu, hay Hội đồng đánh giá?"
    return findings.two_readings(
        at, "“đạt” là đạt chỉ tiêu hay Hội đồng đánh giá đạt", why, "đạt chỉ tiêu: … điểm", "Hội đồng đánh giá đạt: … điểm"
    )


def _denied(names: list[str]) -> bool:
    """“có” and “không”, “đúng hạn” and “không đúng hạn”: of two such levels one always holds."""
    return any(f"{word}{name}" in names for name in names for word in _NOT) or {"có", "không"} <= set(names)


def _by_council(cell: _Cell, node: tree.PointsOfCouncil) -> Start | None:
    low = cell.points(node.between.low) if node.between.low else Fraction(0)
    high = cell.points(node.between.high)
    if low >= high:
        cell.complain(findings.does_not_fit(node.span, f"từ {number(low)} đến {number(high)} điểm", "Số đầu phải nhỏ hơn số cuối."))
    return ByCouncil(low, high)


def _by_completion(cell: _Cell, node: tree.PointsByCompletion) -> Start | None:
    quantity = _target_quantity(cell, node.span)
    most = _most(cell, node.limits, Fraction(0))
    if not node.limits:
        why = "Hoàn thành 110% chỉ tiêu thì được hơn điểm chuẩn hay chỉ bằng điểm chuẩn?"
        message = "tính điểm theo tỷ lệ hoàn thành mà chưa nói nhiều nhất là bao nhiêu"
        cell.complain(findings.two_readings(node.span, message, why, f", tối đa {number(cell.written.standard)} điểm", ", không giới hạn"))
    return ByCompletion(quantity.key, cell.written.standard, most) if quantity is not None else None


def _on_average(cell: _Cell, node: tree.PointsOnAverage) -> Start | None:
    parts: list[tuple[str, Fraction]] = []
    for part in node.parts:
        id = cell.ids.get(part.number)
        if id is None or part.number == cell.written.number:
            known = [number_ for number_ in cell.ids if number_ != cell.written.number]
            cell.complain(findings.no_criterion(part.span, part.number, known))
        else:
            parts.append((id, cell.points(part.weight) if part.weight else Fraction(1)))
    return OnAverage(tuple(parts)) if cell.sound and any(weight for _, weight in parts) else None


# ---- what is added or deducted


def _changes(cell: _Cell) -> tuple[Change, ...]:
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
            changes.append(Merit(f"{cell.written.key}: {name}", name, merit.sign * cell.points(merit.points)))
    return tuple(changes)


def _most(cell: _Cell, limits: tuple[tree.Limit, ...], once: Fraction) -> Fraction | None:
    """The limit of a change; None where there is none."""
    for limit in limits:
        match limit.kind:
            case "figure" if limit.figure is not None:
                return cell.points(limit.figure)
            case "standard":
                return cell.written.standard
            case "once":
                return once
    return None


def _per_event(cell: _Cell, node: tree.PointsByEvent) -> PerEvent:
    points = cell.points(node.points)
    for limit in node.limits:
        if limit.kind in ("whole", "pro rata"):
            cell.complain(findings.does_not_fit(limit.span, "số lần luôn là số nguyên", "Bỏ phần này: nó chỉ dùng với “cứ mỗi …%”."))
    event = canonical(node.event)
    key = f"{cell.written.key}: số {event}"
    cell.lowering.quantities.setdefault(key, Quantity(key, None, Unit("lần")))
    return PerEvent(key, event, node.sign * points, _most(cell, node.limits, points))


def _per_step(cell: _Cell, node: tree.PointsByStep) -> Iterable[PerStep]:
    quantity = _target_quantity(cell, node.span)
    step, complaints = exact(node.step, PERCENT, ())
    cell.complain(*complaints)
    points = cell.points(node.points)
    kinds = [limit.kind for limit in node.limits]
    if step is not None and ("whole" in kinds) == ("pro rata" in kinds):
        cell.complain(_whole_or_not(node, step, points))
    for limit in node.limits:
        if limit.kind == "whole" and limit.figure is not None and limit.figure.value != node.step.value:
            why = "Bước tính và phần “chỉ tính đủ từng …” phải cùng một con số."
            cell.complain(findings.does_not_fit(limit.span, f"{node.written} nhưng chỉ tính đủ từng {limit.figure.written}", why))
    if quantity is None or not step:
        return ()
    return (PerStep(quantity.key, node.over, step, node.sign * points, _most(cell, node.limits, points), "whole" in kinds),)


def _whole_or_not(node: tree.PointsByStep, step: Fraction, points: Fraction) -> Diagnostic:
    """Message 20: two and seven tenths of a step tell the readings apart."""
    amount = step * Fraction(27, 10)
    verb, change = ("Vượt", "được") if node.over else ("Thiếu", "bị trừ")
    asked = f"{verb} {number(amount)}% thì {change} {number(2 * points)} điểm hay {number(points * Fraction(27, 10))} điểm?"
    message = f"“{node.written}” tính đủ hay tính lẻ"
    return findings.two_readings(node.span, message, asked, f", chỉ tính đủ từng {node.step.written}", ", tính cả phần lẻ")


def _beyond(cell: _Cell, nodes: list[tree.PointsBeyond]) -> Iterable[ByBeyond]:
    if not nodes:
        return ()
    quantity = _target_quantity(cell, nodes[0].span)
    rows: list[Beyond] = []
    for node in nodes:
        interval, complaints = band_interval(node.band, PERCENT, ())
        cell.complain(*complaints)
        load = _load(cell, node, quantity)
        if interval is not None:
            rows.append(Beyond(node.over, interval, load, node.sign * cell.points(node.points)))
    _apart(cell, nodes, rows)
    return (ByBeyond(quantity.key, tuple(rows)),) if quantity is not None and cell.sound else ()


def _load(cell: _Cell, node: tree.PointsBeyond, measured: Quantity | None) -> tuple[str, Interval] | None:
    if node.loaded is None or node.load is None or measured is None:
        return None
    load = known_quantity(cell.lowering, node.loaded.canonical, measured.facet)
    interval, complaints = band_interval(node.load, load.unit, ())
    cell.complain(*complaints)
    return None if interval is None else (load.key, interval)


def _apart(cell: _Cell, nodes: list[tree.PointsBeyond], rows: list[Beyond]) -> None:
    """Of the rows of a bonus at most one holds: two that share a figure, and a load, would count twice."""
    if len(rows) < len(nodes):
        return
    for at, row in enumerate(rows):
        for before, other in enumerate(rows[:at]):
            alike = row.over == other.over and (row.load is None or other.load is None or _meet(row.load[1], other.load[1]))
            if alike and _meet(row.interval, other.interval):
                cell.complain(findings.twice(nodes[at].span, f"“{nodes[at].band.written}”", nodes[before].span))


def _meet(one: Interval, other: Interval) -> bool:
    return not all(isinstance(each, Hole) for each in unsound([one, other], whole=False, domain=Interval()))


# ---- where nothing arose


def _nothing(cell: _Cell, start: Start | None, changes: tuple[Change, ...]) -> Fraction | None:
    said = [each for each in cell.all(tree.PointsOfLevel) if each.nothing]
    if isinstance(start, ByLevel):
        return None  # one of the levels
    keys = [start.quantity] if isinstance(start, ByTarget | ByBand | ByCompletion) else []
    keys += [change.quantity for change in changes if isinstance(change, PerStep | ByBeyond)]
    ratios = [key for key in keys if cell.lowering.quantities[key].denominator is not None]
    if said and not keys:
        why = "“Không phát sinh” chỉ dùng khi điểm tính theo một tỷ lệ hoặc một chỉ tiêu; không có lần nào thì số lần ghi 0."
        cell.complain(findings.does_not_fit(said[0].span, "tiêu chí này không có gì để không phát sinh", why))
    elif ratios and not said and cell.sound:
        cell.complain(findings.nothing_unsaid(cell.written.span, cell.written.title, cell.written.standard))
    return cell.points(said[0].points) if said else None
