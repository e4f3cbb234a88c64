"""Tables whose rows are sentences → an outline in which these are lines of their own, below the table."""

from collections.abc import Sequence
from dataclasses import replace

from thads_dsl.model.statistics import Base
from thads_dsl.source import Passage
from thads_dsl.syntax.class_rows import class_sentences
from thads_dsl.syntax.goal_rows import goal_sentences
from thads_dsl.syntax.names import NameTable, atoms
from thads_dsl.syntax.outline_tree import Item
from thads_dsl.syntax.row_sentences import Head, row_sentences
from thads_dsl.vocabulary import Vocabulary


def expanded(
    items: tuple[Item, ...], rows: Sequence[tuple[Passage, ...]], vocabulary: Vocabulary, names: NameTable
) -> tuple[tuple[Item, ...], list[int]]:
    """The items with the sentences of their tables behind each, and for every one the index of the item that it comes from.

    `rows` are those of each item as meant.
    """

    def head(written: str) -> Head | None:
        name = names.exactly([atom.key for atom in atoms(written)])
        kind = vocabulary.kind(name.canonical) if name is not None else None
        if kind is None:
            return None
        unit = kind.base is Base.COLLECTIVE and bool(kind.parents)  # known by its name
        return Head(kind.base.value, unit and not any(kind.name in each.parents for each in vocabulary.kinds))

    told = [(row_sentences(own, head) or class_sentences(own) or goal_sentences(own, names)) if own else None for own in rows]
    moved, found, sources = [0], list[Item](), list[int]()
    for sentences in told:
        moved.append(moved[-1] + 1 + len(sentences or ()))
    for index, (item, sentences) in enumerate(zip(items, told, strict=True)):
        parent = None if item.parent is None else moved[item.parent]
        # A table has nothing inside it; its sentences stand beside it.
        end = moved[index] + 1 if item.rows else moved[item.end]
        found.append(replace(item, parent=parent, end=end, spoken=sentences is not None))
        sources.append(index)
        for sentence in sentences or ():
            at = len(found)
            line = next(row for row in item.rows if row.line == sentence.line)
            found.append(Item(line, "", sentence, item.aside, (), None, parent, at + 1, item.steps, (), item.document, of_table=True))
            sources.append(index)
    return tuple(found), sources
