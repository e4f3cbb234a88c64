"""Lines that stand where they say nothing: notes without a line above them (TH109), lines lost in the part that is not printed (TH210)."""

from collections.abc import Iterator

from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label
from thads_dsl.diagnostics.codes import TH109, TH210


def misplaced(facts: Facts) -> Iterator[Diagnostic]:
    """Each such line."""
    for note in facts.draft.outline.orphans:
        yield Diagnostic(
            code=TH109,
            message="phía trên dòng này không có câu nào",
            at=Label(note.line.span()),
            why="“Hiểu là:” và “Đính chính:” đặt ngay dưới dòng mà chúng giải thích.",
        )
    for line in facts.draft.outline.strays:
        yield Diagnostic(
            code=TH210,
            message=f"“{line.text[:60]}” không thuộc mục nào",
            at=Label(line.span()),
            why="Sau “PHẦN KHÔNG IN” chỉ có các mục “SỐ LIỆU VÀ CÁCH TÍNH”, “ĐỐI TƯỢNG THI ĐUA” và các ví dụ “VÍ DỤ: …”.",
        )
