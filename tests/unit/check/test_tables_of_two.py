"""Rows that look at two figures, rows for several kinds, tables inside of a group: what is told, and what the ready lines do."""

import pytest

from tests.unit.check.writing import analysed, codes, edited, only, sound, written
from thads_dsl.diagnostics import Diagnostic

_GOAL = "đạt tỷ lệ thi hành xong về việc 77%"
_CASES = "có tổng số giải quyết"


def _list(*rows: str, opening: str = "") -> str:
    return written("\n".join([*([opening] if opening else []), *(f"- {row}, {_GOAL};" for row in rows)]), status="dự thảo")


def _by_both(*bands: str) -> str:
    return _list(*(f"Chi cục THADS {_CASES} {band}" for band in bands))


def _pasted(text: str, told: Diagnostic) -> list[str]:
    return [edited(text, way.edit) for way in told.ways if way.edit is not None]


def _one_told(text: str, code: str) -> Diagnostic:
    analysis = analysed(text)
    (found,) = analysis.diagnostics
    assert found.code.id == code
    return found


_FOUR = (
    "dưới 150 việc và dưới 20 tỷ đồng",
    "dưới 150 việc và từ 20 tỷ đồng trở lên",
    "từ 150 việc trở lên và dưới 20 tỷ đồng",
    "từ 150 việc trở lên và từ 20 tỷ đồng trở lên",
)


def test_four_rows_by_cases_and_money_are_closed() -> None:
    assert codes(_by_both(*_FOUR)) == []


def test_an_overlap_of_two_figures_ends_with_either_bound() -> None:
    text = _by_both(_FOUR[0], _FOUR[1], "từ 150 việc trở lên và đến 20 tỷ đồng", _FOUR[3])
    told = _one_told(text, "TH402")
    assert "Ví dụ: đúng 150 việc và 20 tỷ đồng." in told.why
    bands = [way.line for way in told.ways]
    assert any("và trên 20 tỷ đồng," in line for line in bands) and any("và dưới 20 tỷ đồng," in line for line in bands)
    assert len(_pasted(text, told)) == 3
    assert all(codes(each) == [] for each in _pasted(text, told))


def test_a_gap_of_two_figures_quotes_the_rows_beside_it_and_either_may_take_it() -> None:
    text = _by_both(_FOUR[0], _FOUR[1], "trên 150 việc và dưới 20 tỷ đồng", _FOUR[3])
    told = _one_told(text, "TH401")
    lines = {label.span.line for label in (told.at, *told.also)}
    first = text.split("\n").index(f"- Chi cục THADS {_CASES} {_FOUR[0]}, {_GOAL};") + 1
    assert lines == {first, first + 2, first + 3}  # not the row of few cases and much money
    assert [way.line.partition(", ")[0] for way in told.ways if way.line.startswith("-")] == [
        f"- Chi cục THADS {_CASES} đến 150 việc và dưới 20 tỷ đồng",
        f"- Chi cục THADS {_CASES} từ 150 việc trở lên và dưới 20 tỷ đồng",
    ]
    assert all(codes(each) == [] for each in _pasted(text, told))


def test_of_a_table_by_two_columns_the_missing_row_is_offered() -> None:
    head = "| Đơn vị | Tổng số giải quyết về việc | Tổng số giải quyết về tiền | Tỷ lệ thi hành xong về việc |"
    rows = [f"| Chi cục THADS | {' | '.join(band.split(' và '))} | từ 77% trở lên |" for band in _FOUR]
    text = written("\n".join(["Chỉ tiêu:", head, *rows[:2], rows[3]]))
    told = _one_told(text, "TH401")
    (way,) = told.ways
    assert way.line == "| Chi cục THADS | từ 150 việc trở lên | dưới 20 tỷ đồng | từ …% trở lên |"
    assert codes(text.replace(rows[3], f"{way.line.replace('…', '77')}\n{rows[3]}")) == []
    overlap = written("\n".join(["Chỉ tiêu:", head, *rows[:2], rows[2].replace("từ 150", "từ 140"), rows[3]]), status="dự thảo")
    told = _one_told(overlap, "TH402")
    assert len(_pasted(overlap, told)) == 3 and all(codes(each) == [] for each in _pasted(overlap, told))


def test_bands_lie_inside_those_of_the_lines_around_them() -> None:
    text = written(
        f"1. Đối với Chi cục THADS {_CASES} dưới 20 tỷ đồng:\n- Có tổng số giải quyết dưới 100 việc: {_GOAL};\n"
        f"- Có tổng số giải quyết từ 100 việc trở lên: {_GOAL}.\n"
        f"2. Đối với Chi cục THADS {_CASES} từ 20 tỷ đồng trở lên: {_GOAL}."
    )
    few, many, rich = sound(text).targets
    keys = ("tổng số giải quyết về tiền", "tổng số giải quyết về việc")
    assert few.region is not None and many.region is not None and rich.region is not None
    assert few.region.keys == many.region.keys == keys and rich.region.keys == keys[:1]


def test_a_heading_without_a_name_lies_inside_the_one_around_it() -> None:
    text = written(
        f"1. Đối với Chi cục THADS {_CASES} dưới 20 tỷ đồng:\n"
        f"a) Có tổng số giải quyết dưới 100 việc:\n- Tỷ lệ thi hành xong về việc đạt 80%.\n"
        f"b) Có tổng số giải quyết từ 100 việc trở lên:\n- Tỷ lệ thi hành xong về việc đạt 78%."
    )
    assert all(target.region is not None and len(target.region.keys) == 2 for target in sound(text).targets)


@pytest.mark.parametrize("opening", ["Đối với Nhóm 1 (Chi cục THADS {}):", "Đối với Chi cục THADS {}:"])
def test_a_table_inside_of_a_group_is_closed_there(opening: str) -> None:
    group = opening.format(f"{_CASES} dưới 200 việc")
    rows = ("dưới 100 việc", "từ 100 việc đến dưới 200 việc")
    assert "TH403" not in codes(_list(*(f"Có tổng số giải quyết {row}" for row in rows), opening=group))
    assert "TH401" not in codes(_list(*(f"Có tổng số giải quyết {row}" for row in rows), opening=group))
    gap = analysed(_list("Có tổng số giải quyết dưới 100 việc", "Có tổng số giải quyết từ 150 việc trở lên", opening=group))
    (told,) = only(gap, "TH401")
    assert told.message == "chưa có mức cho tổng số giải quyết về việc từ 100 việc đến dưới 150 việc"


def test_a_row_outside_of_its_group_is_never_reached() -> None:
    rows = ("Có tổng số giải quyết dưới 200 việc", "Có tổng số giải quyết từ 200 việc trở lên")
    text = _list(*rows, opening=f"Đối với Nhóm 1 (Chi cục THADS {_CASES} dưới 200 việc):")
    (told,) = only(analysed(text), "TH404")
    assert told.message == "“từ 200 việc trở lên” nằm ngoài “Nhóm 1”"


_JOINT = f"Chi cục THADS và Phòng chuyên môn {_CASES} dưới 500 việc"


def test_a_row_for_two_kinds_goes_on_in_a_row_for_each() -> None:
    text = _list(_JOINT, f"Chi cục THADS {_CASES} từ 500 việc trở lên", f"Phòng chuyên môn {_CASES} từ 500 việc trở lên")
    assert {table[0].subject.name: len(table) for table in sound(text).tables} == {"Chi cục THADS": 2, "Phòng chuyên môn": 2}


def test_a_gap_of_one_of_two_kinds_is_closed_for_that_one() -> None:
    text = _list(_JOINT, f"Chi cục THADS {_CASES} từ 500 việc trở lên", f"Phòng chuyên môn {_CASES} từ 600 việc trở lên")
    told = _one_told(text, "TH401")
    assert all(codes(each) == [] for each in _pasted(text, told))
    more = told.ways[-1].line
    assert more.startswith(f"- Phòng chuyên môn {_CASES} từ 500 việc đến dưới 600 việc,")


def test_what_is_left_of_one_kind_does_not_hang_on_the_rows_of_another() -> None:
    text = _list(f"Chi cục THADS {_CASES} dưới 500 việc", "Các Chi cục THADS còn lại", "Phòng chuyên môn")
    assert {table[0].subject.name: len(table) for table in sound(text).tables} == {"Chi cục THADS": 2, "Phòng chuyên môn": 1}


_POINTS = """I. BẢNG ĐIỂM
Đối với Chi cục THADS:
| STT | Nội dung tiêu chí | Điểm chuẩn | Cách chấm điểm |
| 1 | {} | 10 | {} |
| | Tổng cộng | 10 | |"""


def test_points_for_two_things_at_once_are_told_as_a_cell_can_say_them() -> None:
    said = "đạt từ 95% và không có án quá hạn: 10 điểm"
    analysis = analysed(written(_POINTS.format("Tỷ lệ thi hành xong về việc", f"{said}; còn lại: 0 điểm")))
    council, less = only(analysis, "TH602")[0].ways[:2]
    both = "Tỷ lệ thi hành xong về việc từ 95% trở lên và không có án quá hạn"
    assert codes(written(_POINTS.format(both, council.line))) == []
    assert less.line.startswith("Từ 95% trở lên: 10 điểm; dưới 95%: … điểm;") and "có án quá hạn: trừ …" in less.line
    filled = less.line.replace("trừ …", "trừ 2").replace("dưới 95%: …", "dưới 95%: 4").replace("…", "10")
    assert codes(written(_POINTS.format("Tỷ lệ thi hành xong về việc", filled))) == []
    assert "cộng" not in "".join(way.line for way in only(analysis, "TH602")[0].ways[:2])


def test_an_overlap_of_a_bonus_by_load_ends_with_either_load() -> None:
    start = "Đạt chỉ tiêu: 10 điểm; không đạt chỉ tiêu: 0 điểm; không phát sinh: 10 điểm"
    rows = [
        f"vượt từ 1% trở lên và {_CASES} {load}: cộng {points} điểm"
        for load, points in (("dưới 1.200 việc", 3), ("từ 1.000 việc trở lên", 5))
    ]
    cell, target = "; ".join([start, *rows]), "- Về việc: đạt tỷ lệ thi hành xong trên có điều kiện 50%.\n| STT"
    body = _POINTS.format("Tỷ lệ thi hành xong trên có điều kiện về việc", cell).replace("| STT", target)
    text = written(body, status="dự thảo")
    (told,) = only(analysed(text), "TH607")
    assert [way.line for way in told.ways[:2]] == [rows[0].replace("1.200", "1.000"), rows[1].replace("1.000", "1.200")]
    assert len(_pasted(text, told)) == 4
    assert all(not only(analysed(each), "TH607") and analysed(each).plan is not None for each in _pasted(text, told))
