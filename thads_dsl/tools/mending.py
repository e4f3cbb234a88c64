"""`check --fix`: the slips that a machine may put right unasked, put right in the author's file."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from thads_dsl.diagnostics import Diagnostic, Edit
from thads_dsl.pipeline import Analysis, analyse
from thads_dsl.source import Load, SourceText
from thads_dsl.source.files import encoded, line_ends

_MOST_ROUNDS = 20  # of a sentence one phrase is told at a time; no sentence has more


@dataclass(frozen=True, slots=True)
class Mended:
    """One place: its line, what stood there and what stands there now."""

    line: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Result:
    """The file as it is now (the same bytes where nothing was put right), what was done, and what there is still to say."""

    content: bytes
    done: tuple[Mended, ...]
    analysis: Analysis


def mended(path: str, raw: bytes, load: Load) -> Result:
    """Makes all safe edits, again and again until none is left; encoding mark, line ends and all other characters stay."""
    analysis, done = analyse(path, raw, load), list[Mended]()
    for _ in range(_MOST_ROUNDS):
        edits = list(_safe(analysis.diagnostics))
        if not edits:
            break
        done += [Mended(edit.span.line, analysis.source.quote(edit.span), edit.text) for edit in edits]
        raw = _edited(raw, analysis.source, edits)
        analysis = analyse(path, raw, load)
    return Result(raw, tuple(done), analysis)


def _safe(diagnostics: Iterable[Diagnostic]) -> Iterator[Edit]:
    """The safe edits of the plan itself, from its start; of two at one place the first."""
    found = {way.edit for each in diagnostics if each.at.source is None for way in each.ways if way.edit is not None and way.edit.safe}
    reached = (0, 0)
    for edit in sorted(found, key=lambda edit: (edit.span, edit.text)):
        if (edit.span.line, edit.span.start) >= reached:
            yield edit
            reached = edit.span.line, edit.span.end


def _edited(raw: bytes, source: SourceText, edits: Iterable[Edit]) -> bytes:
    lines = list(source.lines)
    whole = "".join(lines)
    apart = unicodedata.is_normalized("NFD", whole) and not unicodedata.is_normalized("NFC", whole)  # marks are letters of their own
    for number, group in groupby(edits, key=lambda edit: edit.span.line):
        for edit in reversed(list(group)):
            line = lines[number - 1]
            text = unicodedata.normalize("NFD", edit.text) if apart else edit.text
            lines[number - 1] = f"{line[: edit.span.start]}{text}{line[edit.span.end :]}"
    return encoded("".join(f"{line}{end}" for line, end in zip(lines, line_ends(raw), strict=True)), raw)
