"""What the machine has understood of a rule, in a line of Vietnamese for the language reference."""

from collections.abc import Iterator
from functools import singledispatch

from thads_dsl.model import points, points_classes
from thads_dsl.model.dates import day_text
from thads_dsl.model.people import people_words
from thads_dsl.model.plan import Plan
from thads_dsl.model.points_caps import PointsCap
from thads_dsl.model.points_words import criterion_words
from thads_dsl.model.printing import goal_text, interval_text
from thads_dsl.model.rules import (
    AwardLevels,
    BothStandards,
    ByAuthority,
    Deadline,
    Dossier,
    Exclusion,
    Judged,
    JudgedTarget,
    Measure,
    NotDisciplined,
    OpenDeadline,
    PeriodRule,
    QualifiesFor,
    Quota,
    RecurringDeadline,
    Rule,
    SomeOf,
    Standard,
    Target,
    TargetsMet,
    Wave,
    Whose,
    leaves,
)
from thads_dsl.model.understood_parts import (
    beside_words,
    days_words,
    of_wave,
    region_words,
    required_words,
    signed_words,
    subject_words,
    targets_words,
)
from thads_dsl.model.units import PERCENT, POINTS, Amount, number, share_text


def rules_of(plan: Plan) -> Iterator[Rule]:
    """Every rule of a plan, those inside of others too."""
    yield from (*plan.periods, *plan.waves, *plan.targets, *plan.judged_targets, *plan.standards)
    yield from (condition for standard in plan.standards for condition in leaves(standard.conditions))
    yield from (*plan.both_standards, *plan.exclusions, *plan.award_levels, *plan.quotas)
    yield from (*plan.deadlines, *plan.open_deadlines, *plan.recurring_deadlines, *plan.dossiers)
    for table in plan.points:
        yield from (*table.criteria, *table.caps, *table.classes, *table.changes, *table.quotas)
        yield from [table.ranking] if table.ranking is not None else []


@singledispatch
def words(rule: Rule, plan: Plan) -> str:
    """What a rule says; the kinds of rules are registered below, and a new kind without words is our mistake."""
    raise AssertionError(type(rule).__name__)


# ---- targets and times


@words.register
def _(rule: Target, plan: Plan) -> str:
    band = f", {region_words(plan, rule.region)}" if rule.region is not None else ""
    unit = plan.quantity(rule.quantity).unit if rule.measure is Measure.VALUE else PERCENT
    wish = f", phấn đấu {Amount(rule.aspiration, unit)}" if rule.aspiration is not None else ""
    award = f" (chỉ để xét {rule.award})" if rule.award else ""
    return f"{subject_words(plan, rule.subject)}{band}: {rule.quantity} {goal_text(plan, rule)}{wish}{award}"


@words.register
def _(rule: JudgedTarget, plan: Plan) -> str:
    return f"{subject_words(plan, rule.subject)}: Hội đồng bình xét “{rule.judgment}”"


@words.register
def _(rule: PeriodRule, plan: Plan) -> str:
    return f"{'kỳ số liệu' if rule.measured else 'thời gian thi đua'}{of_wave(rule.wave)} {days_words(rule.period)}"


@words.register
def _(rule: Wave, plan: Plan) -> str:
    return f"{rule.label} {days_words(rule.period)}"


@words.register
def _(rule: Deadline, plan: Plan) -> str:
    whom = f" của {rule.addressee}" if rule.addressee else ""
    what, then = (" hồ sơ", "gửi sau ngày này là quá hạn") if rule.binds_files else ("", "không dùng để xem hồ sơ đúng hạn hay muộn")
    return f"hạn cuối{what}{whom} là ngày {day_text(rule.last_day)}{of_wave(rule.wave)}; {then}"


@words.register
def _(rule: OpenDeadline, plan: Plan) -> str:
    kind = "ngày làm việc" if rule.term.working else "ngày"
    since = rule.term.since.removeprefix("ngày ")
    return f"{number(rule.term.days)} {kind}, tính từ ngày {since}; máy chưa biết ngày ấy nên chưa tính hạn cuối"


@words.register
def _(rule: RecurringDeadline, plan: Plan) -> str:
    included = "kể cả ngày" if rule.included else "không kể ngày"
    month = f"/{rule.month}" if rule.every == "năm" else f" của tháng {'đầu' if rule.month == 1 else 'cuối'}" if rule.month else ""
    if rule.day == 31 and rule.every != "năm":
        return f"hạn cuối hằng {rule.every} là ngày cuối cùng của {rule.every}"
    return f"hạn cuối hằng {rule.every}, {included} {rule.day:02d}{month}"


# ---- standards


@words.register
def _(rule: Standard, plan: Plan) -> str:
    first = rule.conditions[0] if rule.conditions else None
    below = words(first, plan) if isinstance(first, SomeOf) and first.line == rule.line else f"{len(rule.conditions)} điều kiện bên dưới"
    return f"{rule.award} cho {subject_words(plan, rule.subject)}: {below}{beside_words(plan, rule)}"


@words.register
def _(rule: SomeOf, plan: Plan) -> str:
    return f"{'đúng' if rule.exactly else 'ít nhất'} {rule.least} trong {len(rule.items)} mục bên dưới"


@words.register
def _(rule: TargetsMet, plan: Plan) -> str:
    asked = targets_words(plan, rule.targets, "cả " if rule.least is None and len(rule.targets) > 1 else "")
    share = "" if rule.least is None else f"{'đúng' if rule.exactly else 'ít nhất'} {rule.least} trong "
    return f"đạt {share}{asked}{required_words(plan, rule.required)}"


@words.register
def _(rule: NotDisciplined, plan: Plan) -> str:
    whom = f"với {'chính đối tượng' if rule.whose is Whose.OWN else people_words(rule.people)}"
    return f"không có quyết định kỷ luật nào {whom}, {signed_words(rule.window)}: {', '.join(rule.forms)}"


@words.register
def _(rule: Judged, plan: Plan) -> str:
    return f"Hội đồng bình xét “{rule.judgment}”"


@words.register
def _(rule: ByAuthority, plan: Plan) -> str:
    return "máy không tính, không đòi số liệu"


@words.register
def _(rule: QualifiesFor, plan: Plan) -> str:
    return f"phải đủ điều kiện tặng {rule.award}: đạt tiêu chuẩn, không thuộc trường hợp không xét"


@words.register
def _(rule: BothStandards, plan: Plan) -> str:
    who = subject_words(plan, rule.subject)
    if rule.qualifying:
        award = f" tặng {rule.award}" if rule.award else " khen thưởng"
        return f"{who} chỉ được xét{award} khi đơn vị của mình đủ điều kiện: đạt tiêu chuẩn của tập thể, không thuộc trường hợp không xét"
    return f"{who} phải đạt tiêu chuẩn của cá nhân, đơn vị của mình phải đạt tiêu chuẩn của tập thể"


@words.register
def _(rule: Exclusion, plan: Plan) -> str:
    whom = f" với {people_words(rule.people)}" if rule.whose is Whose.MEMBERS else ""
    condition = f" có quyết định kỷ luật{whom}, {signed_words(rule.window)}: {', '.join(rule.forms)}" if rule.forms else ""
    condition = f" có ghi “có” ở cột “{rule.key}”" if rule.question else condition
    if rule.group is not None and rule.group.where is not None:
        condition = f" {rule.group.where.text}"
    if rule.faults:
        condition = f" có hồ sơ {' hoặc '.join(fault.value for fault in rule.faults)}"
    award = f" {rule.award}" if rule.award else ""
    return f"không đưa vào danh sách xét{award}: {subject_words(plan, rule.subject)}{condition}"


# ---- awards


@words.register
def _(rule: AwardLevels, plan: Plan) -> str:
    return "; ".join(
        f"đề nghị {' và '.join(level.posts)} tặng {level.award}" if level.proposed else f"{level.award} của {' và '.join(level.posts)}"
        for level in rule.levels
    )


@words.register
def _(rule: Quota, plan: Plan) -> str:
    if rule.by_authority:
        return f"{subject_words(plan, rule.subject)}: máy không tính số lượng"
    if rule.of_all:
        asked = "; ".join(part.words for part in rule.compositions)
        return f"cơ cấu chung của mọi {subject_words(plan, rule.subject)} được chọn ở trên: {asked}"
    where = f", {'tính chung' if rule.together else 'mỗi'} {', '.join(rule.per_unit)}" if rule.per_unit else ""
    award = f"{rule.award} cho " if rule.award else ""
    return f"{award}{subject_words(plan, rule.subject)}: {_places(plan, rule)}{where}{''.join(_details(plan, rule))}"


def _places(plan: Plan, rule: Quota) -> str:
    if rule.unlimited:
        return "đủ điều kiện là được đề nghị"
    if rule.share is None:
        return f"nhiều nhất {rule.limit}"
    if rule.share.up_from is None:
        kept = "bỏ phần lẻ"
    elif rule.share.up_from:
        kept = f"phần lẻ từ {number(rule.share.up_from)} tính là 1"
    else:
        kept = "có phần lẻ thì tính là 1"
    return f"nhiều nhất {rule.share.text} số {subject_words(plan, rule.share.counted)} trong bảng số liệu, {kept}"


def _details(plan: Plan, rule: Quota) -> Iterator[str]:
    for small in rule.small_units:
        yield f"; đơn vị {small.text}: nhiều nhất {small.limit}"
    for at, key in enumerate(rule.ranking):
        yield f"; {'bằng nhau thì ' if at else ''}xét từ {'cao xuống thấp' if key.greatest_first else 'thấp lên cao'} theo {key.quantity}"
    for part in rule.compositions:
        count = share_text(part.count) if part.percent else number(part.count)
        yield f"; {part.bound} {count} số được chọn là {subject_words(plan, part.subject)}"
    if rule.after:
        yield "; chọn trong số đã được chọn ở trên"
    if rule.council_chooses:
        yield "; nhiều hơn thì Hội đồng bình xét lựa chọn"


@words.register
def _(rule: Dossier, plan: Plan) -> str:
    return f"{len(rule.documents)} giấy tờ: {'; '.join(rule.documents)}" if rule.documents else "hồ sơ khen thưởng theo thời hạn này"


# ---- points


@words.register
def _(rule: points.Criterion, plan: Plan) -> str:
    return criterion_words(plan, next(table for table in plan.points if rule in table.criteria), rule)


@words.register
def _(rule: points_classes.Class, plan: Plan) -> str:
    cases = [
        f"tổng điểm {interval_text(case.interval, POINTS)}{''.join(f', {_condition(plan, each)}' for each in case.conditions)}"
        for case in rule.cases
    ]
    return f"{rule.name}: {' hoặc '.join(cases) or 'mọi kết quả mà các hạng khác không nhận'}"


def _below(condition: points_classes.NoneBelow) -> str:
    which = "có tiêu chí" if condition.least == 1 else f"có từ {condition.least} tiêu chí"
    return f"{which} dưới {number(condition.percent)}% điểm chuẩn"


def _condition(plan: Plan, condition: points_classes.ClassCondition) -> str:
    if isinstance(condition, points_classes.NoneBelow):
        if condition.met and condition.least == 1:
            return f"không tiêu chí nào dưới {number(condition.percent)}% điểm chuẩn"
        return f"{'không ' if condition.met else ''}{_below(condition)}"
    return _targets_are(plan, condition)


def _targets_are(plan: Plan, condition: points_classes.TargetsAre) -> str:
    if condition.met:
        return f"đạt {targets_words(plan, condition.targets, 'cả ' if len(condition.targets) > 1 else '')}"
    return f"có chỉ tiêu không đạt trong {targets_words(plan, condition.targets)}"


@words.register
def _(rule: points_classes.ClassChange, plan: Plan) -> str:
    match rule.trigger:
        case points_classes.Disciplined(forms=forms, window=window, people=people):
            whom = f" với {people_words(people)}" if people else ""
            when = f"có quyết định kỷ luật{whom}, {signed_words(window)}: {', '.join(forms)}"
        case points_classes.NoneBelow():
            when = _below(rule.trigger)
        case points_classes.TargetsAre():
            when = _targets_are(plan, rule.trigger)
    return f"{when} thì {'hạ một hạng' if rule.bar is None else f'không được xếp {rule.bar}'}"


@words.register
def _(rule: PointsCap, plan: Plan) -> str:
    table = next(table for table in plan.points if rule in table.caps)
    numbers = ", ".join(table.criterion(id).numbered for id in rule.criteria)
    return f"điểm {'cộng' if rule.sign > 0 else 'trừ'} của tiêu chí {numbers} cộng lại không quá {number(rule.most)} điểm"


@words.register
def _(rule: points_classes.ClassQuota, plan: Plan) -> str:
    kept = "có phần lẻ thì tính là 1" if rule.up else "bỏ phần lẻ"
    return f"{rule.name}: nhiều nhất {number(rule.percent)}% số đơn vị, {kept}; các đơn vị còn lại xuống một hạng"


@words.register
def _(rule: points_classes.Ranking, plan: Plan) -> str:
    where = "trong từng cụm, " if rule.clusters else ""
    table = next(table for table in plan.points if table.ranking is rule)
    names = (f"tiêu chí {table.criterion(key.criterion).numbered}" if key.criterion else key.quantity or "tổng điểm" for key in rule.keys)
    return f"{where}theo {', rồi đến '.join(names)}; vẫn bằng nhau thì chờ Hội đồng quyết định"
