"""Lines of a plan that cannot both be meant: each of them reads well, and what is printed would say two things."""

import re

import pytest

from tests.unit.check.writing import RATE, analysed, codes, only, sound, written

AWARD = "“Giấy khen của Cục trưởng” được xét, tặng cho {} đạt các tiêu chuẩn, điều kiện sau:\n+ Hoàn thành tốt nhiệm vụ."


def under(heading: str, who: str) -> str:
    """Standards of an award inside of “Đối với …:”."""
    return written(f"1. Tiêu chuẩn\n- Đối với {heading}:\n{AWARD.format(who)}")


@pytest.mark.parametrize(
    ("heading", "who", "told"), [("Kế toán", "tập thể", 1), ("tập thể", "cá nhân", 1), ("tập thể", "Chi cục THADS", 0)]
)
def test_an_award_for_others_than_its_heading_is_told(heading: str, who: str, told: int) -> None:
    assert codes(under(heading, who)).count("TH914") == told


def test_all_of_a_base_inside_of_a_heading_are_those_of_the_heading() -> None:
    """“tặng cho tập thể” under “Đối với Chi cục THADS:” is for them, not for every office."""
    (standard,) = sound(under("Chi cục THADS", "tập thể")).standards
    assert standard.subject.any_of == ("Chi cục THADS",)
    inner = written(f"1. Đối với Chi cục THADS\n- Tập thể:\n+ Đạt {RATE} 76% về việc.")
    assert [target.subject.any_of for target in sound(inner).targets] == [("Chi cục THADS",)]


@pytest.mark.parametrize(
    ("heading", "who", "told"),
    [
        ("cá nhân không là Chấp hành viên", "Chấp hành viên", 1),
        ("cá nhân không là Chấp hành viên", "Chấp hành viên sơ cấp", 1),
        ("cá nhân không là Chấp hành viên", "Thư ký", 0),
        ("Chấp hành viên", "cá nhân không là Chấp hành viên", 1),
    ],
)
def test_who_does_not_bear_a_name_is_none_of_those_who_do(heading: str, who: str, told: int) -> None:
    assert codes(written(f"1. Đối với {heading}\n- {who} đạt {RATE} 76% về việc.")).count("TH914") == told


def test_a_rank_below_what_the_heading_names_is_no_contradiction() -> None:
    inner = written(f"1. Đối với Chấp hành viên\n- Chấp hành viên sơ cấp đạt {RATE} 76% về việc.")
    assert "TH914" not in codes(inner)


@pytest.mark.parametrize(
    ("listed", "told"),
    [("các Chi cục THADS", 1), ("các Chi cục THADS, Phòng chuyên môn", 0), ("tập thể thuộc Cục", 0), ("công chức", 1)],
)
def test_a_target_of_somebody_who_does_not_take_part_is_told(listed: str, told: int) -> None:
    text = written(f"1. Đối tượng: {listed}.\n2. Chỉ tiêu\n- Phòng chuyên môn đạt {RATE} 76% về việc.")
    found = only(analysed(text), "TH931")
    assert len(found) == told
    for each in found:
        mended = text.replace(f"Đối tượng: {listed}.", each.ways[0].line)
        assert "TH931" not in codes(mended)


def test_the_office_as_a_whole_need_not_be_among_those_who_take_part() -> None:
    text = written(f"1. Đối tượng: các Chi cục THADS.\n2. Chỉ tiêu\n- Kết quả toàn Cục đạt {RATE} 76% về việc.")
    assert len(sound(text).targets) == 1
    assert "TH931" not in codes(text)


@pytest.mark.parametrize(
    ("title", "rule", "told"),
    [
        ("Giảm án chuyển kỳ sau", "giảm ít nhất 5%", 0),
        ("Giảm số có điều kiện chuyển kỳ sau", "tăng không quá 2%", 1),
        ("Tăng số có điều kiện chuyển kỳ sau", "giảm ít nhất 5%", 1),
        ("Tăng cường giải quyết án", "giảm ít nhất 5%", 0),
        ("Chỉ tiêu về tiền", "giảm ít nhất 5%", 1),
        ("Chỉ tiêu về việc", "giảm ít nhất 5%", 0),
        ("Chỉ tiêu về việc và về tiền", "giảm ít nhất 5%", 0),
    ],
)
def test_a_title_of_the_other_direction_is_told(title: str, rule: str, told: int) -> None:
    text = written(f"1. {title}\n- Chi cục THADS có số có điều kiện chuyển kỳ sau về việc {rule} so với năm trước.")
    assert codes(text).count("TH932") == told


@pytest.mark.parametrize("title", ["Chi cục THADS", "Đối với Chi cục THADS", "Các Chi cục THADS"])
def test_a_title_that_is_a_name_alone_says_for_whom_the_lines_below_it_are(title: str) -> None:
    text = written(f"1. {title}\n- Đơn vị thụ lý dưới 640 việc: {RATE} 83%;\n- Đơn vị thụ lý từ 640 việc trở lên: {RATE} 81%.")
    assert [target.subject.any_of for target in sound(text).targets] == [("Chi cục THADS",)] * 2


NUMBERS = f"1. Tiêu chuẩn\n{AWARD.format('tập thể, cá nhân')}\n2. Số lượng\n- {{}}, do Hội đồng bình xét lựa chọn."


def test_people_counted_behind_units_are_asked_about_with_lines_that_are_read() -> None:
    text = written(NUMBERS.format("Phòng chuyên môn: 01 tập thể, 03 cá nhân"))
    (found,) = only(analysed(text), "TH302")
    each, together = (re.sub(r"- Phòng.*", f"- {way.line}", text) for way in found.ways)
    assert [(quota.limit, quota.per_unit, quota.together) for quota in sound(each).quotas][-1] == (3, ("Phòng chuyên môn",), False)
    assert [(quota.limit, quota.per_unit, quota.together) for quota in sound(together).quotas][-1] == (3, ("Phòng chuyên môn",), True)


def test_words_before_known_units_that_nobody_knows_are_told_before_a_number() -> None:
    (found,) = only(analysed(written(NUMBERS.format("Trong các Phòng chuyên môn: 03 tập thể"))), "TH202")
    assert found.ways[0].line == "- Phòng chuyên môn: 03 tập thể, do Hội đồng bình xét lựa chọn."


def test_a_target_without_a_facet_is_none_of_those_about_cases_that_must_be_met() -> None:
    text = written(
        f"1. Đối với Chi cục THADS\n- {RATE} về việc đạt từ 82% trở lên;\n- Hoàn thành xuất sắc nhiệm vụ được giao;\n2. Tiêu chuẩn\n"
        "Giấy khen tặng cho Chi cục THADS đạt các tiêu chuẩn, điều kiện sau:\n"
        "- Đạt 1/2 chỉ tiêu tại khoản 1, trong đó bắt buộc đạt chỉ tiêu về việc."
    )
    plan = sound(text)
    (condition,) = plan.standards[0].conditions
    assert condition.required == (plan.targets[0].id,)  # type: ignore[union-attr]


def judged(item: str, who: str = "tập thể") -> str:
    """A plan whose only standard of an award has this item."""
    return written(f"1. Giấy khen được xét, tặng cho {who} đạt các tiêu chuẩn, điều kiện sau:\n- {item}.")


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ("Không phát sinh trách nhiệm bồi thường của Nhà nước", 1),
        ("Không có công chức phải xử lý kỷ luật", 1),
        ("Có trách nhiệm bồi thường của Nhà nước được giải quyết", 0),
        ("Chấp hành tốt kỷ luật, kỷ cương", 0),
    ],
)
def test_a_question_about_what_is_counted_anyway_is_told(item: str, told: int) -> None:
    assert codes(judged(item)).count("TH915") == told


def test_what_is_offered_for_such_a_question_looks_at_the_figures() -> None:
    text = judged("Không có công chức phải xử lý kỷ luật")
    (found,) = only(analysed(text), "TH915")
    mended = text.replace("Không có công chức phải xử lý kỷ luật", found.ways[0].line)
    assert codes(mended).count("TH915") == 0
    assert [type(each).__name__ for each in sound(mended).standards[0].conditions] == ["NotDisciplined"]


def taking_part(who: str, heading: str = "1. Đối tượng") -> str:
    """A plan that says who takes part, with a standard for people."""
    award = "2. Giấy khen được xét, tặng cho {} đạt các tiêu chuẩn, điều kiện sau:\n- Có sáng kiến."
    return written(f"{heading}\n- Cá nhân: Chấp hành viên, Thư ký.\n{award.format(who)}")


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        (taking_part("cá nhân"), 1),
        (taking_part("Chấp hành viên"), 0),
        (taking_part("tập thể"), 0),
        (taking_part("cá nhân", "1. Thành phần Hội đồng"), 0),
    ],
)
def test_a_list_of_those_who_take_part_limits_nobody_and_is_told(plan: str, told: int) -> None:
    assert codes(plan).count("TH916") == told


def test_the_lead_in_that_limits_them_is_offered_and_read() -> None:
    text = taking_part("cá nhân")
    (found,) = only(analysed(text), "TH916")
    lead_in = next(line for line in text.split("\n") if line.startswith("2. "))
    (standard,) = sound(text.replace(lead_in, f"2. {found.ways[0].line}")).standards
    assert standard.subject.any_of == ("Chấp hành viên", "Thư ký")
