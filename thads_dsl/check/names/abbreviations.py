"""Definitions in passing: “Thi hành án dân sự (sau đây viết tắt là THADS)”, “… (THAHC)”, “… (sau đây gọi chung là đơn vị)”.

They are gathered before any sentence is read, so that it does not matter where in the text they stand.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from thads_dsl.model.statistics import Base, Kind
from thads_dsl.source import Passage, plain
from thads_dsl.syntax.lexer import lex
from thads_dsl.syntax.names import Name, NameKind, NameTable
from thads_dsl.syntax.outline_tree import Outline
from thads_dsl.vocabulary import Vocabulary, name_table

CAPITALS = re.compile(r"(?<![\w/-])[A-ZĐ]{2,10}(?![\w/-])")
_ROMAN = re.compile(r"[IVXLC]+")
_SAID = re.compile(
    r'\(\s*sau đây\s+(?:được\s+)?(?:viết|gọi)(?P<how>\s+(?:tắt|chung))?\s+là\s*:?\s*"?(?P<short>[^)"]+?)"?\s*\)', re.IGNORECASE
)
_BARE = re.compile(r"\((?P<short>[A-ZĐ]{2,10})\)")
_LONGEST = 12  # words of a name
_FARTHEST = 400  # characters before the bracket
_JOINING = frozenset({"COMMA", "AND", "SEMICOLON"})


@dataclass(frozen=True, slots=True)
class InPassing:
    """A definition in the text: `short` stands for the words before the bracket; `together`: for all the subjects named there.

    `said`: in so many words (“sau đây viết tắt là …”), not by a bare bracket.
    """

    short: str
    before: Passage
    together: bool
    said: bool = True


def in_passing(passage: Passage) -> Iterator[InPassing]:
    """The definitions in a line, in order."""
    for found in _SAID.finditer(passage.text):
        together = plain(found["how"] or "").strip() == "chung"
        yield InPassing(found["short"].strip(), _before(passage, found.start()), together)
    for found in _BARE.finditer(passage.text):
        if not _ROMAN.fullmatch(found["short"]):
            yield InPassing(found["short"], _before(passage, found.start()), False, said=False)


def _before(passage: Passage, end: int) -> Passage:
    """The words before a bracket, as many as may name something."""
    return passage.cut(max(0, end - _FARTHEST), end)


def with_definitions(outline: Outline, vocabulary: Vocabulary) -> Vocabulary:
    """The vocabulary with what the key `Viết tắt:` and the text itself define."""
    for key in outline.every_key:
        for part in key.value.text.split(";") if key.name == "viết tắt" else ():
            short, colon, long = part.partition(":")
            if colon and short.strip() and long.strip():
                vocabulary = _abbreviated(vocabulary, short.strip(), long.strip(" ."))
    found = [each for item in outline.items for each in in_passing(item.text)]
    names = name_table(vocabulary) if found else None
    for each in found:
        assert names is not None
        vocabulary = _together(vocabulary, names, each) if each.together else _shortened(vocabulary, names, each)
    return vocabulary


def _abbreviated(vocabulary: Vocabulary, short: str, long: str) -> Vocabulary:
    """A known pair stays as it is."""
    pair = (short, long)
    known = any(each[0] == short and plain(each[1]) == plain(long) for each in vocabulary.abbreviations)
    return vocabulary if known else replace(vocabulary, abbreviations=(*vocabulary.abbreviations, pair))


def _shortened(vocabulary: Vocabulary, names: NameTable, each: InPassing) -> Vocabulary:
    """The words whose initials it is, else the longest declared name before the bracket; else it is a word of prose."""
    words = each.before.text.split()
    last = words[-len(each.short) :] if each.short.isupper() else []
    if last and "".join(plain(word)[:1] for word in last).replace("đ", "d") == plain(each.short):
        return _abbreviated(vocabulary, each.short, " ".join(last))
    name = _name_before(names, each.before)
    return vocabulary if name is None else _also_called(vocabulary, name, each.short)


def _also_called(vocabulary: Vocabulary, name: Name, short: str) -> Vocabulary:
    return replace(vocabulary, spellings=(*vocabulary.spellings, (short, name.kind, name.canonical)))


def _name_before(names: NameTable, before: Passage) -> Name | None:
    """The longest name that ends where the bracket begins."""
    starts = [found.start() for found in re.finditer(r"\S+", before.text)][-_LONGEST:]
    for start in starts:
        lexemes = lex(before.cut(start), names)
        if len(lexemes) == 1 and isinstance(lexemes[0].value, Name):
            return lexemes[0].value
    return None


def _together(vocabulary: Vocabulary, names: NameTable, each: InPassing) -> Vocabulary:
    """“Phòng chuyên môn và Chi cục THADS (sau đây gọi chung là đơn vị)”: a name for all of them."""
    members: list[str] = []
    for lexeme in reversed(lex(each.before, names)):
        if isinstance(lexeme.value, Name) and lexeme.value.kind is NameKind.SUBJECT:
            members.insert(0, lexeme.value.canonical)
        elif lexeme.terminal not in _JOINING:
            break
    kinds = [kind for kind in map(vocabulary.kind, members) if kind is not None]
    if len({kind.base for kind in kinds}) != 1:
        return _shortened(vocabulary, names, each)
    known = names.exactly(_keys(each.short))
    if known is not None and known.canonical in {base.value for base in Base}:
        return replace(vocabulary, groups=(*vocabulary.groups, (kinds[0].base, tuple(members))))
    return _new_kind(vocabulary, each.short, kinds[0].base, members) if known is None else vocabulary


def _keys(words: str) -> list[str]:
    """The words of a name as the table of names looks them up."""
    return [word.casefold() for word in words.split()]


def _new_kind(vocabulary: Vocabulary, name: str, base: Base, members: list[str]) -> Vocabulary:
    kinds = tuple(replace(kind, parents=(*kind.parents, name)) if kind.name in members else kind for kind in vocabulary.kinds)
    return replace(vocabulary, kinds=(Kind(name, base), *kinds)).named(NameKind.SUBJECT, name)


def defined_shorts(outline: Outline, vocabulary: Vocabulary) -> frozenset[str]:
    """Every abbreviation that the plan or its danh mục explains, or that a declared name has in it."""
    passing = (each.short for item in outline.items for each in in_passing(item.text))
    named = (found for spelling, _, _ in vocabulary.spellings for found in CAPITALS.findall(spelling))
    return frozenset((*passing, *named, *(short for short, _ in vocabulary.abbreviations)))


def is_roman(word: str) -> bool:
    """Whether capitals are a number (Khóa XII)."""
    return _ROMAN.fullmatch(word) is not None
