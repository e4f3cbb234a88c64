"""“Chỉ tiêu đợt 2 cao hơn chỉ tiêu đợt 1 là 1,5 điểm phần trăm” (T8) → each of those targets once more, in the other wave."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from thads_dsl.check.awards.conditions import found_place
from thads_dsl.check.draft import Line
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.names.subjects import belongs, subject
from thads_dsl.check.scoping import wave_label
from thads_dsl.check.targets import moved_findings
from thads_dsl.check.targets.quantities import known_quantity
from thads_dsl.model.intervals import Bound, Interval
from thads_dsl.model.place import Place
from thads_dsl.model.regions import Region
from thads_dsl.model.rules import Measure, Target, Wave
from thads_dsl.model.statistics import Subject
from thads_dsl.model.units import PERCENT, number
from thads_dsl.syntax.moved_tree import MovedTargets
from thads_dsl.syntax.sentences import Sentence

_SIGNS = {"cao hơn": 1, "thấp hơn": -1}


@dataclass(frozen=True, slots=True)
class _Move:
    """One such sentence, with the labels of its waves, the places that it names and whom it is for (None: everybody)."""

    line: Line
    sentence: Sentence
    node: MovedTargets
    wave: str
    other: str
    places: tuple[Place, ...]
    who: Subject | None


def move_targets(lowering: Lowering) -> None:
    """All other targets are known; what is moved from targets that are moved themselves waits for them (“đợt 3 cao hơn đợt 2”)."""
    waiting = list(_moves(lowering))
    while ready := [move for move in waiting if not any(_rests_on(lowering, move, each) for each in waiting)]:
        for move in ready:
            _move(lowering, move)
        waiting = [move for move in waiting if move not in ready]
    lowering.found += [moved_findings.circular(move.node, move.wave) for move in waiting]


def _moves(lowering: Lowering) -> Iterator[_Move]:
    """The sentences that say of which wave, of which other one, and by how much."""
    known = {rule.label for rule in lowering.of(Wave)}
    for line in lowering.draft.lines:
        for sentence in line.sentences:
            node = sentence.statement
            if not isinstance(node, MovedTargets) or line.scope.excluding:
                continue
            wave = wave_label(node.wave) if node.wave else line.scope.wave
            complaint = moved_findings.unsound(lowering.draft, line, sentence, node, wave, known)
            if complaint is not None:
                lowering.found.append(complaint)
            elif (move := _placed(lowering, line, sentence, node, wave)) is not None:
                yield move


def _placed(lowering: Lowering, line: Line, sentence: Sentence, node: MovedTargets, wave: str) -> _Move | None:
    """The sentence with what it names; None, after a complaint, where that is not known."""
    asked = bool(node.subjects or line.scope.subjects)
    who = subject(lowering, node.subjects, line.scope, node.span) if asked else None
    places = tuple(place for ref in node.places if (place := found_place(lowering, line, ref)) is not None)
    if (asked and who is None) or len(places) < len(node.places):
        return None
    return _Move(line, sentence, node, wave, wave_label(node.other), places, who)


def _rests_on(lowering: Lowering, move: _Move, other: _Move) -> bool:
    """Whether the targets that another sentence will give may be among those that this one moves."""
    if other.wave != move.other:
        return False
    around = move.places or ((found[0],) if (found := _meant(lowering, move)) else ())
    return not around or any(place.holds(other.line.place) for place in around)


def _move(lowering: Lowering, move: _Move) -> None:
    found = _meant(lowering, move)
    if found is None:
        lowering.found.append(moved_findings.nothing_to_move(move.node, move.other))
    elif not move.node.by or all(_is_rate(lowering, rule) for rule in found[1]):
        for rule in found[1]:
            _derive(lowering, move, rule)
    else:
        rates = sorted({lowering.quantities[rule.quantity].name for rule in found[1] if _is_rate(lowering, rule)})
        lowering.found.append(moved_findings.no_rate(lowering.draft, move.line, move.sentence, move.node, move.wave, rates))


def _meant(lowering: Lowering, move: _Move) -> tuple[Place, list[Target]] | None:
    """The targets of the other wave at the named places, else in the nearest numbered item around that has any."""
    said = [rule for rule in lowering.of(Target) if rule.wave == move.other and _is_of(lowering, rule, move.node, move.line, move.who)]
    if move.places:
        inside = [rule for rule in said if any(place.holds(rule.place) for place in move.places)]
        return (move.places[0], inside) if inside else None
    steps = move.line.place.numbered().steps
    around = (Place(steps[:count]) for count in range(len(steps), -1, -1))
    return next(((place, inside) for place in around if (inside := [rule for rule in said if place.holds(rule.place)])), None)


def _is_of(lowering: Lowering, rule: Target, node: MovedTargets, line: Line, who: Subject | None) -> bool:
    """Whether a target is about what the sentence, or its context, speaks of."""
    facets = node.facets or ((line.scope.facet,) if line.scope.facet else ())
    name = node.quantity or line.scope.quantity
    same_facet = not facets or rule.facet is None or rule.facet.value in facets
    same_name = name is None or lowering.quantities[rule.quantity].name == name.canonical
    return same_facet and same_name and (who is None or _is_theirs(lowering, rule.subject, who))


def _is_theirs(lowering: Lowering, whose: Subject, who: Subject) -> bool:
    if whose.base is not who.base:
        return False
    inside = whose.any_of and all(belongs(lowering, name, who) for name in whose.any_of)
    return bool(inside) or not (who.any_of or who.none_of) or (whose.any_of, whose.none_of) == (who.any_of, who.none_of)


def _is_rate(lowering: Lowering, rule: Target) -> bool:
    """Whether points of percentage can be added to its figure; to none of “không áp dụng”, which stays what it is."""
    quantity = lowering.quantities[rule.quantity]
    return rule.goal is None or (rule.measure is Measure.VALUE and rule.against is None and quantity.unit == PERCENT)


def _derive(lowering: Lowering, move: _Move, rule: Target) -> None:
    """The same target in this wave, with its figure moved; its text says from what."""
    by = next((each for each in move.node.by if not each.facet or (rule.facet and rule.facet.value == each.facet)), None)
    figure = by.figure.value if by is not None else None if move.node.by else Fraction(100)  # “bằng chỉ tiêu đợt 1”
    if figure is None:
        lowering.found.append(moved_findings.unsaid_facet(move.node, rule.facet))
        return
    goal, told = _moved(rule, move.node.how, figure)
    if goal is not None and any(bound is not None and bound.value < 0 for bound in (goal.low, goal.high)):
        lowering.found.append(moved_findings.below_nothing(move.node, told))
        return
    header = lowering.header(move.line, move.sentence, move.wave)
    header["text"] += f" ({told})"
    for kept in (lowering.aparts, lowering.leftovers):
        if rule.id in kept:
            kept.add(header["id"])
    lowering.bands[header["id"]] = lowering.bands.get(rule.id, lowering.spans[rule.id])
    if rule.id in lowering.within:
        lowering.within[header["id"]] = lowering.within[rule.id]
    wished = rule.aspiration
    lowering.rules.append(
        replace(
            rule,
            **header,
            subject=replace(rule.subject, where=_region(lowering, rule.subject.where, move)),
            region=_region(lowering, rule.region, move),
            quantity=_key(lowering, rule.quantity, move),
            goal=goal,
            aspiration=None if wished is None else _figure(wished, move.node.how, figure),
            period=lowering.period_of(replace(move.line.scope, wave=move.wave)),
        )
    )


def _moved(rule: Target, how: str, figure: Fraction) -> tuple[Interval | None, str]:
    """The goal moved, and how it came about: “từ 79,5% + 1,5 điểm % = 81%”."""
    if rule.goal is None:
        return None, "không áp dụng, như đợt kia"
    if how == "bằng" and figure == 100:
        return rule.goal, "như đợt kia"
    low, high = (_bound(each, how, figure) for each in (rule.goal.low, rule.goal.high))
    sign = {"cao hơn": f"+ {number(figure)} điểm %", "thấp hơn": f"- {number(figure)} điểm %"}.get(how, f"× {number(figure)}%")
    return Interval(low, high), f"từ {number(rule.threshold)}% {sign} = {number(_figure(rule.threshold, how, figure))}%"


def _bound(bound: Bound | None, how: str, figure: Fraction) -> Bound | None:
    return None if bound is None else replace(bound, value=_figure(bound.value, how, figure))


def _figure(value: Fraction, how: str, figure: Fraction) -> Fraction:
    return value * figure / 100 if how == "bằng" else value + _SIGNS[how] * figure


def _region(lowering: Lowering, region: Region | None, move: _Move) -> Region | None:
    if region is None:
        return None
    boxes = tuple(tuple(replace(band, quantity=_key(lowering, band.quantity, move)) for band in box) for box in region.boxes)
    return replace(region, boxes=boxes)


def _key(lowering: Lowering, key: str, move: _Move) -> str:
    """The same statistic; one that is told by its wave is that of this wave."""
    found = lowering.quantities[key]
    return known_quantity(lowering, found.name, found.facet, move.wave).key if found.when == move.other else key
