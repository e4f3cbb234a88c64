"""Slips in the real plans are noticed: a fixed handful of each plan here, all of them by python -m tests.contract.mutation."""

import random

import pytest

from tests.contract.mutants import ASKED, Mutant
from tests.contract.mutation import Fate, Judged, Unmutated, share
from tests.contract.places import first_plan
from thads_dsl.cli.files import beside
from thads_dsl.source.loading import nothing

HANDFUL = 8

PLAN = """Tên loại: KẾ HOẠCH
Trích yếu: Phát động đợt thi đua quý II năm 2024
Cơ quan chủ quản: Tổng cục Thi hành án dân sự
Cơ quan ban hành: Cục Thi hành án dân sự tỉnh A
Số, ký hiệu: 01/KH-CTHADS
Địa danh, thời gian: A, ngày 01 tháng 4 năm 2024
Quyền hạn, chức vụ người ký: CỤC TRƯỞNG
Tình trạng: dự thảo
Danh mục dùng chung: THADS

1. Khẩu hiệu: “Thi đua lập thành tích năm 2024”.
2. Chi cục THADS đạt tỷ lệ thi hành xong trên có điều kiện về việc từ 77% trở lên.
"""
EXAMPLES = """
PHẦN KHÔNG IN

VÍ DỤ theo bảng: Chi cục THADS, 77% về việc
| Thi hành xong | Có điều kiện | Kết quả |
| 7.700 việc | 10.000 việc | đạt 77% |
| 7.699 việc | 10.000 việc | không đạt 77%, còn thiếu 1 việc |
"""


def slip(plan: Unmutated, written: str, becomes: str) -> Mutant:
    return next(each for each in plan.mutants() if (each.written, each.becomes) == (written, becomes))


def test_a_handful_of_slips_in_the_first_plan_is_noticed() -> None:
    plan = Unmutated.read(str(first_plan()), first_plan().read_text("utf-8"), beside(first_plan()))
    asked = [each for each in plan.mutants() if each.kind in ASKED and each.kind != "subject"]
    fates = {each: plan.fate(each) for each in random.Random(3).sample(asked, HANDFUL)}
    assert all(fate.noticed or fate is Fate.SAME for fate in fates.values()), fates
    assert sum(fate.noticed for fate in fates.values()) > HANDFUL / 2


@pytest.mark.parametrize(
    ("text", "fate"),
    [(PLAN, Fate.SURVIVED), (PLAN + EXAMPLES, Fate.EXAMPLE)],
    ids=["survives without examples", "is noticed by an example at the edge"],
)
@pytest.mark.parametrize("becomes", ["77,01%", "76,99%"])
def test_a_hundredth_more_or_less(text: str, fate: Fate, becomes: str) -> None:
    plan = Unmutated.read("ke-hoach.plan", text, nothing)
    assert plan.fate(slip(plan, "77%", becomes)) is fate


def test_a_slip_in_what_is_only_printed_changes_no_rule() -> None:
    plan = Unmutated.read("ke-hoach.plan", PLAN, nothing)
    assert plan.fate(slip(plan, "năm 2024", "năm 2025")) is Fate.SAME


def test_a_unit_that_does_not_fit_is_refused() -> None:
    plan = Unmutated.read("ke-hoach.plan", PLAN, nothing)
    assert plan.fate(slip(plan, "77%", "77 điểm phần trăm")) is Fate.REFUSED


def test_the_share_counts_survivors_and_leaves_out_what_changes_no_rule() -> None:
    plan = Unmutated.read("ke-hoach.plan", PLAN, nothing)
    mutant = slip(plan, "77%", "77,01%")
    fates = [Fate.SURVIVED, Fate.SAME, Fate.EXAMPLE, Fate.WARNED, Fate.REFUSED]
    assert share([Judged(mutant, fate) for fate in fates]) == "75.00%"
