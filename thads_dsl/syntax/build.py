"""Rules of sentence.lark → nodes of the tree. One method a rule, of the same name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from thads_dsl.syntax import tree
from thads_dsl.syntax.build_awards import AwardRules
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.literals import PlaceText
from thads_dsl.syntax.parts import Child, Parts, figure_of
from thads_dsl.syntax.times import DaysText, RecurringText

_BESIDE = {"HIGHER": "cao hơn", "NOT_HIGHER": "không cao hơn", "LOWER": "thấp hơn", "NOT_LOWER": "không thấp hơn"}


def _words(parts: Parts) -> tree.Words:
    """What stands behind “đối với”, words that say nothing (“các”) included."""
    token = parts.of("TEXT")[0]
    return tree.Words(text=token.text, start=parts.of("ADDRESSED")[0].end, end=token.end, span=token.span)


def _recurring(token: Lexeme) -> tree.Recurring:
    found = cast(RecurringText, token.value)
    return tree.Recurring(day=found.day, month=found.month, every=found.every, written=token.text, span=token.span)


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


def _comparison(form: str, sign: str) -> Callable[[Build, list[Child]], tree.Comparison]:
    def build(self: Build, children: list[Child]) -> tree.Comparison:
        parts = Parts(children)
        return tree.Comparison(form=form, sign=sign, figure=parts.one(tree.Figure), written=parts.written, span=parts.span)

    return build


def _places(parts: Parts) -> tuple[tree.PlaceRef, ...]:
    """The places that stand in a rule as tokens."""
    return tuple(
        tree.PlaceRef(steps=cast(PlaceText, token.value).steps, written=token.text, span=token.span) for token in parts.of("PLACE")
    )


def _k_of_n(parts: Parts) -> tree.KOfN | None:
    found = next(iter(parts.of("K_OF_N")), None)
    if found is None:
        return None
    k, n = cast("tuple[int, int]", found.value)
    return tree.KOfN(k=k, n=n, exactly=parts.has("EXACTLY"), span=found.span)


class Build(AwardRules):
    """Called by the parser as it reads; no tree of Lark's is ever made."""

    def figure(self, children: list[Child]) -> tree.Figure:
        return figure_of(Parts(children).tokens[0])

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

    def subject_remaining(self, children: list[Child]) -> tree.Subject:
        parts = Parts(children)
        return tree.Subject(name=parts.the_name("SUBJECT"), remaining=True, span=parts.span)

    def subject_glossed(self, children: list[Child]) -> tree.Subject:
        parts = Parts(children)
        name, gloss = parts.names("SUBJECT")
        return tree.Subject(name=name, gloss=gloss, span=parts.span)

    def subjects(self, children: list[Child]) -> tuple[tree.Node, ...]:
        return Parts(children).all(tree.Subject)

    subject_list = subjects

    def separator(self, children: list[Child]) -> None:
        """Punctuation says nothing by itself."""

    def places(self, children: list[Child]) -> tuple[tree.Node, ...]:
        parts = Parts(children)
        return (*parts.all(tree.PlaceRef), *_places(parts))

    def window(self, children: list[Child]) -> tree.Window:
        parts = Parts(children)
        return tree.Window(first=parts.dates[0], last=parts.dates[1], span=parts.span)

    # ---- contexts

    def base(self, children: list[Child]) -> tree.Words:
        parts = Parts(children)
        return tree.Words(text=" ".join(token.text.casefold() for token in parts.tokens), span=parts.span)

    def versus(self, children: list[Child]) -> tree.Versus:
        parts = Parts(children)
        return tree.Versus(when=parts.one(tree.Words).text, excluding=parts.name("QUANTITY"), span=parts.span)

    def banded(self, children: list[Child]) -> tree.Banded:
        parts = Parts(children)
        return tree.Banded(quantity=parts.name("QUANTITY"), facet=parts.facet, band=parts.one(tree.Band), span=parts.span)

    def begun(self, children: list[Child]) -> tree.Banded:
        parts = Parts(children)
        low = parts.one(tree.Figure)
        band = tree.Band(form="B7", low=low, low_closed=True, high=None, high_closed=False, written=f"từ {low.written}", span=low.span)
        return tree.Banded(quantity=parts.name("QUANTITY"), facet=parts.facet, band=band, span=parts.span)

    def _having(self, children: list[Child], every: bool) -> tree.Having:
        parts = Parts(children)
        bands = parts.all(tree.Banded)
        joined = f" {'và' if every else 'hoặc'} ".join(each.band.written for each in bands)
        return tree.Having(bands=bands, every=every, written=joined, span=parts.span)

    def having_all(self, children: list[Child]) -> tree.Having:
        return self._having(children, every=True)

    def having_any(self, children: list[Child]) -> tree.Having:
        return self._having(children, every=False)

    def rising(self, children: list[Child]) -> tree.Turn:
        return tree.Turn(word="tăng", span=Parts(children).span)

    def falling(self, children: list[Child]) -> tree.Turn:
        return tree.Turn(word="giảm", span=Parts(children).span)

    def context(self, children: list[Child]) -> tree.Context:
        parts = Parts(children)
        return tree.Context(
            subjects=parts.all(tree.Subject),
            facet=parts.facet,
            having=parts.maybe(tree.Having),
            quantity=parts.name("QUANTITY"),
            turn=parts.turn,
            versus=parts.maybe(tree.Versus),
            span=parts.span,
        )

    def months(self, children: list[Child]) -> tree.Measured:
        parts = Parts(children)
        months = parts.of("MONTHS", "MONTHS_OF_YEAR")[0]
        count, year = cast("tuple[int, int | None]", months.value if isinstance(months.value, tuple) else (months.value, None))
        first, last, *_ = [*parts.moments, None, None]
        return tree.Measured(months=count, year=year, first=first, last=last, written=months.text, span=parts.span)

    months_bare = months

    def measured(self, children: list[Child]) -> tree.Measured:
        parts = Parts(children)
        return replace(parts.one(tree.Measured), span=parts.span)

    def measured_over_months(self, children: list[Child]) -> tree.MeasuredOver:
        parts = Parts(children)
        return tree.MeasuredOver(measured=parts.one(tree.Measured), span=parts.span)

    def award(self, children: list[Child]) -> tree.NameRef:
        parts = Parts(children)
        return parts.name("REWARD") or parts.name("TITLE") or parts.the_name("QUOTED_REWARD")

    def _lead_in(self, children: list[Child], every: bool) -> tree.LeadIn:
        parts = Parts(children)
        return tree.LeadIn(
            award=parts.one(tree.NameRef),
            subjects=parts.all(tree.Subject),
            every=every,
            some=_k_of_n(parts),
            span=parts.span,
        )

    def lead_in_all(self, children: list[Child]) -> tree.LeadIn:
        return self._lead_in(children, every=True)

    def lead_in_any(self, children: list[Child]) -> tree.LeadIn:
        return self._lead_in(children, every=False)

    lead_in_some = lead_in_any

    def items_any(self, children: list[Child]) -> tree.ItemsLeadIn:
        parts = Parts(children)
        return tree.ItemsLeadIn(some=_k_of_n(parts), span=parts.span)

    items_some = items_any

    def not_considered(self, children: list[Child]) -> tree.NotConsidered:
        return tree.NotConsidered(span=Parts(children).span)

    def grouping(self, children: list[Child]) -> tree.Grouping:
        return tree.Grouping(span=Parts(children).span)

    # ---- targets

    def scope(self, children: list[Child]) -> tree.Scope:
        parts = Parts(children)
        return tree.Scope(subjects=parts.all(tree.Subject), having=parts.maybe(tree.Having), span=parts.span)

    def effort(self, children: list[Child]) -> None:
        """The words say nothing that the comparison does not say."""

    def _goal(self, children: list[Child], kind: str) -> tree.Goal:
        parts = Parts(children)
        return tree.Goal(
            kind=kind,
            comparison=parts.maybe(tree.Comparison),
            facet=parts.facet,
            versus=parts.maybe(tree.Versus),
            of_base=parts.has("OF_THE_BASE"),
            span=parts.span,
        )

    def goal(self, children: list[Child]) -> tree.Goal:
        return self._goal(children, "")

    def average(self, children: list[Child]) -> tree.Goal:
        return self._goal(children, "bình quân")

    def turned(self, children: list[Child]) -> tree.Goal:
        return self._goal(children, Parts(children).turn)

    def beside(self, children: list[Child]) -> tree.Goal:
        parts = Parts(children)
        base = parts.one(tree.Words)
        kind = next(word for terminal, word in _BESIDE.items() if parts.has(terminal))
        versus = tree.Versus(when=base.text, span=base.span)
        return tree.Goal(kind=kind, comparison=None, facet=parts.facet, versus=versus, span=parts.span)

    def assigned(self, children: list[Child]) -> tree.Goal:
        return self._goal(children, "được giao")

    def exceeding(self, children: list[Child]) -> tree.Goal:
        return self._goal(children, "vượt")

    def short_of(self, children: list[Child]) -> tree.Goal:
        return self._goal(children, "thiếu")

    def not_lower(self, children: list[Child]) -> tree.Goal:
        return self._goal(children, "không thấp hơn được giao")

    def goal_list(self, children: list[Child]) -> tuple[tree.Node, ...]:
        parts = Parts(children)
        return (*parts.all(tree.Goal), *parts.all(tree.Aspiration))

    def goal_list_of_facet(self, children: list[Child]) -> tuple[tree.Node, ...]:
        return (*self.goal_list(children), self._goal(children, ""))

    def aspiration(self, children: list[Child]) -> tuple[tree.Node, ...]:
        figure = Parts(children).one(tree.Figure)
        return (*self.goal_list(children), tree.Aspiration(figure=figure, span=figure.span))

    def goals(self, children: list[Child]) -> tree.Goals:
        parts = Parts(children)
        wished = parts.maybe(tree.Aspiration)
        facets = [found.facet for found in parts.all(tree.FacetRef)]
        # “về việc, về tiền cao hơn năm 2021”: one goal for each, where the goal says no facet itself
        goals = [
            replace(goal, facet=facet) if facet else goal
            for goal in parts.all(tree.Goal)
            for facet in (facets if len(facets) > 1 and not goal.facet else [""])
        ]
        return tree.Goals(
            quantity=parts.name("QUANTITY"),
            facet=facets[0] if len(facets) == 1 else "",
            goals=tuple(replace(goal, kind=goal.kind or parts.turn) for goal in goals),
            aspiration=wished.figure if wished else None,
            span=parts.span,
        )

    def share(self, children: list[Child]) -> tree.Goals:
        parts = Parts(children)
        of, within = (token.text.casefold() for token in parts.of("SHARE_OF", "QUANTITY", "SHARE_IN"))
        share = tree.Share(of=of, within=within, span=parts.span)
        goal = tree.Goal(kind="", comparison=parts.one(tree.Comparison), facet="", span=parts.span)
        return tree.Goals(quantity=None, facet=parts.facet, goals=(goal,), share=share, span=parts.span)

    def none_of(self, children: list[Child]) -> tree.Goals:
        parts = Parts(children)
        goal = tree.Goal(kind="không có", comparison=None, facet="", span=parts.span)
        return tree.Goals(quantity=parts.the_name("QUANTITY"), facet=parts.facet, goals=(goal,), span=parts.span)

    def target(self, children: list[Child]) -> tree.Target:
        parts = Parts(children)
        scope = parts.maybe(tree.Scope)
        return tree.Target(
            subjects=scope.subjects if scope else (),
            having=scope.having if scope else None,
            wanted=parts.maybe(tree.Goals),
            span=parts.span,
        )

    exempt = target

    # ---- conditions

    def not_disciplined(self, children: list[Child]) -> tree.NotDisciplined:
        parts = Parts(children)
        return tree.NotDisciplined(
            members=parts.has("ANY_MEMBER"),
            event=parts.name("EVENT"),
            form=parts.name("SANCTION"),
            window=parts.maybe(tree.Window),
            span=parts.span,
        )

    def targets_met(self, children: list[Child]) -> tree.TargetsMet:
        parts = Parts(children)
        facets = tuple(facet.facet for facet in parts.all(tree.FacetRef))
        return tree.TargetsMet(facets=facets, places=parts.all(tree.PlaceRef), span=parts.span)

    def targets_counted(self, children: list[Child]) -> tree.TargetsMet:
        """The head, or the head with one facet or place more."""
        parts = Parts(children)
        before = parts.maybe(tree.TargetsMet)
        facets = tuple(facet.facet for facet in parts.all(tree.FacetRef))
        return tree.TargetsMet(
            facets=(before.facets if before else ()) + facets,
            places=(before.places if before else ()) + _places(parts),
            some=before.some if before else _k_of_n(parts),
            span=parts.span,
        )

    def required(self, children: list[Child]) -> tree.TargetsMet:
        return self.targets_met(children)

    def targets_with_required(self, children: list[Child]) -> tree.TargetsMet:
        parts = Parts(children)
        counted, required = parts.all(tree.TargetsMet)
        return replace(counted, required=required, span=parts.span)

    def excluded_subjects(self, children: list[Child]) -> tree.ExcludedSubjects:
        parts = Parts(children)
        return tree.ExcludedSubjects(subjects=parts.all(tree.Subject), span=parts.span)

    def excluded_disciplined(self, children: list[Child]) -> tree.ExcludedDisciplined:
        parts = Parts(children)
        return tree.ExcludedDisciplined(
            subject=parts.maybe(tree.Subject), form=parts.name("SANCTION"), window=parts.maybe(tree.Window), span=parts.span
        )

    def authority(self, children: list[Child]) -> tree.ByAuthority:
        parts = Parts(children)
        return tree.ByAuthority(what=" ".join(token.text for token in parts.of("TEXT")), span=parts.span)

    def both_standards(self, children: list[Child]) -> tree.BothStandards:
        parts = Parts(children)
        return tree.BothStandards(subject=parts.one(tree.Subject), span=parts.span)

    def judged(self, children: list[Child]) -> tree.Judged:
        parts = Parts(children)
        return tree.Judged(judgment=parts.quoted, span=parts.span)

    # ---- awards

    def post(self, children: list[Child]) -> tree.Post:
        parts = Parts(children)
        return tree.Post(name=" ".join(token.text for token in parts.tokens), span=parts.span)

    def posts(self, children: list[Child]) -> tuple[tree.Node, ...]:
        return Parts(children).all(tree.Post)

    def items(self, children: list[Child]) -> tuple[tree.Node, ...]:
        parts = Parts(children)
        new = (tree.Words(text=token.text, span=token.span) for token in parts.of("TEXT"))
        return (*parts.all(tree.Words), *new)

    def dossier(self, children: list[Child]) -> tree.Dossier:
        parts = Parts(children)
        return tree.Dossier(documents=tuple(words.text for words in parts.all(tree.Words)), span=parts.span)

    # ---- dates

    def period(self, children: list[Child]) -> tree.Period:
        parts = Parts(children)
        first, last = parts.moments
        return tree.Period(measured=parts.has("MEASURED_OVER"), first=first, last=last, span=parts.span)

    measured_over = period

    def wave(self, children: list[Child]) -> tree.Wave:
        parts = Parts(children)
        first, last, *_ = [*parts.moments, None, None]
        return tree.Wave(ordinal=cast(int, parts.of("WAVE")[0].value), first=first, last=last, span=parts.span)

    def waves(self, children: list[Child]) -> tree.WaveCount:
        parts = Parts(children)
        return tree.WaveCount(count=cast(int, parts.of("WAVES")[0].value), span=parts.of("WAVES")[0].span)

    def _due(self, children: list[Child]) -> tree.Due:
        parts = Parts(children)
        before, at_latest = parts.has("BEFORE"), parts.has("AT_LATEST")
        day = parts.dates[0] if parts.has("DATE") else _recurring(parts.of("RECURRING")[0])
        head = " ".join(token.text for token in parts.of("AT_LATEST", "BEFORE"))
        return tree.Due(day=day, included=not before, doubled=before and at_latest, head=head, span=parts.span)

    due_before = due_at_latest_before = due_at_latest = due_recurring = _due

    def addressed(self, children: list[Child]) -> tuple[tree.Node, ...]:
        parts = Parts(children)
        *earlier, due = parts.all(tree.Due)
        return (*earlier, replace(due, addressee=_words(parts)))

    def due_elided(self, children: list[Child]) -> tuple[tree.Node, ...]:
        parts = Parts(children)
        day = parts.dates[0]
        due = tree.Due(day=day, included=True, elided=True, addressee=_words(parts), span=day.span)
        return (*parts.all(tree.Due), due)

    def deadline(self, children: list[Child]) -> tree.Deadline:
        parts = Parts(children)
        due = parts.all(tree.Due)
        texts = parts.of("TEXT")
        before_day = [token.text for token in texts if token.span.start < due[0].span.start]
        what = " ".join(before_day or (token.text for token in texts)).strip(" ,")
        return tree.Deadline(what=what, due=due, span=parts.span)

    deadlines_addressed = deadline

    def deadline_within(self, children: list[Child]) -> tree.DeadlineWithin:
        parts = Parts(children)
        length = cast(DaysText, parts.of("DAYS")[0].value)
        since, _, rest = parts.text(after="SINCE").partition(",")
        day = next(iter(parts.dates), None)
        before = parts.text(before="WITHIN")
        return tree.DeadlineWithin(
            what=before or (rest if day is None else f"{since},{rest}").strip(" ,"),
            days=length.count,
            working=length.working,
            since="" if day else since.strip(),
            day=day,
            span=parts.span,
        )

    # ---- examples

    def fact(self, children: list[Child]) -> tree.Fact:
        parts = Parts(children)
        return tree.Fact(quantity=parts.the_name("QUANTITY"), facet=parts.facet, figure=parts.one(tree.Figure), span=parts.span)

    def facts(self, children: list[Child]) -> tuple[tree.Node, ...]:
        return Parts(children).all(tree.Fact)

    def _given_figures(self, children: list[Child]) -> tree.GivenFigures:
        parts = Parts(children)
        when = parts.maybe(tree.Words)
        return tree.GivenFigures(
            subjects=parts.all(tree.Subject), facts=parts.all(tree.Fact), when=when.text if when else "", span=parts.span
        )

    def when(self, children: list[Child]) -> tree.Words:
        parts = Parts(children)
        return parts.maybe(tree.Words) or tree.Words(text="được giao", span=parts.span)

    given_figures = given_more_figures = _given_figures

    def given_sanction(self, children: list[Child]) -> tree.GivenSanction:
        parts = Parts(children)
        return tree.GivenSanction(form=parts.the_name("SANCTION"), signed=parts.dates[0], span=parts.span)

    def given_no_sanction(self, children: list[Child]) -> tree.GivenSanction:
        return tree.GivenSanction(form=None, signed=None, span=Parts(children).span)

    def given_unknown(self, children: list[Child]) -> tree.GivenUnknown:
        parts = Parts(children)
        return tree.GivenUnknown(facet=parts.facet, span=parts.span)

    def given_judged(self, children: list[Child]) -> tree.GivenJudged:
        parts = Parts(children)
        return tree.GivenJudged(met=parts.has("REACH"), judgment=parts.quoted, span=parts.span)

    given_judged_against = given_judged

    def _target_outcome(self, children: list[Child], verdict: str) -> tree.TargetOutcome:
        parts = Parts(children)
        return tree.TargetOutcome(
            verdict=verdict,
            expected=parts.one(tree.Expected),
            facet=parts.facet,
            places=parts.all(tree.PlaceRef),
            short=parts.maybe(tree.Figure),
            span=parts.span,
        )

    def expected(self, children: list[Child]) -> tree.Expected:
        parts = Parts(children)
        return tree.Expected(
            figure=parts.maybe(tree.Figure),
            turn=parts.turn,
            assigned=parts.has("ASSIGNED"),
            quantity=parts.name("QUANTITY"),
            beside=next((word for terminal, word in _BESIDE.items() if parts.has(terminal)), ""),
            when=next((words.text for words in parts.all(tree.Words)), ""),
            span=parts.span,
        )

    def target_met(self, children: list[Child]) -> tree.TargetOutcome:
        return self._target_outcome(children, "đạt")

    def target_failed(self, children: list[Child]) -> tree.TargetOutcome:
        return self._target_outcome(children, "không đạt")

    def target_not_known(self, children: list[Child]) -> tree.TargetOutcome:
        return self._target_outcome(children, "chưa đủ căn cứ")

    def target_exempt(self, children: list[Child]) -> tree.TargetOutcome:
        return self._target_outcome(children, "không áp dụng")

    def discipline_met(self, children: list[Child]) -> tree.DisciplineOutcome:
        parts = Parts(children)
        return tree.DisciplineOutcome(met=parts.has("REACH"), places=parts.all(tree.PlaceRef), span=parts.span)

    discipline_failed = discipline_met

    def _award_outcome(self, children: list[Child], verdict: str) -> tree.AwardOutcome:
        return tree.AwardOutcome(verdict=verdict, span=Parts(children).span)

    def award_due(self, children: list[Child]) -> tree.AwardOutcome:
        return self._award_outcome(children, "đạt")

    def award_not_due(self, children: list[Child]) -> tree.AwardOutcome:
        return self._award_outcome(children, "không đạt")

    def award_not_known(self, children: list[Child]) -> tree.AwardOutcome:
        return self._award_outcome(children, "chưa đủ căn cứ")

    def award_not_for(self, children: list[Child]) -> tree.AwardOutcome:
        return self._award_outcome(children, "không áp dụng")

    def given_not_left_out(self, children: list[Child]) -> tree.GivenNotLeftOut:
        return tree.GivenNotLeftOut(span=Parts(children).span)

    def given_group(self, children: list[Child]) -> tree.GivenGroup:
        parts = Parts(children)
        return tree.GivenGroup(subject=parts.one(tree.Subject), span=parts.span)

    def given_quota(self, children: list[Child]) -> tree.GivenQuota:
        parts = Parts(children)
        return tree.GivenQuota(written=parts.quoted, places=parts.all(tree.PlaceRef), span=parts.span)

    def proposal_outcome(self, children: list[Child]) -> tree.ProposalOutcome:
        parts = Parts(children)
        return tree.ProposalOutcome(words=parts.of("PROPOSAL")[0].text, span=parts.span)

    def column_outcome(self, children: list[Child]) -> tree.ColumnOutcome:
        return tree.ColumnOutcome(span=Parts(children).span)

    def last_day_is(self, children: list[Child]) -> tree.LastDayOutcome:
        parts = Parts(children)
        return tree.LastDayOutcome(
            what=parts.text(),
            day=parts.dates[0] if parts.has("DATE") else _recurring(parts.of("RECURRING")[0]),
            places=_places(parts),
            span=parts.span,
        )

    def period_is(self, children: list[Child]) -> tree.PeriodOutcome:
        parts = Parts(children)
        first, last = parts.dates
        wave = next((cast(int, token.value) for token in parts.of("WAVE")), 0)
        return tree.PeriodOutcome(wave=wave, measured=parts.has("MEASURED_OVER"), first=first, last=last, span=parts.span)
