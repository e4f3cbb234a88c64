"""Notes under a line → what the line means: phrases replaced, slips corrected, whole sentences restated."""

import re
from collections.abc import Iterator

from thads_dsl.check.draft import Restated
from thads_dsl.diagnostics import Diagnostic, Edit, Label, Way
from thads_dsl.diagnostics.codes import TH105, TH106, TH107, TH108
from thads_dsl.source import Passage, SourceText, Span, canonical
from thads_dsl.syntax.lexer import Lexeme, lex
from thads_dsl.syntax.literals import NUMERIC
from thads_dsl.syntax.names import NameTable
from thads_dsl.syntax.outline import Item, Note
from thads_dsl.syntax.sentences import Sentence, read_clauses

_WHOLE = "Sau “Hiểu là:” phải là một câu quy định trọn vẹn, hoặc: cụm từ “…” là “…”."
_PHRASES = re.compile(r'(?:cụm từ\s*)?"([^"]*)"\s*là\s*"([^"]*)"', re.IGNORECASE)
_CORRECTIONS = re.compile(r'"([^"]*)"\s*thành\s*"([^"]*)"', re.IGNORECASE)


def restated(source: SourceText, item: Item, names: NameTable) -> tuple[Restated, tuple[Diagnostic, ...]]:
    """What the notes of an item make of it, and complaints about the notes."""
    text, found = item.text, list[Diagnostic]()
    sentences: list[Sentence] = []
    corrections: list[tuple[str, str]] = []
    for note in item.notes:
        if note.kind == "PROPOSAL":
            found.append(_unconfirmed(note))
            continue
        pairs = list((_CORRECTIONS if note.kind == "CORRECTION" else _PHRASES).finditer(note.text.text))
        if note.kind == "CORRECTION" or pairs:
            if note.kind == "CORRECTION":
                corrections += _as_typed(source, item, note, pairs)
            text, complaints = _replaced(text, item, note, pairs)
            found += (*complaints, *_leftover(note, pairs))
        else:
            read = tuple(read_clauses(note.text, names))
            sentences += read
            found += _unread(note, read)
    if sentences:
        found += _numbers(item, sentences, names)
    return Restated(text, tuple(sentences) or None, item.notes, tuple(corrections)), tuple(found)


def _as_typed(source: SourceText, item: Item, note: Note, pairs: list[re.Match[str]]) -> Iterator[tuple[str, str]]:
    """What to print for what, in the author's characters."""
    for pair in pairs:
        at = item.text.text.find(pair[1].strip())
        if at >= 0:
            yield source.quote(item.text.span(at, at + len(pair[1].strip()))), source.quote(note.text.span(*pair.span(2)))


def _replaced(text: Passage, item: Item, note: Note, pairs: list[re.Match[str]]) -> tuple[Passage, list[Diagnostic]]:
    found = []
    if not pairs:
        found.append(_bad_phrase(note, "chưa thấy hai cụm từ trong ngoặc kép", note.text.span()))
    for pair in pairs:
        old, new = pair[1].strip(), pair[2].strip()
        count = text.text.count(old) if old else 0
        if count == 1:
            start = text.text.index(old)
            text = text.replaced(start, start + len(old), new)
        else:
            times = f"có {count} lần" if count else "không có"
            found.append(_bad_phrase(note, f"cụm từ “{old}” {times} trong dòng {item.number}", note.text.span(*pair.span(1))))
    return text, found


def _leftover(note: Note, pairs: list[re.Match[str]]) -> Iterator[Diagnostic]:
    """Words beside the pairs would be lost."""
    ends = [0, *(end for pair in pairs for end in pair.span()), len(note.text.text)]
    for start, end in zip(ends[::2], ends[1::2], strict=True):
        words = note.text.cut(start, end)
        if pairs and re.sub(r"[\s.,;]|\bvà\b", "", words.text):
            yield _bad_phrase(note, f"máy chưa hiểu “{words.text}”", words.span())


def _bad_phrase(note: Note, message: str, at: Span) -> Diagnostic:
    return Diagnostic(
        code=TH105,
        message=message,
        at=Label(at),
        why="Cụm từ thứ nhất phải chép đúng từ dòng bên trên và chỉ có một lần trong dòng ấy; chép dài hơn nếu cần.",
    )


def _unconfirmed(note: Note) -> Diagnostic:
    confirmed = f"Hiểu là: {canonical(note.text.text)}"
    return Diagnostic(
        code=TH108,
        message="máy chỉ đề xuất, chưa có người xác nhận",
        at=Label(note.line.span()),
        why="Đồng ý thì xóa chữ “Đề xuất”; chưa đồng ý thì sửa lại câu.",
        ways=(Way("Đồng ý thì sửa thành:", confirmed, edit=Edit(note.line.span(), confirmed)),),
    )


def _unread(note: Note, sentences: tuple[Sentence, ...]) -> Iterator[Diagnostic]:
    if not sentences:
        yield Diagnostic(code=TH106, message="sau “Hiểu là:” chưa có gì", at=Label(note.line.span()), why=_WHOLE)
    for sentence in sentences:
        if sentence.statement is None:
            yield Diagnostic(
                code=TH106,
                message=f"máy chưa đọc được cách hiểu “{sentence.passage.text}”",
                at=Label(sentence.passage.span()),
                why=_WHOLE,
            )


def _numbers(item: Item, sentences: list[Sentence], names: NameTable) -> Iterator[Diagnostic]:
    """Every number of the line stands in its restatement too, and the other way round, but for what the brackets say."""
    written = _number_set(lex(item.text, names))
    meant = {number for sentence in sentences for number in _number_set(sentence.lexemes)}
    terms = " ".join(note.terms for note in item.notes)
    excused = set(re.findall(r"\d+(?:[.,]\d+)*", terms))
    quoted = {number for sentence in sentences for number in _quoted_numbers(sentence, names)}
    lost, new = sorted(written - meant - quoted - excused), sorted(meant - written - excused)
    if lost or new:
        dropped = [f"mất {', '.join(lost)}"] if lost else []
        added = [f"thêm {', '.join(new)}"] if new else []
        brackets = "; ".join([*(f"bỏ {number}" for number in lost), *(f"thêm {number}" for number in new)])
        yield Diagnostic(
            code=TH107,
            message=f"cách hiểu {' và '.join(dropped + added)}",
            at=Label(item.text.span()),
            also=(Label(sentences[0].passage.span(), "cách hiểu"),),
            why="Con số của câu gốc và của cách hiểu phải như nhau; nếu đúng là bỏ hoặc thêm thì nói rõ trong ngoặc.",
            ways=(Way("Nếu đúng là như vậy:", f"Hiểu là ({brackets}): {canonical(sentences[0].passage.text)}"),),
        )


def _quoted_numbers(sentence: Sentence, names: NameTable) -> Iterator[str]:
    """Those of the words that the council judges: they are not lost, the council answers for them."""
    for lexeme in sentence.lexemes:
        if lexeme.terminal == "QUOTED":
            yield from _number_set(lex(sentence.passage.cut(lexeme.start + 1, lexeme.end - 1), names))
            yield from re.findall(r"\d+(?:[.,]\d+)*", lexeme.text)


def _number_set(lexemes: tuple[Lexeme, ...]) -> set[str]:
    """The figures of a sentence; a range holds two, a date is one."""
    found: set[str] = set()
    for lexeme in lexemes:
        if lexeme.terminal == "DATE":
            found.add("/".join(str(int(digits)) for digits in re.findall(r"\d+", lexeme.text)))
        elif lexeme.terminal in NUMERIC:
            found |= set(re.findall(r"\d+(?:[.,]\d+)*", lexeme.text))
    return found
