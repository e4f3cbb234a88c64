"""Ready lines as they are pasted: phrases are the author's and stand once, blanks are what only he knows, the reading is what was meant."""

import pytest

from tests.contract.ready_lines import pasted
from thads_dsl.diagnostics import Diagnostic
from thads_dsl.model.reading import Role
from thads_dsl.pipeline import Analysis, analyse

HEAD = """Tên loại: KẾ HOẠCH
Trích yếu: Phát động thi đua
Cơ quan ban hành: Cục Thi hành án dân sự tỉnh B
Tình trạng: đã ban hành
Danh mục dùng chung: THADS

I. NỘI DUNG
1. Thời gian: Từ ngày 01/4/2024 đến hết ngày 30/6/2024.
"""
FALLS = "chuyển kỳ sau giảm từ 5% trở lên so với năm trước."
RATE = "đạt tỷ lệ thi hành xong trên có điều kiện về việc"


def told(body: str, code: str) -> tuple[Analysis, Diagnostic]:
    """A plan and its one complaint of a code, and no other error."""
    analysis = analyse("x.plan", HEAD + body)
    assert {each.code.id for each in analysis.diagnostics} == {code}, analysis.diagnostics
    return analysis, analysis.diagnostics[0]


def read(text: str) -> list[str]:
    """What the rules of a plan without complaints are taken for."""
    analysis = analyse("x.plan", text)
    assert not analysis.diagnostics, analysis.diagnostics
    rules = [taken.words for line in analysis.reading for taken in line.taken if taken.role is Role.RULE]
    return [words for words in rules if not words.startswith("thời gian")]


def after(body: str, code: str, way: int) -> list[str]:
    """The readings once a way out is pasted."""
    analysis, complaint = told(body, code)
    text = pasted(analysis, complaint.ways[way])
    assert text is not None
    return read(text)


def test_a_band_with_its_bound_in_front_is_restated_in_its_own_words() -> None:
    whom = "Chấp hành viên có số phải thi hành"
    body = f"2. {whom} không quá 12 tỷ đồng {RATE} 61%; {whom} từ 12 tỷ đồng trở lên {RATE} 57%."
    analysis, complaint = told(body, "TH402")
    assert complaint.ways[0].line == "Hiểu là: cụm từ “không quá 12 tỷ đồng” là “dưới 12 tỷ đồng”"
    assert "dòng 9" not in complaint.why  # both rows stand in it
    for way in complaint.ways:
        text = pasted(analysis, way)
        assert text is not None
        assert len(read(text)) == 2


def test_rows_one_within_the_other_get_no_line_that_leaves_nothing_of_one() -> None:
    rows = ("dưới 1.900 việc: 76%", "từ 1.100 việc đến dưới 1.400 việc: 75%", "từ 1.900 việc trở lên: 74%")
    body = f"2. Đối với Chi cục THADS, {RATE}:\n" + "\n".join(f"- Có tổng số giải quyết {row}" for row in rows)
    _, complaint = told(body, "TH402")
    assert complaint.ways == ()
    assert "Bỏ một trong hai, hoặc chia lại mức ở dòng 10" in complaint.why


@pytest.mark.parametrize(
    ("body", "line"),
    [
        (
            "2. Chi cục THADS giảm số việc chuyển kỳ sau so với năm trước:\n- Có tổng số giải quyết dưới 900 việc: giảm từ 4% trở lên",
            "- Có tổng số giải quyết từ 900 việc trở lên: giảm từ …% trở lên",
        ),
        (
            "2. Đối với Chi cục THADS, tỷ lệ thi hành xong trên có điều kiện:\n"
            "| STT | Tổng số giải quyết | Về việc | Về tiền |\n| 1 | đến 350 việc | 80% | 51% |",
            "| … | trên 350 việc | …% | …% |",
        ),
        (
            f"2. Chi cục THADS có tổng số giải quyết dưới 900 việc {RATE} 81%.",
            f"Chi cục THADS có tổng số giải quyết từ 900 việc trở lên {RATE} …%.",
        ),
    ],
)
def test_a_row_that_lacks_leaves_every_figure_to_its_author(body: str, line: str) -> None:
    analysis = analyse("x.plan", HEAD + body)
    found = [way.line for each in analysis.diagnostics if each.code.id == "TH403" for way in each.ways]
    assert found == [line]


def test_a_row_of_a_list_is_closed_by_the_row_that_is_offered() -> None:
    body = "2. Chi cục THADS giảm số việc chuyển kỳ sau so với năm trước:\n- Có tổng số giải quyết dưới 900 việc: giảm từ 4% trở lên"
    _, complaint = told(body, "TH403")
    assert len(read(f"{HEAD}{body}\n{complaint.ways[0].line.replace('…', '3')}")) == 2


@pytest.mark.parametrize(
    "unread",
    [
        f"Chi cục THADS có tổng số giải quyết từ 900 việc trở lên, {RATE.replace('xong', 'song')} 77%; ",
        f"Chi cục THADS có tổng số giải quyết từ 0,900 việc trở lên {RATE} 77%; ",
        f"có tổng số giải quyết từ 900 việc trở lên {RATE} 77%; ",
    ],
)
def test_no_row_is_missed_beside_a_sentence_of_its_line_that_has_an_error(unread: str) -> None:
    analysis = analyse("x.plan", f"{HEAD}2. {unread}Chi cục THADS có tổng số giải quyết dưới 900 việc {RATE} 80%.")
    assert [each.code.id for each in analysis.diagnostics if each.code.id in ("TH401", "TH403")] == []
    assert analysis.plan is None


def test_a_fall_below_a_figure_may_be_restated_as_any_fall() -> None:
    body = "2. Chi cục THADS có số việc chuyển kỳ sau giảm dưới 2% so với năm trước."
    assert after(body, "TH112", 1) == ["Chi cục THADS: tổng số chuyển kỳ sau về việc thấp hơn năm 2023"]


def test_of_a_range_the_greater_figure_stays_as_a_wish() -> None:
    body = "2. Chi cục THADS có số việc chuyển kỳ sau giảm từ 4-5% trở lên so với năm trước."
    assert after(body, "TH112", 0) == ["Chi cục THADS: tổng số chuyển kỳ sau về việc giảm từ 4% trở lên so với năm 2023, phấn đấu 5%"]
    assert after(body, "TH112", 1) == ["Chi cục THADS: tổng số chuyển kỳ sau về việc giảm từ 5% trở lên so với năm 2023"]


def test_a_rise_of_a_rate_is_shown_with_the_authors_own_figure() -> None:
    body = "2. Chi cục THADS có tỷ lệ thi hành xong trên có điều kiện về việc tăng từ 1,5% trở lên so với năm trước."
    _, complaint = told(body, "TH112")
    assert complaint.why == "Cùng kỳ đạt 40% thì nay phải đạt 41,5% hay 40,6%?"
    name = "Chi cục THADS: tỷ lệ thi hành xong trên có điều kiện về việc"
    assert after(body, "TH112", 0) == [f"{name} cao hơn năm 2023 từ 1,5 điểm phần trăm trở lên"]
    assert after(body, "TH112", 1) == [f"{name} tăng từ 1,5% trở lên so với năm 2023"]


@pytest.mark.parametrize(("way", "facet"), [(0, "về việc"), (1, "về tiền")])
@pytest.mark.parametrize("goal", ["đạt tỷ lệ thi hành xong trên có điều kiện 76%", "thi hành xong ít nhất 76% số có điều kiện"])
def test_cases_or_money_is_said_by_a_line_to_paste(way: int, facet: str, goal: str) -> None:
    name = "Chi cục THADS: tỷ lệ thi hành xong trên có điều kiện"
    assert after(f"2. Chi cục THADS {goal}.", "TH207", way) == [f"{name} {facet} từ 76% trở lên"]


def test_the_same_figure_twice_in_a_line_is_restated_where_it_is_doubtful() -> None:
    body = (
        "2. Chi cục THADS đạt tỷ lệ thi hành xong trên có điều kiện về tiền từ 2% trở lên; "
        "Chi cục THADS có tỷ lệ thi hành xong trên có điều kiện về việc tăng 2% so với năm trước."
    )
    assert after(body, "TH112", 0)[1].endswith("về việc cao hơn năm 2023 từ 2 điểm phần trăm trở lên")


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("2. Thi đua mừng kỷ niệm 94 năm Ngày thành lập Đảng (03/2/1930-31/2/2024).", "Đính chính: “31/2/2024” thành “03/02/2024”"),
        ("2. Đợt thứ nhất: từ ngày 02/4/2024 đến hết ngày 31/4/2024.", "Đính chính: “31/4/2024” thành “30/4/2024”"),
    ],
)
def test_a_day_that_is_none_gets_a_day_to_paste(body: str, line: str) -> None:
    analysis = analyse("x.plan", HEAD + body)
    found = [way.line for each in analysis.diagnostics if each.code.id == "TH501" for way in each.ways]
    assert found[:1] == [line]
    again = analyse("x.plan", f"{HEAD}{body}\n{line}")
    assert "TH501" not in [each.code.id for each in again.diagnostics]


@pytest.mark.parametrize(
    ("body", "line"),
    [
        (f"2. Phấn đấu {RATE} 76%.", f"2. Chấp hành viên phấn đấu {RATE} 76%."),
        (f"2. Số việc {FALLS}", f"2. Chấp hành viên có số việc {FALLS}"),
        (f"2. Nội dung:\n- Phấn đấu {RATE} 76%.", "Đối với Chấp hành viên:"),
    ],
)
def test_whom_a_rule_is_for_is_said_where_it_governs_it(body: str, line: str) -> None:
    other = "\n3. Chấp hành viên đạt tỷ lệ thi hành xong trên có điều kiện về tiền 40%."
    analysis = analyse("x.plan", HEAD + body + other)
    ways = [way for each in analysis.diagnostics if each.code.id == "TH206" for way in each.ways]
    assert [way.line for way in ways] == [line]
    text = pasted(analysis, ways[0]) or f"{HEAD}{body.replace('- ', line + chr(10) + '- ')}{other}"
    assert any(each.startswith("Chấp hành viên") for each in read(text))


def test_a_vague_figure_is_restated_as_the_least() -> None:
    body = (
        "2. Đối với Chi cục THADS:\n- Cơ bản 80% hồ sơ được số hóa.\n\nPHẦN KHÔNG IN\nSỐ LIỆU VÀ CÁCH TÍNH\n"
        "- tỷ lệ hồ sơ được số hóa: %. Cách viết: “… hồ sơ được số hóa”"
    )
    analysis = analyse("x.plan", HEAD + body)
    (complaint,) = [each for each in analysis.diagnostics if each.code.id == "TH102"]
    (way,) = [way for way in complaint.ways if way.line.startswith("Hiểu là")]
    assert way.line == "Hiểu là: cụm từ “Cơ bản 80%” là “Ít nhất 80%”"
    text = pasted(analysis, way)
    assert text is not None
    assert read(text) == ["Chi cục THADS: tỷ lệ hồ sơ được số hóa từ 80% trở lên"]


def test_a_period_and_a_rule_on_one_line_are_offered_as_two() -> None:
    head = "2. Kết quả 9 tháng đầu năm 2024 (tính từ 01/10/2023 đến hết 30/6/2024):"
    analysis = analyse("x.plan", f"{HEAD}{head} Chi cục THADS {RATE} 75%.")
    lines = [way.line for each in analysis.diagnostics if each.code.id == "TH101" for way in each.ways]
    assert lines == [f"{head}\n- Chi cục THADS {RATE} 75%."]
    assert any("75%" in each for each in read(HEAD + lines[0]))


def test_signs_in_the_cells_of_a_table_are_told_in_place_of_its_columns() -> None:
    rows = "| Tổng số giải quyết | Về việc |\n| < 1.500 việc | >= 80% |\n| ≥ 1.500 việc | 75% |"
    analysis = analyse("x.plan", f"{HEAD}2. Đối với Chi cục THADS, tỷ lệ thi hành xong trên có điều kiện:\n{rows}")
    assert [each.code.id for each in analysis.diagnostics] == ["TH119"] * 3


def test_a_confirmed_proposal_keeps_its_cell_and_names_what_it_adds() -> None:
    rows = "| Tổng số giải quyết | Về việc |\n| dưới 300 việc | 80% |\n| trên 310 việc | 75% |\n"
    table = f"2. Đối với Chi cục THADS, tỷ lệ thi hành xong trên có điều kiện:\n{rows}"
    analysis = analyse("x.plan", f"{HEAD}{table}Đề xuất hiểu là (dòng 2, cột 1): cụm từ “trên 310 việc” là “từ 300 việc trở lên”")
    lines = [way.line for each in analysis.diagnostics if each.code.id == "TH108" for way in each.ways]
    assert lines == ["Hiểu là (dòng 2, cột 1; thêm 300): cụm từ “trên 310 việc” là “từ 300 việc trở lên”"]
    assert len(read(f"{HEAD}{table}{lines[0]}")) == 2


def test_a_ceiling_among_floors_may_be_restated_as_a_floor() -> None:
    rows = ("dưới 900 việc", "từ 80% trở lên"), ("từ 900 việc trở lên", "dưới 75%")
    body = "2. Đối với Chi cục THADS:" + "".join(f"\n- Có tổng số giải quyết {band}: {RATE} {goal}" for band, goal in rows)
    analysis, complaint = told(body, "TH405")
    text = pasted(analysis, complaint.ways[0])
    assert text is not None
    assert [each.code.id for each in analyse("x.plan", text).diagnostics] == ["TH907"]  # which says that the line is turned round


def test_an_example_lacks_an_amount_as_offices_write_it() -> None:
    body = (
        "2. Chấp hành viên đạt tỷ lệ thi hành xong trên có điều kiện về tiền 50%.\n\nPHẦN KHÔNG IN\n\nVÍ DỤ: thiếu\n"
        "Giả sử Chấp hành viên có có điều kiện thi hành 10 tỷ đồng, thi hành xong 4 tỷ đồng\nThì đạt chỉ tiêu 50% về tiền"
    )
    _, complaint = told(body, "TH801")
    assert complaint.ways[0].line == "Thì không đạt chỉ tiêu 50% về tiền, còn thiếu 1 tỷ đồng"


def test_words_that_a_note_has_brought_are_restated_below_it() -> None:
    body = "2. Chi cục THADS có tỷ lệ thi hành xong trên có điều kiện về việc tăng 1-2% so với năm trước."
    analysis, complaint = told(body, "TH112")
    first = pasted(analysis, complaint.ways[0])
    assert first is not None
    again = analyse("x.plan", first)
    (complaint,) = again.diagnostics
    text = pasted(again, complaint.ways[1])
    assert text is not None
    name = "Chi cục THADS: tỷ lệ thi hành xong trên có điều kiện về việc"
    assert read(text) == [f"{name} tăng từ 1% trở lên so với năm 2023, phấn đấu 2%"]
