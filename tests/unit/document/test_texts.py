"""What the author typed comes out as typed, in every format, the same bytes every time."""

import hashlib
import os
import subprocess
import sys
import unicodedata
from dataclasses import fields, replace
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.unit.document.plan import EMPTY, PLAN, block
from tests.unit.document.reading import opened, paragraphs
from thads_dsl.backends.document import WRITERS
from thads_dsl.backends.document.docx import docx
from thads_dsl.backends.document.markdown import markdown
from thads_dsl.backends.document.wording import printable
from thads_dsl.model.document import Block, Document, Rank, Table

COMMONMARK = MarkdownIt("commonmark").enable("table").enable("strikethrough")

HARD = (
    "Thi đua & khen thưởng <b>đậm</b> &amp; &#39;",
    "{{ 7*7 }} {% if a %} {_{ }_} {_% %_} {# ghi chú #}",
    "“Giấy khen” 'đơn' \"kép\" ‘cong’ … – —",
    "*sao* **đậm** _gạch_ __x__ `mã` ~~bỏ~~ [chữ](liên-kết) ![ảnh](a) <http://a.vn> $x$",
    r"C:\so-lieu\2024 \* \\",
    "# không phải đề mục #",
    "- không phải gạch", "+ cộng", "1. một", "12) hai", "> trích", "---", "===", "* * *", "| a | b |", "#", "-", "+", "1.",
    "3.1. Đối với tập thể",
    unicodedata.normalize("NFD", "Kế hoạch thi đua của Chi cục hoà giải"),
    "cách\u00a0không\u00a0ngắt, hai  cách",
)  # fmt: skip


def _texts(content: bytes) -> list[str]:
    return [each.text for each in paragraphs(opened(content))]


@pytest.mark.parametrize("text", HARD)
def test_word_shows_the_characters_of_the_author(text: str) -> None:
    table = Table((("STT", text), ("1", text)), 1)
    document = replace(EMPTY, type_name=text, legal_bases=(text,), body=(block(Rank.NONE, "", text), table), signer=text)
    assert _texts(docx(document)).count(text) == 6


def _plain(tokens: list[Token]) -> str:
    """The text of inline tokens; a line break of the layout is a space."""
    return "".join(" " if token.content == "<br>" else token.content for token in tokens)


def _shown(document: Document) -> list[str]:
    """The text of every block of the rendered Markdown."""
    return [_plain(token.children or []) for token in COMMONMARK.parse(markdown(document)) if token.type == "inline"]


@pytest.mark.parametrize("text", HARD)
def test_rendered_markdown_shows_the_characters_of_the_author(text: str) -> None:
    body = (
        block(Rank.NONE, "", text),
        block(Rank.NUMBER, "1.", text, title=True),
        block(Rank.NUMBER, "2.", text),
        block(Rank.DASH, "-", text),
        block(Rank.PLUS, "+", text),
        Table((("STT", text), ("1", text)), 1),
    )
    shown = _shown(replace(EMPTY, type_name=text, abstract=text, legal_bases=(text,), body=body, recipients=(text,), signer=text))
    assert shown.count(text) == 10
    assert {f"1. {text}", f"2. {text}"} <= set(shown)


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs", "M")), max_size=40).map(str.strip).filter(bool))
def test_any_text_of_a_line_survives_markdown(text: str) -> None:
    body = (block(Rank.NONE, "", text), block(Rank.DASH, "-", text), block(Rank.ROMAN, "I.", text, title=True))
    assert _shown(replace(EMPTY, body=body))[2:] == [text, text, f"I. {text}"]


@given(st.text(min_size=1, max_size=40))
def test_any_text_at_all_makes_a_file_that_opens(text: str) -> None:
    document = replace(PLAN, abstract=text, body=(block(Rank.NONE, "", text), Table(((text,),), 1)), recipients=(text,))
    shown = _texts(docx(document))
    assert shown.count(printable(text)) >= 2
    assert markdown(document).encode()


@pytest.mark.parametrize("control", ["\x0b", "\x0c", "\x07", "\x00", "\x1f", "\x85", "\n"])
def test_a_control_character_does_not_glue_words_together(control: str) -> None:
    document = replace(EMPTY, body=(block(Rank.NONE, "", f"thi{control}đua"),))
    assert "thi đua" in _texts(docx(document))
    assert "thi đua" in markdown(document)


def _words(texts: list[str]) -> list[str]:
    """Words in reading order; signs of lists and empty layout aside."""
    return [word for text in texts for word in text.split() if word not in ("-", "+", "·")]


def _every_text(document: Document) -> list[str]:
    found: list[str] = []
    for field in fields(document):
        value = getattr(document, field.name)
        for part in [value] if isinstance(value, str) else value:
            if isinstance(part, Block):
                found += [part.marker, part.text]
            elif isinstance(part, Table):
                found += [cell for row in part.rows for cell in row]
            else:
                found.append(part)
    return found


def test_markdown_and_word_say_the_same_words_in_the_same_order() -> None:
    assert _words(_shown(PLAN)) == _words(_texts(docx(PLAN)))


def test_both_say_every_word_of_the_plan() -> None:
    said = " ".join(_words(_shown(PLAN)))
    for text in _every_text(PLAN):
        assert " ".join(_words([text])) in said


def test_parts_that_the_plan_does_not_say_leave_nothing_behind() -> None:
    assert [text for text in _texts(docx(EMPTY)) if text] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    assert len(opened(docx(EMPTY)).tables) == 1
    assert [text for text in _shown(EMPTY) if text] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc"]


@pytest.mark.parametrize("name", [field.name for field in fields(PLAN)])
def test_each_part_can_be_missing_alone(name: str) -> None:
    without = replace(PLAN, **{name: getattr(EMPTY, name)})
    assert _words(_shown(without)) == _words(_texts(docx(without)))
    for label, part in (("Số:", "number"), ("Nơi nhận:", "recipients"), ("Kính gửi:", "addressees")):
        assert (label in markdown(without)) is (part != name)


def test_signs_of_lists_nest_by_order_of_first_use() -> None:
    body = tuple(
        block(rank, sign, text)
        for rank, sign, text in (
            (Rank.PLUS, "+", "a"), (Rank.DASH, "-", "b"), (Rank.DASH, "-", "c"), (Rank.PLUS, "+", "d"),
            (Rank.NONE, "", "đoạn văn"), (Rank.DASH, "-", "e"), (Rank.PLUS, "+", "g"),
        )
    )  # fmt: skip
    assert markdown(replace(EMPTY, body=body)).split("\n\n")[1:] == ["+ a\n  - b\n  - c\n+ d", "đoạn văn", "- e\n  + g\n"]


def test_markdown_reads_well_raw() -> None:
    raw = markdown(PLAN)
    assert "\n## I. MỤC ĐÍCH, YÊU CẦU\n\n### 1. Mục đích\n\n- Tạo động lực để công chức hoàn thành nhiệm vụ.\n" in raw
    assert "\n- Về việc:\n  + Chi cục THADS có tổng số giải quyết dưới 800 việc," in raw
    assert "\n| STT | Nội dung tiêu chí | Điểm chuẩn | Cách chấm điểm |\n|---|---|---|---|\n| 1 |" in raw
    assert "\n\n\n" not in raw and raw.endswith("**\n")


def test_a_table_with_rows_of_unlike_length_keeps_every_cell() -> None:
    document = replace(EMPTY, body=(Table((("a",), ("b", "c", "d"), ()), 1),))
    assert [text for text in _texts(docx(document)) if text][2:] == ["a", "b", "c", "d"]
    assert [text for text in _shown(document) if text][1:] == ["a", "b", "c", "d"]


_DIGESTS = """
import hashlib
from tests.unit.document.plan import PLAN
from thads_dsl.backends.document import WRITERS
print([hashlib.sha256(write(PLAN)).hexdigest() for write in WRITERS.values()])
"""


@pytest.mark.parametrize(
    "surroundings",
    [
        {"TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "1700000000"},
    ],
)
def test_the_same_document_gives_the_same_bytes_wherever_it_is_made(surroundings: dict[str, str]) -> None:
    here = [hashlib.sha256(write(PLAN)).hexdigest() for write in WRITERS.values()]
    run = [sys.executable, "-c", _DIGESTS]
    there = subprocess.run(run, env={**os.environ, **surroundings, "PYTHONPATH": os.curdir}, capture_output=True, text=True, check=True)
    assert there.stdout.strip() == str(here)


def test_the_file_carries_no_date_and_no_trace_of_the_machine() -> None:
    with ZipFile(BytesIO(docx(PLAN))) as package:
        members = package.infolist()
        core = package.read("docProps/core.xml").decode()
    assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}
    assert {member.compress_type for member in members} == {ZIP_STORED}
    assert "created" not in core and "modified" not in core


def test_the_writers_are_named_by_their_files() -> None:
    assert list(WRITERS) == ["ke-hoach.md", "ke-hoach.docx"]
    assert WRITERS["ke-hoach.md"](PLAN).decode() == markdown(PLAN)
