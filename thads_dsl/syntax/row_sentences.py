"""A pipe table of numbers of awards, of days or of waves → the sentences that its rows stand for, in the words of the row.

“| Đơn vị | Hạn nộp hồ sơ |” over “| Chi cục A | trước ngày 10/9/2024 |” says “Chi cục A: nộp hồ sơ trước ngày 10/9/2024”.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from thads_dsl.source import Passage, plain
from thads_dsl.syntax.cells import cells, heading_and_rows
from thads_dsl.syntax.grammar import heading_words
from thads_dsl.syntax.headings import is_nothing

_UNITS = {"collectives": "tập thể", "people": "cá nhân"}
_TOLD = ("due", "period", "collectives", "people", "places")
_KINDS = ("number", "remark", "receiver", "period", *_TOLD[2:], "choice", "who", "what")
_FIGURE = re.compile(r"\d{1,4}")
_PEOPLE = re.compile(r"(?:không quá |tối đa )?\d+ cá nhân", re.IGNORECASE)
_VERB = re.compile(r"(?:thời hạn|thời gian|hạn|ngày)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """Whom the head of a row names: counted in “tập thể” or “cá nhân”; whether it is one unit, and no kind of them."""

    counted: str
    unit: bool


Heads = Callable[[str], Head | None]


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of a row by what they are; `whom` is its head, `due` are days with what is handed in by them."""

    whom: Passage
    receiver: Passage | None
    choice: Passage | None
    told: tuple[tuple[str, Passage, Passage], ...]  # kind, heading, cell


def row_sentences(rows: tuple[Passage, ...], head: Heads) -> tuple[Passage, ...] | None:
    """The sentences of a table, each a passage of its row; None where its heading is not that of such a table.

    `head` tells what the head of a row names: the people of one unit are meant by the number in a column of people.
    """
    above, below = heading_and_rows(rows)
    if len(above) != 1 or not below:
        return None
    headings = cells(above[0])
    kinds = _kinds(headings)
    if kinds is None:
        return None
    told = (_row(cells(row), headings, kinds) for row in below)
    return tuple(sentence for row in told if not _is_total(row.whom) for sentence in _sentences(row, head))


def _kinds(headings: tuple[Passage, ...]) -> tuple[str, ...] | None:
    found = [_kind(heading.text) for heading in headings]
    heads = [at for at, kind in enumerate(found) if kind in ("who", "what", "receiver")]
    # “Tập thể”, “Cá nhân” are numbers beside a column that says whom; alone in front they say whom.
    found = ["who" if kind in ("collectives", "people") and not heads and at == _first(found) else kind for at, kind in enumerate(found)]
    known = [kind for kind in found if kind]
    one_head = sum(kind in ("who", "what", "receiver") for kind in known) == 1
    return tuple(known) if len(known) == len(found) and one_head and any(kind in _TOLD for kind in known) else None


def _first(kinds: list[str]) -> int:
    return next((at for at, kind in enumerate(kinds) if kind != "number"), 0)


def _kind(heading: str) -> str:
    words = plain(heading)
    if any(words.startswith(plain(each)) for each in heading_words("due")):
        return "due"
    return next((kind for kind in _KINDS if words in _known(kind)), "")


@cache
def _known(kind: str) -> frozenset[str]:
    return frozenset(plain(words) for words in heading_words(kind))


def _row(row: tuple[Passage, ...], headings: tuple[Passage, ...], kinds: tuple[str, ...]) -> _Row:
    columns = list(zip(kinds, headings, row, strict=True))
    by_kind = {kind: cell for kind, _, cell in columns}
    receiver = by_kind.get("receiver")
    whom = next((by_kind[kind] for kind in ("who", "what") if kind in by_kind), receiver)
    assert whom is not None, kinds  # a table without heads is no such table
    told = tuple((kind, heading, cell) for kind, heading, cell in columns if kind in _TOLD and not is_nothing(cell))
    return _Row(whom, receiver, by_kind.get("choice"), told)


def _sentences(row: _Row, head: Heads) -> Iterator[Passage]:
    for kind, heading, cell in row.told:
        if kind == "due":
            yield _handed_in(row, heading, cell)
        elif kind == "period":
            yield row.whom.followed_by(": ", cell)
        else:
            named = head(row.whom.text)
            number = _counted(cell, _UNITS.get(kind) or (named.counted if named else ""))
            said = _of_people(number, row.whom) if kind == "people" and named and named.unit else row.whom.followed_by(": ", number)
            yield said.followed_by(", ", row.choice) if row.choice is not None and row.choice.text else said


def _handed_in(row: _Row, heading: Passage, cell: Passage) -> Passage:
    """“Hạn nộp hồ sơ” is “nộp hồ sơ …”."""
    verb = _VERB.sub("", heading.text.casefold(), count=1)
    if row.receiver is not None:
        return row.receiver.replaced(0, 0, f"{verb} về ").followed_by(" ", cell)
    return row.whom.followed_by(f": {verb} ", cell)


def _counted(cell: Passage, unit: str) -> Passage:
    """A bare figure with the unit of its column."""
    return cell.followed_by(f" {unit}", cell.cut(0, 0)) if unit and _FIGURE.fullmatch(cell.text) else cell


def _of_people(number: Passage, unit: Passage) -> Passage:
    """So many people of a unit, whatever else the cell says of them."""
    counted = _PEOPLE.match(number.text)
    if counted is not None and "/" not in number.text:
        number = number.replaced(counted.end(), counted.end(), f"/{unit.text}")
    return number.replaced(0, 0, "cá nhân: ")


def wrong_totals(rows: tuple[Passage, ...]) -> Iterator[tuple[Passage, int]]:
    """The cells of a row “Tổng cộng” that hold another figure than the sum above them, and that sum."""
    _, below = heading_and_rows(rows)
    sums: Counter[int] = Counter()
    for row in map(cells, below):
        figures = {at: int(cell.text) for at, cell in enumerate(row) if _FIGURE.fullmatch(cell.text)}
        if any(_is_total(cell) for cell in row):
            yield from ((row[at], sums[at]) for at, figure in figures.items() if figure != sums[at])
        else:
            sums.update(figures)


def _is_total(cell: Passage) -> bool:
    return plain(cell.text) in _known("total")
