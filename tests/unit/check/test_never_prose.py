"""Sentences that state a rule in other words: each is read, or refused with a line; none passes as prose."""

import pytest

from thads_dsl.model.reading import Role
from thads_dsl.pipeline import analyse

_PLAN = """Tên loại: KẾ HOẠCH
Trích yếu: Thi đua quý II
Cơ quan ban hành: Cục Thi hành án dân sự tỉnh Y
Danh mục dùng chung: THADS

I. CHỈ TIÊU
1. Đối với Chi cục THADS
- Tỷ lệ thi hành xong trên có điều kiện về việc đạt 83%;
{}
"""


def _role(line: str) -> set[Role]:
    reading = analyse("x.plan", _PLAN.format(line)).reading
    return {taken.role for taken in reading[-1].taken}


@pytest.mark.parametrize(
    "line", ["- Phòng chuyên môn: không áp dụng chỉ tiêu này.", "- Không áp dụng chỉ tiêu này đối với Phòng chuyên môn."]
)
def test_who_is_exempt_is_read(line: str) -> None:
    assert _role(line) == {Role.RULE}


@pytest.mark.parametrize(
    "line", ["- Văn phòng: không áp dụng.", "2. Văn phòng: không áp dụng.", "- Chi cục mới chia tách: chưa giao chỉ tiêu."]
)
def test_an_unknown_body_that_is_exempt_is_refused(line: str) -> None:
    assert _role(line) == {Role.UNREAD}
