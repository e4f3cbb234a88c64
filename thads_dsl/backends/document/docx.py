"""Document → Word file after Nghị định 30/2020/NĐ-CP, Phụ lục I.

The look lives in the styles of the template `van-ban.docx`, which staff may change in Word; this module says which style a
line has. Only what depends on a text's length is set here: rules below a text, and columns of tables.
"""

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from io import BytesIO
from unicodedata import normalize

from markupsafe import Markup, escape

from thads_dsl.backends.document import measure, styles, wording
from thads_dsl.backends.document.package import without_traces
from thads_dsl.backends.document.wording import addressed, dashed, printable, with_marker
from thads_dsl.model.document import Block, Document, Rank, Table

_TEMPLATE = files("thads_dsl.backends.document") / "van-ban.docx"
_LONGEST_PROPERTY = 255  # characters; Word takes no more
_CELL_NEED = 2 * styles.CELL_PADDING + 60  # twips beside the text of a cell: also its edges, and that lengths are estimates
_ROOM_UPRIGHT = styles.LEFT_CELL * 100 // 95  # upright capitals are so much narrower than the bold ones that lengths are measured in

# Before these a long name of an agency is broken: “Cục Thi hành án dân sự / tỉnh A”, “Cục Quản lý / thi hành án dân sự”.
# The author's characters are not normalised, so both of their forms are looked for.
_AGENCY_PARTS = "tỉnh|thành phố|huyện|quận|thị xã|khu vực|thi hành án"
_AGENCY_BREAK = re.compile(rf"\s+(?=(?:{normalize('NFC', _AGENCY_PARTS)}|{normalize('NFD', _AGENCY_PARTS)})\s)", re.IGNORECASE)

_TITLES = {
    Rank.ROMAN: styles.HEADINGS[0],
    Rank.NUMBER: styles.HEADINGS[1],
    Rank.DECIMAL: styles.HEADINGS[2],
    Rank.DECIMAL3: styles.HEADINGS[3],
    Rank.LETTER: styles.HEADINGS[4],
    Rank.NONE: styles.PART_TITLE,
}


def docx(document: Document) -> bytes:
    """The bytes of the .docx; always the same for the same document."""
    # Here, because they take longer to load than a whole `thads check` takes.
    from docxtpl import DocxTemplate
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    template = DocxTemplate(BytesIO(_TEMPLATE.read_bytes()))
    ids = {style.name: style.style_id for style in template.get_docx().styles}
    template.render(_context(document, ids), SandboxedEnvironment(undefined=StrictUndefined, autoescape=True))
    # Not get_docx(), which would read the template anew.
    template.docx.core_properties.title = with_marker(document.type_name, document.abstract)[:_LONGEST_PROPERTY]
    out = BytesIO()
    template.save(out)
    return without_traces(out.getvalue())


def _context(document: Document, ids: Mapping[str, str]) -> dict[str, object]:
    """What the template may name; the keys are the words that staff meet in its tags."""
    agency = _agency_lines(document.agency, styles.LEFT_CELL)
    abstract = "" if document.is_letter else document.abstract
    return {
        "co_quan_chu_quan": _broken(_agency_lines(document.parent_agency, _ROOM_UPRIGHT)),
        "co_quan_ban_hanh": _broken(agency),
        "duong_ke_co_quan": _rule(tuple(map(str.upper, agency)), styles.AGENCY_POINTS, styles.LEFT_CELL, ids),
        "so_ky_hieu": _text(_number(document.number)),
        "ve_viec": _text(wording.about(document.abstract)) if document.is_letter and document.abstract else "",
        "dia_danh_thoi_gian": _text(document.place_and_date),
        "ten_loai": "" if document.is_letter else _text(document.type_name),
        "trich_yeu": _text(abstract),
        "duong_ke_trich_yeu": _rule((abstract,), styles.ABSTRACT_POINTS, styles.TEXT_WIDTH, ids),
        "tham_quyen": _text(document.issuer),
        **_rest(document, ids),
        "kem_theo": [_attached(each, ids) for each in document.attached],
    }


def _attached(document: Document, ids: Mapping[str, str]) -> dict[str, object]:
    """An attached document: it begins with its title and says what it was issued with."""
    return {
        "ten_loai": _text(document.type_name),
        "trich_yeu": _text(document.abstract),
        "ban_hanh_kem_theo": _text(document.issued_with),
        "duong_ke_kem_theo": _rule((document.issued_with,), styles.ABSTRACT_POINTS, styles.TEXT_WIDTH, ids),
        **_rest(document, ids),
    }


def _rest(document: Document, ids: Mapping[str, str]) -> dict[str, object]:
    to, entries = addressed(document.addressees)
    return {
        "kinh_gui": _text(to) if document.addressees else "",
        "tung_noi_gui": [_text(dashed(each)) for each in entries],
        "can_cu": [_text(basis) for basis in document.legal_bases],
        "noi_dung": Markup("".join(_body(document.body, ids))),
        "noi_nhan": [_text(dashed(recipient)) for recipient in document.recipients],
        "quyen_han_chuc_vu": [_text(line) for line in document.authority],
        "ho_ten": _text(document.signer),
    }


def _number(number: str) -> str:
    """“Số: …”; where the number is still to come, room to write it."""
    room = " " * 8 if number.startswith("/") else ""
    return with_marker(wording.NUMBER, room + number) if number else ""


def _text(text: str) -> Markup:
    """Text as XML. docxtpl turns `{_{` back into `{{` after rendering, so no underscore stays one."""
    return Markup(escape(printable(text)).replace("_", Markup("&#95;")))


def _broken(lines: tuple[str, ...]) -> Markup:
    """Lines of one paragraph; docxtpl writes a newline as a line break."""
    return Markup("\n").join(map(_text, lines))


def _agency_lines(name: str, room: int) -> tuple[str, ...]:
    """A name that is too long for its cell is broken where its parts meet, if that is enough; else Word breaks it (II.2.b)."""

    def fits(line: str) -> bool:
        return measure.length(line.upper(), styles.AGENCY_POINTS) <= room

    if fits(name):
        return (name,)
    breaks = [found.end() for found in _AGENCY_BREAK.finditer(name)]
    halves = [(name[:end].rstrip(), name[end:]) for end in breaks]
    return next((pair for pair in reversed(halves) if all(map(fits, pair))), (name,))


def _rule(lines: tuple[str, ...], points: int, room: int, ids: Mapping[str, str]) -> Markup:
    """A line in the middle below a centred text, 5/12 as long as it: II.2.b and II.5.b ask for 1/3 to 1/2. No text, no line."""
    lengths = [min(measure.length(part, points), room) for line in lines for part in measure.lines(line, points, room)]
    if not lengths:
        return Markup(_paragraph(ids[styles.AFTER_TABLE], ""))
    indent = (room - max(lengths) * 5 // 12) // 2
    style = f'<w:pStyle w:val="{ids[styles.RULE]}"/>'
    return Markup(f'<w:p><w:pPr>{style}<w:ind w:left="{indent}" w:right="{indent}"/></w:pPr></w:p>')


def _body(body: tuple[Block | Table, ...], ids: Mapping[str, str]) -> Iterator[str]:
    for index, part in enumerate(body, 1):
        if isinstance(part, Table):
            yield from _table(part, ids)
        elif part.rank is Rank.PART:
            yield _paragraph(ids[styles.PART], _run(part.marker))
            if part.text:
                yield _paragraph(ids[styles.PART_TITLE], _run(part.text))
        elif part.rank is Rank.ARTICLE:
            number = _run(part.marker, ids[styles.ARTICLE_NUMBER])
            yield _paragraph(ids[_style(part, False)], number + _run(f" {part.text}"))
        else:
            yield _paragraph(ids[_style(part, index == len(body))], _run(with_marker(part.marker, part.text)))


def _style(block: Block, last: bool) -> str:
    """A heading, a line that must not stay alone at the foot of a page, the line before the signature, or plain words."""
    if block.title and block.rank is Rank.ARTICLE:
        return styles.ARTICLE
    if block.title and block.rank in _TITLES:
        return _TITLES[block.rank]
    if block.title or block.text.rstrip().endswith(":"):
        return styles.LEAD_IN
    return styles.CLOSING if last else styles.BODY


def _paragraph(style_id: str, runs: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/></w:pPr>{runs}</w:p>'


def _run(text: str, character_style_id: str = "") -> str:
    style = f'<w:rPr><w:rStyle w:val="{character_style_id}"/></w:rPr>' if character_style_id else ""
    return f'<w:r>{style}<w:t xml:space="preserve">{_text(text)}</w:t></w:r>'


def _table(table: Table, ids: Mapping[str, str]) -> Iterator[str]:
    """A table over the whole width whose heading comes again on every page, and the space that keeps it from the next one."""
    columns = max(map(len, table.rows))
    rows = tuple((*row, *[""] * (columns - len(row))) for row in table.rows)
    widths = measure.column_widths(rows, styles.CELL_POINTS, _CELL_NEED, styles.TEXT_WIDTH)
    aligned = [styles.FIGURE if _holds_figures(column[1:]) else styles.CELL for column in zip(*rows, strict=True)]
    heading, *rest = rows
    yield f'<w:tbl><w:tblPr><w:tblStyle w:val="{ids[styles.TABLE]}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
    yield '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/><w:tblCaption w:val="Bảng"/>'
    yield f'<w:tblDescription w:val="{_text("Các cột: " + "; ".join(heading))}"/></w:tblPr><w:tblGrid>'
    yield "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    yield "</w:tblGrid>"
    yield _row(heading, widths, [ids[styles.TABLE_HEADING]] * columns, "<w:cantSplit/><w:tblHeader/>")
    cell_ids = [ids[name] for name in aligned]
    yield from (_row(row, widths, cell_ids, "<w:cantSplit/>") for row in rest)
    yield "</w:tbl>"
    yield _paragraph(ids[styles.AFTER_TABLE], "")


def _row(cells: tuple[str, ...], widths: tuple[int, ...], style_ids: list[str], properties: str) -> str:
    filled = (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_paragraph(style_id, _run(cell))}</w:tc>'
        for cell, width, style_id in zip(cells, widths, style_ids, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(filled)}</w:tr>"


def _holds_figures(cells: tuple[str, ...]) -> bool:
    """Whether a column holds numbers and signs only (STT, điểm, 52%), which read best in the middle."""
    return not any(char.isalpha() for cell in cells for char in cell)
