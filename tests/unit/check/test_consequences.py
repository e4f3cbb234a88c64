"""What a rule lacks is not told where a line with an error of its own could give it; where none could, it is."""

import pytest

from thads_dsl.pipeline import analyse

FRONT = "Tên loại: KẾ HOẠCH\nTrích yếu: A\nCơ quan ban hành: Cục THADS tỉnh B\nDanh mục dùng chung: THADS\n\n"
RATE = "tỷ lệ thi hành xong trên có điều kiện"


def codes(body: str) -> list[str]:
    return sorted(each.code.id for each in analyse("a.plan", FRONT + body).diagnostics)


LACKING = {
    "whom": (f"I. CHỈ TIÊU\n1. Đối với Chấp hành vien:\n- Đạt {RATE} 80% về việc.", "TH206"),
    "a target": (
        f"I. CHỈ TIÊU\n- Chi cục THADS đạt {RATE} 8,0,0% về việc.\n"
        "II. TIÊU CHUẨN\n“Giấy khen của Cục trưởng” được xét, tặng cho Chi cục THADS đạt các tiêu chuẩn sau:\n"
        "- Đạt các chỉ tiêu tại mục I.",
        "TH205",
    ),
    "a period": (
        "I. THỜI GIAN\nKỳ số liệu: từ ngày 01/10/2025 đến hết ngày 31/6/2026.\nII. CHỈ TIÊU\n"
        "- Chấp hành viên thi hành xong bình quân 6 việc/tháng.",
        "TH216",
    ),
    "the award of a list": (
        "I. TIÊU CHUẨN\n1. Giấy mừng công được xét, tặng cho cá nhân đạt các tiêu chuẩn sau:\n"
        "- Không bị kỷ luật trong 12 tháng tính đến ngày 30/6/2026;\n- Không bị kiểm điểm.",
        "TH208",
    ),
    "an award that others ask for": (
        "I. TIÊU CHUẨN\n1. Giấy khen được tăng cho cá nhân đạt các tiêu chuẩn sau:\n"
        "- Không bị kỷ luật trong 12 tháng tính đến ngày 30/6/2026.\n"
        "2. Bằng khen được xét, đề nghị tặng cho cá nhân đủ điều kiện tặng Giấy khen.",
        "TH208",
    ),
    "whom the plan is for": (
        f"Đối tượng thi đua: Chi đội THADS\n\nI. CHỈ TIÊU\n- Đạt {RATE} 80% về việc.\n- Đạt {RATE} 41% về tiền.",
        "TH206",
    ),
    "targets below a title": (
        f"I. CHỈ TIÊU\n1. Đối với Chi đội THADS\n- Đạt {RATE} 80% về việc.\nII. TIÊU CHUẨN\n"
        "1. Giấy khen được xét, tặng cho tập thể đạt các tiêu chuẩn sau:\n- Đạt các chỉ tiêu tại khoản 1 mục I.",
        "TH205",
    ),
}


def test_the_lines_of_an_unread_list_are_not_asked_for_their_award() -> None:
    assert codes(LACKING["the award of a list"][0]) == ["TH226"]


def test_a_wrong_line_about_an_award_that_is_read_hides_nothing() -> None:
    body = (
        "I. KHEN THƯỞNG\n1. Bằng khen được xét, đề nghị tặng cho cá nhân đủ điều kiện tặng Giấy khen.\n"
        "2. Thủ trưởng đơn vị chỉ được xét tặng Bằng khen khi đơn vị đủ điều kiện tặng Giấy khen."
    )
    assert codes(body) == ["TH208", "TH208"]


@pytest.mark.parametrize(("body", "consequence"), LACKING.values(), ids=LACKING)
def test_what_a_line_with_a_slip_would_give_is_not_told_as_lacking(body: str, consequence: str) -> None:
    found = codes(body)
    assert len(found) == 1
    assert consequence not in found


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (f"I. CHUNG\n- Phụ lục gồm 45 nội dung khác nhau.\nII. CHỈ TIÊU\n- Đạt {RATE} 80% về việc.", "TH206"),
        ("I. CHỈ TIÊU\n- Chấp hành viên thi hành xong bình quân 6 việc/tháng.\n- Phụ lục gồm 45 nội dung khác nhau.", "TH216"),
    ],
)
def test_what_no_such_line_could_give_is_told_beside_it(body: str, told: str) -> None:
    assert told in codes(body)
    assert len(codes(body)) > 1


def test_a_number_of_awards_that_is_unread_may_say_of_which_wave_they_are() -> None:
    body = (
        "I. THỜI GIAN\n- Đợt 1: từ ngày 01/01/2026 đến hết ngày 31/3/2026.\n- Đợt 2: từ ngày 01/4/2026 đến hết ngày 30/6/2026.\n"
        "II. TIÊU CHUẨN\n1. Giấy khen được xét, tặng cho cá nhân đạt các tiêu chuẩn sau:\n- Không bị kỷ luật trong đợt thi đua.\n"
    )
    assert "TH528" in codes(body)
    found = codes(f"{body}2. Mỗi đợt tặng Giấy mừng công cho không quá 02 cá nhân, do Hội đồng bình xét lựa chọn.")
    assert "TH226" in found
    assert "TH528" not in found
