"""Rules of sentence.lark for a VÍ DỤ → nodes of the tree. One method a rule, of the same name."""

from __future__ import annotations

from lark import Token, Transformer

from thads_dsl.syntax import example_tree, tree
from thads_dsl.syntax.parts import Child, Parts


def _time(parts: Parts) -> str:
    """“cùng kỳ năm 2025, đợt 1”, whichever is said first."""
    said = [words.text for words in parts.all(tree.Words)]
    return ", ".join(sorted(said, key=lambda words: words.startswith("đợt")))


class ExampleRules(Transformer[Token, object]):
    """What `Build` makes of the sentences of a VÍ DỤ."""

    def fact(self, children: list[Child]) -> example_tree.Fact:
        parts = Parts(children)
        return example_tree.Fact(quantity=parts.the_name("QUANTITY"), facet=parts.facet, figure=parts.one(tree.Figure), span=parts.span)

    def facts(self, children: list[Child]) -> tuple[tree.Node, ...]:
        return Parts(children).all(example_tree.Fact)

    def _given_figures(self, children: list[Child]) -> example_tree.GivenFigures:
        parts = Parts(children)
        when = _time(parts)
        return example_tree.GivenFigures(subjects=parts.all(tree.Subject), facts=parts.all(example_tree.Fact), when=when, span=parts.span)

    def when(self, children: list[Child]) -> tree.Words:
        parts = Parts(children)
        assigned = " ".join(("được giao", *(f"đợt {parts.wave}" for _ in parts.of("WAVE"))))
        return tree.Words(text=_time(parts) or assigned, span=parts.span)

    def of_wave(self, children: list[Child]) -> tree.Words:
        parts = Parts(children)
        return tree.Words(text=f"đợt {parts.wave}", span=parts.span)

    given_figures = given_more_figures = _given_figures

    def given_sanction(self, children: list[Child]) -> example_tree.GivenSanction:
        parts = Parts(children)
        return example_tree.GivenSanction(form=parts.the_name("SANCTION"), signed=parts.dates[0], span=parts.span)

    def given_no_sanction(self, children: list[Child]) -> example_tree.GivenSanction:
        return example_tree.GivenSanction(form=None, signed=None, span=Parts(children).span)

    def given_unknown(self, children: list[Child]) -> example_tree.GivenUnknown:
        parts = Parts(children)
        return example_tree.GivenUnknown(facet=parts.facet, span=parts.span)

    def given_judged(self, children: list[Child]) -> example_tree.GivenJudged:
        parts = Parts(children)
        return example_tree.GivenJudged(met=parts.has("REACH"), judgment=parts.quoted, span=parts.span)

    given_judged_against = given_judged

    def _target_outcome(self, children: list[Child], verdict: str) -> example_tree.TargetOutcome:
        parts = Parts(children)
        return example_tree.TargetOutcome(
            verdict=verdict,
            expected=parts.one(example_tree.Expected),
            facet=parts.facet,
            places=parts.all(tree.PlaceRef),
            short=parts.maybe(tree.Figure),
            wave=parts.wave,
            span=parts.span,
        )

    def expected(self, children: list[Child]) -> example_tree.Expected:
        parts = Parts(children)
        return example_tree.Expected(
            figure=parts.maybe(tree.Figure),
            turn=parts.turn,
            assigned=parts.has("ASSIGNED"),
            quantity=parts.name("QUANTITY"),
            beside=parts.beside,
            when=next((words.text for words in parts.all(tree.Words)), ""),
            span=parts.span,
        )

    def target_met(self, children: list[Child]) -> example_tree.TargetOutcome:
        return self._target_outcome(children, "đạt")

    def target_failed(self, children: list[Child]) -> example_tree.TargetOutcome:
        return self._target_outcome(children, "không đạt")

    def target_not_known(self, children: list[Child]) -> example_tree.TargetOutcome:
        return self._target_outcome(children, "chưa đủ căn cứ")

    def target_exempt(self, children: list[Child]) -> example_tree.TargetOutcome:
        return self._target_outcome(children, "không áp dụng")

    def discipline_met(self, children: list[Child]) -> example_tree.DisciplineOutcome:
        parts = Parts(children)
        return example_tree.DisciplineOutcome(met=parts.has("REACH"), places=parts.all(tree.PlaceRef), span=parts.span)

    discipline_failed = discipline_met

    def _award_outcome(self, children: list[Child], verdict: str) -> example_tree.AwardOutcome:
        parts = Parts(children)
        return example_tree.AwardOutcome(verdict=verdict, wave=parts.wave, award=parts.maybe(tree.NameRef), span=parts.span)

    def award_due(self, children: list[Child]) -> example_tree.AwardOutcome:
        return self._award_outcome(children, "đạt")

    def award_not_due(self, children: list[Child]) -> example_tree.AwardOutcome:
        return self._award_outcome(children, "không đạt")

    def award_not_known(self, children: list[Child]) -> example_tree.AwardOutcome:
        return self._award_outcome(children, "chưa đủ căn cứ")

    def award_not_for(self, children: list[Child]) -> example_tree.AwardOutcome:
        return self._award_outcome(children, "không áp dụng")

    def given_not_left_out(self, children: list[Child]) -> example_tree.GivenNotLeftOut:
        return example_tree.GivenNotLeftOut(span=Parts(children).span)

    def given_left_out(self, children: list[Child]) -> example_tree.GivenLeftOut:
        parts = Parts(children)
        return example_tree.GivenLeftOut(question=parts.quoted, span=parts.span)

    def given_group(self, children: list[Child]) -> example_tree.GivenGroup:
        parts = Parts(children)
        return example_tree.GivenGroup(subject=parts.one(tree.Subject), span=parts.span)

    def given_quota(self, children: list[Child]) -> example_tree.GivenQuota:
        parts = Parts(children)
        return example_tree.GivenQuota(written=parts.quoted, places=parts.all(tree.PlaceRef), span=parts.span)

    def proposal_outcome(self, children: list[Child]) -> example_tree.ProposalOutcome:
        parts = Parts(children)
        return example_tree.ProposalOutcome(words=parts.of("PROPOSAL")[0].text, span=parts.span)

    def column_outcome(self, children: list[Child]) -> example_tree.ColumnOutcome:
        return example_tree.ColumnOutcome(span=Parts(children).span)

    def last_day_is(self, children: list[Child]) -> example_tree.LastDayOutcome:
        parts = Parts(children)
        return example_tree.LastDayOutcome(
            what=parts.text(),
            wave=parts.wave,
            day=parts.due_day,
            places=parts.places,
            span=parts.span,
        )

    def timely(self, children: list[Child]) -> example_tree.TimelyOutcome:
        parts = Parts(children)
        return example_tree.TimelyOutcome(
            what=parts.text(),
            wave=parts.wave,
            day=parts.dates[0],
            in_time=parts.has("IN_TIME"),
            places=parts.places,
            span=parts.span,
        )

    def period_is(self, children: list[Child]) -> example_tree.PeriodOutcome:
        parts = Parts(children)
        first, last = parts.dates
        return example_tree.PeriodOutcome(wave=parts.wave, measured=parts.has("MEASURED_OVER"), first=first, last=last, span=parts.span)
