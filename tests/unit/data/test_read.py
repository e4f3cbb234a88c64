from datetime import date
from pathlib import Path

import pytest

from tests.unit.data.handed_in import HEADER, PLAN, UNIT, Sheets, codes, csvs, read, sample, small, whole, xlsx
from thads_dsl.data import read_statistics
from thads_dsl.diagnostics import Severity
from thads_dsl.model.inputs import input_tables
from thads_dsl.model.statistics import Statistics
from thads_dsl.pipeline import analyse

DISCIPLINE_COUNTED = """Tên loại: KẾ HOẠCH
Trích yếu: Thi đua năm 2024
Cơ quan ban hành: Cục Thi hành án dân sự tỉnh P
Danh mục dùng chung: THADS

I. QUY ĐỊNH
1. Kỳ số liệu: từ ngày 01/10/2023 đến hết ngày 31/8/2024.
2. Giấy khen được xét, tặng cho cá nhân đạt các tiêu chuẩn, điều kiện sau:
- Không có lần bị kỷ luật;
- Không bị kỷ luật từ hình thức khiển trách trở lên.

PHẦN KHÔNG IN

SỐ LIỆU VÀ CÁCH TÍNH
- lần bị kỷ luật: lần
"""
TOTAL, READY, DONE = "tổng số giải quyết về việc", "có điều kiện thi hành về việc", "thi hành xong về việc"


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> Statistics:
    return whole(xlsx(sample(), tmp_path_factory.mktemp("sample") / "so-lieu.xlsx"))


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv_files_say_what_the_workbook_says(tmp_path: Path, expected: Statistics, separator: str, encoding: str) -> None:
    assert whole(csvs(sample(), tmp_path / "csv", separator, encoding)) == expected


def test_figures_judgments_and_heads_reach_their_rows(tmp_path: Path) -> None:
    statistics = whole(xlsx(small(), tmp_path / "a.xlsx"))
    unit, (officer, clerk) = statistics.collectives[0], statistics.individuals
    assert (unit.name, unit.unit, unit.figures[TOTAL], unit.figures[DONE]) == (UNIT, "", 900, 640)
    assert (officer.head, officer.unit, officer.kind) == (True, UNIT, "Chấp hành viên")
    assert (clerk.head, clerk.figures[TOTAL], set(clerk.judgments.values())) == (False, None, {True})


def test_columns_may_stand_in_any_order_beside_others(tmp_path: Path, expected: Statistics) -> None:
    sheets = {name: [[*reversed(row), "ghi chú"] for row in rows] for name, rows in sample().items()}
    assert whole(xlsx(sheets, tmp_path / "a.xlsx")) == expected


def test_headings_and_sheet_names_are_known_without_case_and_diacritics(tmp_path: Path) -> None:
    sheets = small()
    sheets["TAP THE"] = [[str(cell).upper() for cell in sheets["Tập thể"][0]], *sheets.pop("Tập thể")[1:]]
    assert whole(xlsx(sheets, tmp_path / "a.xlsx")).collectives[0].figures[TOTAL] == 900


def test_tables_that_were_not_handed_in_are_not_known_and_empty_ones_are(tmp_path: Path) -> None:
    sheets = small()
    assert whole(xlsx(sheets, tmp_path / "a.xlsx")).sanctions == ()
    del sheets["Kỷ luật"], sheets["Hồ sơ"]
    statistics = whole(xlsx(sheets, tmp_path / "b.xlsx"))
    assert (statistics.sanctions, statistics.dossiers) == (None, None)


@pytest.mark.parametrize("sheet", ["Tập thể", "Cá nhân"])
def test_a_missing_sheet_is_named(tmp_path: Path, sheet: str) -> None:
    sheets = small()
    del sheets[sheet]
    for path in (xlsx(sheets, tmp_path / "a.xlsx"), csvs(sheets, tmp_path / "csv")):
        statistics, complaints = read(path)
        assert statistics is None
        assert codes(complaints)[0] == "TH701"


def test_every_missing_column_is_named_at_once(tmp_path: Path) -> None:
    sheets = small()
    sheets["Tập thể"] = [row[:3] for row in sheets["Tập thể"]]
    _, complaints = read(xlsx(sheets, tmp_path / "a.xlsx"))
    missing = [complaint.message for complaint in complaints if complaint.code.id == "TH702"]
    assert len(missing) == 8
    assert missing[0] == "không có cột “Có điều kiện thi hành, số việc”"


def test_a_heading_that_stands_twice_is_not_chosen_from(tmp_path: Path) -> None:
    sheets = small()
    sheets["Tập thể"] = [[*row, row[2]] for row in sheets["Tập thể"]]
    statistics, complaints = read(xlsx(sheets, tmp_path / "a.xlsx"))
    assert statistics is None
    assert [(each.code.id, each.where) for each in complaints] == [("TH703", "trang “Tập thể”, ô L1")]


def test_three_unrelated_mistakes_are_told_in_one_run(tmp_path: Path) -> None:
    sheets = small()
    sheets["Tập thể"][1][2] = 1.5
    sheets["Cá nhân"][1][5] = "1,5"
    sheets["Kỷ luật"].append(["Người lạ", UNIT, "khiển trách", "31/02/2024"])
    _, complaints = read(xlsx(sheets, tmp_path / "a.xlsx"))
    assert [(each.code.id, each.where) for each in complaints if each.severity is Severity.ERROR] == [
        ("TH703", "trang “Tập thể”, ô C2"),
        ("TH703", "trang “Cá nhân”, ô F2"),
        ("TH703", "trang “Kỷ luật”, ô D2"),
        ("TH707", "trang “Kỷ luật”, ô A2"),
    ]


def test_an_empty_figure_is_a_warning_in_the_words_of_the_office(tmp_path: Path) -> None:
    sheets = small()
    sheets["Tập thể"][1][6] = ""
    statistics, (complaint,) = read(xlsx(sheets, tmp_path / "a.xlsx"))
    assert statistics is not None
    assert statistics.collectives[0].figures["có điều kiện thi hành về tiền"] is None
    assert (complaint.code.id, complaint.where) == ("TH906", "trang “Tập thể”, ô G2")
    assert complaint.message == f"{UNIT}, có điều kiện thi hành, số tiền"
    assert "chưa đủ căn cứ xét: thiếu có điều kiện thi hành, số tiền" in complaint.why


def test_nobody_is_warned_of_figures_that_nothing_asks_for(tmp_path: Path) -> None:
    assert read(xlsx(small(), tmp_path / "a.xlsx"))[1] == ()


def test_a_part_greater_than_its_whole_is_told_with_both_cells(tmp_path: Path) -> None:
    sheets = small()
    sheets["Tập thể"][1][2:5] = [500, 500, 512]
    sheets["Cá nhân"][1][4:7] = [100, 120, 90]
    statistics, complaints = read(xlsx(sheets, tmp_path / "a.xlsx"))
    assert statistics is None
    assert [(each.code.id, each.where, each.message) for each in complaints] == [
        ("TH708", "trang “Tập thể”, dòng 2", f"{UNIT}: E2 thi hành xong 512 nhiều hơn D2 có điều kiện thi hành 500"),
        ("TH708", "trang “Cá nhân”, dòng 2", "Chấp hành viên 01: F2 có điều kiện thi hành 120 nhiều hơn E2 tổng số giải quyết 100"),
    ]


@pytest.mark.parametrize(
    ("sheet", "column", "text", "code", "advice"),
    [
        ("Tập thể", 1, "Chi cuc THADS", "TH704", "Có phải “Chi cục THADS”?"),
        ("Cá nhân", 2, "Chap hanh vien", "TH704", "Có phải “Chấp hành viên”?"),
        ("Cá nhân", 2, "Chấp hành viên sơ cấp", "TH704", ""),
        ("Cá nhân", 1, "Chi cục THADS huyen A", "TH705", f"Có phải “{UNIT}”?"),
    ],
)
def test_names_that_only_look_right_are_asked_about(tmp_path: Path, sheet: str, column: int, text: str, code: str, advice: str) -> None:
    sheets = small()
    sheets[sheet][1][column] = text
    statistics, complaints = read(xlsx(sheets, tmp_path / "a.xlsx"))
    assert statistics is None
    assert codes(complaints) == [code]
    assert advice in complaints[0].message


def test_a_unit_may_be_a_kind_by_its_own_name_but_not_in_another_spelling(tmp_path: Path) -> None:
    sheets = small()
    for line in (["Văn phòng", "đơn vị lẻ"], ["Van phong", "đơn vị lẻ"]):
        sheets["Tập thể"].append([*line, *[""] * 6, "đạt", "đạt", "đạt"])
    _, complaints = read(xlsx(sheets, tmp_path / "a.xlsx"))
    assert [(each.code.id, each.where) for each in complaints] == [("TH704", "trang “Tập thể”, ô A4")]


def test_one_person_has_one_row_and_people_of_other_units_may_share_the_name(tmp_path: Path) -> None:
    sheets = small()
    sheets["Tập thể"].append(["Văn phòng", "Phòng chuyên môn", *[""] * 6, "đạt", "đạt", "đạt"])
    sheets["Cá nhân"].append([sheets["Cá nhân"][2][0], "Văn phòng", *sheets["Cá nhân"][2][2:]])
    assert read(xlsx(sheets, tmp_path / "a.xlsx"))[1] == ()
    sheets["Cá nhân"].append(["THƯ KÝ 01", *sheets["Cá nhân"][2][1:]])
    _, complaints = read(xlsx(sheets, tmp_path / "b.xlsx"))
    assert [(each.code.id, each.where) for each in complaints] == [("TH706", "trang “Cá nhân”, dòng 5")]


def test_sanctions_and_files_take_the_spelling_of_the_row_and_of_the_scale(tmp_path: Path) -> None:
    sheets = small()
    sheets["Kỷ luật"].append(["thư ký 01", UNIT.upper(), "Khiển trách", date(2024, 6, 30)])
    sheets["Hồ sơ"].append([UNIT, "", "có", "x", "đủ", "thiếu", "30/6/2024"])
    statistics = whole(xlsx(sheets, tmp_path / "a.xlsx"))
    assert statistics.sanctions is not None
    assert statistics.dossiers is not None
    (sanction,), (file,) = statistics.sanctions, statistics.dossiers
    assert (sanction.name, sanction.unit, sanction.form, sanction.signed) == ("Thư ký 01", UNIT, "khiển trách", date(2024, 6, 30))
    assert (file.name, list(file.documents.values()), file.received) == (UNIT, [True, True, True, False], date(2024, 6, 30))


def test_unknown_forms_are_told_with_the_scale(tmp_path: Path) -> None:
    sheets = small()
    sheets["Kỷ luật"].append(["Thư ký 01", UNIT, "phê bình", ""])
    _, complaints = read(xlsx(sheets, tmp_path / "a.xlsx"))
    assert [(each.code.id, each.where) for each in complaints] == [("TH703", "trang “Kỷ luật”, ô C2"), ("TH703", "trang “Kỷ luật”, ô D2")]
    assert complaints[0].message.endswith("một trong các hình thức: " + ", ".join(PLAN.discipline))


def test_csv_places_are_lines_and_headings(tmp_path: Path) -> None:
    sheets = small()
    sheets["Tập thể"][0:0] = [["Bảng\nhai dòng"]]
    sheets["Tập thể"][2][2] = "1,5"
    _, complaints = read(csvs(sheets, tmp_path / "csv"))
    assert [each.where for each in complaints] == ["tệp tap-the.csv, dòng 4, cột “Tổng số giải quyết, số việc”"]


def test_the_order_of_rows_and_blank_rows_change_nothing_else(tmp_path: Path, expected: Statistics) -> None:
    sheets = sample()
    people = sheets["Cá nhân"]
    people[HEADER + 1 :] = [[""], *reversed(people[HEADER + 1 :])]
    statistics, _ = read_statistics(PLAN, xlsx(sheets, tmp_path / "a.xlsx"))
    assert statistics is not None
    assert statistics.individuals == tuple(reversed(expected.individuals))


def test_one_subject_has_one_file(tmp_path: Path) -> None:
    sheets = small()
    sheets["Hồ sơ"] += [[UNIT, "", "có", "có", "có", "có", "30/6/2024"], [UNIT, "", "có", "có", "thiếu", "có", "30/6/2024"]]
    statistics, complaints = read(xlsx(sheets, tmp_path / "a.xlsx"))
    assert statistics is None
    assert [(each.code.id, each.message) for each in complaints] == [("TH706", f"{UNIT}: đã ghi ở trang “Hồ sơ”, dòng 2")]


def test_a_decision_or_a_file_belongs_to_somebody_who_has_a_row(tmp_path: Path) -> None:
    sheets = small()
    sheets["Kỷ luật"] += [["Thư ký 01", "Chi cục lạ", "khiển trách", "30/6/2024"], [UNIT, UNIT, "khiển trách", "30/6/2024"]]
    sheets["Hồ sơ"] += [["Thư ký 01", "", "có", "có", "có", "có", "30/6/2024"]]
    _, complaints = read(xlsx(sheets, tmp_path / "a.xlsx"))
    assert [(each.code.id, each.where) for each in complaints] == [
        ("TH705", "trang “Kỷ luật”, ô B2"),
        ("TH707", "trang “Kỷ luật”, ô A3"),
        ("TH707", "trang “Hồ sơ”, ô A2"),
    ]


def test_a_column_that_is_wrong_all_over_is_told_once(tmp_path: Path) -> None:
    sheets = small()
    sheets["Cá nhân"] += [[f"Chấp hành viên {at:02d}", *sheets["Cá nhân"][1][1:]] for at in range(2, 8)]
    for row in sheets["Cá nhân"][2:]:
        row[5] = "1,5"
    _, complaints = read(xlsx(sheets, tmp_path / "a.xlsx"))
    [found] = [each for each in complaints if each.code.id == "TH703"]
    assert found.where == "trang “Cá nhân”, ô F3"
    assert "có 7 ô ghi không đúng: Thư ký 01" in found.message and "Chấp hành viên 03" in found.message
    assert "Chấp hành viên 04" not in found.message


@pytest.mark.parametrize(
    ("count", "signed", "told"),
    [
        (0, date(2024, 3, 4), 1),
        (1, date(2024, 3, 4), 0),
        (2, date(2024, 3, 4), 1),
        (0, date(2022, 3, 4), 0),
        (1, date(2022, 3, 4), 1),
    ],
)
def test_a_column_about_discipline_and_the_decisions_agree(tmp_path: Path, count: int, signed: date, told: int) -> None:
    plan = analyse("a.plan", DISCIPLINE_COUNTED.encode()).plan
    assert plan is not None
    sheets: Sheets = {table.sheet: [[column.heading for column in table.columns]] for table in input_tables(plan)}
    sheets["Tập thể"].append([UNIT, "Chi cục THADS"])
    sheets["Cá nhân"].append(["Chấp hành viên 01", UNIT, "Chấp hành viên", "", count])
    sheets["Kỷ luật"].append(["Chấp hành viên 01", UNIT, "khiển trách", signed])
    _, complaints = read_statistics(plan, xlsx(sheets, tmp_path / "a.xlsx"))
    assert [each.code.id for each in complaints if each.severity is Severity.ERROR] == ["TH708"] * told


def test_where_a_column_and_the_decisions_differ_all_over_it_is_told_once_with_the_first_rows(tmp_path: Path) -> None:
    plan = analyse("a.plan", DISCIPLINE_COUNTED.encode()).plan
    assert plan is not None
    sheets: Sheets = {table.sheet: [[column.heading for column in table.columns]] for table in input_tables(plan)}
    sheets["Tập thể"].append([UNIT, "Chi cục THADS"])
    sheets["Cá nhân"] += [[f"Chấp hành viên {at}", UNIT, "Chấp hành viên", "", 1] for at in range(5)]
    sheets["Kỷ luật"].append(["Chấp hành viên 0", UNIT, "khiển trách", date(2024, 3, 4)])
    _, complaints = read_statistics(plan, xlsx(sheets, tmp_path / "a.xlsx"))
    [found] = [each.message for each in complaints if each.severity is Severity.ERROR]
    listed = "; ".join(f"Chấp hành viên {at} ghi 1, trang “Kỷ luật” không có quyết định nào" for at in (1, 2, 3))
    assert found == f"cột “Lần bị kỷ luật” khác trang “Kỷ luật” ở 4 dòng: {listed}; …"


POINTS_NAMED = """Tên loại: KẾ HOẠCH
Trích yếu: Chấm điểm năm 2024
Cơ quan ban hành: Cục Thi hành án dân sự tỉnh P
Danh mục dùng chung: THADS

I. BẢNG ĐIỂM
1. Kỳ số liệu: từ ngày 01/10/2023 đến hết ngày 31/8/2024.
2. Đối với Chi cục THADS:
| STT | Nội dung tiêu chí | Điểm chuẩn | Cách chấm điểm |
| 1 | Kỷ luật, nội vụ | 40 | Chấp hành tốt: 40 điểm; vi phạm 1 lần: 15 điểm; vi phạm từ 2 lần trở lên: 0 điểm |
| 2 | Giữ kỷ luật phát ngôn | 30 | Mỗi lần vi phạm kỷ luật phát ngôn trừ 06 điểm, trừ không quá điểm chuẩn |
| 3 | Xếp loại công chức | 30 | Mỗi công chức bị kỷ luật trừ 05 điểm, trừ không quá điểm chuẩn |
| | Tổng cộng | 100 | |
- Đơn vị có công chức bị kỷ luật từ hình thức “cảnh cáo” trở lên thì hạ một hạng.
- Hạng A: từ 80 điểm trở lên;
- Hạng B: các đơn vị còn lại.
"""


def test_the_name_of_a_criterion_is_but_a_name(tmp_path: Path) -> None:
    plan = analyse("a.plan", POINTS_NAMED.encode()).plan
    assert plan is not None
    sheets: Sheets = {table.sheet: [[column.heading for column in table.columns]] for table in input_tables(plan)}
    sheets["Tập thể"].append([UNIT, "Chi cục THADS", 1, 2, 3])
    _, complaints = read_statistics(plan, xlsx(sheets, tmp_path / "a.xlsx"))
    told = [each.message for each in complaints if each.code.id == "TH708"]
    assert len(told) == 1 and "Tiêu chí 3. Xếp loại công chức: số công chức bị kỷ luật" in told[0]


def test_many_files_of_nobody_are_told_once(tmp_path: Path) -> None:
    sheets = small()
    sheets["Hồ sơ"] += [[f"Người lạ {at:02d}", "", "có", "có", "có", "có", "30/6/2024"] for at in range(1, 46)]
    _, complaints = read(xlsx(sheets, tmp_path / "a.xlsx"))
    [found] = [each for each in complaints if each.code.id == "TH707"]
    assert found.where == "trang “Hồ sơ”, ô A2"
    assert found.message.startswith("45 tên không có") and "“Người lạ 12”; …" in found.message and "Người lạ 13" not in found.message
