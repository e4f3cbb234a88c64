import csv
import zipfile
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.unit.data.handed_in import PLAN, Sheets, sample, small, whole, xlsx
from thads_dsl.data import read_statistics, results_csv, results_workbook
from thads_dsl.evaluate import evaluate
from thads_dsl.model.results import Results


def evaluated(sheets: Sheets, folder: Path) -> Results:
    return evaluate(PLAN, whole(xlsx(sheets, folder / "so-lieu.xlsx")))


def rows(book: bytes, sheet: str) -> list[list[str]]:
    cells = CalamineWorkbook.from_filelike(BytesIO(book)).get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    return [[str(int(cell)) if isinstance(cell, float) else str(cell) for cell in row] for row in cells]


def of(book: bytes, sheet: str, name: str) -> list[str]:
    return next(row for row in rows(book, sheet) if row[0] == name)


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Results:
    return evaluated(sample(), tmp_path_factory.mktemp("results"))


@pytest.fixture(scope="module")
def book(results: Results, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    _, problems = read_statistics(PLAN, xlsx(sample(), tmp_path_factory.mktemp("problems") / "a.xlsx"))
    return results_workbook(PLAN, results, problems)


def test_the_same_results_give_the_same_bytes(results: Results) -> None:
    assert results_workbook(PLAN, results) == results_workbook(PLAN, results)
    assert results_csv(PLAN, results) == results_csv(PLAN, results)


def test_the_sheets_are_those_that_offices_ask_for(book: bytes) -> None:
    assert CalamineWorkbook.from_filelike(BytesIO(book)).sheet_names == ["Tổng hợp", "Tập thể", "Cá nhân", "Giải trình"]


def test_every_subject_has_its_row_and_its_outcome(book: bytes, results: Results) -> None:
    names = [row[0] for sheet in ("Tập thể", "Cá nhân") for row in rows(book, sheet)]
    assert [name for name in names if name in {each.row.name for each in results.subjects}] == [each.row.name for each in results.subjects]


def test_a_met_target_shows_band_goal_exact_figures_and_margin(book: bytes) -> None:
    cells = of(book, "Tập thể", "Chi cục THADS huyện E")
    start = cells.index("Từ 800 việc đến dưới 1.000 việc")
    assert cells[start : start + 7] == [
        "Từ 800 việc đến dưới 1.000 việc", "Từ 76% trở lên", "640/820", "78,05%", "Đạt", "Vượt 2,05 điểm phần trăm", "",
    ]  # fmt: skip


def test_a_target_missed_by_one_case_and_one_dong_never_looks_met(book: bytes) -> None:
    cells = of(book, "Tập thể", "Chi cục THADS thành phố B")
    assert "Cần thi hành xong thêm 1 việc" in cells
    assert "Cần thi hành xong thêm 1 đồng" in cells
    assert "33,9999999996%" in cells
    assert cells[2] == "Không đủ điều kiện đề nghị khen thưởng"


def test_the_sum_is_spelled_out_with_its_place(book: bytes) -> None:
    told = [row[4] for row in rows(book, "Giải trình") if row[0] == "Chi cục THADS huyện E"]
    assert told[0] == (
        "Tổng số giải quyết 999 việc, thuộc mức từ 800 việc đến dưới 1.000 việc; 640 / 820 = 78,05% ≥ 76%: đạt, "
        "vượt 2,05 điểm phần trăm; dấu cộng thứ ba, gạch đầu dòng thứ nhất, điểm 3.1, mục III"
    )


def test_what_is_not_known_and_what_the_council_has_to_say_are_told_apart(book: bytes) -> None:
    assert of(book, "Cá nhân", "Chấp hành viên 22")[3:5] == ["Chưa đủ căn cứ xét", "Chưa đủ căn cứ xét: thiếu thi hành xong, số việc"]
    assert of(book, "Cá nhân", "Thư ký 05")[3] == "Chờ Hội đồng bình xét"
    assert of(book, "Cá nhân", "Thư ký 05")[4].startswith("Chờ Hội đồng bình xét: “Hoàn thành xuất sắc nhiệm vụ được giao”")
    assert "Không phát sinh" in of(book, "Cá nhân", "Chấp hành viên 20")


def test_more_candidates_than_places_stand_on_the_first_sheet(book: bytes) -> None:
    summary = rows(book, "Tổng hợp")
    assert ["Hội đồng chọn 2 trong 3", "2", "3", "Phòng Nghiệp vụ và tổ chức THADS; Văn phòng; Phòng Tổ chức cán bộ"] in [
        row[2:6] for row in summary
    ]
    assert ["Phòng Tổ chức cán bộ", "Hội đồng chọn 1 trong 2", "1", "2", "Chuyên viên 02; Chuyên viên 03"] in [row[1:6] for row in summary]
    assert any(row[0] == "Trang “Tập thể”, ô E16" for row in summary)


def test_the_counts_of_the_first_sheet_are_those_of_the_results(book: bytes, results: Results) -> None:
    counted = {row[0]: [int(cell) for cell in row[1:6]] for row in rows(book, "Tổng hợp") if row[0] in ("Tập thể", "Cá nhân")}
    assert {name: sum(numbers[:-1]) for name, numbers in counted.items()} == {"Tập thể": 12, "Cá nhân": 63}
    assert all(sum(numbers[:-1]) == numbers[-1] for numbers in counted.values())


def test_files_are_told_with_what_they_lack_and_how_late_they_are(book: bytes) -> None:
    assert of(book, "Tập thể", "Phòng Tổ chức cán bộ")[5] == "Không đạt: thiếu biên bản; nhận ngày 27/6/2024"
    assert of(book, "Tập thể", "Chi cục THADS thị xã C")[5] == "Không đạt: nhận ngày 01/7/2024, quá hạn (ngày cuối 30/6/2024)"
    assert of(book, "Cá nhân", "Chấp hành viên 12")[6] == "Chưa có hồ sơ"


def test_names_that_look_like_formulas_stay_text(tmp_path: Path) -> None:
    sheets = small()
    for name in ("=HYPERLINK(a)", "+Thư ký", "-Thư ký", "@Thư ký"):
        sheets["Cá nhân"].append([name, *sheets["Cá nhân"][2][1:]])
    results = evaluated(sheets, tmp_path)
    with zipfile.ZipFile(BytesIO(results_workbook(PLAN, results))) as archive:
        assert not [name for name in archive.namelist() if name.startswith("xl/worksheets/s") and b"<f>" in archive.read(name)]
    cells = [cell for row in csv.reader(StringIO(results_csv(PLAN, results))) for cell in row]
    assert "'=HYPERLINK(a)" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_the_csv_has_a_line_for_each_subject_and_rule(results: Results) -> None:
    lines = list(csv.DictReader(StringIO(results_csv(PLAN, results))))
    expected = sum(len(each.targets) + len(each.conditions) + 1 + len(each.quotas) + len(each.dossiers) for each in results.subjects)
    assert len(lines) == expected
    assert lines[0]["Giải trình"] == "34 / 44 = 77,27% ≥ 76%: đạt, vượt 1,27 điểm phần trăm"
    assert lines[0]["Nơi quy định"] == "dấu cộng thứ nhất, gạch đầu dòng thứ nhất, điểm 3.1, mục III"
