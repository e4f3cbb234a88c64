"""Whatever is handed in, the answer is a complaint in Vietnamese, never a traceback, an abort or a long wait."""

import random
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from tests.unit.data.handed_in import codes, csvs, read, sample, small, xlsx
from thads_dsl.data import workbooks
from thads_dsl.data.grids import MOST_BYTES, MOST_ROWS


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def refused(path: Path) -> str:
    statistics, complaints = read(path)
    assert statistics is None
    assert codes(complaints) == ["TH709"]
    return complaints[0].message


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "không phải bảng tính Excel"),
        ("Kế hoạch".encode(), "không phải bảng tính Excel"),
        (b"PK\x03\x04" + b"\x00" * 100, "không phải bảng tính Excel"),
        (packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<a/>"}), "không phải bảng tính Excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512, "mật khẩu"),
        (packed({"xl/workbook.xml": b"<workbook"}), "hỏng"),
    ],
    ids=["empty", "text", "cut zip", "other zip", "locked or old", "broken xml"],
)  # fmt: skip
def test_what_is_no_workbook_is_called_so(tmp_path: Path, raw: bytes, says: str) -> None:
    path = tmp_path / "so-lieu.xlsx"
    path.write_bytes(raw)
    assert says in refused(path)


def test_a_path_without_file_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path / "không-có.xlsx") == "không có tệp này"


@pytest.mark.parametrize("cell", ["XFD1048576", "A200001", "GAAAA13", "A99999999999999999999", "ZZZ9999"])
def test_a_cell_far_away_does_not_take_all_memory(tmp_path: Path, cell: str) -> None:
    files = parts(xlsx(small(), tmp_path / "a.xlsx"))
    sheet = files["xl/worksheets/sheet1.xml"]
    files["xl/worksheets/sheet1.xml"] = sheet.replace(b"</sheetData>", f'<row r="9"><c r="{cell}"><v>1</v></c></row></sheetData>'.encode())
    path = tmp_path / "b.xlsx"
    path.write_bytes(packed(files))
    assert "ô" in refused(path)


def test_far_cells_that_are_only_formatted_do_no_harm(tmp_path: Path) -> None:
    files = parts(xlsx(small(), tmp_path / "a.xlsx"))
    sheet = files["xl/worksheets/sheet1.xml"]
    files["xl/worksheets/sheet1.xml"] = sheet.replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>')
    path = tmp_path / "b.xlsx"
    path.write_bytes(packed(files))
    assert read(path)[1] == ()


def test_a_small_file_that_unpacks_to_a_large_one_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "_MOST_UNPACKED", 10**6)
    files = parts(xlsx(small(), tmp_path / "a.xlsx"))
    path = tmp_path / "b.xlsx"
    path.write_bytes(packed({**files, "xl/media/a.bin": b"\x00" * 10**6}))
    assert refused(path) == "số liệu quá lớn"


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert refused(path) == "tệp lớn hơn 64 MB"


def test_two_sheets_of_one_name_are_not_chosen_from(tmp_path: Path) -> None:
    sheets = small()
    sheets["TAP THE"] = sheets["Tập thể"]
    _, complaints = read(xlsx(sheets, tmp_path / "a.xlsx"))
    assert complaints[0].code.id == "TH709"
    assert complaints[0].message == "có hai trang cùng tên: “Tập thể” và “TAP THE”"


def test_random_damage_inside_a_workbook_is_survived(tmp_path: Path) -> None:
    rng = random.Random(709)
    pristine = parts(xlsx(sample(), tmp_path / "a.xlsx"))
    tokens = (b"", b"<", b"&", b"0", b"99999999999999999999", b"AAAA1", b"\x00", b"\xff", b't="e"', b't="d"', b"1e999", b"nan", b"]]>")
    path = tmp_path / "b.xlsx"
    for _ in range(60):
        files = dict(pristine)
        name = rng.choice(sorted(files))
        at = rng.randrange(len(files[name]))
        files[name] = files[name][:at] + rng.choice(tokens) + files[name][at + rng.choice((0, 1, 5, 40)) :]
        path.write_bytes(packed(files))
        statistics, complaints = read(path)
        assert statistics is not None or complaints


def test_cut_workbooks_are_survived(tmp_path: Path) -> None:
    raw = xlsx(small(), tmp_path / "a.xlsx").read_bytes()
    path = tmp_path / "b.xlsx"
    for length in range(0, len(raw), 331):
        path.write_bytes(raw[:length])
        refused(path)


def test_a_folder_without_the_files_says_which_are_needed(tmp_path: Path) -> None:
    statistics, complaints = read(tmp_path)
    assert statistics is None
    assert [each.message for each in complaints] == [f"không có tệp {name}.csv" for name in ("tap-the", "ca-nhan", "ky-luat")]


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"\xff\xfe\x00", "không phải Unicode"),
        ("Tên đơn vị,Loại đơn vị\nCục,Cục".encode("cp1258", "replace") + b"\xe7", "không phải Unicode"),
        ('Tên đơn vị,Loại đơn vị\n"Cục,Cục'.encode(), "dấu ngoặc kép từ dòng 2"),
        (("Tên đơn vị," + "x" * 200_000).encode(), "dấu ngoặc kép từ dòng 1"),
        (b"a\n" * (MOST_ROWS + 1), "nhiều hơn 200.000 dòng"),
    ],
    ids=["cut utf-16", "other encoding", "open quote", "endless cell", "too many lines"],
)
def test_what_is_no_csv_is_told_with_its_line(tmp_path: Path, raw: bytes, says: str) -> None:
    folder = csvs(small(), tmp_path / "csv")
    (folder / "tap-the.csv").write_bytes(raw)
    statistics, complaints = read(folder)
    assert statistics is None
    assert complaints[0].code.id == "TH709"
    assert says in complaints[0].message


@pytest.mark.parametrize("raw", [b"", b"\n\n", b"\x00\x01\x02", b",,,,\n,,,"], ids=["empty", "blank", "binary", "separators"])
def test_files_without_headings_are_told(tmp_path: Path, raw: bytes) -> None:
    folder = csvs(small(), tmp_path / "csv")
    (folder / "tap-the.csv").write_bytes(raw)
    statistics, complaints = read(folder)
    assert statistics is None
    assert complaints[0].code.id in ("TH701", "TH702")


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    folder = csvs(small(), tmp_path / "csv")
    (folder / "ca-nhan.csv").unlink()
    (folder / "ca-nhan.csv").mkdir()
    assert read(folder)[1][0].message == "không phải tệp văn bản"
