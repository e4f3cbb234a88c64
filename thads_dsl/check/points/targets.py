"""Which targets a sentence about classes means: by facet, place, criterion, or because they were assigned."""

from __future__ import annotations

from thads_dsl.check.awards.conditions import found_place
from thads_dsl.check.points.said import Said
from thads_dsl.diagnostics import Diagnostic, Label, Lack, Way
from thads_dsl.diagnostics.codes import TH635
from thads_dsl.model.points_classes import TargetsAre
from thads_dsl.model.rules import JudgedTarget, Target
from thads_dsl.model.statistics import ASSIGNED
from thads_dsl.source import Span
from thads_dsl.syntax import points_tree as tree

_Any = Target | JudgedTarget


_NUMERALS = {2: "hai", 3: "ba", 4: "bốn", 5: "năm"}


def targets_are(said: Said, named: tree.TargetsNamed, met: bool, at: Span, *, alone: bool = False) -> TargetsAre | None:
    """The targets of the plan, for the base of the table's subject, that the words name; None after a complaint.

    `alone`: where no second condition can stand beside this one.
    """
    base = said.table.subject.base
    of_plan: tuple[Target | JudgedTarget, ...] = (*said.lowering.plan_targets(), *said.lowering.of(JudgedTarget))
    every = [rule for rule in of_plan if rule.subject.base is base]
    meant = _named(said, named, every)
    if meant is None:
        return None
    if not meant:
        message = f"kế hoạch chưa có chỉ tiêu nào {'như vậy ' if every else ''}cho {said.table.subject.name}"
        why = "Xếp hạng theo việc đạt hay không đạt chỉ tiêu thì kế hoạch phải nói chỉ tiêu ấy."
        said.unfounded(at, message, why, lacks=Lack.TARGET)
        return None
    if not _as_many(said, named, meant, at):
        return None
    if (named.how == "one") if met else (named.how == "every"):
        said.lowering.found.append(_two_readings(named, meant, met, at, alone))
        return None
    return TargetsAre(tuple(rule.id for rule in meant), met, _called(named), bool(named.count))


def unknown_targets(named: tree.TargetsNamed, met: bool) -> TargetsAre:
    """The condition where a complaint says that nobody knows which targets those are: the points beside it are compared all the same."""
    return TargetsAre((), met, _called(named), bool(named.count))


def _called(named: tree.TargetsNamed, *, count: bool = True, facets: bool = True) -> str:
    """“cả hai chỉ tiêu được giao về việc và về tiền”."""
    many = f"cả {_NUMERALS[named.count]} " if count and named.count is not None else ""
    which = "chỉ tiêu được giao" if named.assigned else "chỉ tiêu"
    every = "các " if not (many or named.facets or named.places or named.criteria or named.assigned) and count else ""
    places = [*(ref.written for ref in named.places), *(f"tiêu chí {number}" for number in named.criteria)]
    at = f" tại {' và '.join(places)}" if places else ""
    return f"{many}{every}{which}{' ' + ' và '.join(named.facets) if facets and named.facets else ''}{at if facets else ''}"


def _two_readings(named: tree.TargetsNamed, meant: list[_Any], met: bool, at: Span, alone: bool) -> Diagnostic:
    """“không đạt cả hai chỉ tiêu”: none of them, or not both; “đạt một trong hai”: which one is not said, nor whether both will do."""
    plain = _called(named, count=False, facets=False)
    facets = [_facet(rule) for rule in meant]
    apart = [*dict.fromkeys(facets)] if all(facets) and len(set(facets)) == len(meant) else []
    each = apart or [f"tại {cited}" for cited in dict.fromkeys(rule.place.cited() for rule in meant)]
    verb = "đạt" if met else "không đạt"
    joined = " và ".join(f"{verb} {plain} {which}" for which in each)
    if met:
        first = Way("Nếu phải đạt đủ, viết:", f"đạt {_called(named)}")
        second = Way("Nếu chỉ cần một chỉ tiêu, nói rõ chỉ tiêu nào:", f"{verb} {plain} {each[0]}")
    else:
        first = Way("Nếu chỉ cần có một chỉ tiêu không đạt, viết:", f"không đạt đủ {_called(named)}")
        how = "Nếu không đạt chỉ tiêu nào, viết ở dòng của hạng:" if alone else "Nếu không đạt chỉ tiêu nào, viết:"
        second = Way(how, f", hoặc từ … điểm trở lên nhưng {joined}" if alone else joined)
    many = f"{'một trong' if met else 'cả'} {_NUMERALS[named.count]}" if named.count else "tất cả các"
    return Diagnostic(
        code=TH635,
        message=f"“{verb} {many} chỉ tiêu” hiểu theo hai cách",
        at=Label(at),
        why="Đơn vị đạt chỉ tiêu này mà không đạt chỉ tiêu kia thì tính thế nào? Câu phải nói rõ.",
        ways=(first, second),
    )


def _named(said: Said, named: tree.TargetsNamed, every: list[_Any]) -> list[_Any] | None:
    """Those of all that is said of them; None after a complaint about a place or a criterion."""
    places = [found_place(said.lowering, said.line, ref) for ref in named.places]
    criteria = [next((each for each in said.table.criteria if each.number == number), None) for number in named.criteria]
    for number, criterion in zip(named.criteria, criteria, strict=True):
        if criterion is None or not criterion.quantities:
            message = f"tiêu chí {number} {'không có trong bảng' if criterion is None else 'không chấm theo số liệu'}"
            why = "Chỉ tiêu tại một tiêu chí là chỉ tiêu về số liệu mà tiêu chí ấy chấm."
            said.unfounded(named.span, message, why, lacks=Lack.CRITERION)
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
            message = f"kế hoạch chưa có chỉ tiêu {facet} cho {said.table.subject.name}"
            said.unfounded(at, message, "Điều kiện này dẫn đến một chỉ tiêu như vậy.", lacks=Lack.TARGET)
            return False
    tables = {(rule.subject, rule.quantity) if isinstance(rule, Target) else (rule.subject, rule.id): rule for rule in meant}
    if named.count is None or named.count == len(tables):
        return True
    listed = "; ".join(f"“{rule.text}” ({rule.place.cited()})" for rule in tables.values())
    why = f"Các chỉ tiêu đang được hiểu: {listed}. Nói rõ chỉ tiêu nào: “đạt các chỉ tiêu tại …”, “đạt các chỉ tiêu được giao”."
    lacks = Lack.TARGET if len(tables) < named.count else None
    said.unfounded(at, f"câu nói {named.count} chỉ tiêu, kế hoạch có {len(tables)}", why, lacks=lacks)
    return False
