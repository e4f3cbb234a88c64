"""Waves, periods and deadlines as the plan means them."""

from datetime import date

import pytest

from tests.unit.check.writing import RATE, codes, sound, written
from thads_dsl.check import read_draft
from thads_dsl.source import SourceText
from thads_dsl.syntax.outline import outline

WAVES = f"""
I. CÁC ĐỢT
1. Đợt 1: Thời gian từ ngày 06/01/2025 đến hết ngày 28/3/2025.
1.1. Chi cục THADS đạt {RATE} 40% về việc.
2. Đợt thi đua cao điểm thứ hai (từ 07/4 đến hết 30/6/2025):
2.1. Kỳ số liệu: từ ngày 01/10/2024 đến hết ngày 30/6/2025.
2.2. Chi cục THADS đạt {RATE} 60% về việc.
2.3. Hồ sơ gửi về Cục trước ngày 10/7.
3. Báo cáo gửi về Cục trước ngày 15/7/2025.
"""


def test_a_wave_is_a_context_for_what_stands_under_it() -> None:
    plan = sound(written(WAVES))
    assert [(wave.label, wave.period.first, wave.period.last) for wave in plan.waves] == [
        ("đợt 1", date(2025, 1, 6), date(2025, 3, 28)),
        ("đợt 2", date(2025, 4, 7), date(2025, 6, 30)),
    ]
    assert [(rule.wave, rule.measured) for rule in plan.periods] == [("đợt 2", True)]
    assert [target.period is None for target in plan.targets] == [True, False]
    assert [(each.last_day, each.wave) for each in plan.deadlines] == [(date(2025, 7, 9), "đợt 2"), (date(2025, 7, 14), "")]


@pytest.mark.parametrize(
    ("line", "first", "last"),
    [
        ("Thời gian: Từ ngày 01/4/2024 đến hết ngày 30/6/2024", date(2024, 4, 1), date(2024, 6, 30)),
        ("Thời gian từ 01/4 đến ngày 30/6/2024, chia làm ba tháng", date(2024, 4, 1), date(2024, 6, 30)),
        ("Từ tháng 4 đến hết tháng 6/2024", date(2024, 4, 1), date(2024, 6, 30)),
        ("Thời gian thực hiện: từ tháng 11 năm 2023 đến hết tháng 02/2024", date(2023, 11, 1), date(2024, 2, 29)),
    ],
)
def test_a_period_takes_its_ends_from_days_and_months(line: str, first: date, last: date) -> None:
    [rule] = sound(written(f"I. THỜI GIAN\n- {line}.")).periods
    assert (rule.period.first, rule.period.last, rule.measured) == (first, last, False)


@pytest.mark.parametrize(
    ("line", "key", "first", "last"),
    [
        ("từ đầu năm đến 30/6/2024", "từ 01/10 đến 30/9", date(2023, 10, 1), date(2024, 6, 30)),
        ("từ đầu năm đến 30/6/2024", "từ 01/01 đến 31/12", date(2024, 1, 1), date(2024, 6, 30)),
        ("từ ngày 01/7/2024 đến kết thúc năm", "từ 01/10 đến 30/9", date(2024, 7, 1), date(2024, 9, 30)),
        ("từ ngày 01/7/2024 đến hết năm 2024", "từ 01/01 đến 31/12", date(2024, 7, 1), date(2024, 12, 31)),
        ("từ đầu năm 2024 đến cuối năm 2024", "từ 01/10 đến 30/9", date(2023, 10, 1), date(2024, 9, 30)),
    ],
)
def test_the_beginning_and_end_of_a_year_are_those_of_the_year_the_plan_counts_in(line: str, key: str, first: date, last: date) -> None:
    text = written(f"I. THỜI GIAN\n- Thời gian: {line}.")
    [rule] = sound(text.replace("Danh mục", f"Năm báo cáo: {key}\nDanh mục")).periods
    assert (rule.period.first, rule.period.last) == (first, last)
    assert codes(text) == ["TH921"]


def test_free_words_of_a_period_do_not_reach_into_the_next_sentence() -> None:
    plan = sound(written(f"I. A\n- Thời gian: Từ ngày 01/4/2024 đến hết ngày 30/6/2024. Chi cục THADS đạt {RATE} 70% về việc."))
    assert (len(plan.periods), len(plan.targets)) == (1, 1)


@pytest.mark.parametrize(
    "line",
    [
        "Gửi báo cáo chậm nhất là ngày 05/7/2024 đối với Phòng chuyên môn và trước ngày 10/7/2024 đối với Chi cục THADS. Quá hạn thì nhắc.",
        "Gửi báo cáo chậm nhất ngày 05/7/2024 đối với Phòng chuyên môn, trước ngày 10/7/2024 đối với các Chi cục THADS để tổng hợp.",
    ],
)
def test_each_addressee_has_a_deadline_of_its_own(line: str) -> None:
    plan = sound(written(f"I. A\n- {line}"))
    assert [(each.addressee, each.last_day) for each in plan.deadlines] == [
        ("Phòng chuyên môn", date(2024, 7, 5)),
        (plan.deadlines[1].addressee, date(2024, 7, 9)),
    ]
    assert [each.subject and each.subject.any_of for each in plan.deadlines] == [("Phòng chuyên môn",), ("Chi cục THADS",)]


def test_a_deadline_behind_a_context_is_for_whom_the_context_names() -> None:
    plan = sound(
        written("I. A\n1. Đối với Phòng chuyên môn: gửi hồ sơ trước ngày 05/7/2024.\n2. Các Chi cục THADS gửi hồ sơ trước ngày 09/7/2024.")
    )
    assert [each.addressee for each in plan.deadlines] == ["Phòng chuyên môn", "Chi cục THADS"]


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("Hồ sơ khen thưởng đợt 1 gửi về Cục trước ngày 10/4/2025; đợt 2 gửi trước ngày 12/7/2025", "Hồ sơ khen thưởng gửi về Cục"),
        ("Hồ sơ khen thưởng gửi về Cục: đợt 1 trước ngày 10/4/2025; đợt 2 trước ngày 12/7/2025", "Hồ sơ khen thưởng gửi về Cục"),
        ("Báo cáo đợt 1 gửi trước ngày 10/4/2025; đợt 2 gửi trước ngày 12/7/2025", "Báo cáo gửi"),
        ("Hồ sơ đợt 1 gửi trước ngày 10/4/2025; báo cáo đợt 2 gửi trước ngày 12/7/2025", "báo cáo đợt 2 gửi"),
    ],
)
def test_a_deadline_that_names_only_its_wave_is_for_what_stands_before_it(said: str, what: str) -> None:
    second = sound(written(WAVES + f"4. {said}.\n")).deadlines[-1]
    assert (second.what, second.last_day, second.wave) == (what, date(2025, 7, 11), "đợt 2")


@pytest.mark.parametrize("spelled", ["bảy ngày làm việc kể từ ngày kết thúc đợt", "07 ngày làm việc kể từ ngày kết thúc đợt"])
def test_a_deadline_behind_a_semicolon_is_no_free_words_of_the_one_before(spelled: str) -> None:
    text = (
        "Tên loại: KẾ HOẠCH\nCơ quan ban hành: THADS tỉnh A\nDanh mục dùng chung: THADS\n\n"
        "I. THỜI HẠN\n"
        f"1. Hồ sơ đợt 1 gửi về THADS tỉnh trước ngày 10/4/2026; hồ sơ đợt 2 gửi trong thời hạn {spelled}.\n"
    )
    source = SourceText.read("in.plan", text)
    draft, _ = read_draft(source, outline(source))
    first, second = draft.lines[1].sentences
    assert first.statement is not None and "đợt 2" not in first.passage.text
    assert (second.statement is None) is spelled.startswith("bảy")
