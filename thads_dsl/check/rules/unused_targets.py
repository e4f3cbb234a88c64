"""TH901: targets decide over an award only where a condition says so."""

from collections.abc import Iterator

from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH901
from thads_dsl.model.place import Place
from thads_dsl.model.points_classes import TargetsAre
from thads_dsl.model.rules import Judged, JudgedTarget, Target, TargetsMet, leaves


def unused_targets(facts: Facts) -> Iterator[Diagnostic]:
    """One complaint for all unused targets of one numbered place."""
    if not facts.plan.standards or facts.doubtful:
        return  # a condition with an error may be the one that uses them
    used = {
        id
        for standard in facts.plan.standards
        for condition in leaves(standard.conditions)
        if isinstance(condition, TargetsMet)
        for id in condition.targets
    } | _used_by_points(facts)
    unused: dict[Place, list[Target | JudgedTarget]] = {}
    targets: tuple[Target | JudgedTarget, ...] = (*facts.plan.targets, *facts.plan.judged_targets)
    for target in targets:
        if target.id not in used:
            unused.setdefault(target.place.numbered(), []).append(target)
    for place, found in unused.items():
        first, *others = found
        yield Diagnostic(
            code=TH901,
            message=f"{len(found)} chỉ tiêu nhiệm vụ tại {place.cited()}",
            at=Label(facts.spans[first.id]),
            also=tuple(Label(facts.spans[target.id]) for target in others[:1]),
            why="Tiêu chuẩn khen thưởng chưa nói có phải đạt các chỉ tiêu này hay không, nên máy không xét.",
            ways=_ways(facts, first, place),
        )


def _used_by_points(facts: Facts) -> set[str]:
    """Targets that a points table looks at: for a criterion, a class, or what lowers one."""
    found: set[str] = set()
    for table in facts.plan.points:
        asked = {key for criterion in table.criteria for key in criterion.quantities}
        found |= {target.id for target in facts.plan.targets if target.quantity in asked and not target.award}
        conditions = [condition for row in table.classes for case in row.cases for condition in case.conditions]
        looked_at = [*conditions, *(change.trigger for change in table.changes)]
        found |= {id for each in looked_at if isinstance(each, TargetsAre) for id in each.targets}
    return found


def _ways(facts: Facts, target: Target | JudgedTarget, place: Place) -> tuple[Way, ...]:
    """Beside the first judgment of the standard for these subjects that stands alone, as written; the judgment itself stays."""
    alone = {line.item.number for line in facts.draft.lines if not line.item.notes and len(line.sentences) == 1}
    standards = (standard for standard in facts.plan.standards if standard.subject.base is target.subject.base)
    judged = (condition for standard in standards for condition in leaves(standard.conditions) if isinstance(condition, Judged))
    beside = next((each for each in judged if each.line in alone), None)
    if beside is None:
        return ()
    asked = beside.judgment.removesuffix(f" ({beside.wave})")
    line = f"Hiểu là: đạt các chỉ tiêu tại {place.cited()}; Hội đồng bình xét “{asked}”"
    return (Way(f"Nếu phải đạt mới được khen thưởng, dán dưới dòng {beside.line}:", line),)
