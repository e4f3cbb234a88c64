"""What tables hold that no family reads: cells, headings, remarks that are rules, sums that are none (TH117, TH118)."""

import re
from collections.abc import Iterator

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.check.names.undeclared import not_declared
from thads_dsl.check.unread.cell_ways import is_sum
from thads_dsl.check.unread.left_as_prose import note_left_as_prose, title_left_as_prose
from thads_dsl.check.unread.narrowing import bars, narrows
from thads_dsl.check.unread.signs import sign_for_words, sign_in
from thads_dsl.check.unread.suspicion import goal_words, loose_numbers, sign
from thads_dsl.diagnostics import Diagnostic, Label, Lack, Way
from thads_dsl.diagnostics.codes import TH117, TH118
from thads_dsl.source import Passage, canonical
from thads_dsl.syntax.cells import cells, heading_and_rows
from thads_dsl.syntax.goal_rows import untold_titles
from thads_dsl.syntax.grammar import name_words
from thads_dsl.syntax.heads import says
from thads_dsl.syntax.holes import UnknownName, names_statistic
from thads_dsl.syntax.lexer import lex, of_time
from thads_dsl.syntax.literals import NUMERIC
from thads_dsl.syntax.name_shapes import could_be
from thads_dsl.syntax.names import NameKind, hole
from thads_dsl.syntax.points import written_table
from thads_dsl.syntax.row_sentences import wrong_totals
from thads_dsl.syntax.sentences import Sentence
from thads_dsl.syntax.tables import headings_not_read, remarks
from thads_dsl.syntax.unknown_names import unknown_name

_COLUMNS = "Cột đầu là đối tượng, mức hoặc đợt; các cột khác là số liệu, “Về việc”, “Về tiền”, có thể kèm đợt."
# Behind the name in the heading of a column of targets.
_SAID_OF_A_COLUMN = re.compile(r"(?:\s*\([^()]*\)|,?\s+về (?:việc|tiền)|,?\s+[Đđ]ợt \S+)+$")
_ROWS = Way("hoặc, khi mỗi dòng một chỉ tiêu:", "| Chỉ tiêu | Mức phải đạt | Ghi chú |")


def unread_table(facts: Facts, line: Line) -> Iterator[Diagnostic]:
    """What is wrong with a table of rules besides its cells; nothing of a points table, which is complained about where it is read."""
    rows = line.restated.rows
    if not rows or written_table(rows) is not None:
        return
    for cell in remarks(rows):
        lexemes = lex(cell, facts.draft.names)
        if loose_numbers(lexemes) or sign(lexemes, expected=False) or bars(lexemes):
            yield _remark(cell)
        elif narrows(lexemes):
            yield note_left_as_prose(cell)
    yield from (title_left_as_prose(each) for each in untold_titles(rows, facts.draft.names) if narrows(lex(each, facts.draft.names)))
    if line.item.spoken:
        yield from (_wrong_total(cell, total) for cell, total in wrong_totals(rows))
    elif not line.read.sentences and any(_is_suspect(facts, line, row) for row in rows):
        unread = headings_not_read(rows, facts.draft.names)
        below = [cell for row in heading_and_rows(rows)[1] for cell in cells(row)]
        signs = [told for cell in below if (told := sign_in(line, cell)) is not None] if not unread else []
        if signs:  # a column of bands, or of goals, is known by the words of its cells
            yield from signs
            return
        named = _unknown_columns(facts, rows, unread)
        yield from (not_declared(facts.draft, each) for each in named) if named else (_heading(rows, unread),)


def _is_suspect(facts: Facts, line: Line, row: Passage) -> bool:
    """Whether a row would be a rule that is lost: it holds a number, the words of rules, or wants something of a statistic."""
    lexemes = lex(row, facts.draft.names)
    return bool(loose_numbers(lexemes) or sign(lexemes, expected=line.scope.expects_rules) or goal_words(lexemes))


def _unknown_columns(facts: Facts, rows: tuple[Passage, ...], unread: tuple[Passage, ...]) -> list[UnknownName]:
    """The names that nobody has declared in headings, where the table has all its columns as soon as there are such names."""
    found = list[UnknownName]()
    for heading in unread:
        written = _SAID_OF_A_COLUMN.sub("", heading.text)
        kind = next((each for each in (NameKind.QUANTITY, NameKind.SUBJECT) if says(written) == each.value), None)
        if kind is None or written.casefold() in _SIDES:
            return []
        rows = tuple(_with_hole(row, heading, len(written), kind) for row in rows)
        found.append(UnknownName(kind, written, heading.span(0, len(written))))
    return [] if headings_not_read(rows, facts.draft.names.with_holes) else found


def _with_hole(row: Passage, heading: Passage, length: int, kind: NameKind) -> Passage:
    at = row.text.find(f"| {heading.text} |") + 2
    return row.replaced(at, at + length, hole(kind)) if row.line == heading.line and at > 1 else row


def _heading(rows: tuple[Passage, ...], unknown: tuple[Passage, ...]) -> Diagnostic:
    names = ", ".join(f"“{canonical(each.text)}”" for each in unknown)
    above, _ = heading_and_rows(rows)
    row = canonical(above[0].text)
    ways = tuple(
        Way("hoặc:" if at else "Ghi rõ là số liệu nào, ví dụ:", _named(row, unknown, load))
        for at, load in enumerate(("Tổng số giải quyết", "Có điều kiện thi hành"))
        if all(each.text.casefold() in _SIDES for each in unknown)
    )
    return Diagnostic(
        code=TH117,
        message=f"máy chưa hiểu cột {names}" if unknown else "bảng chưa có cột chỉ tiêu, hoặc chưa có cột đối tượng, mức",
        at=Label((unknown[0] if unknown else above[0]).span()),
        why=f"Chưa hiểu tên cột thì cả bảng không được xét. {_COLUMNS}",
        ways=ways if unknown and ways else (Way("Dòng đầu của bảng, ví dụ:", "| Đơn vị | Tỷ lệ thi hành xong về việc | Ghi chú |"), _ROWS),
        lacks=Lack.ROW,  # with a cell more the heading may be another
    )


_SIDES = {"số việc": "về việc", "số tiền": "về tiền", "việc": "về việc", "tiền": "về tiền"}


def _named(row: str, unknown: tuple[Passage, ...], load: str) -> str:
    """The heading with “Số việc” as the cases of a statistic."""
    for each in unknown:
        row = row.replace(f" {canonical(each.text)} ", f" {load} {_SIDES[each.text.casefold()]} ", 1)
    return row


def _remark(cell: Passage) -> Diagnostic:
    return Diagnostic(
        code=TH117,
        message=f"ghi chú “{canonical(cell.text)}” giống một quy định",
        at=Label(cell.span()),
        why="Cột ghi chú chỉ để in, máy không xét; quy định, con số phải ở một cột chỉ tiêu hoặc thành câu dưới bảng.",
    )


def _wrong_total(cell: Passage, total: int) -> Diagnostic:
    right = f"{total:02}"
    return Diagnostic(
        code=TH118,
        message=f"dòng cộng ghi {cell.text}, các dòng trên cộng lại là {right}",
        at=Label(cell.span()),
        why="Số lượng của từng dòng quyết định; số cộng sai thì không biết dòng nào đúng.",
        ways=(Way("Nếu các dòng trên đúng, ghi vào ô này:", right),),
        lacks=Lack.ROW,
    )


def cell_told(facts: Facts, line: Line, sentence: Sentence) -> Diagnostic | None:
    """The complaint about a cell that is, or holds, a name that nobody has declared, or a sign for words; None about any other."""
    cell = sentence.passage
    if is_sum(cell.text):
        return None
    first = cell.text.partition(" ")[0]
    name = cell.cut(len(first) + 1) if first.casefold() in name_words("several") else cell
    figures = {lexeme.terminal for lexeme in sentence.lexemes if not of_time(lexeme)} & NUMERIC
    if says(name.text) == NameKind.SUBJECT.value and figures <= {"NUMBER", "REFERENCE"}:
        return not_declared(facts.draft, UnknownName(NameKind.SUBJECT, name.text, name.span()))
    if names_statistic(cell.text) and could_be(cell.text, NameKind.QUANTITY) and not figures:
        return not_declared(facts.draft, UnknownName(NameKind.QUANTITY, cell.text, cell.span()))
    if signed := sign_for_words(facts, line, sentence):
        return signed
    held = unknown_name(cell, sentence.lexemes, facts.draft.names)
    return not_declared(facts.draft, held) if held is not None else None
