"""The wheel holds all that the checkout holds, and compiles a plan away from it."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.contract.places import GENERATED, GRAMMAR, PACKAGE, ROOT, plans


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=ROOT)
    [built] = folder.glob("*.whl")
    return built


def run(command: list[str], cwd: Path, **env: str) -> str:
    """The output of a command that must end well; its environment is `env` alone."""
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def files(folder: Path) -> dict[str, bytes]:
    """All files below a folder, by their path in it."""
    found = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_the_wheel_holds_the_package_and_the_grammar_byte_for_byte(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {name: archive.read(name) for name in archive.namelist() if ".dist-info/" not in name}
    wanted = {f"thads_dsl/{name}": content for name, content in files(PACKAGE).items()}
    wanted |= {f"thads_dsl/grammar/{name}": content for name, content in files(GRAMMAR).items()}
    assert sorted(held) == sorted(wanted)
    assert [name for name in held if held[name] != wanted[name]] == []


def test_the_wheel_holds_what_is_no_program(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        suffixes = {Path(name).suffix for name in archive.namelist()}
    assert {".lark", ".txt", ".danhmuc", ".md", ".j2", ".docx", ".mo"} <= suffixes


def test_the_wheel_compiles_a_plan_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    site, empty = tmp_path / "site", tmp_path / "empty"
    empty.mkdir()
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-compile", "--target", str(site)]
    run([*pip, str(wheel)], cwd=empty, PIP_DISABLE_PIP_VERSION_CHECK="1")
    where = run([sys.executable, "-c", "import thads_dsl; print(thads_dsl.__file__)"], cwd=empty, PYTHONPATH=str(site))
    assert Path(where.strip()).is_relative_to(site)
    for path in plans():  # all of them first: one may amend another
        (empty / path.name).write_bytes(path.read_bytes())
    for path in plans():
        run([sys.executable, "-c", "from thads_dsl.cli import main; main()", "compile", path.name], cwd=empty, PYTHONPATH=str(site))
        assert files(empty / "generated" / path.stem) == files(GENERATED / path.stem)
