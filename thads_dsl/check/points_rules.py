"""Sentences about totals, classes and ranks → the points table that stands above them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from thads_dsl.check.draft import Line
from thads_dsl.check.figures import band_interval, exact
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.quantities import known_quantity
from thads_dsl.check.windows import window_of
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH614, TH615
from thads_dsl.model.points import (
    Class,
    ClassCase,
    ClassChange,
    ClassCondition,
    ClassQuota,
    Disciplined,
    NoneBelow,
    PointsTable,
    Ranking,
    RankKey,
    Rounding,
    TargetsAre,
    Trigger,
)
from thads_dsl.model.rules import JudgedTarget, Target
from thads_dsl.model.units import PERCENT, POINTS, Facet, number
from thads_dsl.source import Span
from thads_dsl.syntax import points_tree as tree
from thads_dsl.syntax.points import written_table
from thads_dsl.syntax.sentences import Sentence
from thads_dsl.syntax.tree import Figure, Statement

_FACETS = {facet.value: facet for facet in Facet}


@dataclass(frozen=True, slots=True)
class _Said:
    """One sentence about a table."""

    lowering: Lowering
    line: Line
    sentence: Sentence
    table: PointsTable

    def figure(self, figure: Figure, *, percent: bool = False) -> Fraction | None:
        """The value of a figure in points or percent; None after a complaint."""
        return self.lowering.take(exact(figure, PERCENT if percent else POINTS, ()))


def lower_points_rules(lowering: Lowering) -> None:
    """Every such sentence, in the order of the text; each changes the table above it, or else the first one."""
    # What is wrong with a table, or with the one to amend, is complained about already.
    unsound = bool(lowering.draft.key("trên cơ sở")) or any(written_table(line.item.rows) for line in lowering.draft.lines)
    for line in lowering.draft.lines:
        for sentence in line.sentences:
            lower = _LOWER.get(type(sentence.statement))
            if lower is None or sentence.statement is None:
                continue
            tables = lowering.of(PointsTable)
            above = [table for table in tables if table.line <= line.item.number]
            table = next(iter([*reversed(above), *tables]), None)
            if table is None:
                lowering.found += [] if unsound else [_no_table(sentence.statement.span)]
                continue
            changed = lower(_Said(lowering, line, sentence, table), sentence.statement)
            lowering.rules[lowering.rules.index(table)] = changed


def _no_table(at: Span) -> Diagnostic:
    return Diagnostic(
        code=TH614,
        message="kế hoạch chưa có bảng tiêu chí chấm điểm",
        at=Label(at),
        why="Câu này nói về tổng điểm, xếp hạng hoặc thứ tự, nên phía trên phải có bảng điểm đọc được.",
        ways=(Way("Dòng đầu của bảng:", "| STT | Nội dung tiêu chí | Điểm chuẩn | Cách chấm điểm |"),),
    )


# ---- totals


def _total(said: _Said, node: Statement) -> PointsTable:
    assert isinstance(node, tree.PointsTotal)
    table = said.table
    low = said.figure(node.low) if node.low else None
    high = said.figure(node.high) if node.high else None
    table = replace(table, floor=table.floor if low is None else low, ceiling=table.ceiling if high is None else high)
    if node.rounding is None:
        return table
    digits = node.rounding.digits.value
    if not node.rounding.mode:
        said.lowering.found.append(_which_rounding(node.rounding))
        return table
    return replace(table, rounding=Rounding(int(digits or 0), down=node.rounding.mode == "down"))


def _which_rounding(node: tree.Rounding) -> Diagnostic:
    digits = node.digits.written
    return Diagnostic(
        code=TH615,
        message=f"lấy {digits} chữ số thập phân: làm tròn hay cắt",
        at=Label(node.span),
        why="Tổng điểm 98,765 khi lấy hai chữ số thập phân là 98,77 hay 98,76?",
        ways=(
            Way("Sửa thành một trong hai:", f"làm tròn đến {digits} chữ số thập phân   |   lấy {digits} chữ số thập phân, không làm tròn"),
        ),
    )


# ---- classes


def _class(said: _Said, node: Statement) -> PointsTable:
    assert isinstance(node, tree.ClassRow)
    cases = []
    for case in node.cases:
        if case.band is None:
            continue  # whatever is left
        interval = said.lowering.take(band_interval(case.band, POINTS, ()))
        conditions = [_condition(said, condition) for condition in case.conditions]
        if interval is None or None in conditions:
            return said.table
        cases.append(ClassCase(interval, tuple(condition for condition in conditions if condition is not None)))
    header = said.lowering.header(said.line, said.sentence)
    return replace(said.table, classes=(*said.table.classes, Class(**header, name=node.name, cases=tuple(cases))))


def _condition(said: _Said, node: tree.ClassCondition) -> ClassCondition | None:
    if node.percent is not None:
        percent = said.figure(node.percent, percent=True)
        return None if percent is None else NoneBelow(percent)
    return _targets(said, node.facets, node.met, node.span)


def _targets(said: _Said, facets: tuple[str, ...], met: bool, at: Span) -> TargetsAre | None:
    """The targets of the plan for the base of the table's subject."""
    base = said.table.subject.base
    ids = [
        rule.id
        for rule in said.lowering.rules
        if isinstance(rule, Target | JudgedTarget) and rule.subject.base is base and (not facets or _facet(rule) in facets)
    ]
    if not ids:
        said.lowering.found.append(_no_targets(said, at))
        return None
    return TargetsAre(tuple(ids), met)


def _facet(rule: Target | JudgedTarget) -> str:
    return rule.facet.value if isinstance(rule, Target) and rule.facet else ""


def _no_targets(said: _Said, at: Span) -> Diagnostic:
    return Diagnostic(
        code=TH614,
        message=f"kế hoạch chưa có chỉ tiêu nào cho {said.table.subject.name}",
        at=Label(at),
        why="Xếp hạng theo việc đạt hay không đạt chỉ tiêu thì kế hoạch phải nói chỉ tiêu ấy.",
    )


def _known_class(said: _Said, name: str) -> bool:
    """Whether the table has a class of this name; a complaint where it has not."""
    known = [each.name for each in said.table.classes]
    if name not in known:
        why = f"Các hạng đã nêu phía trên: {', '.join(known)}." if known else "Phía trên chưa nêu hạng nào."
        assert said.sentence.statement is not None
        said.lowering.found.append(
            Diagnostic(code=TH614, message=f"bảng điểm không có “{name}”", at=Label(said.sentence.statement.span), why=why)
        )
    return name in known


def _quota(said: _Said, node: Statement) -> PointsTable:
    assert isinstance(node, tree.ClassQuota)
    percent = said.figure(node.percent, percent=True)
    if not _known_class(said, node.name) or percent is None:
        return said.table
    if not node.mode:
        said.lowering.found.append(_which_whole(node))
        return said.table
    quota = ClassQuota(**said.lowering.header(said.line, said.sentence), name=node.name, percent=percent, up=node.mode == "up")
    return replace(said.table, quotas=(*said.table.quotas, quota))


def _which_whole(node: tree.ClassQuota) -> Diagnostic:
    percent = node.percent.value or Fraction(0)
    count = next((count for count in range(7, 100) if (percent * count / 100).denominator != 1), 7)
    share = percent * count / 100
    least = share.numerator // share.denominator
    return Diagnostic(
        code=TH615,
        message=f"{node.percent.written} của {count} đơn vị là {number(share)} đơn vị",
        at=Label(node.span),
        why="Số đơn vị phải là số nguyên.",
        ways=(Way("Thêm vào cuối câu một trong hai:", f", làm tròn xuống ({least:02d})   |   , làm tròn lên ({least + 1:02d})"),),
    )


def _change(said: _Said, node: Statement) -> PointsTable:
    assert isinstance(node, tree.ClassChange)
    if node.name and not _known_class(said, node.name):
        return said.table
    trigger = _trigger(said, node.trigger)
    if trigger is None:
        return said.table
    change = ClassChange(**said.lowering.header(said.line, said.sentence), trigger=trigger, bar=node.name or None)
    return replace(said.table, changes=(*said.table.changes, change))


def _trigger(said: _Said, node: tree.Trigger) -> Trigger | None:
    if node.percent is not None:
        percent = said.figure(node.percent, percent=True)
        return None if percent is None else NoneBelow(percent)
    if node.kind == "targets":
        return _targets(said, node.facets, False, node.span)
    scale = said.lowering.draft.vocabulary.discipline
    forms = scale[scale.index(node.form.canonical) :] if node.form is not None else scale
    window = window_of(said.lowering, said.line.scope, node.window)
    return Disciplined(forms, window)


# ---- ranks


def _ranking(said: _Said, node: Statement) -> PointsTable:
    assert isinstance(node, tree.Ranking)
    keys = [_rank_key(said, key) for key in node.keys[1:]]
    first = node.keys[0]
    if first.criterion or first.quantity is not None:
        keys = [_rank_key(said, first), *keys]
    if None in keys:
        return said.table
    header = said.lowering.header(said.line, said.sentence)
    return replace(said.table, ranking=Ranking(**header, clusters=node.clusters, keys=tuple(key for key in keys if key is not None)))


def _rank_key(said: _Said, node: tree.RankKey) -> RankKey | None:
    if node.criterion:
        found = next((each.id for each in said.table.criteria if each.number == node.criterion), None)
        if found is None:
            numbers = ", ".join(each.number for each in said.table.criteria)
            message, why = f"bảng điểm không có tiêu chí {node.criterion}", f"Các tiêu chí: {numbers}."
            said.lowering.found.append(Diagnostic(code=TH614, message=message, at=Label(node.span), why=why))
            return None
        return RankKey(found, None)
    if node.quantity is None:
        return None
    facet = _FACETS.get(node.facet)
    if facet is None and said.lowering.draft.vocabulary.has_facets(node.quantity.canonical):
        message, why = "số liệu để xét khi bằng điểm chưa rõ về việc hay về tiền", "Thêm “về việc” hoặc “về tiền” sau tên số liệu."
        said.lowering.found.append(Diagnostic(code=TH614, message=message, at=Label(node.span), why=why))
        return None
    return RankKey(None, known_quantity(said.lowering, node.quantity.canonical, facet).key)


_LOWER: dict[type, Callable[[_Said, Statement], PointsTable]] = {
    tree.PointsTotal: _total,
    tree.ClassRow: _class,
    tree.ClassQuota: _quota,
    tree.ClassChange: _change,
    tree.Ranking: _ranking,
}
