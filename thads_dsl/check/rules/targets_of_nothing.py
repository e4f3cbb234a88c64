"""TH963: a target that every figure meets demands nothing: “ít nhất 0%”, “không quá 100%” of a share."""

from collections.abc import Iterator

from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH963
from thads_dsl.model.intervals import Interval
from thads_dsl.model.rules import Measure
from thads_dsl.model.statistics import Quantity
from thads_dsl.model.units import PERCENT, Amount

_ALL = 100  # percent


def targets_of_nothing(facts: Facts) -> Iterator[Diagnostic]:
    """Each target of a figure itself that no figure can miss; a fall or a rise of nothing still forbids the other."""
    for target in filter(facts.untouched, facts.plan.targets):
        quantity = facts.plan.quantity(target.quantity)
        name = f"{quantity.name[0].upper()}{quantity.name[1:]}"
        if target.measure is Measure.VALUE and target.goal is not None and _holds_all(target.goal, quantity):
            yield Diagnostic(
                code=TH963,
                message=_bound(target.goal, str(Amount(target.threshold, quantity.unit))),
                at=Label(facts.spans[target.id]),
                why=f"{name} bao giờ cũng {_reach(quantity)} nên ai cũng đạt; không giao chỉ tiêu thì bỏ đi.",
                ways=(Way("Nếu phải đạt một mức thì điền mức ấy:", _bound(target.goal, _blank(quantity))),),
                understood=True,
            )


def _holds_all(goal: Interval, quantity: Quantity) -> bool:
    """Whether the goal leaves out nothing between 0 and the whole."""
    low, high = goal.low, goal.high
    from_nothing = low is None or low.value < 0 or (low.value == 0 and low.closed)
    to_all = high is None or (_is_share(quantity) and (high.value > _ALL or (high.value == _ALL and high.closed)))
    return from_nothing and to_all


def _is_share(quantity: Quantity) -> bool:
    return quantity.unit == PERCENT and quantity.denominator is not None


def _bound(goal: Interval, figure: str) -> str:
    return f"không quá {figure}" if goal.low is None else f"từ {figure} trở lên"


def _blank(quantity: Quantity) -> str:
    return "…%" if quantity.unit == PERCENT else f"… {quantity.unit.name}"


def _reach(quantity: Quantity) -> str:
    return "từ 0% đến 100%" if _is_share(quantity) else "từ 0 trở lên"
