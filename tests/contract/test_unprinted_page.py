"""Every line that the page about the unprinted part shows in a table is read: declarations in their sections, steps in an example."""

import re
from collections.abc import Iterator

import pytest

from tests.reference import pages
from thads_dsl.check import read_draft
from thads_dsl.diagnostics import Severity
from thads_dsl.examples.steps import read_examples
from thads_dsl.pipeline import analyse
from thads_dsl.source import SourceText
from thads_dsl.syntax.outline import outline

PAGE = (pages.FOLDER / "phan-khong-in.md").read_text("utf-8")
FRONT = """Tên loại: KẾ HOẠCH
Trích yếu: Phát động đợt thi đua năm 2025
Cơ quan ban hành: Cục Thi hành án dân sự tỉnh A
Danh mục dùng chung: THADS

1. Thi đua thiết thực.

PHẦN KHÔNG IN

"""
GIVEN = "Giả sử Chi cục THADS có điều kiện thi hành 500 việc, thi hành xong 380 việc"
# Names that a shown line takes as known.
BEFORE = {"- Cân đối:": "- số đơn cũ: đơn\n- số đơn mới: đơn\n"}


def rows(heading: str) -> list[list[str]]:
    """The cells of the table under a heading."""
    table = PAGE.partition(heading)[2].partition("|---|")[2].partition("\n\n")[0]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[1:]]


def declared() -> str:
    """The sections with all lines that the page shows."""
    found = []
    for section, line, _ in rows("| Mục | Viết | Nghĩa |"):
        before = next((names for start, names in BEFORE.items() if line.startswith(start)), "")
        found.append(f"{f'{chr(10)}{section}{chr(10)}' if section else ''}{before}{line}\n")
    return "".join(found)


def steps() -> Iterator[str]:
    for said, _ in rows("\n| Viết | Nghĩa |"):
        yield from re.split(r" *<br> *", said)


def test_every_declaration_of_the_page_is_understood() -> None:
    assert declared().count("\n- ") > 20
    found = analyse("", FRONT + declared()).diagnostics
    assert [f"{each.code.id} {each.message}" for each in found if each.severity is Severity.ERROR] == []


@pytest.mark.parametrize("step", list(steps()))
def test_every_step_of_the_page_is_read(step: str) -> None:
    given = "" if step.startswith("Giả sử") else f"{GIVEN}\n"
    then = "" if step.startswith("Thì") else "\nThì đạt chỉ tiêu 76% về việc"
    source = SourceText.read("", f"{FRONT}VÍ DỤ: Chi cục THADS\n{given}{step}{then}\n")
    draft, _ = read_draft(source, outline(source))
    [example] = draft.outline.examples
    read, found = read_examples(draft, example)
    assert [each.message for each in found] == []
    assert read
