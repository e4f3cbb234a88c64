"""P13: cells of an amended table: what the sentences say as a table writes it, and references that move with their criteria."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

from thads_dsl.model.units import two_digits
from thads_dsl.source import Passage, Span
from thads_dsl.syntax.literals import CRITERION_NUMBER
from thads_dsl.syntax.written_forms import figure_value

_REFERENCE = re.compile(rf"(tiêu chí\s+)({CRITERION_NUMBER})(?!\w)", re.IGNORECASE)


def as_cell(tail: Passage) -> Passage:
    """What stands behind the colon as a cell writes it: a capital first, no stop at the end."""
    cell = tail.cut(0, len(tail.text.rstrip(" .;")))
    return cell.replaced(0, 1, cell.text[0].upper()) if cell.text else cell


def with_phrase(passage: Passage, old: str, new: str) -> Passage:
    """The passage with one phrase for another, wherever it stands."""
    at = passage.text.find(old)
    while at >= 0:
        passage = passage.replaced(at, at + len(old), new)
        at = passage.text.find(old, at + len(new))
    return passage


def cut_out(passage: Passage, written: str) -> Passage:
    """The part of a sentence that is written so."""
    at = passage.text.find(written)
    return passage.cut(at, at + len(written))


def placed(passage: Passage, at: Span) -> Passage:
    """The same text, all of it at a place where complaints about it can be shown."""
    return Passage(passage.text, at.line, [*[at.start] * len(passage.text), at.end])


def texted(passage: Passage, text: str) -> Passage:
    """Another text in the place of a passage."""
    return passage.replaced(0, len(passage.text), text)


def referring(scoring: Passage, new: Mapping[str, str]) -> Passage:
    """“Như tiêu chí 9” as “Như tiêu chí 8”; a reference to what was dropped stays, and is complained about where it is read."""
    for found in reversed(list(_REFERENCE.finditer(scoring.text))):
        scoring = scoring.replaced(found.start(2), found.end(2), new.get(found[2], f"{found[2]}-đã-bỏ"))
    return scoring


def mending_sentences(called: str, scoring: str, most: Fraction, standard: Fraction) -> tuple[str, str]:
    """The change of the cell, or of the points, that lets the two of a criterion fit; “…” where the cell needs thought."""
    figures = re.compile(r"(?<![\d.,])(\d+(?:,\d+)?)(?=\s+điểm)")
    values = [figure_value(found).value or Fraction(0) for found in figures.findall(scoring)]

    def fitting(found: re.Match[str]) -> str:
        value = figure_value(found[1]).value or Fraction(0)
        if value == most:
            return two_digits(standard)
        return found[1] if value < standard or value > most else "…"  # “Khá” must not come to as much as “Tốt”

    cell = figures.sub(fitting, scoring) if most in values else "…"
    return f"Sửa cách chấm {called} thành: {cell.rstrip(' .;')}.", f"Sửa điểm {called} thành {two_digits(most)} điểm."
