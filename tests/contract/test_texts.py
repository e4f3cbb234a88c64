"""Our own text files: composed letters only, and messages without program words."""

import ast
import re
import unicodedata
from pathlib import Path

import pytest

from tests.contract.places import CORPUS, GRAMMAR, MODULES, PACKAGE, PAGES, PLANS, ROOT
from thads_dsl.diagnostics.codes import ALL

SUFFIXES = {".plan", ".lark", ".md", ".py", ".j2", ".txt", ".danhmuc", ".po", ".csv", ".json", ".toml"}
FOLDERS = ("thads_dsl", "grammar", "plans", "docs", "tests", "generated")
# Words of programs and of this program's inside; a clerk must never meet one.
FOREIGN = re.compile(
    r"\b(token|unexpected|expected|error|warning|syntax|parse|parser|lark|grammar|none|null|true|false|traceback|exception|"
    r"line|column|span|string|integer|float|invalid|undefined|terminal|rule|node|str|int|facet|quantity|subject|placeholder)\b"
    r"|\b[A-Z]+(?:_[A-Z0-9]+)+\b|\b[a-z]+(?:_[a-z0-9]+)+\b|__\w+__",
    re.IGNORECASE,
)
# Names that the user's world has too.
KNOWN = re.compile(r"[\w./-]+\.(?:plan|xlsx|csv|json|md|docx|py|txt)\b|TH\d{3}|thads \w+")


def ours() -> list[Path]:
    """Every text file that people of the project write."""
    found = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.suffix in SUFFIXES and path.is_file()]
    return sorted([*found, *ROOT.glob("*.md"), *ROOT.glob("*.toml"), ROOT / "Makefile"])


def foreign(text: str) -> list[str]:
    """Program words in a text for people."""
    return [found[0] for found in FOREIGN.finditer(KNOWN.sub("", text))]


@pytest.mark.parametrize("folder", ["*", *FOLDERS])
def test_our_text_files_hold_composed_letters(folder: str) -> None:
    inside = [path for path in ours() if (path.parent == ROOT if folder == "*" else path.is_relative_to(ROOT / folder))]
    # A case may be decomposed, or no Unicode at all, on purpose; its golden quotes it.
    written = {path: path.read_bytes() for path in inside if not path.is_relative_to(CORPUS)}
    assert not [path for path, raw in written.items() if raw != unicodedata.normalize("NFC", raw.decode("utf-8")).encode("utf-8")]


def test_grammar_holds_data_and_notes_only() -> None:
    assert {path.suffix for path in GRAMMAR.iterdir()} <= {".lark", ".txt", ".md"}


def test_the_grammar_lives_in_one_place() -> None:
    assert not (PACKAGE / "grammar").exists()


def test_titles_of_codes_are_vietnamese() -> None:
    assert not {code.id: foreign(code.title) for code in ALL if foreign(code.title)}


def test_pages_are_vietnamese() -> None:
    pages = sorted(PAGES.glob("*.md"))
    assert pages, f"no page in {PAGES}"
    texts = {page.name: re.sub(r"^```.*$", "", page.read_text("utf-8"), flags=re.MULTILINE) for page in pages}
    assert not {name: foreign(text) for name, text in texts.items() if foreign(text)}


def test_goldens_of_wrong_plans_are_vietnamese() -> None:
    goldens = sorted(CORPUS.glob("bad/*/expected.txt"))
    assert goldens, f"no golden in {CORPUS / 'bad'}"
    told = {golden.parent.name: golden.read_text("utf-8") for golden in goldens}
    # Quoted lines of the plan (“ 31 | …”) are the author's words, not ours.
    said = {name: "\n".join(line for line in text.splitlines() if not re.match(r" *\d* *\|", line)) for name, text in told.items()}
    assert not {name: foreign(text) for name, text in said.items() if foreign(text)}


def message_texts(path: Path) -> list[tuple[int, str]]:
    """Literal texts inside calls of Diagnostic, DataDiagnostic, Way and Label of a module, with their lines."""
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in {"Diagnostic", "DataDiagnostic", "Way", "Label"}
        ):
            found += [
                (part.lineno, part.value) for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)
            ]
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_messages_in_the_code_are_vietnamese(path: Path) -> None:
    assert not [(line, foreign(text)) for line, text in message_texts(path) if foreign(text)]


def test_plans_are_there() -> None:
    assert list(PLANS.glob("*/*.plan"))


def test_the_search_for_program_words_finds_them_and_leaves_vietnamese_alone() -> None:
    assert foreign("Unexpected token NUMBER_WORD at so_viec") == ["Unexpected", "token", "NUMBER_WORD", "so_viec"]
    assert foreign("TH401 Còn khoảng trống: đúng 1.500 việc; xem so_lieu.xlsx, thads explain TH401") == []
