"""What the corpus shows of each id: sentences that were read, with what was understood, and near misses with what the machine says."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from tests.contract.coverage import TWO_READINGS, analysed, drafted, ids_of_rules, named, rules_of_sentence, sentences_of
from tests.contract.test_corpus import TABLES, cases
from thads_dsl.check import Draft
from thads_dsl.check.draft import Line
from thads_dsl.diagnostics.model import ordered
from thads_dsl.diagnostics.render import full
from thads_dsl.model.plan import Plan
from thads_dsl.model.rules import Judged
from thads_dsl.model.understood import rules_of, words
from thads_dsl.source import Passage, SourceText
from thads_dsl.syntax.anniversaries import Anniversary
from thads_dsl.syntax.grammar import Form, families
from thads_dsl.syntax.points import WrittenRow, written_table
from thads_dsl.syntax.scoring_cells import read_scoring
from thads_dsl.syntax.sentences import Sentence

USUAL, MOST = 3, 5  # examples of an id; more than usual only where they show another form
MISSES = 6  # near misses shown of an id whose sentences are all refused
TABLE, ANNIVERSARY, JUDGMENT = "P1", "D7", "C5"  # ids that no rule of sentence.lark reads
_CELL = "a cell of a points table"  # counts as one more use of a form
_STARTS = frozenset(family.start for family in families())
_EMPTY_CLAUSE = re.compile(r"[;,:]\s*[;,:]")
_STRAIGHT = str.maketrans({"“": '"', "”": '"'})


@dataclass(frozen=True, slots=True)
class Example:
    """Words of a plan as its author wrote them, the uses that they show (rules and families), the ids that read them, and the meaning."""

    text: str
    uses: frozenset[str]
    ids: frozenset[str]
    understood: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Miss:
    """A complaint in full, as the terminal shows it."""

    code: str
    said: str


# ---- sentences that are read


@dataclass(frozen=True, slots=True)
class _Sound:
    """One case that is read without an error."""

    source: SourceText
    draft: Draft
    plan: Plan

    def meant(self, line: int, text: str) -> tuple[str, ...]:
        """What was understood of a sentence on a line, each once."""
        plain = text.translate(_STRAIGHT)
        found = [
            words(rule, self.plan)
            for rule in rules_of(self.plan)
            if rule.line == line and (rule.text.translate(_STRAIGHT) in plain or plain in rule.text.translate(_STRAIGHT))
        ]
        return tuple(each for each in dict.fromkeys(found) if not any(other != each and other.endswith(each) for other in found))

    def written(self, passage: Passage) -> str | None:
        """The author's own words; None where they are spelled in an unusual way, which the reader need not learn."""
        span = passage.span()
        author = self.source.lines[span.line - 1][span.start : span.end]
        return author if author.translate(_STRAIGHT) == passage.text and not _EMPTY_CLAUSE.search(author) else None


@cache
def examples() -> dict[str, tuple[Example, ...]]:
    """All that the corpus has, by id; the same words once."""
    found: dict[str, dict[str, Example]] = defaultdict(dict)
    for case in cases("good"):
        for id, example in _of_case(case):
            found[id].setdefault(example.text, example)
    return {id: tuple(each.values()) for id, each in found.items()}


def _of_case(case: Path) -> Iterator[tuple[str, Example]]:
    draft, _ = drafted(case)
    plan = analysed(case).plan
    assert plan is not None, f"{case.name} has errors"
    sound = _Sound(draft.source, draft, plan)
    for line in draft.lines:
        if line.restated.sentences is None:  # else the author's words are not those that were read
            yield from _of_line(sound, line)
    for rule in rules_of(plan):
        if isinstance(rule, Judged):
            yield JUDGMENT, Example(rule.judgment, frozenset(), frozenset({JUDGMENT}), (words(rule, plan),))


def _of_line(sound: _Sound, line: Line) -> Iterator[tuple[str, Example]]:
    context = line.read.context
    for sentence in (*([context] if context is not None else []), *line.sentences):
        alone = context is not None and sentence is not context and len(line.sentences) == 1
        text = sound.written(line.item.text if alone else sentence.passage)  # with whom it is for, where the line says so
        text = None if text is None else text.rstrip(" .;:")
        yield from _of_sentence(sound, sentence, text, frozenset())
        if text is not None:
            for found in (lexeme.value for lexeme in sentence.lexemes if isinstance(lexeme.value, Anniversary)):
                yield ANNIVERSARY, Example(text, frozenset(), frozenset({ANNIVERSARY}), _years(found))
    if (table := written_table(line.item.rows)) is not None:
        rows = "\n".join(sound.source.lines[row.line - 1].strip() for row in line.item.rows)
        yield TABLE, Example(rows, frozenset(), frozenset({TABLE}), ())
        for row in table.criteria:
            yield from _of_row(sound, row)


def _years(found: Anniversary) -> tuple[str, ...]:
    told = tuple(f"từ {first[2]} đến {last[2]} là {last[2] - first[2]} năm" for first, last in found.spans if last is not None)
    return told or ("không đủ hai ngày để đối chiếu",)


def _of_row(sound: _Sound, row: WrittenRow) -> Iterator[tuple[str, Example]]:
    """A way of scoring is shown with its criterion: its sentences say little alone."""
    cell = sound.written(row.scoring)
    if cell is None:
        return
    worth = row.points.text.removesuffix(" điểm")
    found = [
        each
        for sentence in read_scoring(row.scoring, sound.draft.names)
        for each in _of_sentence(sound, sentence, cell, frozenset({_CELL}))
    ]
    ids = frozenset(id for id, _ in found)
    for id, example in found:
        yield id, replace(example, text=f"{row.title.text} ({worth} điểm): {cell}", ids=ids)


def _of_sentence(sound: _Sound, sentence: Sentence, text: str | None, uses: frozenset[str]) -> Iterator[tuple[str, Example]]:
    if sentence.statement is None or text is None:
        return
    rules = rules_of_sentence(sentence)
    ids = frozenset(ids_of_rules()[rule] for rule in rules if rule in ids_of_rules())
    meant = sound.meant(sentence.passage.line, text)
    for id in sorted(ids):
        yield id, Example(text, rules | uses, ids, meant)


def chosen(form: Form) -> list[Example]:
    """The examples of an id that are shown: first a short one of the usual kind, then each time the one with most uses not shown yet.

    Cells of points tables are shown where a form is written nowhere else.
    """
    every = examples().get(form.id, ())
    left = [each for each in every if _CELL not in each.uses] or list(every)
    usual = Counter(start for each in left for start in each.uses & _STARTS)
    shown: list[Example] = []
    while left and len(shown) < MOST:
        best = min(left, key=lambda each: _order(form, each, shown, usual))
        if len(shown) >= USUAL and not (best.uses & set(form.rules)).difference(*(each.uses for each in shown)):
            break
        left = [each for each in left if each.text != best.text]
        shown.append(best)
    return shown


def _order(form: Form, example: Example, shown: list[Example], usual: Counter[str]) -> tuple[bool | int | str, ...]:
    """What is shown before what: sentences that show something new, are unlike the others, begin as sentences do, and are simple."""
    seen = {use for each in shown for use in each.uses}
    new = len((example.uses & {*form.rules, *_STARTS}) - seen) if shown else 0
    return (
        re.fullmatch(r"[\W\d]*\d[\W\d]*", example.text) is not None,  # figures without a word, as in cells of a table
        not form.shown or form.shown not in example.text,
        -new,
        any(_alike(example.text, each.text) for each in shown),
        not example.understood,
        -max((usual[start] for start in example.uses & _STARTS), default=0),
        not example.text[0].isupper(),
        len([id for id in example.ids if id[0] == form.id[0]]),
        len(example.text),
        example.text,
    )


def _alike(one: str, other: str) -> bool:
    """Whether two sentences differ in little but their figures."""
    first, second = (set(re.findall(r"[^\W\d]+", text.casefold())) for text in (one, other))
    return 5 * len(first & second) > 3 * len(first | second)


# ---- near misses


@cache
def misses() -> dict[str, tuple[Miss, ...]]:
    """What is said of the refused cases of each id, where it is about a sentence of that id; about fewest ids, and shortest, first."""
    found: dict[str, list[tuple[int, Miss]]] = defaultdict(list)
    for case in cases("bad"):
        ids = named(case) or ()
        if ids and not (case / TABLES).exists():
            for id, miss in _of_refused(case, ids):
                found[id].append((len(ids), miss))
    return {id: tuple(miss for _, miss in sorted(each, key=lambda one: (one[0], len(one[1].said), one[1]))) for id, each in found.items()}


def _of_refused(case: Path, ids: tuple[str, ...]) -> Iterator[tuple[str, Miss]]:
    """The first complaint about a line with a sentence of an id; what is not read at all is of the only id that the case names."""
    analysis, (draft, _) = analysed(case), drafted(case)
    read = defaultdict(set)
    for sentence in sentences_of(draft):
        for rule in rules_of_sentence(sentence) if sentence.statement is not None else ():
            read[sentence.passage.line].add(ids_of_rules().get(rule, ""))
    for id in ids:
        for complaint in ordered(analysis.diagnostics):
            lines = {label.span.line for label in (complaint.at, *complaint.also)}
            if len(ids) == 1 or any(id in read[line] for line in lines) or (id == TWO_READINGS and complaint.code.id == "TH112"):
                yield id, Miss(complaint.code.id, full(complaint, analysis.source).plain)
                break


def shown_misses(form: Form) -> tuple[list[Miss], list[str]]:
    """The near misses of an id that are shown in full, and the other codes that its sentences meet."""
    found = sorted(misses().get(form.id, ()), key=lambda miss: miss.code != form.missed)
    shown = list(found[: MISSES if form.id == TWO_READINGS else 1])
    return shown, sorted({miss.code for miss in found} - {miss.code for miss in shown})
