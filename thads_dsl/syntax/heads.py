"""What the first words of a name say it is, when nobody has declared it."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from thads_dsl.syntax.grammar import name_heads, name_words
from thads_dsl.syntax.lexer import WORD, Lexeme, of_time
from thads_dsl.syntax.names import NameKind, atoms

_OF_NAMES = frozenset({WORD, "COMMA", "AND", "OF", "NUMBER", NameKind.SUBJECT.value, NameKind.AGENCY.value, NameKind.POST.value})
DEED = "DEED"  # of heads.txt
HEADCOUNT = "HEADCOUNT"  # the same: “biên chế có mặt”
BASES = ("tập thể", "cá nhân")  # all units, all people
# A statistic by its first words, behind others; “số hóa” is a deed.
_STATISTIC = re.compile(r"\s(?=(?:tổng số|t[ỷỉ] lệ|số (?!\d|liệu\b|hóa\b|(?-i:[A-ZĐ]))))", re.IGNORECASE)
_OF_AGES = frozenset({"FROM", "ABOVE", "BELOW", "TO"})  # “công chức giữ ngạch từ 10 năm”


@cache
def _heads() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First words of names by the very first of them."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for words, terminal in name_heads():
        found[words[0]].append((words, terminal))
    return dict(found)


def says(written: str) -> str:
    """The kind of a name by its first words, or by the word that titles of posts end with (“Điều tra viên”); empty where they say none."""
    keys = tuple(atom.key for atom in atoms(written))
    heads = _heads().get(keys[0], ()) if keys else ()
    said = next((terminal for words, terminal in heads if keys[: len(words)] == words), "")
    titled = any(key in name_words("titled") and keys[at + 1 : at + 2] != ("chức",) for at, key in enumerate(keys[:3]) if at)
    return said or (NameKind.SUBJECT.value if titled else "")


def without_deed(written: str) -> str:
    """The name behind the deed that stands before it: “lập | số biên bản”, “tổ chức | cưỡng chế thành công”; all of it where none does.

    Words that join something to a name before them (“bản án có | số tiền lớn”) are no deed.
    """
    said = says(written)
    if said not in ("", DEED):
        return written
    behind = _STATISTIC.search(written)
    if behind is not None and written[: behind.start()].casefold().rsplit(maxsplit=1)[-1] not in name_words("joining"):
        return written[behind.start() :].strip()
    head = next((words for words, terminal in name_heads() if terminal == DEED and said == DEED and _begins(written, words)), ())
    rest = " ".join(written.split()[len(head) :])
    return rest if len(rest.split()) > 1 else written


def _begins(written: str, words: tuple[str, ...]) -> bool:
    return tuple(written.casefold().split()[: len(words)]) == words


def without_several(lexemes: Sequence[Lexeme]) -> Sequence[Lexeme]:
    """A name without “riêng”, “mỗi”, “các” before it."""
    return lexemes[1:] if lexemes and lexemes[0].text.casefold() in name_words("several") else lexemes


def named_somebody(lexemes: Sequence[Lexeme]) -> Sequence[Lexeme]:
    """Words that begin like the name of people or of a body, are all in capitals or end with a known one; without “riêng”, “mỗi”.

    Else nothing. “Trong các Phòng chuyên môn” is not these, and not nobody either. Of “viên chức không là Chấp hành viên”, the first two.
    """
    name = without_several(lexemes)
    name = tuple(takewhile(lambda lexeme: lexeme.terminal != "NOT_BEING", name))
    if any(lexeme.terminal not in _OF_NAMES | _OF_AGES and not of_time(lexeme) for lexeme in name):
        return ()
    words = " ".join(lexeme.text for lexeme in name)
    proper = len(words.split()) > 1 and all(word[0].isupper() for word in words.split())
    beside = len(name) > 1 and name[0].terminal == WORD and name[-1].terminal == NameKind.SUBJECT.value
    return name if proper or beside or says(words) == NameKind.SUBJECT.value else ()
