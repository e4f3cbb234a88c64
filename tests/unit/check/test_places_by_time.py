"""Numbers of awards of each quarter, of another year, of an occasion, of some units by a heading: the plan has none of these."""

import pytest

from tests.unit.check.writing import analysed, codes, only, sound, written

STANDARD = "I. TIÊU CHUẨN\n1. Giấy khen được tặng cho tập thể, cá nhân đạt các tiêu chuẩn sau:\n- Hoàn thành tốt nhiệm vụ.\n"
WAVES = "II. THỜI GIAN\n1. Đợt 1: từ ngày 01/4/2024 đến hết ngày 15/5/2024.\n2. Đợt 2: từ ngày 16/5/2024 đến hết ngày 30/6/2024.\n"
CHOSEN = "01 tập thể, do Hội đồng bình xét lựa chọn."


def plan(line: str, times: str = "II. THỜI GIAN\n1. Từ ngày 01/4/2024 đến hết ngày 30/6/2024.\n", status: str = "dự thảo") -> str:
    """A plan of the second quarter of 2024 with a line under its numbers."""
    return written(f"{STANDARD}{times}III. SỐ LƯỢNG\n{line}\n", status=status)


@pytest.mark.parametrize(
    ("line", "words", "mended"),
    [
        (f"- Mỗi quý: {CHOSEN}", "Mỗi quý", f"- {CHOSEN}"),
        (f"- Mỗi tháng: {CHOSEN}", "Mỗi tháng", f"- {CHOSEN}"),
        (f"- Hằng quý: {CHOSEN}", "Hằng quý", f"- {CHOSEN}"),
        (f"- 6 tháng: {CHOSEN}", "6 tháng", f"- {CHOSEN}"),
        (f"- Trong quý: {CHOSEN}", "Trong quý", f"- {CHOSEN}"),
        (f"- Định kỳ hằng quý: {CHOSEN}", "Định kỳ hằng quý", f"- {CHOSEN}"),
        (f"- Đột xuất: {CHOSEN}", "Đột xuất", f"- {CHOSEN}"),
        (f"- Khen tổng kết: {CHOSEN}", "Khen tổng kết", f"- {CHOSEN}"),
        (f"- Mỗi quý {CHOSEN}", "Mỗi quý", f"- {CHOSEN}"),
        ("- 01 tập thể/quý, do Hội đồng bình xét lựa chọn.", "/quý", f"- {CHOSEN}"),
        ("- 01 tập thể mỗi quý, do Hội đồng bình xét lựa chọn.", "mỗi quý", f"- {CHOSEN}"),
        (f"- Chi cục THADS: mỗi quý {CHOSEN}", "mỗi quý", f"- Chi cục THADS: {CHOSEN}"),
    ],
)
def test_a_number_of_each_quarter_is_told_with_the_line_that_is_read(line: str, words: str, mended: str) -> None:
    (found,) = only(analysed(plan(line)), "TH101")
    assert found.message.startswith(f"“{words}”")
    assert [way.line for way in found.ways] == [mended]
    assert len(sound(plan(mended)).quotas) == 1


def test_where_the_plan_has_waves_the_number_may_be_that_of_each() -> None:
    (found,) = only(analysed(plan(f"- Mỗi tháng: {CHOSEN}", WAVES)), "TH101")
    assert found.ways[-1].line == f"- Mỗi đợt {CHOSEN}"
    assert [quota.wave for quota in sound(plan(found.ways[-1].line, WAVES)).quotas] == ["đợt 1", "đợt 2"]


def test_an_issued_text_is_restated() -> None:
    (found,) = only(analysed(plan(f"- Mỗi quý: {CHOSEN}", status="đã ban hành")), "TH101")
    assert found.ways[0].line == f"Hiểu là: {CHOSEN}"


@pytest.mark.parametrize("title", ["Năm 2025", "Quý III", "Quý II năm 2025", "6 tháng đầu năm", "Cuối năm", "Tháng 5", "Quý 4", "Quý VI"])
def test_a_number_of_another_time_is_a_warning(title: str) -> None:
    (found,) = only(analysed(plan(f"- {title}: {CHOSEN}")), "TH913")
    assert found.message == f"“{title}”"
    assert [way.line for way in found.ways] == [f"- {CHOSEN}"]


@pytest.mark.parametrize("title", ["Năm 2024", "Quý II", "Quý II năm 2024", "Mỗi năm", "Tổng cộng", "Số lượng"])
def test_the_time_of_the_campaign_is_none(title: str) -> None:
    assert codes(plan(f"- {title}: {CHOSEN}")) == []


@pytest.mark.parametrize("heading", ["Khen đột xuất", "Quý III", "Năm 2025"])
def test_a_heading_over_numbers_that_nobody_has_read_is_a_warning(heading: str) -> None:
    (found,) = only(analysed(plan(f"1. {heading}\n- Chi cục THADS: {CHOSEN}")), "TH913")
    assert found.message == f"“{heading}”"
    assert "TH913" not in codes(plan(f"{found.ways[0].line}\n- Chi cục THADS: {CHOSEN}"))


def test_two_numbers_under_two_such_headings_take_the_same_people() -> None:
    lines = f"1. Miền núi\n- Chi cục THADS: {CHOSEN}\n2. Đồng bằng\n- Chi cục THADS: {CHOSEN}"
    assert only(analysed(plan(lines)), "TH570")


@pytest.mark.parametrize("heading", ["Số lượng khen thưởng", "Tập thể", "Quý II năm 2024"])
def test_other_headings_are_titles(heading: str) -> None:
    assert "TH913" not in codes(plan(f"1. {heading}\n- Chi cục THADS: {CHOSEN}"))
