"""The day a plan is of, the bodies of that day, abbreviations of several names, and ways out by whether the text is issued."""

from datetime import date

import pytest

from tests.unit.check.writing import FRONT, analysed, codes, only, pointed_at, sound
from thads_dsl.check.settling import plan_day

CAMPAIGN = date(2025, 4, 1)


@pytest.mark.parametrize(
    ("written", "campaign", "day"),
    [
        ("A, ngày 05 tháng 12 năm 2025", CAMPAIGN, date(2025, 12, 5)),
        ("A, ngày 5/12/2025", None, date(2025, 12, 5)),
        ("A, ngày … tháng 3 năm 2025", CAMPAIGN, CAMPAIGN),
        ("A, ngày … tháng 3 năm 2025", None, date(2025, 3, 31)),
        ("A, ngày … tháng … năm 2025", None, date(2025, 12, 31)),
        ("A, ngày 31 tháng 6 năm 2025", CAMPAIGN, CAMPAIGN),
        ("A", CAMPAIGN, CAMPAIGN),
        ("", None, None),
    ],
)
def test_a_blank_day_is_that_of_the_campaign(written: str, campaign: date | None, day: date | None) -> None:
    assert plan_day(written, campaign) == day


def dated(day: str, body: str, status: str = "dự thảo") -> str:
    """A plan of a THADS tỉnh of this day."""
    front = FRONT.replace("Tình trạng", f"Địa danh, thời gian: A, ngày {day}\nTình trạng")
    return front.replace("Cục Thi hành án dân sự tỉnh A", "THADS tỉnh A").format(status=status) + body.strip("\n") + "\n"


AFTER, BEFORE = "01 tháng 7 năm 2025", "30 tháng 6 năm 2025"
TARGET = "đạt tỷ lệ thi hành xong 77% về việc."


@pytest.mark.parametrize(
    ("day", "name", "told"),
    [
        (BEFORE, "Chi cục THADS", False),
        (AFTER, "Chi cục THADS", True),
        (AFTER, "Phòng THADS khu vực 2", False),
        (BEFORE, "Phòng THADS khu vực 2", True),
        (AFTER, "Phòng chuyên môn", False),
        (BEFORE, "Phòng chuyên môn", False),
    ],
)
def test_a_body_is_one_on_its_days_only(day: str, name: str, told: bool) -> None:
    analysis = analysed(dated(day, f"1. {name} {TARGET}"))
    found = [each for each in only(analysis, "TH942") if pointed_at(analysis, each.at.span) == name]
    assert bool(found) is told
    assert analysis.plan is not None


def test_all_places_of_a_former_body_are_told_at_once_with_what_replaced_it() -> None:
    body = f"1. Chi cục THADS {TARGET}\n2. Các Chi cục báo cáo.\n\nNơi nhận:\n- Các Chi cục THADS."
    (found,) = only(analysed(dated(AFTER, body)), "TH942")
    assert len(found.also) == 2
    assert [way.line for way in found.ways] == [f"1. Phòng THADS khu vực {TARGET}"]


def test_a_sentence_that_cites_a_document_may_name_what_there_was() -> None:
    assert codes(dated(AFTER, "Thực hiện Kế hoạch số 12/KH-TCTHADS ngày 20/3/2024 của Tổng cục THADS.")) == []


def test_the_kinds_of_a_plan_are_those_of_its_day_and_those_it_names() -> None:
    before = {kind.name for kind in sound(dated(BEFORE, f"1. Phòng chuyên môn {TARGET}")).kinds}
    after = {kind.name for kind in sound(dated(AFTER, f"1. Phòng chuyên môn {TARGET}")).kinds}
    named = {kind.name for kind in sound(dated(AFTER, f"1. Chi cục THADS {TARGET}")).kinds}
    assert (before - after, after - before) == ({"Chi cục THADS", "Cục THADS"}, {"Phòng THADS khu vực"})
    assert named == after | {"Chi cục THADS"}


@pytest.mark.parametrize(("day", "asked"), [(BEFORE, False), (AFTER, True)])
def test_phong_alone_is_asked_once_it_means_two_things(day: str, asked: bool) -> None:
    assert ("TH243" in codes(dated(day, f"1. Phòng {TARGET}"))) is asked


def test_phong_alone_in_prose_is_not_asked() -> None:
    assert "TH243" not in codes(dated(AFTER, "1. Lãnh đạo Phòng đôn đốc công chức."))


CARRIED = """1. Kỳ số liệu: từ 01/10/2024 đến hết 30/9/2025.
2. Chi cục THADS phấn đấu giảm án chuyển kỳ sau về việc từ 4% trở lên so với năm 2024{}."""


def test_carried_over_cases_are_asked_unless_a_part_is_left_out() -> None:
    assert "TH243" in codes(dated(BEFORE, CARRIED.format("")))
    plan = sound(dated(BEFORE, CARRIED.format(" (không bao gồm số đã chuyển sổ theo dõi riêng)")))
    assert plan.targets[0].quantity.startswith("tổng số chuyển kỳ sau trừ số đã chuyển sổ theo dõi riêng")


# ---- which way first


@pytest.mark.parametrize(
    ("status", "first", "second"),
    [
        ("dự thảo", "Sửa ngày ấy", "Nếu văn bản đã ban hành, dán"),
        ("", "Sửa ngày ấy", "Nếu văn bản đã ban hành, dán"),
        ("đã ban hành", "Dán dưới dòng", "Nếu còn là dự thảo, sửa"),
    ],
)
def test_a_draft_is_mended_and_an_issued_text_corrected(status: str, first: str, second: str) -> None:
    (found,) = only(analysed(dated(BEFORE, "1. Hồ sơ gửi về Cục trước ngày 31/6/2025.", status)), "TH501")
    assert [way.how[: len(start)] for way, start in zip(found.ways, (first, second), strict=True)] == [first, second]


def test_a_month_that_does_not_exist_has_no_day_to_offer() -> None:
    (found,) = only(analysed(dated(BEFORE, "1. Hồ sơ gửi về Cục trước ngày 01/13/2025.")), "TH501")
    assert len(found.ways) == 1


# ---- names that the plan defines and does not use

UNUSED = "\nPHẦN KHÔNG IN\n\nĐỐI TƯỢNG THI ĐUA\n- Đội A: tập thể\n"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (f"1. Chi cục THADS {TARGET}", True),
        (f"1. Đội A {TARGET}", False),
        ("1. Kết quả giao Đội A tổng hợp.", False),
        ("1. Đội A đạt tỷ lệ thi hành xong 77.", False),  # an error elsewhere: it may be the line that means it
    ],
)
def test_a_name_without_a_use_is_told_of(body: str, told: bool) -> None:
    assert ("TH941" in codes(dated(BEFORE, body) + UNUSED)) is told


def test_members_need_no_sentence() -> None:
    text = (
        dated(BEFORE, f"1. Phòng chuyên môn {TARGET}")
        + "\nPHẦN KHÔNG IN\n\nĐỐI TƯỢNG THI ĐUA\n- Phòng chuyên môn gồm: Văn phòng; Phòng Hai\n"
    )
    assert "TH941" not in codes(text)


FIGURES = "1. Kỳ số liệu: từ ngày 01/10/2025 đến hết ngày 31/5/2026.\n"


@pytest.mark.parametrize(
    ("title", "period", "told"),
    [
        ("Thi đua năm 2026", "", True),
        ("Kỷ niệm 80 năm Ngày Truyền thống THADS (19/7/1946 - 19/7/2026)", "", True),
        ("Thi đua", FIGURES, True),
        ("Thi đua năm 2025", FIGURES, True),
        ("Thi đua năm 2025", "", False),  # the bodies changed within the year, and nothing says on which side
        ("Thi đua", "", False),
    ],
)
def test_a_plan_without_a_day_is_read_by_the_bodies_of_its_year(title: str, period: str, told: bool) -> None:
    front = f"Tên loại: KẾ HOẠCH\nTrích yếu: {title}\nCơ quan ban hành: THADS tỉnh A\nDanh mục dùng chung: THADS\n\n"
    assert ("TH243" in codes(f"{front}{period}2. Đối với Phòng\n- {TARGET}\n")) is told
    assert ("TH942" in codes(f"{front}{period}2. Đối với Chi cục THADS\n- {TARGET}\n")) is told
