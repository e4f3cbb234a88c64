"""What guards know by its shape: figures, days, places. Each says with which words it begins, and holds only before one of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from thads_dsl.source import plain
from thads_dsl.syntax.ahead import Ahead
from thads_dsl.syntax.literals import literal_at
from thads_dsl.syntax.times import BARE_DAY, HOUR, NUMBER_WORDS, WAVE, WAVES

DIGIT = "#"  # any word that begins with a digit
ROMAN = "@"  # any Roman numeral
_ROMAN_WORD = re.compile(r"[ivx]+")


@dataclass(frozen=True)
class Form:
    """A form: the words (or DIGIT, ROMAN) that it begins with, and whether it stands at a place where one of them does.

    Without `firsts` it is something that the whole sentence says, whatever stands at the place.
    """

    firsts: frozenset[str]
    shape: Callable[[Ahead, int], bool]

    @cached_property
    def _loosely(self) -> frozenset[str]:
        return frozenset(map(plain, self.firsts))

    def holds(self, ahead: Ahead, index: int) -> bool:
        """Whether the form stands there."""
        if self.firsts and not (index < len(ahead.keys) and begins(ahead.keys[index], self.firsts if ahead.strict else self._loosely)):
            return False
        return self.shape(ahead, index)


def begins(key: str, firsts: frozenset[str]) -> bool:
    """Whether the key of an atom is one of these words, or of a class of words among them."""
    return key in firsts or (DIGIT in firsts and key[0].isdigit()) or (ROMAN in firsts and _ROMAN_WORD.fullmatch(key) is not None)


_MOST_BOUND_WORDS = 3  # “đến từ trên 5”: more in a row is no phrase
# With and without diacritics: the second is what a tolerant reading compares.
_BOUNDS = frozenset(["dưới", "trên", "từ", "đến", "hơn", "duoi", "tren", "tu", "den", "hon"])
_COUNTING = frozenset({"AWARDS", "NUMBER", "K_OF_N", "FRACTION"})
_FILES = frozenset({("hồ", "sơ"), ("thời", "hạn"), ("ho", "so"), ("thoi", "han")})
_SENDING = frozenset(["gửi", "nộp", "gui", "nop"])
_LATELY = frozenset(["chậm", "muộn", "trễ", "cham", "muon", "tre"])
_FAULTS = frozenset({"FILE_LATE", "FILE_INCOMPLETE"})
_REFUSALS = frozenset({"FILE_REFUSED", "NOT_CONSIDERED", "NOT_AWARDED"})
_ITSELF = r"ti[êe]u ch[íi]\s+(?:s[ốo] )?(?:\d|(?-i:[IVX]+|[A-HĐ])\.[\dIVXa-zđ])"


def _number(ahead: Ahead, index: int) -> bool:
    """A figure, or bound words before one."""
    beyond = min(index + _MOST_BOUND_WORDS, len(ahead.keys))
    while index < beyond and ahead.keys[index] in _BOUNDS:
        index += 1
    return index < len(ahead.keys) and (ahead.keys[index][0].isdigit() or _counting_word(ahead, index))


def _counting_word(ahead: Ahead, index: int) -> bool:
    """“hai tập thể”, “ba trong bốn điều kiện”: a number in words, which counts only before what is counted."""
    literal = literal_at(ahead.text, ahead.atoms[index].start, "AT_MOST")
    return literal is not None and literal.terminal in _COUNTING


def behind_figure(ahead: Ahead, index: int) -> int | None:
    """The place behind a figure with its unit; None where none stands."""
    figure = literal_at(ahead.text, ahead.atoms[index].start) if index < len(ahead.atoms) else None
    if figure is None:
        return None
    return next((at for at in range(index, len(ahead.atoms)) if ahead.atoms[at].start >= figure.end), len(ahead.atoms))


def _points(ahead: Ahead, index: int) -> bool:
    """The word “điểm” stands further on: what a points table says of them."""
    return any(key in ("điểm", "diem") for key in ahead.keys[index:])


def _of_file(ahead: Ahead, terminals: frozenset[str]) -> bool:
    """Whether the sentence speaks of files or their time, and says one of these anywhere."""
    of_files = not set(pairwise(ahead.keys)).isdisjoint(_FILES) or _sends_late(ahead)
    return of_files and any(any(ahead.said(at, terminals)) for at in range(len(ahead.keys)))


def _sends_late(ahead: Ahead) -> bool:
    """“Đơn vị gửi chậm”, “đơn vị nào nộp muộn”: with nothing between them, it is files."""
    behind = {end + (ahead.keys[end : end + 1] in (["nào"], ["nao"])) for end, _ in ahead.names.longest(ahead.keys, 0)}
    pairs = (ahead.keys[end : end + 2] for end in behind)
    return any(len(pair) == 2 and pair[0] in _SENDING and pair[1] in _LATELY for pair in pairs)


def _refused(ahead: Ahead, index: int) -> bool:
    """Of a file, by a sentence that says it is not taken."""
    return _of_file(ahead, _REFUSALS)


def _faulty(ahead: Ahead, index: int) -> bool:
    """A file, by a sentence that says what is wrong with it; no phrase right behind."""
    return _of_file(ahead, _FAULTS) and not ahead.says_something(index)


def _shaped(firsts: str, pattern: str) -> Form:
    form = re.compile(pattern, re.IGNORECASE)
    return Form(frozenset(firsts.split()), lambda ahead, index: ahead.matches(index, form))


_DATE = _shaped(f"{DIGIT} hết ngày", r"(?:h[ếe]t\s+)?(?:ng[àa]y\s+)?\d{1,2}(?:\s*[/.]\s*\d|-\d{1,2}-\d{4}|\s+th[áa]ng\s+\d)")
_RECURRING = (
    r"ng[àa]y\s+\d{1,2}[^,;.()]{0,30}?(?:(?:h[ằàa]ng|m[ỗo]i)\s+(?:th[áa]ng|qu[ýy]|n[ăa]m)|th[áa]ng (?:[đd][ầa]u|cu[ốo]i) (?:c[ủu]a )?qu[ýy]"
    r"|th[áa]ng (?:sau|k[ếe] ti[ếe]p|ti[ếe]p theo|li[ềe]n k[ềe]))\b"
    r"|ng[àa]y\s+cu[ốo]i\s+(?:c[ùu]ng\s+)?(?:c[ủu]a\s+)?(?:(?:h[ằàa]ng|m[ỗo]i)\s+)?(?:th[áa]ng|qu[ýy])(?!\w|\s+[IVX\d])"
)
_NUMBERS = " ".join(NUMBER_WORDS)
FORMS: dict[str, Form] = {
    "number": Form(frozenset([DIGIT, *_BOUNDS, *NUMBER_WORDS, "nửa"]), _number),
    "digit": Form(frozenset([DIGIT]), lambda ahead, index: True),
    "digits": Form(frozenset([DIGIT, *NUMBER_WORDS]), lambda ahead, index: True),
    "date": _DATE,
    "year": _shaped("năm", r"năm(?:\s+công tác)?\s+\d{4}"),
    "year-end": _shaped("đầu kết cuối hết tháng", r"(?:[đd][ầa]u|k[ếe]t th[úu]c|cu[ốo]i|h[ếe]t)\s+n[ăa]m\b|(?:h[ếe]t\s+)?th[áa]ng\s+\d"),
    "recurring-day": _shaped("ngày", rf"{_RECURRING}|{BARE_DAY.pattern}"),
    "hour": _shaped(DIGIT, HOUR.pattern),
    "days": _shaped(DIGIT, r"\d{1,3}\s*(?:\(\w+\)\s*)?ng[àa]y\b"),
    "months": _shaped(DIGIT, r"\d{1,3}\s*(?:\(\w+\)\s*)?th[áa]ng(?!\w)"),
    "wave": _shaped("đợt giai", WAVE),
    "ahead-of-wave": _shaped(
        DIGIT, rf"\d[\d,]*\s*(?:[đd]i[ểe]m\s*)?(?:ph[ầa]n tr[ăa]m|%)\s+so v[ớo]i\s+(?:(?:các|mức|chỉ tiêu|kết quả|của|trong)\s+)*{WAVE}"
    ),
    "waves": _shaped(f"{DIGIT} {_NUMBERS}", WAVES),
    "place": _shaped(f"{ROMAN} gạch dấu điểm khoản mục", r"g[ạa]ch|d[ấa]u|[đd]i[ểe]m|kho[ảa]n|m[ụu]c|[IVX]+\.\d"),
    "article": _shaped(f"điều {_NUMBERS}", r"[đd]i[ềe]u\s+\d|(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là\b"),
    "class": _shaped("được xếp hạng loại", r"(?:(?:[đd][ưu][ợo]c )?x[ếe]p )?(?:h[ạa]ng|lo[ạa]i)\s+\S"),
    "part": _shaped("phần", r"ph[ầa]n\s+(?-i:[IVX]+|[A-ZĐ])(?!\w)"),
    "criterion": _shaped(
        "số mức điểm của các tiêu", rf"(?:(?:(?:s[ốo] |m[ứu]c )?[đd]i[ểe]m )(?:chu[ẩa]n )?)?(?:c[ủu]a )?(?:c[áa]c )?{_ITSELF}"
    ),
    "criterion-itself": _shaped("tiêu", _ITSELF),
    "capped-part": _shaped(
        "tại của thuộc tiêu các phần",
        r"(?:(?:t[ạa]i|c[ủu]a|thu[ộo]c)\s+)?(?:ti[êe]u ch[íi]|c[áa]c ti[êe]u ch[íi]|ph[ầa]n)\s+(?-i:[IVXA-HĐ\d])",
    ),
    "scored": Form(frozenset([DIGIT, "cộng", "trừ"]), _points),
    "points": Form(frozenset(), _points),
    "refused": Form(frozenset(), _refused),
    "faulty": Form(frozenset(), _faulty),
}
