"""Lines with what was found in them → the text of the draft, and the list of what was done and what is left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from thads_dsl.source import Passage, SourceText
from thads_dsl.source.files import encoded, line_ends
from thads_dsl.tools.findings import COMMENT, Edit, Found, Mark, changes, edited
from thads_dsl.tools.years import Move


@dataclass(frozen=True, slots=True)
class Done:
    """A change as the author reads it: the lines of the draft, what stood there, what stands there now."""

    lines: tuple[int, ...]
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Left:
    """A mark as the author reads it: the lines of the draft that it is about, and the mark; the comment stands above the first."""

    lines: tuple[int, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Rolled:
    """The draft of the new year: UTF-8 (with a BOM where the old file had one), the line ends of the old file."""

    content: bytes
    move: Move
    done: tuple[Done, ...]
    left: tuple[Left, ...]


Walked = tuple[Passage, list[Found], int]


def drafted(source: SourceText, raw: bytes, move: Move, walked: list[Walked]) -> Rolled:
    """The draft. What a comment above its line marks already is not marked again, whatever it says of it."""
    comments = _comments(source, walked)
    lines = list(source.lines)
    for passage, found, _ in walked:
        number = passage.line
        lines[number - 1] = _changed(source, passage, [edit for change in changes(found) for edit in change.edits])
    text, ends = [], line_ends(raw)
    for number, (line, end) in enumerate(zip(lines, ends, strict=True), 1):
        text += [f"{comment}{end or _ends_like(ends)}" for comment in comments.get(number, ())]
        text += [line, end]
    shift = _shifts(len(lines), comments)
    return Rolled(encoded("".join(text), raw), move, tuple(_done(source, walked, shift)), tuple(_left(walked, shift)))


def _ends_like(ends: list[str]) -> str:
    """The line end for a new line above the last one, which has none."""
    return next((end for end in reversed(ends) if end), "\n")


def _changed(source: SourceText, passage: Passage, edits: list[Edit]) -> str:
    line, span = source.lines[passage.line - 1], passage.span()
    return line[: span.start] + edited(source, passage, edits) + line[span.end :]


def _marks(walked: Iterable[Walked]) -> dict[Mark, list[tuple[int, int]]]:
    """Each mark with its lines, and with the line above which it would stand."""
    found: dict[Mark, list[tuple[int, int]]] = {}
    for passage, findings, above in walked:
        for each in findings:
            if isinstance(each, Mark) and (passage.line, above) not in found.setdefault(each, []):
                found[each].append((passage.line, above))
    return found


def _comments(source: SourceText, walked: list[Walked]) -> dict[int, list[str]]:
    """The comments to write above lines of the old file."""
    comments: dict[int, list[str]] = {}
    for mark, lines in _marks(walked).items():
        above = lines[0][1]
        if not any(comment.startswith(f"{COMMENT} {mark.about}:") for comment in _standing(source, above)):
            comments.setdefault(above, []).append(f"{COMMENT} {mark.text}")
    return comments


def _standing(source: SourceText, line: int) -> Iterator[str]:
    """The comments right above a line."""
    for text in reversed(source.folded[: line - 1]):
        if not text.text.lstrip().startswith("#"):
            return
        yield source.quote(text.span()).strip()


def _shifts(count: int, comments: dict[int, list[str]]) -> list[int]:
    """By how many lines each line of the old file moves down; index 0 is none of them."""
    shifts = [0]
    for number in range(1, count + 1):
        shifts.append(shifts[-1] + len(comments.get(number, ())))
    return shifts


def _done(source: SourceText, walked: Iterable[Walked], shift: list[int]) -> Iterator[Done]:
    """Changes in the order of the text, those that are alike together."""
    lines: dict[tuple[str, str], list[int]] = {}
    for passage, found, _ in walked:
        number = passage.line + shift[passage.line]
        for change in sorted(changes(found), key=lambda each: each.start):
            old = source.quote(passage.span(change.start, change.end))
            new = edited(source, passage, change.edits, change.start, change.end)
            known = lines.setdefault((old, new), [])
            if number not in known:
                known.append(number)
    for (old, new), numbers in lines.items():
        yield Done(tuple(numbers), old, new)


def _left(walked: Iterable[Walked], shift: list[int]) -> Iterator[Left]:
    for mark, lines in _marks(walked).items():
        yield Left(tuple(line + shift[line] for line, _ in lines), mark)
