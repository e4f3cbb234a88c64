"""What `thads read` says of rules: days, whose, which targets, which numbers of a table, each where its author looks for it."""

import pytest

from tests.unit.check.test_points_kept import BASE, HEAD, amend
from tests.unit.check.writing import analysed, written
from thads_dsl.pipeline import Analysis, analyse

AWARD = """1. Kỳ số liệu: từ ngày 01/10/2023 đến hết ngày 30/9/2024.
2. Giấy khen của Cục trưởng được xét, tặng cho {} đạt các tiêu chuẩn sau:
{}"""


def told(found: Analysis, line: str) -> list[str]:
    """What is said of the one line that holds these words."""
    assert found.plan is not None, [(each.code.id, each.message) for each in found.diagnostics]
    (read,) = [each for each in found.reading if line in each.text]
    return [each.words for each in read.taken]


def test_days_of_discipline_stand_with_every_rule_about_it() -> None:
    signed = "ký từ ngày 01/10/2023 đến hết ngày 30/9/2024"
    down = "Đơn vị có công chức bị kỷ luật từ hình thức “cảnh cáo” trở lên (từ ngày 01/10/2023 đến ngày 30/9/2024) thì hạ một hạng."
    (words,) = told(analyse("x.plan", BASE + f"- {down}\n"), "hạ một hạng")
    assert signed in words and words.endswith("thì hạ một hạng")
    out = "3. Không xét:\n- Cá nhân bị kỷ luật từ hình thức “cảnh cáo” trở lên (từ ngày 01/10/2023 đến ngày 30/9/2024)."
    (words,) = told(analysed(written(AWARD.format("cá nhân", f"- Nội bộ đoàn kết.\n{out}"))), "- Cá nhân bị")
    assert signed in words


def test_a_line_that_a_note_restates_says_so() -> None:
    note = "- Nội bộ đoàn kết trên 03 mặt;\nHiểu là: Hội đồng bình xét “Nội bộ đoàn kết trên 03 mặt”\n- Gương mẫu."
    restated = {line.text: line.restated for line in analysed(written(AWARD.format("cá nhân", note))).reading}
    assert restated["- Nội bộ đoàn kết trên 03 mặt;"] and not restated["- Gương mẫu."]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Hồ sơ gửi về Cục trước ngày 10/10/2024.", "hạn cuối hồ sơ là ngày 09/10/2024; gửi sau ngày này là quá hạn"),
        ("Phòng chuyên môn gửi hồ sơ trước ngày 12/10/2024.", "hạn cuối hồ sơ của Phòng chuyên môn là ngày 11/10/2024"),
        (
            "Văn phòng tổng hợp, trình Hội đồng Thi đua - Khen thưởng trước ngày 20/10/2024.",
            "hạn cuối của Văn phòng là ngày 19/10/2024; không dùng để xem hồ sơ đúng hạn hay muộn",
        ),
        ("Các đơn vị đăng ký thi đua trước ngày 05/7/2024.", "; không dùng để xem hồ sơ đúng hạn hay muộn"),
    ],
)
def test_every_deadline_says_whether_files_are_late_by_it(line: str, words: str) -> None:
    found = analysed(written(AWARD.format("tập thể", "- Nội bộ đoàn kết.\n") + f"3. {line}\n"))
    assert words in told(found, line)[0]


def test_what_is_asked_of_some_says_what_is_asked_of_them_besides() -> None:
    found = analysed(written(AWARD.format("cá nhân", "- Đối với Chấp hành viên: Nội bộ đoàn kết;\n- Gương mẫu;\n- Tận tụy.")))
    assert told(found, "2. Giấy khen") == [
        "Giấy khen cho Chấp hành viên: 1 điều kiện bên dưới, cùng 2 điều kiện của cá nhân",
        "Giấy khen cho cá nhân: 2 điều kiện bên dưới",
    ]


RATE = "tỷ lệ thi hành xong trên có điều kiện"


def test_targets_that_are_met_are_named_by_their_places() -> None:
    goals = (
        f"1. Chỉ tiêu\n1.1. Phòng chuyên môn đạt {RATE} về việc từ 80% trở lên.\n1.2. Chi cục THADS đạt {RATE} về tiền từ 60% trở lên.\n"
    )
    asked = "2. Giấy khen của Cục trưởng được xét, tặng cho tập thể đạt các tiêu chuẩn sau:\n- Đạt các chỉ tiêu tại {};\n- Nội bộ đoàn kết."
    several = analysed(written("I. A\n" + goals + asked.format("khoản 1 mục I")))
    assert told(several, "- Đạt các") == ["đạt các chỉ tiêu tại điểm 1.1, 1.2 mục I, áp dụng cho mình"]
    both = goals.replace("Phòng chuyên môn", "Chi cục THADS")
    alike = analysed(written("I. A\n" + both + asked.format("khoản 1 mục I")))
    assert told(alike, "- Đạt các") == ["đạt cả 2 chỉ tiêu tại điểm 1.1, 1.2 mục I"]


def test_rules_of_a_table_stand_under_their_rows() -> None:
    found = analyse("goc.plan", BASE)
    assert told(found, "| STT |") == ["bảng điểm của Chi cục THADS: 3 tiêu chí, tổng cộng 100 điểm"]
    assert told(found, "| 2 |") == ["tiêu chí 2: tốt: 20; còn lại: 0"]
    assert told(found, "| I |") == []
    table = f"Đối với tập thể:\n| Đơn vị | {RATE} về việc |\n|---|---|\n| Phòng chuyên môn | 80% |\n| Chi cục THADS | 80% |"
    goals = analysed(written(table))
    assert told(goals, "| Chi cục THADS |") == [f"Chi cục THADS: {RATE} về việc từ 80% trở lên"]
    assert not any("---" in line.text for line in goals.reading)


def test_numbers_that_move_are_said_with_those_they_were() -> None:
    drop = "Bỏ tiêu chí 1 “Chế độ báo cáo”."
    found = amend(drop, "Sửa điểm phần I thành 20 điểm.", "Sửa tổng điểm thành 60 điểm.")
    moved = "số mới của các tiêu chí còn lại: tiêu chí 2 nay là tiêu chí 1, tiêu chí 3 nay là tiêu chí 2"
    assert told(found, drop) == [f"bỏ tiêu chí 1 “Chế độ báo cáo” của bảng cũ; {moved}"]
    assert told(found, "phần I thành") == ["phần I nay là 20 điểm"]
    assert told(found, "Sửa tổng điểm") == ["tổng cộng nay là 60 điểm"]
    base = told(found, "Trên cơ sở")
    assert "tiêu chí 3 của bảng cũ, nay là tiêu chí 2: Hội đồng chấm từ 0 đến 40" in base
    assert any("rồi đến tiêu chí 2 (bảng cũ: 3)" in words for words in base)
    assert base[-1].startswith("không giữ chỉ tiêu")


@pytest.mark.parametrize(
    "line",
    [
        "Các nội dung khác giữ nguyên theo Quyết định số 12/QĐ-THADS.",
        "Những quy định còn lại không thay đổi.",
        "Các nội dung khác thực hiện theo Kế hoạch năm 2023.",
    ],
)
def test_a_sentence_that_keeps_the_rest_says_what_is_kept(line: str) -> None:
    base = {"goc.plan": BASE.encode()}.get
    change = "- Thay cụm từ “báo cáo chậm” bằng cụm từ “báo cáo gửi muộn”."
    text = f"{HEAD}Trên cơ sở: goc.plan\n\nI. BẢNG ĐIỂM\nĐối với Chi cục THADS:\n{change}\nII. KHÁC\n{{}}\n"
    (words,) = told(analyse("x.plan", text.format(line), base), line)
    assert words.startswith("máy giữ bảng tiêu chí cũ") and "không giữ chỉ tiêu" in words
    assert told(analyse("x.plan", text.format("Các nội dung khác rất quan trọng."), base), "rất quan trọng") == [""]
