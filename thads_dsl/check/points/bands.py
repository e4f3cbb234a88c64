"""Points by band: rows that are closed on all figures, of a statistic or of its rise and fall."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from thads_dsl.check.bands.steps import bounds_on, by_its_step
from thads_dsl.check.points import findings
from thads_dsl.check.points.band_rows import Banded, Row, out_of_gap, out_of_overlap, row_of
from thads_dsl.check.points.cell import Cell, target_quantity, unnamed
from thads_dsl.check.points.counted import counted_by_hand
from thads_dsl.check.targets.closing import Hole, unsound
from thads_dsl.check.targets.figures import band_interval, beyond_the_whole
from thads_dsl.check.targets.quantities import known_quantity
from thads_dsl.diagnostics import Diagnostic
from thads_dsl.model.intervals import Bound, Interval
from thads_dsl.model.points import REST, ByBand, Start
from thads_dsl.model.regions import Domain
from thads_dsl.model.rules import Measure, Target
from thads_dsl.model.statistics import Quantity
from thads_dsl.model.units import PERCENT, Facet
from thads_dsl.source import canonical
from thads_dsl.syntax import points_tree as tree
from thads_dsl.syntax.tree import Statement

_FACETS = {facet.value: facet for facet in Facet}


def by_band(cell: Cell) -> Start | None:
    """The points of the band in which the statistic of the criterion lies, or the figure that its rows count; None after a complaint."""
    rows = cell.all(tree.PointsByBand)
    quantity = _measured(cell, rows)
    if quantity is None:
        return None
    if any(row.turned for row in rows) and _turned(cell, quantity, rows) is None:
        return None
    read: list[Row] = []
    for row in rows:
        interval, complaints = band_interval(row.band, PERCENT if row.turned else quantity.unit, ())
        cell.complain(*complaints, *(() if row.turned else beyond_the_whole(row.band, interval, quantity)))
        if interval is not None:
            read.append(row_of(cell, row, interval))
    if not cell.sound or not _tells_what_is_left(cell, rows):
        return None
    rest = rest_of(cell)
    none = count_of_none(cell)
    if none is not None and none.nothing and quantity.unit == PERCENT:
        cell.complain(_no_rate(cell, none, read))
        return None
    if none is not None:
        read.append(Row(Interval(Bound(Fraction(0), True), Bound(Fraction(0), True)), cell.points(none.points), none.span))
    if rows[0].turned:
        turned = Banded(PERCENT, Domain(Interval(), None), rows[0].turned)
        return ByBand(quantity.key, closed_rows(cell, _by_turn(cell, read, rows[0].turned), turned, rest), turned=True)
    last = Bound(Fraction(100), True) if quantity.unit == PERCENT and not quantity.is_column else None
    domain = Domain(Interval(Bound(Fraction(0), True), last), quantity.unit.step)
    banded = Banded(quantity.unit, domain, counted=any(row.counted for row in rows))
    return ByBand(quantity.key, closed_rows(cell, read, banded, rest, quantity))


def _no_rate(cell: Cell, none: tree.PointsOfLevel, rows: list[Row]) -> Diagnostic:
    """“không phát sinh” beside bands of a rate that the unit works out itself: in its column nothing can say so, and it is no 0%."""
    whole = any(Fraction(100) in row.interval and row.points == cell.points(none.points) for row in rows)
    rest = "; ".join(each.passage.text.strip(" ;.") for each in cell.written.sentences if each.statement is not none)
    return findings.no_rate(none.span, rest if whole else "")


def _measured(cell: Cell, rows: list[tree.PointsByBand]) -> Quantity | None:
    """What the bands are of: the statistic that a row or the criterion names, else what their figures count."""
    named = next((row for row in rows if row.quantity is not None), None)
    counted = next((row for row in rows if row.counted), None)
    if named is None and any(row.turned for row in rows) and cell.written.quantity is None:
        cell.complain(unnamed(cell, rows[0].span, f"tiêu chí {cell.written.number} chia mức mà chưa nói số liệu nào"))
        return None
    if (named is not None or cell.written.quantity is not None) and counted is not None:
        why = "Tên tiêu chí hoặc mức khác đã có số liệu; mọi mức của một ô phải tính theo cùng một số liệu."
        cell.complain(findings.does_not_fit(counted.span, f"mức này đếm “{counted.counted}”", why))
        return None
    if named is not None:
        found = _named(cell, named)
        if found is None:
            cell.complain(unnamed(cell, rows[0].span, f"tiêu chí {cell.written.number} chia mức mà chưa nói số liệu nào"))
        return found
    return cell.written.quantity or counted_by_hand(cell, rows)


def count_of_none(cell: Cell) -> tree.PointsOfLevel | None:
    """“Không vi phạm: 10 điểm” beside “vi phạm 01 lần: 05 điểm; …”: the one level beside bands of what is counted is that of none."""
    rows = cell.all(tree.PointsByBand)
    if not rows or cell.written.quantity is not None or any(row.quantity is not None or row.turned for row in rows):
        return None
    levels = [each for each in cell.all(tree.PointsOfLevel) if each.sign == 0 and not is_rest(each)]
    return levels[0] if len(levels) == 1 and (levels[0].nothing or _is_of_none(canonical(levels[0].level), rows)) else None


def _is_of_none(level: str, rows: list[tree.PointsByBand]) -> bool:
    """“có sáng kiến” is something else than bands; and of a rate only a denial is none of it: “đúng hạn” is no 0%."""
    of_rate = any(figure is not None and figure.unit == PERCENT.name for row in rows for figure in (row.band.low, row.band.high))
    return _DENIED.match(level) is not None if of_rate else not _AFFIRMED.match(level)


def has_something(level: tree.PointsOfLevel) -> bool:
    """“có sáng kiến”: what does not follow from a figure."""
    return not level.sign and _AFFIRMED.match(canonical(level.level)) is not None


_DENIED = re.compile(r"(?:không|chưa)\b", re.IGNORECASE)
_AFFIRMED = re.compile(r"(?:có|được|đã)\b", re.IGNORECASE)


def levels_in_figures(cell: Cell) -> list[tuple[Statement, str, Fraction]]:
    """“Đúng hạn: 10 điểm; chậm trên 3 ngày: 03 điểm; không báo cáo: 0 điểm”: several levels beside bands, of which the council picks one.

    Each with its name as it is written, and its points; nothing where the cell is no such list.
    """
    levels = [each for each in cell.all(tree.PointsOfLevel) if each.sign == 0 and not each.nothing]
    rows = cell.all(tree.PointsByBand)
    counted = bool(rows) and cell.written.quantity is None and not any(row.quantity is not None or row.turned for row in rows)
    if not counted or len([each for each in levels if not is_rest(each)]) < 2:
        return []
    read = [(sentence, sentence.statement) for sentence in cell.written.sentences]
    return [
        (said, REST if is_rest(said) else _before_its_points(canonical(sentence.passage.text)), cell.points(said.points))
        for sentence, said in read
        if isinstance(said, tree.PointsByBand) or said in levels
        if isinstance(said, tree.PointsByBand | tree.PointsOfLevel)
    ]


def _before_its_points(text: str) -> str:
    return re.sub(r"[\s:,]*(?:(?:được|tính|chấm|là) )?(?:\d[\d,]* ?điểm|không (?:có |được |được tính |chấm |tính )?điểm)[\s.;]*$", "", text)


def _tells_what_is_left(cell: Cell, rows: list[tree.PointsByBand]) -> bool:
    """“01 vụ: 10 điểm; còn lại: 0 điểm”: whether two are as good as one, or as bad as none, is not said."""
    only = next((row for row in rows if row.band.low is not None and row.band.low is row.band.high and row.band.low.value), None)
    if only is None or rest_of(cell) is None:
        return True
    more = f"từ {only.band.written} trở lên: {only.points.written}"
    why = f"Nhiều hơn {only.band.written} thì được mấy điểm? Mức nêu đúng một con số không đi cùng “còn lại”."
    cell.complain(findings.does_not_fit(only.span, f"“{only.band.written}” là đúng như vậy hay từ đó trở lên", why, ("Ví dụ:", more)))
    return False


def _turned(cell: Cell, quantity: Quantity, rows: list[tree.PointsByBand]) -> Quantity | None:
    """“giảm dưới 2%: 03 điểm”: all rows are of the rise or fall that the target of the quantity measures."""
    words = {row.turned for row in rows}
    if len(words) > 1:
        plain = next((row for row in rows if not row.turned), rows[-1])
        why = "Các mức của một tiêu chí cùng tính theo mức tăng, giảm, hoặc cùng tính theo số liệu."
        cell.complain(findings.does_not_fit(plain.span, f"“{plain.band.written}” không có “giảm” hay “tăng” như các mức khác", why))
        return None
    found = target_quantity(cell, rows[0].span)
    asked = {"giảm": Measure.DECREASE, "tăng": Measure.INCREASE}[rows[0].turned]
    targets = [target for target in cell.lowering.plan_targets() if target.quantity == quantity.key]
    if found is not None and any(target.measure is not asked for target in targets):
        message = f"chỉ tiêu {quantity.key} của kế hoạch không phải chỉ tiêu {rows[0].turned}"
        why = f"Mức {rows[0].turned} trong bảng điểm lấy theo chỉ tiêu {rows[0].turned} so với kỳ trước."
        cell.complain(findings.nothing_to_measure(rows[0].span, message, why))
        return None
    return found


def _named(cell: Cell, row: tree.PointsByBand) -> Quantity | None:
    assert row.quantity is not None
    said = row.facet.facet if row.facet else row.quantity.facet  # “số tiền thi hành xong” tells it by itself
    facet = _FACETS[said] if said else cell.written.quantity.facet if cell.written.quantity else None
    if facet is None and cell.lowering.draft.vocabulary.has_facets(row.quantity.canonical):
        return None
    return known_quantity(cell.lowering, row.quantity.canonical, facet)


def closed_rows(
    cell: Cell, rows: Sequence[Row], banded: Banded, rest: tree.PointsOfLevel | None, quantity: Quantity | None = None
) -> tuple[tuple[Interval, Fraction], ...]:
    """The rows, with whatever they leave out at the points of “còn lại”; complaints where something is left out or given twice.

    `quantity` is the statistic that the figures themselves are of.
    """
    closed = [(row.interval, row.points) for row in rows]
    for each in unsound([row.interval for row in rows], banded.domain):
        words = banded.words(each.figures)
        if not isinstance(each, Hole):
            one, other = rows[each.first], rows[each.second]
            cell.complain(findings.twice(other.span, words, one.span, out_of_overlap(cell, rows, each, banded)))
        elif rest is not None:
            closed.append((each.figures, cell.points(rest.points)))
        else:
            beside = [rows[at].span for at in (each.above, each.below) if at is not None]
            ways = out_of_gap(cell, rows, each, banded)
            if quantity is not None:
                figures = (*bounds_on(cell.lowering.of(Target), quantity.key), *(row.interval for row in rows))
                ways += by_its_step(cell.lowering.draft, quantity, each.figures, figures)
            cell.complain(findings.no_points_for(beside[0], words, also=beside[1:], ways=ways))
    return tuple(closed)


def _by_turn(cell: Cell, rows: list[Row], turn: str) -> list[Row]:
    """“giảm dưới 2%” is a fall: the figures from 0 down are those of “không giảm”, or of “còn lại”."""
    none = next((each for each in cell.all(tree.PointsOfLevel) if is_no_turn(each)), None)
    below = next((row.span for row in rows if row.interval.low is None), None)
    risen = Bound(Fraction(0), False)
    above = [row if row.interval.low is not None else replace(row, interval=replace(row.interval, low=risen)) for row in rows]
    if none is not None:
        return [*above, Row(Interval(high=Bound(Fraction(0), True)), cell.points(none.points), none.span)]
    if below is not None and rest_of(cell) is None:
        cell.complain(findings.no_points_for(below, f"trường hợp không {turn}", f"không {turn}: … điểm"))
        return rows
    return above


def is_no_turn(statement: Statement) -> bool:
    """“không giảm: 0 điểm” beside “giảm dưới 2%: 03 điểm”."""
    return isinstance(statement, tree.PointsOfLevel) and not statement.sign and bool(_NO_TURN.fullmatch(canonical(statement.level)))


_NO_TURN = re.compile(r"(?:không|chưa) (?:giảm|tăng)(?: hoặc (?:giảm|tăng))?|(?:giảm|tăng) hoặc không (?:giảm|tăng)", re.IGNORECASE)


def rest_of(cell: Cell) -> tree.PointsOfLevel | None:
    """“còn lại: 0 điểm”, if the cell says it."""
    return next((each for each in cell.all(tree.PointsOfLevel) if is_rest(each)), None)


def is_rest(statement: Statement) -> bool:
    """Whether a level is “còn lại”."""
    return isinstance(statement, tree.PointsOfLevel) and not statement.level and not statement.nothing
