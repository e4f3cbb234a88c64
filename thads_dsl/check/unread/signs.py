"""TH119: signs and words where rules have other words: “≥ 77%” is “từ 77% trở lên”, “77 phần trăm” is “77%”."""

import re
from functools import cache

from thads_dsl.check.draft import Line
from thads_dsl.check.names.undeclared import as_put_right
from thads_dsl.diagnostics import Diagnostic, Edit, Label, Way
from thads_dsl.diagnostics.codes import TH119
from thads_dsl.source import Passage
from thads_dsl.syntax.grammar import unit_words
from thads_dsl.syntax.sentences import Sentence

_WORDS = {"≥": "từ {} trở lên", "≤": "không quá {}", ">": "trên {}", "<": "dưới {}"}
_ALIKE = {">=": "≥", "=>": "≥", "<=": "≤", "=<": "≤"}


@cache
def _signed() -> re.Pattern[str]:
    """A sign before a figure with its unit, perhaps behind “đạt từ”, and a figure before “phần trăm”."""
    units = "|".join(re.escape(unit.text) for unit in unit_words())
    figure = r"\d[\d.,]*\d|\d"
    return re.compile(
        rf"(?P<sign>>=|=>|<=|=<|[≥≤<>])\s*(?P<figure>(?:{figure})(?:\s?(?:phần trăm|{units})(?!\w))?)"
        rf"|(?P<digits>{figure})\s+phần trăm(?!\w)",
        re.IGNORECASE,
    )


def in_words(text: str) -> tuple[int, int, str] | None:
    """Where signs stand in a text, and those words written as a rule has them; None where none stands there."""
    found = list(_signed().finditer(text))
    if not found:
        return None
    start, end, written = found[0].start(), found[-1].end(), text
    for each in reversed(found):
        written = written[: each.start()] + _right(each) + written[each.end() :]
    return start, end, written[start : len(written) - (len(text) - end)]


def _right(found: re.Match[str]) -> str:
    if found["digits"]:
        return f"{found['digits']}%"
    figure = re.sub(r"\s+phần trăm$", "%", found["figure"])
    return _WORDS[_ALIKE.get(found["sign"], found["sign"])].format(figure)


def sign_for_words(line: Line, sentence: Sentence) -> Diagnostic | None:
    """The complaint about a sentence that is not read and has such a sign, with the sentence put right."""
    return sign_in(line, sentence.passage)


def sign_in(line: Line, passage: Passage) -> Diagnostic | None:
    """The same of words that are no sentence yet, as the cells of a table whose columns are not read."""
    text = passage.text
    found = in_words(text)
    if found is None:
        return None
    start, end, right = found
    at = passage.span(start, end)
    return Diagnostic(
        code=TH119,
        message=f"“{text[start:end]}”",
        at=Label(at),
        why="Văn bản không dùng dấu so sánh; con số viết bằng chữ số, tỷ lệ có dấu %.",
        ways=(Way("Có phải:", as_put_right(line, text[start:end], right, at), edit=Edit(at, right, safe=True)),),
    )
