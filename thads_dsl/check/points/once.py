"""What a cell “Cách chấm điểm” settles but once: each of its sentences that gives points for the same thing."""

from __future__ import annotations

from thads_dsl.check.points.cell import VERBS, Cell
from thads_dsl.source import canonical
from thads_dsl.syntax import points_tree as tree
from thads_dsl.syntax.tree import Figure, Statement


def settle_each(cell: Cell) -> None:
    """Hands in what each sentence settles."""
    for each in cell.statements:
        if (found := _settled(each)) is not None:
            cell.lowering.settle(_whose(cell), found[0], each.span, found[1])
    _limits_of_the_only_one(cell)


def _whose(cell: Cell) -> str:
    """Two tables may have criteria of one name, and all that is kept of an amended table stands in one place."""
    return f"{cell.written.key}, {cell.written.span}"


def _settled(said: Statement) -> tuple[str, object] | None:
    """What a sentence settles, and as what. Points that are added up count again where they are said again: no two are alike."""
    match said:
        case tree.PointsOfCouncil(between=between):
            return "khoảng điểm Hội đồng chấm", (_value(between.low) or 0, _value(between.high))
        case tree.PointsByCompletion(limits=limits, percent=percent):
            return "điểm theo tỷ lệ hoàn thành", (*((each.kind, _value(each.figure)) for each in limits), _value(percent))
        case tree.PointsOnAverage(parts=parts):
            return "điểm trung bình cộng", tuple((each.number, _value(each.weight)) for each in parts)
        case tree.PointsOfLevel(nothing=True, points=points):
            return "điểm khi không phát sinh", _value(points)
        case tree.PointsOfLevel(level=level, sign=sign) if sign:
            return f"điểm {VERBS[sign]} của “{_named(level)}”", said.span
        case tree.PointsByEvent(event=event):
            return f"điểm của mỗi {_named(event)}", said.span
        case tree.PointsByStep(over=over, step=step):
            return f"điểm của mỗi {step.written} {'vượt' if over else 'thiếu'}", said.span
    return None


def _named(words: str) -> str:
    return canonical(words).casefold()


def _value(figure: Figure | None) -> object:
    return None if figure is None else figure.value


def _limits_of_the_only_one(cell: Cell) -> None:
    """“Mỗi lần trừ 02 điểm, trừ không quá 10 điểm; trừ không quá 20 điểm”: the limit of all that is deducted is that of the one part."""
    for each in cell.all(tree.PointsLimited):
        counts: list[tree.PointsByEvent | tree.PointsByStep] = [*cell.all(tree.PointsByEvent), *cell.all(tree.PointsByStep)]
        others: list[tree.PointsBeyond | tree.PointsOfLevel] = [*cell.all(tree.PointsBeyond), *cell.all(tree.PointsOfLevel)]
        same = [count for count in counts if count.sign == each.sign]
        own = [limit for count in same for limit in count.limits if limit.kind in ("figure", "standard")]
        alone = len(same) == 1 and not any(other.sign == each.sign for other in others)
        for limit in (*own, each.limit) if alone and own else ():
            meant = cell.written.standard if limit.kind == "standard" else _value(limit.figure)
            cell.lowering.settle(_whose(cell), f"mức {VERBS[each.sign]} nhiều nhất", limit.span, meant)
