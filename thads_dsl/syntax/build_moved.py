"""Rules of sentence.lark for targets of a wave by those of another one → nodes of the tree. One method a rule, of the same name."""

from __future__ import annotations

from lark import Token, Transformer

from thads_dsl.syntax import tree
from thads_dsl.syntax.clauses import NotSaidError, flat
from thads_dsl.syntax.moved_tree import By, MovedTargets, OtherWave
from thads_dsl.syntax.parts import Child, Parts, shared

_LESS = frozenset({"LOWER", "DECREASE", "DEDUCT"})
_WHAT = {"THE_TARGETS": "chỉ tiêu", "RESULTS": "kết quả"}


class MovedRules(Transformer[Token, object]):
    """What `Build` makes of “chỉ tiêu đợt 2 cao hơn chỉ tiêu đợt 1 là …”."""

    def other_wave(self, children: list[Child]) -> OtherWave:
        parts = Parts(children)
        what = next((word for terminal, word in _WHAT.items() if parts.has(terminal)), "")
        return OtherWave(wave=parts.wave, what=what, span=parts.span)

    def moved(self, children: list[Child]) -> MovedTargets:
        """Each thing in any order; of waves, of statistics and of the other side only one can be meant."""
        parts = Parts(children)
        names = parts.names("QUANTITY")
        if len(parts.of("WAVE")) > 1 or len(names) > 1:
            raise NotSaidError
        other, equal = parts.one(OtherWave), parts.has("EQUAL")
        less, at_least, at_most = bool(parts.of(*_LESS)), bool(parts.of("AT_LEAST", "FROM")), parts.has("AT_MOST")
        by, facets = _figures(children)
        ways = (
            ("ADD", "DEDUCT")
            if equal
            else ("HIGHER", "LOWER", "NOT_HIGHER", "NOT_LOWER", "INCREASE", "DECREASE", "EXCEEDING", "ADD", "DEDUCT")
        )
        said = parts.of(*ways)
        if len(said) > 1 or len(said) + equal < 1:
            raise NotSaidError
        return MovedTargets(
            wave=parts.wave,
            other=other.wave,
            how="thấp hơn" if less else "bằng" if equal and not parts.has("ADD") else "cao hơn",
            by=by,
            of_targets=parts.has("THE_TARGETS") or other.what == "chỉ tiêu",
            of_results=parts.has("RESULTS") or other.what == "kết quả",
            sound=not parts.of("NOT_HIGHER", "NOT_LOWER")
            and not (at_least and less)
            and not (at_most and not less)
            and not (equal and (at_least or at_most)),
            facets=facets,
            subjects=parts.all(tree.Subject),
            quantity=next(iter(names), None),
            places=shared(parts.places),
            span=parts.span,
        )


def _figures(children: list[Child]) -> tuple[tuple[By, ...], tuple[str, ...]]:
    """The figures, each with the facet behind it where there are several; the facets that are said of all."""
    nodes = [each for each in flat(children) if isinstance(each, tree.Figure | tree.FacetRef)]
    figures = [each for each in nodes if isinstance(each, tree.Figure)]
    facets = tuple(each.facet for each in nodes if isinstance(each, tree.FacetRef))
    if len(figures) < 2:
        return tuple(By(figure=each, span=each.span) for each in figures), facets
    kinds = [isinstance(each, tree.Figure) for each in nodes]
    if kinds != [True, False] * len(figures) or len(set(facets)) != len(facets):
        raise NotSaidError
    return tuple(By(figure=figure, facet=facet, span=figure.span) for figure, facet in zip(figures, facets, strict=True)), ()
