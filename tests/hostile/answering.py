"""Ask the command about a path, and hold its answer against the law: in time, exit code 0, 1 or 2, no traceback."""

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from click.testing import CliRunner

from thads_dsl.cli import thads

# Of the processor, so that other tests running beside do not count; by the clock only a command that waits is too slow.
SECONDS = 2.0
HANGING = 15.0


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Interrupt what takes longer, so that a hanging command fails its own test and not the whole run."""

    def stop(number: int, frame: FrameType | None) -> None:
        clock = "by the clock" if number == signal.SIGALRM else "of the processor"
        raise AssertionError(f"no answer within {HANGING if number == signal.SIGALRM else seconds} s {clock}")

    before = {number: signal.signal(number, stop) for number in (signal.SIGALRM, signal.SIGPROF)}
    signal.setitimer(signal.ITIMER_REAL, max(seconds, HANGING))
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        for number, handler in before.items():
            signal.signal(number, handler)


def answer(*args: str | Path, seconds: float = SECONDS) -> tuple[int, str, float]:
    """Exit code, output and processor time of a command in this process. Raises AssertionError where the law is broken."""
    started = time.process_time()
    with at_most(seconds):
        result = CliRunner().invoke(thads, [str(arg) for arg in args], prog_name="thads", catch_exceptions=False)
    took = time.process_time() - started
    assert result.exit_code in (0, 1, 2), result.output[-2000:]
    assert "Traceback" not in result.output
    assert result.output.strip(), "an answer says something"
    return result.exit_code, result.output, took
