"""Results → a workbook or CSV text, for people. The same plan and statistics give the same bytes."""

import csv
from collections.abc import Sequence
from io import StringIO

from thads_dsl.data import points_sheet, subject_sheets, summary
from thads_dsl.data.line import Line
from thads_dsl.data.lines import lines
from thads_dsl.data.paper import Cell, Heading, Paper
from thads_dsl.data.words import OCCASION, raised
from thads_dsl.diagnostics.model import DataDiagnostic
from thads_dsl.model.occasions import occasions
from thads_dsl.model.plan import Plan
from thads_dsl.model.results import Results
from thads_dsl.model.statistics import Base

# What a spreadsheet program takes for the beginning of a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_CSV_HEADINGS = (
    "Nhóm", "Đối tượng", "Đơn vị", "Loại đơn vị, chức danh", "Quy định", "Nội dung quy định", "Kết quả", "Giải trình", "Nơi quy định",
)  # fmt: skip
_EXPLAINED = (
    Heading("Đối tượng", 30),
    Heading("Đơn vị", 26),
    Heading("Nội dung quy định", 44),
    Heading("Kết quả", 22),
    Heading("Giải trình", 76),
)


def results_workbook(plan: Plan, results: Results, problems: Sequence[DataDiagnostic] = ()) -> bytes:
    """The workbook of results: Tổng hợp, Tập thể, Cá nhân, Bảng điểm, Giải trình. `problems` are the warnings of the statistics."""
    title = f"{plan.identity.type_name} {plan.identity.abstract}".strip()
    paper = Paper(f"KẾT QUẢ XÉT THI ĐUA, KHEN THƯỞNG: {title}")
    summary.fill(paper.sheet("Tổng hợp", "KẾT QUẢ XÉT THI ĐUA, KHEN THƯỞNG", title), plan, results, problems)
    for base, name in ((Base.COLLECTIVE, "Tập thể"), (Base.INDIVIDUAL, "Cá nhân")):
        subjects = [subject for subject in results.subjects if subject.row.base is base]
        subject_sheets.fill(paper.sheet(name, f"KẾT QUẢ CỦA {name.upper()}", title), plan, base, subjects)
    for name, table, found in points_sheet.sheets(plan, results):
        points_sheet.fill(paper.sheet(name, table.text.upper(), title), table, found)
    explained = paper.sheet("Giải trình", "GIẢI TRÌNH TỪNG ĐỐI TƯỢNG, TỪNG QUY ĐỊNH", title)
    explained.one_page_wide()
    apart = len(occasions(plan)) > 1
    headings = (*_EXPLAINED[:2], Heading(OCCASION, 18), *_EXPLAINED[2:]) if apart else _EXPLAINED
    explained.list(headings, [_explained(line, apart) for line in lines(plan, results)])
    return paper.bytes()


def _explained(line: Line, apart: bool) -> list[Cell]:
    concluding = not line.rule
    return [
        Cell(line.row.name, bold=True),
        Cell(line.row.unit),
        *([Cell(line.occasion)] if apart else []),
        Cell(raised(line.text), bold=concluding),
        Cell(raised(line.outcome), line.tone, bold=concluding),
        Cell(raised("; ".join(part for part in (line.sum, line.place) if part))),
    ]


def results_csv(plan: Plan, results: Results) -> str:
    """One line for each subject and rule, separated by commas; the caller writes it as UTF-8 with BOM, which Excel needs."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    apart = len(occasions(plan)) > 1
    writer.writerow((*_CSV_HEADINGS, OCCASION) if apart else _CSV_HEADINGS)
    for line in lines(plan, results):
        row = line.row
        cells = (row.base.value, row.name, row.unit, row.kind, line.rule, line.text, line.outcome, line.sum, line.place)
        shown = (*cells, line.occasion) if apart else cells
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell for cell in shown])
    return text.getvalue()
