"""Sentences about totals, classes and numbers of which only one can be meant; which way is down among classes."""

from fractions import Fraction

from thads_dsl.diagnostics import Severity
from thads_dsl.pipeline import Analysis, analyse

FRONT = "Tên loại: KẾ HOẠCH\nTrích yếu: Chấm điểm\nCơ quan ban hành: Cục Thi hành án dân sự tỉnh A\nDanh mục dùng chung: THADS\n\n"
TABLE = """I. BẢNG ĐIỂM
Đối với Chi cục THADS:
| STT | Nội dung tiêu chí | Điểm chuẩn | Cách chấm điểm |
| 1 | Tiếp công dân | 60 | {} |
| 2 | Kho vật chứng | 40 | Hội đồng chấm từ 0 đến 40 điểm |
| | Tổng cộng | 100 | |
"""
ONE = "Mỗi buổi vắng trừ 02 điểm, trừ không quá điểm chuẩn"


def plan(below: str, cell: str = ONE) -> Analysis:
    return analyse("in.plan", f"{FRONT}{TABLE.format(cell)}{below}\n")


def codes(analysis: Analysis) -> list[str]:
    return [each.code.id for each in analysis.diagnostics]


def test_one_class_down_goes_by_the_names_however_the_classes_are_listed() -> None:
    rows = ["- Hạng A: từ 90 điểm trở lên;", "- Hạng B: từ 50 điểm đến dưới 90 điểm;", "- Hạng C: dưới 50 điểm;"]
    down = "- Đơn vị có công chức bị kỷ luật từ khiển trách trở lên (từ ngày 01/10/2023 đến ngày 30/9/2024) thì xếp cao nhất là Hạng B."
    for listed in (rows, rows[::-1]):
        found = plan("\n".join([*listed, down]))
        assert found.plan is not None and codes(found) == []
        (table,) = found.plan.points
        assert [row.name for row in table.classes] == ["Hạng A", "Hạng B", "Hạng C"]
        assert [change.bar for change in table.changes] == ["Hạng A"]


def test_names_of_two_scales_stay_as_listed() -> None:
    found = plan("- Loại Khá: dưới 50 điểm;\n- Hạng B: từ 50 điểm đến dưới 90 điểm;\n- Hạng A: từ 90 điểm trở lên.")
    assert found.plan is not None
    assert [row.name for row in found.plan.points[0].classes] == ["Loại Khá", "Hạng B", "Hạng A"]


def test_floor_and_ceiling_the_wrong_way_round_are_turned() -> None:
    (told,) = plan("- Tổng điểm không quá 90 điểm, không dưới 95 điểm.").diagnostics
    mended = plan(told.ways[0].line)
    assert mended.plan is not None and codes(mended) == []
    assert (mended.plan.points[0].floor, mended.plan.points[0].ceiling) == (Fraction(90), Fraction(95))


def test_the_cases_of_a_class_on_two_lines_are_put_on_one() -> None:
    first = "- Hạng A: từ 90 điểm trở lên và không tiêu chí nào dưới 50% số điểm chuẩn;\n"
    twice = first + "- Hạng B: từ 90 điểm trở lên nhưng có tiêu chí dưới 50% số điểm chuẩn;\n- Hạng B: dưới 90 điểm."
    (told,) = plan(twice).diagnostics
    mended = plan(first + told.ways[0].line)
    assert mended.plan is not None and codes(mended) == []
    assert [(row.name, len(row.cases)) for row in mended.plan.points[0].classes] == [("Hạng A", 1), ("Hạng B", 2)]


def test_names_turned_round_end_classes_upside_down() -> None:
    rows = ["- Hạng A: dưới 50 điểm;", "- Hạng B: từ 50 điểm đến dưới 90 điểm;", "- Hạng C: từ 90 điểm trở lên."]
    (told,) = plan("\n".join(rows)).diagnostics
    assert told.severity is Severity.WARNING
    rows[0], rows[2] = (way.line for way in told.ways)
    mended = plan("\n".join(rows))
    assert mended.plan is not None and codes(mended) == []
    best = mended.plan.points[0].classes[0]
    assert best.name == "Hạng A" and best.cases[0].interval.low is not None and best.cases[0].interval.low.value == 90


def test_points_of_a_quarter_are_left_out_by_the_ready_cell() -> None:
    (told,) = plan("", "Tốt: 60 điểm; còn lại: 0 điểm, riêng quý IV: 10 điểm").diagnostics
    mended = plan("", told.ways[0].line)
    assert mended.plan is not None and codes(mended) == []
    assert mended.plan.points[0].criteria[0].range == (Fraction(0), Fraction(60))


def test_deductions_end_at_the_lowest_level_where_there_is_something_to_lose() -> None:
    cell = "Tốt: 60 điểm; còn lại: 30 điểm; mỗi buổi vắng trừ 05 điểm, trừ không quá điểm chuẩn"
    (told,) = plan("", cell).diagnostics
    mended = plan("", told.ways[0].line)
    assert mended.plan is not None and codes(mended) == []
    assert mended.plan.points[0].criteria[0].range[0] == Fraction(0)
    (told,) = plan("", cell.replace("30 điểm", "0 điểm")).diagnostics
    assert (told.code.id, told.ways) == ("TH955", ())
