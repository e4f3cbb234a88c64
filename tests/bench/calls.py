"""`python -m tests.bench.calls`: how the work of the checker grows with a plan, counted in calls instead of seconds.

In a process of its own: what other plans have left in the caches would be counted as not done.
"""

import cProfile
import pstats

from tests.bench.plans import PLANS
from thads_dsl.pipeline import analyse

SIZES = (100, 400)


def calls(text: str) -> int:
    """How many functions are called, and generators resumed, while a sound plan is checked."""
    with cProfile.Profile() as profile:
        assert analyse("bench.plan", text).plan is not None
    return int(sum(count for _, count, *_ in pstats.Stats(profile).stats.values()))  # type: ignore[attr-defined]  # not in the stubs


def main() -> None:
    """Prints the calls for each size of every kind of plan."""
    for name, make in PLANS.items():
        analyse("bench.plan", make(1))  # what is loaded once is loaded
        print(f"{name}: {' '.join(str(calls(make(size))) for size in SIZES)}")


if __name__ == "__main__":
    main()
