"""Conditions of people in a list for units, and the other way round (TH229)."""

import pytest

from tests.unit.check.writing import analysed, only, sound, written
from thads_dsl.model.statistics import Base

LIST = """
I. KHEN THƯỞNG
1. Thời gian thi đua: từ ngày 01/4/2024 đến hết ngày 30/6/2024.
2. {head}
- {line};
- Nội bộ đoàn kết.
"""
UNITS = "Giấy khen được tặng cho tập thể đạt các tiêu chuẩn sau:"
PEOPLE = "Giấy khen được tặng cho cá nhân đạt các tiêu chuẩn sau:"


@pytest.mark.parametrize(
    ("head", "line", "way"),
    [
        (UNITS, "Thủ trưởng đơn vị: không bị kỷ luật trong thời gian thi đua", "- Không có cá nhân thuộc đơn vị bị kỷ luật"),
        (UNITS, "Cấp phó: hoàn thành tốt nhiệm vụ", "- Cấp phó hoàn thành tốt nhiệm vụ"),
        (UNITS, "Đối với Chấp hành viên: gương mẫu", "- Chấp hành viên gương mẫu"),
        (PEOPLE, "Chi cục THADS: chấp hành tốt nội quy", "- Chi cục THADS chấp hành tốt nội quy"),
        (
            "Không xét khen thưởng đối với tập thể:",
            "Thủ trưởng đơn vị: bị kỷ luật trong thời gian thi đua",
            "Không xét khen thưởng đối với Thủ trưởng đơn vị:",
        ),
    ],
)
def test_a_condition_of_the_other_base_is_refused_with_what_may_be_meant(head: str, line: str, way: str) -> None:
    told = only(analysed(written(LIST.format(head=head, line=line))), "TH229")
    ready = told[0].ways[0].line
    assert ready.startswith(way)
    if ready.startswith("- ") and "…" not in ready:  # the line as it is offered asks those of the list, and gives nobody else an award
        found = sound(written(LIST.format(head=head, line=ready.removeprefix("- ").rstrip(";"))))
        assert {each.subject.base for each in found.standards} == {Base.COLLECTIVE if head == UNITS else Base.INDIVIDUAL}


@pytest.mark.parametrize(
    ("head", "line"),
    [
        (UNITS, "Không có cá nhân thuộc đơn vị bị kỷ luật trong thời gian thi đua"),
        (UNITS, "Chi cục THADS: chấp hành tốt nội quy"),
        (PEOPLE, "Thủ trưởng đơn vị: không bị kỷ luật trong thời gian thi đua"),
        ("Giấy khen được tặng cho tập thể, cá nhân đạt các tiêu chuẩn sau:", "Cá nhân: gương mẫu"),
    ],
)
def test_a_condition_of_some_of_those_listed_is_theirs(head: str, line: str) -> None:
    assert not any(each.code.id == "TH229" for each in analysed(written(LIST.format(head=head, line=line))).diagnostics)
