"""Ask the command about a path, and hold its answer against the law: in time, exit code 0, 1 or 2, no traceback."""

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import FrameType

from click.testing import CliRunner

from tests.contract.places import first_plan
from thads_dsl.cli import thads

# A machine that checks a real plan in a fifth of a second has five seconds for the worst text, which takes two alone and
# more beside another test; what takes longer than this many such checks grows faster than the text. The seconds themselves are the
# bench's (python -m tests.bench.hostile).
CHECKS = 25
HANGING = 30.0  # by the clock, where a command only waits


@cache
def patience() -> float:
    """The processor seconds that an answer may take here: measured by a real plan, so that a busy or slow machine does not count."""
    return CHECKS * min(answer("check", first_plan(), seconds=60)[2] for _ in range(4))


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Interrupt what takes longer, so that a hanging command fails its own test and not the whole run."""

    def stop(number: int, frame: FrameType | None) -> None:
        waited = "waits too long" if number == signal.SIGALRM else f"no answer within {seconds:.1f} s of the processor"
        raise AssertionError(waited)

    before = {number: signal.signal(number, stop) for number in (signal.SIGALRM, signal.SIGPROF)}
    signal.setitimer(signal.ITIMER_REAL, 2 * seconds + HANGING)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        for number, handler in before.items():
            signal.signal(number, handler)


def answer(*args: str | Path, seconds: float | None = None) -> tuple[int, str, float]:
    """Exit code, output and processor time of a command in this process. Raises AssertionError where the law is broken."""
    allowed = patience() if seconds is None else seconds
    started = time.process_time()
    with at_most(allowed):
        result = CliRunner().invoke(thads, [str(arg) for arg in args], prog_name="thads", catch_exceptions=False)
    took = time.process_time() - started
    assert result.exit_code in (0, 1, 2), result.output[-2000:]
    assert "Traceback" not in result.output
    assert result.output.strip(), "an answer says something"
    return result.exit_code, result.output, took
