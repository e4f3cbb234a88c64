"""Two words of one sentence that contradict each other, and averages of what cannot be read."""

from tests.unit.check.test_consequences import FRONT
from thads_dsl.pipeline import analyse

FEWER = "số việc có điều kiện chuyển kỳ sau"
TABLE = (
    "I. BẢNG ĐIỂM\nĐối với Chi cục THADS:\n| STT | Nội dung tiêu chí | Điểm chuẩn | Cách chấm điểm |\n"
    "| 1 | Báo cáo | 60 | Chấm linh hoạt |\n| 2 | Phối hợp | 40 | Trung bình cộng điểm của tiêu chí 1 |\n| | Tổng cộng | 100 | |"
)


def test_a_target_that_says_both_less_and_more_is_told() -> None:
    found = analyse("a.plan", f"{FRONT}I. CHỈ TIÊU\n1. Chi cục THADS giảm {FEWER} tăng 5% so với cùng kỳ năm trước.")
    assert "câu vừa nói “giảm”, vừa nói “tăng”" in [each.message for each in found.diagnostics]
    plain = analyse("a.plan", f"{FRONT}I. CHỈ TIÊU\n1. Chi cục THADS giảm {FEWER} ít nhất 5% so với cùng kỳ năm trước.")
    assert "TH932" not in {each.code.id for each in plain.diagnostics}


def test_an_average_of_a_criterion_that_is_not_read_is_read_out_all_the_same() -> None:
    found = analyse("a.plan", FRONT + TABLE)
    assert [(each.code.id, each.at.span.line) for each in found.diagnostics] == [("TH602", 9)]
    assert [line.text for line in found.reading][-1].startswith("| | Tổng cộng")


def test_a_step_that_is_no_number_as_it_is_written_is_none() -> None:
    definition = "PHẦN KHÔNG IN\n\nSỐ LIỆU VÀ CÁCH TÍNH\n- tỷ lệ hài lòng: %, bước {}\n"
    rule = "I. CHỈ TIÊU\n1. Chi cục THADS đạt tỷ lệ hài lòng từ 92% trở lên.\n\n"
    codes = [{each.code.id for each in analyse("a.plan", FRONT + rule + definition.format(step)).diagnostics} for step in ("1/3%", "0,5%")]
    assert ["TH209" in each for each in codes] == [True, False]
