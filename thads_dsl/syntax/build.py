"""Rules of sentence.lark → nodes of the tree. One method a rule, of the same name; here those that many families share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from lark import Token

from thads_dsl.syntax import tree
from thads_dsl.syntax.build_amendments import AmendmentRules
from thads_dsl.syntax.build_awards import AwardRules
from thads_dsl.syntax.build_changes import ChangeRules
from thads_dsl.syntax.build_compositions import CompositionRules
from thads_dsl.syntax.build_conditions import ConditionRules
from thads_dsl.syntax.build_dates import DateRules
from thads_dsl.syntax.build_examples import ExampleRules
from thads_dsl.syntax.build_moved import MovedRules
from thads_dsl.syntax.build_points import PointRules
from thads_dsl.syntax.build_ratings import RatingRules
from thads_dsl.syntax.build_targets import TargetRules
from thads_dsl.syntax.parts import Child, Parts, figure_of, shared

_BOUNDS = ("AT_LEAST", "AT_MOST")


def _band(form: str, low: bool | None, high: bool | None) -> Callable[[Build, list[Child]], tree.Band]:
    """A band form by which bounds it has (None: none) and whether they are closed; figures stand low before high."""

    def build(self: Build, children: list[Child]) -> tree.Band:
        parts = Parts(children)
        figures = parts.all(tree.Figure)
        return tree.Band(
            form=form,
            low=figures[0] if low is not None else None,
            low_closed=bool(low),
            high=figures[-1] if high is not None else None,
            high_closed=bool(high),
            written=parts.written,
            span=parts.span,
        )

    return build


def _closed(figure: tree.Figure, least: bool) -> tree.Band:
    """“từ N trở lên”, or “từ N trở xuống”."""
    written = f"từ {figure.written} trở {'lên' if least else 'xuống'}"
    low, high = (figure, None) if least else (None, figure)
    form = "B7" if least else "B5"
    return tree.Band(form=form, low=low, low_closed=least, high=high, high_closed=not least, written=written, span=figure.span)


def _named_from_behind(bands: tuple[tree.Banded, ...]) -> tuple[tree.Banded, ...]:
    """“từ 150 việc và từ 80 tỷ đồng có điều kiện thi hành”: a name behind the last figure is that of those before it that have none."""
    found: list[tree.Banded] = []
    name = None
    for banded in reversed(bands):
        name = banded.quantity if banded.behind else None if banded.quantity is not None else name
        found.append(replace(banded, quantity=name, behind=True) if banded.quantity is None and name is not None else banded)
    return tuple(reversed(found))


def _comparison(form: str, sign: str) -> Callable[[Build, list[Child]], tree.Comparison]:
    def build(self: Build, children: list[Child]) -> tree.Comparison:
        parts = Parts(children)
        return tree.Comparison(form=form, sign=sign, figure=parts.one(tree.Figure), written=parts.written, span=parts.span)

    return build


class Build(
    TargetRules,
    MovedRules,
    ConditionRules,
    DateRules,
    AwardRules,
    CompositionRules,
    PointRules,
    RatingRules,
    AmendmentRules,
    ExampleRules,
    ChangeRules,
):
    """Called by the parser as it reads; no tree of Lark's is ever made."""

    def figure(self, children: list[Child]) -> tree.Figure:
        return figure_of(Parts(children).tokens[0])

    def exactly(self, children: list[Child]) -> tree.Band:
        """One figure; of a share, from it on."""
        figure = Parts(children).one(tree.Figure)
        high = None if figure.unit.startswith("%") else figure
        form = "B7" if high is None else "B3"
        return tree.Band(form=form, low=figure, low_closed=True, high=high, high_closed=True, written=figure.written, span=figure.span)

    b1 = _band("B1", None, False)
    b2 = _band("B2", True, False)
    b3 = _band("B3", True, True)
    b4 = _band("B4", False, True)
    b4_below = _band("B4", False, False)
    b5 = _band("B5", None, True)
    b6 = _band("B6", False, None)
    b7 = _band("B7", True, None)

    t1 = _comparison("T1", "≥")
    t2 = _comparison("T2", "≥")
    t3 = _comparison("T3", ">")
    t4 = _comparison("T4", "≤")
    t4_below = _comparison("T4", "<")
    t_exceeding = _comparison("T?", "≥")

    def t_range(self, children: list[Child]) -> tree.Comparison:
        parts = Parts(children)
        low, high = parts.all(tree.Figure)
        return tree.Comparison(form="T?", sign="≥", figure=low, other=high, written=parts.written, span=parts.span)

    # ---- shared phrases

    def cases(self, children: list[Child]) -> tree.FacetRef:
        return tree.FacetRef(facet="về việc", span=Parts(children).span)

    def money(self, children: list[Child]) -> tree.FacetRef:
        return tree.FacetRef(facet="về tiền", span=Parts(children).span)

    def facets(self, children: list[Child]) -> tuple[tree.Node, ...]:
        return Parts(children).all(tree.FacetRef)

    def subject(self, children: list[Child]) -> tree.Subject:
        parts = Parts(children)
        return tree.Subject(name=parts.the_name("SUBJECT"), span=parts.span)

    def subject_of_kind(self, children: list[Child]) -> tree.Subject:
        parts = Parts(children)
        name, narrowed = parts.names("SUBJECT")
        return tree.Subject(name=name, narrowed=narrowed, span=parts.span)

    def subject_not_of_kind(self, children: list[Child]) -> tree.Subject:
        parts = Parts(children)
        name, narrowed = parts.names("SUBJECT")
        return tree.Subject(name=name, narrowed=narrowed, negated=True, span=parts.span)

    def people_not_of_kind(self, children: list[Child]) -> tree.Subject:
        """“công chức không là Chấp hành viên”: of all people, whatever word stands for them."""
        parts = Parts(children)
        return replace(self.people(children[:1]), narrowed=parts.the_name("SUBJECT"), negated=True, span=parts.span)

    def people(self, children: list[Child]) -> tree.Subject:
        (said,) = Parts(children).of("PEOPLE")
        return tree.Subject(name=tree.NameRef(kind="SUBJECT", canonical="cá nhân", span=said.span), span=said.span)

    def subject_remaining(self, children: list[Child]) -> tree.Subject:
        parts = Parts(children)
        return tree.Subject(name=parts.the_name("SUBJECT"), remaining=True, span=parts.span)

    def people_remaining(self, children: list[Child]) -> tree.Subject:
        """“người khác”, “những người còn lại”."""
        return replace(self.people(children[:1]), remaining=True, span=Parts(children).span)

    def subject_glossed(self, children: list[Child]) -> tree.Subject:
        parts = Parts(children)
        name, gloss = parts.names("SUBJECT")
        return tree.Subject(name=name, gloss=gloss, span=parts.span)

    def subjects(self, children: list[Child]) -> tuple[tree.Node, ...]:
        return Parts(children).all(tree.Subject)

    subject_list = subjects

    def places(self, children: list[Child]) -> tuple[tree.Node, ...]:
        parts = Parts(children)
        return shared((*parts.all(tree.PlaceRef), *parts.places))

    # ---- contexts

    def banded(self, children: list[Child]) -> tree.Banded:
        parts = Parts(children)
        return tree.Banded(quantity=parts.name("QUANTITY"), facet=parts.facet, band=parts.one(tree.Band), span=parts.span)

    def banded_behind(self, children: list[Child]) -> tree.Banded:
        """“dưới 500 việc có điều kiện thi hành”."""
        parts = Parts(children)
        return tree.Banded(quantity=parts.the_name("COUNTED"), facet="", band=parts.one(tree.Band), behind=True, span=parts.span)

    def _behind(self, children: list[Child], least: bool) -> tree.Banded:
        parts = Parts(children)
        band = replace(_closed(parts.one(tree.Figure), least), span=parts.span)
        return tree.Banded(quantity=parts.the_name("COUNTED"), facet="", band=band, behind=True, span=parts.span)

    def banded_behind_from(self, children: list[Child]) -> tree.Banded:
        return self._behind(children, least=True)

    def banded_behind_to(self, children: list[Child]) -> tree.Banded:
        return self._behind(children, least=False)

    def _at(self, children: list[Child], least: bool) -> tree.Banded:
        """“tổng số giải quyết ít nhất 500 việc”; the band is what stands behind the name."""
        parts = Parts(children)
        bound = Parts([parts.one(tree.Figure), *(each for each in children if isinstance(each, Token) and each.type in _BOUNDS)])
        band = replace(_closed(parts.one(tree.Figure), least), written=bound.written, span=bound.span)
        return tree.Banded(quantity=parts.the_name("QUANTITY"), facet=parts.facet, band=band, span=parts.span)

    def banded_at_least(self, children: list[Child]) -> tree.Banded:
        return self._at(children, least=True)

    def banded_at_most(self, children: list[Child]) -> tree.Banded:
        return self._at(children, least=False)

    def begun(self, children: list[Child]) -> tree.Banded:
        parts = Parts(children)
        low = parts.one(tree.Figure)
        band = tree.Band(form="B7", low=low, low_closed=True, high=None, high_closed=False, written=f"từ {low.written}", span=low.span)
        return tree.Banded(quantity=parts.name("QUANTITY"), facet=parts.facet, band=band, span=parts.span)

    def begun_behind(self, children: list[Child]) -> tree.Banded:
        """“từ 250 việc phải thi hành | hoặc từ 30 tỷ đồng phải thi hành trở lên”."""
        parts = Parts(children)
        return replace(self.begun(children), quantity=parts.the_name("COUNTED"), behind=True)

    def _having(self, children: list[Child], every: bool) -> tree.Having:
        parts = Parts(children)
        bands = _named_from_behind(parts.all(tree.Banded))
        joined = f" {'và' if every else 'hoặc'} ".join(each.band.written for each in bands)
        return tree.Having(bands=bands, every=every, written=joined, span=parts.span)

    def having_all(self, children: list[Child]) -> tree.Having:
        return self._having(children, every=True)

    def having_any(self, children: list[Child]) -> tree.Having:
        return self._having(children, every=False)

    def having_either(self, children: list[Child]) -> tree.Having:
        parts = Parts(children)
        first, last = parts.all(tree.Having)
        ways = (*(first.either or (first,)), last)
        bands = _named_from_behind(tuple(band for way in ways for band in way.bands))
        named = iter(bands)
        ways = tuple(replace(way, bands=tuple(next(named) for _ in way.bands)) for way in ways)
        written = f"{first.written}, hoặc {last.written}"
        return tree.Having(bands=bands, every=False, written=written, either=ways, span=parts.span)

    def rising(self, children: list[Child]) -> tree.Turn:
        return tree.Turn(word="tăng", span=Parts(children).span)

    def falling(self, children: list[Child]) -> tree.Turn:
        return tree.Turn(word="giảm", span=Parts(children).span)

    def group_of_rest(self, children: list[Child]) -> tree.Grouping:
        return self.grouping(children)

    def group_by_figures(self, children: list[Child]) -> tree.Grouping:
        parts = Parts(children)
        return tree.Grouping(by_figures=parts.the_name("SUBJECT").canonical, span=parts.span)

    def grouping(self, children: list[Child]) -> tree.Grouping:
        return tree.Grouping(span=Parts(children).span)
