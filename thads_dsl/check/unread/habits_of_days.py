"""Days as people write them from habit, and as a rule has them: “05/7/24”, “2024-07-05”, “mùng 5 tháng bảy”."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from thads_dsl.model.dates import day_text
from thads_dsl.syntax.grammar import habits
from thads_dsl.syntax.number_words import number_in_words
from thads_dsl.syntax.times import NUMBER_WORDS

_CENTURY = 50  # two digits of a year below it are of this century
_DIGITS = str.maketrans(dict(habits("letter")))
_ENDS = r"(?![\w%]|[./-]\d)"
_YEAR_FIRST = re.compile(rf"(?<![\w./-])(?P<year>(?:19|20)\d\d)(?P<sign>[/.-])(?P<month>\d{{1,2}})(?P=sign)(?P<day>\d{{1,2}}){_ENDS}")
_MONTH_IN_WORDS = re.compile(rf"(?<=\d )tháng (?P<month>mười(?: một| hai)?|{'|'.join(NUMBER_WORDS)}|tư)(?!\w)", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"(?<=\w )năm (?P<year>\d\d)(?![\w%]|[.,/]\d)")
_DAY_BEFORE = re.compile(r"(?:ngày|mùng|mồng)\s+\d{1,2}\s+(?:tháng\s+\w+\s+)?$", re.IGNORECASE)


def days_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Each of a text: from where to where it stands, and as a rule has it."""
    yield from _numeric(text)
    for found in _YEAR_FIRST.finditer(text):
        if day := _day(found["year"], found["month"], found["day"]):
            yield found.start(), found.end(), day_text(day)
    for found in _word_before().finditer(text):
        count = found["digits"] or (found["count"] and number_in_words(found["count"])) or ""
        yield found.start(), found.end(), f"{habits('day')[found['word'].casefold()]} {count}".rstrip()
    for found in _MONTH_IN_WORDS.finditer(text):
        if _DAY_BEFORE.search(text, 0, found.start()):
            yield found.start(), found.end(), f"tháng {number_in_words(found['month'])}"
    for found in _SHORT_YEAR.finditer(text):
        if _DAY_BEFORE.search(text, 0, found.start()):
            yield found.start(), found.end(), f"năm {_full_year(found['year'])}"


@cache
def _all_digits() -> re.Pattern[str]:
    digit = rf"[\d{''.join(habits('letter'))}]"
    return re.compile(
        rf"(?<![\w./-])(?P<day>{digit}{{1,2}})(?P<sign>[/.-])(?P<month>{digit}{{1,2}})(?P=sign)(?P<year>{digit}{{4}}|{digit}{{2}}){_ENDS}"
    )


def _numeric(text: str) -> Iterator[tuple[int, int, str]]:
    """Letters for digits, and years of two digits; “3.1.12” is a day only behind “ngày”."""
    for found in _all_digits().finditer(text):
        if found["sign"] != "/" and not text[: found.start()].casefold().endswith("ngày "):
            continue
        day, month, year = (each.translate(_DIGITS) for each in found.group("day", "month", "year"))
        right = found["sign"].join((day, month, _full_year(year)))
        if _day(_full_year(year), month, day) and right != found[0]:
            yield found.start(), found.end(), right


@cache
def _word_before() -> re.Pattern[str]:
    words = "|".join(sorted(habits("day"), key=len, reverse=True))
    counts = "|".join(NUMBER_WORDS)
    return re.compile(rf"\b(?P<word>{words})(?:\s+(?P<digits>\d{{1,2}})(?![\d/.-])|\s+(?P<count>{counts})\b|(?=\s+\d))", re.IGNORECASE)


def _full_year(year: str) -> str:
    return year if len(year) == 4 else f"{'20' if int(year) < _CENTURY else '19'}{year}"


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
