"""Rules of sentence.lark about totals, classes and ranks → nodes of points_tree."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from lark import Token, Transformer

from thads_dsl.syntax import points_tree as tree
from thads_dsl.syntax.parts import Child, Parts, counted, figure_of, shared
from thads_dsl.syntax.times import NUMBER_WORDS
from thads_dsl.syntax.tree import Band, FacetRef, Figure, Node, Subject, Window


def _with_targets(condition: tree.ClassCondition, more: tree.TargetsNamed) -> tree.ClassCondition:
    """The same condition on targets, named more closely."""
    said = condition.targets or tree.TargetsNamed(span=condition.span)
    named = replace(
        said,
        facets=(*said.facets, *more.facets),
        places=shared((*said.places, *more.places)),
        criteria=(*said.criteria, *more.criteria),
    )
    return replace(condition, targets=named)


class RatingRules(Transformer[Token, object]):
    """What `Build` makes of sentences about totals, classes and ranks."""

    def _rounding(self, children: list[Child], mode: str) -> tree.Rounding:
        parts = Parts(children)
        return tree.Rounding(digits=figure_of(parts.of("NUMBER")[0]), mode=mode, span=parts.span)

    def rounded_half_up(self, children: list[Child]) -> tree.Rounding:
        return self._rounding(children, "half up")

    def rounded_somehow(self, children: list[Child]) -> tree.Rounding:
        return self._rounding(children, "")

    def total_at_least(self, children: list[Child]) -> tree.TotalBound:
        parts = Parts(children)
        return tree.TotalBound(least=True, figure=parts.one(Figure), span=parts.span)

    def total_at_most(self, children: list[Child]) -> tree.TotalBound:
        return replace(self.total_at_least(children), least=False)

    def total_parts(self, children: list[Child]) -> tuple[Node, ...]:
        return tuple(Parts(children).nodes)

    def total_rounded_so(self, children: list[Child]) -> tuple[Node, ...]:
        """“…, làm tròn” or “…, không làm tròn” behind the number of decimals."""
        parts = Parts(children)
        mode, rounding = "down" if parts.has("NOT_ROUNDED") else "half up", parts.maybe(tree.Rounding)
        whole = parts.span if rounding is None else replace(rounding.span, end=parts.span.end)
        said = tree.Rounding(digits=rounding.digits if rounding else None, mode=mode, span=whole)
        return (*(node for node in parts.nodes if node is not rounding), said)

    def points_total(self, children: list[Child]) -> tree.PointsTotal:
        parts = Parts(children)
        return tree.PointsTotal(bounds=parts.all(tree.TotalBound), roundings=parts.all(tree.Rounding), span=parts.span)

    def capped_where(self, children: list[Child]) -> tree.CappedWhere:
        parts = Parts(children)
        criteria = [number for each in parts.all(tree.CappedWhere) for number in each.criteria]
        criteria += [cast(str, token.value) for token in parts.of("CRITERION")]
        part = next((token.text.split()[-1] for token in parts.of("PART")), "")
        return tree.CappedWhere(criteria=tuple(criteria), part=part, span=parts.span)

    def capped_added(self, children: list[Child], sign: int = 1) -> tree.CappedWhere:
        parts = Parts(children)
        where = parts.maybe(tree.CappedWhere) or tree.CappedWhere(span=parts.span)
        return replace(where, sign=sign, span=parts.span)

    def capped_deducted(self, children: list[Child]) -> tree.CappedWhere:
        return self.capped_added(children, sign=-1)

    def points_cap(self, children: list[Child]) -> tree.PointsCap:
        parts = Parts(children)
        return tree.PointsCap(capped=parts.one(tree.CappedWhere), most=parts.one(Figure), span=parts.span)

    def joint(self, children: list[Child]) -> None:
        """“và”, “nhưng” and a comma say the same here."""

    def class_band(self, children: list[Child]) -> tuple[Node, ...]:
        parts = Parts(children)
        band = parts.one(Band)
        return (*parts.all(tree.ClassCase), tree.ClassCase(band=band, conditions=(), span=band.span))

    def class_others(self, children: list[Child]) -> tuple[Node, ...]:
        return (tree.ClassCase(band=None, conditions=(), span=Parts(children).span),)

    def class_more(self, children: list[Child]) -> tuple[Node, ...]:
        """The last case with one more condition, or its last condition with one more facet, place or criterion of its targets."""
        parts = Parts(children)
        *before, last = parts.all(tree.ClassCase)
        conditions = (*last.conditions, *parts.all(tree.ClassCondition))
        named = parts.maybe(tree.TargetsNamed)
        if (facet := parts.maybe(FacetRef)) is not None:
            named = tree.TargetsNamed(facets=(facet.facet,), span=facet.span)
        if named is not None:  # without a condition before it what is asked is not said
            last_one = conditions[-1] if conditions else tree.ClassCondition(span=named.span)
            conditions = (*conditions[:-1], _with_targets(last_one, named) if conditions else last_one)
        return (*before, replace(last, conditions=conditions))

    def target_place(self, children: list[Child]) -> tree.TargetsNamed:
        parts = Parts(children)
        criteria = tuple(cast(str, token.value) for token in parts.of("CRITERION"))
        return tree.TargetsNamed(places=parts.places, criteria=criteria, span=parts.span)

    def target_places(self, children: list[Child]) -> tuple[Node, ...]:
        return Parts(children).all(tree.TargetsNamed)

    def which_targets(self, children: list[Child]) -> tree.TargetsNamed:
        parts = Parts(children)
        every, full, one = (parts.of(terminal) for terminal in ("ALL_OF", "FULL_OF", "ONE_OF"))
        count = next((counted(token) for token in (*every, *full, *one)), None)
        how = "every" if every else "full" if full else "one" if one else ""
        return tree.TargetsNamed(count=count, how=how, assigned=parts.has("ASSIGNED"), span=parts.span)

    def _targets_named(self, parts: Parts) -> tree.TargetsNamed:
        said = parts.all(tree.TargetsNamed)
        # “có chỉ tiêu không đạt (tại …)” says where they are at most.
        which, *places = (tree.TargetsNamed(span=parts.span), *said) if parts.has("FAILING_SOME") else said
        named = replace(which, facets=tuple(each.facet for each in parts.all(FacetRef)))
        return replace(
            named,
            places=shared(tuple(place for each in places for place in each.places)),
            criteria=tuple(number for each in places for number in each.criteria),
        )

    def class_targets(self, children: list[Child]) -> tree.ClassCondition:
        parts = Parts(children)
        return tree.ClassCondition(targets=self._targets_named(parts), span=parts.span)

    def class_failed_targets(self, children: list[Child]) -> tree.ClassCondition:
        return replace(self.class_targets(children), met=False)

    class_failing_some = class_failed_targets

    def class_minimum(self, children: list[Child]) -> tree.ClassCondition:
        parts = Parts(children)
        return tree.ClassCondition(below=self.having_criteria(children), span=parts.span)

    def few_below(self, children: list[Child]) -> tree.CriteriaBelow:
        """“có không quá 01 tiêu chí dưới 50%”: not two of them or more."""
        parts = Parts(children)
        words = parts.of("AT_MOST_CRITERIA")[0].text.casefold().split()
        most = next(int(word) if word.isdecimal() else NUMBER_WORDS[word] for word in words if word.isdecimal() or word in NUMBER_WORDS)
        return tree.CriteriaBelow(percent=figure_of(parts.of("PERCENT")[0]), least=most + 1, span=parts.span)

    def class_few_below(self, children: list[Child]) -> tree.ClassCondition:
        parts = Parts(children)
        return tree.ClassCondition(below=parts.one(tree.CriteriaBelow), span=parts.span)

    def class_some_below(self, children: list[Child]) -> tree.ClassCondition:
        parts = Parts(children)
        return tree.ClassCondition(below=parts.one(tree.CriteriaBelow), met=False, span=parts.span)

    def having_criteria(self, children: list[Child]) -> tree.CriteriaBelow:
        parts = Parts(children)
        words = [
            word for token in (*parts.of("HAVING_CRITERIA"), *parts.of("HAVING_SOME_CRITERIA")) for word in token.text.casefold().split()
        ]
        counts = [int(word) if word.isdecimal() else NUMBER_WORDS.get(word) for word in words]
        least = next((count for count in counts if count is not None), 1)
        return tree.CriteriaBelow(percent=figure_of(parts.of("PERCENT")[0]), least=least, span=parts.span)

    def class_row(self, children: list[Child]) -> tree.ClassRow:
        parts = Parts(children)
        name = cast(str, parts.of("CLASS")[0].value)
        share = parts.maybe(tree.ClassQuota)
        share = None if share is None else replace(share, name=name)
        return tree.ClassRow(name=name, cases=parts.all(tree.ClassCase), share=share, span=parts.span)

    def class_share(self, children: list[Child]) -> tree.ClassQuota:
        """A share of the units, of the class whose row it ends."""
        parts = Parts(children)
        mode = parts.maybe(tree.Mode)
        return tree.ClassQuota(percent=figure_of(parts.of("PERCENT")[0]), name="", mode=mode.mode if mode else "", span=parts.span)

    def rounds_down(self, children: list[Child]) -> tree.Mode:
        return tree.Mode(mode="down", span=Parts(children).span)

    def rounds_up(self, children: list[Child]) -> tree.Mode:
        return tree.Mode(mode="up", span=Parts(children).span)

    def quota_end(self, children: list[Child]) -> tuple[Node, ...]:
        return Parts(children).all(tree.Mode)

    def units_in(self, children: list[Child]) -> None:
        """“số đơn vị”, “tổng số Chi cục”: who is ranked is said by the table."""

    def class_quota(self, children: list[Child]) -> tree.ClassQuota:
        parts = Parts(children)
        mode = parts.maybe(tree.Mode)
        return tree.ClassQuota(
            percent=figure_of(parts.of("PERCENT")[0]),
            name=cast(str, parts.of("CLASS")[0].value),
            mode=mode.mode if mode else "",
            span=parts.span,
        )

    def trigger_discipline(self, children: list[Child]) -> tree.Trigger:
        parts = Parts(children)
        form, window = parts.name("SANCTION"), parts.maybe(Window)
        return tree.Trigger(form=form, members=parts.members, window=window, span=parts.span)

    def trigger_minimum(self, children: list[Child]) -> tree.Trigger:
        parts = Parts(children)
        return tree.Trigger(below=parts.one(tree.CriteriaBelow), span=parts.span)

    def trigger_targets(self, children: list[Child]) -> tree.Trigger:
        parts = Parts(children)
        return tree.Trigger(targets=self._targets_named(parts), span=parts.span)

    trigger_failing_some = trigger_targets

    def qualified(self, children: list[Child]) -> tree.Trigger:
        """Who alone may have a class: whoever is not so is what bars from it."""
        return self.trigger_targets(children)

    def qualified_none_below(self, children: list[Child]) -> tree.Trigger:
        return tree.Trigger(below=self.having_criteria(children), span=Parts(children).span)

    def qualified_few_below(self, children: list[Child]) -> tree.Trigger:
        return self.trigger_minimum(children)

    def demoted(self, children: list[Child]) -> tree.ClassChange:
        parts = Parts(children)
        name = next((cast(str, token.value) for token in parts.of("CLASS")), "")
        return tree.ClassChange(trigger=parts.one(tree.Trigger), name=name, span=parts.span)

    not_classed = demoted

    def classed_at_best(self, children: list[Child]) -> tree.ClassChange:
        return replace(self.demoted(children), at_best=True)

    def classed_only(self, children: list[Child]) -> tree.ClassChange:
        return replace(self.demoted(children), only=True)

    def rank_key(self, children: list[Child]) -> tree.RankKey:
        parts = Parts(children)
        number = next((cast(str, token.value) for token in parts.of("CRITERION")), "")
        return tree.RankKey(
            criterion=number,
            quantity=parts.name("QUANTITY"),
            facet=parts.facet,
            subjects=parts.all(Subject),
            greater=parts.has("GREATER") or parts.has("GREATEST") or parts.has("COMES_FIRST"),
            span=parts.span,
        )

    def rank_head(self, children: list[Child]) -> tree.Ranking:
        parts = Parts(children)
        if (head := parts.maybe(tree.Ranking)) is not None:
            return head  # with “từ cao xuống thấp”, as always
        first = parts.maybe(tree.RankKey) or self.rank_key(children)
        return tree.Ranking(clusters=parts.has("WITHIN_CLUSTER"), first=first, ties=(), span=parts.span)

    def tie_step(self, children: list[Child]) -> tree.Mode:
        """“sau đó theo”, “vẫn bằng nhau thì xét” say that the next key is looked at."""
        return tree.Mode(mode="next", span=Parts(children).span)

    tied = tie_step

    def council_decides(self, children: list[Child]) -> tree.Mode:
        """What is still equal waits for the council in any case."""
        return tree.Mode(mode="council", span=Parts(children).span)

    def tie_keys(self, children: list[Child]) -> tuple[Node, ...]:
        return tuple(Parts(children).nodes)

    tied_keys = tie_keys

    def ranked(self, children: list[Child]) -> tree.Ranking:
        parts = Parts(children)
        return replace(parts.one(tree.Ranking), ties=parts.all(tree.RankKey), span=parts.span)

    def ranked_ties(self, children: list[Child]) -> tree.Ranking:
        parts = Parts(children)
        return tree.Ranking(clusters=False, first=None, ties=parts.all(tree.RankKey), span=parts.span)
