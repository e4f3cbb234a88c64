"""TH511, TH566, TH933: where waves or awards are decided by themselves, each number of places is for one of them."""

from collections.abc import Iterator

from thads_dsl.check.facts import Facts
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH511, TH566, TH933
from thads_dsl.model.occasions import occasions, quotas_of
from thads_dsl.model.rules import Quota


def quotas_of_which(facts: Facts) -> Iterator[Diagnostic]:
    """Each quota of no wave while all standards are of one, and each of no award where its candidates have standards of two."""
    every = occasions(facts.plan)
    waves = dict.fromkeys(occasion.wave for occasion in every)
    for quota in facts.plan.quotas:
        if facts.plan.standards and quota.wave not in waves:
            yield _unclear(facts, quota, "đợt nào", [wave for wave in waves if wave])
            continue
        awards = {
            standard.award
            for standard in facts.plan.standards
            if standard.wave == quota.wave and standard.subject.base is quota.subject.base
        }
        apart = [occasion.award for occasion in every if occasion.wave == quota.wave and occasion.award in awards]
        if len(apart) > 1 and not quota.award:
            yield _unclear(facts, quota, "hình thức nào", apart)
        elif quota.award and facts.plan.standards and not any(quota in quotas_of(facts.plan, occasion) for occasion in every):
            yield _without_standard(facts, quota, apart)


def chosen_of_which_wave(facts: Facts) -> Iterator[Diagnostic]:
    """Each sentence of no wave that chooses among those who are chosen in waves: it is decided once more, over the whole campaign."""
    waves = {quota.id: quota.wave for quota in facts.plan.quotas}
    told = set()
    for quota in facts.plan.quotas:
        among = dict.fromkeys(waves[each] for each in quota.after)
        at = facts.spans[quota.id]
        if quota.wave or not among or not all(among) or at in told:
            continue
        told.add(at)
        text = f"{quota.text[:1].lower()}{quota.text[1:]}"
        ways = [f"{each[:1].upper()}{each[1:]}: {text}" for each in among] + [f"Mỗi đợt, {text}"] * (len(among) > 1)
        yield Diagnostic(
            code=TH933,
            message=f"“{quota.text}”",
            at=Label(at),
            why=f"Câu này chọn trong số được chọn ở {', '.join(among)}, nên máy xét thêm một lần cho cả phong trào, ngoài các đợt ấy. "
            "Nếu chỉ chọn ở một đợt, hoặc chọn ở từng đợt, thì phải nói rõ.",
            ways=tuple(
                Way("Chọn một, viết lại dòng ấy:" if index == 0 else "hoặc:", f"{marker(facts, quota)}{line}")
                for index, line in enumerate(ways)
            ),
        )


def _without_standard(facts: Facts, quota: Quota, known: list[str]) -> Diagnostic:
    """No occasion decides on the award, nor on one that it is chosen from."""
    below = f"- Đủ điều kiện tặng {known[0]}." if known else "- Hoàn thành xuất sắc nhiệm vụ."
    head = f"{quota.award} được xét, tặng cho {quota.subject.base.value} đạt các tiêu chuẩn, điều kiện sau:"
    return Diagnostic(
        code=TH511,
        message=f"{quota.award} ({quota.text})",
        at=Label(facts.spans[quota.id]),
        why="Mỗi hình thức được xét riêng theo tiêu chuẩn của nó; hình thức này chưa có nên không ai được đề nghị theo dòng này.",
        ways=(Way("Thêm tiêu chuẩn vào mục tiêu chuẩn, sửa điều kiện cho đúng:", f"{head}\n{below}"),),
    )


def _unclear(facts: Facts, quota: Quota, what: str, known: list[str]) -> Diagnostic:
    return Diagnostic(
        code=TH566,
        message=f"“{quota.text}” là của {what}: {', '.join(known)}",
        at=Label(facts.spans[quota.id]),
        why="Mỗi đợt, mỗi hình thức có tiêu chuẩn riêng thì được xét riêng, nên số lượng phải thuộc một đợt, một hình thức.",
        ways=tuple(
            Way("Chọn một, viết lại dòng ấy:" if at == 0 else "hoặc:", f"{marker(facts, quota)}{each[:1].upper()}{each[1:]}: {quota.text}")
            for at, each in enumerate(known)
        ),
    )


def marker(facts: Facts, quota: Quota) -> str:
    """The marker of the line of a number, for a line that stands in its place."""
    marker = next((line.item.marker for line in facts.draft.lines if line.item.number == quota.line), "")
    return f"{marker} " if marker else ""
