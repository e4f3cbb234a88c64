"""Declared names and function phrases, found by longest match over the atoms (words and signs) of a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from thads_dsl.source import Passage, fold, plain

if TYPE_CHECKING:
    from thads_dsl.syntax.lexer import Lexeme

_ATOM = re.compile(r"\w+|[^\w\s]")


class Atom(NamedTuple):
    """A word or a sign, at its place in the folded text."""

    start: int
    end: int
    key: str


def atoms(text: str) -> list[Atom]:
    """The atoms of folded text; keys are for comparing."""
    return [Atom(found.start(), found.end(), found[0].casefold()) for found in _ATOM.finditer(text)]


def loose(atom: Atom) -> str:
    """The key of an atom without diacritics."""
    return plain(atom.key)


class NameKind(Enum):
    """What a declared name stands for; the value is its terminal in sentence.lark."""

    QUANTITY = "QUANTITY"
    SUBJECT = "SUBJECT"
    REWARD = "REWARD"
    POST = "POST"
    AGENCY = "AGENCY"
    SANCTION = "SANCTION"
    EVENT = "EVENT"
    SHARE_OF = "SHARE_OF"  # what stands before the figure of a share, and after it
    SHARE_IN = "SHARE_IN"
    TITLE = "TITLE"
    ORDINARY = "WORD"  # words that only look like a name: “văn phòng” is no “Phòng”


@dataclass(frozen=True, slots=True)
class Name:
    """A spelling of a declared name; `canonical` is the name that the model knows, `facet` the side that the spelling tells.

    `counted`: a statistic of cases or money whose spelling says neither, and which may say behind a figure what it counts.
    """

    kind: NameKind
    canonical: str
    facet: str = ""
    counted: bool = field(default=False, compare=False)


Entry = TypeVar("Entry")


class Trie(Generic[Entry]):
    """Entries by their sequence of atoms; finds those that begin at an atom, the longest first."""

    def __init__(self) -> None:
        self._root: dict[str, object] = {}

    def add(self, keys: Iterable[str], entry: Entry) -> None:
        """Put an entry under a sequence of keys; the first one put there stays."""
        node = self._root
        for key in keys:
            child = node.setdefault(key, {})
            assert isinstance(child, dict)
            node = child
        node.setdefault("", entry)

    def __contains__(self, key: str) -> bool:
        """Whether an entry begins with a key."""
        return key in self._root

    def longest(self, keys: Sequence[str], start: int) -> Iterator[tuple[int, Entry]]:
        """(end, entry) for every entry that begins at `start`, the longest first."""
        if start >= len(keys) or keys[start] not in self._root:
            return
        found: list[tuple[int, Entry]] = []
        node: object = self._root
        for index in range(start, len(keys) + 1):
            if not isinstance(node, dict):
                break
            if "" in node:
                found.append((index, node[""]))
            node = node.get(keys[index]) if index < len(keys) else None
        yield from reversed(found)


# Words before which a number belongs to a name: “mức độ 4”, “Phòng Nghiệp vụ số 2”, “Covid-19”.
_NUMBERED = frozenset(["độ", "cấp", "loại", "số", "nhóm", "vực", "đợt", "quý", "năm", "lần", "thứ", "bậc", "mức", "hạng", "điều", "-", "/"])


def ends_with_figure(text: str) -> bool:
    """Whether a folded name ends with a number that a sentence could take for a figure of its own.

    What is called by a number has a name in capitals: “theo Nghị định 111”, “theo Đề án 06”.
    """
    keys = [atom.key for atom in atoms(text)]
    while len(keys) > 2 and keys[-2] in (",", "và") and keys[-3].isdigit():
        keys = keys[:-2]  # “năm 2020, 2021 và 2022”
    if not keys or not keys[-1][0].isdigit() or (len(keys) > 1 and keys[-2] in _NUMBERED):
        return False
    return not any(word[0].isupper() for word in text.split()[1:][-3:-1])


MISSING = "…"  # what a name that stands for any of its kind is called


def hole(kind: NameKind) -> str:
    """The sign that stands for a missing name of a kind; of the private use area, so no keyboard types it."""
    return chr(0xE100 + list(NameKind).index(kind))


@lru_cache(maxsize=1 << 16)  # most spellings of a plan are its danh mục's, the same in every plan
def _keys(spelling: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The keys of a spelling's atoms, with diacritics and without."""
    parts = atoms(fold(spelling))
    return tuple(atom.key for atom in parts), tuple(map(loose, parts))


class NameTable:
    """All names a plan may use, with their spellings; for exact and for diacritic-free look-up."""

    def __init__(self, spellings: Iterable[tuple[str, Name]]) -> None:
        self.spellings = tuple(spellings)
        self.exact: Trie[Name] = Trie()
        self.free: Trie[Name] = Trie()
        self.lexed: dict[Passage, tuple[Lexeme, ...]] = {}  # what was read with these names, for as long as they live
        for spelling, name in self.spellings:
            exact, free = _keys(spelling)
            self.exact.add(exact, name)
            self.free.add(free, name)

    @cached_property
    def with_holes(self) -> NameTable:
        """The same with one more name of each kind, a sign that no text has: what a name that is missing could be."""
        holes = ((hole(kind), Name(kind, MISSING)) for kind in NameKind)
        return NameTable((*self.spellings, *holes))

    def of_kind(self, *kinds: NameKind) -> list[str]:
        """The spellings of all names of these kinds, for suggestions."""
        return [spelling for spelling, name in self.spellings if name.kind in kinds]

    def exactly(self, keys: Sequence[str]) -> Name | None:
        """The name that these atoms spell and nothing beside it, if there is one."""
        return next((name for end, name in self.exact.longest(keys, 0) if end == len(keys)), None)

    def beginning(self, written: str) -> Name | None:
        """The longest name with which words begin that go on behind it."""
        keys = [atom.key for atom in atoms(written)]
        return next((name for end, name in self.exact.longest(keys, 0) if end < len(keys)), None)
