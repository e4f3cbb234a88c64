"""What a cell holds → a typed value, or why it is none. Nothing is guessed, nothing is rounded.

A float comes from Excel, which has no other numbers; it is read only where it is exactly an integer.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from math import isnan

from thads_dsl.model.inputs import CellKind, Column
from thads_dsl.model.units import grouped, number
from thads_dsl.source import canonical, fold, plain

Raw = str | int | float | bool | date | datetime | time | timedelta | None

_NOT_KNOWN = frozenset({"", "...", "…"})
_NOTHING_ARISEN = "-"  # the sign for “không phát sinh” in official tables; `fold` makes every dash this one
_INTEGER = re.compile(r"[0-9]{1,18}|[0-9]{1,3}(?:\.[0-9]{3}){1,5}")
_PERCENT = re.compile(r"([0-9]{1,18}(?:,[0-9]{1,9})?) ?(%?)")
_DOTTED = re.compile(r"([0-9]{1,3})\.([0-9]{1,9}) ?%?")
_SCORE = re.compile(r"[0-9]{1,6}(?:,[0-9]{1,4})?")
_DAY = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_EXACT_FLOATS = 2**53  # above it neighbouring integers are one float
_LONGEST_NAME = 255
_SHOWN = 60

_YES_NO = {"co": True, "x": True, "du": True, "khong": False, "thieu": False}
_JUDGMENTS = {"dat": True, "co": True, "khong dat": False, "khong": False}


@dataclass(frozen=True, slots=True)
class Misread:
    """A cell that is not what its column holds: what is expected instead, and a hint that may be empty."""

    expected: str
    hint: str = ""


def is_empty(raw: Raw) -> bool:
    """Whether a cell shows nothing."""
    return raw is None or (isinstance(raw, str) and not fold(raw).strip())


def shown(raw: Raw) -> str:
    """A cell as a message quotes it."""
    match raw:
        case None:
            return "để trống"
        case bool():
            return "TRUE" if raw else "FALSE"
        case float():
            return _float_text(raw)
        case int():
            return grouped(raw)
        case date():
            return raw.strftime("%d/%m/") + f"{raw.year:04d}"
        case time() | timedelta():
            return f"giờ {raw}"
    text = "".join(char if char.isprintable() else " " for char in fold(raw)).strip()
    return f"“{text[:_SHOWN]}{'…' if len(text) > _SHOWN else ''}”" if text else "để trống"


def _float_text(value: float) -> str:
    if value.is_integer() and abs(value) <= _EXACT_FLOATS:
        return grouped(int(value))
    return repr(value).replace(".", ",")


def name(raw: Raw) -> str | Misread:
    """Text that is never empty, with single spaces; a number alone is no name."""
    read = text(raw)
    if isinstance(read, str) and (not read or read in _NOT_KNOWN or not any(char.isalpha() for char in read)):
        return Misread("chữ, không để trống")
    return read


def text(raw: Raw) -> str | Misread:
    """Text that may be empty, with single spaces."""
    if raw is None:
        return ""
    if not isinstance(raw, str):
        return Misread("chữ")
    read = canonical(raw)
    if len(read) > _LONGEST_NAME:
        return Misread(f"chữ không quá {_LONGEST_NAME} ký tự")
    if any(unicodedata.category(char) in ("Cc", "Cs") for char in read):
        return Misread("chữ không có ký tự điều khiển", "Xóa ô rồi nhập lại bằng tay.")
    return read


def count(raw: Raw) -> int | Misread | None:
    """An integer ≥ 0; None when empty or “…”; 0 for “-” (không phát sinh)."""
    if isinstance(raw, bool):
        return _not_a_count()
    if isinstance(raw, int):
        return raw if raw >= 0 else _not_a_count()
    if isinstance(raw, float):
        return _whole(raw)
    if raw is not None and not isinstance(raw, str):
        return _not_a_count("Ô đang định dạng ngày, giờ: định dạng lại là số.")
    typed = "" if raw is None else fold(raw).strip()
    if typed in _NOT_KNOWN:
        return None
    if typed == _NOTHING_ARISEN:
        return 0
    if not _INTEGER.fullmatch(typed):
        return _not_a_count("Dấu chấm tách hàng nghìn; không ghi đơn vị tính, dấu phẩy, khoảng trắng.")
    return int(typed.replace(".", ""))


def _whole(value: float) -> int | Misread:
    if isnan(value) or value < 0:
        return _not_a_count()
    if value > _EXACT_FLOATS:
        return _not_a_count("Số lớn như vậy Excel không giữ được đến hàng đơn vị: định dạng ô là chữ rồi nhập lại.")
    if value.is_integer():
        return int(value)
    thousands = value * 1000
    if not thousands.is_integer():
        return _not_a_count()
    meant = int(thousands)
    return _not_a_count(f"Nếu là {grouped(meant)} thì nhập {meant}: Excel có thể đã hiểu dấu chấm là dấu thập phân.")


def _not_a_count(hint: str = "") -> Misread:
    return Misread("số nguyên từ 0 trở lên", hint)


def percent(raw: Raw) -> Fraction | Misread | None:
    """“81,5”, “81,5%” or 81.5 as the exact figure before the sign; None when empty or “…”.

    Up to 1 the sign must be there: what Excel shows as 80% it hands over as 0.8, and saves as “0,8” too.
    """
    if isinstance(raw, str) or raw is None:
        typed = "" if raw is None else fold(raw).strip()
        if typed in _NOT_KNOWN:
            return None
        if found := _PERCENT.fullmatch(typed):
            return _rate(Fraction(found[1].replace(",", ".")), signed=bool(found[2]))
        dotted = _DOTTED.fullmatch(typed)
        return _not_a_rate(f"Dấu phẩy tách phần lẻ: {dotted[1]},{dotted[2]}%." if dotted else "")
    if isinstance(raw, bool) or not isinstance(raw, int | float) or isnan(raw) or raw < 0:
        return _not_a_rate("Ô đang định dạng ngày hay giờ: định dạng là chữ rồi nhập 81,5%.")
    return _rate(Fraction(repr(raw)), signed=False)


def _rate(value: Fraction, *, signed: bool) -> Fraction | Misread:
    if signed or value > 1 or value == 0:
        return value
    return _not_a_rate(
        f"Là {number(value * 100)}% hay {number(value)}%? Định dạng cột là chữ rồi nhập cả dấu %, như một trong hai cách ấy."
    )


def _not_a_rate(hint: str) -> Misread:
    return Misread("tỷ lệ phần trăm từ 0, ví dụ 81,5 hoặc 81,5%", hint)


def stepped(read: int | Fraction | Misread | None, column: Column) -> int | Fraction | Misread | None:
    """A figure as it was read, where it is a multiple of the step of its column."""
    if column.step is None or read is None or isinstance(read, Misread) or read % column.step == 0:
        return read
    sign = "%" if column.kind is CellKind.PERCENT else ""
    below = read - read % column.step
    near = " hoặc ".join(f"{number(each)}{sign}" for each in (below, below + column.step))
    return Misread(f"bội số của {number(column.step)}{sign} (bước mà kế hoạch khai báo)", f"Gần nhất là {near}.")


def score(raw: Raw, low: Fraction, high: Fraction) -> Fraction | Misread | None:
    """“8,5” or 8.5 as the exact figure, between two bounds; None when empty or “…”: the council has not judged yet."""
    expected = Misread(f"số điểm từ {number(low)} đến {number(high)}, ví dụ {number(high)}")
    if isinstance(raw, str) or raw is None:
        typed = "" if raw is None else fold(raw).strip()
        if typed in _NOT_KNOWN:
            return None
        found = _SCORE.fullmatch(typed)
        read = Fraction(found[0].replace(",", ".")) if found else None
    elif isinstance(raw, bool) or not isinstance(raw, int | float) or isnan(raw):
        read = None
    else:
        read = Fraction(repr(raw))
    return read if read is not None and low <= read <= high else expected


def level(raw: Raw, choices: tuple[str, ...]) -> str | Misread | None:
    """One of the choices, whatever its letter case and diacritics; None when empty or “…”: the council has not judged yet."""
    if raw is None or (isinstance(raw, str) and plain(raw) in _NOT_KNOWN):
        return None
    expected = Misread(f"một trong các mức: {', '.join(choices)}")
    found = [choice for choice in choices if isinstance(raw, str) and plain(choice) == plain(raw)]
    return found[0] if len(found) == 1 else expected


def yes_no(raw: Raw) -> bool | Misread | None:
    """có, đủ, x or không, thiếu; None when empty or “…”."""
    return _worded(raw, _YES_NO, "có hoặc không")


def judgment(raw: Raw) -> bool | Misread | None:
    """đạt, có or không đạt, không; None when empty or “…”: the council has not judged yet."""
    return _worded(raw, _JUDGMENTS, "đạt hoặc không đạt")


def _worded(raw: Raw, words: dict[str, bool], expected: str) -> bool | Misread | None:
    if raw is None:
        return None
    if not isinstance(raw, str):
        return Misread(expected)
    typed = plain(raw)
    if typed in _NOT_KNOWN:
        return None
    return words.get(typed, Misread(expected))


def day(raw: Raw) -> date | Misread | None:
    """A date of Excel (the hour does not matter) or dd/mm/yyyy; None when empty or “…”."""
    if isinstance(raw, datetime):
        return raw.date()
    if isinstance(raw, date):
        return raw
    typed = fold(raw).strip() if isinstance(raw, str) else ""
    if raw is None or (isinstance(raw, str) and typed in _NOT_KNOWN):
        return None
    found = _DAY.fullmatch(typed)
    if found is None:
        return Misread("ngày, dạng ngày/tháng/năm (ví dụ 30/6/2024)")
    number_, month, year = map(int, found.groups())
    try:
        return date(year, month, number_)
    except ValueError:
        return Misread("ngày có thật", f"Lịch không có ngày {typed}.")
