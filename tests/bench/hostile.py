"""`python -m tests.bench.hostile`: the ten slowest of the hostile texts, in seconds of the processor and in checks of a real plan."""

import tempfile
from heapq import nlargest
from pathlib import Path

from tests.contract.places import first_plan
from tests.hostile.answering import answer
from tests.hostile.inputs import Hostile, all_inputs

WANTED = 2.0  # seconds on a quiet machine


def took(hostile: Hostile) -> float:
    """The processor seconds of its answer."""
    with tempfile.TemporaryDirectory() as folder:
        return answer("check", "--", hostile.lay(Path(folder)), seconds=60)[2]


def main() -> None:
    """One line for each of the slowest."""
    real = min(answer("check", first_plan(), seconds=60)[2] for _ in range(4))
    times = {str(each): took(each) for each in all_inputs() if each.kind != "no-permission"}
    for name in nlargest(10, times, key=times.__getitem__):
        over = "  over" if times[name] > WANTED else ""
        print(f"{name:22} {times[name]:5.2f} s  ×{times[name] / real:4.1f}{over}", flush=True)


if __name__ == "__main__":
    main()
