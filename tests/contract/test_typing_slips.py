"""Slips of the typist in the real plans; `python -m tests.contract.typing_slips` makes a thousand of them."""

import random

import pytest

from tests.contract.mutants import Mutant as Slip
from tests.contract.places import first_plan
from tests.contract.typing_slips import drawn, misspelt, outcome, plain


def slip(written: str, becomes: str, kind: str = "misspelt") -> Slip:
    """A slip at the one place of the first plan that says so."""
    text = first_plan().read_text("utf-8")
    number, line = next((number, line) for number, line in enumerate(text.split("\n"), 1) if written in line)
    start = line.index(written)
    return Slip(number, start, start + len(written), kind, written, becomes)


def test_a_slip_in_a_rule_is_told_on_its_line_and_in_words_that_users_know() -> None:
    found = outcome(first_plan(), slip("dưới 800 việc", "duoi 800 vệc"))
    assert found.told and found.on_its_line and not found.foreign


def test_a_slip_in_prose_changes_no_rule() -> None:
    found = outcome(first_plan(), slip("Lưu: VT", "Lưu:  VT"))
    assert not found.told and not found.changed


@pytest.mark.parametrize("seed", range(5))
def test_a_drawn_slip_changes_the_text(seed: int) -> None:
    text = first_plan().read_text("utf-8")
    assert drawn(text, random.Random(seed)).of(text) != text


def test_a_word_without_diacritics_and_a_word_without_letters() -> None:
    assert plain("Đạt chỉ tiêu") == "Dat chi tieu"
    assert misspelt("75%", random.Random(0)) is None
