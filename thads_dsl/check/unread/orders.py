"""Ready lines for a sentence that says shortly who comes first: “Thứ tự: tỷ lệ về tiền trước, tỷ lệ về việc sau”."""

import re
from collections.abc import Sequence

from thads_dsl.check.draft import Draft
from thads_dsl.check.unread.patterns import HOLE
from thads_dsl.diagnostics import Way
from thads_dsl.source import plain
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.names import Name, NameKind
from thads_dsl.syntax.points import written_table
from thads_dsl.syntax.sentences import Sentence

RATE = "tỷ lệ thi hành xong trên có điều kiện"  # what most plans are about
AMOUNT = "thi hành xong"
_ORDERS = frozenset(("HIGH_TO_LOW", "LOW_TO_HIGH", "BY", "RANKED", "PREFER", "THEN_BY"))
_SIDES = re.compile(r"\b(?:(?<!uu )tien|gia tri|viec)\b")
_EQUALS = re.compile(r"\b(?:bang|ngang|nhu) (?:diem )?nhau\b|\bcung (?:ty le|ket qua|so diem|thanh tich)\b|\bdong hang\b")
_TIED = re.compile(r"\b(?:bang|ngang|cung|nhu) (?:diem )?nhau\b|\b(?:neu|van|hop) bang diem\b|^bang diem\b")
# “số tiền”, “số việc” are sums and no shares of anything; the words behind say of what.
_RATE = re.compile(r"\bty (?:le|trong)\b|\bket qua\b")
_SUM = re.compile(r"\bso (?:tien|viec)\b|\bgia tri\b")
_DONE = re.compile(r"(?<!chua )\b(?:thi hanh|giai quyet) xong\b|(?<!chua )\bthu (?:duoc|hoi|ve)\b")
_LESS = re.compile(r"\b(?:it|thap|nho) hon\b")


_WHOM = r"(?:cac )?(?:don vi|tap the|ca nhan)"
_POINTS = r"(?:tong )?(?:so )?diem"
_ENDS = r"tu (?:thap|cao)(?: nhat)? (?:len|den|xuong) (?:thap|cao)(?: nhat)?"
_BY_TOTAL = re.compile(
    rf"(?=.*\b(?:{_POINTS}|{_ENDS})\b)(?:{_WHOM} )?(?:duoc )?(?:sap )?xep(?: (?:thu tu|hang|thu hang|loai))?(?: {_WHOM})?"
    rf"(?: (?:theo|can cu)(?: thu tu)?)?(?: {_POINTS})?(?: {_ENDS})?(?: (?:theo|cua) {_POINTS})?"
)


def by_total(sentence: Sentence) -> tuple[Way, ...]:
    """The order of units by their points, where a sentence says nothing else, from whichever end."""
    if _BY_TOTAL.fullmatch(plain(sentence.passage.text).rstrip(" .;")) is None:
        return ()
    return (Way("Máy xếp điểm cao trước; đúng như vậy thì viết:", "Xếp thứ tự theo tổng điểm từ cao xuống thấp."),)


def order_ways(draft: Draft, sentence: Sentence) -> tuple[Way, ...]:
    """The order as it is read, by what the sentence names in turn; of equals, where it names neither việc nor tiền, what may be said of
    them; else nothing.

    Beside a points table the order is that of units, else that of a number of awards.
    """
    words, ranked = plain(sentence.passage.text), has_points(draft)
    sides = tuple(dict.fromkeys("về việc" if each[0] == "viec" else "về tiền" for each in _SIDES.finditer(words)))
    if not sides:
        return _of_equals() if _EQUALS.search(words) and not ranked else ()
    name = _amount(sentence, words) or _rate(draft, sentence)
    keys, less = [f"{name} {side}" for side in sides], _LESS.search(words) is not None
    how = "Nói rõ so số liệu nào, viết:" if ranked else "Nói rõ so số liệu nào, viết dưới dòng số lượng:"
    tied = _of_the_tied(sentence, words)
    if less and ranked:
        line = "Trường hợp bằng điểm thì Hội đồng quyết định."
        return (Way("Máy chỉ so được “cao hơn thì xếp trên”; để Hội đồng xem số liệu ấy, viết:", line),) if tied else ()
    if less:
        return (Way(how, f"{f'Bằng nhau thì ưu tiên {keys[0]} thấp hơn' if tied else f'Xét từ thấp lên cao theo {keys[0]}'}."),)
    then = [f"bằng nhau thì theo {key}" for key in keys[1:]]
    if tied:
        first = f"Trường hợp bằng điểm thì xét theo {keys[0]}" if ranked else f"Bằng nhau thì theo {keys[0]}"
        return (Way(how, f"{first}, sau đó theo {keys[1]}." if ranked and then else f"{first}."),)
    line = f"{'; '.join([f'Xếp thứ tự theo {keys[0]}' if ranked else f'Xét từ cao xuống thấp theo {keys[0]}', *then])}."
    return (Way(how, line),)


def _amount(sentence: Sentence, words: str) -> str:
    """“số tiền thi hành xong” is a sum and no rate; “…” where the sum is of something else; empty where the words name no sum."""
    if _RATE.search(words) or not _SUM.search(words):
        return ""
    named = any(lexeme.terminal == NameKind.QUANTITY.value for lexeme in sentence.lexemes)
    return AMOUNT if _DONE.search(words) else HOLE if named else ""


def _of_the_tied(sentence: Sentence, words: str) -> bool:
    """Whether all that the sentence compares is of equals, named before the first side; “bằng điểm” is told from “bảng điểm”."""
    known = next((each.start for each in sentence.lexemes if each.terminal == "TIED"), None)
    if known is not None:
        return not _SIDES.search(plain(sentence.passage.text[:known]))
    found = _TIED.search(words)
    return found is not None and not _SIDES.search(words, 0, found.start())


def _of_equals() -> tuple[Way, ...]:
    """“Bằng nhau thì bốc thăm”: what a plan can say of equals at the last place."""
    return (
        Way("Nếu Hội đồng chọn, viết dưới dòng số lượng:", "Trường hợp bằng nhau thì Hội đồng quyết định."),
        Way("Nếu so tiếp một số liệu, viết dưới dòng số lượng:", f"Bằng nhau thì theo {RATE} về tiền."),
    )


def has_points(draft: Draft) -> bool:
    """Whether the plan has a points table, of its own or amended."""
    return draft.amended is not None or any(line.restated.rows and written_table(line.restated.rows) is not None for line in draft.lines)


def _rate(draft: Draft, sentence: Sentence) -> str:
    """The rate that the order is of: named by the sentence, by the order before it, by the whole plan; “…” where the plan names several."""
    own = _rates(draft, sentence.lexemes)
    above = [each for line in draft.lines for each in line.sentences if each.passage.span().line <= sentence.passage.span().line]
    orders = [
        _rates(draft, each.lexemes) for each in above if each is not sentence and any(one.terminal in _ORDERS for one in each.lexemes)
    ]
    every = _rates(draft, [lexeme for line in draft.lines for each in line.sentences for lexeme in each.lexemes])
    known = own or (orders[-1] if orders else ()) or every or (RATE,)
    return known[0] if len(known) == 1 or own else HOLE


def _rates(draft: Draft, lexemes: Sequence[Lexeme]) -> tuple[str, ...]:
    """The rates of việc and tiền that some words name, each once."""
    named = (lexeme.value for lexeme in lexemes if lexeme.terminal == NameKind.QUANTITY.value)
    rates = (name.canonical for name in named if isinstance(name, Name) and plain(name.canonical).startswith("ty le"))
    return tuple(dict.fromkeys(name for name in rates if draft.vocabulary.has_facets(name)))
