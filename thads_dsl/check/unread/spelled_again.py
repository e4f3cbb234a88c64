"""“80% (tám mươi phần trăm)”: a figure that is said once more in words, behind it in brackets."""

import re

from thads_dsl.check.draft import Line
from thads_dsl.check.names.undeclared import as_put_right
from thads_dsl.check.unread.spelled import Spelled
from thads_dsl.diagnostics import Way
from thads_dsl.syntax.sentences import Sentence

_BEFORE = re.compile(r"(?P<figure>0*(?P<digits>\d[\d.,]*) ?(?P<sign>%?))\s*\($")


def said_twice(line: Line, sentence: Sentence, words: Spelled) -> tuple[str, str, tuple[Way, ...]] | None:
    """What, why and the ways, of the words in brackets; where they differ from the digits, the author chooses. None for others."""
    text = sentence.passage.text
    before = _BEFORE.search(text, 0, words.start)
    if before is None or not words.digits or text[words.end : words.end + 1] != ")":
        return None
    written, figure = text[before.start() : words.end + 1], before["figure"]
    alike = f"{before['digits']}{before['sign']}" == words.digits.lstrip("0")
    only_digits = as_put_right(line, written, figure)
    if alike:
        message, why = f"“{words.written}” là con số viết bằng chữ", "Máy chỉ tính con số viết bằng chữ số."
        return message, why, (Way("Bỏ phần viết bằng chữ:", only_digits),)
    other = Way(f"Nếu đúng là {words.digits}:", as_put_right(line, written, words.digits))
    message = f"“{figure}” mà trong ngoặc là “{words.written}”"
    return message, "Máy không biết theo con số nào.", (Way(f"Nếu đúng là {figure}:", only_digits), other)
