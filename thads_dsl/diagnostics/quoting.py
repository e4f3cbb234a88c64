"""A line of the plan and a span of it → what a terminal can show: no control characters, not too wide, carets that hit."""

import unicodedata
from dataclasses import dataclass

from rich.cells import cell_len

_ELLIPSIS = "…"
# A hostile line is cut here before it is measured: no terminal shows more around a span.
_REACH = 160


@dataclass(frozen=True, slots=True)
class Quote:
    """A line as shown; carets stand `indent` cells from its left and are `width` cells wide (at least one)."""

    line: str
    indent: int
    width: int


def quoted(line: str, start: int, end: int, width: int) -> Quote:
    """The author's line cut to `width` cells around the columns `start` to `end`, with … where something is left out.

    The cut never parts a letter from its combining marks. A span wider than the space keeps its beginning.
    """
    start, end = _whole_letters(line, start, end)
    left, right = max(0, start - _REACH), min(len(line), max(end, start) + _REACH, start + 2 * _REACH)
    pieces = _letters(line, left, right)
    first = next((index for index, (column, _) in enumerate(pieces) if column >= start), len(pieces))
    last = next((index for index, (column, _) in enumerate(pieces) if column >= end), len(pieces))
    widths = [cell_len(shown) for _, shown in pieces]
    low, high = _window(widths, first, last, width, whole=left == 0 and right == len(line))
    head = _ELLIPSIS if low or left else ""
    tail = _ELLIPSIS if high < len(pieces) or right < len(line) else ""
    text = head + "".join(shown for _, shown in pieces[low:high]) + tail
    return Quote(text.rstrip(), len(head) + sum(widths[low:first]), max(1, sum(widths[first : min(last, high)])))


def visible(text: str) -> str:
    """Text that a terminal shows as it is: tabs and line ends as spaces, other control and direction characters as pictures."""
    return "".join(map(_shown, text)) if not text.isprintable() else text


def _shown(char: str) -> str:
    if char.isprintable():
        return char
    if char in "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029" or unicodedata.category(char) == "Zs":
        return " "
    if char < " ":
        return chr(0x2400 + ord(char))
    if char == "\x7f":
        return "\u2421"
    return "" if char in "\u00ad\u200b\u200c\u200d\u2060\ufeff" else "\ufffd"


def _whole_letters(line: str, start: int, end: int) -> tuple[int, int]:
    """The same columns, moved out to whole letters and into the line."""
    start, end = min(start, len(line)), min(max(start, end), len(line))
    while 0 < start < len(line) and unicodedata.combining(line[start]):
        start -= 1
    while start < end < len(line) and unicodedata.combining(line[end]):
        end += 1
    return start, end


def _letters(line: str, left: int, right: int) -> list[tuple[int, str]]:
    """The letters of a part of a line, each with its column and its combining marks, as shown."""
    found: list[tuple[int, str]] = []
    for column in range(left, right):
        char = line[column]
        if found and unicodedata.combining(char):
            found[-1] = (found[-1][0], found[-1][1] + char)
        else:
            found.append((column, _shown(char)))
    return found


def _window(widths: list[int], first: int, last: int, width: int, *, whole: bool) -> tuple[int, int]:
    """Which letters to show: all if they fit, else the span (as much as fits) with as much around it as fits."""
    if whole and sum(widths) <= width:
        return 0, len(widths)
    room = width - 2 * len(_ELLIPSIS)
    low = high = first
    while high < last and room >= widths[high]:
        room -= widths[high]
        high += 1
    # What follows the span is seldom as telling as what leads to it, yet some of it belongs to the sentence.
    grown = True
    while grown:
        grown = False
        if low and room >= widths[low - 1]:
            low, room, grown = low - 1, room - widths[low - 1], True
        if high < len(widths) and room >= widths[high]:
            room, high, grown = room - widths[high], high + 1, True
    return low, high
