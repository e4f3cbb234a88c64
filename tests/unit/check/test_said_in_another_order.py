"""Sentences whose parts stand in another order, or beside more of them: the base behind two figures, what a fall is compared with."""

import pytest

from tests.unit.check.writing import RATE, analysed, codes, sound, written
from thads_dsl.diagnostics import Severity
from thads_dsl.model.rules import Target, TargetsMet

PERIOD = "Kỳ số liệu: từ ngày 01/10/2023 đến hết ngày 30/9/2024\nĐối với Chi cục THADS:\n"


def targets(*sentences: str) -> tuple[Target, ...]:
    return sound(written(PERIOD + "".join(f"- {each}\n" for each in sentences))).targets


@pytest.mark.parametrize("base", ["trên số có điều kiện", "trên tổng số có điều kiện", "trên tổng số có điều kiện thi hành"])
def test_the_base_behind_two_figures_is_that_of_the_rate(base: str) -> None:
    for sentence in (
        f"Thi hành xong trên 83% về việc và trên 45% về tiền {base}",
        f"Thi hành xong về việc trên 83% và về tiền trên 45% {base}",
    ):
        assert [(each.quantity, str(each.goal)) for each in targets(sentence)] == [
            (f"{RATE} về việc", str(targets("Tỷ lệ thi hành xong về việc trên 83%")[0].goal)),
            (f"{RATE} về tiền", str(targets("Tỷ lệ thi hành xong về tiền trên 45%")[0].goal)),
        ]


def test_equal_or_higher_is_said_behind_the_side_too() -> None:
    (said,) = targets("Tỷ lệ thi hành xong về tiền bằng hoặc cao hơn năm trước")
    (meant,) = targets("Tỷ lệ thi hành xong về tiền không thấp hơn năm trước")
    assert (said.quantity, said.goal, said.measure, said.against) == (meant.quantity, meant.goal, meant.measure, meant.against)


def test_a_fall_may_name_its_base_before_its_figure() -> None:
    (said,) = targets("Số tiền có điều kiện chuyển kỳ sau giảm so với cùng kỳ năm 2023 ít nhất 6%")
    (meant,) = targets("Số tiền có điều kiện chuyển kỳ sau giảm ít nhất 6% so với cùng kỳ năm 2023")
    assert (said.quantity, said.goal, said.measure, said.against) == (meant.quantity, meant.goal, meant.measure, meant.against)


def test_a_level_and_another_time_are_both_to_be_met_and_two_levels_are_not() -> None:
    level, higher = "Tỷ lệ thi hành xong về việc đạt hơn 47,25%", "Tỷ lệ thi hành xong về việc cao hơn cùng kỳ năm trước"
    assert len(targets(level, higher)) == 2
    others = "Đối với Phòng chuyên môn và Chi cục THADS:\n- "
    assert "TH407" in codes(written(f"{PERIOD}- {level}\n{others}Tỷ lệ thi hành xong về việc đạt chỉ tiêu được giao"))


def test_none_of_something_is_at_most_nought() -> None:
    for figure in ("đạt 0 vụ", "là 0"):
        (target,) = targets(f"Số vụ việc bồi thường nhà nước {figure}")
        assert target.goal is not None and target.goal.low is None and target.goal.high is not None and target.goal.high.value == 0


AWARD = "“Giấy khen của Cục trưởng” được xét, tặng cho Chi cục THADS đạt các tiêu chuẩn, điều kiện sau:\n- "
TWO = "Tỷ lệ thi hành xong đạt 80% về việc, 40% về tiền\n"


@pytest.mark.parametrize(
    ("sentence", "least"),
    [
        ("Hoàn thành cả hai chỉ tiêu về việc và về tiền", None),
        ("đạt cả hai chỉ tiêu nêu trên", None),
        ("đạt ít nhất 1/2 chỉ tiêu nêu trên", 1),
    ],
)
def test_so_many_of_the_targets_said_above(sentence: str, least: int | None) -> None:
    plan = sound(written(f"{PERIOD}- {TWO}{AWARD}{sentence}"))
    (condition,) = plan.standards[0].conditions
    assert isinstance(condition, TargetsMet) and condition.least == least and len(condition.targets) == 2


def test_both_of_three_is_asked() -> None:
    assert "TH221" in codes(written(f"{PERIOD}- {TWO}- Không để xảy ra vụ việc bồi thường nhà nước\n{AWARD}Đạt cả hai chỉ tiêu nêu trên"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Xác minh điều kiện thi hành án đối với 100% số việc chưa có điều kiện",
        "Trả lời đúng hạn tối thiểu 96% số kiến nghị của Viện kiểm sát",
        "Giải quyết xong 100% số đơn khiếu nại thuộc thẩm quyền",
        "Tiếp nhận, xử lý kịp thời ít nhất 98% đơn thư",
    ],
)
def test_a_share_of_what_is_done_is_declared_by_either_line_offered(sentence: str) -> None:
    text = written(f"{PERIOD}- {sentence}\n")
    (complaint,) = (each for each in analysed(text).diagnostics if each.severity is Severity.ERROR)
    lines = [way.line for way in complaint.ways if way.line.startswith("PHẦN KHÔNG IN")]
    assert complaint.code.id == "TH201" and len(lines) == 2
    assert all(len(sound(f"{text}{line}\n").targets) == 1 for line in lines)
