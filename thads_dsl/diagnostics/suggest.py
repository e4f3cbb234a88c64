"""“Did you mean” that knows Vietnamese, and can keep quiet."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from thads_dsl.source import plain

# Below this two names are too unlike to be a slip of the hand.
_CUTOFF = 80.0


def only_marks(written: str, right: str) -> bool:
    """Whether two spellings differ in nothing but diacritics, capitals and spaces: the right one says what was written."""
    return plain(written) == plain(right)


def closest(written: str, known: Iterable[str]) -> str | None:
    """The known name nearest to what was written, diacritics left out of the comparison; None if none is near."""
    names = sorted(set(known))
    found = process.extractOne(written, names, scorer=fuzz.ratio, processor=plain, score_cutoff=_CUTOFF)
    return found[0] if found else None
