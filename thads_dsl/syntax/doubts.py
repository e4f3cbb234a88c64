"""What makes a stretch of a sentence rather not be the name that nobody has declared."""

from thads_dsl.syntax.grammar import name_words
from thads_dsl.syntax.heads import BASES
from thads_dsl.syntax.lexer import Lexeme, of_time
from thads_dsl.syntax.names import Name, NameKind
from thads_dsl.syntax.stretches import ends_a_bound_of_the_name


def is_part(lexemes: tuple[Lexeme, ...], start: int, said: str) -> bool:
    """Whether a name of the danh mục stands right before a stretch, which then rather belongs to it: “Phòng | Kiểm tra”.

    “công chức không giữ | chức vụ” as well: what is held is a part of what they are called, unless it is a title.
    """
    before = (lexeme for lexeme in reversed(lexemes) if lexeme.end <= start and lexeme.text.casefold() not in name_words("several"))
    last = next(before, None)
    if last is None or last.text.casefold() == "giữ":
        return last is not None and not said
    known = last.value
    return isinstance(known, Name) and known.kind is NameKind.SUBJECT and not (said and known.canonical in BASES)


def is_list(lexemes: tuple[Lexeme, ...], start: int) -> bool:
    """Whether a stretch begins with a known name and what joins another to it: “Cục trưởng và | Trưởng Ban Chỉ đạo”."""
    at = next(index for index, lexeme in enumerate(lexemes) if lexeme.start >= start)
    return isinstance(lexemes[at].value, Name) and at + 1 < len(lexemes) and lexemes[at + 1].terminal in ("AND", "COMMA")


def is_joined(lexemes: tuple[Lexeme, ...], start: int, kind: NameKind) -> bool:
    """Whether a known name of another kind is joined to a stretch: “số việc ủy thác, | hỗ trợ thi hành án”."""
    at = next(index for index, lexeme in enumerate(lexemes) if lexeme.start >= start)
    known = lexemes[at - 2].value if at > 1 and lexemes[at - 1].terminal in ("AND", "COMMA") else None
    return isinstance(known, Name) and known.kind is not kind


def begins_with_somebody(lexemes: tuple[Lexeme, ...], start: int) -> bool:
    """“Văn thư nhập dữ liệu”: who does it is no part of what is counted."""
    return any(lexeme.start == start and lexeme.terminal == NameKind.SUBJECT.value for lexeme in lexemes)


def goes_on(lexemes: tuple[Lexeme, ...], end: int) -> bool:
    """Whether what stands right behind a stretch rather belongs to it: “Cụm số | 5”, “Tổ xử lý án tồn | trên 05 năm”."""
    at = next((index for index, lexeme in enumerate(lexemes) if lexeme.start >= end), len(lexemes))
    behind = lexemes[at : at + 2]
    if len(behind) == 2 and any(ends_a_bound_of_the_name(lexemes, last) for last in range(at + 1, min(at + 3, len(lexemes)))):
        return True
    return bool(behind) and (
        behind[0].terminal in ("NUMBER", "OUT_OF", NameKind.AGENCY.value, NameKind.SUBJECT.value)
        or not behind[0].text
        or of_time(behind[-1])
    )


def is_known_award(lexemes: tuple[Lexeme, ...], start: int, end: int) -> bool:
    """“Giấy khen của | Trưởng ban Chỉ đạo 389”: an award of the danh mục, and who gives it."""
    inside = [lexeme.terminal for lexeme in lexemes if start <= lexeme.start and lexeme.end <= end]
    text = " ".join(lexeme.text.casefold() for lexeme in lexemes if start <= lexeme.start and lexeme.end <= end)
    return inside[:1] == [NameKind.REWARD.value] and " của " in text
