"""Rules of sentence.lark for what a number of awards is made up of → nodes of the tree. One method a rule, of the same name."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from lark import Token, Transformer

from thads_dsl.syntax import award_tree, tree
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.parts import Child, Parts, figure_of


def _half(token: Lexeme) -> tree.Figure:
    """“quá nửa”: more than this."""
    return tree.Figure(value=Fraction(50), unit="%", written=token.text, right="", start=token.start, span=token.span)


def beside(parts: Parts, tail: tree.Node) -> tree.Node:
    """A part of a composition behind “;” does not go on with the one before it."""
    return replace(tail, apart=tail.apart or parts.has("SEMICOLON")) if isinstance(tail, award_tree.Composition) else tail


class CompositionRules(Transformer[Token, object]):
    """What `Build` makes of “trong đó …” of a number (A5, A6)."""

    def part_limit(self, children: list[Child]) -> award_tree.Composition:
        parts = Parts(children)
        over_half = next(iter(parts.of("OVER_HALF")), None)
        amount = _half(over_half) if over_half else figure_of(parts.of("PERCENT", "FRACTION", "AWARDS", "MEASURE")[0])
        beyond = parts.has("ABOVE") or parts.has("BELOW") or over_half is not None
        capped = parts.has("AT_MOST") or parts.has("BELOW")
        return award_tree.Composition(amount=amount, subjects=(), capped=capped, beyond=beyond, span=parts.span)

    def so_many(self, children: list[Child]) -> award_tree.Composition:
        """“chiếm”, “có” say nothing by themselves."""
        return Parts(children).one(award_tree.Composition)

    made_up = so_many

    def part_being(self, children: list[Child]) -> award_tree.Composition:
        """“ít nhất 50% là X”, “không quá 03 X”."""
        parts = Parts(children)
        limit = parts.maybe(award_tree.Composition) or award_tree.Composition(
            amount=figure_of(parts.of("NUMBER")[0]), subjects=(), capped=parts.has("AT_MOST"), span=parts.span
        )
        return replace(limit, subjects=parts.all(tree.Subject), open_ended=True, span=parts.span)

    def part_having(self, children: list[Child]) -> award_tree.Composition:
        """“ít nhất 01 Chi cục có tổng số giải quyết trên 1.000 việc”."""
        parts = Parts(children)
        return replace(self.part_being(children), having=parts.one(tree.Banded), open_ended=False)

    def part_without(self, children: list[Child]) -> award_tree.Composition:
        parts = Parts(children)
        name = parts.the_name("SUBJECT")
        subjects = (tree.Subject(name=name, span=name.span),)
        return replace(parts.one(award_tree.Composition), subjects=subjects, negated=True, open_ended=True, span=parts.span)

    def part_named(self, children: list[Child]) -> award_tree.Composition:
        parts = Parts(children)
        return replace(parts.one(award_tree.Composition), subjects=parts.all(tree.Subject), span=parts.span)

    def part_more(self, children: list[Child]) -> award_tree.Composition:
        parts = Parts(children)
        return award_tree.Composition(amount=None, subjects=parts.all(tree.Subject), span=parts.span)

    def composition(self, children: list[Child]) -> award_tree.Composition:
        parts = Parts(children)
        return replace(parts.one(award_tree.Composition), apart=True, span=parts.span)

    def part_alone(self, children: list[Child]) -> award_tree.Composition:
        return replace(self.part_being(children), apart=True)

    def composition_of_all(self, children: list[Child]) -> award_tree.Composition:
        parts = Parts(children)
        return replace(parts.one(award_tree.Composition), apart=True, of_all=True, span=parts.span)

    def of_all_chosen(self, children: list[Child]) -> award_tree.Among:
        parts = Parts(children)
        return award_tree.Among(who=parts.all(tree.Subject), award=parts.maybe(tree.NameRef), span=parts.span)

    def made_up_whole(self, children: list[Child]) -> award_tree.MadeUpWhole:
        """The first part, or one part more; or all parts before whom they are made up of."""
        parts = Parts(children)
        if said := parts.maybe(award_tree.Compositions):
            among = parts.one(award_tree.Among)
            return award_tree.MadeUpWhole(who=next(iter(among.who), None), award=among.award, parts=said.parts, span=parts.span)
        last = replace(parts.one(award_tree.Composition), subjects=parts.one(award_tree.Composition).subjects or parts.all(tree.Subject))
        part = beside(parts, last)
        assert isinstance(part, award_tree.Composition), part
        if before := parts.maybe(award_tree.MadeUpWhole):
            return replace(before, parts=(*before.parts, part), span=parts.span)
        whole = parts.one(award_tree.Among)
        return award_tree.MadeUpWhole(who=next(iter(whole.who), None), award=whole.award, parts=(part,), span=parts.span)

    def compositions(self, children: list[Child]) -> award_tree.Compositions:
        """The first part, or one part more."""
        parts = Parts(children)
        before = parts.maybe(award_tree.Compositions)
        last = beside(parts, parts.one(award_tree.Composition))
        assert isinstance(last, award_tree.Composition), last
        return award_tree.Compositions(parts=((*before.parts, last) if before else (last,)), span=parts.span)

    def composition_alone(self, children: list[Child]) -> award_tree.Compositions:
        """“Chấp hành viên chiếm ít nhất một nửa”."""
        return award_tree.Compositions(parts=(self.composition([self.part_named(children)]),), span=Parts(children).span)
