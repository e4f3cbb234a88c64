"""How far a subject is beyond its target: in percentage points where the target is a percentage, else in percent of the target."""

from dataclasses import dataclass
from fractions import Fraction

from thads_dsl.model.plan import Plan
from thads_dsl.model.results import TargetResult, Verdict
from thads_dsl.model.rules import Measure, Target
from thads_dsl.model.units import PERCENT


@dataclass(frozen=True, slots=True)
class Against:
    """A known result on a target: `excess` is more than 0 where the target is exceeded, less where it is missed.

    `completion` is result over target; None where the target is nothing. `measured` is what was compared with the goal.
    """

    met: bool
    excess: Fraction
    completion: Fraction | None
    measured: Fraction


def against_target(plan: Plan, result: TargetResult) -> Against:
    """By the row of the target table that takes the subject (language reference, T14: points of a percentage, else relative)."""
    target = next(target for target in plan.targets if target.id == result.rule)
    assert result.measured is not None and result.margin is not None, "the verdict is known"
    asked, reached = _sides(plan, target, result)
    sign = -1 if target.goal is not None and target.goal.low is None else 1
    excess = sign * result.margin
    if not _in_percent(plan, target):
        excess = 100 * excess / asked if asked else Fraction(0)
    return Against(result.verdict is Verdict.MET, excess, reached / asked if asked else None, result.measured)


def _in_percent(plan: Plan, target: Target) -> bool:
    return target.measure in (Measure.INCREASE, Measure.DECREASE) or plan.quantity(target.quantity).unit == PERCENT


def _sides(plan: Plan, target: Target, result: TargetResult) -> tuple[Fraction, Fraction]:
    """What the target asks and what was reached, in the same unit."""
    assert result.measured is not None
    if target.measure is not Measure.DIFFERENCE:
        return target.threshold, result.measured
    assert result.base is not None, "a difference is one from another value"
    scale = 100 if target.against and plan.quantity(target.against).unit == PERCENT and not plan.quantity(target.against).is_column else 1
    base = scale * Fraction(*result.base)
    return base + target.threshold, base + result.measured
