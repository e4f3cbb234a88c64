"""From a sentence to the scorer: what such a line means is what the scorer that is made of it says."""

import pytest

from tests.unit.check.writing import sound, written
from tests.unit.python_scorer.drawing import Drawing, statistics_of
from tests.unit.python_scorer.running import Scorer
from tests.unit.python_scorer.test_parity import agree
from thads_dsl.model.plan import Plan

RATE = "tỷ lệ thi hành xong trên có điều kiện"
PLAN = f"""1. Thời gian: Từ ngày 01/4/2024 đến hết ngày 30/6/2024.
2. Đối với Phòng chuyên môn
- Về việc: phấn đấu đạt {RATE} 76%.
3. Giấy khen được xét, tặng cho Phòng chuyên môn đạt các tiêu chuẩn, điều kiện sau:
- Đạt các chỉ tiêu tại khoản 2.
4. Giấy khen được xét, tặng cho cá nhân đạt các tiêu chuẩn, điều kiện sau:
- Không bị kỷ luật trong thời gian thi đua.
5. Số lượng
- {{quota}}
6. Thời hạn
- {{deadline}}
"""
QUOTA = "05 cá nhân, do Hội đồng bình xét lựa chọn."
DEADLINE = "Hồ sơ gửi về Cục trước ngày 08/7/2024."


def plan_with(quota: str = QUOTA, deadline: str = DEADLINE) -> Plan:
    """A plan of two standards with this line about numbers and that about days."""
    return sound(written(PLAN.format(quota=quota, deadline=deadline)))


def agrees(plan: Plan) -> None:
    scorer = Scorer.of(plan)
    for seed in range(6):
        agree(scorer, plan, statistics_of(Drawing(seed), plan))


@pytest.mark.parametrize(
    "deadline",
    (
        "Văn phòng tổng hợp hồ sơ của các đơn vị trước ngày 12/7/2024.",
        "Riêng Phòng chuyên môn gửi hồ sơ về Cục chậm nhất ngày 06/7/2024.",
        "Gửi về Cục chậm nhất ngày 08/7/2024 đối với Phòng chuyên môn và trước ngày 11/7/2024 đối với Chấp hành viên.",
    ),
)
def test_a_day_of_a_sender_or_of_some_only_agrees(deadline: str) -> None:
    plan = plan_with(deadline=deadline)
    assert plan.deadlines
    agrees(plan)


@pytest.mark.parametrize(
    "quota",
    (
        "06 cá nhân, trong đó ít nhất 50% là Chấp hành viên, do Hội đồng bình xét lựa chọn.",
        "02 tập thể, 05 cá nhân; do Hội đồng bình xét lựa chọn.",
        "01 cá nhân/Phòng chuyên môn, do Hội đồng bình xét lựa chọn.",
    ),
)
def test_a_number_of_places_with_a_composition_agrees(quota: str) -> None:
    plan = plan_with(quota=quota)
    assert plan.quotas
    agrees(plan)


def test_places_for_whom_no_standard_speaks_agree() -> None:
    text = written(PLAN.format(quota=QUOTA, deadline=DEADLINE))
    start, end = text.index("4. Giấy khen"), text.index("5. Số lượng")
    plan = sound(text[:start] + text[end:])
    assert plan.quotas and all(standard.subject.name != "cá nhân" for standard in plan.standards)
    agrees(plan)


def test_classes_and_points_by_counts_agree() -> None:
    plan = sound(
        written(
            """1. Kỳ số liệu: từ ngày 01/10/2023 đến hết ngày 30/9/2024.
2. Đối với Chi cục THADS:
| STT | Nội dung tiêu chí | Điểm chuẩn | Cách chấm điểm |
| 1 | Hội nghị tập huấn | 60 | Từ 5 hội nghị trở lên: 60 điểm; từ 2 đến 4 hội nghị: 30 điểm; dưới 2 hội nghị: 0 điểm |
| 2 | Chế độ báo cáo | 40 | Mỗi báo cáo chậm trừ 03 điểm, trừ không quá điểm chuẩn |
| | Tổng cộng | 100 | |
3. Xếp hạng
- Hạng A: từ 90 điểm trở lên;
- Hạng B: từ 70 điểm đến dưới 90 điểm;
- Hạng C: các đơn vị còn lại.
"""
        )
    )
    (table,) = plan.points
    assert [each.name for each in table.classes] == ["Hạng A", "Hạng B", "Hạng C"]
    agrees(plan)
