"""Every hostile input is answered in good time with exit code 0, 1 or 2, in Vietnamese, without a traceback."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.contract.places import ROOT, first_plan
from tests.hostile.answering import answer, patience
from tests.hostile.inputs import Hostile, all_inputs, kinds
from tests.hostile.random_edits import edits
from thads_dsl.tools.drafting import Rolled
from thads_dsl.tools.roll import roll

INPUTS = all_inputs() if list((ROOT / "plans").glob("*/*.plan")) else ()
NOBODY = 65534


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    """Libraries are loaded once, before the clock runs and before rights are given up."""
    patience()


@contextmanager
def without_rights_of_root() -> Iterator[None]:
    """Root may read everything, so a test about permissions is run as nobody; the path to the folder must let nobody through."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize("hostile", INPUTS, ids=str)
def test_a_hostile_input_is_answered(hostile: Hostile, tmp_path: Path) -> None:
    path = hostile.lay(tmp_path)
    if hostile.kind == "no-permission":
        for folder in (tmp_path, *tmp_path.parents[:3]):
            folder.chmod(0o755)
        if os.geteuid() == 0:
            for owned in (path, *(path.parent,) * (path.parent != tmp_path)):
                os.chown(owned, NOBODY, -1)
        with without_rights_of_root():
            code, output, _ = answer("check", path)
        assert code == 2
        assert "chưa được cấp quyền" in output
        return
    code, output, _ = answer("check", "--", path)
    if hostile.kind in {"missing", "folder", "no-file"}:
        assert code == 2
        assert "Lỗi: " in output


@pytest.mark.parametrize("kind", ["empty", "binary", "numbers", "no-file", "surrogates"])
def test_compile_and_score_answer_too_and_write_nothing_for_what_is_no_plan(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for hostile in (each for each in INPUTS if each.kind == kind and each.number < 3):
        folder = tmp_path / str(hostile)
        folder.mkdir()
        path = hostile.lay(folder)
        assert answer("compile", "--out", tmp_path / "ra", "--", path)[0] in (1, 2)
        assert answer("score", "--", path, path)[0] in (1, 2)
    assert not (tmp_path / "ra").exists()


@pytest.mark.parametrize("kind", ["empty", "binary", "ten-megabyte-line", "truncated", "no-file", "missing"])
def test_a_process_of_its_own_answers_the_same(kind: str, tmp_path: Path) -> None:
    hostile = next(each for each in INPUTS if each.kind == kind)
    path = hostile.lay(tmp_path)
    command = [sys.executable, "-c", "from thads_dsl.cli import main; main()", "check", "--", os.fspath(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=60, check=False)
    code, output, _ = answer("check", "--", path)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr
    assert (done.stdout + done.stderr).decode("utf-8").strip().splitlines()[-1] == output.strip().splitlines()[-1]


def test_there_are_two_hundred_inputs_of_twenty_kinds_ten_of_each() -> None:
    counted = dict(kinds(INPUTS))
    assert len(INPUTS) >= 200
    assert len(counted) >= 20
    assert {kind: count for kind, count in counted.items() if count < 10} == {}


def test_the_inputs_are_always_the_same(tmp_path: Path) -> None:
    laid: list[dict[str, bytes]] = []
    for turn in ("mot", "hai"):
        content: dict[str, bytes] = {}
        for hostile in all_inputs():
            folder = tmp_path / turn / str(hostile)
            folder.mkdir(parents=True)
            if hostile.kind in {"binary", "random-unicode", "shuffled-words", "nul"}:
                content[str(hostile)] = hostile.lay(folder).read_bytes()
        laid.append(content)
    assert laid[0] == laid[1]


@pytest.mark.parametrize("hostile", [each for each in INPUTS if each.number < 2], ids=str)
def test_a_hostile_input_is_rolled_or_refused(hostile: Hostile, tmp_path: Path) -> None:
    code, _, _ = answer(
        "roll", "--year", "2025", "--out", tmp_path / "ra" / "moi.plan", "--", hostile.lay(tmp_path), seconds=2 * patience()
    )
    assert (tmp_path / "ra" / "moi.plan").exists() is (code == 0)


def test_a_plan_that_was_hurt_is_rolled_or_refused() -> None:
    texts = [raw.decode("utf-8", "ignore").encode() for raw in edits(first_plan().read_bytes(), seed=7, count=20)]
    results = [result for text in texts if isinstance(result := roll("a.plan", text, 2025), Rolled)]
    assert len(results) * 2 > len(texts)
    for result in results:
        again = roll("a.plan", result.content, 2025)
        assert isinstance(again, Rolled)
        assert again.content == result.content or again.move.by > 0
