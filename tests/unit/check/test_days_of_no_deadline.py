"""Days that are no deadline, or not the only one: of what counts, of the month after, of two forms of one file; tails of periods."""

from datetime import date

import pytest

from tests.unit.check.writing import analysed, codes, only, sound, written
from thads_dsl.model.rules import Judged

PERIOD = "I. THỜI GIAN\n- {period}\n"
CAMPAIGN = PERIOD.format(period="Thời gian: Từ ngày 01/4/2024 đến hết ngày 30/6/2024.")
AWARD = (
    "II. TIÊU CHUẨN\n1. Giấy khen được tặng cho tập thể, cá nhân đạt các tiêu chuẩn sau:\n- Hoàn thành tốt nhiệm vụ;\n{item}III. HỒ SƠ\n"
)


def plan(line: str, *, item: str = "", status: str = "dự thảo") -> str:
    """A campaign with one award, with this line about its files."""
    return written(f"{CAMPAIGN}{AWARD.format(item=item)}{line}\n", status=status)


@pytest.mark.parametrize(
    "line",
    [
        "Giấy khen ký trước ngày 10/7/2024 được tính là thành tích.",
        "Sáng kiến được công nhận trước ngày 30/6/2024 được tính điểm.",
        "Sáng kiến được công nhận trước ngày 30/6/2024 thì được xét.",
        "Chỉ xét sáng kiến được công nhận trước ngày 30/6/2024.",
    ],
)
def test_what_counts_by_a_day_is_sent_by_none(line: str) -> None:
    (found,) = only(analysed(plan(f"1. {line}")), "TH101")
    assert [way.line.startswith("- ") for way in found.ways] == [True]
    assert sound(plan("", item=f"{found.ways[0].line}\n")).deadlines == ()


@pytest.mark.parametrize(
    ("line", "refused"),
    [
        ("Hồ sơ có xác nhận của cơ quan thuế trước ngày 10/7/2024 mới được xét.", False),
        ("Hồ sơ gửi trước ngày 10/7/2024 mới được xét.", True),
        ("Hồ sơ gửi trước ngày 10/7/2024 thì được xét khen thưởng.", True),
    ],
)
@pytest.mark.parametrize("status", ["dự thảo", "đã ban hành"])
def test_of_a_file_the_day_may_be_a_deadline(line: str, refused: bool, status: str) -> None:
    (found,) = only(analysed(plan(f"1. {line}", status=status)), "TH101")
    way = found.ways[0].line
    mended = sound(plan(way if way.startswith("1.") else f"1. {line}\n{way}", status=status))
    assert [each.last_day for each in mended.deadlines] == [date(2024, 7, 9)]
    assert bool(mended.exclusions) is refused


@pytest.mark.parametrize(
    "line",
    [
        "Hồ sơ gửi trước ngày 10/7/2024 để được xét khen thưởng.",
        "Hồ sơ được gửi về Cục trước ngày 10/7/2024.",
        "Hồ sơ được các đơn vị gửi về Cục trước ngày 10/7/2024.",
    ],
)
def test_a_deadline_with_its_purpose_stays_one(line: str) -> None:
    assert [each.last_day for each in sound(plan(f"1. {line}")).deadlines] == [date(2024, 7, 9)]


def test_the_month_after_is_that_after_the_campaign_or_every_one() -> None:
    line = "1. Hồ sơ gửi trước ngày 10 của tháng tiếp theo."
    (found,) = only(analysed(plan(line)), "TH528")
    once, monthly = (sound(plan(f"{line}\n{way.line}")) for way in found.ways)
    assert [each.last_day for each in once.deadlines] == [date(2024, 7, 9)]
    assert monthly.deadlines == ()
    assert codes(plan("1. Báo cáo gửi trước ngày 10 của tháng tiếp theo.")) == []


@pytest.mark.parametrize("status", ["dự thảo", "đã ban hành"])
def test_two_forms_of_a_file_have_one_day(status: str) -> None:
    line = "1. Hồ sơ điện tử gửi trước ngày 05/7/2024, bản giấy gửi trước ngày 10/7/2024."
    (found,) = only(analysed(plan(line, status=status)), "TH101")
    lines = [way.line if way.line.startswith("1.") else f"{line}\n{way.line}" for way in found.ways]
    days = [[each.last_day for each in sound(plan(each, status=status)).deadlines] for each in lines]
    assert days == [[date(2024, 7, 4)], [date(2024, 7, 9)]]


@pytest.mark.parametrize(
    "line",
    [
        "1. Hồ sơ (bản giấy và bản điện tử) gửi trước ngày 10/7/2024.",
        "1. Hồ sơ điện tử gửi trước ngày 10/7/2024, bản giấy gửi trước ngày 10/7/2024.",
        "1. Hồ sơ điện tử gửi trước ngày 10/7/2024.",
    ],
)
def test_forms_of_one_day_are_no_matter(line: str) -> None:
    assert {each.last_day for each in sound(plan(line)).deadlines} == {date(2024, 7, 9)}


TAILS = (
    " hoặc đến khi hoàn thành chỉ tiêu",
    ", hoặc sớm hơn nếu hoàn thành nhiệm vụ",
    ", tặng Giấy khen cho tập thể dẫn đầu",
    ", tập thể, cá nhân đạt các chỉ tiêu được khen thưởng",
)


@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.parametrize("head", ["Thời gian:", "Đợt 1:"])
@pytest.mark.parametrize("status", ["dự thảo", "đã ban hành"])
def test_what_goes_on_behind_the_last_day_is_told(head: str, tail: str, status: str) -> None:
    period = f"{head} từ ngày 01/4/2024 đến ngày 30/6/2024"
    text = PERIOD.format(period=f"{period}{tail}.")
    (found,) = only(analysed(written(text, status=status)), "TH101")
    way = found.ways[0].line
    mended = sound(written(PERIOD.format(period=way.removeprefix("- ")) if way.startswith("- ") else f"{text}{way}", status=status))
    assert [*(each.period.last for each in mended.periods), *(each.period.last for each in mended.waves)] == [date(2024, 6, 30)]


@pytest.mark.parametrize("tail", ["", ", chào mừng kỷ niệm Ngày thành lập Đảng", ", chia làm 02 giai đoạn", " (03 tháng)"])
def test_other_words_behind_the_last_day_are_words(tail: str) -> None:
    assert "TH101" not in codes(written(PERIOD.format(period=f"Đợt 1: từ ngày 01/4/2024 đến ngày 30/6/2024{tail}.")))


@pytest.mark.parametrize(
    "asked",
    [
        "Đã hết thời hạn kỷ luật trước ngày 01/4/2024",
        "Được kết nạp Đảng trước ngày 01/4/2024",
        "Có quyết định tuyển dụng trước ngày 01/01/2024",
        "Có thời gian công tác trước ngày 01/01/2024",
    ],
)
@pytest.mark.parametrize("status", ["dự thảo", "đã ban hành"])
def test_a_day_in_a_list_of_standards_is_of_a_condition(asked: str, status: str) -> None:
    (found,) = only(analysed(plan("", item=f"- {asked};\n", status=status)), "TH101")
    (way,) = found.ways
    mended = sound(plan("", item=f"- {asked};\n{way.line}\n", status=status))
    assert mended.deadlines == ()
    assert all(asked in [each.judgment for each in standard.conditions if isinstance(each, Judged)] for standard in mended.standards)


@pytest.mark.parametrize("sent", ["Gửi báo cáo thành tích trước ngày 10/7/2024", "Hồ sơ hoàn thiện trước ngày 10/7/2024"])
def test_what_is_sent_has_a_deadline_in_a_list_too(sent: str) -> None:
    assert {each.last_day for each in sound(plan("", item=f"- {sent};\n")).deadlines} == {date(2024, 7, 9)}
