"""Numbers of awards as staff write them: whom each is for, in which units, and which number a sentence of its own is about."""

from fractions import Fraction

import pytest

from tests.unit.check.writing import analysed, codes, sound, written
from thads_dsl.model.rules import Quota

BODY = """
I. CHỈ TIÊU
1. Đợt 1: Thời gian từ ngày 01/10/2025 đến hết ngày 31/3/2026. Kỳ số liệu: từ ngày 01/10/2025 đến hết ngày 31/3/2026.
2. Đợt 2: Thời gian từ ngày 01/4/2026 đến hết ngày 30/9/2026. Kỳ số liệu: từ ngày 01/10/2025 đến hết ngày 30/9/2026.

II. SỐ LƯỢNG
{lines}
"""
COUNCIL = ", do Hội đồng bình xét lựa chọn"
SHARE = f"1. Cá nhân: mỗi đơn vị được đề nghị 15% tổng số cá nhân, làm tròn xuống{COUNCIL}."
CASES, MONEY = (f"tỷ lệ thi hành xong trên có điều kiện về {side}" for side in ("việc", "tiền"))
ORDER = f"Xét theo {CASES} từ cao xuống thấp; bằng nhau thì xét {MONEY}."


def plan(lines: str) -> str:
    return written(BODY.format(lines=lines)).replace("tỉnh A", "tỉnh A\nĐịa danh, thời gian: A, ngày 05 tháng 10 năm 2025", 1)


def quotas(lines: str) -> tuple[Quota, ...]:
    return sound(plan(lines)).quotas


def said(lines: str) -> list[tuple[str, str, int | None, tuple[str, ...]]]:
    return [(each.wave, each.subject.name, each.limit, each.per_unit) for each in quotas(lines)]


def ready(lines: str, code: str) -> list[str]:
    return [way.line for each in analysed(plan(lines)).diagnostics if each.code.id == code for way in each.ways]


BOTH = ("Phòng chuyên môn", "Phòng THADS khu vực")


@pytest.mark.parametrize(
    "line",
    [
        "mỗi đơn vị được đề nghị 15% tổng số công chức, người lao động của đơn vị, làm tròn xuống",
        "mỗi đơn vị được đề nghị tối đa 15% số cá nhân (làm tròn xuống)",
        "15% trên tổng số cá nhân của mỗi đơn vị (làm tròn xuống)",
    ],
)
def test_a_share_of_the_people_of_each_unit(line: str) -> None:
    (quota,) = quotas(f"1. Giấy khen: {line}{COUNCIL}.")
    assert quota.share is not None
    assert (quota.share.percent, quota.share.up_from, quota.per_unit) == (Fraction(15), None, BOTH)


def test_a_share_of_the_people_of_other_units_is_refused() -> None:
    line = f"1. Cá nhân: mỗi Phòng THADS khu vực được đề nghị 15% tổng số cá nhân của Phòng chuyên môn, làm tròn xuống{COUNCIL}."
    assert "TH563" in codes(plan(line))


@pytest.mark.parametrize(
    "small",
    [
        " Đơn vị có dưới 10 người thì được đề nghị 01 cá nhân.",
        "\n- Đơn vị có dưới 10 người thì được 01 cá nhân.",
        "\n2. Riêng đơn vị dưới 10 người được đề nghị 01 cá nhân.",
    ],
)
def test_small_units_have_another_number(small: str) -> None:
    (quota,) = quotas(SHARE + small)
    assert [(each.limit, each.text) for each in quota.small_units] == [(1, "dưới 10 người")]


def test_a_number_behind_a_kind_of_units_counts_people_and_names_no_unit() -> None:
    line = f"1. Cá nhân: mỗi Phòng chuyên môn 01 cá nhân{COUNCIL}; mỗi Phòng THADS khu vực 02 cá nhân{COUNCIL}."
    assert said(line) == [("", "cá nhân", 1, BOTH[:1]), ("", "cá nhân", 2, BOTH[1:])]
    assert said(f"1. Giấy khen: mỗi Phòng THADS khu vực 02 Chấp hành viên{COUNCIL}.") == [("", "Chấp hành viên", 2, BOTH[1:])]
    assert said(f"1. Giấy khen: mỗi Phòng THADS khu vực 2 Chấp hành viên{COUNCIL}.") == [("", "Chấp hành viên", 2, BOTH[1:])]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Tặng Giấy khen cho không quá 03 tập thể Phòng THADS khu vực", [("", "Phòng THADS khu vực", 3, ())]),
        ("Tặng Giấy khen cho 05 cá nhân là Chấp hành viên", [("", "Chấp hành viên", 5, ())]),
        ("Tặng Giấy khen đợt 1 cho 03 tập thể, 05 cá nhân", [("đợt 1", "tập thể", 3, ()), ("đợt 1", "cá nhân", 5, ())]),
        ("Đợt 2 tặng 03 Giấy khen cho tập thể và 05 Giấy khen cho cá nhân", [("đợt 2", "tập thể", 3, ()), ("đợt 2", "cá nhân", 5, ())]),
    ],
)
def test_whom_a_number_is_for_and_in_which_wave(line: str, expected: list[object]) -> None:
    assert said(f"1. {line}{COUNCIL}.") == expected


def test_a_number_of_a_wave_that_the_plan_has_not() -> None:
    assert "TH524" in codes(plan(f"1. Tặng Giấy khen đợt 3 cho 03 tập thể{COUNCIL}."))


def test_two_awards_in_one_sentence_are_refused() -> None:
    assert "TH563" in codes(plan(f"1. Bằng khen: 03 tập thể, 05 cá nhân được đề nghị tặng Giấy khen{COUNCIL}."))


def test_those_with_the_highest_figures() -> None:
    (quota,) = quotas(f"1. Tặng Giấy khen cho 03 Phòng THADS khu vực có {CASES} cao nhất.")
    assert [(key.quantity, key.greatest_first) for key in quota.ranking] == [(CASES, True)]
    assert analysed(plan(f"1. Tặng Giấy khen cho 03 Phòng THADS khu vực có {CASES} cao hơn.")).plan is None


def test_a_kind_that_is_none_of_those_counted_is_refused() -> None:
    assert analysed(plan(f"1. Tặng Giấy khen cho 03 tập thể Chấp hành viên{COUNCIL}.")).plan is None


def test_an_order_in_an_item_of_its_own_is_that_of_the_one_item_with_numbers() -> None:
    (quota,) = quotas(f"1. Đối với cá nhân: không quá 05 cá nhân.\n2. {ORDER}")
    assert [key.quantity for key in quota.ranking] == [CASES, MONEY]


def test_an_order_below_two_items_asks_which_and_each_answer_is_read() -> None:
    units, people = "1. Đối với tập thể: 02 tập thể.", "2. Đối với cá nhân: 05 cá nhân."
    lines = f"{units}\n{people}\n3. {ORDER}"
    first, second = ready(lines, "TH563")
    for answer, above in ((f"{units}\n{first}\n{people}", 0), (f"{units}\n{people}\n{second}", 1)):
        assert [bool(each.ranking) for each in quotas(answer)] == [above == 0, above == 1]


def test_an_order_skips_numbers_that_have_one() -> None:
    lines = f"1. Đối với tập thể: 02 tập thể{COUNCIL}.\n2. Đối với cá nhân: 05 cá nhân.\n3. {ORDER}"
    assert [len(each.ranking) for each in quotas(lines)] == [0, 2]


def test_posts_in_brackets_say_who_a_part_is() -> None:
    part = "ít nhất 2/3 là người làm án (Chấp hành viên, Thư ký) và không quá 30% là lãnh đạo (Trưởng phòng, Phó Trưởng phòng)"
    whole = sound(plan(f"1. Cá nhân: 10 cá nhân{COUNCIL}, trong đó {part}."))
    (quota,) = whole.quotas
    assert [(each.subject.name, each.capped) for each in quota.compositions] == [("người làm án", False), ("lãnh đạo", True)]
    members = [kind.name for kind in whole.kinds if "người làm án" in kind.parents]
    assert members == ["Chấp hành viên", "Thư ký"]


def test_posts_with_an_exception_say_no_group() -> None:
    lines = f"1. Cá nhân: 10 cá nhân{COUNCIL}, trong đó ít nhất 2/3 là người làm án (Chấp hành viên, trừ Trưởng phòng)."
    assert analysed(plan(lines)).plan is None


def test_parts_of_all_chosen_with_the_whole_behind_them() -> None:
    lines = (
        f"1. Cá nhân: 10 cá nhân{COUNCIL}.\n- Chấp hành viên chiếm ít nhất 2/3, Trưởng phòng chiếm tối đa 30% số người được khen thưởng."
    )
    _, whole = quotas(lines)
    assert [(each.subject.name, each.capped) for each in whole.compositions] == [("Chấp hành viên", False), ("Trưởng phòng", True)]


def test_of_two_undeclared_parts_the_first_is_named() -> None:
    line = f"1. Cá nhân: 10 cá nhân{COUNCIL}.\n- Người trực tiếp chiếm ít nhất 2/3, lãnh đạo chiếm tối đa 30% số người được khen thưởng."
    (message,) = (each.message for each in analysed(plan(line)).diagnostics if each.code.id == "TH202")
    assert message == "“Người trực tiếp”"


@pytest.mark.parametrize("of_each", [True, False])
def test_people_of_two_kinds_of_units_in_one_sentence(*, of_each: bool) -> None:
    line = f"1. Cá nhân: Phòng chuyên môn 01 cá nhân, Phòng THADS khu vực 02 cá nhân{COUNCIL}."
    each, together, prose = ready(line, "TH102")
    assert ">" in prose
    found = quotas(each if of_each else together)
    assert [(quota.limit, quota.per_unit, quota.together) for quota in found] == [
        (1, BOTH[:1], not of_each),
        (2, BOTH[1:], not of_each),
    ]


def test_the_missing_choice_of_one_sentence_of_a_line_is_asked_so_that_the_line_stays() -> None:
    lines = f"1. Tập thể: 02 tập thể; cá nhân: 05 cá nhân{COUNCIL}."
    answer = ready(lines, "TH902")[0]
    assert [quota.council_chooses for quota in quotas(f"{lines}\n{answer}")] == [True, True]


def test_a_number_of_a_kind_of_people_behind_units_is_asked_about() -> None:
    lines = f"1. Phòng THADS khu vực: 02 Chấp hành viên{COUNCIL}."
    each, together = ready(lines, "TH302")
    assert said(f"1. {each}") == [("", "Chấp hành viên", 2, ("Phòng THADS khu vực",))]
    (quota,) = quotas(f"1. {together}")
    assert quota.together and quota.per_unit == ("Phòng THADS khu vực",)


# ---- the number of small units: of which units, and for whom


def small(lines: str) -> list[tuple[tuple[str, ...], list[int]]]:
    return [(each.per_unit, [apart.limit for apart in each.small_units]) for each in quotas(lines)]


@pytest.mark.parametrize(
    "behind",
    [
        " Phòng chuyên môn có dưới 10 người thì được đề nghị 01 cá nhân.",
        "\n2. Riêng Phòng chuyên môn có dưới 10 người thì được đề nghị 01 cá nhân.",
        "\n- Riêng Phòng chuyên môn có dưới 10 người: 01 cá nhân.",
    ],
)
def test_a_number_of_small_units_of_one_kind_is_of_that_kind_alone(behind: str) -> None:
    assert small(SHARE + behind) == [(BOTH[:1], [1]), (BOTH[1:], [])]


def test_a_number_of_small_units_is_of_all_numbers_by_unit_for_the_same_people() -> None:
    two = f"1. Mỗi Phòng chuyên môn 02 cá nhân{COUNCIL}.\n- Mỗi Phòng THADS khu vực 03 cá nhân{COUNCIL}."
    assert small(f"{two}\n- Đơn vị dưới 10 người: 01 cá nhân.") == [(BOTH[:1], [1]), (BOTH[1:], [1])]
    assert small(f"{two}\n- Phòng chuyên môn dưới 10 người: 01 cá nhân.") == [(BOTH[:1], [1]), (BOTH[1:], [])]


@pytest.mark.parametrize(
    ("behind", "mended"),
    [
        (" Phòng THADS khu vực 1 có dưới 10 người: 01 cá nhân.", [(BOTH[:1], []), (BOTH[1:], [1])]),
        (" Đơn vị có dưới 10 người: 01 Chấp hành viên.", [(BOTH, [1])]),
        (" Đơn vị có dưới 10 người: 01 cá nhân là Chấp hành viên.", [(BOTH, [1])]),
        (" Đơn vị có dưới 10 người: 01 tập thể.", [(BOTH, [1])]),
    ],
)
def test_a_number_of_small_units_for_some_units_or_people_is_refused(behind: str, mended: list[tuple[tuple[str, ...], list[int]]]) -> None:
    assert "TH563" in codes(plan(SHARE + behind))
    assert sorted(small(ready(SHARE + behind, "TH563")[0])) == sorted(mended)


# ---- two awards, two waves in one line


def of_awards(lines: str) -> list[tuple[str, str, int | None, bool]]:
    return [(each.award, each.wave, each.limit, each.council_chooses) for each in quotas(lines)]


@pytest.mark.parametrize(
    "line",
    [
        f"- Giấy khen: 10 cá nhân{COUNCIL}; Bằng khen: 02 cá nhân{COUNCIL}.",
        f"- Giấy khen không quá 10 cá nhân{COUNCIL}, Bằng khen không quá 02 cá nhân{COUNCIL}.",
        f"- Tặng 10 Giấy khen cho cá nhân và 02 Bằng khen cho cá nhân{COUNCIL}.",
    ],
)
def test_two_awards_in_a_line_are_two_numbers(line: str) -> None:
    assert of_awards(f"1. Số lượng:\n{line}") == [("Giấy khen", "", 10, True), ("Bằng khen", "", 2, True)]


@pytest.mark.parametrize("joint", [";", ","])
def test_two_waves_in_a_line_are_two_numbers(joint: str) -> None:
    line = f"- Đợt 1: mỗi đơn vị 01 cá nhân{COUNCIL}{joint} đợt 2: mỗi đơn vị 02 cá nhân{COUNCIL}."
    assert of_awards(line) == [("", "đợt 1", 1, True), ("", "đợt 2", 2, True)]


def test_an_award_before_a_colon_is_of_the_lines_below_too() -> None:
    (quota,) = quotas("1. Giấy khen: 10 cá nhân.\n- Do Hội đồng bình xét lựa chọn.")
    assert (quota.award, quota.council_chooses) == ("Giấy khen", True)


# ---- sentences of their own below two numbers


TWO = f"1. 03 tập thể{COUNCIL}.\n2. 05 cá nhân{COUNCIL}."
RANKED = f"1. 03 tập thể, xét từ cao xuống thấp theo {CASES}.\n2. 05 cá nhân, xét từ cao xuống thấp theo {CASES}."


@pytest.mark.parametrize("people", ["có không quá 10 người thì", "có dưới 10 người"])
def test_a_number_of_people_of_a_small_unit(people: str) -> None:
    assert small(f"{SHARE} Những đơn vị {people} được đề nghị 01 người.") == [(BOTH, [1])]


def test_a_composition_below_the_numbers_is_of_the_people() -> None:
    units, people = quotas(f"{TWO}\n3. Ít nhất 2/3 là Chấp hành viên và không quá 30% là Công chức.")
    assert units.compositions == ()
    assert [(each.subject.name, each.count, each.capped) for each in people.compositions] == [
        ("Chấp hành viên", Fraction(200, 3), False),
        ("Công chức", Fraction(30), True),
    ]


def test_who_is_preferred_tells_of_which_number() -> None:
    units, people = quotas(f"{RANKED}\n3. Ưu tiên đơn vị có số tiền thi hành xong nhiều hơn.")
    assert (len(units.ranking), len(people.ranking)) == (2, 1)


def test_a_choice_of_the_council_below_two_numbers_is_asked_about() -> None:
    two = "1. 03 tập thể.\n2. 05 cá nhân."
    first, second = ready(f"{two}\n3. Do Hội đồng bình xét lựa chọn.", "TH563")
    moved = f"1. 03 tập thể.\n{first}\n2. 05 cá nhân.\n{second}"
    assert [each.council_chooses for each in quotas(moved)] == [True, True]


def test_where_the_council_chooses_nobody_says_that_there_is_no_number() -> None:
    (told,) = [each.message for each in analysed(plan(f"{TWO}\n3. Bằng nhau thì xét {MONEY}.")).diagnostics if each.code.id == "TH563"]
    assert told == "phía trước chưa nói xét từ cao xuống thấp theo số liệu nào"


@pytest.mark.parametrize("how", [COUNCIL, f", xét theo {CASES} từ cao xuống thấp"])
def test_the_ready_line_of_the_next_level_keeps_its_limit_and_its_order(how: str) -> None:
    line = f"2. Bằng khen: chọn không quá 02 cá nhân trong số cá nhân được tặng Giấy khen{how}."
    (mended,) = ready(f"1. Giấy khen: 05 cá nhân{COUNCIL}.\n{line}", "TH101")
    assert "không quá 02 cá nhân" in mended
    first, second = quotas(f"1. Giấy khen: 05 cá nhân{COUNCIL}.\n{mended}")
    assert (second.award, second.limit, second.after) == ("Bằng khen", 2, (first.id,))
    assert (second.council_chooses, bool(second.ranking)) == (how == COUNCIL, how != COUNCIL)
