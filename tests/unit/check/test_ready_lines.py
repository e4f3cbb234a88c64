"""A ready line says neither more nor less than the sentence it is offered for."""

import pytest

from tests.unit.check.writing import RATE, analysed, only, sound, written
from thads_dsl.diagnostics import Diagnostic

UNITS = "1. Đối với Chi cục THADS:\n"


def complaint(line: str, *, before: str = UNITS) -> Diagnostic:
    """What is said of a line that no family reads."""
    analysis = analysed(written(f"{before}- {line}", status="dự thảo"))
    (found,) = [*only(analysis, "TH101"), *only(analysis, "TH102")]
    return found


def lines(line: str, *, before: str = UNITS) -> list[str]:
    """What it is offered to be instead; neither prose nor the council's."""
    return [way.line for way in complaint(line, before=before).ways if "> " not in way.line and "Hội đồng" not in way.line]


@pytest.mark.parametrize(
    ("line", "ready"),
    [
        (f"Chi cục THADS phấn đấu đạt {RATE} khoảng 81% về việc.", f"- Chi cục THADS đạt {RATE} về việc 81%."),
        (f"Tính chung {RATE} tối thiểu 39% về tiền", f"- {RATE[0].upper()}{RATE[1:]} về tiền từ 39% trở lên"),
        (f"Tính chung {RATE} tối đa 39% về tiền", f"- {RATE[0].upper()}{RATE[1:]} về tiền không quá 39%"),
        (f"{RATE} về việc cao hơn mức của năm 2023", f"- {RATE} về việc cao hơn năm 2023"),
        ("Thi hành xong chừng 300 việc trở lên.", "- Thi hành xong từ 300 việc trở lên."),
    ],
)
def test_the_words_and_the_comparison_are_the_authors(line: str, ready: str) -> None:
    assert lines(line) == [ready]
    assert sound(written(f"{UNITS}{ready}", status="dự thảo")).targets


@pytest.mark.parametrize(
    "line",
    [
        "Cơ bản 80% sổ sách được lưu ở kho.",  # nothing that is counted is named
        f"{RATE} về việc 85%, riêng địa bàn khó khăn thì 80%.",  # two figures, one place
        f"{RATE} về việc đừng để chưa tới 80%.",  # a denial that no pattern has
        "Số việc chuyển kỳ sau kéo về mức 5%.",  # a count in percent
        "Các đơn vị có án tồn từ năm trước trở lên phải lập danh sách.",
    ],
)
def test_what_has_no_place_for_all_that_is_said_is_not_offered(line: str) -> None:
    assert lines(line) == []


def test_the_reason_says_what_is_wanting() -> None:
    assert "80% là của số liệu nào" in complaint("Cơ bản 80% sổ sách được lưu ở kho.").why
    assert "2 con số (85%, 80%)" in complaint(f"{RATE} về việc 85%, riêng địa bàn khó khăn thì 80%.").why


def test_words_that_a_ready_line_does_without_are_shown() -> None:
    found = complaint("Tính chung toàn tỉnh tỷ lệ thi hành xong 85% về việc.")
    assert "“Tính chung toàn tỉnh”" in found.ways[0].how


def test_a_figure_that_is_not_there_is_left_open() -> None:
    (line,) = lines(f"Phấn đấu {RATE} về việc đạt.")
    assert line == f"- {RATE[0].upper()}{RATE[1:]} về việc từ …% trở lên."


def test_figures_of_targets_are_no_question_of_the_council() -> None:
    listed = "1. Giấy khen được xét, tặng cho tập thể đạt các tiêu chuẩn, điều kiện sau:\n- Nội bộ đoàn kết.\n"
    found = complaint("Đã hoàn thành cỡ 100% chỉ tiêu về việc.", before=listed)
    assert not [way for way in found.ways if "Hội đồng" in way.line]


def test_a_group_behind_another_keeps_what_is_done() -> None:
    plan = sound(
        written(
            f"{UNITS}- Chi cục THADS: thi hành xong 90% số việc có điều kiện; Chấp hành viên: thi hành xong 86% số việc có điều kiện.",
            status="dự thảo",
        )
    )
    assert [(target.quantity, int(target.threshold)) for target in plan.targets] == [(f"{RATE} về việc", 90), (f"{RATE} về việc", 86)]


def test_a_missing_subject_of_an_amended_table_is_given_in_the_front() -> None:
    text = written("I. SỬA\n1. Sửa điểm tiêu chí 1 “Chế độ báo cáo” thành 55 điểm.", status="dự thảo")
    analysis = analysed(text.replace("THADS\n\n", "THADS\nTrên cơ sở: bang-xep-hang.plan\n\n", 1))
    assert not [way for each in only(analysis, "TH206") for way in each.ways if "trước dòng" in way.how]


@pytest.mark.parametrize("name", ["tổng số giải quyết", "Tổng số giải quyết"])
def test_a_name_that_means_something_else_is_the_same_name_in_capitals(name: str) -> None:
    own = f"\nPHẦN KHÔNG IN\n\nSỐ LIỆU VÀ CÁCH TÍNH\n- Thay: {name}: việc\n"
    assert sound(written(f"{UNITS}- Đạt {RATE} về việc từ 77% trở lên.{own}", status="dự thảo")).targets


HEADED = """
IV. TIÊU CHUẨN
1. Giấy khen được tặng cho tập thể đạt các tiêu chuẩn sau:
- Nội bộ đoàn kết.
2. Giấy khen được tặng cho cá nhân đạt các tiêu chuẩn sau:
- Hoàn thành tốt nhiệm vụ.
"""


@pytest.mark.parametrize(
    ("line", "ready"),
    [
        (
            "Thủ trưởng đơn vị được khen thưởng nếu tập thể đơn vị được khen thưởng.",
            "Thủ trưởng đơn vị chỉ được xét khen thưởng khi đơn vị mình đủ điều kiện khen thưởng.",
        ),
        (
            "Việc khen thưởng Thủ trưởng đơn vị phải gắn với kết quả khen thưởng của tập thể.",
            "Thủ trưởng đơn vị chỉ được xét khen thưởng khi đơn vị mình đủ điều kiện khen thưởng.",
        ),
        (
            "Thủ trưởng đơn vị chỉ được tặng Giấy khen khi tập thể do mình phụ trách được tặng Giấy khen.",
            "Thủ trưởng đơn vị chỉ được xét tặng Giấy khen khi đơn vị mình đủ điều kiện tặng Giấy khen.",
        ),
    ],
)
def test_what_is_said_of_a_head_and_its_unit_is_offered_as_it_is_read(line: str, ready: str) -> None:
    [found] = only(analysed(written(f"{HEADED}3. {line}", status="dự thảo")), "TH101")
    assert [way.line for way in found.ways] == [f"3. {ready}"]
    [rule] = sound(written(f"{HEADED}3. {ready}", status="dự thảo")).both_standards
    assert rule.qualifying


@pytest.mark.parametrize(
    "line",
    [
        "Bằng khen của Bộ trưởng: 01 tập thể, 02 cá nhân, chọn trong số được tặng Giấy khen.",
        "Bằng khen của Bộ trưởng: lấy 01 tập thể và 02 cá nhân trong số tập thể, cá nhân được tặng Giấy khen.",
        "Từ các tập thể, cá nhân được tặng Giấy khen, lựa chọn 01 tập thể, 02 cá nhân đứng đầu đề nghị Bộ trưởng tặng Bằng khen.",
    ],
)
def test_the_best_of_those_chosen_are_offered_in_the_words_that_are_read(line: str) -> None:
    before = f"{HEADED}V. SỐ LƯỢNG\n1. Giấy khen: 04 tập thể, 10 cá nhân, do Hội đồng bình xét lựa chọn.\n"
    [found] = only(analysed(written(f"{before}2. {line}", status="dự thảo")), "TH101")
    assert "con số" not in found.why
    [way] = found.ways
    plan = sound(written(f"{before}{way.line}", status="dự thảo"))
    assert [(each.award, each.limit) for each in plan.quotas if each.after] == [("Bằng khen", 1), ("Bằng khen", 2)]


@pytest.mark.parametrize("best", ["tiêu biểu xuất sắc nhất", "có thành tích xuất sắc nhất", "xuất sắc, tiêu biểu", "tiêu biểu nhất"])
def test_the_best_of_those_chosen_may_be_called_so(best: str) -> None:
    text = f"{HEADED}V. SỐ LƯỢNG\n1. Giấy khen: 10 cá nhân, do Hội đồng bình xét lựa chọn.\n"
    line = f"2. Trong số cá nhân được tặng Giấy khen, chọn 02 cá nhân {best} đề nghị Bộ trưởng tặng Bằng khen."
    assert sound(written(text + line, status="dự thảo")).quotas[-1].limit == 2


def test_the_order_behind_a_number_is_read_and_never_a_ceiling_of_a_rate() -> None:
    number = "- Tập thể: không quá 40% tổng số tập thể, làm tròn lên"
    text = written(f"{HEADED}V. SỐ LƯỢNG GIẤY KHEN\n{number}, xếp thứ tự theo {RATE} về tiền rồi đến {RATE} về việc.", status="dự thảo")
    [quota] = sound(text).quotas
    assert [each.quantity for each in quota.ranking] == [f"{RATE} về tiền", f"{RATE} về việc"]
    for words in (f"thứ tự: {RATE} về tiền rồi mới về việc", f"chọn lần lượt bởi {RATE} về tiền"):
        analysis = analysed(written(f"{HEADED}V. SỐ LƯỢNG GIẤY KHEN\n{number}, {words}.", status="dự thảo"))
        assert not [way.line for each in analysis.diagnostics for way in each.ways if "đạt" in way.line and "40%" in way.line]


def test_equals_are_compared_by_the_rate_of_the_order_above_them() -> None:
    other = "tỷ lệ thi hành xong"
    tie = "Bằng nhau thì xét tỷ lệ về tiền trước."
    text = f"1. Chi cục THADS đạt {other} 50% về việc.\n{HEADED}V. SỐ LƯỢNG\n- Tập thể: 02 tập thể, xét từ cao xuống thấp theo "
    [found] = only(analysed(written(f"{text}{RATE} về việc.\n- {tie}", status="dự thảo")), "TH101")
    assert [way.line for way in found.ways] == [f"Bằng nhau thì theo {RATE} về tiền."]
