"""A goal in words says exactly what is computed: whoever reads the words alone decides every figure as the goal does."""

import re
from dataclasses import replace
from fractions import Fraction
from itertools import product

import pytest

from tests.unit.evaluate.hau_giang import hau_giang
from thads_dsl.model.intervals import Bound, Interval
from thads_dsl.model.printing import goal_text
from thads_dsl.model.rules import Measure
from thads_dsl.model.statistics import Quantity

PLAN = hau_giang()
RATE = PLAN.quantity(PLAN.targets[0].quantity)
COUNT = PLAN.quantity("tổng số giải quyết về việc")
MONEY = PLAN.quantity("tổng số giải quyết về tiền")
TWO = {"việc": 2, "đồng": 2_000_000_000, "%": 2}
_WORDS = re.compile(
    r"(?P<exactly>đạt chỉ tiêu|không thấp hơn|không cao hơn)?(?P<turn>cao hơn|thấp hơn|tăng|giảm)?.*?"
    r"(?P<how>từ|trên|không quá|dưới)? ?(?P<two>2 (?:việc|tỷ đồng|điểm phần trăm)|2%)?(?: trở lên)?(?: so với năm 2023)?"
)


def meets(words: str, change: int) -> bool:
    """Whether a change, in twos, meets a goal by its words alone; what bounds one side lets all of the other pass."""
    read = _WORDS.fullmatch(words)
    assert read is not None, words
    if read["exactly"]:
        return change <= 0 if read["exactly"] == "không cao hơn" else change >= 0
    own = change if read["turn"] in ("cao hơn", "tăng") else -change
    if read["two"] is None:
        return own > 0
    return {"từ": own >= 2, "trên": own > 2, "không quá": own <= 2, "dưới": own < 2}[read["how"]]


@pytest.mark.parametrize("measure", [Measure.DIFFERENCE, Measure.INCREASE, Measure.DECREASE])
@pytest.mark.parametrize(("own", "when"), list(product((RATE, COUNT, MONEY), ("năm 2023", "được giao"))))
def test_the_words_of_a_goal_decide_as_the_goal_does(measure: Measure, own: Quantity, when: str) -> None:
    other = replace(own, when=when)
    plan = replace(PLAN, quantities=(*PLAN.quantities, other))
    two = TWO[own.unit.name] if measure is Measure.DIFFERENCE else 2
    for threshold, closed, lower in product((-2, 0, 2), (True, False), (True, False)):
        bound = Bound(Fraction(threshold * two, 2), closed)
        goal = Interval(low=bound) if lower else Interval(high=bound)
        if measure is Measure.DECREASE and when == "được giao":
            continue  # no sentence says so
        target = replace(PLAN.targets[0], quantity=own.key, against=other.key, measure=measure, goal=goal)
        words = goal_text(plan, target)
        rise = -1 if measure is Measure.DECREASE else 1
        for change in range(-4, 5):
            assert meets(words, change) is (rise * Fraction(change * two, 2) in goal), (words, change)
