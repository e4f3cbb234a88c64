"""Ask the command about a path, and hold its answer against the law: in time, exit code 0, 1 or 2, no traceback, no English."""

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from click.testing import CliRunner

from thads_dsl.cli import thads

SECONDS = 2.0


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Interrupt what takes longer, so that a hanging command fails its own test and not the whole run."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise AssertionError(f"no answer within {seconds} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def answer(*args: str | Path, seconds: float = SECONDS) -> tuple[int, str, float]:
    """Exit code, output and time of a command in this process. Raises AssertionError where the law is broken."""
    started = time.perf_counter()
    with at_most(seconds):
        result = CliRunner().invoke(thads, [str(arg) for arg in args], prog_name="thads", catch_exceptions=False)
    took = time.perf_counter() - started
    assert result.exit_code in (0, 1, 2), result.output[-2000:]
    assert "Traceback" not in result.output
    assert result.output.strip(), "an answer says something"
    return result.exit_code, result.output, took
