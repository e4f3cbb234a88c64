"""TH506, TH561, TH902, TH910, TH917: quotas can be met, say who comes first, and there are standards for their subjects."""

import re
from collections.abc import Iterator

from thads_dsl.check.facts import Facts
from thads_dsl.check.rules.made_up import apart, members_of_group, never_together
from thads_dsl.diagnostics import Diagnostic, Label, Lack, Way
from thads_dsl.diagnostics.codes import TH506, TH561, TH902, TH910, TH917
from thads_dsl.model.award_places import Composition
from thads_dsl.model.rules import Quota
from thads_dsl.model.statistics import Base, Subject
from thads_dsl.model.units import number
from thads_dsl.source import Span
from thads_dsl.syntax.grammar import wordings


def quotas(facts: Facts) -> Iterator[Diagnostic]:
    """Each quota that is empty, that nothing can meet, or that has no order of choice."""
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
        if quota.limit == 0 or (quota.share is not None and quota.share.percent == 0):
            yield Diagnostic(
                code=TH506,
                message=f"{quota.subject.name}: không ai được khen thưởng",
                at=at,
                why="Số lượng khen thưởng phải từ 01 trở lên; nếu không xét đối tượng này thì bỏ dòng này.",
            )
        elif impossible := next(_impossible(facts, quota), None):
            yield Diagnostic(
                code=TH561,
                message=impossible,
                at=at,
                why=_MISWRITTEN,
            )
    yield from _without_order(facts)
    yield from _above_the_parts(facts)
    yield from _of_classes(facts)


def _of_classes(facts: Facts) -> Iterator[Diagnostic]:
    """“Không quá 120% số đơn vị xếp Hạng A”, “không quá 0%”."""
    for quota in (each for table in facts.plan.points for each in table.quotas):
        at, percent = Label(facts.spans[quota.id]), f"{number(quota.percent)}%"
        if quota.percent > 100:
            yield Diagnostic(code=TH561, message=f"{percent} số đơn vị là nhiều hơn tất cả", at=at, why=_MISWRITTEN)
        elif not quota.percent:
            why = f"Không muốn đơn vị nào được {quota.name} thì bỏ hạng này."
            yield Diagnostic(code=TH506, message=f"{percent} số đơn vị: không đơn vị nào được {quota.name}", at=at, why=why)


_CEILING = re.compile(rf"(?<!\w)(?:{wordings('AT_MOST')})(?!\w)", re.IGNORECASE)
_MISWRITTEN = "Theo câu này không thể chọn đủ; có lẽ một con số hoặc một đối tượng đã ghi nhầm."


def _without_order(facts: Facts) -> Iterator[Diagnostic]:
    """Once for each sentence, whatever numbers it has and for how many waves."""
    silent: dict[Span, list[Quota]] = {}
    for quota in facts.plan.quotas:
        empty = quota.limit == 0 or (quota.share is not None and quota.share.percent == 0)
        idle = quota.limit is not None and 0 < _of_those_above(facts, quota) < quota.limit  # nobody is left out by it
        if (
            not (empty or idle or quota.unlimited or quota.council_chooses or quota.ranking)
            and next(_impossible(facts, quota), None) is None
        ):
            silent.setdefault(facts.spans[quota.id], []).append(quota)
    several = {line.item.number for line in facts.draft.lines if len(line.sentences) > 1}
    yield from (_unsaid(quotas, Label(at), quotas[0].line in several) for at, quotas in silent.items())


def _unsaid(quotas: list[Quota], at: Label, beside_others: bool) -> Diagnostic:
    """`beside_others`: its line has more sentences, of which a restatement of the whole line would say nothing."""
    quota = quotas[0]
    said = f"cụm từ “{quota.text}” là “{quota.text}" if beside_others else quota.text
    end = "”" if beside_others else ""
    many = ", ".join(dict.fromkeys(_more_than(each) for each in quotas))
    return Diagnostic(
        code=TH902,
        message=quota.text,
        at=at,
        why=f"Nếu {many} cùng đủ điều kiện thì chọn ai? Kết quả sẽ ghi “Hội đồng chọn”.",
        ways=(
            Way(f"Chọn một, dán dưới dòng {quota.line}:", f"Hiểu là: {said}, do Hội đồng bình xét lựa chọn{end}"),
            Way("hoặc, ghi tên số liệu vào chỗ …:", f"Hiểu là: {said}, xét từ cao xuống thấp theo …{end}"),
        ),
        lacks=Lack.QUOTA,
    )


def _more_than(quota: Quota) -> str:
    return f"{f'hơn {quota.limit:02d}' if quota.limit is not None else 'hơn tỷ lệ ấy'} {quota.subject.base.value}"


def _impossible(facts: Facts, quota: Quota) -> Iterator[str]:
    """Why a quota cannot be met, whatever the statistics say."""
    if quota.share is not None and quota.share.percent > 100:
        yield f"{quota.share.text} là nhiều hơn tất cả"
    for one, other in never_together(facts, quota):
        yield f"{one.words} và {other.words}: không thể cùng có"
    for part in quota.compositions:
        if part.percent and part.count > 100:
            yield f"{number(part.count)}% số được chọn là nhiều hơn tất cả"
    if quota.limit is None:
        return
    there = members_of_group(facts, quota.subject, facts.plan.parents)
    if there is not None and there < quota.limit and not quota.per_unit:
        yield f"{quota.subject.name} chỉ có {there:02d} đơn vị, không thể chọn {quota.limit:02d}"
    for small in quota.small_units:
        people = small.people.in_steps()[1]
        if quota.subject.base is Base.INDIVIDUAL and people is not None and people < small.limit:
            yield f"đơn vị {small.text} không có đủ {small.limit:02d} người"
    if quota.subject.base is Base.COLLECTIVE and quota.per_unit and not quota.together and quota.limit > 1:
        yield f"mỗi đơn vị chỉ là 01 tập thể, không thể chọn {quota.limit:02d}"
    if not _is_ceiling(quota) and 0 < (most := _of_those_above(facts, quota)) < quota.limit:
        yield f"không thể chọn {quota.limit:02d} trong {most:02d}"
    for part in quota.compositions:
        if _never(facts, part, quota.limit, quota.subject):
            yield f"trong {quota.limit:02d} {quota.subject.base.value} ấy không thể có từng ấy {part.subject.name}"


def _is_ceiling(quota: Quota) -> bool:
    """“Tổng cộng không quá 20 cá nhân” need not be reached."""
    return _CEILING.search(quota.text) is not None


def _of_those_above(facts: Facts, quota: Quota) -> int:
    """How many the numbers above it come to; 0 where one of them has no limit, or one for each unit."""
    limits = [each.limit for each in facts.plan.quotas if each.id in quota.after and not each.per_unit and each.limit is not None]
    return sum(limits) if len(limits) == len(quota.after) else 0


def _above_the_parts(facts: Facts) -> Iterator[Diagnostic]:
    """A ceiling of all that the numbers above it cannot reach, once for each sentence."""
    told: set[Span] = set()
    for quota in facts.plan.quotas:
        most, at = _of_those_above(facts, quota), facts.spans[quota.id]
        if quota.limit is None or not 0 < most < quota.limit or not _is_ceiling(quota) or at in told:
            continue
        told.add(at)
        parts = [facts.spans[each.id] for each in facts.plan.quotas if each.id in quota.after]
        right = re.sub(rf"(?<!\d)0*{quota.limit}(?!\d)", f"{most:02d}", quota.text, count=1)
        yield Diagnostic(
            code=TH917,
            message=f"mức chung {quota.limit:02d}, các số lượng ở trên cộng lại nhiều nhất {most:02d}",
            at=Label(at),
            also=tuple(Label(part, "số lượng ở trên") for part in dict.fromkeys(parts)),
            why="Mức chung này không loại ai. Nếu đúng ý thì để nguyên.",
            ways=(Way("Nếu mức chung bằng các số lượng cộng lại:", right),),
            understood=True,
        )


def _never(facts: Facts, asked: Composition, limit: int, among: Subject) -> bool:
    """Whether no choice is made up as asked: too many of them, or nobody among the subjects of the quota is one.

    A cap asks for nobody; it is only wrong of units among people, or the other way round.
    """
    if asked.capped:
        return asked.subject.base is not among.base
    return asked.of(limit) > limit or (apart(facts, asked.subject, among) and asked.count > 0)
