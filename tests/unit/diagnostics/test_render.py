"""Diagnostics as people see them; the goldens are written out here so that a reader can judge them."""

import json
import unicodedata

import pytest
from rich.cells import cell_len

from thads_dsl.diagnostics import Code, DataDiagnostic, Diagnostic, Edit, Label, Severity, Way
from thads_dsl.diagnostics.codes import ALL, TH401, TH703, TH902
from thads_dsl.diagnostics.model import ordered
from thads_dsl.diagnostics.render import SCHEMA, as_json, closing, closing_data, concise, concise_data, full, full_data
from thads_dsl.source import SourceText, Span

PLAN = SourceText.read(
    "ke-hoach.plan",
    "+ Chi cục có từ 1.000 việc đến dưới 1.500 việc: 75%\n+ Chi cục có từ trên 1.500 việc: 74%\n- Tập thể Phòng chuyên môn: 02 tập thể.\n",
)


def found(phrase: str, source: SourceText = PLAN) -> Span:
    """The place of a phrase that the source holds once."""
    [span] = [
        Span(number, line.index(phrase), line.index(phrase) + len(phrase)) for number, line in enumerate(source.lines, 1) if phrase in line
    ]
    return span


GAP = Diagnostic(
    code=TH401,
    message="chưa có mức cho đúng 1.500 việc",
    at=Label(found("từ trên 1.500 việc")),
    also=(Label(found("đến dưới 1.500 việc")),),
    why="Dòng 1 dừng trước 1.500, dòng 2 bắt đầu sau 1.500.",
    ways=(
        Way(
            "Dán dưới dòng 2:",
            "Hiểu là: cụm từ “từ trên 1.500 việc” là “từ 1.500 việc trở lên”",
            edit=Edit(Span(2, 0, 0), "x", new_line=True),
        ),
    ),
)
QUOTA = Diagnostic(
    code=TH902,
    message="02 tập thể",
    at=Label(found("02 tập thể")),
    why="Nếu 03 Phòng cùng đủ điều kiện thì chọn Phòng nào?",
    ways=(
        Way("Chọn một:", "Hiểu là: không quá 02 tập thể, do Hội đồng bình xét lựa chọn"),
        Way("Chọn một:", "Hiểu là: không quá 02 tập thể, xét từ cao xuống thấp theo …"),
    ),
)


def test_an_error_reads_as_the_guide_for_users_shows_it() -> None:
    assert full(GAP, PLAN).plain == (
        "TH401 CÒN KHOẢNG TRỐNG: chưa có mức cho đúng 1.500 việc\n"
        "  tại ke-hoach.plan:2:14\n"
        " 1 | + Chi cục có từ 1.000 việc đến dưới 1.500 việc: 75%\n"
        "   |                            ^^^^^^^^^^^^^^^^^^^\n"
        " 2 | + Chi cục có từ trên 1.500 việc: 74%\n"
        "   |              ^^^^^^^^^^^^^^^^^^\n"
        " Dòng 1 dừng trước 1.500, dòng 2 bắt đầu sau 1.500. Dán dưới dòng 2:\n"
        "   Hiểu là: cụm từ “từ trên 1.500 việc” là “từ 1.500 việc trở lên”"
    )


def test_a_warning_is_headed_so_and_says_once_what_several_ways_share() -> None:
    assert full(QUOTA, PLAN).plain == (
        "TH902 LƯU Ý: có số lượng, chưa có cách chọn: 02 tập thể\n"
        "  tại ke-hoach.plan:3:29\n"
        " 3 | - Tập thể Phòng chuyên môn: 02 tập thể.\n"
        "   |                             ^^^^^^^^^^\n"
        " Nếu 03 Phòng cùng đủ điều kiện thì chọn Phòng nào? Chọn một:\n"
        "   Hiểu là: không quá 02 tập thể, do Hội đồng bình xét lựa chọn\n"
        "   Hiểu là: không quá 02 tập thể, xét từ cao xuống thấp theo …"
    )


def test_two_places_on_one_line_quote_it_once_and_carry_their_notes() -> None:
    both = Diagnostic(code=TH401, message="m", at=Label(found("1.000 việc"), "số đầu"), also=(Label(found("dưới 1.500 việc"), "số cuối"),))
    assert full(both, PLAN).plain.splitlines()[2:] == [
        " 1 | + Chi cục có từ 1.000 việc đến dưới 1.500 việc: 75%",
        "   |                 ^^^^^^^^^^ số đầu",
        "   |                                ^^^^^^^^^^^^^^^ số cuối",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "- Về việc: 漢字漢字 có đúng 1.500 việc thì sao",
        "-\tVề việc:\t\tcó đúng 1.500 việc",
        unicodedata.normalize("NFD", "Chi cục Thi hành án dân sự huyện Châu Thành A có đúng 1.500 việc"),
        "\u200b\u00adVề\u200b việc có đúng 1.500 việc",
        "\ufeff\x1b[31mVề việc có đúng 1.500 việc",
        "x" * 500 + " có đúng 1.500 việc " + "y" * 500,
        unicodedata.normalize("NFD", "ệ" * 500) + " 1.500 việc " + "漢" * 500,
        "1.500 việc",
    ],
)
@pytest.mark.parametrize("width", [40, 100])
def test_carets_stand_exactly_under_the_span(line: str, width: int) -> None:
    phrase = unicodedata.normalize("NFD", "1.500 việc") if unicodedata.normalize("NFD", "1.500 việc") in line else "1.500 việc"
    source = SourceText.read("a.plan", line)
    text = source.lines[0]
    start = text.index(phrase)
    diagnostic = Diagnostic(code=TH401, message="m", at=Label(Span(1, start, start + len(phrase))))
    quote, carets = full(diagnostic, source, width).plain.splitlines()[2:4]
    assert cell_len(quote) <= width
    assert set(carets[4:]) == {" ", "^"} or set(carets[5:]) == {"^"}
    left = carets.index("^")
    before, under = "", ""
    for char in quote:
        if cell_len(before) < left or (unicodedata.combining(char) and not under):
            before += char
        elif cell_len(under + char) <= carets.count("^"):
            under += char
    assert unicodedata.normalize("NFC", under) == unicodedata.normalize("NFC", "1.500 việc")


def test_a_span_in_the_middle_of_a_letter_covers_the_whole_letter() -> None:
    text = unicodedata.normalize("NFD", "ệ")
    source = SourceText.read("a.plan", f"a{text}b")
    diagnostic = Diagnostic(code=TH401, message="m", at=Label(Span(1, 2, 3)))
    assert full(diagnostic, source).plain.splitlines()[3] == "   |  ^"


def test_an_empty_span_and_one_past_the_end_still_get_a_caret() -> None:
    for span in (Span(1, 0, 0), Span(2, 10_000, 10_005), Span(4, 0, 0)):
        diagnostic = Diagnostic(code=TH401, message="m", at=Label(span))
        assert full(diagnostic, PLAN).plain.splitlines()[3].count("^") == 1


def test_no_control_character_of_a_plan_reaches_the_terminal() -> None:
    evil = "\x1b[2J\x07 đến \u202e1.500 việc\x00\x7f\ud800"
    source = SourceText.read("tệp\x1b[0m.plan", evil)
    diagnostic = Diagnostic(code=TH401, message=evil, at=Label(Span(1, 0, 3), evil), why=evil, ways=(Way(evil, evil),))
    for text in (full(diagnostic, source).plain, concise(diagnostic, source)):
        assert all(char.isprintable() or char == "\n" for char in text)
        text.encode("utf-8")


def test_a_hostile_line_is_drawn_quickly_and_short() -> None:
    source = SourceText.read("a.plan", "e" + "\u0301" * 1_000_000)
    diagnostic = Diagnostic(code=TH401, message="m", at=Label(Span(1, 500_000, 900_000)))
    assert len(full(diagnostic, source).plain) < 5_000


def test_one_line_form_is_path_line_column_code_message() -> None:
    assert concise(GAP, PLAN) == "ke-hoach.plan:2:14: TH401 Còn khoảng trống: chưa có mức cho đúng 1.500 việc"


def test_statistics_are_told_by_cell() -> None:
    cell = DataDiagnostic(code=TH703, message="“1,5” không phải số nguyên", where="trang “Tập thể”, ô F9", why="Số việc là số nguyên.")
    assert full_data(cell).plain == (
        "TH703 Ô GHI KHÔNG ĐÚNG: “1,5” không phải số nguyên\n  tại trang “Tập thể”, ô F9\n Số việc là số nguyên."
    )
    assert concise_data(cell) == "trang “Tập thể”, ô F9: TH703 “1,5” không phải số nguyên"
    assert closing_data([cell]) == "Còn 1 chỗ phải sửa trong số liệu trước khi tính kết quả."


def test_a_run_ends_with_what_is_left_to_do() -> None:
    assert closing([GAP, GAP, GAP]) == "Còn 3 chỗ phải xử lý trước khi in văn bản."
    assert closing([GAP, QUOTA]) == "Còn 1 chỗ phải xử lý trước khi in văn bản. Ngoài ra có 1 lưu ý."
    assert closing([QUOTA, QUOTA]) == "Đã kiểm tra: 0 lỗi, 2 lưu ý"
    assert closing([]) == "Đã kiểm tra: 0 lỗi, 0 lưu ý"


def test_the_order_does_not_depend_on_the_order_of_rules() -> None:
    assert ordered([QUOTA, GAP]) == ordered([GAP, QUOTA]) == (GAP, QUOTA)


def test_json_counts_columns_from_one_and_names_its_schema() -> None:
    told = json.loads(json.dumps(as_json([(PLAN, [QUOTA, GAP])])))
    assert told["schema"] == SCHEMA == "thads.diagnostics/1"
    assert told["summary"] == {"error": 1, "warning": 1}
    [file] = told["files"]
    assert [each["code"] for each in file["diagnostics"]] == ["TH401", "TH902"]
    gap = file["diagnostics"][0]
    assert PLAN.lines[1][gap["at"]["column"] - 1 : gap["at"]["endColumn"] - 1] == "từ trên 1.500 việc"
    assert gap["ways"][0]["edit"] == {"line": 2, "column": 1, "endColumn": 1, "text": "x", "newLine": True, "safe": False}


def test_colours_tell_errors_from_warnings() -> None:
    styles = {str(full(each, PLAN).spans[0].style) for each in (GAP, QUOTA)}
    assert len(styles) == 2


def test_each_code_has_its_own_id_slug_and_title() -> None:
    assert len({code.id for code in ALL}) == len({code.slug for code in ALL}) == len({code.title for code in ALL}) == len(ALL)
    assert all(isinstance(code, Code) and isinstance(code.severity, Severity) for code in ALL)


def test_a_complaint_about_another_file_names_that_file_and_comes_last() -> None:
    other = SourceText.read("doi.danhmuc", "ĐỐI TƯỢNG THI ĐUA\n- Tổ giúp việc: nhóm người\n")
    there = Diagnostic(code=TH401, message="chưa đọc được", at=Label(Span(2, 2, 14), source=other))
    assert full(there, PLAN).plain == (
        "TH401 CÒN KHOẢNG TRỐNG: chưa đọc được\n"
        "  tại doi.danhmuc:2:3\n"
        " 2 | - Tổ giúp việc: nhóm người\n"
        "   |   ^^^^^^^^^^^^"
    )  # fmt: skip
    assert concise(there, PLAN).startswith("doi.danhmuc:2:3: ")
    assert ordered([there, GAP, QUOTA]) == (GAP, QUOTA, there)
    shown = json.loads(json.dumps(as_json([(PLAN, [there, GAP])])))["files"][0]["diagnostics"]
    assert [each["at"].get("path") for each in shown] == [None, "doi.danhmuc"]


def test_places_in_several_files_stand_under_the_name_of_their_file() -> None:
    other = SourceText.read("goc.plan", "- dưới 900 việc: 76%")
    both = Diagnostic(code=TH401, message="m", at=Label(found("1.000 việc")), also=(Label(Span(1, 2, 15), "ở bản gốc", other),))
    assert full(both, PLAN).plain.splitlines()[2:] == [
        " 1 | + Chi cục có từ 1.000 việc đến dưới 1.500 việc: 75%",
        "   |                 ^^^^^^^^^^",
        "   : goc.plan",
        " 1 | - dưới 900 việc: 76%",
        "   |   ^^^^^^^^^^^^^ ở bản gốc",
    ]
    assert [label.get("path") for label in as_json([(PLAN, [both])])["files"][0]["diagnostics"][0]["also"]] == ["goc.plan"]  # type: ignore[index]
