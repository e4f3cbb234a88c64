"""Steps of examples that clerks shorten: each is told what it would be in full."""

import pytest

from thads_dsl.pipeline import analyse

PLAN = """Tên loại: KẾ HOẠCH
Trích yếu: Thi đua năm 2026
Cơ quan ban hành: Thi hành án dân sự tỉnh D
Danh mục dùng chung: THADS
Tình trạng: dự thảo

I. NỘI DUNG
1. Đợt 1: Thời gian từ ngày 01/10/2025 đến hết ngày 31/3/2026. Kỳ số liệu: từ ngày 01/10/2025 đến hết ngày 31/3/2026.
2. Đợt 2: Thời gian từ ngày 01/4/2026 đến hết ngày 30/9/2026. Kỳ số liệu: từ ngày 01/10/2025 đến hết ngày 30/9/2026.
3. Chỉ tiêu
- Trong đợt 2, Phòng THADS khu vực đạt tỷ lệ thi hành xong trên có điều kiện về việc 80%.
- Trong đợt 2, Phòng THADS khu vực đạt tỷ lệ thi hành xong trên có điều kiện về tiền 42%.
4. Hồ sơ đợt 1 gửi về THADS tỉnh trước ngày 05/4/2026; hồ sơ đợt 2 gửi về THADS tỉnh chậm nhất ngày 05/10/2026.

PHẦN KHÔNG IN

VÍ DỤ: một phòng
"""
BOTH = "Giả sử Phòng THADS khu vực trong đợt 2 có điều kiện thi hành 100 việc và 10 tỷ đồng, thi hành xong 79 việc và 4,2 tỷ đồng"
NONE = "Giả sử Phòng THADS khu vực trong đợt 2 có điều kiện thi hành 0 việc, thi hành xong 0 việc"


def complaints(steps: str) -> list[str]:
    return [each.code.id for each in analyse("", PLAN + steps + "\n").diagnostics if each.code.id.startswith("TH80")]


@pytest.mark.parametrize(
    "steps",
    [
        f"{BOTH}\nThì không đạt chỉ tiêu 80% về việc, còn thiếu 1 việc, đạt chỉ tiêu 42% về tiền",
        f"{BOTH}\nThì đạt chỉ tiêu 42% về tiền và không đạt chỉ tiêu 80% về việc",
        f"{NONE}\nThì chỉ tiêu 80% về việc trong đợt 2 không áp dụng",
        f"{NONE}\nThì không áp dụng chỉ tiêu 80% về việc trong đợt 2",
        "Thì hồ sơ đợt 1 gửi ngày 04/4/2026 là đúng hạn\nVà hồ sơ đợt 1 gửi ngày 05/4/2026: quá hạn",
        "Thì nộp hồ sơ đợt 2 ngày 05/10 là còn trong hạn\nVà gửi hồ sơ đợt 2 ngày 06/10/2026 quá hạn",
    ],
)
def test_a_shortened_step_is_told_in_full(steps: str) -> None:
    assert complaints(steps) == []


@pytest.mark.parametrize(
    "steps",
    [
        f"{BOTH}\nThì đạt chỉ tiêu 42% về tiền và 80% về việc",
        f"{BOTH}\nThì chỉ tiêu 80% về việc trong đợt 2 không áp dụng",
        "Thì hồ sơ đợt 1 gửi ngày 05/4/2026 là đúng hạn",
        "Thì hồ sơ đợt 2 gửi ngày 05/10/2026 là quá hạn",
    ],
)
def test_what_the_plan_does_not_give_is_complained_of(steps: str) -> None:
    assert complaints(steps) == ["TH801"]


IMPOSSIBLE = "Giả sử Phòng THADS khu vực trong đợt 2 có điều kiện thi hành 100 việc\nVà thi hành xong 120 việc trong đợt 2"
CELLS = "| Có điều kiện thi hành (đợt 2) | Thi hành xong (đợt 2) | Kết quả |\n| 100 việc | {} việc | đạt 80% |"


@pytest.mark.parametrize("done", [80, 120])
def test_what_can_not_be_in_the_statistics_can_not_be_in_a_row(done: int) -> None:
    found = analyse("", PLAN.replace("một phòng", "Phòng THADS khu vực") + CELLS.format(done)).diagnostics
    messages = [each.message for each in found if each.code.id.startswith("TH80")]
    assert messages == (["thi hành xong nhiều hơn có điều kiện thi hành"] if done > 100 else [])


def test_what_can_not_be_in_the_statistics_can_not_be_said_in_two_steps() -> None:
    assert complaints(f"{IMPOSSIBLE}\nThì đạt chỉ tiêu 80% về việc") == ["TH802"]
