"""A judgment that names some is asked of them alone."""

import pytest

from tests.unit.check.writing import analysed, codes, only, sound, written
from thads_dsl.model.rules import Judged, leaves

HEAD = "Giấy khen được xét, tặng cho {whom} đạt các tiêu chuẩn, điều kiện sau:\n- {item};\n- Tích cực tham gia các phong trào.\n"


def asked(whom: str, item: str) -> dict[str, str]:
    """The judgments of a plan, each with whom it is asked of."""
    plan = sound(written(HEAD.format(whom=whom, item=item)))
    found = ((leaf, standard.subject.name) for standard in plan.standards for leaf in leaves(standard.conditions))
    return {leaf.judgment: name for leaf, name in found if isinstance(leaf, Judged)}


@pytest.mark.parametrize("who", ["Thư ký", "Công chức không là Chấp hành viên"])
def test_words_behind_a_name_are_judged_of_those_of_that_name(who: str) -> None:
    item = f"{who} hoàn thành tốt nhiệm vụ"
    assert asked("cá nhân", item) == {item: who, "Tích cực tham gia các phong trào": "cá nhân"}


@pytest.mark.parametrize(
    ("whom", "item"), [("cá nhân", "Cá nhân có tinh thần trách nhiệm"), ("tập thể", "Chấp hành viên đoàn kết, gương mẫu")]
)
def test_all_of_the_standard_and_the_people_of_a_unit_are_judged_of_the_standard(whom: str, item: str) -> None:
    assert asked(whom, item) == {item: whom, "Tích cực tham gia các phong trào": whom}


def test_people_among_standards_for_units_and_people_are_asked_of_people_only() -> None:
    item = "Chấp hành viên không bị phê bình"
    assert asked("tập thể, cá nhân", item)[item] == "Chấp hành viên"


@pytest.mark.parametrize(
    ("said", "is_judged"),
    [
        ("Hoàn thành các nhiệm vụ đột xuất do cấp có thẩm quyền quyết định", True),
        ("Trường hợp khác do cấp có thẩm quyền quyết định", False),
    ],
)
def test_a_merit_of_which_an_authority_decides_is_judged_and_what_it_decides_of_awards_is_not(said: str, is_judged: bool) -> None:
    assert (said in asked("cá nhân", said)) == is_judged


LIST = (
    "1. Thời gian: từ ngày 01/4/2024 đến hết ngày 30/6/2024.\n"
    "2. Giấy khen được xét, tặng cho tập thể, cá nhân đạt các tiêu chuẩn, điều kiện sau:\n{}"
)


@pytest.mark.parametrize(
    ("line", "apart"),
    [
        ("- Chấp hành viên: gương mẫu; Thư ký: tận tụy.", "- Chấp hành viên: gương mẫu.\n- Thư ký: tận tụy."),
        ("- Chấp hành viên: gương mẫu. Thư ký: tận tụy.", "- Chấp hành viên: gương mẫu.\n- Thư ký: tận tụy."),
        ("- Không bị kỷ luật; Thư ký: tận tụy.", "- Không bị kỷ luật.\n- Thư ký: tận tụy."),
        (
            "- Chi cục THADS: không bị kỷ luật; Phòng chuyên môn: tận tụy.",
            "- Chi cục THADS: không bị kỷ luật.\n- Phòng chuyên môn: tận tụy.",
        ),
        (
            "- Đối với Thư ký: tận tụy; đối với Chấp hành viên: gương mẫu.",
            "- Đối với Thư ký: tận tụy.\n- Đối với Chấp hành viên: gương mẫu.",
        ),
        ("- Thư ký tận tụy; đối với Chấp hành viên gương mẫu.", "- Thư ký tận tụy.\n- Chấp hành viên gương mẫu."),
    ],
)
def test_a_line_of_two_subjects_is_to_be_two_lines(line: str, apart: str) -> None:
    (told,) = only(analysed(written(LIST.format(line))), "TH101")
    assert "hai đối tượng" in told.message and [way.line for way in told.ways] == [apart]
    assert "TH101" not in codes(written(LIST.format(apart)))


def test_what_is_asked_of_the_head_of_a_unit_names_no_second_subject() -> None:
    assert codes(written(LIST.format("- Chi cục THADS: đoàn kết; lãnh đạo đơn vị: gương mẫu; về đạo đức: trong sáng."))) == []


def test_a_condition_of_some_is_told_with_whom_it_is_asked_of() -> None:
    read = {line.text: line.taken for line in analysed(written(LIST.format("- Thư ký: tận tụy.\n- Đoàn kết."))).reading}
    assert [each.words for each in read["- Thư ký: tận tụy."]] == ["Thư ký: Hội đồng bình xét “tận tụy”"]
    assert [each.words for each in read["- Đoàn kết."]] == ["Hội đồng bình xét “Đoàn kết”"]


@pytest.mark.parametrize("label", ["Đội xe:", "Đội xe", "Riêng Đội xe:", "Các đơn vị miền núi:"])
def test_a_label_above_items_that_nobody_declared_is_asked_about(label: str) -> None:
    name = "đơn vị miền núi" if "núi" in label else "Đội xe"
    body = HEAD.format(whom="tập thể", item=f"Chấp hành tốt nội quy;\n- {label}\n+ An toàn")
    (found,) = only(analysed(written(body)), "TH202")
    assert found.message == f"“{name}”"
    plan = sound(written(body, subjects=(f"{name}: tập thể",)))
    of_some = next(standard for standard in plan.standards if standard.subject.any_of)
    assert [each.judgment for each in leaves(of_some.conditions) if isinstance(each, Judged)] == ["An toàn"]


@pytest.mark.parametrize("label", ["Tiêu chuẩn chung:", "Về phẩm chất:", "Tập thể lãnh đạo:", "Đơn vị"])
def test_a_title_above_items_says_nothing(label: str) -> None:
    assert codes(written(HEAD.format(whom="tập thể", item=f"Chấp hành tốt nội quy;\n- {label}\n+ An toàn"))) == []
