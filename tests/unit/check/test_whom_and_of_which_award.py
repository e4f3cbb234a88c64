"""Who is meant, who is left out and of which award, where lines above, or the words before a colon, say it."""

import pytest

from tests.unit.check.writing import analysed, codes, only, sound, written
from thads_dsl.model.rules import Judged, TargetsMet

TARGETS = """
I. CHỈ TIÊU
1. Đối với Chi cục THADS
- Tỷ lệ thi hành xong trên có điều kiện đạt từ 83% trở lên về việc và từ 44% trở lên về tiền.
II. KHEN THƯỞNG
1. Giấy khen của Cục trưởng
"""
CENTRE = written("- Bằng khen: tối đa 09 tập thể, do Hội đồng bình xét lựa chọn.\n- Đối với Cục THADS: thi hành xong ít nhất 10 việc.")


@pytest.mark.parametrize("who", ["Cục THADS tỉnh Long Hải", "Riêng Cục THADS tỉnh Long Hải", "Long Hải", "Các Chi cục ở hải đảo"])
def test_an_unknown_name_before_a_colon_is_not_those_of_the_lines_above(who: str) -> None:
    body = f"I. CHỈ TIÊU\n1. Đối với Chi cục THADS\n- {who}: tỷ lệ thi hành xong trên có điều kiện đạt từ 71% trở lên về việc."
    [found] = only(analysed(written(body)), "TH202")
    name = who.removeprefix("Riêng ").removeprefix("Các ")
    assert found.message == f"“{name}”"
    assert codes(written(body, subjects=(f"{name}: tập thể",))).count("TH202") == 0


def test_an_office_is_a_sum_in_its_own_plans_and_one_of_many_in_those_of_the_centre() -> None:
    own, centre = sound(CENTRE), sound(CENTRE.replace("Cục Thi hành án dân sự tỉnh A", "Tổng cục Thi hành án dân sự"))
    assert [kind.total for plan in (own, centre) for kind in plan.kinds if kind.name == "Cục THADS"] == [True, False]
    assert [plan.quotas[0].subject.none_of for plan in (own, centre)] == [("Cục THADS",), ()]


@pytest.mark.parametrize(
    ("head", "whom"),
    [
        ("Không xét khen thưởng đối với cá nhân", ["cá nhân"]),
        ("Không xét khen thưởng đối với cá nhân:", ["cá nhân"]),
        ("Không xét đối với người:", ["cá nhân"]),
        ("Chưa xét khen thưởng đối với Chi cục THADS thuộc một trong các trường hợp sau:", ["Chi cục THADS"]),
        ("Không xét khen thưởng cá nhân, tập thể:", ["cá nhân", "tập thể"]),
    ],
)
def test_those_named_above_a_list_of_cases_are_left_out_in_these_cases_alone(head: str, whom: list[str]) -> None:
    rules = sound(written(f"I. KHEN THƯỞNG\n1. {head}\n- Gây mất đoàn kết.")).exclusions
    assert [(rule.subject.name, rule.question) for rule in rules] == [(name, "Gây mất đoàn kết") for name in whom]


@pytest.mark.parametrize(
    "head",
    [
        "1.1. Tập thể được đề nghị tặng Giấy khen phải đạt đủ các điều kiện sau:",
        "1.1. Đối với tập thể: đạt các tiêu chuẩn sau:",
        "1.1. Xét tặng cho tập thể có đủ các tiêu chuẩn:",
        "1.1. Tiêu chuẩn tập thể:",
        "1.1. Điều kiện khen thưởng\na) Tập thể",
        "1.1. Tiêu chuẩn xét tặng Giấy khen\na) Đối với tập thể:",
    ],
)
def test_standards_are_of_the_award_above_and_for_those_whom_the_lead_in_names(head: str) -> None:
    [standard] = sound(written(f"{TARGETS}{head}\n- Đạt các chỉ tiêu tại khoản 1 mục I;\n- Nội bộ đoàn kết.")).standards
    assert (standard.award, standard.subject.name) == ("Giấy khen", "tập thể")
    assert [type(each) for each in standard.conditions] == [TargetsMet, Judged]


def test_of_two_awards_a_lead_in_without_one_asks_with_lines_to_paste() -> None:
    forms = "1. Hình thức khen thưởng: Giấy khen của Cục trưởng; Bằng khen của Bộ trưởng."
    body = f"I. KHEN THƯỞNG\n{forms}\n2. Cá nhân phải đạt các tiêu chuẩn sau:\n- Đoàn kết."
    [found] = only(analysed(written(body)), "TH208")
    first = found.ways[0].line
    assert first == "Giấy khen được xét, tặng cho cá nhân đạt các tiêu chuẩn, điều kiện sau:"
    assert sound(written(body.replace("Cá nhân phải đạt các tiêu chuẩn sau:", first))).standards[0].award == "Giấy khen"


@pytest.mark.parametrize("said", ["Đạt cả 2", "Đạt cả hai", "Đạt đủ 02", "Hoàn thành tất cả các", "Phải đạt toàn bộ", "Đạt đầy đủ các"])
def test_all_of_the_targets_may_be_said_with_or_without_their_number(said: str) -> None:
    [standard] = sound(written(f"{TARGETS}1.1. Chi cục THADS phải đạt các tiêu chuẩn sau:\n- {said} chỉ tiêu tại khoản 1 mục I.")).standards
    [met] = standard.conditions
    assert isinstance(met, TargetsMet) and (len(met.targets), met.least) == (2, None)


def test_the_number_of_all_targets_must_be_theirs() -> None:
    assert "TH221" in codes(written(f"{TARGETS}1.1. Chi cục THADS phải đạt các tiêu chuẩn sau:\n- Đạt đủ ba chỉ tiêu tại khoản 1 mục I."))


@pytest.mark.parametrize("sentence", ["Mọi đơn vị hoàn thành chỉ tiêu Cục giao", "Mỗi Chi cục phải đạt chỉ tiêu đã đăng ký"])
def test_a_target_of_everybody_is_no_prose_where_no_rule_is_expected(sentence: str) -> None:
    assert "TH101" in codes(written(f"I. NỘI DUNG\n1. {sentence}."))


def test_days_of_figures_are_never_offered_as_a_deadline() -> None:
    body = "I. NỘI DUNG\n1. Báo cáo tỷ lệ thi hành xong trên có điều kiện của năm 2024 (từ 01/10/2023 đến 30/9/2024)."
    ways = [way.line for each in analysed(written(body)).diagnostics for way in each.ways]
    assert ways and not any("chậm nhất ngày" in line for line in ways)
