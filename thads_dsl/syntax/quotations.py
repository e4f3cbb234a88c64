"""Quotations that may quote in their turn: “Thay … bằng: “… tặng “Giấy khen” cho …””. Texts are folded, so all quotes look the same.

An outer quotation ends at the first quote with an even number of quotes inside and a stop, or nothing more, behind it: an inner one
that ends there has an odd number before it, one that begins has a letter behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from thads_dsl.source import Passage

_CLOSES = re.compile(r'"(?=\s*(?:[.;,]|$))', re.MULTILINE)


def outer_quotations(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each outer quotation, its quotes included; the last may be open: then its end is that of the text plus one."""
    start = text.find('"')
    while start >= 0:
        ends = (found.end() for found in _CLOSES.finditer(text, start + 1) if text.count('"', start + 1, found.start()) % 2 == 0)
        end = next(ends, len(text) + 1)
        yield start, end
        start = text.find('"', end)


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
