"""Notes under a line → what the line means: phrases replaced, slips corrected, whole sentences restated."""

import re
from collections.abc import Iterator

from thads_dsl.check.draft import Restated
from thads_dsl.check.notes.cells import meant_table
from thads_dsl.check.notes.written import (
    bad_phrase,
    empty_note,
    leftover,
    numbers_of_phrases,
    other_numbers,
    pairs_of,
    phrase_note,
    unconfirmed,
)
from thads_dsl.diagnostics import Diagnostic, Edit, Way
from thads_dsl.diagnostics.suggest import nearest_stretch, only_marks
from thads_dsl.source import Passage, SourceText
from thads_dsl.syntax.names import NameTable
from thads_dsl.syntax.outline_tree import Item, Note
from thads_dsl.syntax.sentences import Sentence, read_clauses


def restated(source: SourceText, item: Item, names: NameTable) -> tuple[Restated, tuple[Diagnostic, ...]]:
    """What the notes of an item make of it, and complaints about the notes."""
    if item.rows:
        table = meant_table(source, item, names)
        meant = Restated(item.text, None, item.notes, tuple(table.corrections), tuple(table.rows), tuple(table.originals))
        return meant, tuple(table.found)
    text, found = item.text, list[Diagnostic]()
    sentences: list[Sentence] = []
    corrections: list[tuple[str, str]] = []
    for note in item.notes:
        if note.kind == "PROPOSAL":
            found.append(unconfirmed(note))
            continue
        pairs = pairs_of(note)
        if note.kind == "CORRECTION" or pairs:
            if note.kind == "CORRECTION":
                corrections += _as_typed(source, item, note, pairs)
            text, complaints = _replaced(text, item, note, pairs)
            found += (*complaints, *leftover(note, pairs), *(() if complaints else numbers_of_phrases(note, pairs, names)))
        else:
            read = tuple(read_clauses(note.text, names))
            sentences += read
            found += () if read else (empty_note(note),)
    if sentences:
        found += other_numbers(item.text, item.notes, sentences, names)
    originals = (item.text,) * len(item.notes)
    return Restated(text, tuple(sentences) or None, item.notes, tuple(corrections), originals=originals), tuple(found)


def _as_typed(source: SourceText, item: Item, note: Note, pairs: list[re.Match[str]]) -> Iterator[tuple[str, str]]:
    """What to print for what, in the author's characters."""
    for pair in pairs:
        at = item.text.text.find(pair[1].strip())
        if at >= 0:
            yield source.quote(item.text.span(at, at + len(pair[1].strip()))), source.quote(note.text.span(*pair.span(2)))


def _replaced(text: Passage, item: Item, note: Note, pairs: list[re.Match[str]]) -> tuple[Passage, list[Diagnostic]]:
    found = []
    if not pairs:
        found.append(bad_phrase("chưa thấy hai cụm từ trong ngoặc kép", note.text.span()))
    for pair in pairs:
        old, new = pair[1].strip(), pair[2].strip()
        count, meant = text.text.count(old) if old else 0, old
        if count != 1:
            times, at = f"có {count} lần" if count else "không có", note.text.span(*pair.span(1))
            meant = "" if count else nearest_stretch(text.text, old)
            ways = (Way("Có phải:", phrase_note(meant, new), edit=Edit(at, meant, safe=only_marks(old, meant))),) if meant else ()
            found.append(bad_phrase(f"cụm từ “{old}” {times} trong dòng {item.number}", at, ways=ways, line=item.line.span()))
        if meant:  # a slip in it is told; the line is read as it was meant
            start = text.text.index(meant)
            text = text.replaced(start, start + len(meant), new)
    return text, found
