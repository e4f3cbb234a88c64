"""VÍ DỤ of a points table: figures of several rows fit together exactly, points may be deducted, and what leaves a class open is said."""

import pytest

from tests.unit.check.writing import analysed

FIRST = "Đạt chỉ tiêu được giao: 50 điểm; cứ mỗi 1% thiếu trừ 02 điểm, tính cả phần lẻ, trừ không quá 20 điểm; không phát sinh: 50 điểm"
SECOND = "Tính điểm theo tỷ lệ hoàn thành chỉ tiêu, không quá điểm chuẩn; không phát sinh: 50 điểm"
PLAN = f"""Tên loại: KẾ HOẠCH
Trích yếu: Chấm điểm
Cơ quan ban hành: Cục Thi hành án dân sự tỉnh A
Danh mục dùng chung: THADS

I. CHỈ TIÊU
1. Kỳ số liệu: từ ngày 01/10/2023 đến hết ngày 30/9/2024.
2. Chi cục THADS đạt chỉ tiêu được giao về tỷ lệ thi hành xong trên có điều kiện về việc.
3. Chi cục THADS có số việc chuyển kỳ sau giảm từ 5% trở lên so với năm 2023.

II. BẢNG ĐIỂM
Đối với Chi cục THADS:
| STT | Nội dung tiêu chí | Điểm chuẩn | Cách chấm điểm |
| 1 | Tỷ lệ thi hành xong trên có điều kiện về việc | 50 | {FIRST} |
| 2 | Số việc chuyển kỳ sau giảm so với năm 2023 | 50 | {SECOND} |
| 3 | Sáng kiến | | Có sáng kiến được công nhận: cộng 02 điểm (chỉ cộng một lần) |
| 4 | Bồi thường | | Mỗi vụ bồi thường trừ 05 điểm, không giới hạn |
| | Tổng cộng | 100 | |

III. XẾP HẠNG
- Hạng A: từ 90 điểm trở lên;
- Hạng B: dưới 90 điểm.
- Đơn vị có công chức bị kỷ luật từ hình thức “cảnh cáo” trở lên thì hạ một hạng.

PHẦN KHÔNG IN

VÍ DỤ: một
Giả sử Chi cục THADS có:
| Tiêu chí | Số liệu | Điểm |
"""
RATE = "| 1 | 83,7%, được giao 80% | 50 |"
FALL = "| 2 | giảm 4,9% | 49 |"


def told(*rows: str, then: str) -> list[tuple[str, str, str]]:
    """Code, reason and ready lines of what an example with these rows does not give."""
    text = PLAN + "".join(f"{row}\n" for row in rows) + then + "\n"
    found = analysed(text).diagnostics
    return [(each.code.id, each.why, " / ".join(way.line for way in each.ways)) for each in found if each.code.id != "TH951"]


@pytest.mark.parametrize("rows", ((RATE, FALL), (FALL, RATE)))
def test_a_rate_and_a_fall_of_other_statistics_fit_together_in_either_order(rows: tuple[str, str]) -> None:
    assert told(*rows, "| 3 | có | 2 |", "| 4 | 0 vụ bồi thường | 0 |", then="Thì tổng điểm là 101") == []


def test_two_rates_of_one_statistic_are_told() -> None:
    text = PLAN.replace("| 3 | Sáng kiến |", "| 3 | Vượt về tỷ lệ thi hành xong trên có điều kiện về việc |").replace(
        "Có sáng kiến được công nhận: cộng 02 điểm (chỉ cộng một lần)",
        "Cứ mỗi 1% vượt chỉ tiêu cộng 01 điểm, tối đa 02 điểm, chỉ tính đủ từng 1%; không phát sinh: 0 điểm",
    )
    rows = (RATE, FALL, "| 3 | 85%, được giao 80% | 2 |", "| 4 | 0 vụ bồi thường | 0 |")
    found = analysed(text + "".join(f"{row}\n" for row in rows) + "Thì tổng điểm là 101\n").diagnostics
    assert [each.message for each in found if each.code.id == "TH802"] == [
        "tiêu chí 3 và tiêu chí 1 dùng chung một số liệu mà ví dụ ghi “85%, được giao 80%” và “83,7%, được giao 80%”"
    ]


@pytest.mark.parametrize(
    ("said", "points"), (("1", 3), ("1 lần", 3), ("vi phạm 01 lần", 3), ("0 lần", 10), ("không vi phạm", 10), ("vi phạm 4 lần", 0))
)
def test_the_figure_of_a_criterion_that_counts_is_given_in_its_own_words(said: str, points: int) -> None:
    counts = "Không vi phạm: 10 điểm; vi phạm 01 lần: 03 điểm; vi phạm từ 02 lần trở lên: 0 điểm"
    text = PLAN.replace("| | Tổng cộng | 100 | |", f"| 5 | Kỷ cương | 10 | {counts} |\n| | Tổng cộng | 110 | |")
    rows = (RATE, FALL, "| 3 | có | 2 |", "| 4 | 0 vụ bồi thường | 0 |", f"| 5 | {said} | {points} |")
    found = analysed(text + "".join(f"{row}\n" for row in rows) + f"Thì tổng điểm là {101 + points}\n").diagnostics
    assert [each.message for each in found if each.code.id in ("TH801", "TH802")] == []


def test_what_a_criterion_does_not_count_is_refused_with_what_it_does() -> None:
    text = PLAN.replace("Mỗi vụ bồi thường trừ 05 điểm, không giới hạn", "Không vi phạm: 0 điểm; vi phạm từ 01 lần trở lên: 0 điểm")
    found = analysed(text + "| 4 | 2 đơn quá hạn | 0 |\nThì tổng điểm là 0\n").diagnostics
    assert ["viết như: “2 lần vi phạm”" in each.message for each in found if each.code.id == "TH802"] == [True]


@pytest.mark.parametrize("points", ("-5", "−5", "- 5", "trừ 5 điểm", "-5 điểm"))
def test_points_may_be_deducted(points: str) -> None:
    rows = (RATE, FALL, "| 3 | không | 0 |", f"| 4 | 1 vụ bồi thường | {points} |")
    assert told(*rows, then="Thì tổng điểm là 94") == []


@pytest.mark.parametrize("said", ("không", "không đạt", "không có sáng kiến được công nhận"))
def test_a_merit_is_denied_in_a_word(said: str) -> None:
    assert told(RATE, FALL, f"| 3 | {said} | 0 |", "| 4 | | 0 |", then="Thì tổng điểm là 99") == []


def test_a_class_that_discipline_leaves_open_is_told_so_with_the_line_that_closes_it() -> None:
    rows = (RATE, FALL, "| 3 | có | 2 |", "| 4 | 0 vụ bồi thường | 0 |")
    ((code, why, line),) = told(*rows, then="Thì xếp Hạng A")
    assert (code, line) == ("TH801", "Và không bị kỷ luật")
    assert "chưa cho biết về kỷ luật" in why
    assert told(*rows, then=f"{line}\nThì xếp Hạng A") == []


def test_a_class_that_points_leave_open_offers_no_line_that_cannot_be_read() -> None:
    ((code, why, line),) = told(RATE, then="Và không bị kỷ luật\nThì xếp Hạng A")
    assert (code, line) == ("TH801", "")
    assert "chưa đủ số liệu" in why


@pytest.mark.parametrize(("number", "form"), (("2", "“giảm 5%”"), ("1", "“76%”   |   “76%, được giao 78%”")))
def test_what_may_be_known_of_a_criterion_is_of_its_own_kind(number: str, form: str) -> None:
    found = analysed(PLAN + f"| {number} | rất tốt | 5 |\nThì tổng điểm là 5\n").diagnostics
    assert [each.message.split("viết như: ")[1] for each in found if each.code.id == "TH802"] == [form]


@pytest.mark.parametrize(("rest", "total"), (("0", "99"), ("02", "101"), ("-5", "94")))
def test_a_row_for_the_rest_counts_where_all_that_is_left_adds_or_deducts(rest: str, total: str) -> None:
    assert told(RATE, FALL, f"| Các tiêu chí còn lại | | {rest} |", then=f"Thì tổng điểm là {total}") == []


def test_a_row_for_the_rest_is_refused_where_nothing_is_left_or_two_rows_speak_of_it() -> None:
    rest = "| Các tiêu chí còn lại | | 0 |"
    every = (RATE, FALL, "| 3 | không | 0 |", "| 4 | 0 vụ bồi thường | 0 |", rest)
    assert [code for code, *_ in told(*every, then="Thì tổng điểm là 99")] == ["TH802"]
    assert [code for code, *_ in told(RATE, FALL, rest, rest, then="Thì tổng điểm là 99")] == ["TH802"] * 2


@pytest.mark.parametrize(
    ("name", "strange"),
    [
        ("3. Sáng kiến", ""),
        ("3", ""),
        ("3. SK", ""),
        ("3. Bồi thường", "Bồi"),
        ("3. Sáng kiến, đề tài", "đề"),
        ("Tiêu chí 3. sáng kiến", ""),
    ],
)
def test_a_row_of_an_example_that_names_another_criterion_than_its_number_is_told(name: str, strange: str) -> None:
    text = PLAN + f"{RATE}\n{FALL}\n| {name} | có | 2 |\n| 4 | 0 vụ bồi thường | 0 |\nThì tổng điểm là 101\n"
    found = [each.message for each in analysed(text).diagnostics if each.code.id == "TH802"]
    assert [message.partition("không có chữ “")[2].partition("”")[0] for message in found] == ([strange] if strange else [])


@pytest.mark.parametrize(
    ("name", "told"), [("3. Sáng kiến kiến", True), ("3. Kiến sáng", True), ("3. Sáng kiến", False), ("3. Sáng", False)]
)
def test_a_name_with_all_words_of_the_criterion_is_spelt_as_it_is(name: str, told: bool) -> None:
    text = PLAN + f"{RATE}\n{FALL}\n| {name} | có | 2 |\n| 4 | 0 vụ bồi thường | 0 |\nThì tổng điểm là 101\n"
    assert any("ví dụ viết" in each.message for each in analysed(text).diagnostics) is told
