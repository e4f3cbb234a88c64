"""P12: in which order units come, and by what equals are told apart."""

from __future__ import annotations

from dataclasses import replace

from thads_dsl.check.points.said import Said
from thads_dsl.check.targets.quantities import known_quantity
from thads_dsl.diagnostics import Lack, Way
from thads_dsl.model.points import PointsTable
from thads_dsl.model.points_classes import TOTAL, Ranking, RankKey
from thads_dsl.model.units import Facet
from thads_dsl.syntax import points_tree as tree
from thads_dsl.syntax.tree import Statement

_FACETS = {facet.value: facet for facet in Facet}


def ranking(said: Said, node: Statement) -> PointsTable:
    """The table with its order; a sentence that speaks only of equal points completes the order that another one gives."""
    assert isinstance(node, tree.Ranking)
    before = said.table.ranking
    first = _first(said, node.first)
    again = before is not None and node.first is not None
    if before is not None and again and (first != before.keys[:1] or (node.ties and len(before.keys) > 1)):
        said.unfounded(node.span, "kế hoạch nêu thứ tự hai lần", f"Thứ tự đã nêu ở câu “{before.text}”; gộp hai câu làm một.")
        return said.table
    keys = before.keys if before is not None else first
    for each in node.ties:
        key = _rank_key(said, each, keys)
        if key is None:
            return said.table
        keys = (*keys, key)
    clusters = node.clusters or (before is not None and before.clusters)
    header = said.lowering.header(said.line, said.sentence)
    return replace(said.table, ranking=Ranking(**header, clusters=clusters, keys=keys))


def _first(said: Said, node: tree.RankKey | None) -> tuple[RankKey, ...]:
    """What is compared first: the total, unless the sentence says another; a sentence that only settles ties says none."""
    if node is None or not (node.criterion or node.quantity):
        return (TOTAL,)
    found = _rank_key(said, node, ())
    return () if found is None else (found,)


def _rank_key(said: Said, node: tree.RankKey, before: tuple[RankKey, ...]) -> RankKey | None:
    if node.criterion:
        found = next((each.id for each in said.table.criteria if each.number == node.criterion), None)
        if found is None:
            numbers = ", ".join(each.number for each in said.table.criteria)
            message = f"bảng điểm không có tiêu chí {node.criterion}"
            said.unfounded(node.span, message, f"Các tiêu chí: {numbers}.", lacks=Lack.CRITERION)
            return None
        return RankKey(found, None)
    if node.quantity is None and TOTAL not in before:
        return TOTAL
    if node.quantity is None:
        why = "Đơn vị bằng nhau về tổng điểm thì phải so bằng một tiêu chí hoặc một số liệu khác."
        said.unfounded(node.span, "tổng điểm không phân biệt được các đơn vị bằng điểm", why)
        return None
    own = node.quantity.facet  # “số tiền thi hành xong” tells it by itself, and “số tiền … về việc” contradicts itself
    facet = _FACETS.get(node.facet or own) if own in ("", node.facet) or not node.facet else None
    if facet is None and said.lowering.draft.vocabulary.has_facets(node.quantity.canonical):
        message, name = "số liệu để xét khi bằng điểm chưa rõ về việc hay về tiền", node.quantity.canonical
        said.unfounded(node.span, message, "Thêm “về việc” hoặc “về tiền” sau tên số liệu.", Way("Ví dụ:", f"{name} về tiền"))
        return None
    return RankKey(None, known_quantity(said.lowering, node.quantity.canonical, facet).key)
