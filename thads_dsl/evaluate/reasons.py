"""Why a target is as it is, in the words of the results."""

from thads_dsl.model.plan import Plan
from thads_dsl.model.results import TargetResult, Verdict

AWAITS_COUNCIL = "chờ Hội đồng bình xét"
NOT_SUBJECT = "không thuộc đối tượng"
NOTHING_TO_COUNT = "không phát sinh"


def target_reason(plan: Plan, result: TargetResult) -> str:
    """How a subject stands on one target, complete on its own: “không đạt chỉ tiêu tại III.3.1-1+2”."""
    target = f"chỉ tiêu tại {result.rule or result.table}"
    match result.verdict:
        case Verdict.MET:
            return f"đạt {target}"
        case Verdict.FAILED:
            return f"không đạt {target}"
        case Verdict.UNKNOWN | Verdict.NOT_APPLICABLE:
            return f"{target}: {open_reason(plan, result)}"


def open_reason(plan: Plan, result: TargetResult) -> str:
    """Why a target is neither met nor failed; empty if it is one of them."""
    if result.verdict is Verdict.UNKNOWN:
        judged = any(target.id == result.rule for target in plan.judged_targets)
        return AWAITS_COUNCIL if judged else f"chưa đủ căn cứ xét: thiếu {'; '.join(result.missing)}"
    if result.verdict is Verdict.NOT_APPLICABLE:
        return NOT_SUBJECT if result.rule is None else NOTHING_TO_COUNT
    return ""
