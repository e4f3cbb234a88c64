"""How each style of the Word template looks, and why: places are of Phụ lục I, Phần I, Nghị định 30/2020/NĐ-CP.

Where the decree leaves a range, the figure is the one that its own table of samples (Mục V) shows.
"""

from dataclasses import dataclass, replace
from enum import Enum

from thads_dsl.backends.document import measure, styles, wording

FONT = "Times New Roman"  # I.4


class Align(Enum):
    """Alignments as WordprocessingML names them."""

    LEFT = "left"
    CENTER = "center"
    JUSTIFY = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How the paragraphs of a style look. Size and the space before and after are points, indents are twips.

    `outline` is the level in the navigation pane, from 0; `rule` is a line at the lower edge.
    """

    size: int
    align: Align = Align.CENTER
    bold: bool = False
    italic: bool = False
    caps: bool = False
    first_line: int = 0
    indent: int = 0
    right_indent: int = 0
    before: int = 0
    after: int = 0
    keep_next: bool = False
    new_page: bool = False
    outline: int | None = None
    rule: bool = False


_MOTTO_POINTS = 13
# The line below Tiêu ngữ is as long as the text (II.1.b).
_BESIDE_MOTTO = (styles.RIGHT_CELL - measure.length(wording.MOTTO, _MOTTO_POINTS)) // 2

# II.6.e: justified, upright, 13 to 14 points; first line 1 or 1.27 cm (720 twips); 6 points or more between paragraphs.
_BODY = Look(size=14, align=Align.JUSTIFY, first_line=720, after=6)
_TITLE = replace(_BODY, bold=True, keep_next=True)
_CENTRED_TITLE = Look(size=14, bold=True, after=6, keep_next=True, outline=0)
_CELL = Look(size=13, before=3, after=3)

LOOKS: dict[str, Look] = {
    styles.PAGE_NUMBER: Look(size=13),  # I.7
    styles.NATION: Look(size=12, bold=True),  # II.1.a
    styles.MOTTO: Look(size=_MOTTO_POINTS, bold=True),  # II.1.b
    styles.MOTTO_RULE: Look(size=1, indent=_BESIDE_MOTTO, right_indent=_BESIDE_MOTTO, before=2, after=8, rule=True),  # II.1.b
    styles.PARENT_AGENCY: Look(size=12, caps=True),  # II.2.b
    styles.AGENCY: Look(size=styles.AGENCY_POINTS, bold=True, caps=True),  # II.2.b
    styles.RULE: Look(size=1, before=3, after=8, rule=True),  # II.2.b, II.5.b: the writer sets its length
    styles.NUMBER: Look(size=13),  # II.3.c
    styles.PLACE_AND_DATE: Look(size=13, italic=True),  # II.4.c
    styles.TYPE_NAME: Look(size=14, bold=True, caps=True, before=12, keep_next=True),  # II.5.b
    styles.ABSTRACT: Look(size=styles.ABSTRACT_POINTS, bold=True, keep_next=True),  # II.5.b
    styles.LETTER_ABSTRACT: Look(size=12, before=6),  # II.5.b
    styles.ISSUER: Look(size=14, bold=True, caps=True, before=6, after=6, keep_next=True),  # Phụ lục III, mẫu 1.2
    styles.ATTACHED_TYPE_NAME: Look(size=14, bold=True, caps=True, keep_next=True, new_page=True),  # Phụ lục III, mẫu 2.1
    styles.ISSUED_WITH: Look(size=14, italic=True, keep_next=True),  # Phụ lục III, mẫu 2.1
    styles.ADDRESSEES: Look(size=14, align=Align.LEFT, indent=1420, before=6, after=6, keep_next=True),  # II.9.d
    styles.ADDRESSEE: Look(size=14, align=Align.LEFT, indent=2550, after=6),  # II.9.d: the dashes stand below the colon
    styles.LEGAL_BASIS: replace(_BODY, italic=True),  # II.6.a
    styles.BODY: _BODY,
    styles.LEAD_IN: replace(_BODY, keep_next=True),
    styles.CLOSING: replace(_BODY, keep_next=True),  # a signature does not go on a page of its own
    styles.PART: _CENTRED_TITLE,  # II.6.đ
    styles.PART_TITLE: replace(_CENTRED_TITLE, caps=True),  # II.6.đ
    styles.ARTICLE: replace(_TITLE, outline=0),  # II.6.đ
    styles.HEADINGS[0]: replace(_TITLE, caps=True, outline=0),  # mục: Mục V, 6.b
    styles.HEADINGS[1]: replace(_TITLE, outline=1),  # a khoản with a title: II.6.đ
    styles.HEADINGS[2]: replace(_TITLE, outline=2),  # 1.1. and 1.1.1. are practice and not in the decree: as a khoản
    styles.HEADINGS[3]: replace(_TITLE, outline=3),
    styles.HEADINGS[4]: replace(_TITLE, bold=False, outline=4),  # a điểm is upright: II.6.đ
    styles.TABLE_HEADING: replace(_CELL, bold=True, keep_next=True),
    styles.CELL: replace(_CELL, align=Align.LEFT),
    styles.FIGURE: _CELL,
    styles.AFTER_TABLE: Look(size=1, align=Align.LEFT, after=6),
    styles.RECIPIENTS: Look(size=12, align=Align.LEFT, bold=True, italic=True),  # II.9.d
    styles.RECIPIENT: Look(size=11, align=Align.LEFT),  # II.9.d
    styles.AUTHORITY: Look(size=14, bold=True, caps=True, keep_next=True),  # II.7.đ
    styles.SIGNER: Look(size=14, bold=True, before=80),  # II.7.đ; the space above is for signature and seal
}
