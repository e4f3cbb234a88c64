"""TH637: what stands in a points table where nothing is scored, and would change the points if it were read."""

import re
from collections.abc import Iterator
from fractions import Fraction

from thads_dsl.check.points.suspicion import changes_points, noted
from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH637
from thads_dsl.source import Passage, canonical, plain
from thads_dsl.syntax.lexer import Lexeme, lex
from thads_dsl.syntax.names import NameTable
from thads_dsl.syntax.points import RowKind, WrittenRow, WrittenTable
from thads_dsl.syntax.written_forms import Figure

# Columns of which the cells say who scores a criterion, and by what papers.
_NOTES = re.compile(
    r"ghi chu|dien giai|giai thich|(?:tai lieu|minh chung|ho so|van ban|can cu|nguon|kiem chung|bang chung)\b.*"
    r"|(?:don vi|bo phan|co quan|phong|nguoi|can bo) (?:cham|phu trach|theo doi|tham dinh|chu tri|thuc hien|danh gia|tham muu|kiem tra)\b.*"
    r"|don vi tinh|dvt|phu trach|theo doi"
)
_BLANK = re.compile(r"[\s.…_x-]*", re.IGNORECASE)


def beside_the_points(written: WrittenTable, names: NameTable) -> Iterator[Diagnostic]:
    """Complaints about columns, notes, names of criteria and parts, and the cell beside the total."""
    for at, heading in enumerate(written.beside):
        filled = [(row, row.beside[at]) for row in written.rows if at < len(row.beside) and not _BLANK.fullmatch(row.beside[at].text)]
        if filled and not _NOTES.fullmatch(plain(heading.text)):
            yield _column(written.heading, heading)
        else:
            yield from (_note(row, cell) for row, cell in filled if _says_more(lex(cell, names)))
    for row in written.rows:
        if changes_points(lex(row.title, names), _standard(lex(row.points, names))):
            yield _title(row)
        if row.kind is RowKind.TOTAL and row.scoring.text:
            yield _beside_total(row)


def _says_more(lexemes: tuple[Lexeme, ...]) -> bool:
    return changes_points(lexemes, None) or noted(lexemes)


def _standard(points: tuple[Lexeme, ...]) -> Fraction | None:
    """The figure of the points column, which a name may say again."""
    figure = points[0].value if len(points) == 1 else None
    return figure.value if isinstance(figure, Figure) else None


def _column(heading: Passage, column: Passage) -> Diagnostic:
    renamed = heading.text.replace(column.text, "Ghi chú") if column.text else heading.text
    return Diagnostic(
        code=TH637,
        message=f"cột “{canonical(column.text)}”",
        at=Label(column.span()),
        why="Máy chỉ đọc cột điểm và cột cách chấm. Hệ số, điểm thưởng, đối tượng thì tính vào hai cột ấy rồi bỏ cột này.",
        ways=(Way("Nếu chỉ để người chấm tham khảo thì dòng đầu bảng viết:", canonical(renamed)),),
    )


def _note(row: WrittenRow, cell: Passage) -> Diagnostic:
    bare = canonical(row.row.text.replace(cell.text, ""))
    return Diagnostic(
        code=TH637,
        message=f"“{canonical(cell.text)}”",
        at=Label(cell.span()),
        why="Cột này không được tính điểm; điều làm đổi điểm phải viết trong ô cách chấm.",
        ways=(Way("Bỏ ở ô này, viết thêm vào ô cách chấm nếu cần:", bare),),
    )


def _title(row: WrittenRow) -> Diagnostic:
    text = canonical(row.title.text)
    short = re.sub(r" *\([^()]*\)", "", text)
    cut = Way("Tên bỏ phần trong ngoặc thì dòng này viết:", canonical(row.row.text.replace(row.title.text, short)))
    return Diagnostic(
        code=TH637,
        message=f"“{text}”",
        at=Label(row.title.span()),
        why=f"Tên {row.kind.value} chỉ để gọi, không được tính điểm; hệ số, giới hạn, điều kiện phải nằm trong điểm chuẩn hoặc cách chấm.",
        ways=(cut,) if short != text and short else (),
    )


def _beside_total(row: WrittenRow) -> Diagnostic:
    bare = canonical(row.row.text.replace(row.scoring.text, ""))
    return Diagnostic(
        code=TH637,
        message=f"“{canonical(row.scoring.text)}”",
        at=Label(row.scoring.span()),
        why="Ô cách chấm của dòng Tổng cộng không được tính; câu về tổng điểm viết dưới bảng.",
        ways=(Way("Dòng này viết:", bare),),
    )


def left_over(row: WrittenRow, scored: str, unread: tuple[Lexeme, ...]) -> Diagnostic:
    """“… về việc (án tín dụng)”, “…, tính trên số thụ lý mới”: scored by the statistic alone."""
    title, start, end = row.title.text, unread[0].start, unread[-1].end
    bare = canonical(re.sub(r"\s*\(\s*\)|[\s,;:]+$|^[\s,;:]+", "", title[:start].rstrip(" ,;") + title[end:]))
    bare = bare if start else f"{bare[:1].upper()}{bare[1:]}"
    return Diagnostic(
        code=TH637,
        message=f"“{canonical(title[start:end])}” trong tên tiêu chí “{canonical(title)}”",
        at=Label(row.title.span(start, end)),
        why=f"Máy chấm tiêu chí này theo “{scored}”, những chữ này không được tính đến. Nếu cả tên là một số liệu riêng thì khai báo "
        "tên ấy ở phần không in; nếu là hai số liệu thì tách thành hai tiêu chí.",
        ways=(Way(f"Nếu chấm theo “{scored}” thì dòng này viết:", canonical(row.row.text.replace(title, bare, 1))),),
    )
