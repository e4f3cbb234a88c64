"""What makes a sentence that no family reads look like a rule: numbers without a role, and words that only rules use."""

import re

from thads_dsl.source import plain
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.literals import NUMERIC
from thads_dsl.syntax.names import NameKind

# Compared without diacritics, no letter of tolerance.
TRIGGERS = (
    "trước ngày", "chậm nhất", "đến hết", "trở lên", "trở xuống", "ít nhất", "tối thiểu", "tối đa",
    "không quá", "bị kỷ luật", "bị kỉ luật", "không giới hạn", "không hạn chế", "không để xảy ra",
)  # fmt: skip
# What begins whole rules, without diacritics: a sentence like this that is not read would lose the rule.
_SIGNATURES = tuple(
    (re.compile(pattern), said)
    for pattern, said in (
        (r"tieu chuan,? (?:va )?dieu kien cua", "tiêu chuẩn, điều kiện của"),
        (r"\bphai dat (?:cac )?tieu chuan", "phải đạt tiêu chuẩn"),
        (r"^hinh thuc khen thuong\W+\w", "hình thức khen thưởng"),
        (r"\bho so gom\b|^(?:thanh phan )?ho so\b[^:]*:", "hồ sơ"),
        (r"\b(?<!da )duoc (?:xet,? )?tang (?:cho|giay khen|bang khen)", "được xét, tặng"),
        (r"^khong xet (?:khen|doi voi|tang)", "không xét"),
        (r"^thoi gian(?: thi dua)? ?:", "thời gian"),
        (r"^(?:ket qua|so lieu)\b.*\b\d+ thang\b", "kết quả … tháng"),
    )
)
# What only rules say of a figure: beside another time whatever it is about, else of a quantity.
_BESIDE = frozenset(("HIGHER", "NOT_HIGHER", "LOWER", "NOT_LOWER", "COMPARED_WITH"))
_WANTED = frozenset(("REACH", "ASSIGNED", "EXCEEDING", "SHORT_OF", "INCREASE", "DECREASE", "AVERAGE", "NONE_OF"))
_MORE_OR_LESS = ("cao hơn", "thấp hơn", "nhiều hơn", "ít hơn", "không tăng", "không giảm")
_TRIGGER = re.compile(r"\b(?:" + "|".join(plain(trigger) for trigger in TRIGGERS) + r")\b")


def loose_numbers(lexemes: tuple[Lexeme, ...]) -> list[Lexeme]:
    """The numbers that have no role by their form alone."""
    return [lexeme for lexeme in lexemes if lexeme.terminal in NUMERIC]


def trigger(lexemes: tuple[Lexeme, ...]) -> str:
    """The first trigger phrase outside quotations, as rules spell it; empty if there is none."""
    words = plain(" ".join(lexeme.text for lexeme in lexemes if lexeme.terminal not in ("QUOTED", "QUOTED_REWARD")))
    found = _TRIGGER.search(words)
    if found:
        return next(known for known in TRIGGERS if plain(known) == found[0])
    words = words.replace(" :", ":").replace(" ,", ",")
    return next((said for pattern, said in _SIGNATURES if pattern.search(words)), "")


def goal_words(lexemes: tuple[Lexeme, ...]) -> str:
    """The words by which a sentence without a figure wants something of a quantity, or beside another time; empty if it does not."""
    if spoken_of(lexemes) is None:
        return next((lexeme.text for lexeme in lexemes if lexeme.terminal in _BESIDE), "")
    words = plain(" ".join(lexeme.text for lexeme in lexemes))
    said = next((lexeme.text for lexeme in lexemes if lexeme.terminal in _BESIDE | _WANTED), "")
    return said or next((more for more in _MORE_OR_LESS if plain(more) in words), "")


def looks_like_a_rule(lexemes: tuple[Lexeme, ...]) -> bool:
    """Whether a sentence may not pass as a judgment."""
    return bool(loose_numbers(lexemes)) or bool(trigger(lexemes)) or spoken_of(lexemes) is not None


def spoken_of(lexemes: tuple[Lexeme, ...]) -> Lexeme | None:
    """The first quantity, or place of the plan, that a sentence names: with one of them it is about figures, not about judgment."""
    return next((lexeme for lexeme in lexemes if lexeme.terminal in (NameKind.QUANTITY.value, "PLACE")), None)
