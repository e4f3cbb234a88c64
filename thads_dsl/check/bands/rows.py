"""Ready lines for what no row of a table takes: one more row, with a blank for each figure that only its author knows."""

import re
from collections.abc import Iterable

from thads_dsl.check.bands.phrases import in_row, item_of, written_row
from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Way
from thads_dsl.model.rules import Target
from thads_dsl.model.statistics import Base
from thads_dsl.model.units import Amount
from thads_dsl.source import Passage, canonical
from thads_dsl.syntax.cells import cells

_NUMBERING = re.compile(r"\d{0,3}|[IVX]+")
_FIGURE = re.compile(r"\d[\d.,]*")
_PERCENT = re.compile(r"\d[\d.,]*(?= ?%)")
_GLOSS = re.compile(r"\s*\([^()]*\)")  # “Nhóm 1 (Chi cục THADS có …): …”
_FILL = "điền số vào chỗ …:"


def by_name(facts: Facts, *rows: Target) -> bool:
    """Whether a row names a group whose band stands in its definition (“Nhóm 1”): there is nothing to put right in the row."""
    return any(row.region is not None and row.region.text in (name for name, _ in facts.draft.vocabulary.by_figures) for row in rows)


def another_row(facts: Facts, row: Target, phrase: str, *, first: bool = True) -> Way:
    """A row like another one, for another band; `first`: no other way stands before it."""
    assert row.region is not None
    line, apart = written_row(facts, row), _stands_alone(facts, row)
    changed = in_row(facts, row, phrase) if not by_name(facts, row) else None
    if changed is not None and row.id in facts.joint:
        changed = changed.replace(facts.joint[row.id], row.subject.name, 1) if facts.joint[row.id] in changed else None
    if changed is None:
        return rest_row(facts, row)
    what = "một dòng" if apart else f"một câu vào dòng {line.line}"
    how = f"{'T' if first else 'Hoặc t'}hêm {what}, {_FILL}"
    if line.text.startswith("|"):
        return Way(how, _blank_cells([cell.text for cell in cells(line)], row.region.text, phrase))
    if not apart:
        at = facts.spans[row.id]
        before, behind = canonical(line.text[: _index(line, at.start)]), canonical(line.text[_index(line, at.end) :])
        changed = changed.removeprefix(before).removesuffix(behind).strip()
        changed = f"{changed[0].upper()}{changed[1:]}".rstrip(";.") + "."
    head, _, tail = changed.partition(phrase)
    blank = _PERCENT.sub("…", head) + phrase + _PERCENT.sub("…", tail)
    if blank == changed:
        unit = facts.plan.quantity(row.quantity).unit
        blank = changed.replace(str(Amount(row.threshold, unit)), f"… {unit.name}")
    return Way(how, blank)


def like_row(facts: Facts, row: Target, line: str, phrases: Iterable[str]) -> tuple[Way, ...]:
    """A line that is a row with other bands, its other figures left blank; nothing where it is not a line of its own."""
    if not _stands_alone(facts, row):
        return ()
    marks = {phrase: f"\ue000{at}\ue001" for at, phrase in enumerate(dict.fromkeys(phrases))}
    for phrase, mark in marks.items():
        line = line.replace(phrase, mark)
    if line.startswith("|"):
        line = re.sub(r"(?<=\| )(?:\d{1,3}|[IVX]+)(?= \|)", "…", line)
    line = _PERCENT.sub("…", line)
    for phrase, mark in marks.items():
        line = line.replace(mark, phrase)
    return (Way(f"Thêm một dòng, {_FILL}", line),)


def rest_row(facts: Facts, row: Target) -> Way:
    """A row for all whom the others leave, in the form of a row: of a table with a blank in each of its cells."""
    written = written_row(facts, row)
    whom = row.subject.any_of[0] if len(row.subject.any_of) == 1 else "đơn vị" if row.subject.base is Base.COLLECTIVE else "cá nhân"
    how = f"Thêm một dòng, {_FILL}"
    if not written.text.startswith("|"):
        before, _, behind = canonical(written.text).partition(row.region.text if row.region is not None else "")
        behind = _GLOSS.sub("", behind, count=1) if behind.startswith(" (") else behind
        marker = before.partition(" ")[0] if before[:1] in "-+·" else "-"
        return Way(how, f"{marker} Các {whom} còn lại{_PERCENT.sub('…', behind)}")
    row_cells = [cell.text for cell in cells(written)]
    head = next(cell for cell in row_cells if not _NUMBERING.fullmatch(cell))
    return Way(how, _blank_cells(row_cells, head, f"Các {whom} còn lại"))


def _blank_cells(row: list[str], head: str, phrase: str) -> str:
    """A row of a table with another head, and a blank for each figure beside it."""
    at = next(index for index, cell in enumerate(row) if canonical(head) in canonical(cell))
    blank = ["…" if _NUMBERING.fullmatch(cell) else _FIGURE.sub("…", cell) for cell in row]
    blank[at] = canonical(row[at]).replace(canonical(head), phrase)
    return f"| {' | '.join(blank)} |"


def _stands_alone(facts: Facts, row: Target) -> bool:
    """Whether a row is a whole line behind a dash, or one of a table: a line like it may stand below it."""
    item, at = item_of(facts, row), facts.spans[row.id]
    if item.rows or item.of_table:
        return True
    rest = item.text.text[: _index(item.text, at.start)] + item.text.text[_index(item.text, at.end) :]
    return not rest.strip(" ;.:") and not any(char.isalnum() for char in item.line.text[: item.line.text.find(item.text.text)])


def _index(text: Passage, column: int) -> int:
    """Where a column of the author's line stands in a text."""
    return next((index for index in range(len(text.text)) if text.columns[index] >= column), len(text.text))
