"""Where a plan mentions which names."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from thads_dsl.check.draft import Draft
from thads_dsl.source import Span
from thads_dsl.syntax.lexer import Lexeme, lex
from thads_dsl.syntax.names import Name, NameKind


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands; `dated`: in a sentence that cites a document of its time, which names what there was then."""

    name: Name
    written: str
    span: Span
    dated: bool = False
    printed: bool = True


def mentions(draft: Draft) -> tuple[Mention, ...]:
    """Every mention of a name, in the order of the text; restatements count beside what they restate."""
    found: list[Mention] = []
    for line in draft.lines:
        for sentence in (line.read.context, *line.read.sentences, *(line.restated.sentences or ())):
            found += _of(sentence.lexemes) if sentence is not None else ()
        for row in line.item.rows:
            found += _of(lex(row, draft.names))
    found += _of(draft.population.lexemes) if draft.population is not None else ()
    for passage in draft.outline.recipients:
        found += _of(lex(passage, draft.names))
    for example in draft.outline.examples:
        for passage in (example.heading, *(each.passage for each in example.lines)):
            found += _of(lex(passage, draft.names), printed=False)
    return tuple(sorted(dict.fromkeys(found), key=lambda each: each.span))


def used_names(found: Iterable[Mention]) -> frozenset[tuple[NameKind, str]]:
    """The names that are mentioned."""
    return frozenset((each.name.kind, each.name.canonical) for each in found)


def _of(lexemes: tuple[Lexeme, ...], *, printed: bool = True) -> Iterator[Mention]:
    dated = any(lexeme.terminal == "REFERENCE" for lexeme in lexemes)
    for lexeme in lexemes:
        if isinstance(lexeme.value, Name) and lexeme.value.kind is not NameKind.ORDINARY:
            yield Mention(lexeme.value, lexeme.text, lexeme.span, dated, printed)
