"""Pipe tables of targets, of numbers and of days: what their headings, heads and cells say, and notes about one cell."""

from pathlib import Path

import pytest

from tests.contract.places import CORPUS, base_plan
from tests.unit.check.writing import analysed, codes, only, rules_of, sound, written
from thads_dsl.diagnostics import Diagnostic
from thads_dsl.model.intervals import Interval
from thads_dsl.model.plan import Plan
from thads_dsl.model.reading import Role
from thads_dsl.model.rules import NotDisciplined
from thads_dsl.pipeline import analyse

LOADS = "Đối với Chi cục THADS:\n| Tổng số giải quyết | Tỷ lệ thi hành xong về việc |\n"


def targets(plan: Plan) -> set[tuple[str, str, str]]:
    """Statistic, wave and figure of every target."""
    return {(each.quantity, each.wave, "" if each.goal is None else str(each.threshold)) for each in plan.targets}


RATE_OF = "tỷ lệ thi hành xong trên có điều kiện"


@pytest.mark.parametrize(
    "table",
    [
        "| Chi cục THADS | Về việc | Về tiền |\n| Chi cục THADS | 71% | 35,5% |",
        "| Nội dung | Chi cục THADS |\n| Về việc | 71% |\n| Về tiền | 35,5% |",
        "| STT | Đơn vị | Việc, tiền | Chỉ tiêu (%) |\n| 1 | Chi cục THADS | Về việc | 71 |\n| | | Về tiền | 35,5 |".replace(
            "Việc, tiền", "Nội dung"
        ),
        "| Đơn vị | Tỷ lệ (%) | | Ghi chú |\n| | Về việc | Về tiền | |\n|---|---|---|---|\n| Chi cục THADS | 71 | 35,5 | tạm giao |",
    ],
)
def test_a_table_says_the_same_whichever_way_it_is_turned(table: str) -> None:
    plan = sound(written(f"{RATE_OF[0].upper()}{RATE_OF[1:]}:\n{table}"))
    assert targets(plan) == {(f"{RATE_OF} về việc", "", "71"), (f"{RATE_OF} về tiền", "", "71/2")}
    assert {each.subject.name for each in plan.targets} == {"Chi cục THADS"}


def test_a_heading_says_what_a_fall_is_compared_with() -> None:
    plan = sound(written("| Đơn vị | Số việc có điều kiện chuyển kỳ sau giảm so với năm 2023 (%) |\n| Chi cục THADS | từ 3 trở lên |"))
    (target,) = plan.targets
    assert target.against is not None and target.against.endswith("(năm 2023)") and target.threshold == 3


def test_what_is_left_is_told_by_the_rows_of_both_keys() -> None:
    plan = sound(
        written(
            "Đối với Chi cục THADS:\n| Tổng số giải quyết (việc) | Tổng số giải quyết (tỷ đồng) | Tỷ lệ thi hành xong về việc |\n"
            "| dưới 210 | dưới 13 | 86% |\n| dưới 210 | Còn lại | 84% |\n| Các mức còn lại | | 82% |"
        )
    )
    regions = [each.region for each in plan.targets]
    assert [len(region.boxes) for region in regions if region] == [1, 1, 1]
    assert regions[2] is not None and regions[2].alone is not None
    assert 210 in regions[2].alone.interval and 209 not in regions[2].alone.interval


def test_the_rest_of_units_leaves_out_those_with_any_target_of_the_table() -> None:
    plan = sound(
        written(
            "| Đơn vị | Tỷ lệ thi hành xong về việc | Tỷ lệ thi hành xong về tiền |\n| Chi cục THADS | đạt chỉ tiêu được giao | - |\n"
            "| Phòng chuyên môn | 80% | 45% |\n| Còn lại | 79% | 44% |"
        )
    )
    rest = [each.subject.none_of for each in plan.targets if not each.subject.any_of]
    assert rest == [("Chi cục THADS", "Phòng chuyên môn")] * 2


def test_a_cell_is_restated_by_its_row_and_column_or_by_the_words_that_stand_there_once() -> None:
    rows = "| dưới 300 việc | 80% |\n| từ trên 300 việc | 70-75% |\n"
    phrase = "cụm từ “từ trên 300 việc” là “từ 300 việc trở lên”"
    whole = "Hiểu là (dòng 2, cột 2): từ 70% trở lên, phấn đấu 75%\n"
    meant = [sound(written(LOADS + rows + whole + note)).targets for note in (f"Hiểu là: {phrase}", f"Hiểu là (dòng 2, cột 1): {phrase}")]
    between = sound(written(LOADS + rows + f"Hiểu là: {phrase}; cụm từ “70-75%” là “70%”")).targets
    assert [each[1].threshold for each in (*meant, between)] == [70, 70, 70]
    assert all(each[1].region == meant[0][1].region for each in (*meant, between))


def test_a_note_between_two_rows_is_about_the_row_above_it() -> None:
    text = written(LOADS + "| dưới 300 việc | 75% |\nHiểu là: cụm từ “75%” là “trên 75%”\n| từ 300 việc trở lên | 75% |\n")
    assert [75 in (each.goal or Interval()) for each in sound(text).targets] == [False, True]


def test_a_cell_that_was_meant_for_another_figure_says_so_in_its_brackets() -> None:
    rows = LOADS + "| dưới 300 việc | 80% |\n| từ 300 việc trở lên | 70% |\n"
    phrase = "Hiểu là (dòng 2, cột 2): cụm từ “70%” là “từ 71% trở lên”"
    (brought,) = only(analysed(written(rows + phrase)), "TH107")
    assert brought.ways[0].line == "Hiểu là (dòng 2, cột 2; thêm 71): cụm từ “70%” là “từ 71% trở lên”"
    assert sound(written(rows + brought.ways[0].line)).targets[1].threshold == 71
    (complaint,) = only(analysed(written(rows + "Hiểu là (dòng 2, cột 2): 71%")), "TH107")
    assert complaint.ways[0].line == "Hiểu là (dòng 2, cột 2; bỏ 70; thêm 71): 71%"
    assert sound(written(rows + complaint.ways[0].line)).targets[1].threshold == 71


def cases_with_cells() -> list[Path]:
    return [case for case in sorted(CORPUS.glob("bad/*/in.plan")) if "|" in case.read_text("utf-8", "ignore")]


def test_every_line_offered_for_a_cell_restates_that_cell_when_it_is_pasted() -> None:
    tried = 0
    for case in cases_with_cells():
        text = case.read_text("utf-8", "ignore")
        for complaint in analyse("in.plan", text, base_plan).diagnostics:
            for way in complaint.ways:
                if way.line.startswith("Hiểu là (dòng ") and "…" not in way.line:
                    tried += 1
                    found = _pasted(text, complaint, way.line)
                    assert not [each for each in found if each.code.id in ("TH105", "TH106", "TH107")], (case, way.line)
    assert tried > 3


def _pasted(text: str, complaint: Diagnostic, line: str) -> list[Diagnostic]:
    """What is said of the cell, and of notes, with a line below the table that the complaint is about; the wrong note gives way to it."""
    lines = text.splitlines()
    end = complaint.at.span.line
    if lines[end - 1].startswith("Hiểu là"):
        notes = [each for each in lines if each.startswith("Hiểu là")]
        lines = [each for each in lines if each not in notes]
        end = next(at for at, each in enumerate(lines) if each.startswith("|")) + 1
    while end < len(lines) and lines[end].startswith("|"):
        end += 1
    lines.insert(end, line)
    return list(analysed("\n".join(lines)).diagnostics)


@pytest.mark.parametrize(
    ("table", "code"),
    [
        ("| Số việc | Tỷ lệ thi hành xong về việc |\n| dưới 300 việc | 80% |\n| từ 300 việc trở lên | 78% |", "TH117"),
        ("| Đơn vị | Tỷ lệ thi hành xong về việc | Ghi chú |\n| Chi cục THADS | 80% | trừ 2% nếu chậm |", "TH117"),
        ("| Đơn vị | Tỷ lệ thi hành xong về việc |\n| Chi cục THADS | x |", "TH101"),
        (
            "| Tổng số giải quyết | Tỷ lệ thi hành xong về việc |\n| dưới 500 việc | 80% |\n| Từ 500 - dưới 900 | 78% |\n| Còn lại | 7% |",
            "TH119",
        ),
        ("| Đơn vị | Số tập thể | Số cá nhân |\n| Chi cục THADS | - | 05 |", "TH302"),
        ("| Đơn vị | Hạn nộp hồ sơ |\n| Chi cục THADS | 10/9/2024 |", "TH102"),
    ],
)
def test_what_a_table_leaves_open_is_asked(table: str, code: str) -> None:
    assert code in codes(written(f"Đối với Chi cục THADS:\n{table}"))


def test_rows_of_days_and_of_numbers_are_the_rules_that_sentences_would_be() -> None:
    in_table = sound(
        written(
            "1. Hạn\n| Đơn vị | Hạn nộp hồ sơ |\n"
            "| Chi cục THADS | trước ngày 10/9/2024 |\n| Các đơn vị còn lại | chậm nhất ngày 12/9/2024 |\n"
            "2. Số lượng\n| Đối tượng | Số lượng | Cách chọn |\n| Chi cục THADS | 03 | do Hội đồng bình xét lựa chọn |"
        )
    )
    in_lines = sound(
        written(
            "1. Hạn\n- Chi cục THADS: nộp hồ sơ trước ngày 10/9/2024.\n- Các đơn vị còn lại: nộp hồ sơ chậm nhất ngày 12/9/2024.\n"
            "2. Số lượng\n- Chi cục THADS: 03 tập thể, do Hội đồng bình xét lựa chọn."
        )
    )
    assert [(each.last_day, each.subject) for each in in_table.deadlines] == [(each.last_day, each.subject) for each in in_lines.deadlines]
    assert [(each.subject, each.council_chooses) for each in in_table.quotas] == [
        (each.subject, each.council_chooses) for each in in_lines.quotas
    ]


MEANS = "\nPHẦN KHÔNG IN\n\nSỐ LIỆU VÀ CÁCH TÍNH\n- số Chấp hành viên: người\n"
MEAN = "- số việc bình quân: việc/Chấp hành viên = tổng số giải quyết / số Chấp hành viên\n"
BY_MEAN = (
    "- Chi cục THADS có bình quân dưới 95 việc/Chấp hành viên: tỷ lệ thi hành xong 84% về việc;\n"
    "- Chi cục THADS có bình quân từ 95 việc/Chấp hành viên trở lên: tỷ lệ thi hành xong 82% về việc."
)


def test_a_mean_per_head_is_the_quotient_of_its_formula() -> None:
    plan = sound(written(BY_MEAN + MEANS + MEAN))
    band = plan.targets[0].region.alone if plan.targets[0].region else None
    assert band is not None
    mean = plan.quantity(band.quantity)
    assert mean.unit.name == "việc/Chấp hành viên" and not mean.unit.whole
    assert mean.columns == ("tổng số giải quyết về việc", "số Chấp hành viên")


def test_a_mean_that_nobody_defines_is_offered_with_its_formula() -> None:
    complaints = [each for each in analysed(written(BY_MEAN)).diagnostics if each.ways]
    assert complaints[0].code.id == "TH213"
    sound(written(BY_MEAN) + "\n" + complaints[0].ways[0].line + "\n")


def test_the_units_of_a_group_have_its_figures_and_the_last_group_may_be_the_rest() -> None:
    plan = sound(
        written(
            "- Nhóm 1 gồm các Chi cục THADS có tổng số giải quyết dưới 260 việc;\n- Nhóm 2 gồm các Chi cục THADS còn lại.\n"
            "- Các đơn vị Nhóm 1: tỷ lệ thi hành xong đạt 85% về việc;\n- Các đơn vị thuộc Nhóm 2 đạt tỷ lệ thi hành xong 82% về việc."
        )
    )
    inside = [259 in each.region.alone.interval for each in plan.targets if each.region and each.region.alone]
    assert inside == [True, False]


def test_a_row_of_a_statistic_and_what_is_asked_of_it_is_the_sentence_that_they_make() -> None:
    rows = (
        ("Tỷ lệ thi hành xong về việc", "đạt chỉ tiêu được giao", "Tỷ lệ thi hành xong về việc đạt chỉ tiêu được giao"),
        ("Tỷ lệ thi hành xong về tiền", "cao hơn năm 2023", "Tỷ lệ thi hành xong về tiền cao hơn năm 2023"),
        ("Vụ việc bồi thường nhà nước", "không để xảy ra", "Không để xảy ra vụ việc bồi thường nhà nước"),
        ("Số vụ việc bồi thường nhà nước", "0", "Không để xảy ra số vụ việc bồi thường nhà nước"),
        ("Bồi thường", "Không để xảy ra vụ việc bồi thường nhà nước", "Không để xảy ra vụ việc bồi thường nhà nước"),
        ("Tỷ lệ thi hành xong về tiền", "46,5%", "Tỷ lệ thi hành xong về tiền đạt 46,5%"),
    )
    for what, asked, sentence in rows:
        table = sound(written(f"Đối với Phòng chuyên môn:\n| Chỉ tiêu | Mức |\n| {what} | {asked} |"))
        line = sound(written(f"Đối với Phòng chuyên môn:\n- {sentence}"))
        assert targets(table) == targets(line) and {each.against for each in table.targets} == {each.against for each in line.targets}, what


def test_a_label_before_a_goal_of_its_own_statistic_is_none_and_never_that_of_the_lines_above() -> None:
    above = "Tỷ lệ thi hành xong về việc của Phòng chuyên môn:\n| Nội dung | Yêu cầu |\n"
    assert "TH201" in codes(written(f"{above}| Hồ sơ | đạt 90% |"))
    assert "TH202" in codes(written(f"{above}| Đội tuyên truyền | không để xảy ra vụ việc bồi thường nhà nước |"))


@pytest.mark.parametrize("cell", ["đạt chỉ tiêu được giao", "cao hơn năm trước", "không để xảy ra", "chậm nhất cuối đợt"])
def test_a_table_that_would_lose_a_rule_without_a_figure_is_asked_for_its_columns(cell: str) -> None:
    table = f"| Việc phải làm | Mong muốn |\n| Tỷ lệ thi hành xong về việc | {cell} |"
    assert "TH117" in codes(written(f"Đối với Phòng chuyên môn:\n{table}"))


def test_prose_in_a_table_is_told_as_such() -> None:
    above = "Đối với Phòng chuyên môn:\n| Nội dung | Yêu cầu |\n| Đoàn kết nội bộ | giữ vững |\n"
    for rows in (above, f"{above}| Tỷ lệ thi hành xong về việc | 80% |\n"):
        told = [line for line in analysed(written(rows)).reading if line.text.startswith("|") and line.has(Role.PROSE)]
        assert len(told) == 1 and told[0].beside_rules


@pytest.mark.parametrize("cell", ["không", "Không có.", "00 vụ", "0 trường hợp", "không phát sinh", "tuyệt đối không để xảy ra", "bằng 0"])
@pytest.mark.parametrize(
    "table",
    [
        "Đối với Chi cục THADS:\n| Nội dung | Chỉ tiêu |\n| Tỷ lệ thi hành xong về việc | 81% |\n| Vụ việc bồi thường nhà nước | {} |",
        "| Đơn vị | Tỷ lệ thi hành xong về việc | Vụ việc bồi thường nhà nước |\n| Chi cục THADS | 81% | {} |",
        "| Nội dung | Chi cục THADS |\n| Tỷ lệ thi hành xong về việc | 81% |\n| Vụ việc bồi thường nhà nước | {} |",
    ],
)
def test_a_cell_that_says_none_asks_for_none_of_what_its_row_or_column_names(table: str, cell: str) -> None:
    plan = sound(written(table.format(cell)))
    (none,) = [each for each in plan.targets if each.quantity == "số vụ việc bồi thường nhà nước"]
    assert none.goal is not None and 0 in none.goal and 1 not in none.goal


@pytest.mark.parametrize("cell", ["không", "0"])
def test_a_rate_of_which_there_is_to_be_none_may_have_been_meant_as_not_asked(cell: str) -> None:
    text = written(f"Đối với Chi cục THADS:\n| Nội dung | Chỉ tiêu |\n| Tỷ lệ thi hành xong về tiền | {cell} |")
    assert codes(text) == ["TH302"]


def test_a_condition_of_a_table_that_is_to_be_none_is_read_like_the_sentence() -> None:
    lead_in = "“Giấy khen” được xét, tặng cho tập thể Chi cục THADS đạt các tiêu chuẩn, điều kiện sau:\n"
    window = " từ hình thức “cảnh cáo” trở lên (từ ngày 01/01/2024 đến ngày 30/9/2024)"
    as_row = sound(written(f"{lead_in}| Tiêu chuẩn | Mức |\n| Công chức bị kỷ luật{window} | không |"))
    as_line = sound(written(f"{lead_in}- Không có công chức bị kỷ luật{window}."))
    (row,), (line,) = ([each for each in rules_of(plan) if isinstance(each, NotDisciplined)] for plan in (as_row, as_line))
    assert (row.forms, row.window) == (line.forms, line.window)


@pytest.mark.parametrize(
    ("row", "code"),
    [("Vụ việc bồi thường nhà nước | hạn chế", "TH101"), ("Đơn muộn | không", "TH201"), ("Báo cáo | đủ, sớm", "TH913")],
)
def test_no_row_beside_targets_passes_unsaid(row: str, code: str) -> None:
    text = written(f"Đối với Chi cục THADS:\n| Nội dung | Chỉ tiêu |\n| Tỷ lệ thi hành xong về việc | 81% |\n| {row} |")
    assert codes(text) == [code]


def test_a_range_under_a_heading_with_its_sign_is_told_and_ends_nothing() -> None:
    table = "| Tổng số giải quyết (việc) | Tỷ lệ thi hành xong về việc (%) |\n| dưới 210 | 84 - 85 |\n| Còn lại | 82 |"
    assert codes(written(f"Đối với Chi cục THADS:\n{table}")) == ["TH101"]
