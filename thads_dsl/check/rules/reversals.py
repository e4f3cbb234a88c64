"""TH907: a restatement that turns a bound round, or names another subject or unit: only the line itself is printed.

Of targets that read well as they stand what they say is compared, of all other lines their words (notes/said.py).
"""

import re
from collections.abc import Iterator

from thads_dsl.check.draft import Draft, Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.notes.said import changed, other_units, said_by, said_by_sentences
from thads_dsl.check.rules.names_of_two import shared_spellings
from thads_dsl.check.rules.two_readings import has_readings
from thads_dsl.diagnostics import Diagnostic, Label
from thads_dsl.diagnostics.codes import TH907
from thads_dsl.source import Passage
from thads_dsl.syntax import tree
from thads_dsl.syntax.line_texts import read_text
from thads_dsl.syntax.sentences import Sentence


def reversals(facts: Facts) -> Iterator[Diagnostic]:
    """Each restated line that then points the other way, at somebody else or at something else."""
    for line in facts.draft.lines:
        if not any(note.kind == "RESTATEMENT" for note in line.item.notes):
            continue
        written = _targets(read_text(_printed(line), facts.draft.names, False).sentences)
        if any(has_readings(goal) for target in written for goal in target.goals):
            continue  # it did not read well
        turned = [_turned(before, after) for before, after in zip(written, _targets(line.sentences), strict=False)]
        messages = [f"câu gốc đọc được, cách hiểu đổi {each}" for each in turned if each]
        yield from (_complaint(line, message) for message in messages or _said_otherwise(facts.draft, line))


def _printed(line: Line) -> Passage:
    """The line as it is printed: with its slips corrected."""
    return line.restated.text if any(note.kind == "CORRECTION" for note in line.item.notes) else line.item.text


def _targets(sentences: tuple[Sentence, ...]) -> list[tree.Target]:
    return [sentence.statement for sentence in sentences if isinstance(sentence.statement, tree.Target)]


def _turned(before: tree.Target, after: tree.Target) -> str:
    if before.subjects != after.subjects:
        return "đối tượng"
    signs = [[goal.comparison.sign in "≥>" for goal in target.goals if goal.comparison] for target in (before, after)]
    return "chiều so sánh" if signs[0] != signs[1] else ""


def _said_otherwise(draft: Draft, line: Line) -> Iterator[str]:
    """What the words of a restatement say otherwise than those of its line."""
    said = said_by(_printed(line), draft.names)
    found = changed(said, said_by_sentences(line.sentences, draft.names), draft.vocabulary.kind)
    left_out = [pair for each in _left_out(line) for pair in other_units(said.units, said_by(each, draft.names).units)]
    for before, after in (*found.otherwise, *left_out):
        if not _one_of_two(draft, line, before, after):
            yield f"câu gốc nói {before}, cách hiểu nói {after}"
    yield from (f"câu gốc không có chữ “{each}”" for each in found.not_copied)


def _one_of_two(draft: Draft, line: Line, before: str, after: str) -> bool:
    """Whether two names share a spelling that the line has: of these a restatement chooses one."""
    written = _printed(line).text.casefold()
    return any({before, after} <= {*names} and spelling in written for (_, spelling), names in shared_spellings(draft).items())


def _left_out(line: Line) -> Iterator[Passage]:
    """What the brackets of a restatement say is left out: “(bỏ 10%; thêm 5%)”."""
    for note in line.item.notes:
        for part in re.finditer(r"[^;]+", note.terms.text):
            passage = note.terms.cut(*part.span())
            if note.kind == "RESTATEMENT" and passage.text.startswith("bỏ"):
                yield passage


def _complaint(line: Line, message: str) -> Diagnostic:
    note = next(note for note in line.item.notes if note.kind == "RESTATEMENT")
    return Diagnostic(
        code=TH907,
        message=message,
        at=Label(note.line.span()),
        also=(Label(line.item.text.span()),),
        why="“Hiểu là” để làm rõ câu chưa rõ. Nếu muốn đổi quy định thì sửa đổi kế hoạch.",
    )
