"""Waves and awards that are decided by themselves: what is said once for all waves, and what must say for which it is."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from thads_dsl.check.draft import Line
from thads_dsl.check.lowering import Lowering
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH530
from thads_dsl.model.rules import Condition, Judged, JudgedTarget, Quota, SomeOf, Standard, Target, TargetsMet, Wave
from thads_dsl.syntax import tree


def each_wave(lowering: Lowering) -> None:
    """Standards that are said once where places are given wave by wave: the same for every wave, with its targets and judgments."""
    waves = list(dict.fromkeys(quota.wave for quota in lowering.of(Quota) if quota.wave))
    whole = any(not quota.wave for quota in lowering.of(Quota))
    common = [standard for standard in lowering.of(Standard) if not standard.wave] if waves else []
    for standard in common:
        at = lowering.rules.index(standard)
        copies = [_of_wave(lowering, standard, wave) for wave in waves if not _has_own(lowering, standard, wave)]
        lowering.rules[at : at + 1] = [*copies, *([standard] if whole else [])]


def line_by_wave(lowering: Lowering, line: Line, node: tree.Node, each: bool) -> Iterator[Line]:
    """The line as it is; where it says “mỗi đợt”, the line in each wave."""
    labels = [rule.label for rule in lowering.of(Wave)] if each and not line.scope.wave else []
    if each and not line.scope.wave and not labels:
        lowering.found.append(_no_waves(node))
    elif not labels:
        yield line
    yield from (replace(line, scope=replace(line.scope, wave=label)) for label in labels)


def _no_waves(node: tree.Node) -> Diagnostic:
    return Diagnostic(
        code=TH530,
        message="“mỗi đợt”, mà kế hoạch chưa có đợt thi đua nào",
        at=Label(node.span),
        why="Muốn tính riêng từng đợt thì phải biết có mấy đợt, mỗi đợt từ ngày nào đến ngày nào.",
        ways=(Way("Thêm vào phần thời gian của kế hoạch:", "Đợt 1: Thời gian từ ngày …/…/… đến hết ngày …/…/…"),),
    )


def _has_own(lowering: Lowering, standard: Standard, wave: str) -> bool:
    same = (each for each in lowering.of(Standard) if each.wave == wave and each.award == standard.award)
    return any(each.subject == standard.subject for each in same)


def _of_wave(lowering: Lowering, standard: Standard, wave: str) -> Standard:
    id = _id(lowering, standard.id, wave)
    return replace(standard, id=id, wave=wave, conditions=tuple(_conditions(lowering, standard.conditions, wave)))


def _id(lowering: Lowering, id: str, wave: str) -> str:
    """The id of a copy; it stands where the rule itself stands."""
    copy = f"{id} ({wave})"
    lowering.spans[copy] = lowering.spans[id]
    return copy


def _conditions(lowering: Lowering, conditions: Iterable[Condition], wave: str) -> Iterator[Condition]:
    for condition in conditions:
        same = replace(condition, id=_id(lowering, condition.id, wave), wave=wave)
        match same:
            case Judged():
                yield replace(same, judgment=f"{same.judgment} ({wave})")
            case TargetsMet():
                yield replace(same, targets=_targets(lowering, same.targets, wave), required=_targets(lowering, same.required, wave))
            case SomeOf():
                yield replace(same, items=tuple(tuple(_conditions(lowering, item, wave)) for item in same.items))
            case _:
                yield same


def _targets(lowering: Lowering, ids: tuple[str, ...], wave: str) -> tuple[str, ...]:
    """Those of the wave, and of the whole campaign."""
    waves = {rule.id: rule.wave for rule in (*lowering.of(Target), *lowering.of(JudgedTarget))}
    return tuple(id for id in ids if waves[id] in ("", wave))
