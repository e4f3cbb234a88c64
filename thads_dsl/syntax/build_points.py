"""Rules of sentence.lark about points → nodes of points_tree."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from lark import Token, Transformer

from thads_dsl.syntax import points_tree as tree
from thads_dsl.syntax.parts import Child, Parts, figure_of, shared
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


class _Points(Parts):
    """What a rule about points was made of."""

    @property
    def points(self) -> Figure:
        """The figure in points."""
        return figure_of(self.of("SCORE")[0])

    @property
    def sign(self) -> int:
        """+1, −1, or 0 where nothing is added or deducted."""
        found = self.maybe(tree.Change)
        return found.sign if found else 0


class PointRules(Transformer[Token, object]):
    """What `Build` makes of the families of points."""

    def added(self, children: list[Child]) -> tree.Change:
        return tree.Change(sign=1, span=Parts(children).span)

    def deducted(self, children: list[Child]) -> tree.Change:
        return tree.Change(sign=-1, span=Parts(children).span)

    def over(self, children: list[Child]) -> tree.Beyond:
        return tree.Beyond(over=True, span=Parts(children).span)

    def under(self, children: list[Child]) -> tree.Beyond:
        return tree.Beyond(over=False, span=Parts(children).span)

    def per(self, children: list[Child]) -> None:
        """“cứ”, “mỗi” and “cứ mỗi” say the same."""

    # ---- limits

    def _limit(self, children: list[Child], kind: str) -> tree.Limit:
        parts = Parts(children)
        figure = parts.maybe(Figure) or next(map(figure_of, parts.of("PERCENT")), None)
        return tree.Limit(kind=kind, figure=figure, span=parts.span)

    def limit_figure(self, children: list[Child]) -> tree.Limit:
        return self._limit(children, "figure")

    def limit_standard(self, children: list[Child]) -> tree.Limit:
        return self._limit(children, "standard")

    def limit_whole(self, children: list[Child]) -> tree.Limit:
        return self._limit(children, "whole")

    def limit_pro_rata(self, children: list[Child]) -> tree.Limit:
        return self._limit(children, "pro rata")

    def limit_once(self, children: list[Child]) -> tree.Limit:
        return self._limit(children, "once")

    def limit_none(self, children: list[Child]) -> tree.Limit:
        return self._limit(children, "none")

    def limits(self, children: list[Child]) -> tuple[Node, ...]:
        return Parts(children).all(tree.Limit)

    # ---- what sets points

    def points_by_band(self, children: list[Child]) -> tree.PointsByBand:
        parts = _Points(children)
        return tree.PointsByBand(
            turned=parts.turn,
            quantity=parts.name("QUANTITY"),
            facet=parts.maybe(FacetRef),
            band=parts.one(Band),
            points=parts.points,
            span=parts.span,
        )

    points_by_turn = points_by_band

    def _of_target(self, children: list[Child], met: bool) -> tree.PointsOfTarget:
        parts = _Points(children)
        return tree.PointsOfTarget(met=met, facet=parts.facet, points=parts.points, span=parts.span)

    def points_of_target(self, children: list[Child]) -> tree.PointsOfTarget:
        return self._of_target(children, met=True)

    def points_of_failed_target(self, children: list[Child]) -> tree.PointsOfTarget:
        return self._of_target(children, met=False)

    def _of_level(self, children: list[Child], *, nothing: bool = False) -> tree.PointsOfLevel:
        parts = _Points(children)
        level = next((token.text.strip() for token in parts.of("TEXT")), "")
        return tree.PointsOfLevel(
            level=level,
            nothing=nothing,
            sign=parts.sign,
            points=parts.points,
            apart=parts.has("COLON"),
            limits=parts.all(tree.Limit),
            span=parts.span,
        )

    def points_of_level(self, children: list[Child]) -> tree.PointsOfLevel:
        return self._of_level(children)

    points_of_merit = points_of_level

    def points_of_others(self, children: list[Child]) -> tree.PointsOfLevel:
        return replace(self._of_level(children), level="")

    def points_of_nothing(self, children: list[Child]) -> tree.PointsOfLevel:
        return self._of_level(children, nothing=True)

    def council_span(self, children: list[Child]) -> tree.PointSpan:
        parts = Parts(children)
        *low, high = parts.all(Figure)
        return tree.PointSpan(low=low[0] if low else None, high=high, span=parts.span)

    def points_of_council(self, children: list[Child]) -> tree.PointsOfCouncil:
        parts = Parts(children)
        return tree.PointsOfCouncil(between=parts.one(tree.PointSpan), span=parts.span)

    def points_by_completion(self, children: list[Child]) -> tree.PointsByCompletion:
        parts = Parts(children)
        return tree.PointsByCompletion(limits=parts.all(tree.Limit), span=parts.span)

    def points_like(self, children: list[Child]) -> tree.PointsLike:
        parts = Parts(children)
        return tree.PointsLike(number=cast(str, parts.of("CRITERION")[0].value), span=parts.span)

    def weighted(self, children: list[Child]) -> tree.Weighted:
        parts = Parts(children)
        number = cast(str, parts.of("CRITERION")[0].value)
        return tree.Weighted(number=number, weight=next(map(figure_of, parts.of("NUMBER")), None), span=parts.span)

    def weighted_list(self, children: list[Child]) -> tuple[Node, ...]:
        return Parts(children).all(tree.Weighted)

    def points_on_average(self, children: list[Child]) -> tree.PointsOnAverage:
        parts = Parts(children)
        return tree.PointsOnAverage(parts=parts.all(tree.Weighted), span=parts.span)

    def points_highest(self, children: list[Child]) -> tree.PointsHighest:
        return tree.PointsHighest(span=Parts(children).span)

    # ---- what changes points

    def points_beyond(self, children: list[Child]) -> tree.PointsBeyond:
        parts = _Points(children)
        band, *load = parts.all(Band)
        return tree.PointsBeyond(
            over=parts.one(tree.Beyond).over,
            band=band,
            loaded=parts.name("QUANTITY"),
            load=load[0] if load else None,
            sign=parts.sign,
            points=parts.points,
            span=parts.span,
        )

    def points_by_step(self, children: list[Child]) -> tree.PointsByStep:
        parts = _Points(children)
        beyond = parts.maybe(tree.Beyond)
        step = figure_of(parts.of("PERCENT")[0])
        return tree.PointsByStep(
            over=beyond.over if beyond else parts.sign > 0,
            step=step,
            sign=parts.sign,
            points=parts.points,
            limits=parts.all(tree.Limit),
            written=f"cứ mỗi {step.written}",
            span=parts.span,
        )

    def points_by_event(self, children: list[Child]) -> tree.PointsByEvent:
        parts = _Points(children)
        event = parts.of("TEXT")[0].text.strip(" ,")
        return tree.PointsByEvent(event=event, sign=parts.sign, points=parts.points, limits=parts.all(tree.Limit), span=parts.span)

    # ---- totals, classes, ranks

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
        said = replace(rounding, mode=mode) if rounding else tree.Rounding(digits=None, mode=mode, span=parts.span)
        return (*(node for node in parts.nodes if node is not rounding), said)

    def points_total(self, children: list[Child]) -> tree.PointsTotal:
        parts = Parts(children)
        low = next((bound.figure for bound in parts.all(tree.TotalBound) if bound.least), None)
        high = next((bound.figure for bound in parts.all(tree.TotalBound) if not bound.least), None)
        return tree.PointsTotal(low=low, high=high, rounding=parts.maybe(tree.Rounding), span=parts.span)

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
        count = next((NUMBER_WORDS[token.text.casefold().split()[-1]] for token in parts.of("ALL_OF")), None)
        return tree.TargetsNamed(count=count, assigned=parts.has("ASSIGNED"), span=parts.span)

    def _targets_named(self, parts: Parts) -> tree.TargetsNamed:
        which, *places = parts.all(tree.TargetsNamed)
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

    def class_minimum(self, children: list[Child]) -> tree.ClassCondition:
        parts = Parts(children)
        return tree.ClassCondition(percent=figure_of(parts.of("PERCENT")[0]), span=parts.span)

    def class_row(self, children: list[Child]) -> tree.ClassRow:
        parts = Parts(children)
        return tree.ClassRow(name=cast(str, parts.of("CLASS")[0].value), cases=parts.all(tree.ClassCase), span=parts.span)

    def rounds_down(self, children: list[Child]) -> tree.Mode:
        return tree.Mode(mode="down", span=Parts(children).span)

    def rounds_up(self, children: list[Child]) -> tree.Mode:
        return tree.Mode(mode="up", span=Parts(children).span)

    def quota_end(self, children: list[Child]) -> tuple[Node, ...]:
        return Parts(children).all(tree.Mode)

    def units_in(self, children: list[Child]) -> tuple[Node, ...]:
        return Parts(children).all(Subject)

    def class_quota(self, children: list[Child]) -> tree.ClassQuota:
        parts = Parts(children)
        mode = parts.maybe(tree.Mode)
        return tree.ClassQuota(
            percent=figure_of(parts.of("PERCENT")[0]),
            name=cast(str, parts.of("CLASS")[0].value),
            mode=mode.mode if mode else "",
            subjects=parts.all(Subject),
            span=parts.span,
        )

    def trigger_discipline(self, children: list[Child]) -> tree.Trigger:
        parts = Parts(children)
        form, window = parts.name("SANCTION"), parts.maybe(Window)
        return tree.Trigger(subject=parts.maybe(Subject), form=form, window=window, span=parts.span)

    def trigger_minimum(self, children: list[Child]) -> tree.Trigger:
        parts = Parts(children)
        return tree.Trigger(subject=parts.maybe(Subject), percent=figure_of(parts.of("PERCENT")[0]), span=parts.span)

    def trigger_targets(self, children: list[Child]) -> tree.Trigger:
        parts = Parts(children)
        return tree.Trigger(subject=parts.maybe(Subject), targets=self._targets_named(parts), span=parts.span)

    def demoted(self, children: list[Child]) -> tree.ClassChange:
        parts = Parts(children)
        name = next((cast(str, token.value) for token in parts.of("CLASS")), "")
        return tree.ClassChange(trigger=parts.one(tree.Trigger), name=name, span=parts.span)

    not_classed = demoted

    def rank_key(self, children: list[Child]) -> tree.RankKey:
        parts = Parts(children)
        number = next((cast(str, token.value) for token in parts.of("CRITERION")), "")
        return tree.RankKey(criterion=number, quantity=parts.name("QUANTITY"), facet=parts.facet, span=parts.span)

    def rank_head(self, children: list[Child]) -> tree.Ranking:
        parts = Parts(children)
        if (head := parts.maybe(tree.Ranking)) is not None:
            return head  # with “từ cao xuống thấp”, as always
        first = parts.maybe(tree.RankKey) or self.rank_key(children)
        return tree.Ranking(clusters=parts.has("WITHIN_CLUSTER"), first=first, ties=(), span=parts.span)

    def tie_step(self, children: list[Child]) -> tree.Mode:
        """“sau đó theo”, “vẫn bằng nhau thì xét” say that the next key is looked at."""
        return tree.Mode(mode="next", span=Parts(children).span)

    def council_decides(self, children: list[Child]) -> tree.Mode:
        """What is still equal waits for the council in any case."""
        return tree.Mode(mode="council", span=Parts(children).span)

    def tie_keys(self, children: list[Child]) -> tuple[Node, ...]:
        return tuple(Parts(children).nodes)

    def ranked(self, children: list[Child]) -> tree.Ranking:
        parts = Parts(children)
        return replace(parts.one(tree.Ranking), ties=parts.all(tree.RankKey), span=parts.span)

    def ranked_ties(self, children: list[Child]) -> tree.Ranking:
        parts = Parts(children)
        return tree.Ranking(clusters=False, first=None, ties=parts.all(tree.RankKey), span=parts.span)

    # ---- amended tables

    def _amendment(self, children: list[Child], kind: str) -> tree.Amendment:
        parts = _Points(children)
        quoted = [str(token.value) for token in parts.of("QUOTED")]
        named = [cast(str, token.value) for token in parts.of("CRITERION")] + [token.text.split()[-1] for token in parts.of("PART")]
        return tree.Amendment(
            kind=kind,
            number=next(iter(named), ""),
            title=quoted[0] if quoted else "",
            points=parts.points if parts.has("SCORE") else None,
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

    # ---- examples

    def total_is(self, children: list[Child]) -> tree.TotalOutcome:
        parts = Parts(children)
        return tree.TotalOutcome(total=parts.maybe(Figure), span=parts.span)

    total_not_known = total_is

    def class_is(self, children: list[Child]) -> tree.ClassOutcome:
        parts = Parts(children)
        return tree.ClassOutcome(name=cast(str, parts.of("CLASS")[0].value), span=parts.span)
