"""The sheets “Tập thể” and “Cá nhân” of the results: one row for each subject, first the outcome, then the figures behind it."""

from collections.abc import Sequence
from dataclasses import dataclass

from thads_dsl.data.lines import figures_text
from thads_dsl.data.paper import Cell, Heading, Sheet
from thads_dsl.data.words import OCCASION, TONES, dossier_words, proposal_tone, raised, rules_by_id, standing, target_words
from thads_dsl.model.occasions import occasions
from thads_dsl.model.plan import Plan
from thads_dsl.model.printing import actual_text, goal_text, margin_text, shortfall_text
from thads_dsl.model.results import SubjectResult, TargetResult
from thads_dsl.model.rules import Target
from thads_dsl.model.statistics import Base
from thads_dsl.model.units import DONG, PERCENT

_SCALE = 65
_PAGE_WIDTH = 150  # characters that A4 landscape holds at that scale
_FIGURES_WIDTH = {DONG: 30}  # “68.000.000.000/200.000.000.000” on one line; other figures are short
_SHOWN = "Tỷ lệ"  # of a quantity that is no ratio: “Số lượng”
_OF_TARGET = (
    ("Mức", 13),
    ("Chỉ tiêu", 10),
    ("Kết quả thực hiện", 12),
    (_SHOWN, 10),
    ("Đánh giá", 14),
    ("So với chỉ tiêu", 14),
    ("Còn thiếu để đạt", 16),
)


@dataclass(frozen=True, slots=True)
class Group:
    """Columns that show the `nth` result of each subject on one quantity, or on what the council judges (quantity None)."""

    quantity: str | None
    nth: int

    def of(self, plan: Plan, subject: SubjectResult) -> TargetResult | None:
        """The result of a subject that stands in these columns."""
        found = [result for result in subject.targets if quantity_of(plan, result) == self.quantity]
        return found[self.nth] if self.nth < len(found) else None


def quantity_of(plan: Plan, result: TargetResult) -> str | None:
    """The key of the quantity that a result is about; None for a judgment."""
    rule = rules_by_id(plan)[result.rule or result.table]
    return rule.quantity if isinstance(rule, Target) else None


def fill(sheet: Sheet, plan: Plan, base: Base, subjects: Sequence[SubjectResult]) -> None:
    """One row for each subject of a base."""
    groups = _groups(plan, subjects)
    headings = _fixed(plan, base)
    pages = [len(headings)]
    used = headings[0].width
    for group in groups:
        added = _group_headings(plan, group)
        width = sum(heading.width for heading in added)
        if used + width > _PAGE_WIDTH:
            pages.append(len(headings))
            used = headings[0].width
        headings += added
        used += width
    sheet.pages_before(pages, _SCALE)
    sheet.list(headings, [_row(plan, groups, subject) for subject in subjects])


def _fixed(plan: Plan, base: Base) -> list[Heading]:
    person = base is Base.INDIVIDUAL
    return [
        Heading("Họ và tên" if person else "Tên đơn vị", 24),
        *([Heading("Đơn vị", 20)] if person else []),
        Heading("Chức danh" if person else "Loại đơn vị", 14),
        *([Heading(OCCASION, 14)] if len(occasions(plan)) > 1 else []),
        Heading("Kết luận", 18),
        Heading("Lý do", 38),
        Heading("Số lượng khen thưởng", 14),
        Heading("Hồ sơ", 20),
    ]


def _groups(plan: Plan, subjects: Sequence[SubjectResult]) -> list[Group]:
    """What the council judges, then quantities in the order of the plan."""
    most: dict[str | None, int] = {}
    for subject in subjects:
        keys = [quantity_of(plan, result) for result in subject.targets]
        for key in keys:
            most[key] = max(most.get(key, 0), keys.count(key))
    order = [None, *(quantity.key for quantity in plan.quantities)]
    return [Group(key, nth) for key in order for nth in range(most.get(key, 0))]


def _group_headings(plan: Plan, group: Group) -> list[Heading]:
    if group.quantity is None:
        title = "Chỉ tiêu do Hội đồng bình xét"
        return [Heading("Chỉ tiêu", 22, title), Heading("Đánh giá", 12, title)]
    quantity = plan.quantity(group.quantity)
    counted = plan.quantity(quantity.columns[0])
    title = raised(quantity.key) + (f" ({group.nth + 1})" if group.nth else "")
    widths = {"Kết quả thực hiện": _FIGURES_WIDTH.get(counted.unit)}
    words = {_SHOWN: _SHOWN if quantity.unit == PERCENT else "Số lượng"}
    return [Heading(words.get(text, text), widths.get(text) or width, title) for text, width in _OF_TARGET]


def _row(plan: Plan, groups: Sequence[Group], subject: SubjectResult) -> list[Cell]:
    row = subject.row
    found = standing(plan, subject)
    quotas = "; ".join(dict.fromkeys(raised(result.words) for result in subject.quotas))
    files = "; ".join(raised(dossier_words(plan, result)) for result in subject.dossiers)
    cells = [
        Cell(row.name, bold=True),
        *([Cell(row.unit)] if row.base is Base.INDIVIDUAL else []),
        Cell(f"{row.kind} (thủ trưởng đơn vị)" if row.head else row.kind),
        *([Cell(raised(subject.occasion.title))] if len(occasions(plan)) > 1 else []),
        Cell(raised(found.words), found.tone),
        Cell(raised("; ".join(found.reasons))),
        Cell(quotas, proposal_tone(subject.quotas[0])) if subject.quotas else Cell(""),
        Cell(files, TONES[min(result.verdict for result in subject.dossiers)]) if subject.dossiers else Cell(""),
    ]
    return [*cells, *(cell for group in groups for cell in _group_cells(plan, group, subject))]


def _group_cells(plan: Plan, group: Group, subject: SubjectResult) -> list[Cell]:
    result = group.of(plan, subject)
    if result is None:
        return [Cell("")] * (2 if group.quantity is None else len(_OF_TARGET))
    rule = rules_by_id(plan)[result.rule or result.table]
    verdict = Cell(raised(target_words(plan, result)), TONES[result.verdict])
    if not isinstance(rule, Target):
        return [Cell(rule.text), verdict]
    known = result.rule is not None
    goal = goal_text(plan, rule)
    return [
        Cell(raised(rule.region.text) if known and rule.region else ""),
        Cell(raised(goal) if known else ""),
        Cell(figures_text(plan, rule, result, "/")),
        Cell(actual_text(plan, result)),
        verdict,
        Cell(raised(margin_text(plan, result))),
        Cell(shortfall_text(plan, result)),
    ]
