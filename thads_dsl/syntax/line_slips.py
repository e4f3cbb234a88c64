"""First words of a line that are nearly those that make it what it is: “PHẦN KHÔNG” for “PHẦN KHÔNG IN”, “VÍ DU:” for “VÍ DỤ:”.

Such a line is read as it is meant, and told (TH122): taken for anything else, it would pull what stands below it into the wrong part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from thads_dsl.source import Passage, plain
from thads_dsl.syntax.grammar import grammar_text

_ALIKE = 80.0  # of 100: below this two headings are other words, not a slip of the hand
# How such lines are written: the whole line, or what stands before its colon.
_HEADINGS = {"UNPRINTED": ("PHẦN KHÔNG IN",), "RECIPIENTS": ("Nơi nhận:",)}
# No head is longer than forty letters, whatever is wrong with it; a bound keeps a line of blanks from being looked through again and again.
_EXAMPLE = re.compile(r"(?P<head>[^:.]{,40}?)(?: \d+| theo bảng)*\s*[:.]", re.IGNORECASE)
_NOTE = re.compile(r"(?P<head>[^:(]{,40}?)\s*(?:\([^)]*\)\s*)?:")
# What stands before the colon, or the number, of a line that goes on behind it.
_HEADS = {"EXAMPLE": "VÍ DỤ", "RESTATEMENT": "Hiểu là", "PROPOSAL": "Đề xuất hiểu là", "CORRECTION": "Đính chính"}


@dataclass(frozen=True, slots=True)
class Slip:
    """Which terminal a line was meant to be, its words that are wrong, and the right ones."""

    terminal: str
    words: Passage
    right: str


def meant(terminals: tuple[str, ...], passage: Passage) -> Slip | None:
    """What a line was meant to be, of the terminals that can stand here; None where it is like none of them."""
    for terminal in terminals:
        for heading in _headings(terminal):
            if _alike(passage.text, heading):
                return Slip(terminal, passage, heading)
    for terminal, head in _HEADS.items():
        found = (_EXAMPLE if terminal == "EXAMPLE" else _NOTE).match(passage.text) if terminal in terminals else None
        if found is not None and _nearly(found["head"], head):
            return Slip(terminal, passage.cut(found.start("head"), found.end("head")), head)
    return None


def _nearly(written: str, head: str) -> bool:
    """Whether words are a head but for one letter, or a word that is there twice or in another place."""
    words, wanted = plain(written), plain(head)
    once = " ".join(dict.fromkeys(words.split()))
    return any(OSA.distance(each, wanted) <= 1 for each in (words, once)) or sorted(once.split()) == sorted(wanted.split())


@cache
def _headings(terminal: str) -> tuple[str, ...]:
    if terminal != "SECTION":
        return _HEADINGS.get(terminal, ())
    found = re.search(r"^SECTION: /\((.*)\)/$", grammar_text("outline.lark"), re.MULTILINE)
    assert found is not None  # the headings are stated there alone
    return tuple(found[1].split("|"))


def _alike(written: str, heading: str) -> bool:
    """Whether a line is a heading but for a letter, a mark, the order of its words, or a word that is there twice or lost."""
    words, wanted = " ".join(plain(written).replace(":", " ").strip(" .-").split()), plain(heading).strip(" :")
    if words == wanted:
        return True
    if len(words) > 2 * len(wanted) or (":" in written.rstrip(" :") and ":" not in heading) or (heading.isupper() and not _loud(written)):
        return False
    once = " ".join(dict.fromkeys(words.split()))
    if not heading.isupper() and words and set(words.split()) < set(wanted.split()):
        return True  # “Nơi”, “nhận:” alone on a line
    return max(fuzz.ratio(words, wanted), fuzz.token_sort_ratio(words, wanted), fuzz.ratio(once, wanted)) >= _ALIKE


def _loud(written: str) -> bool:
    """Mostly in capitals, as headings of the part that is not printed are."""
    letters = [sign for sign in written if sign.isalpha()]
    return 2 * sum(sign.isupper() for sign in letters) > len(letters)
