"""What README and the guide tell people to type exists, and every command is told of."""

import re
from pathlib import Path

import pytest

from tests.contract.places import MODULES, ROOT
from thads_dsl.cli import COMMANDS
from thads_dsl.pipeline import analyse

README = ROOT / "README.md"
GUIDES = sorted([README, *(ROOT / "docs").rglob("*.md")])
PROGRAM = {str(command.name): command for command in COMMANDS}


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: str(path.relative_to(ROOT)))
def test_commands_in_a_guide_exist_with_their_options(guide: Path) -> None:
    for name, rest in re.findall(r"\bthads ([a-z]+)([^`\n]*)", guide.read_text("utf-8")):
        assert name in PROGRAM, f"thads {name}"
        known = {option for parameter in PROGRAM[name].params for option in parameter.opts} | {"--help"}
        assert set(re.findall(r"--[a-z]+", rest)) <= known


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: str(path.relative_to(ROOT)))
def test_make_targets_in_a_guide_exist(guide: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)", guide.read_text("utf-8"))) <= targets


def test_readme_tells_of_every_command() -> None:
    text = README.read_text("utf-8")
    assert {name for name in PROGRAM if f"thads {name}" not in text} == set()
    assert {target for target in ("make demo", "make test") if target not in text} == set()


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_that_a_guide_names_are_there(guide: Path) -> None:
    named = re.findall(r"`((?:[\w.-]+/)+[\w.-]*)`", guide.read_text("utf-8"))
    assert [name for name in named if not name.startswith("ket-qua/") and not (ROOT / name).exists()] == []


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: str(path.relative_to(ROOT)))
def test_examples_of_plans_in_a_guide_are_sound(guide: Path) -> None:
    for example in re.findall(r"^```plan\n(.*?)^```$", guide.read_text("utf-8"), re.MULTILINE | re.DOTALL):
        assert analyse("vi-du.plan", example.encode("utf-8")).diagnostics == (), example


def test_the_glossary_names_what_the_program_has() -> None:
    rows = re.findall(r"^\|.*\| ([^|]*) \|$", (ROOT / "docs" / "thuat-ngu.md").read_text("utf-8"), re.MULTILINE)
    named = {word for row in rows for code in re.findall(r"`([A-Za-z_.]+)", row) if "/" not in code for word in code.split(".") if word}
    known = set(re.findall(r"\w+", "\n".join(path.read_text("utf-8") for path in MODULES)))
    assert named
    assert named - known - {"danhmuc"} == set()
