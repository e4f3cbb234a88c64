"""A slip on one line that another line is complained of for: the complaint names the line of the slip too, and one complaint is all."""

from pathlib import Path

import pytest

from tests.contract.places import PLANS
from thads_dsl.diagnostics import Severity
from thads_dsl.pipeline import analyse

HE_THONG = PLANS / "he-thong-thads-2022" / "he-thong-thads-2022.plan"
TUYEN_QUANG = PLANS / "tuyen-quang-2023" / "tuyen-quang-2023.plan"
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
    ],
)
def test_a_slip_is_one_complaint_that_names_its_line(path: Path, right: str, wrong: str, code: str) -> None:
    text = path.read_text("utf-8")
    assert right in text
    line = text[: text.index(right)].count("\n") + 1
    told = [each for each in analyse(path.name, text.replace(right, wrong, 1)).diagnostics if each.severity is Severity.ERROR]
    assert [each.code.id for each in told] == [code]
    assert line in {label.span.line for label in (told[0].at, *told[0].also)}
