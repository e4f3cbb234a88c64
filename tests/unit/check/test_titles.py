"""Titles whose end says for whom the lines under them are."""

import pytest

from tests.unit.check.writing import sound, written
from thads_dsl.model.document import Block

RULE = "- Về việc: tỷ lệ thi hành xong trên có điều kiện đạt 81%;\n"


def subjects(title: str) -> list[str]:
    """For whom the one rule under a title is; nobody where the title says nothing."""
    (target,) = sound(written(f"Đối với Chi cục THADS:\n1. {title}\n{RULE}")).targets
    return [target.subject.name]


@pytest.mark.parametrize(
    "title",
    [
        "Chỉ tiêu đối với Chấp hành viên",
        "Các chỉ tiêu thi đua đối với Chấp hành viên",
        "Chỉ tiêu được giao đối với Chấp hành viên",
        "Nhiệm vụ trọng tâm, chỉ tiêu phấn đấu đối với Chấp hành viên",
    ],
)
def test_a_title_that_ends_with_whom_governs_the_lines_under_it(title: str) -> None:
    assert subjects(title) == ["Chấp hành viên"]


@pytest.mark.parametrize(
    "title", ["Các chỉ tiêu ngoài chỉ tiêu đối với Chấp hành viên", "Thái độ của công chức đối với người dân", "Chỉ tiêu chung"]
)
def test_a_title_that_turns_it_or_names_nobody_says_nothing(title: str) -> None:
    assert subjects(title) == ["Chi cục THADS"]


def test_a_title_may_say_the_side_too() -> None:
    (target,) = sound(written("1. Chỉ tiêu về tiền đối với Chấp hành viên\n- Tỷ lệ thi hành xong trên có điều kiện đạt 41%;\n")).targets
    assert (target.subject.name, target.facet and target.facet.value) == ("Chấp hành viên", "về tiền")


def test_a_title_may_say_the_wave_too() -> None:
    days = ("từ ngày 01/01/2024 đến hết ngày 31/3/2024", "từ ngày 01/4/2024 đến hết ngày 30/6/2024")
    waves = "1. Thời gian: gồm 02 đợt:\n" + "".join(f"- Đợt {at}: {said}.\n" for at, said in enumerate(days, 1))
    plan = sound(written(f"{waves}2. Chỉ tiêu đối với Chấp hành viên trong đợt 2\n{RULE}"))
    assert [(target.subject.name, target.wave) for target in plan.targets] == [("Chấp hành viên", "đợt 2")]


@pytest.mark.parametrize(
    ("above", "rules"),
    [
        ("Chỉ tiêu được giao", RULE),
        ("Đối với Chấp hành viên", RULE),
        ("Chấp hành viên", RULE),
        ("Bằng khen của Bộ trưởng Bộ Tư pháp", "- Tập thể: 02 tập thể, do Hội đồng bình xét lựa chọn.\n"),
    ],
)
def test_every_title_is_printed_as_one(above: str, rules: str) -> None:
    plan = sound(written(f"Đối với Chi cục THADS:\n1. {above}\n{rules}"))
    assert [(block.text, block.title) for block in plan.document.body if isinstance(block, Block)][1] == (above, True)
