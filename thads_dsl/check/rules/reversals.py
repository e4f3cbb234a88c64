"""TH907: a restatement that turns a comparator round, or names another subject, of a line that reads well as it stands."""

from collections.abc import Iterator

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.rules.two_readings import has_readings
from thads_dsl.diagnostics import Diagnostic, Label
from thads_dsl.diagnostics.codes import TH907
from thads_dsl.syntax import tree
from thads_dsl.syntax.line_texts import read_text
from thads_dsl.syntax.sentences import Sentence


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
                yield _complaint(line, changed)


def _targets(sentences: tuple[Sentence, ...]) -> list[tree.Target]:
    return [sentence.statement for sentence in sentences if isinstance(sentence.statement, tree.Target)]


def _changed(before: tree.Target, after: tree.Target) -> str:
    if before.subjects != after.subjects:
        return "đối tượng"
    signs = [[goal.comparison.sign in "≥>" for goal in target.goals if goal.comparison] for target in (before, after)]
    return "chiều so sánh" if signs[0] != signs[1] else ""


def _complaint(line: Line, changed: str) -> Diagnostic:
    note = next(note for note in line.item.notes if note.kind == "RESTATEMENT")
    return Diagnostic(
        code=TH907,
        message=f"câu gốc đọc được, cách hiểu đổi {changed}",
        at=Label(note.line.span()),
        also=(Label(line.item.text.span()),),
        why="“Hiểu là” để làm rõ câu chưa rõ. Nếu muốn đổi quy định thì sửa đổi kế hoạch.",
    )
