"""Ready lines that once led from one complaint to the next: pasted, they say what the author said."""

from fractions import Fraction

import pytest

from tests.unit.check.writing import analysed, only
from thads_dsl.model.points import ByLevel, PerEvent
from thads_dsl.pipeline import Analysis

FRONT = """Tên loại: KẾ HOẠCH
Trích yếu: Thi đua năm 2026
Cơ quan ban hành: THADS tỉnh A
Địa danh, thời gian: A, ngày 10 tháng 02 năm 2026
Danh mục dùng chung: THADS

"""
TABLE = """I. KỲ SỐ LIỆU
1. Kỳ số liệu: từ ngày 01/10/2025 đến hết ngày 30/9/2026.
II. BẢNG ĐIỂM
Đối với Phòng THADS khu vực:
| STT | Nội dung tiêu chí | Điểm chuẩn | Cách chấm điểm |
| 1 | Báo cáo | 50 | {cell} |
| 2 | Đoàn kết | 50 | Hội đồng chấm từ 0 đến 50 điểm |
| | Tổng cộng | 100 | |
- {total}
- Xếp thứ tự theo tổng điểm; {tied}.
{more}"""
CELL = "Mỗi báo cáo chậm trừ 01 điểm, trừ không quá điểm chuẩn"
TOTAL, TIED = "Tổng điểm không quá 105 điểm.", "bằng điểm thì xét theo tiêu chí 2"


def table(cell: str = CELL, total: str = TOTAL, tied: str = TIED, more: str = "") -> Analysis:
    """A plan with a points table, one of whose parts is given."""
    return analysed(FRONT + TABLE.format(cell=cell, total=total, tied=tied, more=more))


def understood(found: Analysis, words: str) -> str:
    """How the line that holds these words is read back."""
    assert found.plan is not None, [(each.code.id, each.message) for each in found.diagnostics]
    line = next(each for each in found.reading if words in each.text)
    return "; ".join(taken.words for taken in line.taken)


@pytest.mark.parametrize("said", ("sau khi cộng, trừ", "sau khi cộng điểm thưởng, trừ điểm phạt", "sau khi đã cộng, trừ"))
def test_the_total_after_adding_and_deducting_is_the_total(said: str) -> None:
    found = table(total=f"Tổng điểm {said} không vượt quá 105 điểm và không thấp hơn 0 điểm.")
    assert found.plan is not None
    assert (found.plan.points[0].floor, found.plan.points[0].ceiling) == (Fraction(0), Fraction(105))


def test_a_sentence_about_the_total_is_never_taken_for_one_of_a_cell() -> None:
    found = table(total="Tổng điểm sau khi tính hết các khoản cộng, trừ không vượt quá 105 điểm.")
    (told,) = only(found, "TH629")
    limited = table(total=told.ways[0].line.removeprefix("- "))
    assert limited.plan is not None
    assert limited.plan.points[0].ceiling == 105


def test_the_limit_behind_two_counts_is_offered_as_that_of_both_and_of_the_last() -> None:
    (note,) = only(table("Mỗi báo cáo chậm trừ 01 điểm, mỗi báo cáo sai trừ 02 điểm, trừ không quá 15 điểm"), "TH638")
    both, last = (table(way.line).plan for way in note.ways)
    assert both is not None
    assert both.points[0].criteria[0].losses == 15
    assert last is not None
    assert last.points[0].criteria[0].losses is None
    assert [each.most for each in last.points[0].criteria[0].changes if isinstance(each, PerEvent)] == [None, 15]
    assert not any(only(table(way.line), "TH638") for way in note.ways)


def test_a_limit_at_the_end_of_several_counts_is_that_of_all() -> None:
    cell = "Mỗi báo cáo chậm trừ 01 điểm, mỗi báo cáo sai trừ 02 điểm"
    (note,) = only(table(cell), "TH952")
    limited = note.ways[0].line.partition("   |   ")[0]
    found = table(cell + limited).plan
    assert found is not None
    assert found.points[0].criteria[0].losses == 50


def test_levels_that_make_up_the_whole_are_shown_as_criteria() -> None:
    cell = "Có kế hoạch: 20 điểm; có tổ chức kiểm tra: 20 điểm; có báo cáo: 10 điểm"
    for more in ("", "; còn lại: 0 điểm"):
        found = table(cell + more)
        (told,) = found.diagnostics
        assert told.code.id == "TH606"
        assert "20 + 20 + 10 = 50" in told.why
        row = next(line for line in found.source.lines if line.startswith("| 1 |"))
        plan = analysed("\n".join(found.source.lines).replace(row, told.ways[0].line)).plan
        assert plan is not None
        parts = plan.points[0].criteria[:3]
        assert [(each.title, each.standard) for each in parts] == [
            ("Có kế hoạch", Fraction(20)),
            ("Có tổ chức kiểm tra", Fraction(20)),
            ("Có báo cáo", Fraction(10)),
        ]
        assert [each.start for each in parts[2:]] == [ByLevel((("có", Fraction(10)), ("không", Fraction(0))))]


def test_one_of_several_levels_is_not_taken_for_a_part() -> None:
    assert table("Tốt: 50 điểm; khá: 30 điểm; còn lại: 0 điểm").plan is not None
    (told,) = table("Tốt: 50 điểm; khá: 30 điểm").diagnostics
    assert told.ways[0].line == "; còn lại: 0 điểm"


def test_what_is_counted_for_points_is_not_counted_in_points() -> None:
    (told,) = only(table("Trừ 0,5 điểm cho mỗi việc tồn quá 01 năm, tối đa 50 điểm"), "TH201")
    assert told.ways[0].line.split("\n")[-1] == "- việc tồn quá 01 năm: việc"
    assert table("Trừ 0,5 điểm cho mỗi việc tồn quá 01 năm, tối đa 50 điểm", more=told.ways[0].line).plan is not None


@pytest.mark.parametrize(
    ("said", "meant"),
    (
        ("ưu tiên đơn vị có số tiền thi hành xong nhiều hơn", "thi hành xong về tiền"),
        ("ưu tiên đơn vị có thi hành xong về tiền nhiều hơn", "thi hành xong về tiền"),
        ("xét theo số việc thi hành xong", "thi hành xong về việc"),
    ),
)
def test_a_statistic_that_says_its_side_is_not_asked_for_it(said: str, meant: str) -> None:
    assert f"rồi đến {meant};" in understood(table(tied=f"bằng điểm thì {said}"), "Xếp thứ tự")


def test_a_statistic_of_one_side_said_of_the_other_is_asked() -> None:
    assert only(table(tied="bằng điểm thì xét theo số tiền thi hành xong về việc"), "TH614")


RATE = "- tỷ lệ đơn đúng hạn: % = đơn đúng hạn / đơn đã nhận. Cách viết: “{spelt}”\n"
ORDERS = (
    "I. CHỈ TIÊU\n1. Phòng THADS khu vực giải quyết đúng hạn ít nhất 95% số đơn đã nhận.\n\nPHẦN KHÔNG IN\nSỐ LIỆU VÀ CÁCH TÍNH\n"
    "- đơn đã nhận: đơn\n- đơn đúng hạn: đơn, trong đơn đã nhận, kết quả\n"
)


def test_a_deed_in_time_may_spell_a_rate() -> None:
    found = analysed(FRONT + ORDERS + RATE.format(spelt="Giải quyết đúng hạn … số đơn đã nhận"))
    assert understood(found, "giải quyết") == "Phòng THADS khu vực: tỷ lệ đơn đúng hạn từ 95% trở lên"


def test_the_deed_before_a_known_share_is_one_more_spelling_of_it() -> None:
    text = FRONT + ORDERS + RATE.format(spelt="… số đơn đã nhận")
    (told,) = analysed(text).diagnostics
    right = text.replace(RATE.format(spelt="… số đơn đã nhận"), told.ways[0].line)
    assert understood(analysed(right), "giải quyết") == "Phòng THADS khu vực: tỷ lệ đơn đúng hạn từ 95% trở lên"


def test_no_statistic_is_called_a_number_of_numbers() -> None:
    text = FRONT + ORDERS + "- giải quyết đúng hạn: %\n"
    assert not any("số số" in way.line for each in analysed(text).diagnostics for way in each.ways)


DEADLINES = "I. HỒ SƠ\n1. Hồ sơ gửi chậm nhất ngày 10/5/2026.\n2. Phòng THADS khu vực 3 được gửi muộn hơn 05 ngày.\n{more}"


def test_so_many_days_more_are_a_deadline_and_no_name() -> None:
    (told,) = analysed(FRONT + DEADLINES.format(more="")).diagnostics
    assert told.code.id == "TH509"
    found = analysed(FRONT + DEADLINES.format(more=told.ways[0].line + "\n"))
    assert understood(found, "muộn hơn").startswith("hạn cuối hồ sơ của Phòng THADS khu vực 3 là ngày 15/5/2026")


AWARD = """I. KHEN THƯỞNG
1. {heading}
- Gương mẫu.
2. Không xét khen thưởng đối với:
- {left_out}
"""


@pytest.mark.parametrize("heading", ("Tiêu chuẩn Bằng khen đối với cá nhân:", "Tiêu chuẩn tặng Bằng khen đối với cá nhân"))
def test_standards_of_an_award_are_titled_with_or_without_giving(heading: str) -> None:
    found = analysed(FRONT + AWARD.format(heading=heading, left_out="Người nghỉ việc riêng."))
    assert understood(found, heading) == "Bằng khen cho cá nhân: 1 điều kiện bên dưới"


def test_what_leaves_out_is_offered_as_it_leaves_out() -> None:
    heading, bare = "Tiêu chuẩn Giấy khen đối với tập thể", "Đơn vị có vụ việc bồi thường nhà nước."
    text = FRONT + AWARD.format(heading=heading, left_out=bare)
    (told,) = only(analysed(text), "TH101")
    found = analysed(text.replace(f"- {bare}", told.ways[0].line))
    assert understood(found, "bồi thường") == "không đưa vào danh sách xét: tập thể có số vụ việc bồi thường nhà nước từ 01 vụ trở lên"


def test_two_vocabularies_in_one_line_are_offered_as_two() -> None:
    text = FRONT.replace("THADS\n\n", "thads, tinh-b\n\n") + "I. MỤC ĐÍCH\n- Hoàn thành nhiệm vụ.\n"
    (told,) = only(analysed(text), "TH204")
    assert told.ways[0].line == "Danh mục dùng chung: THADS\nDanh mục dùng chung: tinh-b"
