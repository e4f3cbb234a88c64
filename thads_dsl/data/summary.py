"""The sheet “Tổng hợp” of the results: how many, where the council must choose, and who still lacks what."""

from collections import Counter
from collections.abc import Sequence
from itertools import product

from thads_dsl.data.paper import Cell, Sheet
from thads_dsl.data.words import TONES, Tone, dossier_words, raised, standing, standings, waits_for
from thads_dsl.diagnostics.model import DataDiagnostic, Severity
from thads_dsl.model.occasions import WHOLE
from thads_dsl.model.plan import Plan
from thads_dsl.model.results import OPEN, QuotaResult, Results, SubjectResult, Verdict
from thads_dsl.model.rules import Quota
from thads_dsl.model.statistics import Base

_WIDTHS = (34, 28, 26, 15, 15, 40)


def fill(sheet: Sheet, plan: Plan, results: Results, problems: Sequence[DataDiagnostic]) -> None:
    """All that a chairperson asks first."""
    sheet.widths(_WIDTHS)
    sheet.one_page_wide()
    _counts(sheet, plan, results)
    _choices(sheet, plan, results)
    _open(sheet, plan, results)
    _files(sheet, plan, results)
    _problems(sheet, problems)


def _counts(sheet: Sheet, plan: Plan, results: Results) -> None:
    sheet.section("1. Kết quả xét theo tiêu chuẩn, điều kiện" if plan.standards else "1. Kết quả")
    counted = Counter((subject.occasion, subject.row.base, standing(plan, subject).words) for subject in results.subjects)
    said = {words for _, _, words in counted}
    always = standings(plan)[:-1] if plan.standards else ()
    shown = [words for words in standings(plan) if words in always or words in said]
    rows = []
    for occasion, base in product(dict.fromkeys(subject.occasion for subject in results.subjects) or (WHOLE,), Base):
        numbers = [counted[occasion, base, words] for words in shown]
        group = ": ".join(part for part in (occasion.title, base.value) if part)
        rows.append([Cell(raised(group), bold=True), *map(Cell, numbers), Cell(sum(numbers), bold=True)])
    sheet.table(["Nhóm", *map(raised, shown), "Tổng số"], rows)


def _choices(sheet: Sheet, plan: Plan, results: Results) -> None:
    """Quotas with more candidates than places, and those that may still become so."""
    sheet.section("2. Số lượng khen thưởng: nơi có nhiều đối tượng hơn số lượng")
    quotas = {quota.id: quota for quota in plan.quotas}
    pools: dict[tuple[str, str], list[tuple[SubjectResult, QuotaResult]]] = {}
    for subject in results.subjects:
        for result in subject.quotas:
            if result.proposal in OPEN:
                pool = subject.row.unit or subject.row.name if _by_unit(quotas[result.quota]) else ""
                pools.setdefault((result.quota, pool), []).append((subject, result))
    headings = ("Quy định", "Phạm vi", "Việc cần làm", "Số lượng được khen thưởng", "Số đủ điều kiện", "Đối tượng đủ điều kiện")
    sheet.table(headings, [_choice(quotas[quota], pool, found) for (quota, pool), found in pools.items()])


def _choice(quota: Quota, pool: str, found: Sequence[tuple[SubjectResult, QuotaResult]]) -> list[Cell]:
    result = found[0][1]
    todo = "; ".join(dict.fromkeys(waits_for(each) for _, each in found))
    todo = "; ".join(part for part in (todo, result.note) if part)
    return [
        Cell(quota.text),
        Cell(pool or "Chung cho các đơn vị"),
        Cell(raised(todo), Tone.OPEN),
        Cell(result.limit or 0),
        Cell(result.eligible),
        Cell("; ".join(subject.row.name for subject, _ in found)),
    ]


def _by_unit(quota: Quota) -> bool:
    return bool(quota.per_unit) and not quota.together


def _open(sheet: Sheet, plan: Plan, results: Results) -> None:
    sheet.section("3. Chưa đủ căn cứ xét, chờ Hội đồng bình xét")
    rows = [
        [
            Cell(_called(subject), bold=True),
            Cell(subject.row.unit),
            Cell(raised(found.words), found.tone),
            Cell(raised("; ".join(found.reasons))),
        ]
        for subject in results.subjects
        if subject.eligible is Verdict.UNKNOWN
        for found in [standing(plan, subject)]
    ]
    sheet.table(("Đối tượng", "Đơn vị", "Kết luận", "Còn thiếu"), rows)


def _called(subject: SubjectResult) -> str:
    """The name, with the wave or award that is decided by itself."""
    return f"{subject.row.name} ({subject.occasion.title})" if subject.occasion.title else subject.row.name


def _files(sheet: Sheet, plan: Plan, results: Results) -> None:
    sheet.section("4. Hồ sơ thiếu, chậm hoặc chưa rõ của đối tượng đủ điều kiện")
    rows = [
        [
            Cell(_called(subject), bold=True),
            Cell(subject.row.unit),
            Cell(raised(dossier_words(plan, file)), TONES[file.verdict]),
        ]
        for subject in results.subjects
        if subject.eligible is Verdict.MET
        for file in subject.dossiers
        if file.verdict in (Verdict.FAILED, Verdict.UNKNOWN)
    ]
    sheet.table(("Đối tượng", "Đơn vị", "Hồ sơ"), rows)


def _problems(sheet: Sheet, problems: Sequence[DataDiagnostic]) -> None:
    sheet.section("5. Số liệu cần xem lại")
    tones = {Severity.WARNING: Tone.OPEN, Severity.ERROR: Tone.BAD}
    rows = [[Cell(raised(problem.where)), Cell(problem.code.title), Cell(problem.message, tones[problem.severity])] for problem in problems]
    sheet.table(("Chỗ", "Vấn đề", "Nội dung"), rows)
