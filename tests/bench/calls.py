"""`python -m tests.bench.calls`: how the work of the checker grows with a plan, counted in calls instead of seconds.

In a process of its own: what other plans have left in the caches would be counted as not done.
"""

import cProfile
import pstats
from collections.abc import Iterator
from pathlib import Path

from tests.bench.plans import PLANS
from thads_dsl.pipeline import analyse

SIZES = (100, 400)
_MANY = 5_000  # calls that are worth a word
_FASTER = 1.5  # times the growth of the plan; what compares all with all comes to its square

Function = tuple[str, int, str]  # its file, line and name
Calls = dict[tuple[Function, Function], int]  # by who calls whom


def calls(text: str) -> Calls:
    """How often a function is called, or a generator resumed, by which other, while a sound plan is checked."""
    with cProfile.Profile() as profile:
        assert analyse("bench.plan", text).plan is not None
    stats = pstats.Stats(profile).stats.items()  # type: ignore[attr-defined]  # not in the stubs
    return {(caller, callee): count for callee, (*_, callers) in stats for caller, (_, count, *_) in callers.items()}


def too_fast(small: Calls, large: Calls) -> Iterator[str]:
    """Who calls whom more often than a plan grows; of all calls together a few of these are lost sight of."""
    for pair, count in large.items():
        if count > _MANY and count > small.get(pair, 0) * SIZES[1] / SIZES[0] * _FASTER:
            yield f"{' → '.join(f'{Path(file).stem}.{name}' for file, _, name in pair)} {small.get(pair, 0)} {count}"


def main() -> None:
    """Prints the calls for each size of every kind of plan, and below it those that grow faster than the plan."""
    for name, make in PLANS.items():
        analyse("bench.plan", make(1))  # what is loaded once is loaded
        small, large = (calls(make(size)) for size in SIZES)
        print(f"{name}: {sum(small.values())} {sum(large.values())}")
        for each in too_fast(small, large):
            print(f"  {each}")


if __name__ == "__main__":
    main()
