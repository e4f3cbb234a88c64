"""Condition sentences (C) and judgments → conditions of awards."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from thads_dsl.check.awards.standards import award_meant, wrong_count
from thads_dsl.check.draft import Draft, Line
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.names.subjects import alone, belongs, subject, united
from thads_dsl.check.times.periods import awards_by_wave
from thads_dsl.check.times.windows import disciplined
from thads_dsl.diagnostics import Diagnostic, Label, Lack, Way
from thads_dsl.diagnostics.codes import TH205
from thads_dsl.model.place import Place
from thads_dsl.model.rules import (
    BothStandards,
    ByAuthority,
    Condition,
    Judged,
    JudgedTarget,
    NotDisciplined,
    QualifiesFor,
    Target,
    TargetsMet,
    Wave,
    Whose,
)
from thads_dsl.model.statistics import Base, Subject
from thads_dsl.source import Span, canonical
from thads_dsl.syntax import condition_tree, tree
from thads_dsl.syntax.sentences import Sentence, unjoined

Targets = tuple[Target | JudgedTarget, ...]
_WAVE_NAMED = re.compile(r"^(?:riêng |trong |ở )*đợt (?P<number>\d+)\s*[,:]|\((?:riêng |trong |ở )*đợt (?P<behind>\d+)\)$", re.IGNORECASE)


def judged_conditions(lowering: Lowering, line: Line, sentence: Sentence, judgment: str) -> list[Condition]:
    """A condition that the council judges, in the wave that its words name: “Riêng đợt 2, có sáng kiến”."""
    if not line.scope.wave and (named := _WAVE_NAMED.search(judgment)):
        label = f"đợt {named['number'] or named['behind']}"
        if any(rule.label == label for rule in lowering.of(Wave)):
            line = replace(line, scope=replace(line.scope, wave=label))
    return [Judged(**lowering.header(line, sentence), judgment=_of_wave(line, judgment))]


def judged_target(lowering: Lowering, line: Line, sentence: Sentence, judgment: str) -> None:
    """A target without figures, for the subject of its context."""
    who = subject(lowering, (), line.scope, sentence.passage.span())
    if who is not None:
        lowering.rules.append(JudgedTarget(**lowering.header(line, sentence), subject=who, judgment=_of_wave(line, judgment)))


def _of_wave(line: Line, judgment: str) -> str:
    """The council judges each wave by itself, whatever the words."""
    wave = line.scope.wave
    return f"{judgment} ({wave})" if wave and wave not in judgment.casefold() else judgment


def not_disciplined(lowering: Lowering, line: Line, sentence: Sentence, node: condition_tree.NotDisciplined) -> list[Condition]:
    """“Không A hoặc bị kỷ luật …”: neither of the two; A is judged by the council."""
    whose = Whose.MEMBERS if node.members else Whose.OWN
    conditions: list[Condition] = []
    if node.event is not None:
        who = "không có cá nhân thuộc đơn vị" if node.members else "không"
        judgment = f"{who} {node.event.canonical}"
        conditions += judged_conditions(lowering, line, sentence, judgment[0].upper() + judgment[1:])
    said, looks = disciplined(lowering, line.scope, node.form, node.window)
    condition = NotDisciplined(**lowering.header(line, sentence), **looks, whose=whose, people=lowering.people(node.members))
    lowering.windows[condition.id] = said
    return [*conditions, condition]


def targets_met(lowering: Lowering, line: Line, sentence: Sentence, node: condition_tree.TargetsMet) -> list[Condition]:
    """“đạt các chỉ tiêu [về …] [tại …]”: those of the named places and facets that are for subjects of this base."""
    who = subject(lowering, (), line.scope, node.span)
    if who is None:
        return []
    among = _of_those(lowering, line, node, who)
    if among is None:
        return []
    meant = _targets_named(lowering, line, node, who, among)
    required = _of_the_facets(_targets_named(lowering, line, node.required, who, meant), node.required) if node.required else ()
    if not meant or (node.required and not required):
        return []
    if node.some is not None:
        counts = sorted(set(_counts(meant, apart=not line.scope.wave and awards_by_wave(lowering))))
        if counts != [node.some.n] or not 0 < node.some.k <= node.some.n:
            found = next((count for count in counts if count != node.some.n), node.some.n)
            lowering.found.append(wrong_count(node.some, found, "mỗi đối tượng có {} chỉ tiêu ở đó"))
            return []
    return [
        TargetsMet(
            **lowering.header(line, sentence),
            targets=tuple(rule.id for rule in meant),
            least=node.some.k if node.some and (node.some.k < node.some.n or node.some.exactly) else None,
            exactly=node.some is not None and node.some.exactly,
            required=tuple(rule.id for rule in required),
        )
    ]


def _of_those(lowering: Lowering, line: Line, node: condition_tree.TargetsMet, who: Subject) -> Targets | None:
    """“Chấp hành viên đạt các chỉ tiêu …”: the targets that are for them alone; None, after a complaint, where some are for others too."""
    every: Targets = (*lowering.plan_targets(award_meant(lowering.draft, line.scope)), *lowering.of(JudgedTarget))
    if not node.subjects:
        return every
    named = united(lowering, node.subjects, line.scope.wave)
    if named is None:
        return None
    if (named.base, named.any_of, named.none_of) in ((who.base, who.any_of, who.none_of), (who.base, (), ())):
        return every
    places = [place for ref in node.places if (place := found_place(lowering, line, ref)) is not None]
    meant = [rule for rule in every if _meant(rule, named.base, node.facets, places) and rule.subject.none_of == named.none_of]
    inside = {rule.id: [belongs(lowering, name, named) for name in rule.subject.any_of] for rule in meant}
    shared = next((rule for rule in meant if not inside[rule.id] or (any(inside[rule.id]) and not all(inside[rule.id]))), None)
    if shared is not None or named.base is not who.base:
        lowering.found.append(_not_theirs(node, named, shared.subject if shared is not None else who))
        return None
    return tuple(rule for rule in meant if all(inside[rule.id]))


def _not_theirs(node: condition_tree.TargetsMet, named: Subject, whose: Subject) -> Diagnostic:
    where = " và ".join(place.written for place in node.places)
    return Diagnostic(
        code=TH205,
        message=f"{where or 'kế hoạch'} có chỉ tiêu của {whose.name}, không riêng của {named.name}",
        at=Label(node.span),
        why="Điều kiện của riêng một loại chỉ dẫn được đến chỉ tiêu của riêng loại ấy.",
        ways=(Way("Nếu ai cũng phải đạt chỉ tiêu của mình ở đó:", f"Đạt các chỉ tiêu{f' tại {where}' if where else ''}"),),
    )


def _targets_named(lowering: Lowering, line: Line, node: condition_tree.TargetsMet, who: Subject, among: Targets) -> Targets:
    """Those of the named places and facets that are for subjects of this base; a complaint where there are none."""
    places = [place for ref in node.places if (place := found_place(lowering, line, ref)) is not None]
    if len(places) < len(node.places):
        return ()
    found = _of_its_wave(line, tuple(rule for rule in among if _meant(rule, who.base, node.facets, places)))
    if not found:
        lowering.found.append(_no_targets(node, who))
    return found


def _of_the_facets(targets: Targets, node: condition_tree.TargetsMet) -> Targets:
    """Of the targets that must be among those met: “chỉ tiêu về việc” sets them apart from targets that have no facet."""
    own = tuple(rule for rule in targets if isinstance(rule, Target) and rule.facet and rule.facet.value in node.facets)
    return own or targets


def _of_its_wave(line: Line, targets: Targets) -> Targets:
    """Of lines that say a target for several waves, a standard of a wave means the target of that one."""
    own = {rule.line for rule in targets if rule.wave == line.scope.wave}
    return tuple(rule for rule in targets if not line.scope.wave or rule.wave in ("", line.scope.wave) or rule.line not in own)


def _counts(targets: Targets, apart: bool) -> Iterator[int]:
    """How many results a subject has on these targets, for each of the subjects that they speak of: one for each table.

    `apart`: in each wave, since each is decided by itself.
    """
    labels = {rule.wave for rule in targets if rule.wave} if apart else set()
    for wave in labels or {""}:
        mine = [rule for rule in targets if not wave or rule.wave in ("", wave)]
        tables = {(rule.subject, rule.quantity) if isinstance(rule, Target) else (rule.subject, rule.id) for rule in mine}
        for who in {named for named, _ in tables}:
            yield sum(1 for other, _ in tables if other == who or not (other.any_of or other.none_of))


def _meant(rule: object, base: Base, facets: tuple[str, ...], places: list[Place]) -> bool:
    if not isinstance(rule, Target | JudgedTarget) or rule.subject.base is not base:
        return False
    facet = rule.facet.value if isinstance(rule, Target) and rule.facet else ""
    return (not facets or not facet or facet in facets) and (not places or any(place.holds(rule.place) for place in places))


def _no_targets(node: condition_tree.TargetsMet, who: Subject) -> Diagnostic:
    where = ", ".join(place.written for place in node.places) or "kế hoạch"
    whom = " và ".join(each.name.canonical for each in node.subjects)
    return Diagnostic(
        code=TH205,
        message=f"{where} không có chỉ tiêu nào cho {whom or who.base.value}",
        at=Label(node.span),
        why="Một điều kiện “đạt các chỉ tiêu” phải dẫn đến chỗ có chỉ tiêu, nếu không thì ai cũng đạt.",
        lacks=Lack.TARGET,
    )


def found_place(lowering: Lowering, line: Line, ref: tree.PlaceRef) -> Place | None:
    """The place that a reference in a line names, the one of its own section before others; a complaint where there is not one."""
    named = places_named(lowering.draft, ref.steps)
    own = [place for place in named if place.steps[:1] == line.place.steps[:1]]
    if len(found := own if len(named) > 1 else named) == 1:
        return found[0]
    lowering.found.append(not_one_place(ref.written, named, ref.span))
    return None


def not_one_place(written: str, named: Sequence[Place], at: Span) -> Diagnostic:
    """A reference to a place that is not there, or to one of several."""
    several = f"“{written}” có ở {' và ở '.join(place.cited() for place in named)}"
    return Diagnostic(
        code=TH205,
        message=several if named else f"“{written}” không có trong kế hoạch",
        at=Label(at),
        why="Dẫn một chỗ theo thứ tự trong văn bản, ví dụ “điểm 3.1 mục III”, hoặc viết ngắn “III.3.1”.",
    )


def places_named(draft: Draft, steps: tuple[str, ...]) -> list[Place]:
    """The outermost places of the plan whose markers end in these."""
    found = [place for place in {line.place for line in draft.lines if line.item.marker} if place.meant_by(steps)]
    least = min((len(place.steps) for place in found), default=0)
    return sorted((place for place in found if len(place.steps) == least), key=lambda place: place.steps)


def by_authority(lowering: Lowering, line: Line, sentence: Sentence) -> list[Condition]:
    """C9 among conditions: nothing is computed."""
    return [ByAuthority(**lowering.header(line, sentence))]


def both_standards(lowering: Lowering, line: Line, sentence: Sentence, node: condition_tree.BothStandards) -> None:
    """C6: the standards of individuals for the head, those of collectives for the unit."""
    who = alone(lowering, node.subject)
    if who is not None:
        award = node.awards[0].canonical if node.awards else ""
        rule = BothStandards(**lowering.header(line, sentence), subject=who, award=award, qualifying=node.qualifying)
        lowering.rules.append(rule)


def qualifies(lowering: Lowering, line: Line, sentence: Sentence, node: condition_tree.Qualifies) -> list[Condition]:
    """“đủ điều kiện tặng Giấy khen”: the standards of that award are a condition of this one."""
    return [QualifiesFor(**lowering.header(line, sentence), award=node.wanted.canonical)]


def whole_judgment(line: Line) -> tuple[Sentence, str]:
    """All words of an item after its context, as one sentence; and as what the council judges, for its column and the reports."""
    text = line.restated.text
    start = text.text.find(line.read.sentences[0].passage.text) if line.read.context else 0
    passage = unjoined(text.cut(start, len(text.text.rstrip(" .;,:/"))))
    return Sentence(passage, (), None), canonical(passage.text)
