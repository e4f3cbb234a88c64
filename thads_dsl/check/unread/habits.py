"""Figures as people write them from habit, and as a rule has them: “>= 1,500 viêc” is “từ 1.500 việc trở lên”, “l5%” is “15%”.

All that stands in one sentence is put right at once: with half of it the sentence would be refused again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from functools import cache

from thads_dsl.check.unread.habits_of_days import days_in
from thads_dsl.check.unread.spelled import every_spelled
from thads_dsl.model.units import number
from thads_dsl.source import plain
from thads_dsl.syntax.grammar import habits, unit_words
from thads_dsl.syntax.written_forms import NUMERAL, figure_value


class Kind(Enum):
    """What a habit is about; the value says how it is written instead."""

    WORDS = "Văn bản không dùng dấu so sánh; con số viết bằng chữ số, tỷ lệ có dấu %."
    UNIT = "Đơn vị tính viết đủ chữ, đủ dấu."
    LETTERS = "Con số này có chữ cái lẫn vào chữ số."
    SPELLING = "Dấu chấm tách hàng nghìn (từng nhóm ba chữ số), dấu phẩy tách phần lẻ."
    DASH = "Một mức viết “từ … đến …”, không dùng gạch nối."
    DAY = "Ngày viết bằng chữ số, theo thứ tự ngày, tháng, năm; năm đủ bốn chữ số."


@dataclass(frozen=True, slots=True)
class Habit:
    """What stands at a place of a text, and the same as a rule has it; `sure`: nothing else can be meant, whatever the sentence says."""

    start: int
    end: int
    right: str
    kinds: frozenset[Kind]
    sure: bool = True

    @property
    def is_spelling(self) -> bool:
        """Whether it is a number spelt as none is, and nothing else: that is told of each number by itself."""
        return self.kinds == {Kind.SPELLING}


def habits_in(text: str) -> tuple[Habit, ...]:
    """Each of a text, none across another."""
    days = (Habit(start, end, right, frozenset({Kind.DAY})) for start, end, right in days_in(text))
    found: list[Habit] = []
    for habit in sorted((*days, *_dashes(text), *_figures(text), *_in_words(text)), key=lambda each: (each.start, -each.end)):
        if not found or habit.start >= found[-1].end:
            found.append(habit)
    return tuple(found)


def put_right(text: str, found: tuple[Habit, ...]) -> tuple[int, int, str]:
    """From where to where they stand in a text, and those words as a rule has them."""
    right, end = "", found[0].start
    for habit in found:
        right += text[end : habit.start] + habit.right
        end = habit.end
    return found[0].start, end, right


_DIGITS = str.maketrans(dict(habits("letter")))


@cache
def _figure() -> re.Pattern[str]:
    signs = "|".join(re.escape(sign) for sign in sorted(habits("sign"), key=len, reverse=True))
    digit = rf"[\d{''.join(habits('letter'))}]"
    return re.compile(
        rf"(?:(?<!không )(?<!được )(?P<sign>(?i:{signs}))\s*)?(?<![\w.,/-])(?P<digits>{digit}(?:{digit}|[.,](?={digit}))*)"
        rf"(?:\s+(?P<scale>{'|'.join(habits('scale'))})(?=\s))?(?P<behind>\s?%|\s?[^\W\d]+(?:\s[^\W\d]+){{0,2}})?"
    )


def _figures(text: str) -> Iterator[Habit]:
    at = 0
    while found := _figure().search(text, at):
        unit = _unit(found["behind"] or "")
        end = found.start("behind") + unit.length if unit.right else found.end("digits")
        at = found.end("digits")
        if (right := _right(found, unit)) is not None:
            yield Habit(found.start(), end, *right)


@dataclass(frozen=True, slots=True)
class _Unit:
    """The unit that stands behind a figure: as a rule has it, how much of the text it takes, what is wrong with it."""

    right: str = ""
    length: int = 0
    kind: Kind | None = None
    guessed: bool = False


def _right(found: re.Match[str], unit: _Unit) -> tuple[str, frozenset[Kind], bool] | None:
    """The figure as a rule has it, with its sign; None where nothing is wrong with it, or its digits cannot be told."""
    written, sign, scale = found["digits"], (found["sign"] or "").casefold(), found["scale"]
    digits = written.translate(_DIGITS)
    lettered, exact = digits != written, figure_value(f"{digits} {unit.right}")
    if (lettered and not (unit.right and any(map(str.isdigit, written)))) or (exact.value is None and not exact.right):
        return None
    if scale and not (unit.right and exact.value is not None):
        return None
    if exact.value is None:
        digits = exact.right.split()[0].rstrip("%")
    elif scale:
        digits = number(exact.value / exact.factor * Fraction(habits("scale")[scale]))
    figure = f"{digits}{'' if unit.right == '%' else ' '}{unit.right}".strip()
    kinds = {
        Kind.WORDS: sign or scale or unit.kind is Kind.WORDS,
        Kind.UNIT: unit.kind is Kind.UNIT,
        Kind.LETTERS: lettered,
        Kind.SPELLING: exact.value is None,
    }
    told = frozenset(kind for kind, so in kinds.items() if so)
    sure = not (scale or unit.guessed or sign[:1].isalpha())
    return (habits("sign")[sign].format(figure) if sign else figure, told, sure) if told else None


def _unit(behind: str) -> _Unit:
    words = behind.split()
    for count in range(len(words), 0, -1):
        written = " ".join(words[:count])
        length = len(behind) - len(behind.lstrip()) + len(written)
        if written.casefold() in _units():
            return _Unit(written, length)
        if right := habits("unit").get(written.casefold()):
            return _Unit(right, length, Kind.WORDS if right == "%" else Kind.UNIT)
        if right := _units_without_marks().get(plain(written)):
            return _Unit(right, length, Kind.UNIT, guessed=True)
    return _Unit()


@cache
def _units() -> frozenset[str]:
    return frozenset(word.text for word in unit_words())


@cache
def _units_without_marks() -> dict[str, str]:
    """Units by their letters; “5 nam” may be men, and so no unit of time is told so."""
    return {plain(word.text): word.text for word in unit_words() if word.kind not in ("time", "per")}


_DASH = re.compile(rf"(?<![\w.,/-])(?:từ\s+)?(?P<low>{NUMERAL}[^-;:,]{{0,12}}?)\s*-\s*dưới(?=\s+\d)", re.IGNORECASE)


def _dashes(text: str) -> Iterator[Habit]:
    """“70 - dưới 90 điểm”: the upper end is said not to belong."""
    return (
        Habit(each.start(), each.end(), f"từ {each['low']} đến dưới", frozenset({Kind.DASH}), sure=False) for each in _DASH.finditer(text)
    )


def _in_words(text: str) -> Iterator[Habit]:
    """Fractions are left to those who read them: “một nửa”, “một phần ba”."""
    for each in every_spelled(text):
        if each.digits and "/" not in each.digits and "nửa" not in each.written.casefold():
            yield Habit(each.start, each.end, each.digits, frozenset({Kind.WORDS}), sure=False)
