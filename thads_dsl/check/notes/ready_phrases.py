"""Ready lines that restate a phrase → the same, fit to be pasted: the phrase stands once in its line, and new figures are named.

Whoever offers such a line knows which words are meant, not what else the line says: the same “2%” may stand in it twice.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from thads_dsl.check.draft import Draft, Line
from thads_dsl.check.notes.written import figures_added, phrase_note
from thads_dsl.diagnostics import Diagnostic, Way
from thads_dsl.source import Passage, Span, canonical, fold
from thads_dsl.syntax.cells import cells
from thads_dsl.syntax.names import NameTable

_NOTE = re.compile(r"Hiểu là(?: \((?P<terms>[^)]*)\))?: cụm từ “(?P<old>[^“”]+)” là “(?P<new>[^“”]+)”")
_BELOW = re.compile(r"dưới dòng (\d+)")
_NEW_FIGURES = re.compile(r"thêm \d[\d.,]*")
_WORD_BEFORE, _WORD_BEHIND = re.compile(r'[^\s"|]+\s+$'), re.compile(r'^\s*[^\s"|]+')


def phrase_restated(ready: str) -> tuple[str, str] | None:
    """The words of a ready note, and those that stand for them; None where it restates no phrase."""
    found = _NOTE.fullmatch(ready)
    return None if found is None else (found["old"], found["new"])


def fit_to_paste(draft: Draft, complaints: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Complaints whose ready phrases are longer where a shorter one would stand in the line several times, and say what they add."""
    lines = {line.item.line.line: line for line in draft.lines if not line.item.rows and not line.item.of_table}
    rows = {row.line: row for line in draft.lines for row in line.item.rows}
    for complaint in complaints:
        if complaint.at.source is None and any(_NOTE.fullmatch(way.line) for way in complaint.ways):
            complaint = replace(complaint, ways=tuple(_fit(way, complaint.at.span, lines, rows, draft.names) for way in complaint.ways))
        yield complaint


def _fit(way: Way, at: Span, lines: dict[int, Line], rows: dict[int, Passage], names: NameTable) -> Way:
    found = _NOTE.fullmatch(way.line)
    if found is None:
        return way
    terms = found["terms"] or ""
    below = _BELOW.search(way.how)
    line = lines.get(int(below[1]) if below else at.line)
    text = line.item.text if line is not None else _cell(rows.get(at.line), at)
    if line is not None and line.item.notes and found["old"] not in canonical(line.item.text.text):
        text, way = line.restated.text, _below_notes(way, line)  # words that a note has brought
    old, new = _standing_once(text, at, found["old"], found["new"]) if text is not None else (found["old"], found["new"])
    place = tuple(part for part in terms.split("; ") if part and not _NEW_FIGURES.fullmatch(part))
    added = figures_added(_passage(old), _passage(new), names)
    ready = phrase_note(canonical(old), canonical(new), place, added)
    return replace(way, line=ready, edit=way.edit and replace(way.edit, text=ready if way.edit.text == way.line else way.edit.text))


def _below_notes(way: Way, line: Line) -> Way:
    """A note about the words of other notes stands below them."""
    last = line.item.notes[-1].line
    edit = way.edit and replace(way.edit, span=last.span())
    return replace(way, how=_BELOW.sub(f"dưới dòng {last.line}", way.how), edit=edit)


def _passage(words: str) -> Passage:
    return Passage(fold(words), 1, range(len(words) + 1))


def _cell(row: Passage | None, at: Span) -> Passage | None:
    """The cell of a row that a complaint is about."""
    return next((cell for cell in cells(row) if cell.span().start <= at.start <= cell.span().end), None) if row is not None else None


def _standing_once(text: Passage, at: Span, old: str, new: str) -> tuple[str, str]:
    """A phrase and its other wording, both with so many of the words around them that the phrase stands in the text once."""
    places = [found.span() for found in re.finditer(r"\s+".join(map(re.escape, old.split())), text.text)]
    if not places:
        return old, new
    start, end = next((place for place in places if text.line == at.line and text.span(*place).end > at.start), places[0])
    first, last = start, end
    while text.text.count(text.text[first:last]) > 1:
        before, behind = _WORD_BEFORE.search(text.text[:first]), _WORD_BEHIND.match(text.text[last:])
        if before is not None:
            first = before.start()
        elif behind is not None:
            last += behind.end()
        else:
            break
    return text.text[first:last], text.text[first:start] + new + text.text[end:last]
