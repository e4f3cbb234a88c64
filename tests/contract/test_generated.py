"""What is checked in under generated/ is what plans/ say: nothing stale, nothing missing, nothing left over."""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.contract.places import GENERATED, ROOT, plans
from thads_dsl.cli.files import beside
from thads_dsl.pipeline import analyse, compile_plan

# A plan that is not there yet fails here, and not when tests are collected.
PLANS = [path.stem for path in plans()] if list((GENERATED.parent / "plans").glob("*/*.plan")) else ["no-plan"]


@cache
def compiled(campaign: str) -> dict[str, bytes]:
    """What the compiler makes of a campaign's plan now."""
    [path] = [path for path in plans() if path.stem == campaign]
    analysis = analyse(str(path), path.read_bytes(), beside(path))
    assert analysis.plan is not None, [each.message for each in analysis.diagnostics]
    return compile_plan(analysis.plan)


@pytest.mark.parametrize("campaign", PLANS)
def test_generated_files_are_what_the_plan_says(campaign: str) -> None:
    fresh = compiled(campaign)
    folder = GENERATED / campaign
    kept = {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "__pycache__"} if folder.exists() else {}
    assert sorted(kept) == sorted(fresh)
    assert [file for file in fresh if kept[file] != fresh[file]] == [], "run: thads compile"


# One process for all plans: most of the time goes into starting it.
_COMPILE_ALL = """import sys
from thads_dsl.cli import thads
for task in sys.argv[1:]:
    thads.main(["compile", *task.split("=>")], standalone_mode=False)
"""


@pytest.mark.parametrize(("seed", "zone", "language"), [("0", "Asia/Tokyo", "C"), ("77", "America/Lima", "vi_VN.UTF-8")])
def test_the_same_plans_give_the_same_bytes_on_every_machine(seed: str, zone: str, language: str, tmp_path: Path) -> None:
    tasks = [f"{path}=>--out=>{tmp_path / path.stem}" for path in plans()]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": language, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", _COMPILE_ALL, *tasks], check=True, capture_output=True, env=environment)
    for campaign in PLANS:
        assert {file.name: file.read_bytes() for file in (tmp_path / campaign).iterdir()} == compiled(campaign), campaign


def test_nothing_is_generated_from_no_plan() -> None:
    assert {path.name for path in GENERATED.iterdir()} == {path.stem for path in plans()}


def test_a_folder_of_plans_holds_one_of_its_name_or_several() -> None:
    names = {folder: [path.stem for path in plans() if path.parent == folder] for folder in {path.parent for path in plans()}}
    assert [folder for folder, stems in names.items() if stems != [folder.name] and len(stems) < 2] == []
    assert len({path.stem for path in plans()}) == len(plans()), "generated/ has one folder for each name"
