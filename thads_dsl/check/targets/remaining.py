"""“Các đơn vị còn lại”: whom the sentences and lines beside it name, so that the rest are known."""

import re
from collections.abc import Iterator
from itertools import takewhile

from thads_dsl.check.awards.whom import judged_subjects
from thads_dsl.check.draft import Line
from thads_dsl.check.lowering import Lowering
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH223
from thads_dsl.model.statistics import Base
from thads_dsl.source import Passage, canonical
from thads_dsl.syntax import condition_tree, date_tree, tree
from thads_dsl.syntax.grammar import sender_words
from thads_dsl.syntax.sentences import Sentence, read_sentence

HEADS = frozenset({"FOR", "SUBJECT", "REMAINING", "COMMA", "AND"})  # of those whom a sentence begins with
NAMES = HEADS | {"NOT_BEING"}  # “cá nhân không là Chấp hành viên”
# Words before those who are to act: “giao Phòng …”, “yêu cầu các Chi cục …”.
_CALLED = frozenset(("giao", "cầu", "nghị", "do"))
# “Sau khi kết thúc đợt thi đua, các đơn vị gửi …”: what comes before the comma names nobody.
_SETTING = re.compile(sender_words("setting"), re.IGNORECASE)
_BEFORE_NAME = re.compile(rf"(?:(?:{sender_words('every')}|{sender_words('head')})\s+)+", re.IGNORECASE)  # “Toàn thể …”, “Lãnh đạo các …”
_BASES = frozenset(base.value for base in Base)
# Words behind an addressee that say what for: “đối với các Cụm để tổng hợp”.
_PURPOSE = re.compile(r"\s(?:để|nhằm)\s.*$")
_ENDS = re.compile(r"(?:[\s,;]|\bvà)+$")


def named_beside(lowering: Lowering, phrase: tree.Subject) -> tuple[str, ...]:
    """The kinds that the line of a phrase, and the lines of the same list, are for; a complaint where there is none.

    Units that a line names as something else (who receives a file) are not among them.
    """
    line = line_of(lowering, phrase)
    heads = [] if line is None else _not_left(_heads(lowering, line)) or _not_left(_in_list(lowering, line))
    kind = lowering.draft.vocabulary.kind
    own = kind(phrase.name.canonical)
    named = [found for head in heads if (found := kind(head.name.canonical)) is not None]
    others = dict.fromkeys(each.name for each in named if own and each.base is own.base and each != own and each.name not in _BASES)
    if not others and (complaint := _nobody_beside(lowering, phrase)) not in lowering.found:
        lowering.found.append(complaint)
    return tuple(others)


def _not_left(heads: Iterator[tree.Subject]) -> list[tree.Subject]:
    return [head for head in heads if not head.remaining and not head.negated]


def _in_list(lowering: Lowering, line: Line) -> Iterator[tree.Subject]:
    """Whom the other lines of a list are for: what stands before their colons, and sentences of the same sort."""
    sorts = tuple(type(sentence.statement) for sentence in line.sentences if sentence.statement is not None)
    for other in lowering.draft.lines:
        if other.item.parent == line.item.parent and other.item.marker[-1:] == line.item.marker[-1:]:
            yield from _heads(lowering, other, sorts)


def line_of(lowering: Lowering, phrase: tree.Subject) -> Line | None:
    """The line in which a phrase stands, or under which, in a table or a restatement."""
    return next((line for line in reversed(lowering.draft.lines) if line.item.number <= phrase.span.line), None)


def around(lowering: Lowering, phrase: tree.Subject) -> tuple[tree.Subject, ...]:
    """Whom the lines around the list of a phrase are for."""
    line = line_of(lowering, phrase)
    if line is None:
        return ()
    if line.item.parent is not None:
        above = lowering.draft.lines[line.item.parent]
        context = above.read.context.statement if above.read.context is not None else None
        own = context.subjects if isinstance(context, tree.Context | condition_tree.LeadIn) else ()
        return own or above.scope.subjects
    said = lowering.draft.population
    return said.statement.subjects if said is not None and isinstance(said.statement, tree.Context) else ()


def named_first(lowering: Lowering, sentence: Sentence) -> tuple[tree.Subject, ...]:
    """Whom a sentence begins with: “Các Chi cục THADS gửi hồ sơ …”, “hồ sơ của Chi cục THADS …”, “trước ngày D, các Chi cục THADS …”."""
    first = list(takewhile(lambda lexeme: lexeme.terminal in NAMES, sentence.lexemes[begins(sentence) :]))
    while first and first[-1].terminal not in ("SUBJECT", "REMAINING"):
        first.pop()
    return named_in(lowering, sentence.passage.cut(first[0].start, first[-1].end)) if first else ()


def begins(sentence: Sentence) -> int:
    """Where its subject may stand: behind a time that comes first, behind “riêng”, “giao”, “lãnh đạo”, or “hồ sơ của”, “hồ sơ đối với”."""
    signs = [lexeme.terminal for lexeme in sentence.lexemes]
    if _SETTING.match(sentence.passage.text) and "COMMA" in signs:
        return signs.index("COMMA") + 1
    if signs[:1] and signs[0] in ("BEFORE", "AT_LATEST", "WITHIN"):
        return signs.index("COMMA") + 1 if "COMMA" in signs else 0
    if signs[:1] == ["APART_FROM_THAT"]:
        return 1
    if (before := _BEFORE_NAME.match(sentence.passage.text)) is not None:
        at = next((at for at, lexeme in enumerate(sentence.lexemes) if lexeme.start >= before.end()), 0)
        if signs[at : at + 1] == ["SUBJECT"]:
            return at
    words = len(list(takewhile(lambda sign: sign in ("WORD", "RESULTS", "TERM_OF", "LAST_DAY"), signs)))
    called = words and sentence.lexemes[words - 1].text.casefold() in _CALLED
    return words if called else words + 1 if signs[words : words + 1] in (["OF"], ["FOR"]) else 0


def named_in(lowering: Lowering, words: Passage) -> tuple[tree.Subject, ...]:
    """The subjects that words are; nobody where they are anything else."""
    read = read_sentence(words, lowering.draft.names, ("context",))
    return read.statement.subjects if isinstance(read.statement, tree.Context) else ()


def addressee(sentence: Sentence, due: date_tree.Due) -> Passage | None:
    """The words behind a day that say whom it is for, without what for; None where it is for all."""
    if due.addressee is None:
        return None
    start, end = due.addressee.start, due.addressee.end
    words = _ENDS.sub("", _PURPOSE.sub("", sentence.passage.text[start:end]))
    return sentence.passage.cut(start, start + len(words))


def _heads(lowering: Lowering, line: Line, sorts: tuple[type[tree.Statement], ...] = ()) -> Iterator[tree.Subject]:
    """Whom a line is for, by its context and its sentences, or those of some `sorts` only."""
    for sentence in (line.read.context, *line.sentences):
        if sorts and sentence is not line.read.context and not isinstance(sentence.statement if sentence else None, sorts):
            continue
        match sentence.statement if sentence is not None else None:
            case tree.Context(subjects=subjects) | condition_tree.LeadIn(subjects=subjects) | tree.Target(subjects=subjects):
                yield from subjects
            case date_tree.Deadline(due=due) if sentence is not None:
                yield from named_first(lowering, sentence)
                for each in due:
                    yield from named_in(lowering, words) if (words := addressee(sentence, each)) is not None else ()
            case tree.Statement() if sentence is not None:
                yield from named_first(lowering, sentence)
            case None if sentence is not None:
                yield from judged_subjects(sentence.lexemes)  # “Chấp hành viên hoàn thành xuất sắc nhiệm vụ”


def _nobody_beside(lowering: Lowering, phrase: tree.Subject) -> Diagnostic:
    own = phrase.name.canonical
    kinds = [kind for kind in lowering.draft.vocabulary.kinds if kind.name not in _BASES and (own in _BASES or own in kind.parents)]
    return Diagnostic(
        code=TH223,
        message=f"“{canonical(lowering.draft.source.quote(phrase.span))}”: bên cạnh chưa nêu ai",
        at=Label(phrase.span),
        why="“Còn lại” là trừ những đối tượng nêu trong cùng câu hoặc ở các dòng cùng danh sách; ở đó chưa có tên nào đã khai báo.",
        ways=(Way("Thêm vào trước một dòng như sau, sửa tên và nội dung:", f"- {kinds[0].name if kinds else 'Phòng chuyên môn'}: …"),),
    )
