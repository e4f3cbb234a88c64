"""Why a target is as it is, in the words of the results."""

from collections.abc import Sequence

from thads_dsl.model.award_places import Composition
from thads_dsl.model.plan import Plan
from thads_dsl.model.results import TargetResult, Verdict

AWAITS_COUNCIL = "chờ Hội đồng bình xét"
NOT_SUBJECT = "không thuộc đối tượng"
NO_TARGETS = "không có chỉ tiêu nào cho đối tượng này"
NOTHING_TO_COUNT = "không phát sinh"
QUALIFIES = {
    Verdict.MET: "đủ điều kiện tặng {}",
    Verdict.FAILED: "không đủ điều kiện tặng {}",
    Verdict.UNKNOWN: "chưa đủ căn cứ xét {}",
    Verdict.NOT_APPLICABLE: "không thuộc đối tượng tặng {}",
}
# Of the unit of its head: whether it qualifies, or meets the standards.
UNIT_QUALIFIES = {
    Verdict.MET: "đơn vị đủ điều kiện đề nghị khen thưởng",
    Verdict.FAILED: "đơn vị không đủ điều kiện đề nghị khen thưởng",
    Verdict.UNKNOWN: "chưa đủ căn cứ xét đơn vị",
    Verdict.NOT_APPLICABLE: f"đơn vị {NOT_SUBJECT}",
}
UNIT_MEETS = UNIT_QUALIFIES | {
    Verdict.MET: "đơn vị đạt tiêu chuẩn của tập thể",
    Verdict.FAILED: "đơn vị không đạt tiêu chuẩn của tập thể",
}
BY_AUTHORITY = "do cấp có thẩm quyền quyết định"


def count_reason(verdicts: Sequence[Verdict], least: int, *, exactly: bool) -> str:
    """“đạt 1 trong 3 mục, cần ít nhất 2; 1 mục chưa đủ căn cứ”."""
    told = f"đạt {verdicts.count(Verdict.MET)} trong {len(verdicts)} mục, cần {'đúng' if exactly else 'ít nhất'} {least}"
    left_out = ((Verdict.UNKNOWN, "chưa đủ căn cứ"), (Verdict.NOT_APPLICABLE, "không áp dụng"))
    more = [f"{verdicts.count(verdict)} mục {words}" for verdict, words in left_out if verdict in verdicts]
    return "; ".join([told, *more])


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


def nothing_before(plan: Plan, result: TargetResult) -> str:
    """Why a rise or a fall cannot be told: there was nothing to rise or fall from."""
    against = next(target.against for target in plan.targets if target.id == result.rule)
    assert against is not None, "only a comparison is open without a missing figure"
    return f"{plan.quantity(against).when} không có số liệu lớn hơn 0 để so"


def composition_note(asked: Composition, chosen: int, there: int) -> str:
    """What so many chosen must be made up of, with how many are `there` where these are too few; empty where that binds nobody."""
    count = asked.of(chosen)
    if asked.capped:
        return f"trong {chosen} được chọn có không quá {count} {asked.subject.name}" if count < chosen else ""
    few = f", chỉ có {there} đủ điều kiện" if there < count else ""
    return f"trong {chosen} được chọn phải có ít nhất {count} {asked.subject.name}{few}" if count > 0 else ""


def open_reason(plan: Plan, result: TargetResult) -> str:
    """Why a target is neither met nor failed; empty if it is one of them."""
    if result.verdict is Verdict.UNKNOWN:
        if any(target.id == result.rule for target in plan.judged_targets):
            return AWAITS_COUNCIL
        open_because = f"thiếu {'; '.join(result.missing)}" if result.missing else nothing_before(plan, result)
        return f"chưa đủ căn cứ xét: {open_because}"
    if result.verdict is Verdict.NOT_APPLICABLE:
        return NOTHING_TO_COUNT if result.numerator is not None else NOT_SUBJECT
    return ""
