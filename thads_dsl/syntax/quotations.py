"""Quotations that may quote in their turn: “Thay … bằng: “… tặng “Giấy khen” cho …””. Texts are folded, so all quotes look the same.

An outer quotation ends at the first quote that has an even number of quotes before it in the quotation and no letter behind it:
where an inner one ends, the number is odd; where one begins, a letter follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from thads_dsl.source import Passage

_QUOTE = re.compile(r'"(?P<opens>[^\W_])?')
_ENDS = re.compile(r'[.;"]\s+(?=[^\W\d_])')


def quotes_inside(text: str, inside: int = -1) -> int:
    """How many quotes stand in the outer quotation that is open at the end of a text, where there were `inside` before it; -1: none is."""
    for found in _QUOTE.finditer(text):
        inside = _after(found, inside)
    return inside


def _after(found: re.Match[str], inside: int) -> int:
    return -1 if inside >= 0 and inside % 2 == 0 and not found["opens"] else inside + 1


def outer_quotations(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each outer quotation, its quotes included; the last may be open: then its end is that of the text plus one."""
    start, inside = 0, -1
    for found in _QUOTE.finditer(text):
        start = found.start() if inside < 0 else start
        inside = _after(found, inside)
        if inside < 0:
            yield start, found.start() + 1
    if inside >= 0:
        yield start, len(text) + 1


def sentences_around(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of the sentences of a text: they end at a stop, or a quotation, before a capital; stops in quotations are none."""
    bare = list(text)
    for start, end in outer_quotations(text):
        bare[start:end] = '"' * (min(end, len(text)) - start)
    ends = [found.end() for found in _ENDS.finditer("".join(bare)) if text[found.end()].isupper()]
    yield from pairwise([0, *ends, len(text)])


def flattened(passage: Passage) -> Passage:
    """The passage with the quotes inside of quotations as single ones; every character keeps its place."""
    for start, end in outer_quotations(passage.text):
        inner = passage.text[start + 1 : end - 1]
        if '"' in inner:
            text = passage.text[: start + 1] + inner.replace('"', "'") + passage.text[end - 1 :]
            passage = Passage(text, passage.line, passage.columns)
    return passage


def before_open_quotation(passage: Passage) -> Passage:
    """The passage up to a quotation that ends on another line."""
    start = next((start for start, end in outer_quotations(passage.text) if end > len(passage.text)), None)
    return passage if start is None else passage.cut(0, start)
