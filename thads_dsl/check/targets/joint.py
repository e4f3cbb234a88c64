"""Rows for several kinds at once (“Chi cục THADS và Phòng chuyên môn có …”) beside rows for one of these alone."""

from collections import defaultdict
from dataclasses import replace
from itertools import combinations

from thads_dsl.check.lowering import Lowering
from thads_dsl.model.rules import Target
from thads_dsl.model.statistics import Subject


def divide_joint(lowering: Lowering) -> None:
    """Makes such a row one row for each of those that other rows of its table are for: the bands of each kind are closed by themselves."""
    targets = lowering.of(Target)
    tables = defaultdict[tuple[object, ...], list[Target]](list)
    for rule in targets:
        if rule.subject.any_of and (rule.region is not None or rule.id in lowering.leftovers) and rule.id not in lowering.aparts:
            tables[_table(rule)].append(rule)
    for rule in targets:
        if rule.region is None or len(rule.subject.any_of) < 2:
            continue
        alone = dict.fromkeys(each.subject for each in tables[_table(rule)] if _is_part(each.subject, rule.subject))
        if not alone or any(set(one.any_of) & set(two.any_of) for one, two in combinations(alone, 2)):
            continue
        left = tuple(name for name in rule.subject.any_of if not any(name in each.any_of for each in alone))
        whom = [*alone, *([replace(rule.subject, name=" và ".join(left), any_of=left)] if left else [])]
        at = lowering.rules.index(rule)
        lowering.rules[at : at + 1] = [_for(lowering, rule, who, first=who is whom[0]) for who in whom]


def _is_part(part: Subject, whole: Subject) -> bool:
    """Whether a row is for some of those whom another row is for."""
    return set(part.any_of) < set(whole.any_of) and part.none_of == whole.none_of and part.base is whole.base


def _table(rule: Target) -> tuple[object, ...]:
    """Whose bands go on in whose."""
    return rule.quantity, rule.measure, rule.against, rule.period, rule.award, rule.wave


def _for(lowering: Lowering, rule: Target, who: Subject, *, first: bool) -> Target:
    id = rule.id if first else lowering.twin(rule)
    lowering.joint[id] = rule.subject.name
    return replace(rule, id=id, subject=who)
