"""Each rule of the five real texts has a sentence of its form in the corpus, and that sentence is read by the families of its form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from tests.contract.coverage import ids_of_rules, rules_of_sentence
from tests.contract.places import CORPUS, PLANS
from tests.contract.test_corpus import beside, codes_in
from thads_dsl.check import Draft, read_draft
from thads_dsl.diagnostics import Severity
from thads_dsl.model.rules import Judged, leaves
from thads_dsl.pipeline import Analysis, analyse
from thads_dsl.source import SourceText
from thads_dsl.syntax import tree
from thads_dsl.syntax.grammar import forms
from thads_dsl.syntax.lexer import Lexeme, lex
from thads_dsl.syntax.outline import outline
from thads_dsl.syntax.points import RowKind, WrittenRow, written_table
from thads_dsl.syntax.scoring_cells import read_scoring
from thads_dsl.syntax.sentences import Sentence

_FILE = Path(__file__).with_name("forms_of_real_texts.txt")
_BY_FORM = {"REFERENCE": "reference", "LAW": "reference", "ANNIVERSARY": "D7"}  # what stands in running text
_OTHER = {"reference", "recipient", "context", "part"}
_NOTE = re.compile(r"Hiểu là|Đính chính|#")


@dataclass(frozen=True, slots=True)
class Form:
    """A rule of a real text, where the corpus has its form, and why that one needs a restatement (empty: it needs none)."""

    text: str
    case: str
    words: str
    ids: frozenset[str]
    why: str


def rows() -> list[Form]:
    """All of them, in the order of the file."""
    lines = [line for line in _FILE.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
    cells = [[cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)] for line in lines]
    return [Form(text, case, words, frozenset(ids.split()), why) for text, case, words, ids, why in cells]


def good() -> list[Form]:
    """Those that are read."""
    return [row for row in rows() if not row.case.startswith("bad/")]


def bad() -> list[Form]:
    """Those that must be put right first."""
    return [row for row in rows() if row.case.startswith("bad/")]


def name(row: Form) -> str:
    """As a test is called."""
    return f"{row.text} in {row.case}"


@dataclass(frozen=True, slots=True)
class Case:
    """A folder of the corpus, read."""

    raw: str
    draft: Draft
    analysis: Analysis


@cache
def case(folder: str) -> Case:
    """A case by its folder."""
    path = CORPUS / folder
    raw = (path / "in.plan").read_text("utf-8")
    source = SourceText.read("in.plan", raw.encode())
    return Case(raw, read_draft(source, outline(source), beside(path))[0], analyse("in.plan", raw.encode(), beside(path)))


def number_of(raw: str, words: str) -> int:
    """The one line of the author's in which the words stand."""
    found = [number for number, line in enumerate(raw.splitlines(), 1) if words in line and not _NOTE.match(line)]
    assert len(found) == 1, (words, found)
    return found[0]


def ids_of(found: Case, number: int) -> Iterator[str]:
    """What a line is read by: ids of families, and what of it has a role by its form alone."""
    draft = found.draft
    if any(passage.line == number for passage in draft.outline.every_recipient):
        yield "recipient"
    for key in draft.outline.every_key:
        if key.line.line == number:
            yield from _by_form(lex(key.value, draft.names))
    for line in draft.lines:
        table = written_table(line.item.rows)
        for row in table.rows if table else ():
            if row.row.line == number:
                yield from _of_row(draft, row)
        if line.item.number == number:
            for sentence in (*((line.read.context,) if line.read.context else ()), *line.read.sentences, *line.sentences):
                yield from _of_sentence(sentence)
    yield from _judged(found.analysis, number)


def _of_sentence(sentence: Sentence) -> Iterator[str]:
    yield from _by_form(sentence.lexemes)
    if sentence.statement is not None:
        yield from (ids_of_rules()[rule] for rule in rules_of_sentence(sentence) if rule in ids_of_rules())
    if isinstance(sentence.statement, tree.Context):
        yield "context"


def _by_form(lexemes: tuple[Lexeme, ...]) -> Iterator[str]:
    yield from (_BY_FORM[lexeme.terminal] for lexeme in lexemes if lexeme.terminal in _BY_FORM)


def _of_row(draft: Draft, row: WrittenRow) -> Iterator[str]:
    if row.kind is RowKind.PART:
        yield "part"
    for sentence in read_scoring(row.scoring, draft.names):
        yield from _of_sentence(sentence)


def _judged(analysis: Analysis, number: int) -> Iterator[str]:
    assert analysis.plan is not None
    judged = [target.line for target in analysis.plan.judged_targets]
    conditions = (condition for standard in analysis.plan.standards for condition in leaves(standard.conditions))
    if number in [*judged, *(condition.line for condition in conditions if isinstance(condition, Judged))]:
        yield "C5"


@pytest.mark.parametrize("row", good(), ids=name)
def test_a_form_of_a_real_text_is_read_by_the_families_of_its_form(row: Form) -> None:
    found = case(f"good/{row.case}")
    read = set(ids_of(found, number_of(found.raw, row.words)))
    assert row.ids and row.ids <= read, sorted(read)


@pytest.mark.parametrize("row", good(), ids=name)
def test_a_form_is_restated_where_it_could_not_be_read_as_it_stands_and_nowhere_else(row: Form) -> None:
    found = case(f"good/{row.case}")
    number = number_of(found.raw, row.words)
    notes = {note.line.line for line in found.draft.lines if line.item.number == number for note in line.item.notes}
    assert bool(notes) == bool(row.why)
    if notes:
        kept = [line for at, line in enumerate(found.raw.splitlines(), 1) if at not in notes]
        assert analyse("in.plan", "\n".join(kept).encode(), beside(CORPUS / "good" / row.case)).plan is None


@pytest.mark.parametrize("row", bad(), ids=name)
def test_a_slip_of_a_real_text_is_refused_where_it_stands(row: Form) -> None:
    found = case(row.case)
    errors = [each for each in found.analysis.diagnostics if each.severity is Severity.ERROR]
    assert {each.code.id for each in errors} == codes_in(CORPUS / row.case)
    assert number_of(found.raw, row.words) in {each.at.span.line for each in errors}


def test_every_real_text_has_its_forms() -> None:
    assert {row.text.split()[0] for row in rows()} == {path.name for path in PLANS.iterdir()}
    assert set().union(*(row.ids for row in rows())) <= {form.id for form in forms()} | _OTHER
