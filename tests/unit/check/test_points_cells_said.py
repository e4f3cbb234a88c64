"""Cells and names of criteria as clerks write them: names with commas, targets said again, years that must agree, bands that overlap."""

import pytest

from tests.unit.check.test_points_sentences import CASES
from tests.unit.check.writing import analysed, only
from thads_dsl.model.points import ByCompletion, Merit, PerEvent
from thads_dsl.pipeline import Analysis

FRONT = """Tên loại: KẾ HOẠCH
Trích yếu: Chấm điểm
Cơ quan ban hành: Cục Thi hành án dân sự tỉnh A
Danh mục dùng chung: THADS

I. CHỈ TIÊU
1. Kỳ số liệu: từ ngày 01/10/2023 đến hết ngày 30/9/2024.
2. Chi cục THADS có số việc chuyển kỳ sau giảm từ 5% trở lên so với năm 2023.
3. Chi cục THADS {rate}.

II. BẢNG ĐIỂM
Đối với Chi cục THADS:
| STT | Nội dung tiêu chí | Điểm chuẩn | Cách chấm điểm |
| 1 | {title} | 50 | {scoring} |
| 2 | Nội vụ | 50 | {more} |
| | Tổng cộng | 100 | |
"""
FALL = "Số việc chuyển kỳ sau giảm so với năm 2023"
SHARE = "Tính điểm theo tỷ lệ hoàn thành chỉ tiêu, không quá điểm chuẩn; không phát sinh: 50 điểm"
MORE = "Mỗi lần vi phạm trừ 01 điểm, trừ không quá điểm chuẩn"


def cell(title: str = FALL, scoring: str = SHARE, more: str = MORE) -> Analysis:
    """A plan whose table has these two criteria."""
    return analysed(FRONT.format(title=title, scoring=scoring, more=more, rate=f"đạt {CASES} 76%"))


@pytest.mark.parametrize(
    ("scoring", "event"),
    (
        ("Mỗi lần vi phạm nội quy, quy chế trừ 01 điểm, trừ không quá điểm chuẩn", "lần vi phạm nội quy, quy chế"),
        ("Mỗi lần gửi muộn, gửi thiếu, trừ 01 điểm, trừ không quá điểm chuẩn", "lần gửi muộn, gửi thiếu"),
        ("Mỗi lần gửi muộn, gửi thiếu: trừ 01 điểm, trừ không quá điểm chuẩn", "lần gửi muộn, gửi thiếu"),
    ),
)
def test_the_name_of_an_event_runs_over_commas(scoring: str, event: str) -> None:
    found = cell(more=scoring)
    assert found.plan is not None, [each.message for each in found.diagnostics]
    (change,) = found.plan.points[0].criteria[1].changes
    assert isinstance(change, PerEvent)
    assert event.removeprefix("lần ") in change.event


def test_the_name_of_a_merit_runs_over_commas() -> None:
    found = cell(more=f"{MORE}; có sáng kiến, giải pháp được công nhận: cộng 02 điểm (chỉ cộng một lần)")
    assert found.plan is not None, [each.message for each in found.diagnostics]
    merit = found.plan.points[0].criteria[1].changes[-1]
    assert isinstance(merit, Merit)
    assert "sáng kiến, giải pháp" in merit.merit


@pytest.mark.parametrize(("percent", "codes"), (("5%", []), ("6%", ["TH611"]), ("5,01%", ["TH611"])))
def test_a_target_said_again_must_be_the_target(percent: str, codes: list[str]) -> None:
    said = f"Tính điểm theo tỷ lệ hoàn thành chỉ tiêu giảm {percent}, tối đa 50 điểm; không phát sinh: 50 điểm"
    found = cell(scoring=said)
    assert [each.code.id for each in found.diagnostics] == codes
    if found.plan is not None:
        assert isinstance(found.plan.points[0].criteria[0].start, ByCompletion)


@pytest.mark.parametrize(
    ("title", "codes"),
    (
        ("Số việc chuyển kỳ sau giảm so với năm 2023", []),
        ("Số chuyển kỳ sau về việc giảm so với năm trước", []),
        ("Số việc chuyển kỳ sau năm 2024 giảm so với năm 2023", []),
        ("Số việc chuyển kỳ sau giảm so với năm 2020", ["TH609"]),
        ("Số việc chuyển kỳ sau thấp hơn năm 2020", ["TH609"]),
    ),
)
def test_the_year_in_the_name_of_a_criterion_is_that_of_its_target(title: str, codes: list[str]) -> None:
    assert [each.code.id for each in cell(title=title).diagnostics] == codes


@pytest.mark.parametrize(
    ("title", "line", "filled"),
    (
        ("Tỷ lệ thi hành án xong về tiền", "Tỷ lệ thi hành xong trên có điều kiện về tiền", ""),
        ("Giảm án tồn đọng", "Tổng số chuyển kỳ sau về … giảm so với …", "Tổng số chuyển kỳ sau về tiền giảm so với năm trước"),
    ),
)
def test_a_name_without_a_statistic_is_offered_one_that_is_read_once_filled_in(title: str, line: str, filled: str) -> None:
    (found,) = only(cell(title=title), "TH609")
    assert found.ways[0].line == line
    again = only(cell(title=filled or line), "TH609")
    assert not again or "chưa có chỉ tiêu" in again[0].message


def test_a_name_that_is_near_to_no_statistic_is_offered_none() -> None:
    (found,) = only(cell(title="Công tác văn thư"), "TH609")
    assert not found.ways


def test_bands_that_overlap_are_each_ready_without_what_they_share() -> None:
    scoring = "Dưới 50%: 10 điểm; từ 40% trở lên: 50 điểm; không phát sinh: 50 điểm"
    (found,) = only(cell(title="Tỷ lệ thi hành xong trên có điều kiện về việc", scoring=scoring), "TH607")
    lower, upper = (way.line for way in found.ways if not way.line.startswith("Hiểu là"))
    assert (lower, upper) == ("Dưới 40%: 10 điểm", "từ 50% trở lên: 50 điểm")
    for mended in (scoring.replace("Dưới 50%: 10 điểm", lower), scoring.replace("từ 40% trở lên: 50 điểm", upper)):
        assert not cell(title="Tỷ lệ thi hành xong trên có điều kiện về việc", scoring=mended).diagnostics


def test_no_limit_is_said_in_either_of_its_words() -> None:
    for words in ("không giới hạn", "không hạn chế"):
        assert not cell(more=f"{MORE}; mỗi vụ bồi thường trừ 05 điểm, {words}").diagnostics


@pytest.mark.parametrize(
    "said",
    (
        "Tính điểm theo tỷ lệ hoàn thành chỉ tiêu, không quá điểm chuẩn",
        "Giảm dưới 2%: 10 điểm; giảm từ 2% đến dưới 5%: 30 điểm; giảm từ 5% trở lên: 50 điểm; còn lại: 0 điểm",
        "Đạt chỉ tiêu: 50 điểm; không đạt chỉ tiêu: 0 điểm",
    ),
)
def test_a_fall_asks_what_is_given_where_nothing_was_and_nothing_is(said: str) -> None:
    (complaint,) = only(cell(scoring=said), "TH608")
    assert "kỳ trước và kỳ này" in complaint.why
    assert cell(scoring=said + complaint.ways[0].line).plan is not None


def test_a_figure_beside_which_a_fall_is_asked_is_no_fall() -> None:
    said = "Dưới 500 việc: 50 điểm; từ 500 việc trở lên: 20 điểm"
    assert cell(title="Số việc chuyển kỳ sau", scoring=said).plan is not None


LIMIT = "trừ không quá điểm chuẩn"


@pytest.mark.parametrize(
    ("said", "plain"),
    (
        ("- Tốt: 50đ - Khá: 20đ - Còn lại: 0đ", "Tốt: 50 điểm; khá: 20 điểm; còn lại: 0 điểm"),
        ("Tốt: 50 điểm<br>Khá: 20 điểm<br/>Còn lại không có điểm", "Tốt: 50 điểm; khá: 20 điểm; còn lại: 0 điểm"),
        ("Tốt 50 điểm, khá 20 điểm, còn lại được 0 điểm", "Tốt: 50 điểm; khá: 20 điểm; còn lại: 0 điểm"),
        ("Để quên 01 dấu trừ 02 điểm, tối đa trừ 50 điểm", f"Mỗi dấu để quên trừ 02 điểm, {LIMIT}"),
        ("Quên khóa cửa 01 lần trừ 02 điểm nhưng không quá 50 điểm", f"Mỗi lần quên khóa cửa trừ 02 điểm, {LIMIT}"),
        ("Trừ 02 điểm cho mỗi lần quên khóa cửa, trừ đến hết điểm", f"Mỗi lần quên khóa cửa trừ 02 điểm, {LIMIT}"),
        ("Trừ 50 điểm nếu có người nghiện", "có người nghiện: trừ 50 điểm"),
        ("Tối đa 50 điểm, do Hội đồng chấm", "Hội đồng chấm từ 0 đến 50 điểm"),
        ("Hội đồng thi đua chấm, tối đa 50 điểm", "Hội đồng chấm từ 0 đến 50 điểm"),
    ),
)
def test_a_cell_as_offices_write_it_means_what_the_plain_one_means(said: str, plain: str) -> None:
    both = [cell(more=each) for each in (said, plain)]
    assert all(each.plan is not None for each in both), [each.message for found in both for each in found.diagnostics]
    one, other = (each.plan.points[0].criteria[1] for each in both if each.plan is not None)
    assert (repr(one.start), repr(one.changes)) == (repr(other.start), repr(other.changes))


RATED = "tỷ lệ thi hành xong trên có điều kiện về việc"
NOTHING = "không phát sinh: 50 điểm"


@pytest.mark.parametrize(
    ("said", "plain"),
    (
        (f"Từ 60% trở lên được 50đ, dưới 60% không có điểm; {NOTHING}", f"Từ 60% trở lên: 50 điểm; dưới 60%: 0 điểm; {NOTHING}"),
        (
            f"Đạt hoặc vượt chỉ tiêu được 50 điểm; không đạt không có điểm; {NOTHING}",
            f"Đạt chỉ tiêu: 50 điểm; không đạt chỉ tiêu: 0 điểm; {NOTHING}",
        ),
        (
            f"Đạt chỉ tiêu: 50đ; không đạt thì cứ thiếu 1% trừ 0,5đ (tính cả phần lẻ), {LIMIT}; {NOTHING}",
            f"Đạt chỉ tiêu: 50 điểm; cứ mỗi 1% thiếu trừ 0,5 điểm, {LIMIT}, tính cả phần lẻ; {NOTHING}",
        ),
        (
            f"Đạt chỉ tiêu: 50đ; mỗi 1% thấp hơn trừ 01 điểm, chỉ tính đủ từng 1%, {LIMIT}; {NOTHING}",
            f"Đạt chỉ tiêu: 50 điểm; cứ mỗi 1% thiếu trừ 01 điểm, chỉ tính đủ từng 1%, {LIMIT}; {NOTHING}",
        ),
    ),
)
def test_a_cell_about_a_rate_means_what_the_plain_one_means(said: str, plain: str) -> None:
    both = [cell(title=RATED, scoring=each) for each in (said, plain)]
    assert all(each.plan is not None for each in both), [each.message for found in both for each in found.diagnostics]
    one, other = (each.plan.points[0].criteria[0] for each in both if each.plan is not None)
    assert (one.start, one.changes, one.nothing) == (other.start, other.changes, other.nothing)


@pytest.mark.parametrize(
    ("said", "code"),
    (
        ("Quên khóa cửa 01 lần trừ 01 điểm, từ lần thứ hai trừ 02 điểm", "TH611"),
        ("Quên khóa cửa 02 lần trừ 01 điểm, trừ không quá 50 điểm", "TH611"),
        ("Trừ 02 điểm khi để mất khóa", "TH603"),
        ("Tham gia đủ: 50đ; không tham gia: 0đ", "TH606"),
    ),
)
def test_a_cell_with_two_readings_or_a_hole_is_refused(said: str, code: str) -> None:
    assert [each.code.id for each in cell(more=said).diagnostics] == [code]


def test_over_and_under_in_one_sentence_are_refused() -> None:
    said = f"Đạt chỉ tiêu: 50 điểm; không đạt thì cứ vượt 1% trừ 01 điểm, chỉ tính đủ từng 1%, {LIMIT}; {NOTHING}"
    assert [each.code.id for each in cell(title=RATED, scoring=said).diagnostics] == ["TH611"]


def test_one_percent_over_once_or_each_is_asked_with_both_lines() -> None:
    (complaint,) = only(
        cell(title=RATED, scoring=f"Đạt chỉ tiêu: 50 điểm; không đạt chỉ tiêu: 0 điểm; vượt 1% cộng 01 điểm; {NOTHING}"), "TH602"
    )
    for way, most in zip(complaint.ways[:2], ("05", ""), strict=True):
        line = way.line.replace("…", most)
        again = cell(title=RATED, scoring=f"Đạt chỉ tiêu: 50 điểm; không đạt chỉ tiêu: 0 điểm; {line}; {NOTHING}")
        assert again.plan is not None, [each.message for each in again.diagnostics]
