"""Each proof is made of what an error does not touch: only where the error may decide the verdict nothing is said."""

import pytest

from tests.unit.check.writing import RATE, codes, only, written
from tests.unit.check.writing import analysed as analysed_text
from thads_dsl.diagnostics import Diagnostic

_ELSEWHERE = f"\nIX. NỘI DUNG KHÁC\n1. Chi cục THADS đạt {RATE.replace('xong', 'song')} 45% về tiền."
_TABLE = """I. BẢNG ĐIỂM
Đối với Chi cục THADS:
| STT | Nội dung tiêu chí | Điểm chuẩn | Cách chấm điểm |
| 1 | Chế độ báo cáo | 60 | Mỗi báo cáo chậm trừ 02 điểm, trừ không quá điểm chuẩn |
| {number} | Kiểm tra | 40 | Hội đồng chấm từ 0 đến {most} điểm |
| | Tổng cộng | 100 | |
"""


def said(body: str, code: str) -> list[Diagnostic]:
    """The complaints of one code about these lines."""
    return only(analysed_text(written(body, status="dự thảo")), code)


def bands(*rows: str) -> list[tuple[str, str]]:
    """What is said of the bands of these rows."""
    body = "I. CHỈ TIÊU\n1. Đối với Chi cục THADS:\n" + "\n".join(f"- {row}" for row in rows)
    return [(each.code.id, each.message) for code in ("TH401", "TH402", "TH403") for each in said(body, code)]


def row(band: str, rate: str = RATE) -> str:
    return f"Có tổng số giải quyết {band}: {rate} về việc 76%;"


def test_rows_that_overlap_are_told_beside_a_row_that_is_not_read() -> None:
    found = bands(row("dưới 500 việc"), row("từ 400 việc đến dưới 800 việc"), row("từ 800 việc trở lên", "tỷ lệ thi hành song"))
    assert found == [("TH402", "từ 400 việc đến 499 việc thuộc cả hai mức")]


@pytest.mark.parametrize(("unread", "told"), [("từ 800 việc trở lên", True), ("từ 500 việc đến dưới 600 việc", False)])
def test_a_gap_is_told_where_the_row_that_is_not_read_does_not_speak_of_it(unread: str, told: bool) -> None:
    found = bands(row("dưới 500 việc"), row("từ 600 việc đến dưới 800 việc"), row(unread, "tỷ lệ thi hành song"))
    assert (("TH401", "chưa có mức cho từ 500 việc đến dưới 600 việc") in found) is told


def test_a_row_whose_figures_are_not_read_may_fill_any_gap() -> None:
    assert not bands(row("dưới 500 việc"), row("từ 5OO việc đến dưới 6OO việc"), row("từ 600 việc trở lên"))


def test_a_row_of_other_people_fills_no_gap() -> None:
    rows = (
        f"- Chi cục THADS có tổng số giải quyết dưới 800 việc đạt {RATE} về việc 77%;",
        f"- Chi cục THADS có tổng số giải quyết từ 900 việc trở lên đạt {RATE} về việc 75%;",
        "- {} có tổng số giải quyết từ 850 việc trở lên đạt tỷ lệ thi hành song về việc 76%.",
    )
    of_others, of_all = ("\n".join(rows).format(who) for who in ("Chấp hành viên", "Đơn vị"))
    assert [each.message for each in said(f"I. CHỈ TIÊU\n{of_others}", "TH401")] == ["chưa có mức cho từ 800 việc đến dưới 900 việc"]
    assert not said(f"I. CHỈ TIÊU\n{of_all}", "TH401")


def test_a_gap_between_sound_rows_of_a_table_is_told_beside_two_wrong_rows() -> None:
    who = "Chi cục THADS có tổng số giải quyết"
    rows = (
        f"| {who} dưới 500 việc | 180% |",
        f"| {who} từ 500 việc đến dưới 700 việc | 78% |",
        f"| {who} từ 800 việc đến dưới 900 việc | 77% |",
        f"| {who} từ 900 việc trở lên |",
    )
    body = f"I. CHỈ TIÊU\n| Đơn vị | {RATE.capitalize()} về việc |\n" + "\n".join(rows)
    assert codes(written(body)) == ["TH408", "TH401", "TH124"]


def test_a_note_that_has_no_place_in_its_line_moves_no_band() -> None:
    body = (
        "I. CHỈ TIÊU\n1. Đối với Chi cục THADS:\n"
        f"- {row('dưới 500 việc')}\nHiểu là: cụm từ “dưới 600 việc” là “dưới 450 việc”\n- {row('từ 500 việc trở lên')}"
    )
    assert codes(written(body)) == ["TH105", "TH107"]  # and the figure that it brings is told at once


@pytest.mark.parametrize(("number", "most"), [(1, 40), (2, 30)])
def test_classes_are_proved_beside_a_criterion_with_an_error(number: int, most: int) -> None:
    classes = "- Hạng A: từ 90 điểm trở lên;\n- Hạng B: từ 70 điểm đến 90 điểm;\n- Hạng C: dưới 60 điểm."
    body = _TABLE.format(number=number, most=most) + classes
    assert [each.message for each in said(body, "TH613")] == ["đúng 90 điểm thuộc cả Hạng A và Hạng B"]
    assert [each.message for each in said(body, "TH612")] == ["chưa có hạng cho từ 60 điểm đến dưới 70 điểm"]


def test_a_class_that_is_not_read_may_be_the_one_that_is_missing() -> None:
    classes = "- Hạng A: từ 90 điểm trở lên;\n- Hạng B: từ 6,0,0 điểm đến dưới 90 điểm;\n- Hạng C: dưới 60 điểm."
    assert not said(_TABLE.format(number=2, most=40) + classes, "TH612")


def test_waves_that_overlap_are_told_beside_an_error_elsewhere() -> None:
    body = (
        "I. THỜI GIAN\n1. Đợt 1: Thời gian từ ngày 01/3/2024 đến hết ngày 31/5/2024.\n"
        "2. Đợt 2: Thời gian từ ngày 15/5/2024 đến hết ngày 30/9/2024."
    )
    assert said(body, "TH523") and said(body + _ELSEWHERE, "TH523")


def test_two_numbers_of_the_same_are_told_beside_an_error_elsewhere_and_not_under_one() -> None:
    numbers = "- Tối đa 10 tập thể, do Hội đồng bình xét lựa chọn.\n- Tối đa 12 tập thể, do Hội đồng bình xét lựa chọn."
    body = f"I. SỐ LƯỢNG\n{numbers}"
    assert said(body, "TH570") and said(body + _ELSEWHERE, "TH570")


def test_a_deadline_is_held_against_the_days_that_are_right() -> None:
    body = (
        "I. THỜI GIAN\n1. Thời gian phát động: từ ngày 01/4/2024 đến hết ngày 31/6/2024.\n"
        "2. Kỳ số liệu: từ ngày 01/10/2023 đến hết ngày {}.\n3. Hồ sơ gửi về Cục THADS tỉnh trước ngày 25/6/2024."
    )
    assert said(body.format("30/6/2024"), "TH504")
    assert not said(body.format("31/6/2024"), "TH504")


def test_a_lead_in_without_items_is_told_beside_an_error_elsewhere() -> None:
    body = (
        "I. TIÊU CHUẨN\n1. Giấy khen được tặng cho tập thể đạt các tiêu chuẩn sau:\n2. Không xét khen thưởng đối với:\n- Cá nhân nghỉ phép."
    )
    assert said(body, "TH115") and said(body + _ELSEWHERE, "TH115")


_CLASSES = """I. CHỈ TIÊU
1. Đối với Chi cục THADS
- Về việc: {rate} đạt chỉ tiêu được giao.
- Về tiền: tỷ lệ {done} trên có điều kiện đạt chỉ tiêu được giao.
2. Đối với Chi cục THADS:
| STT | Nội dung tiêu chí | Điểm chuẩn | Cách chấm điểm |
| 1 | Chế độ báo cáo | 60 | Mỗi báo cáo chậm trừ 02 điểm, trừ không quá điểm chuẩn |
| 2 | Kiểm tra | 40 | Hội đồng chấm từ 0 đến 40 điểm |
| | Tổng cộng | 100 | |
- Hạng A: từ 90 điểm trở lên và đạt cả hai chỉ tiêu được giao;
- Hạng B: từ 70 điểm đến {most} điểm, hoặc từ 90 điểm trở lên nhưng không đạt đủ cả hai chỉ tiêu được giao;
- Hạng C: dưới 70 điểm."""


@pytest.mark.parametrize("done", ["thi hành xong", "hòa giải"])
@pytest.mark.parametrize(("most", "code", "words"), [("90", "TH613", "đúng 90 điểm"), ("dưới 89", "TH612", "89 điểm"), ("dưới 90", "", "")])
def test_classes_meet_or_not_whichever_targets_they_speak_of(done: str, most: str, code: str, words: str) -> None:
    body = _CLASSES.format(rate=RATE[0].upper() + RATE[1:], done=done, most=most)
    found = [each for every in ("TH612", "TH613") for each in said(body, every)]
    assert [each.code.id for each in found] == ([code] if code else [])
    assert all(words in each.message for each in found)


def test_waves_by_each_other_are_told_only_where_no_error_hides_their_figures() -> None:
    waves = "I. CÁC ĐỢT\n- Đợt 1: từ ngày 01/10/2025 đến hết ngày 31/01/2026.\n- Đợt 2: từ ngày 01/02/2026 đến hết ngày 31/5/2026.\n"
    targets = "II. CHỈ TIÊU\n1. Đối với Phòng THADS khu vực\n{first}- Chỉ tiêu đợt 2 cao hơn chỉ tiêu đợt 1 là 2 điểm phần trăm.\n"
    circle = "- Chỉ tiêu đợt 1 thấp hơn chỉ tiêu đợt 2 là 2 điểm phần trăm.\n"
    assert said(waves + targets.format(first=circle), "TH513")
    unread = f"- Đợt 1: {RATE} đạt 20-90% về việc.\n"
    assert not said(waves + targets.format(first=unread), "TH513")
    assert not said(waves + targets.format(first=unread + circle), "TH513")


def test_groups_that_leave_a_gap_are_told_once_and_where_they_are_defined() -> None:
    groups = """I. CHỈ TIÊU
1. Các Chấp hành viên được chia thành 02 nhóm:
- Nhóm A: Chấp hành viên được giao thụ lý dưới 119 việc và dưới 15 tỷ đồng;
- Nhóm B: Chấp hành viên được giao thụ lý từ 120 việc trở lên hoặc từ 15 tỷ đồng trở lên.
2. Tỷ lệ thi hành xong trên có điều kiện:
| Nhóm | Về việc | Về tiền |
| Nhóm A | 90% | 55% |
| Nhóm B | 88% | 50% |"""
    (found,) = said(groups, "TH401")
    lines = written(groups, status="dự thảo").split("\n")
    assert {"Nhóm A: Ch", "Nhóm B: Ch"} <= {lines[each.span.line - 1][2:12] for each in found.also}
    assert "đúng 119 việc" in found.message


@pytest.mark.parametrize("figures", ["từ 12O việc trở lên", "từ 120 tỷ việc trở lên", "từ 120 việc khiển trách lên"])
def test_rows_of_a_group_whose_definition_is_not_read_may_fill_any_gap(figures: str) -> None:
    groups = f"""I. CHỈ TIÊU
1. Các Chấp hành viên được chia thành 02 nhóm:
- Nhóm A: Chấp hành viên được giao thụ lý dưới 120 việc và dưới 15 tỷ đồng;
- Nhóm B: Chấp hành viên được giao thụ lý {figures} hoặc từ 15 tỷ đồng trở lên.
2. Tỷ lệ thi hành xong trên có điều kiện:
| Nhóm | Về việc | Về tiền |
| Nhóm A | 90% | 55% |
| Nhóm B | 88% | 50% |"""
    assert not said(groups, "TH401")
    assert not said(groups, "TH403")


def test_a_group_of_all_others_rests_on_a_line_beside_it_that_is_not_read() -> None:
    first = "- CHV loại A (có từ 300 việc có điều kiện thi hành lên) đạt tỷ lệ thi hành xong về việc 71%;"
    rest = "- CHV loại B (các CHV còn lại) đạt tỷ lệ thi hành xong về việc 77%."
    body = f"I. CHỈ TIÊU\n1. Đối với Chấp hành viên (CHV)\n{first}\n{rest}"
    assert said(body, "TH102")
    assert not said(body, "TH219")
