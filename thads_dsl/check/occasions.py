"""Waves and awards that are decided by themselves: what is said once for all waves, and what must say for which it is."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from thads_dsl.check.lowering import Lowering
from thads_dsl.model.rules import Condition, Judged, JudgedTarget, Quota, SomeOf, Standard, Target, TargetsMet


def each_wave(lowering: Lowering) -> None:
    """Standards that are said once where places are given wave by wave: the same for every wave, with its targets and judgments."""
    waves = list(dict.fromkeys(quota.wave for quota in lowering.of(Quota) if quota.wave))
    whole = any(not quota.wave for quota in lowering.of(Quota))
    common = [standard for standard in lowering.of(Standard) if not standard.wave] if waves else []
    for standard in common:
        at = lowering.rules.index(standard)
        copies = [_of_wave(lowering, standard, wave) for wave in waves if not _has_own(lowering, standard, wave)]
        lowering.rules[at : at + 1] = [*copies, *([standard] if whole else [])]


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
