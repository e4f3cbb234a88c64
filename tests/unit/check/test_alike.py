"""“Về tiền: như về việc”: the rule of another without a figure of its own is asked for, and no question of the council."""

import pytest

from tests.unit.check.writing import analysed, only, sound, written

TARGETS = """I. CHỈ TIÊU
1. Đối với Chi cục THADS:
- Tỷ lệ thi hành xong trên có điều kiện về việc đạt 80%.
{line}
"""
STANDARDS = """I. TIÊU CHUẨN
“Giấy khen của Cục trưởng Cục THADS tỉnh” được xét, tặng cho cá nhân đạt các tiêu chuẩn, điều kiện sau:
1. Đối với Chấp hành viên:
- Không bị kỷ luật từ hình thức khiển trách trở lên.
{line}
"""
NUMBERS = """I. SỐ LƯỢNG KHEN THƯỞNG
- Mỗi Chi cục 02 cá nhân, do Hội đồng bình xét lựa chọn.
{line}
"""


@pytest.mark.parametrize(
    "line",
    (
        "- Về tiền: như về việc.",
        "- Về tiền: như năm 2023.",
        "- Về tiền: tương tự.",
        "- Về tiền cũng vậy.",
        "- Về tiền: bằng mức bình quân toàn tỉnh.",
        "- Về tiền: cùng chỉ tiêu với về việc.",
        "- Chỉ tiêu về tiền giữ nguyên như năm 2023.",
        "- Giảm việc chuyển kỳ sau từ 5% trở lên so với năm 2023; tiền giữ nguyên.",
        "- Tỷ lệ thi hành xong về việc đạt 80%; về tiền: tương tự.",
        "2. Đối với Chấp hành viên: như trên.",
        "2. Phòng chuyên môn: chỉ tiêu bằng bình quân các Chi cục.",
        "2. Phòng chuyên môn: theo chỉ tiêu của Chi cục.",
    ),
)
def test_a_target_like_another_is_asked_for_its_figure(line: str) -> None:
    text = written(TARGETS.format(line=line), status="dự thảo")
    (told,) = only(analysed(text), "TH101")
    (way,) = told.ways
    ready = text.replace(line, way.line).replace("…", "50").replace(line.split(";")[0] + "; ", "")
    sound(ready)


@pytest.mark.parametrize(
    "line",
    (
        "- Về tiền: theo quy định.",
        "- Chấp hành tốt kỷ luật như mọi năm.",
        "- Gương mẫu, đoàn kết như các năm trước.",
        "- Về tiền: đạt 50%.",
    ),
)
def test_what_says_something_of_its_own_is_not_asked_for_it(line: str) -> None:
    assert not only(analysed(written(TARGETS.format(line=line), status="dự thảo")), "TH101")


def test_places_like_those_of_others_are_asked_for_their_number() -> None:
    text = written(NUMBERS.format(line="- Phòng chuyên môn: như Chi cục."), status="dự thảo")
    (told,) = only(analysed(text), "TH101")
    assert [way.line for way in told.ways] == ["- Mỗi Phòng chuyên môn … cá nhân, do Hội đồng bình xét lựa chọn."]


def test_standards_like_those_of_others_are_written_for_both() -> None:
    line = "2. Đối với Thư ký thi hành án: tương tự Chấp hành viên."
    text = written(STANDARDS.format(line=line), status="dự thảo")
    (told,) = only(analysed(text), "TH101")
    (way,) = told.ways
    assert way.line == "1. Đối với Chấp hành viên, Thư ký thi hành án:"
    mended = text.replace(f"{line}\n", "").replace("1. Đối với Chấp hành viên:", way.line)
    assert [rule.subject.name for rule in sound(mended).standards] == ["Chấp hành viên và Thư ký thi hành án"]
