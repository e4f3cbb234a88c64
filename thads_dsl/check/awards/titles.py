"""“2. Tiêu chuẩn khen thưởng” above “2.1. Tập thể”: below such a title a name alone says for whom the standards are.

A name that nobody has declared does so too: its conditions are nobody else's.
"""

from collections.abc import Sequence
from dataclasses import replace

from thads_dsl.syntax import condition_tree, tree
from thads_dsl.syntax.families import read_tokens
from thads_dsl.syntax.heads import named_somebody
from thads_dsl.syntax.line_texts import ReadText
from thads_dsl.syntax.outline_tree import Item


def with_names_as_titles(items: Sequence[Item], reads: Sequence[ReadText]) -> list[ReadText]:
    """The lines as read, names that stand right below a title of standards and above others as the contexts that they are."""
    return [_named(items, reads, index) for index in range(len(items))]


def _named(items: Sequence[Item], reads: Sequence[ReadText], index: int) -> ReadText:
    read, parent = reads[index], items[index].parent
    above = reads[parent].context if parent is not None else None
    titled = above is not None and isinstance(above.statement, condition_tree.LeadIn) and above.statement.titled
    if not titled or items[index].end == index + 1 or read.context is not None or len(read.sentences) != 1:
        return read
    [sentence] = read.sentences
    said = read_tokens(sentence.lexemes, ("context",)) if sentence.statement is None else None
    if isinstance(said, tree.Context) and said.subjects and not (said.facet or said.quantity or said.having):
        return ReadText(replace(sentence, statement=said), True, ())
    if sentence.statement is None and named_somebody(sentence.lexemes):
        strangers = tree.Strangers(written=sentence.passage.text, span=sentence.passage.span())
        return ReadText(replace(sentence, statement=strangers), True, ())
    return read
