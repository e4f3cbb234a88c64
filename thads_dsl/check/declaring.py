"""A name that is not declared → the lines that declare it, ready to be pasted below the last line of the plan."""

from thads_dsl.check.draft import Draft
from thads_dsl.syntax.holes import UnknownName
from thads_dsl.syntax.lexer import lex
from thads_dsl.syntax.literals import Figure
from thads_dsl.syntax.names import NameKind

_UNPRINTED = "PHẦN KHÔNG IN"
_SECTIONS = {NameKind.QUANTITY: "SỐ LIỆU VÀ CÁCH TÍNH", NameKind.SUBJECT: "ĐỐI TƯỢNG THI ĐUA"}
# First words of those who are people; all else that acts is a body.
_PEOPLE = (
    "cá nhân", "người", "công chức", "viên chức", "cán bộ", "nhân viên", "chấp hành viên", "thẩm tra viên", "thư ký", "kế toán",
    "lãnh đạo", "thủ trưởng", "trưởng", "phó", "đồng chí", "thủ quỹ", "văn thư",
)  # fmt: skip


def definition_lines(draft: Draft, found: UnknownName) -> str:
    """The definition under the heading of its section; headings that the plan has already are left out."""
    section = _SECTIONS[found.kind]
    headings = [] if draft.outline.sections or draft.outline.examples else [_UNPRINTED]
    headings += [] if any(each.heading.casefold().startswith(section.casefold()) for each in draft.outline.sections) else [section]
    meaning = _base(found.written) if found.kind is NameKind.SUBJECT else _unit(draft, found)
    written = found.written if found.kind is NameKind.SUBJECT else found.written[0].lower() + found.written[1:]
    return "\n".join([*headings, f"- {written}: {meaning}"])


def _base(written: str) -> str:
    return "cá nhân" if written.casefold().startswith(_PEOPLE) else "tập thể"


def _unit(draft: Draft, found: UnknownName) -> str:
    """What the first figure behind the name is counted in; a share of which nothing more is known is a column of its own."""
    line = next(line for line in draft.source.folded if line.line == found.at.line)
    figures = (lexeme for lexeme in lex(line, draft.names) if lexeme.span.start >= found.at.end)
    return next((lexeme.value.unit for lexeme in figures if isinstance(lexeme.value, Figure) and lexeme.value.unit), "việc")
