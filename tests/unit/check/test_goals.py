"""What a target asks for: each way to compare, with the figure itself inside or outside."""

from fractions import Fraction

import pytest

from tests.unit.check.writing import RATE, sound, written

# the words of a goal → (does 76.9% meet 77%, does 77%, does 77.1%)
GOALS = {
    "đạt {rate} 77%": (False, True, True),
    "phấn đấu đạt {rate} đạt 77%": (False, True, True),
    "đạt {rate} từ 77% trở lên": (False, True, True),
    "đạt {rate} 77% trở lên": (False, True, True),
    "đạt {rate} ít nhất 77%": (False, True, True),
    "đạt {rate} tối thiểu 77%": (False, True, True),
    "đạt {rate} trên 77%": (False, False, True),
    "đạt {rate} hơn 77%": (False, False, True),
    "đạt {rate} không quá 77%": (True, True, False),
    "đạt {rate} tối đa 77%": (True, True, False),
    "đạt {rate} dưới 77%": (True, False, False),
}


@pytest.mark.parametrize("words", GOALS)
def test_a_comparison_takes_the_figure_or_leaves_it_out(words: str) -> None:
    (target,) = sound(written(f"Về việc:\n- Chi cục THADS {words.format(rate=RATE)}.")).targets
    assert target.goal is not None
    met = tuple(Fraction(tenths, 10) in target.goal for tenths in (769, 770, 771))
    assert met == GOALS[words]
    assert target.threshold == 77


def test_each_goal_of_a_list_is_a_target_of_its_own_facet() -> None:
    (cases, money) = sound(written(f"- Chi cục THADS đạt {RATE} trên 77% về việc và ít nhất 39,5% về tiền.")).targets
    assert cases.goal is not None and money.goal is not None
    assert (cases.quantity, cases.threshold, 77 in cases.goal) == (f"{RATE} về việc", Fraction(77), False)
    assert (money.quantity, money.threshold, Fraction(79, 2) in money.goal) == (f"{RATE} về tiền", Fraction(79, 2), True)
