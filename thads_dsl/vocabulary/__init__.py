"""Danh mục: what plans may name. Text files in the notation of plans, and their loader."""

import importlib.resources
import re
from functools import cache, lru_cache

from thads_dsl.source import SourceText, fold, plain
from thads_dsl.syntax.names import Name, NameKind, NameTable
from thads_dsl.syntax.outline import outline
from thads_dsl.vocabulary.definitions import defined
from thads_dsl.vocabulary.formulas import Mismatch
from thads_dsl.vocabulary.known import QuantityDefinition, Term, Vocabulary
from thads_dsl.vocabulary.layers import Reason, Refusal
from thads_dsl.vocabulary.slots import filled, variants
from thads_dsl.vocabulary.statistics import STATISTICS
from thads_dsl.vocabulary.steps import Misstep, without_step

__all__ = [
    "STATISTICS",
    "Mismatch", "Misstep", "QuantityDefinition", "Reason", "Refusal", "Term", "Vocabulary",
    "defined", "filled", "name_table", "read_vocabulary", "shipped", "shipped_names", "variants", "without_step",
]  # fmt: skip


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
    vocabulary, refused = read_vocabulary(SourceText.read(file.name, file.read_text("utf-8")), Vocabulary())
    assert not refused, refused  # our own file
    return vocabulary


def read_vocabulary(source: SourceText, below: Vocabulary) -> tuple[Vocabulary, tuple[Refusal, ...]]:
    """What a danh mục adds to those picked before it, and the lines of it that add nothing."""
    vocabulary, refused = below, list[Refusal]()
    for section in outline(source).sections:
        vocabulary, more = defined(vocabulary, section, below, own=False)
        refused += more
    return vocabulary, tuple(refused)


@lru_cache(maxsize=32)  # a text is read more than once, and many plans name nothing of their own
def name_table(vocabulary: Vocabulary) -> NameTable:
    """All spellings of all names, with abbreviations written out and with long forms abbreviated.

    A spelling of a statistic with two facets that says “việc” or “tiền” tells the facet, and stands for its sister too.
    A name comes before words that only look like one; of two names with one spelling the first defined is read.
    """
    spellings: dict[str, Name] = {}
    for spelling, kind, name in sorted(vocabulary.spellings, key=lambda each: each[1] is NameKind.ORDINARY):
        counted = kind is NameKind.QUANTITY and vocabulary.counts(name)
        faceted = kind is NameKind.QUANTITY and vocabulary.has_facets(name)
        for variant, facet in _spelt(spelling, faceted, vocabulary.abbreviations):
            spellings.setdefault(variant, Name(kind, name, facet, counted=counted and not facet))
    return NameTable(spellings.items())


@lru_cache(maxsize=1 << 16)  # most spellings of a plan are its danh mục's, the same in every plan
def _spelt(spelling: str, faceted: bool, abbreviations: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """The ways of writing a spelling, each with the facet that it tells."""
    sided = _sided(fold(spelling)) if faceted else [(fold(spelling), "")]
    return tuple((variant, facet) for side, facet in sided for variant in variants(side, abbreviations))


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
