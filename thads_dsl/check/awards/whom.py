"""What the council judges of some only: “Thư ký hoàn thành tốt nhiệm vụ” in a list of standards for people is asked of Thư ký alone."""

from collections.abc import Sequence
from itertools import takewhile

from thads_dsl.model.statistics import Base
from thads_dsl.syntax import tree
from thads_dsl.syntax.families import read_tokens
from thads_dsl.syntax.lexer import WORD, Lexeme

_EVERYBODY = frozenset(base.value for base in Base)


def judged_subjects(lexemes: Sequence[Lexeme]) -> tuple[tree.Subject, ...]:
    """Whom the first words of a judgment name; nobody where they name none, or all (“Cá nhân có tinh thần …”)."""
    first = tuple(takewhile(lambda lexeme: lexeme.terminal != WORD, lexemes))
    said = read_tokens(first, ("context",)) if first and first[0].terminal in ("SUBJECT", "PEOPLE") else None
    if not isinstance(said, tree.Context) or said.facet or said.having or said.quantity:
        return ()
    return () if any(each.name.canonical in _EVERYBODY and not each.negated for each in said.subjects) else said.subjects
