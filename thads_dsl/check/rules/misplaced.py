"""Lines that stand where they say nothing: notes without a line above them (TH109), lines lost in the part that is not printed (TH210)."""

import re
from collections.abc import Iterator

from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH109, TH210
from thads_dsl.source import plain

# First words of lines that are not printed, without diacritics.
_OF_EXAMPLES = re.compile(r"vi du(?: \d+)?(?: theo bang)?\s*[:.]|gia su\b")


def misplaced(facts: Facts) -> Iterator[Diagnostic]:
    """Each such line."""
    for note in facts.draft.outline.orphans:
        yield Diagnostic(
            code=TH109,
            message="phía trên dòng này không có câu nào",
            at=Label(note.line.span()),
            why="“Hiểu là:” và “Đính chính:” đặt ngay dưới dòng mà chúng giải thích.",
        )
    yield from _printed(facts)
    for line in facts.draft.outline.strays:
        yield Diagnostic(
            code=TH210,
            message=f"“{line.text[:60]}” không thuộc mục nào",
            at=Label(line.span()),
            why="Sau “PHẦN KHÔNG IN” chỉ có các mục “SỐ LIỆU VÀ CÁCH TÍNH”, “ĐỐI TƯỢNG THI ĐUA” và các ví dụ “VÍ DỤ: …”.",
        )


def _printed(facts: Facts) -> Iterator[Diagnostic]:
    """The first line of examples that would be printed although it is not meant to be."""
    for passage in (*(line.item.text for line in facts.draft.lines), *facts.draft.outline.every_recipient):
        if _OF_EXAMPLES.match(plain(passage.text)):
            yield Diagnostic(
                code=TH210,
                message=f"“{passage.text[:60]}” nằm trong phần được in",
                at=Label(passage.span()),
                why="Ví dụ đặt ở cuối tệp, sau dòng “PHẦN KHÔNG IN”; ở đây nó sẽ bị in vào văn bản.",
                ways=(Way("Thêm vào trước các ví dụ:", "PHẦN KHÔNG IN"),),
            )
            return
