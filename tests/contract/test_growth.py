"""The work of the checker grows no faster than a plan: counted in calls, so that no machine is too slow for the test."""

import subprocess
import sys

from tests.bench.calls import SIZES
from tests.bench.plans import PLANS
from tests.contract.places import ROOT


def test_four_times_the_rules_take_four_times_the_calls_at_most() -> None:
    done = subprocess.run([sys.executable, "-m", "tests.bench.calls"], cwd=ROOT, capture_output=True, text=True, check=True)
    counted = {name: list(map(int, figures.split())) for name, _, figures in (line.partition(": ") for line in done.stdout.splitlines())}
    times = SIZES[1] // SIZES[0]
    assert counted.keys() == PLANS.keys()
    assert {name: figures for name, figures in counted.items() if figures[1] > times * figures[0]} == {}
