"""Every complaint about statistics, in one voice: the fact with the office's own figure, then what to do.

Codes of statistics are built here and nowhere else.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from rapidfuzz import process

from thads_dsl.data.cells import Misread, Raw, shown
from thads_dsl.diagnostics.codes import TH701, TH702, TH703, TH704, TH705, TH706, TH707, TH708, TH709, TH710, TH906, TH911
from thads_dsl.diagnostics.model import DataDiagnostic
from thads_dsl.model.dates import day_text
from thads_dsl.model.units import number
from thads_dsl.source import plain

_NEAR = 85  # of 100, compared without diacritics
_LISTED = 12
_SHOWN = 3  # of the wrong cells of one column


def missing_table(where: str, table: str, there: Iterable[str], headings: Iterable[str]) -> DataDiagnostic:
    """A sheet or a file that the plan needs is not there."""
    names = _quoted(there)
    return DataDiagnostic(
        code=TH701,
        message=f"không có {table}" + (f"; có {names}" if names else ""),
        where=where,
        why=f"Kế hoạch cần số liệu này. Đặt lại đúng tên, hoặc lập mới với {_columns(headings)}",
    )


def absent_table(where: str, table: str, there: Iterable[str], headings: Iterable[str]) -> DataDiagnostic:
    """A sheet or a file that rules ask for may be left out, but then nothing is known of what it says."""
    names = _quoted(there)
    return DataDiagnostic(
        code=TH710,
        message=f"không có {table}" + (f"; có {names} mà kế hoạch không dùng" if names else ""),
        where=where,
        why="Quy định cần số liệu ấy thì “chưa đủ căn cứ”. Không có trường hợp nào thì vẫn lập, chỉ ghi dòng tiêu đề. Lập với "
        + _columns(headings),
    )


def is_of_a_whole_table(diagnostic: DataDiagnostic) -> bool:
    """Whether it is about a sheet or a file that is not there, and lists the columns that it should have."""
    return diagnostic.code in (TH701, TH710)


def empty_table(where: str, headings: Iterable[str]) -> DataDiagnostic:
    """A sheet or a file that the plan needs holds nothing."""
    why = f"Lập với {_columns(headings)}"
    return DataDiagnostic(code=TH701, message="để trống, chưa có dòng tiêu đề", where=where, why=why)


def _columns(headings: Iterable[str]) -> str:
    return "các cột:\n" + "\n".join(headings)


def missing_column(where: str, heading: str) -> DataDiagnostic:
    """No cell of the heading row says what a column is to say."""
    return DataDiagnostic(
        code=TH702,
        message=f"không có cột “{heading}”",
        where=where,
        why="Tiêu đề cột phải ghi đúng như vậy; thứ tự cột, chữ hoa, chữ thường không quan trọng.",
    )


def repeated_column(where: str, heading: str, first: str) -> DataDiagnostic:
    """Two columns have one heading: which of them counts is not for a program to say."""
    return DataDiagnostic(
        code=TH703,
        message=f"tiêu đề “{heading}” ghi lần thứ hai, đã có ở {first}",
        where=where,
        why="Chỉ để lại một cột; máy không tự chọn cột nào.",
    )


@dataclass(frozen=True, slots=True)
class BadCell:
    """A cell that is not what its column holds: where it is, whose it is, what it holds, and what is wrong with that."""

    where: str
    of: str
    raw: Raw
    misread: Misread


def bad_cells(heading: str, found: Sequence[BadCell]) -> Iterator[DataDiagnostic]:
    """Each by itself; of a column with many of them, all together, with the first ones."""
    if len(found) <= _SHOWN:
        yield from (bad_cell(each.where, each.of, each.raw, each.misread) for each in found)
        return
    shown_first = "; ".join(f"{each.of}: {shown(each.raw)}" for each in found[:_SHOWN])
    yield DataDiagnostic(
        code=TH703,
        message=f"cột “{heading}” có {len(found)} ô ghi không đúng: {shown_first}; …; cần {found[0].misread.expected}",
        where=found[0].where,
        why=found[0].misread.hint,
    )


def bad_cell(where: str, of: str, raw: Raw, misread: Misread) -> DataDiagnostic:
    """A cell that is not what its column holds."""
    held = shown(raw)
    return DataDiagnostic(
        code=TH703,
        message=f"{of}: {held if held == 'để trống' else f'ghi {held}'}; cần {misread.expected}",
        where=where,
        why=misread.hint,
    )


def unknown_form(where: str, of: str, form: str, scale: Iterable[str]) -> DataDiagnostic:
    """A sanction that the scale of the plan does not know."""
    misread = Misread(f"một trong các hình thức: {', '.join(scale)}")
    return bad_cell(where, of, form, misread)


def unknown_kind(where: str, kind: str, known: Iterable[str]) -> DataDiagnostic:
    """A kind of unit or a post that the plan does not know, though it should."""
    names = tuple(known)
    return DataDiagnostic(
        code=TH704,
        message=f"chưa có loại đơn vị hoặc chức danh tên “{kind}”" + _or_rather(kind, names),
        where=where,
        why=f"Kế hoạch có: {_quoted(names)}. Ghi khác đi thì không áp dụng được chỉ tiêu nào.",
    )


def unknown_unit(where: str, unit: str, known: Iterable[str]) -> DataDiagnostic:
    """A person's unit that has no row of its own."""
    return DataDiagnostic(
        code=TH705,
        message=f"đơn vị “{unit}” không có trong trang “Tập thể”" + _or_rather(unit, known),
        where=where,
        why="Tên đơn vị của cá nhân phải ghi như ở cột “Tên đơn vị”; đơn vị mới thì thêm vào trang “Tập thể”.",
    )


def repeated_row(where: str, subject: str, first: str) -> DataDiagnostic:
    """One subject has two rows."""
    return DataDiagnostic(
        code=TH706,
        message=f"{subject}: đã ghi ở {first}",
        where=where,
        why="Mỗi đối tượng một dòng. Hai người trùng tên thì ghi thêm cho khác, ví dụ năm sinh.",
    )


@dataclass(frozen=True, slots=True)
class Stranger:
    """A name, with its unit, that no sheet of figures has, and where it stands."""

    where: str
    subject: str


def unknown_people(found: Sequence[Stranger], known: Iterable[str]) -> Iterator[DataDiagnostic]:
    """Decisions or files about somebody who has no row of figures; of many in one sheet all together, with the first ones.

    Another person is offered only for the same letters.
    """
    names = tuple(known)
    shown_alone = found if len(found) <= _SHOWN else ()
    for each in shown_alone:
        same = next((name for name in names if plain(name) == plain(each.subject)), None)
        offered = f". Có phải “{same}”?" if same else ""
        yield _unknown_people(each.where, f"“{each.subject}” không có trong trang “Tập thể” hoặc “Cá nhân”{offered}")
    if found and not shown_alone:
        listed = "; ".join(f"“{each.subject}”" for each in found[:_LISTED]) + ("; …" if len(found) > _LISTED else "")
        yield _unknown_people(found[0].where, f"{len(found)} tên không có trong trang “Tập thể” hoặc “Cá nhân”: {listed}")


def _unknown_people(where: str, message: str) -> DataDiagnostic:
    return DataDiagnostic(
        code=TH707,
        message=message,
        where=where,
        why="Tên và đơn vị phải ghi như ở trang “Cá nhân”; tập thể thì để trống cột “Đơn vị”.",
    )


def unbalanced(where: str, subject: str, part: str, whole: str) -> DataDiagnostic:
    """A part is greater than what it is a part of."""
    return DataDiagnostic(
        code=TH708,
        message=f"{subject}: {part} nhiều hơn {whole}",
        where=where,
        why="Xin xem lại hai ô; máy không tự sửa.",
    )


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A figure of a column about discipline: where it is, whose it is, and on which days decisions about that subject were signed."""

    where: str
    of: str
    figure: int | Fraction
    signed: tuple[date, ...]


def discipline_disagrees(heading: str, found: Sequence[Disagreement]) -> DataDiagnostic:
    """A column about discipline, and decisions of the measured period that are more, or fewer: all rows together, with the first ones."""
    listed = "; ".join(_disagreement(each) for each in found[:_SHOWN]) + ("; …" if len(found) > _SHOWN else "")
    return DataDiagnostic(
        code=TH708,
        message=f"cột “{heading}” khác trang “Kỷ luật” ở {len(found)} dòng: {listed}",
        where=found[0].where,
        why="Hai chỗ nói về cùng một việc trong kỳ số liệu. Xin xem lại; máy không tự sửa.",
    )


def _disagreement(each: Disagreement) -> str:
    days = ", ".join(day_text(day) for day in sorted(each.signed)[:_SHOWN])
    more = ", …" if len(each.signed) > _SHOWN else ""
    held = f"có {len(each.signed)} quyết định (ký ngày {days}{more})" if each.signed else "không có quyết định nào"
    return f"{each.of} ghi {number(each.figure)}, trang “Kỷ luật” {held}"


def unreadable(where: str, fact: str, advice: str) -> DataDiagnostic:
    """A file, or a sheet of it, that no figure can be read from."""
    return DataDiagnostic(code=TH709, message=fact, where=where, why=advice)


def empty_figure(where: str, subject: str, heading: str) -> DataDiagnostic:
    """A figure that is not known though a rule asks for it."""
    return DataDiagnostic(
        code=TH906,
        message=f"{subject}, {_lowered(heading)}",
        where=where,
        why="Ô trống, ô ghi “…” hoặc công thức chưa ra kết quả không phải là 0.\nKhông phát sinh thì nhập 0; chưa có thì để trống, "
        f"đối tượng được ghi “chưa đủ căn cứ xét: thiếu {_lowered(heading)}”.",
    )


def untargeted(where: str, subject: str, kind: str) -> DataDiagnostic:
    """Figures of a subject that no target looks at: often a kind that is spelled in another way."""
    return DataDiagnostic(
        code=TH911,
        message=f"{subject} ({kind})",
        where=where,
        why="Kế hoạch không có chỉ tiêu nào cho đối tượng này, nên số liệu không được xét. Xem lại loại đơn vị, chức danh đã ghi.",
    )


def _lowered(heading: str) -> str:
    return heading[:1].lower() + heading[1:]


def _quoted(names: Iterable[str]) -> str:
    listed = tuple(names)
    return ", ".join(f"“{each}”" for each in listed[:_LISTED]) + (", …" if len(listed) > _LISTED else "")


def _or_rather(wrong: str, known: Iterable[str]) -> str:
    found = process.extractOne(wrong, tuple(known), processor=plain, score_cutoff=_NEAR)
    return f". Có phải “{found[0]}”?" if found else ""
