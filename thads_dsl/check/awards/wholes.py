"""What is said of all numbers above together: how many they come to (A3), and of what the chosen are made up (A6)."""

from collections.abc import Sequence
from dataclasses import replace

from thads_dsl.check.awards.compositions import compositions, stray_name
from thads_dsl.check.awards.details import (
    NO_QUOTA,
    above_in_item,
    detail_of_nothing,
    nearest_above,
    same_people,
    tell_of_no_number,
    units_only,
)
from thads_dsl.check.draft import Line
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.names.subjects import by_base, one_subject
from thads_dsl.model.award_places import Composition
from thads_dsl.model.rules import Quota
from thads_dsl.model.statistics import Base, Subject
from thads_dsl.syntax import award_tree
from thads_dsl.syntax.sentences import Sentence


def cap_of_all(lowering: Lowering, start: int) -> None:
    """A3: the numbers from `start` on are counted over all whom numbers above them choose, where there are such numbers."""
    for at, rule in enumerate(lowering.rules[start:], start):
        if isinstance(rule, Quota) and not rule.together:
            above = [each for each in lowering.rules[:start] if isinstance(each, Quota) and _part_of(lowering, each, rule)]
            if len(above) > 1 or any(same_people(each.subject, rule.subject) for each in above):
                lowering.rules[at] = replace(rule, after=(*rule.after, *(each.id for each in above)))


def _part_of(lowering: Lowering, number: Quota, whole: Quota) -> bool:
    """Whether whom a number chooses are among those of a whole: the same, or some of all units or people."""
    alike = number.subject.base is whole.subject.base and (number.wave, number.award) == (whole.wave, whole.award)
    everybody = same_people(whole.subject, units_only(lowering, Subject("", whole.subject.base)))
    own = number.id not in lowering.next_levels and not number.by_authority and not number.of_all
    return alike and own and (everybody or same_people(number.subject, whole.subject))


def made_up(lowering: Lowering, parts: Sequence[award_tree.Composition], wave: str) -> tuple[Composition, ...]:
    """The parts of a composition, and a complaint about a name that is of none of them."""
    if (stray := stray_name(parts)) is not None:
        lowering.found.append(detail_of_nothing(stray, "tên này chưa rõ ít nhất hay không quá bao nhiêu"))
    return compositions(lowering, parts, wave)


def made_up_of(lowering: Lowering, line: Line, sentence: Sentence, node: award_tree.Compositions) -> None:
    """A6: of what the chosen of the nearest number above it are made up."""
    if any(part.of_all for part in node.parts):
        own = replace(line, scope=replace(line.scope, wave=lowering.wave_of(line, sentence)))
        here = dict.fromkeys(each.subject.base for each in above_in_item(lowering, line))
        for base in here:
            race_of_all(lowering, own, sentence, base, "", node.parts)
        if not here:
            lowering.found.append(detail_of_nothing(node, NO_QUOTA))
        return
    bases = by_base(lowering, [name for part in node.parts for name in part.subjects])

    def wanted(each: Quota) -> bool:
        return not each.unlimited and each.subject.base in bases

    above = nearest_above(lowering, line, wanted)
    if above is None:
        tell_of_no_number(lowering, line, node, wanted, NO_QUOTA)
        return
    lowering.rules[above[0]] = replace(above[1], compositions=above[1].compositions + made_up(lowering, node.parts, line.scope.wave))


def made_up_whole(lowering: Lowering, line: Line, sentence: Sentence, node: award_tree.MadeUpWhole) -> None:
    """A6: of what all who are chosen by the numbers above are made up."""
    who = one_subject(lowering, node.who or node.parts[0].subjects[0])
    if who is None:
        return
    award = node.award.canonical if node.award else ""
    line = replace(line, scope=replace(line.scope, wave=lowering.wave_of(line, sentence)))
    if not race_of_all(lowering, line, sentence, who.base, award, node.parts):
        lowering.found.append(detail_of_nothing(node, NO_QUOTA))


def race_of_all(
    lowering: Lowering, line: Line, sentence: Sentence, base: Base, award: str, parts: Sequence[award_tree.Composition]
) -> bool:
    """A race without a limit among those who got a place, for each wave and award; False where there is no number above."""
    award, wave = award or line.scope.award, line.scope.wave
    above = [
        each
        for each in lowering.of(Quota)
        if each.subject.base is base and each.id not in lowering.next_levels and not each.by_authority and not each.of_all
        if not award or each.award in ("", award)
        if not wave or each.wave == wave
    ]
    for wave, award in dict.fromkeys((each.wave, each.award) for each in above):
        own = replace(line, scope=replace(line.scope, wave=wave))
        asked = tuple(part for part in made_up(lowering, parts, wave) if part.subject.base is base)
        header = lowering.header(own, sentence)
        after = tuple(each.id for each in above if (each.wave, each.award) == (wave, award))
        who = units_only(lowering, Subject(base.value, base))
        if asked:
            whole = Quota(
                **header, subject=who, limit=None, per_unit=(), council_chooses=False, compositions=asked, award=award, after=after
            )
            lowering.rules.append(whole)
    return bool(above)
