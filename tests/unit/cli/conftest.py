"""The commands with stand-ins behind them: what they do with files, texts and exit codes, not what a plan means."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner, Result

from tests.contract.places import PACKAGE
from tests.unit.cli import standins
from thads_dsl.cli import thads
from thads_dsl.diagnostics import Diagnostic
from thads_dsl.model.plan import Plan
from thads_dsl.model.reading import ReadLine
from thads_dsl.model.results import Results
from thads_dsl.model.statistics import Statistics
from thads_dsl.source import Load, SourceText

FILES = {"scorer.py": b"print()\n", "ke-hoach.docx": b"PK"}


@dataclass(frozen=True, slots=True)
class Analysis:
    source: SourceText
    plan: Plan | None
    diagnostics: tuple[Diagnostic, ...]
    reading: tuple[ReadLine, ...] = ()


def analyse(path: str, raw: bytes | str, load: Load) -> Analysis:
    """A plan that says “sai” is wrong, one that says “lưu ý” has a warning."""
    source = SourceText.read(path, raw)
    text = "\n".join(source.lines)
    wrong = (standins.complaint(source),) if "sai" in text else ()
    warned = (standins.remark(source),) if "lưu ý" in text else ()
    return Analysis(source, None if wrong else standins.PLAN, wrong + warned)


def compile_plan(plan: Plan) -> dict[str, bytes]:
    assert plan is standins.PLAN
    return FILES


def read_statistics(plan: Plan, path: Path) -> tuple[Statistics | None, tuple[object, ...]]:
    if path.name.startswith("sai"):
        return None, (standins.BAD_CELL,)
    return standins.STATISTICS, (standins.EMPTY_CELL,) if path.name.startswith("trong") else ()


def evaluate(plan: Plan, statistics: Statistics) -> Results:
    assert statistics is standins.STATISTICS
    return standins.RESULTS


MODULES: dict[str, dict[str, Callable[..., object]]] = {
    "thads_dsl.pipeline": {"analyse": analyse, "compile_plan": compile_plan},
    "thads_dsl.data": {
        "read_statistics": read_statistics,
        "is_of_a_whole_table": lambda diagnostic: False,
        "results_workbook": lambda plan, results, remarks: f"PK {len(remarks)}".encode(),
        "results_csv": lambda plan, results: "Đối tượng\r\n",
    },
    "thads_dsl.evaluate": {"evaluate": evaluate},
    "thads_dsl.evaluate.report": {"as_json": lambda plan, results: {"schema": "thads.results/1", "tên": "Chi cục"}},
}


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Result]:
    """run("check", "a.plan") in an empty folder with the stand-ins behind the commands."""
    for name, functions in MODULES.items():
        module = ModuleType(name)
        vars(module)["__path__"] = [str(PACKAGE.joinpath(*name.split(".")[1:]))]  # modules inside stay the real ones
        vars(module).update(functions)
        monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")  # what a machine may say; the commands do not listen

    def call(*args: str) -> Result:
        result = CliRunner().invoke(thads, args, prog_name="thads", catch_exceptions=False)
        assert result.exit_code in (0, 1, 2), result.output
        return result

    return call
