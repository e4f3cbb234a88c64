"""Classes and totals under a line that names somebody: they are those of that table, and of no other."""

import pytest

from tests.unit.check.writing import analysed, sound, written

TABLE = """Đối với {whom}:
| STT | Nội dung tiêu chí | Điểm chuẩn | Cách chấm điểm |
| 1 | Nội bộ đoàn kết | 100 | Hội đồng chấm từ 0 đến 100 điểm |
| | Tổng cộng | 100 | |
"""
CLASSES = """- Hạng A: từ {least} điểm trở lên;
- Hạng B: dưới {least} điểm.
"""


def plan(*titles: str, tables: tuple[str, ...] = ("Chi cục THADS",)) -> str:
    scored = "".join(f"{at}. Bảng điểm\n{TABLE.format(whom=whom)}" for at, whom in enumerate(tables, 1))
    classes = "".join(f"{title}\n{CLASSES.format(least=90 - 10 * at)}" for at, title in enumerate(titles))
    return written(f"I. BẢNG ĐIỂM\nKỳ số liệu: từ ngày 01/10/2023 đến hết ngày 30/9/2024.\n{scored}II. XẾP HẠNG\n{classes}")


@pytest.mark.parametrize(
    ("title", "found"),
    (
        ("1. Đơn vị miền núi", ["TH202"]),
        ("1. Đối với đơn vị miền núi", ["TH202"]),
        ("Đối với Chi cục THADS miền núi:", ["TH202"]),
        ("1. Đối với Phòng chuyên môn", ["TH614"]),
        ("Đối với Chấp hành viên:", ["TH614"]),
        ("1. Đơn vị có tổng số giải quyết dưới 500 việc", ["TH614"]),
        ("1. Đối với Chi cục THADS", []),
        ("1. Đối với các đơn vị", []),
        ("1. Tập thể", []),
        ("1. Đơn vị xếp hạng", []),
        ("1. Cách xếp hạng", []),
    ),
)
def test_classes_of_some_are_not_those_of_all(title: str, found: list[str]) -> None:
    assert sorted({each.code.id for each in analysed(plan(title)).diagnostics}) == found


def test_classes_are_of_the_table_of_those_whom_their_title_names() -> None:
    tables = sound(plan("1. Đối với Chi cục THADS", "2. Đối với Phòng chuyên môn", tables=("Chi cục THADS", "Phòng chuyên môn"))).points
    assert [(each.subject.name, len(each.classes)) for each in tables] == [("Chi cục THADS", 2), ("Phòng chuyên môn", 2)]
