"""Lines under “Không xét …:” (C8) → exclusions from the award."""

from collections.abc import Iterator

from thads_dsl.check.draft import Line
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.subjects import one_subject, subject
from thads_dsl.check.windows import disciplined
from thads_dsl.diagnostics import Diagnostic, Label
from thads_dsl.diagnostics.codes import TH222
from thads_dsl.model.rules import Exclusion
from thads_dsl.model.statistics import Base, Subject
from thads_dsl.source import fold
from thads_dsl.syntax import condition_tree, tree
from thads_dsl.syntax.names import NameKind, atoms
from thads_dsl.syntax.sentences import Sentence


def excluded_subjects(lowering: Lowering, line: Line, sentence: Sentence, node: condition_tree.ExcludedSubjects) -> None:
    """Whole kinds of subjects."""
    for phrase in node.subjects:
        who = subject(lowering, (phrase,), line.scope, phrase.span)
        if who is not None:
            lowering.rules.append(Exclusion(**lowering.header(line, sentence), subject=who))


def excluded_context(lowering: Lowering, line: Line, sentence: Sentence, node: tree.Context) -> None:
    """A line of the list that is only a name: “- Thủ trưởng đơn vị;”."""
    for phrase in node.subjects:
        who = one_subject(lowering, phrase)
        if who is not None:
            lowering.rules.append(Exclusion(**lowering.header(line, sentence), subject=who))


def excluded_disciplined(lowering: Lowering, line: Line, sentence: Sentence, node: condition_tree.ExcludedDisciplined) -> None:
    """Those under discipline, by the day on which the decision was signed."""
    if not line.scope.excluding:
        lowering.found.append(
            Diagnostic(
                code=TH222,
                message="phía trên chưa có câu “Không xét khen thưởng đối với:”",
                at=Label(node.span),
                why="Nếu là điều kiện của người được khen thưởng thì viết “Không bị kỷ luật …”.",
            )
        )
        return
    own = (node.subject,) if node.subject else ()
    scope = line.scope
    who = subject(lowering, own, scope, node.span) if own or scope.subjects else Subject(Base.INDIVIDUAL.value, Base.INDIVIDUAL)
    said, looks = disciplined(lowering, scope, node.form, node.window)
    if who is not None:
        rule = Exclusion(**lowering.header(line, sentence), subject=who, **looks)
        lowering.windows[rule.id] = said
        lowering.rules.append(rule)


def misplaced(lowering: Lowering, node: tree.Statement) -> None:
    """A rule that says nothing about who is left out."""
    lowering.found.append(
        Diagnostic(
            code=TH222,
            message="câu này không nói ai không được xét",
            at=Label(node.span),
            why="Dưới “Không xét …:” mỗi dòng là một đối tượng, một trường hợp bị kỷ luật, hoặc một trường hợp ghi bằng lời.",
        )
    )


def excluded_by_answer(lowering: Lowering, line: Line, sentence: Sentence, question: str) -> None:
    """Words that the statistics answer with có or không; who is asked are the subjects that they begin with, or that of the context."""
    around = () if (named := tuple(_first_named(lowering, question))) else (subject(lowering, (), line.scope, sentence.passage.span()),)
    question = question[0].upper() + question[1:]
    for who in (*named, *around):
        if who is not None:
            lowering.rules.append(Exclusion(**lowering.header(line, sentence), subject=who, question=question))


def _first_named(lowering: Lowering, question: str) -> Iterator[Subject]:
    """“Tập thể, cá nhân đã …” are two of them: each is asked."""
    keys, at = [atom.key for atom in atoms(fold(question))], 0
    while True:
        found = next(((end, name) for end, name in lowering.draft.names.exact.longest(keys, at) if name.kind is NameKind.SUBJECT), None)
        first = found[1].canonical if found else Base.INDIVIDUAL.value if keys[at : at + 1] == ["người"] else None
        kind = lowering.draft.vocabulary.kind(first) if first is not None else None
        if kind is None:
            return
        yield Subject(kind.name, kind.base, () if kind.name in {base.value for base in Base} else (kind.name,))
        at = (found[0] if found else at + 1) + 1
        if keys[at - 1 : at] not in ([","], ["và"], ["hoặc"]):
            return
