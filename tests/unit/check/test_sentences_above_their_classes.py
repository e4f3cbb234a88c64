"""A cap of a class that stands above the classes holds as it does below them."""

from fractions import Fraction

from thads_dsl.model.points import PointsTable
from thads_dsl.pipeline import analyse

FRONT = """Tên loại: KẾ HOẠCH
Trích yếu: Thi đua năm 2024
Cơ quan ban hành: Cục Thi hành án dân sự tỉnh A
Danh mục dùng chung: THADS

I. BẢNG ĐIỂM
Đối với Chi cục THADS:
| STT | Nội dung tiêu chí | Điểm chuẩn | Cách chấm điểm |
| 1 | Báo cáo | 60 | Mỗi báo cáo chậm trừ 0,005 điểm, trừ không quá điểm chuẩn |
| 2 | Kiểm tra | 40 | Hội đồng chấm từ 0 đến 40 điểm |
| | Tổng cộng | 100 | |
"""
CLASSES = "- Hạng A: từ 90 điểm trở lên;\n- Hạng B: dưới 90 điểm.\n"
CAP = "- Không quá 20% số đơn vị xếp Hạng A, làm tròn xuống.\n"


def table(text: str) -> PointsTable:
    analysis = analyse("ke-hoach.plan", FRONT + text)
    assert analysis.plan is not None, [each.message for each in analysis.diagnostics]
    return analysis.plan.points[0]


def test_a_cap_above_the_classes_is_the_cap_below_them() -> None:
    above, below = table(CAP + CLASSES), table(CLASSES + CAP)
    assert [(each.name, each.percent, each.up) for each in above.quotas] == [("Hạng A", Fraction(20), False)]
    assert [(each.name, each.percent, each.up) for each in below.quotas] == [("Hạng A", Fraction(20), False)]


def test_a_cap_of_a_class_that_is_nowhere_is_told() -> None:
    told = analyse("ke-hoach.plan", FRONT + CAP.replace("Hạng A", "Hạng C") + CLASSES).diagnostics
    assert "TH614" in [each.code.id for each in told]
