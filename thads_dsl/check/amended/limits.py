"""TH918: a điểm chuẩn that an amendment raises, over a cell of the base whose deductions still end at the old one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from thads_dsl.check.amended.cells import mending_sentences
from thads_dsl.check.amended.rows import Change, points_in
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH918
from thads_dsl.model.points import Criterion, PerEvent, PerStep, change_sign
from thads_dsl.model.units import number
from thads_dsl.source import Span
from thads_dsl.syntax.points import WrittenRow


def raised(change: Change, numbers: Mapping[str, str]) -> dict[str, Fraction]:
    """The points in the base of each criterion (by its new number) that has more now and is scored in the words of the base."""
    before: dict[str, WrittenRow] = {row.name: row for row in change.base.criteria}
    return {
        numbers[old]: points_in(before[old])
        for old, row in change.old.items()
        if old in numbers and old not in change.scored and points_in(row) > points_in(before[old])
    }


def limit_left(criterion: Criterion, old_points: Fraction | None, old_number: str, at: Span) -> Iterator[Diagnostic]:
    """The warning about a limit of deductions that was all the points of the base (`old_points`; None: not raised) and is not now."""
    deducted = [each.most for each in criterion.changes if isinstance(each, PerEvent | PerStep) and change_sign(each) < 0]
    if old_points is None or old_points not in (criterion.losses, *deducted):
        return
    called = f"tiêu chí {old_number} “{criterion.title}”"
    scoring, _ = mending_sentences(called, criterion.text, old_points, criterion.standard)
    kept = f"Sửa cách chấm {called} thành: {criterion.text.rstrip(' .;')}."
    least = criterion.standard - old_points
    yield Diagnostic(
        code=TH918,
        message=f"tiêu chí {old_number} lên {number(criterion.standard)} điểm, cách chấm vẫn chỉ trừ đến {number(old_points)} điểm",
        at=Label(at),
        why=f"Bảng gốc ghi “{criterion.text}”; câu ấy vẫn giữ, nên vi phạm bao nhiêu cũng còn {number(least)} điểm.",
        ways=(Way("Nếu trừ được hết điểm chuẩn mới thì thêm một câu:", scoring), Way("Nếu vẫn chỉ trừ như cũ thì nêu lại:", kept)),
    )
