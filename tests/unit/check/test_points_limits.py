"""Limits of what several criteria, or several changes of one, add or deduct; classes in a table; criteria numbered anew in each part."""

from fractions import Fraction

import pytest

from tests.unit.check.writing import analysed, only
from thads_dsl.evaluate import evaluate
from thads_dsl.model.plan import Plan
from thads_dsl.model.points import PerEvent, PointsTable
from thads_dsl.model.points_results import PointsResult
from thads_dsl.model.statistics import Base, Row, Statistics
from thads_dsl.pipeline import Analysis

FRONT = """Tên loại: KẾ HOẠCH
Trích yếu: Chấm điểm
Cơ quan ban hành: Cục Thi hành án dân sự tỉnh A
Danh mục dùng chung: THADS

I. BẢNG ĐIỂM
Đối với Chi cục THADS:
| STT | Nội dung tiêu chí | Điểm chuẩn | Cách chấm điểm |
"""
TABLE = """| 1 | Nề nếp | 100 | Mỗi lần vắng trừ 01 điểm, trừ không quá điểm chuẩn |
| 2 | Sáng kiến | 0 | Mỗi sáng kiến cộng 02 điểm, cộng không quá 10 điểm |
| 3 | Tin bài | 0 | Mỗi tin bài cộng 01 điểm, không giới hạn |
| 4 | Bồi thường | 0 | Mỗi vụ bồi thường trừ 05 điểm, không giới hạn |
| | Tổng cộng | 100 | |
"""


def plan_of(analysis: Analysis) -> Plan:
    assert analysis.plan is not None, [each.message for each in analysis.diagnostics]
    return analysis.plan


def result(plan: Plan, **counts: int) -> PointsResult:
    """The result of a unit with these occurrences, and none of the others."""
    events = [(change.key, change.event) for each in plan.points[0].criteria for change in each.changes if isinstance(change, PerEvent)]
    figures = {key: counts.get(event.replace(" ", "_"), 0) for key, event in events}
    row = Row(Base.COLLECTIVE, "X", "", "Chi cục THADS", False, figures, {})
    return evaluate(plan, Statistics((row,), (), (), ())).subjects[0].points[0]


@pytest.mark.parametrize(
    "said",
    ("Tổng điểm cộng không quá 05 điểm", "Điểm thưởng tối đa 5 điểm", "Điểm cộng của tiêu chí 2 và tiêu chí 3 không vượt quá 05 điểm"),
)
def test_a_joint_limit_ends_what_criteria_add_together(said: str) -> None:
    plan = plan_of(analysed(f"{FRONT}{TABLE}- {said}.\n"))
    assert result(plan, sáng_kiến=2, tin_bài=1).total == 105
    assert result(plan, sáng_kiến=3, tin_bài=4).total == 105
    assert result(plan, sáng_kiến=1, tin_bài=1).total == 103
    assert plan.points[0].range == (None, Fraction(105))


def test_a_joint_limit_of_deductions_bounds_the_least_total() -> None:
    plan = plan_of(analysed(f"{FRONT}{TABLE}- Điểm trừ của tiêu chí 4 không quá 07 điểm.\n"))
    assert [result(plan, vụ_bồi_thường=count).total for count in (1, 2, 9)] == [95, 93, 93]
    assert plan.points[0].range == (Fraction(-7), None)


def test_a_limit_that_may_be_of_points_deducted_from_a_standard_is_asked_with_a_line_that_is_read() -> None:
    (found,) = only(analysed(f"{FRONT}{TABLE}- Tổng điểm trừ không quá 07 điểm.\n"), "TH636")
    assert analysed(f"{FRONT}{TABLE}- {found.ways[0].line}\n").plan is not None


def test_a_criterion_has_one_joint_limit() -> None:
    said = "- Tổng điểm cộng không quá 05 điểm.\n- Điểm cộng của tiêu chí 2 không quá 03 điểm.\n"
    assert only(analysed(f"{FRONT}{TABLE}{said}"), "TH636")


@pytest.mark.parametrize(
    "said",
    ("Mỗi đơn vị được cộng tối đa 10 điểm", "Điểm thưởng không vượt quá 10 điểm/đơn vị", "Điểm cộng tại tiêu chí 2, 3 không quá 10 điểm"),
)
def test_a_limit_in_other_words_is_answered_with_one_that_is_read(said: str) -> None:
    (found,) = only(analysed(f"{FRONT}{TABLE}- {said}.\n"), "TH629")
    assert plan_of(analysed(f"{FRONT}{TABLE}{found.ways[0].line}\n")).points[0].caps[0].most == 10


def cell(standard: int, scoring: str) -> Plan:
    rest = f"| 2 | Nội vụ | {100 - standard} | Hội đồng chấm từ 0 đến {100 - standard} điểm |\n| | Tổng cộng | 100 | |\n"
    return plan_of(analysed(f"{FRONT}| 1 | Báo cáo | {standard} | {scoring} |\n{rest}"))


def test_a_limit_apart_is_of_all_that_a_cell_deducts() -> None:
    plan = cell(10, "Mỗi báo cáo chậm trừ 02 điểm; sai mẫu mỗi lần trừ 03 điểm; trừ không quá 06 điểm")
    points = [result(plan, báo_cáo_chậm=late, lần_sai_mẫu=wrong).criteria[0].points for late, wrong in ((1, 1), (2, 1), (0, 9))]
    assert points == [5, 4, 4]


def test_the_highest_bonus_alone_counts_where_a_criterion_only_adds() -> None:
    plan = cell(0, "Mỗi giải tỉnh cộng 02 điểm, không giới hạn; mỗi giải ngành cộng 03 điểm, không giới hạn; lấy mức cao nhất")
    assert result(plan, giải_tỉnh=1, giải_ngành=1).criteria[0].points == 3


DOWN = """| Hạng | Điểm | Số lượng tối đa |
| A | từ 90 trở lên | 20%, làm tròn xuống |
| B | 70 - dưới 90 | - |
| C | còn lại | |
"""
ACROSS = """| Xếp hạng | A | B | C |
|---|---|---|---|
| Tổng điểm | từ 90 điểm trở lên | từ 70 đến dưới 90 điểm | các đơn vị còn lại |
| Tỷ lệ tối đa (làm tròn xuống) | 20% | không giới hạn | |
"""
SAID = """- Hạng A: từ 90 điểm trở lên;
- Hạng B: từ 70 điểm đến dưới 90 điểm;
- Hạng C: các đơn vị còn lại.
- Không quá 20% số đơn vị xếp Hạng A, làm tròn xuống.
"""


def classed(table: PointsTable) -> object:
    quotas = [(each.name, each.percent, each.up) for each in table.quotas]
    return [(each.name, each.cases) for each in table.classes], quotas


@pytest.mark.parametrize("rows", (DOWN, ACROSS))
def test_a_table_of_classes_says_what_its_sentences_say(rows: str) -> None:
    told, said = (plan_of(analysed(f"{FRONT}{TABLE}\nII. XẾP HẠNG\n{each}")).points[0] for each in (rows, SAID))
    assert classed(told) == classed(said)


def test_a_class_without_points_in_its_table_is_no_class_that_nobody_has() -> None:
    rows = "| Hạng | Điểm |\n| A | từ 90 điểm trở lên |\n| B | |\n| C | dưới 90 điểm |\n"
    assert only(analysed(f"{FRONT}{TABLE}\nII. XẾP HẠNG\n{rows}"), "TH629")


def test_what_bars_from_a_class_for_discipline_is_a_sentence_of_its_own() -> None:
    period = "- Kỳ số liệu: từ ngày 01/10/2023 đến hết ngày 30/9/2024.\n"
    rest = "- Hạng B: các đơn vị còn lại.\n"
    (found,) = only(analysed(f"{FRONT}{TABLE}{period}- Hạng A: từ 90 điểm trở lên và không có cá nhân bị kỷ luật;\n{rest}"), "TH629")
    assert analysed(f"{FRONT}{TABLE}{period}- Hạng A: từ 90 điểm trở lên;\n{rest}- {found.ways[0].line}\n").plan is not None


def test_criteria_numbered_anew_in_each_part_are_called_by_their_parts() -> None:
    rows = """| I | Nghiệp vụ | 60 | |
| 1 | Kho | 60 | |
| a | Sổ | 20 | Hội đồng chấm từ 0 đến 20 điểm |
| b | Niêm phong | 40 | Hội đồng chấm từ 0 đến 40 điểm |
| II | Nội vụ | 40 | |
| 1 | Văn phòng | 40 | |
| a | Lưu trữ | 30 | Hội đồng chấm từ 0 đến 30 điểm |
| - | Khác | 10 | Hội đồng chấm từ 0 đến 10 điểm |
| | Tổng cộng | 100 | |
"""
    said = "- Xếp thứ tự theo tổng điểm; bằng điểm, ưu tiên lần lượt: tiêu chí II.1.a; tiêu chí II.1-1; Hội đồng quyết định.\n"
    table = plan_of(analysed(FRONT + rows + said)).points[0]
    assert [each.number for each in table.criteria] == ["I.1.a", "I.1.b", "II.1.a", "II.1-1"]
    assert table.ranking is not None
    assert [key.criterion for key in table.ranking.keys] == [None, table.criteria[2].id, table.criteria[3].id]  # the total comes first
    (found,) = only(analysed(FRONT + rows.replace("| 1 | Văn phòng | 40", "| 1 | Văn phòng | 45")), "TH601")
    assert "Phần II.1 ghi 45 điểm" in found.message
