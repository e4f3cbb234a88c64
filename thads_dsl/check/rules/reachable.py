"""TH408: a share of a whole cannot exceed 100%, nothing falls by more than all of it, and nothing is below 0."""

from collections.abc import Iterator

from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label, Lack
from thads_dsl.diagnostics.codes import TH408
from thads_dsl.model.intervals import Bound
from thads_dsl.model.rules import Measure, Target
from thads_dsl.model.statistics import Quantity
from thads_dsl.model.units import PERCENT, Amount
from thads_dsl.syntax.moved_tree import MovedTargets


def reachable(facts: Facts) -> Iterator[Diagnostic]:
    """Each target that no figures can meet, and each wish beside one."""
    moved = {line.item.number for line in facts.draft.lines if any(isinstance(each.statement, MovedTargets) for each in line.sentences)}
    for target in facts.plan.targets:
        quantity = facts.plan.quantity(target.quantity)
        for message, why in _impossible(target, quantity):
            at = Label(facts.spans[target.id])
            # “cao hơn chỉ tiêu đợt 1 là 5%” is as wrong as what is said there.
            lacks = Lack.TARGET if target.line in moved else None
            yield Diagnostic(code=TH408, message=message, at=at, why=why, understood=True, lacks=lacks)


def _impossible(target: Target, quantity: Quantity) -> Iterator[tuple[str, str]]:
    low, high = (target.goal.low, target.goal.high) if target.goal is not None else (None, None)
    name = f"{quantity.name[0].upper()}{quantity.name[1:]}"
    if target.measure is Measure.DECREASE:
        if low is not None and _beyond_all(low):
            yield f"giảm {_from(low, Amount(low.value, PERCENT))}", f"{name} nhiều nhất là giảm 100%, khi không còn gì."
    elif target.measure is Measure.VALUE:
        if quantity.unit == PERCENT and quantity.denominator is not None:
            if low is not None and _beyond_all(low):
                yield _from(low, Amount(low.value, quantity.unit)), f"{name} nhiều nhất là 100%."
            elif target.aspiration is not None and target.aspiration > 100:
                yield f"phấn đấu {Amount(target.aspiration, quantity.unit)}", f"{name} nhiều nhất là 100%."
        if high is not None and low is None and (high.value < 0 or (high.value == 0 and not high.closed)):
            yield f"dưới {Amount(high.value, quantity.unit)}", f"{name} ít nhất là 0."


def _beyond_all(low: Bound) -> bool:
    return low.value > 100 or (low.value == 100 and not low.closed)


def _from(low: Bound, figure: Amount) -> str:
    return f"{'từ' if low.closed else 'trên'} {figure}"
