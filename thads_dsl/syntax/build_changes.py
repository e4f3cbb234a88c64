"""Rules of sentence.lark for changes of another plan → nodes of the tree. One method a rule, of the same name."""

from __future__ import annotations

from typing import cast

from lark import Token, Transformer

from thads_dsl.syntax import tree
from thads_dsl.syntax.change_tree import InForce, PlanChange
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.parts import Child, Parts
from thads_dsl.syntax.written_forms import PlaceText, place_value


def _spot(token: Lexeme) -> tree.PlaceRef:
    """A place; “Điều 3”, which is a token of laws, is one too."""
    place = cast(PlaceText, token.value) if token.terminal == "PLACE" else place_value(token.text)
    return tree.PlaceRef(steps=place.steps, written=token.text, span=token.span)


class ChangeRules(Transformer[Token, object]):
    """What `Build` makes of the families of changes."""

    def _change(self, children: list[Child], kind: str) -> PlanChange:
        parts = Parts(children)
        return PlanChange(kind=kind, places=tuple(map(_spot, parts.of("PLACE", "LAW"))), span=parts.span)

    def replaces_place(self, children: list[Child]) -> PlanChange:
        return self._change(children, "replace")

    def repeals_places(self, children: list[Child]) -> PlanChange:
        return self._change(children, "repeal")

    def inserts_after(self, children: list[Child]) -> PlanChange:
        return self._change(children, "insert")

    def inserts_numbered(self, children: list[Child]) -> PlanChange:
        parts = Parts(children)
        added, behind = map(_spot, parts.of("PLACE", "LAW"))
        return PlanChange(kind="insert", places=(behind,), added=added, span=parts.span)

    def in_force_from(self, children: list[Child]) -> InForce:
        parts = Parts(children)
        return InForce(day=parts.dates[0], span=parts.span)

    def in_force_on_signing(self, children: list[Child]) -> InForce:
        return InForce(day=None, span=Parts(children).span)
