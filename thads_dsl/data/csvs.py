"""A folder of CSV files → grids: UTF-8 with or without BOM, or UTF-16 with BOM; separated by commas, semicolons or tabs."""

import codecs
import csv
from collections.abc import Iterable
from io import StringIO
from itertools import islice
from pathlib import Path

from thads_dsl.data.complaints import absent_table, missing_table, unreadable
from thads_dsl.data.grids import MOST_BYTES, MOST_ROWS, TITLE_ROWS, Grid
from thads_dsl.diagnostics.model import DataDiagnostic
from thads_dsl.model.inputs import InputTable
from thads_dsl.source import plain

_SEPARATORS = (",", ";", "\t")


def csv_grids(folder: Path, tables: tuple[InputTable, ...]) -> tuple[dict[str, Grid], tuple[DataDiagnostic, ...]]:
    """The files of a folder that the tables name, by the name of the table's sheet. Raises OSError."""
    there = {path.name.casefold(): path for path in sorted(folder.iterdir())}
    found: dict[str, Grid] = {}
    complaints: list[DataDiagnostic] = []
    for table in tables:
        path = there.get(table.file)
        if path is None:
            if table.asked:
                complaints.append(_missing(folder, table, tables, there.values()))
            continue
        grid = _read(path, table)
        if isinstance(grid, Grid):
            found[table.sheet] = grid
        else:
            complaints.append(grid)
    return found, tuple(complaints)


def _missing(folder: Path, table: InputTable, tables: tuple[InputTable, ...], there: Iterable[Path]) -> DataDiagnostic:
    names = [each.name for each in there if each.suffix.casefold() == ".csv"]
    headings = (column.heading for column in table.columns)
    where, what = f"thư mục {folder.name}", f"tệp {table.file}"
    if not table.optional:
        return missing_table(where, what, names, headings)
    wanted = {each.file for each in tables}
    return absent_table(where, what, (name for name in names if name.casefold() not in wanted), headings)


def _read(path: Path, table: InputTable) -> Grid | DataDiagnostic:
    where = f"tệp {path.name}"
    if not path.is_file():
        return unreadable(where, "không phải tệp văn bản", "Lưu lại dạng CSV UTF-8.")
    if path.stat().st_size > MOST_BYTES:
        return unreadable(where, "tệp lớn hơn 64 MB", "Chỉ để lại số liệu mà kế hoạch cần.")
    text = _decoded(path.read_bytes())
    if isinstance(text, int):
        return unreadable(where, f"dòng {text} có chữ không phải Unicode", "Trong Excel chọn lưu dạng “CSV UTF-8”.")
    separator = max(_SEPARATORS, key=lambda each: _known_headings(text, each, table))
    return _parsed(text, separator, where)


def _decoded(raw: bytes) -> str | int:
    """The text, or the first line with bytes that are no text."""
    encoding = "utf-16" if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as failure:
        return raw.count(b"\n", 0, failure.start) + 1


def _known_headings(text: str, separator: str, table: InputTable) -> int:
    """How many headings the best line shows when cut at `separator`; columns hold no line breaks in a heading."""
    headings = {plain(column.heading) for column in table.columns}
    most = 0
    for line in islice(StringIO(text), TITLE_ROWS):
        if separator in line:
            cells = line.rstrip("\r\n").replace('"', "").split(separator)
            most = max(most, len(headings & {plain(cell) for cell in cells}))
    return most


def _parsed(text: str, separator: str, where: str) -> Grid | DataDiagnostic:
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[list[str]] = []
    lines: list[int] = []
    first = 1
    try:
        for row in reader:
            rows.append(row)
            lines.append(first)
            first = reader.line_num + 1
            if len(rows) > MOST_ROWS:
                return unreadable(where, "số liệu nhiều hơn 200.000 dòng", "Chỉ để lại số liệu mà kế hoạch cần.")
    except csv.Error:
        return unreadable(where, f"dấu ngoặc kép từ dòng {first} chưa đóng đúng", "Mở bằng Excel, lưu lại dạng “CSV UTF-8”.")
    return Grid(where, rows, lines, lettered=False)
