"""What sentences about numbers of awards share that stand beside them: which numbers they mean, and that they mean none."""

from thads_dsl.check.draft import Line
from thads_dsl.check.lowering import Lowering
from thads_dsl.diagnostics import Diagnostic, Label
from thads_dsl.diagnostics.codes import TH563
from thads_dsl.model.rules import Quota
from thads_dsl.syntax import tree

NO_QUOTA = "phía trên chưa có số lượng khen thưởng"


def above_in_item(lowering: Lowering, line: Line) -> list[Quota]:
    """The numbers of the line itself, else all above it in its numbered item."""
    own = [each for each in lowering.of(Quota) if each.line == line.item.number]
    return own or [each for each in lowering.of(Quota) if each.place.numbered() == line.place.numbered()]


def detail_of_nothing(node: tree.Node, message: str) -> Diagnostic:
    """A sentence that says more of a number, where there is no number of which it could be said."""
    return Diagnostic(
        code=TH563,
        message=message,
        at=Label(node.span),
        why="Câu này nói thêm về một số lượng; hãy viết liền sau số lượng ấy, hoặc thành gạch đầu dòng ngay dưới nó.",
    )
