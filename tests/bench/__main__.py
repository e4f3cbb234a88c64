"""`python -m tests.bench [rules …]`: how the time of the compiler grows with a plan. Not part of the suite: it takes minutes."""

import resource
import sys
import time
from collections.abc import Callable

from tests.bench.plans import PLANS
from thads_dsl.pipeline import Analysis, analyse, compile_plan

SIZES = (100, 1_000, 10_000)


def measured(plan: str) -> tuple[Analysis, float, float]:
    """An analysis, and the seconds of it and of all artefacts."""
    start = time.process_time()
    analysis = analyse("bench.plan", plan)
    checked = time.process_time()
    if analysis.plan is not None:
        compile_plan(analysis.plan)
    return analysis, checked - start, time.process_time() - checked


def report(name: str, make: Callable[[int], str], sizes: tuple[int, ...]) -> None:
    """Prints a line for each size of a plan, with how many times longer than the size before."""
    before: tuple[float, float] | None = None
    for size in sizes:
        analysis, checking, compiling = measured(make(size))
        growth = f"×{checking / before[0]:.1f} ×{compiling / max(before[1], 0.01):.1f}" if before else ""
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        state = "" if analysis.plan is not None else f"{len(analysis.diagnostics)} complaints: {analysis.diagnostics[0].code.id}"
        print(
            f"{name:22} {size:6} rules: analyse {checking:6.2f} s, compile {compiling:6.2f} s {growth:12} {memory} MB {state}", flush=True
        )
        before = checking, compiling


def main() -> None:
    """Every kind of plan in every size."""
    measured(PLANS["units by name"](1))  # tables and templates are loaded before the clock runs
    sizes = tuple(int(each) for each in sys.argv[1:]) or SIZES
    for name, make in PLANS.items():
        report(name, make, sizes)


if __name__ == "__main__":
    main()
