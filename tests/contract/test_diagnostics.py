"""Every code has a page whose examples behave, a golden case, and one module that emits it."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from tests.contract.places import CORPUS, MODULES, PACKAGE, PAGES, ROOT, base_plan
from tests.contract.tables import EXAMPLE_PLAN, with_table
from thads_dsl.data import read_statistics
from thads_dsl.diagnostics import Code
from thads_dsl.diagnostics.codes import ALL
from thads_dsl.diagnostics.render import page
from thads_dsl.pipeline import analyse

# ```plan sai / ```plan đúng, and for statistics ```csv sai tap-the.csv: the whole table that stands in that file.
# What plain text cannot show: ```plan sai windows-1252 is saved in that encoding; a picture such as ␋ is the control character;
# ⟨words⟩×2000 is the words 2,000 times.
EXAMPLE = re.compile(r"^```(plan|csv) (sai|đúng)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def identity(code: Code) -> str:
    return code.id


REPEATED = re.compile(r"⟨([^⟩]*)⟩×(\d+)")
LEFT_OUT = "(không có tệp này)"
CONTROLS = {0x2400 + code: code for code in range(0x20)}


def codes_of_plan(text: str, encoding: str) -> set[str]:
    """The codes that a plan gives; in UTF-8 where no encoding is named."""
    written = REPEATED.sub(lambda found: found[1] * int(found[2]), text).translate(CONTROLS)
    return {each.code.id for each in analyse("trang.plan", written.encode(encoding or "utf-8"), base_plan).diagnostics}


def codes_of_table(file: str, text: str, folder: Path) -> set[str]:
    """The codes that sound statistics give when one table of theirs reads so."""
    plan = analyse("example.plan", EXAMPLE_PLAN.read_bytes()).plan
    assert plan is not None, f"{EXAMPLE_PLAN} has errors"
    with_table(plan, folder, file, text)
    if text.strip() == LEFT_OUT:
        (folder / file).unlink()
    return {each.code.id for each in read_statistics(plan, folder)[1]}


def test_pages_and_codes_correspond() -> None:
    assert {path.name for path in PAGES.iterdir()} == {f"{code.id}-{code.slug}.md" for code in ALL}


@pytest.mark.parametrize("code", ALL, ids=identity)
def test_a_page_says_what_is_wrong_and_how_to_mend_it(code: Code) -> None:
    text = page(code)
    assert text.startswith(f"# {code.id}: {code.title}\n")
    assert re.findall(r"^## .*$", text, re.MULTILINE)[:2] == ["## Ví dụ sai", "## Sửa lại"]
    wrong, right = text.index("## Ví dụ sai"), text.index("## Sửa lại")
    kinds = {(found[2], found.start() > right) for found in EXAMPLE.finditer(text)}
    assert kinds == {("sai", False), ("đúng", True)}
    assert len(text[:wrong].splitlines()) >= 3, "a page begins with what the code means"


@pytest.mark.parametrize("code", ALL, ids=identity)
def test_the_examples_of_a_page_behave(code: Code, tmp_path: Path) -> None:
    examples = EXAMPLE.findall(page(code))
    assert examples
    for number, (language, kind, named, text) in enumerate(examples):
        found = codes_of_plan(text, named) if language == "plan" else codes_of_table(named, text, tmp_path / str(number))
        assert found == ({code.id} if kind == "sai" else set()), (kind, text)


@pytest.mark.parametrize("code", ALL, ids=identity)
def test_a_code_has_a_golden_case(code: Code) -> None:
    assert list(CORPUS.glob(f"bad/{code.id}-*/expected.txt")), f"no tests/corpus/bad/{code.id}-<what>/"


@cache
def users() -> dict[str, list[str]]:
    """For each code, the modules that name it (imports do not count)."""
    found: dict[str, list[str]] = {}
    for path in MODULES:
        if path == PACKAGE / "diagnostics" / "codes.py":
            continue
        tree = ast.parse(path.read_text("utf-8"))
        names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        names |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        for name in names & {code.id for code in ALL}:
            found.setdefault(name, []).append(str(path.relative_to(ROOT)))
    return found


@pytest.mark.parametrize("code", ALL, ids=identity)
def test_a_code_is_emitted_in_exactly_one_module(code: Code) -> None:
    assert len(users().get(code.id, [])) == 1, users().get(code.id)


def test_ids_are_ascending_so_that_the_register_is_appended_to() -> None:
    assert [code.id for code in ALL] == sorted(code.id for code in ALL)
