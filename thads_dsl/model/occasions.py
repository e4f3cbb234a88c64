"""When and for what a plan has somebody proposed: for each wave, and each award that has standards of its own, by itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from thads_dsl.model.plan import Plan
from thads_dsl.model.rules import BothStandards, Exclusion, QualifiesFor, Quota, Rule, Standard, leaves
from thads_dsl.model.statistics import Subject


@dataclass(frozen=True, slots=True)
class Occasion:
    """One time that the council sits on one award; an empty `award` is every award there is, an empty `wave` the whole campaign."""

    award: str = ""
    wave: str = ""

    @property
    def title(self) -> str:
        """“Giấy khen, đợt 1”; empty where there is only one occasion."""
        return ", ".join(part for part in (self.award, self.wave) if part)

    def takes(self, rule: Rule) -> bool:
        """Whether a rule that is no standard and no quota counts here: one of this wave, or of the whole campaign, and of this award."""
        other = isinstance(rule, Exclusion | BothStandards) and self.award and not same_award(rule.award, self.award)
        return not other and (not self.wave or rule.wave in ("", self.wave))


WHOLE = Occasion()


def occasions(plan: Plan) -> tuple[Occasion, ...]:
    """Every occasion of a plan, wave by wave, awards in the order of their standards."""
    return tuple(Occasion(award, wave) for wave in _waves(plan) for award in _awards(plan, wave))


def standards_of(plan: Plan, occasion: Occasion) -> tuple[Standard, ...]:
    """The standards that decide on an occasion."""
    return tuple(each for each in plan.standards if each.wave == occasion.wave and occasion.award in ("", each.award))


def standards_asked(plan: Plan, rule: QualifiesFor) -> tuple[Standard, ...]:
    """The standards of the award that a condition asks for: of its wave, else of the whole campaign."""
    return standards_of(plan, Occasion(rule.award, rule.wave)) or standards_of(plan, Occasion(rule.award))


def awards_asked(plan: Plan, award: str) -> frozenset[str]:
    """An award, and all that its standards ask for (“đủ điều kiện tặng Giấy khen”)."""
    found = {award}
    while more := {each for standard in plan.standards if standard.award in found for each in _asked(standard)} - found:
        found |= more
    return frozenset(found)


def _asked(standard: Standard) -> Iterator[str]:
    return (each.award for each in leaves(standard.conditions) if isinstance(each, QualifiesFor))


def targets_of(plan: Plan, occasion: Occasion) -> frozenset[str]:
    """The ids of the targets that count on an occasion: those of the plan and of what is asked there, in its wave."""
    awards = awards_asked(plan, occasion.award)
    asked = (each for each in plan.targets if not each.award or not occasion.award or each.award in awards)
    return frozenset(rule.id for rule in (*asked, *plan.judged_targets) if occasion.takes(rule))


def quotas_of(plan: Plan, occasion: Occasion) -> tuple[Quota, ...]:
    """The quotas that are for an occasion. One for an award without standards is for what it is chosen from."""
    known = {each.award for each in plan.standards}
    found: list[Quota] = []
    for quota in plan.quotas:
        mine = not occasion.award or same_award(quota.award, occasion.award)
        follows = not any(same_award(quota.award, each) for each in known) and any(each.id in quota.after for each in found)
        if quota.wave == occasion.wave and (mine or follows):
            found.append(quota)
    return tuple(found)


def barring(plan: Plan, quota: Quota) -> tuple[Exclusion, ...]:
    """Who is left out of the award of a quota alone, where that award has no standards, and so no occasion, of its own."""
    if not quota.award or any(same_award(quota.award, each.award) for each in plan.standards):
        return ()
    wave = Occasion(wave=quota.wave)
    return tuple(each for each in plan.exclusions if each.award and same_award(each.award, quota.award) and wave.takes(each))


def in_turn(plan: Plan) -> tuple[Occasion, ...]:
    """Occasions in the order in which they are decided: those whose numbers stand first, since others may choose among them."""
    position = {quota.id: index for index, quota in enumerate(plan.quotas)}
    last = len(position)

    def first(occasion: Occasion) -> int:
        return min((position[quota.id] for quota in quotas_of(plan, occasion)), default=last)

    return tuple(sorted(occasions(plan), key=first))


def same_award(one: str, other: str) -> bool:
    """“Giấy khen” and “Giấy khen của Cục trưởng” are the same; no name is any award's."""
    return one.casefold().startswith(other.casefold()) or other.casefold().startswith(one.casefold())


def _waves(plan: Plan) -> tuple[str, ...]:
    """The waves in which somebody is proposed, then the whole campaign if it has standards too, or there are no waves."""
    said = {each.wave for each in (*plan.standards, *plan.quotas)}
    waves = tuple(wave.label for wave in plan.waves if wave.label in said)
    return waves if waves and all(each.wave for each in plan.standards) else (*waves, "")


def _awards(plan: Plan, wave: str) -> tuple[str, ...]:
    """The awards of a wave, if somebody may be measured by the standards of two, or is left out of one; else one is enough for all.

    Without standards there is nothing to tell awards apart by, and yet all that is said of somebody has to be shown.
    """
    standards = [each for each in plan.standards if each.wave == wave]
    several = len({each.award for each in standards}) > 1
    named = any(each.award for each in plan.exclusions) or (several and any(each.award for each in plan.both_standards))
    apart = named or any(one.award != other.award and _meet(one.subject, other.subject) for one, other in combinations(standards, 2))
    return tuple(dict.fromkeys(each.award for each in standards)) if standards and apart else ("",)


def _meet(one: Subject, other: Subject) -> bool:
    """Whether a row may be both, as far as the names tell."""
    return one.base is other.base and (not one.any_of or not other.any_of or _share(one.any_of, other.any_of))


def _share(one: Iterable[str], other: Iterable[str]) -> bool:
    return not set(one).isdisjoint(other)
