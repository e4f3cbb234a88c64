"""However a sentence of a sound plan is cut into known phrases, names, forms and words: no family reads it so, or the plan is the same.

`python -m tests.contract.one_meaning` prints how many cuttings that are.
"""

import pytest

from tests.contract.cuttings import cut
from tests.contract.sound import sound_plans
from thads_dsl.source import Load

PLANS = list(sound_plans())


@pytest.mark.parametrize(("raw", "load"), [plan[1:] for plan in PLANS], ids=[plan[0] for plan in PLANS])
def test_every_other_cutting_of_a_sentence_fails_or_gives_the_same_plan(raw: bytes, load: Load) -> None:
    found = cut(raw, load)
    assert found.different == ()
    assert found.figures.answered or not found.figures.others


def test_the_plans_have_sentences_that_can_be_cut_otherwise() -> None:
    assert len(PLANS) > 150
    assert len({name for name, *_ in PLANS}) == len(PLANS)
