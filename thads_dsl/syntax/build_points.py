"""Rules of sentence.lark about points → nodes of points_tree."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import cast

from lark import Token, Transformer

from thads_dsl.syntax import points_tree as tree
from thads_dsl.syntax.parts import Child, Parts, figure_of
from thads_dsl.syntax.tree import Band, FacetRef, Figure, Node, Words


class _Points(Parts):
    """What a rule about points was made of."""

    @property
    def points(self) -> Figure:
        """The figure in points; 0 where there are none (“không có điểm”)."""
        score = next(map(figure_of, self.of("SCORE")), None)
        return score or Figure(value=Fraction(0), unit="điểm", written="0 điểm", right="", start=0, span=self.span)

    @property
    def sign(self) -> int:
        """+1, −1, or 0 where nothing is added or deducted."""
        found = self.maybe(tree.Change)
        return found.sign if found else 0


def _without_words(figure: Figure | None, words: set[str]) -> Figure | None:
    """“90% hồ sơ” as 90%; what it is a share of goes among the words."""
    if figure is None or not figure.unit.startswith("% "):
        return figure
    words.add(figure.unit.removeprefix("% "))
    return replace(figure, unit="%")


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
        parts = _Points(children)
        figure = parts.maybe(Figure) or next(map(figure_of, parts.of("PERCENT")), None)
        return tree.Limit(kind=kind, figure=figure, sign=parts.sign, span=parts.span)

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

    def said_count(self, children: list[Child]) -> Figure:
        """“5 cuộc”: words behind a figure are its unit, or go on with it (“lần vi phạm”, “% văn bản”)."""
        parts = Parts(children)
        figure, words = figure_of(parts.tokens[0]), " ".join(token.text.strip() for token in parts.of("TEXT"))
        return replace(figure, unit=f"{figure.unit} {words}".strip(), written=f"{figure.written} {words}".strip(), span=parts.span)

    worded_count = said_count

    def points_by_count_band(self, children: list[Child]) -> tree.PointsByBand:
        parts = _Points(children)
        band, words = parts.one(Band), {token.text.strip(" ,") for token in parts.of("TEXT")}
        low, high = (_without_words(figure, words) for figure in (band.low, band.high))
        return tree.PointsByBand(
            quantity=None,
            facet=None,
            band=replace(band, low=low, high=high),
            points=parts.points,
            counted=" ".join(sorted(words)),
            span=parts.span,
        )

    def _of_target(self, children: list[Child], met: bool) -> tree.PointsOfTarget:
        parts = _Points(children)
        return tree.PointsOfTarget(met=met, facet=parts.facet, points=parts.points, span=parts.span)

    def points_of_target(self, children: list[Child]) -> tree.PointsOfTarget:
        return self._of_target(children, met=True)

    def points_of_failed_target(self, children: list[Child]) -> tree.PointsOfTarget:
        return self._of_target(children, met=False)

    def listed(self, children: list[Child]) -> Words:
        """“gửi muộn, gửi thiếu”: one name."""
        parts = Parts(children)
        words = [*(each.text for each in parts.all(Words)), *(token.text.strip(" ,") for token in parts.of("TEXT"))]
        return Words(text=", ".join(words), span=parts.span)

    def _of_level(self, children: list[Child], *, nothing: bool = False) -> tree.PointsOfLevel:
        parts = _Points(children)
        listed = parts.maybe(Words)
        level = listed.text if listed else next((token.text.strip() for token in parts.of("TEXT")), "")
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

    def council_span_falling(self, children: list[Child]) -> tree.PointSpan:
        parts = Parts(children)
        high, low = parts.all(Figure)
        return tree.PointSpan(low=low, high=high, span=parts.span)

    def points_of_council(self, children: list[Child]) -> tree.PointsOfCouncil:
        parts = Parts(children)
        return tree.PointsOfCouncil(between=parts.one(tree.PointSpan), span=parts.span)

    def points_by_completion(self, children: list[Child]) -> tree.PointsByCompletion:
        parts = Parts(children)
        percent = next(map(figure_of, parts.of("PERCENT")), None)
        return tree.PointsByCompletion(limits=parts.all(tree.Limit), turned=parts.turn, percent=percent, span=parts.span)

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

    def points_limited(self, children: list[Child]) -> tree.PointsLimited:
        parts = _Points(children)
        kind = "standard" if parts.has("AT_MOST_STANDARD") else "figure"
        limit = tree.Limit(kind=kind, figure=parts.maybe(Figure), span=parts.span)
        return tree.PointsLimited(sign=parts.sign, limit=limit, span=parts.span)

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
        ways = [each.over for each in parts.all(tree.Beyond)]  # “không đạt thì cứ thiếu 1% …” says it twice
        step = figure_of(parts.of("PERCENT")[0])
        return tree.PointsByStep(
            over=ways[-1] if ways else parts.sign > 0,
            at_odds=len(set(ways)) > 1,
            step=step,
            sign=parts.sign,
            points=parts.points,
            limits=parts.all(tree.Limit),
            written=f"cứ mỗi {step.written}",
            span=parts.span,
        )

    def points_by_event(self, children: list[Child]) -> tree.PointsByEvent:
        parts = _Points(children)
        listed = parts.maybe(Words)
        event = listed.text if listed else parts.of("TEXT")[0].text.strip(" ,")
        sign = parts.sign or 1  # “mỗi bài được 02 điểm”
        return tree.PointsByEvent(event=event, sign=sign, points=parts.points, limits=parts.all(tree.Limit), span=parts.span)

    def points_by_time(self, children: list[Child]) -> tree.PointsByEvent:
        """“Vắng họp mỗi lần trừ …”, “đăng tin chậm, mỗi tin trừ …”: what is counted stands behind the words that say what it does."""
        event, unit = self.points_by_event(children), Parts(children).of("TEXT")[-1].text.strip(" ,")
        name = re.sub(r"^(?:có|để) | thì$", "", event.event, flags=re.IGNORECASE)
        return replace(event, event=f"{unit} {name[:1].lower()}{name[1:]}")

    def points_by_count(self, children: list[Child]) -> tree.PointsByEvent:
        """“Vi phạm 01 lần trừ …”, “chậm 01 báo cáo trừ …”: what is counted is named by its unit, and by the words around it."""
        parts = _Points(children)
        count = figure_of(parts.of("MEASURE", "NUMBER")[0])
        name, *counted = [token.text.strip(" ,") for token in parts.of("TEXT")]
        unit = " ".join(counted) or re.sub(r"^\S+\s+", "", count.written)
        name = re.sub(r"^(?:có|để)$", "", name, flags=re.IGNORECASE)
        event = f"{unit} {name[:1].lower()}{name[1:]}".strip()
        return tree.PointsByEvent(
            event=event, count=count, sign=parts.sign, points=parts.points, limits=parts.all(tree.Limit), span=parts.span
        )

    def points_per_count(self, children: list[Child]) -> tree.PointsByEvent:
        """“Cứ 01 báo cáo chậm trừ …”: the unit and the words behind it name what is counted."""
        parts = _Points(children)
        count = figure_of(parts.of("MEASURE", "NUMBER")[0])
        unit = count.written.partition(" ")[2] if parts.has("MEASURE") else ""
        event = " ".join([unit, *(token.text.strip(" ,") for token in parts.of("TEXT"))]).strip()
        return tree.PointsByEvent(
            event=event, count=count, sign=parts.sign, points=parts.points, limits=parts.all(tree.Limit), span=parts.span
        )

    def points_by_each(self, children: list[Child]) -> tree.PointsByEvent:
        """“Vi phạm: trừ 5 điểm/lần”."""
        event, unit = self.points_by_event(children), Parts(children).of("TEXT")[-1].text.strip(" ,")
        name = re.sub(r"^(?:có|để) ", "", event.event, flags=re.IGNORECASE)
        name = f"{name[:1].lower()}{name[1:]}"
        named = name.casefold().startswith(unit.casefold())
        return replace(event, event=name if named else f"{unit} {name}")

    # ---- examples

    def total_is(self, children: list[Child]) -> tree.TotalOutcome:
        parts = Parts(children)
        return tree.TotalOutcome(total=parts.maybe(Figure), span=parts.span)

    total_not_known = total_is

    def class_is(self, children: list[Child]) -> tree.ClassOutcome:
        parts = Parts(children)
        return tree.ClassOutcome(name=cast(str, parts.of("CLASS")[0].value), span=parts.span)
