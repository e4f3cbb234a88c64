"""Points by the band of a figure that no statistic of the danh mục gives: the unit fills it in, in a column of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from thads_dsl.check.points import findings
from thads_dsl.check.points.cell import Cell, unnamed
from thads_dsl.diagnostics.suggest import closest
from thads_dsl.model.statistics import Quantity
from thads_dsl.model.units import PERCENT, Unit
from thads_dsl.source import canonical
from thads_dsl.syntax import points_tree as tree

_OF_STATISTICS = frozenset({"việc", "đồng", "điểm phần trăm"})
_A_STATISTIC = re.compile(r"thi hành (?:án )?xong|chuyển kỳ sau|có điều kiện|án tồn|thụ lý|tổng số", re.IGNORECASE)


def counted_by_hand(cell: Cell, rows: Sequence[tree.PointsByBand]) -> Quantity | None:
    """What the bands of a cell without a statistic count; None after a complaint."""
    figures = [figure for row in rows for figure in (row.band.low, row.band.high) if figure is not None]
    units = {figure.unit for figure in figures if figure.unit}
    words = {bare_words(row.counted) for row in rows} - {""}
    words = {max(words, key=len)} if words and all(_elided(each, max(words, key=len)) for each in words) else words
    if not units or not units.isdisjoint(_OF_STATISTICS) or (units == {PERCENT.name} and _names_a_statistic(cell)):
        cell.complain(unnamed(cell, rows[0].span, f"tiêu chí {cell.written.number} chia mức mà chưa nói số liệu nào"))
        return None
    if len(words) > 1 or len(units) > 1:
        said = " và ".join(f"“{each}”" for each in sorted(units if len(units) > 1 else words))
        why = "Các mức của một ô phải đếm cùng một thứ thì máy mới có một cột số liệu; hãy gọi nó bằng cùng những chữ, hoặc tách tiêu chí."
        cell.complain(findings.does_not_fit(rows[0].span, f"các mức đếm {said}", why))
        return None
    return _column(cell, units.pop(), words)


def _column(cell: Cell, unit: str, words: set[str]) -> Quantity:
    counted = " ".join(("tỷ lệ" if unit == PERCENT.name else f"số {unit}", *words))
    key = f"{cell.written.key}: {counted}"
    return cell.lowering.quantities.setdefault(key, Quantity(key, None, PERCENT if unit == PERCENT.name else Unit(unit)))


def _names_a_statistic(cell: Cell) -> bool:
    """Whether the name of the criterion means a statistic that the danh mục may have under another name."""
    title = cell.written.title
    known = (each.name for each in cell.lowering.draft.vocabulary.quantities)
    return cell.written.quantity is not None or _A_STATISTIC.search(title) is not None or closest(title, known) is not None


def _elided(words: str, full: str) -> bool:
    """“hồ sơ” behind “cập nhật hồ sơ”: the first words are not said again; a denial is no such word."""
    return words == full or (full.endswith(f" {words}") and re.match(r"(?:không|chưa)\b", full) is None)


def bare_words(words: str) -> str:
    """What a row counts, without the verb before it: “có vi phạm” counts “vi phạm”."""
    return re.sub(r"^(?:có|để|bị|đạt)(?: |$)", "", canonical(words).casefold())
