"""Words that could stand instead of a line, read as that line would be: no ready line is offered that is not read itself."""

from thads_dsl.check.draft import Draft, Line
from thads_dsl.source import Passage, fold
from thads_dsl.syntax.line_texts import read_text
from thads_dsl.syntax.sentences import ReadText


def tried(draft: Draft, line: Line, words: str) -> ReadText:
    """What the line would be with these words, without its marker."""
    return read_text(Passage(fold(words), line.item.number, range(len(words) + 1)), draft.names, heading=False)


def all_read(read: ReadText) -> bool:
    """Whether a family reads every sentence of it, and there is one."""
    return bool(read.sentences) and all(each.statement is not None for each in read.sentences)


def reads_better(draft: Draft, line: Line, words: str) -> bool:
    """Whether a line with these words has fewer sentences that no family reads."""
    return _unread(tried(draft, line, words)) < max(_unread(line.read), 1)


def _unread(read: ReadText) -> int:
    every = (*read.sentences, *((read.context,) if read.context is not None else ()))
    return sum(each.statement is None for each in every)
