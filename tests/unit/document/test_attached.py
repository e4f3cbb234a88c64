"""A file with two documents: each has its own keys, places, recipients and signer, and prints as Nghị định 30/2020/NĐ-CP wants."""

from tests.contract.places import PLANS
from tests.unit.check.writing import sound
from tests.unit.document.reading import opened, paragraphs
from thads_dsl.backends.document.docx import docx
from thads_dsl.backends.document.markdown import markdown
from thads_dsl.model.document import Block

PLAN = sound((PLANS / "nganh-tu-phap-2017" / "nganh-tu-phap-2017.plan").read_text("utf-8"))
LETTER = """Tên loại: CÔNG VĂN
Trích yếu: Đăng ký thi đua
Cơ quan ban hành: Cục Thi hành án dân sự tỉnh A
Số, ký hiệu: 12/CTHADS-VP
Địa danh, thời gian: A, ngày 05 tháng 3 năm 2025
Kính gửi: Các Chi cục THADS.
Danh mục dùng chung: THADS

1. Bản đăng ký gửi về Cục trước ngày 20/3/2025./.

Nơi nhận:
- Như trên.

Kèm theo: BẢNG TIÊU CHÍ
Trích yếu: Chấm điểm thi đua

1. Báo cáo gửi về Cục trước ngày 25/3/2025.
"""


def test_a_decision_names_who_decides_and_the_word_before_its_articles() -> None:
    decision = PLAN.document
    assert decision.issuer == "BỘ TRƯỞNG BỘ TƯ PHÁP"
    assert decision.legal_bases[0].startswith("Căn cứ Luật Thi đua, khen thưởng năm 2003;")
    assert decision.legal_bases[-1].startswith("Xét đề nghị")
    first, *articles = decision.body
    assert isinstance(first, Block) and (first.text, first.title) == ("QUYẾT ĐỊNH:", True)
    assert [block.marker for block in articles if isinstance(block, Block)] == ["Điều 1.", "Điều 2.", "Điều 3."]
    assert decision.recipients[-1] == "Lưu: VT, Vụ TĐKT."


def test_an_attached_document_says_what_it_was_issued_with() -> None:
    [plan] = PLAN.document.attached
    assert plan.type_name == "KẾ HOẠCH"
    assert plan.issued_with == "(Ban hành kèm theo Quyết định số 131/QĐ-BTP ngày 25 tháng 01 năm 2017 của Bộ trưởng Bộ Tư pháp)"
    assert plan.recipients == ()


def test_places_of_the_carrier_begin_with_its_name_and_those_of_the_attached_document_do_not() -> None:
    plan = sound(LETTER)
    assert [str(each.place) for each in plan.deadlines] == ["Công văn.1", "1"]
    assert [each.place.cited() for each in plan.deadlines] == ["khoản 1, Công văn", "khoản 1"]


def test_a_letter_has_its_abstract_below_its_number_and_no_title() -> None:
    letter = sound(LETTER).document
    text = markdown(letter)
    assert "Số: 12/CTHADS-VP<br>V/v Đăng ký thi đua" in text
    assert "# CÔNG VĂN" not in text
    assert "(Kèm theo Công văn số 12/CTHADS-VP ngày 05 tháng 3 năm 2025 của Cục Thi hành án dân sự tỉnh A)" in text
    shown = [each.text for each in paragraphs(opened(docx(letter)))]
    assert "V/v Đăng ký thi đua" in shown
    assert "CÔNG VĂN" not in shown


def test_word_and_markdown_show_both_documents_in_order() -> None:
    wanted = ["QUYẾT ĐỊNH", "BỘ TRƯỞNG BỘ TƯ PHÁP", "QUYẾT ĐỊNH:", "THỨ TRƯỞNG", "KẾ HOẠCH", "I. MỤC ĐÍCH, YÊU CẦU"]
    shown = [line for each in paragraphs(opened(docx(PLAN.document))) for line in each.text.split("\n")]
    places = [next(at for at, line in enumerate(shown) if line == text) for text in wanted]
    assert places == sorted(places)
    text = markdown(PLAN.document)
    assert text.index("# QUYẾT ĐỊNH") < text.index("## QUYẾT ĐỊNH:") < text.index("# KẾ HOẠCH") < text.index("(Ban hành kèm theo")


def test_an_attached_document_begins_on_a_new_page() -> None:
    word = opened(docx(PLAN.document))
    title = next(each for each in paragraphs(word) if each.text == "KẾ HOẠCH")
    assert title.style is not None and title.style.paragraph_format.page_break_before
