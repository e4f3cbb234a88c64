"""What sentences about numbers of awards share: which numbers they mean, that they mean none, and who counts as a unit."""

from collections.abc import Callable
from dataclasses import replace

from thads_dsl.check.draft import Line
from thads_dsl.check.lowering import Lowering
from thads_dsl.diagnostics import Diagnostic, Label, Lack
from thads_dsl.diagnostics.codes import TH563
from thads_dsl.model.rules import Quota
from thads_dsl.model.statistics import Base, Subject
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
        lacks=Lack.QUOTA,
    )


def nearest_above(lowering: Lowering, line: Line, wanted: Callable[[Quota], bool]) -> tuple[int, Quota] | None:
    """The nearest quota above in the same numbered item, and where it is among the rules."""
    here = line.place.numbered()
    found = (
        (index, rule)
        for index, rule in reversed(list(enumerate(lowering.rules)))
        if isinstance(rule, Quota) and rule.place.numbered() == here and wanted(rule)
    )
    return next(found, None)


def units_only(lowering: Lowering, who: Subject) -> Subject:
    """“tập thể” among awards are the units of an office, not the office as the sum of them."""
    if who.base is not Base.COLLECTIVE or who.any_of:
        return who
    return replace(who, none_of=who.none_of + tuple(kind.name for kind in lowering.draft.vocabulary.kinds if kind.total))


def same_people(one: Subject, other: Subject) -> bool:
    """Whether two numbers are for the same, by whatever name."""
    return replace(one, name="") == replace(other, name="")
