"""TH532: targets that name no wave, in a plan that gives awards, has waves and does not say of which days the figures are."""

from collections.abc import Iterator

from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH532
from thads_dsl.model.dates import day_text
from thads_dsl.model.plan import Plan

_OF_EACH = "Số liệu để xét của mỗi đợt là số liệu phát sinh trong thời gian của đợt đó."


def unmeasured_waves(facts: Facts) -> Iterator[Diagnostic]:
    """One complaint, about the first such target; a year of which no award of this plan comes may have waves to be celebrated."""
    plan = facts.plan
    if len(plan.waves) < 2 or not _gives_awards(plan) or _says_whose_figures(facts):
        return
    target = next((each for each in plan.targets if not each.wave and each.period is None), None)
    if target is None:
        return
    first, last = plan.waves[0].period.first, plan.waves[-1].period.last
    yield Diagnostic(
        code=TH532,
        message=f"kế hoạch có {len(plan.waves):02d} đợt, chỉ tiêu không nói đợt nào, cũng chưa có kỳ số liệu",
        at=Label(facts.spans[target.id]),
        also=tuple(Label(facts.spans[wave.id], wave.label) for wave in plan.waves),
        why="Máy không biết xét chỉ tiêu theo kết quả của từng đợt hay của cả kế hoạch.",
        ways=(
            Way("Nếu đợt nào xét theo kết quả của đợt ấy, thêm một dòng ngoài các đợt:", _OF_EACH),
            Way("Nếu tính chung các đợt:", f"Kỳ số liệu: từ ngày {day_text(first)} đến hết ngày {day_text(last)}."),
        ),
    )


def _gives_awards(plan: Plan) -> bool:
    return bool(plan.quotas or plan.standards)


def _says_whose_figures(facts: Facts) -> bool:
    """Whether a period is measured, or a sentence about one is there, which may have an error of its own."""
    sentences = (sentence for line in facts.draft.lines for sentence in (line.read.context, *line.sentences) if sentence is not None)
    return any(rule.measured for rule in facts.plan.periods) or any(
        lexeme.terminal == "MEASURED_OVER" for sentence in sentences for lexeme in sentence.lexemes
    )
