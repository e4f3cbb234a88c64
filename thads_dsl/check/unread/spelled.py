"""Figures in words where rules have digits: “mười điểm phần trăm”, “một phần ba”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from thads_dsl.model.units import two_digits
from thads_dsl.syntax.number_words import ANY_NUMBER, BELOW_A_THOUSAND, number_in_words

# Months “đầu năm” are a time that everybody knows; one year, one day and the like are words of prose.
_FIGURE = re.compile(
    r"(?<!\d )\b(?:"
    rf"(?P<percent>{BELOW_A_THOUSAND}) (?P<unit>phần trăm|điểm phần trăm|tháng(?! (?:đầu|cuối) năm)|ngày(?= (?:làm việc|kể từ|sau|trước)))"
    rf"|(?P<part>{BELOW_A_THOUSAND}) phần (?P<whole>{BELOW_A_THOUSAND})"
    rf"|(?!một (?:điểm|lần))(?P<count>{BELOW_A_THOUSAND}) (?P<counted>điểm(?= (?:vào|cho|nếu|khi|mỗi)\b|[.,;)]|$)"
    r"|lần|tỷ đồng|triệu đồng|nghìn đồng|suất))\b"
    rf"|(?<!\d )\b(?P<large>(?=(?:\w+ ){{0,6}}?(?:mười|mươi|trăm|nghìn|ngàn|triệu)\b){ANY_NUMBER})"
    r"(?= (?:vụ )?(?:việc|vụ|hồ sơ|đơn|cuộc|đồng)\b)"
    rf"|(?<!quá )(?P<half>(?:một )?nửa(?= (?:tổng )?số| việc| tiền))\b"
    rf"|(?<=không vượt )(?P<most>{BELOW_A_THOUSAND})\b|(?<=không vượt quá )(?P<above>{BELOW_A_THOUSAND})\b",
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
    return next(every_spelled(text), None)


def every_spelled(text: str) -> Iterator[Spelled]:
    """Each figure of a text that is written in words."""
    return (Spelled(found[0], found.start(), found.end(), _in_digits(found)) for found in _FIGURE.finditer(text))


def _in_digits(found: re.Match[str]) -> str:
    if found["half"]:
        return "50%"
    bare = found["most"] or found["above"] or found["large"]
    value = number_in_words(bare or found["percent"] or found["part"] or found["count"])
    if value is None:
        return ""
    if found["part"]:
        return f"{value}/{whole}" if (whole := number_in_words(found["whole"])) else ""
    if bare:
        return two_digits(value)
    unit = found["unit"] or found["counted"]
    return f"{value}%" if unit.casefold() == "phần trăm" else f"{two_digits(value)} {unit}"
