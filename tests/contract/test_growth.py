"""The work of the checker grows no faster than a plan: counted in calls, so that no machine is too slow for the test."""

import subprocess
import sys

from tests.bench.calls import SIZES, too_fast
from tests.bench.plans import PLANS
from tests.contract.places import ROOT


def test_four_times_the_rules_take_four_times_the_calls_at_most() -> None:
    done = subprocess.run([sys.executable, "-m", "tests.bench.calls"], cwd=ROOT, capture_output=True, text=True, check=True)
    lines = done.stdout.splitlines()
    counted = {name: list(map(int, figures.split())) for name, sign, figures in (each.partition(": ") for each in lines) if sign}
    times = SIZES[1] // SIZES[0]
    assert counted.keys() == PLANS.keys()
    assert {name: figures for name, figures in counted.items() if figures[1] > times * figures[0]} == {}
    assert [line for line in lines if line.startswith("  ")] == []


def test_what_compares_all_with_all_would_be_found() -> None:
    pair = (("rule.py", 1, "rule"), ("~", 0, "casefold"))
    assert list(too_fast({pair: 9_900}, {pair: 39_600})) == []
    assert list(too_fast({pair: 9_900}, {pair: 159_600})) == ["rule.rule → ~.casefold 9900 159600"]
