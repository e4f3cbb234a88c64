"""“đến 94,9%” / “từ 95%” of a rate that is entered: the line that declares the step on which nothing lies between the two."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from thads_dsl.check.draft import Draft
from thads_dsl.diagnostics import Edit, Way
from thads_dsl.model.intervals import Interval
from thads_dsl.model.rules import Measure, Target
from thads_dsl.model.statistics import Quantity
from thads_dsl.model.units import PERCENT, Amount
from thads_dsl.source import canonical
from thads_dsl.syntax.names import NameKind

_STEPS = tuple(Fraction(1, 10**decimals) for decimals in range(4))  # 1%, 0,1%, …: what a person enters


def bounds_on(targets: Iterable[Target], key: str) -> Iterator[Interval]:
    """The figures of a statistic that targets speak of."""
    for target in targets:
        if target.quantity == key and target.goal is not None and target.measure is Measure.VALUE:
            yield target.goal
        if target.region is not None:
            yield from (band.interval for box in target.region.boxes for band in box if band.quantity == key)


def by_its_step(draft: Draft, quantity: Quantity, hole: Interval, spoken_of: Iterable[Interval]) -> tuple[Way, ...]:
    """The definition with the coarsest step on which the plan's own figures lie, where no multiple of it lies in the hole.

    Nothing for what is computed, whose figures are exact, and for what the plan itself does not define.
    """
    if quantity.unit != PERCENT or quantity.unit.declared is not None or not quantity.is_column:
        return ()
    ends = [bound.value for each in (hole, *spoken_of) for bound in (each.low, each.high) if bound is not None]
    step = next((each for each in _STEPS if all(end % each == 0 for end in ends)), None)
    line = next((term.line for term in draft.vocabulary.terms_of(NameKind.QUANTITY, quantity.name) if term.line is not None), None)
    if step is None or line is None:
        return ()
    least, greatest = hole.on_grid(step)
    name, colon, said = canonical(line.text).partition(":")
    if least is None or greatest is None or least <= greatest or "%" not in said:
        return ()
    shortest = Amount(step, PERCENT)
    text = f"{name}{colon}{said.replace('%', f'%, bước {shortest}', 1)}"
    how = f"Hoặc nếu số liệu này chỉ nhập theo bước {shortest}, sửa dòng {line.line} thành:"
    return (Way(how, text, edit=Edit(line.span(), text)),)
