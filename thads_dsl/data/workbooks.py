"""An .xlsx workbook → grids. Formulas and macros are not run: what the office last saw is what is read."""

import re
import zipfile
import zlib
from io import BytesIO

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from thads_dsl.data.complaints import absent_table, missing_table, unreadable
from thads_dsl.data.grids import MOST_ROWS, Grid, letters
from thads_dsl.diagnostics.model import DataDiagnostic
from thads_dsl.model.inputs import InputTable
from thads_dsl.model.units import grouped
from thads_dsl.source import plain

_MOST_UNPACKED = 256 * 2**20
_MOST_CELLS = 8_000_000
_LONGEST_COLUMN, _LONGEST_ROW = 3, 7  # XFD1048576 is Excel's last cell; the reader would go on
# A cell with content; `<c r="XFD1" s="1"/>` only carries a format.
_CELL = re.compile(rb"<(?:\w+:)?c\s[^>]*?\br\s*=\s*[\"']([A-Za-z]+)([0-9]+)[\"'][^>]*(?<!/)>")
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PARTS = "xl/workbook.xml"
_SAVE_ANEW = "Mở bằng Excel, lưu lại thành .xlsx rồi thử lại."


def workbook_grids(raw: bytes, name: str, tables: tuple[InputTable, ...]) -> tuple[dict[str, Grid], tuple[DataDiagnostic, ...]]:
    """The sheets that the tables name, by that name; with complaints when one is missing or the file cannot be read."""
    where = f"tệp {name}"
    if fault := _unfit(raw):
        return {}, (unreadable(where, *fault),)
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(raw))
        return _wanted(workbook, where, tables)
    except (CalamineError, OSError):
        return {}, (unreadable(where, "tệp bị hỏng", _SAVE_ANEW),)


def _wanted(workbook: CalamineWorkbook, where: str, tables: tuple[InputTable, ...]) -> tuple[dict[str, Grid], tuple[DataDiagnostic, ...]]:
    found: dict[str, Grid] = {}
    complaints: list[DataDiagnostic] = []
    for table in tables:
        sheets = [sheet for sheet in workbook.sheet_names if plain(sheet) == plain(table.sheet)]
        if len(sheets) == 1:
            found[table.sheet] = _grid(workbook.get_sheet_by_name(sheets[0]))
        elif sheets:
            named = " và ".join(f"“{sheet}”" for sheet in sheets)
            complaints.append(unreadable(where, f"có hai trang cùng tên: {named}", "Chỉ để lại một trang; máy không tự chọn."))
        elif table.asked:
            headings = (column.heading for column in table.columns)
            if table.optional:
                complaints.append(absent_table(where, f"trang “{table.sheet}”", _unused(workbook, tables), headings))
            else:
                complaints.append(missing_table(where, f"trang “{table.sheet}”", workbook.sheet_names, headings))
    return found, tuple(complaints)


def _unused(workbook: CalamineWorkbook, tables: tuple[InputTable, ...]) -> list[str]:
    wanted = {plain(table.sheet) for table in tables}
    return [sheet for sheet in workbook.sheet_names if plain(sheet) not in wanted]


def _grid(sheet: CalamineSheet) -> Grid:
    cells = sheet.to_python(skip_empty_area=False)
    return Grid(f"trang “{sheet.name}”", cells, range(1, len(cells) + 1), lettered=True)


def _unfit(raw: bytes) -> tuple[str, str] | None:
    """Why a file may not be handed to the reader, which trusts it: it takes memory for the whole rectangle up to the last cell."""
    if raw.startswith(_OLD_OR_LOCKED):
        return "tệp có mật khẩu hoặc là .xls đời cũ", "Mở bằng Excel, bỏ mật khẩu, lưu lại thành .xlsx."
    try:
        with zipfile.ZipFile(BytesIO(raw)) as parts:
            if _PARTS not in parts.namelist():
                return "tệp không phải bảng tính Excel", "Lưu lại thành .xlsx."
            if sum(part.file_size for part in parts.infolist()) > _MOST_UNPACKED:
                return "số liệu quá lớn", "Chỉ để lại các trang mà kế hoạch cần."
            for part in parts.infolist():
                if fault := _too_wide(parts.read(part)):
                    return fault
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error):
        return "tệp không phải bảng tính Excel, hoặc bị hỏng", _SAVE_ANEW
    return None


def _too_wide(part: bytes) -> tuple[str, str] | None:
    last_row = last_column = 0
    for column, row in _CELL.findall(part):
        if len(column) > _LONGEST_COLUMN or len(row) > _LONGEST_ROW:
            return "tệp có ô ngoài khuôn khổ của Excel", _SAVE_ANEW
        last_row = max(last_row, int(row))
        last_column = max(last_column, _number(column))
    if last_row > MOST_ROWS or last_row * last_column > _MOST_CELLS:
        advice = f"Xóa các ô thừa ở xa; mỗi trang đọc được đến {grouped(MOST_ROWS)} dòng."
        return f"số liệu trải đến tận ô {letters(last_column - 1)}{last_row}", advice
    return None


def _number(column: bytes) -> int:
    number = 0
    for letter in column.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
