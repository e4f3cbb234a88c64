"""VÍ DỤ: a plan's own worked examples are read, run, and said to be wrong where they are."""

from pathlib import Path

import pytest

from tests.unit.check.writing import RATE, analysed, only, pointed_at, sound, written
from thads_dsl.pipeline import analyse

BODY = f"""
I. CHỈ TIÊU
1. Đối với tập thể
- Về việc:
+ Chi cục có tổng số giải quyết dưới 800 việc, đạt {RATE} 77%;
+ Chi cục có tổng số giải quyết từ 800 việc trở lên, đạt {RATE} 76%.
- Về tiền:
+ Chi cục đạt {RATE} 40%.
2. Tiêu chuẩn
Giấy khen được tặng cho tập thể đạt các tiêu chuẩn sau:
- Đạt các chỉ tiêu tại khoản 1 mục I;
- Không có cá nhân thuộc đơn vị bị kỷ luật từ hình thức “cảnh cáo” trở lên (từ ngày 01/10/2023 đến ngày 30/6/2024);
- Nội bộ đoàn kết.

PHẦN KHÔNG IN
"""
CASES = "Giả sử Chi cục có tổng số giải quyết 800 việc, có điều kiện thi hành 100 việc, thi hành xong 76 việc"
MONEY = "Và có điều kiện thi hành 10 tỷ đồng, thi hành xong 4 tỷ đồng"
CLEAN = "Và không bị kỷ luật"
WARNED = "Và bị kỷ luật cảnh cáo, quyết định ký ngày {}"
JUDGED = "Và Hội đồng bình xét: đạt"


def plan(*steps: str) -> str:
    return written(BODY + "\nVÍ DỤ: thử\n" + "\n".join(steps))


@pytest.mark.parametrize(
    "steps",
    [
        (CASES, "Thì đạt chỉ tiêu 76% về việc"),
        (CASES, "Thì đạt chỉ tiêu 76% về việc tại khoản 1 mục I"),
        (CASES.replace("76 việc", "75 việc"), "Thì không đạt chỉ tiêu 76% về việc, còn thiếu 1 việc"),
        (CASES.replace("800 việc", "799 việc"), "Thì không đạt chỉ tiêu 77% về việc, còn thiếu 1 việc"),
        (CASES, MONEY, "Thì đạt chỉ tiêu 40% về tiền"),
        (CASES, "Thì chưa đủ căn cứ xét chỉ tiêu về tiền"),
        (CASES, "Và chưa có số liệu về tiền", "Thì chưa đủ căn cứ xét chỉ tiêu về tiền"),
        (CASES, MONEY, CLEAN, JUDGED, "Thì đủ điều kiện đề nghị khen thưởng"),
        (CASES, MONEY, CLEAN, "Thì chưa đủ căn cứ đề nghị khen thưởng"),
        (CASES, MONEY, CLEAN, "Và Hội đồng bình xét: không đạt “Nội bộ đoàn kết”", "Thì không đủ điều kiện đề nghị khen thưởng"),
        (CASES, WARNED.format("01/10/2023"), "Thì không đạt điều kiện về kỷ luật"),
        (CASES, WARNED.format("30/6/2024"), "Thì không đạt điều kiện về kỷ luật"),
        (CASES, WARNED.format("30/9/2023"), "Thì đạt điều kiện về kỷ luật"),
        (CASES, WARNED.format("01/7/2024"), "Thì đạt điều kiện về kỷ luật"),
        (CASES, "Và bị kỷ luật khiển trách, quyết định ký ngày 01/01/2024", "Thì đạt điều kiện về kỷ luật tại khoản 2 mục I"),
        (CASES, "Thì đạt chỉ tiêu 76% về việc", "Và chưa đủ căn cứ xét chỉ tiêu về tiền"),
    ],
)
def test_an_example_that_holds_says_nothing(steps: tuple[str, ...]) -> None:
    assert sound(plan(*steps)).targets


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ((CASES, "Thì không đạt chỉ tiêu 76% về việc"), "đạt chỉ tiêu 76% về việc"),
        ((CASES, "Thì đạt chỉ tiêu 77% về việc"), "đạt chỉ tiêu 76% về việc"),
        (
            (CASES.replace("76 việc", "70 việc"), "Thì không đạt chỉ tiêu 76% về việc, còn thiếu 5 việc"),
            "không đạt chỉ tiêu 76% về việc, còn thiếu 6 việc",
        ),
        ((CASES, "Thì đạt chỉ tiêu 40% về tiền"), "chưa đủ căn cứ"),
        ((CASES, MONEY, CLEAN, "Thì đủ điều kiện đề nghị khen thưởng"), "chưa đủ căn cứ đề nghị khen thưởng"),
        ((CASES, WARNED.format("01/10/2023"), "Thì đạt điều kiện về kỷ luật"), "không đạt điều kiện về kỷ luật"),
    ],
)
def test_an_example_that_does_not_hold_is_told_what_comes_out(steps: tuple[str, ...], said: str) -> None:
    analysis = analysed(plan(*steps))
    (found,) = only(analysis, "TH801")
    assert said in found.why
    assert pointed_at(analysis, found.at.span).strip('“”" ') in steps[-1]
    assert analysis.plan is None


@pytest.mark.parametrize(
    "steps",
    [
        ("Giả sử trời nắng", "Thì đạt chỉ tiêu 76% về việc"),
        (CASES, "Thì tốt"),
        (CASES,),
        ("Thì đạt chỉ tiêu 76% về việc",),
        ("Giả sử không bị kỷ luật", "Thì đạt điều kiện về kỷ luật"),
    ],
)
def test_an_example_that_cannot_be_read_is_refused(steps: tuple[str, ...]) -> None:
    analysis = analysed(plan(*steps))
    assert only(analysis, "TH802") and analysis.plan is None


def test_examples_do_not_hide_each_other() -> None:
    text = plan(CASES, "Thì đạt chỉ tiêu 77% về việc") + "\nVÍ DỤ: sau\n" + "\n".join((CASES, "Thì không đạt chỉ tiêu 76% về việc"))
    assert len(only(analysed(text), "TH801")) == 2


def test_an_example_is_read_also_where_the_plan_has_errors() -> None:
    text = plan("Giả sử trời nắng", "Thì tốt").replace("từ 800 việc", "từ 801 việc")
    assert {each.code.id for each in analysed(text).diagnostics} == {"TH401", "TH802"}


def test_a_cell_of_a_group_that_cannot_be_read_is_named_with_what_may_stand_there() -> None:
    text = Path("docs/huong-dan/14-vi-du.md").read_text("utf-8").split("## Ví dụ về số lượng")[1].split("```plan đúng\n")[1].split("```")[0]
    assert not analyse("in.plan", text).diagnostics
    wrong = text.replace("| 90% |", "| cao |").replace("| C | Chấp hành viên | 85% | đạt", "| C | Chấp hành viên | 85% | có")
    messages = [each.message for each in analyse("in.plan", wrong).diagnostics]
    assert [message.split(": ")[0] for message in messages] == [
        "ô “cao” ở cột “Tỷ lệ thi hành xong trên có điều kiện, về việc”",
        "ô “có” ở cột “Hội đồng bình xét”",
    ]
    [unknown] = analyse("in.plan", text.replace("Tỷ lệ thi hành xong trên có điều kiện, về việc", "Sáng kiến")).diagnostics[:1]
    assert "cột “Sáng kiến” chưa phải số liệu nào của kế hoạch" in unknown.message


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        (("Giả sử Tổ lưu động số 5 có điều kiện thi hành 500 việc", "Thì đạt chỉ tiêu 76% về việc"), ("TH202", "“Tổ lưu động số 5”")),
        ((CASES, "Và số việc tạm đình chỉ 92 việc", "Thì đạt chỉ tiêu 76% về việc"), ("TH201", "“số việc tạm đình chỉ”")),
        (
            (CASES, WARNED.replace("cảnh cáo", "khóa tài khoản").format("30/6/2024"), "Thì đạt chỉ tiêu 76% về việc"),
            ("TH203", "“khóa tài khoản”"),
        ),
        ((CASES, "Thì đủ điều kiện tặng Cờ vượt khó"), ("TH226", "“Cờ vượt khó”")),
    ],
)
def test_a_name_that_nobody_knows_is_told_in_an_example_as_in_a_rule(steps: tuple[str, ...], told: tuple[str, str]) -> None:
    assert [(each.code.id, each.message) for each in analysed(plan(*steps)).diagnostics] == [told]


def test_a_name_that_the_rules_lack_is_told_once_with_the_examples() -> None:
    text = plan(CASES.replace("Chi cục", "Tổ lưu động số 5"), "Thì đạt chỉ tiêu 76% về việc")
    found = analysed(text.replace("+ Chi cục đạt", "+ Tổ lưu động số 5 đạt")).diagnostics
    assert [(each.code.id, each.at.span.line) for each in found if each.code.id == "TH202"] == [("TH202", 13)]
