"""A workbook as an office prints it: A4 landscape, one font, colours by verdict. Knows nothing of plans or results."""

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from itertools import groupby

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from thads_dsl.data.words import Tone

_A4 = 9
_FONT = {"font_name": "Times New Roman", "font_size": 11, "valign": "top"}
# Text that reads on paper without colour too: the words say the verdict, the fill only helps the eye.
_FILLS = {Tone.GOOD: "#E2EFDA", Tone.BAD: "#F8CBAD", Tone.OPEN: "#FFF2CC"}
# The same workbook has the same bytes on every day.
_CREATED = datetime(2000, 1, 1)
# What Excel allows.
_LONGEST_CELL = 32_767
_LONGEST_MARGIN = 180
_HIGHEST_ROW = 409
_NARROW = 15  # characters, for a column beyond those that were given a width
_LINE_HEIGHT = 15  # points, for 11-point text
_LETTERS = 12  # letters that ten of Excel's units of width hold, for they count digits


@dataclass(frozen=True, slots=True)
class Cell:
    """A text, or a number that is counted with, and how it is to be taken."""

    value: str | int
    tone: Tone = Tone.NONE
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its heading, the heading it shares with its neighbours (may be empty), its width in characters."""

    text: str
    width: int
    group: str = ""


@dataclass(frozen=True, slots=True)
class Looks:
    """The formats of a workbook; those of cells by tone and boldness."""

    cells: Mapping[tuple[Tone, bool], Format]
    counts: Mapping[bool, Format]
    heading: Format
    title: Format
    section: Format
    note: Format


class Paper:
    """A workbook in the making."""

    def __init__(self, title: str) -> None:
        self._buffer = BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self._book = xlsxwriter.Workbook(self._buffer, options)
        self._book.set_properties({"title": title, "created": _CREATED})
        self._looks = Looks(
            cells={(tone, bold): self._cell(tone, bold) for tone in Tone for bold in (False, True)},
            counts={bold: self._format(border=1, bold=bold, align="center") for bold in (False, True)},
            heading=self._format(border=1, text_wrap=True, bold=True, bg_color="#DDEBF7", align="center", valign="vcenter"),
            title=self._format(bold=True, font_size=14),
            section=self._format(bold=True, font_size=12),
            note=self._format(italic=True),
        )

    def _cell(self, tone: Tone, bold: bool) -> Format:
        fill: dict[str, str] = {"bg_color": _FILLS[tone]} if tone in _FILLS else {}
        return self._format(border=1, text_wrap=True, bold=bold, **fill)

    def _format(self, **properties: str | int | bool) -> Format:
        return self._book.add_format({**_FONT, **properties})

    def sheet(self, name: str, title: str, subtitle: str) -> "Sheet":
        """A new sheet with its title on top, on paper on every page."""
        sheet = self._book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
        sheet.set_header(f'&L&"Times New Roman,Bold"&11{_in_header(title)}')
        sheet.set_footer('&L&"Times New Roman"&9' + _in_header(subtitle) + '&R&"Times New Roman"&9Trang &P/&N')
        sheet.write_string(0, 0, title, self._looks.title)
        sheet.write_string(1, 0, subtitle, self._looks.note)
        return Sheet(sheet, self._looks)

    def bytes(self) -> bytes:
        """The finished .xlsx file."""
        self._book.close()
        return self._buffer.getvalue()


def _in_header(text: str) -> str:
    """A text for the margin of a page, where & begins a command and Excel allows 255 characters in all."""
    return textwrap.shorten(text, _LONGEST_MARGIN, placeholder=" …").replace("&", "&&")


class Sheet:
    """One sheet, filled from top to bottom."""

    def __init__(self, sheet: Worksheet, looks: Looks) -> None:
        self._sheet = sheet
        self._looks = looks
        self._line = 2
        self._widths: tuple[int, ...] = ()

    def one_page_wide(self) -> None:
        """Shrinks print so that all columns stand on one page."""
        self._sheet.fit_to_pages(1, 0)

    def pages_before(self, columns: Sequence[int], percent: int) -> None:
        """Prints at `percent`, with a new page before each of these columns; the first column is repeated on each."""
        self._sheet.set_print_scale(percent)
        self._sheet.set_v_pagebreaks(list(columns))
        self._sheet.repeat_columns(0)

    def widths(self, widths: Sequence[int]) -> None:
        """Sets the widths of all columns, in characters."""
        self._widths = tuple(widths)
        for column, width in enumerate(widths):
            self._sheet.set_column(column, column, width)

    def section(self, text: str) -> None:
        """A heading of its own above a small table."""
        self._sheet.write_string(self._line + 1, 0, text, self._looks.section)
        self._line += 2

    def table(self, headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
        """A small table in the flow of the sheet; its last column takes all the room on the right. Without rows: “Không có.”"""
        if not rows:
            self._sheet.write_string(self._line, 0, "Không có.", self._looks.note)
            self._line += 1
            return
        own = (*self._widths, *[_NARROW] * (len(headings) - len(self._widths)))
        widths = (*own[: len(headings) - 1], sum(own[len(headings) - 1 :]))
        self._height([Cell(heading, bold=True) for heading in headings], widths)
        for column, heading in enumerate(headings):
            self._put(column, len(headings), Cell(heading), self._looks.heading)
        self._line += 1
        self._rows(rows, widths)

    def list(self, headings: Sequence[Heading], rows: Sequence[Sequence[Cell]]) -> None:
        """The one table of a sheet: headings in two rows that stay in sight, as the first column does, with filters."""
        self.widths([heading.width for heading in headings])
        top = self._line + 1
        self._groups(headings, top)
        for column, heading in enumerate(headings):
            if heading.group:
                self._sheet.write_string(top + 1, column, heading.text, self._looks.heading)
            else:
                self._sheet.merge_range(top, column, top + 1, column, heading.text, self._looks.heading)
        self._sheet.set_row(top + 1, 2 * _LINE_HEIGHT + 2)
        self._line = top + 2
        self._rows(rows, self._widths)
        last = max(self._line - 1, top + 1)
        self._sheet.freeze_panes(top + 2, 1)
        self._sheet.repeat_rows(top, top + 1)
        self._sheet.autofilter(top + 1, 0, last, len(headings) - 1)
        self._sheet.print_area(top, 0, last, len(headings) - 1)

    def _groups(self, headings: Sequence[Heading], top: int) -> None:
        first = 0
        for group, members in groupby(headings, key=lambda heading: heading.group):
            count = len(tuple(members))
            if group and count > 1:
                self._sheet.merge_range(top, first, top, first + count - 1, group, self._looks.heading)
            elif group:
                self._sheet.write_string(top, first, group, self._looks.heading)
            first += count

    def _rows(self, rows: Sequence[Sequence[Cell]], widths: Sequence[int]) -> None:
        for row in rows:
            self._height(row, widths)
            for column, cell in enumerate(row):
                self._put(column, len(row), cell, self._looks.cells[cell.tone, cell.bold])
            self._line += 1

    def _height(self, row: Sequence[Cell], widths: Sequence[int]) -> None:
        """Spreadsheet programs do not all find the height of a row of wrapped text by themselves."""
        lines = max(len(textwrap.wrap(str(cell.value), width * _LETTERS // 10)) for cell, width in zip(row, widths, strict=True))
        self._sheet.set_row(self._line, min(max(lines, 1) * _LINE_HEIGHT + 2, _HIGHEST_ROW))

    def _put(self, column: int, count: int, cell: Cell, look: Format) -> None:
        """One cell; the last of a short row reaches to the last column of the sheet."""
        last = len(self._widths) - 1
        if column == count - 1 and column < last:
            self._sheet.merge_range(self._line, column, self._line, last, "", look)
        if isinstance(cell.value, int):
            self._sheet.write_number(self._line, column, cell.value, self._looks.counts[cell.bold])
        elif cell.value:
            self._sheet.write_string(self._line, column, cell.value[:_LONGEST_CELL], look)
        else:
            self._sheet.write_blank(self._line, column, None, look)
