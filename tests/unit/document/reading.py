"""What a .docx shows, read back: the look of a paragraph is looked up in its style, the styles below it, and the defaults."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.styles.style import ParagraphStyle
from docx.table import Table
from docx.text.paragraph import Paragraph


@dataclass(frozen=True, slots=True)
class Shown:
    """One paragraph as the reader sees it; sizes are points, spaces and indents are twips."""

    text: str
    font: str
    points: float
    bold: bool
    italic: bool
    caps: bool
    color: str
    align: str
    first_line: int
    after: int
    keep_next: bool
    outline: int | None


def opened(content: bytes) -> WordDocument:
    return docx.Document(BytesIO(content))


def paragraphs(document: WordDocument) -> Iterator[Paragraph]:
    """All paragraphs, those of tables included, in the order of reading."""
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            yield from (paragraph for row in part.rows for cell in row.cells for paragraph in cell.paragraphs)
        else:
            yield part


def shown(document: WordDocument, paragraph: Paragraph) -> Shown:
    first_run = paragraph.runs[0] if paragraph.runs else None
    run_style = [first_run.style.element] if first_run is not None and first_run.style.name != "Default Paragraph Font" else []
    chain = run_style + [style.element for style in _styles(paragraph)] + [document.styles.element.find(qn("w:docDefaults"))]

    def value(path: str, attribute: str = "w:val") -> str | None:
        return next((found.get(qn(attribute), "1") for element in chain for found in element.iter(qn(path))), None)

    outline = value("w:outlineLvl")
    return Shown(
        text=paragraph.text,
        font=value("w:rFonts", "w:ascii") or "",
        points=int(value("w:sz") or 0) / 2,
        bold=value("w:b") is not None,
        italic=value("w:i") is not None,
        caps=value("w:caps") is not None,
        color=value("w:color") or "",
        align=value("w:jc") or "",
        first_line=int(value("w:ind", "w:firstLine") or 0),
        after=int(value("w:spacing", "w:after") or 0),
        keep_next=value("w:keepNext") is not None,
        outline=None if outline is None else int(outline),
    )


def _styles(paragraph: Paragraph) -> Iterator[ParagraphStyle]:
    style = paragraph.style
    while isinstance(style, ParagraphStyle):
        yield style
        style = style.base_style


def found(content: bytes, text: str) -> Shown:
    """The only paragraph that begins with `text`."""
    document = opened(content)
    [paragraph] = [each for each in paragraphs(document) if each.text.startswith(text)]
    return shown(document, paragraph)
