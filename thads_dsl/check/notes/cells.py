"""Notes below a table, or between its rows → what its cells mean.

“Hiểu là (dòng 2, cột 3): …” is about that cell: rows count from the one below the heading, columns from the left. Without brackets a
phrase is looked for in the row that the note stands under, below the last row in the whole table; it must stand there once.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from thads_dsl.check.notes.said import FIGURES
from thads_dsl.check.notes.written import CELL, bad_phrase, leftover, numbers_of_phrases, other_numbers, pairs_of, unconfirmed
from thads_dsl.diagnostics import Diagnostic, Way
from thads_dsl.source import Passage, SourceText, canonical
from thads_dsl.syntax.cells import cells, ends_of_cells, heading_and_rows
from thads_dsl.syntax.lexer import lex
from thads_dsl.syntax.names import NameTable
from thads_dsl.syntax.outline_tree import Item, Note
from thads_dsl.syntax.sentences import Sentence

_COUNTED = "Dòng đếm từ dòng ngay dưới tên cột, cột đếm từ trái sang, kể cả cột số thứ tự."
_MOST_CELLS = 4  # that a message offers


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell: the index of its row in the table, and its column from 0."""

    row: int
    column: int


@dataclass(slots=True)
class MeantTable:
    """The rows as they come to mean, what corrections print, what each note is about, and complaints about the notes.

    Without `names` the numbers of cells are not compared.
    """

    rows: list[Passage]
    names: NameTable | None
    found: list[Diagnostic] = field(default_factory=list)
    corrections: list[tuple[str, str]] = field(default_factory=list)
    originals: list[Passage] = field(default_factory=list)

    def cell(self, at: _Cell) -> Passage:
        """A cell as meant so far."""
        return cells(self.rows[at.row])[at.column]

    def put(self, at: _Cell, start: int, end: int, words: str) -> None:
        """Other words at a place of a cell's text."""
        row = self.rows[at.row]
        begin, stop = ends_of_cells(row)[at.column]
        begin += len(row.text[begin:stop]) - len(row.text[begin:stop].lstrip())
        self.rows[at.row] = row.replaced(begin + start, begin + end, words)


def meant_rows(item: Item) -> tuple[Passage, ...]:
    """The rows of a table with the words that its notes put right."""
    meant = MeantTable(list(item.rows), None)
    for note in item.notes:
        _take(meant, item, note)
    return tuple(meant.rows)


def meant_table(source: SourceText, item: Item, names: NameTable) -> MeantTable:
    """What the notes of a table make of it, and complaints about the notes."""
    meant = MeantTable(list(item.rows), names)
    for note in item.notes:
        _take(meant, item, note)
        meant.corrections += _as_typed(source, item, note)
    return meant


def _take(meant: MeantTable, item: Item, note: Note) -> None:
    meant.originals.append(item.text)
    if note.kind == "PROPOSAL":
        meant.found.append(unconfirmed(note))
        return
    named = CELL.search(note.terms.text)
    at = _named(meant, item, note, named) if named else None
    if named and at is None:
        return
    pairs = pairs_of(note)
    if pairs or note.kind == "CORRECTION":
        _phrases(meant, item, note, pairs, at)
    elif at is not None:
        _whole(meant, note, at)
    else:
        ways = _offered(meant, item, canonical(note.text.text), _same_numbers(meant, item, note))
        meant.found.append(bad_phrase("chưa nói cách hiểu này là của ô nào", note.line.span(), _COUNTED, ways))


def _named(meant: MeantTable, item: Item, note: Note, named: re.Match[str]) -> _Cell | None:
    """The cell that the brackets of a note name; None with a complaint where the table has no such cell."""
    _, below = heading_and_rows(item.rows)
    row, column = int(named["row"]) - 1, int(named["column"]) - 1
    if 0 <= row < len(below) and 0 <= column < len(cells(below[row])):
        return _Cell(item.rows.index(below[row]), column)
    size = f"bảng có {len(below)} dòng dưới tên cột, {len(cells(item.rows[0]))} cột"
    pairs = pairs_of(note)
    places = _once(meant, item, pairs[0][1].strip()) if pairs else _same_numbers(meant, item, note)
    ways = _offered(meant, item, canonical(note.text.text), places)
    meant.found.append(bad_phrase(f"không có ô “{named[0]}”: {size}", note.line.span(), _COUNTED, ways))
    return None


def _once(meant: MeantTable, item: Item, phrase: str) -> list[_Cell]:
    """The cells below the heading in which a phrase stands once."""
    return [each for each in _below(meant, item) if phrase and meant.cell(each).text.count(phrase) == 1]


def _same_numbers(meant: MeantTable, item: Item, note: Note) -> list[_Cell]:
    """The cells below the heading that hold the numbers of a note."""
    wanted = set(FIGURES.findall(note.text.text))
    return [each for each in _below(meant, item) if wanted and set(FIGURES.findall(meant.cell(each).text)) == wanted]


def _offered(meant: MeantTable, item: Item, words: str, places: list[_Cell]) -> tuple[Way, ...]:
    """The note with the brackets that say which cell it is about."""
    _, below = heading_and_rows(item.rows)
    numbers = {item.rows.index(row): at + 1 for at, row in enumerate(below)}
    return tuple(
        Way("hoặc:" if index else "Ghi rõ ô:", f"Hiểu là (dòng {numbers[each.row]}, cột {each.column + 1}): {words}")
        for index, each in enumerate(places[:_MOST_CELLS])
    )


def _whole(meant: MeantTable, note: Note, at: _Cell) -> None:
    """Other words for a whole cell; the numbers of both are the same."""
    written = meant.cell(at)
    meant.originals[-1] = written
    if "|" in note.text.text:
        meant.found.append(bad_phrase("cách hiểu của một ô không có dấu |", note.text.span(), "Mỗi ô có một dòng “Hiểu là” riêng."))
        return
    if meant.names is not None:
        sentence = Sentence(note.text, lex(note.text, meant.names), None)
        meant.found += other_numbers(written, (note,), [sentence], meant.names)
    meant.put(at, 0, len(written.text), note.text.text)


def _phrases(meant: MeantTable, item: Item, note: Note, pairs: list[re.Match[str]], at: _Cell | None) -> None:
    if not pairs:
        meant.found.append(bad_phrase("chưa thấy hai cụm từ trong ngoặc kép", note.text.span()))
    meant.found += leftover(note, pairs)
    meant.found += numbers_of_phrases(note, pairs, meant.names) if meant.names is not None else ()
    for pair in pairs:
        old, new = pair[1].strip(), pair[2].strip()
        places = [at] if at is not None else _looked_in(meant, item, note)
        having = [place for place in places if old and meant.cell(place).text.count(old) == 1]
        times = sum(meant.cell(place).text.count(old) for place in places) if old else 0
        if times != 1 or "|" in new:
            meant.found.append(_not_once(meant, item, note, pair, times))
            continue
        written = meant.cell(having[0])
        meant.originals[-1] = written
        start = written.text.index(old)
        meant.put(having[0], start, start + len(old), new)


def _cells_of(meant: MeantTable, rows: Iterable[int]) -> list[_Cell]:
    return [_Cell(row, column) for row in rows for column in range(len(cells(meant.rows[row])))]


def _below(meant: MeantTable, item: Item) -> list[_Cell]:
    """The cells below the heading."""
    return _cells_of(meant, (item.rows.index(row) for row in heading_and_rows(item.rows)[1]))


def _looked_in(meant: MeantTable, item: Item, note: Note) -> list[_Cell]:
    """The cells of the row above a note that stands between rows, else all cells."""
    above = [index for index, row in enumerate(item.rows) if row.line < note.line.line]
    return _cells_of(meant, above[-1:] if len(above) < len(item.rows) else range(len(item.rows)))


def _not_once(meant: MeantTable, item: Item, note: Note, pair: re.Match[str], times: int) -> Diagnostic:
    """A phrase that stands nowhere, or in several cells, with the cells where it does stand."""
    old, new = pair[1].strip(), pair[2].strip()
    ways = _offered(meant, item, f"cụm từ “{canonical(old)}” là “{canonical(new)}”", _once(meant, item, old))
    whole = len(_looked_in(meant, item, note)) == len(_cells_of(meant, range(len(item.rows))))
    where = "ô ấy" if CELL.search(note.terms.text) else "bảng" if whole else "dòng ngay trên"
    said = f"có {times} lần" if times else "không có"
    why = f"Cụm từ thứ nhất phải chép đúng từ một ô và chỉ có một lần. {_COUNTED}"
    return bad_phrase(f"cụm từ “{old}” {said} trong {where}", note.text.span(*pair.span(1)), why, ways if note.kind != "CORRECTION" else ())


def _as_typed(source: SourceText, item: Item, note: Note) -> list[tuple[str, str]]:
    """What a correction prints for what, in the author's characters."""
    found = []
    for pair in pairs_of(note) if note.kind == "CORRECTION" else ():
        row = next((row for row in item.rows if pair[1].strip() in row.text), None)
        if row is not None:
            at = row.text.index(pair[1].strip())
            found.append((source.quote(row.span(at, at + len(pair[1].strip()))), source.quote(note.text.span(*pair.span(2)))))
    return found
