"""Two mistakes in one line: both are told in one run, each with its own place, and nothing that only one way out would bring."""

import pytest

from tests.unit.check.writing import analysed, pointed_at, written

_TARGET = "+ Chi cục THADS có tổng số giải quyết {band}, phấn đấu đạt {rate} đạt {figure};"
_RATE = "tỷ lệ thi hành xong trên có điều kiện"
_UNMARKED = "ty le thi hành xong trên có điều kiện"
_BODY = f"""I. CHỈ TIÊU
1. Đối với Chi cục THADS
- Về việc:
{{line}}
{_TARGET.format(band="từ 500 việc trở lên", rate=_RATE, figure="76%")}
"""


def told(line: str) -> list[tuple[str, str]]:
    """The errors of a line in a small plan, and the words that each is about."""
    analysis = analysed(written(_BODY.format(line=line), status="dự thảo"))
    return [(each.code.id, pointed_at(analysis, each.at.span)) for each in analysis.diagnostics if each.severity.value == "lỗi"]


@pytest.mark.parametrize(
    ("band", "rate", "figure", "expected"),
    [
        ("< 500 việc", "tỷ lệ thi hành xong trên điều kiện", "77%", [("TH119", "< 500 việc"), ("TH201", "điều kiện")]),
        (
            "dưới 500 việc",
            _RATE.replace("xong", "xog"),
            "77 phần trăm",
            [("TH201", _RATE.replace("xong", "xog")), ("TH119", "77 phần trăm")],
        ),
        ("dưới 500 việc", _RATE.replace("xong", "song"), "7.5%", [("TH201", _RATE.replace("xong", "song")), ("TH111", "7.5%")]),
        ("<= 499 việc", _RATE, "78,%", [("TH119", "<= 499 việc"), ("TH101", "%")]),
        ("300-500 việc", _UNMARKED, "77%", [("TH112", "300-500 việc"), ("TH101", _UNMARKED)]),
    ],
)
def test_the_second_mistake_of_a_line_is_told_with_the_first(band: str, rate: str, figure: str, expected: list[tuple[str, str]]) -> None:
    assert told(_TARGET.format(band=band, rate=rate, figure=figure)) == expected


def test_the_ready_line_of_the_second_mistake_has_the_first_one_put_right() -> None:
    analysis = analysed(written(_BODY.format(line=_TARGET.format(band="< 500 việc", rate=_RATE.replace("trên có", "trên"), figure="77%"))))
    ways = [way.line for each in analysis.diagnostics if each.code.id == "TH201" for way in each.ways]
    assert ways[0] == _TARGET.format(band="dưới 500 việc", rate=_RATE, figure="77%")


def test_what_follows_from_one_of_two_ways_out_only_is_not_told() -> None:
    # Whether 500 is in both bands depends on how the dash is read.
    assert [code for code, _ in told(_TARGET.format(band="0-500 việc", rate=_RATE, figure="77%"))] == ["TH112"]
