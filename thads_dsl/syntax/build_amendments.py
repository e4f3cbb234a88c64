"""Rules of sentence.lark about amended points tables → nodes of points_tree."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from lark import Token, Transformer

from thads_dsl.syntax import points_tree as tree
from thads_dsl.syntax.parts import Child, Parts, figure_of


class AmendmentRules(Transformer[Token, object]):
    """What `Build` makes of the changes of a points table."""

    def _amendment(self, children: list[Child], kind: str) -> tree.Amendment:
        parts = Parts(children)
        quoted = [str(token.value) for token in parts.of("QUOTED")]
        named = [cast(str, token.value) for token in parts.of("CRITERION")] + [token.text.split()[-1] for token in parts.of("PART")]
        return tree.Amendment(
            kind=kind,
            number=next(iter(named), ""),
            title=quoted[0] if quoted else "",
            points=next(map(figure_of, parts.of("SCORE")), None),
            replacement=quoted[-1] if quoted else "",
            span=parts.span,
        )

    def new_criterion(self, children: list[Child]) -> tree.Amendment:
        return self._amendment(children, "add")

    def drops_criterion(self, children: list[Child]) -> tree.Amendment:
        return self._amendment(children, "drop")

    def changes_points(self, children: list[Child]) -> tree.Amendment:
        return self._amendment(children, "points")

    def changes_scoring(self, children: list[Child]) -> tree.Amendment:
        return self._amendment(children, "scoring")

    def adds_criterion(self, children: list[Child]) -> tree.Amendment:
        parts = Parts(children)
        return replace(parts.one(tree.Amendment), span=parts.span)

    def adds_numbered(self, children: list[Child]) -> tree.Amendment:
        """“Bổ sung tiêu chí 9 “…””: the number that the new criterion is to have."""
        own = cast(str, Parts(children).of("CRITERION")[0].value)
        return replace(self.adds_criterion(children), own=own)

    def changes_part(self, children: list[Child]) -> tree.Amendment:
        return self._amendment(children, "part")

    def changes_total(self, children: list[Child]) -> tree.Amendment:
        return self._amendment(children, "total")

    def drops_rule(self, children: list[Child]) -> tree.Amendment:
        return self._amendment(children, "rule")

    def replaces_phrase(self, children: list[Child]) -> tree.Amendment:
        return self._amendment(children, "phrase")
