"""Rules of sentence.lark for awards → nodes of the tree. One method a rule, of the same name."""

from __future__ import annotations

from dataclasses import replace

from lark import Token, Transformer

from thads_dsl.syntax import award_tree, tree
from thads_dsl.syntax.build_compositions import beside
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.names import NameKind
from thads_dsl.syntax.parts import Child, Parts, figure_of


def _units(token: Lexeme) -> tree.Subject:
    """“số đơn vị”: of all units."""
    name = tree.NameRef(kind=NameKind.SUBJECT.value, canonical="tập thể", span=token.span)
    return tree.Subject(name=name, span=token.span)


_HOW_CHOSEN = (award_tree.CouncilChooses, award_tree.Ranking, award_tree.ThenBy, award_tree.NothingLast)


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
        figure = figure_of(parts.of("AWARDS", "NUMBER", "MEASURE")[0])
        return award_tree.Counted(figure=figure, subject=parts.maybe(tree.Subject), span=parts.span)

    def quota_unlimited(self, children: list[Child]) -> award_tree.Quota:
        return award_tree.Quota(span=Parts(children).span)

    def quota_total(self, children: list[Child]) -> award_tree.Quota:
        parts = Parts(children)
        return award_tree.Quota(counted=parts.all(award_tree.Counted), span=parts.span)

    def quota_of_highest(self, children: list[Child]) -> award_tree.Quota:
        """“03 Phòng THADS khu vực có tỷ lệ thi hành xong về việc cao nhất”."""
        parts = Parts(children)
        order = award_tree.Ranking(keys=parts.all(award_tree.RankKey), greatest_first=True, span=parts.span)
        return replace(self.quota_total(children), tails=(order,))

    def quota_of_all(self, children: list[Child]) -> award_tree.Quota:
        return replace(self.quota_total(children), of_all=True)

    def quota_pair(self, children: list[Child]) -> award_tree.Quota:
        parts = Parts(children)
        quotas = parts.all(award_tree.Quota)
        counted = tuple(each for quota in quotas for each in quota.counted)
        return award_tree.Quota(counted=counted, of_all=quotas[0].of_all, span=parts.span)

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

    def quota_gifts(self, children: list[Child]) -> award_tree.Quota:
        """“Tặng 03 Giấy khen cho tập thể”, or one such number more; each says its award."""
        parts = Parts(children)
        said = parts.all(award_tree.Quota)
        counted = tuple(each for quota in said for each in quota.counted)
        tails = tuple(tail for quota in said for tail in quota.tails)
        return replace(said[0], counted=counted, tails=tails, by_award=True, span=parts.span)

    def given_part(self, children: list[Child]) -> award_tree.Quota:
        parts = Parts(children)
        counted = award_tree.Counted(figure=figure_of(parts.of("NUMBER")[0]), subject=parts.one(tree.Subject), span=parts.span)
        return award_tree.Quota(counted=(counted,), tails=(self.gift(children),), span=parts.span)

    def quota_in_wave(self, children: list[Child]) -> award_tree.Quota:
        parts = Parts(children)
        return replace(parts.one(award_tree.Quota), span=parts.span)

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

    def share_of_each(self, children: list[Child]) -> award_tree.Quota:
        parts = Parts(children)
        units = parts.all(tree.Subject)
        own = units[-1:] if parts.has("OF") else ()
        return award_tree.Quota(share=replace(parts.one(award_tree.Share), each=units[: len(units) - len(own)], own=own), span=parts.span)

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
        if isinstance(tail, award_tree.InAll) and not tail.units and before.counted:
            return replace(before, of_all=True, span=parts.span)
        if isinstance(tail, _HOW_CHOSEN) and before.tails and isinstance(before.tails[-1], award_tree.Chosen):
            last = self.chosen_in_order([before.tails[-1], tail])
            return replace(before, tails=(*before.tails[:-1], last), span=parts.span)
        return replace(before, tails=(*before.tails, beside(parts, tail)), span=parts.span)

    quota_composed = quota_tailed

    def gift(self, children: list[Child]) -> award_tree.GivenAward:
        parts = Parts(children)
        return award_tree.GivenAward(award=parts.one(tree.NameRef), span=parts.span)

    given_what = gift

    def quota_given(self, children: list[Child]) -> award_tree.Quota:
        parts = Parts(children)
        said = parts.one(award_tree.Quota)
        return replace(said, tails=(*said.tails, parts.one(award_tree.GivenAward)), span=parts.span)

    def quota_for(self, children: list[Child]) -> award_tree.Quota:
        parts = Parts(children)
        return replace(parts.one(award_tree.Quota), whom=parts.all(tree.Subject), span=parts.span)

    def quota_given_what(self, children: list[Child]) -> award_tree.Quota:
        """“Bằng khen: 02 cá nhân”, where another award stands before it."""
        parts = Parts(children)
        said = parts.one(award_tree.Quota)
        return replace(said, tails=(*said.tails, self.gift(children)), span=parts.span)

    def quota_each_wave(self, children: list[Child]) -> award_tree.Quota:
        parts = Parts(children)
        said = parts.one(award_tree.Quota)
        return replace(said, tails=(*said.tails, *parts.all(award_tree.GivenAward)), each_wave=True, span=parts.span)

    def chosen_of_wave(self, children: list[Child]) -> award_tree.Chosen:
        parts = Parts(children)
        return replace(parts.one(award_tree.Chosen), span=parts.span)

    def chosen_each_wave(self, children: list[Child]) -> award_tree.Chosen:
        return replace(self.chosen_of_wave(children), each_wave=True)

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
            key=parts.one(award_tree.RankKey),
            greatest_first=not parts.has("SMALLER"),
            subjects=parts.all(tree.Subject),
            may_begin=parts.has("PREFER"),
            span=parts.span,
        )

    def small_units(self, children: list[Child]) -> award_tree.SmallUnits:
        parts = Parts(children)
        return award_tree.SmallUnits(
            units=parts.one(tree.Subject), people=parts.one(tree.Band), limit=parts.one(award_tree.Counted), span=parts.span
        )

    def people_at_most(self, children: list[Child]) -> tree.Band:
        """“không quá 10 người” of a unit."""
        parts = Parts(children)
        high = figure_of(parts.of("MEASURE")[0])
        return tree.Band(form="B5", low=None, low_closed=False, high=high, high_closed=True, written=parts.written, span=parts.span)

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
