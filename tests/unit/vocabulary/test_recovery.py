"""A definition that is not understood is told once; the lines that use its name, and the definitions built on it, are not."""

import pytest

from tests.unit.check.writing import analysed, pointed_at

FRONT = """Tên loại: KẾ HOẠCH
Trích yếu: Thi đua
Cơ quan ban hành: Cục Thi hành án dân sự tỉnh A
Danh mục dùng chung: THADS

I. CHỈ TIÊU
- Chi cục THADS đạt tỷ lệ hồ sơ số hóa từ 80% trở lên.

PHẦN KHÔNG IN

SỐ LIỆU VÀ CÁCH TÍNH
- hồ sơ phải lưu: việc
"""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("hồ sơ lưu trữ: việc việc", "tỷ lệ hồ sơ số hóa: % = hồ sơ lưu trữ / hồ sơ phải lưu"),
        ("hồ sơ lưu trữ: việc", "tỷ lệ hồ sơ số hóa: % = hồ sơ lưu trũ / hồ sơ phải lưu"),
    ],
)
def test_only_the_definition_that_is_wrong_is_told(first: str, second: str) -> None:
    analysis = analysed(f"{FRONT}- {first}\n- {second}\n")
    (wrong,) = [each for each in analysis.diagnostics if each.code.id in ("TH101", "TH102", "TH201", "TH209")]
    assert pointed_at(analysis, wrong.at.span) in (f"- {first}", "hồ sơ lưu trũ")


def test_definitions_that_name_each_other_are_all_told() -> None:
    analysis = analysed(f"{FRONT}- tỷ lệ hồ sơ số hóa: % = kho một / kho hai\n- kho một: việc = kho hai\n- kho hai: việc = kho một\n")
    (found,) = [each for each in analysis.diagnostics if each.code.id == "TH209"]
    assert "3 chỗ" in found.message
