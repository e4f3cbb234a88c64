"""How long a line of Times New Roman Bold is: for rules that follow the length of a text, and for columns of tables.

Lengths are twips (1/20 point). An estimate, as no font is at hand: within some percent of what Word sets.
"""

import unicodedata
from itertools import pairwise

# Advance widths in thousandths of the font size (Times-Bold of the Adobe core metrics, which Times New Roman Bold shares).
_WIDTHS = {
    char: width
    for width, chars in {
        250: " ,.\u00a0",
        278: "il/\\",
        333: "fjt()[]-:;!‘’'`",
        389: "sI",
        444: "cerz",
        500: 'agovxyJ0123456789“”"–?*#$_',
        556: "bdhknpquS",
        570: "+<=>",
        611: "FP",
        667: "BELTZ",
        722: "wACDNRUVXY",
        778: "GHKOQ",
        833: "m&",
        930: "@",
        944: "M",
        1000: "W%…—",
    }.items()
    for char in chars
}
_OTHER = 600


def length(text: str, points: int) -> int:
    """The length of `text` on one line, set in `points`."""
    letters = unicodedata.normalize("NFD", text).replace("đ", "d").replace("Đ", "D")
    thousandths = sum(_WIDTHS.get(char, _OTHER) for char in letters if not unicodedata.combining(char))
    return thousandths * points * 20 // 1000


def lines(text: str, points: int, room: int) -> tuple[str, ...]:
    """`text` broken at spaces so that each line stays within `room`, as Word breaks it; a longer word has a line of its own."""
    found: list[str] = []
    for word in text.split():
        if found and length(f"{found[-1]} {word}", points) <= room:
            found[-1] = f"{found[-1]} {word}"
        else:
            found.append(word)
    return tuple(found)


def column_widths(rows: tuple[tuple[str, ...], ...], points: int, padding: int, room: int) -> tuple[int, ...]:
    """Widths of the columns of a table that fills `room`; the rows are equally long, `padding` is what a cell needs besides its text.

    A column is never narrower than its longest word, if all of them fit; what is left goes to the columns that hold most text.
    """
    columns = tuple(zip(*rows, strict=True))
    least = [padding + max((length(word, points) for cell in column for word in cell.split()), default=0) for column in columns]
    most = [padding + max(length(cell, points) for cell in column) for column in columns]
    wanted = [high - low for low, high in zip(least, most, strict=True)]
    if sum(least) > room or not sum(wanted):
        return _shared(room, least)
    if sum(most) <= room:
        return _shared(room, most)
    shares = _shared(room - sum(least), wanted)
    return tuple(low + share for low, share in zip(least, shares, strict=True))


def _shared(room: int, weights: list[int]) -> tuple[int, ...]:
    """`room` cut in proportion to the weights, without a remainder."""
    total = sum(weights)
    edges = [room * sum(weights[:index]) // total for index in range(len(weights) + 1)]
    return tuple(right - left for left, right in pairwise(edges))
