"""Labels and wishes among standards: what narrows a condition, or takes it back, is not left out in silence."""

import pytest

from tests.unit.check.writing import analysed, codes, only, sound, written
from thads_dsl.model.rules import Judged, leaves

HEAD = """I. CHỈ TIÊU
1. Kỳ số liệu: từ ngày 01/10/2023 đến hết ngày 30/6/2024.
2. Tập thể đạt tỷ lệ thi hành xong trên có điều kiện về việc từ 76% trở lên.
II. TIÊU CHUẨN
1. Giấy khen được xét, tặng cho tập thể đạt các tiêu chuẩn, điều kiện sau:
"""
MET = "đạt các chỉ tiêu tại khoản 2 mục I"


def listed(*lines: str, subjects: tuple[str, ...] = ()) -> str:
    return written(HEAD + "\n".join(lines), status="dự thảo", subjects=subjects)


def asked(text: str) -> list[tuple[str, list[str]]]:
    """Of each standard for whom it is, and its conditions: what the council judges, else the kind."""
    said = (
        (each.subject.name, [leaf.judgment if isinstance(leaf, Judged) else type(leaf).__name__ for leaf in leaves(each.conditions)])
        for each in sound(text).standards
    )
    return list(said)


@pytest.mark.parametrize(
    "label",
    ["Trường hợp khó khăn", "Năm liền kề", "Về Đảng", "Nếu là đơn vị vùng cao", "Đợt cao điểm", "Trong năm liền trước", "Khi có yêu cầu"],
)
def test_a_label_that_narrows_is_told_and_not_asked_of_everybody(label: str) -> None:
    [found] = only(analysed(listed(f"- {label}: {MET}.")), "TH101")
    assert asked(listed(found.ways[0].line)) == [("tập thể", ["TargetsMet"])]
    assert asked(listed(f"- {label}: {MET}.", found.ways[1].line)) == [("tập thể", [f"{label}: {MET}"])]


@pytest.mark.parametrize("label", ["Về chuyên môn", "Tiêu chuẩn 1", "Điều kiện thứ 2", "Lưu ý", "Kết quả công tác", "Một là", "Năm là"])
def test_a_title_says_nothing_and_is_no_question(label: str) -> None:
    text = listed(f"- {label}: {MET}.")
    assert codes(text) == []
    assert asked(text) == [("tập thể", ["TargetsMet"])]


@pytest.mark.parametrize("said", [MET, "không có cá nhân thuộc đơn vị bị kỷ luật từ hình thức khiển trách trở lên", "có sáng kiến"])
def test_unknown_people_before_a_condition_are_a_name_that_nobody_declared(said: str) -> None:
    lines = ("- Nội bộ đoàn kết;", f"- Đơn vị miền núi: {said}.")
    assert [each.message for each in only(analysed(listed(*lines)), "TH202")] == ["“Đơn vị miền núi”"]
    if said != MET:  # targets are those of all units
        assert [who for who, _ in asked(listed(*lines, subjects=("Đơn vị miền núi: tập thể",)))] == ["tập thể", "Đơn vị miền núi"]


@pytest.mark.parametrize("name", ["Đội kiểm soát nội vụ", "Cụm án lớn", "Phòng Số hóa", "Bộ phận một cửa"])
def test_undeclared_people_before_a_judgment_are_told_first_or_second_on_a_line(name: str) -> None:
    text = listed(f"- {name}: gương mẫu.")
    assert [each.message for each in only(analysed(text), "TH202")] == [f"“{name}”"]
    assert asked(listed(f"- {name}: gương mẫu.", subjects=(f"{name}: tập thể",))) == [(name, ["gương mẫu"])]
    [found] = only(analysed(listed(f"- Chi cục THADS: đoàn kết; {name}: gương mẫu.")), "TH101")
    declared = listed(*found.ways[0].line.split("\n"), subjects=(f"{name}: tập thể",))
    assert asked(declared) == [("Chi cục THADS", ["đoàn kết"]), (name, ["gương mẫu"])]


@pytest.mark.parametrize(
    "line",
    [
        "- Lãnh đạo đơn vị: gương mẫu.",
        "- Tập thể lãnh đạo: đoàn kết.",
        "- Về Đảng: chi bộ trong sạch, vững mạnh.",
        "- Chi bộ: trong sạch, vững mạnh.",
        "- Phòng, chống tham nhũng: minh bạch, đúng quy định.",
    ],
)
def test_what_the_council_judges_in_every_unit_may_have_a_label(line: str) -> None:
    assert asked(listed(line)) == [("tập thể", [line.strip("- .")])]


@pytest.mark.parametrize(
    "line",
    [
        "- Có sáng kiến (không bắt buộc).",
        "- Có sáng kiến, không bắt buộc.",
        "- Có sáng kiến (khuyến khích).",
        "- Khuyến khích có sáng kiến.",
        "- Khuyến khích: có sáng kiến.",
        "- Nên có sáng kiến.",
        "- Nữ công chức nuôi con nhỏ không cần có sáng kiến.",
        "- Đơn vị nhiều án phức tạp thì chỉ cần hoàn thành nhiệm vụ.",
        "- Khuyến khích\n+ Có sáng kiến.\n+ Có giải pháp.",
        "- Tiêu chuẩn khuyến khích:\n+ Có sáng kiến.",
    ],
)
def test_a_wish_is_no_condition(line: str) -> None:
    [found] = only(analysed(listed("- Nội bộ đoàn kết;", line)), "TH101")
    assert asked(listed("- Nội bộ đoàn kết;", found.ways[0].line)) == [("tập thể", ["Nội bộ đoàn kết"])]


def test_what_units_do_for_their_people_is_no_wish() -> None:
    line = "Khuyến khích, động viên công chức học tập"
    assert asked(listed(f"- {line}.")) == [("tập thể", [line])]


def test_a_wish_that_is_read_like_a_condition_gets_the_condition() -> None:
    [found] = only(analysed(listed(f"- Khuyến khích: {MET}.")), "TH101")
    assert asked(listed(found.ways[0].line)) == [("tập thể", ["TargetsMet"])]


@pytest.mark.parametrize("title", ["Trường hợp khó khăn", "Nếu là đơn vị vùng cao:", "Riêng năm đầu:"])
def test_a_title_that_narrows_is_told_and_its_items_are_not_asked_of_everybody(title: str) -> None:
    [found] = only(analysed(listed(f"- {title}", "+ Có sáng kiến.")), "TH101")
    assert asked(listed(found.ways[0].line, "+ Có sáng kiến.")) == [("tập thể", ["Có sáng kiến"])]


@pytest.mark.parametrize("title", ["Về Đảng:", "Trong công tác", "Về chuyên môn"])
def test_other_titles_of_items_say_nothing(title: str) -> None:
    assert asked(listed(f"- {title}", "+ Có sáng kiến.")) == [("tập thể", ["Có sáng kiến"])]


@pytest.mark.parametrize(
    "said", ["Nữ công chức nuôi con nhỏ thì không cần sáng kiến.", "Đơn vị nhiều án được châm chước.", "Áp dụng cho cả Phòng chuyên môn."]
)
def test_a_paragraph_below_the_items_that_eases_them_is_told(said: str) -> None:
    assert [each.at.span.line for each in only(analysed(listed(f"- Đạt{MET[3:]}.", said)), "TH913")] == [13]


def test_other_paragraphs_below_the_items_are_prose() -> None:
    assert codes(listed(f"- Đạt{MET[3:]}.", "Các đơn vị quán triệt nội dung trên đến toàn thể công chức.")) == []
