"""“Chấp hành viên: 08 người”: how many there are, which asks nothing of anybody; or how many are to be chosen."""

from thads_dsl.check.draft import Line
from thads_dsl.diagnostics import Way
from thads_dsl.source import canonical
from thads_dsl.syntax import tree
from thads_dsl.syntax.holes import lacks_statistic

_PEOPLE = "người"


def head_count(line: Line, statement: tree.Statement | None) -> tree.Figure | None:
    """The people whom a sentence counts without a word, its own or above it, of what they must reach."""
    if not isinstance(statement, tree.Target) or not lacks_statistic(statement) or line.scope.quantity is not None:
        return None
    figures = [goal.comparison.figure for goal in statement.goals if goal.comparison is not None]
    return figures[0] if len(figures) == len(statement.goals) == 1 and figures[0].unit == _PEOPLE else None


def head_count_ways(line: Line, counted: tree.Figure) -> tuple[Way, ...]:
    """As a fact the line is prose; as a number of awards it counts cá nhân."""
    meant = counted.written.replace(_PEOPLE, "cá nhân")
    prose = f"{line.item.marker} > {canonical(line.item.text.text)}".strip()
    return (
        Way("Nếu chỉ nêu hiện có bao nhiêu người thì đặt dấu > ở đầu dòng:", prose),
        Way(f"Nếu là số lượng khen thưởng, dán dưới dòng {line.item.number}:", f"Hiểu là: cụm từ “{counted.written}” là “{meant}”"),
    )
