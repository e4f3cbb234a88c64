"""What of the table of families the corpus shows: which ids its sentences are read by, and which near misses are refused."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unittest.mock import patch

from lark.exceptions import UnexpectedInput

from tests.contract.automaton import grammar
from tests.contract.seed_runs import is_own
from tests.contract.test_corpus import beside, cases, codes_in
from thads_dsl.check import Draft, read_draft
from thads_dsl.model.rules import Judged, leaves
from thads_dsl.pipeline import Analysis, analyse
from thads_dsl.source import Passage, SourceText
from thads_dsl.syntax import headings, tables, tree
from thads_dsl.syntax.anniversaries import Anniversary
from thads_dsl.syntax.families import EXAMPLE_FAMILIES, read_tokens
from thads_dsl.syntax.grammar import families, forms
from thads_dsl.syntax.lexer import Lexeme, folded_for, in_cell, lex
from thads_dsl.syntax.names import NameTable
from thads_dsl.syntax.outline import outline
from thads_dsl.syntax.points import written_table
from thads_dsl.syntax.scoring_cells import read_scoring
from thads_dsl.syntax.sentences import Sentence

TWO_READINGS = "T?"  # the id whose sentences are always refused: each is both what is known and a near miss
NOTHING = "không"  # what a case names that is about no sentence
_NO_MARKS = {"WORD", "COMMA", "COLON"}  # every sentence may have them
_NAMED = re.compile(r"\ufeff?# Mẫu: (.+)")
Read = tuple[str, frozenset[str]]  # the words of a sentence, and the rules of sentence.lark that read it


@dataclass(frozen=True, slots=True)
class Cover:
    """What the corpus has of one id.

    Sentences that are read, those in words that no seed has, the cases they stand in, and the cases that refuse one much like them.
    """

    id: str
    sentences: frozenset[str]
    own: frozenset[str]
    cases: tuple[str, ...]
    misses: tuple[str, ...]


def named(case: Path) -> tuple[str, ...] | None:
    """The ids that the first line of a case names; none where it says “không”, None where it says nothing."""
    first = (case / "in.plan").read_bytes().split(b"\n", 1)[0].decode("utf-8", "replace")
    found = _NAMED.fullmatch(first.strip())
    if found is None:
        return None
    return () if found[1] == NOTHING else tuple(found[1].split(", "))


def rules_of(lexemes: tuple[Lexeme, ...], starts: Iterable[str] | None = None) -> frozenset[str]:
    """The rules by which the one family that accepts the words reads them; empty where none does."""
    wanted = set(starts) if starts is not None else {family.start for family in families()} - {*EXAMPLE_FAMILIES}
    for family in families():
        folded = folded_for(family, lexemes) if family.start in wanted else ()
        if not folded:
            continue
        try:
            found = grammar().parse([lexeme.token() for lexeme in folded], start=family.start)
        except UnexpectedInput:
            continue
        return frozenset(str(each.data) for each in found.iter_subtrees())
    return frozenset()


@cache
def analysed(case: Path) -> Analysis:
    """What a case is found to be; asked for by many tests, made once."""
    return analyse("ke-hoach.plan", (case / "in.plan").read_bytes(), beside(case))


@cache
def drafted(case: Path) -> tuple[Draft, list[Read]]:
    """A case as written, and the sentences of its tables and headings."""
    source = SourceText.read("in.plan", (case / "in.plan").read_bytes())
    spoken: list[Read] = []

    def listen(lexemes: tuple[Lexeme, ...], starts: Iterable[str] | None = None) -> tree.Statement | None:
        """Cells of a table are read together with words of its heading, which no sentence keeps."""
        found = read_tokens(lexemes, starts)
        if found is not None:
            spoken.append((" ".join(lexeme.text for lexeme in lexemes), rules_of(lexemes, starts)))
        return found

    with patch.object(tables, "read_tokens", listen), patch.object(headings, "read_tokens", listen):
        return read_draft(source, outline(source), beside(case))[0], spoken


def read_sentences(case: Path) -> list[Read]:
    """Every sentence of a case that a family reads."""
    draft, spoken = drafted(case)
    return [
        *spoken,
        *((sentence.passage.text, rules_of_sentence(sentence)) for sentence in sentences_of(draft) if sentence.statement is not None),
    ]


def rules_of_sentence(sentence: Sentence) -> frozenset[str]:
    """The rules that read it; of “Sửa cách chấm … thành: <cell>” those of the words before the cell."""
    found = rules_of(sentence.lexemes) or rules_of(in_cell(sentence.lexemes))
    ends = [at for at, lexeme in enumerate(sentence.lexemes) if lexeme.terminal in ("COLON", "COMMA")]
    return found or next((rules for at in ends if (rules := rules_of(sentence.lexemes[:at], ("amendment",)))), frozenset())


def sentences_of(draft: Draft) -> Iterator[Sentence]:
    """Every sentence of a draft, those of the cells of points tables included."""
    for line in draft.lines:
        if line.read.context is not None:
            yield line.read.context
        yield from line.sentences
        if (written := written_table(line.item.rows)) is not None:
            for row in written.criteria:
                yield from read_scoring(row.scoring, draft.names)
    if draft.amended is not None:
        for row in draft.amended.written.criteria:
            yield from read_scoring(row.scoring, draft.names)


@cache
def ids_of_rules() -> dict[str, str]:
    """The id that each rule belongs to."""
    return {rule: form.id for form in forms() for rule in form.rules}


@cache
def used(case: Path) -> dict[str, set[str]]:
    """The ids that a case is really read by, each with its sentences."""
    found: dict[str, set[str]] = defaultdict(set)
    for words, rules in read_sentences(case):
        for id in {ids_of_rules()[rule] for rule in rules if rule in ids_of_rules()}:
            found[id].add(words)
    for id, words in _outside_sentences(case):
        found[id].add(words)
    return found


def _outside_sentences(case: Path) -> Iterator[tuple[str, str]]:
    """What no rule of a family tells.

    What the council judges by (C5), anniversaries in running text (D7), the rows of a points table (P1); and shares of a population whose
    words are names of statistics like others (T10): “thi hành xong ít nhất 35% số tiền có điều kiện”.
    """
    yield from (("C5", words) for words in _judged(case))
    draft, _ = drafted(case)
    for sentence in sentences_of(draft):
        said = sentence.statement
        if isinstance(said, tree.Target) and said.wanted is not None and said.wanted.share is not None:
            yield "T10", sentence.passage.text
    abstract = [key.value for key in draft.outline.every_key if key.name == "trích yếu"]
    for passage in (*abstract, *(sentence.passage for line in draft.lines for sentence in line.sentences)):
        yield from (("D7", passage.text) for lexeme in lex(passage, draft.names) if isinstance(lexeme.value, Anniversary))
    for written in filter(None, (written_table(line.item.rows) for line in draft.lines)):
        yield from (("P1", f"{row.title.text} | {row.points.text}") for row in written.rows)


def _judged(case: Path) -> Iterator[str]:
    """C5 is what no family reads: the words that the council judges by."""
    plan = analysed(case).plan
    if plan is not None:
        yield from (target.judgment for target in plan.judged_targets)
        conditions = (condition for standard in plan.standards for condition in leaves(standard.conditions))
        yield from (condition.judgment for condition in conditions if isinstance(condition, Judged))


def _refused(case: Path) -> Iterator[str]:
    """The lines of a case that are understood in two ways."""
    analysis = analysed(case)
    lines = {each.at.span.line for each in analysis.diagnostics if each.code.id == "TH112"}
    yield from (analysis.source.lines[number - 1] for number in sorted(lines))


@cache
def covers() -> tuple[Cover, ...]:
    """Every id of the language, in the order of its table."""
    sentences: dict[str, set[str]] = defaultdict(set)
    found: dict[str, list[str]] = defaultdict(list)
    misses: dict[str, list[str]] = defaultdict(list)
    marks: dict[str, set[frozenset[str]]] = defaultdict(set)
    for case in cases("good"):
        names = drafted(case)[0].names
        for id, words in used(case).items():
            sentences[id] |= words
            found[id].append(case.name)
            marks[id] |= {marks_of(each, names) for each in words}
    for case in (each for each in cases("bad") if named(each)):
        complained = complained_of(case)
        for id in named(case) or ():
            if id == TWO_READINGS or any(alike(each, other) for each in complained for other in marks[id]):
                misses[id].append(case.name)
        if TWO_READINGS in (named(case) or ()):
            sentences[TWO_READINGS] |= set(_refused(case))
            found[TWO_READINGS].append(case.name)
    return tuple(
        Cover(id, frozenset(sentences[id]), frozenset(filter(is_own, sentences[id])), tuple(found[id]), tuple(misses[id]))
        for id in (form.id for form in forms())
    )


def marks_of(words: str, names: NameTable) -> frozenset[str]:
    """What a sentence says beside its free words: its function phrases, its kinds of names and of figures."""
    return frozenset(lexeme.terminal for lexeme in lex(Passage(words, 0, range(len(words) + 1)), names)) - _NO_MARKS


def alike(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two sentences have at least as many marks in common as apart."""
    return 2 * len(some & others) >= len(some | others) > 0


def complained_of(case: Path) -> list[frozenset[str]]:
    """The marks of the lines, of their sentences and of the very words where the codes of a refused case stand."""
    (draft, _), wanted = drafted(case), codes_in(case)
    found = analysed(case).diagnostics
    spans = [each.at.span for each in found if each.code.id in wanted and each.at.source is None]
    numbers = {span.line for span in spans}
    reads = [line.read for line in draft.lines if line.item.number in numbers]
    sentences = [sentence for read in reads for sentence in (*read.sentences, *filter(None, (read.context,)))]
    written = (draft.source.lines[span.line - 1] for span in spans)
    texts = [text for line, span in zip(written, spans, strict=True) for text in (line, line[span.start : span.end])]
    texts += (sentence.passage.text for sentence in sentences)
    return [marks_of(text, draft.names) for text in texts]
