"""What stands beside the cells that are scored: columns, notes, names and sentences that would change points are never passed over."""

import pytest

from tests.unit.check.writing import analysed

FRONT = """Tên loại: KẾ HOẠCH
Trích yếu: Chấm điểm
Cơ quan ban hành: Cục Thi hành án dân sự tỉnh A
Danh mục dùng chung: THADS

I. CHỈ TIÊU
- Chi cục THADS phấn đấu đạt tỷ lệ thi hành xong trên có điều kiện 76% về việc.

II. BẢNG ĐIỂM
Đối với Chi cục THADS:
| STT | Nội dung tiêu chí | Điểm chuẩn | Cách chấm điểm | {column} |
| I | {part} | 100 | | |
| 1 | {title} | 60 | Đạt chỉ tiêu: 60 điểm; không đạt chỉ tiêu: 10 điểm; không phát sinh: 60 điểm | {note} |
| 2 | {other} | 40 | Hội đồng chấm từ 0 đến 40 điểm | |
| | Tổng cộng | 100 | {total} | |
{below}
"""
RATE = "Tỷ lệ thi hành xong trên có điều kiện về việc"


def codes(
    column: str = "Ghi chú",
    part: str = "Chuyên môn",
    title: str = RATE,
    note: str = "",
    other: str = "Nội vụ",
    total: str = "",
    below: str = "",
) -> list[str]:
    text = FRONT.format(column=column, part=part, title=title, note=note, other=other, total=total, below=below)
    return [each.code.id for each in analysed(text).diagnostics]


@pytest.mark.parametrize(
    "found",
    (
        codes(column="Hệ số", note="2"),
        codes(column="Đối tượng", note="Chi cục có phòng"),
        codes(column="Điểm thưởng", note="5"),
        codes(note="Không chấm quý I"),
        codes(note="Nếu dưới 50 việc thì theo cụm"),
        codes(other="Nội vụ (tính gấp đôi)"),
        codes(other="Nội vụ (tối đa 30 điểm)"),
        codes(other="Nội vụ (chỉ chấm đối với Phòng)"),
        codes(part="Chuyên môn, trọng số 60%"),
        codes(total="Chia đôi"),
    ),
)
def test_what_would_change_points_where_nothing_is_scored_is_an_error(found: list[str]) -> None:
    assert found == ["TH637"]


@pytest.mark.parametrize(
    "found",
    (
        codes(column="Tự chấm"),
        codes(column="Đơn vị chấm", note="Phòng Nghiệp vụ"),
        codes(column="Tài liệu kiểm chứng", note="Báo cáo thống kê số 06"),
        codes(other="Nội vụ (40 điểm)"),
        codes(other="Thái độ đối với người dân"),
        codes(title=f"{RATE} đạt 76%"),
    ),
)
def test_columns_to_fill_in_notes_of_proof_and_points_said_again_are_as_they_stand(found: list[str]) -> None:
    assert found == []


def test_the_name_of_a_criterion_says_no_other_figure_than_its_target() -> None:
    assert codes(title=f"{RATE} đạt 80%") == ["TH609"]


@pytest.mark.parametrize(
    "said",
    (
        "Điểm của tiêu chí 2 tính gấp rưỡi",
        "Điểm năm là điểm bình quân các quý",
        "Mức điểm của tiêu chí 2 do Chánh Văn phòng ấn định",
        "Số điểm đạt được nhân với hệ số vùng",
        "Chi cục miền núi được cộng thêm",
        "Điểm tổng hợp gồm điểm định lượng và điểm định tính",
    ),
)
def test_a_sentence_that_speaks_of_points_beside_a_table_is_no_prose(said: str) -> None:
    assert codes(below=f"- {said}.") == ["TH629"]
    assert codes(below=f"1. {said}.\n- Việc ấy làm công khai.") == ["TH629"]
    assert codes(below=f"- > {said}.") == ["TH954"]


@pytest.mark.parametrize(
    "said",
    (
        "Văn phòng tổng hợp kết quả tự chấm, trình Hội đồng thẩm định",
        "Mỗi tiêu chí phải có tài liệu kiểm chứng kèm theo",
        "Kết quả xếp hạng được công bố tại hội nghị tổng kết",
        "Số liệu chấm điểm lấy từ phần mềm thống kê của ngành",
        "Thời điểm chấm điểm do Chủ tịch Hội đồng ấn định",
    ),
)
def test_who_does_the_scoring_and_how_is_prose(said: str) -> None:
    assert codes(below=f"- {said}.") == []


RATE_OF = "Tỷ lệ thi hành xong trên có điều kiện"


@pytest.mark.parametrize(
    ("title", "found"),
    (
        (f"{RATE_OF} án tín dụng, ngân hàng về việc", ["TH201"]),
        (f"{RATE_OF} trong hạn về việc", ["TH201"]),
        (f"{RATE} (án tín dụng)", ["TH637"]),
        (f"{RATE_OF} (án tín dụng) về việc", ["TH637"]),
        (f"{RATE} 6 tháng đầu năm", ["TH637"]),
        (f"{RATE}, tính trên số thụ lý mới", ["TH637"]),
        (f"{RATE} của Phòng chuyên môn", ["TH637"]),
        (f"{RATE} và về tiền", ["TH637"]),
        (f"Án tín dụng: {RATE}", ["TH637"]),
        (f"(Án tín dụng) {RATE}", ["TH637"]),
        (f"Quý III, {RATE}", ["TH637"]),
        (f"Năm 2025, {RATE}", ["TH637"]),
        (f"Không tính án tham nhũng, {RATE}", ["TH637"]),
        (f"Đối với Phòng chuyên môn: {RATE}", ["TH637"]),
        (f"Đối với Chi cục THADS: {RATE}", []),
        (f"Quý IV, {RATE}", []),
        (f"Năm 2024, {RATE}", []),
        (f"Chỉ tiêu 1: {RATE}", []),
        (f"Công tác thi hành án, nâng cao {RATE}", []),
        (RATE, []),
        (f"Kết quả thi hành án về việc: {RATE}", []),
        (f"{RATE} (%)", []),
        (f"{RATE} (Biểu số 06), mức vượt", []),
        (f"{RATE} của đơn vị đạt chỉ tiêu được giao", []),
        (f"{RATE} trên số có điều kiện thi hành", []),
    ),
)
def test_a_name_that_says_more_than_its_statistic_is_not_scored_by_it(title: str, found: list[str]) -> None:
    text = FRONT.format(column="Ghi chú", part="Chuyên môn", title=title, note="", other="Nội vụ", total="", below="")
    analysis = analysed(text.replace("Chấm điểm\n", "Chấm điểm quý IV năm 2024\n"))
    assert [each.code.id for each in analysis.diagnostics] == found


@pytest.mark.parametrize("title", [f"{RATE} (án tín dụng)", f"Án tín dụng: {RATE}", f"(Án tín dụng) {RATE}"])
def test_what_is_said_of_a_name_that_says_more_can_be_pasted(title: str) -> None:
    text = FRONT.format(column="Ghi chú", part="Chuyên môn", title=title, note="", other="Nội vụ", total="", below="")
    (told,) = analysed(text).diagnostics
    row = next(line for line in text.splitlines() if title in line)
    assert told.ways[0].line == row.replace(title, RATE).replace("|  |", "| |")
    assert analysed(text.replace(row, told.ways[0].line)).diagnostics == ()


def test_a_name_that_says_more_is_that_of_whoever_scores_without_the_statistic() -> None:
    assert codes(other="Tỷ lệ thi hành xong về việc (án tín dụng)") == []


@pytest.mark.parametrize(
    ("sentence", "discipline"),
    [
        ("Hạng A: từ 90 điểm trở lên, không có công chức bị kỷ luật cảnh cáo trở lên", "có công chức bị kỷ luật cảnh cáo trở lên"),
        ("Đơn vị xếp Hạng A mà có cá nhân bị kỷ luật trong năm 2024 thì không xét", "có cá nhân bị kỷ luật trong năm 2024"),
        ("Hạng A: từ 90 điểm trở lên và không bị kỷ luật", "có cá nhân bị kỷ luật"),
        ("Không xếp Hạng A đối với đơn vị có Chấp hành viên bị kỷ luật", ""),
        ("Hạng A mà có cá nhân bị kỷ luật vì tham nhũng thì không xét", ""),
    ],
)
def test_what_bars_from_a_class_is_said_again_as_it_is_or_not_at_all(sentence: str, discipline: str) -> None:
    text = FRONT.format(column="Ghi chú", part="Chuyên môn", title=RATE, note="", other="Nội vụ", total="", below=f"- {sentence}.")
    (told,) = (each for each in analysed(text).diagnostics if each.code.id == "TH629")
    barred = [way.line for way in told.ways if way.line.startswith("Không xếp Hạng A") and "…" not in way.line]
    assert barred == ([f"Không xếp Hạng A đối với đơn vị {discipline}."] if discipline else [])
    assert not barred or "TH629" not in [each.code.id for each in analysed(text.replace(f"{sentence}.", barred[0])).diagnostics]
