"""TH628: a change of another plan stands in one that changes none."""

from collections.abc import Iterator

from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH628
from thads_dsl.source import canonical
from thads_dsl.syntax.change_tree import PlanChange


def changes_alone(facts: Facts) -> Iterator[Diagnostic]:
    """Each such sentence, where the front matter does not say which plan is changed."""
    if facts.draft.key("sửa đổi"):
        return
    for line in facts.draft.lines:
        for sentence in line.sentences:
            if isinstance(sentence.statement, PlanChange):
                yield Diagnostic(
                    code=TH628,
                    message=f"“{canonical(sentence.passage.text)}”",
                    at=Label(sentence.passage.span()),
                    why="Phải biết chỗ ấy là của kế hoạch nào; tệp của kế hoạch gốc đặt cùng thư mục.",
                    ways=(Way("Ghi ở đầu văn bản:", "Sửa đổi: ke-hoach-goc.plan"),),
                )
