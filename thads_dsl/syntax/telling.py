"""Clauses → targets, one for each subject, statistic and wave.

What stands before a goal holds for the goals behind it as well, until something else of its kind is said; what stands behind holds for
its own goal, but subjects, waves and “theo <số liệu>” at the end hold for all goals before them that have none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from thads_dsl.source import Span
from thads_dsl.syntax import tree
from thads_dsl.syntax.clauses import Clause, NotSaidError, Said, clauses, flat
from thads_dsl.syntax.parts import Child, name_of

_NAMES = frozenset({"QUANTITY", "COUNTED"})
_WISHED = frozenset({"", "tăng", "giảm"})


@dataclass(slots=True)
class _One:
    """One goal with all that holds for it."""

    goal: tree.Goal
    facets: list[str]
    said: Said
    share: tree.Share | None
    spans: list[Span]

    part: int  # of the sentence: a statistic or subject behind “;” begins another

    @property
    def whose(self) -> tuple[object, ...]:
        """What goals of one target have in common."""
        said = self.said
        return (said.subjects, said.having, said.name, self.share, said.out_of, said.waves, self.part, self.goal.kind == "không áp dụng")


class _Telling:
    """Clauses in their order; `said` is what holds for the next goal."""

    def __init__(self) -> None:
        self.said = Said()
        self.fresh = True  # no goal yet behind what was said last
        self.last: Clause | None = None
        self.part = 0
        self.spans: list[Span] = []  # of clauses that wait for their goal
        self.told: list[_One] = []

    def clause(self, clause: Clause) -> None:
        before = clause.before
        self.part += clause.apart and bool(before.name or before.subjects)
        if clause.goal is None and not self.fresh and self._goes_on(before):
            return
        if clause.goal is not None and self._is_wish(before, clause.goal):
            self._wish(clause)
            return
        self._absorb(before)
        self.spans = [*(self.spans if self.fresh else []), *clause.spans]
        if clause.goal is not None:
            self._tell(clause, clause.goal)
        self.fresh = clause.goal is None
        self.last = clause

    def _goes_on(self, more: Said) -> bool:
        """“… 80% về việc và về tiền”, “… đối với Chi cục và Chấp hành viên”, “… trong đợt 1 và đợt 2”."""
        assert self.last is not None
        one, after = self.told[-1], self.last.after
        if more.only_facet and not one.goal.facet and not one.facets:
            one.goal = replace(one.goal, facet=more.facets[0], versus=one.goal.versus or more.versus)
            return True
        if more.only_facet and not self.last.before.facets:
            goal = replace(one.goal, facet=more.facets[0], versus=one.goal.versus or more.versus, aspiration=None)
            self.told.append(_One(goal, [], one.said, one.share, more.spans, one.part))
            return True
        if more.only_subjects and after.subjects:
            after.subjects += more.subjects
            return True
        if more.only_waves and after.waves and more.waves:
            merged = joined_waves((after.waves, more.waves))
            for each in self.told:
                if each.said.waves == after.waves:
                    each.said.waves = merged
            after.waves = merged
            return True
        return False

    def _is_wish(self, before: Said, goal: tree.Goal) -> bool:
        own = before.subjects or before.having or before.name or before.waves
        plain = goal.comparison is not None and goal.comparison.form in ("T1", "T2", "T3") and goal.kind in _WISHED
        return before.strive and not self.fresh and not own and plain

    def _wish(self, clause: Clause) -> None:
        """T6: of the goal before it."""
        assert clause.goal is not None and clause.goal.comparison is not None
        facet = next(iter(clause.after.facets or clause.before.facets), "")
        figure = clause.goal.comparison.figure
        one = self.told[-1]
        wished = tree.Aspiration(figure=figure, turn=clause.goal.kind, facet=facet, span=figure.span)
        one.goal = replace(one.goal, aspiration=wished, versus=one.goal.versus or clause.after.versus)
        one.spans += clause.spans

    def _absorb(self, more: Said) -> None:
        """What a clause says before its goal: beside what was said since the last goal, else instead of it."""
        old, fresh = self.said, self.fresh
        if fresh and (
            (old.name and more.name) or (old.having and more.having) or (old.versus and more.versus) or (old.share and more.share)
        ):
            raise NotSaidError
        changed = bool(more.name or more.share)
        self.said = Said(
            subjects=[*(old.subjects if fresh or not more.subjects else []), *more.subjects],
            having=more.having or (old.having if fresh or not more.subjects else None),
            name=more.name or (None if more.share else old.name),
            facets=[*(old.facets if fresh or not (more.facets or changed) else []), *more.facets],
            versus=more.versus or (old.versus if fresh or not changed else None),
            waves=joined_waves([each for each in (old.waves, more.waves) if each]) if fresh else more.waves or old.waves,
            out_of=more.out_of or (old.out_of if fresh or not changed else None),
            turn=more.turn if changed else more.turn or old.turn,
            average=more.average if changed else more.average or old.average,
            share=more.share or (old.share if fresh and not more.name else None),
            named=more.named or (old.named if fresh else None),
        )

    def _tell(self, clause: Clause, goal: tree.Goal) -> None:
        said, after = self.said, clause.after
        if len(after.facets) > 0 and clause.before.facets and clause.before.facets != after.facets:
            raise NotSaidError
        if said.average and not goal.kind:
            goal = averaged(goal, monthly=said.average == "MONTHLY")
        goal = replace(
            goal,
            kind=goal.kind or said.turn,
            facet=next(iter(after.facets), ""),
            versus=goal.versus or after.versus or said.versus,
            span=_around([goal.span, *after.spans]),
        )
        share = self._named_behind(after, _around(clause.spans))
        one = _One(goal, list(said.facets), replace(self.said, subjects=list(said.subjects)), share, self.spans, self.part)
        self.told.append(one)
        self._backfill(after)

    def _named_behind(self, after: Said, span: Span) -> tree.Share | None:
        """“thi hành xong ít nhất 84% số việc có điều kiện” is a share; “giảm 5% số việc chuyển kỳ sau” names what falls."""
        within = after.share or after.named
        of = self.said.share or (self.said.named if self.fresh or self.said.share else None)
        if within is None or after.about:
            if after.share is None and self.said.share is not None:
                raise NotSaidError
            return None
        if after.share is None and of is None:
            self.said = replace(self.said, name=after.name, out_of=None)
            return None
        names = tuple(name_of(each) for each in (of, within) if each is not None and each.terminal in _NAMES)
        said = "" if of is None or of.terminal == "HAVING_SO" else of.text.casefold()
        self.said = replace(self.said, name=None)
        return tree.Share(of=said, within=within.text.casefold(), names=names, span=span)

    def _backfill(self, after: Said) -> None:
        """What stands at the end of all: for the goals before it that lack it."""
        if after.subjects and self.said.subjects:
            raise NotSaidError
        for one in reversed(self.told):
            if after.subjects and not one.said.subjects:
                one.said.subjects = after.subjects
            if after.waves and one.said.waves is None:
                one.said.waves = after.waves
            if after.about and one.said.name is None and one.share is None:
                one.said.name = after.name
            if after.out_of and one.said.out_of is None:
                one.said.out_of = after.out_of


def joined_waves(waves: Sequence[tree.Waves]) -> tree.Waves | None:
    """“đợt 1 và đợt 2”: waves named one by one."""
    if not waves:
        return None
    return replace(waves[0], ordinals=tuple(ordinal for each in waves for ordinal in each.ordinals))


def _around(spans: Sequence[Span]) -> Span:
    return Span(spans[0].line, min(span.start for span in spans), max(span.end for span in spans))


def averaged(goal: tree.Goal, monthly: bool) -> tree.Goal:
    """“bình quân mỗi tháng ít nhất 12 việc” is “12 việc/tháng”."""
    if goal.comparison is None:
        raise NotSaidError
    figure = goal.comparison.figure
    unit = figure.unit if "/" in figure.unit or not monthly else f"{figure.unit}/tháng"
    return replace(goal, kind="bình quân", comparison=replace(goal.comparison, figure=replace(figure, unit=unit)))


def targets(children: Sequence[Child]) -> tuple[tree.Target, ...]:
    """The targets of a sentence; raises NotSaidError where its constituents do not fit together."""
    telling = _Telling()
    for clause in clauses(children):
        telling.clause(clause)
    if telling.fresh:
        raise NotSaidError
    _alike_elsewhere(telling.told)
    groups = [list(ones) for _, ones in groupby(telling.told, lambda one: one.whose)]
    found = tuple(_target(ones) for ones in groups)
    whole = _around([each.span for each in flat(children)])
    _sound(found)
    return (replace(found[0], span=whole),) if len(found) == 1 else found


def _alike_elsewhere(told: list[_One]) -> None:
    """“80% về việc trong đợt 1 và 83% trong đợt 2”: the same side of the same statistic for another wave or subject."""
    for name in {id(one.said.name): one.said.name for one in told}.values():
        same = [one for one in told if one.said.name == name and one.share is None]
        facets = {facet for one in same for facet in ([one.goal.facet] if one.goal.facet else one.facets)}
        apart = len({(str(one.said.subjects), str(one.said.waves)) for one in same}) == len(same)
        for one in same if apart and len(facets) == 1 else ():
            if not (one.goal.facet or one.facets):
                one.goal = replace(one.goal, facet=next(iter(facets)))


def _sound(found: tuple[tree.Target, ...]) -> None:
    """Refuse what would be read as something else than it says."""
    for each in found:
        rates = [band for band in each.having.bands if "%" in _unit(band)] if each.having else []
        if rates and each.wanted is not None and each.wanted.quantity is None and each.wanted.share is None:
            raise NotSaidError  # “có tỷ lệ … về việc trên 82%, về tiền trên 47%”
    for first, second in pairwise(found):
        if first.wanted and second.wanted and first.wanted.quantity == second.wanted.quantity:
            goals = (*first.goals, *second.goals)
            if replace(first, wanted=replace(first.wanted, goals=goals)).left_out is not None:
                raise NotSaidError  # “Chi cục trên 80%, Chấp hành viên 82%”


def _unit(banded: tree.Banded) -> str:
    figure = banded.band.low or banded.band.high
    return figure.unit if figure else ""


def _target(ones: list[_One]) -> tree.Target:
    first = ones[0]
    said, span = first.said, _around([span for one in ones for span in one.spans])
    facets = [facet for one in ones for facet in one.facets]
    goals = [each for one in ones for each in _of_facets(one.goal, one.facets)]
    alone = list(dict.fromkeys(facets))
    wanted = tree.Goals(
        quantity=None if first.share else said.name,
        facet=alone[0] if len(alone) == 1 and all(one.facets for one in ones) else "",
        goals=_compared_alike(goals),
        share=first.share,
        out_of=said.out_of,
        span=span,
    )
    if first.share and len(goals) == 1 and goals[0].facet:
        wanted = replace(wanted, facet=goals[0].facet, goals=(replace(goals[0], facet=""),))
    if first.goal.kind == "không áp dụng":
        if said.name or (not said.subjects and not said.having):
            raise NotSaidError
        wanted_or_none = None
    else:
        wanted_or_none = wanted
    return tree.Target(subjects=tuple(said.subjects), having=said.having, wanted=wanted_or_none, waves=said.waves, span=span)


def _compared_alike(goals: list[tree.Goal]) -> tuple[tree.Goal, ...]:
    """“giảm 5% về việc và 3% về tiền so với năm trước”: what the last goal is compared with holds for those of its kind before it."""
    found: list[tree.Goal] = []
    for goal in reversed(goals):
        alike = found and not goal.versus and goal.kind == found[-1].kind
        found.append(replace(goal, versus=found[-1].versus) if alike else goal)
    return tuple(reversed(found))


def _of_facets(goal: tree.Goal, sentence: list[str]) -> list[tree.Goal]:
    """“về việc, về tiền cao hơn năm 2021”: one goal for each facet, where the goal says none itself.

    “… 74%, phấn đấu 75% về việc” says it behind both figures; “… 74% về việc, phấn đấu 40% về tiền” is a goal of the other facet.
    """
    own = [goal.facet] if goal.facet else sentence
    spread = [replace(goal, facet=facet) for facet in own] if own else [goal]
    wished = goal.aspiration
    if wished is None or not wished.facet or own == [wished.facet]:
        return spread
    if not own:
        return [replace(goal, facet=wished.facet)]
    if wished.facet in own:
        return [each if each.facet == wished.facet else replace(each, aspiration=None) for each in spread]
    comparison = tree.Comparison(form="T2", sign="≥", figure=wished.figure, written=wished.figure.written, span=wished.span)
    other = replace(goal, kind=wished.turn or goal.kind, comparison=comparison, facet=wished.facet, aspiration=None, span=wished.span)
    return [*(replace(each, aspiration=None) for each in spread), other]
