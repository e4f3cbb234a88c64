"""P13: what the base of an amended table says of totals, classes and ranks holds on, unless the plan says otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from thads_dsl.source import Passage, SourceText, canonical
from thads_dsl.syntax import points_tree as tree
from thads_dsl.syntax.outline_tree import Outline
from thads_dsl.syntax.sentences import ReadText, Sentence
from thads_dsl.syntax.tree import Statement

_ABOUT_TABLES = (tree.PointsTotal, tree.PointsCap, tree.ClassRow, tree.ClassQuota, tree.ClassChange, tree.Ranking)


@dataclass(frozen=True, slots=True)
class Kept:
    """A sentence of the base, and what it says."""

    passage: Passage
    statement: Statement | None
    written: str  # as it is meant, with the numbers of criteria that the base gives them
    printed: str = ""  # the author's words, for the document


def said_of_table(reads: Iterable[ReadText]) -> tuple[Kept, ...]:
    """The sentences of a plan about totals, classes and ranks, in order."""
    return tuple(_kept(sentence) for read in reads for sentence in read.sentences if isinstance(sentence.statement, _ABOUT_TABLES))


def about_tables(statement: Statement | None) -> bool:
    """Whether a sentence is about totals, classes or ranks."""
    return isinstance(statement, _ABOUT_TABLES)


def said_in(source: SourceText, outline: Outline, reads: Sequence[ReadText]) -> Iterator[Kept]:
    """The same of another file, with the words that its author wrote; what `Hiểu là:` restates stands in the line above."""
    for item, read in zip(outline.items, reads, strict=True):
        for sentence in read.sentences if not item.aside else ():
            if isinstance(sentence.statement, _ABOUT_TABLES):
                own = sentence.passage.line == item.number
                words = source.quote(sentence.passage.span() if own else item.text.span()).rstrip(" .;")
                yield replace(_kept(sentence), printed=words)


def _kept(sentence: Sentence) -> Kept:
    return Kept(sentence.passage, sentence.statement, canonical(sentence.passage.text))


def still_valid(base: Iterable[Kept], own: Iterable[Kept]) -> Iterator[Kept]:
    """Those of the base that say something that no sentence of the plan itself says anew.

    Classes are replaced all together, since they share out the totals among them.
    """
    replaced = {matter for each in own for matter in _matters(each.statement)}
    for each in base:
        if not set(_matters(each.statement)) <= replaced:
            yield each


def _matters(statement: Statement | None) -> Iterator[tuple[str, ...]]:
    """What a sentence settles."""
    match statement:
        case tree.PointsTotal():
            said = {"floor": statement.low, "ceiling": statement.high, "rounding": statement.rounding}
            yield from ((name,) for name, value in said.items() if value is not None)
        case tree.PointsCap(capped=capped):
            yield ("cap", str(capped.sign))
        case tree.ClassRow():
            yield ("classes",)
        case tree.ClassQuota(name=name):
            yield ("quota", name)
        case tree.ClassChange(trigger=trigger, name=name):
            kind = "targets" if trigger.targets else "minimum" if trigger.below else "discipline"
            yield ("change", kind, name)
        case tree.Ranking():
            yield ("ranking",)
