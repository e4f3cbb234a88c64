"""One mistake is one message, and a sound text beside it is read as it stands."""

from tests.unit.check.writing import RATE, analysed, codes, only, sound, written
from thads_dsl.diagnostics import Severity
from thads_dsl.model.understood import words

_POINTS = """I. BẢNG ĐIỂM
Đối với Chi cục THADS:
| STT | Nội dung tiêu chí | Điểm chuẩn | Cách chấm điểm |
| 1 | Chế độ báo cáo | 60 | Mỗi báo cáo chậm trừ 02 điểm, trừ không quá điểm chuẩn |
| 2 | Kiểm tra | 40 | Hội đồng chấm từ 0 đến 40 điểm |
| | Tổng cộng | 100 | |
"""


def test_a_range_in_cases_says_itself_that_it_is_about_cases() -> None:
    body = (
        "I. CHỈ TIÊU\n1. Kỳ số liệu: từ ngày 01/10/2025 đến hết ngày 30/6/2026.\n"
        "2. Chấp hành viên thi hành xong bình quân từ 8 đến 10 việc/tháng.\n"
    )
    found = analysed(written(body)).diagnostics
    (told,) = [each for each in found if each.severity is Severity.ERROR]
    assert told.code.id == "TH112"
    (target,) = (plan := sound(written(body + told.ways[0].line))).targets
    assert words(target, plan).endswith("từ 8 việc/tháng trở lên, phấn đấu 10 việc/tháng")


def test_an_abbreviation_inside_of_an_unknown_name_is_no_second_mistake() -> None:
    assert codes(written(f"I. CHỈ TIÊU\n1. Chi cục TADS đạt {RATE} về việc 80%.")) == ["TH202"]
    elsewhere = f"I. CHỈ TIÊU\n1. Chi cục TADS đạt {RATE} về việc 80%.\n2. Nội dung của BCHS được thực hiện nghiêm túc."
    assert codes(written(elsewhere)) == ["TH202", "TH924"]


def test_words_that_are_not_read_are_not_told_to_narrow_something() -> None:
    body = (
        "I. CHỈ TIÊU\n1. Đối với Chi cục THADS:\n"
        f"- Có tổng số giải quyết dưới 500 việc: {RATE} về việc 77%;\n- Có tổng số giải quyết từ 500 việc: {RATE} về việc 76%."
    )
    assert codes(written(body)) == ["TH112"]


def test_a_table_of_classes_right_below_one_of_points_is_one_of_its_own() -> None:
    classes = "| Hạng | Điểm |\n| A | từ 90 điểm trở lên |\n| B | dưới 90 điểm |"
    joined, apart = (sound(written(f"{_POINTS}{between}{classes}")) for between in ("", "Xếp hạng:\n"))
    assert [(row.name, row.cases) for row in joined.points[0].classes] == [(row.name, row.cases) for row in apart.points[0].classes]
    gap = classes.replace("dưới 90", "dưới 80")
    assert codes(written(_POINTS + gap)) == ["TH612"]


def test_what_one_line_leaves_out_of_all_below_it_is_told_once_and_said_there() -> None:
    body = (
        "I. CHỈ TIÊU\n1. Đối với Chi cục THADS:\n- Về việc:\n"
        "+ Có tổng số giải quyết dưới 500 việc: 77%;\n+ Có tổng số giải quyết từ 500 việc trở lên: 75%."
    )
    (found,) = analysed(written(body, status="dự thảo")).diagnostics
    assert found.code.id == "TH211" and len(found.also) == 1
    mended = sound(written(body.replace("- Về việc:", found.ways[0].line)))
    (issued,) = only(analysed(written(body)), "TH211")
    noted = sound(written(body.replace("- Về việc:", f"- Về việc:\n{issued.ways[0].line}")))
    assert [each.quantity for each in mended.targets] == [each.quantity for each in noted.targets] == [f"{RATE} về việc"] * 2


def test_a_group_beside_one_that_says_whose_it_is_is_of_the_same() -> None:
    rows = "- Nhóm 1 (Chi cục THADS có tổng số giải quyết dưới 300 việc): 84%;\n- Nhóm 2 (từ {} việc trở lên): 82%."
    body = f"I. CHỈ TIÊU\n1. {RATE.capitalize()} về việc\n{rows}"
    assert len(sound(written(body.format(300))).targets) == 2
    assert codes(written(body.format(400))) == ["TH401"]


def test_the_number_below_one_that_stands_twice_follows_what_either_should_be() -> None:
    rows = _POINTS.replace("| 2 | Kiểm tra | 40 |", "| 1 | Kiểm tra | 20 |").replace("đến 40 điểm", "đến 20 điểm")
    third = "| 3 | Sáng kiến | 20 | Hội đồng chấm từ 0 đến 20 điểm |\n| | Tổng"
    assert codes(written(rows.replace("| | Tổng", third))) == ["TH604"]


def test_a_group_whose_figures_are_not_read_may_be_the_one_that_is_missing() -> None:
    rows = "| Nhóm I (Chi cục THADS có tổng số giải quyết dưới 450 việc) | 86% |\n| Nhóm II (từ 450 đến dưới 90O việc) | 82% |"
    last = "| Nhóm III (Chi cục THADS có tổng số giải quyết từ 900 việc trở lên) | 79% |"
    body = f"I. CHỈ TIÊU\n| Nhóm | {RATE.capitalize()} về việc |\n{rows}\n{last}"
    assert codes(written(body)) == ["TH202"]
