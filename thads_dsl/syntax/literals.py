"""How figures, dates, references and the like are written: what is known by its shape, not by a list of words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from thads_dsl.syntax import anniversaries, times
from thads_dsl.syntax.grammar import anniversary_beginnings, unit_words
from thads_dsl.syntax.number_words import IN_BRACKETS, SAID_BEHIND
from thads_dsl.syntax.times import NUMBER_WORDS, ORDINALS
from thads_dsl.syntax.written_forms import (
    DAY,
    DUTY,
    FIRSTLY,
    NUMERAL,
    OF_THIS,
    ROMAN,
    SPELLED_DAY,
    VALUES,
    WORDS,
    date_value,
    fraction_value,
)

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

_SENT = r"(?:trước|chậm nhất|muộn nhất|gửi|nộp)"  # behind the name of a report
# “3”, “1.2”; with the parts around it “II.1”, “A.I.2.a”, “II.2-1” (the first dash there)
CRITERION_NUMBER = r"(?:(?-i:[IVX]+|[A-HĐ])\.(?:(?-i:[IVX]+)\.)?)?(?:\d+(?:\.\d+)*(?:\.[a-zđ](?!\w))?|(?<=\.)[a-zđ](?!\w))(?:-\d+)?"
_PART_BEHIND = "|".join(f"(?<={word} )" for word in ("điểm", "vào", "cuối", "thuộc", "cộng", "thêm", "trừ", "thưởng", "phạt"))
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
_COUNT = rf"(?:\d{{1,2}}(?:\s*{IN_BRACKETS})?|{'|'.join(NUMBER_WORDS)})"
_ITEMS = r"(?:chỉ tiêu|tiêu chuẩn|điều kiện|tiêu chí)(?!\w)"  # of which k of n are asked
_COUNTED = rf"(?:{_AWARD_UNIT}|{_MEASURE_UNIT}|đợt(?!\w)|tiêu chí(?!\w)|chữ số)"

# Tried in this order at the start of every word or sign.
PATTERNS: tuple[tuple[str, str], ...] = (
    ("_", r"\(\s*sau đây\s+(?:được\s+)?(?:viết|gọi)(?:\s+(?:tắt|chung))?\s+là[^)\d]*\)"),  # definitions in passing: read before sentences
    ("_", r"\((?!(?-i:[IVXLC]+\)))(?-i:[A-ZĐ]{2,10})\)"),
    # “Tờ trình (01 bản chính)”, “(mỗi loại 01 bản)”: a rule asks for the paper
    ("_", r"\(\s*(?:mỗi\s+(?:loại|thứ|văn bản|giấy tờ)\s+)?\d{1,2}(?:\s*\(\w+\))?\s+(?:bản|bộ)(?!\w)[^\d();:]{0,30}\)"),
    ("QUOTED", r'"[^"]*"'),
    ("REFERENCE", rf"(?:số\s+)?\d+\s?/(?:\d{{4}}/)?(?-i:[A-ZĐ][\wĐđ]*(?:-[A-ZĐ][\w]*)*)(?:\s+(?:{SPELLED_DAY}|ngày\s+{DAY}))?"),
    ("REFERENCE", rf"(?:số\s+)?\d+-(?-i:[A-ZĐ]+/[A-ZĐ]+)(?:\s+(?:{SPELLED_DAY}|ngày\s+{DAY}))?"),
    *(("ANNIVERSARY", form) for form in anniversaries.FORMS),
    ("CONTACT", r"(?:(?:số )?điện thoại|đt|fax|hotline|zalo|(?:số )?tài khoản)(?!\w)[^\d;.()]{0,30}\+?\d[\d .]{5,}\d"),
    ("CONTACT", r"(?:e-?mail|thư điện tử)(?!\w)[^;()@]{0,60}@[\w.-]*\w"),
    ("FORM", r"(?:(?:biểu )?mẫu|biểu)\s+số\s+\d{1,2}[a-zđ]?(?!\w)|phụ lục\s+(?:số\s+)?\d{1,2}(?!\w|[.,]\d)"),
    ("LAW", r"(?-i:Nghị quyết|Chỉ thị|Kết luận|Đề án)\s+(?:số\s+)?\d{1,3}(?=\s*(?:[.,;:)](?!\d)|$)|\s+(?:của|về|ngày)\s)"),
    ("LAW", r"(?-i:Điều)\s+\d+(?:(?:,|\s+và)\s*\d+)+(?=\s+(?-i:Luật|Bộ luật|Nghị định|Thông tư|Hiến pháp))"),
    ("YEARS", r"năm\s+(?:19|20)\d{2}(?:(?:,|\s+và)\s*(?:19|20)\d{2}(?=\s*(?:[,;:)]|\.(?!\d)|$|và\s)))+"),
    ("PHASE", r"(?:giai đoạn|nhiệm kỳ|năm học|khóa)\s+\d{4}\s*-\s*\d{4}|\(\d{4}\s*-\s*\d{4}\)"),
    ("QUARTER", rf"quý\s+(?:{ROMAN}|\d)(?:(?:\s+năm\s+|\s*/\s*)\d{{4}})?(?!\w)"),
    ("REPORT", rf"báo cáo\s+(?:(?:kết quả|sơ kết|thống kê|công tác)\s+)?(?:0?[369]|1[012])\s+tháng(?=\s+{_SENT}(?!\w)|\s*[,:])"),
    ("MONTHS_OF_YEAR", r"\d{1,2}\s+tháng\s+(?:(?:đầu|cuối)\s+năm(?:(?:\s+công tác)?\s+\d{4})?|năm(?:\s+công tác)?\s+\d{4})"),
    ("MONTHS", rf"\d{{1,3}}\s*(?:{IN_BRACKETS}\s*)?tháng(?!\w)"),
    *(("RECURRING", pattern) for pattern in times.RECURRING),
    ("DATE", SPELLED_DAY),
    ("DATE", rf"(?:ngày\s+)?{DAY}(?![/\d]|\.\d)"),
    ("DATE", rf"ngày\s+\d{{1,2}}/\d{{1,2}}(?![/\d]){times.NOT_YEARLY}"),
    ("LAW", rf"(?-i:Luật)\s[^\d.;:()]{{1,80}}?{SPELLED_DAY}"),
    ("LAW", r"(?-i:Luật)\s[^\d.;:()]{1,80}?năm\s+\d{4}|(?-i:Điều)\s+\d+(?:[a-zđ](?!\w))?"),
    ("YEAR", r"năm(?:\s+công tác)?\s+\d{4}"),
    (
        "PLACE",
        rf"{_BULLETS}(?:điểm\s+(?:[a-zđ]|\d+(?:\.\d+)*),?\s+)?(?:khoản\s+\d+[a-zđ]?,?\s+)?mục\s+{ROMAN}(?:\.\d+)*(?:[-+]\d+)*(?!\w){OF_THIS}",
    ),
    ("PLACE", rf"{_BULLETS}điểm\s+\d+(?:\.\d+)+(?!\w)"),
    ("PLACE", rf"{_BULLETS}(?:điểm\s+[a-zđ],?\s+)?khoản\s+\d{{1,2}}[a-zđ]?,?\s+(?-i:Điều)\s+\d{{1,3}}[a-zđ]?(?!\w){OF_THIS}"),
    ("PLACE", rf"{_BULLETS}(?:điểm\s+[a-zđ],?\s+)?(?:khoản\s+\d{{1,2}}[a-zđ]?,?\s+)?{FIRSTLY}(?!\w)"),
    ("PLACE", rf"{_BULLETS}khoản\s+\d{{1,2}}[a-zđ]?(?!\w|\.\d)"),
    ("PLACE", rf"{ROMAN}(?:\.\d+)+[a-zđ]?(?:[-+]\d+)*(?!\w)"),
    ("K_OF_N", rf"(?:\d{{1,2}}\s*/\s*\d{{1,2}}|{_COUNT}\s+trong(?:\s+tổng)?(?:\s+số)?\s+{_COUNT})(?=\s+{_ITEMS})"),
    ("WAVE", times.WAVE),
    ("WAVES", times.WAVES),
    ("SHARE", r"\d{1,3}/\d{1,3}\s+(?!chỉ tiêu)(?=\w)"),
    ("RANGE", rf"{NUMERAL}\s*-\s*{NUMERAL}\s*(?:%|{_MEASURE_UNIT})"),
    ("AWARDS", rf"{NUMERAL}\s*(?:{IN_BRACKETS}\s*)?(?:{_AWARD_UNIT}){SAID_BEHIND}"),
    ("PERCENT_POINTS", rf"{NUMERAL}\s*điểm\s+(?:phần trăm(?!\w)|%){SAID_BEHIND}"),
    ("SCORE", rf"{NUMERAL}\s*(?:{_SCORE_UNIT})(?!\s+(?:phần trăm|%)){SAID_BEHIND}"),
    ("_", rf"(?<=(?:hạng|loại)\s(?-i:[A-E])\s)\((?:{DUTY}|(?:không\s+|chưa\s+)?hoàn thành|xuất sắc|tốt|khá|trung bình|yếu|kém)\)(?=\s*:)"),
    ("CLASS", rf"(?:(?:được\s+)?(?:xếp\s+)?(?:loại|mức)\s+)?{DUTY}(?=\s*:\s*(?:từ|dưới|trên)\s[^;]*điểm)"),
    ("CLASS", rf"(?:được\s+)?xếp\s+(?:loại|mức)\s+{DUTY}"),
    ("CLASS", r"(?:xuất sắc|tốt|khá|trung bình|yếu|kém)(?=\s*:\s*(?:từ|dưới|trên)\s[^;]*điểm)"),
    ("CLASS", r"(?:(?:được\s+)?xếp\s+)?(?:hạng|loại)\s+(?:(?-i:[A-E]|I{1,3}|IV|V)|xuất sắc|tốt|khá|trung bình|yếu|kém)(?!\w)"),
    ("CLASS", r"(?:hạng|loại)\s+(?:nhất|nhì|ba|tư|[1-5])(?=\s*:\s*(?:(?:từ|dưới|trên)\s[^;]*điểm|(?:các đơn vị )?còn lại))"),
    ("CLASS", r"xếp\s+(?:hạng|loại)\s+(?:nhất|nhì|ba|tư)(?!\w|\s+(?:cụm|khối|toàn|trong|cả|tỉnh))"),
    ("CRITERION", rf"(?:(?:(?:số |mức )?điểm )(?:chuẩn )?)?(?:của )?(?:các )?tiêu chí\s+(?:số )?{CRITERION_NUMBER}(?!\w)"),
    ("PART", rf"(?:{_PART_BEHIND})phần\s+(?-i:[IVX]+|[A-ZĐ])(?!\w)"),
    ("PART", r"(?:tại|của|thuộc)\s+phần\s+(?-i:[IVX]+|[A-ZĐ])(?!\w)(?=\s.*\d điểm)"),
    ("PERCENT", rf"{NUMERAL}{SAID_BEHIND}\s*%{SAID_BEHIND}"),
    ("MEASURE", rf"(?:{NUMERAL}\s*(?:{_MONEY_SCALE})\s+)*{NUMERAL}{SAID_BEHIND}\s*(?:{_MEASURE_UNIT}){_PER}{SAID_BEHIND}"),
    ("MEASURE", rf"{NUMERAL}\s*(?:{IN_BRACKETS}\s*)?{_LENGTH_UNIT}{SAID_BEHIND}"),
    ("NUMBER", rf"{NUMERAL}{SAID_BEHIND}"),
    ("AWARDS", rf"(?:{'|'.join(NUMBER_WORDS)})\s+(?:{_AWARD_UNIT})"),
    ("NUMBER", rf"(?:{'|'.join(NUMBER_WORDS)})(?=\s+{_COUNTED})"),
)
_VALUES = {**VALUES, "ANNIVERSARY": anniversaries.anniversary_value}
_MASTER = re.compile("|".join(f"(?P<g{index}>{pattern})" for index, (_, pattern) in enumerate(PATTERNS)), re.IGNORECASE)
# “không quá 1/3 tổng số”, “ít nhất một nửa là …”: only behind a bound, else “1/3” is a day and “một nửa” is prose.
_FRACTION_HEADS = frozenset({"AT_MOST", "AT_LEAST", "EQUAL"})
FRACTION = re.compile(
    rf"(?:một\s+)?nửa(?!\w)|(?:{WORDS})\s+phần\s+(?:{WORDS})(?!\w)|\d{{1,3}}\s*/\s*\d{{1,3}}(?![/\d])(?!\s+{_ITEMS})", re.IGNORECASE
)
# “Hồ sơ gồm 02 bộ, mỗi bộ gồm: …”: how many copies are sent, of the same papers
SETS = re.compile(r"\d{1,2}(?:\s*\(\w+\))?\s+bộ(?:\s+hồ sơ)?(?:\s*,?\s*(?:mỗi bộ\s+)?(?:bao\s+)?gồm(?:\s+có)?)?(?=\s*[:(])", re.IGNORECASE)
PARTIAL = re.compile(rf"(?:ngày\s+)?\d{{1,2}}/\d{{1,2}}(?![/\d])(?!\s+{_ITEMS}){times.NOT_YEARLY}", re.IGNORECASE)
# What the forms above can begin with, besides digits; looked at first, for most words begin none. Both with and without
# diacritics: a tolerant reading puts the diacritics in only afterwards.
_FIRST_WORDS = """
    của mức các thuộc tại có co
    hoàn không tốt khá trung yếu kém xuất hoan khong tot kha yeu kem xuat
    báo số giai quý ngày luật điều năm gạch dấu điểm khoản mục tiêu hạng loại xếp được đợt đầu kết cuối hết tháng nửa phần
    điện đt fax hotline zalo tài email e thư mẫu biểu phụ nghị chỉ đề nhiệm khóa
    dien dt tai thu mau bieu phu nghi chi de nhiem khoa
    bao ngay nam diem khoan muc tieu hang loai xep duoc cua muc so
"""
_BEGINNINGS = frozenset([*'"(', *_FIRST_WORDS.split(), *NUMBER_WORDS, *anniversary_beginnings()])
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
    if after == "DOSSIER_HOLDS" and (sets := SETS.match(text, start)):
        return Literal("_", start, start + len(sets[0].rstrip()), sets[0])
    if after in times.QUARTER_HEADS and (found := times.QUARTER.match(text, start)):
        return Literal("WHOLE_QUARTER", start, found.end(), VALUES["WHOLE_QUARTER"](found[0]))
    found = _MASTER.match(text, start)
    if found is None or found.lastgroup is None:
        return None
    terminal = PATTERNS[int(found.lastgroup[1:])][0]
    end = found.start() + len(found[0].rstrip())
    return Literal(terminal, start, end, _VALUES.get(terminal, str)(text[start:end]))
