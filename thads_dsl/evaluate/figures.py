"""The value of a quantity for a row of the statistics: exact, and never made of figures that are not known."""

from fractions import Fraction

from thads_dsl.model.plan import Plan
from thads_dsl.model.regions import Band, Region
from thads_dsl.model.statistics import Quantity, Row, Sum
from thads_dsl.model.units import PERCENT


def missing(plan: Plan, keys: tuple[str, ...], row: Row) -> tuple[str, ...]:
    """The headings of the figures that quantities need and that are not known, each once."""
    columns = (plan.quantity(column) for key in keys for column in plan.quantity(key).columns)
    return tuple(dict.fromkeys(column.full_heading for column in columns if row.figures.get(column.key) is None))


def value(plan: Plan, key: str, row: Row) -> tuple[int, int]:
    """Numerator and denominator of a quantity whose figures are known; a denominator of 0 is “không phát sinh”, none is negative."""
    quantity = plan.quantity(key)
    if quantity.numerator is None:
        figure = Fraction(row.figures[key] or 0)
        return figure.numerator, figure.denominator
    over = _total(quantity.numerator, row)
    under = Fraction(1) if quantity.denominator is None else _total(quantity.denominator, row)
    sign = -1 if under < 0 else 1
    common = over.denominator * under.denominator  # 1 but where a figure in % is part of a sum
    return int(sign * over * common), int(sign * under * common)


def _total(of: Sum, row: Row) -> Fraction:
    return of.constant + sum((times * Fraction(row.figures[key] or 0) for times, key in of.terms), Fraction(0))


def scale(quantity: Quantity) -> int:
    """What a value is multiplied with to be compared with figures as written: 77% of a ratio is written 77."""
    return 100 if quantity.unit == PERCENT and quantity.numerator is not None else 1


def lies_in(plan: Plan, region: Region, row: Row) -> bool:
    """Whether a row whose figures are known lies in a region."""
    return any(all(_in_band(plan, band, row) for band in box) for box in region.boxes)


def _in_band(plan: Plan, band: Band, row: Row) -> bool:
    """A ratio without denominator (không phát sinh) lies in no band."""
    numerator, denominator = value(plan, band.quantity, row)
    return denominator != 0 and scale(plan.quantity(band.quantity)) * Fraction(numerator, denominator) in band.interval
