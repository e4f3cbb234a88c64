"""“Chọn 01 tập thể tiêu biểu nhất đề nghị …” (A1): a number of awards of the next level → quotas."""

from collections.abc import Sequence
from dataclasses import replace

from thads_dsl.check.awards.details import detail_of_nothing, units_only
from thads_dsl.check.awards.numbers import whole_number
from thads_dsl.check.awards.orders import Key, order_behind
from thads_dsl.check.draft import Line
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.names.subjects import one_subject, subject
from thads_dsl.check.targets.figures import wrong_award_unit
from thads_dsl.model.occasions import same_award
from thads_dsl.model.rules import Quota
from thads_dsl.model.statistics import Base, Subject
from thads_dsl.syntax import award_tree, tree
from thads_dsl.syntax.sentences import Sentence

UNNAMED = "khen thưởng cấp trên"  # an award whose name the sentence does not say
_BASES = {base.value: base for base in Base}


def next_level(lowering: Lowering, line: Line, sentence: Sentence, node: award_tree.Chosen) -> None:
    """A1: some of those who got a place above are proposed for more, by each number that is said."""
    ranking = order_behind(lowering, line, node.tails)
    if ranking is None:
        return
    line = replace(line, scope=replace(line.scope, wave=lowering.wave_of(line, sentence)))
    wanted = [each.award.canonical for each in node.among if each.award is not None]
    above = [
        each
        for each in lowering.of(Quota)
        if each.id not in lowering.next_levels and (not line.scope.wave or each.wave in ("", line.scope.wave))
        if all(same_award(each.award, award) for award in wanted)
    ]
    for figure in node.limits:
        _next_level(lowering, line, sentence, node, figure, above, ranking)


def _next_level(
    lowering: Lowering,
    line: Line,
    sentence: Sentence,
    node: award_tree.Chosen,
    figure: tree.Figure,
    every: Sequence[Quota],
    ranking: Sequence[Key],
) -> None:
    limit = whole_number(lowering, figure)
    base = _BASES.get(figure.unit)
    above = [each for each in every if each.subject.base is base]
    around = subject(lowering, (), line.scope, node.span) if line.scope.subjects else None
    if around is not None and base is not None and around.base is not base:
        lowering.found.append(wrong_award_unit(figure, f"{around.name} ({around.base.value})"))
        return
    if limit is None or base is None or not above:
        lowering.found.append(detail_of_nothing(node, "phía trên chưa có số lượng khen thưởng để chọn trong số đó"))
        return
    who = units_only(lowering, _named(lowering, node, base) or around or Subject(base.value, base))
    keys = tuple(key for key, bases in ranking if base in bases)
    said = any(isinstance(tail, award_tree.CouncilChooses) for tail in node.tails)
    header = lowering.header(line, sentence)
    lowering.next_levels.add(header["id"])
    if not said:
        lowering.outstanding.add(header["id"])
    lowering.rules.append(
        Quota(
            **header,
            subject=who,
            limit=limit,
            per_unit=(),
            council_chooses=said or not keys,
            ranking=keys,
            award=node.award or UNNAMED,
            after=tuple(each.id for each in above),
        )
    )


def _named(lowering: Lowering, node: award_tree.Chosen, base: Base) -> Subject | None:
    """Whom of this kind “trong số …” names."""
    named = (one_subject(lowering, phrase) for among in node.among for phrase in among.who)
    return next((who for who in named if who is not None and who.base is base), None)
