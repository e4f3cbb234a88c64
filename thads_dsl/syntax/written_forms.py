"""Written forms → what they say: figures, dates, places, numbers of criteria, names of classes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from thads_dsl.syntax import times
from thads_dsl.syntax.grammar import unit_words
from thads_dsl.syntax.number_words import number_said, said_in_brackets
from thads_dsl.syntax.times import NUMBER_WORDS, ORDINALS

# Parts of the patterns by which such forms are found, which are needed to read them too.
LONGEST_NUMBER = 40  # far beyond any figure of an office; Python refuses to read numbers of thousands of digits
NUMERAL = r"\d+(?:[.,]\d+)*(?![.,]?\d)"  # whole: “40,10%” is never “40” and “10%”
DAY = r"(?:\d{1,2}\s*[/.]\s*\d{1,2}\s*[/.]\s*\d{4}|\d{1,2}-\d{1,2}-\d{4})"
MONTH = r"\d{1,2}/\d{4}"
SPELLED = r"\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}"
SPELLED_DAY = rf"ngày\s+\d{{1,2}}\s+tháng\s+\d{{1,2}}(?:\s+năm\s+\d{{4}}|(?!\d|\s+năm\s+\d{{4}}){times.NOT_YEARLY})"
ROMAN = r"(?-i:[IVX]+)"
OF_THIS = r"(?:,?\s+(?:của\s+)?(?:kế hoạch|quyết định|quy chế|quy định|công văn|hướng dẫn|văn bản)\s+này(?!\w))?"  # behind a place
FIRSTLY = r"(?-i:(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười) là)"  # outline markers in words
DUTY = r"(?:không\s+)?hoàn thành\s+(?:xuất sắc\s+|tốt\s+)?nhiệm vụ(?!\w)"
WORDS = "|".join(NUMBER_WORDS)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as written; `value` is None where the spelling is wrong, and then `right` may hold the right one."""

    value: Fraction | None
    unit: str
    written: str
    right: str = ""
    factor: int = 1  # of the last unit word: 10⁹ for “10 tỷ đồng”


@dataclass(frozen=True, slots=True)
class DateText:
    """A day as written; `year` is None where the text leaves it out. It need not exist."""

    day: int
    month: int
    year: int | None


@dataclass(frozen=True, slots=True)
class PlaceText:
    """A reference to a place of the plan: its markers, outermost first."""

    steps: tuple[str, ...]


@lru_cache(maxsize=4096)  # tables repeat their figures
def figure_value(written: str) -> Figure:
    """Reads “1.500 việc”, “81,50%”, “2 tỷ 345 triệu đồng”, “300”, “hai tập thể”, “80% (tám mươi phần trăm)”."""
    word = written.split(maxsplit=1)
    if word[0].casefold() in NUMBER_WORDS:
        return Figure(Fraction(NUMBER_WORDS[word[0].casefold()]), word[1].casefold() if len(word) > 1 else "", written)
    total, unit, factor, rights = Fraction(0), "", 1, []
    bare, said = said_in_brackets(written)
    for part in re.finditer(rf"({NUMERAL})\s*((?:[^\W\d]|[%(/])[^\d]*)?", bare):
        above, (unit, factor) = factor, _unit(part[2] or "")
        value, right = number_value(part[1], whole=factor == 1 and _counted(unit, part[1]))
        if value is None:
            rights.append((part[1], right))
        elif above > 1 and value * factor >= above:  # “2 tỷ 1.345 triệu đồng”
            rights.append((part[1], ""))
        total += (value or 0) * factor
    if rights:
        fixed = written
        for wrong, right in rights:
            fixed = fixed.replace(wrong, right) if right else ""
        return Figure(None, unit, written, fixed)
    agrees = all(number_said(words) in (total, total / factor) for words in said)  # else “02 (ba) tập thể”
    return Figure(total if agrees else None, unit, written, factor=factor)


def fraction_value(written: str) -> Figure:
    """Reads “một nửa”, “một phần ba”, “1/3”, exactly, in percent; nothing is so many of 0."""
    if written.casefold().endswith("nửa"):
        return Figure(Fraction(50), "%", written)
    part, whole = (NUMBER_WORDS.get(word) or int(word) for word in re.findall(rf"\d+|{WORDS}", written.casefold()))
    return Figure(Fraction(100 * part, whole) if whole else None, "%", written)


def _unit(words: str) -> tuple[str, int]:
    cleaned = re.sub(r"^\(\w+\)\s*|/năm$", "", " ".join(words.split()).casefold()).strip()
    counted, slash, per = re.sub(r"\s+(?:mỗi|một|hằng|hàng)\s+tháng$", "/tháng", cleaned).partition("/")
    found = next((word for word in unit_words() if word.text == counted.strip()), None)
    if found is None:
        return cleaned, 1
    head = next((word.unit for word in unit_words() if word.kind == "per" and word.text == per.strip()), per)
    return found.unit + slash + head, found.factor


def _counted(unit: str, digits: str) -> bool:
    """Whether three digits behind a comma can only be thousands: “1,500 việc”.

    Points have decimals, but nobody ends them with a zero: “41,125 điểm” is a figure, “1,500 điểm” a slip.
    """
    return unit not in ("", "%", "điểm phần trăm") and (unit != "điểm" or digits.endswith("0"))


def number_value(digits: str, whole: bool) -> tuple[Fraction | None, str]:
    """The exact value, or (None, the right spelling if it can be told): dots set groups of three apart, one comma begins the decimals."""
    if len(digits) > LONGEST_NUMBER:
        return None, ""
    if re.fullmatch(r"\d+|\d{1,3}(?:\.\d{3})+", digits):
        return Fraction(digits.replace(".", "")), ""
    if re.fullmatch(r"(?:\d+|\d{1,3}(?:\.\d{3})+),\d+", digits):
        if whole and re.fullmatch(r"[1-9]\d{0,2},\d{3}", digits):  # thousands never begin with a zero
            return None, digits.replace(",", ".")
        return Fraction(digits.replace(".", "").replace(",", ".")), ""
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", digits):
        return None, digits.replace(",", "\0").replace(".", ",").replace("\0", ".")
    if re.fullmatch(r"\d+\.\d{1,2}", digits):
        return None, digits.replace(".", ",")
    return None, ""


def date_value(written: str) -> DateText:
    """Reads “01/4/2024”, “ngày 20 tháng 3 năm 2024”, “ngày 30/6”."""
    day, month, *year = (int(digits) for digits in re.findall(r"\d+", written))
    return DateText(day, month, year[0] if year else None)


def dates_within(text: str) -> list[tuple[int, int, DateText]]:
    """The full dates inside a longer form: (start, end, date)."""
    found = (match for match in re.finditer(rf"{SPELLED_DAY}|{SPELLED}|{DAY}", text, re.IGNORECASE))
    dates = ((match.start(), match.end(), date_value(match[0])) for match in found)
    return [(start, end, date) for start, end, date in dates if date.year is not None]


def place_value(written: str) -> PlaceText:
    """Reads “gạch đầu dòng thứ hai, điểm 3.1, mục III”, “điểm 3.1 mục III”, “III.3.1-2+1”."""
    written = re.sub(rf"{OF_THIS}$", "", written, flags=re.IGNORECASE)
    text = written.casefold()
    bullets = [_bullet_step(found) for found in re.finditer(r"(gạch đầu dòng|dấu cộng|dấu chấm|dấu sao) thứ (\w+)", text)]
    if section := re.search(rf"({ROMAN})((?:\.\d+)*[a-zđ]?)((?:[-+]\d+)*)\s*$", written):
        numbers = section[2].strip(".").split(".") if section[2] else []
        nested = [".".join(numbers[: index + 1]) for index in range(len(numbers))]
        tail = re.findall(r"[-+]\d+", section[3])
        outer = [section[1], *nested]
    else:
        outer, tail = [], []
    outer += [f"Điều {number}" for number in re.findall(r"điều\s+(\w+)", text)] + re.findall(FIRSTLY, written)
    inner = re.findall(r"khoản\s+(\d+[a-zđ]?)", text) + re.findall(r"điểm\s+([\w.]*\w)", text)
    return PlaceText((*outer, *inner, *reversed(bullets), *tail))


def _bullet_step(found: re.Match[str]) -> str:
    sign = {"gạch đầu dòng": "-", "dấu cộng": "+", "dấu chấm": "·", "dấu sao": "*"}[found[1]]
    return f"{sign}{ORDINALS.index(found[2]) + 1 if found[2] in ORDINALS else found[2]}"


def _criterion_value(written: str) -> str:
    """The number of a criterion: “1” of “tiêu chí 01”, “II.1.a” of “tiêu chí II.1.a”."""
    return re.sub(r"\b0+(?=\d)", "", written.split()[-1])


def _class_value(written: str) -> str:
    """“Hạng A” of “xếp hạng A”, “Loại Tốt” of “xếp loại tốt” and of “Tốt”; “Hoàn thành tốt nhiệm vụ” is a name of its own."""
    if duty := re.search(DUTY, written, re.IGNORECASE):
        return duty[0][0].upper() + duty[0][1:].casefold()
    if " " not in written or written.casefold() in ("xuất sắc", "trung bình"):
        return f"Loại {written[0].upper()}{written[1:].casefold()}"
    word, name = re.sub(r"^(?:được\s+)?xếp\s+", "", written, flags=re.IGNORECASE).split(maxsplit=1)
    return f"{word.capitalize()} {name[0].upper()}{name[1:]}"


def _months_of_year_value(written: str) -> tuple[int, int | None]:
    months, *year = (int(digits) for digits in re.findall(r"\d+", written))
    return months, year[0] if year else None


def _k_of_n_value(written: str) -> tuple[int, int]:
    """“2/3”, “hai trong ba”, “02 (hai) trong số 03 (ba)”."""
    bare = re.sub(r"\([^)]*\)", "", written.casefold())
    k, n = (NUMBER_WORDS.get(word) or int(word) for word in re.findall(rf"\d+|{'|'.join(NUMBER_WORDS)}", bare))
    return k, n


VALUES: dict[str, Callable[[str], object]] = {
    "K_OF_N": _k_of_n_value,
    "DATE": date_value,
    "MEASURE": figure_value,
    "PERCENT": figure_value,
    "PERCENT_POINTS": figure_value,
    "NUMBER": figure_value,
    "AWARDS": figure_value,
    "SCORE": figure_value,
    "CRITERION": _criterion_value,
    "CLASS": _class_value,
    "FRACTION": fraction_value,
    "RANGE": str,
    "PART": str,
    "PLACE": place_value,
    "MONTHS": figure_value,
    "MONTHS_OF_YEAR": _months_of_year_value,
    **times.VALUES,
}
