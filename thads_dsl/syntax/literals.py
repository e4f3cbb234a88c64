"""Figures, dates, references and the other written forms that are known by their shape, not by a list of words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from thads_dsl.syntax import times
from thads_dsl.syntax.grammar import unit_words
from thads_dsl.syntax.times import NUMBER_WORDS, ORDINALS


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
class Anniversary:
    """“kỷ niệm N năm X (first - last)”; dates as (day, month, year), the day 0 for months, None where not given, like `years`."""

    years: int | None
    first: tuple[int, int, int] | None
    last: tuple[int, int, int] | None


@dataclass(frozen=True, slots=True)
class PlaceText:
    """A reference to a place of the plan: its markers, outermost first."""

    steps: tuple[str, ...]


# Terminals that hold a number for which a rule must account; the other forms are islands, whose numbers have a role wherever they stand.
NUMERIC = frozenset(
    {
        "MEASURE",
        "NUMBER",
        "PERCENT",
        "PERCENT_POINTS",
        "SCORE",
        "AWARDS",
        "MONTHS",
        "DATE",
        "RANGE",
        "MONTH",
        "DAYS",
        "WAVES",
        "RECURRING",
        "K_OF_N",
        "FRACTION",
    }
)

_LONGEST_NUMBER = 40  # far beyond any figure of an office; Python refuses to read numbers of thousands of digits
_NUM = r"\d+(?:[.,]\d+)*(?![.,]?\d)"  # whole: “40,10%” is never “40” and “10%”
_D = r"(?:\d{1,2}\s*[/.]\s*\d{1,2}\s*[/.]\s*\d{4}|\d{1,2}-\d{1,2}-\d{4})"
_M = r"\d{1,2}/\d{4}"
_SPELLED = rf"ngày\s+\d{{1,2}}\s+tháng\s+\d{{1,2}}(?:\s+năm\s+\d{{4}}|(?!\d|\s+năm\s+\d{{4}}){times.NOT_YEARLY})"
_SENT = r"(?:trước|chậm nhất|muộn nhất|gửi|nộp)"  # behind the name of a report
_ROMAN = r"(?-i:[IVX]+)"
# “3”, “1.2”; with the parts around it “II.1”, “A.I.2.a”, “II.2-1” (the first dash there)
CRITERION_NUMBER = r"(?:(?-i:[IVX]+|[A-HĐ])\.(?:(?-i:[IVX]+)\.)?)?(?:\d+(?:\.\d+)*(?:\.[a-zđ](?!\w))?|(?<=\.)[a-zđ](?!\w))(?:-\d+)?"
_PART_BEHIND = "|".join(f"(?<={word} )" for word in ("điểm", "vào", "cuối", "thuộc", "cộng", "thêm", "trừ", "thưởng", "phạt"))
_FIRSTLY = r"(?-i:(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười) là)"  # outline markers in words
_HONOURS = r"(?:(?:kỷ niệm|chào mừng|truyền thống)\s+(?:lần thứ\s+)?)?"
_BULLETS = rf"(?:(?:gạch đầu dòng|dấu cộng|dấu chấm|dấu sao) thứ (?:{'|'.join(ORDINALS)}|\d+),?\s+)*"


def _unit_pattern(kinds: str) -> str:
    words = [re.escape(word.text) for word in unit_words() if word.kind in kinds.split()]
    return "|".join(f"{word}(?!\\w)" if word[-1].isalpha() else word for word in words)


_MEASURE_UNIT = _unit_pattern("measure")
_MONEY_SCALE = r"(?:tỷ|tỉ|triệu|nghìn|ngàn)(?!\w)(?: đồng(?!\w))?"  # “2 tỷ 345 triệu 600 nghìn đồng” is one figure
_LENGTH_UNIT = rf"(?:{_unit_pattern('time')})(?!\s+\d{{4}})"  # “tháng 5 năm 2026” is no length of time
_AWARD_UNIT = _unit_pattern("award")
_SCORE_UNIT = _unit_pattern("score")
# figures of statistics are those of a year; per month, or per head, is another unit
_PER_HEAD = _unit_pattern("per")
_PER = rf"(?:\s?/\s?(?:{_PER_HEAD})|/(?:năm|tháng)(?!\w)|\s+(?:mỗi|một|hằng|hàng)\s+tháng(?!\w))?"
_COUNT = rf"(?:\d{{1,2}}(?:\s*\(\w+\))?|{'|'.join(NUMBER_WORDS)})"
_ITEMS = r"(?:chỉ tiêu|tiêu chuẩn|điều kiện|tiêu chí)(?!\w)"  # of which k of n are asked
_DUTY = r"(?:không\s+)?hoàn thành\s+(?:xuất sắc\s+|tốt\s+)?nhiệm vụ(?!\w)"
_COUNTED = rf"(?:{_AWARD_UNIT}|{_MEASURE_UNIT}|đợt(?!\w)|tiêu chí(?!\w)|chữ số)"

# Tried in this order at the start of every word or sign.
PATTERNS: tuple[tuple[str, str], ...] = (
    ("_", r"\(\s*sau đây\s+(?:được\s+)?(?:viết|gọi)(?:\s+(?:tắt|chung))?\s+là[^)\d]*\)"),  # definitions in passing: read before sentences
    ("_", r"\((?!(?-i:[IVXLC]+\)))(?-i:[A-ZĐ]{2,10})\)"),
    ("_", r"\(\s*\d{1,2}(?:\s*\(\w+\))?\s+bản(?!\w)[^\d();:]{0,30}\)"),  # “Tờ trình (01 bản chính)”: a rule asks for the paper
    ("QUOTED", r'"[^"]*"'),
    ("REFERENCE", rf"(?:số\s+)?\d+\s?/(?:\d{{4}}/)?(?-i:[A-ZĐ][\wĐđ]*(?:-[A-ZĐ][\w]*)*)(?:\s+(?:{_SPELLED}|ngày\s+{_D}))?"),
    ("REFERENCE", rf"(?:số\s+)?\d+-(?-i:[A-ZĐ]+/[A-ZĐ]+)(?:\s+(?:{_SPELLED}|ngày\s+{_D}))?"),
    ("ANNIVERSARY", rf"{_HONOURS}\d{{1,4}}\s+năm\s+[^\d;.()]{{0,200}}\((?:{_D}|{_M})\s*-\s*(?:{_D}|{_M})\)"),
    ("ANNIVERSARY", rf"ngày\s+[^\W\d][^\d;.()]{{0,200}}\({_D}\s*-\s*{_D}\)"),
    ("ANNIVERSARY", r"(?:kỷ niệm|chào mừng|truyền thống)\s+(?:lần thứ\s+)?\d{1,4}\s+năm(?!\w)"),
    ("ANNIVERSARY", r"kỷ niệm\s+(?:lần thứ\s+)?\d{1,4}(?!\d)"),
    ("ANNIVERSARY", r"\d{1,4}\s+năm(?=\s+(?:ngày|tái lập|thành lập|truyền thống|xây dựng)\s)"),
    ("CONTACT", r"(?:(?:số )?điện thoại|đt|fax|hotline|zalo|(?:số )?tài khoản)(?!\w)[^\d;.()]{0,30}\+?\d[\d .]{5,}\d"),
    ("CONTACT", r"(?:e-?mail|thư điện tử)(?!\w)[^;()@]{0,60}@[\w.-]*\w"),
    ("FORM", r"(?:(?:biểu )?mẫu|biểu)\s+số\s+\d{1,2}[a-zđ]?(?!\w)|phụ lục\s+(?:số\s+)?\d{1,2}(?!\w|[.,]\d)"),
    ("LAW", r"(?-i:Nghị quyết|Chỉ thị|Kết luận|Đề án)\s+(?:số\s+)?\d{1,3}(?=\s*(?:[.,;:)](?!\d)|$)|\s+(?:của|về|ngày)\s)"),
    ("LAW", r"(?-i:Điều)\s+\d+(?:(?:,|\s+và)\s*\d+)+(?=\s+(?-i:Luật|Bộ luật|Nghị định|Thông tư|Hiến pháp))"),
    ("YEARS", r"năm\s+(?:19|20)\d{2}(?:(?:,|\s+và)\s*(?:19|20)\d{2}(?=\s*(?:[,;:)]|\.(?!\d)|$|và\s)))+"),
    ("PHASE", r"(?:giai đoạn|nhiệm kỳ|năm học|khóa)\s+\d{4}\s*-\s*\d{4}|\(\d{4}\s*-\s*\d{4}\)"),
    ("QUARTER", rf"quý\s+(?:{_ROMAN}|\d)(?:(?:\s+năm\s+|\s*/\s*)\d{{4}})?(?!\w)"),
    ("REPORT", rf"báo cáo\s+(?:(?:kết quả|sơ kết|thống kê|công tác)\s+)?(?:0?[369]|1[012])\s+tháng(?=\s+{_SENT}(?!\w)|\s*[,:])"),
    ("MONTHS_OF_YEAR", r"\d{1,2}\s+tháng\s+(?:(?:đầu|cuối)\s+năm(?:(?:\s+công tác)?\s+\d{4})?|năm(?:\s+công tác)?\s+\d{4})"),
    ("MONTHS", r"\d{1,3}\s*(?:\(\w+\)\s*)?tháng(?!\w)"),
    *(("RECURRING", pattern) for pattern in times.RECURRING),
    ("DATE", _SPELLED),
    ("DATE", rf"(?:ngày\s+)?{_D}(?![/\d]|\.\d)"),
    ("DATE", rf"ngày\s+\d{{1,2}}/\d{{1,2}}(?![/\d]){times.NOT_YEARLY}"),
    ("LAW", rf"(?-i:Luật)\s[^\d.;:()]{{1,80}}?{_SPELLED}"),
    ("LAW", r"(?-i:Luật)\s[^\d.;:()]{1,80}?năm\s+\d{4}|(?-i:Điều)\s+\d+(?:[a-zđ](?!\w))?"),
    ("YEAR", r"năm(?:\s+công tác)?\s+\d{4}"),
    (
        "PLACE",
        rf"{_BULLETS}(?:điểm\s+(?:[a-zđ]|\d+(?:\.\d+)*),?\s+)?(?:khoản\s+\d+[a-zđ]?,?\s+)?mục\s+{_ROMAN}(?:\.\d+)*(?:[-+]\d+)*(?!\w)",
    ),
    ("PLACE", rf"{_BULLETS}điểm\s+\d+(?:\.\d+)+(?!\w)"),
    ("PLACE", rf"{_BULLETS}(?:điểm\s+[a-zđ],?\s+)?khoản\s+\d{{1,2}}[a-zđ]?,?\s+(?-i:Điều)\s+\d{{1,3}}[a-zđ]?(?!\w)"),
    ("PLACE", rf"{_BULLETS}(?:điểm\s+[a-zđ],?\s+)?(?:khoản\s+\d{{1,2}}[a-zđ]?,?\s+)?{_FIRSTLY}(?!\w)"),
    ("PLACE", rf"{_BULLETS}khoản\s+\d{{1,2}}[a-zđ]?(?!\w|\.\d)"),
    ("PLACE", rf"{_ROMAN}(?:\.\d+)+[a-zđ]?(?:[-+]\d+)*(?!\w)"),
    ("K_OF_N", rf"(?:\d{{1,2}}\s*/\s*\d{{1,2}}|{_COUNT}\s+trong(?:\s+tổng)?(?:\s+số)?\s+{_COUNT})(?=\s+{_ITEMS})"),
    ("WAVE", times.WAVE),
    ("WAVES", times.WAVES),
    ("SHARE", r"\d{1,3}/\d{1,3}\s+(?!chỉ tiêu)(?=\w)"),
    ("RANGE", rf"{_NUM}\s*-\s*{_NUM}\s*(?:%|{_MEASURE_UNIT})"),
    ("AWARDS", rf"{_NUM}\s*(?:\(\w+\)\s*)?(?:{_AWARD_UNIT})"),
    ("PERCENT_POINTS", rf"{_NUM}\s*điểm\s+(?:phần trăm(?!\w)|%)"),
    ("SCORE", rf"{_NUM}\s*(?:{_SCORE_UNIT})(?!\s+(?:phần trăm|%))"),
    ("CLASS", rf"(?:(?:được\s+)?(?:xếp\s+)?(?:loại|mức)\s+)?{_DUTY}(?=\s*:\s*(?:từ|dưới|trên)\s[^;]*điểm)"),
    ("CLASS", rf"(?:được\s+)?xếp\s+(?:loại|mức)\s+{_DUTY}"),
    ("CLASS", r"(?:xuất sắc|tốt|khá|trung bình|yếu|kém)(?=\s*:\s*(?:từ|dưới|trên)\s[^;]*điểm)"),
    ("CLASS", r"(?:(?:được\s+)?xếp\s+)?(?:hạng|loại)\s+(?:(?-i:[A-E]|I{1,3}|IV|V)|xuất sắc|tốt|khá|trung bình|yếu|kém)(?!\w)"),
    ("CLASS", r"(?:hạng|loại)\s+(?:nhất|nhì|ba|tư|[1-5])(?=\s*:\s*(?:(?:từ|dưới|trên)\s[^;]*điểm|(?:các đơn vị )?còn lại))"),
    ("CLASS", r"xếp\s+(?:hạng|loại)\s+(?:nhất|nhì|ba|tư)(?!\w|\s+(?:cụm|khối|toàn|trong|cả|tỉnh))"),
    ("CRITERION", rf"(?:(?:(?:số |mức )?điểm )(?:chuẩn )?)?(?:của )?(?:các )?tiêu chí\s+(?:số )?{CRITERION_NUMBER}(?!\w)"),
    ("PART", rf"(?:{_PART_BEHIND})phần\s+(?-i:[IVX]+|[A-ZĐ])(?!\w)"),
    ("PART", r"(?:tại|của|thuộc)\s+phần\s+(?-i:[IVX]+|[A-ZĐ])(?!\w)(?=\s.*\d điểm)"),
    ("PERCENT", rf"{_NUM}\s*%"),
    ("MEASURE", rf"(?:{_NUM}\s*(?:{_MONEY_SCALE})\s+)*{_NUM}\s*(?:{_MEASURE_UNIT}){_PER}"),
    ("MEASURE", rf"{_NUM}\s*(?:\(\w+\)\s*)?{_LENGTH_UNIT}"),
    ("NUMBER", _NUM),
    ("AWARDS", rf"(?:{'|'.join(NUMBER_WORDS)})\s+(?:{_AWARD_UNIT})"),
    ("NUMBER", rf"(?:{'|'.join(NUMBER_WORDS)})(?=\s+{_COUNTED})"),
)
_MASTER = re.compile("|".join(f"(?P<g{index}>{pattern})" for index, (_, pattern) in enumerate(PATTERNS)), re.IGNORECASE)
# “không quá 1/3 tổng số”, “ít nhất một nửa là …”: only behind a bound, else “1/3” is a day and “một nửa” is prose.
_FRACTION_HEADS = frozenset({"AT_MOST", "AT_LEAST", "EQUAL"})
_WORDS = "|".join(NUMBER_WORDS)
FRACTION = re.compile(
    rf"(?:một\s+)?nửa(?!\w)|(?:{_WORDS})\s+phần\s+(?:{_WORDS})(?!\w)|\d{{1,3}}\s*/\s*\d{{1,3}}(?![/\d])(?!\s+{_ITEMS})", re.IGNORECASE
)
PARTIAL = re.compile(rf"(?:ngày\s+)?\d{{1,2}}/\d{{1,2}}(?![/\d])(?!\s+{_ITEMS}){times.NOT_YEARLY}", re.IGNORECASE)
# What the forms above can begin with, besides digits; looked at first, for most words begin none. Both with and without
# diacritics: a tolerant reading puts the diacritics in only afterwards.
_FIRST_WORDS = """
    của mức các thuộc tại
    hoàn không tốt khá trung yếu kém xuất hoan khong tot kha yeu kem xuat
    báo số kỷ chào truyền giai quý ngày luật điều năm gạch dấu điểm khoản mục tiêu hạng loại xếp được đợt đầu kết cuối hết tháng nửa phần
    điện đt fax hotline zalo tài email e thư mẫu biểu phụ nghị chỉ đề nhiệm khóa
    dien dt tai thu mau bieu phu nghi chi de nhiem khoa
    bao ky ngay nam diem khoan muc tieu hang loai xep duoc cua muc so
"""
_BEGINNINGS = frozenset([*'"(', *_FIRST_WORDS.split(), *NUMBER_WORDS])
_ROMAN_WORD = re.compile(r"[ivx]+")


def may_begin_literal(key: str) -> bool:
    """Whether a form can begin with this atom (lower case)."""
    return key[0].isdigit() or key in _BEGINNINGS or _ROMAN_WORD.fullmatch(key) is not None


@dataclass(frozen=True, slots=True)
class Literal:
    """A form found in folded text."""

    terminal: str
    start: int
    end: int
    value: object


def literal_at(text: str, start: int, after: str = "") -> Literal | None:
    """The form that begins at `start`; some are such only `after` a token that asks for a date, a period's end or a length of time."""
    if after in times.DATE_HEADS and (partial := PARTIAL.match(text, start)):
        return Literal("DATE", start, partial.end(), date_value(partial[0]))
    for terminal, pattern in times.PERIOD_ENDS if after in times.PERIOD_HEADS else ():
        if found := pattern.match(text, start):
            return Literal(terminal, start, found.end(), VALUES[terminal](found[0]))
    if after in _FRACTION_HEADS and (part := FRACTION.match(text, start)):
        return Literal("FRACTION", start, part.end(), fraction_value(part[0]))
    if after in times.HOUR_HEADS and (hour := times.HOUR.match(text, start)):
        return Literal("HOUR", start, start + len(hour[0].rstrip()), hour[0])
    if after in times.DUE_HEADS and (found := times.BARE_DAY.match(text, start)):
        return Literal("RECURRING", start, found.end(), VALUES["RECURRING"](found[0]))
    if after in times.LENGTH_HEADS and (found := times.DAYS.match(text, start)):
        return Literal("DAYS", start, found.end(), times.days_value(found[0]))
    found = _MASTER.match(text, start)
    if found is None or found.lastgroup is None:
        return None
    terminal = PATTERNS[int(found.lastgroup[1:])][0]
    end = found.start() + len(found[0].rstrip())
    return Literal(terminal, start, end, VALUES.get(terminal, str)(text[start:end]))


@lru_cache(maxsize=4096)  # tables repeat their figures
def figure_value(written: str) -> Figure:
    """Reads “1.500 việc”, “81,50%”, “2 tỷ 345 triệu đồng”, “300”, “hai tập thể”."""
    word = written.split(maxsplit=1)
    if word[0].casefold() in NUMBER_WORDS:
        return Figure(Fraction(NUMBER_WORDS[word[0].casefold()]), word[1].casefold() if len(word) > 1 else "", written)
    total, unit, factor, rights = Fraction(0), "", 1, []
    spelled = re.search(r"\((\w+)\)", written)
    if spelled and NUMBER_WORDS.get(spelled[1].casefold()) not in (None, int(re.findall(r"\d+", written)[0])):
        return Figure(None, "", written)  # “02 (ba) tập thể”
    for part in re.finditer(rf"({_NUM})\s*((?:[^\W\d]|[%(/])[^\d]*)?", written):
        unit, factor = _unit(part[2] or "")
        value, right = number_value(part[1], whole=factor == 1 and unit not in ("", "%", "điểm phần trăm"))
        if value is None:
            rights.append((part[1], right))
        total += (value or 0) * factor
    if rights:
        fixed = written
        for wrong, right in rights:
            fixed = fixed.replace(wrong, right) if right else ""
        return Figure(None, unit, written, fixed)
    return Figure(total, unit, written, factor=factor)


def fraction_value(written: str) -> Figure:
    """Reads “một nửa”, “một phần ba”, “1/3”, exactly, in percent; nothing is so many of 0."""
    if written.casefold().endswith("nửa"):
        return Figure(Fraction(50), "%", written)
    part, whole = (NUMBER_WORDS.get(word) or int(word) for word in re.findall(rf"\d+|{_WORDS}", written.casefold()))
    return Figure(Fraction(100 * part, whole) if whole else None, "%", written)


def _unit(words: str) -> tuple[str, int]:
    cleaned = re.sub(r"^\(\w+\)\s*|/năm$", "", " ".join(words.split()).casefold()).strip()
    counted, slash, per = re.sub(r"\s+(?:mỗi|một|hằng|hàng)\s+tháng$", "/tháng", cleaned).partition("/")
    found = next((word for word in unit_words() if word.text == counted.strip()), None)
    if found is None:
        return cleaned, 1
    head = next((word.unit for word in unit_words() if word.kind == "per" and word.text == per.strip()), per)
    return found.unit + slash + head, found.factor


def number_value(digits: str, whole: bool) -> tuple[Fraction | None, str]:
    """The exact value, or (None, the right spelling if it can be told): dots set groups of three apart, one comma begins the decimals."""
    if len(digits) > _LONGEST_NUMBER:
        return None, ""
    if re.fullmatch(r"\d+|\d{1,3}(?:\.\d{3})+", digits):
        return Fraction(digits.replace(".", "")), ""
    if re.fullmatch(r"(?:\d+|\d{1,3}(?:\.\d{3})+),\d+", digits):
        if whole and re.fullmatch(r"\d{1,3},\d{3}", digits):
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
    found = (match for match in re.finditer(rf"{_SPELLED}|{_D}", text, re.IGNORECASE))
    dates = ((match.start(), match.end(), date_value(match[0])) for match in found)
    return [(start, end, date) for start, end, date in dates if date.year is not None]


def _anniversary_value(written: str) -> Anniversary:
    years = None if written.casefold().startswith("ngày") else int(re.findall(r"\d+", written)[0])
    ends = re.findall(rf"{_D}|{_M}", written)
    parsed: list[tuple[int, int, int]] = []
    for end in ends:
        numbers = [int(digits) for digits in re.findall(r"\d+", end)]
        parsed.append((numbers[0], numbers[1], numbers[2]) if len(numbers) == 3 else (0, numbers[0], numbers[1]))
    return Anniversary(years, parsed[0] if parsed else None, parsed[1] if len(parsed) > 1 else None)


def place_value(written: str) -> PlaceText:
    """Reads “gạch đầu dòng thứ hai, điểm 3.1, mục III”, “điểm 3.1 mục III”, “III.3.1-2+1”."""
    text = written.casefold()
    bullets = [_bullet_step(found) for found in re.finditer(r"(gạch đầu dòng|dấu cộng|dấu chấm|dấu sao) thứ (\w+)", text)]
    if section := re.search(rf"({_ROMAN})((?:\.\d+)*[a-zđ]?)((?:[-+]\d+)*)\s*$", written):
        numbers = section[2].strip(".").split(".") if section[2] else []
        nested = [".".join(numbers[: index + 1]) for index in range(len(numbers))]
        tail = re.findall(r"[-+]\d+", section[3])
        outer = [section[1], *nested]
    else:
        outer, tail = [], []
    outer += [f"Điều {number}" for number in re.findall(r"điều\s+(\w+)", text)] + re.findall(_FIRSTLY, written)
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
    if duty := re.search(_DUTY, written, re.IGNORECASE):
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
    bare = re.sub(r"\(\w+\)", "", written.casefold())
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
    "ANNIVERSARY": _anniversary_value,
    "PLACE": place_value,
    "MONTHS": figure_value,
    "MONTHS_OF_YEAR": _months_of_year_value,
    **times.VALUES,
}
