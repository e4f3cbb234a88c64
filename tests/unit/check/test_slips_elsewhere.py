"""A slip on one line that another line is complained of for: the complaint names the line of the slip too, and one complaint is all."""

from pathlib import Path

import pytest

from tests.contract.places import PLANS
from thads_dsl.cli.files import beside
from thads_dsl.diagnostics import Severity
from thads_dsl.pipeline import analyse

HE_THONG = PLANS / "he-thong-thads-2022" / "he-thong-thads-2022.plan"
TUYEN_QUANG = PLANS / "tuyen-quang-2023" / "tuyen-quang-2023.plan"
CONG_VAN = PLANS / "bang-tieu-chi-2018" / "cong-van-2018.plan"
BANG = PLANS / "bang-tieu-chi-2018" / "bang-tieu-chi-cuc-2018.plan"
HAU_GIANG = PLANS / "hau-giang-2024" / "hau-giang-2024.plan"


@pytest.mark.parametrize(
    ("path", "right", "wrong", "code"),
    [
        # A name that one line declares and others use, its formula, a table of examples.
        (HE_THONG, "- án tín dụng có điều kiện thi hành: việc", "- án dụng tín có điều kiện thi hành: việc", "TH201"),
        (HE_THONG, "- khoản thu ngân sách có điều kiện thi hành: việc", "- khoan thu ngân sách có điều kiện thi hành: việc", "TH201"),
        # “Cách viết”: the words of a sentence are nearly its own.
        (HE_THONG, "quyết định đã có quyết định buộc THAHC”", "quyết định đ có quyết định buộc THAHC”", "TH102"),
        (HE_THONG, "thủ tục … số văn bản xin ý kiến chỉ đạo”", "thủ tục … số văn bản xin ý kiến chỉ chỉ đạo”", "TH217"),
        # The phrase of a note, and what it puts in its place.
        (TUYEN_QUANG, "cụm từ “giảm dưới 1%”", "cụm từ “giảm duoi 1%”", "TH105"),
        (TUYEN_QUANG, "là “từ 4% trở lên, phấn đấu 5%”", "là “từ 4% trở lên, phấn đấu đấu 5%”", "TH101"),
        # What the council judges, as an example says it.
        (HAU_GIANG, "- Nội bộ đoàn kết, thực hiện tốt chủ trương", "- Nội bộ doan kết, thực hiện tốt chủ trương", "TH802"),
        # A name that one line declares and a note, or a title of several, uses.
        (HE_THONG, "trả lời bảo đảm chất lượng, đúng trình tự, thủ tục …", "trả lời bảo đảm chất lợng, đúng trình tự, thủ tục …", "TH106"),
        (TUYEN_QUANG, "gồm: Phòng Nghiệp vụ và tổ chức THA;", "gồm: Phòng Nghiệp vu và tổ chức THA;", "TH202"),
        # The line that a phrase is looked for in, the heading of a row that is not read.
        (HAU_GIANG, "giải quyết từ trên 1.500 việc, phấn", "giải quyết từ trên 1.500 1.500 việc, phấn", "TH105"),
        (CONG_VAN, "Nơi nhận:", "Nơi nhận: nhận:", "TH122"),
        (CONG_VAN, "Nơi nhận:", "Nơi", "TH122"),
        (BANG, "VÍ DỤ: bằng điểm", "VÍ VÍ DỤ: bằng điểm", "TH122"),
    ],
)
def test_a_slip_is_one_complaint_that_names_its_line(path: Path, right: str, wrong: str, code: str) -> None:
    text = path.read_text("utf-8")
    assert right in text
    line = text[: text.index(right)].count("\n") + 1
    told = [each for each in analyse(str(path), text.replace(right, wrong, 1), beside(path)).diagnostics if each.severity is Severity.ERROR]
    assert [each.code.id for each in told] == [code]
    assert line in {label.span.line for label in (told[0].at, *told[0].also)}


def warnings_of(path: Path, right: str, wrong: str) -> list[tuple[str, list[int]]]:
    """The warnings that a change brings, each with the lines that it names besides its own, counted from its own."""
    text = path.read_text("utf-8")
    known = {each.message for each in analyse(str(path), text, beside(path)).diagnostics}
    found = (each for each in analyse(str(path), text.replace(right, wrong, 1), beside(path)).diagnostics if each.message not in known)
    return [(each.code.id, [label.span.line - each.at.span.line for label in each.also]) for each in found]


def test_a_rule_that_lost_its_dash_between_others_is_told() -> None:
    assert warnings_of(BANG, "- Hạng B: ", "Hạng B: ") == [("TH904", [-1, 1])]


def test_a_number_that_is_missing_is_told_with_the_line_that_may_have_lost_it() -> None:
    assert warnings_of(CONG_VAN, "\n1. Bảng tiêu chí của Cục", "\nBảng tiêu chí của Cục") == [("TH904", [-8])]


def test_a_note_that_is_not_read_is_named_beside_what_it_would_have_settled() -> None:
    path = PLANS / "nganh-tu-phap-2017" / "nganh-tu-phap-2017.plan"
    text = path.read_text("utf-8")
    at = text.index("Hiểu là: cụm từ “và 05/7/2017”")
    line = text[:at].count("\n") + 1
    found = analyse(str(path), text[:at] + text[at:].replace("Hiểu là:", "là: Hiểu", 1), beside(path)).diagnostics
    told = {each.code.id: {label.span.line for label in (each.at, *each.also)} for each in found}
    assert line in told["TH114"]
    assert {line - 1, line} <= told["TH528"]


def test_a_column_of_numbers_needs_no_heading() -> None:
    text = BANG.read_text("utf-8")
    assert analyse(str(BANG), text.replace("| STT | Nội dung", "| | Nội dung", 1), beside(BANG)).plan is not None
