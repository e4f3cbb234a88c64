"""A figure among the standards of an award is asked for that award alone, beside the target of the plan and those of other awards."""

import pytest

from tests.unit.check.writing import analysed, codes, only, sound, written
from thads_dsl.evaluate.run import evaluate
from thads_dsl.model.plan import Plan
from thads_dsl.model.results import SubjectResult, Verdict
from thads_dsl.model.rules import Judged, leaves
from thads_dsl.model.statistics import Base, Row, Statistics

RATE = "Chấp hành viên đạt tỷ lệ thi hành xong trên có điều kiện từ {}% trở lên về việc"
TARGET = f"I. CHỈ TIÊU\n{RATE.format(71)}.\n"
LOWER = "1. “Giấy khen” được xét, tặng cho cá nhân đạt các tiêu chuẩn, điều kiện sau:\n"
HIGHER = "2. “Bằng khen” được xét, tặng cho cá nhân đạt các tiêu chuẩn, điều kiện sau:\n"
ANY = "2. “Bằng khen” được xét, tặng cho cá nhân đạt một trong các tiêu chuẩn sau:\n"


def of_two(lower: str, higher: str, opening: str = HIGHER) -> str:
    """A plan of two awards with these items."""
    return written(f"{TARGET}II. TIÊU CHUẨN\n{LOWER}{lower}\n{opening}{higher}\n")


def eligible(plan: Plan, done: int) -> dict[str, Verdict]:
    """For which award a Chấp hành viên with so many of 100 việc, whom the council finds good, may be proposed."""
    return {found.occasion.award: found.eligible for found in results(plan, done)}


def results(plan: Plan, done: int) -> tuple[SubjectResult, ...]:
    """The same, with all reasons."""
    columns = [each for each in plan.quantities if each.is_column and each.unit.name == "việc"]
    figures = {each.key: done if each.key.startswith("thi hành xong") else 100 for each in columns}
    judgments = {each.judgment: True for standard in plan.standards for each in leaves(standard.conditions) if isinstance(each, Judged)}
    row = Row(Base.INDIVIDUAL, "A", "Chi cục", "Chấp hành viên", False, figures, judgments)
    return evaluate(plan, Statistics((), (row,))).subjects


@pytest.mark.parametrize(
    ("done", "lower", "higher"), [(70, "không", "không"), (71, "đạt", "không"), (87, "đạt", "không"), (88, "đạt", "đạt")]
)
def test_the_higher_award_asks_for_a_higher_figure(done: int, lower: str, higher: str) -> None:
    plan = sound(of_two("- Đạt các chỉ tiêu tại mục I.", f"- {RATE.format(88)}."))
    said = {"đạt": Verdict.MET, "không": Verdict.FAILED}
    assert eligible(plan, done) == {"Giấy khen": said[lower], "Bằng khen": said[higher]}


def test_all_targets_of_the_plan_are_none_that_another_award_alone_asks_for() -> None:
    plan = sound(of_two("- Đạt các chỉ tiêu.", f"- {RATE.format(88)}."))
    assert eligible(plan, 80) == {"Giấy khen": Verdict.MET, "Bằng khen": Verdict.FAILED}


def test_whoever_qualifies_for_the_lower_award_is_measured_by_its_figure_under_the_higher_one() -> None:
    plan = sound(of_two(f"- {RATE.format(80)}.", "- Đủ điều kiện tặng Giấy khen;\n- Có sáng kiến."))
    assert eligible(plan, 79)["Bằng khen"] is Verdict.FAILED
    assert eligible(plan, 80)["Bằng khen"] is Verdict.MET


@pytest.mark.parametrize("first", ("plan", "award"))
def test_points_are_measured_by_the_target_of_the_plan_whichever_figure_stands_first(first: str) -> None:
    rate = "tỷ lệ thi hành xong trên có điều kiện"
    target = f"I. CHỈ TIÊU\n1. Chi cục THADS đạt {rate} từ 71% trở lên về việc.\n"
    award = (
        "{}. KHEN THƯỞNG\n1. “Bằng khen” được xét, tặng cho tập thể đạt các tiêu chuẩn, điều kiện sau:\n"
        f"- Chi cục THADS đạt {rate} từ 88% trở lên về việc.\n"
    )
    table = (
        "{}. BẢNG ĐIỂM\nĐối với Chi cục THADS:\n| STT | Nội dung tiêu chí | Điểm chuẩn | Cách chấm điểm |\n"
        f"| 1 | {rate.capitalize()} về việc | 100 | Đạt chỉ tiêu: 100 điểm; không đạt chỉ tiêu: 40 điểm; không phát sinh: 100 điểm |\n"
        "| | Tổng cộng | 100 | |\n"
    )
    order = [target, award.format("II")] if first == "plan" else [award.format("I"), target.replace("I.", "II.", 1)]
    plan = sound(written("".join(order) + table.format("III")))
    columns = [each for each in plan.quantities if each.is_column]
    figures = {each.key: 80 if each.key.startswith("thi hành xong") else 100 for each in columns}
    row = Row(Base.COLLECTIVE, "Chi cục B", "", "Chi cục THADS", False, figures, {})
    (result,) = evaluate(plan, Statistics((row,), ())).subjects[:1]
    assert result.points[0].total == 100
    assert result.eligible is Verdict.FAILED


def test_what_an_award_asks_for_in_two_steps_is_asked_for() -> None:
    flag = "3. “Cờ thi đua” được xét, tặng cho cá nhân đạt các tiêu chuẩn, điều kiện sau:\n- Đủ điều kiện tặng Bằng khen;\n- Có sáng kiến."
    plan = sound(of_two(f"- {RATE.format(80)}.", "- Đủ điều kiện tặng Giấy khen;\n- Gương mẫu.") + flag)
    assert eligible(plan, 79)["Cờ thi đua"] is Verdict.FAILED
    assert eligible(plan, 80)["Cờ thi đua"] is Verdict.MET


def test_each_of_several_items_has_its_own_figure() -> None:
    higher = f"- {RATE.format(95)};\n- {RATE.format(88)} và từ 60% trở lên về tiền."
    plan = sound(of_two("- Đạt các chỉ tiêu tại mục I.", higher, ANY))
    assert len({rows[0].item for rows in plan.tables if rows[0].award == "Bằng khen"}) == 2
    assert eligible(plan, 95)["Bằng khen"] is Verdict.MET
    assert eligible(plan, 94)["Bằng khen"] is not Verdict.MET


def test_an_award_that_asks_for_two_figures_of_the_same_is_refused() -> None:
    assert codes(of_two("- Đạt các chỉ tiêu tại mục I.", f"- {RATE.format(88)};\n- {RATE.format(90)}.")) == ["TH402"]


def test_a_row_is_shown_by_the_figures_of_its_own_award() -> None:
    plan = sound(of_two("- Đạt các chỉ tiêu tại mục I.", f"- {RATE.format(88)}."))
    shown = {each.occasion.award: len(each.targets) for each in results(plan, 80)}
    assert shown == {"Giấy khen": 1, "Bằng khen": 2}


@pytest.mark.parametrize("item", ("Chấp hành viên vượt chỉ tiêu về việc tại mục I từ 7% trở lên", "Vượt các chỉ tiêu về việc ít nhất 5%"))
def test_by_how_much_a_target_is_exceeded_is_asked_for_as_a_figure(item: str) -> None:
    text = of_two("- Đạt các chỉ tiêu tại mục I.", f"- {item}.")
    (found,) = only(analysed(text), "TH101")
    plan = sound(text.replace(f"- {item}.", found.ways[0].line.replace("…", "88")))
    assert eligible(plan, 87)["Bằng khen"] is Verdict.FAILED
    assert eligible(plan, 88)["Bằng khen"] is Verdict.MET


@pytest.mark.parametrize("when", ("khi", "nếu"))
def test_an_award_that_is_given_when_something_is_reached_is_offered_as_a_list(when: str) -> None:
    line = f"3. Cá nhân được tặng Cờ thi đua {when} đạt các chỉ tiêu tại mục I."
    text = of_two("- Đạt các chỉ tiêu tại mục I.", "- Có sáng kiến.") + line
    (found,) = only(analysed(text), "TH101")
    plan = sound(text.replace(line, found.ways[0].line))
    assert eligible(plan, 71)["Cờ thi đua"] is Verdict.MET
    assert eligible(plan, 70)["Cờ thi đua"] is Verdict.FAILED
    assert "TH954" in codes(text.replace("3. Cá", "3. > Cá"))
