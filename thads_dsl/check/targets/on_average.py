"""TH120: “bình quân mỗi Chấp hành viên” asks something of each of them, or of the mean of a unit: the lines around must tell."""

import re

from thads_dsl.check.draft import Line
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.names.declaring import mean_declared
from thads_dsl.check.names.subjects import by_base
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH120
from thads_dsl.model.statistics import Base
from thads_dsl.syntax import tree

_ON_AVERAGE = re.compile(r"bình quân (?:mỗi|một)", re.IGNORECASE)


def mean_of_whom(lowering: Lowering, line: Line, target: tree.Target) -> bool:
    """Whether it is clear who must bring it: people, in lines that are for people; else a complaint."""
    said = next((each for each in target.subjects if each.on_average), None)
    if said is None or (set(by_base(lowering, line.scope.subjects)) == {Base.INDIVIDUAL} == set(by_base(lowering, (said,)))):
        return True
    written = lowering.draft.source.lines[said.span.line - 1]
    whom = said.name.canonical
    lowering.found.append(
        Diagnostic(
            code=TH120,
            message=f"“bình quân mỗi {whom}”: từng người phải đạt, hay lấy số bình quân của đơn vị",
            at=Label(said.span),
            why="Câu này chưa đứng dưới dòng “Đối với …” của cá nhân, nên hiểu được hai cách.",
            ways=(
                Way(f"Nếu từng {whom} phải đạt:", _ON_AVERAGE.sub("Mỗi", written, count=1).strip()),
                *(mean_declared(lowering.draft, _mean_of(target), f"việc/{whom}") if not _asks_a_share(target) else ()),
            ),
        )
    )
    return False


def _asks_a_share(target: tree.Target) -> bool:
    """Of a share no mean per head is declared."""
    return any(goal.comparison is not None and goal.comparison.figure.unit == "%" for goal in target.goals)


def _mean_of(target: tree.Target) -> str:
    """The name of the mean of what the target asks for."""
    counted = target.wanted.quantity if target.wanted is not None else None
    name = counted.canonical if counted is not None else "xong"
    return f"{name if 'số' in name.split() else f'số việc {name}'} bình quân"
