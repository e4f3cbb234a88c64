"""TH114: lines that were meant as `Hiểu là:` or `Đính chính:` and are not read as such would be lost, and with them what they restate."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from thads_dsl.check.draft import Draft
from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH114
from thads_dsl.source import Passage, plain

_BEGINS = re.compile(r"\W*(?:de xuat )?(?:hieu la|duoc hieu la|dinh chinh)\b(?! chinh)")
_INSIDE = re.compile(r"\b(?:hieu la|dinh chinh)\s*(?::|\"|cum tu)|\bcum tu \"[^\"]*\" la \"")


def notes_misspelt(facts: Facts) -> Iterator[Diagnostic]:
    """Each line of the body, or of the recipients, that begins like a note or holds one."""
    for passage in (*(line.item.text for line in facts.draft.lines), *facts.draft.outline.every_recipient):
        words = plain(passage.text)
        if _BEGINS.match(words) or _INSIDE.search(words):
            yield _complaint(passage)


def _complaint(passage: Passage) -> Diagnostic:
    return Diagnostic(
        code=TH114,
        message="máy không đọc dòng này như một cách hiểu",
        at=Label(passage.span()),
        why="“Hiểu là:” và “Đính chính:” đứng ở đầu một dòng riêng, không có gạch đầu dòng, ngay dưới dòng được giải thích.",
        ways=(
            Way("Viết một trong ba cách:", "Hiểu là: cụm từ “…” là “…”"),
            Way("hoặc:", "Hiểu là: <câu quy định trọn vẹn>"),
            Way("hoặc:", "Đính chính: “…” thành “…”"),
        ),
    )


def beside_broken_notes(draft: Draft, found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The complaints; those about a line with such a note below it name the note too: read, it might have settled them."""
    every = list(found)
    broken = {each.at.span.line: each.at for each in every if each.code is TH114 and each.at.source is None}
    notes = dict[int, list[Label]]()
    above = 0
    for line in draft.lines:
        if line.item.number in broken:
            notes.setdefault(above, []).append(broken[line.item.number])
        else:
            above = line.item.number
    return [
        replace(each, also=(*each.also, *notes[each.at.span.line])) if each.at.source is None and each.at.span.line in notes else each
        for each in every
    ]
