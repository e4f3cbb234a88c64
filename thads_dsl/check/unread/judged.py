"""The ways out of a sentence that is no rule: a question of the council, or prose."""

from collections.abc import Sequence

from thads_dsl.check.draft import Line
from thads_dsl.diagnostics import Way
from thads_dsl.source import canonical
from thads_dsl.syntax import condition_tree
from thads_dsl.syntax.names import NameKind
from thads_dsl.syntax.sentences import Sentence


def in_a_list(line: Line) -> bool:
    """Whether a line is an item of standards or of exclusions, which the council may answer."""
    return line.scope.expects_rules and (line.scope.excluding or line.scope.lead_in is not None or bool(line.scope.within))


def judged(line: Line, sentence: Sentence) -> tuple[Way, ...]:
    """The line that makes an item a question of the council, whose answers are a column of the statistics."""
    context = line.read.context
    if context is not None and isinstance(context.statement, condition_tree.NotConsidered) and not line.read.opens:
        return (_as_list(context, line.read.sentences),)
    alone = len(line.read.sentences) == 1
    words = canonical((sentence.passage.text if alone else line.item.text.text).replace('"', "")).strip(" ;.")
    meant = f"Hiểu là: Hội đồng bình xét “{words}”"
    if who := _own_subject(line, sentence):
        how = f"Nếu do Hội đồng bình xét (trả lời ở một cột của bảng số liệu), sửa dòng {line.item.number} thành:"
        return (Way(how, f"{line.item.marker} Tiêu chuẩn đối với {who}:\n- {canonical(line.item.text.text)}\n{meant}".strip()),)
    how = f"Nếu do Hội đồng bình xét (trả lời ở một cột của bảng số liệu), dán dưới dòng {line.item.number}:"
    return (Way(how, meant),)


def _own_subject(line: Line, sentence: Sentence) -> str:
    """Whom the first words of a sentence name where no line around says for whom its list is; empty elsewhere."""
    first = sentence.lexemes[0]
    said = line.scope.subjects or line.scope.strangers is not None or line.scope.excluding
    return "" if said or first.terminal != NameKind.SUBJECT.value else canonical(first.text)


def _as_list(head: Sentence, cases: Sequence[Sentence]) -> Way:
    """“Không xét khen thưởng đối với: a; b” as a list, in which the council answers each case by itself."""
    asked = [canonical(case.passage.text.replace('"', "")).strip(" ;.") for case in cases]
    lines = (f"- {each}\nHiểu là: Hội đồng bình xét “{each}”" for each in asked)
    return Way("Nếu do Hội đồng trả lời từng trường hợp thì viết thành danh sách:", "\n".join((f"{canonical(head.passage.text)}:", *lines)))


def as_prose(line: Line) -> str:
    """The line with the mark of prose."""
    return f"{line.item.marker} > {canonical(line.item.text.text)}".strip()


def left_to_people(line: Line, sentence: Sentence) -> str:
    """The line with the mark of prose; where other sentences of it are rules, the sentence goes to a line of its own."""
    text, own = canonical(line.item.text.text), canonical(sentence.passage.text)
    before, _, behind = text.rpartition(own)
    kept = f"{before.rstrip(' ;,.')}.{behind.removeprefix(';').removeprefix('.')}" if before else behind.lstrip(" ;.")
    if own not in text or not line.sentences_with_rules or not kept.strip(" ."):
        return as_prose(line)
    return f"{line.item.marker} {kept}".strip() + f"\n> {own[:1].upper()}{own[1:].rstrip(' ;.')}."
