"""Points by band, bonus bands and classes against counting; `python -m tests.contract.random_points` does the same for thousands."""

import pytest

from tests.contract.random_points import run


@pytest.mark.parametrize("seed", range(6))
def test_gaps_and_overlaps_are_those_that_counting_finds_and_their_ready_lines_close_them(seed: int) -> None:
    gaps, overlaps, tried, wrong = run(seed, tables=24, closed_tables=12, pasted=12)
    assert gaps > 8 and overlaps > 8 and tried > 20
    assert wrong == []
