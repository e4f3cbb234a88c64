"""“làm tròn xuống / lên”, “từ 0,5 tính là 01” (A5): from which remainder of a share a place is added."""

from fractions import Fraction

from thads_dsl.check.lowering import Lowering
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH562
from thads_dsl.model.award_places import Share
from thads_dsl.model.statistics import Base, Subject
from thads_dsl.model.units import number
from thads_dsl.syntax import award_tree

_HALF = Fraction(1, 2)


class Unsaid:
    """Rounding that must be said and is not."""


def up_from_said(
    lowering: Lowering, share: award_tree.Share, percent: Fraction, counted: Subject, rounding: award_tree.Rounding | None
) -> Fraction | Unsaid | None:
    """From which remainder a place is added; a cap without a word about it keeps to whole places."""
    said = rounding.said if rounding is not None else "down" if share.capped or percent % 100 == 0 else ""
    match said:
        case "down":
            return None
        case "up":
            return Fraction(0)
        case "from" if rounding is not None and rounding.least is not None and rounding.one is not None:
            if rounding.one.value == 1 and rounding.least.value is not None and 0 < rounding.least.value < 1:
                return rounding.least.value
    lowering.found.append(_unsaid(share, percent, counted))
    return Unsaid()


def _unsaid(share: award_tree.Share, percent: Fraction, counted: Subject) -> Diagnostic:
    """Message 18: with a number of people for which the endings differ."""
    people = next(count for count in range(20, 120) if (percent * count / 100).denominator != 1)
    noun = "người" if counted.base is Base.INDIVIDUAL else "đơn vị"
    down, up, half = (Share(percent, counted, at).of(people) for at in (None, Fraction(0), _HALF))
    return Diagnostic(
        code=TH562,
        message=f"{share.percent.written} của {people} {noun} là {number(percent * people / 100)} {noun}",
        at=Label(share.span),
        why="Số người được khen thưởng phải là số nguyên; câu phải nói cách làm tròn.",
        ways=(
            Way("Thêm vào cuối câu một trong ba:", f", làm tròn xuống ({down:02d})   |   , làm tròn lên ({up:02d})"),
            Way("hoặc:", f", từ 0,5 tính là 01 ({half:02d})"),
        ),
    )
