"""One sentence about a points table while it is lowered, and the complaints of all of them (TH614, TH615)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from thads_dsl.check.draft import Line
from thads_dsl.check.lowering import Lowering
from thads_dsl.check.names.subjects import subject
from thads_dsl.check.targets.figures import exact
from thads_dsl.diagnostics import Diagnostic, Edit, Label, Lack, Way
from thads_dsl.diagnostics.codes import TH614, TH615
from thads_dsl.model.points import PointsTable
from thads_dsl.model.statistics import Subject
from thads_dsl.model.units import PERCENT, POINTS, number
from thads_dsl.source import Span, canonical
from thads_dsl.syntax import points_tree as tree
from thads_dsl.syntax.names import Name, NameKind
from thads_dsl.syntax.sentences import Sentence
from thads_dsl.syntax.tree import Figure


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence about a table, and the line where it stands; one `kept` of the base of an amended table stands at its last change."""

    lowering: Lowering
    line: Line
    sentence: Sentence
    table: PointsTable
    kept: bool = False  # of the base of an amended table

    def settle(self, what: str, at: Span, meant: object) -> None:
        """What can be settled but once of a table; what the base says gives way to what this plan says."""
        if not self.kept:
            self.lowering.settle(self.table.id, what, at, meant)

    def figure(self, figure: Figure, *, percent: bool = False) -> Fraction | None:
        """The value of a figure in points or percent; None after a complaint."""
        return self.lowering.take(exact(figure, PERCENT if percent else POINTS, ()))

    def unfounded(self, at: Span, message: str, why: str, way: Way | None = None, lacks: Lack | None = None) -> None:
        """Complains that a sentence speaks of something that the plan does not have."""
        ways = () if way is None else (way,)
        self.lowering.found.append(Diagnostic(code=TH614, message=message, at=Label(at), why=why, ways=ways, lacks=lacks))

    def known_class(self, name: str, at: Span) -> bool:
        """Whether the table has a class of this name; a complaint where it has not."""
        known = [each.name for each in self.table.classes]
        if name not in known and not self._said_of(name):
            why = f"Các hạng đã nêu phía trên: {', '.join(known)}." if known else "Phía trên chưa nêu hạng nào."
            self.unfounded(at, f"bảng điểm không có “{name}”", why, lacks=Lack.CLASS)
        return name in known

    def _said_of(self, name: str) -> bool:
        """Whether a row of the plan names the class; what is wrong with that row is complained about there."""
        statements = [sentence.statement for line in self.lowering.draft.lines[: self.line.index] for sentence in line.sentences]
        return any(isinstance(each, tree.ClassRow) and each.name == name for each in statements)


@dataclass(frozen=True, slots=True)
class Named:
    """Whom a line around a sentence names, where, and in which figures they lie."""

    subject: Subject
    span: Span
    having: str

    def is_of(self, table: PointsTable) -> bool:
        """Whether a table is for just those, whatever they are called."""
        return not self.having and replace(self.subject, name=table.subject.name) == table.subject


def of_the_table(said: Said) -> bool:
    """Whether everybody whom a sentence about totals or classes names is who the table is for; a complaint where somebody is not.

    What a class asks holds for all units of a table: “Chi cục … không xếp Hạng A” in a table for Cục and Chi cục would say another rule.
    """
    own, vocabulary = said.table.subject, said.lowering.draft.vocabulary
    named = [(lexeme, lexeme.value) for lexeme in said.sentence.lexemes if lexeme.terminal == NameKind.SUBJECT.value]
    kinds = [(lexeme, kind) for lexeme, name in named if isinstance(name, Name) and (kind := vocabulary.kind(name.canonical)) is not None]
    apart = {kind.name for _, kind in kinds if kind.name != kind.base.value}
    for lexeme, kind in kinds:
        if kind.base is not own.base or (kind.name in apart and apart != set(own.any_of)):
            other = canonical(lexeme.text)
            why = f"Hạng và tổng điểm của bảng tính cho mọi {own.name}; quy định riêng cho {other} cần một bảng điểm riêng."
            meant = canonical(said.sentence.passage.replaced(lexeme.start, lexeme.end, own.name).text)
            way = Way("Nếu nói mọi đơn vị của bảng thì viết:", meant, edit=Edit(lexeme.span, own.name))
            said.unfounded(lexeme.span, f"bảng điểm là của {own.name}, câu này nói {other}", why, way)
            return False
    return True


def others_around(said: Said) -> Named | None:
    """Whom a line behind the table names for the sentences under it; None where none does, or only units in general."""
    scope, table = said.line.scope, said.table
    around = scope.having or next(iter(scope.subjects), None)
    if around is None or around.span.line <= table.line:
        return None
    named = subject(said.lowering, (), scope, around.span)
    if named is None or (scope.having is None and named == Subject(named.name, table.subject.base)):
        return None
    return Named(named, around.span, scope.having.written if scope.having is not None else "")


def for_others(said: Said, whom: Named) -> None:
    """“1. Đối với Phòng chuyên môn” above classes that could only be those of a table for Chi cục THADS."""
    own, other = said.table.subject, f"{whom.subject.name} {whom.having}".strip()
    why = f"Hạng và tổng điểm của bảng tính cho mọi {own.name}; quy định riêng cho {other} cần một bảng điểm riêng."
    way = Way("Nếu nói mọi đơn vị của bảng thì câu dẫn viết:", f"Đối với {own.name}:")
    said.unfounded(whom.span, f"bảng điểm là của {own.name}, dòng này nói {other}", why, way)


def no_table(at: Span) -> Diagnostic:
    """A sentence about totals, classes or ranks in a plan without a points table."""
    return Diagnostic(
        code=TH614,
        message="kế hoạch chưa có bảng tiêu chí chấm điểm",
        at=Label(at),
        why="Câu này nói về tổng điểm, xếp hạng hoặc thứ tự, nên kế hoạch phải có bảng điểm đọc được.",
        ways=(Way("Dòng đầu của bảng:", "| STT | Nội dung tiêu chí | Điểm chuẩn | Cách chấm điểm |"),),
        lacks=Lack.QUOTA,  # of which the order may be
    )


def which_rounding(node: tree.Rounding) -> Diagnostic:
    """“lấy hai chữ số thập phân”, “làm tròn”: how, or to how many decimals, is not said."""
    if node.digits is None:
        message, why = "làm tròn đến mấy chữ số thập phân", "Tổng điểm 98,765 làm tròn thành 98,77, 98,8 hay 99?"
        return Diagnostic(
            code=TH615, message=message, at=Label(node.span), why=why, ways=(Way("Ví dụ:", "làm tròn đến hai chữ số thập phân"),)
        )
    digits = node.digits.written
    return Diagnostic(
        code=TH615,
        message=f"lấy {digits} chữ số thập phân: làm tròn hay cắt",
        at=Label(node.span),
        why="Tổng điểm 98,765 khi lấy hai chữ số thập phân là 98,77 hay 98,76?",
        ways=(
            Way("Sửa thành một trong hai:", f"làm tròn đến {digits} chữ số thập phân   |   lấy {digits} chữ số thập phân, không làm tròn"),
        ),
    )


def which_whole(node: tree.ClassQuota) -> Diagnostic:
    """A share of the units that is no whole number of them."""
    percent = node.percent.value or Fraction(0)
    count = next((count for count in range(7, 100) if (percent * count / 100).denominator != 1), 7)
    share = percent * count / 100
    least = share.numerator // share.denominator
    return Diagnostic(
        code=TH615,
        message=f"{node.percent.written} của {count} đơn vị là {number(share)} đơn vị",
        at=Label(node.span),
        why="Số đơn vị phải là số nguyên.",
        ways=(Way("Thêm vào cuối câu một trong hai:", f", làm tròn xuống ({least:02d})   |   , làm tròn lên ({least + 1:02d})"),),
    )
