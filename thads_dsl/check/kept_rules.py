"""P13: what the base of an amended table says of totals, classes and ranks holds on, unless the plan says otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from thads_dsl.source import Passage, canonical
from thads_dsl.syntax import points_tree as tree
from thads_dsl.syntax.sentences import ReadText
from thads_dsl.syntax.tree import Statement

_ABOUT_TABLES = (tree.PointsTotal, tree.ClassRow, tree.ClassQuota, tree.ClassChange, tree.Ranking)


@dataclass(frozen=True, slots=True)
class Kept:
    """A sentence of the base, and what it says."""

    passage: Passage
    statement: Statement | None
    written: str  # as the base says it, with its own numbers of criteria


def said_of_table(reads: Iterable[ReadText]) -> tuple[Kept, ...]:
    """The sentences of a plan about totals, classes and ranks, in order."""
    return tuple(
        Kept(sentence.passage, sentence.statement, canonical(sentence.passage.text))
        for read in reads
        for sentence in read.sentences
        if isinstance(sentence.statement, _ABOUT_TABLES)
    )


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
        case tree.PointsTotal(low=low, high=high, rounding=rounding):
            said = {"floor": low, "ceiling": high, "rounding": rounding}
            yield from ((name,) for name, value in said.items() if value is not None)
        case tree.ClassRow():
            yield ("classes",)
        case tree.ClassQuota(name=name):
            yield ("quota", name)
        case tree.ClassChange(trigger=trigger, name=name):
            kind = "targets" if trigger.targets else "minimum" if trigger.percent else "discipline"
            yield ("change", kind, name)
        case tree.Ranking():
            yield ("ranking",)
