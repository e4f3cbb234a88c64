"""The command as a process of its own: streams, colours, and our own bugs."""

import os
import pty
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
# The commands with stand-ins behind them, in a process of their own.
START = """
import sys
from types import ModuleType
from tests.unit.cli.conftest import MODULES
for name, functions in MODULES.items():
    vars(sys.modules.setdefault(name, ModuleType(name))).update(functions)
{before}
from thads_dsl.cli import main
sys.argv = ["thads", *{args!a}]
main()
"""


def process(args: list[str], before: str = "", **env: str) -> subprocess.CompletedProcess[bytes]:
    settings = {**os.environ, "PYTHONPATH": str(ROOT), **env}
    return subprocess.run(
        [sys.executable, "-c", START.format(before=before, args=args)], env=settings, capture_output=True, timeout=60, check=False
    )


def test_output_is_utf8_on_a_machine_with_another_code_page(tmp_path: Path) -> None:
    file = tmp_path / "a.plan"
    file.write_text("câu sai", "utf-8")
    done = process(["check", str(file)], PYTHONIOENCODING="cp1252", LC_ALL="C", PYTHONUTF8="0")
    assert done.returncode == 1, done.stderr.decode()
    assert "GIỐNG MỘT QUY ĐỊNH" in done.stdout.decode("utf-8")


def test_our_own_bug_is_told_in_one_vietnamese_sentence_with_exit_code_70(tmp_path: Path) -> None:
    file = tmp_path / "a.plan"
    file.write_text("x", "utf-8")
    broken = "def fail(path, raw, load): raise KeyError('bí mật')\nsys.modules['thads_dsl.pipeline'].analyse = fail"
    done = process(["check", str(file)], broken)
    assert done.returncode == 70
    assert done.stdout == b""
    assert "lỗi của chính nó" in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    debugged = process(["check", str(file)], broken, THADS_DEBUG="1")
    assert debugged.returncode == 70
    assert b"Traceback" in debugged.stderr


def test_a_reader_that_goes_away_is_no_bug(tmp_path: Path) -> None:
    file = tmp_path / "a.plan"
    file.write_text("sai", "utf-8")
    read, write = os.pipe()
    os.close(read)
    with subprocess.Popen(
        [sys.executable, "-c", START.format(before="", args=["check", str(file)])],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=write,
        stderr=subprocess.PIPE,
    ) as running:
        os.close(write)
        _, said = running.communicate(timeout=60)
    assert running.returncode == 1
    assert b"Traceback" not in said


def on_a_terminal(args: list[str], **env: str) -> bytes:
    """What the command prints when stdout is a terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", START.format(before="", args=args)],
        env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color", **env},
        stdout=theirs,
        stderr=theirs,
    ) as running:
        os.close(theirs)
        said = b""
        try:
            while piece := os.read(ours, 65536):
                said += piece
        except OSError:  # Linux says EIO when the other side is closed
            pass
        os.close(ours)
        running.wait(timeout=60)
    return said


def test_colours_are_for_terminals_and_not_where_no_color_is_set(tmp_path: Path) -> None:
    file = tmp_path / "a.plan"
    file.write_text("sai", "utf-8")
    assert b"\x1b[" in on_a_terminal(["check", str(file)])
    assert b"\x1b[31m" not in on_a_terminal(["check", str(file)], NO_COLOR="1")
    assert b"\x1b" not in process(["check", str(file)]).stdout
