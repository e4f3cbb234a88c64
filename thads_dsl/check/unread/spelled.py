"""Figures in words where rules have digits: “mười điểm phần trăm”, “một phần ba”."""

import re
from dataclasses import dataclass

_DIGITS = {
    word: value
    for value, words in enumerate(("", "một mốt", "hai", "ba", "bốn tư", "năm lăm", "sáu", "bảy", "tám", "chín"))
    for word in words.split()
}
_WORDS = (*_DIGITS, "mười", "mươi", "trăm", "linh", "lẻ", "rưỡi", "nghìn", "ngàn", "triệu")
_COUNT = rf"(?:{'|'.join(_WORDS)})(?: (?:{'|'.join(_WORDS)}))*"
# Months “đầu năm” are a time that everybody knows; one year, one day and the like are words of prose.
_FIGURE = re.compile(
    r"(?<!\d )\b(?:"
    rf"(?P<percent>{_COUNT}) (?P<unit>phần trăm|điểm phần trăm|tháng(?! (?:đầu|cuối) năm)|ngày(?= (?:làm việc|kể từ|sau|trước)))"
    rf"|(?P<part>{_COUNT}) phần (?P<whole>{'|'.join(_DIGITS)})"
    rf"|(?!một (?:điểm|lần))(?P<count>{_COUNT}) (?P<counted>điểm(?= (?:vào|cho|nếu|khi|mỗi)\b|[.,;)]|$)"
    r"|lần|tỷ đồng|triệu đồng|nghìn đồng|suất))\b"
    rf"|(?<!\d )(?P<large>(?=(?:\w+ ){{0,6}}?(?:mười|mươi|trăm|nghìn|ngàn|triệu)\b){_COUNT})(?= (?:vụ )?(?:việc|vụ|hồ sơ|đơn|cuộc|đồng)\b)"
    rf"|(?<!quá )(?P<half>(?:một )?nửa(?= (?:tổng )?số| việc| tiền))\b"
    rf"|(?<=không vượt )(?P<most>{_COUNT})\b|(?<=không vượt quá )(?P<above>{_COUNT})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Spelled:
    """A figure in words, where it stands in the text, and the same in digits (empty where it is no common number)."""

    written: str
    start: int
    end: int
    digits: str


def spelled(text: str) -> Spelled | None:
    """The first figure of a text that is written in words."""
    found = _FIGURE.search(text)
    return None if found is None else Spelled(found[0], found.start(), found.end(), _in_digits(found))


def _in_digits(found: re.Match[str]) -> str:
    if found["half"]:
        return "50%"
    bare = found["most"] or found["above"] or found["large"]
    number = _number(bare or found["percent"] or found["part"] or found["count"])
    if number is None:
        return ""
    if found["part"]:
        return f"{number}/{_DIGITS[found['whole'].casefold()]}"
    if bare:
        return f"{number:02d}"
    unit = found["unit"] or found["counted"]
    return f"{number}%" if unit.casefold() == "phần trăm" else f"{number:02d} {unit}"


def _number(words: str) -> int | None:
    """1 to 999; None for what is no such number."""
    total, last = 0, None
    for word in words.casefold().split():
        if word in _DIGITS and last is None:
            last = _DIGITS[word]
        elif word == "mười" and last is None:
            total += 10
        elif word in ("mươi", "trăm") and last is not None:
            total, last = total + last * (10 if word == "mươi" else 100), None
        elif word not in ("linh", "lẻ") or last is not None:
            return None
    return total + (last or 0) or None
