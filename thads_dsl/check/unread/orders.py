"""Ready lines for a sentence that says shortly who comes first: “Thứ tự: tỷ lệ về tiền trước, tỷ lệ về việc sau”."""

import re
from collections.abc import Iterator

from thads_dsl.check.draft import Draft
from thads_dsl.diagnostics import Way
from thads_dsl.source import plain
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.names import Name, NameKind
from thads_dsl.syntax.points import written_table
from thads_dsl.syntax.sentences import Sentence

RATE = "tỷ lệ thi hành xong trên có điều kiện"  # what most plans are about
_SIDES = re.compile(r"\b(?:(?<!uu )tien|gia tri|viec)\b")
_EQUALS = re.compile(r"\b(?:bang|ngang|nhu) (?:diem )?nhau\b|\bcung (?:ty le|ket qua|so diem|thanh tich)\b|\bdong hang\b")
_TIED = re.compile(r"\b(?:bang|ngang|cung|nhu) (?:diem )?nhau\b|\b(?:neu|van|hop) bang diem\b|^bang diem\b")


def order_ways(draft: Draft, sentence: Sentence) -> tuple[Way, ...]:
    """The order as it is read, by what the sentence names in turn; of equals, where it names neither việc nor tiền, what may be said of
    them; else nothing.

    Beside a points table the order is that of units, else that of a number of awards.
    """
    words, ranked = plain(sentence.passage.text), has_points(draft)
    sides = tuple(dict.fromkeys("về việc" if each[0] == "viec" else "về tiền" for each in _SIDES.finditer(words)))
    if not sides:
        return _of_equals() if _EQUALS.search(words) and not ranked else ()
    name = next(_rates(draft, sentence), RATE)
    keys = [f"{name} {side}" for side in sides]
    then = [f"bằng nhau thì theo {key}" for key in keys[1:]]
    tied = _TIED.search(words)
    if tied is not None and not _SIDES.search(words, 0, tied.start()):
        first = f"Bằng nhau thì xét theo {keys[0]}" if ranked else f"Bằng nhau thì theo {keys[0]}"
        line = f"{first}, sau đó theo {keys[1]}." if ranked and then else f"{first}."
    else:
        line = f"{'; '.join([f'Xếp thứ tự theo {keys[0]}' if ranked else f'Xét từ cao xuống thấp theo {keys[0]}', *then])}."
    return (Way("Nói rõ so số liệu nào, viết:" if ranked else "Nói rõ so số liệu nào, viết dưới dòng số lượng:", line),)


def _of_equals() -> tuple[Way, ...]:
    """“Bằng nhau thì bốc thăm”: what a plan can say of equals at the last place."""
    return (
        Way("Nếu Hội đồng chọn, viết dưới dòng số lượng:", "Trường hợp bằng nhau thì Hội đồng quyết định."),
        Way("Nếu so tiếp một số liệu, viết dưới dòng số lượng:", f"Bằng nhau thì theo {RATE} về tiền."),
    )


def has_points(draft: Draft) -> bool:
    """Whether the plan has a points table, of its own or amended."""
    return draft.amended is not None or any(written_table(line.restated.rows) is not None for line in draft.lines)


def _rates(draft: Draft, sentence: Sentence) -> Iterator[str]:
    """Rates of việc and tiền that the sentence names, then those that the plan does."""
    every: list[Lexeme] = list(sentence.lexemes)
    every += [lexeme for line in draft.lines for each in line.sentences for lexeme in each.lexemes]
    for lexeme in every:
        name = lexeme.value
        is_rate = lexeme.terminal == NameKind.QUANTITY.value and isinstance(name, Name) and plain(name.canonical).startswith("ty le")
        if is_rate and isinstance(name, Name) and draft.vocabulary.has_facets(name.canonical):
            yield name.canonical
