"""Small plans for tests, and what the compiler says of them in a form that tests can compare."""

import re
from collections.abc import Iterator

from tests.contract.places import PLANS
from thads_dsl.diagnostics import Diagnostic, Edit
from thads_dsl.model.plan import Plan
from thads_dsl.model.rules import Rule
from thads_dsl.pipeline import Analysis, analyse
from thads_dsl.source import Span, fold

HAU_GIANG = PLANS / "hau-giang-2024" / "hau-giang-2024.plan"
FRONT = """Tên loại: KẾ HOẠCH
Trích yếu: Phát động đợt thi đua
Cơ quan ban hành: Cục Thi hành án dân sự tỉnh A
Tình trạng: {status}
Danh mục dùng chung: THADS

"""
RATE = "tỷ lệ thi hành xong trên có điều kiện"


def written(body: str, *, subjects: tuple[str, ...] = (), status: str = "đã ban hành") -> str:
    """A plan of these lines, with subjects of its own (“Cụm A: tập thể”)."""
    unprinted = "\nPHẦN KHÔNG IN\n\nĐỐI TƯỢNG THI ĐUA\n" + "".join(f"- {subject}\n" for subject in subjects) if subjects else ""
    return FRONT.format(status=status) + body.strip("\n") + "\n" + unprinted


def analysed(text: str) -> Analysis:
    """What the compiler makes of a text."""
    return analyse("thu.plan", text)


def sound(text: str) -> Plan:
    """The plan of a text that must have no error."""
    analysis = analysed(text)
    assert analysis.plan is not None, [(each.code.id, each.at.span.line, each.message) for each in analysis.diagnostics]
    return analysis.plan


def codes(text: str) -> list[str]:
    """The codes that a text gives, in reading order."""
    return [each.code.id for each in analysed(text).diagnostics]


def only(analysis: Analysis, code: str) -> list[Diagnostic]:
    """The complaints of one code."""
    return [each for each in analysis.diagnostics if each.code.id == code]


def pointed_at(analysis: Analysis, span: Span) -> str:
    """The characters of the author at a place, folded."""
    return fold(analysis.source.quote(span))


def edited(text: str, edit: Edit) -> str:
    """The text after an edit."""
    lines = text.split("\n")
    number = edit.span.line - 1
    if edit.new_line:
        lines.insert(number + 1, edit.text)
    else:
        lines[number] = lines[number][: edit.span.start] + edit.text + lines[number][edit.span.end :]
    return "\n".join(lines)


def at_line(plan: Plan, line: int) -> list[Rule]:
    """The rules that a line of the file gave."""
    return [rule for rule in rules_of(plan) if rule.line == line]


def rules_of(plan: Plan) -> Iterator[Rule]:
    """Every rule of a plan, conditions included."""
    yield from (*plan.periods, *plan.targets, *plan.judged_targets, *plan.both_standards, *plan.award_levels)
    yield from (*plan.quotas, *plan.dossiers, *plan.deadlines, *plan.standards)
    for standard in plan.standards:
        yield from standard.conditions


def hau_giang() -> str:
    """The text of the real plan."""
    return HAU_GIANG.read_text("utf-8")


def without_phrases(text: str) -> str:
    """The same without its lines `Hiểu là: cụm từ …`."""
    return re.sub(r"^Hiểu là: cụm từ .*\n", "", text, flags=re.MULTILINE)
