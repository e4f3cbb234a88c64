"""The guide for staff is true: its plans behave as it says, its commands run, and the machine answers what it shows.

A chapter is played from top to bottom in a folder of its own. ```plan đúng gives no message, ```plan sai TH401 exactly these codes; a name
behind it is the file the plan is kept in. A table under “Trang “Tập thể”:” is that sheet of so-lieu.xlsx, a workbook that is empty before.
```sh is typed; a ```text right under a wrong plan or a command is all that the machine answers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import xlsxwriter
from click.testing import CliRunner

from tests.contract.places import ROOT
from tests.reference import pages
from thads_dsl.check.rules.front_keys import plan_keys
from thads_dsl.cli import thads
from thads_dsl.cli.files import beside
from thads_dsl.diagnostics.codes import ALL
from thads_dsl.pipeline import analyse
from thads_dsl.vocabulary.definitions import SECTIONS

GUIDE = ROOT / "docs" / "huong-dan"
CHAPTERS = sorted(GUIDE.glob("[0-9]*.md"))
PLAYED = [*CHAPTERS, *(pages.FOLDER / f"{name}.md" for name in pages.WRITTEN)]  # what people write of the reference is played too
PART = re.compile(
    r"^```(?P<kind>\w+)(?: (?P<words>[^\n]*))?\n(?P<text>.*?)^```$|^Trang “(?P<sheet>[^”]+)”:\n\n(?P<rows>(?:\|[^\n]*\n)+)",
    re.MULTILINE | re.DOTALL,
)
WORKBOOK = "so-lieu.xlsx"
USUAL = "ke-hoach.plan"
CODE = re.compile(r"TH\d{3}")


@dataclass(slots=True)
class Desk:
    """What one chapter has made so far: files in the current folder, the sheets of its workbook, the last answer of the machine."""

    sheets: dict[str, list[list[str]]] = field(default_factory=dict)
    answer: str = ""

    def keep(self) -> None:
        """Write the workbook anew."""
        with xlsxwriter.Workbook(WORKBOOK) as book:
            for name, rows in (self.sheets or {"Trang1": []}).items():
                sheet = book.add_worksheet(name)
                for place, row in enumerate(rows):
                    sheet.write_row(place, 0, row)

    def type(self, command: str) -> str:
        """What the machine answers to one command line."""
        program, *words = [quoted or bare for quoted, bare in re.findall(r'"([^"]*)"|(\S+)', command)]
        assert program == "thads", command
        return CliRunner().invoke(thads, words, prog_name="thads", catch_exceptions=False).output


def cells(rows: str) -> list[list[str]]:
    """The rows of a table without the line under its heading."""
    written = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows.splitlines()]
    return [row for row in written if set("".join(row)) != {"-"}]


def codes_of(plan: Path) -> set[str]:
    """The codes that a plan gives among the files beside it."""
    return {each.code.id for each in analyse(plan.name, plan.read_bytes(), beside(plan)).diagnostics}


def play(chapter: str) -> Iterator[tuple[str, str]]:
    """Each claim of a chapter and what the machine says to it, in the current folder."""
    desk = Desk()
    desk.keep()
    for part in PART.finditer(chapter):
        if part["sheet"]:
            desk.sheets[part["sheet"]] = cells(part["rows"])
            desk.keep()
        elif part["kind"] == "plan":
            words = part["words"].split()
            plan = Path(next((word for word in words if word.endswith(".plan")), USUAL))
            plan.write_text(part["text"], "utf-8")
            told = set(CODE.findall(part["words"]))
            assert bool(told) is (words[0] == "sai") and words[0] in {"sai", "đúng"}, part["words"]
            yield f"{' '.join(sorted(told))}\n{part['text']}", f"{' '.join(sorted(codes_of(plan)))}\n{part['text']}"
            desk.answer = desk.type(f"thads check {plan}")
        elif part["kind"] == "sh":
            desk.answer = "".join(desk.type(line) for line in part["text"].splitlines())
            assert "Cách dùng:" not in desk.answer, desk.answer
        elif part["kind"] == "text":
            yield part["text"].strip(), desk.answer.strip()


@pytest.mark.parametrize("chapter", PLAYED, ids=lambda path: str(path.stem))
def test_what_a_chapter_shows_is_what_the_machine_does(chapter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for claimed, actual in play(chapter.read_text("utf-8")):
        assert claimed == actual


def test_contents_list_every_chapter_by_its_title() -> None:
    listed = re.findall(r"\[([^\]]+)\]\(([\w-]+\.md)\)", (GUIDE / "README.md").read_text("utf-8"))
    titles = [(path.read_text("utf-8").splitlines()[0].removeprefix("# "), path.name) for path in CHAPTERS]
    assert listed[: len(titles)] == titles


@pytest.mark.parametrize("page", sorted(pages.DOCS.rglob("*.md")), ids=lambda path: str(path.relative_to(pages.DOCS)))
def test_a_page_names_only_codes_and_files_that_are_there(page: Path) -> None:
    text = page.read_text("utf-8")
    assert set(CODE.findall(text)) <= {code.id for code in ALL}
    assert [link for link in re.findall(r"\]\(([^)#]+)", text) if not (page.parent / link).exists()] == []


def test_the_reference_tells_of_every_key_and_every_section() -> None:
    front, unprinted = ((pages.FOLDER / f"{name}.md").read_text("utf-8") for name in ("dau-van-ban", "phan-khong-in"))
    assert [key for key in plan_keys() if f"| {key} |" not in front] == []
    assert [section for section in SECTIONS if f"| {section.upper()} |" not in unprinted] == []
