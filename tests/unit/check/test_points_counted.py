"""Cells about what a unit counts itself: bands of a count or share without a statistic, levels beside them, what is deducted."""

from fractions import Fraction

import pytest

from tests.unit.check.writing import analysed
from thads_dsl.evaluate import evaluate
from thads_dsl.model.intervals import Bound, Interval
from thads_dsl.model.points import ByBand, ByCouncil, ByLevel, Criterion, FullPoints, PerEvent
from thads_dsl.model.statistics import Base, Row, Statistics
from thads_dsl.pipeline import Analysis

FRONT = """Tên loại: KẾ HOẠCH
Trích yếu: Chấm điểm
Cơ quan ban hành: Cục Thi hành án dân sự tỉnh A
Danh mục dùng chung: THADS

I. BẢNG ĐIỂM
Đối với Chi cục THADS:
| STT | Nội dung tiêu chí | Điểm chuẩn | Cách chấm điểm |
| 1 | {title} | 20 | {scoring} |
| | Tổng cộng | 20 | |
"""


def cell(scoring: str, title: str = "Kỷ cương") -> Analysis:
    return analysed(FRONT.format(title=title, scoring=scoring))


def criterion(scoring: str, title: str = "Kỷ cương") -> Criterion:
    found = cell(scoring, title)
    assert found.plan is not None, [each.message for each in found.diagnostics]
    return found.plan.points[0].criteria[0]


def exactly(value: int) -> Interval:
    return Interval(Bound(Fraction(value), True), Bound(Fraction(value), True))


@pytest.mark.parametrize(
    ("scoring", "counted"),
    (
        ("Không vi phạm: 20 điểm; vi phạm 1 lần: 8 điểm; vi phạm từ 2 lần trở lên: 0 điểm", "số lần vi phạm"),
        ("Không bị nhắc nhở: 20 điểm; bị nhắc nhở 01 lần: 8 điểm; từ 2 lần trở lên: 0 điểm", "số lần nhắc nhở"),
        ("Không có: 20 điểm. Có 01 quyết định bị sửa: 8 điểm. Có 02 quyết định bị sửa trở lên: 0 điểm", "số quyết định bị sửa"),
        ("Đúng hạn: 20 điểm; nộp chậm 1 ngày: 8 điểm; chậm từ 2 ngày trở lên: 0 điểm", "số ngày nộp chậm"),
        ("0 cuộc: 20 điểm; 1 cuộc: 8 điểm; trên 1 cuộc: 0 điểm", "số cuộc"),
    ),
)
def test_bands_of_what_no_statistic_counts_have_a_column_of_their_own(scoring: str, counted: str) -> None:
    start = criterion(scoring).start
    assert isinstance(start, ByBand)
    assert start.quantity == f"Tiêu chí 1. Kỷ cương: {counted}"
    asked = {0: 20, 1: 8, 2: 0, 9: 0}
    assert {count: int(next(points for rows, points in start.rows if Fraction(count) in rows)) for count in asked} == asked


def test_a_count_is_scored_from_its_column() -> None:
    plan = cell("Từ 5 bài trở lên: 20 điểm; 2 - 4 bài: 11 điểm; dưới 2 bài: 3 điểm", "Viết bài").plan
    assert plan is not None
    rows = tuple(
        Row(Base.COLLECTIVE, f"A{count}", "", "Chi cục THADS", False, {"Tiêu chí 1. Viết bài: số bài": count}, {}) for count in (1, 2, 4, 5)
    )
    totals = [subject.points[0].total for subject in evaluate(plan, Statistics(rows, (), (), ())).subjects]
    assert totals == [3, 11, 11, 20]


def test_a_share_that_a_unit_fills_in_is_from_its_figure_on() -> None:
    start = criterion("Đạt 100%: 20 điểm; đạt 80% đến dưới 100%: 12 điểm; dưới 80%: 4 điểm", "Số hóa hồ sơ").start
    assert isinstance(start, ByBand)
    assert start.rows[0] == (Interval(Bound(Fraction(100), True)), Fraction(20))


@pytest.mark.parametrize(
    ("scoring", "title", "code"),
    (
        ("Đạt 100%: 20 điểm; dưới 100%: 4 điểm", "Tỷ lệ án thi hành xong", "TH609"),
        ("Từ 9 việc trở lên: 20 điểm; dưới 9 việc: 4 điểm", "Kỷ cương", "TH609"),
        ("1 vụ: 20 điểm; còn lại: 0 điểm", "Hòa giải", "TH611"),
        ("Đúng hạn từ 9 đơn trở lên: 20 điểm; sai hạn dưới 9 đơn: 4 điểm", "Đơn thư", "TH611"),
        ("Không có: 20 điểm; 1 quyết định bị sửa: 8 điểm; từ 2 quyết định trở lên: 0 điểm", "Kỷ cương", "TH611"),
        ("Không chậm: 20 điểm; chậm 2 ngày: 8 điểm; chậm từ 3 ngày trở lên: 0 điểm", "Báo cáo", "TH606"),
        ("Trên 5 bài: 20 điểm; đến 5 bài: 4 điểm; từ 5 bài trở lên: 9 điểm", "Viết bài", "TH607"),
        ("Có: 20 điểm; mỗi lần chậm trừ 01 điểm, trừ không quá 05 điểm", "Báo cáo", "TH606"),
    ),
)
def test_a_count_that_is_a_statistic_or_leaves_something_open_is_refused(scoring: str, title: str, code: str) -> None:
    assert code in [each.code.id for each in cell(scoring, title).diagnostics]


def test_the_count_of_one_is_no_threshold() -> None:
    start = criterion("1 vụ: 9 điểm; 2 vụ: 15 điểm; 3 vụ trở lên: 20 điểm; không có vụ nào: 0 điểm", "Hòa giải").start
    assert isinstance(start, ByBand)
    assert (exactly(1), Fraction(9)) in start.rows and (exactly(0), Fraction(0)) in start.rows


def test_of_several_levels_some_may_be_told_by_a_figure() -> None:
    start = criterion("Đúng hạn 20 điểm, chậm 1-3 ngày 9 điểm, chậm trên 3 ngày 2 điểm, không gửi 0 điểm", "Báo cáo").start
    assert start == ByLevel(
        (("đúng hạn", Fraction(20)), ("chậm từ 1 đến 3 ngày", Fraction(9)), ("chậm trên 3 ngày", Fraction(2)), ("không gửi", Fraction(0)))
    )


@pytest.mark.parametrize(
    ("scoring", "event"),
    (
        ("Không bỏ trực: 20 điểm; bỏ trực mỗi buổi trừ 06 điểm, trừ không quá điểm chuẩn", "buổi bỏ trực"),
        ("Không phát sinh: 20 điểm; mỗi vụ cháy trừ 06 điểm, trừ không quá điểm chuẩn", "vụ cháy"),
        ("Vi phạm: -6 điểm/lần, không quá 20 điểm", "lần vi phạm"),
        ("Sổ ghi sai trừ 06 điểm/sổ, trừ không quá điểm chuẩn", "sổ ghi sai"),
    ),
)
def test_the_one_level_beside_what_is_deducted_is_the_whole(scoring: str, event: str) -> None:
    found = criterion(scoring)
    assert found.start == FullPoints(Fraction(20))
    assert [(change.event, change.points) for change in found.changes if isinstance(change, PerEvent)] == [(event, Fraction(-6))]


def test_what_falls_short_needs_the_points_of_meeting_the_target() -> None:
    found = cell("Hoàn thành: 20 điểm; hụt dưới 2%: 9 điểm; còn lại: 0 điểm", "Kỷ cương")
    assert [each.code.id for each in found.diagnostics] == ["TH611"]


@pytest.mark.parametrize(
    "scoring",
    [
        "Hội đồng chấm từ 5 đến 20 điểm",
        "Do Hội đồng chấm, cao nhất 20 điểm, thấp nhất 5 điểm",
        "Hội đồng chấm: tối thiểu 5 điểm, tối đa 20 điểm",
    ],
)
def test_the_council_scores_between_two_figures_in_either_order(scoring: str) -> None:
    assert criterion(scoring).start == ByCouncil(Fraction(5), Fraction(20))


def test_a_level_that_asks_for_more_than_that_nothing_arose_is_not_the_whole() -> None:
    """Whoever does not receive people on time would have had all points of “Tiếp dân đúng lịch, không có đơn quá hạn: 20 điểm”."""
    deducted = "; mỗi đơn quá hạn trừ 01 điểm, trừ không quá 20 điểm"
    assert isinstance(criterion(f"Không có đơn quá hạn: 20 điểm{deducted}").start, FullPoints)
    assert "TH606" in [each.code.id for each in cell(f"Tiếp dân đúng lịch, không có đơn quá hạn: 20 điểm{deducted}").diagnostics]
