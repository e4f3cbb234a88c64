"""Lines of the source → tokens of outline.lark: what kind of line each is, by its words and by where it stands."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from functools import cache

from lark import Token

from thads_dsl.diagnostics.suggest import closest
from thads_dsl.source import Passage, SourceText
from thads_dsl.syntax.grammar import grammar_text
from thads_dsl.syntax.line_slips import Slip, meant
from thads_dsl.syntax.tabbed import tabbed_tables

_COMMENT = re.compile(r"(?:^|\s)#.*$")
_NOTES = ("PROPOSAL", "RESTATEMENT", "CORRECTION")
_ROWS = ("ROW", "NEXT_ROW")
_LOOSE = ("MARKED", "PARAGRAPH", "STEP", "STRAY")  # what a line is that is nothing else
# After such a line another zone begins.
_OPENS = {"RECIPIENTS": "recipients", "UNPRINTED": "unprinted", "SECTION": "section", "EXAMPLE": "example", "ATTACHED": "body"}


@dataclass(frozen=True, slots=True)
class LineToken:
    """One line that is neither blank nor a comment, and what it is."""

    terminal: str
    passage: Passage
    slip: Slip | None = None  # where its first words are wrong: it is read as it is meant

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table."""
        return self.terminal in _ROWS

    def token(self) -> Token:
        """The same for Lark."""
        made = Token(self.terminal, self.passage.text)
        made.value = self
        return made


def line_tokens(source: SourceText) -> tuple[LineToken, ...]:
    """Every line that says something, in order; those of tables with tabs as rows with strokes."""
    passages = [passage for line in source.folded if (passage := _without_comment(line)).text]
    rows = {each.row.line: each.row for table in tabbed_tables(source) for each in table}
    said = {passage.line for passage in passages}
    comments = frozenset(line.line for line in source.folded if line.line not in said and not line.text.isspace() and line.text)
    return tuple(_classified([rows.get(passage.line, passage) for passage in passages], comments))


def _without_comment(line: Passage) -> Passage:
    if "#" not in line.text:
        return line.cut(0)
    comment = _COMMENT.search(line.text)
    return line.cut(0, comment.start() if comment else None)


def _classified(passages: list[Passage], comments: frozenset[int]) -> Iterator[LineToken]:
    """Each line with its kind; a blank line parts two tables, a comment between two rows does not."""
    index = yield from _keys(passages, 0)
    zone, last_row = "body", -1
    while index < len(passages):
        passage = passages[index]
        index += 1
        terminal = next(name for name in _zones()[zone] if _matches(name, passage))
        slip = meant(_zones()[zone], passage) if terminal in _LOOSE else None
        terminal = slip.terminal if slip else terminal
        zone = _OPENS.get(terminal, zone)
        if terminal == "ROW" or terminal in _NOTES:
            below = last_row > 0 and comments.issuperset(range(last_row + 1, passage.line))
            terminal = "NEXT_ROW" if terminal == "ROW" and below else terminal
            last_row = passage.line if terminal in _ROWS or below else -1
        yield LineToken(terminal, passage, slip)
        if terminal == "ATTACHED":
            index = yield from _keys(passages, index)


def _keys(passages: list[Passage], start: int) -> Generator[LineToken, None, int]:
    """The front matter that begins at `start`: up to its last key, known or misspelt. Gives the index of the line after it."""
    front = passages[start : start + _front_limit(passages[start:])]
    count = max((index for index, line in enumerate(front) if _matches("KEY", line) or _is_nearly_key(line)), default=-1) + 1
    for passage in front[:count]:
        yield LineToken("KEY" if _matches("KEY", passage) else "UNKNOWN_KEY", passage)
    return start + count


def _front_limit(passages: list[Passage]) -> int:
    """How many lines could be front matter: it ends at the first line that has not even the shape of a key."""
    for index, line in enumerate(passages):
        if _matches("ATTACHED", line) or not (_is_key(line) or _is_between_keys(passages, index)):
            return index
    return len(passages)


def _is_between_keys(passages: list[Passage], index: int) -> bool:
    """Whether a line stands right between two lines of which the second is a key: one that lost its colon."""
    around = passages[max(index - 1, 0) : index + 2]
    return len(around) == 3 and around[2].line - around[0].line == 2 and _matches("KEY", around[2])


def _is_nearly_key(line: Passage) -> bool:
    return _matches("UNKNOWN_KEY", line) and closest(line.text.partition(":")[0], key_names()) is not None


def _is_key(line: Passage) -> bool:
    return _matches("KEY", line) or _matches("UNKNOWN_KEY", line)


def _matches(terminal: str, passage: Passage) -> bool:
    return line_patterns()[terminal].fullmatch(passage.text) is not None


@cache
def line_patterns() -> dict[str, re.Pattern[str]]:
    """The terminals of outline.lark as regular expressions."""
    found = re.finditer(r"^([A-Z_]+): /(.*)/(i?)$", grammar_text("outline.lark"), re.MULTILINE)
    return {name: re.compile(pattern, re.IGNORECASE if flag else 0) for name, pattern, flag in (each.groups() for each in found)}


@cache
def key_names() -> tuple[str, ...]:
    """The keys of the front matter, as they are written."""
    found = re.match(r"\((.*?)\)", line_patterns()["KEY"].pattern)
    assert found is not None  # the pattern begins with them
    return tuple(found[1].split("|"))


@cache
def _zones() -> dict[str, tuple[str, ...]]:
    found = re.finditer(r"^// (\w+): ([A-Z_ ]+)$", grammar_text("outline.lark"), re.MULTILINE)
    return {zone: tuple(terminals.split()) for zone, terminals in (each.groups() for each in found)}
