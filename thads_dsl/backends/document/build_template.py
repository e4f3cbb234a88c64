"""Builds the Word template `van-ban.docx`: python -m thads_dsl.backends.document.build_template

Written part by part, as Word's own blank file brings colours, fonts and automatic numbering that Nghị định 30/2020/NĐ-CP has no place for.
Tags between braces are docxtpl's; a tag with `p` or `tr` stands for the whole paragraph or row it is in.
"""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from thads_dsl.backends.document import styles, wording
from thads_dsl.backends.document.looks import FONT, LOOKS, Look
from thads_dsl.backends.document.package import without_traces

TEMPLATE = Path(__file__).with_name("van-ban.docx")

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OPC = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_IDS = {name: f"S{number:02d}" for number, name in enumerate(LOOKS, 1)}
_NUMBER_ID, _TABLE_ID, _LAYOUT_ID = "SoDieu", "BangNoiDung", "BangTrinhBay"


def build() -> bytes:
    """The template: the same bytes every time."""
    out = BytesIO()
    with ZipFile(out, "w") as package:
        for name, part in _parts().items():
            package.writestr(name, _DECLARATION + part)
    return without_traces(out.getvalue())


def _parts() -> dict[str, str]:
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            f"{_R}/officeDocument word/document.xml", f"{_OPC}/relationships/metadata/core-properties docProps/core.xml"
        ),
        "docProps/core.xml": _properties(),
        "word/document.xml": f'<w:document {_W} xmlns:r="{_R}"><w:body>{_content()}{_page()}</w:body></w:document>',
        "word/_rels/document.xml.rels": _relationships(f"{_R}/styles styles.xml", f"{_R}/settings settings.xml", f"{_R}/header header.xml"),
        "word/styles.xml": _styles(),
        "word/settings.xml": _settings(),
        "word/header.xml": f"<w:hdr {_W}>{_page_number()}</w:hdr>",
    }


def _content_types() -> str:
    kinds = {
        "word/document.xml": f"{_WORD}.document.main+xml",
        "word/styles.xml": f"{_WORD}.styles+xml",
        "word/settings.xml": f"{_WORD}.settings+xml",
        "word/header.xml": f"{_WORD}.header+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    return (
        f'<Types xmlns="{_OPC}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
        + "</Types>"
    )


def _relationships(*targets: str) -> str:
    found = (
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate((each.split() for each in targets), 1)
    )
    return f'<Relationships xmlns="{_OPC}/relationships">{"".join(found)}</Relationships>'


def _properties() -> str:
    """No author and no dates: the writer adds the title."""
    return (
        f'<cp:coreProperties xmlns:cp="{_OPC}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:language>vi-VN</dc:language></cp:coreProperties>"
    )


def _settings() -> str:
    """Mode 15 is that of Word 2013 and later; without it the file opens in “compatibility mode”."""
    return (
        f'<w:settings {_W}><w:defaultTabStop w:val="720"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="vi-VN"/></w:settings>'
    )


def _page() -> str:
    """A4, margins of 20, 15, 20 and 30 mm (I.1, I.3); the number in the upper margin, none on the first page (I.7)."""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>'
        "<w:titlePg/></w:sectPr>"
    )


def _page_number() -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{_IDS[styles.PAGE_NUMBER]}"/></w:pPr>'
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>'
    )


def _styles() -> str:
    font = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    return (
        f"<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>{font}"
        '<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>'
        '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="Chu"><w:name w:val="Default Paragraph Font"/></w:style>'
        + "".join(_paragraph_style(name, look) for name, look in LOOKS.items())
        + f'<w:style w:type="character" w:customStyle="1" w:styleId="{_NUMBER_ID}"><w:name w:val="{styles.ARTICLE_NUMBER}"/>'
        "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>" + _table_styles() + "</w:styles>"
    )


def _paragraph_style(name: str, look: Look) -> str:
    custom = "" if name in _KNOWN_TO_WORD else ' w:customStyle="1"'
    own_name = name.lower() if name in (*styles.HEADINGS, styles.PAGE_NUMBER) else name
    paragraph = [
        "<w:keepNext/>" if look.keep_next else "",
        "<w:pageBreakBefore/>" if look.new_page else "",
        '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>' if look.rule else "",
        _spacing(look),
        f'<w:ind w:left="{look.indent}" w:right="{look.right_indent}" w:firstLine="{look.first_line}"/>',
        f'<w:jc w:val="{look.align.value}"/>',
        "" if look.outline is None else f'<w:outlineLvl w:val="{look.outline}"/>',
    ]
    run = [
        "<w:b/><w:bCs/>" if look.bold else "",
        "<w:i/><w:iCs/>" if look.italic else "",
        "<w:caps/>" if look.caps else "",
        f'<w:sz w:val="{2 * look.size}"/><w:szCs w:val="{2 * look.size}"/>',
    ]
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{_IDS[name]}"><w:name w:val="{own_name}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{''.join(paragraph)}</w:pPr><w:rPr>{''.join(run)}</w:rPr></w:style>"
    )


_KNOWN_TO_WORD = (*styles.HEADINGS, styles.PAGE_NUMBER, styles.TYPE_NAME, styles.ABSTRACT)


def _spacing(look: Look) -> str:
    """Single line spacing, as II.6.e asks at least; a rule has no text, and its line is as low as Word allows."""
    line = 'w:line="20" w:lineRule="exact"' if look.size == 1 else 'w:line="240" w:lineRule="auto"'
    return f'<w:spacing w:before="{20 * look.before}" w:after="{20 * look.after}" {line}/>'


def _table_styles() -> str:
    edge = 'w:val="single" w:sz="4" w:space="0" w:color="000000"'
    edges = "".join(f"<w:{side} {edge}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    return (
        '<w:style w:type="table" w:default="1" w:styleId="BangThuong"><w:name w:val="Normal Table"/><w:tblPr>'
        f"{_cell_margins(0)}</w:tblPr></w:style>"
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{_LAYOUT_ID}"><w:name w:val="{styles.LAYOUT_TABLE}"/>'
        f'<w:basedOn w:val="BangThuong"/><w:tblPr>{_cell_margins(0)}</w:tblPr></w:style>'
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{_TABLE_ID}"><w:name w:val="{styles.TABLE}"/>'
        f'<w:basedOn w:val="BangThuong"/><w:tblPr><w:tblBorders>{edges}</w:tblBorders>{_cell_margins(styles.CELL_PADDING)}</w:tblPr>'
        '<w:tcPr><w:vAlign w:val="center"/></w:tcPr></w:style>'
    )


def _cell_margins(padding: int) -> str:
    sides = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in (("top", 0), ("left", padding), ("bottom", 0), ("right", padding))
    )
    return f"<w:tblCellMar>{sides}</w:tblCellMar>"


def _content() -> str:
    """The parts where Mục IV and V of Phụ lục I place them; then the documents attached, each on a page of its own."""
    return "".join(
        [
            _head(),
            _line(styles.AFTER_TABLE, ""),
            _if("ten_loai", _line(styles.TYPE_NAME, "{{ ten_loai }}")),
            _if("trich_yeu", _line(styles.ABSTRACT, "{{ trich_yeu }}")),
            _line(styles.BODY, "{{p duong_ke_trich_yeu }}"),
            _if("tham_quyen", _line(styles.ISSUER, "{{ tham_quyen }}")),
            _rest(""),
            _line(styles.BODY, "{%p for kem in kem_theo %}"),
            _line(styles.ATTACHED_TYPE_NAME, "{{ kem.ten_loai }}"),
            _if("kem.trich_yeu", _line(styles.ABSTRACT, "{{ kem.trich_yeu }}")),
            _line(styles.ISSUED_WITH, "{{ kem.ban_hanh_kem_theo }}"),
            _line(styles.BODY, "{{p kem.duong_ke_kem_theo }}"),
            _rest("kem."),
            _line(styles.BODY, "{%p endfor %}"),
        ]
    )


def _rest(of: str) -> str:
    """From Kính gửi and the legal bases to the signature; `of` names the document in the tags."""
    return "".join(
        [
            _if(f"{of}kinh_gui", _line(styles.ADDRESSEES, f"{{{{ {of}kinh_gui }}}}")),
            _each(f"{of}tung_noi_gui", styles.ADDRESSEE),
            _each(f"{of}can_cu", styles.LEGAL_BASIS),
            _line(styles.BODY, f"{{{{p {of}noi_dung }}}}"),
            _if(f"{of}noi_nhan or {of}quyen_han_chuc_vu or {of}ho_ten", _foot(of)),
        ]
    )


def _head() -> str:
    """Agencies beside Quốc hiệu and Tiêu ngữ, below them number and date on one line (II.4.c)."""
    agencies = [
        _if("co_quan_chu_quan", _line(styles.PARENT_AGENCY, "{{ co_quan_chu_quan }}")),
        _if("co_quan_ban_hanh", _line(styles.AGENCY, "{{ co_quan_ban_hanh }}")),
        _line(styles.AGENCY, "{{p duong_ke_co_quan }}"),
    ]
    nation = [_line(styles.NATION, wording.NATION), _line(styles.MOTTO, wording.MOTTO), _line(styles.MOTTO_RULE, "")]
    number = [_line(styles.NUMBER, "{{ so_ky_hieu }}"), _if("ve_viec", _line(styles.LETTER_ABSTRACT, "{{ ve_viec }}"))]
    date = [_line(styles.PLACE_AND_DATE, "{{ dia_danh_thoi_gian }}")]
    return _layout(
        "Phần đầu văn bản",
        "Tên cơ quan, Quốc hiệu và Tiêu ngữ; số, ký hiệu, địa danh và thời gian ban hành",
        _row("".join(agencies), "".join(nation)),
        _row_tag("{%tr if so_ky_hieu or dia_danh_thoi_gian or ve_viec %}"),
        _row("".join(number), "".join(date)),
        _row_tag("{%tr endif %}"),
    )


def _foot(of: str) -> str:
    """Recipients beside the post of the signer, level with it (II.9.d)."""
    recipients = (
        _line(styles.RECIPIENTS, f"{{%p if {of}noi_nhan %}}")
        + _line(styles.RECIPIENTS, wording.RECIPIENTS)
        + _line(styles.RECIPIENTS, "{%p else %}")
        + _line(styles.AFTER_TABLE, "")
        + _line(styles.RECIPIENTS, "{%p endif %}")
        + _each(f"{of}noi_nhan", styles.RECIPIENT)
    )
    signature = _each(f"{of}quyen_han_chuc_vu", styles.AUTHORITY) + _line(styles.SIGNER, f"{{{{ {of}ho_ten }}}}")
    table = _layout("Phần cuối văn bản", "Nơi nhận; quyền hạn, chức vụ, họ và tên người ký", _row(recipients, signature))
    return table + _line(styles.AFTER_TABLE, "")


def _layout(caption: str, description: str, *rows: str) -> str:
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{_LAYOUT_ID}"/><w:tblW w:w="{styles.TEXT_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblCaption w:val="{caption}"/><w:tblDescription w:val="{description}"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{styles.LEFT_CELL}"/><w:gridCol w:w="{styles.RIGHT_CELL}"/></w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def _row(left: str, right: str) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_cell(styles.LEFT_CELL, left)}{_cell(styles.RIGHT_CELL, right)}</w:tr>"


def _row_tag(tag: str) -> str:
    return _row(_line(styles.NUMBER, tag), _line(styles.NUMBER, ""))


def _cell(width: int, paragraphs: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraphs}</w:tc>'


def _line(style: str, text: str) -> str:
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{_IDS[style]}"/></w:pPr>{run}</w:p>'


def _if(condition: str, paragraphs: str) -> str:
    return _line(styles.BODY, f"{{%p if {condition} %}}") + paragraphs + _line(styles.BODY, "{%p endif %}")


def _each(lines: str, style: str) -> str:
    return _line(style, f"{{%p for dong in {lines} %}}") + _line(style, "{{ dong }}") + _line(style, "{%p endfor %}")


def main() -> None:
    """Write the template beside this file: whole, or not at all."""
    unfinished = TEMPLATE.with_suffix(".tmp")
    unfinished.write_bytes(build())
    unfinished.replace(TEMPLATE)


if __name__ == "__main__":
    main()
