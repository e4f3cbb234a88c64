"""What is said of notes under lines (TH105 to TH108): their pairs of phrases, their sentences, and the numbers of both."""

import re
from collections.abc import Iterable, Iterator

from thads_dsl.check.notes.said import FIGURES, changed, said_by, said_by_sentences
from thads_dsl.diagnostics import Diagnostic, Edit, Label, Way
from thads_dsl.diagnostics.codes import TH105, TH106, TH107, TH108
from thads_dsl.source import Passage, Span, canonical
from thads_dsl.syntax.names import NameTable
from thads_dsl.syntax.outline_tree import Note
from thads_dsl.syntax.sentences import Sentence

_WHOLE = "Sau “Hiểu là:” phải là một câu quy định trọn vẹn, hoặc: cụm từ “…” là “…”."
_PHRASES = re.compile(r'(?:cụm từ\s*)?"([^"]*)"\s*là\s*"([^"]*)"', re.IGNORECASE)
_CORRECTIONS = re.compile(r'"([^"]*)"\s*thành\s*"([^"]*)"', re.IGNORECASE)
# “dòng 4, cột 3” in the brackets of a note below a table.
CELL = re.compile(r"dòng\s*(?P<row>\d+)\s*[,;]?\s*cột\s*(?P<column>\d+)", re.IGNORECASE)
_DAYS = re.compile(r"\d+(?:/\d+)+")  # “bỏ 10/7/2024”: one number, as the complaint names it
_ZERO = re.compile(r"\b0(?=\d)")


def pairs_of(note: Note) -> list[re.Match[str]]:
    """What stands for what: “A” là “B”, of a correction “A” thành “B”."""
    return list((_CORRECTIONS if note.kind == "CORRECTION" else _PHRASES).finditer(note.text.text))


def leftover(note: Note, pairs: list[re.Match[str]]) -> Iterator[Diagnostic]:
    """Words beside the pairs would be lost."""
    ends = [0, *(end for pair in pairs for end in pair.span()), len(note.text.text)]
    for start, end in zip(ends[::2], ends[1::2], strict=True):
        words = note.text.cut(start, end)
        if pairs and re.sub(r"[\s.,;]|\bvà\b", "", words.text):
            yield bad_phrase(f"máy chưa hiểu “{words.text}”", words.span())


def bad_phrase(message: str, at: Span, why: str = "", ways: tuple[Way, ...] = (), line: Span | None = None) -> Diagnostic:
    """A phrase that does not say what it stands for, or where; `why` where it is not that it stands there once.

    `line`: the one in which it is looked for.
    """
    return Diagnostic(
        code=TH105,
        message=message,
        at=Label(at),
        also=() if line is None else (Label(line),),
        ways=ways,
        why=why or "Cụm từ thứ nhất phải chép đúng từ dòng bên trên và chỉ có một lần trong dòng ấy; chép dài hơn nếu cần.",
    )


def unconfirmed(note: Note) -> Diagnostic:
    """A reading that only a tool has proposed; confirmed, it is what it was, and names the figures that it brings."""
    pairs = list(_PHRASES.finditer(note.text.text))
    place = tuple(part.strip() for part in canonical(note.terms.text).split(";") if part.strip())
    head = f"Hiểu là ({'; '.join(place)})" if place else "Hiểu là"
    confirmed = f"{head}: {canonical(note.text.text)}"
    if len(pairs) == 1 and not note.terms.text.casefold().startswith("theo"):
        named = tuple(part for part in place if not re.fullmatch(r"thêm \d[\d.,]*", part))
        confirmed = phrase_note(canonical(pairs[0][1]), canonical(pairs[0][2]), named)
    return Diagnostic(
        code=TH108,
        message="máy chỉ đề xuất, chưa có người xác nhận",
        at=Label(note.line.span()),
        why="Đồng ý thì xóa chữ “Đề xuất”; chưa đồng ý thì sửa lại câu.",
        ways=(Way("Đồng ý thì sửa thành:", confirmed, edit=Edit(note.line.span(), confirmed)),),
    )


def empty_note(note: Note) -> Diagnostic:
    """A note that says nothing."""
    return Diagnostic(code=TH106, message="sau “Hiểu là:” chưa có gì", at=Label(note.line.span()), why=_WHOLE)


def unread_restatement(sentence: Sentence) -> Diagnostic:
    """A sentence of a note that no family reads."""
    message = f"máy chưa đọc được cách hiểu “{sentence.passage.text}”"
    return Diagnostic(code=TH106, message=message, at=Label(sentence.passage.span()), why=_WHOLE)


def numbers_of_phrases(note: Note, pairs: list[re.Match[str]], names: NameTable) -> Iterator[Diagnostic]:
    """A restated phrase brings no figure that it did not have (TH107), unless the brackets say so.

    Only a correction, which is printed, changes a figure without saying so.
    """
    for pair in pairs if note.kind == "RESTATEMENT" else ():
        old, new = (note.text.cut(*pair.span(group)) for group in (1, 2))
        excused = FIGURES.findall(CELL.sub("", note.terms.text))
        added = [each for each in figures_added(old, new, names) if each not in excused]
        if added:
            place = (found[0],) if (found := CELL.search(note.terms.text)) else ()
            line = phrase_note(canonical(old.text), canonical(new.text), place)
            yield _other_numbers(f"thêm {', '.join(added)}", Label(new.span()), Label(old.span()), line)


def figures_added(old: Passage, new: Passage, names: NameTable) -> list[str]:
    """The figures that a phrase does not have and its restatement has: of two it may keep one, and a vague day becomes a date."""
    before = said_by(old, names)
    added = changed(before, said_by(new, names)).added
    return [each for each in added if "/" not in each] if before.numbers else []


def phrase_note(old: str, new: str, place: tuple[str, ...] = (), added: Iterable[str] | None = None) -> str:
    """The line that restates a phrase; its brackets say which cell it is about, and the figures that it brings (by default all new)."""
    figures = sorted({*FIGURES.findall(new)} - {*FIGURES.findall(old)}) if added is None else added
    brackets = "; ".join((*place, *(f"thêm {each}" for each in figures)))
    return f"Hiểu là{f' ({brackets})' if brackets else ''}: cụm từ “{old}” là “{new}”"


def other_numbers(written: Passage, notes: Iterable[Note], sentences: list[Sentence], names: NameTable) -> Iterator[Diagnostic]:
    """Every number of what is restated stands in its restatement too, and the other way round, but for what the brackets say."""
    told = changed(said_by(written, names), said_by_sentences(sentences, names))
    terms = " ".join(note.terms.text for note in notes)
    place = "; ".join(found[0] for found in CELL.finditer(terms))
    excused = {*FIGURES.findall(CELL.sub("", terms)), *(_ZERO.sub("", each) for each in _DAYS.findall(terms))}
    lost, new = ([each for each in numbers if each not in excused] for numbers in (told.lost, told.added))
    if lost or new:
        dropped = [f"mất {', '.join(lost)}"] if lost else []
        added = [f"thêm {', '.join(new)}"] if new else []
        brackets = "; ".join([*([place] if place else []), *(f"bỏ {number}" for number in lost), *(f"thêm {number}" for number in new)])
        line = f"Hiểu là ({brackets}): {canonical(sentences[0].passage.text)}"
        also = Label(sentences[0].passage.span(), "cách hiểu")
        yield _other_numbers(" và ".join(dropped + added), Label(written.span()), also, line)


def _other_numbers(how: str, at: Label, also: Label, line: str) -> Diagnostic:
    return Diagnostic(
        code=TH107,
        message=f"cách hiểu {how}",
        at=at,
        also=(also,),
        why="Con số của câu gốc và của cách hiểu phải như nhau; nếu đúng là bỏ hoặc thêm thì nói rõ trong ngoặc.",
        ways=(Way("Nếu đúng là như vậy:", line),),
    )
