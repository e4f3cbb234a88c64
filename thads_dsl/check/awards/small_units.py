"""“đơn vị dưới 10 người: tối đa 01 cá nhân” (A6) → another number for small units, of the kinds of units that the sentence names."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from thads_dsl.check.awards.details import above_in_item, detail_of_nothing, same_people, spoken_of, tell_of_no_number
from thads_dsl.check.awards.numbers import whole_number
from thads_dsl.check.draft import Line
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.names.subjects import belongs, one_subject, subject
from thads_dsl.check.targets.figures import band_interval
from thads_dsl.diagnostics import Diagnostic, Way
from thads_dsl.model.award_places import SmallUnits
from thads_dsl.model.rules import Quota
from thads_dsl.model.statistics import Base, Subject
from thads_dsl.model.units import Unit
from thads_dsl.source import Span, canonical
from thads_dsl.syntax import award_tree

_PEOPLE = (Base.INDIVIDUAL.value, "người")
_EVERY_UNIT = "đơn vị"
_WHY_SAME = "Mức riêng của đơn vị ít người thay cho số lượng ở trên, nên phải cho cùng đối tượng với số lượng ấy."
_WHY_KIND = "Mức riêng của đơn vị ít người thay cho số lượng ở trên, nên phải là của đơn vị loại mà số lượng ấy tính theo."


def small_units(lowering: Lowering, line: Line, node: award_tree.SmallUnits) -> None:
    """As a sentence of its own: of the nearest number per unit above it, with those beside it for other kinds of units."""
    own = [each for each in lowering.of(Quota) if each.place.numbered() == line.place.numbered()]
    meant = [each for each in (above_in_item(lowering, line) if own else spoken_of(lowering, line, _by_unit)) if _by_unit(each)]
    fitting = [each for each in meant if _base(node) in (None, each.subject.base)] or meant
    if fitting:
        in_small_units(lowering, line, [each for each in fitting if _alike(each, fitting[-1])], node)
    else:
        tell_of_no_number(lowering, line, node, _by_unit, "phía trên chưa có số lượng tính theo từng đơn vị")


def in_small_units(lowering: Lowering, line: Line, rules: Sequence[Quota], node: award_tree.SmallUnits) -> None:
    """The same of some numbers per unit; one for units of more kinds than the sentence names becomes two rules."""
    units, made = one_subject(lowering, node.units), _made(lowering, node)
    if units is None or made is None:
        return
    if rules and (other := _other_people(lowering, line, rules[0], node)) is not None:
        lowering.found.append(other)
    elif (apart := _of_no_such_units(lowering, line, rules, units, node)) is not None:
        lowering.found.append(apart)
    else:
        for rule in rules:
            _take(lowering, rule, _inside(lowering, rule, units), made)


def _by_unit(quota: Quota) -> bool:
    return bool(quota.per_unit) and not quota.together


def _alike(one: Quota, other: Quota) -> bool:
    """Numbers that differ in the kinds of units alone: a sentence about small units speaks of either."""
    return (one.wave, one.award) == (other.wave, other.award) and same_people(one.subject, other.subject)


def _base(node: award_tree.SmallUnits) -> Base | None:
    unit = node.limit.figure.unit
    return Base.INDIVIDUAL if unit in _PEOPLE else Base.COLLECTIVE if unit == Base.COLLECTIVE.value else None


def _made(lowering: Lowering, node: award_tree.SmallUnits) -> SmallUnits | None:
    people = lowering.take(band_interval(node.people, Unit("người"), ()))
    limit = whole_number(lowering, node.limit.figure)
    return None if people is None or limit is None else SmallUnits(people, limit, canonical(node.people.written))


def _inside(lowering: Lowering, rule: Quota, units: Subject) -> tuple[str, ...]:
    """The kinds in which a number counts that the sentence names; “đơn vị” names all of them."""
    every = not (units.any_of or units.none_of or units.where)
    return tuple(kind for kind in rule.per_unit if every or belongs(lowering, kind, units))


def _take(lowering: Lowering, rule: Quota, kinds: tuple[str, ...], made: SmallUnits) -> None:
    """The number with that of small units where it counts in such units alone, else apart for them and for the others."""
    if not kinds:
        return
    at = lowering.rules.index(rule)
    told = replace(rule, small_units=(*rule.small_units, made))
    if kinds == rule.per_unit:
        lowering.rules[at] = told
        return
    others = tuple(kind for kind in rule.per_unit if kind not in kinds)
    rest = replace(rule, id=lowering.part_of(rule), per_unit=others)
    lowering.rules[at : at + 1] = [replace(told, per_unit=kinds), rest]


# ---- what the sentence cannot mean


def _other_people(lowering: Lowering, line: Line, rule: Quota, node: award_tree.SmallUnits) -> Diagnostic | None:
    """“đơn vị dưới 10 người: 01 Chấp hành viên” of a number for anybody: the number of small units would be for others."""
    counted, base = node.limit, _base(node)
    named = subject(lowering, (counted.subject,), line.scope, counted.span) if counted.subject is not None else None
    if named is None and counted.subject is not None:
        return None  # complained of where it is named
    same = named is None or not named.any_of or same_people(named, rule.subject)
    if same and (base is rule.subject.base or not counted.figure.unit):
        return None
    told = detail_of_nothing(counted, f"số lượng ở trên là cho {rule.subject.name}, mức riêng này lại cho đối tượng khác")
    number = counted.figure.written
    plain_number = number if base is rule.subject.base else f"{number.split()[0]} {rule.subject.base.value}"
    line_as = _with(lowering, line, counted.span, plain_number)
    return replace(told, why=_WHY_SAME, ways=(Way(f"Nếu là cho {rule.subject.name}, viết:", line_as),))


def _of_no_such_units(
    lowering: Lowering, line: Line, rules: Sequence[Quota], units: Subject, node: award_tree.SmallUnits
) -> Diagnostic | None:
    """Units among those of a kind in which a number counts, or none of those: no rule could hold for them alone."""
    kinds = dict.fromkeys(kind for rule in rules for kind in rule.per_unit)
    within = tuple(kind for kind in kinds if any(belongs(lowering, name, Subject(kind, Base.COLLECTIVE, (kind,))) for name in units.any_of))
    narrowed = bool(units.none_of or units.where) or any(name not in kinds for name in units.any_of if within)
    if not narrowed and any(_inside(lowering, rule, units) for rule in rules):
        return None
    named = canonical(lowering.draft.source.quote(node.units.span))
    message = f"số lượng ở trên tính theo {', '.join(kinds)}, không tính riêng cho {named}"
    return replace(detail_of_nothing(node, message), why=_WHY_KIND, ways=tuple(_said_of(lowering, line, node, within)))


def _said_of(lowering: Lowering, line: Line, node: award_tree.SmallUnits, kinds: Sequence[str]) -> Iterator[Way]:
    for name in (*kinds, _EVERY_UNIT):
        yield Way(f"Nếu mức này là của mọi {name}, viết:", _with(lowering, line, node.units.span, name))


def _with(lowering: Lowering, line: Line, at: Span, words: str) -> str:
    """The line with other words at one place."""
    whole, old = canonical(line.item.text.text), canonical(lowering.draft.source.quote(at))
    start = whole.rfind(old, 0, line.item.text.columns.index(at.end) + 1 if at.end in line.item.text.columns else None)
    words = words[:1].upper() + words[1:] if old[:1].isupper() else words
    return f"{line.item.marker} {whole[:start]}{words}{whole[start + len(old) :]}".strip()
