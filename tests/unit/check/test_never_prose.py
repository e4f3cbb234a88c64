"""Sentences that state a rule in other words: each is read, or refused with a line; none passes as prose."""

import pytest

from tests.unit.check.writing import analysed, codes, only, sound, written
from thads_dsl.model.reading import Role
from thads_dsl.model.rules import NotDisciplined
from thads_dsl.pipeline import analyse

_PLAN = """Tên loại: KẾ HOẠCH
Trích yếu: Thi đua quý II
Cơ quan ban hành: Cục Thi hành án dân sự tỉnh Y
Danh mục dùng chung: THADS

I. CHỈ TIÊU
1. Đối với Chi cục THADS
- Tỷ lệ thi hành xong trên có điều kiện về việc đạt 83%;
{}
"""


def _role(line: str) -> set[Role]:
    reading = analyse("x.plan", _PLAN.format(line)).reading
    return {taken.role for taken in reading[-1].taken}


@pytest.mark.parametrize(
    "line", ["- Phòng chuyên môn: không áp dụng chỉ tiêu này.", "- Không áp dụng chỉ tiêu này đối với Phòng chuyên môn."]
)
def test_who_is_exempt_is_read(line: str) -> None:
    assert _role(line) == {Role.RULE}


@pytest.mark.parametrize(
    "line", ["- Văn phòng: không áp dụng.", "2. Văn phòng: không áp dụng.", "- Chi cục mới chia tách: chưa giao chỉ tiêu."]
)
def test_an_unknown_body_that_is_exempt_is_refused(line: str) -> None:
    assert _role(line) == {Role.UNREAD}


@pytest.mark.parametrize(
    "line",
    [
        "- Không có đơn tố cáo đúng.",
        "- Chi cục THADS không có án quá hạn do lỗi chủ quan.",
        "- Không có hồ sơ bị Viện kiểm sát kháng nghị.",
        "- Không có trường hợp nào bị khiếu nại đúng.",
        "- Các Chi cục THADS không có vụ việc thi hành sai.",
    ],
)
@pytest.mark.parametrize("around", [_PLAN, _PLAN.replace("1. Đối với Chi cục THADS\n", "1. Các chỉ tiêu của Chi cục THADS năm nay\n")])
def test_what_there_may_be_none_of_is_to_be_declared_among_targets(line: str, around: str) -> None:
    found = analyse("x.plan", around.format(line)).diagnostics
    assert "TH201" in {each.code.id for each in found}


def test_what_there_may_be_none_of_is_the_councils_in_a_list_of_standards_and_told_of_elsewhere() -> None:
    line = "- Không có đơn tố cáo đúng."
    standards = "2. Giấy khen của Cục trưởng Cục THADS tỉnh được xét, tặng cho Chi cục THADS đạt các tiêu chuẩn, điều kiện sau:\n"
    assert _role(f"{standards}{line}") == {Role.COUNCIL}
    apart = analyse("x.plan", _PLAN.format(f"II. TỔ CHỨC\n{line}"))
    assert [each.code.id for each in apart.diagnostics if each.at.span.line == 10] == ["TH913"]
    assert _role(f"II. TỔ CHỨC\n- Kế hoạch không có phụ lục.\n{line.replace('đơn tố cáo đúng', 'gì vướng mắc')}") == {Role.PROSE}


AWARDED = "1. Giấy khen được xét, tặng cho cá nhân đạt các tiêu chuẩn sau:\n- Nội bộ đoàn kết.\n2. Khác\n"


@pytest.mark.parametrize(
    ("sentence", "left_out"),
    [
        ("Chấp hành viên sơ cấp huyện A bị kỷ luật thì chưa xét tặng Giấy khen đợt này", "“huyện A”, “đợt này”"),
        ("Công chức xếp loại Hạng A mà bị kỷ luật cảnh cáo trở lên thì không xét khen thưởng", "“xếp loại Hạng A mà”"),
        ("Chi cục THADS có 02 công chức bị kỷ luật thì không được xét khen thưởng", "“02”"),
        ("Tập thể có người bị kỷ luật đảng thì không xét khen thưởng", "“đảng”"),
        ("Tập thể nào có công chức bị kỷ luật mà không báo cáo thì không xét khen thưởng", "“mà không báo cáo”"),
    ],
)
def test_the_line_for_the_sheet_names_the_words_that_it_leaves_out(sentence: str, left_out: str) -> None:
    (found,) = only(analysed(written(f"{AWARDED}- {sentence}.")), "TH101")
    council, computed = found.ways
    assert sentence.split(" thì ")[0] in council.line
    assert computed.how == f"Nếu bỏ {left_out} vẫn đúng ý thì để máy tra trang “Kỷ luật”:"
    assert codes(written(f"{AWARDED}- {computed.line}")) == ["TH935"]
    assert ("có người" in computed.line) is ("có người" in sentence)


@pytest.mark.parametrize("form", ["cảnh cáo", "từ cảnh cáo", "hình thức cảnh cáo", "bằng hình thức cảnh cáo", "với hình thức “cảnh cáo”"])
def test_a_sanction_and_all_above_it_is_read_however_it_is_led(form: str) -> None:
    plan = sound(written(f"1. Giấy khen được xét, tặng cho cá nhân đạt các tiêu chuẩn sau:\n- Không bị kỷ luật {form} trở lên."))
    (condition,) = plan.standards[0].conditions
    assert isinstance(condition, NotDisciplined)
    assert condition.forms[0] == "cảnh cáo"
