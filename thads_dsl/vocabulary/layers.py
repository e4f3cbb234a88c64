"""What a definition adds to what is known already: nothing twice, nothing changed in silence, no name that sentences could not hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cache, lru_cache
from typing import TYPE_CHECKING, TypeVar

from thads_dsl.source import fold
from thads_dsl.syntax.grammar import phrases
from thads_dsl.syntax.names import NameKind, atoms, ends_with_figure
from thads_dsl.syntax.outline_tree import Item
from thads_dsl.vocabulary.entries import Entry
from thads_dsl.vocabulary.spoken import is_phrase, spoken
from thads_dsl.vocabulary.steps import Misstep

if TYPE_CHECKING:
    from thads_dsl.model.statistics import Kind
    from thads_dsl.vocabulary.formulas import Mismatch
    from thads_dsl.vocabulary.known import QuantityDefinition, Vocabulary

# Phrases that say where a figure stands, and on which side: at an end of a name they could not be told from it.
_EDGES = frozenset({"BELOW", "ABOVE", "FROM", "TO", "TO_END_OF", "OR_MORE", "OR_LESS", "AT_LEAST", "AT_MOST", "CASES", "MONEY"})


_HALVES = (NameKind.SHARE_OF, NameKind.SHARE_IN)  # parts of a name may be parts of others


class Reason(Enum):
    """Why a line of a section adds nothing."""

    UNREAD = auto()
    STEP = auto()  # its step is none
    UNITS = auto()  # its formula joins what is counted in different units
    UNKNOWN = auto()  # its formula names what nothing known is called
    DIFFERS = auto()  # the danh mục gives the name another meaning
    TAKEN = auto()  # the danh mục has the spelling for another name
    EDGE = auto()  # the name begins or ends with words that sentences are cut at
    SPOKEN = auto()  # the name is made of words that sentences of rules are made of


@dataclass(frozen=True, slots=True)
class Refusal:
    """A line of a section that adds nothing: `name` is what it wanted to name, `known` what stands in its way."""

    item: Item
    reason: Reason
    name: str = ""
    known: str = ""
    misstep: Misstep | None = None
    misfit: Mismatch | None = None


class Index:
    """What a vocabulary knows, by the keys of its names. It grows with each definition: no line looks through all lines before it."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.quantities = {_key(each.name): each for each in vocabulary.quantities}
        self.kinds = {_key(each.name): each for each in vocabulary.kinds}
        self._spelt = defaultdict[str, list[tuple[NameKind, str]]](list)
        for spelling, kind, name in vocabulary.spellings:
            self._spelt[_key(spelling)].append((kind, name))

    def name(self, said: str) -> str:
        """A name in its first spelling, in which others speak of it."""
        known = self.kinds.get(_key(said)) or self.quantities.get(_key(said))
        return said if known is None else known.name

    def taken(self, spelling: str, kind: NameKind, name: str) -> str:
        """The other name that has this spelling; words that only look like names stand in nobody's way."""
        for its_kind, its_name in self._spelt.get(_key(spelling), ()):
            if its_kind not in (NameKind.ORDINARY, *_HALVES) and (its_kind, _key(its_name)) != (kind, _key(name)):
                return its_name
        return ""


def joined(vocabulary: Vocabulary, added: Vocabulary, entry: Entry, known: Index, below: Index) -> Vocabulary | Refusal:
    """`added` is the vocabulary with the definition; what it repeats is dropped, what it replaces by `Thay:` is taken out.

    `known` is the index of the vocabulary, and then of what is given back.
    """
    new = added.spellings[len(vocabulary.spellings) :]
    for spelling, kind, _ in new:
        if edge := _edge(spelling, kind, vocabulary):
            return Refusal(entry.item, Reason.EDGE, spelling, edge)
    if said := next((spelling for spelling, kind, _ in new if _is_spoken(spelling, kind)), ""):
        return Refusal(entry.item, Reason.SPOKEN, said)
    for spelling, kind, name in new:
        taken = "" if kind in _HALVES else below.taken(spelling, kind, name)
        if taken and not entry.replaces:
            return Refusal(entry.item, Reason.TAKEN, spelling, taken)
    changed = _changed(vocabulary, added, known)
    if changed and not entry.replaces:
        return Refusal(entry.item, Reason.DIFFERS, changed)
    return _settled(vocabulary, added, known, {_key(spelling): (kind, name) for spelling, kind, name in new} if entry.replaces else {})


def _edge(spelling: str, kind: NameKind, vocabulary: Vocabulary) -> str:
    """The boundary phrase, facet phrase or number that a name begins or ends with; empty if it may be a name.

    What is counted is followed by figures, so it may not end with one; units may (“Phòng Nghiệp vụ 1”). A single word of a boundary
    at the end (“văn bản đến”), and a whole bound (“vụ từ 10 người trở lên”), leave two readings only where what stands before is a
    name as well.
    """
    keys = tuple(atom.key for atom in atoms(fold(spelling)))
    if not keys or keys[0][0].isdigit() or (kind is NameKind.QUANTITY and ends_with_figure(fold(spelling))):
        return "một con số"
    for words, text in _edge_phrases():
        if keys[: len(words)] == words:
            return f"“{text}”"
        if keys[-len(words) :] == words and _ends_a_name(vocabulary, keys, words):
            return f"“{text}”"
    return ""


def _ends_a_name(vocabulary: Vocabulary, keys: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether a sentence could end a name before boundary words that another name ends with."""
    bounds = [at for at, key in enumerate(keys) if key == "từ"]
    if words[0] == "trở" and bounds:
        return _known(vocabulary, keys[: bounds[-1]])
    return len(words) > 1 or _known(vocabulary, keys[:-1])


def _is_spoken(spelling: str, kind: NameKind) -> bool:
    """Whether a name would take a phrase of the language from every sentence; a half of one may be several, too."""
    return spoken(spelling) if kind in _HALVES else kind is not NameKind.ORDINARY and is_phrase(spelling)


def _known(vocabulary: Vocabulary, keys: tuple[str, ...]) -> bool:
    return any(tuple(atom.key for atom in atoms(fold(spelling))) == keys for spelling, _, _ in vocabulary.spellings)


@cache
def _edge_phrases() -> tuple[tuple[tuple[str, ...], str], ...]:
    found = ((tuple(atom.key for atom in atoms(each.text)), each.text) for each in phrases() if each.terminal in _EDGES)
    return tuple(sorted(found, key=lambda each: -len(each[0])))


def _changed(vocabulary: Vocabulary, added: Vocabulary, known: Index) -> str:
    """A name that had another meaning before."""
    for quantity in added.quantities[len(vocabulary.quantities) :]:
        old = known.quantities.get(_key(quantity.name))
        if old is not None and old != replace(quantity, name=old.name):
            return quantity.name
    for kind in added.kinds[len(vocabulary.kinds) :]:
        other = known.kinds.get(_key(kind.name))
        if other is not None and other.base is not kind.base:
            return kind.name
    overlapping = (
        scale
        for scale in added.scales[len(vocabulary.scales) :]
        for old in vocabulary.scales
        if old.forms != scale.forms and old.validity.meets(scale.validity.since, scale.validity.until)
    )
    return "Từ nhẹ đến nặng" if next(overlapping, None) else ""


def _settled(vocabulary: Vocabulary, added: Vocabulary, known: Index, replaced: dict[str, tuple[NameKind, str]]) -> Vocabulary:
    """Each name once, in its first place and spelling, in which others speak of it: as it was, or where it is `replaced` as it is now."""
    new = tuple((said, kind, known.name(name)) for said, kind, name in added.spellings[len(vocabulary.spellings) :])
    old, new_scales = (
        len(vocabulary.kinds),
        tuple(each for each in added.scales[len(vocabulary.scales) :] if replaced or each not in vocabulary.scales),
    )
    quantities = _put(vocabulary.quantities, added.quantities[len(vocabulary.quantities) :], known.quantities, replaced)
    kinds = _put(added.kinds[:old], added.kinds[old:], known.kinds, replaced)
    kept = vocabulary.spellings
    if replaced:
        kept = tuple(each for each in kept if replaced.get(_key(each[0]), each[1:]) == each[1:])
    return replace(
        added,
        quantities=quantities,
        kinds=kinds,
        head_kind=known.name(added.head_kind),
        ranks=tuple(map(known.name, added.ranks)),
        scales=new_scales if replaced and new_scales else (*vocabulary.scales, *new_scales),
        spellings=(*kept, *new),
    )


_Meaning = TypeVar("_Meaning", bound="QuantityDefinition | Kind")


def _put(
    old: tuple[_Meaning, ...], new: tuple[_Meaning, ...], known: dict[str, _Meaning], replaced: Mapping[str, object]
) -> tuple[_Meaning, ...]:
    """Meanings with the new ones: those that are not known behind the old, those that replace one in its place. Then they are known."""
    for each in new:
        key = _key(each.name)
        if key not in known:
            known[key], old = each, (*old, each)
        elif key in replaced:
            known[key] = replace(each, name=known[key].name)
            old = tuple(known[key] if _key(one.name) == key else one for one in old)
    return old


@lru_cache(maxsize=2**16)  # every line of a section is compared with all that is known
def _key(spelling: str) -> str:
    return " ".join(fold(spelling).casefold().split())
