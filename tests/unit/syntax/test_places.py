"""Several places in one sentence: what the last one says around itself is said of those before it."""

import pytest

from thads_dsl.source import SourceText
from thads_dsl.syntax.condition_tree import TargetsMet
from thads_dsl.syntax.names import NameTable
from thads_dsl.syntax.sentences import read_sentence


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("khoản 2 và khoản 3 mục III", [("III", "2"), ("III", "3")]),
        ("khoản 1, khoản 2 và khoản 3 mục III", [("III", "1"), ("III", "2"), ("III", "3")]),
        ("điểm 3.1 và điểm 3.2 mục III", [("III", "3.1"), ("III", "3.2")]),
        ("khoản 2 mục I và khoản 3 mục III", [("I", "2"), ("III", "3")]),
        ("mục I và khoản 3 mục III", [("I",), ("III", "3")]),
        ("khoản 2 và khoản 3", [("2",), ("3",)]),
    ],
)
def test_places_share_what_stands_around_the_last(written: str, meant: list[tuple[str, ...]]) -> None:
    source = SourceText.read("a", f"Đạt các chỉ tiêu tại {written}")
    sentence = read_sentence(source.folded[0], NameTable(()), ("condition",))
    assert isinstance(sentence.statement, TargetsMet)
    assert [place.steps for place in sentence.statement.places] == meant
