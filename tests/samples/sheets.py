"""Rows by column key → a workbook as offices fill it in, marked as a sample on every sheet."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from io import BytesIO

import xlsxwriter

from thads_dsl.model.inputs import CellKind, InputTable

Cell = str | int | date

NOTICE = "SỐ LIỆU MẪU để chạy thử, không phải số liệu của cơ quan hay cá nhân nào"
LEGEND = "Ô trống hoặc “…”: chưa có số liệu.   “-” hoặc 0: không phát sinh.   Số tiền tính bằng đồng."
_WIDTHS = {
    CellKind.NAME: 34,
    CellKind.TEXT: 34,
    CellKind.COUNT: 19,
    CellKind.PERCENT: 19,
    CellKind.YES_NO: 12,
    CellKind.JUDGMENT: 30,
    CellKind.LEVEL: 20,
    CellKind.SCORE: 16,
    CellKind.DAY: 15,
}
_HEADER_ROW = 3


def workbook_of(tables: Iterable[tuple[InputTable, Sequence[Mapping[str, Cell]]]]) -> bytes:
    """One sheet for each table, its headings in the fourth row."""
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": datetime(2024, 7, 1), "title": NOTICE})
    font = {"font_name": "Times New Roman", "font_size": 12}
    notice = book.add_format({**font, "bold": True, "font_color": "#C00000"})
    legend = book.add_format({**font, "italic": True})
    heading = book.add_format(
        {**font, "bold": True, "border": 1, "bg_color": "#DDEBF7", "text_wrap": True, "align": "center", "valign": "vcenter"}
    )
    formats = {
        str: book.add_format({**font, "border": 1}),
        int: book.add_format({**font, "border": 1, "num_format": "#,##0"}),
        date: book.add_format({**font, "border": 1, "num_format": "dd/mm/yyyy", "align": "left"}),
    }
    for table, rows in tables:
        sheet = book.add_worksheet(table.sheet)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_HEADER_ROW)
        sheet.freeze_panes(_HEADER_ROW + 1, 1)
        sheet.write_string(0, 0, NOTICE, notice)
        sheet.write_string(1, 0, LEGEND, legend)
        sheet.set_row(_HEADER_ROW, 130)
        for index, column in enumerate(table.columns):
            sheet.set_column(index, index, _WIDTHS[column.kind])
            sheet.write_string(_HEADER_ROW, index, column.heading, heading)
            for line, row in enumerate(rows, _HEADER_ROW + 1):
                cell = row[column.key]
                if isinstance(cell, date):
                    sheet.write_datetime(line, index, datetime(cell.year, cell.month, cell.day), formats[date])
                elif isinstance(cell, int):
                    sheet.write_number(line, index, cell, formats[int])
                else:
                    sheet.write_string(line, index, cell, formats[str]) if cell else sheet.write_blank(line, index, None, formats[str])
    book.close()
    return buffer.getvalue()
