"""TH408: a share of a whole cannot exceed 100%."""

from collections.abc import Iterator

from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label
from thads_dsl.diagnostics.codes import TH408
from thads_dsl.model.rules import Measure
from thads_dsl.model.units import PERCENT, Amount


def reachable(facts: Facts) -> Iterator[Diagnostic]:
    """Each target on a ratio that no figures can meet."""
    for target in facts.plan.targets:
        quantity = facts.plan.quantity(target.quantity)
        low = target.goal.low if target.goal is not None and target.measure is Measure.VALUE else None
        if (
            quantity.unit == PERCENT
            and quantity.denominator is not None
            and low is not None
            and (low.value > 100 or (low.value == 100 and not low.closed))
        ):
            yield Diagnostic(
                code=TH408,
                message=f"{'từ' if low.closed else 'trên'} {Amount(low.value, quantity.unit)}",
                at=Label(facts.spans[target.id]),
                why=f"{quantity.name[0].upper()}{quantity.name[1:]} nhiều nhất là 100%.",
            )
