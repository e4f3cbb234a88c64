"""Rules of sentence.lark for targets → nodes of the tree. One method a rule, of the same name."""

from __future__ import annotations

from dataclasses import replace

from lark import Token, Transformer

from thads_dsl.syntax import tree
from thads_dsl.syntax.parts import Child, Parts


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
    spread = [replace(goal, facet=facet) for facet in own] if len(own) > 1 else [goal]
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


class TargetRules(Transformer[Token, object]):
    """What `Build` makes of the families of targets."""

    def base(self, children: list[Child]) -> tree.Words:
        parts = Parts(children)
        return tree.Words(text=" ".join(token.text.casefold() for token in parts.tokens), span=parts.span)

    def versus(self, children: list[Child]) -> tree.Versus:
        parts = Parts(children)
        return tree.Versus(when=parts.one(tree.Words).text, excluding=parts.maybe(tree.NameRef), span=parts.span)

    def excluding(self, children: list[Child]) -> tree.NameRef:
        return Parts(children).the_name("QUANTITY")

    def scope(self, children: list[Child]) -> tree.Scope:
        parts = Parts(children)
        return tree.Scope(subjects=parts.all(tree.Subject), having=parts.maybe(tree.Having), span=parts.span)

    def effort(self, children: list[Child]) -> None:
        """The words say nothing that the comparison does not say."""

    def _goal(self, children: list[Child], kind: str) -> tree.Goal:
        parts = Parts(children)
        return tree.Goal(
            kind=kind,
            comparison=parts.maybe(tree.Comparison),
            facet=parts.facet,
            versus=parts.maybe(tree.Versus),
            of_base=parts.has("OF_THE_BASE"),
            span=parts.span,
        )

    def goal(self, children: list[Child]) -> tree.Goal:
        return self._goal(children, "")

    def average(self, children: list[Child]) -> tree.Goal:
        return self._goal(children, "bình quân")

    def up_to(self, children: list[Child]) -> tree.Goal:
        """“đến 40%”: two readings."""
        parts = Parts(children)
        figure, facet, versus = parts.one(tree.Figure), parts.facet, parts.maybe(tree.Versus)
        comparison = tree.Comparison(form="T?", sign="≤", figure=figure, written=f"đến {figure.written}", span=parts.span)
        return tree.Goal(kind="", comparison=comparison, facet=facet, versus=versus, span=parts.span)

    def monthly(self, children: list[Child]) -> tree.Goal:
        """“bình quân mỗi tháng ít nhất 12 việc” is “12 việc/tháng”."""
        goal = self._goal(children, "bình quân")
        assert goal.comparison is not None, goal
        figure = goal.comparison.figure
        unit = figure.unit if "/" in figure.unit else f"{figure.unit}/tháng"
        return replace(goal, comparison=replace(goal.comparison, figure=replace(figure, unit=unit)))

    def turned(self, children: list[Child]) -> tree.Goal:
        return self._goal(children, Parts(children).turn)

    def beside(self, children: list[Child]) -> tree.Goal:
        parts = Parts(children)
        base = parts.one(tree.Words)
        kind = parts.beside
        versus = tree.Versus(when=base.text, span=base.span)
        return tree.Goal(kind=kind, comparison=None, facet=parts.facet, versus=versus, span=parts.span)

    def turned_beside(self, children: list[Child]) -> tree.Goal:
        """“giảm so với năm trước”, by however little."""
        parts = Parts(children)
        base = parts.one(tree.Words)
        kind = {"tăng": "cao hơn", "giảm": "thấp hơn"}[parts.turn]
        return tree.Goal(kind=kind, comparison=None, facet=parts.facet, versus=tree.Versus(when=base.text, span=base.span), span=parts.span)

    def assigned(self, children: list[Child]) -> tree.Goal:
        return self._goal(children, "được giao")

    def exceeding(self, children: list[Child]) -> tree.Goal:
        return self._goal(children, "vượt")

    def short_of(self, children: list[Child]) -> tree.Goal:
        return self._goal(children, "thiếu")

    def not_lower(self, children: list[Child]) -> tree.Goal:
        return self._goal(children, "không thấp hơn được giao")

    def goal_list(self, children: list[Child]) -> tuple[tree.Node, ...]:
        return Parts(children).all(tree.Goal)

    def goal_list_of_facet(self, children: list[Child]) -> tuple[tree.Node, ...]:
        return (*self.goal_list(children), self._goal(children, ""))

    def goal_list_also(self, children: list[Child]) -> tuple[tree.Node, ...]:
        """“đạt chỉ tiêu được giao về việc và về tiền”: what was said last, of the other facet too."""
        parts = Parts(children)
        *before, last = parts.all(tree.Goal)
        return (*before, last, replace(last, facet=parts.facet, versus=last.versus or parts.maybe(tree.Versus), aspiration=None))

    def aspiration(self, children: list[Child]) -> tuple[tree.Node, ...]:
        """Of the goal before it."""
        parts = Parts(children)
        *before, last = parts.all(tree.Goal)
        figure = parts.one(tree.Figure)
        wished = tree.Aspiration(figure=figure, turn=parts.turn, facet=parts.facet, span=figure.span)
        return (*before, replace(last, aspiration=wished, versus=last.versus or parts.maybe(tree.Versus)))

    def wish(self, children: list[Child]) -> tree.Figure:
        return Parts(children).one(tree.Figure)

    def out_of(self, children: list[Child]) -> tree.OutOf:
        parts = Parts(children)
        return tree.OutOf(name=parts.the_name("QUANTITY"), span=parts.span)

    def goals(self, children: list[Child]) -> tree.Goals:
        parts = Parts(children)
        facets = [found.facet for found in parts.all(tree.FacetRef)]
        goals = [each for goal in parts.all(tree.Goal) for each in _of_facets(goal, facets)]
        return tree.Goals(
            quantity=parts.name("QUANTITY"),
            facet=facets[0] if len(facets) == 1 else "",
            goals=_compared_alike([replace(goal, kind=goal.kind or parts.turn) for goal in goals]),
            out_of=parts.maybe(tree.OutOf),
            span=parts.span,
        )

    def goals_of_turn(self, children: list[Child]) -> tree.Goals:
        """“giảm ít nhất 5% số việc chuyển kỳ sau so với năm trước”."""
        parts = Parts(children)
        return self.goals([*children, self._goal([each for each in children if not isinstance(each, tree.FacetRef)], parts.turn)])

    def owned(self, children: list[Child]) -> tree.Target:
        """“Số việc chuyển kỳ sau của Chi cục giảm ít nhất 5%”: a statistic and whose it is, then what it must be."""
        parts = Parts(children)
        goals = self.goals([each for each in children if not isinstance(each, tree.Subject)])
        return tree.Target(subjects=parts.all(tree.Subject), having=None, wanted=goals, span=parts.span)

    def share(self, children: list[Child]) -> tree.Goals:
        parts = Parts(children)
        *before, within = (token.text.casefold() for token in parts.of("SHARE_OF", "QUANTITY", "SHARE_IN"))
        names = tuple(parts.names("QUANTITY"))
        share = tree.Share(of=before[0] if before else "", within=within, names=names, span=parts.span)
        goal = tree.Goal(kind="", comparison=parts.one(tree.Comparison), facet="", span=parts.span)
        return tree.Goals(quantity=None, facet=parts.facet, goals=(goal,), share=share, span=parts.span)

    def none_of(self, children: list[Child]) -> tree.Goals:
        parts = Parts(children)
        goal = tree.Goal(kind="không có", comparison=None, facet="", span=parts.span)
        return tree.Goals(quantity=parts.the_name("QUANTITY"), facet=parts.facet, goals=(goal,), span=parts.span)

    def target(self, children: list[Child]) -> tree.Target:
        parts = Parts(children)
        scope = parts.maybe(tree.Scope)
        return tree.Target(
            subjects=scope.subjects if scope else parts.all(tree.Subject),
            having=scope.having if scope else None,
            wanted=parts.maybe(tree.Goals),
            span=parts.span,
        )

    exempt = target

    def target_in_waves(self, children: list[Child]) -> tree.Target:
        parts = Parts(children)
        return replace(parts.one(tree.Target), waves=parts.one(tree.Waves), span=parts.span)
