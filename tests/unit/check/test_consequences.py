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
}


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
