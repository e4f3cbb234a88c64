"""A few of the ten thousand edits, so that every run of the tests tries some."""

from tests.contract.places import first_plan
from tests.hostile.random_edits import edits, try_edits


def test_random_edits_are_answered() -> None:
    outcome = try_edits(seed=20240630, count=60)
    assert outcome.codes.total() == 60
    assert outcome.codes[1] > 20  # the edits do hurt


def test_a_seed_makes_the_same_edits() -> None:
    raw = first_plan().read_bytes()
    assert list(edits(raw, 1, 20)) == list(edits(raw, 1, 20))
    assert list(edits(raw, 1, 20)) != list(edits(raw, 2, 20))
