"""The .docx, read back, against Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I; the clause stands in each row."""

from dataclasses import dataclass, replace
from itertools import pairwise

import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from tests.unit.document.plan import EMPTY, PLAN, block
from tests.unit.document.reading import found, opened, paragraphs, shown
from thads_dsl.backends.document import measure, styles, wording
from thads_dsl.backends.document.docx import docx
from thads_dsl.model.document import Document, Rank

CONTENT = docx(PLAN)
CENTER, JUSTIFY, LEFT = "center", "both", "left"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the decree asks of one element: the range of sizes in points, and how it is set."""

    clause: str
    text: str
    points: tuple[int, int]
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    align: str = CENTER


DECREE = (
    Asked("II.1.a", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", (12, 13), bold=True, capitals=True),
    Asked("II.1.b", "Độc lập - Tự do - Hạnh phúc", (13, 14), bold=True),
    Asked("II.2.b", "Tổng cục Thi hành án dân sự", (12, 13), capitals=True),
    Asked("II.2.b", "Cục Thi hành án dân sự\ntỉnh Hậu Giang", (12, 13), bold=True, capitals=True),
    Asked("II.3.c", "Số: 15/KH-CTHADS", (13, 13)),
    Asked("II.4.c", "Hậu Giang, ngày … tháng … năm 2024", (13, 14), italic=True),
    Asked("II.5.b", "KẾ HOẠCH", (13, 14), bold=True, capitals=True),
    Asked("II.5.b", "Phát động đợt thi đua", (13, 14), bold=True),
    Asked("II.9.d", "Kính gửi:", (13, 14), align=LEFT),
    Asked("II.9.d", "- Các Phòng chuyên môn;", (13, 14), align=LEFT),
    Asked("II.6.a", "Căn cứ Luật Thi đua", (13, 14), italic=True, align=JUSTIFY),
    Asked("II.6.a", "Căn cứ Kế hoạch số 1046", (13, 14), italic=True, align=JUSTIFY),
    Asked("II.6.e", "Cục THADS tỉnh Hậu Giang phát động", (13, 14), align=JUSTIFY),
    Asked("V.6.b mục", "I. MỤC ĐÍCH", (13, 14), bold=True, capitals=True, align=JUSTIFY),
    Asked("II.6.đ khoản có tiêu đề", "1. Mục đích", (14, 14), bold=True, align=JUSTIFY),
    Asked("II.6.đ khoản không có tiêu đề", "2. Thời gian", (14, 14), align=JUSTIFY),
    Asked("II.6.đ điểm", "a) Bảng tiêu chí", (14, 14), align=JUSTIFY),
    Asked("II.6.e", "- Tạo động lực", (14, 14), align=JUSTIFY),
    Asked("II.6.e", "+ Các đơn vị còn lại", (14, 14), align=JUSTIFY),
    Asked("II.6.e", "Trên đây là Kế hoạch", (14, 14), align=JUSTIFY),
    Asked("II.7.đ", "KT. CỤC TRƯỞNG", (13, 14), bold=True, capitals=True),
    Asked("II.7.đ", "PHÓ CỤC TRƯỞNG", (13, 14), bold=True, capitals=True),
    Asked("II.7.đ", "Họ và tên", (13, 14), bold=True),
    Asked("II.9.d", "Nơi nhận:", (12, 12), bold=True, italic=True, align=LEFT),
    Asked("II.9.d", "- Lưu: VT, TCCB.", (11, 11), align=LEFT),
)


@pytest.mark.parametrize("asked", DECREE, ids=lambda asked: f"{asked.clause} {asked.text[:12]!r}")
def test_each_element_is_set_as_the_decree_asks(asked: Asked) -> None:
    seen = found(CONTENT, asked.text)
    assert seen.font == "Times New Roman", "I.4"
    assert seen.color == "000000", "I.4"
    assert asked.points[0] <= seen.points <= asked.points[1], asked.clause
    assert (seen.bold, seen.italic, seen.align) == (asked.bold, asked.italic, asked.align), asked.clause
    assert (seen.caps or seen.text.isupper()) is asked.capitals, asked.clause


def test_capitals_come_from_the_style_so_that_any_spelling_of_the_author_is_set_right() -> None:
    typed = replace(PLAN, type_name="Kế hoạch", authority=("Cục trưởng",))
    assert found(docx(typed), "Kế hoạch").caps
    assert found(docx(typed), "Cục trưởng").caps


def test_parts_and_articles_are_set_as_clause_6_d_asks() -> None:
    body = (
        block(Rank.PART, "Phần I", "Quy định chung", title=True),
        block(Rank.ARTICLE, "Điều 1.", "Phạm vi", title=True),
        block(Rank.ARTICLE, "Điều 2.", "Kế hoạch có hiệu lực từ ngày ký."),
        block(Rank.NONE, "", "PHỤ LỤC", title=True),
    )
    content = docx(replace(EMPTY, body=body))
    part, title = found(content, "Phần I"), found(content, "Quy định chung")
    assert (part.bold, part.caps, part.align, part.outline) == (True, False, CENTER, 0)
    assert (title.bold, title.caps, title.align) == (True, True, CENTER)
    assert found(content, "Điều 1. Phạm vi").bold
    assert found(content, "PHỤ LỤC").align == CENTER
    [article] = [each for each in opened(content).paragraphs if each.text.startswith("Điều 2.")]
    assert [(run.text, run.style.name) for run in article.runs] == [
        ("Điều 2.", styles.ARTICLE_NUMBER),
        (" Kế hoạch có hiệu lực từ ngày ký.", "Default Paragraph Font"),
    ]


def test_the_page_is_a4_with_margins_of_i3() -> None:
    [section] = opened(CONTENT).sections
    assert section.page_width is not None and section.page_height is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    limits = [
        (section.top_margin, 20, 25),
        (section.bottom_margin, 20, 25),
        (section.left_margin, 30, 35),
        (section.right_margin, 15, 20),
    ]
    for margin, least, most in limits:
        assert margin is not None
        assert Mm(least) <= margin + Mm(1) // 10 and margin - Mm(1) // 10 <= Mm(most)
    assert abs(section.page_width - section.left_margin - section.right_margin - Mm(165)) < Mm(1)  # type: ignore[operator]  # none is None


def test_page_numbers_are_centred_in_the_upper_margin_from_page_two() -> None:
    document = opened(CONTENT)
    [section] = document.sections
    assert section.different_first_page_header_footer
    assert section.first_page_header.is_linked_to_previous
    [number] = section.header.paragraphs
    assert [field.get(qn("w:instr"), "").strip() for field in number._p.iter(qn("w:fldSimple"))] == ["PAGE"]
    seen = shown(document, number)
    assert seen.align == CENTER and 13 <= seen.points <= 14 and not seen.bold and not seen.italic


def test_the_body_has_the_indents_and_spaces_of_ii6e() -> None:
    body = [found(CONTENT, text) for text in ("Cục THADS", "I. ", "1. ", "2. ", "- Tạo", "+ Chi", "Trên đây")]
    assert {each.first_line for each in body} == {720}  # 1.27 cm
    assert all(each.after >= 120 for each in body)  # 6 points


def test_mucs_and_khoans_are_headings_for_the_navigation_pane() -> None:
    names = {each.text: each.style.name for each in opened(CONTENT).paragraphs if each.style is not None}
    assert names["KẾ HOẠCH"] == "Title"
    assert names["I. MỤC ĐÍCH, YÊU CẦU"] == "Heading 1"
    assert names["1. Mục đích"] == "Heading 2"
    assert names["2.1. Đối với tập thể"] == "Heading 3"
    assert names["2. Thời gian: Từ ngày 01/4/2024 đến hết ngày 30/6/2024."] == styles.BODY
    assert [found(CONTENT, text).outline for text in ("I. ", "1. ", "2.1.")] == [0, 1, 2]


def test_a_heading_or_a_lead_in_never_stays_alone_at_the_foot_of_a_page() -> None:
    assert all(found(CONTENT, text).keep_next for text in ("II. ", "1. ", "2.1. ", "- Về việc:", "STT"))
    assert not found(CONTENT, "- Về tiền: 40%.").keep_next


def test_the_signature_never_stays_alone_on_the_last_page() -> None:
    assert found(CONTENT, "Trên đây là").keep_next
    assert all(len(table._tbl.findall(f".//{qn('w:cantSplit')}")) == len(table.rows) for table in opened(CONTENT).tables)


def test_nothing_is_numbered_by_word() -> None:
    document = opened(CONTENT)
    assert not list(document.element.iter(qn("w:numPr"))) and not list(document.styles.element.iter(qn("w:numPr")))


def test_only_rules_are_formatted_outside_the_styles() -> None:
    document = opened(CONTENT)
    direct = [
        (paragraph.style.name if paragraph.style is not None else "", child.tag)
        for paragraph in paragraphs(document)
        for child in paragraph._p.iter()
        if child.getparent() is not None and child.getparent().tag in (qn("w:pPr"), qn("w:rPr")) and child.tag != qn("w:pStyle")
    ]
    assert direct == [(styles.RULE, qn("w:ind"))] * 2


def _rules(document: Document) -> list[int]:
    """Lengths of the rules below agency and abstract, in twips."""
    word = opened(docx(document))
    found_rules: list[int] = []
    for room, held in ((styles.LEFT_CELL, word.tables[0].cell(0, 0).paragraphs), (styles.TEXT_WIDTH, word.paragraphs)):
        for paragraph in held:
            indent = paragraph.paragraph_format.left_indent
            if paragraph.style is not None and paragraph.style.name == styles.RULE and indent is not None:
                assert indent == paragraph.paragraph_format.right_indent
                found_rules.append(room - 2 * int(indent.twips))
    return found_rules


@pytest.mark.parametrize("abstract", ["Phát động thi đua", "Phát động đợt thi đua cao điểm quý II năm 2024", PLAN.abstract])
def test_rules_are_a_third_to_a_half_of_the_text_above_them(abstract: str) -> None:
    under_agency, under_abstract = _rules(replace(PLAN, abstract=abstract))
    agency = measure.length("CỤC THI HÀNH ÁN DÂN SỰ", 12)
    text = max(measure.length(line, 14) for line in measure.lines(abstract, 14, styles.TEXT_WIDTH))
    assert agency <= 3 * under_agency and 2 * under_agency <= agency, "II.2.b"
    assert text <= 3 * under_abstract and 2 * under_abstract <= text, "II.5.b"


def test_the_rule_below_tieu_ngu_is_as_long_as_the_text() -> None:
    document = opened(CONTENT)
    style = document.styles[styles.MOTTO_RULE]
    indent = style.element.find(f".//{qn('w:ind')}")
    length = styles.RIGHT_CELL - int(indent.get(qn("w:left"))) - int(indent.get(qn("w:right")))
    assert abs(length - measure.length(wording.MOTTO, 13)) <= 1


def test_quoc_hieu_and_a_long_date_stay_on_one_line() -> None:
    assert measure.length(wording.NATION, 12) < styles.RIGHT_CELL - 200
    assert measure.length("Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2026", 13) * 95 // 100 < styles.RIGHT_CELL


@pytest.mark.parametrize(
    ("agency", "lines"),
    [
        ("Cục Thi hành án dân sự tỉnh Hậu Giang", "Cục Thi hành án dân sự\ntỉnh Hậu Giang"),
        ("CHI CỤC THI HÀNH ÁN DÂN SỰ HUYỆN A", "CHI CỤC THI HÀNH ÁN DÂN SỰ\nHUYỆN A"),
        ("Cục Quản lý thi hành án dân sự", "Cục Quản lý\nthi hành án dân sự"),
        ("Bộ Tư pháp", "Bộ Tư pháp"),
        ("Trường Đào tạo cán bộ lãnh đạo các ngành", "Trường Đào tạo cán bộ lãnh đạo các ngành"),
    ],
)
def test_a_long_name_of_an_agency_is_broken_where_its_parts_meet(agency: str, lines: str) -> None:
    cell = opened(docx(replace(PLAN, agency=agency))).tables[0].cell(0, 0)
    assert cell.paragraphs[1].text == lines


def test_number_and_date_stand_on_one_line_below_agency_and_motto() -> None:
    head = opened(CONTENT).tables[0]
    assert [cell.text for cell in head.rows[1].cells] == ["Số: 15/KH-CTHADS", PLAN.place_and_date]  # II.4.c
    assert [cell.width for cell in head.rows[0].cells] == [styles.LEFT_CELL * 635, styles.RIGHT_CELL * 635]


def test_a_number_still_to_come_leaves_room_to_write_it() -> None:
    number = opened(docx(replace(PLAN, number="/KH-CTHADS"))).tables[0].cell(1, 0).text
    assert number.startswith("Số:     ") and number.endswith("/KH-CTHADS")


def test_recipients_stand_level_with_the_post_of_the_signer() -> None:
    [row] = opened(CONTENT).tables[-1].rows
    left, right = row.cells
    assert [each.text for each in left.paragraphs] == ["Nơi nhận:", "- Tổng cục THADS (để b/c);", "- Lưu: VT, TCCB."]
    assert [each.text for each in right.paragraphs] == ["KT. CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG", "Họ và tên"]


def test_a_post_without_a_name_keeps_the_space_for_a_signature() -> None:
    signer = opened(docx(replace(PLAN, signer=""))).tables[-1].cell(0, 1).paragraphs[-1]
    assert signer.text == "" and signer.style is not None
    space = signer.style.element.find(f".//{qn('w:spacing')}").get(qn("w:before"))
    assert int(space) >= 1200  # 60 points


def test_one_addressee_stands_beside_kinh_gui() -> None:
    assert found(docx(replace(PLAN, addressees=("Các Chi cục THADS",))), "Kính gửi").text == "Kính gửi: Các Chi cục THADS"


def test_a_table_fills_the_page_and_its_heading_comes_again() -> None:
    [table] = [each for each in opened(CONTENT).tables if each.style is not None and each.style.name == styles.TABLE]
    assert [cell.text for cell in table.rows[1].cells] == list(PLAN.body[12].rows[1])  # type: ignore[union-attr]  # it is the table
    assert [bool(row._tr.findall(f".//{qn('w:tblHeader')}")) for row in table.rows] == [True, False, False]
    assert sum(column.width or 0 for column in table.columns) == styles.TEXT_WIDTH * 635
    figures = [cell.paragraphs[0].style.name for cell in table.rows[1].cells if cell.paragraphs[0].style is not None]
    assert figures == [styles.FIGURE, styles.CELL, styles.FIGURE, styles.CELL]


def test_two_tables_in_a_row_stay_two() -> None:
    body = opened(docx(replace(EMPTY, body=(PLAN.body[12], PLAN.body[12]), authority=("CỤC TRƯỞNG",)))).element.body
    tags = [child.tag for child in body]
    assert (qn("w:tbl"), qn("w:tbl")) not in pairwise(tags)
    assert tags.count(qn("w:tbl")) == 4


def test_every_table_has_words_for_those_who_cannot_see_it() -> None:
    for table in opened(CONTENT).tables:
        properties = table._tbl.tblPr
        assert all(properties.find(qn(tag)).get(qn("w:val")) for tag in ("w:tblCaption", "w:tblDescription"))


def test_the_document_says_that_it_is_vietnamese_and_what_it_is_about() -> None:
    document = opened(CONTENT)
    [language] = list(document.styles.element.find(qn("w:docDefaults")).iter(qn("w:lang")))
    assert language.get(qn("w:val")) == "vi-VN"
    assert document.core_properties.language == "vi-VN"
    assert document.core_properties.title.startswith("KẾ HOẠCH Phát động")
    assert document.core_properties.author == ""


def test_a_title_longer_than_word_allows_is_cut_in_the_properties_only() -> None:
    content = docx(replace(PLAN, abstract="thi đua " * 100))
    assert len(opened(content).core_properties.title) == 255
    assert found(content, "thi đua thi đua").text.count("thi đua") == 100
