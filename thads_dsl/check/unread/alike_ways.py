"""Ready lines for “Về tiền: như về việc”: the rule above it once more, for its own side or people, with “…” for the figure."""

import re
from collections.abc import Iterator

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.unread.trying import all_read, tried
from thads_dsl.diagnostics import Way
from thads_dsl.source import canonical
from thads_dsl.syntax import award_tree, tree
from thads_dsl.syntax.literals import NUMERIC
from thads_dsl.syntax.names import NameKind
from thads_dsl.syntax.sentences import Sentence

HOLE = "…"
_SIDE = re.compile(r"\b(?:việc|tiền)\b", re.IGNORECASE)
_FIGURE = re.compile(r"\d[\d.,]*")


def alike_ways(facts: Facts, line: Line, sentence: Sentence, start: int) -> tuple[Way, ...]:
    """The line as it would be with a figure of its own; nothing where it would not be read. `start`: of the words “như …”."""
    whom = _whom(line, sentence, start)
    if line.scope.lead_in is not None:
        return _for_both(facts, line, sentence, whom)
    model = next(_above(facts, line, sentence), None)
    if model is None:
        return ()
    own, before = _own_rule(model, line, sentence, whom), _said_before(line, sentence)
    before = "" if whom and whom in own else before or (f"{whom}: " if whom else "")
    own = f"{own[0].lower()}{own[1:]}" if before else own
    restated = facts.draft.issued and not line.item.aside
    if not _is_read(facts, line, before + own):
        return ()
    where = f"dán dưới dòng {line.item.number}:" if restated else f"sửa dòng {line.item.number} thành:"
    ready = f"Hiểu là: {before}{own}" if restated else f"{line.item.marker} {before}{own}".strip()
    return (Way(f"Điền vào chỗ …, {where}", ready),)


def _above(facts: Facts, line: Line, sentence: Sentence) -> Iterator[Sentence]:
    """The targets, or the numbers, above a sentence, the nearest first."""
    every = [each for own in facts.draft.lines[: line.index] for each in own.read.sentences]
    every += line.read.sentences[: line.read.sentences.index(sentence)]
    yield from (each for each in reversed(every) if isinstance(each.statement, tree.Target | award_tree.Quota))


def _own_rule(model: Sentence, line: Line, sentence: Sentence, whom: str) -> str:
    """The rule above with the side and the people of this sentence, and no figure."""
    text = model.passage.text
    for lexeme in reversed(model.lexemes):
        if lexeme.terminal in NUMERIC and lexeme.terminal != "DATE":
            text = text[: lexeme.start] + _FIGURE.sub(HOLE, lexeme.text, count=1) + text[lexeme.end :]
    side = _SIDE.search(line.item.text.text if len(line.read.sentences) == 1 else sentence.passage.text)
    text = _SIDE.sub(side[0].lower(), text, count=1) if side else text
    named = next((each.text for each in model.lexemes if each.terminal == NameKind.SUBJECT.value), "")
    if named and whom:
        text = text.replace(named, whom, 1)
    return canonical(text).rstrip(" ;.") + "."


def _whom(line: Line, sentence: Sentence, start: int) -> str:
    """Those who get the rule of another: named before it, or by the line around it; empty where nobody is named."""
    context = line.read.context.lexemes if line.read.context is not None else ()
    before = (*context, *(each for each in sentence.lexemes if each.start < start))
    return next((each.text for each in before if each.terminal == NameKind.SUBJECT.value), "")


def _said_before(line: Line, sentence: Sentence) -> str:
    """What stands in the line before the sentence and stays there: other sentences, whom it is for."""
    if sentence is not line.read.sentences[0]:
        first = canonical(line.item.text.text).find(canonical(sentence.passage.text))
        return canonical(line.item.text.text)[: max(first, 0)]
    label = re.match(r"(?:đối với )?[^:]*: ", canonical(line.item.text.text), re.IGNORECASE)
    return label[0] if label and line.read.context is not None and not _SIDE.search(label[0]) else ""


def _is_read(facts: Facts, line: Line, ready: str) -> bool:
    """Whether a line is read once its places are filled in."""
    return all_read(tried(facts.draft, line, ready.replace(HOLE, "10")))


def _for_both(facts: Facts, line: Line, sentence: Sentence, whom: str) -> tuple[Way, ...]:
    """“Đối với Thư ký: tương tự Chấp hành viên” in a list of standards: the head of the other list names both."""
    others = [each.text for each in sentence.lexemes if each.terminal == NameKind.SUBJECT.value and each.text != whom]
    for above in reversed(facts.draft.lines[: line.index]):
        text = canonical(above.item.text.text)
        if whom and others and text.casefold().startswith(f"đối với {others[-1]}".casefold()):
            ready = f"{above.item.marker} {text.replace(others[-1], f'{others[-1]}, {whom}', 1)}".strip()
            return (Way(f"Nếu cùng tiêu chuẩn thì bỏ dòng này, sửa dòng {above.item.number} thành:", ready),)
    return ()
