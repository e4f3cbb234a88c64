"""Text as written → the plan as meant, with every complaint that can be made of it."""

from collections.abc import Iterable
from dataclasses import replace

from thads_dsl.check.amended.table import BASE_KEY, amended_table
from thads_dsl.check.awards.discipline import forms_of_plan
from thads_dsl.check.awards.listed import as_listed
from thads_dsl.check.awards.titles import with_names_as_titles
from thads_dsl.check.awards.wanted_figures import with_wanted_figures
from thads_dsl.check.consequences import without_consequences
from thads_dsl.check.document import document
from thads_dsl.check.doubtful import with_doubts
from thads_dsl.check.draft import Draft, Line, Restated
from thads_dsl.check.expanding import expanded
from thads_dsl.check.facts import Facts
from thads_dsl.check.kinds import kinds_of_plan
from thads_dsl.check.lower import lower
from thads_dsl.check.names.abbreviations import with_definitions
from thads_dsl.check.names.defined_groups import as_definition, without_undefined
from thads_dsl.check.names.naming import plan_vocabulary
from thads_dsl.check.notes.cell_ways import in_cells
from thads_dsl.check.notes.ready_phrases import fit_to_paste
from thads_dsl.check.notes.restating import restated
from thads_dsl.check.rules import LINE_RULES, PLAN_RULES
from thads_dsl.check.rules.notes_misspelt import beside_broken_notes
from thads_dsl.check.same import gathered
from thads_dsl.check.scoping import scopes
from thads_dsl.check.settling import settled
from thads_dsl.check.times.effect import days_in_force
from thads_dsl.check.ways import arranged
from thads_dsl.diagnostics import Diagnostic, Severity
from thads_dsl.model.people import people_of_plan
from thads_dsl.model.place import Place
from thads_dsl.model.plan import Plan
from thads_dsl.model.points import PointsTable
from thads_dsl.model.rules import (
    AwardLevels,
    BothStandards,
    Deadline,
    Dossier,
    Exclusion,
    JudgedTarget,
    OpenDeadline,
    PeriodRule,
    Quota,
    RecurringDeadline,
    Restatement,
    Standard,
    Target,
    Wave,
)
from thads_dsl.model.statistics import Quantity
from thads_dsl.model.units import Facet
from thads_dsl.source import Load, SourceText, canonical, nothing
from thads_dsl.syntax import tree
from thads_dsl.syntax.line_texts import read_text
from thads_dsl.syntax.names import NameTable
from thads_dsl.syntax.outline_tree import Outline
from thads_dsl.syntax.sentences import ReadText, Sentence, read_sentence
from thads_dsl.syntax.tables import read_table
from thads_dsl.vocabulary import Vocabulary, name_table

__all__ = ["Draft", "check", "read_draft"]


def read_outline(source: SourceText, outline: Outline, load: Load) -> list[ReadText]:
    """The lines of another plan, each by itself: for what they amend."""
    names = name_table(plan_vocabulary(source, outline, load)[0])
    found = []
    for index, item in enumerate(outline.items):
        text, _ = restated(source, item, names)
        found.append(_as_meant(read_text(text.text, names, item.end > index + 1), text))
    return found


def _as_meant(read: ReadText, meant: Restated) -> ReadText:
    """The sentences that restate a line in place of its own."""
    return read if meant.sentences is None else replace(read, sentences=meant.sentences)


def read_draft(
    source: SourceText, outline: Outline, load: Load = nothing, known: Vocabulary | None = None
) -> tuple[Draft, tuple[Diagnostic, ...]]:
    """Every line read in its context; by the names of another text where they are `known`, and what this one abbreviates."""
    vocabulary, found = plan_vocabulary(source, outline, load) if known is None else (with_definitions(outline, known), ())
    names = name_table(vocabulary)
    written = []
    for item in outline.items:
        text, complaints = restated(source, item, names)
        written.append(text)
        found += complaints
    items, sources = expanded(outline.items, [each.rows for each in written], vocabulary, names)
    outline = replace(outline, items=items)
    meant = [Restated(item.text, None, ()) if item.of_table else written[at] for item, at in zip(items, sources, strict=True)]
    reads = [
        (read_table(text.rows, names) if item.rows and not item.spoken else None) or read_text(text.text, names, item.end > index + 1)
        for index, (item, text) in enumerate(zip(items, meant, strict=True))
    ]
    reads = [as_definition(read, text.text, vocabulary, names) for read, text in zip(reads, meant, strict=True)]
    reads = with_names_as_titles(items, [without_undefined(each, vocabulary, found) for each in reads])
    population = _population(outline, names)
    whole = population.statement.subjects if population and isinstance(population.statement, tree.Context) else ()
    around = scopes(items, reads, whole, {kind.name: kind.base.value for kind in vocabulary.kinds})
    amending = any(key.name == BASE_KEY for key in outline.keys)
    reads = list(map(as_listed, reads, around))
    lines = tuple(
        with_wanted_figures(Line(index, item, meant[index], reads[index], replace(around[index], amending=amending)))
        for index, item in enumerate(items)
    )
    amended, complaints = amended_table(outline, tuple(map(_as_meant, reads, meant)), load)
    return settled(Draft(source, outline, vocabulary, names, population, lines, amended=amended)), (*found, *complaints)


def _population(outline: Outline, names: NameTable) -> Sentence | None:
    """Whom the whole plan is for, if its front matter says so."""
    value = next((key.value for key in outline.every_key if key.name == "đối tượng thi đua"), None)
    return None if value is None else read_sentence(value, names, ("context",))


def check(draft: Draft, earlier: tuple[Diagnostic, ...]) -> tuple[Plan, tuple[Diagnostic, ...]]:
    """What was understood as a plan, and all complaints, those of reading included; where one is an error, it is no plan to compile."""
    lowering = lower(draft)
    said, unclear = days_in_force(draft)
    plan = Plan(
        document=document(draft),
        kinds=(),  # those that the rules below speak of
        head_kind=draft.vocabulary.head_kind,
        quantities=_in_form_order(draft, lowering.quantities.values()),
        discipline=forms_of_plan(lowering),
        periods=lowering.of(PeriodRule),
        targets=lowering.of(Target),
        judged_targets=lowering.of(JudgedTarget),
        standards=lowering.of(Standard),
        both_standards=lowering.of(BothStandards),
        exclusions=lowering.of(Exclusion),
        award_levels=lowering.of(AwardLevels),
        quotas=lowering.of(Quota),
        dossiers=lowering.of(Dossier),
        deadlines=lowering.of(Deadline),
        points=lowering.of(PointsTable),
        open_deadlines=lowering.of(OpenDeadline),
        recurring_deadlines=lowering.of(RecurringDeadline),
        waves=lowering.of(Wave),
        restatements=tuple(_restatements(draft)),
        merged=draft.vocabulary.merged,
        balances=draft.vocabulary.balances,
        asides=tuple(line.item.number for line in draft.lines if line.item.aside),
        in_force=said[0] if said else None,
    )
    plan = replace(plan, kinds=kinds_of_plan(draft, plan.subjects, people_of_plan(plan, draft.vocabulary.kinds)))
    facts = Facts(
        draft,
        plan,
        lowering.spans,
        lowering.bands,
        unsettled=tuple(lowering.unsettled),
        parts=lowering.parts,
        joint=lowering.joint,
        within=lowering.within,
        settled=lowering.settled,
        left_out=tuple(lowering.left_out),
    )
    found = [*earlier, *lowering.found, *unclear, *(complaint for rule in LINE_RULES for complaint in rule(facts))]
    facts = with_doubts(facts, [each for each in found if each.severity is Severity.ERROR], lowering.unread_groups)
    found += (complaint for rule in PLAN_RULES for complaint in rule(facts))
    found = list(dict.fromkeys(in_cells(draft, fit_to_paste(draft, without_consequences(draft, beside_broken_notes(draft, found))))))
    return plan, tuple(arranged(each, issued=draft.issued) for each in gathered(found))


def _in_form_order(draft: Draft, quantities: Iterable[Quantity]) -> tuple[Quantity, ...]:
    """Columns before what is computed, this time before others, cases before money, and else as the danh mục lists them."""
    order = {definition.name: at for at, definition in enumerate(draft.vocabulary.quantities)}
    facets = [None, *Facet]
    return tuple(
        sorted(quantities, key=lambda each: (not each.is_column, each.when, facets.index(each.facet), order.get(each.name, len(order))))
    )


def _restatements(draft: Draft) -> list[Restatement]:
    return [
        Restatement(
            line=line.item.number,
            place=Place(line.item.steps),
            written=canonical(original.text),
            meant=canonical(note.text.text),
            correction=note.kind == "CORRECTION",
        )
        for line in draft.lines
        for note, original in zip(line.restated.notes, line.restated.originals, strict=True)
    ]
