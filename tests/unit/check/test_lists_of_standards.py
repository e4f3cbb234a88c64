"""What stands in a list of standards is a condition of somebody or complained of: nothing in it is mere words, or about the campaign."""

import pytest

from tests.unit.check.writing import analysed, codes, only, sound, written
from thads_dsl.model.rules import Judged

WAVES = """1. Thời gian: gồm 02 đợt như sau:
- Đợt 1: từ ngày 01/01/2024 đến hết ngày 31/3/2024.
- Đợt 2: từ ngày 01/4/2024 đến hết ngày 30/6/2024.
2. Hình thức khen thưởng: Giấy khen của Cục trưởng Cục THADS.
"""


def listed(*lines: str) -> str:
    """A plan of two waves with these lines under a title of standards."""
    return written(f"{WAVES}3. Tiêu chuẩn khen thưởng\n" + "\n".join(lines))


def judged(text: str) -> list[tuple[str, str]]:
    """For whom each judgment of the standards is."""
    return [
        (standard.subject.name, condition.judgment)
        for standard in sound(text).standards
        for condition in standard.conditions
        if isinstance(condition, Judged)
    ]


def test_items_of_nobody_are_refused_with_the_line_that_says_whose_they_are() -> None:
    text = listed("- Nội bộ đoàn kết;", "- Chấp hành tốt nội quy.")
    found = only(analysed(text), "TH206")
    assert len(found) == 2
    lines = text.split("\n")
    lines.insert(found[0].at.span.line - 1, found[0].ways[-1].line)
    assert [judgment for _, judgment in judged("\n".join(lines))] == ["Nội bộ đoàn kết", "Chấp hành tốt nội quy"]


@pytest.mark.parametrize("title", ("3.2. Cán bộ biệt phái", "3.2. Cán bộ biệt phái:", "3.2. Đối với cán bộ biệt phái"))
def test_items_under_a_name_that_nobody_declared_are_not_lost(title: str) -> None:
    text = listed("3.1. Tập thể", "- Nội bộ đoàn kết.", title, "- Chấp hành tốt nội quy.")
    (found,) = only(analysed(text), "TH202")
    assert judged(f"{text}\n{found.ways[0].line}\n") == [
        ("tập thể", "Nội bộ đoàn kết"),
        (found.message.strip("“”"), "Chấp hành tốt nội quy"),
    ]


def test_a_heading_above_paragraphs_is_no_item() -> None:
    assert judged(listed("3.1. Tập thể", "- Nội bộ đoàn kết.", "3.2. Công bố", "Kết quả được niêm yết tại trụ sở.")) == [
        ("tập thể", "Nội bộ đoàn kết")
    ]


@pytest.mark.parametrize("item", ("Được tuyên dương ở hai đợt", "Dẫn đầu trong cả hai đợt", "Tham gia 02 đợt thi đua"))
def test_waves_in_a_list_are_no_count_of_them_but_a_question_of_the_council(item: str) -> None:
    text = listed("Đối với tập thể:", f"- {item}.")
    (found,) = [each for each in analysed(text).diagnostics if each.code.id in ("TH101", "TH102")]
    assert judged(f"{text}\n{found.ways[0].line}\n") == [("tập thể", item)]


def test_days_in_a_list_are_no_time_of_the_campaign() -> None:
    text = listed("Đối với cá nhân:", "- Công tác liên tục từ ngày 01/01/2024 đến hết ngày 30/6/2024.")
    assert "TH101" in codes(text)


@pytest.mark.parametrize(
    "said", ("Xét khen sau cả hai đợt.", "Một trong hai đợt thi đua, đơn vị phải dẫn đầu.", "Chỉ đơn vị dẫn đầu trong hai đợt thi đua.")
)
def test_a_sentence_that_rules_by_waves_does_not_count_them(said: str) -> None:
    assert {"TH101", "TH102"} & set(codes(written(f"{WAVES}3. {said}")))


@pytest.mark.parametrize("said", ("Phong trào gồm 02 đợt.", "Phát động thi đua thành hai đợt cao điểm."))
def test_a_sentence_that_announces_waves_counts_them(said: str) -> None:
    assert codes(written(f"{WAVES}3. {said}")) == []
    assert "TH522" in codes(written(f"{WAVES}3. {said.replace('02', '03').replace('hai', 'ba')}"))
