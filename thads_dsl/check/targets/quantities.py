"""Names of statistics → quantities of the model, each with the columns that it is computed from."""

from collections import Counter
from dataclasses import replace

from thads_dsl.check.lowering import Lowering
from thads_dsl.model.statistics import Quantity, Sum
from thads_dsl.model.units import PERCENT, Facet, Unit
from thads_dsl.vocabulary import QuantityDefinition


def known_quantity(lowering: Lowering, name: str, facet: Facet | None, when: str = "") -> Quantity:
    """The quantity of this name, facet and time; it and the columns that it is made of are kept for the plan.

    The facet is left out where the statistic has none.
    """
    definition = _definition(lowering, name)
    facet = facet if lowering.draft.vocabulary.has_facets(name) else None
    if definition.over:
        made = _computed(lowering, definition, facet, when)
    else:
        within = _alike(lowering, definition.within, facet, when).key if definition.within else None
        made = Quantity(name, facet, unit_of(definition, facet), when, within=within)
    return lowering.quantities.setdefault(made.key, made)


def unit_of(definition: QuantityDefinition, facet: Facet | None) -> Unit:
    """What a statistic is counted in; the facet tells where it has two."""
    if "%" in definition.units:
        unit = PERCENT
    else:
        unit = facet.unit if facet is not None else Unit(definition.units[0], whole="/" not in definition.units[0])
    return unit if definition.step is None else replace(unit, declared=definition.step)


def _definition(lowering: Lowering, name: str) -> QuantityDefinition:
    definition = lowering.draft.vocabulary.quantity(name)
    assert definition is not None, name  # the lexer gives declared names only
    return definition


def _alike(lowering: Lowering, name: str, facet: Facet | None, when: str) -> Quantity:
    """The quantity of another name, without being kept: the plan may not need it."""
    definition = _definition(lowering, name)
    facet = facet if lowering.draft.vocabulary.has_facets(name) else None
    return Quantity(name, facet, unit_of(definition, facet), when)


def _computed(lowering: Lowering, definition: QuantityDefinition, facet: Facet | None, when: str) -> Quantity:
    side = next((each for each in Facet if definition.units[0].startswith(f"{each.unit.name}/")), facet)  # of a mean
    over = _sum(lowering, definition.over, side, when)
    under = _sum(lowering, definition.under, facet, when) if definition.under else None
    return Quantity(definition.name, facet, unit_of(definition, facet), when, over, under, lever=_lever(lowering, over))


def _sum(lowering: Lowering, signed: tuple[tuple[int, str], ...], facet: Facet | None, when: str) -> Sum:
    """The columns of names that are added up; a name that is itself a sum is written out."""
    terms: list[tuple[int, str]] = []
    for sign, name in signed:
        part = known_quantity(lowering, name, facet, when)
        terms += [(sign * times, key) for times, key in part.numerator.terms] if part.numerator else [(sign, part.key)]
    return Sum(tuple(terms))


def _lever(lowering: Lowering, over: Sum) -> str | None:
    """The column that a unit can act on: what it has brought about; else the only one that counts for it."""
    results = (key for _, key in over.terms if _definition(lowering, lowering.quantities[key].name).result)
    return next(results, over.terms[0][1] if len(over.terms) == 1 else None)


def without(lowering: Lowering, name: str, excluded: str) -> str | None:
    """The statistic that is `name` less `excluded`, by its formula; None if the vocabulary has none."""
    wanted = _parts(lowering, name)
    wanted.subtract(_parts(lowering, excluded))
    known = lowering.draft.vocabulary.quantities
    return next((each.name for each in known if each.over and not each.under and _parts(lowering, each.name) == wanted), None)


def ratio(lowering: Lowering, over: str, under: str) -> str | None:
    """The statistic that is `over` as a share of `under`; `over` may itself be one, of something else. None if there is none."""
    wanted = _numerator(lowering, over)
    known = lowering.draft.vocabulary.quantities
    return next((each.name for each in known if each.over == wanted and each.under == ((1, under),)), None)


def rates_of(lowering: Lowering, over: str) -> tuple[str, ...]:
    """The statistics that are this one as a share of another."""
    return tuple(each.name for each in lowering.draft.vocabulary.quantities if each.over == ((1, over),) and each.under)


def written_ratio(lowering: Lowering, over: str, under: str) -> str:
    """The formula of that statistic, as a danh mục writes it."""
    terms = "".join(f" {'+' if sign > 0 else '-'} {name}" for sign, name in _numerator(lowering, over))
    return f"{terms.removeprefix(' + ').strip()} / {under}"


def _numerator(lowering: Lowering, name: str) -> tuple[tuple[int, str], ...]:
    definition = _definition(lowering, name)
    return definition.over if definition.under else ((1, name),)


def _parts(lowering: Lowering, name: str) -> Counter[str]:
    """How many times each column counts in a statistic that is a sum."""
    found: Counter[str] = Counter()
    definition = _definition(lowering, name)
    for sign, part in definition.over or ((1, name),):
        for column, times in (_parts(lowering, part) if definition.over else {name: 1}).items():
            found[column] += sign * times
    return found


def monthly(lowering: Lowering, own: Quantity, months: int) -> Quantity:
    """The count over the months of its period."""
    over = own.numerator or Sum(((1, own.key),))
    unit = Unit(f"{own.unit.name}/tháng", whole=False)
    lever = own.key if own.is_column else own.lever
    made = Quantity(f"{own.name} bình quân tháng", own.facet, unit, own.when, over, Sum((), months), lever=lever)
    return lowering.quantities.setdefault(made.key, made)
