"""Rows that only say something beside the other rows of their list or table: “không áp dụng” (B9), “còn lại” (B8)."""

from dataclasses import replace

from thads_dsl.check.draft import Line, Scope
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.names.subjects import belongs, ungrouped
from thads_dsl.check.scoping import wave_label
from thads_dsl.check.targets.facets import facet_named
from thads_dsl.check.targets.joint import divide_joint
from thads_dsl.check.targets.regions import rest_of
from thads_dsl.check.targets.targets import region_meant, target_header, whose
from thads_dsl.diagnostics import Diagnostic, Label
from thads_dsl.diagnostics.codes import TH409
from thads_dsl.model.rules import Target
from thads_dsl.model.statistics import Subject
from thads_dsl.syntax import tree


def finish_lists(lowering: Lowering) -> None:
    """All rows of the lists are known: those that were put off become targets, and what is left is told by the others."""
    for line, sentence, target in lowering.exempt:
        spoken_of = [each for each in _siblings(lowering, line) if _is_meant(lowering, each, target)]
        tables = {(each.quantity, each.measure, each.against, each.period): each for each in spoken_of}
        for beside in tables.values():
            own = replace(line, scope=replace(line.scope, wave=beside.wave))  # its bands are those of the same wave
            who = whose(lowering, own, target)
            sound, region = region_meant(lowering, own, target, beside.facet, (), who)
            if who is not None and sound:
                header = target_header(lowering, own, sentence, target)
                lowering.rules.append(replace(beside, **header, subject=ungrouped(who), region=region, goal=None, aspiration=None))
    divide_joint(lowering)
    for index, rule in enumerate(lowering.rules):
        if isinstance(rule, Target) and rule.id in lowering.leftovers:
            lowering.rules[index] = _remaining(lowering, rule)
    for index, rule in enumerate(lowering.rules):
        if isinstance(rule, Target) and rule.id not in lowering.aparts:
            lowering.rules[index] = _without_those_apart(lowering, rule)
    _rests_of_tables(lowering)


def _is_meant(lowering: Lowering, rule: Target, exempt: tree.Target) -> bool:
    """Whether a cell “không áp dụng” stands in the column of a target; a sentence speaks of all."""
    said, wave = exempt.wanted, exempt.waves
    if said is None:
        return True
    same_facet = not said.facet or rule.facet is facet_named(said.facet)
    same_quantity = said.quantity is None or lowering.quantities[rule.quantity].name == said.quantity.canonical
    return same_facet and same_quantity and (wave is None or not wave.one or rule.wave == wave_label(wave.one))


def _siblings(lowering: Lowering, line: Line) -> list[Target]:
    """The targets of the list that a line stands in; of a table those of its rows."""
    beside = [other for other in lowering.draft.lines if other.item.parent == line.item.parent and not (other.item.rows or line.item.rows)]
    lines = {line.item.number, *(other.item.number for other in beside if _about(other.scope) == _about(line.scope))}
    return [rule for rule in lowering.of(Target) if rule.line in lines]


def _about(scope: Scope) -> tuple[object, ...]:
    """What the lines around a list say of all its rows: under “Về việc” and under “Về tiền” two lists stand."""
    return scope.facet, scope.quantity and scope.quantity.canonical, scope.turn, scope.wave


def _same_figures(rule: Target, other: Target) -> bool:
    return (other.quantity, other.measure, other.against) == (rule.quantity, rule.measure, rule.against)


def _remaining(lowering: Lowering, rule: Target) -> Target:
    """“Các đơn vị còn lại”: the figures that the rows beside it leave, or the kinds that they do not name, whatever these must reach."""
    line = lowering.draft.by_number[rule.line]
    said_beside = lowering.leftovers | lowering.aparts
    beside = [each for each in _siblings(lowering, line) if each.id not in said_beside and each.subject.base is rule.subject.base]
    regions = [each.region for each in beside if each.subject == rule.subject and each.region is not None and _same_figures(rule, each)]
    named = dict.fromkeys(name for each in beside if each.subject != rule.subject for name in each.subject.any_of)
    if regions:  # what is left is told by figures: kinds apart from it take nothing of it
        named = {name: None for name in named if _may_take(lowering, name, rule.subject)}
    who = replace(rule.subject, none_of=tuple(dict.fromkeys((*rule.subject.none_of, *named))))
    region = rest_of(None, regions) if regions else rule.region
    return _with_rest(lowering, replace(rule, subject=who, region=region))


def _may_take(lowering: Lowering, name: str, who: Subject) -> bool:
    """Whether some of a kind may be among those whom a subject names."""
    kind = lowering.draft.vocabulary.kind(name)
    return kind is None or kind.group or not who.any_of or belongs(lowering, name, who)


def _without_those_apart(lowering: Lowering, rule: Target) -> Target:
    """“Phòng THADS khu vực đạt 80%, riêng Phòng THADS khu vực 2 đạt 75%”: what a row asks of some is not asked of them beside it."""
    beside = _siblings(lowering, lowering.draft.by_number[rule.line]) if lowering.aparts else []
    for apart in beside:
        if apart.id not in lowering.aparts or apart.quantity != rule.quantity or apart.subject.base is not rule.subject.base:
            continue
        if apart.region is None and apart.subject != rule.subject:
            none_of = dict.fromkeys((*rule.subject.none_of, *apart.subject.any_of))
            rule = replace(rule, subject=replace(rule.subject, none_of=tuple(none_of)))
        elif apart.region is not None and apart.subject == rule.subject:
            rule = replace(rule, region=rest_of(rule.region, [apart.region]))
    return rule


def _rests_of_tables(lowering: Lowering) -> None:
    """“Còn lại” in a column of bands: within the row's other bands what the rows without it, and those above it, leave."""
    places = [index for index, rule in enumerate(lowering.rules) if isinstance(rule, Target) and rule.id in lowering.rests]
    for index in sorted(places, key=lambda at: lowering.bands[lowering.rules[at].id]):
        rule = lowering.rules[index]
        assert isinstance(rule, Target)
        beside = [each for each in lowering.of(Target) if each.line == rule.line and each.id not in lowering.rests]
        same = [each for each in beside if each.subject == rule.subject and _same_figures(rule, each)]
        regions = [each.region for each in same if each.region is not None]
        lowering.rules[index] = _with_rest(lowering, replace(rule, region=rest_of(rule.region, regions)))
        lowering.rests.discard(rule.id)  # rows below it leave what this one takes


def _with_rest(lowering: Lowering, rule: Target) -> Target:
    if rule.region is not None and not rule.region.boxes:
        lowering.found.append(_nothing_left(lowering, rule))
    return rule


def _nothing_left(lowering: Lowering, rule: Target) -> Diagnostic:
    return Diagnostic(
        code=TH409,
        message=f"“{rule.text}”" if rule.id not in lowering.rests else "dòng “còn lại” của bảng không còn mức nào",
        at=Label(lowering.bands.get(rule.id, lowering.spans[rule.id])),
        why="Các dòng khác đã gồm mọi con số dòng này có thể nhận, nên không đơn vị nào còn lại. Bỏ dòng này, hoặc sửa lại mức.",
    )
