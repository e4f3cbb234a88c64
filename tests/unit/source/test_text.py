"""Characters: what is the same for recognition, and where the author's are."""

import codecs
import unicodedata

import pytest

from thads_dsl.source import SourceText, Span, canonical, fold, plain

LINE = "- Hồ sơ gửi trước ngày 01/7/2024, hoà giải “xong”"


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("hoà", "hòa"),
        ("hoá đơn", "hóa đơn"),
        ("thoả thuận", "thỏa thuận"),
        ("xoã", "xõa"),
        ("hoạ", "họa"),
        ("khoẻ", "khỏe"),
        ("loè", "lòe"),
        ("uỷ ban", "ủy ban"),
        ("huỷ", "hủy"),
        ("thuỳ", "thùy"),
        ("luỹ", "lũy"),
        ("tuý", "túy"),
        ("HOÀ", "HÒA"),
        ("Uỷ", "Ủy"),
        ("quý", "quý"),
        ("Quý", "Quý"),
        ("hoàn", "hoàn"),
        ("toàn", "toàn"),
        ("khoản", "khoản"),
        ("tòa", "tòa"),
    ],
)
def test_the_tone_stands_where_the_new_spelling_puts_it(written: str, folded: str) -> None:
    assert fold(written) == folded
    assert fold(unicodedata.normalize("NFD", written)) == folded


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("a\u00a0b", "a b"),
        ("a\u202fb", "a b"),
        ("a\tb", "a b"),
        ("2021–2025", "2021-2025"),
        ("2021—2025", "2021-2025"),
        ("−5", "-5"),
        ("“x”", '"x"'),
        ("«x»", '"x"'),
        ("‘x’", "'x'"),
        ("Ðối với", "Đối với"),
        ("77％", "77%"),
        ("a\u200bb\u00ad", "ab"),
        ("e\u0323\u0302", "ệ"),
    ],
)
def test_look_alikes_are_one_character(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_canonical_text_has_curly_quotes_and_single_spaces() -> None:
    assert canonical('  Hình   thức "khiển trách"\u00a0trở lên, «a» ') == "Hình thức “khiển trách” trở lên, “a”"
    assert canonical('chưa đóng "ngoặc') == "chưa đóng “ngoặc"


def test_plain_text_has_neither_diacritics_nor_case() -> None:
    assert plain("Đối với  ỦY ban") == "doi voi uy ban"


NEWLINES = {"LF": "\n", "CRLF": "\r\n", "CR": "\r"}
ENCODINGS = {
    "UTF-8": lambda text: text.encode("utf-8"),
    "UTF-8 with BOM": lambda text: codecs.BOM_UTF8 + text.encode("utf-8"),
    "UTF-16 little end first": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "UTF-16 big end first": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
}


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("newline", NEWLINES)
def test_any_newline_and_any_unicode_encoding_give_the_same_lines(newline: str, encoding: str) -> None:
    raw = ENCODINGS[encoding](NEWLINES[newline].join(("một", LINE, "")))
    source = SourceText.read("a", raw)
    assert source.lines == ("một", LINE, "")
    assert source.undecodable is None


def test_bytes_that_are_no_text_are_told_by_their_line() -> None:
    assert SourceText.read("a", b"mot\nhai\n\xff\xfe\xc3").undecodable == 3


@pytest.mark.parametrize("decomposed", [False, True], ids=["NFC", "NFD"])
@pytest.mark.parametrize("words", ["trước", "ngày 01/7/2024", "hòa giải", '"xong"', "Hồ sơ gửi"])
def test_a_place_is_the_authors_characters(words: str, decomposed: bool) -> None:
    line = unicodedata.normalize("NFD" if decomposed else "NFC", LINE)
    source = SourceText.read("a", line)
    passage = source.folded[0]
    start = passage.text.index(words)
    span = passage.span(start, start + len(words))
    quoted = source.quote(span)
    assert fold(quoted) == words
    assert unicodedata.is_normalized("NFD" if decomposed else "NFC", quoted)


def test_invisible_characters_shift_no_place() -> None:
    source = SourceText.read("a", "tr\u200bước \u00adngày")
    passage = source.folded[0]
    assert passage.text == "trước ngày"
    assert source.quote(passage.span(6)) == "ngày"


def test_a_cut_leaves_the_spaces_around_it_outside() -> None:
    passage = SourceText.read("a", "một   hai  ba").folded[0].cut(3, 11)
    assert (passage.text, passage.span()) == ("hai", Span(1, 6, 9))


def test_new_words_point_at_what_they_replace() -> None:
    source = SourceText.read("a", "từ trên 800 việc, đạt")
    passage = source.folded[0].replaced(0, 16, "từ 800 việc trở lên")
    assert passage.text == "từ 800 việc trở lên, đạt"
    assert source.quote(passage.span(passage.text.index("đạt"))) == "đạt"
    assert passage.span(0, 19) == Span(1, 0, 16)
