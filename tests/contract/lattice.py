"""Every way to cut a sentence into known phrases, names, forms and words, and those of them that a family reads.

All cuttings of a sentence are the paths of a lattice: an edge is a phrase of phrases.txt, a declared name, a figure or another form, a sign
or a word. What the lexer goes by, the longest match and what must stand around a phrase, does not count here. The automaton of a family
walks the lattice; only paths that it accepts are ever put together, so that none is left out and none is tried for nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import NamedTuple

from tests.contract.automaton import Automaton, Stack, automaton
from thads_dsl.source import Passage, fold
from thads_dsl.syntax import guards
from thads_dsl.syntax.ahead import LEFT_OUT
from thads_dsl.syntax.grammar import Family, Phrase, phrase_trie, phrases
from thads_dsl.syntax.lexer import COUNTED, OF_WAVES, SET_APART, UNFOLDED, Lexeme, lexemes
from thads_dsl.syntax.literals import FRACTION, PARTIAL, PATTERNS, SETS, may_begin_literal
from thads_dsl.syntax.names import Name, NameKind, NameTable, Trie, atoms
from thads_dsl.syntax.times import BARE_DAY, DAYS, PERIOD_ENDS, QUARTER
from thads_dsl.syntax.written_forms import VALUES

NOISE = "_"
_SAYING_HAVING = frozenset(phrase.text for phrase in phrases() if phrase.terminal == "HAVING")
AWARDS = (NameKind.REWARD, NameKind.TITLE)
# Every form, tried at every place, whatever stands before it.
FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    *((terminal, re.compile(pattern, re.IGNORECASE)) for terminal, pattern in PATTERNS),
    ("DATE", PARTIAL),
    *PERIOD_ENDS,
    ("DAYS", DAYS),
    ("RECURRING", BARE_DAY),
    ("WHOLE_QUARTER", QUARTER),
    ("FRACTION", FRACTION),
    ("_", SETS),
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a passage, to be cut in every way; figures are places in its text."""

    passage: Passage
    start: int
    end: int


Piece = Lexeme | Stretch  # a lexeme alone is a word that the compiler puts in itself


@dataclass(frozen=True, slots=True)
class Edge:
    """One token that could stand at a place of the lattice, the place behind it, and whether it may be one of several free words.

    What must stand around a phrase counts for that alone: where it does not, the phrase in free words is only its words.
    """

    lexeme: Lexeme
    to: int
    free: bool


@dataclass(frozen=True, slots=True)
class Lattice:
    """The edges that begin at each place; the last place is their end."""

    edges: tuple[tuple[Edge, ...], ...]

    @property
    def ways(self) -> int:
        """How many cuttings there are."""
        ways = [0] * len(self.edges) + [1]
        for at in reversed(range(len(self.edges))):
            ways[at] = sum(ways[edge.to] for edge in self.edges[at])
        return ways[0]


def lattice(pieces: Sequence[Piece], names: NameTable) -> Lattice:
    """The lattice of a sentence that is put together from these pieces."""
    edges: list[tuple[Edge, ...]] = []
    for piece in pieces:
        at = len(edges)
        if isinstance(piece, Lexeme):
            edges.append((Edge(piece, at + 1, True),))
        else:
            edges += [tuple(replace(each, to=at + each.to) for each in found) for found in _stretch(piece, names)]
    return Lattice(tuple(edges))


def _stretch(piece: Stretch, names: NameTable) -> Iterator[list[Edge]]:
    text = piece.passage.text
    parts = [part for part in atoms(text) if piece.start <= part.start and part.end <= piece.end]
    ends = {part.end: at + 1 for at, part in enumerate(parts)}
    inserted = dict(_inserted(piece, names))
    for at, part in enumerate(parts):
        edges: dict[Edge, None] = {}
        if sign := inserted.get(part.start):
            mark = Lexeme(sign, part.key, None, piece.passage.span(part.start, part.end), part.start, part.end)
            yield [Edge(mark, at + 1, True)]
            continue
        for terminal, value, end, free in _tokens(text[part.start : piece.end], names):
            if (to := ends.get(part.start + end)) is not None:
                start, end = part.start, part.start + end
                edges[Edge(Lexeme(terminal, text[start:end], value, piece.passage.span(start, end), start, end), to, free)] = None
        yield list(edges)


def _inserted(piece: Stretch, names: NameTable) -> Iterator[tuple[int, str]]:
    """The brackets around “trong đó …” and the like, which are a comma at most, and nothing."""
    text, at = piece.passage.text[: piece.end], piece.start
    read = tuple(lexemes(piece.passage.cut(0, piece.end), names))
    told = {at: lexeme.terminal for lexeme in read for at in range(lexeme.start, lexeme.end)}
    while (at := text.find("(", at)) >= 0:
        following = next(lexemes(piece.passage.cut(at + 1, piece.end), names), None)
        terminal = following.terminal if following is not None else ""
        # Behind a subject brackets around a band are “có”, or none where it stands in them.
        narrowing = "HAVING" if told.get(at) == "HAVING" else LEFT_OUT if terminal == "HAVING" and at not in told else ""
        closed = text.find(")", at)
        if told.get(len(text[:at].rstrip()) - 1) == "CLASS" and at not in told and closed >= 0:
            yield from ((inside, NOISE) for inside in range(at, closed + 1))  # what a class is called besides: “Loại A (Xuất sắc)”
        elif instead := SET_APART.get(terminal, narrowing):
            yield at, instead
            if (end := text.find(")", at)) >= 0:
                yield end, NOISE
        at += 1


def _tokens(text: str, names: NameTable) -> Iterator[tuple[str, object, int, bool]]:
    """Every token that a text may begin with: (terminal, value, end, whether it may be one of several free words)."""
    parts = atoms(text)
    keys = [part.key for part in parts]
    terminal, length, is_known = _lexed(text, names)
    if not is_known:
        yield terminal, None, parts[0].end, True
    for count, entry in phrase_trie().longest(keys, 0):
        end = parts[count - 1].end
        for phrase in entry:
            yield phrase.terminal, phrase, end, (phrase.terminal, end) == (terminal, length) or not phrase.after + phrase.before
    for count, found in every_name(names).longest(keys, 0):
        for name in found:
            yield name.kind.value, name, parts[count - 1].end, True
            if name.counted:
                yield COUNTED, name, parts[count - 1].end, True
    for count, name in _numbered(keys, names):
        yield name.kind.value, name, parts[count - 1].end, True
    for form, end in _forms(text):
        written = text[:end].rstrip()
        for kind, value in _meanings(form, written, names):
            yield kind, value, len(written), True


def _numbered(keys: list[str], names: NameTable) -> Iterator[tuple[int, Name]]:
    """“(Phòng THADS khu vực 4 và) khu vực 5”, “(…, 4 và) 5”: the end of the name of a body with a number may stand for it."""
    for whole, name in numbered_bodies(names):
        for count in range(1, len(whole)):
            if keys[:count] == whole[-count:]:
                yield count, name


@cache
def numbered_bodies(names: NameTable) -> tuple[tuple[list[str], Name], ...]:
    """Subjects that end with a number, by the words of their own names."""
    bodies = {name.canonical: name for _, name in names.spellings if name.kind is NameKind.SUBJECT}
    found = (([part.key for part in atoms(each)], names.exactly([part.key for part in atoms(each)])) for each in bodies)
    return tuple((keys, name) for keys, name in found if name is not None and keys[-1].isdigit())


@lru_cache(maxsize=1 << 16)
def _lexed(text: str, names: NameTable) -> tuple[str, int, bool]:
    """What the lexer takes first from a text: its terminal, its length, and whether it is known: no mere sign or free word."""
    first = next(lexemes(Passage(text, 0, range(len(text) + 1)), names), None)
    if first is None or first.start:
        return NOISE, len(first.skipped.rstrip()) if first else len(text), True
    return first.terminal, first.end, first.value is not None


@cache
def every_name(names: NameTable) -> Trie[list[Name]]:
    """All names of a spelling: the compiler's own table keeps the first."""
    found: Trie[list[Name]] = Trie()
    by_keys: dict[tuple[str, ...], list[Name]] = defaultdict(list)
    for spelling, name in names.spellings:
        keys = tuple(part.key for part in atoms(fold(spelling)))
        if name not in by_keys[keys]:
            by_keys[keys].append(name)
    for keys, entry in by_keys.items():
        found.add(keys, entry)
    return found


@lru_cache(maxsize=1 << 16)
def _forms(text: str) -> tuple[tuple[str, int], ...]:
    """The forms that begin a text, in each length that their own patterns allow: (terminal, end)."""
    if not may_begin_literal(atoms(text)[0].key):
        return ()
    found = []
    for terminal, form in FORMS:
        longest = form.match(text)
        if longest is not None:
            ends = [part.end for part in atoms(longest[0])]
            shorter = [end for end in ends if end < longest.end() and _ends_at(form, len(text) - end).match(text)]
            found += [(terminal, end) for end in (*shorter, longest.end())]
    return tuple(found)


@cache
def _ends_at(form: re.Pattern[str], rest: int) -> re.Pattern[str]:
    """The form where just so many characters stand behind it, which it may look at."""
    return re.compile(rf"(?:{form.pattern})(?=(?s:.{{{rest}}})\Z)", re.IGNORECASE)


def _meanings(terminal: str, written: str, names: NameTable) -> Iterator[tuple[str, object]]:
    """What a form may stand for; a quotation for a sanction or a reward too."""
    yield terminal, written.strip('"').strip() if terminal == "QUOTED" else VALUES.get(terminal, str)(written)
    if terminal == "QUOTED":
        keys = [part.key for part in atoms(written.strip('"'))]
        for end, entry in every_name(names).longest(keys, 0):
            for name in entry:
                if name.kind is NameKind.SANCTION and end == len(keys):
                    yield name.kind.value, name
                elif name.kind in AWARDS:
                    yield "QUOTED_REWARD", name


# ---- the cuttings that a family reads


class Place(NamedTuple):
    """How far a family has come: in the lattice, in its automaton, and the terminal of the last token."""

    at: int
    stack: Stack
    before: str


class Walk:
    """A family on a lattice. A run of free words is one step, however it is cut inside: the family makes one TEXT of it."""

    def __init__(self, found: Lattice, family: Family) -> None:
        self.edges = found.edges
        self.family = family
        self.automaton: Automaton = automaton(family.start)
        self.leading: dict[Place, bool] = {}
        self.unlike: dict[int, tuple[Edge, ...]] = {}
        self.texts: dict[tuple[int, str], list[tuple[tuple[Lexeme, ...], int]]] = {}

    def cuttings(self) -> Iterator[tuple[Lexeme, ...]]:
        """Every string of tokens that the family reads."""
        return map(_without_noise, self._from(Place(0, self.automaton.start, "")))

    def _from(self, place: Place) -> Iterator[tuple[Lexeme, ...]]:
        if place.at == len(self.edges):
            yield ()
            return
        for tokens, beyond in self._moves(place):
            if self._leads_on(beyond):
                for rest in self._from(beyond):
                    yield (*tokens, *rest)

    def _leads_on(self, place: Place) -> bool:
        """Whether the family can read to the end from a place."""
        if place.at == len(self.edges):
            return self.automaton.ends(place.stack)
        if place not in self.leading:
            self.leading[place] = any(self._leads_on(beyond) for _, beyond in self._moves(place))
        return self.leading[place]

    def _moves(self, place: Place) -> Iterator[tuple[tuple[Lexeme, ...], Place]]:
        """The tokens that may stand at a place, and where each leads."""
        kept = self.family.kept
        if kept is None:
            yield from self._bracketed(place)
            yield from self._having(place)
        for edge in self._unlike(place.at):
            terminal = edge.lexeme.terminal
            if terminal == NOISE:
                yield (edge.lexeme,), Place(edge.to, place.stack, place.before)
            elif kept is None or terminal in kept:
                stack = self.automaton.step(place.stack, terminal)
                if stack is not None:
                    yield (edge.lexeme,), Place(edge.to, stack, terminal)
        stack = self.automaton.step(place.stack, "TEXT") if kept is not None and place.before != "TEXT" else None
        if stack is not None:
            for words, to in self._text(place.at, place.before):
                yield words, Place(to, stack, "TEXT")

    def _unlike(self, at: int) -> tuple[Edge, ...]:
        """The tokens that begin at a place, phrases that differ only in what must stand around them once."""
        if at not in self.unlike:
            kinds = {(each.lexeme.terminal, each.to, meant(each.lexeme)): each for each in reversed(self.edges[at])}
            self.unlike[at] = tuple(reversed(kinds.values()))
        return self.unlike[at]

    def _having(self, place: Place) -> Iterator[tuple[tuple[Lexeme, ...], Place]]:
        """“được giao thụ lý dưới 120 việc”: the name of a statistic that says “có” as well."""
        for edge in self.edges[place.at]:
            said = edge.lexeme
            if said.terminal == "QUANTITY" and said.text.casefold() in _SAYING_HAVING:
                having = Lexeme("HAVING", "", None, replace(said.span, end=said.span.start), said.start, said.start)
                led = self.automaton.step(place.stack, "HAVING")
                stack = self.automaton.step(led, "QUANTITY") if led is not None else None
                if stack is not None:
                    yield (having, said), Place(edge.to, stack, "QUANTITY")

    def _bracketed(self, place: Place) -> Iterator[tuple[tuple[Lexeme, ...], Place]]:
        """“(áp dụng cho cả hai đợt)”: the family takes the words of waves without their brackets."""
        opened = [edge for edge in self.edges[place.at] if edge.lexeme.terminal == "LPAR"]
        inside: list[tuple[tuple[Lexeme, ...], Place]] = [((each.lexeme,), Place(each.to, place.stack, "")) for each in opened]
        while inside:
            words, here = inside.pop()
            for edge in self.edges[here.at] if here.at < len(self.edges) else ():
                terminal = edge.lexeme.terminal
                stack = self.automaton.step(here.stack, terminal) if terminal in OF_WAVES else None
                if stack is not None:
                    inside.append(((*words, edge.lexeme), Place(edge.to, stack, terminal)))
                elif terminal == "RPAR" and len(words) > 1:
                    yield (*words, edge.lexeme), Place(edge.to, here.stack, terminal)

    def _text(self, at: int, before: str) -> list[tuple[tuple[Lexeme, ...], int]]:
        """The runs of free words that begin at a place, neither beginning nor ending with what says nothing: one way to cut each."""
        if (at, before) not in self.texts:
            runs: dict[int, tuple[Lexeme, ...]] = {at: ()}
            for here in range(at, len(self.edges)):
                last = runs[here][-1].terminal if runs.get(here) else before
                for edge in self.edges[here] if here in runs else ():
                    if edge.to not in runs and (self._is_free(edge, here, last) or (here > at and edge.lexeme.terminal == NOISE)):
                        runs[edge.to] = (*runs[here], edge.lexeme)
            self.texts[at, before] = [(words, to) for to, words in runs.items() if words and words[-1].terminal != NOISE]
        return self.texts[at, before]

    def _is_free(self, edge: Edge, at: int, before: str) -> bool:
        """Whether a token may be one of free words, where it is no longer phrase for what stands before it."""
        family, lexeme = self.family, edge.lexeme
        told = lexeme.terminal == NOISE or lexeme.terminal in UNFOLDED or lexeme.terminal in (family.kept or ())
        told = told or lexeme.text.casefold() in family.refused
        free = edge.free or (isinstance(lexeme.value, Phrase) and not lexeme.value.after and _stands(edge, before))
        return free and not told and not any(_stands(each, before) and each.to >= edge.to for each in self.edges[at] if each != edge)


def meant(lexeme: Lexeme) -> object:
    """What a token says beside its terminal: a phrase nothing."""
    return None if isinstance(lexeme.value, Phrase) else lexeme.value


def _stands(edge: Edge, before: str) -> bool:
    """Whether what stands before a token makes its words a phrase, which they are not elsewhere."""
    phrase = edge.lexeme.value
    if not isinstance(phrase, Phrase) or not phrase.before or phrase.before.startswith(guards.NOT):
        return False
    return before in guards.before(phrase.before)


def _without_noise(found: tuple[Lexeme, ...]) -> tuple[Lexeme, ...]:
    """The tokens, words that say nothing put before those behind them, as the lexer does."""
    tokens: list[Lexeme] = []
    skipped: Lexeme | None = None
    for lexeme in found:
        if lexeme.terminal != NOISE:
            before = "" if skipped is None else skipped.text + " " * (lexeme.start - skipped.end)
            tokens.append(replace(lexeme, skipped=before) if before else lexeme)
            skipped = None
        elif isinstance(lexeme.value, Phrase) or lexeme.text == ")":
            skipped = lexeme
    return tuple(tokens)
