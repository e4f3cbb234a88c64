"""`thads check --fix`: what it writes, says and answers."""

import unicodedata
from pathlib import Path
from typing import Literal

import pytest
from click.testing import CliRunner, Result

from thads_dsl.cli import thads

FRONT = "Tên loại: KẾ HOẠCH\nTrích yếu: A\nCơ quan ban hành: Cục THADS tỉnh B\nDanh mục dùng chung: THADS\n\n"
SLIP = f"{FRONT}- Chap hanh vien dat ty le thi hanh xong tren co dieu kien 77% ve viec.\n"
RIGHT = f"{FRONT}- Chấp hành viên đạt tỷ lệ thi hành xong trên có điều kiện 77% về việc.\n"
DONE = (
    "Đã sửa 1 chỗ trong a.plan:\n  dòng 6: Chap hanh vien dat ty le thi hanh xong tren co dieu kien 77% ve viec → "
    "Chấp hành viên đạt tỷ lệ thi hành xong trên có điều kiện 77% về việc\n"
)


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Every test works in a folder of its own."""
    monkeypatch.chdir(tmp_path)


def check(*args: str) -> Result:
    return CliRunner().invoke(thads, ["check", *args], prog_name="thads", catch_exceptions=False)


def test_the_file_is_put_right_and_what_was_done_is_said() -> None:
    Path("a.plan").write_text(SLIP, "utf-8")
    result = check("--fix", "a.plan")
    assert (result.exit_code, result.stderr) == (0, DONE)
    assert Path("a.plan").read_text("utf-8") == RIGHT
    assert check("--fix", "a.plan").stderr == ""


def test_without_the_option_nothing_is_written() -> None:
    Path("a.plan").write_text(SLIP, "utf-8")
    result = check("a.plan")
    assert result.exit_code == 1
    assert result.output.endswith("Trong đó 1 chỗ chỉ viết chưa đúng, máy sửa được ngay: thads check --fix a.plan\n")
    assert Path("a.plan").read_text("utf-8") == SLIP


def test_what_is_left_is_an_answer_of_its_own_and_other_programs_read_it_alone() -> None:
    Path("a.plan").write_text(f"{SLIP}- Chi cục THADS đạt tỷ lệ thi hành xong trên có điều kiện 1,2,3% về việc.\n", "utf-8")
    result = check("--fix", "a.plan", "--format", "json")
    assert result.exit_code == 1
    assert result.stdout.startswith("{")
    assert (result.stdout.count("TH111"), result.stdout.count("TH101"), result.stderr) == (1, 0, DONE)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_only_the_slips_change_whatever_the_file_is_written_in(encoding: str, form: Literal["NFC", "NFD"], end: str) -> None:
    def written(text: str) -> bytes:
        mark = "\ufeff" if encoding.startswith("utf-16") else ""
        return (mark + unicodedata.normalize(form, f"# Ghi chú: hòa giải  \t\n{text}").replace("\n", end)).encode(encoding)

    Path("a.plan").write_bytes(written(SLIP))
    assert check("--fix", "a.plan").exit_code == 0
    assert Path("a.plan").read_bytes() == written(RIGHT)


def test_the_rights_of_the_file_stay_and_one_that_is_only_read_is_not_written() -> None:
    path = Path("a.plan")
    path.write_text(SLIP, "utf-8")
    path.chmod(0o640)
    check("--fix", "a.plan")
    assert path.stat().st_mode & 0o777 == 0o640
    path.write_text(SLIP, "utf-8")
    path.chmod(0o444)
    result = check("--fix", "a.plan")
    assert (result.exit_code, result.stderr) == (2, f"Lỗi: Không ghi được vào “{path.resolve()}”: tệp chỉ cho đọc.\n")
    assert path.read_text("utf-8") == SLIP


def test_a_link_stays_a_link() -> None:
    Path("that.plan").write_text(SLIP, "utf-8")
    Path("a.plan").symlink_to("that.plan")
    assert check("--fix", "a.plan").exit_code == 0
    assert Path("a.plan").is_symlink()
    assert Path("that.plan").read_text("utf-8") == RIGHT
