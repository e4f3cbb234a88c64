"""Which targets a sentence about classes means: by facet, place, criterion, or because they were assigned."""

from __future__ import annotations

from thads_dsl.check.conditions import found_place
from thads_dsl.check.points_said import Said
from thads_dsl.model.points import TargetsAre
from thads_dsl.model.rules import JudgedTarget, Target
from thads_dsl.model.statistics import ASSIGNED
from thads_dsl.source import Span
from thads_dsl.syntax import points_tree as tree

_Any = Target | JudgedTarget


def targets_are(said: Said, named: tree.TargetsNamed, met: bool, at: Span) -> TargetsAre | None:
    """The targets of the plan, for the base of the table's subject, that the words name; None after a complaint."""
    base = said.table.subject.base
    every = [rule for rule in said.lowering.rules if isinstance(rule, Target | JudgedTarget) and rule.subject.base is base]
    meant = _named(said, named, every)
    if meant is None:
        return None
    if not meant:
        message = f"kế hoạch chưa có chỉ tiêu nào {'như vậy ' if every else ''}cho {said.table.subject.name}"
        said.unfounded(at, message, "Xếp hạng theo việc đạt hay không đạt chỉ tiêu thì kế hoạch phải nói chỉ tiêu ấy.")
        return None
    return TargetsAre(tuple(rule.id for rule in meant), met) if _as_many(said, named, meant, at) else None


def _named(said: Said, named: tree.TargetsNamed, every: list[_Any]) -> list[_Any] | None:
    """Those of all that is said of them; None after a complaint about a place or a criterion."""
    places = [found_place(said.lowering, said.line, ref) for ref in named.places]
    criteria = [next((each for each in said.table.criteria if each.number == number), None) for number in named.criteria]
    for number, criterion in zip(named.criteria, criteria, strict=True):
        if criterion is None or not criterion.quantities:
            why = "Chỉ tiêu tại một tiêu chí là chỉ tiêu về số liệu mà tiêu chí ấy chấm."
            said.unfounded(
                named.span, f"tiêu chí {number} {'không có trong bảng' if criterion is None else 'không chấm theo số liệu'}", why
            )
            return None
    if None in places:
        return None
    quantities = {key for criterion in criteria if criterion is not None for key in criterion.quantities}
    return [
        rule
        for rule in every
        if (not named.facets or _facet(rule) in named.facets)
        and (not named.assigned or _assigned(rule))
        and (not places or any(place is not None and place.holds(rule.place) for place in places))
        and (not criteria or (isinstance(rule, Target) and rule.quantity in quantities))
    ]


def _facet(rule: _Any) -> str:
    return rule.facet.value if isinstance(rule, Target) and rule.facet else ""


def _assigned(rule: _Any) -> bool:
    """Whether the figure to be reached comes from the statistics: “chỉ tiêu được giao”."""
    return isinstance(rule, Target) and rule.against is not None and ASSIGNED in rule.against


def _as_many(said: Said, named: tree.TargetsNamed, meant: list[_Any], at: Span) -> bool:
    """Whether each facet has a target, and all together are as many as “cả hai” says; complaints where not."""
    for facet in named.facets:
        if not any(_facet(rule) == facet for rule in meant):
            said.unfounded(
                at, f"kế hoạch chưa có chỉ tiêu {facet} cho {said.table.subject.name}", "Điều kiện này dẫn đến một chỉ tiêu như vậy."
            )
            return False
    tables = {(rule.subject, rule.quantity) if isinstance(rule, Target) else (rule.subject, rule.id): rule for rule in meant}
    if named.count is None or named.count == len(tables):
        return True
    listed = "; ".join(f"“{rule.text}” ({rule.place.cited()})" for rule in tables.values())
    why = f"Các chỉ tiêu đang được hiểu: {listed}. Nói rõ chỉ tiêu nào: “đạt các chỉ tiêu tại …”, “đạt các chỉ tiêu được giao”."
    said.unfounded(at, f"câu nói {named.count} chỉ tiêu, kế hoạch có {len(tables)}", why)
    return False
