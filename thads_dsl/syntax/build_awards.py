"""Rules of sentence.lark for awards → nodes of the tree. One method a rule, of the same name."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from lark import Token, Transformer

from thads_dsl.syntax import award_tree, tree
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.names import NameKind
from thads_dsl.syntax.parts import Child, Parts, figure_of


def _units(token: Lexeme) -> tree.Subject:
    """“số đơn vị”: of all units."""
    name = tree.NameRef(kind=NameKind.SUBJECT.value, canonical="tập thể", span=token.span)
    return tree.Subject(name=name, span=token.span)


def _half(token: Lexeme) -> tree.Figure:
    """“quá nửa”: more than this."""
    return tree.Figure(value=Fraction(50), unit="%", written=token.text, right="", start=token.start, span=token.span)


_HOW_CHOSEN = (award_tree.CouncilChooses, award_tree.Ranking, award_tree.ThenBy, award_tree.NothingLast)


def _beside(parts: Parts, tail: tree.Node) -> tree.Node:
    """A part of a composition behind “;” does not go on with the one before it."""
    return replace(tail, apart=tail.apart or parts.has("SEMICOLON")) if isinstance(tail, award_tree.Composition) else tail


class AwardRules(Transformer[Token, object]):
    """What `Build` makes of the families of awards."""

    # ---- levels (A1)

    def prize(self, children: list[Child]) -> tree.NameRef:
        parts = Parts(children)
        return parts.name("REWARD") or parts.the_name("TITLE")

    def level(self, children: list[Child]) -> award_tree.Level:
        parts = Parts(children)
        proposed = parts.has("PROPOSE")
        posts = tuple(post.name for post in parts.all(tree.Post))
        higher = tuple(token.text for token in parts.of("SUPERIOR"))
        return award_tree.Level(award=parts.one(tree.NameRef).canonical, posts=higher + posts, proposed=proposed, span=parts.span)

    level_of = level_proposed = level

    def level_post(self, children: list[Child]) -> award_tree.Level:
        parts = Parts(children)
        return award_tree.Level(award="", posts=(parts.one(tree.Post).name,), span=parts.span)

    def award_item(self, children: list[Child]) -> tree.Node:
        return Parts(children).one(award_tree.Level)

    def award_list(self, children: list[Child]) -> tuple[tree.Node, ...]:
        return Parts(children).all(award_tree.Level)

    def award_levels(self, children: list[Child]) -> award_tree.AwardLevels:
        """A post by itself gives the award that stands before it."""
        parts = Parts(children)
        levels: list[award_tree.Level] = []
        for level in parts.all(award_tree.Level):
            if level.award or not levels:
                levels.append(level)
            else:
                levels[-1] = replace(levels[-1], posts=levels[-1].posts + level.posts)
        return award_tree.AwardLevels(levels=tuple(levels), span=parts.span)

    # ---- how many (A2–A6)

    def counted(self, children: list[Child]) -> award_tree.Counted:
        parts = Parts(children)
        figure = figure_of(parts.of("AWARDS", "NUMBER")[0])
        return award_tree.Counted(figure=figure, subject=parts.maybe(tree.Subject), span=parts.span)

    def quota_unlimited(self, children: list[Child]) -> award_tree.Quota:
        return award_tree.Quota(span=Parts(children).span)

    def quota_total(self, children: list[Child]) -> award_tree.Quota:
        parts = Parts(children)
        return award_tree.Quota(counted=parts.all(award_tree.Counted), span=parts.span)

    def quota_pair(self, children: list[Child]) -> award_tree.Quota:
        parts = Parts(children)
        counted = tuple(each for quota in parts.all(award_tree.Quota) for each in quota.counted)
        return award_tree.Quota(counted=counted, span=parts.span)

    def quota_split(self, children: list[Child]) -> award_tree.Quota:
        """The whole with its first part, or one part more."""
        parts = Parts(children)
        part = parts.one(award_tree.Counted)
        if before := parts.maybe(award_tree.Quota):
            return replace(before, counted=(*before.counted, part), span=parts.span)
        award = award_tree.GivenAward(award=parts.one(tree.NameRef), span=parts.span)
        return award_tree.Quota(counted=(part,), whole=figure_of(parts.of("NUMBER")[0]), tails=(award,), span=parts.span)

    def counted_part(self, children: list[Child]) -> award_tree.Counted:
        return Parts(children).one(award_tree.Counted)

    def quota_per_unit(self, children: list[Child]) -> award_tree.Quota:
        """The first unit, or one unit more of a list."""
        parts = Parts(children)
        before = parts.maybe(award_tree.Quota)
        counted = before.counted if before else parts.all(award_tree.Counted)
        return award_tree.Quota(counted=counted, per=(before.per if before else ()) + parts.all(tree.Subject), span=parts.span)

    def quota_each(self, children: list[Child]) -> award_tree.Quota:
        parts = Parts(children)
        return award_tree.Quota(counted=parts.all(award_tree.Counted), per=parts.all(tree.Subject), span=parts.span)

    def portion(self, children: list[Child]) -> award_tree.Share:
        parts = Parts(children)
        return award_tree.Share(
            capped=parts.has("AT_MOST"),
            percent=figure_of(parts.of("PERCENT", "FRACTION")[0]),
            counted=parts.all(tree.Subject) or tuple(_units(token) for token in parts.of("UNITS_IN")),
            span=parts.span,
        )

    def quota_share(self, children: list[Child]) -> award_tree.Quota:
        parts = Parts(children)
        return award_tree.Quota(share=parts.one(award_tree.Share), span=parts.span)

    def share_in_all(self, children: list[Child]) -> award_tree.Quota:
        parts = Parts(children)
        within = award_tree.InAll(units=parts.all(tree.Subject), span=parts.span)
        return award_tree.Quota(share=parts.one(award_tree.Share), tails=(within,), span=parts.span)

    def share_of(self, children: list[Child]) -> award_tree.Quota:
        parts = Parts(children)
        return award_tree.Quota(share=replace(parts.one(award_tree.Share), of=parts.all(tree.Subject)), span=parts.span)

    def share_in_each(self, children: list[Child]) -> award_tree.Quota:
        """The first unit, or one unit more of a list."""
        parts = Parts(children)
        before = parts.maybe(award_tree.Quota)
        share = before.share if before and before.share else parts.one(award_tree.Share)
        return award_tree.Quota(share=replace(share, each=share.each + parts.all(tree.Subject)), span=parts.span)

    def share_in_both(self, children: list[Child]) -> award_tree.Quota:
        parts = Parts(children)
        before = parts.one(award_tree.Quota)
        assert before.share is not None, "only a share is counted in each unit"
        return award_tree.Quota(share=replace(before.share, both=True), span=parts.span)

    def quota_tailed(self, children: list[Child]) -> award_tree.Quota:
        parts = Parts(children)
        before, tail = parts.nodes
        assert isinstance(before, award_tree.Quota), before
        if isinstance(tail, award_tree.EachWave):
            return replace(before, each_wave=True, span=parts.span)
        if isinstance(tail, _HOW_CHOSEN) and before.tails and isinstance(before.tails[-1], award_tree.Chosen):
            last = self.chosen_in_order([before.tails[-1], tail])
            return replace(before, tails=(*before.tails[:-1], last), span=parts.span)
        return replace(before, tails=(*before.tails, _beside(parts, tail)), span=parts.span)

    quota_composed = quota_tailed

    def gift(self, children: list[Child]) -> award_tree.GivenAward:
        parts = Parts(children)
        return award_tree.GivenAward(award=parts.one(tree.NameRef), span=parts.span)

    given_what = gift

    def quota_given(self, children: list[Child]) -> award_tree.Quota:
        parts = Parts(children)
        said = parts.one(award_tree.Quota)
        return replace(said, tails=(*said.tails, parts.one(award_tree.GivenAward)), span=parts.span)

    def quota_each_wave(self, children: list[Child]) -> award_tree.Quota:
        parts = Parts(children)
        said = parts.one(award_tree.Quota)
        return replace(said, tails=(*said.tails, *parts.all(award_tree.GivenAward)), each_wave=True, span=parts.span)

    def each_wave(self, children: list[Child]) -> award_tree.EachWave:
        return award_tree.EachWave(span=Parts(children).span)

    def for_award(self, children: list[Child]) -> award_tree.ForAward:
        parts = Parts(children)
        return award_tree.ForAward(award=parts.one(tree.NameRef), subjects=parts.all(tree.Subject), span=parts.span)

    # ---- what stands behind them (A1, A5–A7)

    def council_chooses(self, children: list[Child]) -> award_tree.CouncilChooses:
        parts = Parts(children)
        return award_tree.CouncilChooses(subjects=parts.all(tree.Subject), span=parts.span)

    def order_key(self, children: list[Child]) -> award_tree.RankKey:
        parts = Parts(children)
        return award_tree.RankKey(quantity=parts.the_name("QUANTITY"), facet=parts.facet, span=parts.span)

    def in_order(self, children: list[Child]) -> award_tree.Ranking:
        parts = Parts(children)
        return award_tree.Ranking(keys=parts.all(award_tree.RankKey), greatest_first=not parts.has("LOW_TO_HIGH"), span=parts.span)

    in_order_of_both = in_order

    def order(self, children: list[Child]) -> award_tree.Order:
        """The order, or one key more of it."""
        parts = Parts(children)
        before = parts.maybe(award_tree.Order)
        ranking = before.ranking if before else parts.one(award_tree.Ranking)
        ties = (before.ties if before else ()) + parts.all(award_tree.ThenBy)
        return award_tree.Order(ranking=ranking, ties=ties, span=parts.span)

    def nothing_last(self, children: list[Child]) -> award_tree.NothingLast:
        return award_tree.NothingLast(span=Parts(children).span)

    def then_by(self, children: list[Child]) -> award_tree.ThenBy:
        parts = Parts(children)
        return award_tree.ThenBy(key=parts.one(award_tree.RankKey), span=parts.span)

    def places_rounded(self, children: list[Child]) -> award_tree.Rounding:
        parts = Parts(children)
        said = "down" if parts.has("ROUND_DOWN") else "up" if parts.has("ROUND_UP") else ""
        return award_tree.Rounding(said=said, span=parts.span)

    def places_rounded_from(self, children: list[Child]) -> award_tree.Rounding:
        parts = Parts(children)
        least, one = (figure_of(token) for token in parts.of("NUMBER"))
        return award_tree.Rounding(said="from", least=least, one=one, span=parts.span)

    def in_all(self, children: list[Child]) -> award_tree.InAll:
        parts = Parts(children)
        return award_tree.InAll(units=parts.all(tree.Subject), span=parts.span)

    def prefers(self, children: list[Child]) -> award_tree.ThenBy:
        parts = Parts(children)
        return award_tree.ThenBy(
            key=parts.one(award_tree.RankKey), greatest_first=parts.has("GREATER"), subjects=parts.all(tree.Subject), span=parts.span
        )

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

    def composition_of_all(self, children: list[Child]) -> award_tree.Composition:
        parts = Parts(children)
        return replace(parts.one(award_tree.Composition), apart=True, of_all=True, span=parts.span)

    def of_all_chosen(self, children: list[Child]) -> award_tree.Among:
        parts = Parts(children)
        return award_tree.Among(who=parts.all(tree.Subject), award=parts.maybe(tree.NameRef), span=parts.span)

    def made_up_whole(self, children: list[Child]) -> award_tree.MadeUpWhole:
        """The first part, or one part more."""
        parts = Parts(children)
        last = replace(parts.one(award_tree.Composition), subjects=parts.one(award_tree.Composition).subjects or parts.all(tree.Subject))
        part = _beside(parts, last)
        assert isinstance(part, award_tree.Composition), part
        if before := parts.maybe(award_tree.MadeUpWhole):
            return replace(before, parts=(*before.parts, part), span=parts.span)
        whole = parts.one(award_tree.Among)
        return award_tree.MadeUpWhole(who=next(iter(whole.who), None), award=whole.award, parts=(part,), span=parts.span)

    def compositions(self, children: list[Child]) -> award_tree.Compositions:
        """The first part, or one part more."""
        parts = Parts(children)
        before = parts.maybe(award_tree.Compositions)
        last = _beside(parts, parts.one(award_tree.Composition))
        assert isinstance(last, award_tree.Composition), last
        return award_tree.Compositions(parts=((*before.parts, last) if before else (last,)), span=parts.span)

    def composition_alone(self, children: list[Child]) -> award_tree.Compositions:
        """“Chấp hành viên chiếm ít nhất một nửa”."""
        return award_tree.Compositions(parts=(self.composition([self.part_named(children)]),), span=Parts(children).span)

    def small_units(self, children: list[Child]) -> award_tree.SmallUnits:
        parts = Parts(children)
        return award_tree.SmallUnits(
            units=parts.one(tree.Subject), people=parts.one(tree.Band), limit=parts.one(award_tree.Counted), span=parts.span
        )

    def quota_chosen(self, children: list[Child]) -> award_tree.Chosen:
        parts = Parts(children)
        award, limits = parts.maybe(tree.NameRef), parts.all(tree.Figure)
        among = parts.all(award_tree.Among)
        return award_tree.Chosen(limits=limits, award=award.canonical if award else "", among=among, span=parts.span)

    def proposed(self, children: list[Child]) -> tuple[tree.Node, ...]:
        return Parts(children).all(tree.NameRef)

    def chosen_in_order(self, children: list[Child]) -> award_tree.Chosen:
        parts = Parts(children)
        before, tail = parts.nodes
        assert isinstance(before, award_tree.Chosen), before
        return replace(before, tails=(*before.tails, tail), span=parts.span)

    def chosen(self, children: list[Child]) -> tuple[tree.Node, ...]:
        """The first number, or one number more."""
        parts = Parts(children)
        return (*parts.all(tree.Figure), figure_of(parts.of("AWARDS")[-1]))

    def post(self, children: list[Child]) -> tree.Post:
        parts = Parts(children)
        return tree.Post(name=" ".join(token.text for token in parts.tokens), span=parts.span)

    def posts(self, children: list[Child]) -> tuple[tree.Node, ...]:
        return Parts(children).all(tree.Post)
