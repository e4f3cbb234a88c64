"""A judgment that names some is asked of them alone."""

import pytest

from tests.unit.check.writing import sound, written
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
