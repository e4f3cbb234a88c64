"""Lines → the outline of a plan: keys, items with their markers and places, tables, recipients, the part that is not printed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import cast

from lark import Lark, Token, Transformer

from thads_dsl.diagnostics.suggest import closest
from thads_dsl.source import Passage, SourceText
from thads_dsl.syntax.class_rows import parted
from thads_dsl.syntax.grammar import grammar_text
from thads_dsl.syntax.lalr import kept_parser
from thads_dsl.syntax.lines import LineToken, key_names, line_patterns, line_tokens
from thads_dsl.syntax.outline_tree import BULLETS, Attached, Example, Item, Key, Note, Outline, Section
from thads_dsl.syntax.tabbed import tabbed_tables


def outline(source: SourceText) -> Outline:
    """Reads the lines of a plan; every text has an outline."""
    lines = line_tokens(source)
    found = cast(Outline, _parser().parse([line.token() for line in lines]))
    return replace(found, slips=tuple(line.slip for line in lines if line.slip), tabbed=tabbed_tables(source))


@cache
def _parser() -> Lark:
    return kept_parser("outline", grammar_text("outline.lark"), ["plan"], _Build())


@dataclass(slots=True)
class _Body:
    orphans: tuple[Note, ...]
    items: tuple[Item, ...]


@dataclass(slots=True)
class _Unprinted:
    sections: tuple[Section, ...]
    examples: tuple[Example, ...]
    strays: tuple[Passage, ...]
    orphans: tuple[Note, ...] = field(default=())


def _lines(children: list[object]) -> list[LineToken]:
    return [cast(LineToken, child.value) for child in children if isinstance(child, Token)]


def _tables(item: Item) -> Iterator[Item]:
    """A table, or the two that stand in it without a line between them; notes are about the one above them."""
    parts = list(parted(item.rows))
    for at, rows in enumerate(parts):
        below = parts[at + 1][0].line if at + 1 < len(parts) else None
        notes = (note for note in item.notes if rows[0].line < note.line.line and (below is None or note.line.line < below))
        yield replace(item, line=rows[0], text=rows[0].cut(0, 0), notes=tuple(notes), rows=rows)


class _Build(Transformer[Token, object]):
    """Rules of outline.lark → our nodes."""

    def front(self, children: list[object]) -> tuple[Key, ...]:
        return tuple(_key(line) for line in _lines(children))

    def entry(self, children: list[object]) -> Item:
        line, *notes = _lines(children)
        return _item(line.passage, tuple(map(_note, notes)), marked=line.terminal == "MARKED")

    def table(self, children: list[object]) -> Item:
        lines = _lines(children)
        rows = tuple(line.passage for line in lines if line.is_row)
        notes = tuple(_note(line) for line in lines if not line.is_row)
        return Item(rows[0], "", rows[0].cut(0, 0), False, notes, rows=rows)

    def body(self, children: list[object]) -> _Body:
        items = [each for child in children if isinstance(child, Item) for each in (_tables(child) if child.rows else (child,))]
        _nest(items)
        return _Body(tuple(map(_note, _lines(children))), tuple(items))

    def recipients(self, children: list[object]) -> tuple[Passage, ...]:
        return tuple(_item(line.passage, (), line.terminal == "MARKED").text for line in _lines(children)[1:])

    def attached(self, children: list[object]) -> tuple[Attached, _Body]:
        _, front, body, recipients = children
        line = cast(LineToken, cast(Token, children[0]).value)
        title = Key("tên loại", line.passage.cut(line.passage.text.index(":") + 1), line.passage)
        keys = (title, *cast("tuple[Key, ...]", front))
        return Attached(keys, cast("tuple[Passage, ...] | None", recipients) or ()), cast(_Body, body)

    def attached_documents(self, children: list[object]) -> tuple[tuple[Attached, _Body], ...]:
        return tuple(cast("list[tuple[Attached, _Body]]", children))

    def section(self, children: list[object]) -> tuple[Section, tuple[Note, ...]]:
        heading, body = cast(LineToken, cast(Token, children[0]).value), cast(_Body, children[1])
        return Section(heading.slip.right if heading.slip else heading.passage.text, body.items), body.orphans

    def example(self, children: list[object]) -> Example:
        heading, *lines = _lines(children)
        title = heading.passage.cut(min(at for at in map(heading.passage.text.find, ":.") if at >= 0) + 1)
        return Example(title, tuple(lines))

    def unprinted(self, children: list[object]) -> _Unprinted:
        strays = [line.passage for line in _lines(children)[1:]]
        examples = tuple(child for child in children if isinstance(child, Example))
        sections, orphans = [], []
        for section, lost in (child for child in children if isinstance(child, tuple)):
            sections.append(section)
            orphans += lost
        return _Unprinted(tuple(sections), examples, tuple(strays), tuple(orphans))

    def plan(self, children: list[object]) -> Outline:
        keys, body, recipients, attached, unprinted = children
        front, first = cast("tuple[Key, ...]", keys), cast(_Body, body)
        documents = cast("tuple[tuple[Attached, _Body], ...]", attached)
        rest = cast("_Unprinted | None", unprinted) or _Unprinted((), (), ())
        bodies = [first, *(each for _, each in documents)]
        named = (front, *(each.keys for each, _ in documents)) if documents else ()
        return Outline(
            keys=front,
            items=_in_one_row([each.items for each in bodies], [_name(each) for each in named]),
            recipients=cast("tuple[Passage, ...] | None", recipients) or (),
            sections=rest.sections,
            examples=rest.examples,
            strays=rest.strays,
            orphans=(*(note for each in bodies for note in each.orphans), *rest.orphans),
            attached=tuple(each for each, _ in documents),
        )


def _name(keys: tuple[Key, ...]) -> str:
    """What a place of a document begins with: “Quyết định”."""
    return next((key.value.text.capitalize() for key in keys if key.name == "tên loại"), "")


def _in_one_row(bodies: list[tuple[Item, ...]], names: list[str]) -> tuple[Item, ...]:
    """The items of all documents, each knowing its own.

    Rules stand in the document that is attached first, whose places need no name; those of every other one begin with its name.
    """
    found: list[Item] = []
    for number, items in enumerate(bodies):
        offset = len(found)
        for item in items:
            item.document = number
            item.end += offset
            item.parent = None if item.parent is None else item.parent + offset
            if names and number != 1:
                item.steps = (names[number] or f"Văn bản {number + 1}", *item.steps)
        found += items
    return tuple(found)


def _key(line: LineToken) -> Key:
    known = line_patterns()["KEY"].fullmatch(line.passage.text)
    name, colon, _ = line.passage.text.partition(":")
    value = line.passage.cut(len(name) + len(colon))
    near = None if known or not colon else closest(name, key_names())
    return Key((known[1] if known else near or "").casefold(), value, line.passage, slip=near is not None)


def _note(line: LineToken) -> Note:
    text = line.passage.text
    brackets = re.match(r"[^(:]*\(([^)]*)\)", text)
    colon = text.index(":", brackets.end() if brackets else 0)
    terms = line.passage.cut(*brackets.span(1)) if brackets else line.passage.cut(colon, colon)
    return Note(line.terminal, terms, line.passage.cut(colon + 1), line.passage)


def _item(line: Passage, notes: tuple[Note, ...], marked: bool) -> Item:
    marker, start = "", 0
    if marked and (found := line_patterns()["MARKED"].fullmatch(line.text)):
        marker, start = found["marker"], found.end("marker")
    head, text = line.text[:start], line.cut(start)
    aside = ">" in head or text.text.startswith(">")
    if text.text.startswith(">"):
        text = text.cut(1)
    return Item(line, " ".join(marker.split()), text, aside, notes)


# ---- nesting


def _nest(items: list[Item]) -> None:
    """Gives every item its rank, parent, end and place."""
    open_items: list[int] = []
    counts: Counter[tuple[int | None, str]] = Counter()
    for index, item in enumerate(items):
        item.end = index + 1
        if item.marker:
            _close(items, open_items, item)
        elif _closes_all(item):
            open_items.clear()
        item.parent = open_items[-1] if open_items else None
        inherited = items[item.parent].steps if item.parent is not None else ()
        if item.marker:
            item.steps = (*inherited, _step(item, counts))
            open_items.append(index)
        else:
            item.steps = inherited
        for ancestor in open_items:
            items[ancestor].end = index + 1


def _close(items: list[Item], open_items: list[int], item: Item) -> None:
    """A marker closes every open item of its rank or a lower one; bullets rank by which style was used first."""
    item.rank = _rank(item.marker)
    if item.marker in BULLETS:
        same = next((at for at, index in enumerate(open_items) if items[index].marker == item.marker), None)
        del open_items[same if same is not None else len(open_items) :]
        return
    while open_items and cast(int, items[open_items[-1]].rank) >= item.rank:
        open_items.pop()


_RANKS = (
    r"(?:Phần|Chương)\b.*",
    r"[IVXLC]+\.|Điều .*|.* là,",
    r"\d+[a-zđ]?\.",  # an amendment puts “2a.” between 2 and 3
    r"\d+\.\d+\.?",
    r"\d+\.\d+\.\d+\.?",
    r"\d+(?:\.\d+){3,}\.?",
    r"[a-zđ]\)",
    r"\([ivx]+\)",
    r"[-·+*]",
)


def _rank(marker: str) -> int:
    return next(rank for rank, pattern in enumerate(_RANKS) if re.fullmatch(pattern, marker))


def _step(item: Item, counts: Counter[tuple[int | None, str]]) -> str:
    if item.marker in BULLETS:
        counts[item.parent, item.marker] += 1
        return f"{item.marker}{counts[item.parent, item.marker]}"
    return item.marker.strip("().,:")


def _closes_all(item: Item) -> bool:
    """An unmarked heading in capitals, or the closing words of the document."""
    if item.text.text.casefold().startswith("trên đây là"):
        return True
    letters = [char for char in item.text.text if char.isalpha()]
    return len(letters) > 3 and all(char.isupper() for char in letters)
