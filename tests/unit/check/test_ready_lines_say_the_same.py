"""Ready lines say what the author said: pasted, the plan compiles and is read so."""

import pytest

from thads_dsl.diagnostics import Severity
from thads_dsl.pipeline import Analysis, analyse

_HEAD = """\
Tên loại: KẾ HOẠCH
Trích yếu: Phát động đợt thi đua năm 2024
Cơ quan ban hành: Cục Thi hành án dân sự tỉnh A
Danh mục dùng chung: THADS

I. NỘI DUNG
"""
_RATE = "tỷ lệ thi hành xong trên có điều kiện"


def _errors(found: Analysis) -> list[str]:
    return [each.code.id for each in found.diagnostics if each.severity is Severity.ERROR]


def _said(found: Analysis) -> str:
    return "\n".join(taken.words for line in found.reading for taken in line.taken)


@pytest.mark.parametrize(
    ("line", "code", "way", "said"),
    [
        ("- Chấp hành viên đạt về việc 80%, về tiền 45%.", "TH211", 0, (f"{_RATE} về việc từ 80%", f"{_RATE} về tiền từ 45%")),
        ("- Chấp hành viên: 08 người.", "TH211", 1, ("Chấp hành viên: nhiều nhất 8",)),
        (f"- Chấp hành viên đạt {_RATE} về việc từ 50% đến 40%.", "TH112", 0, ("từ 40% trở lên, phấn đấu 50%",)),
        ("- Thời gian thi đua: 04 tháng, từ ngày 01/4/2024 đến hết ngày 30/6/2024.", "TH502", 0, ("đến hết ngày 31/7/2024",)),
        ("- Thời gian thi đua: 04 tháng, từ ngày 01/4/2024 đến hết ngày 30/6/2024.", "TH502", 1, ("đến hết ngày 30/6/2024",)),
    ],
)
def test_a_note_that_is_offered_is_read_as_it_says(line: str, code: str, way: int, said: tuple[str, ...]) -> None:
    found = analyse("k.plan", f"{_HEAD}{line}\n")
    told = next(each for each in found.diagnostics if each.code.id == code)
    pasted = analyse("k.plan", f"{_HEAD}{line}\n{told.ways[way].line}\n")
    assert _errors(pasted) == []
    assert all(words in _said(pasted) for words in said)


def test_of_a_figure_and_other_words_in_brackets_each_may_be_meant() -> None:
    figure = "80% (tám mươi lăm phần trăm)"
    plan = f"{_HEAD}- Chấp hành viên đạt {_RATE} về việc {figure}.\n"
    ways = next(each.ways for each in analyse("k.plan", plan).diagnostics if each.code.id == "TH111")
    read = [analyse("k.plan", plan.replace(figure, way.line)) for way in ways]
    assert [_errors(each) for each in read] == [[], []]
    assert ["80%" in _said(each) for each in read] == [True, False]
    assert ["85%" in _said(each) for each in read] == [False, True]


@pytest.mark.parametrize(
    "line",
    [
        "- Đối với án tạm đình chỉ: đạt tỷ lệ thi hành xong về việc 80%.",
        "- Chi cục THADS thi hành xong nhiều hơn năm 2023 từ 5% trở lên.",
        "- Xếp hạng theo tổng điểm từ thấp đến cao.",
        "- Cơ bản đạt tỷ lệ thi hành xong về việc 80%.",
        "- Chấp hành viên cơ bản đạt tỷ lệ thi hành xong về tiền 80%.",
    ],
)
def test_words_that_are_no_name_are_offered_no_declaration(line: str) -> None:
    found = analyse("k.plan", f"{_HEAD}{line}\n")
    assert _errors(found)
    assert not any("PHẦN KHÔNG IN" in way.line for each in found.diagnostics for way in each.ways)


def test_a_fact_of_size_may_be_prose_and_a_number_under_a_statistic_not() -> None:
    assert _errors(analyse("k.plan", f"{_HEAD}- > Chấp hành viên: 08 người.\n")) == []
    assert _errors(analyse("k.plan", f"{_HEAD}- > Chấp hành viên: 80%.\n")) == ["TH110"]


def test_a_title_of_a_table_is_no_rule_like_another() -> None:
    plan = f"{_HEAD}1. Chi cục THADS đạt {_RATE} về việc 80%.\nII. BẢNG CỦA CHI CỤC\n- Chi cục THADS đạt {_RATE} về tiền 40%.\n"
    assert _errors(analyse("k.plan", plan)) == []


@pytest.mark.parametrize("without", ["không là", "không phải"])
def test_a_line_for_those_of_whom_its_author_said_the_contrary_is_not_offered(without: str) -> None:
    line = f"3. Số lượng: tặng Giấy khen cho không quá 03 cá nhân {without} Chấp hành viên, do Hội đồng bình xét lựa chọn."
    found = analyse("k.plan", f"{_HEAD}{line}\n").diagnostics
    assert "TH101" in [each.code.id for each in found]
    assert [way.line for each in found for way in each.ways if "không là" not in way.line and "không phải" not in way.line] == []
