"""“Các đơn vị còn lại” in every kind of rule, groups of units that there are, and lists of units by number."""

from datetime import date

import pytest

from tests.unit.check.writing import RATE, analysed, codes, only, sound, written
from thads_dsl.model.plan import Plan

FRONT = """Tên loại: KẾ HOẠCH
Trích yếu: Phát động đợt thi đua
Cơ quan ban hành: Thi hành án dân sự tỉnh A
Địa danh, thời gian: A, ngày 02 tháng 4 năm 2026
Danh mục dùng chung: THADS

"""
FAR = "\nPHẦN KHÔNG IN\n\nĐỐI TƯỢNG THI ĐUA\n- Đơn vị ở xa gồm: {members}\n"


def plan_of(body: str, members: str = "Phòng chuyên môn; Phòng THADS khu vực 2, 3 và 6") -> str:
    return FRONT + body.strip("\n") + "\n" + FAR.format(members=members)


def deadlines(plan: Plan) -> list[tuple[date, tuple[str, ...], tuple[str, ...]]]:
    return [(each.last_day, each.subject.any_of, each.subject.none_of) for each in plan.deadlines if each.subject is not None]


FIRST = date(2026, 9, 9), ("Đơn vị ở xa",), ()


@pytest.mark.parametrize(
    ("body", "rest"),
    [
        (
            "1. Hồ sơ gửi trước ngày 10/9/2026 đối với các đơn vị ở xa và chậm nhất ngày 15/9/2026 đối với các đơn vị còn lại.",
            ((), ("Đơn vị ở xa",)),
        ),
        (
            "1. Hồ sơ gửi trước ngày 10/9/2026 đối với đơn vị ở xa, chậm nhất ngày 15/9/2026 đối với các Phòng THADS khu vực còn lại.",
            (("Phòng THADS khu vực",), ("Đơn vị ở xa",)),
        ),
        (
            "1. Hồ sơ\n- Đối với đơn vị ở xa: gửi hồ sơ trước ngày 10/9/2026;\n- Các đơn vị còn lại: gửi hồ sơ chậm nhất ngày 15/9/2026.",
            ((), ("Đơn vị ở xa",)),
        ),
        (
            "1. Hồ sơ\n- Các đơn vị ở xa gửi hồ sơ trước ngày 10/9/2026;\n- Các đơn vị còn lại gửi hồ sơ chậm nhất ngày 15/9/2026.",
            ((), ("Đơn vị ở xa",)),
        ),
    ],
)
def test_the_rest_of_a_deadline_are_those_whom_nothing_beside_it_names(body: str, rest: tuple[tuple[str, ...], ...]) -> None:
    assert deadlines(sound(plan_of(body))) == [FIRST, (date(2026, 9, 15), *rest)]


def test_the_rest_of_targets_and_of_places_stay_inside_of_the_subject_around_them() -> None:
    body = f"""
1. Đối với Phòng THADS khu vực:
- Đối với các đơn vị ở xa: {RATE} đạt 70% về việc.
- Đối với các đơn vị còn lại: {RATE} đạt 75% về việc.
2. Số lượng
- Đơn vị ở xa: 01 tập thể, do Hội đồng bình xét lựa chọn;
- Các đơn vị còn lại: 02 tập thể, do Hội đồng bình xét lựa chọn.
"""
    plan = sound(plan_of(body))
    assert [(each.subject.any_of, each.subject.none_of) for each in plan.targets] == [
        (("Đơn vị ở xa",), ()),
        (("Phòng THADS khu vực",), ("Đơn vị ở xa",)),
    ]
    assert [(each.limit, each.subject.any_of, each.subject.none_of[:1]) for each in plan.quotas] == [
        (1, ("Đơn vị ở xa",), ()),
        (2, (), ("Đơn vị ở xa",)),
    ]


def test_the_rest_of_nobody_is_refused() -> None:
    body = "1. Hồ sơ gửi trước ngày 10/9/2026 đối với nơi khó khăn và chậm nhất ngày 15/9/2026 đối với các đơn vị còn lại."
    assert "TH223" in codes(plan_of(body))


def test_a_list_of_units_by_number_is_one_name_for_each_number() -> None:
    plan = sound(plan_of("1. Báo cáo gửi trước ngày 10/9/2026 đối với các đơn vị ở xa."))
    members = {kind.name for kind in plan.kinds if "Đơn vị ở xa" in kind.parents}
    assert members == {"Phòng chuyên môn", *(f"Phòng THADS khu vực {number}" for number in (2, 3, 6))}


@pytest.mark.parametrize("members", ["Phòng chuyên môn; Phòng THADS khu vực", "Phòng chuyên môn; Phòng THADS khu vực 2"])
def test_a_group_of_units_that_there_are_is_no_kind_of_unit_to_count_by(members: str) -> None:
    body = "1. Giấy khen: mỗi đơn vị 01 cá nhân, do Hội đồng bình xét lựa chọn."
    plan, with_group = sound(FRONT + body + "\n"), sound(plan_of(body, members))
    assert with_group.quotas[0].per_unit == plan.quotas[0].per_unit == ("Phòng chuyên môn", "Phòng THADS khu vực")


def test_a_definition_may_name_what_a_line_below_it_defines() -> None:
    text = (
        plan_of("1. Báo cáo gửi trước ngày 10/9/2026 đối với các đơn vị ở xa.", "Đội 1; Đội 2")
        + "- Đội gồm: Đội 1; Đội 2\n- Đội: tập thể\n"
    )
    assert {kind.name for kind in sound(text).kinds if "Đơn vị ở xa" in kind.parents} == {"Đội 1", "Đội 2"}


def test_a_group_of_which_no_name_is_known_says_which() -> None:
    [found] = only(analysed(plan_of("1. Báo cáo gửi trước ngày 10/9/2026.", "Đội 1; Đội 2")), "TH209")
    assert "“Đội 1”, “Đội 2”" in found.why


@pytest.mark.parametrize("others", ["người khác", "những người khác", "cá nhân khác", "người còn lại", "cá nhân còn lại"])
@pytest.mark.parametrize("first", [f"Chấp hành viên đạt {RATE} 80% về việc", "Chấp hành viên hoàn thành xuất sắc nhiệm vụ"])
def test_what_is_judged_of_others_is_not_asked_of_those_named_before(first: str, others: str) -> None:
    judged = f"{others} hoàn thành tốt nhiệm vụ được giao"
    plan = sound(written(f"1. Đối với cá nhân\n- {first}; {judged}."))
    assert [each.subject.none_of for each in plan.judged_targets if others in each.text] == [("Chấp hành viên",)]
    award = "1. Giấy khen của Cục trưởng được xét, tặng cho cá nhân đạt các tiêu chuẩn sau:"
    standards = sound(written(f"{award}\n- {first}; {judged}.")).standards
    assert [each.subject.none_of for each in standards if others in each.conditions[0].text] == [("Chấp hành viên",)]


def test_a_target_that_the_council_judges_is_for_those_whom_it_names() -> None:
    plan = sound(written("1. Đối với cá nhân\n- Thư ký hoàn thành tốt nhiệm vụ được giao."))
    assert [each.subject.any_of for each in plan.judged_targets] == [("Thư ký",)]


def test_others_beside_nobody_are_asked_about() -> None:
    assert "TH223" in codes(written("1. Đối với cá nhân là Chấp hành viên\n- Hoàn thành tốt nhiệm vụ; người khác hoàn thành nhiệm vụ."))
