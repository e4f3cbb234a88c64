"""Which subjects a row takes, by their figures: bands, several keys, groups that are defined so, and those that remain."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from thads_dsl.check.draft import Scope
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.names.declaring import count_declared, mean_declared
from thads_dsl.check.targets.facets import by_unit, facet_named
from thads_dsl.check.targets.figures import band_interval, beyond_the_whole, bounded_twice
from thads_dsl.check.targets.quantities import known_quantity
from thads_dsl.diagnostics import Diagnostic, Label, Lack, Way
from thads_dsl.diagnostics.codes import TH213
from thads_dsl.model.intervals import Interval
from thads_dsl.model.regions import ANY, Band, Box, Domain, Region, shared, uncovered
from thads_dsl.model.units import Facet
from thads_dsl.source import canonical
from thads_dsl.syntax import tree

REST = "các trường hợp còn lại"
_OF_LOADS = ("việc", "đồng")  # what loads of work are counted in


def region_of(lowering: Lowering, scope: Scope, having: tree.Having, facet: Facet | None, context: tuple[Label, ...]) -> Region | None:
    """The region of a phrase “có tổng số giải quyết dưới 150 việc và dưới 20 tỷ đồng”; None with a complaint.

    A single band under a line “Về tiền” is one of money; else the unit of its figures tells.
    """
    if having.either:
        ways = []
        for way in having.either:  # “…, hoặc dưới 120 việc” goes on with the statistic before it
            ways.append(region_of(lowering, scope, way, facet, context))
            scope = replace(scope, banded=next((each.quantity for each in reversed(way.bands) if each.quantity is not None), scope.banded))
        known = [way for way in ways if way is not None]
        boxes = tuple(box for way in known for box in way.boxes)
        return Region(boxes, canonical(having.written)) if len(known) == len(ways) else None
    named: tree.NameRef | None = None
    bands: list[Band] = []
    said: dict[tuple[str, bool], tree.Banded] = {}  # by the statistic, and whether its lower bound
    for banded in having.bands:
        named = banded.quantity or named or scope.banded or _mean(lowering, banded)
        if named is None:
            lowering.found.append(_no_quantity(lowering, banded))
            return None
        side = _side(scope, banded, named, facet, alone=len(having.bands) == 1)
        quantity = known_quantity(lowering, named.canonical, side, scope.wave)
        interval = lowering.take(band_interval(banded.band, quantity.unit, context))
        lowering.found += beyond_the_whole(banded.band, interval, quantity)
        if interval is None:
            return None
        for end, lower in ((interval.low, True), (interval.high, False)):
            first = said.setdefault((quantity.key, lower), banded) if end is not None and having.every else banded
            if first is not banded:
                lowering.found.append(bounded_twice(first.band, banded.band, quantity))
                return None
        bands.append(Band(quantity.key, interval))
    boxes = (tuple(bands),) if having.every else tuple((band,) for band in bands)
    return Region(boxes, canonical(having.written))


def _mean(lowering: Lowering, banded: tree.Banded) -> tree.NameRef | None:
    """“có bình quân dưới 95 việc/Chấp hành viên”: the one mean of the plan that is counted so."""
    units = {figure.unit for figure in (banded.band.low, banded.band.high) if figure is not None and "/" in figure.unit}
    means = [each.name for each in lowering.draft.vocabulary.quantities if each.under and not units.isdisjoint(each.units)]
    return tree.NameRef(kind="QUANTITY", canonical=means[0], span=banded.span) if len(means) == 1 else None


def _side(scope: Scope, banded: tree.Banded, named: tree.NameRef, facet: Facet | None, alone: bool) -> Facet | None:
    said = facet_named(banded.facet or named.facet)
    if said is not None:
        return said
    by_context = facet if alone and scope.facet else None
    return by_context or by_unit(banded.band.low, banded.band.high) or facet


def both(one: Region | None, other: Region | None) -> Region | None:
    """What lies in both; None is everything."""
    if one is None or other is None:
        return one or other
    boxes: Iterator[Box] = ((*first, *second) for first, second in product(one.boxes, other.boxes))
    return Region(tuple(boxes), f"{one.text}, {other.text}")


def takes_nothing(lowering: Lowering, region: Region) -> bool:
    """Whether no figures lie in a region."""
    domains = {key: Domain(Interval(), lowering.quantities[key].unit.step) for key in region.keys}
    return not shared(region, region, domains)


def rest_of(own: Region | None, others: list[Region]) -> Region:
    """B8: what the other rows of a list leave, of all figures or of those of the row itself."""
    keys = dict.fromkeys(key for region in (*others, *([own] if own else [])) for key in region.keys)
    domains = dict.fromkeys(keys, ANY)
    outside = [Region(tuple(uncovered([own], domains)), "")] if own else []
    return Region(tuple(uncovered([*others, *outside], domains)), REST)


def _no_quantity(lowering: Lowering, banded: tree.Banded) -> Diagnostic:
    unit = next((figure.unit for figure in (banded.band.low, banded.band.high) if figure is not None and "/" in figure.unit), "")
    return Diagnostic(
        code=TH213,
        message=f"“{banded.band.written}” là mức của số liệu nào",
        at=Label(banded.span),
        why="Một mức phải nói rõ số liệu, ví dụ “có tổng số giải quyết dưới 500 việc”.",
        ways=mean_declared(lowering.draft, f"số {unit.partition('/')[0]} bình quân", unit) if unit else tuple(_named(lowering, banded)),
        lacks=Lack.STATISTIC,  # of a list of groups the first one says it
    )


def _named(lowering: Lowering, banded: tree.Banded) -> Iterator[Way]:
    """The author's line with each statistic that loads of work are told by, or that is counted in the unit of its figures."""
    unit = next((figure.unit for figure in (banded.band.low, banded.band.high) if figure is not None and figure.unit), "việc")
    every = lowering.draft.vocabulary.quantities
    known = [each for each in every if unit in each.units]
    if not known:
        yield count_declared(lowering.draft, f"số {unit}", unit)
        yield Way(f"rồi sửa dòng {banded.span.line} thành:", _with_name(lowering, banded, f"số {unit}"))
    parts, wholes = {each.within for each in every}, {name for each in every for _, name in each.under}
    loads = {each.name for each in every if each.name in wholes or (each.name in parts and each.within is None)}
    for each in known:
        if unit not in _OF_LOADS or ({*_OF_LOADS} <= set(each.units) and each.name in loads):
            spelt = f"số {each.name}" if each.name.startswith("có ") else each.name  # not “có có điều kiện”
            yield Way(f"Nếu là {each.name}:", _with_name(lowering, banded, spelt))


def _with_name(lowering: Lowering, banded: tree.Banded, name: str) -> str:
    line, start = lowering.draft.source.lines[banded.span.line - 1], banded.span.start
    named = name[0].upper() + name[1:] if line[start].isupper() else name
    return f"{line[:start]}{named} {line[start].lower()}{line[start + 1 :]}".strip()
