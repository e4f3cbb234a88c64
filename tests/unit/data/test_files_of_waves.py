"""The sheet Hồ sơ of a plan whose deadlines are by wave: columns of each, and a file for each that is spoken of."""

from datetime import date
from pathlib import Path

from tests.contract.places import ROOT
from thads_dsl.data.read import read_statistics
from thads_dsl.model.inputs import input_tables
from thads_dsl.pipeline import analyse

PLAN = analyse("in.plan", (ROOT / "tests/corpus/good/waves-that-measure-alone/in.plan").read_bytes()).plan


def test_each_wave_has_columns_and_a_file_of_its_own(tmp_path: Path) -> None:
    assert PLAN is not None
    units, people, _, files, *_ = input_tables(PLAN)
    headings = [column.heading for column in files.columns]
    days = ["Ngày nhận hồ sơ (đợt 1)", "Ngày nhận hồ sơ (đợt 2)"]
    papers = [f"{paper} ({wave})" for wave in ("đợt 1", "đợt 2") for paper in ("Tờ trình", "Danh sách")]
    assert headings == ["Đối tượng", "Đơn vị", *papers[:2], days[0], *papers[2:], days[1]]
    name, kind = "Phòng THADS khu vực 2", "Phòng THADS khu vực"
    cells = {
        units.file: [["Tên đơn vị", "Loại đơn vị"], [name, kind]],
        people.file: [[column.heading for column in people.columns]],
        files.file: [headings, [name, "", "có", "thiếu", "12/4/2027", "", "", ""]],
    }
    for file, rows in cells.items():
        (tmp_path / file).write_text("".join(",".join(row) + "\n" for row in rows), "utf-8")
    statistics, complaints = read_statistics(PLAN, tmp_path)
    assert statistics is not None, complaints
    assert statistics.dossiers is not None
    [record] = statistics.dossiers  # nothing is said of the file of the second wave
    assert (record.wave, record.documents, record.received) == ("đợt 1", {papers[0]: True, papers[1]: False}, date(2027, 4, 12))
