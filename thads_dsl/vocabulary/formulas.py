"""Formulas of statistics: what is added, subtracted or divided is counted in one unit, and the result in the unit that is declared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from thads_dsl.vocabulary.known import QuantityDefinition, Signed

SHARE = "%"
_Units = Mapping[str, tuple[str, ...]]  # of each statistic, by its name


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Two statistics of a formula that are counted in no common unit, or (`other` empty) one that is not counted in what is declared.

    `share`: the second is what the first is divided by.
    """

    name: str
    units: tuple[str, ...]
    other: str
    wanted: tuple[str, ...]
    share: bool = False


def mismatch(definition: QuantityDefinition, units: _Units) -> Mismatch | None:
    """What does not fit in the formula of a definition; None where all does."""
    over, under, declared = definition.over, definition.under, definition.units
    if not over:
        return None
    if found := unlike(over, units) or (unlike(under, units) if under else None):
        return found
    top, bottom = _common(over, units), _common(under, units)
    if under and SHARE in declared:
        named = (over[0][1], under[0][1])
        return None if set(top) & set(bottom) else Mismatch(named[0], top, named[1], bottom, share=True)
    counted = tuple(each.partition("/")[0] for each in declared)
    return None if set(counted) <= set(top) else Mismatch(over[0][1], top, "", counted)


def unlike(signed: Signed, units: _Units) -> Mismatch | None:
    """Two statistics of a sum, or of the sides of a balance, without a unit in common."""
    (_, first), *rest = signed
    common = units[first]
    for _, name in rest:
        if not set(common) & set(units[name]):
            return Mismatch(name, units[name], first, common)
        common = tuple(each for each in common if each in units[name])
    return None


def _common(signed: Signed, units: _Units) -> tuple[str, ...]:
    """The units in which all of a sum is counted."""
    names = [name for _, name in signed]
    return tuple(each for each in units[names[0]] if all(each in units[name] for name in names)) if names else ()
