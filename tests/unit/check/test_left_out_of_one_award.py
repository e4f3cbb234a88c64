"""Exclusions from one award, and items of a list that the council answers."""

import re
from pathlib import Path

import pytest

from tests.unit.check.writing import analysed, codes, only, sound, written
from thads_dsl.evaluate import evaluate
from thads_dsl.model.occasions import Occasion, occasions
from thads_dsl.model.results import Proposal, Verdict
from thads_dsl.model.rules import Whose
from thads_dsl.model.statistics import Base, Row, Statistics

CORPUS = Path(__file__).parents[2] / "corpus/good"

TWO = """
I. TIÊU CHUẨN
1. Giấy khen được xét, tặng cho cá nhân đạt các tiêu chuẩn, điều kiện sau:
- Hoàn thành tốt nhiệm vụ.
2. Bằng khen được xét, đề nghị tặng cho cá nhân đạt các tiêu chuẩn, điều kiện sau:
- Đủ điều kiện tặng Giấy khen.
"""
ONE_BASE_EACH = TWO.replace("đề nghị tặng cho cá nhân", "đề nghị tặng cho tập thể").replace(
    "Đủ điều kiện tặng Giấy khen", "Nội bộ đoàn kết"
)
ITEM = "Cá nhân đã được tặng Giấy khen trong năm trước"


@pytest.mark.parametrize(
    "body",
    [
        f"3. Không xét tặng Giấy khen đối với:\n- {ITEM}.",
        f"3. Không xét, đề nghị tặng Giấy khen đối với các trường hợp sau:\n- {ITEM}.",
        f"3. {ITEM} thì không xét tặng Giấy khen lần nữa.",
        f"3. {ITEM} thì không được xét tặng hình thức ấy nữa.",
        f"3. Không xét khen thưởng đối với:\n- {ITEM} thì không xét tặng Giấy khen.",
    ],
)
def test_an_exclusion_of_one_award_counts_on_that_award_alone(body: str) -> None:
    plan = sound(written(TWO + body))
    [rule] = plan.exclusions
    assert (rule.award, rule.question) == ("Giấy khen", ITEM)
    assert [each.award for each in occasions(plan) if each.takes(rule)] == ["Giấy khen"]


@pytest.mark.parametrize("body", [f"3. {ITEM} thì không xét khen thưởng.", f"3. Không xét khen thưởng đối với:\n- {ITEM}."])
def test_an_exclusion_without_an_award_counts_on_all(body: str) -> None:
    plan = sound(written(TWO + body))
    [rule] = plan.exclusions
    assert rule.award == "" and all(each.takes(rule) for each in occasions(plan)) and len(occasions(plan)) == 2


def test_awards_for_different_people_are_decided_apart_once_somebody_is_left_out_of_one() -> None:
    assert occasions(sound(written(ONE_BASE_EACH))) == (Occasion(),)
    plan = sound(written(ONE_BASE_EACH + "3. Không xét tặng Bằng khen đối với Văn phòng.", subjects=("Văn phòng: tập thể",)))
    assert [each.award for each in occasions(plan)] == ["Giấy khen", "Bằng khen"]


def test_a_sentence_of_discipline_before_thi_is_computed() -> None:
    plan = sound(written(TWO + "3. Cá nhân bị kỷ luật từ hình thức cảnh cáo trở lên thì không xét đề nghị tặng Bằng khen."))
    [rule] = plan.exclusions
    assert (rule.award, rule.question, rule.forms[0]) == ("Bằng khen", "", "cảnh cáo")


@pytest.mark.parametrize(
    "item",
    [
        "Cá nhân đã được tặng cùng hình thức khen thưởng trong năm trước",
        "Cá nhân đã được tặng Giấy khen, Bằng khen trong năm trước thì không được xét tặng hình thức ấy nữa",
    ],
)
def test_one_question_for_two_awards_is_refused_with_a_line_for_each_that_compiles(item: str) -> None:
    list_of = TWO + "3. Không xét khen thưởng đối với:\n"
    [found] = only(analysed(written(f"{list_of}- {item}.")), "TH224")
    plan = sound(written(list_of + found.ways[0].line))
    assert [(rule.award, rule.question) for rule in plan.exclusions] == [
        (award, f"Cá nhân đã được tặng {award} trong năm trước") for award in ("Giấy khen", "Bằng khen")
    ]


@pytest.mark.parametrize(
    "item",
    [
        "Cá nhân có thời gian công tác dưới 06 tháng tính đến ngày kết thúc đợt thi đua",
        "Cá nhân công tác chưa đủ 06 tháng tính đến hết ngày 31/8/2024",
        "Cá nhân tiếp nhận sau ngày 28/02/2024",
        "Cá nhân nghỉ việc từ ngày 01/5/2024",
        "Cá nhân công tác tại đơn vị dưới sáu tháng",
        "Cá nhân vi phạm nội quy. Nghỉ quá 03 tháng",
    ],
)
@pytest.mark.parametrize("head", ["3. Không xét khen thưởng đối với:", "3. Giấy khen được tặng cho tập thể đạt các tiêu chuẩn sau:"])
def test_an_item_of_a_list_is_first_offered_as_a_question_in_a_line_that_compiles(item: str, head: str) -> None:
    text = written(f"{TWO}{head}\n- {item};")
    [found] = [each for each in analysed(text).diagnostics if each.code.id in ("TH101", "TH102", "TH201")]
    line = found.ways[0].line
    assert line == f"Hiểu là: Hội đồng bình xét “{item}”"
    assert not {code for code in codes(text.rstrip("\n") + f"\n{line}\n") if not re.match("TH9", code)}


MEMBERS = "Tập thể có công chức bị kỷ luật"


@pytest.mark.parametrize(
    "body",
    [
        f"3. {MEMBERS} từ hình thức cảnh cáo trở lên thì không xét khen thưởng.",
        f"3. {MEMBERS} (từ cảnh cáo trở lên) không được xét khen thưởng.",
        "3. Không xét khen thưởng đối với tập thể để người lao động bị kỷ luật từ cảnh cáo trở lên.",
        f"3. Không xét khen thưởng đối với:\n- {MEMBERS} từ “cảnh cáo” trở lên.",
        "3. Không xét khen thưởng đối với:\n- Có công chức bị kỷ luật từ “cảnh cáo” trở lên.",
    ],
)
def test_who_is_left_out_for_the_discipline_of_its_people_is_told_by_the_sheet(body: str) -> None:
    [rule] = sound(written(TWO + body)).exclusions
    assert (rule.subject.base, rule.whose, rule.forms[0], rule.question) == (Base.COLLECTIVE, Whose.MEMBERS, "cảnh cáo", "")


def test_units_and_people_are_left_out_apart() -> None:
    plan = sound(written(TWO + "3. Tập thể, cá nhân bị kỷ luật thì không xét tặng Bằng khen."))
    assert [(rule.subject.base, rule.whose, rule.award) for rule in plan.exclusions] == [
        (Base.COLLECTIVE, Whose.OWN, "Bằng khen"),
        (Base.INDIVIDUAL, Whose.OWN, "Bằng khen"),
    ]


def test_a_year_that_is_not_told_is_asked_of_whoever_is_left_out_for_discipline() -> None:
    assert codes(written(TWO + "3. Cá nhân bị kỷ luật trong năm thì không xét khen thưởng.")) == ["TH528"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tập thể có công chức vi phạm đến mức bị kỷ luật thì không xét khen thưởng",
        "Cá nhân bị cảnh cáo thì không xét tặng Bằng khen",
        "Chi cục THADS có 02 công chức bị kỷ luật thì không được xét khen thưởng",
        "Tập thể có người bị kỷ luật đảng thì không xét",
    ],
)
def test_discipline_in_free_words_is_no_question_and_each_way_offered_compiles(sentence: str) -> None:
    [found] = only(analysed(written(f"{TWO}3. {sentence}.")), "TH101")
    assert {bool(sound(written(f"{TWO}3. {way.line}")).exclusions[0].forms) for way in found.ways} == {True, False}


@pytest.mark.parametrize(
    "higher",
    [
        "2. Chọn 01 tập thể, 01 cá nhân tiêu biểu nhất đề nghị cấp trên tặng Bằng khen.",
        "2. Tặng Bằng khen cho 01 cá nhân, do Hội đồng bình xét lựa chọn.",
    ],
)
def test_an_award_that_only_a_sentence_gives_is_one_of_those_that_the_same_award_may_be(higher: str) -> None:
    lower = """I. KHEN THƯỞNG
1. Giấy khen được xét, tặng cho cá nhân đạt các tiêu chuẩn, điều kiện sau:
- Hoàn thành tốt nhiệm vụ.
"""
    left_out = "3. Không xét khen thưởng đối với:\n- Cá nhân đã được tặng cùng hình thức khen thưởng trong năm."
    assert only(analysed(written(f"{lower}{higher}\n{left_out}")), "TH224")


@pytest.mark.parametrize(
    "sentence",
    [
        "Số lượng Giấy khen không kể tập thể đã được Bằng khen",
        "Số lượng trên đã bao gồm cả cá nhân được đề nghị Bằng khen",
        "Tập thể được Bằng khen không tính vào số lượng Giấy khen",
        "Không tặng Giấy khen cho tập thể đã được Bằng khen",
    ],
)
def test_how_the_numbers_of_two_awards_go_together_is_no_prose(sentence: str) -> None:
    [found] = only(analysed(written(f"{TWO}II. SỐ LƯỢNG\n- {sentence}.", status="dự thảo")), "TH101")
    assert sound(written(f"{TWO}II. SỐ LƯỢNG\n- {found.ways[0].line}")).exclusions[0].award == "Giấy khen"


@pytest.mark.parametrize("award", ["Bằng khen", "Cờ thi đua"])
def test_to_be_left_out_of_an_award_that_is_not_given_is_told(award: str) -> None:
    one = TWO.split("2. Bằng khen")[0]
    [found] = only(analysed(written(f"{one}2. {ITEM} thì không xét tặng {award}.")), "TH569")
    ready = [way.line.removeprefix("… ") for way in found.ways]
    assert ready == ["thì không xét tặng Giấy khen.", "thì không xét khen thưởng."]
    for words in ready:
        assert sound(written(f"{one}2. {ITEM} {words}")).exclusions


def test_who_is_left_out_of_an_award_that_is_chosen_among_others_is_no_candidate_of_it_alone() -> None:
    plan = sound((CORPUS / "left-out-of-the-next-level/in.plan").read_text("utf-8"))
    assert [each.award for each in occasions(plan)] == ["Giấy khen"]
    key = next(each.key for each in plan.exclusions if each.award == "Bằng khen" and each.subject.base is Base.INDIVIDUAL)
    judged = {"Hoàn thành tốt nhiệm vụ": True}

    def proposals(answer: bool | None) -> list[tuple[Verdict, list[Proposal]]]:
        people = (
            Row(Base.INDIVIDUAL, "A", "P", "Chấp hành viên", False, {}, judged | {key: answer}),
            Row(Base.INDIVIDUAL, "B", "P", "Chấp hành viên", False, {}, judged | {key: False}),
        )
        unit = Row(Base.COLLECTIVE, "P", "", "Phòng THADS khu vực", False, {}, {})
        found = evaluate(plan, Statistics((unit,), people, ())).subjects[1:]
        return [(each.eligible, [quota.proposal for quota in each.quotas]) for each in found]

    taken = Proposal.PROPOSED
    assert proposals(True) == [(Verdict.MET, [taken]), (Verdict.MET, [taken, taken])]
    assert proposals(None) == [(Verdict.MET, [taken, Proposal.PENDING]), (Verdict.MET, [taken, Proposal.WAITS])]
    assert proposals(False) == [(Verdict.MET, [taken, Proposal.COUNCIL_CHOOSES])] * 2


def test_what_is_asked_of_the_unit_of_a_head_for_one_award_needs_the_standards_of_that_award() -> None:
    line = "3. Thủ trưởng đơn vị chỉ được xét tặng {0} khi đơn vị mình đủ điều kiện tặng {0}."
    [rule] = sound(written(TWO + line.format("Giấy khen"))).both_standards
    assert (rule.award, rule.qualifying) == ("Giấy khen", True)
    [found] = only(analysed(written(TWO + line.format("Cờ thi đua"))), "TH208")
    assert "kế hoạch chưa có tiêu chuẩn tặng Cờ thi đua" in found.message
