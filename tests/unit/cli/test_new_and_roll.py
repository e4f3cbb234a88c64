"""`thads new` and `thads roll`: what they ask, write, say and answer."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.contract.places import BASE_PLAN, PLANS
from thads_dsl.cli import terminal, thads

Call = Callable[..., Result]
HAU_GIANG = PLANS / "hau-giang-2024" / "hau-giang-2024.plan"
ENOUGH = ("--kind", "mot-dot", "--agency", "Cục Thi hành án dân sự tỉnh A", "--from", "01/4/2025", "--to", "30/6/2025", "--out", "a.plan")


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Call:
    """call("roll", "a.plan", …, said="answers") in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def run(*args: str, said: str | None = None) -> Result:
        return CliRunner().invoke(thads, args, input=said, prog_name="thads", catch_exceptions=False)

    return run


@pytest.fixture
def asking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody sits at the terminal."""
    monkeypatch.setattr(terminal, "can_ask", lambda: True)


def test_new_writes_a_plan_that_checks_clean(call: Call) -> None:
    result = call("new", *ENOUGH)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Đã ghi a.plan" in result.output
    assert call("check", "a.plan").output.splitlines()[-1] == "Đã kiểm tra: 0 lỗi, 0 lưu ý"


def test_new_never_writes_over_a_file(call: Call) -> None:
    Path("a.plan").write_text("của tôi", "utf-8")
    result = call("new", *ENOUGH)
    assert (result.exit_code, result.output) == (2, "Lỗi: “a.plan” đã có; chọn tên khác bằng --out.\n")
    assert Path("a.plan").read_text("utf-8") == "của tôi"


def test_new_says_what_is_missing_where_nobody_can_be_asked(call: Call) -> None:
    result = call("new", "--kind", "mot-dot", "--out", "a.plan")
    assert result.exit_code == 2
    assert "Thiếu --agency, --from, --to;" in result.output


def test_new_refuses_answers_with_every_reason_and_writes_nothing(call: Call) -> None:
    result = call("new", *ENOUGH, "--title", "a\nb", "--deadline", "30/6/2025")
    assert result.exit_code == 1
    assert "Trích yếu: có dấu xuống dòng" in result.output
    assert "Hạn nộp hồ sơ 30/6/2025 phải sau" in result.output
    assert not list(Path().iterdir())


def test_new_refuses_a_day_that_is_none(call: Call) -> None:
    result = call("new", *ENOUGH[:-4], "--to", "31/6/2025")
    assert result.exit_code == 2
    assert "không có ngày 31/6/2025 trên lịch" in result.output


@pytest.mark.usefixtures("asking")
def test_new_asks_what_it_was_not_told_and_offers_usual_answers(call: Call) -> None:
    said = ["mot-dot", "31/4/2026", "01/4/2026", "30/6/2026", "Thi hành án dân sự tỉnh B", "", "", "", "", "", "", "b.plan"]
    result = call("new", said="\n".join([*said, ""]))
    assert result.exit_code == 0, result.output
    assert "Lỗi: không có ngày 31/4/2026 trên lịch." in result.output
    assert "Cơ quan ban hành (ví dụ Thi hành án dân sự tỉnh A): " in result.output
    assert "Địa danh nơi ký [B]: " in result.output
    text = Path("b.plan").read_text("utf-8")
    assert "Cơ quan chủ quản: Cục Quản lý Thi hành án dân sự\nCơ quan ban hành: Thi hành án dân sự tỉnh B\n" in text
    assert "2. Kỳ số liệu: từ ngày 01/10/2025 đến hết ngày 30/6/2026.\n" in text


@pytest.mark.usefixtures("asking")
def test_new_that_is_broken_off_writes_nothing(call: Call) -> None:
    result = call("new", said="mot-dot\n01/4/2026\n")
    assert result.exit_code == 1
    assert not list(Path().iterdir())


@pytest.mark.usefixtures("asking")
def test_new_asks_for_the_end_of_the_first_wave_only_of_a_plan_with_waves(call: Call) -> None:
    said = ["hai-dot", "01/10/2026", "30/9/2027", "", "Thi hành án dân sự tỉnh B", "", "", "", "", "", "", "b.plan"]
    result = call("new", said="\n".join([*said, ""]))
    assert result.exit_code == 0, result.output
    assert "Ngày cuối của đợt thứ nhất [31/3/2027]: " in result.output
    assert "1. Đợt 1: Thời gian từ ngày 01/10/2026 đến hết ngày 31/3/2027." in Path("b.plan").read_text("utf-8")


def test_new_makes_an_amended_table_of_last_years(call: Call) -> None:
    call("new", "--kind", "bang-tieu-chi", *ENOUGH[2:])
    result = call("new", "--kind", "sua-bang", "--base", "a.plan", "--year", "2026", "--out", "b.plan")
    assert result.exit_code == 0, result.output
    assert call("check", "b.plan").exit_code == 0
    assert "\nTrên cơ sở: a.plan\n" in Path("b.plan").read_text("utf-8")


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (("--kind", "sua-bang", "--out", "x.plan"), "Thiếu --base, --year;"),
        ((*ENOUGH, "--year", "2026"), "--base, --year chỉ dùng với --kind sua-bang."),
        ((*ENOUGH, "--split", "31/5/2025"), "--split chỉ dùng với --kind hai-dot."),
        (("--kind", "sua-bang", "--base", "x", "--year", "2026", "--agency", "A", "--out", "x.plan"), "Loại sua-bang lấy cơ quan"),
        (("--kind", "sua-bang", "--base", "x", "--year", "2026", "--out", "noi-khac/x.plan"), "phải ghi vào cùng thư mục"),
    ],
)
def test_new_refuses_options_that_do_not_belong_together(call: Call, given: tuple[str, ...], why: str) -> None:
    result = call("new", *given)
    assert result.exit_code != 0
    assert why in result.output
    assert not list(Path().iterdir())


def test_roll_writes_beside_the_plan_under_the_new_year_and_lists_all(call: Call, tmp_path: Path) -> None:
    plan = tmp_path / "hau-giang-2024.plan"
    plan.write_bytes(HAU_GIANG.read_bytes())
    result = call("roll", str(plan), "--year", "2025")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "hau-giang-2025.plan").is_file()
    assert plan.read_bytes() == HAU_GIANG.read_bytes()
    lines = result.output.splitlines()
    assert re.fullmatch(r"Năm 2024 → 2025: đổi \d+ chỗ\.", lines[0])
    assert "  dòng 3, 13, 25, 28, 91, 101: 78 năm → 79 năm" in lines
    assert any(line.startswith("  dòng 13: “số 1046/KH-TCTHADS") for line in lines)
    assert lines[-2] == "Đã kiểm tra: 0 lỗi, 1 lưu ý"
    assert lines[-1] == f"Xem bằng lệnh: thads check {tmp_path / 'hau-giang-2025.plan'}"
    assert call("check", str(tmp_path / "hau-giang-2025.plan")).exit_code == 0


def test_roll_never_writes_over_a_file(call: Call) -> None:
    Path("a.plan").write_bytes(HAU_GIANG.read_bytes())
    result = call("roll", "a.plan", "--year", "2025", "--out", "a.plan")
    assert (result.exit_code, result.output) == (2, "Lỗi: “a.plan” đã có; chọn tên khác bằng --out.\n")


def test_roll_refuses_an_earlier_year_and_a_plan_without_one(call: Call) -> None:
    Path("a.plan").write_bytes(HAU_GIANG.read_bytes())
    Path("b.plan").write_text("I. A\n", "utf-8")
    earlier, without = call("roll", "a.plan", "--year", "2023"), call("roll", "b.plan", "--year", "2025")
    assert (earlier.exit_code, without.exit_code) == (1, 1)
    assert "kế hoạch đã là của năm 2024" in earlier.output
    assert "chưa rõ kế hoạch của năm nào" in without.output


def test_roll_of_what_is_no_text_says_what_check_says(call: Call) -> None:
    Path("a.plan").write_bytes(b"PK\x03\x04\xff\xfe")
    result = call("roll", "a.plan", "--year", "2025")
    assert result.exit_code == 1
    assert "TH001" in result.output
    assert [path.name for path in Path().iterdir()] == ["a.plan"]


def test_roll_of_a_plan_with_errors_tells_that_they_are_left(call: Call) -> None:
    Path("a.plan").write_bytes(HAU_GIANG.read_bytes().replace("dưới 800 việc".encode(), "dưới 700 việc".encode()))
    result = call("roll", "a.plan", "--year", "2025")
    assert result.exit_code == 0
    assert re.search(r"Còn \d+ chỗ phải xử lý trước khi in văn bản\..*\nXem bằng lệnh: thads check a-2025\.plan\n$", result.output)


def test_an_amending_document_is_told_as_the_whole_plan_that_it_makes(call: Call) -> None:
    Path("ke-hoach-goc.plan").write_bytes(BASE_PLAN.read_bytes())
    front = "Tên loại: QUYẾT ĐỊNH\nTrích yếu: Sửa đổi Kế hoạch\nCơ quan ban hành: Cục Thi hành án dân sự tỉnh A\n"
    change = (
        "Sửa đổi: ke-hoach-goc.plan\nHiệu lực: từ ngày 01/8/2024\n\n1. Sửa khoản 2 mục I thành: “Hồ sơ gửi về Cục trước ngày 12/10/2024.”\n"
    )
    Path("sua.plan").write_text(front + change, "utf-8")
    told = call("read", "sua.plan").output
    assert told.splitlines()[0] == ("Sửa Kế hoạch “Phát động đợt thi đua quý III năm 2024”: thay khoản 2, mục I. Có hiệu lực từ 01/8/2024.")
    changed = told.partition("\ntệp sua.plan:\n")[2].splitlines()[:2]
    due = "hạn cuối hồ sơ là ngày 11/10/2024; gửi sau ngày này là quá hạn"
    assert changed == ["  7 | 2. Hồ sơ gửi về Cục trước ngày 12/10/2024.", f"    |    → quy định: {due}"]
    assert "10/10/2024" not in told and "\ntệp ke-hoach-goc.plan:\n" in told


def test_a_plan_is_told_line_by_line(call: Call) -> None:
    call("new", *ENOUGH)
    result = call("read", "a.plan")
    assert result.exit_code == 0
    assert "→ quy định: thời gian thi đua từ ngày" in result.output
    assert "→ Hội đồng bình xét “" in result.output
    only = call("read", "--prose", "a.plan").output
    assert "→ lời văn" in only and "quy định:" not in only
