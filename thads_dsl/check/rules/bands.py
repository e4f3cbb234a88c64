"""TH401–TH403, TH406: the bands of a table take every figure of their quantity, and each only once.

Bounds are compared exactly; where the quantity is counted in whole units, “đến 499” and “từ 500” leave nothing between them.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from thads_dsl.check.facts import Facts
from thads_dsl.check.rules.band_phrases import band_phrase, beginning_after, changes, ending_before
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH401, TH402, TH403, TH406
from thads_dsl.model.intervals import Bound, Interval
from thads_dsl.model.rules import Target
from thads_dsl.model.units import PERCENT, Amount, Unit
from thads_dsl.source import canonical


def bands(facts: Facts) -> Iterator[Diagnostic]:
    """Every gap and overlap of every table of targets."""
    doubtful = {facts.draft.lines[index].item.parent for index in facts.doubtful}
    lists = {line.item.number: line.item.parent for line in facts.draft.lines}
    for table in facts.plan.tables:
        if any(lists[target.line] in doubtful for target in table):
            continue  # a row of this list has an error of its own; a gap may only follow from it
        banded = [target for target in table if target.band is not None]
        for twice in [target for target in table if target.band is None][0 if banded else 1 :]:
            yield _twice(facts, twice, table)
        keys = list(dict.fromkeys(target.band.quantity for target in banded if target.band))
        if len(keys) > 1:
            yield _two_keys(facts, banded)
        elif banded:
            yield from _closed(facts, sorted(banded, key=_order), facts.plan.quantity(keys[0]).unit)


def _order(target: Target) -> tuple[int, ...]:
    assert target.band is not None
    least, greatest = target.band.interval.in_steps()
    return (-1 if least is None else least, 0 if greatest is not None else 1, greatest or 0)


def _ends(target: Target) -> tuple[int, int | None]:
    """The least and the greatest whole figure of a band; figures of statistics begin at 0."""
    assert target.band is not None
    least, greatest = target.band.interval.in_steps()
    return max(least or 0, 0), greatest


def _closed(facts: Facts, rows: list[Target], unit: Unit) -> Iterator[Diagnostic]:
    if _ends(rows[0])[0] > 0:
        yield _missing_end(facts, rows[0], Interval(high=_below(rows[0])), unit, "đầu")
    reach, reaching = _ends(rows[0])[1], rows[0]
    for row in rows[1:]:
        least, greatest = _ends(row)
        if reach is None or least <= reach:
            yield _overlap(facts, reaching, row, least, _smaller(reach, greatest), unit)
        elif least > reach + 1:
            yield _gap(facts, reaching, row, unit)
        if reach is not None and (greatest is None or greatest > reach):
            reach, reaching = greatest, row
    if reach is not None:
        yield _missing_end(facts, reaching, Interval(low=_above(reaching)), unit, "cuối")


def _smaller(reach: int | None, greatest: int | None) -> int | None:
    ends = [end for end in (reach, greatest) if end is not None]
    return min(ends) if ends else None


def _below(target: Target) -> Bound:
    assert target.band is not None and target.band.interval.low is not None
    return Bound(target.band.interval.low.value, not target.band.interval.low.closed)


def _above(target: Target) -> Bound:
    assert target.band is not None and target.band.interval.high is not None
    return Bound(target.band.interval.high.value, not target.band.interval.high.closed)


def _span_text(first: int, last: int | None, unit: Unit) -> str:
    """“đúng 1.500 việc”, “từ 1.000 việc đến 1.199 việc”, “từ 2.500 việc trở lên”."""
    if first == last:
        return f"đúng {Amount(Fraction(first), unit)}"
    return band_phrase(Interval(Bound(Fraction(first), True), None if last is None else Bound(Fraction(last), True)), unit)


def _gap(facts: Facts, below: Target, above: Target, unit: Unit) -> Diagnostic:
    upper = changes(facts, above, beginning_after(above, below))
    lower = changes(facts, below, ending_before(below, above))
    ends, begins = _above(below), _below(above)  # of what lies between the two
    missing = Interval(ends, begins)
    first, last = missing.in_steps()
    phrase = f"đúng {Amount(Fraction(first or 0), unit)}" if first == last else band_phrase(missing, unit)
    row = () if first == last else (Way("Hoặc thêm một dòng, điền số vào chỗ …:", _another_row(facts, below, phrase)),)
    stops = f"dừng trước {Amount(ends.value, unit)}" if ends.closed else f"hết ở {Amount(ends.value, unit)}"
    starts = f"bắt đầu sau {Amount(begins.value, unit)}" if begins.closed else f"bắt đầu từ {Amount(begins.value, unit)}"
    return Diagnostic(
        code=TH401,
        message=f"chưa có mức cho {phrase}",
        at=Label(facts.bands[above.id]),
        also=(Label(facts.bands[below.id]),),
        why=f"Dòng {below.line} {stops}, dòng {above.line} {starts}.",
        ways=(*upper, replace(lower[0], how=f"Hoặc cho dòng {below.line} gồm cả khoảng ấy:"), *row),
    )


def _overlap(facts: Facts, below: Target, above: Target, first: int, last: int | None, unit: Unit) -> Diagnostic:
    assert below.band is not None and above.band is not None
    ways: list[Way] = []
    if above.band.interval.low is not None and below.band.interval.high is not None and above.band.interval != below.band.interval:
        other = changes(facts, above, beginning_after(above, below))[0]
        ways += (
            *changes(facts, below, ending_before(below, above)),
            replace(other, how=f"Hoặc bỏ phần ấy khỏi dòng {above.line}:"),
        )
    return Diagnostic(
        code=TH402,
        message=f"{_span_text(first, last, unit)} thuộc cả hai mức",
        at=Label(facts.bands[above.id]),
        also=(Label(facts.bands[below.id]),),
        why=f"“{below.band.text}” và “{above.band.text}” cùng gồm {_span_text(first, last, unit)}.",
        ways=tuple(ways),
    )


def _missing_end(facts: Facts, row: Target, missing: Interval, unit: Unit, which: str) -> Diagnostic:
    phrase = band_phrase(missing, unit)
    return Diagnostic(
        code=TH403,
        message=f"chưa có mức cho {phrase}",
        at=Label(facts.bands[row.id]),
        why=f"Dòng {row.line} là dòng {which} của bảng chỉ tiêu này.",
        ways=(Way("Thêm một dòng, điền số vào chỗ …:", _another_row(facts, row, phrase)),),
    )


def _another_row(facts: Facts, row: Target, phrase: str) -> str:
    """The row's own line with another band and a blank for its figure."""
    assert row.band is not None
    line = next(line.item.line for line in facts.draft.lines if line.item.number == row.line)
    model = canonical(line.text).replace(row.band.text, phrase, 1)
    unit = facts.plan.quantity(row.quantity).unit
    return model.replace(str(Amount(row.threshold, unit)), "…%" if unit == PERCENT else f"… {unit.name}")


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
    assert first.band is not None
    other = next(target for target in banded if target.band and target.band.quantity != first.band.quantity)
    assert other.band is not None
    return Diagnostic(
        code=TH406,
        message=f"có dòng chia mức theo {first.band.quantity}, có dòng theo {other.band.quantity}",
        at=Label(facts.bands[other.id]),
        also=(Label(facts.bands[first.id]),),
        why="Máy không biết một đơn vị thuộc mức nào; hãy chia mức theo một số liệu.",
    )
