"""P11, C7: classes, what lowers them, and the share of units that a class may have."""

from __future__ import annotations

from dataclasses import replace

from thads_dsl.check.awards.discipline import forms_from
from thads_dsl.check.points.class_order import best_first
from thads_dsl.check.points.contradictions import class_twice
from thads_dsl.check.points.said import Said, which_whole
from thads_dsl.check.points.targets import targets_are, unknown_targets
from thads_dsl.check.targets.figures import band_interval
from thads_dsl.check.times.windows import window_of
from thads_dsl.diagnostics import Lack, Way
from thads_dsl.model.dates import Period
from thads_dsl.model.points import PointsTable
from thads_dsl.model.points_classes import (
    Class,
    ClassCase,
    ClassChange,
    ClassCondition,
    ClassQuota,
    Disciplined,
    NoneBelow,
    Trigger,
)
from thads_dsl.model.rules import PeriodRule
from thads_dsl.model.units import POINTS
from thads_dsl.syntax import points_tree as tree
from thads_dsl.syntax.tree import Statement


def class_row(said: Said, node: Statement) -> PointsTable:
    """The table with one more class."""
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
    row = Class(**header, name=node.name, cases=tuple(cases))
    said.lowering.found += class_twice(said, row)
    table = replace(said.table, classes=best_first((*said.table.classes, row)))
    return table if node.share is None else class_quota(replace(said, table=table), node.share)


def _condition(said: Said, node: tree.ClassCondition) -> ClassCondition | None:
    if node.targets is not None and node.below is None:
        return targets_are(said, node.targets, node.met, node.span) or unknown_targets(node.targets, node.met)
    if node.below is None or node.targets is not None:
        why = "Điều kiện của một hạng viết “và đạt các chỉ tiêu …” hoặc “và không tiêu chí nào dưới …% số điểm”."
        said.unfounded(node.span, "chưa rõ điều kiện của hạng này", why)
        return None
    return _below(said, node.below, node.met)


def _below(said: Said, node: tree.CriteriaBelow, met: bool) -> NoneBelow | None:
    percent = said.figure(node.percent, percent=True)
    return None if percent is None else NoneBelow(percent, node.least, met)


def class_quota(said: Said, node: Statement) -> PointsTable:
    """The table with a class that only a share of its units may have."""
    assert isinstance(node, tree.ClassQuota)
    percent = said.figure(node.percent, percent=True)
    if not said.known_class(node.name, node.span) or percent is None:
        return said.table
    said.settle(f"tỷ lệ đơn vị được xếp {node.name}", node.span, (percent, node.mode))
    if not node.mode:
        said.lowering.found.append(which_whole(node))
        return said.table
    quota = ClassQuota(**said.lowering.header(said.line, said.sentence), name=node.name, percent=percent, up=node.mode == "up")
    return replace(said.table, quotas=(*said.table.quotas, quota))


def class_change(said: Said, node: Statement) -> PointsTable:
    """The table with something that lowers a class, or bars one."""
    assert isinstance(node, tree.ClassChange)
    trigger = _failing(said, node.trigger) if node.only else _trigger(said, node.trigger)
    if (node.name and not said.known_class(node.name, node.span)) or trigger is None:
        return said.table
    bar = _above(said, node) if node.at_best else node.name or None
    if node.at_best and bar is None:
        return said.table
    change = ClassChange(**said.lowering.header(said.line, said.sentence), trigger=trigger, bar=bar)
    return replace(said.table, changes=(*said.table.changes, change))


def _above(said: Said, node: tree.ClassChange) -> str | None:
    """The class next above the best that is left; None after a complaint that there is none."""
    names = [each.name for each in said.table.classes]
    at = names.index(node.name)
    if at == 0:
        said.unfounded(node.span, f"{node.name} đã là hạng cao nhất", "Câu này không hạ hạng của đơn vị nào.")
    return names[at - 1] if at else None


def _failing(said: Said, node: tree.Trigger) -> Trigger | None:
    """“chỉ dành cho đơn vị đạt …”: to fail one of those targets bars from the class, as do criteria below."""
    if node.below is not None:
        return _below(said, node.below, met=False)
    assert node.targets is not None
    found = targets_are(said, node.targets, True, node.span)
    return None if found is None else replace(found, met=False)


def _campaign(said: Said) -> Period | None:
    """The period of the campaign, where the plan does not say whose results count."""
    return next((rule.period for rule in said.lowering.of(PeriodRule) if not rule.measured and not rule.wave), None)


def _trigger(said: Said, node: tree.Trigger) -> Trigger | None:
    if node.below is not None:
        return _below(said, node.below, met=False)
    if node.targets is not None:
        return targets_are(said, node.targets, False, node.span, alone=True)
    if node.window is not None:
        window = window_of(said.lowering, said.line.scope, node.window)
    else:
        window = said.lowering.period_of(said.line.scope) or _campaign(said)
    if window is None and not (node.window is not None and node.window.always):
        if node.window is None:
            why = "Kế hoạch chưa có kỳ số liệu hay thời gian thi đua, nên chưa rõ quyết định kỷ luật ký trong thời gian nào thì tính."
            way = Way("Ghi kỳ số liệu ở một dòng của kế hoạch, hoặc thêm vào câu:", "(từ ngày … đến ngày …)")
            said.unfounded(node.span, "bị kỷ luật trong thời gian nào", why, way, Lack.PERIOD)
        return None
    forms = forms_from(said.lowering, node.form.canonical if node.form is not None else None, window)
    return Disciplined(forms, window, said.lowering.people(node.members))
