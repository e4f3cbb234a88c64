"""TH907: a restatement that turns a comparator round, or names another subject, of a line that reads well as it stands.

Of a line that does not read, whom it names and in which unit it counts is still what the restatement must keep: only that is printed.
"""

import re
from collections.abc import Iterator, Sequence

from thads_dsl.check.draft import Draft, Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.rules.two_readings import has_readings
from thads_dsl.diagnostics import Diagnostic, Label
from thads_dsl.diagnostics.codes import TH907
from thads_dsl.model.statistics import Kind
from thads_dsl.source import plain
from thads_dsl.syntax import tree
from thads_dsl.syntax.lexer import Lexeme, lex
from thads_dsl.syntax.line_texts import read_text
from thads_dsl.syntax.names import Name
from thads_dsl.syntax.sentences import Sentence
from thads_dsl.syntax.written_forms import Figure

_WITH_UNIT = {"PERCENT": "%", "PERCENT_POINTS": "%", "SCORE": "điểm", "MEASURE": "", "AWARDS": ""}


def reversals(facts: Facts) -> Iterator[Diagnostic]:
    """Each restated target that points the other way, or at somebody else."""
    for line in facts.draft.lines:
        if not any(note.kind == "RESTATEMENT" for note in line.item.notes):
            continue
        written = _targets(read_text(line.item.text, facts.draft.names, False).sentences)
        if any(has_readings(goal) for target in written for goal in target.goals):
            continue  # it did not read well
        for before, after in zip(written, _targets(line.sentences), strict=False):
            changed = _changed(before, after)
            if changed:
                yield _complaint(line, f"câu gốc đọc được, cách hiểu đổi {changed}")
        if not written and line.restated.sentences is not None:
            said = lex(line.item.text, facts.draft.names)
            meant = tuple(lexeme for sentence in line.restated.sentences for lexeme in sentence.lexemes)
            messages = (*_others(facts.draft, said, meant), *_units(said, meant), *_not_copied(line, meant))
            yield from (_complaint(line, message) for message in messages)


def _targets(sentences: tuple[Sentence, ...]) -> list[tree.Target]:
    return [sentence.statement for sentence in sentences if isinstance(sentence.statement, tree.Target)]


def _changed(before: tree.Target, after: tree.Target) -> str:
    if before.subjects != after.subjects:
        return "đối tượng"
    signs = [[goal.comparison.sign in "≥>" for goal in target.goals if goal.comparison] for target in (before, after)]
    return "chiều so sánh" if signs[0] != signs[1] else ""


def _others(draft: Draft, said: Sequence[Lexeme], meant: Sequence[Lexeme]) -> Iterator[str]:
    """Somebody whom only the restatement names, beside a line that names others and not everybody of that base."""
    named, instead = ([kind for each in lexemes if (kind := _kind(draft, each)) is not None] for lexemes in (said, meant))
    known = {each for kind in named for each in (kind.name, *kind.parents)}
    strange = next((kind for kind in instead if kind.name not in known and kind.base.value not in known), None)
    beside = [] if strange is None else [kind.name for kind in named if kind.base is strange.base]
    if strange is not None and beside:
        yield f"cách hiểu nói {strange.name}, câu gốc nói {', '.join(dict.fromkeys(beside))}"


def _kind(draft: Draft, lexeme: Lexeme) -> Kind | None:
    return draft.vocabulary.kind(lexeme.value.canonical) if lexeme.terminal == "SUBJECT" and isinstance(lexeme.value, Name) else None


def _units(said: Sequence[Lexeme], meant: Sequence[Lexeme]) -> Iterator[str]:
    """The same figure of another thing."""
    before, after = _figures(said), _figures(meant)
    for digits in sorted(before.keys() & after.keys()):
        if before[digits].keys().isdisjoint(after[digits]):
            yield f"câu gốc nói {min(before[digits].values())}, cách hiểu nói {min(after[digits].values())}"


def _not_copied(line: Line, meant: Sequence[Lexeme]) -> Iterator[str]:
    """Words in quotation marks for the council to judge that the printed line does not have."""
    printed = plain(line.item.text.text)
    judged = any(lexeme.terminal == "COUNCIL_JUDGES" for lexeme in meant)
    for lexeme in meant:
        if judged and lexeme.terminal == "QUOTED" and plain(lexeme.text.strip('“”" .;,')) not in printed:
            yield f"câu gốc không có chữ {lexeme.text}"


def _figures(lexemes: Sequence[Lexeme]) -> dict[str, dict[str, str]]:
    """The figures that say their unit: by digits and unit as written; percent points make percent clear."""
    found: dict[str, dict[str, str]] = {}
    for lexeme in lexemes:
        digits = re.match(r"\d[\d.,]*", lexeme.text)
        if digits and lexeme.terminal in _WITH_UNIT:
            measured = lexeme.value.unit if isinstance(lexeme.value, Figure) else ""
            unit = _WITH_UNIT[lexeme.terminal] or measured or lexeme.text[digits.end() :].strip()
            found.setdefault(digits[0], {})[unit] = lexeme.text
    return found


def _complaint(line: Line, message: str) -> Diagnostic:
    note = next(note for note in line.item.notes if note.kind == "RESTATEMENT")
    return Diagnostic(
        code=TH907,
        message=message,
        at=Label(note.line.span()),
        also=(Label(line.item.text.span()),),
        why="“Hiểu là” để làm rõ câu chưa rõ. Nếu muốn đổi quy định thì sửa đổi kế hoạch.",
    )
