"""Danh mục: what plans may name. Text files in the notation of plans, and their loader."""

import importlib.resources
import re
from functools import cache

from thads_dsl.source import SourceText, fold, plain
from thads_dsl.syntax.names import Name, NameKind, NameTable
from thads_dsl.syntax.outline import outline
from thads_dsl.vocabulary.definitions import QuantityDefinition, Vocabulary, defined

__all__ = ["QuantityDefinition", "Vocabulary", "defined", "name_table", "shipped", "shipped_names"]


@cache
def shipped_names() -> tuple[str, ...]:
    """The names of the danh mục that come with the package, as `Danh mục dùng chung:` gives them."""
    files = importlib.resources.files("thads_dsl.vocabulary").iterdir()
    return tuple(sorted(file.name.removesuffix(".danhmuc").upper() for file in files if file.name.endswith(".danhmuc")))


@cache
def shipped(name: str) -> Vocabulary | None:
    """The danh mục of this name (letter case and diacritics do not count), or None."""
    found = next((known for known in shipped_names() if plain(known) == plain(name)), None)
    if found is None:
        return None
    file = importlib.resources.files("thads_dsl.vocabulary") / f"{found.lower()}.danhmuc"
    vocabulary = Vocabulary()
    for section in outline(SourceText.read(file.name, file.read_text("utf-8"))).sections:
        vocabulary, unread = defined(vocabulary, section)
        assert not unread, unread  # our own file
    return vocabulary


def name_table(vocabulary: Vocabulary) -> NameTable:
    """All spellings of all names, with abbreviations written out and with long forms abbreviated.

    A spelling of a statistic with two facets that says “việc” or “tiền” tells the facet, and stands for its sister too.
    """
    spellings: dict[str, Name] = {}
    for spelling, kind, name in vocabulary.spellings:
        sided = _sided(fold(spelling)) if kind is NameKind.QUANTITY and vocabulary.has_facets(name) else [(fold(spelling), "")]
        for side, facet in sided:
            for variant in _variants(side, vocabulary.abbreviations):
                spellings.setdefault(variant, Name(kind, name, facet))
    return NameTable(spellings.items())


# What begins so counts already: no “việc tổng số giải quyết”.
_COUNTING = frozenset({"số", "tổng", "tỷ", "tỉ"})
_SIDES = {"việc": ("vụ việc", "việc"), "tiền": ("giá trị", "tiền")}  # the longer first: “vụ việc” holds “việc”


def _sided(spelling: str) -> list[tuple[str, str]]:
    said = next((word for words in _SIDES.values() for word in words if re.search(rf"\b{word}\b", spelling)), None)
    if said is None:
        counted = [] if spelling.split()[0] in _COUNTING else [f"{before}{{}} {spelling}" for before in ("", "số ")]
        named = [(form.format(word), f"về {side}") for form in counted for side, words in _SIDES.items() for word in words]
        return [(spelling, ""), *named]
    return [(re.sub(rf"\b{said}\b", word, spelling), f"về {side}") for side, words in _SIDES.items() for word in words]


def _variants(spelling: str, abbreviations: tuple[tuple[str, str], ...]) -> list[str]:
    found = [spelling]
    for short, long in abbreviations:
        lowered = spelling.casefold()
        for old, new in ((short, long), (long, short)):
            at = lowered.find(old.casefold())
            if at >= 0:
                found.append(spelling[:at] + new + spelling[at + len(old) :])
    return found
