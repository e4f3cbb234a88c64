"""Rules of sentence.lark for conditions and dossiers → nodes of the tree. One method a rule, of the same name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from typing import cast

from lark import Token, Transformer

from thads_dsl.syntax import condition_tree, tree
from thads_dsl.syntax.clauses import NotSaidError
from thads_dsl.syntax.parts import Child, Parts, counted, figure_of, shared

_SETS = re.compile(r"(?:\d{1,2}\s+)?bộ(?!\w)", re.IGNORECASE)
_IN_WORDS = re.compile(r"^\(\w+\)\s*")  # “01 (một) Tờ trình”


def _k_of_n(parts: Parts) -> condition_tree.KOfN | None:
    """“2/3”, “hai trong ba”, and “cả hai”: both of two."""
    for every in parts.of("ALL_OF", "FULL_OF"):
        count = counted(every)
        return None if count is None else condition_tree.KOfN(k=count, n=count, exactly=False, span=every.span)
    found = next(iter(parts.of("K_OF_N")), None)
    if found is None:
        return None
    k, n = cast("tuple[int, int]", found.value)
    return condition_tree.KOfN(k=k, n=n, exactly=parts.has("EXACTLY"), span=found.span)


class ConditionRules(Transformer[Token, object]):
    """What `Build` makes of the families of conditions."""

    def window(self, children: list[Child]) -> tree.Window:
        parts = Parts(children)
        return tree.Window(first=parts.dates[0], last=parts.dates[1], span=parts.span)

    def window_of_campaign(self, children: list[Child]) -> tree.Window:
        return tree.Window(during="thi đua", span=Parts(children).span)

    def window_of_wave(self, children: list[Child]) -> tree.Window:
        parts = Parts(children)
        return tree.Window(during="đợt", wave=parts.wave, span=parts.span)

    def window_of_data(self, children: list[Child]) -> tree.Window:
        return tree.Window(during="số liệu", span=Parts(children).span)

    def window_of_year(self, children: list[Child]) -> tree.Window:
        parts = Parts(children)
        return tree.Window(year=int(parts.of("YEAR")[0].text.split()[-1]), span=parts.span)

    def window_of_unsaid_year(self, children: list[Child]) -> tree.Window:
        return tree.Window(during="năm", span=Parts(children).span)

    def window_of_months(self, children: list[Child]) -> tree.Window:
        parts = Parts(children)
        during = "đợt" if parts.has("UP_TO_WAVE_END") else "thi đua" if parts.has("UP_TO_CAMPAIGN_END") else ""
        last = parts.dates[0] if parts.has("UP_TO_DAY") else None
        months = int(figure_of(parts.of("MONTHS")[0]).value or 0)
        if not months:
            raise NotSaidError
        return tree.Window(months=months, during=during, last=last, span=parts.span)

    def window_of_all_days(self, children: list[Child]) -> tree.Window:
        return tree.Window(always=True, span=Parts(children).span)

    def qualifies(self, children: list[Child]) -> condition_tree.Qualifies:
        """Of the award of the list it stands in, or of the award and subjects that it names first."""
        parts = Parts(children)
        *own, wanted = parts.all(tree.NameRef)
        return condition_tree.Qualifies(wanted=wanted, award=own[0] if own else None, subjects=parts.all(tree.Subject), span=parts.span)

    def head_with_unit(self, children: list[Child]) -> condition_tree.BothStandards:
        parts = Parts(children)
        awards = parts.all(tree.NameRef)
        return condition_tree.BothStandards(subject=parts.one(tree.Subject), awards=awards, qualifying=True, span=parts.span)

    def award(self, children: list[Child]) -> tree.NameRef:
        parts = Parts(children)
        return parts.name("REWARD") or parts.name("TITLE") or parts.the_name("QUOTED_REWARD")

    def _lead_in(self, children: list[Child], every: bool) -> condition_tree.LeadIn:
        parts = Parts(children)
        return condition_tree.LeadIn(
            award=parts.maybe(tree.NameRef),
            subjects=parts.all(tree.Subject),
            every=every,
            some=_k_of_n(parts),
            span=parts.span,
        )

    def led_by_whom(self, children: list[Child]) -> tuple[tree.Node, ...]:
        parts = Parts(children)
        return (*parts.all(tree.NameRef), *parts.all(tree.Subject))

    def lead_in_all(self, children: list[Child]) -> condition_tree.LeadIn:
        return self._lead_in(children, every=True)

    def lead_in_any(self, children: list[Child]) -> condition_tree.LeadIn:
        return self._lead_in(children, every=False)

    lead_in_some = lead_in_any

    def lead_in_titled(self, children: list[Child]) -> condition_tree.LeadIn:
        return replace(self._lead_in(children, every=True), titled=True)

    def items_any(self, children: list[Child]) -> condition_tree.ItemsLeadIn:
        parts = Parts(children)
        return condition_tree.ItemsLeadIn(some=_k_of_n(parts), span=parts.span)

    items_some = items_any

    def not_considered(self, children: list[Child]) -> condition_tree.NotConsidered:
        parts = Parts(children)
        return condition_tree.NotConsidered(award=parts.maybe(tree.NameRef), subjects=parts.all(tree.Subject), span=parts.span)

    def not_disciplined(self, children: list[Child]) -> condition_tree.NotDisciplined:
        """“chưa từng bị kỷ luật” says that no day is looked at more than others."""
        parts = Parts(children)
        never = tree.Window(always=True, span=parts.span) if parts.has("NEVER") else None
        return condition_tree.NotDisciplined(
            members=parts.members,
            event=parts.name("EVENT"),
            form=parts.name("SANCTION"),
            window=parts.maybe(tree.Window) or never,
            span=parts.span,
        )

    def targets_met(self, children: list[Child]) -> condition_tree.TargetsMet:
        parts = Parts(children)
        facets = tuple(facet.facet for facet in parts.all(tree.FacetRef))
        return condition_tree.TargetsMet(facets=facets, places=parts.all(tree.PlaceRef), subjects=parts.all(tree.Subject), span=parts.span)

    def targets_counted(self, children: list[Child]) -> condition_tree.TargetsMet:
        """The head, or the head with one facet or place more."""
        parts = Parts(children)
        before = parts.maybe(condition_tree.TargetsMet)
        facets = tuple(facet.facet for facet in parts.all(tree.FacetRef))
        return condition_tree.TargetsMet(
            facets=(before.facets if before else ()) + facets,
            places=shared((before.places if before else ()) + parts.places),
            some=before.some if before else _k_of_n(parts),
            span=parts.span,
        )

    def required(self, children: list[Child]) -> condition_tree.TargetsMet:
        return self.targets_met(children)

    def targets_with_required(self, children: list[Child]) -> condition_tree.TargetsMet:
        parts = Parts(children)
        counted, required = parts.all(condition_tree.TargetsMet)
        return replace(counted, required=required, span=parts.span)

    def excluded_subjects(self, children: list[Child]) -> condition_tree.ExcludedSubjects:
        parts = Parts(children)
        return condition_tree.ExcludedSubjects(
            subjects=parts.all(tree.Subject), award=parts.maybe(tree.NameRef), having=parts.maybe(tree.Having), span=parts.span
        )

    def left_out(self, children: list[Child]) -> condition_tree.LeftOut:
        parts = Parts(children)
        then, *_ = parts.of("THEN", "NOT_CONSIDERED")
        case, *more = parts.of("TEXT")
        words = tree.Words(text=case.text, end=then.start, span=case.span)
        return condition_tree.LeftOut(case=words, then=parts.has("THEN"), more=bool(more), span=parts.span)

    def refused_file(self, children: list[Child]) -> condition_tree.RefusedFile:
        parts = Parts(children)
        return condition_tree.RefusedFile(late=parts.has("FILE_LATE"), incomplete=parts.has("FILE_INCOMPLETE"), span=parts.span)

    def excluded_disciplined(self, children: list[Child]) -> condition_tree.ExcludedDisciplined:
        parts = Parts(children)
        return condition_tree.ExcludedDisciplined(
            subjects=parts.all(tree.Subject),
            members=parts.members,
            whole=parts.has("NOT_CONSIDERED") or parts.has("NOT_AWARDED"),
            award=parts.maybe(tree.NameRef),
            form=parts.name("SANCTION"),
            window=parts.maybe(tree.Window),
            span=parts.span,
        )

    def authority(self, children: list[Child]) -> condition_tree.ByAuthority:
        parts = Parts(children)
        return condition_tree.ByAuthority(what=" ".join(token.text for token in parts.of("TEXT")), span=parts.span)

    def both_standards(self, children: list[Child]) -> condition_tree.BothStandards:
        """The standards are those of people and of units in general: of others the sentence says something else."""
        parts = Parts(children)
        who, *whose = parts.all(tree.Subject)
        if len(whose) != 2 or {each.name.canonical for each in whose} != {"tập thể", "cá nhân"}:
            raise NotSaidError
        return condition_tree.BothStandards(subject=who, span=parts.span)

    def judged(self, children: list[Child]) -> condition_tree.Judged:
        parts = Parts(children)
        return condition_tree.Judged(judgment=parts.quoted, span=parts.span)

    def separator(self, children: list[Child]) -> tree.Words:
        """The signs between two papers as they are printed: “; ”, “, ”, “ và ”."""
        parts = Parts(children)
        signs = "".join(f" {token.text}" if token.terminal == "AND" else token.text for token in parts.tokens)
        return tree.Words(text=f"{signs} ", span=parts.span)

    def items(self, children: list[Child]) -> tuple[tree.Node, ...]:
        """Words and what separates them, in turn."""
        parts = Parts(children)
        new = (tree.Words(text=_IN_WORDS.sub("", token.text), span=token.span) for token in parts.of("TEXT"))
        return (*parts.all(tree.Words), *new)

    def dossier(self, children: list[Child]) -> condition_tree.Dossier:
        parts = Parts(children)
        documents = tuple(_papers(parts.all(tree.Words)))
        copies = bool(documents) and _SETS.match(documents[0]) is not None
        if copies and len(documents) > 1 and not parts.has("COLON"):
            raise NotSaidError  # “Hồ sơ gồm 02 bộ gửi về …, …”: no paper is named
        if copies:
            documents = documents[1:]  # “Hồ sơ gồm: 02 bộ”
        return condition_tree.Dossier(documents=documents, span=parts.span)


def _papers(words: tuple[tree.Words, ...]) -> Iterator[str]:
    """What is listed, one by one; where semicolons stand between papers, a comma or “và” before a small letter only goes on with one.

    A bracket that no later word closes is closed before a sign, which the words do not have.
    """
    parts = list(_in_brackets([each.text for each in words]))
    by_stops = any(";" in joint for _, joint in parts)
    paper = ""
    for (part, joint), (following, _) in zip_longest(parts, parts[1:], fillvalue=("", "")):
        paper += part
        if by_stops and following[:1].islower() and ";" not in joint:
            paper += joint
        else:
            yield paper
            paper = ""


def _in_brackets(texts: list[str]) -> Iterator[tuple[str, str]]:
    """Words between signs, each with the sign behind it; brackets hold signs: “Báo cáo thành tích (của tập thể, cá nhân)”."""
    while texts:
        ends = range(1, len(texts) + 1, 2)
        whole = next((end for end in ends if _closed("".join(texts[:end]))), None)
        text = "".join(texts[:whole]) if whole is not None else f"{texts[0]})"
        rest = texts[whole or 1 :]
        yield text, rest[0] if rest else ""
        texts = rest[1:]


def _closed(text: str) -> bool:
    return text.count("(") <= text.count(")")
