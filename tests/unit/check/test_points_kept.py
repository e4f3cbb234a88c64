"""What the base of an amended table says of totals, classes and ranks holds on, unless the plan says otherwise."""

from fractions import Fraction

import pytest

from thads_dsl.model.points import PointsTable
from thads_dsl.pipeline import Analysis, analyse

HEAD = """Tên loại: KẾ HOẠCH
Trích yếu: Chấm điểm
Cơ quan ban hành: Cục Thi hành án dân sự tỉnh A
Danh mục dùng chung: THADS
"""
BASE = f"""{HEAD}
I. BẢNG ĐIỂM
Đối với Chi cục THADS:
| STT | Nội dung tiêu chí | Điểm chuẩn | Cách chấm điểm |
| I | Công tác chung | 60 | |
| 1 | Chế độ báo cáo | 40 | Mỗi báo cáo chậm trừ 02 điểm, trừ không quá điểm chuẩn |
| 2 | Tiếp công dân | 20 | Tốt: 20 điểm; còn lại: 0 điểm |
| II | Công tác khác | 40 | |
| 3 | Xây dựng Đảng | 40 | Hội đồng chấm từ 0 đến 40 điểm |
| | Tổng cộng | 100 | |
- Tổng điểm không dưới 10 và không quá 95 điểm; làm tròn đến hai chữ số thập phân.
- Hạng A: từ 90 điểm trở lên;
- Hạng B: các đơn vị còn lại.
- Không xếp Hạng A đối với đơn vị có tiêu chí dưới 50% số điểm.
- Không quá 20% số đơn vị xếp Hạng A, làm tròn xuống.
- Xếp thứ tự theo tổng điểm; bằng điểm thì xét tiêu chí 3.
"""
WORDS = "Thay cụm từ “báo cáo chậm” bằng cụm từ “báo cáo gửi muộn”."


def amend(*rules: str, base: str = BASE) -> Analysis:
    """The plan that these lines make of the base."""
    body = "\n".join(f"- {rule}" for rule in rules)
    text = f"{HEAD}Trên cơ sở: goc.plan\n\nI. BẢNG ĐIỂM\nĐối với Chi cục THADS:\n{body}\n"
    return analyse("thu.plan", text, {"goc.plan": base.encode()}.get)


def table(*rules: str) -> PointsTable:
    """Its table."""
    found = amend(*rules)
    assert found.plan is not None, [each.message for each in found.diagnostics]
    return found.plan.points[0]


def messages(*rules: str, base: str = BASE) -> list[str]:
    """All that is complained of."""
    return [f"{each.code.id} {each.message}" for each in amend(*rules, base=base).diagnostics]


def test_all_of_it_holds_on() -> None:
    found = table(WORDS)
    assert (found.floor, found.ceiling, found.rounding is not None) == (Fraction(10), Fraction(95), True)
    assert [each.name for each in found.classes] == ["Hạng A", "Hạng B"]
    assert (len(found.changes), len(found.quotas), len(found.kept)) == (1, 1, 6)
    assert found.ranking is not None
    assert found.ranking.keys[1].criterion == found.criteria[2].id


def test_what_the_plan_says_anew_takes_the_place_of_it() -> None:
    found = table(WORDS, "Tổng điểm không quá 90 điểm.", "Hạng A: từ 80 điểm trở lên;", "Hạng B: các đơn vị còn lại.")
    assert (found.floor, found.ceiling) == (Fraction(10), Fraction(90))
    assert [case.interval.low.value for each in found.classes for case in each.cases if case.interval.low] == [80]
    assert len(found.kept) == 4


def test_one_class_anew_leaves_the_others_open() -> None:
    assert any(each.startswith("TH612") for each in messages(WORDS, "Hạng A: từ 92 điểm trở lên;"))


def test_numbers_of_criteria_in_it_move_with_them() -> None:
    found = table("Bỏ tiêu chí 2 “Tiếp công dân”.", "Sửa điểm phần I thành 40 điểm.", "Sửa tổng điểm thành 80 điểm.")
    assert found.ranking is not None
    assert found.ranking.keys[1].criterion == found.criteria[1].id
    assert found.criteria[1].title == "Xây dựng Đảng"


def test_a_sentence_is_dropped_by_quoting_it() -> None:
    assert table(WORDS, "Bỏ quy định “Không quá 20% số đơn vị xếp Hạng A, làm tròn xuống”.").quotas == ()
    assert messages(WORDS, "Bỏ quy định “Không quá 30% số đơn vị”.") == ["TH616 bảng gốc không có câu “Không quá 30% số đơn vị”"]


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        (("Bỏ tiêu chí 2 “Tiếp công dân”.",), "TH601 Phần I ghi 60 điểm, cộng lại được 40 điểm"),
        (("Bỏ tiêu chí 2 “Tiếp công dân”.", "Sửa điểm phần I thành 40 điểm."), "TH601 Tổng cộng ghi 100 điểm, cộng lại được 80 điểm"),
        (("Sửa tổng điểm thành 100 điểm.",), "TH617 bảng gốc vốn đã ghi 100 điểm ở đó"),
        (("Sửa điểm phần V thành 10 điểm.",), "TH616 bảng gốc không có phần V"),
        (("Bổ sung tiêu chí 2 “Chuyển đổi số” 05 điểm: Hội đồng chấm từ 0 đến 5 điểm.",), "TH616 bảng gốc đã có tiêu chí 2"),
        (("Bổ sung tiêu chí 7 “Chuyển đổi số” 05 điểm: Hội đồng chấm từ 0 đến 5 điểm.",), "TH616 tiêu chí mới không mang số 7"),
    ],
)
def test_sums_and_places_are_those_of_the_base(rules: tuple[str, ...], message: str) -> None:
    assert message in messages(*rules)


def test_a_new_criterion_stands_at_the_end_with_its_number() -> None:
    new = "Bổ sung tiêu chí 4 “Chuyển đổi số” 05 điểm: Tốt: 05 điểm; còn lại: 0 điểm."
    found = table(new, "Sửa điểm phần II thành 45 điểm.", "Sửa tổng điểm thành 105 điểm.")
    assert [(each.number, each.title) for each in found.criteria][-1] == ("4", "Chuyển đổi số")


def test_days_of_the_base_are_asked_anew() -> None:
    dated = "Đơn vị có cá nhân bị kỷ luật (từ ngày 01/10/2022 đến ngày 30/9/2023) bị hạ một hạng"
    found = amend(WORDS, base=f"{BASE}- {dated}.\n").diagnostics
    assert [each.code.id for each in found] == ["TH631"]
    assert found[0].ways[0].line == "- Đơn vị có cá nhân bị kỷ luật bị hạ một hạng."


def test_what_the_base_keeps_of_its_own_base_holds_on() -> None:
    between = f"{HEAD}Trên cơ sở: goc.plan\n\nI. BẢNG ĐIỂM\nĐối với Chi cục THADS:\n- {WORDS}\n- Tổng điểm không quá 90 điểm.\n"
    files = {"goc.plan": BASE.encode(), "giua.plan": between.encode()}
    text = f"{HEAD}Trên cơ sở: giua.plan\n\nI. BẢNG ĐIỂM\nĐối với Chi cục THADS:\n- Thay cụm từ “Tốt” bằng cụm từ “Rất tốt”.\n"
    found = analyse("thu.plan", text, files.get)
    assert found.plan is not None, [each.message for each in found.diagnostics]
    assert (found.plan.points[0].floor, found.plan.points[0].ceiling) == (Fraction(10), Fraction(90))
    assert len(found.plan.points[0].quotas) == 1
