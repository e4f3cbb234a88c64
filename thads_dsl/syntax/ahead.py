"""A passage cut into atoms, and what begins at each of them: declared names, function phrases, words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thads_dsl.source import Passage, plain
from thads_dsl.syntax.grammar import free_phrase_trie, phrase_trie
from thads_dsl.syntax.literals import literal_at
from thads_dsl.syntax.names import Name, NameKind, NameTable, atoms, loose

LEFT_OUT = "_"  # the terminal of phrases that say nothing
# Words that may stand before a name and say nothing of it.
_NOISE = frozenset(["các", "những", "từng", "cac", "nhung", "tung"])
_EACH = frozenset(["mỗi", "moi", "từng", "tung"])  # behind them no name is that of one alone
_COUNTED = (NameKind.SUBJECT, NameKind.REWARD)
# Words inside dates and places, for a reading that does not compare diacritics; each as long as what it replaces.
_FORM_WORDS = {plain(word): word for word in ["ngày", "tháng", "năm", "điểm", "khoản", "mục", "kỷ", "niệm"]}
_LOOSE_FORMS = re.compile(rf"\b(?:{'|'.join(_FORM_WORDS)})\b", re.IGNORECASE)


class Ahead:
    """The atoms of a passage, strictly, or with diacritics left out of the comparison; places are indexes of atoms."""

    def __init__(self, passage: Passage, names: NameTable, strict: bool) -> None:
        self.passage = passage
        self.strict = strict
        self.atoms = atoms(passage.text)
        self.keys = [atom.key if strict else loose(atom) for atom in self.atoms]
        self.names = names.exact if strict else names.free
        self.phrases = phrase_trie() if strict else free_phrase_trie()
        self.text = passage.text if strict else _LOOSE_FORMS.sub(lambda word: _FORM_WORDS[word[0].casefold()], passage.text)

    def name(self, index: int) -> tuple[int, Name] | None:
        """The longest declared name that begins there, “các” and the like before it left out, and the place behind it."""
        if index < len(self.keys) and self.keys[index] in _NOISE:
            index += 1
        found = next(self.named(index), None)
        return None if found is None or found[1].kind is NameKind.ORDINARY else found

    def named(self, index: int) -> Iterator[tuple[int, Name]]:
        """The declared names that begin there, the longest first: none of them ends with a number that counts what stands behind it."""
        return (
            found
            for found in self.names.longest(self.keys, index)
            if not (self.keys[found[0] - 1][0].isdigit() and self._counts(index, found[0]))
        )

    def _counts(self, start: int, end: int) -> bool:
        """“Phòng THADS khu vực | 02 Chấp hành viên”, “mỗi Phòng THADS khu vực | 2 Giấy khen”: no Phòng THADS khu vực 2."""
        literal = literal_at(self.text, self.atoms[end - 1].start)
        counts = self.keys[end - 1][0] == "0" or (start > 0 and self.keys[start - 1] in _EACH)
        behind = next(self.names.longest(self.keys, end), None) if counts else None
        return (literal is not None and literal.terminal == "AWARDS") or (behind is not None and behind[1].kind in _COUNTED)

    def said(self, index: int, terminals: frozenset[str]) -> Iterator[int]:
        """The places behind the phrases of these terminals that begin there; what must stand around them is not asked."""
        return (end for end, entry in self.phrases.longest(self.keys, index) if any(each.terminal in terminals for each in entry))

    def says_something(self, index: int) -> bool:
        """Whether a phrase begins there that is no word left out."""
        return any(each.terminal != LEFT_OUT for _, entry in self.phrases.longest(self.keys, index) for each in entry)

    def matches(self, index: int, form: re.Pattern[str]) -> bool:
        """Whether a form stands there."""
        return index < len(self.atoms) and form.match(self.text, self.atoms[index].start) is not None
