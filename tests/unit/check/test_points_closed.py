"""Bands of points, of a bonus and of levels, and classes: what they leave out, what they give twice, and what is sound."""

import pytest

from tests.unit.check.writing import analysed, codes, edited, only, sound, written
from thads_dsl.pipeline import Analysis

RATE = "Tỷ lệ thi hành xong trên có điều kiện về việc"
START = "Đạt chỉ tiêu: 50 điểm; không đạt chỉ tiêu: 0 điểm; không phát sinh: 50 điểm; "


def plan(scoring: str, *more: str, title: str = RATE, other: str = "Tốt: 50 điểm; còn lại: 0 điểm", status: str = "dự thảo") -> str:
    rows = f"| 1 | {title} | 50 | {scoring} |\n| 2 | Nền nếp | 50 | {other} |\n| | Tổng cộng | 100 | |\n"
    head = "| STT | Nội dung tiêu chí | Điểm chuẩn | Cách chấm điểm |\n"
    target = "I. BẢNG ĐIỂM\nĐối với Chi cục THADS:\n- Về việc: phấn đấu đạt tỷ lệ thi hành xong trên có điều kiện 80%.\n"
    return written(target + head + rows + "\n".join(more), status=status)


def told(text: str) -> list[str]:
    return [each.message for each in analysed(text).diagnostics]


def closes(analysis: Analysis, text: str) -> None:
    """Every ready line of the one complaint leaves a sound plan."""
    (found,) = analysis.diagnostics
    for way in found.ways:
        if way.edit is not None:
            sound(edited(text, way.edit))
        elif "…" in way.line and way.line.startswith("; "):
            lines = text.split("\n")
            lines[found.at.span.line - 1] = lines[found.at.span.line - 1].removesuffix(" |") + way.line.replace("…", "1") + " |"
            sound("\n".join(lines))


BONUSES = {
    "vượt từ 2% đến dưới 4%: cộng 01 điểm; vượt từ 5% trở lên: cộng 02 điểm": "chưa có điểm cho vượt từ 4% đến dưới 5%",
    "vượt từ 2% đến dưới 4%: cộng 01 điểm": "chưa có điểm cho vượt từ 4% trở lên",
    "vượt từ 2% đến 4%: cộng 01 điểm; vượt từ 4% trở lên: cộng 02 điểm": "vượt đúng 4% thuộc hai mức điểm",
    "vượt từ 1% đến dưới 2%: cộng 01 điểm; vượt từ 2% trở lên và có tổng số giải quyết từ 1.200 việc trở lên: cộng 02 điểm": (
        "chưa có điểm cho vượt từ 2% trở lên và có tổng số giải quyết dưới 1.200 việc"
    ),
    "vượt từ 2% trở lên và có tổng số giải quyết trên 500 việc: cộng 01 điểm; "
    "vượt từ 3% trở lên và có tổng số giải quyết dưới 500 việc: cộng 02 điểm": (
        "chưa có điểm cho vượt từ 3% trở lên và có tổng số giải quyết đúng 500 việc"
    ),
}


@pytest.mark.parametrize("bonus", BONUSES)
def test_a_bonus_is_closed_from_its_first_band_up(bonus: str) -> None:
    text = plan(START + bonus)
    assert told(text) == [BONUSES[bonus]]
    closes(analysed(text), text)


@pytest.mark.parametrize(
    "bonus",
    [
        "vượt từ 2% đến dưới 4%: cộng 01 điểm; vượt từ 4% đến 20%: cộng 02 điểm",  # 80% and 20 points more is all that there is
        "vượt từ 2% trở lên và có tổng số giải quyết từ 1.200 việc trở lên: cộng 02 điểm",
        "vượt từ 2% trở lên và có tổng số giải quyết từ 1.200 việc trở lên: cộng 02 điểm; "
        "vượt từ 3% trở lên và có tổng số giải quyết dưới 1.200 việc: cộng 01 điểm",
        "vượt từ 2% đến dưới 4%: cộng 01 điểm; vượt từ 4% đến dưới 5%: cộng 0 điểm; vượt từ 5% trở lên: cộng 02 điểm",
    ],
)
def test_a_bonus_may_begin_anywhere_and_be_for_some_loads(bonus: str) -> None:
    assert codes(plan(START + bonus)) == []


def test_what_is_deducted_has_no_hole_either() -> None:
    cell = "Đạt chỉ tiêu: 50 điểm; không phát sinh: 50 điểm; thiếu từ 1% đến dưới 3%: trừ 02 điểm; thiếu từ 4% trở lên: trừ 05 điểm"
    text = plan(cell)
    assert told(text) == ["chưa có điểm cho thiếu từ 3% đến dưới 4%"]
    closes(analysed(text), text)


TURN = "Số có điều kiện chuyển kỳ sau về việc giảm so với năm 2023"
TURNED = "- Số có điều kiện chuyển kỳ sau về việc giảm từ 5% trở lên so với năm 2023."


@pytest.mark.parametrize("status", ["dự thảo", "đã ban hành"])
def test_the_rows_of_a_fall_are_offered_with_the_word_that_says_so(status: str) -> None:
    cell = "Giảm dưới 2%: 30 điểm; giảm từ 3% trở lên: 50 điểm; không giảm: 0 điểm; không phát sinh: 50 điểm"
    text = plan(cell, title=TURN, status=status).replace("Đối với Chi cục THADS:", "1. Kỳ số liệu: từ ngày 01/10/2023 đến hết ngày "
    "30/9/2024.\n2. Đối với Chi cục THADS:\n" + TURNED, 1)  # fmt: skip
    found = only(analysed(text), "TH606")[0]
    assert found.message == "chưa có điểm cho giảm từ 2% đến dưới 3%"
    lines = [way.line for way in found.ways if not way.line.startswith("Hiểu là")]
    assert set(lines) == {"giảm từ 2% trở lên: 50 điểm", "Giảm dưới 3%: 30 điểm", "; giảm từ 2% đến dưới 3%: … điểm"}
    assert found.ways[0].line.startswith("Hiểu là") is (status == "đã ban hành")
    for way in found.ways:
        if way.edit is not None:
            assert "TH606" not in codes(edited(text, way.edit))


LEVELS = {
    "Đúng hạn: 50 điểm; chậm 1 - 3 ngày: 30 điểm; chậm trên 5 ngày: 10 điểm; không gửi: 0 điểm": "chưa có điểm cho từ 4 ngày đến 5 ngày",
    "Đúng hạn: 50 điểm; chậm 1 - 3 ngày: 30 điểm; không gửi: 0 điểm": "chưa có điểm cho từ 4 ngày trở lên",
    "Đúng hạn: 50 điểm; chậm 1 - 3 ngày: 30 điểm; chậm từ 3 ngày trở lên: 10 điểm; không gửi: 0 điểm": "đúng 3 ngày thuộc hai mức điểm",
}


@pytest.mark.parametrize("levels", LEVELS)
def test_levels_told_by_figures_leave_none_out(levels: str) -> None:
    text = plan(START.rstrip("; "), other=levels)
    assert told(text) == [LEVELS[levels]]
    closes(analysed(text), text)
    assert (
        codes(plan(START.rstrip("; "), other="Đúng hạn: 50 điểm; chậm 1 - 3 ngày: 30 điểm; chậm trên 5 ngày: 10 điểm; còn lại: 0 điểm"))
        == []
    )


DEDUCTED = "Mỗi báo cáo chậm trừ 01 điểm, trừ không quá điểm chuẩn"
CLASSES = ("- Hạng A: từ 90 điểm trở lên;", "- Hạng B: từ 70 điểm đến {} điểm;", "- Hạng C: dưới 70 điểm.")


def classes(end: str, *more: str) -> tuple[str, ...]:
    return (*(row.format(end) for row in CLASSES), *more)


def test_totals_that_are_rounded_or_whole_leave_nothing_between_their_steps() -> None:
    anything, halves = "Hội đồng chấm từ 0 đến 50 điểm", DEDUCTED.replace("01", "0,5")
    cell = START.rstrip("; ")
    assert told(plan(cell, *classes("89,99"), other=anything)) == ["chưa có hạng cho từ trên 89,99 điểm đến dưới 90 điểm"]
    assert told(plan(cell, *classes("89,99", "- Tổng điểm làm tròn đến hai chữ số thập phân."), other=anything)) == []
    assert told(plan(cell, *classes("89"), other=DEDUCTED)) == []
    assert told(plan(cell, *classes("89"), other=halves)) == ["chưa có hạng cho đúng 89,5 điểm"]


def test_every_fault_of_the_classes_is_told() -> None:
    rows = ("- Hạng A: từ 90 điểm trở lên;", "- Hạng B: từ 70 điểm đến dưới 80 điểm;", "- Hạng C: dưới 60 điểm.")
    assert told(plan(START.rstrip("; "), *rows, other=DEDUCTED)) == [
        "chưa có hạng cho từ 60 điểm đến dưới 70 điểm",
        "chưa có hạng cho từ 80 điểm đến dưới 90 điểm",
    ]
