"""Numbers in words: “bốn mươi lăm” is 45; alone in a sentence, or in brackets beside the same number in digits."""

import re

from thads_dsl.syntax.grammar import unit_words

_DIGITS = {
    word: value
    for value, words in enumerate(("", "một mốt", "hai", "ba", "bốn tư", "năm lăm", "sáu", "bảy bẩy", "tám", "chín"))
    for word in words.split()
}
_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_SMALL = (*_DIGITS, "mười", "mươi", "trăm", "linh", "lẻ", "rưỡi")
_UNITS = "|".join(re.escape(word) for word in ("phần trăm", *(unit.text for unit in unit_words()), "suất", "đợt", "bộ", "bản"))


def _run(words: tuple[str, ...]) -> str:
    either = "|".join(words)
    return rf"(?:{either})(?:\s+(?:{either}))*(?!\w)"


# Patterns of numbers in words: below a thousand, and any.
BELOW_A_THOUSAND = _run(_SMALL)
ANY_NUMBER = _run((*_SMALL, *_SCALES))
# “(tám mươi phần trăm)”, “(năm)”: the same number once more; a bracket of one word may be any word.
_SAID = rf"{ANY_NUMBER}(?:\s+(?:{_UNITS}))?"
IN_BRACKETS = rf"\((?:\w+|{_SAID})\)"
SAID_BEHIND = rf"(?:\s*\({_SAID}\))?"
_BRACKET = re.compile(rf"\s*\((?P<words>\d+|{_SAID})\)", re.IGNORECASE)
_ANY_NUMBER = re.compile(ANY_NUMBER, re.IGNORECASE)


def number_in_words(words: str) -> int | None:
    """1 and more; None for what is no such number, and for “một trăm năm”, which is 105 to some and 150 to others."""
    total, section, last, scale = 0, 0, None, 0  # those of the scales before; what is below them; its last digit; the last scale
    before = ""
    doubtful = False  # a digit right behind a round number
    for word in words.casefold().split():
        if word in _DIGITS and last is None:
            last, doubtful = _DIGITS[word], before in ("trăm", *_SCALES)
        elif word == "mười" and last is None:
            section += 10
        elif word in ("mươi", "trăm") and last is not None:
            section, last = section + last * (10 if word == "mươi" else 100), None
        elif word in _SCALES and (section or last) and (not scale or _SCALES[word] < scale):
            scale = _SCALES[word]
            total, section, last = total + (section + (last or 0)) * scale, 0, None
        elif word == "rưỡi" and before in _SCALES:
            section += scale // 2
        elif word not in ("linh", "lẻ") or last is not None:
            return None
        before = word
    return None if doubtful and last else total + section + (last or 0) or None


def said_in_brackets(written: str) -> tuple[str, tuple[str, ...]]:
    """A figure without the brackets that say it once more, and what stands in them."""
    return _BRACKET.sub("", written), tuple(found["words"] for found in _BRACKET.finditer(written))


def number_said(words: str) -> int | None:
    """The number of a bracket, without its unit; “năm triệu đồng” is 5.000.000."""
    found = _ANY_NUMBER.match(words)
    return number_in_words(found[0]) if found else int(words)
