"""What a points table means, on the sample of 2018 and at the edges of each way of scoring."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from tests.samples.bang_tieu_chi_2018 import CHI_CUC, CUC, FIRST, LAST, OPEN, SECOND, SHORT, THIRD, WEAK, A, B, C, D, E, Sample
from thads_dsl.data import read_statistics, results_workbook
from thads_dsl.evaluate import evaluate
from thads_dsl.evaluate.points import rounded
from thads_dsl.model.plan import Plan
from thads_dsl.model.points import Rounding
from thads_dsl.model.points_results import PointsResult
from thads_dsl.model.statistics import Base, Row, Statistics
from thads_dsl.pipeline import analyse

HEAD = """Tên loại: KẾ HOẠCH
Trích yếu: Chấm điểm
Cơ quan ban hành: Cục Thi hành án dân sự tỉnh A
Danh mục dùng chung: THADS

I. BẢNG ĐIỂM
Đối với Chi cục THADS:
- Về việc: phấn đấu đạt tỷ lệ thi hành xong trên có điều kiện 80%.
| STT | Nội dung tiêu chí | Điểm chuẩn | Cách chấm điểm |
"""
RATE = "Tỷ lệ thi hành xong trên có điều kiện về việc"
COUNT = "Tiêu chí 1. Chế độ báo cáo: số báo cáo chậm"


def plan_of(title: str, scoring: str, rules: str = "") -> Plan:
    """A plan with one criterion of 20 points."""
    text = f"{HEAD}| 1 | {title} | 20 | {scoring} |\n| | Tổng cộng | 20 | |\n{rules}"
    analysis = analyse("thu.plan", text)
    assert analysis.plan is not None, [each.message for each in analysis.diagnostics]
    return analysis.plan


def said(*values: object) -> tuple[object, ...]:
    """Values to compare at once."""
    return values


def rated(plan: Plan, *units: tuple[str, Mapping[str, int]]) -> list[PointsResult]:
    """The results of units by their figures."""
    rows = tuple(Row(Base.COLLECTIVE, name, "", "Chi cục THADS", False, figures, {}) for name, figures in units)
    return [subject.points[0] for subject in evaluate(plan, Statistics(rows, (), (), ())).subjects]


def done(count: int, of: int = 1000) -> dict[str, int]:
    return {"có điều kiện thi hành về việc": of, "thi hành xong về việc": count}


@pytest.mark.parametrize(("late", "lost", "name"), [(0, 0, "Hạng A"), (0, 1, "Hạng A"), (3, 0, "Hạng B")])
def test_a_penalty_has_no_standard_points_to_be_below(late: int, lost: int, name: str) -> None:
    rows = "| 1 | Báo cáo | 20 | Mỗi lần gửi chậm trừ 05 điểm |\n| 2 | Hồ sơ | | Mỗi hồ sơ thất lạc trừ 01 điểm |\n| | Tổng cộng | 20 | |\n"
    rules = "- Hạng A: từ 5 điểm trở lên;\n- Hạng B: dưới 5 điểm.\n- Không xếp Hạng A đối với đơn vị có tiêu chí dưới 60% điểm chuẩn.\n"
    analysis = analyse("thu.plan", f"{HEAD}{rows}{rules}")
    assert analysis.plan is not None, [each.message for each in analysis.diagnostics]
    columns = dict(zip((each.key for each in analysis.plan.quantities if "Tiêu chí" in each.key), (late, lost), strict=True))
    assert rated(analysis.plan, ("X", done(800) | columns))[0].classes == (name,)


@pytest.mark.parametrize(("count", "points"), [(800, 20), (827, 21), (820, 21), (839, 21), (840, 22), (900, 23), (799, 12)])
def test_only_full_steps_count_and_no_more_than_the_cap(count: int, points: int) -> None:
    text = "Đạt chỉ tiêu: 20 điểm; không đạt chỉ tiêu: 12 điểm; cứ mỗi 2% vượt được cộng 01 điểm, tối đa 03 điểm, chỉ tính đủ từng 2%"
    plan = plan_of(RATE, f"{text}; không phát sinh: 20 điểm")
    assert rated(plan, ("X", done(count)))[0].total == points


def test_a_part_of_a_step_counts_where_the_table_says_so() -> None:
    text = "Đạt chỉ tiêu: 20 điểm; cứ thiếu 1% trừ 02 điểm, trừ không quá 15 điểm (tính cả phần lẻ); không phát sinh: 20 điểm"
    plan = plan_of(RATE, text)
    assert [each.total for each in rated(plan, ("X", done(773)), ("Y", done(0)), ("Z", done(0, 0)))] == [Fraction(73, 5), 5, 20]


FALLEN = "Số có điều kiện chuyển kỳ sau về việc"


def left(then: int, now: int) -> dict[str, int]:
    """A unit with so many cases carried over, last year and this year."""
    return {**done(0, now), "có điều kiện thi hành về việc (năm trước)": then, "thi hành xong về việc (năm trước)": 0}


def test_nothing_then_and_now_is_nothing_arisen_and_something_from_nothing_is_left_to_people() -> None:
    text = f"- {FALLEN} giảm từ 5% trở lên so với năm trước.\n| STT | Nội dung tiêu chí | Điểm chuẩn | Cách chấm điểm |\n"
    scoring = "Đạt chỉ tiêu: 20 điểm; không đạt chỉ tiêu: 05 điểm; không phát sinh: 18 điểm"
    head = HEAD.split("| STT", 1)[0] + text
    analysis = analyse("thu.plan", f"{head}| 1 | Giảm {FALLEN[0].lower()}{FALLEN[1:]} | 20 | {scoring} |\n| | Tổng cộng | 20 | |\n")
    assert analysis.plan is not None, [each.message for each in analysis.diagnostics]
    results = rated(analysis.plan, ("X", left(100, 95)), ("Y", left(100, 96)), ("Z", left(0, 0)), ("W", left(0, 1)))
    assert [each.total for each in results] == [20, 5, 18, None]


@pytest.mark.parametrize(("title", "said"), [("Không tăng", set()), ("Giảm", set()), ("Tăng", {"TH609"})])
def test_the_name_of_a_criterion_goes_the_way_of_its_target(title: str, said: set[str]) -> None:
    text = f"- {FALLEN} giảm từ 5% trở lên so với năm trước.\n| STT | Nội dung tiêu chí | Điểm chuẩn | Cách chấm điểm |\n"
    scoring = "Đạt chỉ tiêu: 20 điểm; không đạt chỉ tiêu: 05 điểm; không phát sinh: 18 điểm"
    rows = f"| 1 | {title} {FALLEN[0].lower()}{FALLEN[1:]} | 20 | {scoring} |\n| | Tổng cộng | 20 | |\n"
    assert {each.code.id for each in analyse("thu.plan", HEAD.split("| STT", 1)[0] + text + rows).diagnostics} == said


@pytest.mark.parametrize("words", ["Tổng", "Tổng cộng", "Tổng số điểm", "Tổng điểm tối đa", "Tổng (A + B)", "Tổng cộng các phần", "Cộng"])
def test_the_total_is_called_in_many_ways(words: str) -> None:
    text = f"{HEAD}| 1 | Chế độ báo cáo | 20 | Mỗi báo cáo chậm trừ 01 điểm, trừ không quá điểm chuẩn |\n| | {words} | 19 | |\n"
    assert [each.code.id for each in analyse("thu.plan", text).diagnostics if each.code.id == "TH601"] == ["TH601"]


def test_a_criterion_may_begin_like_the_total() -> None:
    plan = plan_of("Tổng hợp báo cáo", "Mỗi báo cáo chậm trừ 01 điểm, trừ không quá điểm chuẩn")
    assert [each.title for each in plan.points[0].criteria] == ["Tổng hợp báo cáo"]


def test_points_by_completion_end_at_the_cap() -> None:
    plan = plan_of(RATE, "Tính điểm theo tỷ lệ hoàn thành, tối đa 22 điểm; không phát sinh: 20 điểm")
    assert [each.total for each in rated(plan, ("X", done(400)), ("Y", done(800)), ("Z", done(1000)))] == [10, 20, 22]


def test_what_is_not_known_leaves_the_range_that_the_total_can_lie_in() -> None:
    plan = plan_of("Chế độ báo cáo", "Mỗi báo cáo chậm trừ 03 điểm, trừ không quá 12 điểm")
    known, unknown = rated(plan, ("X", {COUNT: 5}), ("Y", {}))
    assert said(known.total, known.low, known.high) == (8, 8, 8)
    assert said(unknown.total, unknown.low, unknown.high) == (None, 8, 20)
    assert unknown.criteria[0].missing == (COUNT,)


CLASSES = """- Hạng A: từ 15 điểm trở lên;
- Hạng B: các đơn vị còn lại.
- Không quá 50% số đơn vị xếp Hạng A, làm tròn xuống; các đơn vị còn lại xuống một hạng.
- Xếp thứ tự theo tổng điểm; Hội đồng quyết định.
"""


def test_a_tie_at_the_cut_of_a_class_is_reported_and_not_broken() -> None:
    plan = plan_of("Chế độ báo cáo", "Mỗi báo cáo chậm trừ 01 điểm, trừ không quá điểm chuẩn", CLASSES)
    first, second, third, last = rated(plan, ("W", {COUNT: 0}), ("X", {COUNT: 2}), ("Y", {COUNT: 2}), ("Z", {COUNT: 9}))
    assert said(first.classes, first.place, first.tied) == (("Hạng A",), 1, ())
    assert said(second.classes, second.place, second.tied) == (("Hạng A", "Hạng B"), 2, ("Y",))
    assert said(third.classes, third.place, third.tied) == (("Hạng A", "Hạng B"), 2, ("X",))
    assert said(last.classes, last.place) == (("Hạng B",), 4)


def test_a_share_of_a_class_waits_for_figures_where_they_are_missing_and_for_the_council_where_units_are_equal() -> None:
    plan = plan_of("Chế độ báo cáo", "Mỗi báo cáo chậm trừ 01 điểm, trừ không quá điểm chuẩn", CLASSES)
    _, tied, also, _ = rated(plan, ("W", {COUNT: 0}), ("X", {COUNT: 2}), ("Y", {COUNT: 2}), ("Z", {COUNT: 9}))
    assert [step.split(":")[0] for step in (*tied.steps, *also.steps)] == ["Hội đồng chọn 1 trong 2 xếp Hạng A"] * 2
    assert (tied.choice, also.choice) == ("Hội đồng chọn 1 trong 2 xếp Hạng A",) * 2
    _, known, _, _ = rated(plan, ("W", {COUNT: 0}), ("X", {COUNT: 2}), ("Y", {}), ("Z", {COUNT: 9}))
    assert [step.split(":")[0] for step in known.steps] == ["chờ đủ số liệu của các đơn vị"]
    assert (known.tied, known.choice) == ((), "")


def test_an_unknown_total_leaves_only_the_ranks_open_that_it_can_change() -> None:
    plan = plan_of("Chế độ báo cáo", "Mỗi báo cáo chậm trừ 01 điểm, trừ không quá 10 điểm", CLASSES)
    best, open_, worst = rated(plan, ("W", {COUNT: 0}), ("X", {}), ("Y", {COUNT: 10}))
    assert said(best.place, open_.place, worst.place) == (None, None, None)  # X may equal either of them
    assert said(open_.low, open_.high) == (10, 20)
    assert (best.rank_note, worst.rank_note) == ("chưa xếp được: X chưa có tổng điểm",) * 2


@pytest.mark.parametrize(("down", "points"), [(True, "1.23"), (False, "1.24")])
def test_decimals_are_cut_or_rounded_as_the_table_says(down: bool, points: str) -> None:
    assert rounded(Fraction("1.235"), Rounding(2, down)) == Fraction(points)
    assert rounded(Fraction("-1.235"), Rounding(2, down)) == -Fraction(points)


# ---- the samples


def scored(sample: Sample) -> dict[str, PointsResult]:
    """The points of every office of a sample, as its checked-in workbook says."""
    plan = sample.compiled()
    statistics, complaints = read_statistics(plan, sample.path)
    assert statistics is not None, complaints
    found = evaluate(plan, statistics)
    assert results_workbook(plan, found, complaints)
    return {subject.row.name: points for subject in found.subjects for points in subject.points}


@pytest.fixture(scope="module")
def results() -> dict[str, PointsResult]:
    return scored(CUC)


@pytest.mark.parametrize("sample", [CUC, CHI_CUC], ids=lambda sample: sample.data)
def test_the_workbook_beside_the_plan_is_fresh(sample: Sample) -> None:
    assert sample.path.read_bytes() == sample.workbook(), "run python -m tests.samples.bang_tieu_chi_2018"


def test_the_amended_table_gives_every_class_and_leaves_open_what_is_not_known() -> None:
    found = scored(CHI_CUC)
    classes = {name: points.classes for name, points in found.items()}
    assert classes == {
        FIRST: ("Hạng A",),
        SECOND: ("Hạng A",),
        THIRD: ("Hạng B",),  # enough for A, but of 7 offices 40% are 2
        SHORT: ("Hạng B",),  # 95 points and a target missed
        WEAK: ("Hạng C",),
        LAST: ("Hạng D",),
        OPEN: ("Hạng B", "Hạng C"),
    }
    assert [found[name].place for name in (FIRST, SECOND, THIRD, SHORT, WEAK, LAST)] == [1, 2, 3, 4, 6, 7]
    assert said(found[OPEN].total, found[OPEN].low, found[OPEN].high) == (None, 65, 82)


def test_equals_wait_for_the_council_and_a_sanction_costs_a_class(results: dict[str, PointsResult]) -> None:
    assert results[A].total == results[B].total == Fraction("103.5")
    assert results[A].classes == ("Hạng A", "Hạng B")
    assert said(results[D].total, results[D].classes) == (104, ("Hạng B",))
    assert "hạ một hạng" in results[D].steps[0]


def test_what_the_council_has_not_entered_leaves_total_and_class_open(results: dict[str, PointsResult]) -> None:
    assert said(results[E].total, results[E].low, results[E].high) == (None, 97, 104)
    assert results[E].criteria[0].terms[0].text == "không phát sinh"
    assert said(results[C].total, results[C].classes, results[C].place) == (71, ("Hạng C",), 5)


IN_ORDER = "- Xếp thứ tự theo tỷ lệ thi hành xong trên có điều kiện về việc."


def test_an_order_by_a_figure_looks_at_that_figure_and_puts_those_of_whom_there_is_none_last() -> None:
    plan = plan_of("Chế độ báo cáo", "Mỗi báo cáo chậm trừ 01 điểm, trừ không quá 10 điểm", IN_ORDER)
    best, worst, none = rated(plan, ("W", {COUNT: 9, **done(800)}), ("X", {COUNT: 0, **done(1)}), ("Y", {COUNT: 0, **done(0, 0)}))
    assert said(best.place, worst.place, none.place) == (1, 2, 3)
    assert none.rank_note == "tỷ lệ thi hành xong trên có điều kiện về việc: không phát sinh, xếp sau"


def test_a_rank_that_waits_for_a_figure_names_it_and_whose_it_is() -> None:
    plan = plan_of("Chế độ báo cáo", "Mỗi báo cáo chậm trừ 01 điểm, trừ không quá 10 điểm", IN_ORDER)
    known, open_ = rated(plan, ("W", {COUNT: 9, **done(800)}), ("X", {COUNT: 0, "thi hành xong về việc": 3}))
    assert said(known.place, open_.place) == (None, None)
    assert known.rank_note == "chưa xếp được: X thiếu Có điều kiện thi hành, số việc"


def test_a_class_that_asks_only_for_targets_of_nothing_waits() -> None:
    rules = "- Hạng A: từ 15 điểm trở lên và đạt các chỉ tiêu;\n- Hạng B: các đơn vị còn lại."
    plan = plan_of("Chế độ báo cáo", "Mỗi báo cáo chậm trừ 01 điểm, trừ không quá 10 điểm", rules)
    good, bad = rated(plan, ("W", {COUNT: 0, **done(0, 0)}), ("X", {COUNT: 10, **done(0, 0)}))
    assert said(good.classes, good.steps) == (("Hạng A", "Hạng B"), ("chỉ tiêu tại I-1: không phát sinh, chưa có quy định khi xếp hạng",))
    assert bad.classes == ("Hạng B",)
