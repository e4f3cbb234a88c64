"""What makes a text no plan at all: it is refused before its lines are looked at."""

from thads_dsl.diagnostics import Diagnostic, Label
from thads_dsl.diagnostics.codes import TH001, TH002, TH003, TH005
from thads_dsl.source import SourceText, Span

LONGEST_LINE = 6_000  # more than two pages in one paragraph; the longest of the real documents has 2,000
MOST_LINES = 20_000  # a plan of 200 pages has some 7,000
MOST_CONTROLS = 20


def unreadable(source: SourceText) -> tuple[Diagnostic, ...]:
    """Complaints about the characters of a text; none where it can be read."""
    if source.undecodable is not None:
        return (
            Diagnostic(
                code=TH001,
                message="có ký tự không đọc được",
                at=Label(Span(source.undecodable, 0, 0)),
                why="Tệp có thể là Word, Excel, hoặc dùng bảng mã cũ (TCVN3, VNI). Hãy lưu lại dạng văn bản thuần, mã UTF-8.",
            ),
        )
    if len(source.lines) > MOST_LINES:
        return (_too_many(source),)
    return (*_too_long(source), *_controls(source))


def _grouped(count: int) -> str:
    return f"{count:,}".replace(",", ".")


def _too_many(source: SourceText) -> Diagnostic:
    return Diagnostic(
        code=TH005,
        message=f"tệp có {_grouped(len(source.lines))} dòng, nhiều nhất là {_grouped(MOST_LINES)}",
        at=Label(Span(MOST_LINES + 1, 0, 0)),
        why="Một kế hoạch dài 200 trang có khoảng 7.000 dòng; tệp này có lẽ không phải kế hoạch.",
    )


def _too_long(source: SourceText) -> list[Diagnostic]:
    return [
        Diagnostic(
            code=TH003,
            message=f"dòng dài {_grouped(len(line))} ký tự, nhiều nhất là {_grouped(LONGEST_LINE)}",
            at=Label(Span(number, 0, 0)),
            why="Một dòng của kế hoạch là một đoạn văn; hãy ngắt thành nhiều dòng.",
        )
        for number, line in enumerate(source.lines, 1)
        if len(line) > LONGEST_LINE
    ]


def _controls(source: SourceText) -> list[Diagnostic]:
    places = (
        Span(number, column, column + 1)
        for number, line in enumerate(source.lines, 1)
        if not line.isprintable()
        for column, char in enumerate(line[:LONGEST_LINE])
        if (char < " " and char != "\t") or char == "\x7f"
    )
    return [
        Diagnostic(
            code=TH002,
            message=f"ký tự điều khiển (mã {ord(source.quote(place)):02X}) không in được",
            at=Label(place),
            why="Ký tự này thường theo vào khi chép từ chương trình khác; hãy xóa nó hoặc thay bằng dấu cách.",
        )
        for place, _ in zip(places, range(MOST_CONTROLS), strict=False)
    ]
