"""Words that sentences of rules are made of: no name may be made of them alone, since it would take them from every sentence."""

from collections.abc import Callable
from functools import cache

from thads_dsl.source import fold
from thads_dsl.syntax.grammar import phrases
from thads_dsl.syntax.names import Trie, atoms

# What a sentence may say before the figure of a share by itself: “có 95% số việc được …”, “hoàn thành 90% số việc …”.
_BEFORE_A_SHARE = frozenset({"HAVING", "HAVING_SO", "REACH", "STRIVE"})
# “15/5/2026 là | đúng hạn”: in examples, behind a day.
_OF_A_DAY = frozenset({"IN_TIME", "OVERDUE"})


def is_phrase(text: str) -> bool:
    """Whether a text is one function phrase; “số còn lại”, which is two, may be a name, and so may words for “có <số liệu>”."""
    keys = [atom.key for atom in atoms(fold(text))]
    return any(end == len(keys) and found != {"HAVING"} for end, found in _trie().longest(keys, 0))


def spoken(text: str) -> bool:
    """Whether a text consists of function phrases only; “giải quyết đúng hạn” is a deed, and no day in time."""
    return is_phrase(text) or _cut(text, lambda terminals: not terminals <= _OF_A_DAY)


def opens_a_share(text: str) -> bool:
    """Whether a text consists of what the language itself has before the figure of a share."""
    return _cut(text, lambda terminals: not terminals.isdisjoint(_BEFORE_A_SHARE))


def unspoken(spelling: str) -> str:
    """The spelling without a half that consists of words of the language; empty where that is all of it."""
    before, dots, after = (part.strip() for part in fold(spelling).partition("…"))
    if not dots:
        return "" if is_phrase(before) else spelling
    return "" if spoken(after) else f"… {after}" if spoken(before) else spelling


def _cut(text: str, allowed: Callable[[frozenset[str]], bool]) -> bool:
    keys = [atom.key for atom in atoms(fold(text))]
    reached = {0}
    for start in range(len(keys)):
        if start in reached:
            reached |= {end for end, found in _trie().longest(keys, start) if allowed(found)}
    return bool(keys) and len(keys) in reached


@cache
def _trie() -> Trie[frozenset[str]]:
    terminals: dict[tuple[str, ...], frozenset[str]] = {}
    for phrase in phrases():
        if phrase.terminal == "PEOPLE":  # a plan may have “công chức” as a name of its own
            continue
        words = tuple(atom.key for atom in atoms(phrase.text))
        terminals[words] = terminals.get(words, frozenset()) | {phrase.terminal}
    trie: Trie[frozenset[str]] = Trie()
    for words, found in terminals.items():
        trie.add(words, found)
    return trie
