"""Quotations that quote in their turn."""

import pytest

from thads_dsl.source import SourceText, fold
from thads_dsl.syntax.quotations import before_open_quotation, flattened, outer_quotations, sentences_around


@pytest.mark.parametrize(
    ("text", "outer"),
    [
        ("bằng: “A”.", ["“A”"]),
        ("bằng: “A “b” c”; “D”", ["“A “b” c”", "“D”"]),
        ("bằng: ““Giấy khen” hoặc “Bằng khen””", ["““Giấy khen” hoặc “Bằng khen””"]),
        ("gồm: “A “b”; “c” và “d””; “E”", ["“A “b”; “c” và “d””", "“E”"]),
        ("bằng: “A.” Bỏ khoản 2: “B”", ["“A.”", "“B”"]),
        ("bằng: “A “b”\nc “d”.\n- e.”", ["“A “b”\nc “d”.\n- e.”"]),
        ("không trích gì", []),
    ],
)
def test_inner_quotes_belong_to_the_quotation_around_them(text: str, outer: list[str]) -> None:
    straight = fold(text)
    assert [straight[start:end] for start, end in outer_quotations(straight)] == [fold(each) for each in outer]


def test_an_open_quotation_reaches_beyond_the_text() -> None:
    assert list(outer_quotations('bằng: "A "b" c')) == [(6, 15)]
    passage = SourceText.read("a", "Sửa khoản 2 như sau: “2. Số").folded[0]
    assert before_open_quotation(passage).text == "Sửa khoản 2 như sau:"


def test_flattening_keeps_every_column() -> None:
    passage = SourceText.read("a", "bằng: “A “b” c”").folded[0]
    assert flattened(passage).text == "bằng: \"A 'b' c\""
    assert flattened(passage).columns == passage.columns


def test_sentences_end_outside_of_quotations() -> None:
    text = 'Bỏ khoản 3. Sửa khoản 2 thành: "A. B" Thêm sau khoản 4: "C". D'
    assert [text[start:end].strip() for start, end in sentences_around(text)] == [
        "Bỏ khoản 3.", 'Sửa khoản 2 thành: "A. B"', 'Thêm sau khoản 4: "C".', "D",
    ]  # fmt: skip
