"""Sentences of numbers of awards (A2–A7, C9) → quotas."""

from dataclasses import dataclass, field, replace

from thads_dsl.check.awards.details import detail_of_nothing, units_only
from thads_dsl.check.awards.next_level import next_level
from thads_dsl.check.awards.numbers import comes_to, whole_number
from thads_dsl.check.awards.once import settle_each
from thads_dsl.check.awards.orders import OTHERS_PREFERRED, Key, order_behind, some_preferred
from thads_dsl.check.awards.rounding import Unsaid, up_from_said
from thads_dsl.check.awards.small_units import in_small_units
from thads_dsl.check.awards.wholes import cap_of_all, made_up, race_of_all
from thads_dsl.check.draft import Line
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.names.subjects import one_subject, subject
from thads_dsl.check.targets.figures import exact, people_of_units, wrong_award_unit
from thads_dsl.model.award_places import Composition, Share
from thads_dsl.model.rules import Quota
from thads_dsl.model.statistics import Base, Subject
from thads_dsl.model.units import PERCENT
from thads_dsl.source import canonical
from thads_dsl.syntax import award_tree, condition_tree, tree
from thads_dsl.syntax.sentences import Sentence

_BASES = {base.value: base for base in Base}


@dataclass(slots=True)
class _Said:
    """What stands behind a number of awards."""

    council: bool = False
    ranking: list[Key] = field(default_factory=list)  # each key with whom it is for
    rounding: award_tree.Rounding | None = None
    small: list[award_tree.SmallUnits] = field(default_factory=list)
    parts: list[award_tree.Composition] = field(default_factory=list)
    compositions: tuple[Composition, ...] = ()
    whole: list[award_tree.Composition] = field(default_factory=list)  # those of all chosen, in whichever unit
    award: str = ""
    mixed: bool = False  # units and people are counted in the same sentence
    units: tuple[tree.Subject, ...] = ()  # “tính chung các Phòng”
    chosen: list[award_tree.Chosen] = field(default_factory=list)


def quota(lowering: Lowering, line: Line, sentence: Sentence, node: award_tree.Quota) -> None:
    """A2–A5 with A6 and A7: one rule for each number, and for each whole that it is counted in."""
    if node.share is not None and node.share.of:
        return  # two readings: a rule complains
    if node.whole is not None and not comes_to(lowering, node, node.whole):
        return
    if len(each_award := _by_award(node)) > 1:
        for own in each_award:
            quota(lowering, line, sentence, own)
        return
    settle_each(lowering, node)
    whom = node.whom or line.scope.subjects
    line = replace(line, scope=replace(line.scope, wave=lowering.wave_of(line, sentence), subjects=whom))
    said = _tails(lowering, line, node)
    if said is None:
        return
    said.mixed = len({counted.figure.unit or (counted.subject and counted.subject.name.canonical) for counted in node.counted}) > 1
    before = len(lowering.rules)
    if len(_awards(line, sentence, node)) > 1:
        lowering.found.append(detail_of_nothing(node, "câu này nêu hai hình thức khen thưởng; mỗi hình thức viết thành một câu"))
        return
    if said.units and (node.per or (node.share and node.share.each)):
        lowering.found.append(detail_of_nothing(node, "câu này vừa tính riêng từng đơn vị vừa tính chung"))
        return
    if node.share is not None:
        _by_share(lowering, line, sentence, node, node.share, said)
    elif not node.counted:
        who = subject(lowering, (), line.scope, node.span)
        if who is not None:
            lowering.rules.append(_made(lowering, line, sentence, who, said))
    elif said.rounding is not None:
        lowering.found.append(detail_of_nothing(said.rounding, "con số này đã là số nguyên, không có gì để làm tròn"))
    else:
        for counted in node.counted:
            _by_number(lowering, line, sentence, node, counted, said)
    for small in said.small:
        by_unit = [each for each in lowering.rules[before:] if isinstance(each, Quota) and each.per_unit]
        if by_unit:
            in_small_units(lowering, line, by_unit, small)
    if node.of_all:
        cap_of_all(lowering, before)
    rules = [rule for rule in lowering.rules[before:] if isinstance(rule, Quota)]
    made = [rule.subject.base for rule in rules]
    lowering.found += (each for tail in node.tails for each in some_preferred(lowering, tail, rules))
    if made and any(bases.isdisjoint(made) for _, bases in said.ranking):
        lowering.found.append(detail_of_nothing(node, OTHERS_PREFERRED))
    for base in dict.fromkeys(made) if said.whole else ():
        race_of_all(lowering, line, sentence, base, said.award, said.whole)
    for chosen in said.chosen:
        next_level(lowering, line, sentence, chosen)


def _awards(line: Line, sentence: Sentence, node: award_tree.Quota) -> set[str]:
    """The awards that a number says it is for; the first one of a line also before its colon."""
    head = line.read.context.statement if line.read.context is not None and sentence is line.read.sentences[0] else None
    given = {tail.award.canonical for tail in node.tails if isinstance(tail, award_tree.GivenAward)}
    return given | ({head.award.canonical} if given and isinstance(head, award_tree.ForAward) else set())


def _by_award(node: award_tree.Quota) -> tuple[award_tree.Quota, ...]:
    """“Tặng 10 Giấy khen cho cá nhân và 02 Bằng khen cho cá nhân” as one number after the other; what stands behind them is of each."""
    given = [tail for tail in node.tails if isinstance(tail, award_tree.GivenAward)]
    if not node.by_award or len(given) != len(node.counted) or len({award.award.canonical for award in given}) < 2:
        return (node,)
    others = tuple(tail for tail in node.tails if not isinstance(tail, award_tree.GivenAward))
    return tuple(replace(node, counted=(each,), tails=(award, *others)) for each, award in zip(node.counted, given, strict=True))


def _by_number(
    lowering: Lowering, line: Line, sentence: Sentence, node: award_tree.Quota, counted: award_tree.Counted, said: _Said
) -> None:
    limit = whole_number(lowering, counted.figure)
    who = _counted_subject(lowering, line, counted, alone=len(node.counted) == 1 and not node.per, placed=bool(node.per or said.units))
    if limit is None or who is None:
        return
    per_unit = _kinds(lowering, node.per or said.units)
    if said.small and not node.per:
        lowering.found.append(
            detail_of_nothing(node, "số lượng này không tính theo từng đơn vị, nên không có mức riêng cho đơn vị ít người")
        )
        return
    lowering.rules.append(_made(lowering, line, sentence, who, said, limit=limit, per_unit=per_unit))


def _by_share(lowering: Lowering, line: Line, sentence: Sentence, node: award_tree.Quota, share: award_tree.Share, said: _Said) -> None:
    counted = subject(lowering, share.counted, line.scope, share.span)
    percent = lowering.take(exact(share.percent, PERCENT, ()))
    if counted is None or percent is None:
        return
    up_from = up_from_said(lowering, share, percent, counted, said.rounding)
    if isinstance(up_from, Unsaid):
        return
    around = subject(lowering, (), line.scope, share.span) if line.scope.subjects else None
    if around is not None and _shares_others(lowering, line, share, around, counted):
        written = canonical(lowering.draft.source.quote(share.span))
        lowering.found.append(wrong_award_unit(replace(share.percent, written=written, span=share.span), around.base.value))
        return
    who = around if around is not None and around.base is counted.base else counted
    made = Share(percent, units_only(lowering, counted), up_from)
    per_unit = _kinds(lowering, share.each or said.units)
    if said.small and not share.each:
        lowering.found.append(detail_of_nothing(node, "tỷ lệ này không tính theo từng đơn vị, nên không có mức riêng cho đơn vị ít người"))
        return
    if share.own and not set(_kinds(lowering, share.own)).issuperset(per_unit):
        lowering.found.append(detail_of_nothing(node, "câu này nói của mỗi đơn vị loại này mà lại tính trên số người của đơn vị loại khác"))
        return
    first = _made(lowering, line, sentence, who, said, share=made, per_unit=per_unit)
    if not share.both:
        lowering.rules.append(first)
        return
    whole = _made(lowering, line, sentence, who, said, share=made, after=(first.id,))
    lowering.rules += [replace(first, compositions=()), whole]


def _shares_others(lowering: Lowering, line: Line, share: award_tree.Share, around: Subject, counted: Subject) -> bool:
    """“Đối với cá nhân: 15% tổng số tập thể”; units of a kind may have a share of their people."""
    of_units = around.base is Base.COLLECTIVE and bool(around.any_of)
    return around.base is not counted.base and not (of_units or share.each or share.own) and _names_whom(lowering, line)


def _made(
    lowering: Lowering,
    line: Line,
    sentence: Sentence,
    who: Subject,
    said: _Said,
    *,
    limit: int | None = None,
    share: Share | None = None,
    per_unit: tuple[str, ...] = (),
    after: tuple[str, ...] = (),
) -> Quota:
    return Quota(
        **lowering.header(line, sentence),
        subject=units_only(lowering, who),
        limit=limit,
        share=share,
        per_unit=per_unit,
        together=bool(per_unit and said.units),
        council_chooses=said.council,
        ranking=tuple(key for key, bases in said.ranking if who.base in bases),
        compositions=tuple(part for part in said.compositions if not said.mixed or part.subject.base is who.base),
        award=said.award or line.scope.award,
        after=after,
    )


def _counted_subject(lowering: Lowering, line: Line, counted: award_tree.Counted, *, alone: bool, placed: bool) -> Subject | None:
    """The subject that the number names, or that of the line.

    Where no line says for whom, of several numbers in a sentence, of a number for each unit, and of one of an award or a wave that is
    named, the unit of counting says whom: “02 tập thể”, “mỗi Phòng 01 cá nhân”, “Bằng khen: 01 tập thể”, “mỗi đợt 02 tập thể”.
    `placed`: the sentence says itself in which units it counts.
    """
    base = _BASES.get(counted.figure.unit)
    if counted.subject is not None:
        own = subject(lowering, (counted.subject,), line.scope, counted.span)
        if own is not None and base not in (None, own.base):
            lowering.found.append(wrong_award_unit(counted.figure, f"{own.name} ({own.base.value})"))
            return None
        if own is not None and own.base is Base.INDIVIDUAL and not placed and (units := _units_before(lowering, line, counted)) is not None:
            written = f"{counted.figure.written} {lowering.draft.source.quote(counted.subject.span)}"
            lowering.found.append(people_of_units(written, counted.span, units, canonical(line.item.text.text)))
            return None
        return own
    unsaid = not line.scope.subjects and line.scope.strangers is None
    if base is not None and (unsaid or not alone):
        around = subject(lowering, (), line.scope, counted.span) if line.scope.subjects else None
        if base is Base.INDIVIDUAL and not placed and (units := _units_before(lowering, line, counted)) is not None:
            figure = counted.figure
            lowering.found.append(people_of_units(figure.written, figure.span, units, canonical(line.item.text.text)))
            return None
        return around if around is not None and around.base is base else Subject(base.value, base)
    who = subject(lowering, (), line.scope, counted.span)
    if who is not None and base is not None and who.base is not base:
        named = who.name if who.name == who.base.value else f"{who.name} ({who.base.value})"
        lowering.found.append(wrong_award_unit(counted.figure, named))
        return None
    return who


def _units_before(lowering: Lowering, line: Line, counted: award_tree.Counted) -> Subject | None:
    """The units that the line names before a number of people: in each of them, or in all of them together?"""
    around = subject(lowering, (), line.scope, counted.span) if line.scope.subjects else None
    of_units = around is not None and around.base is Base.COLLECTIVE and bool(around.any_of)
    return around if of_units and _names_whom(lowering, line) else None


def _names_whom(lowering: Lowering, line: Line) -> bool:
    """Whether a line says for whom the numbers are, and not only the front matter of whom the plan is."""
    population = lowering.draft.population
    whole = population.statement if population is not None else None
    return not (isinstance(whole, tree.Context) and whole.subjects == line.scope.subjects)


def _kinds(lowering: Lowering, phrases: tuple[tree.Subject, ...]) -> tuple[str, ...]:
    """The kinds of units that a number is counted in, each by itself."""
    units = (one_subject(lowering, phrase) for phrase in phrases)
    return tuple(name for unit in units if unit is not None for name in unit.any_of or _all_kinds(lowering, unit.base))


def _all_kinds(lowering: Lowering, base: Base) -> tuple[str, ...]:
    """“mỗi đơn vị”: units of every kind; groups of them count nobody twice."""
    kinds = lowering.draft.vocabulary.kinds
    groups = {kind.name for kind in kinds if kind.group}
    top = (kind for kind in kinds if kind.base is base and groups.issuperset(kind.parents) and not (kind.group or kind.total))
    return tuple(kind.name for kind in top if kind.name != base.value)


# ---- what stands behind a number


def _tails(lowering: Lowering, line: Line, node: award_tree.Quota) -> _Said | None:
    ranking = order_behind(lowering, line, node.tails)
    if ranking is None:
        return None
    said = _Said(ranking=ranking)
    for tail in node.tails:
        match tail:
            case award_tree.CouncilChooses():
                said.council = True
            case award_tree.Rounding():
                said.rounding = tail
            case award_tree.SmallUnits():
                said.small.append(tail)
            case award_tree.Composition():
                said.parts.append(tail)
            case award_tree.GivenAward(award=award):
                said.award = award.canonical
            case award_tree.InAll(units=units):
                said.units += units
            case award_tree.Chosen():
                said.chosen.append(tail)
    first = next((index for index, part in enumerate(said.parts) if part.of_all), len(said.parts))
    said.compositions, said.whole = made_up(lowering, said.parts[:first], line.scope.wave), said.parts[first:]
    return said


# ---- sentences by themselves, among numbers


def by_authority(lowering: Lowering, line: Line, sentence: Sentence, node: condition_tree.ByAuthority) -> None:
    """C9 among numbers of awards: “(số lượng) do cấp có thẩm quyền quyết định”; of anything else there is nothing to compute."""
    if not line.scope.subjects or (node.what and "số lượng" not in node.what.casefold()):
        return
    who = subject(lowering, (), line.scope, node.span)
    if who is not None:
        header = lowering.header(line, sentence)
        lowering.rules.append(Quota(**header, subject=who, limit=None, per_unit=(), council_chooses=False, by_authority=True))
