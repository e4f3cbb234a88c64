"""What can be settled but once and is settled twice (TH125); those who are left out of themselves; days of the week; units of formulas."""

from fractions import Fraction

import pytest

from tests.contract.ready_lines import pasted
from tests.unit.check.writing import analysed
from thads_dsl.diagnostics import Severity
from thads_dsl.pipeline import Analysis

FRONT = """Tên loại: KẾ HOẠCH
Trích yếu: Chấm điểm
Cơ quan ban hành: Cục Thi hành án dân sự tỉnh A
Danh mục dùng chung: THADS

"""
DEDUCTED, COUNCIL = "Mỗi báo cáo chậm trừ 02 điểm, trừ không quá điểm chuẩn", "Hội đồng chấm từ 0 đến 40 điểm"
HALF = "Đối với cá nhân: bằng 15% tổng số cá nhân trong mỗi Phòng"
FORMULAS = "I. CHỈ TIÊU\n1. Chi cục THADS đạt số gộp từ 5 việc trở lên.\n\nPHẦN KHÔNG IN\n\nSỐ LIỆU VÀ CÁCH TÍNH\n"


def table(first: str = DEDUCTED, *below: str) -> str:
    rows = f"| 1 | Báo cáo | 60 | {first} |\n| 2 | Kiểm tra | 40 | {COUNCIL} |\n| | Tổng cộng | 100 | |\n"
    head = "I. BẢNG ĐIỂM\nĐối với Chi cục THADS:\n| STT | Nội dung tiêu chí | Điểm chuẩn | Cách chấm điểm |\n"
    return f"{FRONT}{head}{rows}" + "".join(f"- {each}\n" for each in below)


def codes(analysis: Analysis) -> list[str]:
    return [each.code.id for each in analysis.diagnostics if each.severity is Severity.ERROR]


def words(analysis: Analysis) -> str:
    return " / ".join(taken.words for line in analysis.reading for taken in line.taken)


@pytest.mark.parametrize(
    ("text", "meant"),
    (
        (table(f"{DEDUCTED}, trừ không quá 10 điểm"), ("nhiều nhất -60", "nhiều nhất -10")),
        (table("Mỗi báo cáo chậm trừ 02 điểm, trừ không quá 10 điểm; trừ không quá 20 điểm"), ("nhiều nhất -10", "nhiều nhất -20")),
        (table("Hội đồng chấm từ 0 đến 60 điểm; Hội đồng chấm từ 5 đến 60 điểm"), ("từ 0 đến 60", "từ 5 đến 60")),
        (table(DEDUCTED, "Tổng điểm không quá 95 điểm, không quá 98 điểm."), ("không quá 95", "không quá 98")),
        (table(DEDUCTED, "Tổng điểm không quá 95 điểm.", "Tổng điểm không quá 98 điểm."), ("không quá 95", "không quá 98")),
        (
            table(DEDUCTED, "Tổng điểm: làm tròn đến hai chữ số thập phân; làm tròn đến một chữ số thập phân."),
            ("làm tròn đến hai", "làm tròn đến một"),
        ),
        (f"{FRONT}I. SỐ LƯỢNG\n- {HALF}, làm tròn lên, làm tròn xuống, do Hội đồng bình xét lựa chọn.", ("tính là 1", "bỏ phần lẻ")),
        (
            f"{FRONT}I. CHỈ TIÊU\n1. Chi cục THADS đạt tỷ lệ thi hành xong về tiền 45%, phấn đấu 50%, phấn đấu 55%.",
            ("phấn đấu 50%", "phấn đấu 55%"),
        ),
        (
            f"{FRONT}I. SỐ LƯỢNG\n- Đối với tập thể: không quá 05 tập thể, không quá 03 tập thể, do Hội đồng bình xét lựa chọn.",
            ("nhiều nhất 5", "nhiều nhất 3"),
        ),
    ),
)
def test_either_of_two_answers_can_be_pasted_and_is_then_the_only_one(text: str, meant: tuple[str, str]) -> None:
    analysis = analysed(text)
    assert codes(analysis) == ["TH125"]
    told = next(each for each in analysis.diagnostics if each.code.id == "TH125")
    assert told.also, "both places are quoted"
    for way, said in zip(told.ways, meant, strict=True):
        again = pasted(analysis, way)
        assert again is not None, way
        settled = analysed(again)
        assert not codes(settled), (way, settled.diagnostics)
        assert said in words(settled), (way, words(settled))
        others = [each for each in meant if each != said and each not in said]
        assert all(each not in words(settled) for each in others), (way, words(settled))


@pytest.mark.parametrize(
    "first",
    (
        "Mỗi báo cáo chậm trừ 02 điểm, trừ không quá 20 điểm; mỗi báo cáo chậm trừ 03 điểm, trừ không quá 20 điểm",
        "Có sáng kiến: cộng 01 điểm, chỉ cộng một lần; có sáng kiến: cộng 01 điểm, chỉ cộng một lần; Hội đồng chấm từ 0 đến 60 điểm",
    ),
)
def test_what_would_count_twice_is_told(first: str) -> None:
    assert codes(analysed(table(first))) == ["TH125"]


@pytest.mark.parametrize(
    "first",
    (
        "Mỗi báo cáo chậm trừ 02 điểm, trừ không quá điểm chuẩn, trừ không quá 60 điểm",  # the same figure
        "Mỗi báo cáo chậm trừ 02 điểm, trừ không quá 10 điểm; mỗi lần vắng họp trừ 01 điểm, trừ không quá 05 điểm; trừ không quá 12 điểm",
        "Mỗi báo cáo chậm trừ 02 điểm, trừ không quá điểm chuẩn; mỗi báo cáo sai trừ 01 điểm, trừ không quá điểm chuẩn; "
        "trừ không quá điểm chuẩn",
    ),
)
def test_what_agrees_or_is_of_something_else_is_not_told(first: str) -> None:
    assert not codes(analysed(table(first)))


def test_a_share_of_units_behind_a_class_is_that_of_the_class() -> None:
    for said in (
        "Hạng A: từ 90 điểm trở lên; không quá 20% số đơn vị, làm tròn xuống",
        "Hạng A: từ 90 điểm trở lên (không quá 20% số đơn vị, làm tròn xuống)",
        "Hạng A: từ 90 điểm trở lên (không quá 20% số đơn vị), làm tròn xuống",
    ):
        analysis = analysed(table(DEDUCTED, f"{said};", "Hạng B: dưới 90 điểm."))
        assert analysis.plan is not None, analysis.diagnostics
        assert not analysis.plan.quotas
        (quota,) = analysis.plan.points[0].quotas
        assert (quota.name, quota.percent, quota.up) == ("Hạng A", Fraction(20), False)


def test_a_share_behind_a_class_that_a_council_gives_is_no_number_of_awards() -> None:
    by_council = "Hạng A: từ 90 điểm trở lên; không quá 20% số đơn vị, do Hội đồng bình xét lựa chọn."
    assert codes(analysed(table(DEDUCTED, by_council, "Hạng B: dưới 90 điểm."))) == ["TH629"]


@pytest.mark.parametrize("out", ("Chi cục THADS cấp huyện", "Chi cục THADS", "đơn vị"))
def test_nobody_is_left_of_those_who_are_left_out_of_themselves(out: str) -> None:
    text = f"{FRONT}I. CHỈ TIÊU\n1. Chi cục THADS (trừ {out}) đạt tỷ lệ thi hành xong về việc 45%.\n"
    analysis = analysed(text)
    assert codes(analysis) == ["TH230"]
    again = pasted(analysis, analysis.diagnostics[0].ways[0])
    assert again is not None
    settled = analysed(again)
    assert settled.plan is not None, settled.diagnostics
    assert settled.plan.targets[0].subject.none_of == ()


def test_a_name_is_not_offered_that_would_leave_nobody() -> None:
    text = f"{FRONT}I. CHỈ TIÊU\n1. Chi cục THADS (trừ Chi cục cấp huyện) đạt tỷ lệ thi hành xong về việc 45%.\n"
    (told,) = analysed(text).diagnostics
    assert told.code.id == "TH202"
    assert not any("cấp huyện) đạt" in way.line for way in told.ways)


@pytest.mark.parametrize(
    ("said", "wrong"),
    (
        ("trước ngày 10/7/2024 (thứ Hai)", True),
        ("trước ngày 10/7/2024 (thứ Tư)", False),
        ("trước ngày 10 tháng 7 năm 2024 (Chủ nhật)", True),
        ("trước ngày 10/7/2024 (lần thứ hai)", False),
    ),
)
def test_a_day_of_the_week_is_that_of_its_date(said: str, wrong: bool) -> None:
    text = f"{FRONT}1. Thời gian: từ ngày 01/4/2024 đến hết ngày 30/6/2024.\n2. Hồ sơ gửi {said}.\n"
    analysis = analysed(text)
    assert codes(analysis) == (["TH533"] if wrong else [])
    for way in analysis.diagnostics[0].ways if wrong else ():
        again = pasted(analysis, way)
        assert again is not None
        assert not codes(analysed(again))


@pytest.mark.parametrize(
    ("lines", "wrong"),
    (
        ("- số một: việc\n- số hai: đồng\n- số gộp: việc = số một + số hai\n", True),
        ("- số một: đơn\n- số hai: đơn\n- số gộp: việc = số một - số hai\n", True),
        ("- số một: việc\n- số hai: việc, đồng\n- số gộp: việc = số một + số hai\n", False),
        ("- số một: việc\n- số hai: đồng\n- số gộp: việc\n- Cân đối: số gộp = số một + số hai\n", True),
    ),
)
def test_a_formula_adds_what_is_counted_in_one_unit(lines: str, wrong: bool) -> None:
    analysis = analysed(f"{FRONT}{FORMULAS}{lines}")
    assert codes(analysis) == (["TH209"] if wrong else []), analysis.diagnostics
