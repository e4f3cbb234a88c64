"""What lines about rules are made of: who is meant, when, and which targets."""

from collections.abc import Collection

from thads_dsl.model.dates import Period, day_text
from thads_dsl.model.intervals import Bound, Interval
from thads_dsl.model.place import cited_together
from thads_dsl.model.plan import Plan
from thads_dsl.model.printing import interval_text
from thads_dsl.model.regions import Region
from thads_dsl.model.rules import JudgedTarget, Standard, Target
from thads_dsl.model.statistics import Quantity, Subject
from thads_dsl.model.units import DONG, Amount


def subject_words(plan: Plan, subject: Subject) -> str:
    """Who a rule is for, with those left out and the figures that tell them."""
    if subject.where is not None:
        return f"{subject.name} ({region_words(plan, subject.where)})"
    apart = [name for name in subject.none_of if name not in subject.name.split(" không là ")]
    return f"{subject.name} trừ {', '.join(apart)}" if apart else subject.name


def region_words(plan: Plan, region: Region) -> str:
    """The figures of a row, joined as they decide; whole units by the figures that they can have."""
    boxes = [
        " và ".join(f"{band.quantity} {_figures(plan.quantity(band.quantity), band.interval)}" for band in box) for box in region.boxes
    ]
    return " hoặc ".join(boxes) or "không mức nào"


def _figures(quantity: Quantity, interval: Interval) -> str:
    if quantity.unit.step is not None and quantity.unit != DONG:
        low, high = (None if end is None else Bound(end, closed=True) for end in interval.on_grid(quantity.unit.step))
        interval = Interval(low, high)
    if interval.low is None and interval.high is not None and interval.high.closed:
        return f"từ {Amount(interval.high.value, quantity.unit)} trở xuống"
    return interval_text(interval, quantity.unit)


def days_words(period: Period) -> str:
    """“từ ngày 01/3/2026 đến hết ngày 30/4/2026”."""
    return f"từ ngày {day_text(period.first)} đến hết ngày {day_text(period.last)}"


def of_wave(wave: str) -> str:
    """“ (đợt 1)”; empty for the whole campaign."""
    return f" ({wave})" if wave else ""


def signed_words(window: Period | None) -> str:
    """Which decisions on discipline count, by the day on which they were signed."""
    return f"ký {'bất cứ ngày nào' if window is None else days_words(window)}"


def targets_words(plan: Plan, targets: Collection[str], first: str = "") -> str:
    """“2 chỉ tiêu tại khoản 1, 2 mục II”, `first` before it where a number follows.

    Of targets of several, or of groups told by figures, everybody has some, and how many no number says.
    """
    rules = _targets(plan, targets)
    where = cited_together(each.place for each in rules)
    at = f" tại {where}" if where else ""
    alike = len({each.subject for each in rules}) == 1 and not any(isinstance(each, Target) and each.region for each in rules)
    return f"{first}{len(targets)} chỉ tiêu{at}" if alike or not rules else f"các chỉ tiêu{at}, áp dụng cho mình"


def required_words(plan: Plan, targets: Collection[str]) -> str:
    """“; trong đó bắt buộc: thi hành xong về tiền”: which of the targets above must be met in any case."""
    named = dict.fromkeys(each.quantity if isinstance(each, Target) else f"“{each.judgment}”" for each in _targets(plan, targets))
    return f"; trong đó bắt buộc: {', '.join(named)}" if named else ""


def _targets(plan: Plan, ids: Collection[str]) -> list[Target | JudgedTarget]:
    every: tuple[Target | JudgedTarget, ...] = (*plan.targets, *plan.judged_targets)
    return [each for each in every if each.id in ids]


def beside_words(plan: Plan, rule: Standard) -> str:
    """“, cùng 2 điều kiện của cá nhân”: what is asked of some besides, since the standards of all are theirs too; else empty."""
    if _is_everybody(rule.subject):
        return ""
    mine = (rule.award, rule.wave, rule.subject.base)
    general = (each for each in plan.standards if (each.award, each.wave, each.subject.base) == mine and _is_everybody(each.subject))
    return "".join(f", cùng {len(each.conditions)} điều kiện của {subject_words(plan, each.subject)}" for each in general)


def _is_everybody(subject: Subject) -> bool:
    return not (subject.any_of or subject.none_of or subject.where)
