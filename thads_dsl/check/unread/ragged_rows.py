"""TH124: a row of a table that has more or fewer cells than the others: nobody knows which column its figures are of."""

from collections.abc import Iterator

from thads_dsl.diagnostics import Diagnostic, Label, Way
from thads_dsl.diagnostics.codes import TH124
from thads_dsl.source import Passage
from thads_dsl.syntax.cells import cells, is_ruled, uneven


def uneven_rows(rows: tuple[Passage, ...]) -> Iterator[Diagnostic]:
    """Each such row of a table; its heading where the other rows agree on another number of columns."""
    columns, wrong = uneven(rows)
    regular = next((row for row in rows if not is_ruled(row) and row not in wrong), None)
    return (_told(row, columns, regular) for row in wrong if regular is not None)


def _told(row: Passage, wanted: int, regular: Passage) -> Diagnostic:
    written = [cell.text for cell in cells(row)]
    return Diagnostic(
        code=TH124,
        message=f"dòng này có {len(written)} ô, bảng có {wanted} cột",
        at=Label(row.span()),
        also=(Label(regular.span()),),
        why="Thiếu hoặc thừa một ô thì các con số của dòng có thể đứng sai cột.",
        ways=(_lengthened(written, wanted) if len(written) < wanted else _shortened(written, wanted),),
    )


def _lengthened(written: list[str], wanted: int) -> Way:
    how = "Thêm ô còn thiếu vào đúng cột, không có gì để ghi thì để ô trống. Nếu thiếu ở cuối, viết, điền vào chỗ …:"
    return Way(how, _row([*written, *["…"] * (wanted - len(written))]))


def _shortened(written: list[str], wanted: int) -> Way:
    extra = [text for text in written[wanted:] if text]
    how = f"Nếu “{extra[0]}” là thừa, viết:" if extra else "Bỏ ô trống ở cuối, viết:"
    return Way(how, _row(written[:wanted]))


def _row(written: list[str]) -> str:
    return f"| {' | '.join(written)} |"
