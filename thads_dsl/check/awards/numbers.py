"""Numbers of awards as written → whole numbers, and whether their parts come to the whole."""

from thads_dsl.check.lowering import Lowering
from thads_dsl.check.targets.figures import exact, misspelt
from thads_dsl.diagnostics import Diagnostic, Label
from thads_dsl.diagnostics.codes import TH568
from thads_dsl.model.units import Unit
from thads_dsl.syntax import award_tree, tree


def whole_number(lowering: Lowering, figure: tree.Figure) -> int | None:
    """A number of awards."""
    if figure.value is None:
        lowering.found.append(misspelt(figure.written, figure.right, figure.span))
        return None
    value = lowering.take(exact(figure, Unit(figure.unit), ())) if figure.unit else figure.value
    return None if value is None or value.denominator != 1 else int(value)


def comes_to(lowering: Lowering, node: award_tree.Quota, whole: tree.Figure) -> bool:
    """“20 Giấy khen, trong đó 05 tập thể, 15 cá nhân”: whether the parts are the whole; a complaint where they are not."""
    parts = [whole_number(lowering, each.figure) for each in node.counted]
    wanted = whole_number(lowering, whole)
    if wanted is None or None in parts:
        return False
    total = sum(part for part in parts if part is not None)
    if total != wanted:
        added = " + ".join(each.figure.written for each in node.counted)
        lowering.found.append(
            Diagnostic(
                code=TH568,
                message=f"ghi {whole.written}, các phần cộng lại là {total:02d} ({added})",
                at=Label(whole.span),
                why="Số lượng của từng phần cộng lại phải bằng tổng số; một con số có lẽ đã ghi nhầm.",
            )
        )
    return total == wanted
