"""What a mistake of one line or one change hides of others, and what follows from it: each is told once, and nothing else is."""

import pytest

from tests.contract.faults import sound
from thads_dsl.pipeline import analyse

_AMENDING, _MOVED = "changed-by-a-decision", "targets-by-another-wave"
_CLASSES, _LEFT_OUT = "bang-tieu-chi-chi-cuc-2018", "left-out-of-one-award"


def told(name: str, *slips: tuple[str, str]) -> list[tuple[str, int]]:
    """The complaints about a sound plan with slips: their codes and lines."""
    plan = next(each for each in sound() if each.name == name)
    text = plan.text
    for written, becomes in slips:
        assert written in text
        text = text.replace(written, becomes, 1)
    found = analyse(name, text, plan.load).diagnostics
    return [(each.code.id, each.at.span.line) for each in found if (each.code.id, each.message) not in plan.said]


@pytest.mark.parametrize(
    ("name", "slips", "expected"),
    [
        (_AMENDING, [("khoản 2 mục I ", "khoản 92 mục I "), ("04 tập thể", "00 tập thể")], [("TH622", 13), ("TH506", 22)]),
        (_AMENDING, [("khoản 2 mục I ", "khoản 92 mục I "), ("15/10/2024", "15/13/2024")], [("TH622", 13), ("TH501", 14)]),
        (_MOVED, [("từ 500 việc trở lên", "từ 500 việc")], [("TH112", 16)]),
        (_CLASSES, [("dưới 90 điểm", "dưới 89 điểm"), ("giảm từ 4% trở lên", "giảm >= 4%")], [("TH119", 22), ("TH956", 41)]),
        (
            _LEFT_OUT,
            [("Không xét tặng Giấy khen", "Không xét tặng Giấy mừng công"), ("hình thức khiển trách trở lên", "hình thức khiển trách lên")],
            [("TH226", 18), ("TH101", 20)],
        ),
    ],
)
def test_every_mistake_is_told_and_nothing_else(name: str, slips: list[tuple[str, str]], expected: list[tuple[str, int]]) -> None:
    assert told(name, *slips) == expected


def test_the_row_that_a_rest_swallows_comes_ready_to_paste() -> None:
    plan = next(each for each in sound() if each.name == _CLASSES)
    text = plan.text.replace("dưới 90 điểm", "dưới 89 điểm", 1)
    found = next(each for each in analyse(plan.name, text, plan.load).diagnostics if each.code.id == "TH956")
    lines = text.split("\n")
    lines[38] = found.ways[0].line
    assert "\n".join(lines) == plan.text
