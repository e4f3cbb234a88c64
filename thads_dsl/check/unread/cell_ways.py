"""What a cell of a table of targets that is not read may have been meant for."""

from thads_dsl.check.draft import Line
from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Way
from thads_dsl.source import Passage, canonical, plain
from thads_dsl.syntax.grammar import heading_words
from thads_dsl.syntax.tables import read_table

_ALL = "Kết quả chung"


def cell_ways(facts: Facts, line: Line, cell: Passage) -> tuple[Way, ...]:
    """What an unread cell may have been meant for: a dash for “đến”, or that nothing is asked."""
    if not any(char.isalnum() for char in cell.text.replace("x", "").replace("X", "")):
        return (Way("Nếu không đặt chỉ tiêu, dán dưới bảng:", "Hiểu là: không áp dụng"),)
    if is_sum(cell.text):
        return _of_all(line, cell)
    at = cell.text.find(" - ")
    words = f"{cell.text[:at]} đến {cell.text[at + 3 :]}"
    if at < 0 or not _is_read(facts, line, cell, words):
        return ()
    written = canonical(cell.text)
    return (Way("Nếu dấu - là “đến”, dán dưới bảng:", f"Hiểu là: cụm từ “{written}” là “{canonical(words)}”"),)


def is_sum(words: str) -> bool:
    """Whether a cell heads a row for all units together: “Toàn tỉnh”, “Tổng cộng”."""
    return plain(words) in {plain(each) for kind in ("total", "whole") for each in heading_words(kind)}


def _of_all(line: Line, cell: Passage) -> tuple[Way, ...]:
    """The row and the name that is declared as all units together; a row without figures is to be left out."""
    row = next((canonical(each.text) for each in line.restated.rows if each.line == cell.line), "")
    if not any(char.isdigit() for char in row.partition(canonical(cell.text))[2]):
        return ()
    named = row.replace(f"| {canonical(cell.text)} |", f"| {_ALL} |", 1)
    return (
        Way(f"Nếu là chỉ tiêu chung của cả cơ quan, sửa dòng {cell.line} thành:", named),
        Way("và thêm vào mục ĐỐI TƯỢNG THI ĐUA của phần không in:", f"- {_ALL}: tập thể, tổng của các đơn vị"),
    )


def _is_read(facts: Facts, line: Line, cell: Passage, words: str) -> bool:
    """Whether a table reads with other words in one of its cells."""
    start = cell.span().start
    rows = []
    for row in line.restated.rows:
        at = row.text.find(cell.text) if row.line == cell.line else -1
        rows.append(row.replaced(at, at + len(cell.text), words) if at >= 0 else row)
    read = read_table(tuple(rows), facts.draft.names)
    return read is not None and all(
        each.statement is not None for each in read.sentences if (each.passage.line, each.passage.span().start) == (cell.line, start)
    )
