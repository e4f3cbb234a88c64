"""Titles of conditions that name no award, or nobody: all that is under them is for the award of the plan, or the author is asked."""

import pytest

from tests.unit.check.writing import analysed, only, sound, written

ITEM = "- Nội bộ đoàn kết."
HEAD = "I. KHEN THƯỞNG\n1. Hình thức khen thưởng: Giấy khen của Cục trưởng Cục THADS tỉnh.\n"


def standards(lines: str, head: str = HEAD) -> list[tuple[str, str]]:
    """The award of each standard, and for whom it is."""
    return [(each.award, each.subject.name) for each in sound(written(head + lines)).standards]


@pytest.mark.parametrize(
    "title",
    [
        "Điều kiện xét tặng đối với tập thể",
        "Tiêu chuẩn khen thưởng đối với tập thể",
        "Tiêu chuẩn, điều kiện được xét khen thưởng đối với tập thể",
        "Điều kiện để được xét tặng đối với tập thể",
        "Tiêu chuẩn được tặng Giấy khen đối với tập thể",
        "Tiêu chuẩn chung đối với tập thể",
        "Tiêu chuẩn riêng đối với tập thể",
    ],
)
def test_a_title_of_conditions_may_name_no_award(title: str) -> None:
    assert standards(f"2. {title}\n{ITEM}") == [("Giấy khen", "tập thể")]


def test_the_lines_under_it_may_say_for_whom_they_are() -> None:
    assert standards(f"2. Điều kiện xét tặng\na) Tập thể\n{ITEM}\nb) Cá nhân\n{ITEM}") == [
        ("Giấy khen", "tập thể"),
        ("Giấy khen", "cá nhân"),
    ]


def test_what_is_common_and_what_is_special_are_asked_together() -> None:
    lines = f"2. Điều kiện xét tặng\n2.1. Tiêu chuẩn chung đối với tập thể, cá nhân\n{ITEM}\n2.2. Tiêu chuẩn riêng đối với cá nhân\n{ITEM}"
    assert standards(lines) == [("Giấy khen", "tập thể"), ("Giấy khen", "cá nhân"), ("Giấy khen", "cá nhân")]


def test_a_title_inside_of_another_is_about_the_same_award() -> None:
    two = HEAD.replace("Giấy khen của", "Bằng khen của Bộ trưởng Bộ Tư pháp và Giấy khen của")
    lines = (
        f"2. Tiêu chuẩn xét tặng Giấy khen\n2.1. Tiêu chuẩn chung đối với tập thể\n{ITEM}\n2.2. Tiêu chuẩn riêng đối với cá nhân\n{ITEM}"
    )
    assert {award for award, _ in standards(lines, two)} == {"Giấy khen"}


def test_common_standards_of_nobody_are_asked_for_whom_with_a_line_that_is_read() -> None:
    lines = f"2. Điều kiện xét tặng\n2.1. Tiêu chuẩn chung\n{ITEM}"
    [found] = only(analysed(written(HEAD + lines)), "TH206")
    assert standards(lines.replace(ITEM, f"{found.ways[0].line}\n{ITEM}")) == [("Giấy khen", "tập thể"), ("Giấy khen", "cá nhân")]


@pytest.mark.parametrize(
    "title", ["Tiêu chuẩn chung", "Nguyên tắc, điều kiện xét tặng", "Tiêu chí xét tặng Giấy khen", "Yêu cầu đối với tập thể được khen"]
)
def test_a_title_in_other_words_is_refused_with_titles_that_are_read(title: str) -> None:
    [found] = only(analysed(written(f"{HEAD}2. {title}\n{ITEM}", status="dự thảo")), "TH101")
    assert [len(standards(f"{way.line}\n{ITEM}")) for way in found.ways] == [2, 1, 1]


@pytest.mark.parametrize("title", ["Tiêu chí chấm điểm để xét tặng", "Điều kiện thi hành án"])
def test_other_titles_say_nothing_of_awards(title: str) -> None:
    assert standards(f"2. {title}\n{ITEM}") == []
