"""TH506, TH902, TH910: quotas give at least one place, say who comes first, and there are standards for their subjects."""

from collections.abc import Iterator

from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH506, TH902, TH910


def quotas(facts: Facts) -> Iterator[Diagnostic]:
    """Each quota that is empty, or that has no order of choice."""
    bases = {standard.subject.base for standard in facts.plan.standards}
    for quota in facts.plan.quotas:
        at = Label(facts.spans[quota.id])
        if bases and quota.subject.base not in bases and not facts.doubtful:
            yield Diagnostic(
                code=TH910,
                message=f"{quota.subject.name} ({quota.text})",
                at=at,
                why=f"Kế hoạch chưa nói {quota.subject.base.value} phải đạt tiêu chuẩn nào, nên không ai được đề nghị theo dòng này.",
            )
        if quota.limit == 0:
            yield Diagnostic(
                code=TH506,
                message=f"{quota.subject.name}: không ai được khen thưởng",
                at=at,
                why="Số lượng khen thưởng phải từ 01 trở lên; nếu không xét đối tượng này thì bỏ dòng này.",
            )
        elif quota.limit is not None and not quota.council_chooses:
            yield Diagnostic(
                code=TH902,
                message=quota.text,
                at=at,
                why="Nếu nhiều hơn số ấy cùng đủ điều kiện thì chọn ai? Kết quả sẽ ghi “Hội đồng chọn”.",
                ways=(Way(f"Dán dưới dòng {quota.line}:", f"Hiểu là: {quota.text}, do Hội đồng bình xét lựa chọn"),),
            )
