"""Who comes first (A7): behind a number of awards, or in a sentence of its own about the numbers above it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from thads_dsl.check.awards.details import NO_QUOTA, above_in_item, detail_of_nothing, spoken_of, tell_of_no_number
from thads_dsl.check.draft import Line
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.names.subjects import by_base, one_subject
from thads_dsl.check.targets.facets import facet_of_order
from thads_dsl.check.targets.quantities import known_quantity
from thads_dsl.diagnostics import Diagnostic, Way
from thads_dsl.model.award_places import RankKey
from thads_dsl.model.rules import Quota
from thads_dsl.model.statistics import Base, Subject
from thads_dsl.source import canonical
from thads_dsl.syntax import award_tree, points_tree, tree

NO_ORDER = "phía trước chưa nói xét từ cao xuống thấp theo số liệu nào"
OTHERS_PREFERRED = "câu ưu tiên nói về đối tượng khác với số lượng phía trước"
_ORDER_SAID = "số lượng phía trên đã nói cách chọn, hoặc không giới hạn"
_WHY_NOT_SOME = "Máy so một số liệu giữa mọi đối tượng của số lượng; ưu tiên riêng một loại trong số đó thì chưa rõ đến mức nào."
_EVERYBODY = frozenset(Base)

Key = tuple[RankKey, frozenset[Base]]  # with whom it is for


def rank_keys(lowering: Lowering, line: Line, ranking: award_tree.Ranking) -> list[Key]:
    """The keys of an order, of the wave of the line."""
    return [key for node in ranking.keys for key in _keys(lowering, line, node, ranking.greatest_first, _EVERYBODY)]


def then_by(lowering: Lowering, line: Line, node: award_tree.ThenBy, around: bool) -> list[Key]:
    """The next key; those whom it names are told by their kind, since the number before it says who they are."""
    named = (one_subject(lowering, phrase) for phrase in node.subjects)
    bases = frozenset(who.base for who in named if who is not None) or _EVERYBODY
    return list(_keys(lowering, line, node.key, around if node.greatest_first is None else node.greatest_first, bases))


def _keys(lowering: Lowering, line: Line, node: award_tree.RankKey, greatest_first: bool, bases: frozenset[Base]) -> Iterator[Key]:
    facet, told = facet_of_order(lowering, line, node.quantity, node.facet)
    if told:
        yield RankKey(known_quantity(lowering, node.quantity.canonical, facet, line.scope.wave).key, greatest_first), bases


def order_behind(lowering: Lowering, line: Line, tails: Sequence[tree.Node]) -> list[Key] | None:
    """The order that stands behind a number, empty where none does; None where it is not clear, which is told."""
    found: list[Key] = []
    for tail in tails:
        match tail:
            case award_tree.Ranking(keys=keys):
                found += rank_keys(lowering, line, tail) if len(keys) == 1 else []  # two readings: a rule complains
                if not found:
                    return None
            case award_tree.ThenBy(may_begin=False) | award_tree.NothingLast() if not found:
                lowering.found.append(detail_of_nothing(tail, NO_ORDER))
                return None
            case award_tree.ThenBy():
                found += then_by(lowering, line, tail, not found or found[0][0].greatest_first)
    return found


# ---- sentences by themselves


def order(lowering: Lowering, line: Line, node: award_tree.Order) -> None:
    """The order of the numbers of its line, else of all above it in its item, that have none."""
    here = above_in_item(lowering, line)
    meant = spoken_of(lowering, line, lambda each: _has_none(lowering, each))
    if not meant:
        wanted = _ORDER_SAID if here or lowering.of(Quota) else NO_QUOTA
        tell_of_no_number(lowering, line, node, lambda each: _has_none(lowering, each), wanted)
    elif _is_told(lowering, line, [*node.ranking.keys, *(tie.key for tie in node.ties)]):
        for rule in meant:
            own = _in_wave_of(line, rule)
            first = rank_keys(lowering, own, node.ranking)
            ties = (key for each in node.ties for key in then_by(lowering, own, each, node.ranking.greatest_first))
            _add(lowering, rule, [*first, *ties])


def _has_none(lowering: Lowering, rule: Quota) -> bool:
    """Whether nothing says yet who comes first by a number."""
    return not (rule.ranking or rule.unlimited or _left_to_council(lowering, rule))


def _left_to_council(lowering: Lowering, rule: Quota) -> bool:
    """Whether words leave the choice to the council; “tiêu biểu nhất” does so only where no order is said."""
    return rule.council_chooses and rule.id not in lowering.outstanding


def council(lowering: Lowering, line: Line, node: award_tree.CouncilChooses) -> None:
    """“(X) do Hội đồng bình xét lựa chọn”: among whom the numbers of its line, else all above it in its item, have no order."""
    named = [who for phrase in node.subjects if (who := one_subject(lowering, phrase)) is not None]
    here = [each for each in above_in_item(lowering, line) if not named or any(_is_of(each, who) for who in named)]
    meant = [each for each in here if not (each.ranking or each.unlimited)]
    if not meant:
        wanted = _ORDER_SAID if here or lowering.of(Quota) else NO_QUOTA
        tell_of_no_number(lowering, line, node, lambda each: not (each.ranking or each.unlimited), wanted)
    for rule in meant:
        lowering.outstanding.discard(rule.id)
        lowering.rules[lowering.rules.index(rule)] = replace(rule, council_chooses=True)


def some_preferred(lowering: Lowering, node: tree.Node, rules: Sequence[Quota]) -> Iterator[Diagnostic]:
    """“Ưu tiên Chấp hành viên có … cao hơn” of a number of people: some of them before others, which is no order of all."""
    for phrase in node.subjects if isinstance(node, award_tree.ThenBy) and node.may_begin else ():
        who = one_subject(lowering, phrase)
        if who is not None and rules and not any(_is_of(rule, who) for rule in rules):
            written = (lowering.draft.source.quote(span) for span in (node.span, phrase.span))
            sentence, name = (canonical(each) for each in written)
            same = Way(f"Nếu so mọi {who.base.value} với nhau, viết:", sentence.replace(name, who.base.value, 1))
            part = Way(f"Nếu dành phần cho {name}, viết sau số lượng:", f", trong đó ít nhất … là {name}")
            yield replace(detail_of_nothing(node, OTHERS_PREFERRED), why=_WHY_NOT_SOME, ways=(same, part))


def _is_of(rule: Quota, who: Subject) -> bool:
    """Whether a number is for these subjects, or for some of them."""
    same = (rule.subject.any_of, rule.subject.none_of) == (who.any_of, who.none_of) or not (who.any_of or who.none_of)
    return rule.subject.base is who.base and same


def tie(lowering: Lowering, line: Line, node: award_tree.ThenBy) -> None:
    """The next key of the numbers of its line, else of all above it in its item, that have an order; or their first one."""
    here = above_in_item(lowering, line)
    bases = by_base(lowering, node.subjects)

    def wanted(each: Quota) -> bool:
        return bool(each.ranking) and (bool(here) or not bases or each.subject.base in bases)

    meant = spoken_of(lowering, line, wanted)
    if not meant and node.may_begin:
        meant = spoken_of(lowering, line, lambda each: _has_none(lowering, each))
    if not meant:
        lacking = (_ORDER_SAID if node.may_begin else NO_ORDER) if here or lowering.of(Quota) else NO_QUOTA
        tell_of_no_number(lowering, line, node, wanted, lacking)
    elif others := tuple(some_preferred(lowering, node, meant)):
        lowering.found += others
    elif _is_told(lowering, line, [node.key]):
        around = not meant[0].ranking or meant[0].ranking[0].greatest_first
        added = [_add(lowering, rule, then_by(lowering, _in_wave_of(line, rule), node, around)) for rule in meant]
        if not any(added):
            lowering.found.append(detail_of_nothing(node, OTHERS_PREFERRED))


def tie_of_equals(lowering: Lowering, line: Line, node: points_tree.Ranking) -> None:
    """“Bằng nhau, ưu tiên …” of a plan without points: what the same words say beside a points table, here of numbers of awards."""
    for key in node.ties:
        if key.quantity is not None:
            own = award_tree.RankKey(quantity=key.quantity, facet=key.facet, span=key.span)
            said = award_tree.ThenBy(key=own, greatest_first=True if key.greater else None, subjects=key.subjects, span=node.span)
            tie(lowering, line, said)


def nothing_last(lowering: Lowering, line: Line, node: award_tree.NothingLast) -> None:
    """What holds of every order anyway; said of no order it says nothing."""
    if not any(each.ranking for each in above_in_item(lowering, line)):
        lowering.found.append(detail_of_nothing(node, NO_ORDER))


def _is_told(lowering: Lowering, line: Line, keys: Sequence[award_tree.RankKey]) -> bool:
    """Whether it is clear what is compared; a complaint, once for all numbers that are meant, where it is not."""
    told = [facet_of_order(lowering, line, key.quantity, key.facet)[1] for key in keys]
    return all(told)


def _in_wave_of(line: Line, rule: Quota) -> Line:
    """Candidates of a wave are put in order by the figures of that wave."""
    return replace(line, scope=replace(line.scope, wave=rule.wave))


def _add(lowering: Lowering, rule: Quota, keys: Sequence[Key]) -> bool:
    """Whether any of the keys is for those of whom the number speaks."""
    own = tuple(key for key, bases in keys if rule.subject.base in bases)
    council = rule.council_chooses and not (own and rule.id in lowering.outstanding)
    lowering.rules[lowering.rules.index(rule)] = replace(rule, ranking=rule.ranking + own, council_chooses=council)
    return bool(own)
