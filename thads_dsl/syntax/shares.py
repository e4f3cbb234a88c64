"""A sentence that no family reads → the share that it seems to speak of, when neither what is done nor what it is done to is known.

“Trả lời đúng hạn tối thiểu 96% số kiến nghị” needs a statistic that is spelt “trả lời đúng hạn … số kiến nghị”.
"""

from thads_dsl.source import Passage
from thads_dsl.syntax.holes import UnknownName
from thads_dsl.syntax.lexer import WORD, Lexeme, of_time
from thads_dsl.syntax.literals import NUMERIC
from thads_dsl.syntax.names import NameKind

# What stands between the deed and the figure, and behind what is counted.
_BOUNDS = frozenset({"AT_LEAST", "AT_MOST", "ABOVE", "BELOW", "FROM", "REACH", "MUST_REACH", "STRIVE", "OR_MORE"})
# What a deed or what it is done to may hold: words, and names and phrases that are words of it.
_DONE = ("được", "bị", "đã")
_ROUGHLY = ("cơ", "khoảng", "gần", "toàn", "trung", "bình", "hằng", "hàng", "mỗi", "có")  # first words of what is no deed
_NAMES = (NameKind.QUANTITY.value, NameKind.SUBJECT.value)
_NAMED = frozenset({WORD, "COMMA", "AND", "OR", "FOR", "OF", "DURING", "IN_TIME", "YEAR", *_NAMES})


def unknown_share(passage: Passage, lexemes: tuple[Lexeme, ...]) -> UnknownName | None:
    """“<deed> … <what it is done to>”, spelt around the only figure of the sentence, a percentage; None where it is not so built."""
    numbers = [at for at, lexeme in enumerate(lexemes) if lexeme.terminal in NUMERIC]
    if not numbers or lexemes[numbers[0]].terminal != "PERCENT" or not all(of_time(lexemes[at]) for at in numbers[1:]):
        return None
    start = 1 if lexemes[0].terminal == NameKind.SUBJECT.value else 0
    deed, whole = _inside(lexemes[start : numbers[0]]), _inside(lexemes[numbers[0] + 1 :])
    if not _is_deed(deed) or not whole or not all(_is_part(lexeme) for lexeme in (*deed, *whole)):
        return None
    if whole[0].terminal not in (WORD, *_NAMES) or whole[-1].text.casefold() == "lên":
        return None  # “từ 97% báo cáo trở lên”: the bound is parted
    if deed[0].terminal != WORD and whole[0].terminal != WORD:
        return None
    if deed[0].text.casefold() in _ROUGHLY and any(lexeme.text.casefold() in _DONE for lexeme in whole):
        return None  # “cơ bản 80% hồ sơ được số hóa”: what is done stands behind
    written = " … ".join(passage.text[part[0].start : part[-1].end] for part in (deed, whole))
    return UnknownName(NameKind.SHARE_IN, written, passage.span(deed[0].start, whole[-1].end))


def _is_part(lexeme: Lexeme) -> bool:
    """A word of a name; “hồ sơ lưu trữ trên 10 năm” holds a bound of time."""
    return lexeme.terminal in _NAMED or lexeme.terminal in ("ABOVE", "BELOW", "FROM", "TO") or of_time(lexeme)


def _inside(part: tuple[Lexeme, ...]) -> tuple[Lexeme, ...]:
    """Without the bounds at its ends."""
    kept = [at for at, lexeme in enumerate(part) if lexeme.terminal not in _BOUNDS]
    return part[kept[0] : kept[-1] + 1] if kept else ()


def _is_deed(part: tuple[Lexeme, ...]) -> bool:
    """Something that is done: neither “tỷ lệ …” nor somebody; “giải quyết xong” is a statistic elsewhere."""
    known = bool(part) and part[0].terminal in (WORD, NameKind.QUANTITY.value)
    words = " ".join(lexeme.text for lexeme in part[:2]).casefold()
    return known and (words.startswith("số hóa") or words.split()[0] not in ("tỷ", "số", "tổng"))
