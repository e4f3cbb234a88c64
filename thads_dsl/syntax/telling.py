"""Clauses → targets, one for each subject, statistic and wave.

What stands before a goal holds for the goals behind it as well, until something else of its kind is said; what stands behind holds for
its own goal, but subjects, waves and “theo <số liệu>” at the end hold for all goals before them that have none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from thads_dsl.source import Span
from thads_dsl.syntax import tree
from thads_dsl.syntax.clauses import Clause, NotSaidError, Said, averaged, but_for, clauses, flat, joined_waves, without
from thads_dsl.syntax.parts import Child, name_of
from thads_dsl.syntax.told import One, around, target_of

_NAMES = frozenset({"QUANTITY", "COUNTED"})
_WISHED = frozenset({"", "tăng", "giảm"})
_MEASURED = _WISHED | {"bình quân", "không có"}  # the goals that may leave a part of their statistic out


class _Telling:
    """Clauses in their order; `said` is what holds for the next goal."""

    def __init__(self) -> None:
        self.said = Said()
        self.fresh = True  # no goal yet behind what was said last
        self.last: Clause | None = None
        self.part = 0
        self.spans: list[Span] = []  # of clauses that wait for their goal
        self.told: list[One] = []
        self.excepted: tuple[tree.Subject, ...] = ()  # “…, trừ A và B”, until it is known whether a goal of their own follows

    def clause(self, clause: Clause) -> None:
        before = clause.before
        if self._leaves_out(before, clause.goal is not None):
            return
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

    def _leaves_out(self, before: Said, has_goal: bool) -> bool:
        """“…, trừ A” leaves A out of what was said; “…, trừ A và B đạt 79%” asks something else of them."""
        own = before.excepted or (tuple(before.subjects) if self.excepted and before.only_subjects else ())
        if not own:
            self.leave_out()
            return False
        if has_goal:
            before.subjects, before.excepted = [replace(each, apart=True) for each in (*self.excepted, *own)], ()
            self.excepted = ()
            return False
        if not before.only_excepted and not self.excepted:
            raise NotSaidError
        self.excepted += own
        if self.fresh:
            self.leave_out()
        return True

    def leave_out(self) -> None:
        """Those behind “trừ” are no part of the subjects before it, or of those of the context."""
        whole = self.said.subjects[-1:]
        for said in (self.said, *(one.said for one in self.told)) if self.excepted else ():
            if whole:
                said.subjects = [but_for(each, self.excepted) if each == whole[0] else each for each in said.subjects]
            else:
                said.excepted += self.excepted
        if any(each.narrowed for each in self.excepted):
            raise NotSaidError
        self.excepted = ()

    def _goes_on(self, more: Said) -> bool:
        """“… 80% về việc và về tiền”, “… đối với Chi cục và Chấp hành viên”, “… trong đợt 1 và đợt 2”."""
        assert self.last is not None
        one, after = self.told[-1], self.last.after
        if more.excluding is not None:
            return False
        if more.only_facet and not one.goal.facet and not one.facets:
            one.goal = replace(one.goal, facet=more.facets[0], versus=one.goal.versus or more.versus)
            return True
        if more.only_facet and not self.last.before.facets:
            goal = replace(one.goal, facet=more.facets[0], versus=one.goal.versus or more.versus, aspiration=None)
            self.told.append(One(goal, [], one.said, one.share, more.spans, one.part))
            return True
        if more.only_subjects and after.subjects and not more.subjects[0].apart:
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
        wished = tree.Aspiration(figure=figure, turn=clause.goal.kind, facet=facet, before=one.goal.aspiration, span=figure.span)
        one.goal = replace(one.goal, aspiration=wished, versus=one.goal.versus or clause.after.versus)
        one.spans += clause.spans

    def _absorb(self, more: Said) -> None:
        """What a clause says before its goal: beside what was said since the last goal, else instead of it."""
        old, fresh = self.said, self.fresh
        if fresh and (
            (old.name and more.name) or (old.having and more.having) or (old.versus and more.versus) or (old.share and more.share)
        ):
            raise NotSaidError
        if fresh and old.subjects and old.subjects[-1].but_for and more.subjects:  # “các đơn vị trừ A và B đạt …”
            old.subjects[-1], more.subjects = but_for(old.subjects[-1], tuple(more.subjects)), []
        if fresh and old.excepted and more.subjects:
            raise NotSaidError  # “trừ A, B đạt …”: of B or but for B
        changed = bool(more.name or more.share)
        self.said = Said(
            subjects=[*(old.subjects if fresh or not more.subjects else []), *more.subjects],
            having=more.having or (old.having if fresh or not more.subjects else None),
            name=more.name or (None if more.share else old.name),
            facets=[*(old.facets if fresh or not (more.facets or changed) else []), *more.facets],
            versus=more.versus or (old.versus if fresh or not changed else None),
            excluding=more.excluding or (old.excluding if fresh or not changed else None),
            waves=joined_waves([each for each in (old.waves, more.waves) if each]) if fresh else more.waves or old.waves,
            out_of=more.out_of or (old.out_of if fresh or not changed else None),
            turn=more.turn if changed else more.turn or old.turn,
            average=more.average if changed else more.average or old.average,
            share=more.share or (old.share if fresh and not more.name else None),
            named=more.named or (old.named if fresh else None),
            excepted=old.excepted if fresh else (),
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
            span=around([goal.span, *after.spans]),
        )
        goal = _less(goal, after.excluding or said.excluding)
        share = self._named_behind(after, around(clause.spans))
        if goal.excluding is not None and share is not None:
            raise NotSaidError
        one = One(goal, list(said.facets), replace(self.said, subjects=list(said.subjects)), share, self.spans, self.part)
        self.told.append(one)
        self._backfill(after)
        self.excepted = after.excepted

    def _named_behind(self, after: Said, span: Span) -> tree.Share | None:
        """“thi hành xong ít nhất 84% số việc có điều kiện” is a share; “giảm 5% số việc chuyển kỳ sau” names what falls."""
        within = after.share or after.named
        of = self.said.share or self.said.named
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


def _less(goal: tree.Goal, excluding: tree.Excluding | None) -> tree.Goal:
    """A goal without what its sentence leaves out; raises NotSaidError where it would be lost."""
    if excluding is None:
        return goal
    if goal.kind not in _MEASURED:
        raise NotSaidError
    if goal.versus is not None:
        return replace(goal, versus=without(goal.versus, excluding))
    return replace(goal, excluding=excluding.name)


def targets(children: Sequence[Child]) -> tuple[tree.Target, ...]:
    """The targets of a sentence; raises NotSaidError where its constituents do not fit together."""
    telling = _Telling()
    for clause in clauses(children):
        telling.clause(clause)
    telling.leave_out()
    if telling.fresh:
        raise NotSaidError
    _alike_elsewhere(telling.told)
    groups = [list(ones) for _, ones in groupby(telling.told, lambda one: one.whose)]
    found = tuple(target_of(ones) for ones in groups)
    whole = around([each.span for each in flat(children)])
    _sound(found)
    return (replace(found[0], span=whole),) if len(found) == 1 else found


def _alike_elsewhere(told: list[One]) -> None:
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
