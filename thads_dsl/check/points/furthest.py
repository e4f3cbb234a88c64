"""By how much a percentage can exceed its target."""

from collections.abc import Iterable
from fractions import Fraction

from thads_dsl.model.rules import Measure, Target
from thads_dsl.model.statistics import Quantity
from thads_dsl.model.units import PERCENT


def furthest(targets: Iterable[Target], quantity: Quantity) -> Fraction | None:
    """By how much it can exceed its lowest target: it ends at 100%. None where that is not known."""
    own = [target for target in targets if target.quantity == quantity.key and target.goal is not None and not target.award]
    if quantity.unit != PERCENT or any(target.measure is not Measure.VALUE for target in own):
        return None
    lows = [target.goal.low.value for target in own if target.goal is not None and target.goal.low is not None]
    return 100 - min(lows) if lows else None
