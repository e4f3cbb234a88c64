"""Lines that stand where they say nothing: notes without a line above them (TH109), lines lost in the part that is not printed (TH210)."""

import re
from collections.abc import Iterator

from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH109, TH210
from thads_dsl.source import plain

# Lines that belong to, or begin, what is not printed; compared without diacritics.
_HEADINGS = {"phan khong in": "PHẦN KHÔNG IN", "noi nhan": "Nơi nhận:"}
_MEANT = re.compile(r"phan khong in\b|noi nhan(?=\W*$)|vi du(?: \d+)?(?: theo bang)?\s*[:.]|gia su\b")


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
    """The first line of each kind that would be printed although it is not meant to be."""
    seen: set[str] = set()
    for passage in (*(line.item.text for line in facts.draft.lines), *facts.draft.outline.every_recipient):
        found = _MEANT.match(plain(passage.text))
        kind = _HEADINGS.get(found[0], "PHẦN KHÔNG IN") if found else ""
        if found and kind not in seen:
            seen.add(kind)
            how = "Viết đúng:" if found[0] in _HEADINGS else "Thêm vào trước các ví dụ:"
            yield Diagnostic(
                code=TH210,
                message=f"“{passage.text[:60]}” nằm trong phần được in",
                at=Label(passage.span()),
                why="Dòng này chưa đúng chỗ hoặc chưa đúng chữ, nên sẽ bị in vào văn bản.",
                ways=(Way(how, kind),),
            )
