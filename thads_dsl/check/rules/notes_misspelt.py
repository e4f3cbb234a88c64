"""TH114: lines that were meant as `Hiểu là:` or `Đính chính:` and are not read as such would be lost, and with them what they restate."""

import re
from collections.abc import Iterator

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
