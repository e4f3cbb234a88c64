"""Lines → keys, items, recipients and the part that is not printed."""

import pytest

from thads_dsl.source import SourceText
from thads_dsl.syntax.outline import outline
from thads_dsl.syntax.outline_tree import Item, Outline


def read(text: str) -> Outline:
    return outline(SourceText.read("a", text))


def places(text: str) -> list[str]:
    return ["/".join(item.steps) for item in read(text).items]


def test_front_matter_ends_with_the_last_known_key() -> None:
    found = read("Tên loại: KẾ HOẠCH\nGhi chú: sai\nTrích yếu: A\nLưu ý: đây là lời văn\n")
    assert [(key.name, key.value.text) for key in found.keys] == [("tên loại", "KẾ HOẠCH"), ("", "sai"), ("trích yếu", "A")]
    assert [item.text.text for item in found.items] == ["Lưu ý: đây là lời văn"]


def test_a_misspelt_key_is_read_as_the_one_that_is_meant() -> None:
    (key, _) = read("Trich yeu: thi đua\nTình trạng: dự thảo\n").keys
    assert (key.name, key.value.text, key.slip) == ("trích yếu", "thi đua", True)


def test_a_line_between_two_keys_is_one_that_lost_its_colon() -> None:
    found = read("Tên loại: KẾ HOẠCH\nCăn Luật Thi đua\nTình trạng: dự thảo\nLời mở đầu.\n")
    assert [key.name for key in found.keys] == ["tên loại", "", "tình trạng"] and len(found.items) == 1


@pytest.mark.parametrize("line", ["PHẦN KHÔNG", "KHÔNG PHẦN IN", "PHAN KHONG IN", "PHẦN PHẦN KHÔNG IN", "pHẦN KHÔNG IM"])
def test_a_heading_with_a_slip_is_read_as_it_is_meant_and_kept_to_be_told(line: str) -> None:
    found = read(f"Tên loại: KẾ HOẠCH\nI. A\n{line}\nVÍ DU 2: b\nGiả sử\n")
    assert len(found.items) == 1 and len(found.examples) == 1
    assert [slip.right for slip in found.slips] == ["PHẦN KHÔNG IN", "VÍ DỤ"]


@pytest.mark.parametrize("line", ["Phần không đạt", "Nơi nhận hồ sơ: Văn phòng", "Ví như: một đơn vị", "Cơ quan: tập thể"])
def test_prose_that_only_begins_like_a_heading_stays_prose(line: str) -> None:
    assert read(f"Tên loại: KẾ HOẠCH\nI. A\n{line}\n").slips == ()


def test_a_key_below_the_front_matter_is_a_line_of_the_body() -> None:
    assert read("Tên loại: KẾ HOẠCH\n\nLời mở đầu.\nCăn cứ: Luật.\n").items[1].text.text == "Căn cứ: Luật."


@pytest.mark.parametrize(
    "marker", ["Phần I.", "Chương II", "I.", "Điều 1.", "Một là,", "1.", "1.1.", "1.1", "1.1.1.", "a)", "đ)", "(i)", "-", "+", "·"]
)
def test_a_marker_is_set_apart_from_its_words(marker: str) -> None:
    (item,) = read(f"{marker} Nội dung").items
    assert (item.marker, item.text.text) == (marker, "Nội dung")


@pytest.mark.parametrize("line", ["1.500 việc", "I.T. là viết tắt", "-5", "Điều kiện", "Hai đợt", "b/c các đơn vị", "2024 là năm"])
def test_what_only_looks_like_a_marker_is_none(line: str) -> None:
    (item,) = read(line).items
    assert (item.marker, item.text.text) == ("", line)


def test_a_marker_closes_every_open_one_of_its_rank_or_a_lower_one() -> None:
    text = "I. A\n1. B\n1.1. C\na) D\n- E\n+ F\n+ G\n- H\nb) I\n1.2. J\n2. K\nII. L"
    assert places(text) == [
        "I", "I/1", "I/1/1.1", "I/1/1.1/a", "I/1/1.1/a/-1", "I/1/1.1/a/-1/+1", "I/1/1.1/a/-1/+2", "I/1/1.1/a/-2",
        "I/1/1.1/b", "I/1/1.2", "I/2", "II",
    ]  # fmt: skip


def test_bullets_nest_by_the_order_of_their_first_use() -> None:
    assert places("1. A\n+ B\n- C\n+ D") == ["1", "1/+1", "1/+1/-1", "1/+2"]
    assert places("1. A\n- B\n+ C\n· D\n- E") == ["1", "1/-1", "1/-1/+1", "1/-1/+1/·1", "1/-2"]


def test_a_line_without_marker_belongs_to_the_open_item() -> None:
    first, second, third = read("1. A\nB\n- C").items
    assert (first.parent, second.parent, third.parent) == (None, 0, 0)
    assert second.steps == ("1",)


@pytest.mark.parametrize("heading", ["PHỤ LỤC", "Trên đây là Kế hoạch phát động"])
def test_a_heading_in_capitals_and_the_closing_words_close_all(heading: str) -> None:
    assert read(f"I. A\n- B\n{heading}\n- C").items[3].steps == ("-1",)


def test_indentation_blank_lines_and_comments_say_nothing() -> None:
    bare = "I. A\n1. B\n- C\n+ D"
    dressed = "\n\tI.  A   # lời ghi\n\n   1. B\n# một dòng\n\t\t- C\n +   D  \n\n"
    assert places(dressed) == places(bare)
    assert [item.text.text for item in read(dressed).items] == ["A", "B", "C", "D"]


@pytest.mark.parametrize(("line", "aside"), [("- > A", True), ("> - A", True), ("> A", True), ("- A > B", False), ("- A", False)])
def test_the_sign_of_prose_stands_before_or_after_the_marker(line: str, aside: bool) -> None:
    (item,) = read(line).items
    assert item.aside is aside
    assert item.text.text.endswith("A") or item.text.text == "A > B"


def test_notes_belong_to_the_line_above_with_what_their_brackets_say() -> None:
    (item,) = read("- A\nHiểu là (theo Công văn số 5): B\nĐính chính: “a” thành “b”").items
    assert [(note.kind, note.terms.text, note.text.text) for note in item.notes] == [
        ("RESTATEMENT", "theo Công văn số 5", "B"),
        ("CORRECTION", "", '"a" thành "b"'),
    ]


def test_rows_of_a_table_are_one_item() -> None:
    table, after = read("| A | B |\n|---|---|\n| 1 | 2 |\n- C").items
    assert [row.text for row in table.rows] == ["| A | B |", "|---|---|", "| 1 | 2 |"]
    assert after.marker == "-"


def test_a_blank_line_parts_two_tables() -> None:
    assert [len(item.rows) for item in read("| A |\n| 1 |\n\n| B |").items] == [2, 1]


def test_recipients_and_the_unprinted_part_are_no_items() -> None:
    found = read("I. A\nNơi nhận:\n- Bộ;\n- Lưu: VT.\nPHẦN KHÔNG IN\nĐỐI TƯỢNG THI ĐUA\n- X: tập thể\nVÍ DỤ: v\nGiả sử a\nThì b\n")
    assert [item.text.text for item in found.items] == ["A"]
    assert [passage.text for passage in found.recipients] == ["Bộ;", "Lưu: VT."]
    assert [(section.heading, len(section.items)) for section in found.sections] == [("ĐỐI TƯỢNG THI ĐUA", 1)]
    assert [(example.heading.text, len(example.lines)) for example in found.examples] == [("v", 2)]


def test_a_line_that_fits_nowhere_in_the_unprinted_part_is_told() -> None:
    assert [passage.text for passage in read("I. A\nPHẦN KHÔNG IN\nlời lạc\n").strays] == ["lời lạc"]


def test_an_item_knows_where_its_inside_ends() -> None:
    items: tuple[Item, ...] = read("I. A\n1. B\n- C\n2. D\nII. E").items
    assert [item.end for item in items] == [4, 3, 3, 4, 5]


def test_every_text_has_an_outline() -> None:
    for text in ("", "\n\n", "#", "|", "-", ":", "Hiểu là: x", "PHẦN KHÔNG IN", "Nơi nhận:\nNơi nhận:", "VÍ DỤ: a", "Khóa: a"):
        assert isinstance(read(text), Outline)
