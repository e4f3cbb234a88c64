"""Rules of sentence.lark for targets → nodes of the tree. One method a rule, of the same name."""

from __future__ import annotations

from dataclasses import replace

from lark import Token, Transformer

from thads_dsl.syntax import tree
from thads_dsl.syntax.parts import Child, Parts


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
        parts = Parts(children)
        return (*parts.all(tree.Goal), *parts.all(tree.Aspiration))

    def goal_list_of_facet(self, children: list[Child]) -> tuple[tree.Node, ...]:
        return (*self.goal_list(children), self._goal(children, ""))

    def aspiration(self, children: list[Child]) -> tuple[tree.Node, ...]:
        figure = Parts(children).one(tree.Figure)
        return (*self.goal_list(children), tree.Aspiration(figure=figure, span=figure.span))

    def goals(self, children: list[Child]) -> tree.Goals:
        parts = Parts(children)
        wished = parts.maybe(tree.Aspiration)
        facets = [found.facet for found in parts.all(tree.FacetRef)]
        # “về việc, về tiền cao hơn năm 2021”: one goal for each, where the goal says no facet itself
        goals = [
            replace(goal, facet=facet) if facet else goal
            for goal in parts.all(tree.Goal)
            for facet in (facets if len(facets) > 1 and not goal.facet else [""])
        ]
        return tree.Goals(
            quantity=parts.name("QUANTITY"),
            facet=facets[0] if len(facets) == 1 else "",
            goals=tuple(replace(goal, kind=goal.kind or parts.turn) for goal in goals),
            aspiration=wished.figure if wished else None,
            span=parts.span,
        )

    def share(self, children: list[Child]) -> tree.Goals:
        parts = Parts(children)
        of, within = (token.text.casefold() for token in parts.of("SHARE_OF", "QUANTITY", "SHARE_IN"))
        share = tree.Share(of=of, within=within, span=parts.span)
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
            subjects=scope.subjects if scope else (),
            having=scope.having if scope else None,
            wanted=parts.maybe(tree.Goals),
            span=parts.span,
        )

    exempt = target
