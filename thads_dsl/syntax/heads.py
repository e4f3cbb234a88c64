"""What the first words of a name say it is, when nobody has declared it."""

from collections.abc import Sequence

from thads_dsl.syntax.grammar import name_heads
from thads_dsl.syntax.lexer import WORD, Lexeme
from thads_dsl.syntax.names import NameKind, atoms

_OF_NAMES = frozenset({WORD, "COMMA", "AND", "NUMBER", NameKind.SUBJECT.value})


def says(written: str) -> str:
    """The kind of a name by its first words; empty where they say none."""
    keys = tuple(atom.key for atom in atoms(written))
    return next((terminal for words, terminal in name_heads() if keys[: len(words)] == words), "")


def names_somebody(lexemes: Sequence[Lexeme]) -> bool:
    """Whether words begin like the name of people or of a body, and hold nothing but words and names."""
    written = " ".join(lexeme.text for lexeme in lexemes)
    return says(written) == NameKind.SUBJECT.value and all(lexeme.terminal in _OF_NAMES for lexeme in lexemes)
