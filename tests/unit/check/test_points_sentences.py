"""Sentences about points tables as clerks say them: each is read as what it means, or complained of; none is left to the council."""

from fractions import Fraction

import pytest

from thads_dsl.model.dates import Period
from thads_dsl.model.plan import Plan
from thads_dsl.model.points import ByTarget, PointsTable, Rounding
from thads_dsl.model.points_classes import Disciplined, TargetsAre
from thads_dsl.pipeline import Analysis, analyse

CASES = "tỷ lệ thi hành xong trên có điều kiện về việc"
MONEY = "tỷ lệ thi hành xong trên có điều kiện về tiền"
FULL = "Đạt chỉ tiêu được giao: 60 điểm; cứ mỗi 1% thiếu trừ 02 điểm, chỉ tính đủ từng 1%, trừ không quá 20 điểm; không phát sinh: 60 điểm"
PLAN = """Tên loại: KẾ HOẠCH
Trích yếu: Chấm điểm
Cơ quan ban hành: Cục Thi hành án dân sự tỉnh A
Địa danh, thời gian: A, ngày 10 tháng 10 năm 2024
Danh mục dùng chung: THADS

I. CHỈ TIÊU
1. {time}: từ ngày 01/10/2023 đến hết ngày 30/9/2024.
2. Đối với Chi cục THADS
- Về việc: tỷ lệ thi hành xong trên có điều kiện đạt chỉ tiêu được giao.
- Về tiền: tỷ lệ thi hành xong trên có điều kiện đạt chỉ tiêu được giao.
3. Đối với Chi cục THADS
- Số có điều kiện chuyển kỳ sau về việc giảm từ 5% trở lên so với năm 2023.

II. BẢNG ĐIỂM
Đối với Chi cục THADS:
| STT | Nội dung tiêu chí | Điểm chuẩn | Cách chấm điểm |
| 1 | Tỷ lệ thi hành xong trên có điều kiện về việc | 60 | {scoring} |
| 2 | Tỷ lệ thi hành xong trên có điều kiện về tiền | 40 | Dưới 50%: 10 điểm; từ 50% trở lên: 40 điểm; không phát sinh: 40 điểm |
| | Tổng cộng | 100 | |
{rules}
"""


def read(*rules: str, scoring: str = FULL, time: str = "Kỳ số liệu") -> Analysis:
    """A plan with a table of two criteria and these lines under it."""
    return analyse("thu.plan", PLAN.format(scoring=scoring, rules="\n".join(f"- {rule}" for rule in rules), time=time))


def plan_with(*rules: str, scoring: str = FULL, time: str = "Kỳ số liệu") -> Plan:
    """The plan that such lines make; nothing in it is left to the council."""
    found = read(*rules, scoring=scoring, time=time)
    assert found.plan is not None, [each.message for each in found.diagnostics]
    assert not found.plan.judged_targets
    return found.plan


def table_with(*rules: str, scoring: str = FULL) -> PointsTable:
    """Its points table."""
    return plan_with(*rules, scoring=scoring).points[0]


TOTAL = "tổng điểm"


def keys_of(table: PointsTable) -> list[str]:
    """What is compared, in turn."""
    assert table.ranking is not None
    names = {each.id: f"tiêu chí {each.number}" for each in table.criteria}
    return [key.quantity or names.get(key.criterion or "", TOTAL) for key in table.ranking.keys]


@pytest.mark.parametrize(
    ("rule", "keys"),
    [
        ("Thứ tự xếp hạng theo tổng điểm.", [TOTAL]),
        ("Xếp thứ tự từ cao xuống thấp theo tổng điểm.", [TOTAL]),
        ("Các đơn vị được xếp từ cao xuống thấp theo tổng điểm.", [TOTAL]),
        ("Xếp theo tổng điểm từ cao xuống thấp; bằng nhau thì theo tiêu chí 2.", [TOTAL, "tiêu chí 2"]),
        ("Xếp thứ tự theo tổng điểm, bằng điểm thì theo điểm tiêu chí 2, rồi tiêu chí 1.", [TOTAL, "tiêu chí 2", "tiêu chí 1"]),
        ("Trường hợp bằng điểm nhau thì xét theo tỷ lệ thi hành xong về tiền, sau đó theo tiêu chí 1.", [TOTAL, MONEY, "tiêu chí 1"]),
        ("Nếu bằng điểm thì đơn vị có tỷ lệ thi hành xong trên có điều kiện về tiền cao hơn được xếp trên.", [TOTAL, MONEY]),
        (
            "Thứ tự xếp theo tổng điểm từ cao xuống thấp; bằng điểm nhau thì xét theo tỷ lệ thi hành xong về tiền, "
            "sau đó theo tỷ lệ thi hành xong về việc cao hơn; vẫn bằng nhau thì do Hội đồng quyết định.",
            [TOTAL, MONEY, CASES],
        ),
        ("Xếp thứ tự theo tỷ lệ thi hành xong trên có điều kiện về tiền.", [MONEY]),
        ("Xếp thứ tự theo tiêu chí 2; bằng nhau thì theo tổng điểm.", ["tiêu chí 2", TOTAL]),
    ],
)
def test_an_order_is_read_with_all_that_tells_equals_apart(rule: str, keys: list[str]) -> None:
    assert keys_of(table_with(rule)) == keys


def test_a_sentence_of_its_own_about_equal_points_completes_the_order() -> None:
    table = table_with("Xếp thứ tự theo tổng điểm.", "Trường hợp bằng điểm thì xét theo tiêu chí 2; vẫn bằng nhau thì xét tiêu chí 1.")
    assert keys_of(table) == [TOTAL, "tiêu chí 2", "tiêu chí 1"]


@pytest.mark.parametrize("first", ["Xếp thứ tự theo tổng điểm; bằng điểm thì xét tiêu chí 2.", "Xếp thứ tự theo tổng điểm."])
def test_two_orders_are_refused(first: str) -> None:
    found = read(first, "Xếp thứ tự theo tiêu chí 1.")
    assert [each.message for each in found.diagnostics] == ["kế hoạch nêu thứ tự hai lần"]


@pytest.mark.parametrize(
    "rule",
    [
        "Hạ một hạng nếu đơn vị có vi phạm.",
        "Đơn vị vi phạm quy chế thì hạ một bậc.",
        "Xếp thứ tự theo tổng điểm, bằng điểm thì theo đánh giá chung.",
        "Bằng điểm thì ưu tiên đơn vị vùng cao.",
        "Mỗi công chức bị kỷ luật trừ 03 điểm.",
        "Có sáng kiến được công nhận: cộng 02 điểm.",
        "Tổng điểm dưới 0 thì tính là 0 điểm.",
        "Hạng E: đơn vị yếu.",
        "Thêm tiêu chí 3 “Chuyển đổi số”.",
    ],
)
def test_a_sentence_about_points_that_is_not_read_is_complained_of(rule: str) -> None:
    assert "TH629" in {each.code.id for each in read(rule).diagnostics}


def test_equal_parts_in_prose_are_no_order() -> None:
    assert read("Chia thành các nhóm bằng nhau để thảo luận.").plan is not None


@pytest.mark.parametrize(
    ("words", "targets"),
    [
        ("đạt các chỉ tiêu", ["I.2-1", "I.2-2", "I.3-1"]),
        ("đạt cả ba chỉ tiêu", ["I.2-1", "I.2-2", "I.3-1"]),
        ("đạt các chỉ tiêu về việc", ["I.2-1", "I.3-1"]),
        ("đạt các chỉ tiêu được giao", ["I.2-1", "I.2-2"]),
        ("đạt cả hai chỉ tiêu được giao về việc và về tiền", ["I.2-1", "I.2-2"]),
        ("đạt các chỉ tiêu tại khoản 2 mục I", ["I.2-1", "I.2-2"]),
        ("đạt chỉ tiêu tại tiêu chí 1 và tiêu chí 2", ["I.2-1", "I.2-2"]),
        ("đạt chỉ tiêu tại tiêu chí 1", ["I.2-1"]),
    ],
)
def test_a_class_asks_for_the_targets_that_its_words_name(words: str, targets: list[str]) -> None:
    table = table_with(f"Hạng A: từ 90 điểm trở lên và {words};", "Hạng B: các đơn vị còn lại.")
    assert table.classes[0].cases[0].conditions == (TargetsAre(tuple(targets), True),)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("đạt cả hai chỉ tiêu", "câu nói 2 chỉ tiêu, kế hoạch có 3"),
        ("đạt cả ba chỉ tiêu được giao", "câu nói 3 chỉ tiêu, kế hoạch có 2"),
        ("về việc", "chưa rõ điều kiện của hạng này"),
        ("đạt chỉ tiêu tại tiêu chí 7", "tiêu chí 7 không có trong bảng"),
    ],
)
def test_words_that_name_no_such_targets_are_refused(words: str, message: str) -> None:
    found = read(f"Hạng A: từ 90 điểm trở lên và {words};", "Hạng B: các đơn vị còn lại.")
    assert [each.message for each in found.diagnostics] == [message]


@pytest.mark.parametrize("time", ["Kỳ số liệu", "Thời gian"])
@pytest.mark.parametrize("who", ["cá nhân", "công chức", "người lao động"])
def test_discipline_without_dates_is_that_of_the_period_of_the_plan(who: str, time: str) -> None:
    rules = (
        "Hạng A: từ 90 điểm trở lên;",
        "Hạng B: các đơn vị còn lại.",
        f"Đơn vị có {who} bị kỷ luật từ cảnh cáo trở lên thì hạ một hạng.",
    )
    trigger = plan_with(*rules, time=time).points[0].changes[0].trigger
    assert isinstance(trigger, Disciplined)
    assert isinstance(trigger.window, Period)
    assert (trigger.window.first.isoformat(), trigger.window.last.isoformat()) == ("2023-10-01", "2024-09-30")
    assert trigger.forms[0] == "cảnh cáo"


@pytest.mark.parametrize(
    "rule",
    [
        "Tổng điểm không quá 99 điểm, không dưới 10 điểm; làm tròn đến 2 chữ số thập phân.",
        "Tổng điểm làm tròn đến hai chữ số thập phân, không dưới 10 và không quá 99.",
        "Tổng điểm: không dưới 10, tối đa là 99; làm tròn đến hai chữ số thập phân.",
    ],
)
def test_bounds_and_rounding_of_the_total_stand_in_any_order(rule: str) -> None:
    table = table_with(rule)
    assert (table.floor, table.ceiling, table.rounding) == (Fraction(10), Fraction(99), Rounding(2, down=False))


def test_units_of_another_kind_than_the_table_are_no_share_of_its_classes() -> None:
    found = read(
        "Hạng A: từ 90 điểm trở lên;", "Hạng B: các đơn vị còn lại.", "Số Phòng chuyên môn xếp Hạng A không quá 20%, làm tròn xuống."
    )
    assert [each.message for each in found.diagnostics] == ["bảng điểm là của Chi cục THADS, câu này nói Phòng chuyên môn"]


@pytest.mark.parametrize(
    "rule",
    [
        "Hạng D: các Phòng chuyên môn còn lại.",
        "Phòng chuyên môn có cá nhân bị kỷ luật từ hình thức “cảnh cáo” trở lên: hạ một hạng.",
        "Không quá 20% số đơn vị xếp Hạng A, làm tròn xuống; các Chấp hành viên còn lại xuống một hạng.",
    ],
)
def test_what_classes_ask_is_asked_of_those_of_the_table_alone(rule: str) -> None:
    found = read("Hạng A: từ 90 điểm trở lên;", "Hạng B: từ 50 điểm đến dưới 90 điểm;", "Hạng C: dưới 50 điểm.", rule)
    assert [each.code.id for each in found.diagnostics if "bảng điểm là của Chi cục THADS" in each.message] == ["TH614"]


@pytest.mark.parametrize("words", ["Đạt chỉ tiêu", "Đạt chỉ tiêu được giao", "Đạt chỉ tiêu về việc", "Hoàn thành chỉ tiêu được giao"])
def test_an_assigned_target_is_met_however_it_is_called(words: str) -> None:
    start = table_with(scoring=f"{words}: 60 điểm; không đạt: 10 điểm; không phát sinh: 60 điểm").criteria[0].start
    assert isinstance(start, ByTarget)
    assert (start.met, [points for _, points in start.short]) == (Fraction(60), [Fraction(10)])


def test_the_rest_beside_steps_says_two_things() -> None:
    found = read(scoring=f"{FULL}; còn lại: 0 điểm")
    assert [each.code.id for each in found.diagnostics] == ["TH611"]
