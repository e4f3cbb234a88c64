"""P10: “Tổng điểm cộng không quá 10 điểm”: the criteria whose points are limited together, and what leaves that open (TH636)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from thads_dsl.check.points.said import Said
from thads_dsl.diagnostics import Diagnostic, Label, Lack, Way
from thads_dsl.diagnostics.codes import TH636
from thads_dsl.model.points import ByBeyond, Criterion, FullPoints, PointsTable
from thads_dsl.model.points_caps import PointsCap
from thads_dsl.syntax import points_tree as tree
from thads_dsl.syntax.points import parts_of, written_table
from thads_dsl.syntax.tree import Statement

_WORDS = {1: "cộng", -1: "trừ"}


def points_cap(said: Said, node: Statement) -> PointsTable:
    """The table with a limit on what several of its criteria add, or deduct, together."""
    assert isinstance(node, tree.PointsCap)
    most, meant = said.figure(node.most), _meant(said, node)
    if most is None or meant is None:
        return said.table
    criteria = tuple(each.id for each in meant)
    cap = PointsCap(**said.lowering.header(said.line, said.sentence), criteria=criteria, sign=node.capped.sign, most=most)
    said.lowering.spans[cap.id] = node.span
    return replace(said.table, caps=(*said.table.caps, cap))


def _meant(said: Said, node: tree.PointsCap) -> list[Criterion] | None:
    """The criteria that are limited; None after a complaint."""
    sign, verb = node.capped.sign, _WORDS[node.capped.sign]
    named = _named(said, node)
    if named is None:
        return None
    asked = [each for each in (named or said.table.criteria) if sign in _signs(each)]
    whole = [each for each in asked if _is_whole(each, sign)]
    wrong = [each for each in named if each not in asked] if node.capped.criteria else []
    if not whole or len(whole) < len(asked) or wrong:
        _unclear(said, node, [*asked, *wrong], whole)
        return None
    if any(not set(cap.criteria).isdisjoint(each.id for each in whole) for cap in said.table.caps):
        why = "Mỗi tiêu chí chỉ ở trong một giới hạn chung; giới hạn riêng của một tiêu chí viết trong ô cách chấm của nó."
        _complain(said, node, f"điểm {verb} của các tiêu chí này đã có giới hạn chung ở câu khác", why)
        return None
    return whole


def _named(said: Said, node: tree.PointsCap) -> list[Criterion] | None:
    """The criteria that the sentence names, by number or by their part; none where it names none; None after a complaint."""
    numbers: Sequence[str] = node.capped.criteria
    if node.capped.part:
        numbers = _inside(said, node.capped.part)
        if not numbers:
            message = f"bảng điểm không có phần {node.capped.part}"
            said.unfounded(node.span, message, "Phần được dẫn phải có trong bảng.", lacks=Lack.CRITERION)
            return None
    found = {each.number: each for each in said.table.criteria}
    missing = [number for number in numbers if number not in found]
    if missing:
        why = f"Các tiêu chí: {', '.join(found)}."
        said.unfounded(node.span, f"bảng điểm không có tiêu chí {missing[0]}", why, lacks=Lack.CRITERION)
        return None
    return [found[number] for number in dict.fromkeys(numbers)]


def _inside(said: Said, part: str) -> list[str]:
    """The numbers of the criteria in a part of the table."""
    draft = said.lowering.draft
    tables = (written_table(line.restated.rows) for line in draft.lines if line.item.number == said.table.line)
    written = draft.amended.written if draft.amended is not None else next(table for table in tables if table is not None)
    rows = zip(written.rows, parts_of(written), strict=True)
    return [row.name for row, around in rows if row in written.criteria and any(part == each.name for each in around)]


def _signs(criterion: Criterion) -> set[int]:
    """Whether it adds (1) or deducts (-1)."""
    points = [change.rows[0].points if isinstance(change, ByBeyond) else change.points for change in criterion.changes]
    return {1 if each > 0 else -1 for each in points}


def _is_whole(criterion: Criterion, sign: int) -> bool:
    """Whether all its points are what is limited."""
    return criterion.start == FullPoints(criterion.standard) and not criterion.standard and _signs(criterion) == {sign}


def _unclear(said: Said, node: tree.PointsCap, asked: Sequence[Criterion], whole: Sequence[Criterion]) -> None:
    """Criteria with a điểm chuẩn of their own: whether what they add or deduct beside it counts is not said, or cannot be told apart."""
    verb = _WORDS[node.capped.sign]
    apart = [each for each in asked if each not in whole]
    if not apart:
        _complain(said, node, f"bảng điểm không có tiêu chí điểm {verb} nào", f"Điểm {verb} là tiêu chí có điểm chuẩn 0, chỉ {verb} điểm.")
        return
    numbers = ", ".join(each.number for each in apart)
    why = (
        f"Tiêu chí {numbers} có điểm chuẩn, hoặc vừa cộng vừa trừ; giới hạn phần {verb} của nó viết trong ô cách chấm "
        f"(“{verb} không quá … điểm”). Giới hạn chung chỉ dùng cho các tiêu chí có điểm chuẩn 0, chỉ {verb} điểm."
    )
    line = f"Điểm {verb} của {' và '.join(f'tiêu chí {each.number}' for each in whole)} không quá {node.most.written}."
    ways = (Way("Nếu chỉ giới hạn các tiêu chí ấy, viết:", line),) if whole else ()
    _complain(said, node, f"có tính cả điểm {verb} của tiêu chí {numbers} không", why, ways)


def _complain(said: Said, node: tree.PointsCap, message: str, why: str, ways: tuple[Way, ...] = ()) -> None:
    said.lowering.found.append(Diagnostic(code=TH636, message=message, at=Label(node.span), why=why, ways=ways))
