"""Danh mục: what plans may name. Text files in the notation of plans, and their loader."""

import importlib.resources
from functools import cache

from thads_dsl.source import SourceText, fold, plain
from thads_dsl.syntax.names import Name, NameTable
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
    """All spellings of all names, with abbreviations written out and with long forms abbreviated."""
    spellings: dict[str, Name] = {}
    for spelling, kind, name in vocabulary.spellings:
        for variant in _variants(fold(spelling), vocabulary.abbreviations):
            spellings.setdefault(variant, Name(kind, name))
    return NameTable(spellings.items())


def _variants(spelling: str, abbreviations: tuple[tuple[str, str], ...]) -> list[str]:
    found = [spelling]
    for short, long in abbreviations:
        lowered = spelling.casefold()
        for old, new in ((short, long), (long, short)):
            at = lowered.find(old.casefold())
            if at >= 0:
                found.append(spelling[:at] + new + spelling[at + len(old) :])
    return found
