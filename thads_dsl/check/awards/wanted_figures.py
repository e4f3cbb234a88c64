"""“Có tỷ lệ thi hành xong từ 50% trở lên”: elsewhere whom a rule is for, in a list of conditions what they must reach."""

from collections.abc import Iterator
from dataclasses import replace

from thads_dsl.check.draft import Line
from thads_dsl.source import Span
from thads_dsl.syntax import tree
from thads_dsl.syntax.families import read_tokens
from thads_dsl.syntax.lexer import Lexeme
from thads_dsl.syntax.sentences import Sentence

_SIDES = ("CASES", "MONEY")


def with_wanted_figures(line: Line) -> Line:
    """The line with such sentences as the targets that they are."""
    listed = line.scope.lead_in is not None or bool(line.scope.within)
    if not listed or line.item.end > line.index + 1:
        return line
    return replace(line, read=replace(line.read, sentences=tuple(_wanted(line.read.sentences))))


def _wanted(sentences: tuple[Sentence, ...]) -> Iterator[Sentence]:
    for sentence in sentences:
        signs = [lexeme.terminal for lexeme in sentence.lexemes]
        if sentence.statement is not None or signs[:2] != ["HAVING", "QUANTITY"]:
            yield sentence
            continue
        band = next((at for at in range(2, len(signs)) if signs[at] not in _SIDES), len(signs))
        reach = _reach(sentence.lexemes[band - 1])
        meant = read_tokens((*sentence.lexemes[:band], reach, *sentence.lexemes[band:]), ("target",))
        yield replace(sentence, statement=meant) if isinstance(meant, tree.Target) else sentence


def _reach(before: Lexeme) -> Lexeme:
    """The “đạt” that the sentence leaves out."""
    at = Span(before.span.line, before.span.end, before.span.end)
    return Lexeme("REACH", "", "", at, before.end, before.end)
