"""TH401–TH403, TH406: the bands of a table take every figure of their quantity, and each only once.

Bounds are compared exactly; where the quantity is counted in whole units, “đến 499” and “từ 500” leave nothing between them.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import combinations

from thads_dsl.check.bands.boxes import beside, out_of_shared, out_of_uncovered, outside, row_for, witness
from thads_dsl.check.bands.lost import Losses, Lost, domain_of
from thads_dsl.check.bands.phrases import band_phrase, figures_text, own_band, written_row
from thads_dsl.check.bands.rows import another_row, by_name, rest_row
from thads_dsl.check.bands.steps import bounds_on, by_its_step
from thads_dsl.check.bands.ways import PEOPLE, of_small_units, out_of_gap, out_of_overlap, row_named
from thads_dsl.check.facts import Facts
from thads_dsl.check.rules.gaps_of_unread import filled_by_unread
from thads_dsl.check.targets.closing import Hole, Shared, unsound
from thads_dsl.check.targets.regions import REST
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH401, TH402, TH403, TH406
from thads_dsl.model.award_places import SmallUnits
from thads_dsl.model.intervals import Bound, Interval
from thads_dsl.model.regions import Box, Domain, shared, uncovered
from thads_dsl.model.rules import Target
from thads_dsl.model.statistics import Quantity
from thads_dsl.model.units import Amount, Unit
from thads_dsl.source import Span
from thads_dsl.syntax.cells import cells


def bands(facts: Facts) -> Iterator[Diagnostic]:
    """Every gap and overlap of every table of targets, and of the numbers of awards for small units."""
    seen: set[tuple[Span, ...]] = set()
    losses = Losses(facts)
    for table in _tables(facts):
        rows = tuple(_definition(facts, target) or facts.bands.get(target.id, facts.spans[target.id]) for target in table)
        if rows in seen or losses.taken_over(table):
            continue  # the same rows, taken over for another wave, or the same groups in another column
        lost = losses.of(table)
        if not lost or all(_definition(facts, target) is None for target in table):
            seen.add(rows)  # what is lost of one column is not lost of the other
        if lost:  # what rows that are known share is so all the same
            table = tuple(row for row in table if row not in lost.rows and facts.untouched(row))
        banded = [target for target in table if target.region is not None]
        for twice in [target for target in table if target.region is None][0 if banded else 1 :]:
            yield _twice(facts, twice, table)
        regions = [target.region for target in banded if target.region]
        keys = tuple(dict.fromkeys(key for region in regions for key in region.keys))
        plain = all(region.alone for region in regions)
        if plain and len(keys) > 1:
            yield _two_keys(facts, banded)
        elif plain and keys:
            yield from _closed(facts, banded, facts.plan.quantity(keys[0]), lost)
        elif keys:
            yield from _closed_by_keys(facts, banded, keys, lost)
    yield from _of_small_units(facts)


def _of_small_units(facts: Facts) -> Iterator[Diagnostic]:
    """Numbers of awards for units with so many people: none is in two of them; what is in none has the number for all."""
    seen: set[tuple[Span, tuple[SmallUnits, ...]]] = set()
    for quota in facts.plan.quotas:
        rows, at = quota.small_units, facts.spans[quota.id]
        if (at, rows) in seen:
            continue
        seen.add((at, rows))
        domain = Domain(Interval(Bound(Fraction(0), True)), PEOPLE.step)
        for found in unsound([row.people for row in rows], domain):
            if isinstance(found, Shared):
                figures, low = found.figures, found.figures.low
                words = figures_text(Interval(high=figures.high) if low is not None and not low.value else figures, PEOPLE)
                one, other = rows[found.first], rows[found.second]
                yield Diagnostic(
                    code=TH402,
                    message=f"đơn vị {words} thuộc cả hai mức",
                    at=Label(at),
                    why=f"“{one.text}” được {one.limit:02}, “{other.text}” được {other.limit:02}.",
                    ways=of_small_units(facts, quota, found, domain),
                )


def _tables(facts: Facts) -> Iterator[tuple[Target, ...]]:
    """The tables of the plan; a row whose goal has an error stands in that of its subject, statistic and period."""
    apart: dict[tuple[object, ...], list[Target]] = {}
    for row in facts.unsettled:
        apart.setdefault((row.subject, row.quantity, row.period), []).append(row)
    for table in facts.plan.tables:
        more = apart.pop((table[0].subject, table[0].quantity, table[0].period), [])
        yield tuple(sorted((*table, *more), key=lambda row: (facts.spans[row.id].line, facts.spans[row.id].start)))
    yield from map(tuple, apart.values())


def _closed_by_keys(facts: Facts, targets: list[Target], keys: tuple[str, ...], lost: Lost) -> Iterator[Diagnostic]:
    """Gaps and overlaps of rows that look at several figures, or at one in several stretches."""
    domains = {key: domain_of(facts.plan.quantity(key)) for key in keys}
    regions = [target.region for target in targets if target.region]
    for box in uncovered([*regions, *outside(facts, targets, domains)], domains) if not lost else ():
        if not filled_by_unread(facts, (band.interval for band in box)):
            yield _uncovered(facts, targets, box, domains)
    for one, other in combinations(targets, 2):
        assert one.region is not None and other.region is not None
        if (common := shared(one.region, other.region, domains)) and not _is_rest_beside_unsettled(facts, targets, one, other):
            ways = out_of_shared(facts, targets, (one, other), domains)
            yield _covered_twice(facts, (one, other), common, ways)


def _box_text(facts: Facts, box: Box) -> str:
    """“tổng số giải quyết về việc dưới 150 việc và tổng số giải quyết về tiền từ 20 tỷ đồng trở lên”."""
    units = [facts.plan.quantity(band.quantity).unit for band in box]
    words = (f"{band.quantity} {figures_text(_shown(band.interval, unit), unit)}" for band, unit in zip(box, units, strict=True))
    return " và ".join(words) or "mọi đơn vị"


def _shown(interval: Interval, unit: Unit) -> Interval:
    """Without the 0 that all figures begin at; “dưới 20 tỷ đồng”, not “đến 19.999.999.999 đồng”."""
    low, high = interval.low, interval.high
    if unit.step is not None and high is not None and high.closed and high.value != (low.value if low else None):
        high = Bound(high.value + unit.step, False)
    return Interval(None if low is not None and low.value == 0 and high is not None else low, high)


def _uncovered(facts: Facts, targets: list[Target], box: Box, domains: dict[str, Domain]) -> Diagnostic:
    first, last = targets[0], targets[-1]
    begin, end = written_row(facts, first).line, written_row(facts, last).line
    quoted = [_quoted(facts, row) for row in beside(targets, box, domains) or [first, last]]
    at, *also = sorted(dict.fromkeys(quoted), key=lambda span: (span.line, span.start), reverse=True)
    also += _definitions(facts, (row for row in targets if _quoted(facts, row) in quoted))
    named = any(
        cell.text == last.subject.name for cell in cells(written_row(facts, last))
    )  # “Nhóm 1 | dưới 150 việc | …”: whom none are left
    moved = out_of_uncovered(facts, targets, box, domains)
    return Diagnostic(
        code=TH401,
        message=f"chưa có mức cho {_box_text(facts, box)}",
        at=Label(at),
        also=tuple(map(Label, also)),
        why=f"Không dòng nào từ dòng {begin} đến dòng {end} gồm khoảng ấy.{witness(facts, box)}",
        ways=moved or (row_for(facts, targets, box, domains) if named else (rest_row(facts, last),)),
    )


def _definition(facts: Facts, row: Target) -> Span | None:
    """Where the group that a row is for is told by its figures: there its band is mended."""
    names = facts.draft.vocabulary.by_figures
    return next((text.span() for name, text in names if row.region is not None and row.region.text == name), None)


def _definitions(facts: Facts, rows: Iterable[Target]) -> list[Span]:
    return [place for row in rows if (place := _definition(facts, row)) is not None]


def _quoted(facts: Facts, row: Target) -> Span:
    """Where the figures of a row stand; of several columns of a table, its own line."""
    at = facts.bands.get(row.id, facts.spans[row.id])
    return at if at.line == written_row(facts, row).line else facts.spans[row.id]


def _covered_twice(facts: Facts, rows: tuple[Target, Target], common: tuple[Box, ...], ways: tuple[Way, ...]) -> Diagnostic:
    one, other = rows
    assert one.region is not None and other.region is not None
    return Diagnostic(
        code=TH402,
        message=f"{' hoặc '.join(_box_text(facts, box) for box in common)} thuộc cả hai mức",
        at=Label(_quoted(facts, other)),
        also=tuple(map(Label, (_quoted(facts, one), *_definitions(facts, rows)))),
        why=f"“{one.region.text}” và “{other.region.text}” có phần chung ấy.{witness(facts, common[0])}",
        ways=ways,
    )


def _is_rest_beside_unsettled(facts: Facts, targets: list[Target], one: Target, other: Target) -> bool:
    """Whether a row is for all whom the others leave, of whom one whose goal is wrong was not counted."""
    rest = any(each.region is not None and each.region.text == REST for each in (one, other))
    return rest and any(each in facts.unsettled for each in targets)


def _closed(facts: Facts, targets: list[Target], quantity: Quantity, lost: Lost) -> Iterator[Diagnostic]:
    """Gaps and overlaps of rows that each look at one stretch of the same figure."""
    unit, domain = quantity.unit, domain_of(quantity)
    for found in unsound([own_band(target).interval for target in targets], domain):
        if isinstance(found, Shared):
            if not _is_rest_beside_unsettled(facts, targets, targets[found.first], targets[found.second]):
                yield _overlap(facts, targets, found, domain, unit)
            continue
        below = None if found.below is None else targets[found.below]
        above = None if found.above is None else targets[found.above]
        missing = Interval(None if below is None else _above(below), None if above is None else _below(above))
        if lost.may_fill(missing) or filled_by_unread(facts, (missing,)):
            continue
        if below is not None and above is not None:
            yield _gap(facts, targets, found, missing, quantity)
        elif above is not None:
            yield _missing_end(facts, above, missing, unit, "đầu")
        elif below is not None:
            yield _missing_end(facts, below, missing, unit, "cuối")


def _below(target: Target) -> Bound:
    low = own_band(target).interval.low
    assert low is not None
    return Bound(low.value, not low.closed)


def _above(target: Target) -> Bound:
    high = own_band(target).interval.high
    assert high is not None
    return Bound(high.value, not high.closed)


def _gap(facts: Facts, targets: list[Target], hole: Hole, missing: Interval, quantity: Quantity) -> Diagnostic:
    unit, domain = quantity.unit, domain_of(quantity)
    ends, begins = missing.low, missing.high
    assert ends is not None and begins is not None and hole.below is not None and hole.above is not None  # the two rows are
    below, above, phrase = targets[hole.below], targets[hole.above], figures_text(missing, unit)
    ways, named = out_of_gap(facts, targets, hole, domain), by_name(facts, below, above)
    row = () if phrase.startswith("đúng ") else (another_row(facts, below, phrase, first=not ways),)
    figures = bounds_on((*facts.plan.targets, *facts.unsettled), quantity.key)
    stops = f"dừng trước {Amount(ends.value, unit)}" if ends.closed else f"hết ở {Amount(ends.value, unit)}"
    starts = f"bắt đầu sau {Amount(begins.value, unit)}" if begins.closed else f"bắt đầu từ {Amount(begins.value, unit)}"
    one, other = (row_named(facts, row, below, above) for row in (below, above))
    return Diagnostic(
        code=TH401,
        message=f"chưa có mức cho {phrase}",
        at=Label(facts.bands.get(above.id, facts.spans[above.id])),
        also=(Label(facts.bands.get(below.id, facts.spans[below.id])),),
        why=f"{one[0].upper()}{one[1:]} {stops}, {other} {starts}."
        + (" Hoặc sửa mức ở dòng định nghĩa nhóm." if named and not ways else ""),
        ways=ways + row + by_its_step(facts.draft, quantity, missing, figures),
    )


def _overlap(facts: Facts, targets: list[Target], found: Shared, domain: Domain, unit: Unit) -> Diagnostic:
    below, above = targets[found.first], targets[found.second]
    assert below.region is not None and above.region is not None
    ways = out_of_overlap(facts, targets, found, domain)
    apart = "" if ways else f" Bỏ một trong hai, hoặc chia lại mức ở {row_named(facts, below, below, above)}."
    return Diagnostic(
        code=TH402,
        message=f"{figures_text(found.figures, unit)} thuộc cả hai mức",
        at=Label(facts.bands.get(above.id, facts.spans[above.id])),
        also=(Label(facts.bands.get(below.id, facts.spans[below.id])),),
        why=f"“{below.region.text}” và “{above.region.text}” cùng gồm {figures_text(found.figures, unit)}.{apart}",
        ways=ways,
    )


def _missing_end(facts: Facts, row: Target, missing: Interval, unit: Unit, which: str) -> Diagnostic:
    phrase = band_phrase(missing, unit)
    return Diagnostic(
        code=TH403,
        message=f"chưa có mức cho {phrase}",
        at=Label(facts.bands.get(row.id, facts.spans[row.id])),
        why=f"Dòng {written_row(facts, row).line} là dòng {which} của bảng chỉ tiêu này.",
        ways=(another_row(facts, row, phrase),),
    )


def _twice(facts: Facts, target: Target, table: tuple[Target, ...]) -> Diagnostic:
    first = next(other for other in table if other is not target)
    return Diagnostic(
        code=TH402,
        message=f"{target.subject.name} có hai chỉ tiêu cho cùng một số liệu",
        at=Label(facts.spans[target.id]),
        also=(Label(facts.spans[first.id]),),
        why="Mỗi đối tượng chỉ theo một chỉ tiêu; hãy bỏ một dòng, hoặc chia mức bằng “có tổng số giải quyết …”.",
    )


def _two_keys(facts: Facts, banded: list[Target]) -> Diagnostic:
    first = banded[0]
    keys = own_band(first).quantity
    other = next(target for target in banded if own_band(target).quantity != keys)
    return Diagnostic(
        code=TH406,
        message=f"có dòng chia mức theo {own_band(first).quantity}, có dòng theo {own_band(other).quantity}",
        at=Label(facts.bands.get(other.id, facts.spans[other.id])),
        also=(Label(facts.bands.get(first.id, facts.spans[first.id])),),
        why="Máy không biết một đơn vị thuộc mức nào; hãy chia mức theo một số liệu.",
    )
