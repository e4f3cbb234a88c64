"""Written forms of time, known by their shape: ends of periods, lengths, days that come again, waves."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from thads_dsl.syntax.number_words import IN_BRACKETS, number_said, said_in_brackets


@dataclass(frozen=True, slots=True)
class YearMark:
    """“đầu năm [2024]”, “kết thúc năm [2024]”: the first or the last day of a year; which year it is the plan or the other end says."""

    begins: bool
    year: int | None


@dataclass(frozen=True, slots=True)
class MonthText:
    """“tháng 10/2023”; `year` is None where the text leaves it out."""

    month: int
    year: int | None


@dataclass(frozen=True, slots=True)
class DaysText:
    """“05 ngày làm việc”."""

    count: int
    working: bool


@dataclass(frozen=True, slots=True)
class RecurringText:
    """“ngày 05 hằng tháng”, “ngày 05 của tháng đầu hằng quý”, “ngày 15/12 hằng năm”, “ngày cuối cùng của tháng”.

    `month` is that of the year, or 1 or 3 for the first or last month of a quarter; None where it is not said. `day` 31 is
    the last one of any month. `every` is empty for “ngày 05” alone: the words around say how often it comes (“Hằng tháng, …”).
    """

    day: int
    month: int | None
    every: str


@dataclass(frozen=True, slots=True)
class QuarterText:
    """“quý II năm 2024”, of the calendar."""

    quarter: int
    year: int


# After these a day may stand without its year, a period may end, a length of time is asked.
DATE_HEADS = frozenset({"FROM", "TO", "TO_END_OF", "BEFORE", "AT_LATEST", "COUNTED_FROM", "HOUR"})
DUE_HEADS = frozenset({"BEFORE", "AT_LATEST"})
HOUR_HEADS = DUE_HEADS | {"COLON", "IS_DAY"}
PERIOD_HEADS = frozenset({"FROM", "TO", "TO_END_OF", "COUNTED_FROM"})
LENGTH_HEADS = frozenset({"WITHIN"})
QUARTER_HEADS = frozenset({"DURATION", "COLON"})

NUMBER_WORDS = {word: count for count, word in enumerate(["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"], 1)}
ORDINALS = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"]
_ROMANS = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}
_EVERY = r"(?:hằng|hàng|mỗi)"
_LAST_DAY = r"ngày\s+cuối(?:\s+cùng)?"
RECURRING = (
    rf"{_LAST_DAY}(?:\s+của)?(?:\s+{_EVERY})?\s+(?:tháng|quý)(?!\w|\s+(?:[IVX\d]))",
    rf"ngày\s+\d{{1,2}}(?:\s+(?:của\s+)?tháng\s+(?:đầu|cuối))?(?:\s+của)?\s+{_EVERY}\s+(?:tháng|quý)(?!\w)",
    r"ngày\s+\d{1,2}\s+(?:của\s+)?tháng\s+(?:đầu|cuối)\s+(?:của\s+)?quý(?:\s+(?:sau|kế tiếp|tiếp theo))?(?!\w|\s+(?:[IVX\d]))",
    r"ngày\s+\d{1,2}\s+(?:của\s+)?tháng\s+(?:sau|kế tiếp|tiếp theo|liền kề)(?!\w)",
    rf"ngày\s+\d{{1,2}}(?:/|\s+tháng\s+)\d{{1,2}}\s+{_EVERY}\s+năm(?!\w)",
)
# “trước ngày 05”: no month behind it; such only where a day is asked.
BARE_DAY = re.compile(
    r"ng[àa]y\s+\d{1,2}(?![\d%]|\s*[/.-]\s*\d)(?!\s+(?:của|tháng|hằng|hàng|mỗi|làm việc|thang|hang|moi)(?!\w))", re.IGNORECASE
)
NOT_YEARLY = rf"(?!\s+{_EVERY}\s+năm(?!\w))"  # “ngày 20/10 hằng năm” is no day of one year
# “đợt đầu”, “đợt hai”; “đợt đầu năm” is none of them.
_FIRST = r"đầu(?:\s+tiên)?(?!\s+(?:năm|tháng|quý|tuần|kỳ|mùa|xuân))|(?:một|hai|ba|bốn)(?=\s*(?:[:.;,()]|$))"
WAVE = (
    rf"(?:đợt|giai đoạn)(?:\s+thi đua)?(?:\s+cao điểm)?\s+(?:thứ\s+(?:{'|'.join(ORDINALS)})|(?-i:[IVX]+)|\d{{1,2}}|{_FIRST})"
    r"(?![\w/]|\.\d|\s+(?:ngày|tháng)(?!\s+\d)|\s+(?:tuần|giờ))"  # “trước khi kết thúc đợt thi đua 05 ngày” names none
)
# “hai đợt kiểm tra” are no waves of the campaign.
WAVES = (
    rf"(?:\d{{1,2}}(?:\s*{IN_BRACKETS})?|{'|'.join(NUMBER_WORDS)})\s+(?:đợt|giai đoạn)"
    r"(?:\s+(?:thi đua|phát động|cao điểm)(?!\w)|(?=\s*(?:[:.;,)]|$|như sau|sau đây|sau\s*:|trong năm)))"
)
# “mỗi quý”, “hằng tháng”, “định kỳ 6 tháng”, “/quý”: again and again. “năm 2025”, “quý II”, “cuối năm”: once.
TIME_AGAIN = (
    rf"(?:(?:trong\s+)?(?:{_EVERY}|từng|một|theo|định kỳ(?:\s+{_EVERY}|\s+theo)?)\s+|/\s*)"
    r"(?:\d+\s+)?(?:quý|tháng|tuần|kỳ)(?!\w|\s+[IVX]+\b)"
)
TIME_ALONE = r"(?:trong\s+)?(?:quý|tháng|tuần|kỳ|\d+\s+(?:tháng|tuần))(?!\w)"
TIME_ONCE = (
    r"(?:(?:trong|cả|của)\s+)*(?:năm\s+(?:\w+\s+\w+\s+)?\d{4}|quý\s+(?:[IVX]+|\d)|tháng\s+\d{1,2}|(?:đầu|giữa|cuối)\s+(?:năm|quý)"
    r"|\d+\s+tháng\s+(?:đầu|cuối)(?:\s+năm)?)(?:\s+năm\s+\d{4}|\s*/\s*\d{4}|\s+\d{4})?(?!\w)"
)
# Forms that are such only where a period may begin or end, or where a length of time is asked; elsewhere their words are words.
_OF_YEAR = r"\s+năm(?!\s+(?:học|tháng))(?:\s+(?:công tác|báo cáo))?(?:\s+\d{4})?(?!\w)"
PERIOD_ENDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("YEAR_START", re.compile(rf"đầu{_OF_YEAR}", re.IGNORECASE)),
    ("YEAR_END", re.compile(rf"(?:kết thúc|cuối|hết){_OF_YEAR}", re.IGNORECASE)),
    ("MONTH", re.compile(r"(?:hết\s+)?tháng\s+\d{1,2}(?:\s*/\s*\d{4}|\s+năm\s+\d{4}|(?!\s+năm\s+\d{4}))(?![/\d])", re.IGNORECASE)),
)
QUARTER = re.compile(r"quý\s+(?:I{1,3}|IV|[1-4])(?:\s+năm\s+|\s*/\s*)\d{4}(?!\w)", re.IGNORECASE)
DAYS = re.compile(rf"\d{{1,3}}\s*(?:{IN_BRACKETS}\s*)?ngày(?:\s+làm việc)?(?!\w)", re.IGNORECASE)


HOUR = re.compile(r"\d{1,2}\s*(?:giờ|h)\s*(?:\d{1,2}\s*(?:phút)?)?(?:\s*,)?(?=\s*(?:ngày\s+)?\d{1,2}(?:[/.-]|\s+tháng\s))", re.IGNORECASE)


def _year_value(written: str) -> YearMark:
    year = re.search(r"\d{4}", written)
    return YearMark(written.casefold().startswith("đầu"), int(year[0]) if year else None)


def _month_value(written: str) -> MonthText:
    month, *year = (int(digits) for digits in re.findall(r"\d+", written))
    return MonthText(month, year[0] if year else None)


def days_value(written: str) -> DaysText:
    """Reads “05 (năm) ngày làm việc”; 0 days where figure and word disagree."""
    count = int(re.findall(r"\d+", written)[0])
    agrees = all(number_said(words) == count for words in said_in_brackets(written)[1])
    return DaysText(count if agrees else 0, "làm việc" in written.casefold())


def _recurring_value(written: str) -> RecurringText:
    text = written.casefold()
    day, *month = (int(digits) for digits in re.findall(r"\d+", text) or ["31"])
    if "tháng đầu" in text or "tháng cuối" in text:
        month = [1 if "tháng đầu" in text else 3]
    every = next((each for each in ("quý", "năm", "tháng") if each in text), "")
    if day == 31 and every == "quý":
        month = month or [3]
    return RecurringText(day, month[0] if month else None, every)


def wave_value(written: str) -> int:
    """Which wave “đợt thứ hai”, “đợt II”, “đợt 2”, “đợt đầu” is."""
    last = written.split()[-1]
    if last.casefold() in ("đầu", "tiên"):
        return 1
    if last.casefold() in NUMBER_WORDS and "thứ" not in written.casefold():
        return NUMBER_WORDS[last.casefold()]
    if last.casefold() in ORDINALS:
        return ORDINALS.index(last.casefold()) + 1
    if last.isdigit():
        return int(last)
    return _ROMANS.get(last.upper(), 0)


def _quarter_value(written: str) -> QuarterText:
    """Reads “quý II năm 2024”, “quý 2/2024”."""
    which, *_, year = re.findall(r"[IVX]+|\d+", written.upper().removeprefix("QUÝ"))
    return QuarterText(_ROMANS.get(which) or int(which), int(year))


def _waves_value(written: str) -> int:
    count = written.split()[0]
    return int(count) if count.isdigit() else NUMBER_WORDS[count.casefold()]


VALUES: dict[str, Callable[[str], object]] = {
    "YEAR_START": _year_value,
    "YEAR_END": _year_value,
    "MONTH": _month_value,
    "WHOLE_QUARTER": _quarter_value,
    "DAYS": days_value,
    "RECURRING": _recurring_value,
    "WAVE": wave_value,
    "WAVES": _waves_value,
}
