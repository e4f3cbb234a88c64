"""What the first words of a name say it is, when nobody has declared it."""

from collections.abc import Sequence

from thads_dsl.syntax.grammar import name_heads
from thads_dsl.syntax.lexer import WORD, Lexeme
from thads_dsl.syntax.names import NameKind, atoms

_OF_NAMES = frozenset({WORD, "COMMA", "AND", "OF", "NUMBER", NameKind.SUBJECT.value, NameKind.AGENCY.value, NameKind.POST.value})
_BEFORE_NAMES = frozenset({"EACH", "APART_FROM_THAT"})  # “mỗi”, “riêng”


def says(written: str) -> str:
    """The kind of a name by its first words; empty where they say none."""
    keys = tuple(atom.key for atom in atoms(written))
    return next((terminal for words, terminal in name_heads() if keys[: len(words)] == words), "")


def named_somebody(lexemes: Sequence[Lexeme]) -> Sequence[Lexeme]:
    """Words that begin like the name of people or of a body, are all in capitals or end with a known one; without “riêng”, “mỗi”.

    Else nothing. “Trong các Phòng chuyên môn” is not these, and not nobody either.
    """
    name = lexemes[1:] if lexemes and lexemes[0].terminal in _BEFORE_NAMES else lexemes
    if any(lexeme.terminal not in _OF_NAMES for lexeme in name):
        return ()
    words = " ".join(lexeme.text for lexeme in name)
    proper = len(words.split()) > 1 and all(word[0].isupper() for word in words.split())
    beside = len(name) > 1 and name[0].terminal == WORD and name[-1].terminal == NameKind.SUBJECT.value
    return name if proper or beside or says(words) == NameKind.SUBJECT.value else ()
