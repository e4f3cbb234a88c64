"""P13: a criterion that is added in words that leave its points, or where it stands, open, or take its points from another one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thads_dsl.check.amended.cells import mending_sentences
from thads_dsl.check.amended.rows import points_in
from thads_dsl.check.amended.table import AmendedTable
from thads_dsl.diagnostics import Way
from thads_dsl.model.units import two_digits
from thads_dsl.source import Passage, canonical, plain
from thads_dsl.syntax.names import NameTable
from thads_dsl.syntax.points import WrittenRow
from thads_dsl.syntax.scoring_cells import read_scoring

_ADDS = re.compile(
    r"(?:bổ sung|thêm)(?: mới)?(?: một)? tiêu chí (?:(?P<own>\d+) )?[“\"](?P<title>[^”\"]+)[”\"](?P<rest>[^:]*)(?::\s*(?P<cell>.+))?",
    re.IGNORECASE | re.DOTALL,
)
_FIGURE = re.compile(r"(\d+(?:,\d+)?) điểm", re.IGNORECASE)
_OTHER = re.compile(r"tiêu chí (\d+)", re.IGNORECASE)
_TAKEN = re.compile(r"\b(?:lay|trich|chuyen|cat|bot|giam|tru)\b")


def adding_ways(amended: AmendedTable, sentence: Passage, names: NameTable) -> Iterator[Way]:
    """“Bổ sung tiêu chí “X” vào sau tiêu chí 8: …”: the sentence with points, and one more that lowers those they are taken from."""
    found = _ADDS.match(sentence.text.rstrip(" .;"))
    if found is None or not _is_scored(found, sentence, names):
        return
    cell, said = canonical(found["cell"] or "…"), _FIGURE.search(found["rest"])
    if said and not _TAKEN.search(plain(found["rest"])):
        return  # what is wrong is something else
    points = said[1] if said else max(_FIGURE.findall(cell), key=_size, default="…")
    other = _OTHER.search(found["rest"])
    row = _row(amended, other[1]) if other else None
    where = amended.at_the_end if row is None else f" vào sau {_called(amended, row)}"
    own = f"{found['own']} " if found["own"] else ""
    shown = f"{int(points):02d}" if points.isdecimal() else points
    yield Way("Tiêu chí thêm vào thì viết:", f"Bổ sung tiêu chí {own}“{found['title']}” {shown} điểm{where}: {cell}.")
    if row is not None and _TAKEN.search(plain(found["rest"])) and points.isdecimal() and points_in(row) > int(points):
        left = points_in(row) - int(points)
        scoring, _ = mending_sentences(_called(amended, row), canonical(row.scoring.text), points_in(row), left)
        lowered = f"Sửa điểm {_called(amended, row)} thành {two_digits(left)} điểm."
        yield Way("và thêm, cách chấm cho khớp với điểm mới:", f"- {lowered}\n- {scoring}")


def _is_scored(found: re.Match[str], sentence: Passage, names: NameTable) -> bool:
    """Whether the cell behind the colon, if there is one, is read."""
    cell = sentence.cut(found.start("cell"), found.end("cell")) if found["cell"] else None
    return cell is None or all(each.statement is not None for each in read_scoring(cell, names))


def _size(figure: str) -> int:
    whole, _, part = figure.partition(",")
    return int(whole) * 10**6 + int(f"{part:0<6}"[:6])


def _row(amended: AmendedTable, number: str) -> WrittenRow | None:
    return next((row for row in amended.written.criteria if amended.old.get(row.name) == number), None)


def _called(amended: AmendedTable, row: WrittenRow) -> str:
    return f"tiêu chí {amended.old[row.name]} “{canonical(row.title.text)}”"
