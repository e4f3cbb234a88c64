"""“… do cấp có thẩm quyền quyết định” behind a rule takes nothing of that rule away (C9)."""

import pytest

from tests.unit.check.writing import analysed, sound, written
from thads_dsl.model.plan import Plan
from thads_dsl.model.rules import Judged, TargetsMet, leaves

BODY = """
I. NỘI DUNG
1. Thời gian: Từ ngày 01/4/2024 đến hết ngày 30/6/2024.
2. Chi cục THADS đạt tỷ lệ thi hành xong trên có điều kiện về việc từ 80% trở lên.
3. {line}
4. Giấy khen được tặng cho tập thể đạt các tiêu chuẩn sau:
- {item};
- Nội bộ đoàn kết.
"""
ITEM = "Đạt các chỉ tiêu tại khoản 2 mục I"
AUTHORITY = "trường hợp khác do cấp có thẩm quyền quyết định"


def plan(line: str = "Khen thưởng đột xuất do cấp có thẩm quyền quyết định.", item: str = ITEM) -> Plan:
    return sound(written(BODY.format(line=line, item=item)))


@pytest.mark.parametrize(
    ("line", "rules"),
    [
        (f"Không xét khen thưởng đối với cá nhân bị kỷ luật; {AUTHORITY}.", "exclusions"),
        (f"Không xét Phòng chuyên môn; {AUTHORITY}.", "exclusions"),
        ("Tập thể do cấp có thẩm quyền quyết định; cá nhân không xét.", "exclusions"),
        (f"Chi cục THADS: không giới hạn số lượng; {AUTHORITY}.", "quotas"),
    ],
)
def test_a_rule_before_it_is_read(line: str, rules: str) -> None:
    assert getattr(plan(line), rules) and not getattr(plan(), rules)


def test_targets_that_are_demanded_stay_demanded() -> None:
    found = [condition for standard in plan(item=f"{ITEM}; {AUTHORITY}").standards for condition in leaves(standard.conditions)]
    assert any(isinstance(each, TargetsMet) for each in found)
    assert [each.judgment for each in found if isinstance(each, Judged)] == ["Nội bộ đoàn kết"]


@pytest.mark.parametrize(
    "line",
    [
        "Không xét khen thưởng đối với Thủ trưởng đơn vị, trừ trường hợp do cấp có thẩm quyền quyết định.",
        "Thời hạn giải quyết hồ sơ do cấp có thẩm quyền quyết định, không quá một tháng.",
        "Số lượng do cấp có thẩm quyền quyết định nhưng mỗi tập thể ít nhất gấp đôi cá nhân.",
        "Kế hoạch này có hiệu lực kể từ ngày ký; cá nhân bị kỷ luật bị loại.",
    ],
)
def test_what_is_not_read_beside_it_is_told(line: str) -> None:
    assert "TH101" in {each.code.id for each in analysed(written(BODY.format(line=line, item=ITEM))).diagnostics}
