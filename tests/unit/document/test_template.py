"""The Word template, and the estimates that the writer works with."""

from pathlib import Path

import pytest
from docx.oxml.ns import qn

from tests.unit.document.reading import opened
from thads_dsl.backends.document import build_template, measure, styles
from thads_dsl.backends.document.looks import LOOKS


def test_the_template_in_the_repository_is_what_its_script_builds() -> None:
    assert build_template.TEMPLATE.read_bytes() == build_template.build()


def test_the_template_is_written_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build_template, "TEMPLATE", tmp_path / "van-ban.docx")
    build_template.main()
    assert [each.name for each in tmp_path.iterdir()] == ["van-ban.docx"]


def test_word_shows_staff_a_style_for_every_kind_of_line() -> None:
    names = {style.name for style in opened(build_template.build()).styles}
    assert names >= {*LOOKS, styles.ARTICLE_NUMBER, styles.TABLE, styles.LAYOUT_TABLE}
    assert not any("," in name for name in LOOKS), "a comma begins an alias"


def test_the_template_opens_in_the_mode_of_today() -> None:
    [mode] = list(opened(build_template.build()).settings.element.iter(qn("w:compatSetting")))
    assert (mode.get(qn("w:name")), mode.get(qn("w:val"))) == ("compatibilityMode", "15")


@pytest.mark.parametrize(
    ("text", "points", "millimetres"),
    [
        # Measured in a PDF that a word processor set in a font with the metrics of Times New Roman Bold.
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, 88.2),
        ("Độc lập - Tự do - Hạnh phúc", 13, 56.1),
        ("CỤC THI HÀNH ÁN DÂN SỰ", 12, 56.0),
    ],
)
def test_lengths_are_within_three_percent_of_what_a_word_processor_sets(text: str, points: int, millimetres: float) -> None:
    assert measure.length(text, points) == pytest.approx(millimetres / 25.4 * 1440, rel=0.03)


def test_columns_fill_the_room_and_hold_their_longest_word() -> None:
    rows = (("STT", "Nội dung"), ("1", "Một câu dài " * 20))
    first, second = measure.column_widths(rows, 13, 200, 9000)
    assert first + second == 9000
    assert measure.length("STT", 13) + 200 <= first < 1200


@pytest.mark.parametrize("rows", [(("", ""),), (("a" * 400, "b"),), (("a", "b"), ("a", "b"))])
def test_columns_fill_the_room_whatever_they_hold(rows: tuple[tuple[str, ...], ...]) -> None:
    widths = measure.column_widths(rows, 13, 200, 9000)
    assert sum(widths) == 9000 and all(width > 0 for width in widths)


def test_lines_break_at_spaces_and_keep_every_word() -> None:
    text = "một hai ba bốn năm sáu bảy tám chín mười"
    lines = measure.lines(text, 14, 1500)
    assert " ".join(lines) == text and len(lines) > 2
    assert all(measure.length(line, 14) <= 1500 for line in lines)
