"""`thads check --fix`: what it writes, says and answers."""

from pathlib import Path

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


def test_a_link_stays_a_link() -> None:
    Path("that.plan").write_text(SLIP, "utf-8")
    Path("a.plan").symlink_to("that.plan")
    assert check("--fix", "a.plan").exit_code == 0
    assert Path("a.plan").is_symlink()
    assert Path("that.plan").read_text("utf-8") == RIGHT
