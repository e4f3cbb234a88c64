"""TH569: somebody is left out of an award that nothing in the plan gives, so that the sentence would leave nobody out of anything."""

from collections.abc import Iterator

from thads_dsl.check.awards.next_level import UNNAMED
from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label, Lack, Way
from thads_dsl.diagnostics.codes import TH569
from thads_dsl.model.occasions import same_award


def left_out_of_nothing(facts: Facts) -> Iterator[Diagnostic]:
    """An award is given by its standards, or by a number of it that is chosen among those who got another."""
    given = dict.fromkeys((*(each.award for each in facts.plan.standards), *(each.award for each in facts.plan.quotas)))
    given = {award: None for award in given if award not in ("", UNNAMED)}
    by_line = {rule.line: rule for rule in facts.plan.exclusions if rule.award and not any(same_award(rule.award, each) for each in given)}
    for rule in by_line.values() if given else ():
        yield Diagnostic(
            code=TH569,
            message=f"{rule.award}: kế hoạch không có tiêu chuẩn, cũng không có số lượng nào",
            at=Label(facts.spans[rule.id]),
            why=f"Kế hoạch chỉ tặng {', '.join(given)}; loại khỏi một hình thức khác thì không loại ai khỏi danh sách nào.",
            ways=(
                *(Way(f"Nếu là {award} thì câu kết thúc bằng:", f"… thì không xét tặng {award}.") for award in given),
                Way("Nếu là mọi hình thức thì câu kết thúc bằng:", "… thì không xét khen thưởng."),
            ),
            lacks=Lack.STANDARDS,
        )
