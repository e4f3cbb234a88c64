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
        named = [cast(str, token.value) for token in parts.of("CRITERION", "CLASS")] + [
            token.text.split()[-1] for token in parts.of("PART")
        ]
        figures = [figure_of(token) for token in parts.of("SCORE")]
        return tree.Amendment(
            kind=kind,
            number=next(iter(named), ""),
            title=quoted[0] if quoted else "",
            points=figures[-1] if figures else None,
            before=figures[0] if len(figures) > 1 else None,
            turn=_turn(parts),
            replacement=quoted[-1] if quoted else "",
            to=named[-1] if named else "",
            span=parts.span,
        )

    def new_criterion(self, children: list[Child]) -> tree.Amendment:
        parts = Parts(children)
        beside = next((str(token.value) for token in parts.of("QUOTED")[1:]), "")
        said = replace(self._amendment(children, "add"), replacement=beside)
        return replace(said, ahead=parts.has("AHEAD_OF"), into_part=parts.has("INTO_PART"))

    def drops_criterion(self, children: list[Child]) -> tree.Amendment:
        return self._amendment(children, "drop")

    def changes_points(self, children: list[Child]) -> tree.Amendment:
        return self._amendment(children, "points")

    def changes_scoring(self, children: list[Child]) -> tree.Amendment:
        return self._amendment(children, "scoring")

    def changes_both(self, children: list[Child]) -> tree.Amendment:
        return self._amendment(children, "both")

    def moves_points(self, children: list[Child]) -> tree.Amendment:
        return self._amendment(children, "move")

    def changes_class(self, children: list[Child]) -> tree.Amendment:
        return self._amendment(children, "class")

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


def _turn(parts: Parts) -> int:
    """The way that the words say points go: up, down, or (“sửa … thành”) neither."""
    return any(map(parts.has, ("RAISE_POINTS", "UP"))) - any(map(parts.has, ("LOWER_POINTS", "DOWN", "LEFT")))
