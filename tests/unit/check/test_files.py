"""Files for an award: which are refused, and when they are due where nothing says what they hold."""

import pytest

from tests.unit.check.writing import analysed, codes, sound, written
from thads_dsl.diagnostics import Severity
from thads_dsl.model.rules import FileFault
from thads_dsl.model.statistics import Base

AWARD = """
I. KHEN THƯỞNG
1. Giấy khen được xét, tặng cho tập thể đạt các tiêu chuẩn, điều kiện sau:
- Nội bộ đoàn kết.
2. Hồ sơ gửi về Cục trước ngày 15/7/2025.
"""
HOLDS = "3. Hồ sơ gồm: Tờ trình; Báo cáo thành tích.\n"
LATE, INCOMPLETE = FileFault.LATE, FileFault.INCOMPLETE
BOTH = {Base.COLLECTIVE, Base.INDIVIDUAL}


@pytest.mark.parametrize(
    ("sentence", "faults", "bases"),
    [
        ("Hồ sơ gửi sau thời hạn nêu trên không được xem xét", (LATE,), BOTH),
        ("Quá thời hạn này, Hội đồng không tiếp nhận hồ sơ", (LATE,), BOTH),
        ("Đơn vị nào nộp hồ sơ chậm thì không xét khen thưởng", (LATE,), BOTH),
        ("Cá nhân nộp hồ sơ muộn thì không xét khen thưởng", (LATE,), {Base.INDIVIDUAL}),
        ("Hồ sơ của Phòng chuyên môn gửi quá hạn thì không xét", (LATE,), {Base.COLLECTIVE}),
        ("Hồ sơ đến sau thời hạn thì trả lại, không đưa ra Hội đồng", (LATE,), BOTH),
        ("Đơn vị gửi chậm không được xét khen thưởng", (LATE,), BOTH),
        ("Hồ sơ nộp muộn sẽ bị loại", (LATE,), BOTH),
        ("Phòng chuyên môn không tổng hợp hồ sơ gửi quá hạn", (LATE,), BOTH),
        ("Hồ sơ gửi về Phòng chuyên môn sau thời hạn thì không xét", (LATE,), BOTH),
        ("Quá thời hạn nêu trên, Phòng chuyên môn từ chối nhận hồ sơ của cá nhân", (LATE,), {Base.INDIVIDUAL}),
        ("Không xem xét đối với hồ sơ không đủ thành phần", (INCOMPLETE,), BOTH),
        ("Hồ sơ chưa đầy đủ hoặc gửi trễ hạn sẽ không được Hội đồng xét", (LATE, INCOMPLETE), BOTH),
    ],
)
def test_a_sentence_that_refuses_files_says_for_which_fault_and_whose(sentence: str, faults: object, bases: set[Base]) -> None:
    plan = sound(written(f"{AWARD}{HOLDS}4. {sentence}."))
    assert {rule.faults for rule in plan.exclusions} == {faults}
    assert {rule.subject.base for rule in plan.exclusions} == bases


def test_a_refusal_may_be_of_one_award() -> None:
    plan = sound(written(f"{AWARD}3. Hồ sơ gửi muộn thì không xét tặng Giấy khen."))
    assert {rule.award for rule in plan.exclusions} == {"Giấy khen"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Hồ sơ gửi muộn hoặc không đúng mẫu thì không xét",
        "Hồ sơ gửi muộn thì không xét, trừ trường hợp thiên tai",
        "Hồ sơ gửi muộn bị trả lại",
        "Chỉ xem xét hồ sơ nộp đúng hạn",
        "Sau ngày 15/7/2025, Hội đồng không nhận hồ sơ",
        "Những hồ sơ đến sau khi hết hạn sẽ không được Hội đồng xem xét",
    ],
)
def test_a_refusal_that_says_more_than_can_be_read_is_no_prose(sentence: str) -> None:
    assert "TH101" in codes(written(f"{AWARD}{HOLDS}4. {sentence}."))


def test_a_plan_that_only_says_when_files_are_due_still_tells_who_is_late() -> None:
    plan = sound(written(AWARD))
    assert [(each.documents, each.line) for each in plan.dossiers] == [((), plan.deadlines[0].line)]
    assert sound(written(AWARD.replace("Hồ sơ gửi", "Báo cáo gửi"))).dossiers == ()


def test_what_is_late_or_lacking_must_be_told_by_the_plan() -> None:
    assert codes(written(f"{AWARD}3. Hồ sơ thiếu giấy tờ thì không xét.")) == ["TH508"]
    assert codes(written(f"{AWARD.replace('2. Hồ sơ gửi về Cục trước ngày 15/7/2025.', '')}2. Hồ sơ nộp muộn không xét.")) == ["TH508"]


@pytest.mark.parametrize(
    "sentence",
    ["Hồ sơ thiếu giấy tờ thì trả lại để bổ sung", "Văn phòng đôn đốc đơn vị nộp hồ sơ đúng hạn", "Đơn vị gửi chậm phải báo cáo lý do"],
)
def test_files_that_are_mended_or_hurried_are_not_refused(sentence: str) -> None:
    assert sound(written(f"{AWARD}{HOLDS}4. {sentence}.")).exclusions == ()


@pytest.mark.parametrize(
    ("papers", "documents"),
    [
        ("Tờ trình; Biên bản họp, kèm kết quả kiểm phiếu; Danh sách", ("Tờ trình", "Biên bản họp, kèm kết quả kiểm phiếu", "Danh sách")),
        ("Tờ trình; Báo cáo của tập thể và cá nhân; và Danh sách", ("Tờ trình", "Báo cáo của tập thể và cá nhân", "Danh sách")),
        ("Tờ trình, biên bản họp và danh sách", ("Tờ trình", "biên bản họp", "danh sách")),
        ("Báo cáo (tập thể; cá nhân), Tờ trình", ("Báo cáo (tập thể; cá nhân)", "Tờ trình")),
        ("Tờ trình, Biên bản; Danh sách và Báo cáo", ("Tờ trình", "Biên bản", "Danh sách", "Báo cáo")),
    ],
)
def test_papers_between_semicolons_are_not_cut_at_commas(papers: str, documents: tuple[str, ...]) -> None:
    (dossier,) = sound(written(f"1. Hồ sơ gồm: {papers}.")).dossiers
    assert dossier.documents == documents


@pytest.mark.parametrize(
    "lines",
    [
        "1. Hồ sơ\nHồ sơ đề nghị khen thưởng gồm:\n- Tờ trình;\n- Biên bản họp.\nNội bộ đoàn kết.",
        "1. Hồ sơ\nHồ sơ đề nghị khen thưởng gồm:\n+ Tờ trình;\n+ Biên bản họp.\n2. Kinh phí\n- Theo quy định.",
        "1. Hồ sơ gồm:\n- Tờ trình;\n- Biên bản họp.\n2. Kinh phí\n- Theo quy định.",
        "1. Hồ sơ\n- Hồ sơ gồm:\n+ Tờ trình;\n+ Biên bản họp.\n- Kinh phí theo quy định.",
    ],
)
def test_papers_stand_in_the_items_below_whatever_mark_the_lead_in_has(lines: str) -> None:
    (dossier,) = sound(written(lines)).dossiers
    assert dossier.documents == ("Tờ trình", "Biên bản họp")


def test_of_a_paragraph_without_items_right_below_the_papers_are_not_guessed() -> None:
    found = analysed(written("1. Hồ sơ\nHồ sơ đề nghị khen thưởng gồm:\nNội bộ đoàn kết.\n- Tờ trình."))
    assert [each.code.id for each in found.diagnostics if each.severity is Severity.ERROR] == ["TH116"]
