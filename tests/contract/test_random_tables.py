"""Tables of bands against counting and against a solver; `python -m tests.contract.random_tables` does the same for 100,000."""

from importlib import import_module

import pytest

from tests.contract.random_tables import closed_tables, open_tables


@pytest.mark.parametrize("seed", range(10))
def test_gaps_and_overlaps_are_those_that_counting_and_proof_find(seed: int) -> None:
    found = open_tables(seed, tables=48, solved=12)
    assert found.gaps > 10 and found.overlaps > 10
    assert found.wrong == ()


@pytest.mark.parametrize("seed", range(4))
def test_nothing_is_said_of_a_closed_table(seed: int) -> None:
    assert closed_tables(seed, 48).wrong == ()


def test_a_wrong_witness_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("thads_dsl.check.rules.bands"), "witness", lambda facts, box: " Ví dụ: đúng 999 việc và 1 đồng.")
    assert any("shown of" in each for each in open_tables(0, tables=48, solved=0).wrong)
