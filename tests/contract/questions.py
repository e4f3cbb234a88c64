"""What the compiler asks its families while it reads a plan: which stretches of text, of which families, and what they answer.

Only that is heard which decides the plan: the guesses that messages are made of are not.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from itertools import takewhile

import pytest

from tests.contract.lattice import Piece, Stretch
from thads_dsl.source import Passage, Span
from thads_dsl.syntax import tree
from thads_dsl.syntax.families import EXAMPLE_FAMILIES, read_tokens
from thads_dsl.syntax.grammar import families
from thads_dsl.syntax.lexer import Lexed, Lexeme
from thads_dsl.syntax.names import NameTable

Key = tuple[tuple[tuple[str, str, Span], ...], frozenset[str]]
# The modules that ask families after they have had a text lexed, and those that have it lexed for them.
LEXING = [import_module(f"thads_dsl.{name}") for name in ("syntax.tables", "examples.steps", "examples.tables")]
ASKING = [
    *LEXING,
    *map(import_module, ("thads_dsl.syntax.sentences", "thads_dsl.syntax.contexts", "thads_dsl.syntax.headings")),
    *map(import_module, ("thads_dsl.check.lower", "thads_dsl.check.awards.listed", "thads_dsl.check.awards.wanted_figures")),
]


@dataclass(frozen=True, slots=True)
class Question:
    """Tokens as pieces of text (and words that the compiler puts in), the families that are asked, and the answer."""

    key: Key
    lexemes: tuple[Lexeme, ...]
    pieces: tuple[Piece, ...]
    names: NameTable
    answer: tree.Statement | None

    @property
    def starts(self) -> frozenset[str]:
        """The start symbols of the families."""
        return self.key[1]


class Listener:
    """Hears every question; gives `instead` for an answer where that says so."""

    def __init__(self, instead: dict[Key, tree.Statement | None]) -> None:
        self.instead = instead
        self.heard: dict[Key, Question] = {}
        self.owners: dict[int, tuple[Passage, tuple[Lexeme, ...], int]] = {}
        self.names: dict[int, NameTable] = {}

    def lexed(self, passage: Passage, lexemes: tuple[Lexeme, ...], names: NameTable) -> None:
        """Remember of which text tokens are."""
        self.names |= {id(lexeme): names for lexeme in lexemes}
        self.owners |= {id(lexeme): (passage, lexemes, at) for at, lexeme in enumerate(lexemes)}

    def asked(self, lexemes: tuple[Lexeme, ...], starts: frozenset[str], answer: tree.Statement | None) -> tree.Statement | None:
        """Remember a question; the answer that is to be given."""
        key = (tuple((lexeme.terminal, lexeme.text, lexeme.span) for lexeme in lexemes), starts)
        names = next((self.names[id(lexeme)] for lexeme in lexemes if id(lexeme) in self.names), NameTable(()))
        self.heard.setdefault(key, Question(key, lexemes, tuple(self._pieces(lexemes)), names, answer))
        return self.instead.get(key, answer)

    def _pieces(self, lexemes: tuple[Lexeme, ...]) -> Iterator[Piece]:
        """Runs of tokens that stand side by side in one text, as that part of it, up to the tokens around them."""
        at = 0
        while at < len(lexemes):
            if (owner := self.owners.get(id(lexemes[at]))) is None:
                yield lexemes[at]
                at += 1
                continue
            passage, line, first = owner
            last = first + sum(1 for _ in takewhile(lambda pair: pair[0] is pair[1], zip(lexemes[at:], line[first:], strict=False)))
            yield Stretch(passage, line[first - 1].end if first else 0, line[last].start if last < len(line) else len(passage.text))
            at += last - first


@contextmanager
def listening(instead: dict[Key, tree.Statement | None] | None = None) -> Iterator[Listener]:
    """Hears what is asked meanwhile."""
    listener = Listener(instead or {})
    cut, read = Lexed.cut, read_tokens
    usual = frozenset(family.start for family in families()) - {*EXAMPLE_FAMILIES}

    def heard_cut(text: Lexed, start: int, end: int | None = None) -> Lexed:
        found = cut(text, start, end)
        listener.lexed(found.passage, found.lexemes, found.names)
        return found

    def heard_lex(lex: Callable[[Passage, NameTable], tuple[Lexeme, ...]]) -> Callable[[Passage, NameTable], tuple[Lexeme, ...]]:
        def heard(passage: Passage, names: NameTable) -> tuple[Lexeme, ...]:
            found = lex(passage, names)
            listener.lexed(passage, found, names)
            return found

        return heard

    def heard_read(lexemes: tuple[Lexeme, ...], starts: Iterable[str] | None = None) -> tree.Statement | None:
        asked = usual if starts is None else frozenset(starts)
        return listener.asked(lexemes, asked, read(lexemes, asked))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Lexed, "cut", heard_cut)
        for module in LEXING:
            patch.setattr(module, "lex", heard_lex(module.lex))
        for module in ASKING:
            patch.setattr(module, "read_tokens", heard_read)
        yield listener
