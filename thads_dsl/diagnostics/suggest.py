"""“Did you mean” that knows Vietnamese, and can keep quiet."""

import re
from collections.abc import Iterable

from rapidfuzz import fuzz, process

from thads_dsl.source import plain

# Below this two names are too unlike to be a slip of the hand.
_CUTOFF = 80.0
_WORD = re.compile(r"[^\s.,;:](?:\S*[^\s.,;:])?")
_ALIKE = 60.0  # of what stands behind the words that are right


def only_marks(written: str, right: str) -> bool:
    """Whether two spellings differ in nothing but diacritics, capitals and spaces: the right one says what was written."""
    return plain(written) == plain(right)


def closest(written: str, known: Iterable[str]) -> str | None:
    """The known name nearest to what was written, diacritics left out of the comparison; None if none is near."""
    names = sorted(set(known))
    found = process.extractOne(written, names, scorer=fuzz.ratio, processor=plain, score_cutoff=_CUTOFF)
    return found[0] if found and _alike_behind(written, found[0]) else None


def _alike_behind(written: str, found: str) -> bool:
    """Whether the words that both do not begin with are alike too: “Chấp hành viên được giao” is no slip of “Chấp hành viên sơ cấp”."""
    said, meant = plain(written).split(), plain(found).split()
    same = next((at for at, (ours, theirs) in enumerate(zip(said, meant, strict=False)) if ours != theirs), min(len(said), len(meant)))
    behind = " ".join(said[same:]), " ".join(meant[same:])
    return not all(behind) or fuzz.ratio(*behind) >= _ALIKE


def nearest_stretch(text: str, written: str) -> str:
    """The words of a text, as many as were written or one more or fewer, that those are nearly; empty where none are."""
    words, count = [*_WORD.finditer(text)], len(written.split())
    lengths = range(max(count - 1, 1), count + 2)
    runs = [text[one.start() : last.end()] for many in lengths for one, last in zip(words, words[many - 1 :], strict=False)]
    return closest(written, (run for run in runs if text.count(run) == 1)) or ""
