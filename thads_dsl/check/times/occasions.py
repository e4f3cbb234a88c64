"""Waves and awards that are decided by themselves: what is said once for all waves, and what must say for which it is."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from thads_dsl.check.draft import Line
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.scoping import wave_label
from thads_dsl.check.targets.quantities import known_quantity
from thads_dsl.check.times.periods import no_waves
from thads_dsl.check.times.windows import Looks, looks_at
from thads_dsl.model.rules import (
    Condition,
    Exclusion,
    Judged,
    JudgedTarget,
    NotDisciplined,
    Quota,
    SomeOf,
    Standard,
    Target,
    TargetsMet,
    Wave,
)
from thads_dsl.model.statistics import Subject
from thads_dsl.syntax import tree


def each_wave(lowering: Lowering) -> None:
    """What is said once where places are given wave by wave: the same for every wave, with its targets, judgments and days."""
    waves = list(dict.fromkeys(quota.wave for quota in lowering.of(Quota) if quota.wave))
    whole = [""] if any(not quota.wave for quota in lowering.of(Quota)) else []
    said: tuple[Standard | Exclusion, ...] = (*lowering.of(Standard), *lowering.of(Exclusion))
    for rule in said if waves else ():
        if not rule.wave and (isinstance(rule, Standard) or _is_of_its_wave(lowering, rule)):
            at = lowering.rules.index(rule)
            lowering.rules[at : at + 1] = [copy for wave in (*waves, *whole) for copy in _of_wave(lowering, rule, wave)]


def target_by_wave(lowering: Lowering, line: Line, node: tree.Statement | None) -> Iterator[Line]:
    """The line of a target as it is; in each wave, where it says so, or where only waves have a measured period."""
    target = node if isinstance(node, tree.Target) else None
    if target is not None and not target.goals:
        yield line  # “không áp dụng” follows the rows beside it
        return
    said = target.waves if target is not None else None
    if said is not None and not said.one:
        line = replace(line, scope=replace(line.scope, each_wave=True, among=tuple(map(wave_label, said.ordinals))))
    own = said is not None and bool(said.one)
    measured = line.scope.measured is None and bool(lowering.measured) and "" not in lowering.measured
    at = node or tree.Statement(span=line.item.line.span())
    yield from line_by_wave(lowering, line, at, not own and (line.scope.each_wave or measured))


def line_by_wave(lowering: Lowering, line: Line, node: tree.Node, each: bool) -> Iterator[Line]:
    """The line as it is; where it says “mỗi đợt”, the line in each wave; a wave that it names and that is none is complained of."""
    among = line.scope.among
    labels = [rule.label for rule in lowering.of(Wave) if not among or rule.label in among] if each and not line.scope.wave else []
    if each and not line.scope.wave and not labels:
        lowering.found.append(no_waves(node, "“mỗi đợt”, mà kế hoạch chưa có đợt thi đua nào"))
    if not labels:
        yield line
    yield from (replace(line, scope=replace(line.scope, wave=label)) for label in labels)


def _has_own(lowering: Lowering, standard: Standard, wave: str) -> bool:
    same = (each for each in lowering.of(Standard) if each.wave == wave and each.award == standard.award)
    return any(each.subject == standard.subject for each in same)


def _is_of_its_wave(lowering: Lowering, rule: Exclusion) -> bool:
    """“bị kỷ luật trong đợt thi đua”: an exclusion on other days in every wave."""
    said = lowering.windows.get(rule.id)
    return said is not None and said.window is not None and said.window.during in ("đợt", "số liệu")


def _of_wave(lowering: Lowering, rule: Standard | Exclusion, wave: str) -> Iterator[Standard | Exclusion]:
    """The rule in a wave that has not one of its own; in no wave itself."""
    if not wave:
        yield rule
    elif isinstance(rule, Exclusion):
        yield replace(rule, **_looks(lowering, rule.id, wave), id=_id(lowering, rule.id, wave), wave=wave)
    elif not _has_own(lowering, rule, wave) and (conditions := tuple(_conditions(lowering, rule.conditions, wave))):
        id = _id(lowering, rule.id, wave)
        yield replace(rule, id=id, wave=wave, subject=_subject(lowering, rule.subject, wave), conditions=conditions)


def _looks(lowering: Lowering, id: str, wave: str) -> Looks:
    """What a rule on discipline looks at in a wave."""
    said = lowering.windows[id]
    return looks_at(lowering, replace(said, scope=replace(said.scope, wave=wave)))


def _subject(lowering: Lowering, who: Subject, wave: str) -> Subject:
    """A group is told by the figures of the wave."""
    if who.where is None:
        return who
    boxes = tuple(tuple(replace(band, quantity=_quantity(lowering, band.quantity, wave)) for band in box) for box in who.where.boxes)
    return replace(who, where=replace(who.where, boxes=boxes))


def _quantity(lowering: Lowering, key: str, wave: str) -> str:
    found = lowering.quantities[key]
    return key if found.when else known_quantity(lowering, found.name, found.facet, wave).key


def _id(lowering: Lowering, id: str, wave: str) -> str:
    """The id of a copy; it stands where the rule itself stands."""
    copy = f"{id} ({wave})"
    lowering.spans[copy] = lowering.spans[id]
    return copy


def _conditions(lowering: Lowering, conditions: Iterable[Condition], wave: str) -> Iterator[Condition]:
    """Those of the whole campaign as they are in a wave, and those of that wave; “Đợt 2: có sáng kiến” asks nothing in wave 1."""
    for condition in conditions:
        if condition.wave not in ("", wave):
            continue
        same = replace(condition, id=_id(lowering, condition.id, wave), wave=wave)
        match same:
            case NotDisciplined():
                yield replace(same, **_looks(lowering, condition.id, wave))
            case Judged() if not condition.wave:
                yield replace(same, judgment=f"{same.judgment} ({wave})")
            case TargetsMet():
                yield replace(same, targets=_targets(lowering, same.targets, wave), required=_targets(lowering, same.required, wave))
            case SomeOf():
                items = tuple(own for item in same.items if (own := tuple(_conditions(lowering, item, wave))))
                if items:
                    yield replace(same, items=items, least=min(same.least, len(items)))
            case _:
                yield same


def _targets(lowering: Lowering, ids: tuple[str, ...], wave: str) -> tuple[str, ...]:
    """Those of the wave, and of the whole campaign."""
    waves = {rule.id: rule.wave for rule in (*lowering.of(Target), *lowering.of(JudgedTarget))}
    return tuple(id for id in ids if waves[id] in ("", wave))
