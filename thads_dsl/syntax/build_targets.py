"""Rules of sentence.lark for targets and their contexts → nodes of the tree. One method a rule, of the same name."""

from __future__ import annotations

from dataclasses import replace

from lark import Token, Transformer

from thads_dsl.syntax import tree
from thads_dsl.syntax.clauses import NotSaidError, averaged, joined_waves, without, without_excepted
from thads_dsl.syntax.parts import Child, Parts
from thads_dsl.syntax.telling import targets


class TargetRules(Transformer[Token, object]):
    """What `Build` makes of the families of targets and contexts."""

    def base(self, children: list[Child]) -> tree.Words:
        parts = Parts(children)
        return tree.Words(text=" ".join(token.text.casefold() for token in parts.tokens), span=parts.span)

    def versus(self, children: list[Child]) -> tree.Versus:
        parts = Parts(children)
        return tree.Versus(when=parts.one(tree.Words).text, span=parts.span)

    def excluding(self, children: list[Child]) -> tree.Excluding:
        parts = Parts(children)
        return tree.Excluding(name=parts.the_name("QUANTITY"), span=parts.span)

    def scope(self, children: list[Child]) -> tree.Subject:
        parts = Parts(children)
        return replace(parts.one(tree.Subject), apart=parts.has("APART_FROM_THAT"), on_average=parts.has("EACH_ON_AVERAGE"))

    def excepted(self, children: list[Child]) -> tree.Excepted:
        parts = Parts(children)
        return tree.Excepted(subject=parts.one(tree.Subject), span=parts.span)

    def wave_meant(self, children: list[Child]) -> tree.Waves:
        parts = Parts(children)
        ordinals = (parts.wave,) if parts.has("WAVE") else ()
        return tree.Waves(ordinals=ordinals, count=parts.count_of_waves, span=parts.span)

    wave_named = wave_meant

    def out_of(self, children: list[Child]) -> tree.OutOf:
        parts = Parts(children)
        return tree.OutOf(name=parts.the_name("QUANTITY"), span=parts.span)

    def _word(self, children: list[Child]) -> Child:
        """A word that keeps its own terminal."""
        return children[0]

    more_goals = aspiration = share_begun = share_within = _word

    # ---- contexts

    def context(self, children: list[Child]) -> tree.Context:
        """Each thing at most once, but for subjects and waves; averages, shares and “có <số liệu>” belong to targets."""
        parts = Parts(children)
        names = parts.names("QUANTITY")
        once = ({each.facet for each in parts.all(tree.FacetRef)}, names, parts.all(tree.Having), parts.all(tree.Versus))
        versus, left_out = parts.maybe(tree.Versus), parts.all(tree.Excluding)
        found = tree.Context(
            subjects=without_excepted(parts.nodes),
            facet=parts.facet,
            having=parts.maybe(tree.Having),
            quantity=next(iter(names), None),
            turn=parts.turn,
            versus=without(versus, next(iter(left_out), None)) if versus is not None else None,
            waves=joined_waves(parts.all(tree.Waves)),
            of_each=parts.has("IN_EACH"),
            span=parts.span,
        )
        of_targets = bool(parts.of("SHARE_OF", "HAVING_SO", "AVERAGE", "MONTHLY") or parts.maybe(tree.OutOf) or parts.maybe(tree.NameRef))
        lost = len(left_out) > (versus is not None)  # what is left out of nothing that is compared, or twice
        if of_targets or lost or any(len(each) > 1 for each in once) or not (any(once) or found.subjects or found.waves):
            raise NotSaidError
        return found

    # ---- goals

    def _goal_of(self, children: list[Child], kind: str) -> tree.Goal:
        parts = Parts(children)
        return tree.Goal(
            kind=kind,
            comparison=parts.maybe(tree.Comparison),
            facet="",
            versus=parts.maybe(tree.Versus),
            of_base=parts.has("OF_THE_BASE"),
            span=parts.span,
        )

    def goal(self, children: list[Child]) -> tree.Goal:
        return self._goal_of(children, "")

    def average(self, children: list[Child]) -> tree.Goal:
        return self._goal_of(children, "bình quân")

    def up_to(self, children: list[Child]) -> tree.Goal:
        """“đến 40%”: two readings."""
        parts = Parts(children)
        figure = parts.one(tree.Figure)
        comparison = tree.Comparison(form="T?", sign="≤", figure=figure, written=f"đến {figure.written}", span=parts.span)
        return tree.Goal(kind="", comparison=comparison, facet="", span=parts.span)

    def monthly(self, children: list[Child]) -> tree.Goal:
        return averaged(self._goal_of(children, ""), monthly=True)

    def turned(self, children: list[Child]) -> tree.Goal:
        return self._goal_of(children, Parts(children).turn)

    def _beside(self, children: list[Child], kind: str) -> tree.Goal:
        parts = Parts(children)
        base = parts.one(tree.Words)
        return tree.Goal(kind=kind, comparison=None, facet="", versus=tree.Versus(when=base.text, span=base.span), span=parts.span)

    def beside(self, children: list[Child]) -> tree.Goal:
        return self._beside(children, Parts(children).beside)

    def turned_beside(self, children: list[Child]) -> tree.Goal:
        """“giảm so với năm trước”, by however little."""
        return self._beside(children, {"tăng": "cao hơn", "giảm": "thấp hơn"}[Parts(children).turn])

    def turned_since(self, children: list[Child]) -> tree.Goal:
        """“giảm so với năm trước ít nhất 6%” is “giảm ít nhất 6% so với năm trước”."""
        base = Parts(children).one(tree.Words)
        return replace(self.turned(children), versus=tree.Versus(when=base.text, span=base.span))

    def assigned(self, children: list[Child]) -> tree.Goal:
        return self._goal_of(children, "được giao")

    def exceeding(self, children: list[Child]) -> tree.Goal:
        return self._goal_of(children, "vượt")

    def exceeding_at_least(self, children: list[Child]) -> tree.Goal:
        """“tối thiểu phải vượt mức 4% chỉ tiêu được giao”."""
        parts = Parts(children)
        figure = parts.one(tree.Figure)
        comparison = tree.Comparison(form="T2", sign="≥", figure=figure, written=figure.written, span=figure.span)
        return tree.Goal(kind="vượt", comparison=comparison, facet="", span=parts.span)

    def short_of(self, children: list[Child]) -> tree.Goal:
        return self._goal_of(children, "thiếu")

    def not_lower(self, children: list[Child]) -> tree.Goal:
        return self._goal_of(children, "không thấp hơn được giao")

    def exempt(self, children: list[Child]) -> tree.Goal:
        return self._goal_of(children, "không áp dụng")

    def none_of(self, children: list[Child]) -> tuple[tree.Node, ...]:
        name = Parts(children).the_name("QUANTITY")
        return (name, self._goal_of(children, "không có"))

    # ---- targets

    def had(self, children: list[Child]) -> tuple[tree.Node, ...]:
        parts = Parts(children)
        return (parts.the_name("QUANTITY"), *parts.all(tree.FacetRef))

    def had_figure(self, children: list[Child]) -> tuple[tree.Node, ...]:
        """“có tỷ lệ thi hành xong về việc 82%”."""
        figure = Parts(children).one(tree.Figure)
        comparison = tree.Comparison(form="T1", sign="≥", figure=figure, written=figure.written, span=figure.span)
        return (*self.had(children), tree.Goal(kind="", comparison=comparison, facet="", span=figure.span))

    def had_share(self, children: list[Child]) -> tuple[object, ...]:
        """“có từ 90% trở lên số công chức …”."""
        return (self._goal_of(children, ""), *Parts(children).of("SHARE_IN"))

    def target(self, children: list[Child]) -> tree.Statement:
        found = targets([each for each in children if each is not None])
        return found[0] if len(found) == 1 else tree.Targets(each=found, span=Parts(list(found)).span)
