"""Heavy libraries are loaded only by the commands that need them."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"lark", "rich", "jinja2", "docxtpl", "docx", "lxml", "python_calamine", "xlsxwriter", "rapidfuzz"}
ROOT = Path(__file__).parents[3]
PLAN = ROOT / "plans" / "hau-giang-2024" / "hau-giang-2024.plan"


def loaded(*args: str) -> set[str]:
    """Which of the heavy libraries a run of the command loads."""
    code = (
        "import sys\nfrom thads_dsl.cli import thads\n"
        f"try:\n    thads({list(args)!r}, prog_name='thads')\nexcept SystemExit as end:\n    assert end.code == 0, end.code\n"
        "print('|'.join(sorted({name.partition('.')[0] for name in sys.modules})), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return HEAVY & set(done.stderr.strip().splitlines()[-1].split("|"))


@pytest.mark.parametrize(
    "args", [["--help"], ["--version"], ["check", "--help"], ["score", "--help"], ["new", "--help"], ["roll", "--help"]], ids=" ".join
)
def test_help_loads_nothing_heavy(args: list[str]) -> None:
    assert loaded(*args) == set()


def test_check_loads_the_parser_and_no_writer_of_documents_or_workbooks() -> None:
    assert loaded("check", str(PLAN)) <= {"lark", "rich", "rapidfuzz"}
