"""TH508: a file is refused because it is late, or lacks something, where the plan does not say when it is due, or what it holds."""

from collections.abc import Iterator

from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH508
from thads_dsl.model.membership import files_deadlines
from thads_dsl.model.rules import FileFault

_HOW = "Thêm vào phần hồ sơ của kế hoạch:"


def refused_files(facts: Facts) -> Iterator[Diagnostic]:
    """One complaint for each sentence that refuses files by what the plan does not fix."""
    if facts.doubtful:
        return  # a line with an error may be the one that says it
    plan = facts.plan
    dated = bool(files_deadlines(plan))
    held = any(dossier.documents for dossier in plan.dossiers)
    for line, faults in {rule.line: rule.faults for rule in plan.exclusions if rule.faults}.items():
        at = Label(next(facts.spans[rule.id] for rule in plan.exclusions if rule.line == line and rule.faults))
        if FileFault.LATE in faults and not dated:
            why = "Kế hoạch chưa có câu nào ghi ngày cuối nhận hồ sơ."
            yield Diagnostic(code=TH508, message="hồ sơ muộn", at=at, why=why, ways=(Way(_HOW, "Hồ sơ gửi chậm nhất ngày …/…/…"),))
        if FileFault.INCOMPLETE in faults and not held:
            why = "Kế hoạch chưa có câu “Hồ sơ gồm: …”."
            yield Diagnostic(
                code=TH508, message="hồ sơ thiếu", at=at, why=why, ways=(Way(_HOW, "Hồ sơ gồm: Tờ trình; Báo cáo thành tích"),)
            )
