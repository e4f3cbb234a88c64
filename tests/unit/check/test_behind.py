"""Two mistakes in one line: both are told in one run, each with its own place, and nothing that only one way out would bring."""

from dataclasses import replace

import pytest

from tests.unit.check.writing import analysed, pointed_at, written
from thads_dsl.check.behind import behind
from thads_dsl.diagnostics import Code, Diagnostic, Edit, Label, Way
from thads_dsl.diagnostics.codes import TH101, TH119, TH902
from thads_dsl.source import SourceText, Span

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


# ---- which lines are looked at again, and what of it is told; the reader of the texts here only knows what a test tells it


_ERROR, _NOTICE = TH119, TH902
_TEXT = "một hai ba bốn\nnăm sáu"


def about(word: str, *becomes: str, code: Code = _ERROR, safe: bool = False) -> Diagnostic:
    """A complaint about a word of the text, with a way out for each other word; “…” stands for one that leaves the line as it is."""
    line = next(number for number, each in enumerate(_TEXT.split("\n"), 1) if word in each)
    start = _TEXT.split("\n")[line - 1].index(word)
    span = Span(line, start, start + len(word))
    ways = tuple(Way("Có phải:", each, edit=None if each == "…" else Edit(span, each, safe=safe)) for each in becomes)
    return Diagnostic(code=code, message=word, at=Label(span), ways=ways)


def hidden(told: list[Diagnostic], says: dict[str, list[Diagnostic]]) -> list[str]:
    """What is told besides, where a text with such words is said to have such mistakes."""

    def look(source: SourceText) -> list[Diagnostic]:
        text = " ".join(row.text for row in source.folded)
        return [each for word, found in says.items() if word in text for each in found]

    return [each.message for each in behind(SourceText.read("thu.plan", _TEXT), told, look)]


def test_mistakes_are_looked_behind_until_nothing_more_is_found_twice_at_most() -> None:
    says = {"HAI": [about("ba", "BA")], "BA": [about("bốn", "BỐN")], "BỐN": [about("một")]}
    assert hidden([about("hai", "HAI")], says) == ["ba", "bốn"]


def test_only_what_every_way_out_leaves_is_told() -> None:
    both, one = about("ba"), about("bốn")
    says = {"HAI": [both, one], "HAY": [both, one], "HẢI": [both]}
    assert hidden([about("hai", "HAI", "HAY")], says) == ["ba", "bốn"]
    assert hidden([about("hai", "HAI", "HẢI", "HAY")], says) == ["ba"]
    assert hidden([about("hai", "HAI", "…")], says) == []  # the name may be declared: then the line stays


def test_a_notice_is_neither_put_right_nor_told_behind_a_mistake() -> None:
    assert hidden([about("hai", "HAI", code=_NOTICE)], {"HAI": [about("ba")]}) == []
    assert hidden([about("hai", "HAI")], {"HAI": [about("ba", code=_NOTICE)]}) == []


def test_other_lines_and_what_was_told_are_not_told() -> None:
    again = replace(about("ba"), message="trong câu khác")
    says = {"HAI": [about("sáu"), again, about("bốn")]}
    assert hidden([about("hai", "HAI"), about("ba")], says) == ["bốn"]
    assert hidden([about("hai", "HAI"), replace(about("sáu"), message="bốn")], says) == ["trong câu khác"]  # said in the same words


def test_words_that_only_we_have_written_are_not_complained_of() -> None:
    around = replace(about("hai"), at=Label(Span(1, 0, 14)), code=TH101)
    assert hidden([about("hai", "HAI")], {"HAI": [around]}) == []
    assert hidden([about("hai", "HAI", safe=True)], {"HAI": [around]}) == ["hai"]  # they are the author's, with other signs


def test_of_a_line_written_anew_only_what_differs_is_put_right() -> None:
    whole = Edit(Span(1, 0, 14), "một HAI ba bốn")
    ready = replace(about("hai"), ways=(Way("sửa thành:", whole.text, edit=whole),))
    assert hidden([ready], {"một HAI ba bốn": [about("ba"), about("hai", code=TH101)]}) == ["ba"]


def test_of_two_edits_of_the_same_words_one_is_made() -> None:
    overlapping = replace(about("hai", "HỎNG"), ways=(Way("Có phải:", "HỎNG", edit=Edit(Span(1, 4, 10), "HỎNG")),))
    assert hidden([about("hai", "HAI"), overlapping], {"một HAI ba bốn": [about("bốn")]}) == ["bốn"]
