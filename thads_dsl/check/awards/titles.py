"""“2. Tiêu chuẩn khen thưởng” above “2.3. Công chức khác”: below such a title a name that nobody has declared is somebody's too."""

from collections.abc import Sequence
from dataclasses import replace

from thads_dsl.syntax import condition_tree, tree
from thads_dsl.syntax.heads import named_somebody
from thads_dsl.syntax.outline_tree import Item
from thads_dsl.syntax.sentences import ReadText


def with_names_as_titles(items: Sequence[Item], reads: Sequence[ReadText]) -> list[ReadText]:
    """The lines as read; unknown names right below a title of standards and above others are for whom these conditions would be."""
    return [_named(items, reads, index) for index in range(len(items))]


def _named(items: Sequence[Item], reads: Sequence[ReadText], index: int) -> ReadText:
    read, parent = reads[index], items[index].parent
    above = reads[parent].context if parent is not None else None
    titled = above is not None and isinstance(above.statement, condition_tree.LeadIn) and above.statement.titled
    if not titled or items[index].end == index + 1 or read.context is not None or len(read.sentences) != 1:
        return read
    [sentence] = read.sentences
    if sentence.statement is not None or not named_somebody(sentence.lexemes):
        return read
    strangers = tree.Strangers(written=sentence.passage.text, span=sentence.passage.span())
    return ReadText(replace(sentence, statement=strangers), True, ())
