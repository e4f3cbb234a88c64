"""What each command reads, writes, says and answers."""

import json
import os
import re
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest
from click.testing import Result

from tests.unit.cli.conftest import FILES
from thads_dsl.cli import COMMANDS, files
from thads_dsl.diagnostics.codes import TH101, TH401

Run = Callable[..., Result]


def plan(text: str, name: str = "a.plan") -> str:
    Path(name).write_text(text, "utf-8")
    return name


def test_a_sound_plan_is_checked_with_exit_code_0(run: Run) -> None:
    result = run("check", plan("I. NỘI DUNG"))
    assert (result.exit_code, result.output) == (0, "Đã kiểm tra: 0 lỗi, 0 lưu ý\n")


def test_a_warning_is_shown_and_leaves_exit_code_0(run: Run) -> None:
    result = run("check", plan("lưu ý"))
    assert result.exit_code == 0
    assert result.output.startswith("TH902 LƯU Ý: ")
    assert result.output.endswith("\n\nĐã kiểm tra: 0 lỗi, 1 lưu ý\n")


def test_a_wrong_plan_is_quoted_with_exit_code_1(run: Run) -> None:
    result = run("check", plan("câu sai"))
    assert result.exit_code == 1
    assert "TH101 GIỐNG MỘT QUY ĐỊNH" in result.output
    assert " 1 | câu sai\n   | ^^^^^^^\n" in result.output
    assert result.output.endswith("Còn 1 chỗ phải xử lý trước khi in văn bản.\n")


def test_several_plans_are_checked_in_one_run_and_one_wrong_one_is_enough(run: Run) -> None:
    result = run("check", plan("tốt", "a.plan"), plan("sai", "b.plan"), "--format", "line")
    assert result.exit_code == 1
    assert result.output == f"b.plan:1:1: TH101 {TH101.title}: máy chưa đọc được dòng này\nCòn 1 chỗ phải xử lý trước khi in văn bản.\n"


def test_json_is_all_there_is_on_stdout(run: Run) -> None:
    result = run("check", plan("sai"), "--format", "json")
    told = json.loads(result.stdout)
    assert result.exit_code == 1
    assert told["files"][0]["diagnostics"][0]["code"] == "TH101"
    assert "máy chưa đọc được" in result.stdout  # Vietnamese is not escaped


def test_sarif_is_all_there_is_on_stdout(run: Run) -> None:
    told = json.loads(run("check", plan("sai"), "--format", "sarif").stdout)
    assert [each["ruleId"] for each in told["runs"][0]["results"]] == ["TH101"]
    assert told["runs"][0]["tool"]["driver"]["version"] == version("thads-dsl")


def test_compile_writes_exactly_the_files_and_says_where(run: Run) -> None:
    result = run("compile", plan("tốt", "dot-1.plan"))
    assert result.exit_code == 0
    folder = Path("generated/dot-1")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == FILES
    assert "Đã hiểu: 1 chỉ tiêu · 2 số lượng khen thưởng\n" in result.output
    assert "Lời văn có dấu >, không xét: dòng " in result.output
    assert str(folder) in result.output


def test_compile_refuses_a_wrong_plan_and_writes_nothing(run: Run) -> None:
    result = run("compile", plan("sai"), "--out", "ra")
    assert result.exit_code == 1
    assert "TH101" in result.output
    assert not Path("ra").exists()


def test_compile_counts_warnings_and_goes_on(run: Run) -> None:
    result = run("compile", plan("lưu ý"), "--out", "ra")
    assert result.exit_code == 0
    assert "1 lưu ý" in result.output
    assert Path("ra/scorer.py").exists()


def test_a_folder_that_cannot_be_made_is_told_with_exit_code_2(run: Run) -> None:
    Path("tep").write_text("")
    result = run("compile", plan("tốt"), "--out", "tep/trong")
    assert result.exit_code == 2
    assert "không phải thư mục" in result.output


def test_score_says_first_what_a_person_wants_to_know(run: Run) -> None:
    result = run("score", plan("tốt"), str(Path.cwd()))
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "Đã xét 3 tập thể, 4 cá nhân.",
        "Đủ điều kiện đề nghị khen thưởng: 2 tập thể, 3 cá nhân",
        "Không đủ điều kiện đề nghị khen thưởng: 1 tập thể, 0 cá nhân",
        "Chờ Hội đồng bình xét: 0 tập thể, 1 cá nhân",
        "Đề nghị khen thưởng: 1 cá nhân (Thư ký 03)",
        "Hội đồng chọn 1 trong 2 (IV.1): 2 tập thể (Chi cục A, Chi cục B)",
        "Hội đồng chọn 1 trong 2 (IV.2, Chi cục A): 2 cá nhân (Thư ký 01, Thư ký 02)",
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("kq.xlsx", b"PK 0"),
        ("KQ.CSV", "\ufeffĐối tượng\r\n".encode()),
        ("kq.json", '{\n  "schema": "thads.results/1",\n  "tên": "Chi cục"\n}\n'.encode()),
    ],
)
def test_score_writes_results_as_the_suffix_says(run: Run, name: str, content: bytes) -> None:
    result = run("score", plan("tốt"), plan("", "so-lieu.xlsx"), "--out", f"ra/{name}")
    assert result.exit_code == 0
    assert Path("ra", name).read_bytes() == content
    assert f"ra/{name}" in result.output


def test_remarks_about_statistics_are_told_or_go_into_the_workbook(run: Run) -> None:
    told = "Số liệu có 1 lưu ý:\n  trang “Tập thể”, ô F9: TH906 để trống\n"
    assert told in run("score", plan("tốt"), plan("", "trong.xlsx")).output
    assert told in run("score", plan("tốt"), "trong.xlsx", "--out", "kq.csv").output
    result = run("score", plan("tốt"), "trong.xlsx", "--out", "kq.xlsx")
    assert "Số liệu có 1 lưu ý, ghi ở trang “Tổng hợp” của tệp kết quả.\n" in result.output
    assert Path("kq.xlsx").read_bytes() == b"PK 1"


def test_score_refuses_a_suffix_it_does_not_know_before_it_reads(run: Run) -> None:
    result = run("score", "khong-co.plan", "khong-co.xlsx", "--out", "kq.pdf")
    assert result.exit_code == 2
    assert ".xlsx, .csv, .json" in result.output


def test_wrong_statistics_end_with_exit_code_1_and_the_cell(run: Run) -> None:
    result = run("score", plan("tốt"), plan("", "sai.xlsx"), "--out", "kq.xlsx")
    assert result.exit_code == 1
    assert "tại trang “Tập thể”, ô F9" in result.output
    assert result.output.endswith("Còn 1 chỗ phải sửa trong số liệu trước khi tính kết quả.\n")
    assert not Path("kq.xlsx").exists()


def test_explain_prints_the_page_whatever_the_letter_case(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("thads_dsl.diagnostics.render.page", {TH401: "# TH401: Còn khoảng trống\n"}.__getitem__)
    assert run("explain", "th401").output == "# TH401: Còn khoảng trống\n"


@pytest.mark.parametrize("said", ["401", "TH 401", "bands-gap", "khoang-trong", "Còn khoảng trống", "CON KHOANG TRONG"])
def test_explain_finds_a_code_by_its_digits_and_by_its_name(run: Run, said: str) -> None:
    assert run("explain", said).output.startswith("# TH401: Còn khoảng trống\n")


def test_explain_lists_the_codes_that_a_word_may_mean(run: Run) -> None:
    result = run("explain", "chong nhau")
    assert result.exit_code == 2
    assert "TH402 (Hai mức chồng nhau); TH523 (" in result.output


def test_explain_of_no_code_is_wrong_usage(run: Run) -> None:
    result = run("explain", "TH999")
    assert result.exit_code == 2
    assert "Không có mã “TH999”" in result.output


@pytest.mark.parametrize("command", ["check", "compile", "score"])
def test_a_missing_plan_is_exit_code_2(run: Run, command: str) -> None:
    data = ["."] if command == "score" else []
    result = run(command, "khong-co.plan", *data)
    assert result.exit_code == 2
    assert "Không đọc được “khong-co.plan”: không có tệp hoặc thư mục này." in result.output


def test_missing_statistics_are_exit_code_2(run: Run) -> None:
    assert run("score", plan("tốt"), "khong-co.xlsx").exit_code == 2


def test_a_folder_is_no_plan(run: Run) -> None:
    result = run("check", ".")
    assert (result.exit_code, "là một thư mục" in result.output) == (2, True)


def test_a_pipe_is_refused_without_waiting_for_it(run: Run) -> None:
    os.mkfifo("ong")
    assert run("check", "ong").exit_code == 2
    assert run("score", plan("tốt"), "ong").exit_code == 2


def test_a_plan_above_the_limit_of_bytes_is_refused_with_exit_code_1(run: Run) -> None:
    with Path("to.plan").open("wb") as file:
        file.truncate(files.MOST_BYTES)
    assert run("check", "to.plan").exit_code == 0
    with Path("to.plan").open("ab") as file:
        file.write(b"x")
    result = run("check", "to.plan")
    assert result.exit_code == 1
    assert "lớn hơn 2 MB" in result.output


def test_a_plan_above_the_limit_of_lines_is_refused_with_exit_code_1(run: Run) -> None:
    assert run("check", plan("\n" * files.MOST_LINES)).exit_code == 0
    result = run("check", plan("\n" * files.MOST_LINES + "\r"))
    assert result.exit_code == 1
    assert "có hơn 100.000 dòng" in result.output


def test_a_failed_writing_leaves_no_file_and_no_rest(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Path("ra")
    folder.mkdir()
    (folder / "scorer.py").write_text("cũ")
    (folder / "ke-hoach.docx").mkdir()  # a folder of that name stands in the way
    assert run("compile", plan("tốt"), "--out", "ra").exit_code == 2
    assert [path.name for path in sorted(folder.iterdir())] == ["ke-hoach.docx", "scorer.py"]
    assert (folder / "scorer.py").read_text() == "cũ"


def test_written_files_have_the_rights_of_any_new_file(run: Run) -> None:
    Path("moi").write_text("")
    run("compile", plan("tốt"), "--out", "ra")
    assert Path("ra/scorer.py").stat().st_mode == Path("moi").stat().st_mode


@pytest.mark.parametrize("name", ["", *(str(command.name) for command in COMMANDS)])
def test_all_help_is_in_vietnamese(run: Run, name: str) -> None:
    result = run(*name.split(), "--help")
    assert result.exit_code == 0
    assert result.output.startswith(" ".join(["Cách dùng: thads", *name.split(), "[TÙY CHỌN]"]))
    for english in ("Usage", "Option", "Argument", "Command", "Show", "exit", "Error", "TEXT", "PATH", "DATA", "FILE"):
        assert english not in result.output
    assert name or not re.search(r"\w\.\.\.\n", result.output)  # no description is cut short


def test_the_version_is_told(run: Run) -> None:
    assert re.fullmatch(r"thads, phiên bản \d+\.\d+\.\d+\n", run("--version").output)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--la"], "Lỗi: Không có tùy chọn '--la'."),
        (["chek"], "Lỗi: Không có lệnh 'chek'."),
        (["check"], "Lỗi: Thiếu tham số 'KẾ-HOẠCH...'."),
        (["check", "--format", "pdf", "a.plan"], "Lỗi: '--format' không hợp lệ: 'pdf' không nằm trong: 'full', 'line', 'json', 'sarif'."),
        (["explain", "TH401", "TH402"], "Lỗi: Thừa tham số: TH402"),
        (["compile", "a.plan", "--out"], "Lỗi: Tùy chọn '--out' cần kèm 1 giá trị."),
    ],
)
def test_wrong_usage_is_told_in_vietnamese_with_exit_code_2(run: Run, args: list[str], said: str) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert said in result.output
    assert all(english not in result.output for english in ("Usage", "Error", "Try "))
