"""Goals with all that holds for them → the targets of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from thads_dsl.source import Span
from thads_dsl.syntax import tree
from thads_dsl.syntax.clauses import NotSaidError, Said


@dataclass(slots=True)
class One:
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


def around(spans: Sequence[Span]) -> Span:
    """From the first to the last of some words of a line."""
    return Span(spans[0].line, min(span.start for span in spans), max(span.end for span in spans))


def target_of(ones: list[One]) -> tree.Target:
    """One target of goals for the same subjects, bands, statistic and waves; raises NotSaidError where “không áp dụng” says too much."""
    first = ones[0]
    said, span = first.said, around([span for one in ones for span in one.spans])
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
    apart = any(each.apart for each in said.subjects)
    subjects = tuple(replace(each, apart=apart) for each in said.subjects)
    return tree.Target(subjects=subjects, having=said.having, wanted=wanted_or_none, waves=said.waves, but_for=said.excepted, span=span)


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
