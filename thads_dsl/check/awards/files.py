"""Sentences about the files that are handed in for an award (A8, C8) → what they hold, when they are due, and which are refused."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from thads_dsl.check.awards.exclusions import awards_named
from thads_dsl.check.draft import Line
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.names.subjects import subject
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH116
from thads_dsl.model.rules import Deadline, Dossier, Exclusion, FileFault, Quota, Standard
from thads_dsl.model.statistics import Base, Subject
from thads_dsl.source import Passage, canonical
from thads_dsl.syntax import condition_tree
from thads_dsl.syntax.grammar import sender_words
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.names import Name, NameKind
from thads_dsl.syntax.sentences import Sentence

_BASES = {base.value: base for base in Base}
# “Bản xác nhận (nếu có)”: no file lacks it.
MAYBE = re.compile(rf"[\s(,]+{sender_words('maybe')}\)?$", re.IGNORECASE)
_TOWARDS = ("về", "tới", "đến", "cho")
_TOLD = ("FILE_LATE", "FILE_INCOMPLETE", "FILE_REFUSED", "NOT_CONSIDERED", "NOT_AWARDED")
# What those do who take files in; “không được …” is said of those who are left out.
_TAKEN_IN = re.compile(r"^(?:từ chối|không (?:tiếp nhận|nhận|chấp nhận|tổng hợp|trình|đưa|giải quyết))", re.IGNORECASE)


def dossier(lowering: Lowering, line: Line, sentence: Sentence, node: condition_tree.Dossier) -> None:
    """A8: what a file holds."""
    listed = tuple(paper.text for paper in papers(lowering.draft.lines, line, sentence, node))
    documents = tuple(canonical(document) for document in listed if MAYBE.search(document) is None)
    if not documents:
        lowering.found.append(_no_documents(node))
        return
    lowering.rules.append(Dossier(**lowering.header(line, sentence), documents=documents))


def papers(lines: Sequence[Line], line: Line, sentence: Sentence, node: condition_tree.Dossier) -> Iterator[Passage]:
    """What a file is said to hold, as written: behind the colon, else one line each below."""
    text = sentence.passage.text
    for document in node.documents:
        at = text.find(document)
        yield sentence.passage.cut(at, at + len(document)) if at >= 0 else sentence.passage.replaced(0, len(text), document)
    for other in _items_below(lines, line) if not node.documents else ():
        if not other.item.aside:
            yield other.item.text.cut(0, len(other.item.text.text.rstrip(" .;,")))


def _items_below(lines: Sequence[Line], line: Line) -> Iterator[Line]:
    """The items of a line; those of a paragraph stand beside it, one like the other."""
    if line.item.marker:
        yield from (each for each in lines[line.index + 1 : line.item.end] if each.item.parent == line.index and each.item.marker)
        return
    beside = (each for each in lines[line.index + 1 :] if each.item.parent is None or each.item.parent <= line.index)
    first = next(beside, None)
    if first is not None and first.item.parent == line.item.parent and first.item.marker:
        yield first
        yield from takewhile(lambda each: (each.item.parent, each.item.marker) == (first.item.parent, first.item.marker), beside)


def due(lowering: Lowering) -> None:
    """Where a plan of awards only says when files are due, whether they came in time is still told."""
    awarded = bool(lowering.of(Standard)) or bool(lowering.of(Quota))
    if lowering.of(Dossier) or not awarded:
        return
    for deadline in (each for each in lowering.of(Deadline) if each.binds_files):
        id = f"{deadline.id} (hồ sơ)"
        lowering.spans[id] = lowering.spans[deadline.id]
        lowering.rules.append(Dossier(id=id, place=deadline.place, line=deadline.line, text=deadline.text, documents=()))
        return  # one rule; which deadline a file has to keep depends on whose it is


def refused(lowering: Lowering, line: Line, sentence: Sentence, node: condition_tree.RefusedFile) -> None:
    """“Hồ sơ gửi sau thời hạn trên không được xét”: those are left out whose file it is; of the award that is named, else of all."""
    faults = ((FileFault.LATE,) if node.late else ()) + ((FileFault.INCOMPLETE,) if node.incomplete else ())
    award = next(iter(awards_named(sentence.lexemes)), line.scope.left_out_of)
    for who in _whose(lowering, line, sentence):
        lowering.rules.append(Exclusion(**lowering.header(line, sentence), subject=who, award=award, faults=faults))


def _whose(lowering: Lowering, line: Line, sentence: Sentence) -> Iterator[Subject]:
    """The subjects that the sentence names, else its context; “đơn vị”, or nobody, are all: a unit sends the files of its people."""
    named = [
        lexeme.value
        for at, lexeme in enumerate(sentence.lexemes)
        if lexeme.terminal == NameKind.SUBJECT.value and not _takes_in(sentence.lexemes, at)
    ]
    names = dict.fromkeys(name.canonical for name in named if isinstance(name, Name))
    around = subject(lowering, (), line.scope, sentence.passage.span()) if not names and line.scope.subjects else None
    if around is not None:
        yield around
    elif not names or Base.COLLECTIVE.value in names:
        yield from (Subject(name, base) for name, base in _BASES.items())
    for kind in filter(None, map(lowering.draft.vocabulary.kind, names)):
        if Base.COLLECTIVE.value not in names:
            yield Subject(kind.name, kind.base, () if kind.name in _BASES else (kind.name,))


def _takes_in(lexemes: tuple[Lexeme, ...], at: int) -> bool:
    """“gửi về Phòng …”, “Phòng … không tiếp nhận hồ sơ”: where files go, and who does not take them, are not whose files they are."""
    if at and lexemes[at - 1].text.casefold() in _TOWARDS:
        return True
    behind = next((each for each in lexemes[at + 1 :] if each.terminal in _TOLD), None)
    return behind is not None and behind.terminal == "FILE_REFUSED" and _TAKEN_IN.search(behind.text) is not None


def _no_documents(node: condition_tree.Dossier) -> Diagnostic:
    return Diagnostic(
        code=TH116,
        message="hồ sơ chưa có giấy tờ nào",
        at=Label(node.span),
        why="Ghi tên giấy tờ ngay sau dấu hai chấm, cách nhau bằng dấu chấm phẩy, "
        "hoặc mỗi thứ một dòng bên dưới: dưới dòng “-” là các dòng “+”.",
        ways=(Way("Viết như sau:", "Hồ sơ gồm: Tờ trình; Biên bản; Danh sách; Báo cáo thành tích."),),
    )
