"""How a generated scorer reads CSV files, and what it says when they are wrong."""

import csv
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.evaluate.hau_giang import DONE, READY, TASKS_DONE, TOTAL, TY, hau_giang, key
from tests.unit.evaluate.statistics import officer, person, statistics, unit
from tests.unit.python_scorer.running import Said, Scorer, write
from thads_dsl.backends.python_scorer import python_scorer
from thads_dsl.model.inputs import input_tables
from thads_dsl.model.statistics import DossierRecord
from thads_dsl.model.units import Facet
from thads_dsl.source import canonical, plain

PLAN = hau_giang()
SCORER = Scorer.of(PLAN)
HEADINGS = {(table.file, column.key): column.heading for table in input_tables(PLAN) for column in table.columns}
ROWS = statistics(unit(), officer(), person(), dossiers=(DossierRecord("Thư ký 01", "Chi cục THADS huyện A", {}, None),))

Table = list[list[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The files of one unit, one Chấp hành viên and one other."""
    write(PLAN, ROWS, tmp_path)
    return tmp_path


def change(folder: Path, file: str, by: Callable[[Table], None]) -> None:
    path = folder / file
    with path.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.reader(opened))
    by(rows)
    with path.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened).writerows(rows)


def put(folder: Path, file: str, column: str, cell: str, row: int = 1) -> None:
    def set_cell(rows: Table) -> None:
        rows[row][rows[0].index(HEADINGS[file, column])] = cell

    change(folder, file, set_cell)


def run(folder: Path) -> Said:
    return SCORER.main(str(folder))


@pytest.mark.parametrize(
    ("cell", "figure"),
    [
        ("1.500", 1500),
        ("1500", 1500),
        (" 1.500\u00a0", 1500),
        ("-", 0),
        ("–", 0),
        ("", None),
        ("…", None),
        ("...", None),
        ("300.000.000.000", 300 * TY),
    ],
)
def test_a_count_is_read_as_offices_write_it(cell: str, figure: int | None) -> None:
    assert SCORER.module.read_cell("count", cell) == figure


@pytest.mark.parametrize("cell", ["1,5", "1.5", "1.50", "15.00", "-3", "1 500", "1e3", "١٢", "năm", "1.500 việc", "+1", "9" * 19, "=1+1"])
def test_what_is_no_count_is_listed_with_its_place(folder: Path, cell: str) -> None:
    put(folder, "tap-the.csv", key(TOTAL, Facet.CASES), cell)
    said = run(folder)
    assert (said.code, said.out) == (1, "")
    assert f"- tệp tap-the.csv, dòng 2, cột “Tổng số giải quyết, số việc”: ghi “{cell}”, cần số nguyên" in said.err


@pytest.mark.parametrize(
    ("cell", "answer"), [("đạt", True), ("Đạt", True), ("không đạt", False), ("KHÔNG ĐẠT", False), ("", None), ("…", None)]
)
def test_a_judgment_is_read_in_any_case(cell: str, answer: bool | None) -> None:
    assert SCORER.module.read_cell("judgment", cell) is answer


@pytest.mark.parametrize(("cell", "answer"), [("có", True), ("x", True), ("đủ", True), ("không", False), ("thiếu", False), ("", None)])
def test_yes_and_no(cell: str, answer: bool | None) -> None:
    assert SCORER.module.read_cell("yes_no", cell) is answer


@pytest.mark.parametrize("cell", ["31/6/2024", "2024-06-30", "30/6/24", "hôm qua", "00/01/2024"])
def test_what_is_no_day_is_listed(folder: Path, cell: str) -> None:
    put(folder, "ho-so.csv", "received", cell)
    said = run(folder)
    assert said.code == 1
    assert f"dòng 2, cột “Ngày nhận hồ sơ”: ghi “{cell}”, cần ngày" in said.err


def test_all_mistakes_are_listed_at_once(folder: Path) -> None:
    put(folder, "tap-the.csv", key(DONE, Facet.CASES), "nhiều")
    put(folder, "ca-nhan.csv", TASKS_DONE, "giỏi", row=2)
    put(folder, "ho-so.csv", "received", "mai")
    said = run(folder)
    assert said.err.startswith("Có 3 chỗ phải sửa trong số liệu:")
    assert len(said.err.splitlines()) == 4


@pytest.mark.parametrize(
    ("file", "column", "cell", "words"),
    [
        ("tap-the.csv", "kind", "Chi cuc THADS", "“Chi cuc THADS” chưa có trong danh sách loại của kế hoạch"),
        ("tap-the.csv", "name", "Van phong", "“Van phong” chưa có trong danh sách"),
        ("ca-nhan.csv", "kind", "Chấp hành viên trung cấp", "“Chấp hành viên trung cấp” chưa có trong danh sách"),
        ("ca-nhan.csv", "unit", "Chi cục THADS huyện Z", "đơn vị “Chi cục THADS huyện Z” không có trong tệp tap-the.csv"),
        ("ca-nhan.csv", "name", "thư ký 01", "đã ghi ở tệp ca-nhan.csv, dòng 2"),
        ("ca-nhan.csv", "name", "", "cần chữ, không để trống"),
        ("ho-so.csv", "name", "Thư ký 09", "“Thư ký 09” không có trong tệp tap-the.csv, ca-nhan.csv"),
        ("tap-the.csv", key(DONE, Facet.CASES), "501", "Thi hành xong, số việc 501 lớn hơn Có điều kiện thi hành, số việc 500"),
    ],
)
def test_rows_that_would_be_counted_wrongly_are_refused(folder: Path, file: str, column: str, cell: str, words: str) -> None:
    put(folder, file, column, cell)
    said = run(folder)
    assert (said.code, said.out) == (1, "")
    assert words in said.err


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (
            ["Thư ký 09", "Chi cục THADS huyện A", "khiển trách", "01/3/2024"],
            "“Thư ký 09” (Chi cục THADS huyện A) không có trong tệp ca-nhan.csv",
        ),
        (
            ["Thư ký 01", "Chi cục THADS huyện A", "phê bình", "01/3/2024"],
            "hình thức kỷ luật “phê bình” không có; có: khiển trách; cảnh cáo",
        ),
        (["Thư ký 01", "Chi cục THADS huyện A", "khiển trách", ""], "thiếu ngày ký quyết định"),
    ],
)
def test_a_decision_that_cannot_be_placed_is_refused(folder: Path, row: list[str], words: str) -> None:
    change(folder, "ky-luat.csv", lambda rows: rows.append(row))
    said = run(folder)
    assert said.code == 1
    assert f"tệp ky-luat.csv, dòng 2: {words}" in said.err


def test_a_missing_file_and_a_missing_column_are_named(folder: Path) -> None:
    (folder / "tap-the.csv").unlink()
    change(folder, "ca-nhan.csv", lambda rows: rows[0].__setitem__(0, "Tên gọi"))
    said = run(folder)
    assert said.code == 1
    assert "- thiếu tệp tap-the.csv" in said.err
    assert "- tệp ca-nhan.csv: thiếu cột “Họ và tên”" in said.err


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_files_of_any_office_program_say_the_same(folder: Path, encoding: str, separator: str) -> None:
    expected = run(folder)
    for path in folder.iterdir():
        with path.open(encoding="utf-8", newline="") as opened:
            rows = list(csv.reader(opened))
        with path.open("w", encoding=encoding, newline="") as opened:
            csv.writer(opened, delimiter=separator).writerows([["SỐ LIỆU MẪU"], [], *rows, []])
    assert run(folder) == expected


@pytest.mark.parametrize("raw", [b"\xff\xfe\x00", b"\x80abc", b'"chua dong', b"\x00", b"", b"\xef\xbb\xbf", b"x" * 200_000])
def test_files_that_are_no_csv_are_refused_in_words(folder: Path, raw: bytes) -> None:
    (folder / "tap-the.csv").write_bytes(raw)
    said = run(folder)
    assert (said.code, said.out) == (1, "")
    assert "tap-the.csv" in said.err


@pytest.mark.parametrize("arguments", [[], ["a", "b"], ["--yaml", "a"], ["--json"], ["không có thư mục này"]])
def test_a_wrong_call_is_explained(arguments: list[str]) -> None:
    said = SCORER.main(*arguments)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(("Cách dùng:", "Không có thư mục"))


def test_the_scorer_runs_by_itself_and_prints_what_a_person_reads(folder: Path, tmp_path: Path) -> None:
    script = tmp_path / "scorer.py"
    script.write_text(python_scorer(PLAN), "utf-8")
    put(folder, "tap-the.csv", key(TOTAL, Facet.CASES), "790")
    put(folder, "tap-the.csv", key(READY, Facet.CASES), "780")
    put(folder, "tap-the.csv", key(DONE, Facet.CASES), "587")
    command = [sys.executable, "-I", "-W", "error", str(script), str(folder)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env={"LC_ALL": "C"}, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    rate = "Chỉ tiêu tỷ lệ thi hành xong trên có điều kiện về việc: từ 77% trở lên (mức dưới 800 việc); kết quả 587/780 = 75,26%"
    assert f"{rate}: không đạt. Cần thi hành xong thêm 14 việc" in done.stdout
    assert "kết quả 20.000.000.000/40.000.000.000 = 50,00%: đạt" in done.stdout
    assert "(tại III.3.1-1+2: dấu cộng thứ hai, gạch đầu dòng thứ nhất, điểm 3.1, mục III)" in done.stdout
    assert "Kết luận: không đủ điều kiện đề nghị khen thưởng" in done.stdout


_VIETNAMESE = st.text(alphabet=st.sampled_from("hoàoáuỷqúyĐÐƉ \u00a0\t“\"'’–-％.ạ\u0323\u0300a\u200bOÀHoÀ\u2009x"), max_size=12)


@given(_VIETNAMESE)
def test_names_are_folded_as_readers_of_the_package_fold_them(text: str) -> None:
    assert SCORER.module.canonical(text) == canonical(text)
    assert SCORER.module.plain(text) == plain(text)
