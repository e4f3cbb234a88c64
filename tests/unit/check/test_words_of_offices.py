"""Usual words of offices are read as they are meant: of whom, by which council, which class, which papers, in which quarter."""

from datetime import date
from fractions import Fraction

import pytest

from tests.unit.check.writing import RATE, analysed, codes, sound, written
from thads_dsl.model.dates import Period
from thads_dsl.model.points import ByCouncil
from thads_dsl.model.points_classes import TargetsAre

SUBJECT = "Phòng chuyên môn"


@pytest.mark.parametrize("words", ["Áp dụng đối với", "Áp dụng cho", "Áp dụng đối với các"])
def test_whom_lines_below_are_applied_to(words: str) -> None:
    for below in (f"| Nội dung | Chỉ tiêu |\n| {RATE} về việc | 80% |", f"- {RATE.capitalize()} về việc đạt từ 80% trở lên."):
        (target,) = sound(written(f"1. {words} {SUBJECT}:\n{below}")).targets
        assert target.subject.name == SUBJECT
        assert target.threshold == 80


TABLE = """Đối với Phòng chuyên môn:
1. Tỷ lệ thi hành xong trên có điều kiện về việc đạt chỉ tiêu được giao.
| STT | Nội dung tiêu chí | Điểm chuẩn | Cách chấm điểm |
| 1 | Chế độ báo cáo | 40 | Mỗi báo cáo chậm trừ 02 điểm, trừ không quá 40 điểm |
| 2 | Xây dựng đoàn kết | 60 | {} |
| | Tổng cộng | 100 | |
{}
"""
CLASSES = "- Hạng A: từ 90 điểm trở lên;\n- Hạng B: còn lại."


@pytest.mark.parametrize(
    "council", ["Hội đồng Thi đua - Khen thưởng", "Hội đồng Thi đua – Khen thưởng", "Do Hội đồng thi đua, khen thưởng"]
)
def test_the_council_has_a_name_with_a_dash(council: str) -> None:
    (table,) = sound(written(TABLE.format(f"{council} chấm từ 0 đến 60 điểm", CLASSES))).points
    assert table.criteria[1].start == ByCouncil(Fraction(0), Fraction(60))


def test_a_dash_between_two_lines_of_a_cell_still_parts_them() -> None:
    (table,) = sound(written(TABLE.format("- Tốt: 60 điểm - Khá: 40 điểm - Còn lại: 0 điểm", CLASSES))).points
    assert table.criteria[1].best == 60


def test_the_council_judges_and_chooses_by_its_whole_name() -> None:
    award = "1. Giấy khen của Cục trưởng được xét, tặng cho cá nhân đạt các tiêu chuẩn sau:\n- Nội bộ đoàn kết.\n"
    line = "2. Không quá 03 cá nhân, do Hội đồng Thi đua - Khen thưởng bình xét, lựa chọn."
    (quota,) = sound(written(award + line)).quotas
    assert quota.council_chooses and quota.limit == 3


def test_classes_that_are_reached() -> None:
    said = (
        "- Hạng A: đạt từ 90 điểm trở lên và đạt chỉ tiêu được giao;\n"
        "- Hạng B: đạt từ 75 điểm đến dưới 90 điểm hoặc đạt từ 90 điểm trở lên nhưng có chỉ tiêu được giao không đạt;\n- Hạng C: còn lại."
    )
    plain = said.replace(": đạt từ", ": từ").replace("hoặc đạt từ", "hoặc từ").replace("chỉ tiêu được giao không", "chỉ tiêu không")
    (table,), (same,) = (sound(written(TABLE.format("Hội đồng chấm từ 0 đến 60 điểm", rows))).points for rows in (said, plain))
    assert [each.cases for each in table.classes] == [each.cases for each in same.classes]
    (failing,) = table.classes[1].cases[1].conditions
    assert isinstance(failing, TargetsAre) and not failing.met


def test_a_rate_of_what_can_be_enforced() -> None:
    (target,) = sound(written(f"1. {SUBJECT} đạt tỷ lệ thi hành xong trên số có điều kiện thi hành về việc từ 80% trở lên.")).targets
    assert target.quantity == f"{RATE} về việc"


@pytest.mark.parametrize(
    "line",
    [
        "Hồ sơ gồm 02 bộ: Tờ trình; Biên bản họp.",
        "Hồ sơ gồm có: Tờ trình (mỗi loại 01 bản); Biên bản họp.",
        "Hồ sơ gồm: Tờ trình; Biên bản họp (mỗi loại 01 bản).",
        "Hồ sơ đề nghị khen thưởng gồm 02 (hai) bộ, mỗi bộ gồm có: Tờ trình; Biên bản họp.",
        "Hồ sơ gồm 01 bộ:\n- Tờ trình;\n- Biên bản họp.",
    ],
)
def test_how_many_copies_are_sent_changes_no_paper(line: str) -> None:
    (dossier,) = sound(written(f"1. {line}")).dossiers
    assert dossier.documents == ("Tờ trình", "Biên bản họp")


def test_copies_without_a_paper_are_no_dossier() -> None:
    assert codes(written("1. Hồ sơ gồm 02 bộ gửi về Văn phòng.")) == ["TH116"]


@pytest.mark.parametrize(
    ("line", "first", "last"),
    [
        ("Thời gian: Quý II năm 2024.", date(2024, 4, 1), date(2024, 6, 30)),
        ("Thời gian thi đua: Quý IV/2026.", date(2026, 10, 1), date(2026, 12, 31)),
        ("Thời gian phát động: quý 1 năm 2024", date(2024, 1, 1), date(2024, 3, 31)),
    ],
)
def test_a_quarter_goes_from_its_first_day_to_its_last(line: str, first: date, last: date) -> None:
    (period,) = sound(written(f"1. {line}")).periods
    assert (period.period, period.measured) == (Period(first, last), False)


@pytest.mark.parametrize(
    "line", ["Kỳ số liệu: Quý I năm 2024.", "Thời gian: 6 tháng cuối năm 2024.", "Thời gian: Quý I năm 2024 và quý II năm 2024."]
)
def test_a_time_that_may_be_another_is_asked(line: str) -> None:
    assert codes(written(f"1. {line}")) == ["TH101"]


def test_the_quarter_of_a_task_is_no_campaign() -> None:
    assert not sound(written("1. Thời gian thực hiện: Quý I năm 2024.\n2. Thời gian thực hiện: Quý II năm 2024.")).periods


def test_a_misspelt_head_of_awards_is_told() -> None:
    (found,) = analysed(written("1. Hình thức khen thưởn: Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh.")).diagnostics
    assert found.code.id == "TH101" and "Hình thức khen thưởng:" in found.ways[0].line


@pytest.mark.parametrize(
    "words",
    [
        "Không khen thưởng lãnh đạo nếu đơn vị không hoàn thành chỉ tiêu.",
        "Người đã được khen đợt trước thì không xét đợt này.",
    ],
)
def test_words_of_a_rule_marked_as_prose_are_said_to_be_for_people(words: str) -> None:
    assert codes(written(f"1. > {words}")) == ["TH954"]
    assert codes(written("1. > Tài liệu không quá “05” trang.")) == []
    assert codes(written("1. > Việc khen thưởng bảo đảm công khai, minh bạch.")) == []


@pytest.mark.parametrize(
    ("units", "numbers"), [("1, 2, 3", "1 2 3"), ("2 và 4", "2 4"), ("1, 3 và 5", "1 3 5")], ids=["three", "two", "three with và"]
)
def test_numbers_behind_a_kind_are_its_units_before_what_they_do(units: str, numbers: str) -> None:
    named = tuple(f"Phòng THADS khu vực {number}" for number in numbers.split())
    plan = sound(written(f"1. Phòng THADS khu vực {units} đạt {RATE} từ 80% trở lên về việc."))
    assert plan.targets[0].subject.any_of == named


@pytest.mark.parametrize("files", ["Thành phần hồ sơ: 02 bộ.", "Hồ sơ gồm: 02 bộ bản chính.", "Hồ sơ gồm 02 bộ."])
def test_copies_alone_are_no_papers(files: str) -> None:
    assert codes(written(f"1. {files}")) == ["TH116"]


@pytest.mark.parametrize(
    "words", ["Ra quyết định thi hành án đúng hạn 100%.", "02 tập thể, 05 cá nhân tiêu biểu.", "Giải quyết đúng hạn 95% số đơn."]
)
def test_figures_of_a_rule_marked_as_prose_are_said_to_be_asked_of_nobody(words: str) -> None:
    assert codes(written(f"1. > {words}")) == ["TH954"]


@pytest.mark.parametrize("words", ["Năm 2023 đạt 85% về việc.", "Kết quả đến nay đạt 85%.", "Đã khen thưởng 02 tập thể, 05 cá nhân."])
def test_an_account_marked_as_prose_is_left_in_peace(words: str) -> None:
    assert codes(written(f"1. > {words}")) == []
